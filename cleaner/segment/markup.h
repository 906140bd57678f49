/* The tags of a source as the parser reads them. See bounds.c. */
#ifndef CLEANER_MARKUP_H
#define CLEANER_MARKUP_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* What the name of a tag says about it; `bounds.py` has the names. */
enum {
    VOID = 1,         /* it holds no elements */
    SINGLE = 2,       /* it closes one of its name that is open */
    SPECIAL = 4,      /* end tags of others that are not do not reach beyond it */
    BARRIER = 8,      /* no end tags of others do */
    CELL = 16,        /* but those of the parts of tables */
    TABLE = 32,       /* its end closes all its parts */
    TABLE_PART = 64,  /* what ends or begins there reaches beyond cells */
    FORMATTING = 128, /* it is opened again wherever it was closed with what was around it */
    RAW = 256,        /* tags in it are text */
    IGNORING = 512,   /* many a tag in it is ignored */
    FOREIGN = 1024,   /* tags in it mean nothing, but for some that end it */
    BREAKS_OUT = 2048,
    ITEM = 4096, /* one that begins closes one that is open around mere blocks alone */
    TERM = 8192, /* or the other of a pair */
    BLOCK = 16384,
    LIST = 32768,
    LIST_ITEM = 65536,
    TERMS = 131072, /* a list of terms */
    ROOT = 262144,  /* all tags of this name are one element, which has the attributes of all */
};
enum { SLOTS = 256 };                                                            /* of a table of roles */
static const uint64_t FIRST_HASH = 0xcbf29ce484222325u, FACTOR = 0x100000001b3u; /* FNV-1a */

typedef struct {
    uint64_t name; /* its hash; 0 for an empty slot */
    uint64_t role;
} Role;

typedef struct {
    const char *start, *behind_name, *end; /* `end` is the `>`, or the end of the source */
    uint64_t name;                         /* its hash */
    size_t attributes;
    uint32_t role;
    bool is_end;
} Tag;

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v'); }

static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

static const char *past_spaces(const char *at, const char *end) {
    while (at < end && is_space(*at))
        at++;
    return at;
}

static const char *behind_byte(const char *at, const char *end, char byte) {
    const char *found = at < end ? memchr(at, byte, (size_t)(end - at)) : NULL;
    return found ? found + 1 : end;
}

static bool starts(const char *at, const char *end, const char *word) {
    size_t size = strlen(word);
    return (size_t)(end - at) >= size && memcmp(at, word, size) == 0;
}

static uint64_t add_to_hash(uint64_t hash, char c) { return (hash ^ (unsigned char)c) * FACTOR; }

static const char *behind_value(const char *at, const char *end) {
    at = past_spaces(at, end);
    if (at < end && (*at == '"' || *at == '\''))
        return behind_byte(at + 1, end, *at);
    while (at < end && *at != '>' && !is_space(*at))
        at++;
    return at;
}

/* Where the attributes that begin at `at` end. */
static const char *behind_attributes(const char *at, const char *end, size_t *many) {
    while (at < end && *at != '>') {
        if (is_space(*at) || *at == '/') {
            at++;
            continue;
        }
        ++*many;
        for (at++; at < end && *at != '=' && *at != '>' && *at != '/' && !is_space(*at);) /* it may begin with `=` */
            at++;
        const char *sign = past_spaces(at, end);
        if (sign < end && *sign == '=')
            at = behind_value(sign + 1, end);
    }
    return at;
}

static bool holds(const char *at, const char *end, char byte) { return memchr(at, byte, (size_t)(end - at)) != NULL; }

/* Where the attributes end, if that is plain from a glance: one `>`, which no quote can be around. NULL if not. */
static const char *plain_end(const char *at, const char *end, size_t most) {
    if (at < end && *at == '>')
        return at;
    const char *close = memchr(at, '>', (size_t)(end - at) < most ? (size_t)(end - at) : most);
    if (close == NULL)
        return NULL;
    bool is_behind_quote = close[-1] == '"' && close[-2] != '=' && !is_space(close[-2]);
    return (is_behind_quote || !holds(at, close, '"')) && !holds(at, close, '\'') ? close : NULL;
}

static uint32_t role_of(const Role *roles, uint64_t name) {
    size_t at = name % SLOTS;
    while (roles[at].name && roles[at].name != name)
        at = (at + 1) % SLOTS;
    return (uint32_t)roles[at].role;
}

/* Read as far as the name ends; whether a tag begins there. */
static bool read_name(const char *at, const char *end, Tag *tag) {
    tag->start = at++;
    tag->is_end = at < end && *at == '/';
    at += tag->is_end;
    if (at >= end || !is_letter(*at))
        return false;
    for (tag->name = FIRST_HASH; at < end && *at != '>' && *at != '/' && !is_space(*at); at++)
        tag->name = add_to_hash(tag->name, *at >= 'A' && *at <= 'Z' ? (char)(*at | 0x20) : *at);
    tag->behind_name = at;
    return true;
}

/* Read from the name to the end. The attributes are counted if there are more than `most`. */
static void read_rest(const char *end, const Role *roles, size_t most, Tag *tag) {
    tag->attributes = 0; /* where they are too few to be counted */
    tag->role = role_of(roles, tag->name);
    tag->end = tag->role & ROOT ? NULL : plain_end(tag->behind_name, end, most);
    if (tag->end == NULL)
        tag->end = behind_attributes(tag->behind_name, end, &tag->attributes);
}

static const char *behind_comment(const char *at, const char *end) {
    if (starts(at, end, ">") || starts(at, end, "->"))
        return behind_byte(at, end, '>');
    while (at < end && (at = memchr(at, '-', (size_t)(end - at)))) {
        if (starts(at, end, "-->") || starts(at, end, "--!>"))
            return behind_byte(at, end, '>');
        at++;
    }
    return end;
}

/* Where the end tag of text that holds no tags is. */
static const char *end_of_raw(const Tag *tag, const char *end) {
    Tag other;
    const char *at = tag->end;
    while (at < end && (at = memchr(at, '<', (size_t)(end - at)))) {
        if (read_name(at, end, &other) && other.is_end && other.name == tag->name)
            return at;
        at++;
    }
    return end;
}

#endif
