/* A net: dense layers over lines, their neighbours and their containers.

   It looks twice (`looks.h`). The shapes of the weights tell how many lines on each side a look sees. */

#ifndef NET_H
#define NET_H

#include "fixed.h"
#include "found.h"

enum { OWN_GROUP = 1 }; /* the first group of a line: the first look does not see what it holds */

typedef struct {
    int32_t inputs, hidden, context; /* rows and columns of l1; columns of m, and of c */
    int32_t between, last, after;    /* rows of l2; columns and rows of l3 */
    int32_t groups, common;          /* groups of a line; columns that say what it has in common with others */
    int32_t near, far;               /* lines on each side */
    layer l1, c, m, l2, s1, l3, s2;
    memory kept;
} net;

/* What Python hands over of a net: the first eight numbers of `net`; and its layers, each before its bias, in the order
   l1, c (no bias), m, l2, s1, l3, s2; rows are inputs. */
typedef struct {
    int32_t shapes[8];
    const float *weights;
    int64_t many;
} stored_net;

/* Rows of the second and of the third layer. */
static int64_t between_of(const net *with) {
    return with->hidden + (2 * with->near + 1 + with->groups - OWN_GROUP + 2) * (int64_t)with->context;
}

static int64_t after_of(const net *with) {
    return with->hidden + found_columns(with->groups, with->far) + with->common;
}

/* How many weights a net of these shapes has; 0 if there is none. */
static int64_t weights_of(const net *with) {
    if (with->hidden < 1 || with->context < 1 || with->last < 1 || with->near < 0 || with->far < 0)
        return 0;
    int64_t hidden = with->hidden, context = with->context, last = with->last;
    return (with->inputs + 1 + with->between + 1) * hidden + 2 * hidden * context + context + hidden + 1 +
           (with->after + 1) * last + last + 1;
}

static void read_shapes(const int32_t *shapes, net *out) {
    out->inputs = shapes[0], out->hidden = shapes[1], out->context = shapes[2], out->between = shapes[3];
    out->last = shapes[4], out->after = shapes[5], out->groups = shapes[6], out->common = shapes[7];
    if (out->context > 0) {
        out->near = ((out->between - out->hidden) / out->context - (out->groups - OWN_GROUP) - 3) / 2;
        out->far = ((out->after - out->hidden - 2 * out->groups - POSITIONS - out->common) / BESIDE - 1) / 2;
    }
}

/* A net, of which `kept` is to be given back. */
static int new_net(const stored_net *of, net *out) {
    *out = (net){0};
    read_shapes(of->shapes, out);
    if (weights_of(out) != of->many || between_of(out) != out->between || after_of(out) != out->after)
        return NO_FIT;
    struct {
        layer *to;
        int64_t rows, columns;
        bool has_bias;
        int side_by_side; /* 1: one output, a sum of products by itself */
    } parts[] = {
        {&out->l1, out->inputs, out->hidden, true, SIDE_BY_SIDE},
        {&out->c, out->hidden, out->context, false, SIDE_BY_SIDE},
        {&out->m, out->hidden, out->context, true, SIDE_BY_SIDE},
        {&out->l2, out->between, out->hidden, true, SIDE_BY_SIDE},
        {&out->s1, out->hidden, 1, true, 1},
        {&out->l3, out->after, out->last, true, SIDE_BY_SIDE},
        {&out->s2, out->last, 1, true, 1},
    };
    const float *at = of->weights;
    int code = DONE;
    for (size_t number = 0; number < sizeof parts / sizeof *parts && code == DONE; number++) {
        int64_t rows = parts[number].rows, columns = parts[number].columns;
        const float *bias = parts[number].has_bias ? at + rows * columns : NULL;
        code = new_layer(at, bias, rows, columns, parts[number].side_by_side, &out->kept, parts[number].to);
        at += (rows + parts[number].has_bias) * columns;
    }
    return code;
}

#endif
