/* Lines of a page that stay, or go, for what stands around them: few words say little by themselves. */

#ifndef AROUND_H
#define AROUND_H

#include "rows.h"

enum { HEADING = 0, ITEM = 2, CELL = 5 };            /* kinds of lines, in the order of `Kind` */
enum { TO_LIST = 1, TO_TABLE = 3 };                  /* boxes from an item to its list, and from a cell to its table */
static const double LIST = 1.0 / 2, TABLE = 1.0 / 3; /* the share of the lines that must stay for the others to stay */
static const double SURE = 0.7;                      /* lines that score as much are the article */
static const double LINKED = 0.5; /* share of a line that is link text, from which on it leads elsewhere */
static const char *const TELLS[] = {":", "：", NULL}, *const ENDS[] = {".", "!", "。", "।", "۔", NULL};

/* What only a page has. */
typedef struct {
    const int32_t *kinds;
    const double *links; /* share of link text */
    const int32_t *inside;
    const int32_t *parents;
    int32_t boxes;
    int32_t headline; /* lines above this one are, if they are links, no article */
} markup;

/* A heading between two lines that are surely the article is one of its own. */
static void spare_headings(const markup *of, rows *lines) {
    for (int32_t place = 1; place + 1 < lines->many; place++) {
        row *line = &lines->at[place];
        if (of->kinds[line->number] == HEADING && line[-1].score >= SURE && line[1].score >= SURE)
            line->state |= SPARED;
    }
}

/* A list, or a table. */
typedef struct {
    int32_t first, last; /* places of lines */
    int32_t many, low;
    bool has_links, has_pieces; /* whether a line has links, or is no sentence */
} whole;

static int32_t parent_of(const markup *of, int32_t box) { return box >= 0 && box < of->boxes ? of->parents[box] : -1; }

static int32_t parent_of_line(const markup *of, const row *line) { return parent_of(of, of->inside[line->number]); }

/* The box of the list or table that a line is part of; -1: of none. */
static int32_t whole_around(const markup *of, const row *line) {
    int32_t kind = of->kinds[line->number], box = of->inside[line->number];
    if (kind != ITEM && kind != CELL)
        return -1;
    for (int up = kind == ITEM ? TO_LIST : TO_TABLE; up > 0; up--)
        box = parent_of(of, box);
    return box < of->boxes ? box : -1;
}

static bool ends_with_any(text said, const char *const *endings) {
    for (; *endings != NULL; endings++) {
        int64_t size = (int64_t)strlen(*endings);
        if (said.size >= size && memcmp(said.at + said.size - size, *endings, (size_t)size) == 0)
            return true;
    }
    return false;
}

static void gather_wholes(const markup *of, const rows *lines, whole *wholes) {
    for (int32_t place = 0; place < lines->many; place++) {
        const row *line = &lines->at[place];
        int32_t around = whole_around(of, line);
        if (around < 0)
            continue;
        whole *found = &wholes[around];
        found->first = found->many++ == 0 ? place : found->first, found->last = place;
        found->low += line->why != STAYS;
        found->has_links |= of->links[line->number] != 0, found->has_pieces |= !ends_with_any(line->said, ENDS);
    }
}

/* Whether a line is surely the article, and in the same box as a list or table, or as its figure. */
static bool is_beside(const markup *of, const rows *lines, int32_t place, int32_t around) {
    if (place < 0 || place >= lines->many || lines->at[place].score < SURE)
        return false;
    int32_t near = parent_of(of, around), box = parent_of_line(of, &lines->at[place]);
    return box == near || box == parent_of(of, near);
}

/* Whether a list or table stands below such a line. Lists of other articles stand there too: so a list needs a colon
   above, or that its items are sentences; a table, such a line below it as well; or they have no links. */
static bool belongs(const markup *of, const rows *lines, const whole *found, int32_t around) {
    if (!is_beside(of, lines, found->first - 1, around))
        return false;
    if (of->kinds[lines->at[found->first].number] == CELL)
        return !found->has_links || is_beside(of, lines, found->last + 1, around);
    return ends_with_any(lines->at[found->first - 1].said, TELLS) || !(found->has_pieces || found->has_links);
}

static bool stays_whole(const markup *of, const rows *lines, const whole *found, int32_t around) {
    double least = of->kinds[lines->at[found->first].number] == CELL ? TABLE : LIST;
    return found->many - found->low >= least * found->many || belongs(of, lines, found, around);
}

/* Lists and tables stay as wholes; what is left of others is as the net says, line by line. */
static int spare_wholes(const markup *of, memory *from, rows *lines) {
    bool has_low = false;
    for (const row *line = lines->at; line < lines->at + lines->many && !has_low; line++)
        has_low = line->why != STAYS && whole_around(of, line) >= 0;
    if (!has_low)
        return DONE;
    whole *wholes = TAKE(from, whole, of->boxes);
    if (from->failed)
        return NO_MEMORY;
    gather_wholes(of, lines, wholes);
    for (row *line = lines->at; line < lines->at + lines->many; line++) {
        int32_t around = line->why != STAYS ? whole_around(of, line) : -1;
        if (around >= 0 && stays_whole(of, lines, &wholes[around], around))
            line->why = STAYS;
    }
    return DONE;
}

/* What is a link above the headline leads to the first page, or to sections. */
static void judge_links(const markup *of, rows *lines) {
    for (row *line = lines->at; line < lines->at + lines->many && line->number < of->headline; line++)
        if (line->why == STAYS && of->links[line->number] >= LINKED)
            line->why = LINK_ABOVE;
}

#endif
