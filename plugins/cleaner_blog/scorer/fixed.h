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
/* Sums in a vector; vectors in a stripe of columns, and sums. */
enum { SIDE_BY_SIDE = 8, MOST_BLOCKS = 5, WIDEST = SIDE_BY_SIDE * MOST_BLOCKS };
enum { TOGETHER = 2, AT_ONCE = 16 }; /* lines that go through a stripe at the same time; that are read for a layer */
static const double ONE = 1 << POINT;

typedef struct {
    int32_t pairs, width, columns; /* of inputs; outputs; these and as many of zeros as fill up the vectors */
    int32_t shift;                 /* bits behind the point of weights */
    double unit;                   /* what 1 is worth in a sum */
    int16_t *weights;              /* of each stripe of columns pairs x columns x 2: of two inputs side by side */
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
static bool has_room(const float *weights, const float *bias, int64_t inputs, int64_t width, int bits) {
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

/* Columns of the stripe that the last so many begin with: what fits into registers, and no short rest behind it. */
static int32_t stripe_width(int32_t left) { return left > WIDEST ? WIDEST - SIDE_BY_SIDE : left; }

/* Where the weight of an input for an output stands. */
static int64_t place_of_weight(const layer *of, int64_t row, int64_t column) {
    int32_t first = 0, columns;
    if (of->columns == 1)
        return row;
    while (columns = stripe_width(of->columns - first), column >= first + columns)
        first += columns;
    return 2 * (of->pairs * (int64_t)first + row / 2 * columns + column - first) + row % 2;
}

/* A layer of so many rows and columns, of which so many stand side by side; without a bias it is 0. */
static int new_layer(const float *weights, const float *bias, int64_t inputs, int64_t width, int side_by_side,
                     memory *from, layer *out) {
    int bits = MOST_BITS;
    int64_t pairs = even(inputs) / 2, columns = (width + side_by_side - 1) / side_by_side * side_by_side;
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
            out->weights[place_of_weight(out, row, column)] = (int16_t)rint(ldexp(weights[row * width + column], bits));
        if (bias != NULL)
            out->bias[column] = (int32_t)rint(ldexp(bias[column], bits + POINT));
    }
    return DONE;
}

/* Some columns of a layer, and what its sums begin with there. */
typedef struct {
    const layer *by;
    const int16_t *weights;
    const int32_t *begin;
    int32_t columns, least; /* the least activation */
} stripe;

#if HAS_AVX2
/* The activations of eight sums. */
WIDE static inline __attribute__((always_inline)) __m128i active_of(const stripe *of, __m256i sums) {
    int32_t shift = of->by->shift;
    sums = _mm256_sra_epi32(_mm256_add_epi32(sums, _mm256_set1_epi32((1 << shift) >> 1)), _mm_cvtsi32_si128(shift));
    __m128i narrow = _mm_packs_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
    return _mm_min_epi16(_mm_max_epi16(narrow, _mm_set1_epi16((int16_t)of->least)), _mm_set1_epi16(MOST));
}

/* A stripe of so many vectors, of so many lines. All this is known where it is used, so that the sums stay in
   registers. */
WIDE static inline __attribute__((always_inline)) void run_blocks(const stripe *of, const int16_t *values,
                                                                  int64_t stride, int lines, int blocks, int16_t *out) {
    __m256i total[TOGETHER][MOST_BLOCKS];
    const int16_t *weights = of->weights;
#pragma GCC unroll 2
    for (int line = 0; line < lines; line++)
#pragma GCC unroll 5
        for (int block = 0; block < blocks; block++)
            total[line][block] = _mm256_loadu_si256((const __m256i *)of->begin + block);
    for (int32_t pair = 0; pair < of->by->pairs; pair++, values += 2, weights += 2 * SIDE_BY_SIDE * blocks) {
#pragma GCC unroll 2
        for (int line = 0; line < lines; line++) {
            int32_t both;
            memcpy(&both, values + line * stride, sizeof both);
            __m256i value = _mm256_set1_epi32(both);
#pragma GCC unroll 5
            for (int block = 0; block < blocks; block++) {
                total[line][block] = _mm256_add_epi32(
                    total[line][block], _mm256_madd_epi16(value, _mm256_loadu_si256((const __m256i *)weights + block)));
                /* Done at once: else the products wait for each other, and sums leave their registers. */
                __asm__("" : "+x"(total[line][block]));
            }
        }
    }
#pragma GCC unroll 2
    for (int line = 0; line < lines; line++)
#pragma GCC unroll 5
        for (int block = 0; block < blocks; block++)
            _mm_storeu_si128((__m128i *)(out + line * WIDEST) + block, active_of(of, total[line][block]));
}

WIDE static inline __attribute__((always_inline)) void run_lines(const stripe *of, const int16_t *values,
                                                                 int64_t stride, int lines, int16_t *out) {
    switch (of->columns / SIDE_BY_SIDE) {
    case 1:
        run_blocks(of, values, stride, lines, 1, out);
        break;
    case 2:
        run_blocks(of, values, stride, lines, 2, out);
        break;
    case 3:
        run_blocks(of, values, stride, lines, 3, out);
        break;
    case 4:
        run_blocks(of, values, stride, lines, 4, out);
        break;
    case 5:
        run_blocks(of, values, stride, lines, 5, out);
    }
}

WIDE static void run_widely(const stripe *of, const int16_t *values, int64_t stride, int lines, int16_t *out) {
    if (lines == TOGETHER)
        run_lines(of, values, stride, TOGETHER, out);
    else
        run_lines(of, values, stride, 1, out);
}
#endif

/* Add the products of a line and the weights of so many columns. */
static void add_products(const int16_t *weights, int32_t columns, const int16_t *values, int32_t pairs, int32_t *sums) {
    for (int32_t pair = 0; pair < pairs; pair++, weights += 2 * columns) {
        int16_t one = values[2 * pair], other = values[2 * pair + 1];
        if (one == 0 && other == 0)
            continue;
        for (int32_t column = 0; column < columns; column++)
            sums[column] += one * weights[2 * column] + other * weights[2 * column + 1];
    }
}

static void run_plainly(const stripe *of, const int16_t *values, int64_t stride, int lines, int16_t *out) {
    int32_t shift = of->by->shift, half = (1 << shift) >> 1;
    for (int line = 0; line < lines; line++, values += stride, out += WIDEST) {
        int32_t sums[WIDEST];
        memcpy(sums, of->begin, (size_t)of->columns * sizeof *sums);
        add_products(of->weights, of->columns, values, of->by->pairs, sums);
        for (int32_t column = 0; column < of->columns; column++) {
            int32_t value = (sums[column] + half) >> shift;
            value = value > of->least ? value : of->least;
            out[column] = (int16_t)(value < MOST ? value : MOST);
        }
    }
}

/* What a stripe makes of so many lines, TOGETHER at most. */
static void run_stripe(const stripe *of, const int16_t *values, int64_t stride, int lines, int16_t *out) {
#if HAS_AVX2
    if (has_avx2()) {
        run_widely(of, values, stride, lines, out);
        return;
    }
#endif
    run_plainly(of, values, stride, lines, out);
}

/* What a layer makes of lines, of which each has so many numbers: its sums begin with the bias, or with others, and no
   activation is less than `least`. The weights of a stripe stay in the cache for all lines, if these are not many. */
static void run_layer(const layer *by, const int32_t *begin, const int16_t *values, int64_t stride, int64_t lines,
                      int32_t least, int16_t *out, int64_t out_stride) {
    int16_t active[TOGETHER * WIDEST];
    for (int32_t first = 0, columns; first < by->width; first += columns) {
        columns = stripe_width(by->columns - first);
        stripe of = {by, by->weights + 2 * (int64_t)by->pairs * first, begin + first, columns, least};
        size_t written = (size_t)(by->width - first < columns ? by->width - first : columns) * sizeof *out;
        for (int64_t done = 0; done < lines; done += TOGETHER) {
            int many = lines - done < TOGETHER ? (int)(lines - done) : TOGETHER;
            run_stripe(&of, values + done * stride, stride, many, active);
            for (int line = 0; line < many; line++)
                memcpy(out + (done + line) * out_stride + first, active + line * WIDEST, written);
        }
    }
}

/* Add what a layer makes of a line to sums of all its columns. */
static void add_line(const layer *by, const int16_t *values, int32_t *sums) {
    for (int32_t first = 0, columns; first < by->columns; first += columns) {
        columns = stripe_width(by->columns - first);
        add_products(by->weights + 2 * (int64_t)by->pairs * first, columns, values, by->pairs, sums + first);
    }
}

/* The chance that a layer of one output gives to a line. */
static double chance_of(const layer *by, const int16_t *values) {
    int32_t sum = by->bias[0];
    for (int32_t number = 0; number < 2 * by->pairs; number++)
        sum += by->weights[number] * values[number];
    return 1 / (1 + exp(-sum * by->unit));
}

#endif
