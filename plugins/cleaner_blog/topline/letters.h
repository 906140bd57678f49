/* What a character is, in whatever script, and texts in small letters. */

#ifndef LETTERS_H
#define LETTERS_H

#include "../scorer/utf8.h"

/* What `letters.py` tells of each: its small letter, and what it is. */
enum { TOLD = 0x20000, IDEOGRAPHS = 0x40000, CODE = 0x1FFFFF };
enum {
    WORD = 1 << 21,
    DECIMAL = 1 << 22,
    CAPITAL = 1 << 23, /* what `str.isupper` says, of more than the letters that are UPPER */
    SMALL = 1 << 24,   /* `str.islower` */
    UPPER = 1 << 25,
    LOWER = 1 << 26,
    DENSE = 1 << 27 /* of a script that puts no blanks between words, or few: it says more */
};
enum { SIGMA = 0x3A3, FINAL_SIGMA = 0x3C2, DOTTED_I = 0x130, DOT = 0x307 };

typedef struct {
    uint8_t *at;
    int64_t size;
} written;

static inline uint32_t told_of(const uint32_t *characters, uint32_t code) {
    return code < TOLD ? characters[code] : code < IDEOGRAPHS ? code | WORD | DENSE : code;
}

static inline uint32_t next_told(const uint32_t *characters, const uint8_t **at, const uint8_t *end) {
    return told_of(characters, next_character(at, end));
}

static inline const uint8_t *end_of(text line) { return line.at + line.size; }

static inline void write_byte(written *out, uint32_t byte) { out->at[out->size++] = (uint8_t)byte; }

static inline void write_character(written *out, uint32_t code) {
    if (code < 0x80) {
        write_byte(out, code);
        return;
    }
    const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    write_byte(out, (0xFF00 >> (more + 1) & 0xFF) | code >> 6 * more);
    for (int left = more - 1; left >= 0; left--)
        write_byte(out, 0x80 | (code >> 6 * left & 0x3F));
}

/* Bytes that `write_lower` needs at most: some letters have two, and three when they are small. */
static inline int64_t room_for_lower(int64_t size) { return size + size / 2 + 1; }

/* Write a text in small letters, as `str.lower` gives it. */
static void write_lower(const uint32_t *characters, text line, written *out) {
    uint32_t before = 0;
    for (const uint8_t *at = line.at, *end = end_of(line); at < end;) {
        if (*at < 0x80) { /* as most are */
            before = characters[*at++];
            write_byte(out, before);
            continue;
        }
        const uint32_t code = next_character(&at, end), told = told_of(characters, code);
        const uint8_t *ahead = at;
        if (code == SIGMA && before & WORD && !(ahead < end && next_told(characters, &ahead, end) & WORD)) {
            write_character(out, FINAL_SIGMA);
        } else if (code == DOTTED_I) {
            write_character(out, 'i');
            write_character(out, DOT);
        } else {
            write_character(out, told & CODE);
        }
        before = told;
    }
}

/* A word of a text: letters, digits and `_`. */
typedef struct {
    text text;
    int64_t length; /* in characters */
    bool is_dense;
} word;

/* The next word, which leaves the rest of the text; false: there is none. */
static bool next_word(const uint32_t *characters, text *rest, word *out) {
    const uint8_t *at = rest->at, *const end = end_of(*rest), *behind = at;
    *out = (word){0};
    while (behind < end) {
        const uint8_t *const here = behind;
        const uint32_t told = next_told(characters, &behind, end);
        if (told & WORD) {
            at = out->length++ ? at : here;
            out->is_dense |= (told & DENSE) != 0;
            out->text = (text){at, behind - at};
        } else if (out->length) {
            break;
        }
    }
    *rest = (text){behind, end - behind};
    return out->length > 0;
}

#endif
