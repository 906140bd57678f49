/* Texts as Python hands them over: UTF-8 (lone surrogates too), many in one buffer, a NUL behind each. */

#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    const uint8_t *at;
    int64_t size;
} text;

static inline bool is_inside(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/* The character at a place; moves the place behind it. No byte from `end` on is read. */
static inline uint32_t next_character(const uint8_t **at, const uint8_t *end) {
    uint32_t code = *(*at)++;
    if (code < 0x80)
        return code;
    code &= code < 0xE0 ? 0x1F : code < 0xF0 ? 0x0F : 0x07;
    while (*at < end && is_inside(**at))
        code = code << 6 | (*(*at)++ & 0x3F);
    return code;
}

/* The same towards the beginning of the text. */
static inline const uint8_t *before_character(const uint8_t *at, const uint8_t *begin) {
    do
        at--;
    while (at > begin && is_inside(*at));
    return at;
}

static int64_t length_of(text line) {
    int64_t length = 0;
    for (int64_t place = 0; place < line.size; place++)
        length += !is_inside(line.at[place]);
    return length;
}

/* The first characters of a text, at most so many. */
static inline text first_of(text line, int most) {
    const uint8_t *at = line.at, *end = line.at + line.size;
    for (int count = 0; count < most && at < end; count++)
        next_character(&at, end);
    return (text){line.at, at - line.at};
}

static bool is_same(text one, text other) {
    return one.size == other.size && (one.size == 0 || memcmp(one.at, other.at, (size_t)one.size) == 0);
}

static inline bool begins_with(text line, text beginning) {
    return line.size >= beginning.size && is_same((text){line.at, beginning.size}, beginning);
}

static inline bool holds(text whole, text part) {
    if (part.size == 0 || part.size > whole.size)
        return part.size == 0;
    return memmem(whole.at, (size_t)whole.size, part.at, (size_t)part.size) != NULL;
}

/* What `str.isspace` says of a character. */
static inline bool is_space(uint32_t code) {
    if (code < 0x80)
        return code == ' ' || (code >= 0x09 && code <= 0x0D) || (code >= 0x1C && code <= 0x1F);
    return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

/* Part a buffer into its texts; there may be a NUL behind the last one. */
static inline void split(const char *buffer, int64_t size, int64_t many, text *texts) {
    const uint8_t *at = (const uint8_t *)buffer, *end = at + size;
    for (int64_t number = 0; number < many; number++) {
        const uint8_t *nul = at < end ? memchr(at, 0, (size_t)(end - at)) : NULL;
        const uint8_t *stop = nul != NULL ? nul : end;
        texts[number] = (text){at, stop - at};
        at = nul != NULL ? nul + 1 : end;
    }
}

/* A number for a text, as good as different for any two. */
static inline uint64_t hash_of(text line) {
    uint64_t hash = 0x9E3779B97F4A7C15u ^ (uint64_t)line.size, word = 0;
    int64_t place = 0;
    for (; place + 8 <= line.size; place += 8) {
        memcpy(&word, line.at + place, 8);
        hash = (hash ^ word) * 0xFF51AFD7ED558CCDu;
        hash ^= hash >> 32;
    }
    word = 0;
    if (place < line.size)
        memcpy(&word, line.at + place, (size_t)(line.size - place));
    hash = (hash ^ word) * 0xC4CEB9FE1A85EC53u;
    hash ^= hash >> 29;
    hash *= 0x94D049BB133111EBu;
    return hash ^ hash >> 32;
}

#endif
