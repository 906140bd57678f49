/* Text as the segmenters see it: UTF-8, white space as Python's `str.split` knows it, list markers, crawlers' dates. */
#ifndef CLEANER_TEXT_H
#define CLEANER_TEXT_H

#include "buffer.h"
#include <stddef.h>

/* Bytes of the white space that begins at `at`; 0 if none does. */
static inline size_t space_at(const char *at, const char *end) {
    const unsigned char *c = (const unsigned char *)at;
    if (c[0] < 0x80)
        return c[0] == ' ' || (c[0] >= 9 && c[0] <= 13) || (c[0] >= 0x1c && c[0] <= 0x1f);
    if (c[0] == 0xc2 && end - at >= 2)
        return c[1] == 0x85 || c[1] == 0xa0 ? 2 : 0;
    if (c[0] < 0xe1 || c[0] > 0xe3 || end - at < 3)
        return 0;
    uint32_t three = (uint32_t)c[0] << 16 | (uint32_t)c[1] << 8 | c[2];
    bool is_space = three == 0xe19a80 || (three >= 0xe28080 && three <= 0xe2808a) || three == 0xe280a8 ||
                    three == 0xe280a9 || three == 0xe280af || three == 0xe2819f || three == 0xe38080;
    return is_space ? 3 : 0;
}

/* Code points: bytes that do not continue another. */
static size_t count_characters(const char *at, size_t size) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)at[i] & 0xc0) != 0x80;
    return count;
}

static bool is_blank(const char *at, size_t size) {
    const char *end = at + size;
    for (size_t space; at < end; at += space)
        if ((space = space_at(at, end)) == 0)
            return false;
    return true;
}

/* Bytes of the white space that ends before `end`; 0 if none does. */
static inline size_t space_before(const char *start, const char *end) {
    for (size_t size = 1; size <= 3 && (size_t)(end - start) >= size; size++)
        if (((unsigned char)end[-(ptrdiff_t)size] & 0xc0) != 0x80)
            return space_at(end - size, end) == size ? size : 0;
    return 0;
}

/* Append the text with every run of white space as one space, and none at its ends; gives the bytes written. */
static size_t append_folded(Buffer *out, const char *at, size_t size) {
    const char *end = at + size;
    size_t start = out->size;
    bool waiting = false;
    if (!reserve(out, size + 1))
        return 0;
    char *to = out->data + out->size;
    while (at < end) {
        unsigned char c = (unsigned char)*at;
        if (c > ' ' && c < 0x80) { /* most are */
            if (waiting)
                *to++ = ' ';
            waiting = false;
            *to++ = *at++;
            continue;
        }
        size_t space = space_at(at, end);
        if (space) {
            waiting = to > out->data + start;
            at += space;
            continue;
        }
        if (waiting)
            *to++ = ' ';
        waiting = false;
        do
            *to++ = *at++;
        while (at < end && ((unsigned char)*at & 0xc0) == 0x80);
    }
    out->size = (size_t)(to - out->data);
    return out->size - start;
}

static inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

static const char *const BULLETS[] = {"*", "+", "-", "•", "◦", "▪", "▫", "‣", "⁃", "∙", "●", "○", "■", "□"};

/* Bytes of the bullet or number ("12.") that folded text begins with; 0 if it is no item of a list. */
static size_t list_marker(const char *at, size_t size) {
    if (is_digit(at[0])) {
        size_t digits = 1;
        while (digits < size && digits < 3 && is_digit(at[digits]))
            digits++;
        return digits + 2 < size && (at[digits] == '.' || at[digits] == ')') && at[digits + 1] == ' ' ? digits + 1 : 0;
    }
    if (at[0] != '*' && at[0] != '+' && at[0] != '-' && (unsigned char)at[0] != 0xe2)
        return 0;
    for (size_t i = 0; i < sizeof BULLETS / sizeof *BULLETS; i++) {
        size_t length = strlen(BULLETS[i]);
        if (length + 1 < size && memcmp(at, BULLETS[i], length) == 0 && at[length] == ' ')
            return length;
    }
    return 0;
}

/* Bytes of the `date 2021-06-07` that folded text begins with, if more follows; some crawlers write it. */
static size_t date_prefix(const char *at, size_t size) {
    static const char FORM[] = "date 0000-00-00 ";
    if (size < sizeof FORM - 1)
        return 0;
    for (size_t i = 0; i < sizeof FORM - 1; i++)
        if (FORM[i] == '0' ? !is_digit(at[i]) : at[i] != FORM[i])
            return 0;
    return sizeof FORM - 2;
}

#endif
