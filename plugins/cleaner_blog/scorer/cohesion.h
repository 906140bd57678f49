/* What a line of a dump has in common with others: an article keeps to its names and subjects, a teaser has its own.

   A term is a word of four letters or more that a net does not know, so few outlets use it, or two neighbouring signs of
   a script that writes no spaces. */

#ifndef COHESION_H
#define COHESION_H

#include "phrases.h"

enum { COMMON = 3 };                       /* columns */
static const double ONCE = 0.5, OFTEN = 4; /* so many lines that have a term count for a half */

/* All terms of some lines, one after the other, also of words that are known. */
typedef struct {
    int64_t many;
    uint64_t *hashes;
    int32_t *lines, *numbers; /* on which line each stands; equal for equal ones */
    int32_t *times;           /* by number: how often it stands there */
    uint32_t *knowing;        /* by number: which nets know the word */
    int32_t different;
} terms;

static void add_term(terms *out, uint64_t hash, int32_t line) {
    out->hashes[out->many] = hash;
    out->lines[out->many++] = line;
}

static void add_terms(const phrases *by, text line, int32_t number, terms *out) {
    const uint8_t *at = line.at, *end = line.at + line.size;
    word read = NO_WORD;
    uint64_t before = 0; /* the value of a sign right before; 0: it is none */
    bool begins_with_sign = false;
    for (bool more = true; more;) {
        const uint8_t *plain = at;
        at = add_plain(by, at, end, &read);
        if (at > plain) /* letters of ASCII are no signs */
            before = 0, begins_with_sign &= read.size > at - plain;
        more = at < end;
        uint32_t code = more ? next_character(&at, end) : ' ';
        uint64_t value = value_in(by, code);
        bool is_sign = code >= 0x80 && class_of(&by->known, code) == DENSE;
        if (before != 0 && is_sign)
            add_term(out, before * PAIR + value, number);
        before = is_sign ? value : 0;
        if (value == 0) {
            if (read.size >= LEAST_TERM && !begins_with_sign)
                add_term(out, read.hash, number);
            read = NO_WORD;
            continue;
        }
        begins_with_sign = read.size == 0 ? is_sign : begins_with_sign;
        add_letter(value, &read);
    }
}

/* Which nets know each term. Where the next few are looked up is fetched beforehand. */
static void ask_nets(const phrases *by, const uint64_t *hashes, terms *of) {
    enum { AHEAD = 8 };
    for (int32_t number = 0; number < of->different; number++) {
        if (number + AHEAD < of->different)
            fetch(by, hashes[number + AHEAD]);
        of->knowing[number] = is_met(by, hashes[number]) ? place_of(by, hashes[number])->knowing : 0;
    }
}

/* Number the terms. */
static int tell_apart(const phrases *by, memory *from, terms *of) {
    uint64_t slots = slots_for(of->many), *hashes = ROOM(from, uint64_t, of->many);
    int32_t *table = TAKE(from, int32_t, slots); /* one more than the number; 0: free */
    of->numbers = ROOM(from, int32_t, of->many), of->times = TAKE(from, int32_t, of->many);
    of->knowing = ROOM(from, uint32_t, of->many);
    if (from->failed)
        return NO_MEMORY;
    for (int64_t place = 0; place < of->many; place++) {
        uint64_t hash = of->hashes[place], slot = hash * SPREAD >> 20 & (slots - 1);
        while (table[slot] != 0 && hashes[table[slot] - 1] != hash)
            slot = (slot + 1) & (slots - 1);
        if (table[slot] == 0) {
            hashes[of->different] = hash;
            table[slot] = ++of->different;
        }
        of->numbers[place] = table[slot] - 1;
        of->times[table[slot] - 1]++;
    }
    ask_nets(by, hashes, of);
    return DONE;
}

/* The terms of lines, whole. A word has four bytes or more and one that parts it from the next, a sign three bytes. */
static int find_terms(const phrases *by, const text *lines, int32_t many, memory *from, terms *out) {
    int64_t most = 0;
    for (int32_t line = 0; line < many; line++)
        most += lines[line].size / 3 + 1;
    *out = (terms){.hashes = ROOM(from, uint64_t, most), .lines = ROOM(from, int32_t, most)};
    if (from->failed)
        return NO_MEMORY;
    for (int32_t line = 0; line < many; line++)
        add_terms(by, lines[line], line, out);
    return tell_apart(by, from, out);
}

/* The terms that count for a net: those that it does not know. */
typedef struct {
    int64_t many; /* of those that stand there more than once */
    int32_t *numbers, *lines;
    double *counts; /* by line: how many terms it has, and one */
    double *every;  /* room for two sums of each number */
    int32_t different;
} shared;

static int share_terms(const terms *of, int net, int32_t lines, memory *from, shared *out) {
    *out = (shared){.numbers = ROOM(from, int32_t, of->many),
                    .lines = ROOM(from, int32_t, of->many),
                    .counts = ROOM(from, double, lines),
                    .every = ROOM(from, double, 2 * (size_t)of->different),
                    .different = of->different};
    if (from->failed)
        return NO_MEMORY;
    for (int32_t line = 0; line < lines; line++)
        out->counts[line] = 1;
    for (int64_t place = 0; place < of->many; place++) {
        int32_t number = of->numbers[place];
        if (of->knowing[number] >> net & 1)
            continue;
        out->counts[of->lines[place]]++;
        if (of->times[number] > 1) {
            out->numbers[out->many] = number;
            out->lines[out->many++] = of->lines[place];
        }
    }
    return DONE;
}

static double above_zero(double value) { return value > 0 ? value : 0; }

/* Of what each line says, how much others do that are `seen`: once, often; and how much those do that are the `rest`.
   The columns are zero so far. */
static void write_common(const shared *of, const double *seen, const double *rest, int32_t lines, double *out) {
    memset(of->every, 0, 2 * (size_t)of->different * sizeof(double));
    for (int64_t place = 0; place < of->many; place++) {
        int32_t line = of->lines[place], number = of->numbers[place];
        of->every[2 * number] += seen[line];
        of->every[2 * number + 1] += rest[line];
    }
    for (int64_t place = 0; place < of->many; place++) {
        int32_t line = of->lines[place], number = of->numbers[place];
        double one = above_zero(of->every[2 * number] - seen[line]);
        double other = above_zero(of->every[2 * number + 1] - rest[line]);
        double *columns = out + (int64_t)line * COMMON;
        columns[0] += one / (one + ONCE), columns[1] += one / (one + OFTEN), columns[2] += other / (other + ONCE);
    }
    for (int32_t line = 0; line < lines; line++)
        for (int column = 0; column < COMMON; column++)
            out[(int64_t)line * COMMON + column] /= of->counts[line];
}

#endif
