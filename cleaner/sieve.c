/* Which lines of a page rules may take: those that are a known phrase, and those that begin as a pattern does.

Texts are UTF-16, one a line: that costs Python next to nothing. They are looked up by hashes of their characters,
   64 bits, so tables hold no text. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

/* What `characters` tells of one: the character that it is folded to, or where its expansion stands. */
enum { TOLD = 0x20000, CODE = 0x1fffff, EXPANDS = 1 << 21, ORNAMENT = 1 << 22, DECIMAL = 1 << 23 };
enum { NONE = -1, DIGITS = 0 };
enum { BEGIN = 6 }; /* characters of a text that are looked up before the others */
enum { BEGINS = 1 << 17 };
static const uint64_t SEED = 0xcbf29ce484222325, PRIME = 0x100000001b3; /* FNV-1a */

struct entry {
    uint64_t hash; /* 0: free */
    int64_t number;
};

struct table {
    struct entry *entries;
    uint64_t mask;   /* one less than there are, a power of two */
    uint8_t *begins; /* a bit for each hash of what texts begin with: so small that it stays in the cache */
};

struct sieve {
    const uint32_t *characters, *expansions;
    struct table phrases, starts;         /* starts, and all that they begin with under NONE */
    int32_t longest_phrase, longest_line; /* in characters */
    int32_t otherwise;                    /* where no start fits */
};

struct found {
    int32_t line, phrase, start;
};

static inline uint64_t with(uint64_t hash, uint32_t code) { return (hash ^ code) * PRIME; }

static inline struct entry *entry_of(const struct table *table, uint64_t hash) {
    uint64_t place = (hash ^ hash >> 32) & table->mask;
    while (table->entries[place].hash != hash && table->entries[place].hash != 0) {
        place = (place + 1) & table->mask;
    }
    return &table->entries[place];
}

static inline int32_t number_of(const struct table *table, uint64_t hash) {
    const struct entry *entry = entry_of(table, hash);
    return entry->hash == 0 ? NONE : (int32_t)entry->number;
}

static inline bool begins_with(const struct table *table, uint64_t hash) {
    const uint64_t place = (hash ^ hash >> 32) & (BEGINS - 1);
    return table->begins[place / 8] >> place % 8 & 1;
}

static inline void note_begin(struct table *table, uint64_t hash) {
    const uint64_t place = (hash ^ hash >> 32) & (BEGINS - 1);
    table->begins[place / 8] |= 1 << place % 8;
}

static inline bool is_low(uint16_t unit) { return (unit & 0xfc00) == 0xdc00; }

/* The next character. */
static inline uint32_t next(const uint16_t **at, const uint16_t *end) {
    const uint32_t unit = *(*at)++;
    const bool is_pair = (unit & 0xfc00) == 0xd800 && *at < end && is_low(**at);
    return is_pair ? 0x10000 + ((unit & 0x3ff) << 10) + (*(*at)++ & 0x3ff) : unit;
}

static inline uint32_t told(const struct sieve *sieve, uint32_t code) {
    return code < TOLD ? sieve->characters[code] : code;
}

/* The number of the phrase that it is, case folded and without ornament around: as `cleaner.rules.folded_key` says. */
static int32_t phrase_of(const struct sieve *sieve, const uint16_t *at, const uint16_t *end) {
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
            if (size == BEGIN && !begins_with(&sieve->phrases, hash)) {
                return NONE; /* most lines end here */
            }
        }
    }
    return number_of(&sieve->phrases, trimmed);
}

/* The longest start that fits. Digits in front count as one, whichever they are. */
static int32_t start_of(const struct sieve *sieve, const uint16_t *at, const uint16_t *end) {
    uint64_t hash = SEED;
    int32_t best = sieve->otherwise;
    const uint16_t *behind = at;
    while (behind < end && told(sieve, next(&behind, end)) & DECIMAL) {
        at = behind;
        hash = with(SEED, DIGITS);
    }
    for (;;) {
        if (hash != SEED) {
            const struct entry *entry = entry_of(&sieve->starts, hash);
            if (entry->hash == 0) {
                return best;
            }
            best = entry->number == NONE ? best : (int32_t)entry->number;
        }
        if (at == end) {
            return best;
        }
        hash = with(hash, next(&at, end));
    }
}

static const uint16_t *end_of_line(const uint16_t *at, const uint16_t *end) {
    const uint64_t ones = 0x0001000100010001, highs = 0x8000800080008000;
    uint64_t four; /* units at once; where one of them is the line feed, the difference is zero */
    for (; end - at >= 4; at += 4) {
        memcpy(&four, at, sizeof four);
        four ^= '\n' * ones;
        if ((four - ones) & ~four & highs) {
            break;
        }
    }
    while (at < end && *at != '\n') {
        at++;
    }
    return at;
}

/* Whether it has no more characters. */
static bool is_within(const uint16_t *at, const uint16_t *end, int64_t most) {
    int64_t many = end - at;
    for (; many > most && many <= 2 * most && at < end; at++) {
        many -= is_low(*at);
    }
    return many <= most;
}

/* Files texts under their numbers. A table has room for twice as many. */
EXPORT void sieve_file(struct table *table, const uint16_t *texts, int64_t size, const int32_t *numbers) {
    const uint16_t *const end = texts + size;
    for (const uint16_t *at = texts; at < end; at++, numbers++) {
        uint64_t hash = SEED;
        for (int length = 1; at < end && *at != '\n'; length++) {
            hash = with(hash, next(&at, end));
            if (length == BEGIN) {
                note_begin(table, hash);
            }
        }
        *entry_of(table, hash) = (struct entry){hash, *numbers};
    }
}

/* What may be taken, in order, and how many that are: the line, the number of the phrase that it is, that of its start;
   NONE if it is or has none. */
EXPORT int64_t sieve_sift(const struct sieve *sieve, const uint16_t *texts, int64_t size, struct found *found) {
    const uint16_t *const end = texts + size;
    int64_t many = 0;
    int32_t line = 0;
    for (const uint16_t *at = texts; at < end; line++) {
        const uint16_t *const behind = end_of_line(at, end);
        const bool is_phrase = is_within(at, behind, sieve->longest_phrase);
        const bool is_line = at < behind && is_within(at, behind, sieve->longest_line);
        const int32_t phrase = is_phrase ? phrase_of(sieve, at, behind) : NONE;
        const int32_t start = is_line ? start_of(sieve, at, behind) : NONE;
        if (phrase != NONE || start != NONE) {
            found[many++] = (struct found){line, phrase, start};
        }
        at = behind + 1;
    }
    return many;
}
