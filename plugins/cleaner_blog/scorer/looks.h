/* How a net looks at lines: twice.

   The first look scores each line by itself, by some lines on each side and by what its groups hold; the second sees
   where on the page and in which groups the first found text. */

#ifndef LOOKS_H
#define LOOKS_H

#include "net.h"

static const double DIGITS = 1e4; /* a score is rounded to four of them */

static double rounded(double score) { return (int32_t)(score * DIGITS + 0.5) / DIGITS; }

/* None is surer than ten thousand to one to be article, or not to be. */
static double doubted(double score) {
    static const double SUREST = 1e-4;
    return score < SUREST ? SUREST : score > 1 - SUREST ? 1 - SUREST : score;
}

/* Between the two looks. Of each row the last `common` columns are the caller's to write. */
typedef struct {
    int64_t width;   /* of a row */
    int16_t *hidden; /* lines x even(net->hidden), of the first layer: to be filled before the first look */
    int16_t *rows;   /* lines x width: inputs of the third layer */
    double *seen;    /* the first scores, and 0 for lines that are not live */
} looks;

static bool new_looks(const net *with, int64_t lines, int16_t *hidden, memory *from, looks *out) {
    out->width = even(with->after), out->hidden = hidden;
    out->rows = TAKE(from, int16_t, lines * out->width), out->seen = TAKE(from, double, lines);
    return !from->failed;
}

/* The first layer: lines by themselves. Their rows are so far apart. */
static void look_alone(const net *with, const int16_t *rows, int64_t stride, int64_t lines, int16_t *hidden) {
    run_layer(&with->l1, with->l1.bias, rows, stride, lines, 0, hidden, even(with->hidden));
}

/* What lines show each other: their neighbours, with empty ones above and below all; their groups and page, and running
   sums of that in the order of the groups. They are whole numbers, so exact. */
typedef struct {
    int16_t *near, *groups;
    double *sums;
} context;

/* Add up a column after the other: of a to b it is s[b] - s[a]. */
static void run_sums(const int16_t *groups, int width, const places *where, double *sums) {
    memset(sums, 0, (size_t)width * sizeof *sums);
    for (int64_t step = 0; step < 2 * (int64_t)where->lines; step++, sums += width) {
        const int16_t *added = groups + width * (int64_t)where->order[step];
        for (int column = 0; column < width; column++)
            sums[width + column] = sums[column] + added[column];
    }
}

static int show_context(const net *with, const int16_t *hidden, const places *where, memory *from, context *out) {
    int64_t lines = where->lines, width = with->context, stride = even(with->hidden);
    out->near = TAKE(from, int16_t, (lines + 2 * with->near) * width), out->groups = ROOM(from, int16_t, lines *width);
    out->sums = ROOM(from, double, (2 * lines + 1) * width);
    if (from->failed)
        return NO_MEMORY;
    run_layer(&with->c, with->c.bias, hidden, stride, lines, -MOST, out->near + with->near * width, width);
    run_layer(&with->m, with->m.bias, hidden, stride, lines, 0, out->groups, width);
    run_sums(out->groups, (int)width, where, out->sums);
    return DONE;
}

/* Write the means from one place in the order to another. They are 0 or more. */
static int16_t *write_means(const double *sums, int width, int64_t first, int64_t after, int16_t *out) {
    double share = 1 / (double)(after - first);
    for (int column = 0; column < width; column++)
        out[column] = (int16_t)((sums[after * width + column] - sums[first * width + column]) * share + 0.5);
    return out + width;
}

/* What all lines of a page share at the first look: the mean and the greatest of what they show. */
static void add_page(const net *with, const context *of, int64_t lines, int16_t *row, int32_t *sums) {
    int width = with->context;
    int16_t *most = write_means(of->sums, width, 0, lines, row + with->between - 2 * width);
    for (int64_t line = 0; line < lines; line++)
        for (int column = 0; column < width; column++)
            if (of->groups[line * width + column] > most[column])
                most[column] = of->groups[line * width + column];
    memcpy(sums, with->l2.bias, (size_t)with->l2.columns * sizeof *sums);
    add_line(&with->l2, row, sums);
    memset(row + with->between - 2 * width, 0, 2 * (size_t)width * sizeof *row);
}

/* What a line is in the second layer, but for what all share. */
static void write_between(const net *with, const context *of, const places *where, const int16_t *hidden, int64_t line,
                          int16_t *row) {
    int64_t width = with->context, reach = (2 * with->near + 1) * width;
    memcpy(row, hidden + line * even(with->hidden), (size_t)with->hidden * sizeof *row);
    memcpy(row + with->hidden, of->near + line * width, (size_t)reach * sizeof *row);
    int16_t *out = row + with->hidden + reach;
    for (int group = OWN_GROUP; group < where->groups; group++) {
        int64_t place = line * where->groups + group;
        out = write_means(of->sums, (int)width, where->first[place], where->after[place], out);
    }
}

/* The second layer: each line among its neighbours, in its groups, on its page. */
static int see_between(const net *with, const places *where, memory *from, looks *at) {
    int64_t width = even(with->between);
    int32_t shared[with->l2.columns];
    int16_t *rows = TAKE(from, int16_t, AT_ONCE *width);
    context of;
    if (show_context(with, at->hidden, where, from, &of) != DONE)
        return NO_MEMORY;
    add_page(with, &of, where->lines, rows, shared);
    for (int64_t done = 0; done < where->lines; done += AT_ONCE) {
        int64_t many = where->lines - done < AT_ONCE ? where->lines - done : AT_ONCE;
        for (int64_t line = 0; line < many; line++)
            write_between(with, &of, where, at->hidden, done + line, rows + line * width);
        run_layer(&with->l2, shared, rows, width, many, 0, at->rows + done * at->width, at->width);
    }
    return DONE;
}

/* The first look, at lines of which `at->hidden` is filled. */
static int look_once(const net *with, const amounts *words, const places *where, memory *from, looks *at) {
    int64_t columns = found_columns(with->groups, with->far);
    double row[columns];
    findings found;
    if (see_between(with, where, from, at) != DONE)
        return NO_MEMORY;
    for (int64_t line = 0; line < where->lines; line++)
        at->seen[line] = words->words[line] > 0 ? chance_of(&with->s1, at->rows + line * at->width) : 0;
    if (find_text(at->seen, words, where, with->far, from, &found) != DONE)
        return NO_MEMORY;
    for (int64_t line = 0; line < where->lines; line++) {
        write_found(&found, line, row);
        write_fixed(row, columns, at->rows + line * at->width + with->hidden);
    }
    return DONE;
}

/* The second look: how much each line looks like the article, 0 to 1. */
static void look_again(const net *with, const looks *at, int64_t lines, double *scores) {
    int64_t width = even(with->last);
    int16_t out[AT_ONCE * width];
    memset(out, 0, sizeof out);
    for (int64_t done = 0; done < lines; done += AT_ONCE) {
        int64_t many = lines - done < AT_ONCE ? lines - done : AT_ONCE;
        run_layer(&with->l3, with->l3.bias, at->rows + done * at->width, at->width, many, 0, out, width);
        for (int64_t line = 0; line < many; line++)
            scores[done + line] = rounded(chance_of(&with->s2, out + line * width));
    }
}

#endif
