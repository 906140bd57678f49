/* Words that a net knows: those in the names of containers, those that lines begin with. */

#ifndef VOCABULARY_H
#define VOCABULARY_H

#include "alike.h"
#include "characters.h"
#include "memory.h"

enum { LONGEST_NAMES = 300, NAME_WORDS = 8, LINE_HEAD = 32, LINE_WORDS = 3 }; /* characters; words */

/* A word, known by its hash. */
typedef struct {
    uint64_t hash;
    int64_t number; /* one more than that of its vector; 0: the place is free */
} entry;

/* The vectors of known words, and a table of where each stands. */
typedef struct {
    int32_t width;
    float *vectors; /* many x width */
    uint64_t slots;
    entry *table;
    memory kept;
} vocabulary;

static entry *entry_of(const vocabulary *known, uint64_t hash) {
    uint64_t slot = hash & (known->slots - 1);
    while (known->table[slot].number != 0 && known->table[slot].hash != hash)
        slot = (slot + 1) & (known->slots - 1);
    return &known->table[slot];
}

/* What Python hands over of a vocabulary: words joined by NUL, and a vector of each. */
typedef struct {
    const char *words;
    int64_t size;
    const float *vectors;
    int32_t many, width;
} stored_words;

/* A vocabulary, of which `kept` is to be given back; of equal words the last one counts. */
static int new_vocabulary(const stored_words *of, vocabulary *out) {
    memory scratch = {0};
    size_t numbers = (size_t)of->many * (size_t)of->width;
    *out = (vocabulary){.width = of->width, .slots = slots_for(of->many)};
    text *words = ROOM(&scratch, text, of->many);
    out->vectors = ROOM(&out->kept, float, numbers);
    out->table = TAKE(&out->kept, entry, out->slots);
    if (!scratch.failed && !out->kept.failed) {
        memcpy(out->vectors, of->vectors, numbers * sizeof(float));
        split(of->words, of->size, of->many, words);
        for (int32_t number = 0; number < of->many; number++) {
            uint64_t hash = hash_of(words[number]);
            *entry_of(out, hash) = (entry){hash, number + 1};
        }
    }
    bool failed = scratch.failed || out->kept.failed;
    give_back(&scratch);
    return failed ? NO_MEMORY : DONE;
}

/* Bytes that are written one behind the other. */
typedef struct {
    uint8_t *at;
    int64_t size;
} written;

static void write_character(written *out, uint32_t code) {
    uint8_t *at = out->at + out->size;
    if (code < 0x80) {
        at[0] = (uint8_t)code, out->size += 1;
    } else if (code < 0x800) {
        at[0] = (uint8_t)(0xC0 | code >> 6), at[1] = (uint8_t)(0x80 | (code & 0x3F)), out->size += 2;
    } else if (code < 0x10000) {
        at[0] = (uint8_t)(0xE0 | code >> 12), at[1] = (uint8_t)(0x80 | (code >> 6 & 0x3F));
        at[2] = (uint8_t)(0x80 | (code & 0x3F)), out->size += 3;
    } else {
        at[0] = (uint8_t)(0xF0 | (code >> 18 & 0x07)), at[1] = (uint8_t)(0x80 | (code >> 12 & 0x3F));
        at[2] = (uint8_t)(0x80 | (code >> 6 & 0x3F)), at[3] = (uint8_t)(0x80 | (code & 0x3F)), out->size += 4;
    }
}

enum { CAPITAL_I_WITH_DOT = 0x130, DOT_ABOVE = 0x307 };

/* In lower case. One letter has a lower case of two characters. */
static void write_lower(written *out, const characters *known, uint32_t code) {
    if (code == CAPITAL_I_WITH_DOT) {
        write_character(out, 'i');
        write_character(out, DOT_ABOVE);
    } else {
        write_character(out, lower_of(known, code));
    }
}

/* Words, in room for them. */
typedef struct {
    int many;
    text words[LONGEST_NAMES / 2];
    uint8_t room[4 * LONGEST_NAMES];
} word_list;

static bool is_after(text one, text other) {
    int order = memcmp(one.at, other.at, (size_t)(one.size < other.size ? one.size : other.size));
    return order != 0 ? order > 0 : one.size > other.size;
}

/* Add a word in its alphabetical place, unless it is there. */
static void add_to_set(word_list *of, text word) {
    int place = of->many;
    while (place > 0 && is_after(of->words[place - 1], word))
        place--;
    if (place > 0 && is_same(of->words[place - 1], word))
        return;
    memmove(of->words + place + 1, of->words + place, (size_t)(of->many - place) * sizeof word);
    of->words[place] = word;
    of->many++;
}

/* The words in a container's names, in alphabetical order: parted at anything but letters and at changes of case. */
static void name_words(const characters *known, text names, word_list *out) {
    names = first_of(names, LONGEST_NAMES);
    written room = {out->room, 0};
    const uint8_t *at = names.at, *end = names.at + names.size;
    int64_t begin = 0;
    int letters = 0;
    bool was_lower = false;
    out->many = 0;
    for (bool more = true; more;) {
        more = at < end;
        uint32_t code = more ? next_character(&at, end) : ' ';
        bool is_part = more && is_letter(known, code);
        bool is_upper = is_part && class_of(known, code) == UPPER;
        if (!is_part || (was_lower && is_upper)) {
            if (letters > 1)
                add_to_set(out, (text){out->room + begin, room.size - begin});
            begin = room.size, letters = 0;
        }
        if (is_part)
            write_lower(&room, known, code), letters++;
        was_lower = is_part && class_of(known, code) == LOWER;
    }
    out->many = out->many < NAME_WORDS ? out->many : NAME_WORDS;
}

/* The first words of a line, in lower case. */
static void first_words(const characters *known, text line, word_list *out) {
    line = first_of(line, LINE_HEAD);
    written room = {out->room, 0};
    const uint8_t *at = line.at, *end = line.at + line.size;
    int64_t begin = 0;
    out->many = 0;
    for (bool more = true; more && out->many < LINE_WORDS;) {
        more = at < end;
        uint32_t code = more ? next_character(&at, end) : ' ';
        if (more && !is_space(code)) {
            write_lower(&room, known, code);
        } else if (room.size > begin) {
            out->words[out->many++] = (text){out->room + begin, room.size - begin};
            begin = room.size;
        }
    }
}

/* Add the vectors of NAME_WORDS words at most. All places are fetched first, then all vectors: one waits for all, not
   for each. */
static void add_words(const vocabulary *known, const text *words, int many, double *sum) {
    uint64_t hashes[NAME_WORDS];
    const float *vectors[NAME_WORDS];
    int met = 0;
    for (int number = 0; number < many; number++) {
        hashes[number] = hash_of(words[number]);
        __builtin_prefetch(&known->table[hashes[number] & (known->slots - 1)]);
    }
    for (int number = 0; number < many; number++) {
        int64_t place = entry_of(known, hashes[number])->number;
        if (place == 0)
            continue;
        vectors[met] = known->vectors + (place - 1) * known->width;
        __builtin_prefetch(vectors[met]);
        __builtin_prefetch(vectors[met++] + known->width - 1);
    }
    for (int number = 0; number < met; number++)
        for (int32_t column = 0; column < known->width; column++)
            sum[column] += vectors[number][column];
}

/* Write words, a space between two and a line feed behind the last, for training. */
static void write_words(const word_list *of, written *out) {
    for (int number = 0; number < of->many; number++) {
        memcpy(out->at + out->size, of->words[number].at, (size_t)of->words[number].size);
        out->size += of->words[number].size;
        out->at[out->size++] = ' ';
    }
    out->at[out->size++] = '\n';
}

#endif
