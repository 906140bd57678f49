/* Which lines hold any of some signs: one look at each character of a page for all the signs together.

Texts are UTF-16, one a line; so are the signs, each of them three units or one. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

enum { BITS = 1 << 13 };

/* A bit for each hash of what signs begin with: of one unit, or of three. */
struct begins {
    uint8_t ones[BITS / 8], threes[BITS / 8];
};

/* Three units, or what is left of them, in one number. */
static inline uint64_t three_at(const uint16_t *at, const uint16_t *end) {
    return at[0] | (end - at > 1 ? (uint64_t)at[1] << 16 : 0) | (end - at > 2 ? (uint64_t)at[2] << 32 : 0);
}

static inline uint32_t hash_of(uint64_t three) { return (uint32_t)(three * 0x9e3779b97f4a7c15u >> 51); }

static inline bool has(const uint8_t *bits, uint32_t bit) { return bits[bit / 8] >> bit % 8 & 1; }

static const uint16_t *end_of_line(const uint16_t *at, const uint16_t *end) {
    while (at < end && *at != '\n') {
        at++;
    }
    return at;
}

static void note(struct begins *begins, const uint16_t *signs, const uint16_t *end) {
    for (const uint16_t *at = signs; at < end; at = end_of_line(at, end) + 1) {
        const bool is_one = end_of_line(at, end) - at == 1;
        const uint32_t bit = is_one ? *at % BITS : hash_of(three_at(at, end));
        (is_one ? begins->ones : begins->threes)[bit / 8] |= (uint8_t)(1 << bit % 8);
    }
}

/* The groups of all signs that begin here, a bit for each. */
static uint64_t groups_at(const uint16_t *signs, const uint16_t *signs_end, const uint8_t *groups, const uint16_t *at,
                          const uint16_t *end) {
    uint64_t found = 0;
    for (const uint16_t *sign = signs; sign < signs_end; groups++) {
        const uint16_t *const behind = end_of_line(sign, signs_end);
        const ptrdiff_t size = behind - sign;
        if (*sign == *at && end - at >= size && memcmp(sign, at, (size_t)size * sizeof *at) == 0) {
            found |= (uint64_t)1 << *groups;
        }
        sign = behind + 1;
    }
    return found;
}

/* Notes for each line which groups of signs it holds. `groups` has the group of each sign, below 64. */
EXPORT void signs_find(const uint16_t *signs, int64_t signs_size, const uint8_t *groups, const uint16_t *texts,
                       int64_t size, uint64_t *found) {
    const uint16_t *const end = texts + size, *const signs_end = signs + signs_size, *counted = texts;
    struct begins begins = {0};
    note(&begins, signs, signs_end);
    uint64_t three = size > 0 ? three_at(texts, end) << 16 : 0;
    for (const uint16_t *at = texts; at < end; at++) {
        three = three >> 16 | (end - at > 2 ? (uint64_t)at[2] << 32 : 0);
        if (!has(begins.threes, hash_of(three)) && !has(begins.ones, *at % BITS)) {
            continue;
        }
        const uint64_t here = groups_at(signs, signs_end, groups, at, end);
        if (here) {
            for (; counted < at; counted++) {
                found += *counted == '\n';
            }
            *found |= here;
        }
    }
}
