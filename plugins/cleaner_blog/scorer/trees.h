/* A third look: decision trees, which see what the nets thought of a line and of those around it.

   A tree parts lines by one column at a time, a net by sums of all: so the two err on different lines. */

#ifndef TREES_H
#define TREES_H

#include "looks.h"

enum { NEIGHBOURS = 5, BLANK_ROWS = 2 }; /* lines whose columns are seen; empty rows above and below all lines */
enum { MEANS = 60 };                     /* columns of which also means are seen: the classes of characters */
enum { OUT_OF_SIGHT = 8 };               /* lines on each side whose scores are seen */
enum { LEAF = -1 };
enum { ASKED = 8, MOST_LEAVES = 32 }; /* lines that trees are asked of at the same time; leaves of a tree */
static const double CLEAR = 0.02;     /* a line that nets score lower, or as near to 1, is clear to them */
static const int64_t NEIGHBOUR[NEIGHBOURS] = {0, -1, 1, -2, 2};

/* What Python hands over. Each node stands before those below it, the left one right behind it. */
typedef struct {
    const int32_t *features; /* the column that a node asks for, or LEAF */
    const float *values;     /* the most that goes left; what a leaf adds to the log-odds */
    const int32_t *skips;    /* how far behind a node the right one stands */
    const int32_t *roots;
    int32_t nodes, many;
} trees;

/* What a node asks: lines with more than that go right, and so to none of the leaves on its left. */
typedef struct {
    float most;
    uint32_t left;  /* a bit for each leaf, counted from the left */
    int32_t column; /* where the numbers of lines begin in this column */
} question;

/* As it is asked: all questions of a tree at once, for the leaf of a line is the first that no answer rules out. So
   several lines are asked together, whatever way each goes. What lines show by themselves is one matrix with a row for
   each; what a line that is asked for sees are its row and those around it, as they stand there, and then the rest. */
typedef struct {
    memory kept;
    int32_t many, used;
    int64_t columns, rest; /* of a line itself; the others that it sees */
    int32_t *from;         /* where each column is that some node asks for, among all that a line sees */
    int32_t room[2];       /* for so many questions and leaves */
    int32_t (*ends)[2];    /* the end of the questions and of the leaves of each tree */
    question *questions;
    float *leaves; /* what each adds to the log-odds */
} forest;

/* Columns of the rest, of lines that stand in so many groups. */
static int64_t rest_width(int64_t groups) {
    return (groups - OWN_GROUP + 1) * MEANS + found_columns(groups, OUT_OF_SIGHT);
}

/* Where a column is, as training counts them: there the neighbours stand in another order. */
static int64_t column_at(int64_t feature, int64_t columns) {
    bool is_beside = feature < NEIGHBOURS * columns;
    return is_beside ? (BLANK_ROWS + NEIGHBOUR[feature / columns]) * columns + feature % columns : feature;
}

/* Whether there are such a column and such nodes as this one asks for. */
static bool fits_trees(const trees *given, const forest *in, int32_t node) {
    int64_t feature = given->features[node], skip = given->skips[node];
    return feature >= 0 && feature < NEIGHBOURS * in->columns + in->rest && skip >= 2 && skip < given->nodes - node;
}

/* The number of a column among those that are used; `known` has one more than it by feature. */
static int32_t number_column(int32_t feature, int32_t *known, forest *out) {
    if (known[feature] == 0) {
        out->from[out->used++] = (int32_t)column_at(feature, out->columns);
        known[feature] = out->used;
    }
    return known[feature] - 1;
}

/* Add a node and those below it to a tree that began with `begin`; `end` moves behind its questions and its leaves.
   Whether it fits: a tree has so many leaves at most, and no node stands in two trees. */
static bool plant(const trees *given, int32_t node, const int32_t *begin, int32_t *known, int32_t *end, forest *out) {
    if (given->features[node] == LEAF) {
        if (end[1] - begin[1] == MOST_LEAVES || end[1] == out->room[1])
            return false;
        out->leaves[end[1]++] = given->values[node];
        return true;
    }
    if (!fits_trees(given, out, node) || end[0] - begin[0] == MOST_LEAVES - 1 || end[0] == out->room[0])
        return false;
    question *asked = &out->questions[end[0]++];
    int32_t first = end[1] - begin[1];
    if (!plant(given, node + 1, begin, known, end, out))
        return false;
    int32_t after = end[1] - begin[1];
    uint32_t left = (uint32_t)(((uint64_t)1 << after) - ((uint64_t)1 << first));
    *asked = (question){given->values[node], left, ASKED * number_column(given->features[node], known, out)};
    return plant(given, node + given->skips[node], begin, known, end, out);
}

/* Trees that see lines of so many columns, in so many groups. */
static int new_forest(const trees *given, int64_t columns, int64_t groups, forest *out) {
    memory *kept = &out->kept, scratch = {0};
    int64_t features = NEIGHBOURS * columns + rest_width(groups);
    out->many = given->many, out->columns = columns, out->rest = rest_width(groups);
    out->from = TAKE(kept, int32_t, features), out->ends = take(kept, (size_t)given->many, sizeof *out->ends);
    for (int32_t node = 0; node < given->nodes; node++)
        out->room[given->features[node] == LEAF]++;
    out->questions = TAKE(kept, question, out->room[0]), out->leaves = TAKE(kept, float, out->room[1]);
    int32_t *known = TAKE(&scratch, int32_t, features), end[2] = {0};
    int code = kept->failed || scratch.failed ? NO_MEMORY : DONE;
    for (int32_t number = 0; number < given->many && code == DONE; number++) {
        int32_t root = given->roots[number], begin[2] = {end[0], end[1]};
        if (root < 0 || root >= given->nodes || !plant(given, root, begin, known, end, out))
            code = NO_FIT;
        memcpy(out->ends[number], end, sizeof end);
    }
    give_back(&scratch);
    return code;
}

/* Rows for so many lines, which are the caller's to write: the first of them. */
static float *new_rows(const forest *by, int64_t lines, memory *from) {
    size_t blank = (size_t)(BLANK_ROWS * by->columns);
    float *rows = ROOM(from, float, (size_t)(lines * by->columns) + 2 * blank);
    if (from->failed)
        return NULL;
    memset(rows, 0, blank * sizeof *rows);
    memset(rows + blank + lines * by->columns, 0, blank * sizeof *rows);
    return rows + blank;
}

static float *write_floats(const double *values, int64_t many, float *out) {
    for (int64_t number = 0; number < many; number++)
        out[number] = (float)values[number];
    return out + many;
}

/* Running sums of the first columns of lines, in the order of the groups: of a to b it is s[b] - s[a]. */
static void run_own(const forest *by, const float *rows, const places *where, double *sums) {
    memset(sums, 0, MEANS * sizeof *sums);
    for (int64_t step = 0; step < 2 * (int64_t)where->lines; step++, sums += MEANS)
        for (int column = 0; column < MEANS; column++)
            sums[MEANS + column] = sums[column] + rows[where->order[step] * by->columns + column];
}

static float *write_mean(const double *sums, int64_t first, int64_t after, float *out) {
    double many = (double)(after - first);
    for (int column = 0; column < MEANS; column++)
        out[column] = (float)((sums[after * MEANS + column] - sums[first * MEANS + column]) / many);
    return out + MEANS;
}

/* The rest of what a line sees: the means of columns over its groups and its page, and the scores. */
static void write_rest(const double *sums, const findings *found, int64_t line, float *out) {
    const places *where = found->where;
    int64_t columns = found_columns(where->groups, OUT_OF_SIGHT);
    double row[columns];
    for (int group = OWN_GROUP; group < where->groups; group++) {
        int64_t place = line * where->groups + group;
        out = write_mean(sums, where->first[place], where->after[place], out);
    }
    out = write_mean(sums, 0, where->lines, out);
    write_found(found, line, row);
    write_floats(row, columns, out);
}

/* Numbers of the lines that are asked together. */
typedef float numbers __attribute__((vector_size(4 * ASKED), aligned(4), may_alias));
typedef uint32_t leaves_left __attribute__((vector_size(4 * ASKED)));

/* Add to the log-odds of lines what all trees say. */
static inline __attribute__((always_inline)) void ask_all(const forest *by, const float *columns, double *odds) {
    const question *at = by->questions;
    const float *leaves = by->leaves;
    for (int32_t tree = 0; tree < by->many; tree++) {
        leaves_left left = ~(leaves_left){0};
        for (const question *end = by->questions + by->ends[tree][0]; at < end; at++) {
            numbers value = *(const numbers *)(columns + at->column);
            left &= ~((leaves_left)(value > at->most - (numbers){0}) & (at->left - (leaves_left){0}));
        }
        for (int line = 0; line < ASKED; line++)
            odds[line] += leaves[__builtin_ctz(left[line])];
        leaves = by->leaves + by->ends[tree][1];
    }
}

#if HAS_AVX2
WIDE static void ask_widely(const forest *by, const float *columns, double *odds) { ask_all(by, columns, odds); }
#endif

static void ask_plainly(const forest *by, const float *columns, double *odds) { ask_all(by, columns, odds); }

/* The columns that some node asks for, of all that a line sees: so far apart, others stand between them. */
static void gather(const forest *by, const float *seen, float *out) {
    for (int32_t column = 0; column < by->used; column++)
        out[column * ASKED] = seen[by->from[column]];
}

/* Add to the log-odds of lines what all trees say. */
static void ask(const forest *by, const float *columns, double *odds) {
#if HAS_AVX2
    if (has_avx2()) {
        ask_widely(by, columns, odds);
        return;
    }
#endif
    ask_plainly(by, columns, odds);
}

/* Whether the trees are asked of a line: most lines are clear to the nets, and asking takes as long as all they do. */
static bool is_open(double score, double words) { return words > 0 && score > CLEAR && score < 1 - CLEAR; }

/* The scores that trees give to lines with these rows, where the nets' are `scores` so far. */
static int look_third(const forest *by, const float *rows, const amounts *of, const places *where, memory *from,
                      double *scores) {
    int64_t lines = where->lines, many = 0;
    double *seen = ROOM(from, double, lines), *sums = ROOM(from, double, (2 * lines + 1) * MEANS);
    int64_t beside = NEIGHBOURS * by->columns;
    float *columns = take_aligned(from, (size_t)by->used * ASKED, sizeof(float)), sight[beside + by->rest];
    int64_t *open = ROOM(from, int64_t, lines);
    findings found;
    if (from->failed)
        return NO_MEMORY;
    for (int64_t line = 0; line < lines; line++) {
        seen[line] = of->words[line] > 0 ? doubted(scores[line]) : 0;
        open[many] = line;
        many += is_open(scores[line], of->words[line]);
    }
    if (many == 0)
        return DONE;
    if (find_text(seen, of, where, OUT_OF_SIGHT, from, &found) != DONE)
        return NO_MEMORY;
    run_own(by, rows, where, sums);
    for (int64_t done = 0; done < many; done += ASKED) {
        int64_t asked = many - done < ASKED ? many - done : ASKED;
        double odds[ASKED] = {0};
        for (int64_t line = 0; line < asked; line++) {
            const float *first = rows + (open[done + line] - BLANK_ROWS) * by->columns;
            memcpy(sight, first, (size_t)beside * sizeof *sight);
            write_rest(sums, &found, open[done + line], sight + beside);
            gather(by, sight, columns + line);
        }
        ask(by, columns, odds);
        for (int64_t line = 0; line < asked; line++)
            scores[open[done + line]] = rounded(1 / (1 + exp(-odds[line])));
    }
    return DONE;
}

#endif
