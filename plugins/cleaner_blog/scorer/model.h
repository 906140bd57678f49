/* The net: dense layers over lines, their neighbours and their containers.

   It looks twice. The first look scores each line by itself, by some lines on each side and by what its groups hold;
   the second sees where on the page and in which groups the first found text. The shapes of the weights tell how many
   lines on each side a look sees. All sums are made in one order, in double precision, and a score is rounded: so it is
   the same everywhere. */

#ifndef MODEL_H
#define MODEL_H

#include <math.h>

#include "memory.h"

#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__) &&                       \
    !defined(__SANITIZE_ADDRESS__)
#define WIDE __attribute__((target_clones("avx2", "default"))) /* without fused operations the bits are the same */
#else
#define WIDE
#endif

enum { OWN_GROUP = 1 };             /* the first group of a line: the first look does not see what it holds */
enum { POSITIONS = 6, BESIDE = 2 }; /* columns of the second look */
static const double FLAT = 40;      /* beyond it a score is 0 or 1 in any case */
static const double DIGITS = 1e4;   /* a score is rounded to four of them */

/* Where each line stands. A group of lines is a run in `order`: the lines as they stand, then in another order. */
typedef struct {
    int32_t lines, groups;
    int32_t *order; /* two times as many as there are lines */
    int32_t *first; /* where each group of a line begins and ends: lines x groups */
    int32_t *after;
} places;

typedef struct {
    int32_t inputs, hidden, context; /* rows and columns of l1; columns of m, and of c */
    int32_t between, last, after;    /* rows of l2; columns and rows of l3 */
    int32_t groups, common;          /* groups of a line; columns that say what it has in common with others */
    int32_t near, far;               /* lines on each side */
    const double *l1, *l1_bias, *context_of, *m_bias, *l2, *l2_bias, *s1, *s1_bias, *l3, *l3_bias, *s2, *s2_bias;
    double weights[];
} net;

/* Between the two looks. Of `rows` (lines x net->after) the last `common` columns are the caller's to write. */
typedef struct {
    double *hidden; /* lines x net->hidden, of the first layer: to be filled before the first look */
    double *seen;   /* the first scores, and 0 for lines that are not live */
    double *rows;
} looks;

/* Rows of the second and of the third layer. */
static int64_t between_of(const net *with) {
    return with->hidden + (2 * with->near + 1 + with->groups - OWN_GROUP + 2) * (int64_t)with->context;
}

static int64_t after_of(const net *with) {
    return with->hidden + 2 * with->groups + POSITIONS + (2 * with->far + 1) * BESIDE + with->common;
}

/* How many weights a net of these shapes has; 0 if there is none. */
static int64_t weights_of(const net *with) {
    if (with->hidden < 1 || with->context < 1 || with->last < 1 || with->near < 0 || with->far < 0)
        return 0;
    int64_t hidden = with->hidden, context = with->context, last = with->last;
    return (with->inputs + 1 + with->between + 1) * hidden + 2 * hidden * context + context + hidden + 1 +
           (with->after + 1) * last + last + 1;
}

/* The first number of each layer, and of its bias. Rows of m and c stand side by side: both see the same. */
static void place_weights(net *made) {
    int64_t hidden = made->hidden, context = made->context, last = made->last;
    const double *at = made->weights;
    made->l1 = at, at += made->inputs * hidden, made->l1_bias = at, at += hidden;
    made->context_of = at, at += 2 * hidden * context, made->m_bias = at, at += context;
    made->l2 = at, at += made->between * hidden, made->l2_bias = at, at += hidden;
    made->s1 = at, at += hidden, made->s1_bias = at, at += 1;
    made->l3 = at, at += made->after * last, made->l3_bias = at, at += last;
    made->s2 = at, at += last, made->s2_bias = at;
}

static void copy_weights(const double *from, int64_t many, net *made) {
    int64_t size = made->context, begin = (made->inputs + 1) * (int64_t)made->hidden;
    const double *c = from + begin, *m = c + made->hidden * size;
    memcpy(made->weights, from, (size_t)many * sizeof(double));
    for (int64_t row = 0; row < made->hidden; row++) {
        double *both = made->weights + begin + 2 * row * size;
        memcpy(both, m + row * size, (size_t)size * sizeof(double));
        memcpy(both + size, c + row * size, (size_t)size * sizeof(double));
    }
}

/* What Python hands over of a net: the first eight numbers of `net`; and its layers, each before its bias, in the order
   l1, c (no bias), m, l2, s1, l3, s2; rows are inputs. */
typedef struct {
    int32_t shapes[8];
    const double *weights;
    int64_t many;
} stored_net;

/* A net, which is given back by `free`. */
static int new_net(const stored_net *of, net **out) {
    const int32_t *shapes = of->shapes;
    net known = {.inputs = shapes[0],
                 .hidden = shapes[1],
                 .context = shapes[2],
                 .between = shapes[3],
                 .last = shapes[4],
                 .after = shapes[5],
                 .groups = shapes[6],
                 .common = shapes[7]};
    if (known.context > 0) {
        known.near = ((known.between - known.hidden) / known.context - (known.groups - OWN_GROUP) - 3) / 2;
        known.far = ((known.after - known.hidden - 2 * known.groups - POSITIONS - known.common) / BESIDE - 1) / 2;
    }
    if (weights_of(&known) != of->many || between_of(&known) != known.between || after_of(&known) != known.after)
        return NO_FIT;
    *out = malloc(sizeof(net) + (size_t)of->many * sizeof(double));
    if (*out == NULL)
        return NO_MEMORY;
    **out = known;
    copy_weights(of->weights, of->many, *out);
    place_weights(*out);
    return DONE;
}

/* A number as it is stored: all but its sign is 0 where it is. */
typedef uint64_t bits __attribute__((may_alias));

/* Four numbers side by side. */
typedef double quad __attribute__((vector_size(32), aligned(8), may_alias));

/* Add the product of a row and a matrix, so many fours of its columns. Their number is known where this is used, so that
   the sums stay in registers. */
static inline __attribute__((always_inline)) void add_quads(const double *values, const int32_t *rows, int32_t many,
                                                            const double *weights, int64_t width, int quads,
                                                            double *out) {
    quad sums[10];
#pragma GCC unroll 10
    for (int number = 0; number < quads; number++)
        sums[number] = ((const quad *)out)[number];
    for (int32_t place = 0; place < many; place++) {
        const quad *from = (const quad *)(weights + rows[place] * width);
        double value = values[rows[place]];
#pragma GCC unroll 10
        for (int number = 0; number < quads; number++)
            sums[number] += value * from[number];
    }
#pragma GCC unroll 10
    for (int number = 0; number < quads; number++)
        ((quad *)out)[number] = sums[number];
}

/* Add the product of a row and a matrix. Most of what a line shows is 0, and is passed over. */
WIDE static void add_product(const double *values, int64_t many, const double *weights, int width, double *out) {
    int32_t rows[many + 1], count = 0, done = 0;
    for (int32_t row = 0; row < many; row++) {
        rows[count] = row;
        count += values[row] != 0;
    }
    for (; done + 40 <= width; done += 40)
        add_quads(values, rows, count, weights + done, width, 10, out + done);
    for (; done + 32 <= width; done += 32)
        add_quads(values, rows, count, weights + done, width, 8, out + done);
    for (; done + 24 <= width; done += 24)
        add_quads(values, rows, count, weights + done, width, 6, out + done);
    for (; done + 16 <= width; done += 16)
        add_quads(values, rows, count, weights + done, width, 4, out + done);
    for (; done + 8 <= width; done += 8)
        add_quads(values, rows, count, weights + done, width, 2, out + done);
    for (; done < width; done++)
        for (int32_t place = 0; place < count; place++)
            out[done] += values[rows[place]] * weights[rows[place] * (int64_t)width + done];
}

/* The same of four rows at a time, for eight columns: so the weights are fetched once for all four. */
static inline __attribute__((always_inline)) void add_four(const double *values, int64_t stride, const int32_t *rows,
                                                           int32_t many, const double *weights, int64_t width,
                                                           double *out, int64_t out_stride) {
    quad sums[4][2];
#pragma GCC unroll 4
    for (int line = 0; line < 4; line++)
        for (int half = 0; half < 2; half++)
            sums[line][half] = ((const quad *)(out + line * out_stride))[half];
    for (int32_t place = 0; place < many; place++) {
        const quad *from = (const quad *)(weights + rows[place] * width);
        const double *value = values + rows[place];
#pragma GCC unroll 4
        for (int line = 0; line < 4; line++) {
            sums[line][0] += value[line * stride] * from[0];
            sums[line][1] += value[line * stride] * from[1];
        }
    }
#pragma GCC unroll 4
    for (int line = 0; line < 4; line++)
        for (int half = 0; half < 2; half++)
            ((quad *)(out + line * out_stride))[half] = sums[line][half];
}

/* Add the products of rows and a matrix. The sums are the same as of each row alone. */
WIDE static void add_products(const double *values, int64_t stride, int64_t lines, int64_t many, const double *weights,
                              int width, double *out, int64_t out_stride) {
    int32_t rows[many + 1];
    for (; lines >= 4 && width % 8 == 0; lines -= 4, values += 4 * stride, out += 4 * out_stride) {
        int32_t count = 0;
        for (int32_t row = 0; row < many; row++) {
            const bits *value = (const bits *)(values + row);
            rows[count] = row;
            count += (value[0] | value[stride] | value[2 * stride] | value[3 * stride]) << 1 != 0;
        }
        for (int column = 0; column < width; column += 8)
            add_four(values, stride, rows, count, weights + column, width, out + column, out_stride);
    }
    for (; lines > 0; lines--, values += stride, out += out_stride)
        add_product(values, many, weights, width, out);
}

static void cut_below_zero(double *values, int64_t many) {
    for (int64_t number = 0; number < many; number++)
        values[number] = values[number] > 0 ? values[number] : 0;
}

static double scored(const double *values, const double *weights, int many, double bias) {
    double sum = bias;
    for (int number = 0; number < many; number++)
        sum += values[number] * weights[number];
    sum = sum > FLAT ? FLAT : sum < -FLAT ? -FLAT : sum;
    return 1 / (1 + exp(-sum));
}

/* The first layer: lines by themselves. Their rows are so far apart. */
static void look_alone(const net *with, const double *rows, int64_t stride, int64_t lines, double *hidden) {
    for (int64_t line = 0; line < lines; line++)
        memcpy(hidden + line * with->hidden, with->l1_bias, (size_t)with->hidden * sizeof(double));
    add_products(rows, stride, lines, with->inputs, with->l1, with->hidden, hidden, with->hidden);
    cut_below_zero(hidden, lines * with->hidden);
}

static bool new_looks(const net *with, int64_t lines, memory *from, looks *out) {
    out->hidden = TAKE(from, double, lines * with->hidden);
    out->seen = TAKE(from, double, lines);
    out->rows = TAKE(from, double, lines * with->after);
    return !from->failed;
}

/* What each line shows its groups and its page (no less than 0), and what it shows its neighbours: side by side. */
static void write_context(const net *with, const double *hidden, int64_t lines, double *context) {
    int width = with->context;
    for (int64_t line = 0; line < lines; line++) {
        memcpy(context + 2 * width * line, with->m_bias, (size_t)width * sizeof(double));
        memset(context + 2 * width * line + width, 0, (size_t)width * sizeof(double));
    }
    add_products(hidden, with->hidden, lines, with->hidden, with->context_of, 2 * width, context, 2 * width);
    for (int64_t line = 0; line < lines; line++)
        cut_below_zero(context + 2 * width * line, width);
}

/* Running sums of what lines show, in the order of the groups: of a to b it is s[b] - s[a]. */
static void run_sums(const double *context, int width, const places *where, double *running) {
    for (int64_t step = 0; step < 2 * (int64_t)where->lines; step++, running += width) {
        const double *added = context + 2 * width * (int64_t)where->order[step];
        for (int column = 0; column < width; column++)
            running[width + column] = running[column] + added[column];
    }
}

/* What all lines of a page share at the first look: the mean and the greatest of what they show. */
static void page_part(const net *with, const double *context, const double *sums, int64_t lines, double *out) {
    int width = with->context;
    double mean_and_most[2 * width];
    for (int column = 0; column < width; column++) {
        mean_and_most[column] = sums[lines * width + column] / (double)lines;
        mean_and_most[width + column] = 0;
    }
    for (int64_t line = 0; line < lines; line++, context += 2 * width)
        for (int column = 0; column < width; column++)
            if (context[column] > mean_and_most[width + column])
                mean_and_most[width + column] = context[column];
    memcpy(out, with->l2_bias, (size_t)with->hidden * sizeof(double));
    const double *weights = with->l2 + (int64_t)(with->between - 2 * width) * with->hidden;
    add_product(mean_and_most, 2 * width, weights, with->hidden, out);
}

/* Write what neighbours show, as many on each side as there are on the page. */
static void write_near(const net *with, const double *context, int64_t line, int64_t lines, double *out) {
    int width = with->context;
    for (int64_t other = line - with->near; other <= line + with->near; other++, out += width)
        if (other >= 0 && other < lines)
            memcpy(out, context + 2 * width * other + width, (size_t)width * sizeof(double));
        else
            memset(out, 0, (size_t)width * sizeof(double));
}

/* Write the means over the groups of a line. */
static void write_means(const net *with, const double *sums, const places *where, int64_t line, double *out) {
    int width = with->context;
    for (int group = OWN_GROUP; group < where->groups; group++, out += width) {
        int64_t place = line * where->groups + group;
        int64_t first = where->first[place], after = where->after[place];
        for (int column = 0; column < width; column++)
            out[column] = (sums[after * width + column] - sums[first * width + column]) / (double)(after - first);
    }
}

/* Where text was found at the first look: in the groups, before and after. */
static void write_second(const net *with, const looks *at, const double *words, const places *where, double *sums) {
    double found[BESIDE], passed = 0;
    for (int64_t step = 0; step < 2 * (int64_t)where->lines; step++) {
        int32_t line = where->order[step];
        found[0] = at->seen[line] * words[line], found[1] = words[line];
        for (int column = 0; column < BESIDE; column++)
            sums[BESIDE * (step + 1) + column] = sums[BESIDE * step + column] + found[column];
    }
    double every = sums[BESIDE * (int64_t)where->lines], total = every + 1, size = log1p(total) / 8;
    for (int64_t line = 0; line < where->lines; line++) {
        double *out = at->rows + line * with->after + with->hidden;
        for (int group = 0; group < where->groups; group++) {
            int64_t place = line * where->groups + group;
            const double *first = sums + BESIDE * (int64_t)where->first[place];
            const double *after = sums + BESIDE * (int64_t)where->after[place];
            out[group] = (after[0] - first[0]) / (after[1] - first[1] + 1);
            out[where->groups + group] = (after[0] - first[0]) / total;
        }
        out += 2 * where->groups;
        double here = at->seen[line] * words[line];
        double rest = every - passed - here > 0 ? every - passed - here : 0;
        out[0] = passed / total, out[1] = rest / total;
        out[2] = log1p(passed) / 8, out[3] = log1p(rest) / 8;
        out[4] = size, out[5] = at->seen[line];
        passed += here;
    }
}

/* What a line shows the lines beside it at the second look: its first score, and how much text it is. */
static void write_beside(const net *with, const looks *at, const double *words, int64_t lines, double *beside) {
    for (int64_t line = 0; line < lines; line++) {
        beside[BESIDE * line] = at->seen[line];
        beside[BESIDE * line + 1] = at->seen[line] * (log1p(words[line]) / 4);
    }
    for (int64_t line = 0; line < lines; line++) {
        int64_t from = line < with->far ? 0 : line - with->far;
        int64_t to = line + with->far < lines ? line + with->far + 1 : lines;
        double *out = at->rows + line * with->after + with->hidden + 2 * with->groups + POSITIONS;
        memcpy(out + (from - line + with->far) * BESIDE, beside + from * BESIDE,
               (size_t)((to - from) * BESIDE) * sizeof(double));
    }
}

/* The second layer: each line among its neighbours, in its groups, on its page. */
static void write_seen(const net *with, const double *context, const double *sums, const places *where, looks *at) {
    int64_t lines = where->lines, hidden = with->hidden, width = with->between - 2 * with->context;
    double page[hidden], rows[4 * width];
    page_part(with, context, sums, lines, page);
    for (int64_t done = 0, many; done < lines; done += many) {
        double *out = at->rows + done * with->after;
        many = lines - done < 4 ? lines - done : 4;
        for (int64_t line = done; line < done + many; line++) {
            double *row = rows + (line - done) * width, *means = row + hidden + (2 * with->near + 1) * with->context;
            memcpy(row, at->hidden + line * hidden, (size_t)hidden * sizeof(double));
            write_near(with, context, line, lines, row + hidden);
            write_means(with, sums, where, line, means);
            memcpy(at->rows + line * with->after, page, sizeof page);
        }
        add_products(rows, width, many, width, with->l2, (int)hidden, out, with->after);
        for (int64_t line = 0; line < many; line++)
            cut_below_zero(out + line * with->after, hidden);
    }
}

/* The first look, at lines of which `at->hidden` is filled. `words` says how much each counts; 0: it is not live. */
static int look_once(const net *with, const double *words, const places *where, memory *from, looks *at) {
    int64_t lines = where->lines, width = with->context;
    double *context = ROOM(from, double, 2 * lines * width), *sums = TAKE(from, double, (2 * lines + 1) * width);
    double *found = TAKE(from, double, (2 * lines + 1) * BESIDE), *beside = TAKE(from, double, BESIDE *lines);
    if (from->failed)
        return NO_MEMORY;
    write_context(with, at->hidden, lines, context);
    run_sums(context, (int)width, where, sums);
    write_seen(with, context, sums, where, at);
    for (int64_t line = 0; line < lines; line++)
        at->seen[line] =
            words[line] > 0 ? scored(at->rows + line * with->after, with->s1, with->hidden, *with->s1_bias) : 0;
    write_second(with, at, words, where, found);
    write_beside(with, at, words, lines, beside);
    return DONE;
}

/* The second look: how much each line looks like the article, 0 to 1. */
static void look_again(const net *with, const looks *at, int64_t lines, double *scores) {
    double out[4 * with->last];
    for (int64_t done = 0, many; done < lines; done += many) {
        many = lines - done < 4 ? lines - done : 4;
        for (int64_t line = 0; line < many; line++)
            memcpy(out + line * with->last, with->l3_bias, (size_t)with->last * sizeof(double));
        add_products(at->rows + done * with->after, with->after, many, with->after, with->l3, with->last, out,
                     with->last);
        cut_below_zero(out, many * with->last);
        for (int64_t line = 0; line < many; line++) {
            double score = scored(out + line * with->last, with->s2, with->last, *with->s2_bias);
            scores[done + line] = rint(score * DIGITS) / DIGITS;
        }
    }
}

#endif
