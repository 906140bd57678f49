/* Layers of nets in fixed point: whole numbers of 16 bits, whose products are summed in 32.

   Such sums are exact in any order, so a score is the same everywhere, whatever the vectors of a processor hold. An
   activation has POINT bits behind the point; beyond 16 it is cut. The weights of a layer have as many as leave no sum,
   of whatever activations, any room to overflow. */

#ifndef FIXED_H
#define FIXED_H

#include <math.h>

#include "memory.h"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(PLAIN) /* defined: to compare */
#include <immintrin.h>
#define HAS_AVX2 1
#else
#define HAS_AVX2 0
#endif

enum {
    POINT = 10,
    BITS = 14,
    MOST_BITS = 15
}; /* of activations: behind the point, all; most behind the point of weights */
enum { MOST = (1 << BITS) - 1 };
enum { SIDE_BY_SIDE = 8, TOGETHER = 2 }; /* sums in a vector; lines that go through a layer at the same time */
static const double ONE = 1 << POINT;

typedef struct {
    int32_t pairs, width, columns; /* of inputs; outputs; these and as many of zeros as fill up the vectors */
    int32_t shift;                 /* bits behind the point of weights */
    double unit;                   /* what 1 is worth in a sum */
    int16_t *weights;              /* pairs x columns x 2: of two inputs side by side */
    int32_t *bias;
} layer;

/* An activation. */
static inline int16_t fixed(double value) {
    double most = MOST, scaled = value * ONE;
    scaled = scaled < most ? scaled : most;
    scaled = scaled > -most ? scaled : -most;
    return (int16_t)((int32_t)(scaled + (MOST + 1.5)) - (MOST + 1)); /* whole numbers are cut towards zero */
}

static inline __attribute__((always_inline)) void fix_all(const double *values, int64_t many, int16_t *out) {
    for (int64_t number = 0; number < many; number++)
        out[number] = fixed(values[number]);
}

#if HAS_AVX2
#define WIDE __attribute__((target("avx2")))

static bool has_avx2(void) { return __builtin_cpu_supports("avx2"); }

WIDE static void fix_widely(const double *values, int64_t many, int16_t *out) { fix_all(values, many, out); }
#endif

static void write_fixed(const double *values, int64_t many, int16_t *out) {
#if HAS_AVX2
    if (has_avx2()) {
        fix_widely(values, many, out);
        return;
    }
#endif
    fix_all(values, many, out);
}

/* Numbers in an activation's row of so many: pairs. */
static int64_t even(int64_t many) { return (many + 1) & ~(int64_t)1; }

/* Whether no sum overflows if weights have so many bits behind the point. */
static bool has_room(const double *weights, const double *bias, int64_t inputs, int64_t width, int bits) {
    for (int64_t column = 0; column < width; column++) {
        double sum = ldexp(1, bits), most = 0;
        if (bias != NULL)
            sum += ldexp(fabs(bias[column]), bits + POINT);
        for (int64_t row = 0; row < inputs; row++) {
            double weight = ldexp(fabs(weights[row * width + column]), bits) + 0.5;
            sum += weight * (MOST + 1.0);
            most = weight > most ? weight : most;
        }
        if (!(sum <= INT32_MAX && most <= INT16_MAX))
            return false;
    }
    return true;
}

/* A layer of so many rows and columns; without a bias it is 0. */
static int new_layer(const double *weights, const double *bias, int64_t inputs, int64_t width, memory *from,
                     layer *out) {
    int bits = MOST_BITS;
    int64_t pairs = even(inputs) / 2, columns = (width + SIDE_BY_SIDE - 1) / SIDE_BY_SIDE * SIDE_BY_SIDE;
    while (bits >= 0 && !has_room(weights, bias, inputs, width, bits))
        bits--;
    if (bits < 0)
        return NO_FIT;
    *out = (layer){.pairs = (int32_t)pairs,
                   .width = (int32_t)width,
                   .columns = (int32_t)columns,
                   .shift = bits,
                   .unit = ldexp(1, -bits - POINT),
                   .weights = take_aligned(from, (size_t)(2 * pairs * columns), sizeof(int16_t)),
                   .bias = TAKE(from, int32_t, columns)};
    if (from->failed)
        return NO_MEMORY;
    for (int64_t column = 0; column < width; column++) {
        for (int64_t row = 0; row < inputs; row++)
            out->weights[(row / 2 * columns + column) * 2 + row % 2] =
                (int16_t)rint(ldexp(weights[row * width + column], bits));
        if (bias != NULL)
            out->bias[column] = (int32_t)rint(ldexp(bias[column], bits + POINT));
    }
    return DONE;
}

/* The pairs of inputs that are not 0 on some of so many lines: most of what a line shows is. */
static int32_t list_pairs(const int16_t *values, int64_t stride, int lines, int32_t pairs, int32_t *out) {
    int32_t count = 0, second = lines > 1 ? (int32_t)stride : 0;
    for (int32_t pair = 0; pair < pairs; pair++) {
        uint32_t both[2];
        memcpy(&both[0], values + 2 * pair, sizeof both[0]);
        memcpy(&both[1], values + 2 * pair + second, sizeof both[1]);
        out[count] = pair;
        count += (both[0] | both[1]) != 0;
    }
    return count;
}

#if HAS_AVX2
/* Add the products of so many lines and of some columns, eight at a time. All this is known where it is used, so that
   the sums stay in registers. */
WIDE static inline __attribute__((always_inline)) void add_blocks(const layer *by, const int16_t *values,
                                                                  int64_t stride, int lines, const int32_t *pairs,
                                                                  int32_t many, int column, int blocks, int32_t *sums) {
    __m256i total[TOGETHER][4];
#pragma GCC unroll 2
    for (int line = 0; line < lines; line++)
#pragma GCC unroll 4
        for (int block = 0; block < blocks; block++)
            total[line][block] = _mm256_loadu_si256((const __m256i *)(sums + line * by->columns + column) + block);
    for (int32_t place = 0; place < many; place++) {
        const __m256i *from = (const __m256i *)(by->weights + 2 * ((int64_t)pairs[place] * by->columns + column));
#pragma GCC unroll 2
        for (int line = 0; line < lines; line++) {
            int32_t pair;
            memcpy(&pair, values + line * stride + 2 * pairs[place], sizeof pair);
            __m256i value = _mm256_set1_epi32(pair);
#pragma GCC unroll 4
            for (int block = 0; block < blocks; block++)
                total[line][block] =
                    _mm256_add_epi32(total[line][block], _mm256_madd_epi16(value, _mm256_loadu_si256(from + block)));
        }
    }
#pragma GCC unroll 2
    for (int line = 0; line < lines; line++)
#pragma GCC unroll 4
        for (int block = 0; block < blocks; block++)
            _mm256_storeu_si256((__m256i *)(sums + line * by->columns + column) + block, total[line][block]);
}

WIDE static inline __attribute__((always_inline)) void add_lines(const layer *by, const int16_t *values, int64_t stride,
                                                                 int lines, const int32_t *pairs, int32_t many,
                                                                 int32_t *sums) {
    int done = 0, step = 4 * SIDE_BY_SIDE;
    for (; done + step <= by->columns; done += step)
        add_blocks(by, values, stride, lines, pairs, many, done, 4, sums);
    switch ((by->columns - done) / SIDE_BY_SIDE) {
    case 1:
        add_blocks(by, values, stride, lines, pairs, many, done, 1, sums);
        break;
    case 2:
        add_blocks(by, values, stride, lines, pairs, many, done, 2, sums);
        break;
    case 3:
        add_blocks(by, values, stride, lines, pairs, many, done, 3, sums);
    }
}

WIDE static void add_widely(const layer *by, const int16_t *values, int64_t stride, int lines, const int32_t *pairs,
                            int32_t many, int32_t *sums) {
    if (lines == TOGETHER)
        add_lines(by, values, stride, TOGETHER, pairs, many, sums);
    else
        add_lines(by, values, stride, 1, pairs, many, sums);
}
#endif

static void add_plainly(const layer *by, const int16_t *values, int64_t stride, int lines, const int32_t *pairs,
                        int32_t many, int32_t *sums) {
    for (int line = 0; line < lines; line++, values += stride, sums += by->columns)
        for (int32_t place = 0; place < many; place++) {
            const int16_t *from = by->weights + 2 * (int64_t)pairs[place] * by->columns;
            int16_t one = values[2 * pairs[place]], other = values[2 * pairs[place] + 1];
            for (int32_t column = 0; column < by->columns; column++)
                sums[column] += one * from[2 * column] + other * from[2 * column + 1];
        }
}

/* Add the products of so many lines, TOGETHER at most, and the weights. */
static void add_products(const layer *by, const int16_t *values, int64_t stride, int lines, int32_t *sums) {
    int32_t pairs[by->pairs + 1], many = list_pairs(values, stride, lines, by->pairs, pairs);
#if HAS_AVX2
    if (has_avx2()) {
        add_widely(by, values, stride, lines, pairs, many, sums);
        return;
    }
#endif
    add_plainly(by, values, stride, lines, pairs, many, sums);
}

/* The activations of sums, none less than `least`. */
static void write_active(const layer *by, const int32_t *sums, int32_t least, int16_t *out) {
    int32_t half = (1 << by->shift) >> 1;
    for (int32_t column = 0; column < by->width; column++) {
        int32_t value = (sums[column] + half) >> by->shift;
        value = value > least ? value : least;
        out[column] = (int16_t)(value < MOST ? value : MOST);
    }
}

/* What a layer makes of lines, of which each has so many numbers: its sums begin with the bias, or with others. */
static void run_layer(const layer *by, const int32_t *begin, const int16_t *values, int64_t stride, int64_t lines,
                      int32_t least, int16_t *out, int64_t out_stride) {
    int32_t sums[TOGETHER * by->columns];
    for (int64_t done = 0; done < lines; done += TOGETHER) {
        int many = lines - done < TOGETHER ? (int)(lines - done) : TOGETHER;
        for (int line = 0; line < many; line++)
            memcpy(sums + line * by->columns, begin, (size_t)by->columns * sizeof *sums);
        add_products(by, values + done * stride, stride, many, sums);
        for (int line = 0; line < many; line++)
            write_active(by, sums + line * by->columns, least, out + (done + line) * out_stride);
    }
}

/* The chance that a layer of one output gives to a line. */
static double chance_of(const layer *by, const int16_t *values) {
    int32_t sums[SIDE_BY_SIDE] = {by->bias[0]};
    add_products(by, values, 0, 1, sums);
    return 1 / (1 + exp(-sums[0] * by->unit));
}

#endif
