/* One look over the source of a page before it is parsed. See scan.py. */
#include "buffer.h"

#define EXPORT __attribute__((visibility("default")))

enum { BLOCK = 32 };     /* bytes that are looked at together */
enum { WINDOW = 16000 }; /* bytes; a tag that is as long may have more attributes than the parser can take */

/* What comes out; the buffers are read by Python and then freed. */
typedef struct {
    Buffer kept;   /* the source without scripts, styles, drawings and comments */
    Buffer blocks; /* begin and end of each block of JSON-LD in the source */
    int64_t tags, deepest;
    int32_t has_long_tag;
} Scanned;

typedef struct {
    const char *at, *end;
} Span;

static bool starts(Span source, const char *word, size_t size) {
    return (size_t)(source.end - source.at) >= size && memcmp(source.at, word, size) == 0;
}

typedef struct {
    const char *head, *tail, *upper;
} Content;

static const Content CONTENTS[] = {
    {"<script", "</script", "</SCRIPT"},
    {"<style", "</style", "</STYLE"},
    {"<svg", "</svg", "</SVG"},
    {"<noscript", "</noscript", "</NOSCRIPT"},
    {"<!--", "-->", NULL},
};

static const Content *content_at(Span source) {
    char next = source.end - source.at > 1 ? source.at[1] : 0;
    if (next != 's' && next != 'n' && next != '!')
        return NULL;
    for (size_t i = 0; i < sizeof CONTENTS / sizeof *CONTENTS; i++)
        if (starts(source, CONTENTS[i].head, strlen(CONTENTS[i].head)))
            return &CONTENTS[i];
    return NULL;
}

/* Where the tail of what begins at `source` is; NULL if there is none, or one that the parser reads otherwise. */
static const char *tail_of(Span source, const Content *content) {
    size_t size = strlen(content->tail);
    source.at += 2; /* `<!-->` is a whole comment */
    while (source.at < source.end &&
           (source.at = memchr(source.at, content->tail[0], (size_t)(source.end - source.at)))) {
        if (starts(source, content->tail, size))
            return source.at;
        if (content->upper && starts(source, content->upper, size))
            return NULL;
        source.at++;
    }
    return NULL;
}

static bool holds(Span text, const char *word) {
    for (size_t size = strlen(word); text.at < text.end; text.at++)
        if (starts(text, word, size))
            return true;
    return false;
}

static void count_tag(Scanned *out, Span source, int64_t *depth) {
    out->tags++;
    bool is_end = source.end - source.at > 1 && source.at[1] == '/';
    *depth = is_end ? (*depth ? *depth - 1 : 0) : *depth + 1;
    if (*depth > out->deepest)
        out->deepest = *depth;
    size_t left = (size_t)(source.end - source.at);
    if (left > WINDOW && !out->has_long_tag && memchr(source.at, '>', WINDOW) == NULL)
        out->has_long_tag = true;
}

static void scan(Span source, const char *start, Scanned *out) {
    const char *done = source.at;
    int64_t depth = 0;
    bool may_cut = true; /* what is written in capitals or does not end is left to the parser, with all behind it */
    while (source.at < source.end && (source.at = memchr(source.at, '<', (size_t)(source.end - source.at)))) {
        const Content *content = may_cut ? content_at(source) : NULL;
        const char *tail = content ? tail_of(source, content) : NULL;
        const char *close = tail ? memchr(tail, '>', (size_t)(source.end - tail)) : NULL;
        may_cut = may_cut && (content == NULL || close);
        if (close == NULL) {
            count_tag(out, source, &depth);
            source.at++;
            continue;
        }
        const char *inside = memchr(source.at, '>', (size_t)(source.end - source.at));
        if (inside < tail && holds((Span){source.at, inside + 1}, "ld+json")) {
            const int64_t block[2] = {inside + 1 - start, tail - start};
            append(&out->blocks, block, sizeof block);
        }
        append(&out->kept, done, (size_t)(source.at - done));
        done = source.at = close + 1;
    }
    append(&out->kept, done, (size_t)(source.end - done));
}

EXPORT void scan_free(Scanned *out) {
    free(out->kept.data);
    free(out->blocks.data);
    *out = (Scanned){0};
}

/* Gives 0, or 1: no memory left. */
EXPORT int scan_page(const char *source, size_t size, Scanned *out) {
    *out = (Scanned){0};
    if (!reserve(&out->kept, size))
        return 1;
    scan((Span){source, source + size}, source, out);
    return out->kept.failed || out->blocks.failed;
}

/* How many of the blocks of bytes from a place on are ASCII without NUL. */
static size_t plain_blocks(const unsigned char *at, size_t most) {
    for (size_t number = 0; number < most; number++, at += BLOCK) {
        unsigned char all = 0, has_nul = 0;
        for (int i = 0; i < BLOCK; i++) { /* so simple that compilers do many at once */
            all |= at[i];
            has_nul |= at[i] == 0;
        }
        if (all & 0x80 || has_nul)
            return number;
    }
    return most;
}

/* Bytes of the character that begins here; 0 if it is NUL or no UTF-8: overlong, a surrogate, beyond U+10FFFF. */
static int size_of_character(const unsigned char *at, const unsigned char *end) {
    if (*at < 0x80)
        return *at != 0;
    int more = *at >= 0xc2 && *at < 0xe0 ? 1 : (*at & 0xf0) == 0xe0 ? 2 : *at >= 0xf0 && *at < 0xf5 ? 3 : 0;
    if (more == 0 || end - at <= more)
        return 0;
    unsigned char low = *at == 0xe0 ? 0xa0 : *at == 0xf0 ? 0x90 : 0x80;
    unsigned char high = *at == 0xed ? 0x9f : *at == 0xf4 ? 0x8f : 0xbf;
    if (at[1] < low || at[1] > high)
        return 0;
    for (int i = 2; i <= more; i++)
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    return more + 1;
}

/* Whether it is UTF-8 as the standard has it, without NUL. */
EXPORT int scan_is_utf8(const unsigned char *at, size_t size) {
    const unsigned char *end = at + size;
    while (at < end) {
        at += BLOCK * plain_blocks(at, (size_t)(end - at) / BLOCK);
        const unsigned char *stop = end - at < BLOCK ? end : at + BLOCK;
        for (int size; at < stop; at += size)
            if ((size = size_of_character(at, end)) == 0)
                return false;
    }
    return true;
}
