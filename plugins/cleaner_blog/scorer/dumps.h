/* Dumps: no elements, so what stands together is read off blank lines and rules; and the scores of their lines. */

#ifndef DUMPS_H
#define DUMPS_H

#include "cohesion.h"
#include "containers.h"
#include "features.h"
#include "model.h"
#include "phrases.h"
#include "trees.h"

/* The groups of a line: its block, its section, the lines around it (a few, and more), those that look the same. */
enum { BLOCK, SECTION, FEW_AROUND, MANY_AROUND, LOOK, DUMP_GROUPS };
enum { NARROW = 4, BROAD = 16 };                 /* lines on each side of a line that are summed up */
enum { INDENTED = 24, MARGIN = 6, MARGINS = 4 }; /* columns of indentation: the most, a step, and how many steps */
enum { LOOKS = 4 * MARGINS };
enum { TWINS = 24 }; /* characters that two lines begin with where one is the other */
enum { GAP_BEFORE, GAP_AFTER, MARKED, NUMBERED, IS_INDENTED, INDENT, INDENT_CHANGES, LAYOUT };
enum { BREAK_COLUMNS = 4, TWIN_COLUMNS = 4, MOST_GONE = 4 };
enum {
    DUMP_LAYOUT = CHARACTER_COLUMNS,
    DUMP_STYLE = DUMP_LAYOUT + LAYOUT,
    DUMP_BREAKS = DUMP_STYLE + LAYOUT,
    DUMP_TWINS = DUMP_BREAKS + BREAK_COLUMNS,
    DUMP_PICTURES = DUMP_TWINS + TWIN_COLUMNS,
    DUMP_LINKS,
    DUMP_SIZE,
    DUMP_ECHOES = DUMP_SIZE + SIZE_COLUMNS,
    DUMP_POSITION = DUMP_ECHOES + ECHO_COLUMNS,
    DUMP_NEAR = DUMP_POSITION + POSITION_COLUMNS,
    DUMP_HELD = DUMP_NEAR + NEAR_COLUMNS,
    DUMP_COLUMNS = DUMP_HELD + HELD_COLUMNS * DUMP_GROUPS
};

typedef struct {
    sheet lines;
    double *layout;         /* lines x LAYOUT */
    double style[LAYOUT];   /* its mean */
    int32_t *begins, *last; /* for each line the first that begins alike; for such a first one the last that does */
} dump;

/* Blank lines before and after, list marker (a bullet or a number), indentation, and how it changes. */
static void read_layout(const source *of, dump *out) {
    int32_t many = out->lines.many;
    for (int32_t line = 0; line < many; line++) {
        double *layout = out->layout + (int64_t)line * LAYOUT;
        int32_t row = out->lines.rows[line], indent = of->indents[row], marker = of->markers[row];
        layout[GAP_BEFORE] = of->gaps[row] != 0;
        layout[GAP_AFTER] = line + 1 == many || of->gaps[out->lines.rows[line + 1]] != 0;
        layout[MARKED] = marker > 0, layout[NUMBERED] = marker > 1;
        layout[IS_INDENTED] = indent > 0;
        layout[INDENT] = (indent < INDENTED ? indent : INDENTED) * (1.0 / INDENTED);
        layout[INDENT_CHANGES] = line > 0 && indent != of->indents[out->lines.rows[line - 1]];
        out->lines.listed[line] = layout[MARKED];
        out->lines.headings[line] = !out->lines.prose[line] && layout[GAP_BEFORE] > 0;
        for (int column = 0; column < LAYOUT; column++)
            out->style[column] += layout[column];
    }
    for (int column = 0; column < LAYOUT; column++)
        out->style[column] /= many;
}

/* Which lines begin in the same way. */
static int find_twins(memory *from, dump *out) {
    int32_t many = out->lines.many;
    text *beginnings = TAKE(from, text, many);
    if (from->failed)
        return NO_MEMORY;
    for (int32_t line = 0; line < many; line++)
        beginnings[line] = first_of(out->lines.texts[line], TWINS);
    if (first_alike(beginnings, many, from, out->begins) != DONE)
        return NO_MEMORY;
    for (int32_t line = 0; line < many; line++)
        out->last[out->begins[line]] = line;
    return DONE;
}

/* Runs of lines, each up to the next one where something begins. */
static void bound_runs(const uint8_t *begins, int group, places *where) {
    for (int32_t line = 0, first = 0; line < where->lines; line++) {
        first = begins[line] ? line : first;
        where->first[(int64_t)line * where->groups + group] = first;
    }
    for (int32_t line = where->lines - 1, after = where->lines; line >= 0; line--) {
        where->after[(int64_t)line * where->groups + group] = after;
        after = begins[line] ? line : after;
    }
}

/* Blocks begin after blank lines, sections after lines of menus and comments that rules take. */
static int find_runs(memory *from, dump *out) {
    const sheet *lines = &out->lines;
    uint8_t *blocks = TAKE(from, uint8_t, lines->many), *sections = TAKE(from, uint8_t, lines->many);
    if (from->failed)
        return NO_MEMORY;
    for (int32_t place = 0, line = 0; place < lines->all && line < lines->many; place++) {
        sections[line] |= lines->stages[place] == NAVIGATION || lines->stages[place] == COMMENTS;
        if (lines->rows[line] != place)
            continue;
        blocks[line] = out->layout[(int64_t)line * LAYOUT + GAP_BEFORE] > 0;
        line++;
    }
    bound_runs(blocks, BLOCK, &out->lines.where);
    bound_runs(sections, SECTION, &out->lines.where);
    return DONE;
}

static void find_around(int group, int32_t reach, places *where) {
    for (int32_t line = 0; line < where->lines; line++) {
        int64_t place = (int64_t)line * where->groups + group;
        where->first[place] = line < reach ? 0 : line - reach;
        where->after[place] = where->lines - line <= reach ? where->lines : line + reach + 1;
    }
}

/* Lines of the same margin, marker and gap. */
static int find_looks(memory *from, dump *out) {
    int32_t met[LOOKS], *first = TAKE(from, int32_t, out->lines.many);
    if (from->failed)
        return NO_MEMORY;
    memset(met, -1, sizeof met);
    for (int32_t line = 0; line < out->lines.many; line++) {
        const double *layout = out->layout + (int64_t)line * LAYOUT;
        int look = (int)(layout[INDENT] * ((double)INDENTED / MARGIN));
        look = (look < MARGINS ? look : MARGINS - 1) + MARGINS * (int)(layout[MARKED] + 2 * layout[GAP_BEFORE]);
        met[look] = met[look] < 0 ? line : met[look];
        first[line] = met[look];
    }
    return group_lines(first, LOOK, from, &out->lines.where);
}

static int find_groups(memory *from, dump *out) {
    if (!new_places(out->lines.many, DUMP_GROUPS, from, &out->lines.where) || find_runs(from, out) != DONE)
        return NO_MEMORY;
    find_around(FEW_AROUND, NARROW, &out->lines.where);
    find_around(MANY_AROUND, BROAD, &out->lines.where);
    return find_looks(from, out);
}

static int read_dump(const source *lines, const characters *known, memory *from, dump *out) {
    if (read_lines(lines, known, from, &out->lines) != DONE)
        return NO_MEMORY;
    size_t many = (size_t)out->lines.many;
    out->layout = TAKE(from, double, many *LAYOUT), out->lines.listed = TAKE(from, double, many);
    out->begins = TAKE(from, int32_t, many), out->last = TAKE(from, int32_t, many);
    if (from->failed)
        return NO_MEMORY;
    read_layout(lines, out);
    if (find_twins(from, out) != DONE || find_groups(from, out) != DONE)
        return NO_MEMORY;
    return look_around(from, &out->lines);
}

/* How many lines are gone right before and right after; how much of the dump is. */
static void break_columns(const sheet *lines, int32_t line, double *out) {
    int32_t row = lines->rows[line];
    int32_t before = line > 0 ? row - lines->rows[line - 1] - 1 : row;
    int32_t behind = (line + 1 < lines->many ? lines->rows[line + 1] : lines->all) - row - 1;
    out[0] = (before < MOST_GONE ? before : MOST_GONE) * (1.0 / MOST_GONE);
    out[1] = (behind < MOST_GONE ? behind : MOST_GONE) * (1.0 / MOST_GONE);
    out[2] = 1 - lines->many / (double)lines->all;
    out[3] = log1p(lines->all - lines->many) / 6;
}

/* Whether a line begins like the one before or after it (alternative text, caption), or any above or below. */
static void twin_columns(const dump *of, int32_t line, double *out) {
    int32_t first = of->begins[line];
    out[0] = line > 0 && first == of->begins[line - 1];
    out[1] = line + 1 < of->lines.many && first == of->begins[line + 1];
    out[2] = line > first;
    out[3] = line < of->last[first];
}

/* All columns of a line; `out` is zero so far. */
static void dump_columns(const source *given, const dump *of, int32_t line, double *out) {
    const sheet *lines = &of->lines;
    character_columns(&lines->counts[line], out);
    memcpy(out + DUMP_LAYOUT, of->layout + (int64_t)line * LAYOUT, LAYOUT * sizeof(double));
    memcpy(out + DUMP_STYLE, of->style, sizeof of->style);
    break_columns(lines, line, out + DUMP_BREAKS);
    twin_columns(of, line, out + DUMP_TWINS);
    out[DUMP_PICTURES] = given->images[lines->rows[line]] > 0;
    out[DUMP_LINKS] = lines->links[line];
    size_columns(lines, line, out + DUMP_SIZE);
    echo_columns(lines, line, out + DUMP_ECHOES);
    position_columns(lines, line, out + DUMP_POSITION);
    near_columns(lines, line, out + DUMP_NEAR);
    held_columns(lines, line, out + DUMP_HELD);
}

/* Some nets for dumps, the phrases they know (a net's vectors are a part of theirs), and the trees above them. */
typedef struct {
    phrases said;
    forest above;
    int nets;
    struct {
        net *net;
        int32_t from, width;
    } of[MOST_NETS];
} dump_model;

static bool fits_dumps(const net *with, int32_t width) {
    int64_t inputs = DUMP_COLUMNS + (int64_t)width + COMMON;
    return with->inputs == inputs && with->groups == DUMP_GROUPS && with->common == COMMON;
}

/* The first layer of all nets, of which each has `hidden` and the columns in common. */
static int look_at_lines(const dump_model *by, const source *given, const dump *of, double *const *common, memory *from,
                         double *const *hidden) {
    int32_t spoken = by->said.width, stride = DUMP_COLUMNS + spoken + COMMON;
    double *rows = TAKE(from, double, 4 * (size_t)stride), *sums = TAKE(from, double, 4 * (size_t)spoken);
    if (from->failed)
        return NO_MEMORY;
    for (int32_t done = 0, many; done < of->lines.many; done += many) {
        many = of->lines.many - done < 4 ? of->lines.many - done : 4;
        memset(rows, 0, 4 * (size_t)stride * sizeof(double));
        memset(sums, 0, 4 * (size_t)spoken * sizeof(double));
        for (int32_t line = 0; line < many; line++) {
            const counted *seen = &of->lines.counts[done + line];
            dump_columns(given, of, done + line, rows + line * stride);
            add_phrases(&by->said, of->lines.texts[done + line], seen->length, sums + line * spoken);
        }
        for (int number = 0; number < by->nets; number++) {
            const net *net = by->of[number].net;
            int32_t width = by->of[number].width;
            for (int32_t line = 0; line < many; line++) {
                double *out = rows + line * stride + DUMP_COLUMNS;
                memcpy(out, sums + line * spoken + by->of[number].from, (size_t)width * sizeof(double));
                memcpy(out + width, common[number] + (int64_t)(done + line) * COMMON, COMMON * sizeof(double));
            }
            look_alone(net, rows, stride, many, hidden[number] + (int64_t)done * net->hidden);
        }
    }
    return DONE;
}

/* Both looks of a net at lines whose first layer is `hidden`. */
static int judge_lines(const net *by, const dump *of, const shared *common, double *hidden, memory *from,
                       double *scores) {
    const sheet *lines = &of->lines;
    double *rest = ROOM(from, double, lines->many);
    looks at = {.hidden = hidden,
                .seen = TAKE(from, double, lines->many),
                .rows = TAKE(from, double, (size_t)lines->many *(size_t)by->after)};
    if (from->failed || look_once(by, lines->weight, &lines->where, from, &at) != DONE)
        return NO_MEMORY;
    for (int32_t line = 0; line < lines->many; line++)
        rest[line] = (lines->weight[line] > 0) - at.seen[line];
    write_common(common, at.seen, rest, lines->many, at.rows + by->after - COMMON, by->after);
    look_again(by, &at, lines->many, scores);
    return DONE;
}

/* What several nets think of each line together: the mean of their log-odds. None is surer than ten thousand to one. */
static double agreed(double *const *scores, int nets, int32_t line) {
    static const double SUREST = 1e-4;
    double odds = 0;
    for (int net = 0; net < nets; net++) {
        double score = scores[net][line];
        double chance = score < SUREST ? SUREST : score > 1 - SUREST ? 1 - SUREST : score;
        odds += log(chance / (1 - chance));
    }
    return rint(DIGITS / (1 + exp(-odds / nets))) / DIGITS;
}

/* What the trees think where `scores` are the nets'. */
static int judge_again(const dump_model *by, const source *given, const dump *of, memory *from, double *scores) {
    const sheet *lines = &of->lines;
    double *own = TAKE(from, double, (size_t)lines->many *DUMP_COLUMNS);
    if (from->failed)
        return NO_MEMORY;
    for (int32_t line = 0; line < lines->many; line++)
        dump_columns(given, of, line, own + (int64_t)line * DUMP_COLUMNS);
    return look_third(&by->above, own, lines->weight, &lines->where, from, scores);
}

/* The scores of the lines of a dump: 0 for those that are not looked at. */
static int dump_scores(const dump_model *by, const source *given, memory *from, double *scores) {
    dump of = {0};
    terms speaking;
    shared common[MOST_NETS];
    double *first[MOST_NETS], *hidden[MOST_NETS], *found[MOST_NETS];
    if (read_dump(given, &by->said.known, from, &of) != DONE)
        return NO_MEMORY;
    int32_t many = of.lines.many;
    if (find_terms(&by->said, of.lines.texts, many, from, &speaking) != DONE)
        return NO_MEMORY;
    double *live = ROOM(from, double, many), *headline = ROOM(from, double, many);
    for (int net = 0; net < by->nets; net++) {
        first[net] = TAKE(from, double, (size_t)many *COMMON), found[net] = TAKE(from, double, many);
        hidden[net] = ROOM(from, double, (size_t)many *(size_t)by->of[net].net->hidden);
        if (from->failed || share_terms(&speaking, net, many, from, &common[net]) != DONE)
            return NO_MEMORY;
        for (int32_t line = 0; line < many; line++)
            live[line] = of.lines.weight[line] > 0, headline[line] = !live[line];
        write_common(&common[net], live, headline, many, first[net], COMMON);
    }
    if (look_at_lines(by, given, &of, first, from, hidden) != DONE)
        return NO_MEMORY;
    int code = DONE;
    for (int net = 0; net < by->nets && code == DONE && many > 0; net++) {
        memory scratch = {0};
        code = judge_lines(by->of[net].net, &of, &common[net], hidden[net], &scratch, found[net]);
        give_back(&scratch);
    }
    for (int32_t line = 0; line < many && code == DONE; line++)
        live[line] = agreed(found, by->nets, line);
    if (by->above.many > 0 && many > 0 && code == DONE)
        code = judge_again(by, given, &of, from, live);
    for (int32_t line = 0; line < many && code == DONE; line++)
        scores[of.lines.rows[line]] = live[line];
    return code;
}

/* What the scorer sees of a dump, for training: room that the caller has made, for all lines. */
typedef struct {
    int32_t *rows;                  /* lines that are looked at */
    double *own, *weight;           /* of each row DUMP_COLUMNS; about how many words, 0 for the headline */
    int32_t *order, *first, *after; /* as in `places` */
    int32_t many;                   /* rows, filled in */
} seen_dump;

static int show_dump(const characters *known, const source *given, memory *from, seen_dump *out) {
    dump of = {0};
    if (read_dump(given, known, from, &of) != DONE)
        return NO_MEMORY;
    size_t many = (size_t)of.lines.many, numbers = sizeof(int32_t);
    out->many = of.lines.many;
    memcpy(out->rows, of.lines.rows, many * numbers);
    memcpy(out->weight, of.lines.weight, many * sizeof(double));
    memcpy(out->order, of.lines.where.order, 2 * many * numbers);
    memcpy(out->first, of.lines.where.first, many * DUMP_GROUPS * numbers);
    memcpy(out->after, of.lines.where.after, many * DUMP_GROUPS * numbers);
    for (int32_t line = 0; line < of.lines.many; line++)
        dump_columns(given, &of, line, out->own + (int64_t)line * DUMP_COLUMNS);
    return DONE;
}

#endif
