/* Which lines may say the title of a dump: Python, which knows all letters, looks at no others. */

#ifndef TITLES_H
#define TITLES_H

#include "utf8.h"

/* A title, and characters that a line has which says it. */
typedef struct {
    const char *title;
    int64_t size, least, most;
} wanted;

static bool is_ascii_letter(uint8_t byte) {
    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

static uint8_t in_lower_case(uint8_t byte) { return byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte; }

/* Passes over signs. */
static const uint8_t *next_letter(const uint8_t *at, const uint8_t *end) {
    while (at < end && *at < 0x80 && !is_ascii_letter(*at))
        at++;
    return at;
}

/* Whether letters and digits are the same, without regard to case, as far as they are known: to the first character of
   either that is not ASCII and not in the other, too. */
static bool may_say_alike(text one, text other) {
    const uint8_t *at = one.at, *end = at + one.size, *to = other.at, *to_end = to + other.size;
    for (;; at++, to++) {
        at = next_letter(at, end), to = next_letter(to, to_end);
        if (at == end || to == to_end)
            return (at == end || *at >= 0x80) && (to == to_end || *to >= 0x80);
        if (*at != *to && (*at >= 0x80 || *to >= 0x80))
            return true;
        if (in_lower_case(*at) != in_lower_case(*to))
            return false;
    }
}

/* `marker`: so many characters are that of a list. */
static bool may_say_title(const wanted *sought, text line, int32_t marker) {
    if (line.size < sought->least)
        return false;
    int64_t length = length_of(line), begin = first_of(line, marker).size;
    return length >= sought->least && length <= sought->most &&
           may_say_alike((text){line.at + begin, line.size - begin},
                         (text){(const uint8_t *)sought->title, sought->size});
}

#endif
