/* Scratch memory of one call: taken piece by piece, given back at once. */

#ifndef MEMORY_H
#define MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { DONE = 0, NO_MEMORY = -1, NO_FIT = -2 };

typedef struct piece {
    struct piece *before;
    max_align_t first[];
} piece;

/* Zero it to begin with. Who takes several pieces asks once, at the end, whether one was missing. */
typedef struct {
    piece *last;
    bool failed;
} memory;

static void *take_piece(memory *from, size_t many, size_t size, bool is_zero) {
    if (many > (PTRDIFF_MAX - sizeof(piece)) / size) {
        from->failed = true;
        return NULL;
    }
    size_t whole = sizeof(piece) + many * size;
    piece *taken = is_zero ? calloc(1, whole) : malloc(whole);
    if (taken == NULL) {
        from->failed = true;
        return NULL;
    }
    taken->before = from->last;
    from->last = taken;
    return taken->first;
}

static void *take(memory *from, size_t many, size_t size) { return take_piece(from, many, size, true); }

/* Room for so many of a type, to be filled by who takes it. */
#define ROOM(from, type, many) ((type *)take_piece((from), (size_t)(many), sizeof(type), false))

/* Room for so many of a type, all zero; NULL if there is none. */
#define TAKE(from, type, many) ((type *)take((from), (size_t)(many), sizeof(type)))

static void give_back(memory *from) {
    for (piece *next, *at = from->last; at != NULL; at = next) {
        next = at->before;
        free(at);
    }
    from->last = NULL;
}

#endif
