/* Which words a text may have, by three characters of theirs at a time. */
#ifndef CLEANER_TRIGRAMS_H
#define CLEANER_TRIGRAMS_H

#include "characters.h"

enum { TRIGRAMS = 1 << 12 }; /* bits for those of a text */

/* Four of its trigrams, which may be the same. */
struct word {
    uint16_t trigrams[4];
};

static inline bool is_noted(const uint8_t *bits, uint64_t bit) { return bits[bit / 8] >> bit % 8 & 1; }

static inline void note(uint8_t *bits, uint64_t bit) { bits[bit / 8] |= 1 << bit % 8; }

/* One more character behind the two before; only its last byte counts. */
static inline uint32_t slid(uint32_t three, uint32_t code) { return (three << 8 | (code & 0xff)) & 0xffffff; }

static inline uint16_t trigram_of(uint32_t three) { return (uint16_t)(three * 0x9e3779b1u >> 20); }

/* The first trigram and the last ones of a word that has one. */
static struct word word_of(struct text text) {
    struct word word = {{0}};
    uint32_t three = 0;
    for (int length = 1; text.at < text.end; length++) {
        three = slid(three, next(&text.at, text.end));
        for (int place = 0; length == 3 && place < 4; place++) {
            word.trigrams[place] = trigram_of(three);
        }
        if (length > 3) {
            word.trigrams[1 + length % 3] = trigram_of(three);
        }
    }
    return word;
}

static void note_trigrams(uint8_t *bits, struct text text) {
    memset(bits, 0, TRIGRAMS / 8);
    for (uint32_t three = 0; text.at < text.end;) {
        three = slid(three, next(&text.at, text.end));
        note(bits, trigram_of(three));
    }
}

static bool may_have(const uint8_t *bits, struct word word) {
    for (int place = 0; place < 4; place++) {
        if (!is_noted(bits, word.trigrams[place])) {
            return false;
        }
    }
    return true;
}

#endif
