/* A third look: decision trees, which see what the nets thought of a line and of those around it.

   A tree parts lines by one column at a time, a net by sums of all: so the two err on different lines. */

#ifndef TREES_H
#define TREES_H

#include "model.h"

enum { ASIDE = 2, OUT_OF_SIGHT = 8 }; /* lines on each side whose columns are seen, and whose scores */
enum { MEANS = 60 };                  /* columns of which also means are seen: the classes of characters */
enum { LEAF = -1 };

/* What Python hands over. Each node stands before those below it, the left one right behind it. */
typedef struct {
    const int32_t *features; /* the column that a node asks for, or LEAF */
    const float *values;     /* the most that goes left; what a leaf adds to the log-odds */
    const int32_t *skips;    /* how far behind a node the right one stands */
    const int32_t *roots;
    int32_t nodes, many;
} trees;

typedef struct {
    memory kept;
    trees of;
} forest;

/* How many columns the trees see of a line that shows so many itself and stands in so many groups. */
static int64_t third_columns(int64_t columns, int64_t groups)
{
    return (2 * ASIDE + 1) * columns + (groups - OWN_GROUP + 1) * MEANS + 2 * groups + POSITIONS +
           (2 * OUT_OF_SIGHT + 1) * BESIDE;
}

static void *copied(memory *from, const void *values, size_t many, size_t size)
{
    void *made = take(from, many, size);
    if (made != NULL)
        memcpy(made, values, many * size);
    return made;
}

/* Whether every walk ends at a leaf, and asks only for columns that there are. */
static bool is_sound(const trees *given, int64_t columns)
{
    for (int32_t root = 0; root < given->many; root++)
        if (given->roots[root] < 0 || given->roots[root] >= given->nodes)
            return false;
    for (int32_t node = 0; node < given->nodes; node++) {
        int32_t feature = given->features[node], skip = given->skips[node];
        if (feature == LEAF)
            continue;
        if (feature < 0 || feature >= columns || skip < 2 || skip >= given->nodes - node)
            return false;
    }
    return true;
}

/* Trees that see lines of so many columns, in so many groups. */
static int new_forest(const trees *given, int64_t columns, int64_t groups, forest *out)
{
    if (!is_sound(given, third_columns(columns, groups)))
        return NO_FIT;
    size_t nodes = (size_t)given->nodes;
    out->of = *given;
    out->of.features = copied(&out->kept, given->features, nodes, sizeof(int32_t));
    out->of.values = copied(&out->kept, given->values, nodes, sizeof(float));
    out->of.skips = copied(&out->kept, given->skips, nodes, sizeof(int32_t));
    out->of.roots = copied(&out->kept, given->roots, (size_t)given->many, sizeof(int32_t));
    return out->kept.failed ? NO_MEMORY : DONE;
}

static double walk(const trees *of, const float *seen)
{
    double odds = 0;
    for (int32_t root = 0; root < of->many; root++) {
        int32_t node = of->roots[root];
        while (of->features[node] != LEAF)
            node += seen[of->features[node]] <= of->values[node] ? 1 : of->skips[node];
        odds += of->values[node];
    }
    return odds;
}

/* Running sums of the first columns of lines, in the order of the groups: of a to b it is s[b] - s[a]. */
static void run_own(const double *own, int64_t columns, const places *where, double *sums)
{
    for (int64_t step = 0; step < 2 * (int64_t)where->lines; step++, sums += MEANS)
        for (int column = 0; column < MEANS; column++)
            sums[MEANS + column] = sums[column] + own[where->order[step] * columns + column];
}

static float *write_floats(const double *values, int64_t many, float *out)
{
    for (int64_t number = 0; number < many; number++)
        out[number] = (float)values[number];
    return out + many;
}

static float *write_mean(const double *sums, int64_t first, int64_t after, float *out)
{
    for (int column = 0; column < MEANS; column++)
        out[column] = (float)((sums[after * MEANS + column] - sums[first * MEANS + column]) / (double)(after - first));
    return out + MEANS;
}

/* What the trees see of a line: its columns and its neighbours', means over its groups and its page, the scores. */
static void write_third(const double *own, int64_t columns, const double *sums, const places *where, const double *found,
                        int64_t found_columns, int64_t line, float *out)
{
    static const int64_t aside[] = {0, -1, 1, -2, 2};
    for (int place = 0; place < 2 * ASIDE + 1; place++, out += columns) {
        int64_t other = line + aside[place];
        if (other >= 0 && other < where->lines)
            write_floats(own + other * columns, columns, out);
        else
            memset(out, 0, (size_t)columns * sizeof(float));
    }
    for (int group = OWN_GROUP; group < where->groups; group++) {
        int64_t place = line * where->groups + group;
        out = write_mean(sums, where->first[place], where->after[place], out);
    }
    out = write_mean(sums, 0, where->lines, out);
    write_floats(found + line * found_columns, found_columns, out);
}

/* The scores that trees give to lines with these columns, where the nets' are `scores` so far. */
static int look_third(const forest *by, const double *own, int64_t columns, const double *words, const places *where,
                      memory *from, double *scores)
{
    static const double SUREST = 1e-4; /* no line is surer to be article, or not to be */
    int64_t lines = where->lines, width = third_columns(columns, where->groups);
    net only = {.groups = where->groups, .far = OUT_OF_SIGHT};
    only.after = (int32_t)after_of(&only);
    looks at = {.seen = ROOM(from, double, lines), .rows = TAKE(from, double, lines * only.after)};
    double *found = TAKE(from, double, (2 * lines + 1) * BESIDE), *beside = TAKE(from, double, lines * BESIDE);
    double *sums = TAKE(from, double, (2 * lines + 1) * MEANS);
    float *seen = ROOM(from, float, width);
    if (from->failed)
        return NO_MEMORY;
    for (int64_t line = 0; line < lines; line++) {
        double score = scores[line] < SUREST ? SUREST : scores[line] > 1 - SUREST ? 1 - SUREST : scores[line];
        at.seen[line] = words[line] > 0 ? score : 0;
    }
    write_second(&only, &at, words, where, found);
    write_beside(&only, &at, words, lines, beside);
    run_own(own, columns, where, sums);
    for (int64_t line = 0; line < lines; line++) {
        write_third(own, columns, sums, where, at.rows, only.after, line, seen);
        scores[line] = rint(DIGITS / (1 + exp(-walk(&by->of, seen)))) / DIGITS;
    }
    return DONE;
}

#endif
