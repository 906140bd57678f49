/* Which lines of a page rules may take: those that are a known phrase, and those that begin as a pattern does and have
what each of its matches has.

Texts are UTF-8, a NUL behind each. They are looked up by hashes of their characters, so tables hold no text. */

#include "stable_abi.h"
#include "trigrams.h"
#include <stdlib.h>

/* What `characters` tells of one, if it is more than itself: the character that it is folded to, or where its expansion
   stands. */
enum { TOLD = 0x20000, BLOCK = 0x100, CODE = 0x1fffff, EXPANDS = 1 << 21, ORNAMENT = 1 << 22, DECIMAL = 1 << 23 };
enum { NONE = -1, DIGITS = 1 };
enum { BEGIN = 6 }; /* characters of a phrase that are looked up before the others */
enum { BITS = 1 << 17 };
static const uint64_t NUMBER = 0xffffff;
static const uint64_t SEED = 0xcbf29ce484222325, PRIME = 0x100000001b3; /* FNV-1a */

/* All of it is small, since a page asks for hundreds of texts and finds what other code has left of the caches. */
struct table {
    uint64_t *entries; /* a hash without its last bits, which are one more than a number; 0: free */
    uint64_t mask;     /* one less than there are, a power of two */
    uint8_t *begins;   /* a bit for each hash of what texts begin with */
    uint8_t *wholes;   /* the same of texts */
};

/* An alternative of a pattern. */
struct part {
    int32_t number;      /* of its entry */
    int32_t least, most; /* characters of a match */
    int32_t words;       /* where they begin in `groups` */
};

struct sieve {
    const uint32_t *blocks; /* for each block of characters where it begins */
    const uint32_t *characters, *expansions;
    struct table phrases, starts;
    const int32_t *filed; /* parts of each start, in the order of their numbers, NONE behind; starts have places here */
    const struct part *parts;
    const int32_t *groups; /* of words, of each of which a match has one; NONE behind each group, and behind all */
    const struct word *words;
    int32_t longest_phrase, longest_line; /* in characters */
    int32_t otherwise;                    /* where no start fits */
};

/* What may take a line: the number of an entry, and one of its parts; NONE if the line is one of its phrases. */
struct found {
    int32_t line, number, part;
};

struct all_found {
    struct found *all;
    ptrdiff_t many, room;
};

static inline uint64_t with(uint64_t hash, uint32_t code) { return (hash ^ code) * PRIME; }

static inline uint64_t *entry_of(const struct table *table, uint64_t hash) {
    uint64_t place = (hash ^ hash >> 32) & table->mask;
    while (table->entries[place] != 0 && (table->entries[place] ^ hash) > NUMBER) {
        place = (place + 1) & table->mask;
    }
    return &table->entries[place];
}

static inline uint64_t bit_of(uint64_t hash) { return (hash ^ hash >> 32) & (BITS - 1); }

static inline int32_t number_of(const struct table *table, uint64_t hash) {
    return is_noted(table->wholes, bit_of(hash)) ? (int32_t)(*entry_of(table, hash) & NUMBER) - 1 : NONE;
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
            if (size == BEGIN && !is_noted(sieve->phrases.begins, bit_of(hash))) {
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
        if (at == end || (hash != SEED && !is_noted(sieve->starts.begins, bit_of(hash)))) {
            return best;
        }
        hash = with(hash, next(&at, end));
    }
}

/* Whether a text with these trigrams may have a word of each group. */
static bool may_have_all(const struct sieve *sieve, const int32_t *group, const uint8_t *bits) {
    for (; *group != NONE; group++) {
        bool has_one = false;
        for (; *group != NONE; group++) {
            has_one = has_one || may_have(bits, sieve->words[*group]);
        }
        if (!has_one) {
            return false;
        }
    }
    return true;
}

/* False: there is no memory. */
static bool add(struct all_found *found, struct found one) {
    if (found->many == found->room) {
        const ptrdiff_t room = found->room ? 2 * found->room : 64;
        struct found *const all = realloc(found->all, (size_t)room * sizeof *all);
        if (all == NULL) {
            return false;
        }
        found->all = all;
        found->room = room;
    }
    found->all[found->many++] = one;
    return true;
}

/* Adds those of the parts from `filed` on that may match the text, and come before the phrase that it is. False: there
is no memory. */
static bool add_parts(const struct sieve *sieve, const int32_t *filed, struct text text, struct found one,
                      struct all_found *found) {
    uint8_t bits[TRIGRAMS / 8];
    const int64_t length = characters_of(text.at, text.end);
    for (bool are_noted = false; *filed != NONE; filed++) {
        const struct part *const part = &sieve->parts[*filed];
        if (one.number != NONE && one.number <= part->number) {
            break;
        }
        if (length < part->least || length > part->most) {
            continue;
        }
        const int32_t *const groups = &sieve->groups[part->words];
        if (*groups != NONE && !are_noted) {
            note_trigrams(bits, text);
            are_noted = true;
        }
        if (may_have_all(sieve, groups, bits) && !add(found, (struct found){one.line, part->number, *filed})) {
            return false;
        }
    }
    return true;
}

/* Adds what may take a line, in the order of the entries. False: there is no memory. */
static bool sift_line(const struct sieve *sieve, struct text text, int32_t line, struct all_found *found) {
    const bool is_phrase = is_within(text.at, text.end, sieve->longest_phrase);
    const bool is_line = text.at < text.end && is_within(text.at, text.end, sieve->longest_line);
    const int32_t phrase = is_phrase ? phrase_of(sieve, text.at, text.end) : NONE;
    const int32_t start = is_line ? start_of(sieve, text.at, text.end) : NONE;
    const struct found known = {line, phrase, NONE};
    return (start == NONE || add_parts(sieve, &sieve->filed[start], text, known, found)) &&
           (phrase == NONE || add(found, known));
}

/* What may take the lines, in order. Lines that are `passed` over are not looked at; list markers do not count. False:
there is no memory. */
static bool sift_all(const struct sieve *sieve, struct text texts, const int32_t *markers, const uint8_t *passed,
                     ptrdiff_t lines, struct all_found *found) {
    for (int32_t line = 0; line < lines && texts.at < texts.end; line++) {
        const uint8_t *const end = end_of_line(texts.at, texts.end);
        const uint8_t *const at = markers[line] ? behind_marker(texts.at, end, markers[line]) : texts.at;
        if (!passed[line] && !sift_line(sieve, (struct text){at, end}, line, found)) {
            return false;
        }
        texts.at = end + 1;
    }
    return true;
}

/* Files texts under their numbers, which are below `NUMBER`, and notes what they begin with, from so many characters to
so many. A table has more room than they need. */
EXPORT void sieve_file(struct table *table, const uint8_t *texts, int64_t size, const int32_t *numbers, int32_t least,
                       int32_t most) {
    const uint8_t *const end = texts + size;
    for (const uint8_t *at = texts; at < end; at++, numbers++) {
        uint64_t hash = SEED;
        for (int length = 1; at < end && *at != 0; length++) {
            hash = with(hash, next(&at, end));
            if (length >= least && length <= most) {
                note(table->begins, bit_of(hash));
            }
        }
        note(table->wholes, bit_of(hash));
        *entry_of(table, hash) = (hash & ~NUMBER) | (uint64_t)(*numbers + 1);
    }
}

/* The words that texts are. */
EXPORT void sieve_words(const uint8_t *texts, int64_t size, struct word *words) {
    const uint8_t *const end = texts + size;
    for (const uint8_t *at = texts; at < end; words++) {
        const struct text text = {at, end_of_line(at, end)};
        *words = word_of(text);
        at = text.end + 1;
    }
}

/* A list of what was found, each a tuple of its three numbers. */
static PyObject *told_of(const struct all_found *found) {
    PyObject *const list = PyList_New(0);
    for (ptrdiff_t at = 0; list && at < found->many; at++) {
        const struct found *const one = &found->all[at];
        PyObject *const three = PyTuple_New(3);
        const bool is_made = three && put(three, 0, PyLong_FromLong(one->line)) &&
                             put(three, 1, PyLong_FromLong(one->number)) && put(three, 2, PyLong_FromLong(one->part));
        if (!append_to(list, three) || !is_made) {
            Py_DecRef(list);
            return NULL;
        }
    }
    return list;
}

/* The same, of what is in memory: a sieve, texts, their list markers, and which of them are passed over. */
static PyObject *sift_read(const Memory *sieve, const Memory *texts, const Memory *markers, const Memory *passed) {
    struct sieve own;
    if (sieve->size != sizeof own || markers->size != passed->size * (ptrdiff_t)sizeof(int32_t)) {
        return wrong_call();
    }
    memcpy(&own, sieve->data, sizeof own);
    const uint8_t *const at = texts->data;
    struct all_found found = {0};
    Thread *const thread = PyEval_SaveThread();
    const bool is_whole =
        sift_all(&own, (struct text){at, at + texts->size}, markers->data, passed->data, passed->size, &found);
    PyEval_RestoreThread(thread);
    PyObject *const told = is_whole ? told_of(&found) : PyErr_NoMemory();
    free(found.all);
    return told;
}

static PyObject *sift(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    enum { SIEVE, TEXTS, LINE_MARKERS, PASSED, GIVEN };
    Memory read[GIVEN] = {{0}};
    bool are_read = count == GIVEN || PyErr_BadArgument();
    for (int place = 0; are_read && place < GIVEN; place++) {
        are_read = PyObject_GetBuffer(given[place], &read[place], 0) == 0;
    }
    PyObject *const told = are_read ? sift_read(&read[SIEVE], &read[TEXTS], &read[LINE_MARKERS], &read[PASSED]) : NULL;
    for (int place = 0; place < GIVEN; place++) {
        PyBuffer_Release(&read[place]);
    }
    return told;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"sift", sift, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
