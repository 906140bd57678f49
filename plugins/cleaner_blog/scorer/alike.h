/* Which texts, or numbers, are the same: a table of hashes. */

#ifndef ALIKE_H
#define ALIKE_H

#include "memory.h"
#include "utf8.h"

/* Slots for so many: a power of two, at least half of them free. */
static uint64_t slots_for(int64_t many) {
    uint64_t slots = 16;
    while (slots < 2 * (uint64_t)many)
        slots *= 2;
    return slots;
}

/* For each text the number of the first that is the same. */
static int first_alike(const text *texts, int32_t many, memory *from, int32_t *first) {
    uint64_t slots = slots_for(many), *hashes = ROOM(from, uint64_t, many);
    int32_t *table = TAKE(from, int32_t, slots); /* one more than the number; 0: free */
    if (from->failed)
        return NO_MEMORY;
    for (int32_t number = 0; number < many; number++) {
        uint64_t hash = hashes[number] = hash_of(texts[number]), slot = hash & (slots - 1);
        while (table[slot] != 0) {
            int32_t met = table[slot] - 1;
            if (hashes[met] == hash && is_same(texts[met], texts[number]))
                break;
            slot = (slot + 1) & (slots - 1);
        }
        if (table[slot] == 0)
            table[slot] = number + 1;
        first[number] = table[slot] - 1;
    }
    return DONE;
}

#endif
