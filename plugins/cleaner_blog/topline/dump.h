/* A dump as Python hands it over, and what is measured of its lines. */

#ifndef DUMP_H
#define DUMP_H

#include "letters.h"

enum { ALL_PROSE = 40 }; /* lines of prose that are counted at all */

/* What is known of a line. */
enum { CLAIMED = 1, MENU = 2, SIGN = 4, DATE = 8 };

typedef struct {
    text text, body; /* the body is without the list marker */
    int32_t length;  /* of the text, in characters */
    int32_t dense;   /* letters of dense scripts in it */
    int32_t blanks;  /* between its words; such letters have one behind every second */
} line;

/* The structure `_Dump` of Python, which makes room for what is found. */
typedef struct {
    const char *texts, *bodies; /* `bodies` is NULL where they are the texts behind their markers */
    int64_t size, bodies_size;
    const int32_t *gaps, *markers;
    const uint8_t *known;
    const uint32_t *characters;
    line *lines;
    int32_t *near;   /* the lines that may be the headline */
    int32_t *digits; /* those around them that may have a date */
    int32_t many, near_many, digits_many, prose_many;
    int32_t prose[ALL_PROSE]; /* the first lines that are sentences, and not in a list */
} dump;

/* Whether a byte begins a letter of the dense scripts, and perhaps others. */
static inline bool may_be_dense(uint8_t byte) { return byte == 0xE0 || (byte >= 0xE3 && byte <= 0xED); }

static int32_t dense_letters(const uint32_t *characters, text of) {
    int32_t found = 0;
    for (const uint8_t *at = of.at; at < end_of(of);)
        found += (next_told(characters, &at, end_of(of)) & DENSE) != 0;
    return found;
}

static line measured(const uint32_t *characters, text of) {
    line made = {.text = of, .body = of};
    int32_t length = 0, blanks = 0, maybe = 0;
    for (int64_t place = 0; place < of.size; place++) {
        length += !is_inside(of.at[place]);
        blanks += of.at[place] == ' ';
        maybe += may_be_dense(of.at[place]);
    }
    made.dense = maybe ? dense_letters(characters, of) : 0;
    made.length = length, made.blanks = blanks + made.dense / 2;
    return made;
}

/* How long it is, with letters of dense scripts counted for what they say. */
static inline int64_t said_by(const line *of) { return of->length + 2 * (int64_t)of->dense; }

static text behind_marker(text line, int32_t marker) {
    const uint8_t *at = end_of(first_of(line, marker)), *const end = end_of(line);
    for (const uint8_t *ahead = at; ahead < end && is_space(next_character(&ahead, end));)
        at = ahead;
    return (text){at, end - at};
}

static text next_text(const uint8_t **at, const uint8_t *end) {
    const uint8_t *const begin = *at, *const nul = memchr(begin, 0, (size_t)(end - begin));
    const uint8_t *const stop = nul ? nul : end;
    *at = nul ? nul + 1 : end;
    return (text){begin, stop - begin};
}

static void measure_lines(dump *of) {
    const uint8_t *at = (const uint8_t *)of->texts, *const end = at + of->size;
    const uint8_t *body = (const uint8_t *)of->bodies, *const bodies_end = body ? body + of->bodies_size : NULL;
    for (int32_t number = 0; number < of->many; number++) {
        line *const made = &of->lines[number];
        *made = measured(of->characters, next_text(&at, end));
        if (body)
            made->body = next_text(&body, bodies_end);
        else if (of->markers[number])
            made->body = behind_marker(made->text, of->markers[number]);
    }
}

/* Whether one of the lines from `first` on and before `behind` is known to be this; some of them may not be there. */
static bool is_among(const dump *of, int32_t first, int32_t behind, uint8_t what) {
    for (int32_t number = first < 0 ? 0 : first; number < behind && number < of->many; number++)
        if (of->known[number] & what)
            return true;
    return false;
}

#endif
