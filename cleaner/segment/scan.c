/* One look over the source of a page before it is parsed. See scan.py. */
#include "../stable_abi.h"
#include "buffer.h"
#include "ends.h"

enum { BLOCK = 32 }; /* bytes that are looked at together */

/* What comes out. */
typedef struct {
    Buffer kept;   /* pieces without scripts, styles, drawings and comments, as spans of the source */
    Buffer blocks; /* spans of JSON-LD */
    long tags;     /* how many there may be */
} Scanned;

/* What the parser does with what a tag holds. */
typedef enum { SCRIPT, RAW, DRAWING, SHOWN } Kind;

static const struct {
    const char *name;
    Kind kind;
} HOLDING[] = {
    {"script", SCRIPT}, {"style", RAW},    {"noscript", RAW}, {"svg", DRAWING},    {"textarea", SHOWN},
    {"title", SHOWN},   {"iframe", SHOWN}, {"xmp", SHOWN},    {"noframes", SHOWN}, {"noembed", SHOWN},
};

/* A piece of the source that is no text. */
typedef struct {
    bool is_cut;
    bool is_script;
    const char *inside, *tail; /* what it holds */
    const char *end;           /* no other begins before it; NULL: nowhere */
} Part;

static Part comment_at(Span source) {
    const char *end = end_of_comment(source);
    return (Part){.is_cut = true, .inside = end, .tail = end, .end = end};
}

/* What a tag holds, and whether it leaves. */
static Part content_of(Span source, size_t which) {
    Kind kind = HOLDING[which].kind;
    const char *inside = end_of_tag(source);
    if (inside == NULL || (kind == DRAWING && inside[-2] == '/'))
        return (Part){.end = inside};
    Span rest = {inside, source.end};
    const char *tail = kind == SCRIPT    ? tail_of_script(rest)
                       : kind == DRAWING ? tail_of_drawing(rest)
                                         : tail_of(rest, HOLDING[which].name);
    if (tail == NULL || kind == SHOWN || !is_named((Span){tail + 2, source.end}, HOLDING[which].name))
        return (Part){.end = tail};
    return (Part){true, kind == SCRIPT, inside, tail, end_of_tag((Span){tail, source.end})};
}

/* What begins at a `<`. */
static Part part_at(Span source) {
    Span name = {source.at + 1, source.end};
    char next = name.at < name.end ? lower(*name.at) : 0;
    if (next == '!' || next == '?')
        return starts(source, "<!--") ? comment_at(source) : (Part){.end = find(source, '>')};
    if (!begins_tag(next))
        return (Part){.end = name.at};
    if (next == 's' || next == 't' || next == 'n' || next == 'i' || next == 'x')
        for (size_t i = 0; i < sizeof HOLDING / sizeof *HOLDING; i++)
            if (is_named(name, HOLDING[i].name))
                return content_of(source, i);
    return (Part){.end = end_of_tag(name)};
}

static void append_span(Buffer *to, const char *at, const char *end) {
    const Span span = {at, end};
    append(to, &span, sizeof span);
}

/* All tags are counted, those in values and in what is shown as it is written too: a doubt must not hide what nests. */
static void scan(Span source, Scanned *out) {
    const char *start = source.at, *done = start, *until = start;
    while (source.at < source.end && (source.at = find(source, '<'))) {
        Part part = until && source.at >= until ? part_at(source) : (Part){.end = until};
        until = part.end; /* what does not end is left to the parser, with all behind it */
        bool would_join = source.at > start && source.at[-1] == '<'; /* with what follows, to a tag */
        if (part.is_cut && part.end && !would_join) {
            if (part.is_script && behind((Span){source.at, part.inside}, "ld+json"))
                append_span(&out->blocks, part.inside, part.tail);
            if (done < source.at)
                append_span(&out->kept, done, source.at);
            done = source.at = part.end;
        } else {
            out->tags++;
            source.at++;
        }
    }
    append_span(&out->kept, done, source.end);
}

/* Pieces of the source in one. */
static PyObject *joined(const Span *pieces, size_t many) {
    ptrdiff_t size = 0;
    for (size_t number = 0; number < many; number++)
        size += pieces[number].end - pieces[number].at;
    PyObject *whole = PyBytes_FromStringAndSize(NULL, size);
    char *to = whole ? PyBytes_AsString(whole) : NULL;
    for (size_t number = 0; to && number < many; number++) {
        size_t own = (size_t)(pieces[number].end - pieces[number].at);
        memcpy(to, pieces[number].at, own);
        to += own;
    }
    return whole;
}

static PyObject *each(const Span *pieces, size_t many) {
    PyObject *all = PyTuple_New((ptrdiff_t)many);
    for (size_t number = 0; all && number < many; number++)
        if (!put(all, (ptrdiff_t)number, joined(&pieces[number], 1))) {
            Py_DecRef(all);
            return NULL;
        }
    return all;
}

static PyObject *told(const Scanned *found) {
    if (found->kept.failed || found->blocks.failed)
        return PyErr_NoMemory();
    PyObject *all = PyTuple_New(3);
    if (all && put(all, 0, joined((const Span *)found->kept.data, found->kept.size / sizeof(Span))) &&
        put(all, 1, each((const Span *)found->blocks.data, found->blocks.size / sizeof(Span))) &&
        put(all, 2, PyLong_FromLong(found->tags)))
        return all;
    Py_DecRef(all);
    return NULL;
}

/* Of a source: what is left of it, its blocks of JSON-LD, and how many tags there may be. */
static PyObject *scan_page(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    Memory source = {0};
    Scanned found = {0};
    if (count != 1 || PyObject_GetBuffer(given[0], &source, 0))
        return count == 1 ? NULL : wrong_call();
    Thread *thread = PyEval_SaveThread();
    scan((Span){source.data, (const char *)source.data + source.size}, &found);
    PyEval_RestoreThread(thread);
    PyObject *all = told(&found);
    free(found.kept.data);
    free(found.blocks.data);
    PyBuffer_Release(&source);
    return all;
}

/* How many of the blocks of bytes from a place on are ASCII without NUL. */
static size_t plain_blocks(const unsigned char *at, size_t most) {
    static const uint64_t ONES = 0x0101010101010101, HIGHEST = 0x8080808080808080;
    for (size_t number = 0; number < most; number++, at += BLOCK) {
        uint64_t all = 0;
        for (int i = 0; i < BLOCK; i += 8) {
            uint64_t eight;
            memcpy(&eight, at + i, sizeof eight);
            all |= eight | (eight - ONES); /* of ASCII less one, NUL alone has the highest bit */
        }
        if (all & HIGHEST)
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

static bool is_utf8(const unsigned char *at, size_t size) {
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

/* Whether bytes are UTF-8 as the standard has it, without NUL. */
static PyObject *are_utf8(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    Memory source = {0};
    if (count != 1 || PyObject_GetBuffer(given[0], &source, 0))
        return count == 1 ? NULL : wrong_call();
    Thread *thread = PyEval_SaveThread();
    bool found = is_utf8(source.data, (size_t)source.size);
    PyEval_RestoreThread(thread);
    PyBuffer_Release(&source);
    return PyBool_FromLong(found);
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"scan", scan_page, FASTCALL, NULL}, {"is_utf8", are_utf8, FASTCALL, NULL}};
    return functions_of(methods, 2);
}
