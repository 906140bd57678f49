/* The containers of each line. What a container holds is a run of lines, so sums over it are two look-ups. */

#ifndef CONTAINERS_H
#define CONTAINERS_H

#include "alike.h"
#include "memory.h"
#include "places.h"

enum { DEPTH = 8 };                /* ancestors of a line that are looked at, innermost first */
enum { LEVELS = 3 };               /* containers that are told apart: each holds more lines than the one inside it */
enum { PAGE_GROUPS = LEVELS + 1 }; /* the containers, then the lines whose containers have the same names */

typedef struct {
    int32_t many;
    int32_t *parents; /* the box around each box; the body stands in itself */
    int32_t *names;   /* equal for boxes that are called the same */
} boxes;

static void find_ancestors(const boxes *known, int32_t inside, int32_t *chain) {
    for (int depth = 0; depth < DEPTH; depth++) {
        chain[depth] = inside;
        inside = known->parents[inside];
    }
}

/* The first and the last line of each box, as far as lines look up. */
static void bound_boxes(const int32_t *chain, int32_t lines, int32_t *begin, int32_t *end) {
    for (int64_t place = (int64_t)lines * DEPTH - 1; place >= 0; place--)
        begin[chain[place]] = (int32_t)(place / DEPTH);
    for (int64_t place = 0; place < (int64_t)lines * DEPTH; place++)
        end[chain[place]] = (int32_t)(place / DEPTH);
    begin[0] = 0, end[0] = lines - 1;
}

/* The containers of a line that are told apart; the body where there are no more. */
static void find_levels(const int32_t *chain, const int32_t *begin, const int32_t *end, int32_t *first,
                        int32_t *after) {
    int depth = 0;
    for (int level = 0; level < LEVELS; level++) {
        int32_t box = depth < DEPTH ? chain[depth] : 0;
        int32_t held = end[box] - begin[box];
        first[level] = begin[box], after[level] = end[box] + 1;
        while (depth < DEPTH && end[chain[depth]] - begin[chain[depth]] == held)
            depth++;
    }
}

/* For each line the first one whose two nearest containers are called the same. */
static int same_look(const boxes *known, const int32_t *chain, int32_t many, memory *from, int32_t *first) {
    int32_t (*names)[2] = take_piece(from, (size_t)many, sizeof *names, false);
    text *looks = ROOM(from, text, many);
    if (from->failed)
        return NO_MEMORY;
    for (int32_t line = 0; line < many; line++) {
        names[line][0] = known->names[chain[(int64_t)line * DEPTH]];
        names[line][1] = known->names[chain[(int64_t)line * DEPTH + 1]];
        looks[line] = (text){(const uint8_t *)names[line], sizeof names[line]};
    }
    return first_alike(looks, many, from, first);
}

/* The containers of lines whose ancestors are `chain` (lines x DEPTH). */
static int find_containers(const boxes *known, const int32_t *chain, int32_t lines, memory *from, places *where) {
    int32_t *begin = ROOM(from, int32_t, known->many), *end = ROOM(from, int32_t, known->many);
    int32_t *first = ROOM(from, int32_t, lines);
    if (!new_places(lines, PAGE_GROUPS, from, where) || same_look(known, chain, lines, from, first) != DONE)
        return NO_MEMORY;
    bound_boxes(chain, lines, begin, end);
    for (int32_t line = 0; line < lines; line++) {
        int64_t place = (int64_t)line * PAGE_GROUPS;
        find_levels(chain + (int64_t)line * DEPTH, begin, end, where->first + place, where->after + place);
    }
    return group_lines(first, LEVELS, from, where);
}

#endif
