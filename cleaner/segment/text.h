/* Text as the segmenters see it: UTF-8, white space and line breaks as Python's `str.isspace` and `str.splitlines` know
 * them, list markers, crawlers' dates. */
#ifndef CLEANER_TEXT_H
#define CLEANER_TEXT_H

#include "buffer.h"

enum { HEADING, PARAGRAPH, ITEM, CAPTION, QUOTE, CELL, CODE, TEXT }; /* kinds of lines, in the order of `Kind` */

typedef enum { SOLID, PLAIN, NO_BREAK, LINE_BREAK } White;

typedef struct {
    White kind;
    size_t size; /* in bytes */
} Space;

/* What the first byte of a character tells: one of the above, or that the bytes behind it must be looked at. */
enum { UNDECIDED = 4 };
static const uint8_t FIRST[256] = {
    ['\t'] = PLAIN,      ['\n'] = LINE_BREAK, ['\v'] = LINE_BREAK, ['\f'] = LINE_BREAK, ['\r'] = LINE_BREAK,
    [0x1c] = LINE_BREAK, [0x1d] = LINE_BREAK, [0x1e] = LINE_BREAK, [0x1f] = PLAIN,      [' '] = PLAIN,
    [0xc2] = UNDECIDED,  [0xe1] = UNDECIDED,  [0xe2] = UNDECIDED,  [0xe3] = UNDECIDED,
};

/* Of a character whose first byte does not tell. */
static inline Space wide_space(const char *at, size_t left) {
    const unsigned char *c = (const unsigned char *)at;
    unsigned second = left > 1 ? c[1] : 0, third = left > 2 ? c[2] : 0;
    if (c[0] == 0xc2)
        return (Space){second == 0x85 ? LINE_BREAK : second == 0xa0 ? NO_BREAK : SOLID, 2};
    switch ((unsigned)c[0] << 16 | second << 8 | third) {
    case 0xe280a8: /* U+2028 */
    case 0xe280a9:
        return (Space){LINE_BREAK, 3};
    case 0xe280af: /* U+202F */
        return (Space){NO_BREAK, 3};
    case 0xe19a80: /* U+1680 */
    case 0xe2819f: /* U+205F */
    case 0xe38080: /* U+3000 */
        return (Space){PLAIN, 3};
    default: /* U+2000 to U+200A */
        return (Space){c[0] == 0xe2 && second == 0x80 && third >= 0x80 && third <= 0x8a ? PLAIN : SOLID, 3};
    }
}

/* The white space that stands here; of what is solid the size says nothing. */
static inline Space white_at(const char *at, const char *end) {
    uint8_t first = FIRST[(unsigned char)*at];
    return first == UNDECIDED ? wide_space(at, (size_t)(end - at)) : (Space){(White)first, 1};
}

/* Bytes of the white space that begins at `at`; 0 if none does. */
static inline size_t space_at(const char *at, const char *end) {
    uint8_t first = FIRST[(unsigned char)*at];
    if (first != UNDECIDED)
        return first != SOLID;
    Space found = wide_space(at, (size_t)(end - at));
    return found.kind == SOLID ? 0 : found.size;
}

/* Bytes of the white space that ends before `end`; 0 if none does. */
static inline size_t space_before(const char *start, const char *end) {
    for (size_t size = 1; size <= 3 && (size_t)(end - start) >= size; size++)
        if (((unsigned char)*(end - size) & 0xc0) != 0x80)
            return space_at(end - size, end) == size ? size : 0;
    return 0;
}

/* Whether eight bytes stay as they are: ASCII without controls, with no two spaces in a row and none at the end. What
 * looks like a space behind one may be a `!`: then they are folded one by one. */
static inline bool is_folded(const char *at) {
    static const uint64_t ONES = 0x0101010101010101, HIGHEST = 0x8080808080808080;
    uint64_t eight;
    memcpy(&eight, at, sizeof eight);
    uint64_t others = eight ^ ONES * ' ', spaces = (others - ONES) & ~others & HIGHEST;
    return at[7] != ' ' && !((eight | (eight - ONES * ' ')) & HIGHEST) && !(spaces & spaces << 8);
}

/* Behind spaces of which eight stand together, as where markup is indented. */
static inline const char *past_spaces(const char *at, const char *end) {
    while (end - at >= 8 && memcmp(at, "        ", 8) == 0)
        at += 8;
    return at;
}

/* Code points: bytes that do not continue another. */
static inline size_t count_characters(const char *at, size_t size) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)at[i] & 0xc0) != 0x80;
    return count;
}

static inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Whether white space, and something behind it, stands here. */
static inline bool is_gap(const char *at, const char *end) {
    size_t size = at < end ? space_at(at, end) : 0;
    return size && at + size < end && space_at(at + size, end) == 0;
}

/* Bytes of the bullet or number ("12.") that folded text begins with; 0 if it is no item of a list. */
static inline size_t list_marker(const char *at, const char *end) {
    static const char *const BULLETS[] = {"*", "+", "-", "•", "◦", "▪", "▫", "‣", "⁃", "∙", "●", "○", "■", "□"};
    size_t size = 0;
    while (size < 3 && at + size < end && is_digit(at[size]))
        size++;
    if (size) {
        bool is_number = at + size < end && (at[size] == '.' || at[size] == ')');
        return is_number && is_gap(at + size + 1, end) ? size + 1 : 0;
    }
    if (*at != '*' && *at != '+' && *at != '-' && (unsigned char)*at != 0xe2)
        return 0;
    for (size_t i = 0; i < sizeof BULLETS / sizeof *BULLETS; i++) {
        size = strlen(BULLETS[i]);
        if ((size_t)(end - at) > size && memcmp(at, BULLETS[i], size) == 0)
            return is_gap(at + size, end) ? size : 0;
    }
    return 0;
}

/* Bytes of the `date 2019-05-07` that folded text begins with, if more follows; some crawlers write it. */
static inline size_t date_prefix(const char *at, const char *end) {
    static const char FORM[] = "date 0000-00-00 ";
    if ((size_t)(end - at) < sizeof FORM - 1)
        return 0;
    for (size_t i = 0; i < sizeof FORM - 1; i++)
        if (FORM[i] == '0' ? !is_digit(at[i]) : at[i] != FORM[i])
            return 0;
    return sizeof FORM - 2;
}

#endif
