/* Where each line stands: a group of lines is a run in an order, so sums over it are two look-ups. */

#ifndef PLACES_H
#define PLACES_H

#include "memory.h"

/* The order has the lines as they stand, then in another order. */
typedef struct {
    int32_t lines, groups;
    int32_t *order; /* two times as many as there are lines */
    int32_t *first; /* where each group of a line begins and ends: lines x groups */
    int32_t *after;
} places;

static bool new_places(int32_t lines, int32_t groups, memory *from, places *where) {
    size_t many = (size_t)lines;
    *where = (places){lines, groups, ROOM(from, int32_t, 2 * many), ROOM(from, int32_t, many *(size_t)groups),
                      ROOM(from, int32_t, many *(size_t)groups)};
    return !from->failed;
}

/* Group lines by a number of each, below `many`: they become runs of the second half of the order. */
static int group_lines(const int32_t *numbers, int32_t group, memory *from, places *where) {
    int32_t many = where->lines, *begin = TAKE(from, int32_t, (size_t)many + 1), *filled = TAKE(from, int32_t, many);
    if (from->failed)
        return NO_MEMORY;
    for (int32_t line = 0; line < many; line++)
        begin[numbers[line] + 1]++;
    for (int32_t number = 0; number < many; number++)
        begin[number + 1] += begin[number];
    for (int32_t line = 0; line < many; line++) {
        int32_t number = numbers[line];
        int64_t place = (int64_t)line * where->groups + group;
        where->order[line] = line;
        where->order[many + begin[number] + filled[number]++] = line;
        where->first[place] = many + begin[number];
        where->after[place] = many + begin[number + 1];
    }
    return DONE;
}

#endif
