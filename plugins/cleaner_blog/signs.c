/* Which lines hold any of some signs: one look at each byte of a page for all the signs together.

Texts are UTF-8, a NUL behind each; so are the signs, of two bytes at least. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

enum { BITS = 1 << 16 };

/* A bit for each hash of three bytes that signs begin with: so small that it stays in the cache. */
struct begins {
    uint8_t bits[BITS / 8];
};

static inline uint32_t hash_of(uint8_t one, uint8_t two, uint8_t three) {
    return (uint32_t)(one | two << 8 | three << 16) * 0x9e3779b1u >> 16;
}

static inline void set(struct begins *begins, uint32_t bit) { begins->bits[bit / 8] |= (uint8_t)(1 << bit % 8); }

static const uint8_t *end_of_line(const uint8_t *at, const uint8_t *end) {
    const uint8_t *const nul = memchr(at, 0, (size_t)(end - at));
    return nul ? nul : end;
}

static void note(struct begins *begins, const uint8_t *signs, const uint8_t *end) {
    for (const uint8_t *at = signs; at < end; at = end_of_line(at, end) + 1) {
        const bool is_two = end_of_line(at, end) - at == 2;
        for (int third = is_two ? 0 : at[2]; third <= (is_two ? UINT8_MAX : at[2]); third++) {
            set(begins, hash_of(at[0], at[1], (uint8_t)third));
        }
    }
}

/* The groups of all signs that begin here, a bit for each. */
static uint64_t groups_at(const uint8_t *signs, const uint8_t *signs_end, const uint8_t *groups, const uint8_t *at,
                          const uint8_t *end) {
    uint64_t found = 0;
    for (const uint8_t *sign = signs; sign < signs_end; groups++) {
        const uint8_t *const behind = end_of_line(sign, signs_end);
        const ptrdiff_t size = behind - sign;
        if (*sign == *at && end - at >= size && memcmp(sign, at, (size_t)size) == 0) {
            found |= (uint64_t)1 << *groups;
        }
        sign = behind + 1;
    }
    return found;
}

/* Notes for each line that is `wanted` which groups of signs it holds. `groups` has the group of each sign, below 64. */
EXPORT void signs_find(const uint8_t *signs, int64_t signs_size, const uint8_t *groups, const uint8_t *texts,
                       int64_t size, const uint8_t *wanted, uint64_t *found) {
    const uint8_t *const end = texts + size, *const signs_end = signs + signs_size;
    struct begins begins = {0};
    note(&begins, signs, signs_end);
    for (const uint8_t *at = texts, *behind; at < end; at = behind + 1, wanted++, found++) {
        behind = end_of_line(at, end);
        for (; *wanted && at < behind; at++) {
            const uint32_t bit = hash_of(at[0], at[1], at[2]); /* behind the last line there is one more NUL */
            if (begins.bits[bit / 8] >> bit % 8 & 1) {
                *found |= groups_at(signs, signs_end, groups, at, behind);
            }
        }
    }
}
