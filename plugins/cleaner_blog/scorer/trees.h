/* A third look: decision trees, which see what the nets thought of a line and of those around it.

   A tree parts lines by one column at a time, a net by sums of all: so the two err on different lines. */

#ifndef TREES_H
#define TREES_H

#include "model.h"

enum { NEIGHBOURS = 5, BLANK_ROWS = 2 }; /* lines whose columns are seen; empty rows above and below all lines */
enum {
    MEANS = 60,
    OUT_OF_SIGHT = 8
}; /* columns of which also means are seen: the classes of characters; lines on each
                                            side whose scores are seen */
enum { LEAF = -1 };
static const double CLEAR = 0.02; /* a line that nets score lower, or as near to 1, is clear to them */
static const int64_t NEIGHBOUR[NEIGHBOURS] = {0, -1, 1, -2, 2};

/* What Python hands over. Each node stands before those below it, the left one right behind it. */
typedef struct {
    const int32_t *features; /* the column that a node asks for, or LEAF */
    const float *values;     /* the most that goes left; what a leaf adds to the log-odds */
    const int32_t *skips;    /* how far behind a node the right one stands */
    const int32_t *roots;
    int32_t nodes, many;
} trees;

/* As it is walked. What the trees see of a page is one matrix with a row for each line, so that a column of a neighbour
   is a number at a fixed distance. */
typedef struct {
    float value;
    int32_t from;        /* where the column is that it asks for, from the first one of the line on */
    int32_t left, right; /* how far it is to the next node; 0 in a leaf */
} tree_node;

typedef struct {
    memory kept;
    int32_t many;
    int64_t columns, width; /* of a line itself, of a row */
    int32_t *roots;
    tree_node *nodes;
} forest;

/* Columns of a row, of lines that show so many themselves and stand in so many groups. */
static int64_t row_width(int64_t columns, int64_t groups) {
    return columns + (groups - OWN_GROUP + 1) * MEANS + 2 * groups + POSITIONS + (2 * OUT_OF_SIGHT + 1) * BESIDE;
}

/* Where a column is, as training counts them: there the neighbours' are side by side. */
static int64_t column_at(int64_t feature, int64_t columns, int64_t width) {
    int64_t aside = NEIGHBOURS * columns;
    return feature < aside ? NEIGHBOUR[feature / columns] * width + feature % columns : feature - aside + columns;
}

/* Trees that see lines of so many columns, in so many groups. Every walk goes on to the end of the nodes, so it ends. */
static int new_forest(const trees *given, int64_t columns, int64_t groups, forest *out) {
    memory *kept = &out->kept;
    out->many = given->many, out->columns = columns, out->width = row_width(columns, groups);
    out->roots = TAKE(kept, int32_t, given->many), out->nodes = TAKE(kept, tree_node, given->nodes);
    if (kept->failed)
        return NO_MEMORY;
    for (int32_t number = 0; number < given->many; number++) {
        out->roots[number] = given->roots[number];
        if (given->roots[number] < 0 || given->roots[number] >= given->nodes)
            return NO_FIT;
    }
    for (int32_t node = 0; node < given->nodes; node++) {
        int64_t feature = given->features[node], skip = given->skips[node];
        out->nodes[node].value = given->values[node];
        if (feature == LEAF)
            continue;
        if (feature < 0 || feature >= out->width + (NEIGHBOURS - 1) * columns || skip < 2 ||
            skip >= given->nodes - node)
            return NO_FIT;
        out->nodes[node].from = (int32_t)column_at(feature, columns, out->width);
        out->nodes[node].left = 1, out->nodes[node].right = (int32_t)skip;
    }
    return DONE;
}

/* What a tree adds to the log-odds of the line whose row this is. */
static inline double walk(const tree_node *at, const float *row) {
    while (at->left)
        at += row[at->from] <= at->value ? at->left : at->right;
    return at->value;
}

/* Running sums of the first columns of lines, in the order of the groups: of a to b it is s[b] - s[a]. */
static void run_own(const double *own, int64_t columns, const places *where, double *sums) {
    for (int64_t step = 0; step < 2 * (int64_t)where->lines; step++, sums += MEANS)
        for (int column = 0; column < MEANS; column++)
            sums[MEANS + column] = sums[column] + own[where->order[step] * columns + column];
}

static float *write_floats(const double *values, int64_t many, float *out) {
    for (int64_t number = 0; number < many; number++)
        out[number] = (float)values[number];
    return out + many;
}

static float *write_mean(const double *sums, int64_t first, int64_t after, float *out) {
    for (int column = 0; column < MEANS; column++)
        out[column] = (float)((sums[after * MEANS + column] - sums[first * MEANS + column]) / (double)(after - first));
    return out + MEANS;
}

/* What follows the columns of a line in its row: their means over its groups and its page, and the scores. */
static void write_rest(const double *sums, const places *where, const double *found, int64_t found_columns,
                       int64_t line, float *out) {
    for (int group = OWN_GROUP; group < where->groups; group++) {
        int64_t place = line * where->groups + group;
        out = write_mean(sums, where->first[place], where->after[place], out);
    }
    out = write_mean(sums, 0, where->lines, out);
    write_floats(found + line * found_columns, found_columns, out);
}

/* Whether the trees are asked of a line: most lines are clear to the nets, and asking takes as long as all they do. */
static bool is_open(double score, double words) { return words > 0 && score > CLEAR && score < 1 - CLEAR; }

/* The scores that trees give to lines with these columns, where the nets' are `scores` so far. */
static int look_third(const forest *by, const double *own, const double *words, const places *where, memory *from,
                      double *scores) {
    static const double SUREST = 1e-4; /* no line is surer to be article, or not to be */
    int64_t lines = where->lines, columns = by->columns;
    net only = {.groups = where->groups, .far = OUT_OF_SIGHT};
    only.after = (int32_t)after_of(&only);
    looks at = {.seen = ROOM(from, double, lines), .rows = TAKE(from, double, lines *only.after)};
    double *found = TAKE(from, double, (2 * lines + 1) * BESIDE), *beside = TAKE(from, double, lines *BESIDE);
    double *sums = TAKE(from, double, (2 * lines + 1) * MEANS);
    float *rows = TAKE(from, float, (lines + 2 * BLANK_ROWS) * by->width);
    const float **asked = ROOM(from, const float *, lines);
    double *odds = TAKE(from, double, lines);
    if (from->failed)
        return NO_MEMORY;
    for (int64_t line = 0; line < lines; line++) {
        double score = scores[line] < SUREST ? SUREST : scores[line] > 1 - SUREST ? 1 - SUREST : scores[line];
        at.seen[line] = words[line] > 0 ? score : 0;
    }
    write_second(&only, &at, words, where, found);
    write_beside(&only, &at, words, lines, beside);
    run_own(own, columns, where, sums);
    rows += BLANK_ROWS * by->width;
    int64_t many = 0;
    for (int64_t line = 0; line < lines; line++) {
        float *row = rows + line * by->width, *rest = write_floats(own + line * columns, columns, row);
        if (is_open(scores[line], words[line])) {
            write_rest(sums, where, at.rows, only.after, line, rest);
            asked[many++] = row;
        }
    }
    for (int32_t number = 0; number < by->many; number++) /* a tree is small, so it stays at hand for all lines */
        for (int64_t line = 0; line < many; line++)
            odds[line] += walk(by->nodes + by->roots[number], asked[line]);
    for (int64_t line = 0, next = 0; line < lines; line++)
        if (is_open(scores[line], words[line]))
            scores[line] = rint(DIGITS / (1 + exp(-odds[next++]))) / DIGITS;
    return DONE;
}

#endif
