/* Where a look found text, as the next one sees it: in the groups of a line, before and after it, and right beside it. */

#ifndef FOUND_H
#define FOUND_H

#include <math.h>

#include "places.h"

enum { POSITIONS = 6, BESIDE = 2 }; /* columns: of a line's place, of each line beside it */

/* How much each line counts. */
typedef struct {
    const double *words; /* about how many it has; 0: it is not live */
    const double *logs;  /* logarithms of one more than its words */
} amounts;

typedef struct {
    const places *where;
    int32_t far;           /* lines on each side that are seen */
    const double *seen;    /* the scores, 0 for lines that are not live */
    double *sums, *beside; /* running sums of text found and of text; columns, with empty ones above and below */
    double every, size;    /* text found; how much that is, as a column */
} findings;

static int64_t found_columns(int64_t groups, int64_t far) { return 2 * groups + POSITIONS + (2 * far + 1) * BESIDE; }

static int find_text(const double *seen, const amounts *of, const places *where, int32_t far, memory *from,
                     findings *out) {
    int64_t lines = where->lines;
    double *sums = ROOM(from, double, (2 * lines + 1) * 2), *beside = TAKE(from, double, (lines + 2 * far) * BESIDE);
    if (from->failed)
        return NO_MEMORY;
    *out = (findings){.where = where, .far = far, .seen = seen, .sums = sums, .beside = beside};
    sums[0] = sums[1] = 0;
    for (int64_t step = 0; step < 2 * lines; step++, sums += 2) {
        int32_t line = where->order[step];
        sums[2] = sums[0] + seen[line] * of->words[line], sums[3] = sums[1] + of->words[line];
    }
    for (int64_t line = 0; line < lines; line++) {
        double *columns = beside + (line + far) * BESIDE;
        columns[0] = seen[line], columns[1] = seen[line] * (of->logs[line] / 4);
    }
    out->every = out->sums[2 * lines], out->size = log(1 + out->every + 1) / 8;
    return DONE;
}

/* All columns of a line. */
static void write_found(const findings *of, int64_t line, double *out) {
    int32_t groups = of->where->groups;
    double total = of->every + 1, passed = of->sums[2 * line], behind = of->every - of->sums[2 * line + 2];
    double rest = behind > 0 ? behind : 0;
    for (int group = 0; group < groups; group++) {
        int64_t place = line * groups + group;
        const double *first = of->sums + 2 * (int64_t)of->where->first[place];
        const double *after = of->sums + 2 * (int64_t)of->where->after[place];
        out[group] = (after[0] - first[0]) / (after[1] - first[1] + 1);
        out[groups + group] = (after[0] - first[0]) / total;
    }
    out += 2 * groups;
    out[0] = passed / total, out[1] = rest / total;
    out[2] = log(1 + passed) / 8, out[3] = log(1 + rest) / 8;
    out[4] = of->size, out[5] = of->seen[line];
    memcpy(out + POSITIONS, of->beside + line * BESIDE, (size_t)(2 * of->far + 1) * BESIDE * sizeof *out);
}

#endif
