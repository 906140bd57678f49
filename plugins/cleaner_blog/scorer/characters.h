/* What the characters of a line tell, in whatever script: shares of their classes, how it begins and ends. */

#ifndef CHARACTERS_H
#define CHARACTERS_H

#include "utf8.h"

/* The numbers of `tables.py`. */
enum { SPACE, LOWER, UPPER, DIGIT, LETTER, DENSE, STOP, MARK, COMMA, QUOTE, DASH, BRACKET, BAR, MONEY, SYMBOL, OTHER };
enum { COLON = OTHER + 1, SIGN, CLASSES };
enum { PLANE = 0x10000, CLASS = 0x1F, COMBINING = 0x20 };
enum { EXCERPT_HEAD = 72, EXCERPT_TAIL = 24, EXCERPT = EXCERPT_HEAD + EXCERPT_TAIL }; /* characters looked at */
enum { FEW = 6, CHARACTER_COLUMNS = 3 * CLASSES + 2 + FEW };

static const uint8_t COUNTED[FEW] = {DIGIT, BAR, COLON, COMMA, STOP, MARK}; /* of which the first few count */
static const double WORDS_OF_A_SIGN = 0.45;                                 /* in scripts without spaces */

/* Two tables of the basic plane, which Python makes and keeps. */
typedef struct {
    const uint8_t *classes; /* the class, and COMBINING where it is a mark upon a letter */
    const uint16_t *lower;  /* the lower case, if it is one character */
} characters;

static inline int class_of(const characters *known, uint32_t code) {
    return known->classes[code < PLANE ? code : PLANE - 1] & CLASS;
}

static inline bool is_letter(const characters *known, uint32_t code) {
    uint8_t found = known->classes[code < PLANE ? code : PLANE - 1];
    return (found == LOWER) | (found == UPPER) | (found == LETTER) | (found == DENSE);
}

static inline uint32_t lower_of(const characters *known, uint32_t code) {
    return code < PLANE ? known->lower[code] : code;
}

/* What was counted in the excerpt of a line. */
typedef struct {
    int64_t length; /* of the whole line, in characters */
    uint8_t counts[CLASSES];
    uint8_t size, initials, first, last;
} counted;

static void count_part(const characters *known, text part, int *before, counted *seen) {
    const uint8_t *at = part.at, *end = part.at + part.size;
    while (at < end) {
        int class = class_of(known, next_character(&at, end));
        seen->counts[class]++;
        seen->initials += class == UPPER && *before == SPACE;
        seen->size++;
        *before = class;
    }
}

static text last_of(text line, int many) {
    const uint8_t *at = line.at + line.size;
    for (int count = 0; count < many && at > line.at; count++)
        at = before_character(at, line.at);
    return (text){at, line.at + line.size - at};
}

/* Count a line's characters; `before` is the class of the one that stands before them, a space at the top of a page. */
static counted count_characters(const characters *known, text line, int before) {
    counted seen = {.length = length_of(line)};
    if (seen.length == 0)
        return seen;
    const uint8_t *start = line.at;
    seen.first = (uint8_t)class_of(known, next_character(&start, line.at + line.size));
    if (seen.length <= EXCERPT) {
        count_part(known, line, &before, &seen);
    } else {
        count_part(known, first_of(line, EXCERPT_HEAD), &before, &seen);
        count_part(known, last_of(line, EXCERPT_TAIL), &before, &seen);
    }
    seen.last = (uint8_t)before;
    return seen;
}

/* About how many words a line has. */
static double words_in(const counted *seen) {
    double found = seen->counts[SPACE] + 1 + WORDS_OF_A_SIGN * seen->counts[DENSE];
    return seen->size ? (double)seen->length * found / seen->size : 0;
}

/* Write the columns; `out` is zero so far. */
static void character_columns(const counted *seen, double *out) {
    if (seen->size == 0)
        return;
    double size = seen->size, gaps = seen->counts[SPACE] + 1;
    for (int class = 0; class < CLASSES; class ++)
        out[class] = seen->counts[class] / size;
    out[CLASSES + seen->first] = 1;
    out[2 * CLASSES + seen->last] = 1;
    out += 3 * CLASSES;
    out[0] = seen->initials / gaps;
    out[1] = size / gaps / 12 < 1 ? size / gaps / 12 : 1;
    for (int number = 0; number < FEW; number++)
        out[2 + number] = seen->counts[COUNTED[number]] < 4 ? seen->counts[COUNTED[number]] / 4.0 : 1;
}

#endif
