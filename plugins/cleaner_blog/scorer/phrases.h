/* Words, pairs of words and terms as numbers.

   A word is a run of letters and digits, in lower case and with all digits alike. It is known by a hash, a polynomial of
   its characters; a pair by a hash of two words, or of a word and the edge of its line. */

#ifndef PHRASES_H
#define PHRASES_H

#include "alike.h"
#include "characters.h"
#include "fixed.h"
#include "memory.h"
#include "vocabulary.h"

enum { MOST_NETS = 32, MET_BITS = 18 };
enum { LEAST_TERM = 4 }; /* characters */
static const uint64_t BASE = 0x9E3779B97F4A7C15u, PAIR = 0xD6E8FEB86659FD93u, SPREAD = 0xFF51AFD7ED558CCDu;
static const uint64_t EDGE = 0x8CB92BA72F3D8DD7u; /* stands before the first word of a line and behind its last */
static const text WRITTEN_EDGE = {(const uint8_t *)"\xC2\xB7", 2}; /* what it is called in a list of words */

/* A word or pair. All that is asked of it stands in one line of the cache. */
typedef struct {
    uint64_t hash;
    int32_t number;   /* one more than that of its vector; 0: the place is free */
    uint32_t knowing; /* which nets know it, a bit for each */
} phrase;

/* The words and pairs that some nets know. Their vectors stand side by side: 0 where a net does not know one. */
typedef struct {
    characters known;
    uint64_t *values; /* what each character of the basic plane adds to a word; 0: it is in none */
    int32_t many, width;
    int bits;         /* behind the point of vectors: as many as all have room for */
    int16_t *vectors; /* many x width */
    uint64_t slots;
    phrase *table;
    uint64_t *met; /* bits by the end of a hash: most phrases are known to none, and soon it is known */
    memory kept;
} phrases;

/* A word, as far as it is read. */
typedef struct {
    uint64_t hash, power; /* what the next character is multiplied by */
    int64_t size;         /* in characters */
} word;

static const word NO_WORD = {0, 1, 0};

static inline uint64_t value_in(const phrases *by, uint32_t code) {
    return by->values[code < PLANE ? code : PLANE - 1];
}

/* Each character as it counts: in lower case, digits as 0; 0 where it is in no word. */
static uint32_t written_as(const characters *known, uint32_t code) {
    int class = class_of(known, code);
    bool is_letter = class == LOWER || class == UPPER || class == LETTER || class == DENSE;
    return class == DIGIT ? '0' : is_letter ? lower_of(known, code) : 0;
}

static bool find_values(phrases *by) {
    by->values = TAKE(&by->kept, uint64_t, PLANE);
    for (uint32_t code = 0; code < PLANE && !by->kept.failed; code++) {
        uint64_t written = written_as(&by->known, code);
        by->values[code] = written * SPREAD ^ written << 29;
    }
    return !by->kept.failed;
}

static inline void add_letter(uint64_t value, word *to) {
    to->hash += value * to->power, to->power *= BASE, to->size++;
}

/* Add letters of ASCII, as most words have no others; gives where the next character stands that is none. */
static inline const uint8_t *add_plain(const phrases *by, const uint8_t *at, const uint8_t *end, word *to) {
    for (uint64_t value; at < end && *at < 0x80 && (value = by->values[*at]) != 0; at++)
        add_letter(value, to);
    return at;
}

/* The next word of a text; moves the text behind it. */
static bool next_word(const phrases *by, text *rest, word *out) {
    const uint8_t *at = rest->at, *end = rest->at + rest->size;
    *out = NO_WORD;
    while ((at = add_plain(by, at, end, out)) < end) {
        uint64_t value = value_in(by, next_character(&at, end));
        if (value != 0)
            add_letter(value, out);
        else if (out->size > 0)
            break;
    }
    *rest = (text){at, end - at};
    return out->size > 0;
}

/* The hash of a phrase as lists of words have it: a word, or two, of which one may be the edge. */
static uint64_t hash_of_phrase(const phrases *by, text whole) {
    const uint8_t *space = whole.size > 0 ? memchr(whole.at, ' ', (size_t)whole.size) : NULL;
    if (space != NULL) {
        text first = {whole.at, space - whole.at}, second = {space + 1, whole.at + whole.size - space - 1};
        return hash_of_phrase(by, first) * PAIR + hash_of_phrase(by, second);
    }
    word found;
    next_word(by, &(text){whole.at, whole.size}, &found);
    return is_same(whole, WRITTEN_EDGE) ? EDGE : found.hash;
}

static inline uint64_t end_of(uint64_t hash) { return hash * SPREAD >> (64 - MET_BITS); }

/* Whether some net may know a phrase. */
static inline bool is_met(const phrases *by, uint64_t hash) {
    uint64_t end = end_of(hash);
    return by->met[end / 64] >> end % 64 & 1;
}

static inline uint64_t slot_for(const phrases *by, uint64_t hash) { return hash * SPREAD >> 20 & (by->slots - 1); }

/* The place of a phrase; a free one if no net knows it. */
static inline phrase *place_of(const phrases *by, uint64_t hash) {
    uint64_t slot = slot_for(by, hash);
    while (by->table[slot].number != 0 && by->table[slot].hash != hash)
        slot = (slot + 1) & (by->slots - 1);
    return &by->table[slot];
}

/* Have the place of a phrase fetched, for one waits long for it. */
static inline void fetch(const phrases *by, uint64_t hash) { __builtin_prefetch(&by->table[slot_for(by, hash)]); }

static void learn(phrases *by, text said, int net, const float *vector, int32_t column, int32_t width) {
    uint64_t hash = hash_of_phrase(by, said), end = end_of(hash);
    phrase *place = place_of(by, hash);
    if (place->number == 0)
        *place = (phrase){hash, ++by->many, 0};
    by->met[end / 64] |= (uint64_t)1 << end % 64;
    place->knowing |= (uint32_t)1 << net;
    int16_t *out = by->vectors + (int64_t)(place->number - 1) * by->width + column;
    for (int32_t number = 0; number < width; number++)
        out[number] = (int16_t)rint(ldexp(vector[number], by->bits));
}

static int learn_all(phrases *by, const stored_words *of, int net, int32_t column) {
    memory scratch = {0};
    text *words = TAKE(&scratch, text, of->many);
    if (!scratch.failed) {
        split(of->words, of->size, of->many, words);
        for (int32_t number = 0; number < of->many; number++)
            learn(by, words[number], net, of->vectors + (int64_t)number * of->width, column, of->width);
    }
    give_back(&scratch);
    return scratch.failed ? NO_MEMORY : DONE;
}

/* How many bits behind the point there is room for in all vectors; less than 0: there is none for one. */
static int bits_of_vectors(const stored_words *of, int nets) {
    double most = 0;
    for (int net = 0; net < nets; net++)
        for (int64_t number = 0; number < (int64_t)of[net].many * of[net].width; number++)
            most = fabs(of[net].vectors[number]) > most ? fabs(of[net].vectors[number]) : most;
    int bits = MOST_BITS;
    while (bits >= 0 && ldexp(most, bits) > INT16_MAX)
        bits--;
    return bits;
}

/* The phrases of some nets, of which `kept` is to be given back. */
static int new_phrases(const characters *known, const stored_words *of, int nets, phrases *out) {
    int64_t most = 0;
    *out = (phrases){.known = *known, .bits = bits_of_vectors(of, nets)};
    if (out->bits < 0)
        return NO_FIT;
    for (int net = 0; net < nets; net++)
        most += of[net].many, out->width += of[net].width;
    out->slots = slots_for(most);
    out->vectors = TAKE(&out->kept, int16_t, most * out->width);
    out->table = TAKE(&out->kept, phrase, out->slots);
    out->met = TAKE(&out->kept, uint64_t, (1 << MET_BITS) / 64);
    int code = find_values(out) ? DONE : NO_MEMORY;
    for (int net = 0, column = 0; net < nets && code == DONE; column += of[net++].width)
        code = learn_all(out, &of[net], net, column);
    return code;
}

/* Phrases of a line that nets may know. */
typedef struct {
    int32_t many;
    uint64_t hashes[2 * EXCERPT + 1];
} heard;

/* Add a phrase, unless it is known to none. */
static inline void hear(const phrases *by, uint64_t hash, heard *out) {
    out->hashes[out->many] = hash;
    out->many += is_met(by, hash);
}

static void hear_part(const phrases *by, text part, uint64_t *before, heard *out) {
    for (word found; next_word(by, &part, &found); *before = found.hash) {
        hear(by, found.hash, out);
        hear(by, *before * PAIR + found.hash, out);
    }
}

/* Add the vectors of phrases to a sum. All places are fetched first, then all vectors: one waits for all of them, not
   for each. */
static void add_heard(const phrases *by, heard *of, int32_t *restrict sum) {
    int32_t width = by->width, known = 0;
    for (int32_t place = 0; place < of->many; place++)
        fetch(by, of->hashes[place]);
    for (int32_t place = 0; place < of->many; place++) {
        int32_t number = place_of(by, of->hashes[place])->number - 1;
        of->hashes[known] = (uint64_t)(uint32_t)number;
        known += number >= 0;
        __builtin_prefetch(by->vectors + (int64_t)(number >= 0 ? number : 0) * width);
    }
    for (int32_t place = 0; place < known; place++) {
        const int16_t *vector = by->vectors + (int64_t)of->hashes[place] * width;
        for (int32_t column = 0; column < width; column++)
            sum[column] += vector[column];
    }
}

/* Add the vectors of the words and pairs of a line, at its beginning and its end. */
static void add_phrases(const phrases *by, text line, int64_t length, int32_t *sum) {
    uint64_t before = EDGE;
    heard all;
    all.many = 0;
    hear_part(by, length <= EXCERPT ? line : first_of(line, EXCERPT_HEAD), &before, &all);
    if (length > EXCERPT)
        hear_part(by, last_of(line, EXCERPT_TAIL), &before, &all);
    if (before != EDGE)
        hear(by, before * PAIR + EDGE, &all);
    add_heard(by, &all, sum);
}

static void spell_part(const characters *known, text part, word_list *out, written *room) {
    const uint8_t *at = part.at, *end = part.at + part.size;
    int64_t begin = room->size;
    for (bool more = true; more;) {
        more = at < end;
        uint32_t code = more ? written_as(known, next_character(&at, end)) : 0;
        if (code != 0)
            write_character(room, code);
        if (code == 0 && room->size > begin)
            out->words[out->many++] = (text){out->room + begin, room->size - begin};
        begin = code != 0 ? begin : room->size;
    }
}

/* The words of a line as lists of words have them, for training: those that `add_phrases` finds. */
static void spell_words(const characters *known, text line, word_list *out) {
    written room = {out->room, 0};
    bool is_long = length_of(line) > EXCERPT;
    out->many = 0;
    spell_part(known, is_long ? first_of(line, EXCERPT_HEAD) : line, out, &room);
    if (is_long)
        spell_part(known, last_of(line, EXCERPT_TAIL), out, &room);
}

#endif
