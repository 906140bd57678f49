/* Dumps: no elements, so what stands together is read off blank lines and rules; and the scores of their lines. */

#ifndef DUMPS_H
#define DUMPS_H

#include "cohesion.h"
#include "containers.h"
#include "features.h"
#include "looks.h"
#include "phrases.h"

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
    if (first_beginnings(&out->lines, TWINS, from, out->begins) != DONE)
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
    int32_t met[LOOKS], *first = ROOM(from, int32_t, out->lines.many);
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
    out->layout = ROOM(from, double, many *LAYOUT), out->lines.listed = ROOM(from, double, many);
    out->begins = ROOM(from, int32_t, many), out->last = ROOM(from, int32_t, many);
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
    out[3] = log(1.0 + (lines->all - lines->many)) / 6;
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

/* Some nets for dumps, and the phrases they know: a net's vectors are a part of theirs. */
typedef struct {
    phrases said;
    int nets;
    struct {
        net net;
        int32_t from, width;
    } of[MOST_NETS];
} dump_model;

static bool fits_dumps(const net *with, int32_t width) {
    int64_t inputs = DUMP_COLUMNS + (int64_t)width + COMMON;
    return with->inputs == inputs && with->groups == DUMP_GROUPS && with->common == COMMON;
}

/* The words of a line as a net sees them. */
static void write_words_of(const phrases *said, const int32_t *sums, int32_t width, int16_t *out) {
    double unit = ldexp(1, -said->bits);
    for (int32_t column = 0; column < width; column++)
        out[column] = fixed(sums[column] * unit);
}

/* The first layer of all nets, of which each has `hidden` and the columns in common. */
static int look_at_lines(const dump_model *by, const source *given, const dump *of, double *const *common, memory *from,
                         int16_t *const *hidden) {
    int32_t spoken = by->said.width;
    int64_t stride = even(DUMP_COLUMNS + spoken + COMMON);
    int16_t *rows = TAKE(from, int16_t, AT_ONCE *stride);
    int32_t *sums = ROOM(from, int32_t, AT_ONCE *(size_t)spoken);
    if (from->failed)
        return NO_MEMORY;
    for (int32_t done = 0, many; done < of->lines.many; done += many) {
        many = of->lines.many - done < AT_ONCE ? of->lines.many - done : AT_ONCE;
        memset(sums, 0, AT_ONCE * (size_t)spoken * sizeof *sums);
        for (int32_t line = 0; line < many; line++) {
            double columns[DUMP_COLUMNS] = {0};
            dump_columns(given, of, done + line, columns);
            write_fixed(columns, DUMP_COLUMNS, rows + line * stride);
            add_phrases(&by->said, of->lines.texts[done + line], of->lines.counts[done + line].length,
                        sums + line * spoken);
        }
        for (int number = 0; number < by->nets; number++) {
            const net *net = &by->of[number].net;
            int32_t width = by->of[number].width;
            for (int32_t line = 0; line < many; line++) {
                int16_t *out = rows + line * stride + DUMP_COLUMNS;
                write_words_of(&by->said, sums + line * spoken + by->of[number].from, width, out);
                write_fixed(common[number] + (int64_t)(done + line) * COMMON, COMMON, out + width);
            }
            look_alone(net, rows, stride, many, hidden[number] + done * even(net->hidden));
        }
    }
    return DONE;
}

/* Both looks of a net at lines whose first layer is `hidden`. */
static int judge_lines(const net *by, const dump *of, const shared *common, int16_t *hidden, memory *from,
                       double *scores) {
    const sheet *lines = &of->lines;
    size_t many = (size_t)lines->many;
    double *rest = ROOM(from, double, many), *columns = TAKE(from, double, many *COMMON);
    amounts words = amounts_of(lines);
    looks at;
    if (!new_looks(by, lines->many, hidden, from, &at) || look_once(by, &words, &lines->where, from, &at) != DONE)
        return NO_MEMORY;
    for (int32_t line = 0; line < lines->many; line++)
        rest[line] = (lines->weight[line] > 0) - at.seen[line];
    write_common(common, at.seen, rest, lines->many, columns);
    for (int64_t line = 0; line < lines->many; line++)
        write_fixed(columns + line * COMMON, COMMON, at.rows + line * at.width + by->after - COMMON);
    look_again(by, &at, lines->many, scores);
    return DONE;
}

/* What several nets think of each line together: the mean of their log-odds. */
static double agreed(double *const *scores, int nets, int32_t line) {
    double odds = 0;
    for (int net = 0; net < nets; net++) {
        double chance = doubted(scores[net][line]);
        odds += log(chance / (1 - chance));
    }
    return rounded(1 / (1 + exp(-odds / nets)));
}

/* What each line has in common with others, as each net sees it: all of them and the headline. */
static int share_all(const dump_model *by, const dump *of, memory *from, shared *common, double **columns) {
    terms speaking;
    int32_t many = of->lines.many;
    double *live = ROOM(from, double, many), *headline = ROOM(from, double, many);
    if (from->failed || find_terms(&by->said, of->lines.texts, many, from, &speaking) != DONE)
        return NO_MEMORY;
    for (int32_t line = 0; line < many; line++)
        live[line] = of->lines.weight[line] > 0, headline[line] = !live[line];
    for (int net = 0; net < by->nets; net++) {
        columns[net] = TAKE(from, double, (size_t)many *COMMON);
        if (from->failed || share_terms(&speaking, net, many, from, &common[net]) != DONE)
            return NO_MEMORY;
        write_common(&common[net], live, headline, many, columns[net]);
    }
    return DONE;
}

/* All looks at a dump of some lines. */
static int judge_dump(const dump_model *by, const source *given, const dump *of, memory *from, double *scores) {
    int64_t many = of->lines.many;
    shared common[MOST_NETS];
    double *columns[MOST_NETS], *found[MOST_NETS];
    int16_t *hidden[MOST_NETS];
    for (int net = 0; net < by->nets; net++) {
        found[net] = ROOM(from, double, many);
        hidden[net] = ROOM(from, int16_t, many *even(by->of[net].net.hidden));
    }
    if (from->failed || share_all(by, of, from, common, columns) != DONE ||
        look_at_lines(by, given, of, columns, from, hidden) != DONE)
        return NO_MEMORY;
    for (int net = 0; net < by->nets; net++)
        if (judge_lines(&by->of[net].net, of, &common[net], hidden[net], from, found[net]) != DONE)
            return NO_MEMORY;
    for (int32_t line = 0; line < many; line++)
        scores[line] = agreed(found, by->nets, line);
    return DONE;
}

/* The scores of the lines of a dump: 0 for those that are not looked at. */
static int dump_scores(const dump_model *by, const source *given, memory *from, double *scores) {
    dump of = {0};
    if (read_dump(given, &by->said.known, from, &of) != DONE)
        return NO_MEMORY;
    double *found = ROOM(from, double, of.lines.many);
    if (from->failed || (of.lines.many > 0 && judge_dump(by, given, &of, from, found) != DONE))
        return NO_MEMORY;
    for (int32_t line = 0; line < of.lines.many; line++)
        scores[of.lines.rows[line]] = found[line];
    return DONE;
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
