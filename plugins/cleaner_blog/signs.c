/* Which lines hold any of some signs: one look at each byte of a page for all the signs together.

Texts are UTF-8, a NUL behind each. Signs are sorted; before each, which has two bytes at least, stand two: the number of
its group, below 64, and how many bytes it has. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

enum { BITS = 1 << 16, NONE = UINT16_MAX, GROUP = 0, SIZE = 1, TEXT = 2 };

struct plan {
    /* A bit for each hash of three bytes that signs begin with: so small that it stays in the cache. */
    uint32_t begins[BITS / 32];
    /* For each byte where the first sign stands that begins with it, or `NONE`. */
    uint16_t first[UINT8_MAX + 1];
};

/* Of the four bytes that stand here the first three count: so they are read at once. */
static inline uint32_t hash_at(const uint8_t *at) {
    const uint32_t four = at[0] | at[1] << 8 | at[2] << 16 | (uint32_t)at[3] << 24;
    return four * (0x9e3779b1u << 8) >> 16;
}

static void set_begin(struct plan *plan, const uint8_t *text, uint8_t third) {
    const uint32_t bit = hash_at((const uint8_t[]){text[0], text[1], third, 0});
    plan->begins[bit / 32] |= (uint32_t)1 << bit % 32;
}

EXPORT size_t signs_plan_size(void) { return sizeof(struct plan); }

/* Made once for all pages; `size` is below `NONE`. */
EXPORT void signs_plan(struct plan *plan, const uint8_t *signs, int64_t size) {
    memset(plan->begins, 0, sizeof plan->begins);
    memset(plan->first, UINT8_MAX, sizeof plan->first);
    for (const uint8_t *sign = signs; sign < signs + size; sign += TEXT + sign[SIZE]) {
        const uint8_t *const text = sign + TEXT;
        if (plan->first[*text] == NONE) {
            plan->first[*text] = (uint16_t)(sign - signs);
        }
        const bool is_two = sign[SIZE] == 2;
        for (int third = is_two ? 0 : text[2]; third <= (is_two ? UINT8_MAX : text[2]); third++) {
            set_begin(plan, text, (uint8_t)third);
        }
    }
}

/* The groups of all signs that begin here, a bit for each. */
static uint64_t groups_at(const struct plan *plan, const uint8_t *signs, const uint8_t *signs_end, const uint8_t *at,
                          const uint8_t *end) {
    if (plan->first[*at] == NONE) {
        return 0;
    }
    uint64_t found = 0; /* signs are sorted: behind one whose second byte is greater comes none */
    for (const uint8_t *sign = signs + plan->first[*at];
         sign < signs_end && sign[TEXT] == *at && sign[TEXT + 1] <= at[1]; sign += TEXT + sign[SIZE]) {
        if (sign[TEXT + 1] == at[1] && end - at >= sign[SIZE] && memcmp(sign + TEXT, at, sign[SIZE]) == 0) {
            found |= (uint64_t)1 << sign[GROUP];
        }
    }
    return found;
}

static const uint8_t *end_of_line(const uint8_t *at, const uint8_t *end) {
    const uint8_t *const nul = memchr(at, 0, (size_t)(end - at));
    return nul ? nul : end;
}

static uint64_t groups_in(const struct plan *plan, const uint8_t *signs, const uint8_t *signs_end, const uint8_t *at,
                          const uint8_t *end) {
    uint64_t found = 0;
    for (; at + 1 < end; at++) { /* behind the last line there is one more NUL: four bytes can be read */
        const uint32_t bit = hash_at(at);
        if (plan->begins[bit / 32] >> bit % 32 & 1) {
            found |= groups_at(plan, signs, signs_end, at, end);
        }
    }
    return found;
}

/* Finds the lines that hold any sign; writes the number of each and which groups its signs have. Gives how many there
 * are. */
EXPORT int64_t signs_find(const struct plan *plan, const uint8_t *signs, int64_t signs_size, const uint8_t *texts,
                          int64_t size, uint64_t *found) {
    const uint8_t *const end = texts + size;
    uint64_t number = 0;
    int64_t held = 0;
    for (const uint8_t *at = texts, *behind; at < end; at = behind + 1, number++) {
        behind = end_of_line(at, end);
        const uint64_t groups = groups_in(plan, signs, signs + signs_size, at, behind);
        if (groups) {
            found[2 * held] = number;
            found[2 * held++ + 1] = groups;
        }
    }
    return held;
}
