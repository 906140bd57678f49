/* Characters of lines as rules see them, in UTF-8. */
#ifndef CLEANER_CHARACTERS_H
#define CLEANER_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { NO_BREAK = 0xa0, NARROW_NO_BREAK = 0x202f };

struct text {
    const uint8_t *at, *end;
};

static inline bool is_inside(uint8_t byte) { return (byte & 0xc0) == 0x80; }

static inline bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

static inline bool is_letter(uint8_t byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

/* Other scripts have digits of their own. */
static inline bool may_be_digit(uint8_t byte) { return is_digit(byte) || byte >= 0x80; }

/* The next character. */
static inline uint32_t next(const uint8_t **at, const uint8_t *end) {
    uint32_t code = *(*at)++;
    if (code < 0x80) {
        return code;
    }
    code &= code < 0xe0 ? 0x1f : code < 0xf0 ? 0x0f : 0x07;
    while (*at < end && is_inside(**at)) {
        code = code << 6 | (*(*at)++ & 0x3f);
    }
    return code == NO_BREAK || code == NARROW_NO_BREAK ? ' ' : code; /* rules see plain spaces */
}

static inline const uint8_t *end_of_line(const uint8_t *at, const uint8_t *end) {
    const uint8_t *const nul = memchr(at, 0, (size_t)(end - at));
    return nul ? nul : end;
}

static inline int64_t characters_of(const uint8_t *at, const uint8_t *end) {
    int64_t many = end - at;
    for (; at < end; at++) { /* so simple that compilers do many at once */
        many -= is_inside(*at);
    }
    return many;
}

/* Whether it has no more characters. */
static inline bool is_within(const uint8_t *at, const uint8_t *end, int64_t most) {
    const int64_t size = end - at;
    return size <= most || (size <= 4 * most && characters_of(at, end) <= most);
}

/* Where the text behind a list marker of so many characters begins. */
static inline const uint8_t *behind_marker(const uint8_t *at, const uint8_t *end, int32_t marker) {
    for (; marker > 0 && at < end; marker--) {
        next(&at, end);
    }
    for (const uint8_t *ahead = at; ahead < end && next(&ahead, end) == ' ';) {
        at = ahead;
    }
    return at;
}

#endif
