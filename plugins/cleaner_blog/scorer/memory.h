/* Scratch memory of one call: taken piece by piece, given back at once. */

#ifndef MEMORY_H
#define MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { DONE = 0, NO_MEMORY = -1, NO_FIT = -2 };

typedef struct block {
    struct block *before;
    max_align_t first[];
} block;

/* Zero it to begin with. Who takes several pieces asks once, at the end, whether one was missing. */
typedef struct {
    block *last;
    uint8_t *free; /* so many bytes of some block, for small pieces */
    size_t left;
    bool failed;
} memory;

#if defined(__SANITIZE_ADDRESS__) /* each piece by itself: so it is seen if somebody writes behind it */
enum { BLOCK_SIZE = 0 };
#else
enum { BLOCK_SIZE = 1 << 16 };
#endif

static void *take_block(memory *from, size_t size, bool is_zero) {
    block *taken = is_zero ? calloc(1, sizeof(block) + size) : malloc(sizeof(block) + size);
    if (taken == NULL) {
        from->failed = true;
        return NULL;
    }
    taken->before = from->last;
    from->last = taken;
    return taken->first;
}

static void *take_small(memory *from, size_t size, bool is_zero) {
    if (from->left < size) {
        from->free = take_block(from, BLOCK_SIZE, false);
        from->left = from->free != NULL ? BLOCK_SIZE : 0;
        if (from->left == 0)
            return NULL;
    }
    void *taken = from->free;
    from->free += size, from->left -= size;
    return is_zero ? memset(taken, 0, size) : taken;
}

static void *take_piece(memory *from, size_t many, size_t size, bool is_zero) {
    enum { APART = _Alignof(max_align_t) };
    if (many > (PTRDIFF_MAX - sizeof(block) - APART) / size) {
        from->failed = true;
        return NULL;
    }
    size_t exact = many * size, whole = exact / APART * APART + APART;
    return whole <= BLOCK_SIZE / 4 ? take_small(from, whole, is_zero) : take_block(from, exact, is_zero);
}

static void *take(memory *from, size_t many, size_t size) { return take_piece(from, many, size, true); }

enum { CACHE_LINE = 64 };

/* Zeros from a whole line of the cache on: from there wide vectors are fetched fastest. */
static inline void *take_aligned(memory *from, size_t many, size_t size) {
    uintptr_t taken = (uintptr_t)take(from, many * size + CACHE_LINE, 1);
    return (void *)((taken + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE);
}

/* Room for so many of a type, to be filled by who takes it. */
#define ROOM(from, type, many) ((type *)take_piece((from), (size_t)(many), sizeof(type), false))

/* Room for so many of a type, all zero; NULL if there is none. */
#define TAKE(from, type, many) ((type *)take((from), (size_t)(many), sizeof(type)))

static void give_back(memory *from) {
    for (block *next, *at = from->last; at != NULL; at = next) {
        next = at->before;
        free(at);
    }
    *from = (memory){0};
}

#endif
