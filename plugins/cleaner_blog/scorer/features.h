/* What the scorer sees of a line on a page or in a dump: what both have columns for. */

#ifndef FEATURES_H
#define FEATURES_H

#include <math.h>

#include "alike.h"
#include "characters.h"
#include "found.h"
#include "memory.h"
#include "stages.h"

enum { NEAR_HEADING = TAKEN, NEAR_PROSE, SIGNS }; /* what a line may be near, after lines of each stage */
enum { PROSE = 15 };                              /* words */
enum { NEVER = 10000, REACH = 512 };              /* lines, from which on it is no matter how far one is away */
enum { SUMMARY = 40, ESSENCE = 80 };              /* characters by which a line is looked up in other texts */
enum { MOST_WORDS = 40 };
static const double MOSTLY = 0.8; /* share of a line that is links */

enum { SIZE_COLUMNS = 5, ECHO_COLUMNS = 5, POSITION_COLUMNS = 11, NEAR_COLUMNS = 2 * SIGNS + 2 * TAKEN };
enum { HELD = 5, HELD_COLUMNS = 6 }; /* sums over groups; columns of each group */

/* What Python hands over: all lines of a page or dump. Texts are joined by NUL. */
typedef struct {
    const char *texts;
    int64_t size;
    const char *about; /* title, summary, the body that the page states */
    int64_t about_size;
    const uint8_t *stages;
    const int32_t *gaps; /* whether a paragraph break stands before a line */
    const double *links; /* share of link text */
    const int32_t *images;
    const int32_t *markers; /* characters of list markers, which are not read; NULL: they are part of the text */
    const int32_t *indents;
    int32_t many;
} source;

/* How far away the nearest line of each sign is, before and after; how many lines of each stage came and will come. */
typedef struct {
    int32_t before[SIGNS], after[SIGNS];
    uint8_t came[TAKEN], coming[TAKEN];
} nearness;

/* The lines that are looked at: those that nobody takes, and the headline. */
typedef struct {
    int32_t all, many;
    uint8_t *stages; /* of all lines; of several that are the headline, the first counts */
    int32_t *rows;   /* the numbers of those that are looked at */
    int32_t top;     /* which of them is the headline; -1: none */
    text *texts, title, stated;
    text summary; /* its beginning; empty if all of it is shorter */
    counted *counts;
    double *words;  /* about how many words each has */
    double *weight; /* the same, 0 for the headline */
    double *logs;   /* logarithms of one more than its words */
    double *passed; /* words before each, and at last all of them */
    double *links;
    double *listed; /* the caller's to write: how much of a line is such as menus are made of */
    uint8_t *prose, *doubled;
    uint8_t *headings; /* the caller's to write: headings, or what stands for them */
    double every;      /* the sum of the weights */
    double sizes[2];   /* how much text the page has, and how many lines, as columns */
    double (*far)[2];  /* how far so many lines are, up to REACH, as columns */
    places where;      /* the caller's to fill */
    nearness *near;
    double *held; /* running sums in the order of the groups */
} sheet;

static void read_stages(const source *of, sheet *page) {
    bool has_headline = false;
    page->all = of->many, page->many = 0, page->top = -1;
    for (int32_t line = 0; line < of->many; line++) {
        uint8_t stage = of->stages[line] <= HEADLINE ? of->stages[line] : NAVIGATION;
        if (stage == HEADLINE && has_headline)
            stage = NAVIGATION;
        has_headline |= stage == HEADLINE;
        page->stages[line] = stage;
        if (stage == HEADLINE)
            page->top = page->many;
        if (stage == LIVE || stage == HEADLINE)
            page->rows[page->many++] = line;
    }
}

/* The text without its list marker of so many characters, and the space behind it. */
static text behind_marker(text line, int32_t marker) {
    int64_t size = first_of(line, marker + 1).size;
    return (text){line.at + size, line.size - size};
}

static int read_texts(const source *of, memory *from, sheet *page) {
    text *every = ROOM(from, text, of->many), about[3];
    if (from->failed)
        return NO_MEMORY;
    split(of->texts, of->size, of->many, every);
    split(of->about, of->about_size, 3, about);
    page->title = about[0], page->stated = about[2];
    if (length_of(about[1]) >= SUMMARY)
        page->summary = first_of(about[1], SUMMARY);
    for (int32_t line = 0; line < page->many; line++) {
        int32_t row = page->rows[line], marker = of->markers != NULL ? of->markers[row] : 0;
        page->texts[line] = marker > 0 ? behind_marker(every[row], marker) : every[row];
    }
    return DONE;
}

static void read_words(const source *of, const characters *known, sheet *page) {
    page->every = page->passed[0] = 0;
    for (int32_t line = 0; line < page->many; line++) {
        page->counts[line] = count_characters(known, page->texts[line], line > 0 ? page->counts[line - 1].last : SPACE);
        double words = words_in(&page->counts[line]);
        page->words[line] = words, page->weight[line] = line == page->top ? 0 : words;
        page->logs[line] = log(1 + words);
        page->passed[line + 1] = page->passed[line] + words;
        page->every += page->weight[line];
        page->links[line] = of->links[page->rows[line]];
        page->prose[line] = words > PROSE;
    }
}

/* What is the same for many lines. */
static int measure_page(memory *from, sheet *page) {
    int32_t most = page->many < REACH ? page->many : REACH;
    page->far = take(from, (size_t)most + 1, sizeof *page->far);
    if (from->failed)
        return NO_MEMORY;
    for (int32_t lines = 0; lines <= most; lines++)
        page->far[lines][0] = log(1.0 + lines) / 6, page->far[lines][1] = exp(-lines / 4.0);
    page->sizes[0] = log(1 + page->every) / 9, page->sizes[1] = log(1.0 + page->many) / 7;
    return DONE;
}

static int find_doubled(memory *from, sheet *page) {
    int32_t *first = ROOM(from, int32_t, page->many);
    if (from->failed || first_alike(page->texts, page->many, from, first) != DONE)
        return NO_MEMORY;
    for (int32_t line = 0; line < page->many; line++)
        if (first[line] != line)
            page->doubled[line] = page->doubled[first[line]] = 1;
    return DONE;
}

/* For each line the first whose first so many characters are the same. */
static int first_beginnings(const sheet *page, int characters, memory *from, int32_t *first) {
    text *beginnings = ROOM(from, text, page->many);
    if (from->failed)
        return NO_MEMORY;
    for (int32_t line = 0; line < page->many; line++)
        beginnings[line] = first_of(page->texts[line], characters);
    return first_alike(beginnings, page->many, from, first);
}

/* Read the lines: all of a sheet but `headings` and `where`. */
static int read_lines(const source *of, const characters *known, memory *from, sheet *page) {
    page->stages = ROOM(from, uint8_t, of->many), page->rows = ROOM(from, int32_t, of->many);
    if (from->failed)
        return NO_MEMORY;
    read_stages(of, page);
    int32_t many = page->many;
    page->texts = ROOM(from, text, many), page->counts = ROOM(from, counted, many);
    page->words = ROOM(from, double, many), page->weight = ROOM(from, double, many);
    page->logs = ROOM(from, double, many);
    page->links = ROOM(from, double, many), page->passed = ROOM(from, double, (size_t)many + 1);
    page->prose = ROOM(from, uint8_t, many), page->doubled = TAKE(from, uint8_t, many);
    page->headings = TAKE(from, uint8_t, many);
    if (from->failed || read_texts(of, from, page) != DONE)
        return NO_MEMORY;
    read_words(of, known, page);
    return measure_page(from, page) == DONE ? find_doubled(from, page) : NO_MEMORY;
}

static void place_signs(const sheet *page, int32_t place, int32_t line, int32_t *last) {
    uint8_t stage = page->stages[place];
    if (stage > LIVE && stage < HEADLINE)
        last[stage - 1] = place;
    if (line >= 0 && page->headings[line])
        last[NEAR_HEADING] = place;
    if (line >= 0 && page->prose[line])
        last[NEAR_PROSE] = place;
}

static void look_back(const sheet *page, int32_t *came) {
    int32_t last[SIGNS];
    for (int sign = 0; sign < SIGNS; sign++)
        last[sign] = -NEVER;
    for (int32_t place = 0, next = 0; place < page->all; place++) {
        bool is_row = next < page->many && page->rows[next] == place;
        place_signs(page, place, is_row ? next : -1, last);
        if (page->stages[place] > LIVE && page->stages[place] < HEADLINE)
            came[page->stages[place] - 1]++;
        if (!is_row)
            continue;
        nearness *near = &page->near[next++];
        for (int sign = 0; sign < SIGNS; sign++)
            near->before[sign] = place - last[sign];
        for (int stage = 0; stage < TAKEN; stage++)
            near->came[stage] = (uint8_t)(came[stage] < 3 ? came[stage] : 3);
    }
}

static void look_ahead(const sheet *page) {
    int32_t next[SIGNS], coming[TAKEN] = {0};
    for (int sign = 0; sign < SIGNS; sign++)
        next[sign] = page->all + NEVER;
    for (int32_t place = page->all - 1, line = page->many - 1; place >= 0; place--) {
        bool is_row = line >= 0 && page->rows[line] == place;
        place_signs(page, place, is_row ? line : -1, next);
        if (is_row) {
            nearness *near = &page->near[line--];
            for (int sign = 0; sign < SIGNS; sign++)
                near->after[sign] = next[sign] - place;
            for (int stage = 0; stage < TAKEN; stage++)
                near->coming[stage] = (uint8_t)(coming[stage] < 3 ? coming[stage] : 3);
        }
        if (page->stages[place] > LIVE && page->stages[place] < HEADLINE)
            coming[page->stages[place] - 1]++;
    }
}

static void sum_groups(const sheet *page) {
    memset(page->held, 0, HELD * sizeof *page->held);
    for (int64_t step = 0; step < 2 * (int64_t)page->many; step++) {
        int32_t line = page->where.order[step];
        double weight = page->weight[line], live = line == page->top ? 0 : 1;
        double prose = page->prose[line];
        double values[HELD] = {weight * page->listed[line], weight * prose, weight, live * prose, live};
        for (int row = 0; row < HELD; row++)
            page->held[HELD * (step + 1) + row] = page->held[HELD * step + row] + values[row];
    }
}

/* Sum up what stands around the lines, once `headings` and `where` are known. */
static int look_around(memory *from, sheet *page) {
    int32_t came[TAKEN] = {0};
    page->near = ROOM(from, nearness, page->many);
    page->held = ROOM(from, double, HELD * (2 * (size_t)page->many + 1));
    if (from->failed)
        return NO_MEMORY;
    look_back(page, came);
    look_ahead(page);
    sum_groups(page);
    return DONE;
}

/* How much each line counts. */
static amounts amounts_of(const sheet *page) { return (amounts){page->weight, page->logs}; }

/* Whether a line is links mostly; how long it is, and its page. */
static void size_columns(const sheet *page, int32_t line, double *out) {
    double words = page->words[line];
    out[0] = page->links[line] > MOSTLY;
    out[1] = page->logs[line] * 0.2;
    out[2] = (words < MOST_WORDS ? words : MOST_WORDS) / MOST_WORDS;
    out[3] = page->sizes[0], out[4] = page->sizes[1];
}

/* Whether the stated body, which has no white space, holds the beginning of a line. */
static bool is_stated(const sheet *page, text line) {
    uint8_t essence[4 * ESSENCE];
    const uint8_t *at = line.at, *end = line.at + line.size;
    int64_t size = 0;
    for (int count = 0; count < ESSENCE && at < end; count++) {
        const uint8_t *begin = at;
        if (is_space(next_character(&at, end)))
            continue;
        for (; begin < at && size < (int64_t)sizeof essence; begin++)
            essence[size++] = *begin;
    }
    return holds(page->stated, (text){essence, size});
}

/* Whether a line stands twice, is part of the title, begins like the summary, is in the body the page states. */
static void echo_columns(const sheet *page, int32_t line, double *out) {
    text here = page->texts[line];
    out[0] = page->doubled[line];
    out[1] = holds(page->title, here);
    out[2] = page->summary.size > 0 && begins_with(here, page->summary);
    if (page->stated.size > 0) {
        out[3] = is_stated(page, here);
        out[4] = 1 - out[3];
    }
}

static void distance_columns(const sheet *page, int32_t lines, double *out) {
    memcpy(out, page->far[lines < REACH ? lines : REACH], sizeof *page->far);
}

/* How far down the page, and how far from the headline. */
static void position_columns(const sheet *page, int32_t line, double *out) {
    double total = page->passed[page->many];
    out[0] = line / (double)page->many;
    out[1] = total > 0 ? page->passed[line] / total : 0;
    distance_columns(page, line, out + 2);
    distance_columns(page, page->many - 1 - line, out + 4);
    if (page->top < 0)
        return;
    int32_t below = line - page->top;
    out[6] = 1, out[7] = below > 0, out[8] = below < 0;
    distance_columns(page, below < 0 ? -below : below, out + 9);
    out[10] = below > 0 ? page->far[below < REACH ? below - 1 : REACH - 1][1] : 0;
}

/* How near lines are that others take, headings and prose; how much of each stage came and will come. */
static void near_columns(const sheet *page, int32_t line, double *out) {
    const nearness *near = &page->near[line];
    for (int sign = 0; sign < SIGNS; sign++) {
        out[sign] = 1 / (near->before[sign] + 1.0);
        out[SIGNS + sign] = 1 / (near->after[sign] + 1.0);
    }
    for (int stage = 0; stage < TAKEN; stage++) {
        out[2 * SIGNS + stage] = near->came[stage] * (1 / 3.0);
        out[2 * SIGNS + TAKEN + stage] = near->coming[stage] * (1 / 3.0);
    }
}

/* What the groups of a line hold: links and prose by text; text and prose by lines; text by that of the page. */
static void held_columns(const sheet *page, int32_t line, double *out) {
    int32_t groups = page->where.groups;
    for (int32_t group = 0; group < groups; group++, out++) {
        int64_t place = (int64_t)line * groups + group;
        const double *first = page->held + HELD * (int64_t)page->where.first[place];
        const double *after = page->held + HELD * (int64_t)page->where.after[place];
        double held[HELD];
        for (int row = 0; row < HELD; row++)
            held[row] = after[row] - first[row];
        out[0] = held[0] / (held[2] + 1);
        out[groups] = held[1] / (held[2] + 1);
        out[2 * groups] = log(1 + (held[2] + 1) / (held[4] + 1)) * 0.2;
        out[3 * groups] = held[3] / (held[4] + 1);
        out[4 * groups] = held[2] / (page->every + 1);
        out[5 * groups] = log(1 + held[4]) * 0.2;
    }
}

#endif
