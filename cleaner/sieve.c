/* Which lines of a page rules may take: those that are a known phrase, and those that begin as a pattern does.

Texts are UTF-8, a NUL behind each. They are looked up by hashes of their characters, 64 bits, so tables hold no
   text. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

/* What `characters` tells of one, if it is more than itself: the character that it is folded to, or where its expansion
   stands. */
enum { TOLD = 0x20000, BLOCK = 0x100, CODE = 0x1fffff, EXPANDS = 1 << 21, ORNAMENT = 1 << 22, DECIMAL = 1 << 23 };
enum { NONE = -1, DIGITS = 1 };
enum { BEGIN = 6 }; /* characters of a text that are looked up before the others */
enum { BITS = 1 << 17 };
static const uint64_t NUMBER = 0xffffff;
enum { NO_BREAK = 0xa0, NARROW_NO_BREAK = 0x202f };
static const uint64_t SEED = 0xcbf29ce484222325, PRIME = 0x100000001b3; /* FNV-1a */

/* All of it is small, since a page asks for hundreds of texts and finds what other code has left of the caches. */
struct table {
    uint64_t *entries; /* a hash without its last bits, which are one more than a number; 0: free */
    uint64_t mask;     /* one less than there are, a power of two */
    uint8_t *begins;   /* a bit for each hash of what texts begin with */
    uint8_t *wholes;   /* the same of texts */
};

struct sieve {
    const uint32_t *blocks; /* for each block of characters where it begins */
    const uint32_t *characters, *expansions;
    struct table phrases, starts;
    int32_t longest_phrase, longest_line; /* in characters */
    int32_t otherwise;                    /* where no start fits */
};

struct found {
    int32_t line, phrase, start;
};

static inline uint64_t with(uint64_t hash, uint32_t code) { return (hash ^ code) * PRIME; }

static inline uint64_t *entry_of(const struct table *table, uint64_t hash) {
    uint64_t place = (hash ^ hash >> 32) & table->mask;
    while (table->entries[place] != 0 && (table->entries[place] ^ hash) > NUMBER) {
        place = (place + 1) & table->mask;
    }
    return &table->entries[place];
}

static inline bool is_noted(const uint8_t *bits, uint64_t hash) {
    const uint64_t place = (hash ^ hash >> 32) & (BITS - 1);
    return bits[place / 8] >> place % 8 & 1;
}

static inline void note(uint8_t *bits, uint64_t hash) {
    const uint64_t place = (hash ^ hash >> 32) & (BITS - 1);
    bits[place / 8] |= 1 << place % 8;
}

static inline int32_t number_of(const struct table *table, uint64_t hash) {
    return is_noted(table->wholes, hash) ? (int32_t)(*entry_of(table, hash) & NUMBER) - 1 : NONE;
}

static inline bool is_inside(uint8_t byte) { return (byte & 0xc0) == 0x80; }

/* The next character. */
static inline uint32_t next(const uint8_t **at, const uint8_t *end) {
    uint32_t code = *(*at)++;
    if (code < 0x80) {
        return code;
    }
    code &= code < 0xe0 ? 0x1f : code < 0xf0 ? 0x0f : 0x07;
    while (*at < end && is_inside(**at)) {
        code = code << 6 | (*(*at)++ & 0x3f);
    }
    return code == NO_BREAK || code == NARROW_NO_BREAK ? ' ' : code; /* rules see plain spaces */
}

static inline uint32_t told(const struct sieve *sieve, uint32_t code) {
    const uint32_t found = code < TOLD ? sieve->characters[sieve->blocks[code / BLOCK] + code % BLOCK] : 0;
    return found ? found : code;
}

/* The number of the phrase that it is, case folded and without ornament around: as `cleaner.rules.folded_key` says. */
static int32_t phrase_of(const struct sieve *sieve, const uint8_t *at, const uint8_t *end) {
    uint64_t hash = SEED, trimmed = SEED;
    for (int size = 0; at < end;) {
        const uint32_t character = told(sieve, next(&at, end)), code = character & CODE;
        const bool is_ornament = character & ORNAMENT;
        if (is_ornament && trimmed == SEED) {
            continue;
        }
        if (character & EXPANDS) {
            for (const uint32_t *more = &sieve->expansions[code]; *more; more++, size++) {
                hash = with(hash, *more);
            }
        } else {
            hash = with(hash, code);
            size++;
        }
        if (!is_ornament) {
            trimmed = hash;
            if (size == BEGIN && !is_noted(sieve->phrases.begins, hash)) {
                return NONE; /* most lines end here */
            }
        }
    }
    return number_of(&sieve->phrases, trimmed);
}

/* The number of the longest start that fits. Digits in front count as one, whichever they are. */
static int32_t start_of(const struct sieve *sieve, const uint8_t *at, const uint8_t *end) {
    uint64_t hash = SEED;
    int32_t best = sieve->otherwise;
    const uint8_t *behind = at;
    while (behind < end && told(sieve, next(&behind, end)) & DECIMAL) {
        at = behind;
        hash = with(SEED, DIGITS);
    }
    for (;;) {
        if (hash != SEED) {
            const int32_t number = number_of(&sieve->starts, hash);
            best = number == NONE ? best : number;
        }
        if (at == end || (hash != SEED && !is_noted(sieve->starts.begins, hash))) {
            return best;
        }
        hash = with(hash, next(&at, end));
    }
}

static const uint8_t *end_of_line(const uint8_t *at, const uint8_t *end) {
    const uint8_t *const nul = memchr(at, 0, (size_t)(end - at));
    return nul ? nul : end;
}

/* Whether it has no more characters. */
static bool is_within(const uint8_t *at, const uint8_t *end, int64_t most) {
    int64_t many = end - at;
    if (many <= most || many > 4 * most) {
        return many <= most;
    }
    for (; at < end; at++) { /* so simple that compilers do many at once */
        many -= is_inside(*at);
    }
    return many <= most;
}

/* Where the text behind a list marker of so many characters begins. */
static const uint8_t *behind_marker(const uint8_t *at, const uint8_t *end, int32_t marker) {
    for (; marker > 0 && at < end; marker--) {
        next(&at, end);
    }
    for (const uint8_t *ahead = at; ahead < end && next(&ahead, end) == ' ';) {
        at = ahead;
    }
    return at;
}

/* Files texts under their numbers, which are below `NUMBER`, and notes what they begin with, from so many characters on.
   A table has more room than they need. */
EXPORT void sieve_file(struct table *table, const uint8_t *texts, int64_t size, const int32_t *numbers, int32_t least) {
    const uint8_t *const end = texts + size;
    for (const uint8_t *at = texts; at < end; at++, numbers++) {
        uint64_t hash = SEED;
        for (int length = 1; at < end && *at != 0; length++) {
            hash = with(hash, next(&at, end));
            if (length >= least && length <= BEGIN) {
                note(table->begins, hash);
            }
        }
        note(table->wholes, hash);
        *entry_of(table, hash) = (hash & ~NUMBER) | (uint64_t)(*numbers + 1);
    }
}

/* What may be taken, in order, and how many that are: the line, the number of the phrase that it is, that of its start;
   NONE if it is or has none. Lines that are `passed` over are not looked at; list markers do not count. */
EXPORT int64_t sieve_sift(const struct sieve *sieve, const uint8_t *texts, int64_t size, const int32_t *markers,
                          const uint8_t *passed, struct found *found) {
    const uint8_t *const end = texts + size;
    int64_t many = 0;
    int32_t line = 0;
    for (const uint8_t *at = texts, *behind; at < end; at = behind + 1, line++) {
        behind = end_of_line(at, end);
        if (passed[line]) {
            continue;
        }
        at = markers[line] ? behind_marker(at, behind, markers[line]) : at;
        const bool is_phrase = is_within(at, behind, sieve->longest_phrase);
        const bool is_line = at < behind && is_within(at, behind, sieve->longest_line);
        const int32_t phrase = is_phrase ? phrase_of(sieve, at, behind) : NONE;
        const int32_t start = is_line ? start_of(sieve, at, behind) : NONE;
        if (phrase != NONE || start != NONE) {
            found[many++] = (struct found){line, phrase, start};
        }
    }
    return many;
}
