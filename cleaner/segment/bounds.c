/* What of a page is too much for the parser, found before it is asked. The tags are followed as it follows them; where
 * that is not certain, an element is taken for open, so a page can be no deeper than it is said to be. See bounds.py. */
#include "../stable_abi.h"
#include "buffer.h"
#include "markup.h"

/* Blocks that an end tag of formatting passes, and elements of formatting that are the same and all opened again. */
enum { MOST_MOVED = 7, MOST_ALIKE = 3 };

typedef struct {
    size_t depth, attributes, reopened;
} Limits;

/* What comes out. */
typedef struct {
    Buffer cuts; /* begin and end of what must leave the source */
    long deep;   /* where it nests too deep, or opens too much again; -1 if nowhere */
    bool reopens, failed;
} Bounds;

typedef struct {
    uint64_t name;
    const char *said; /* its attributes */
    uint32_t size;
    uint32_t role;
    bool is_listed; /* among what is opened again */
} Open;

typedef struct {
    const char *start, *end;
    const Role *roles;
    const Limits *limits;
    Bounds *out;
    Open *open;
    size_t depth, listed, reopened, ignoring, root_attributes;
    bool is_foreign; /* there were drawings or formulas: what is a name in them, and what is not, is not certain */
} Page;

static bool is_wild(const Page *page) { return page->is_foreign || page->ignoring; }

static bool is_meant(const Open *one, const Tag *tag) {
    return one->name == tag->name || (!tag->is_end && one->role & tag->role & TERM);
}

/* Whether the tag reaches what is open around this; `moved` counts what an end tag of formatting passes. */
static bool passes(const Open *one, const Tag *tag, size_t *moved) {
    if (one->role & BARRIER)
        return one->role & CELL && tag->role & TABLE_PART;
    if (!(one->role & SPECIAL))
        return true;
    if (tag->role & FORMATTING)
        return ++*moved <= MOST_MOVED;
    return tag->role & SPECIAL && (tag->is_end || !(tag->role & ITEM) || one->role & BLOCK);
}

/* The innermost open element that the tag closes; as many as are open if there is none. */
static size_t reached(const Page *page, const Tag *tag) {
    size_t moved = 0;
    for (size_t at = page->depth; at-- > 0;) {
        if (is_meant(&page->open[at], tag))
            return at;
        if (!passes(&page->open[at], tag, &moved))
            break;
    }
    return page->depth;
}

static void forget(Page *page, const Open *one) {
    page->listed -= one->is_listed;
    page->ignoring -= (one->role & IGNORING) != 0;
}

/* Close an element, with those in it that have one of these roles; what else nobody closed may be around it. */
static void close(Page *page, size_t place, uint32_t roles) {
    size_t kept = place;
    for (size_t at = place; at < page->depth; at++)
        if (at == place || page->open[at].role & roles)
            forget(page, &page->open[at]);
        else
            page->open[kept++] = page->open[at];
    page->depth = kept;
}

/* The parser opens no more than three that are alike again. */
static bool is_listed(const Page *page, const Open *new) {
    size_t alike = 0;
    for (const Open *one = page->open; one < page->open + page->depth; one++)
        alike += one->is_listed && one->name == new->name && one->size == new->size &&
                 memcmp(one->said, new->said, new->size) == 0;
    return alike < MOST_ALIKE;
}

static void push(Page *page, const Tag *tag) {
    if (page->depth == page->limits->depth) {
        page->out->deep = tag->start - page->start;
        return;
    }
    Open new = {tag->name, tag->behind_name, (uint32_t)(tag->end - tag->behind_name), tag->role, false};
    new.is_listed = tag->role & FORMATTING && is_listed(page, &new);
    page->open[page->depth++] = new;
    page->listed += new.is_listed;
    page->ignoring += (tag->role & IGNORING) != 0;
}

static void reopen(Page *page, const Tag *tag) {
    page->reopened += page->listed;
    if (page->reopened > page->limits->reopened) {
        page->out->deep = tag->start - page->start;
        page->out->reopens = true;
    }
}

/* Gives where to read on. */
static const char *follow_start(Page *page, Tag *tag) {
    if (page->is_foreign && !(tag->role & BREAKS_OUT))
        tag->role &= ~(uint32_t)(SINGLE | (tag->end[-1] == '/' ? 0 : VOID));
    if (tag->role & RAW && !is_wild(page))
        return end_of_raw(tag, page->end);
    page->is_foreign |= (tag->role & FOREIGN) != 0;
    if (tag->role & SINGLE) {
        size_t place = reached(page, tag);
        if (place < page->depth)
            close(page, place, 0);
    }
    if (tag->role & (SINGLE | TABLE)) /* a table in a table that is not in a cell closes that */
        reopen(page, tag);
    if (!(tag->role & VOID))
        push(page, tag);
    return tag->end;
}

/* What ends with it where nobody said so. */
static uint32_t parts_of(uint32_t role) {
    return role & TABLE ? TABLE_PART : role & LIST ? LIST_ITEM : role & TERMS ? TERM : 0;
}

static void follow_end(Page *page, const Tag *tag) {
    size_t place = reached(page, tag);
    if (place == page->depth && !page->is_foreign)
        return;
    if (page->is_foreign || !(tag->role & FORMATTING) || place + 1 < page->depth)
        reopen(page, tag);
    if (place < page->depth)
        close(page, place, is_wild(page) ? 0 : parts_of(tag->role));
}

static void bound_attributes(Page *page, const Tag *tag) {
    size_t many = tag->attributes;
    if (tag->role & ROOT)
        many = page->root_attributes += many;
    if (many <= page->limits->attributes)
        return;
    const long cut[2] = {tag->behind_name - page->start, tag->end - page->start};
    append(&page->out->cuts, cut, sizeof cut);
}

static const char *follow_tag(Page *page, Tag *tag) {
    read_rest(page->end, page->roles, page->limits->attributes, tag);
    bound_attributes(page, tag);
    if (!tag->is_end)
        return follow_start(page, tag);
    follow_end(page, tag);
    return tag->end;
}

static void follow(Page *page) {
    const char *at = page->start;
    Tag tag;
    while (page->out->deep < 0 && at < page->end && (at = memchr(at, '<', (size_t)(page->end - at)))) {
        if (read_name(at, page->end, &tag))
            at = follow_tag(page, &tag);
        else if (starts(at, page->end, "<!--"))
            at = behind_comment(at + 4, page->end);
        else if (starts(at, page->end, "<!") || starts(at, page->end, "<?") || starts(at, page->end, "</"))
            at = behind_byte(at, page->end, '>');
        else
            at++;
    }
}

static Bounds bounds_of(const Memory *source, const Role *roles, const Limits *limits) {
    Bounds found = {.deep = -1};
    Page page = {.start = source->data, .roles = roles, .limits = limits, .out = &found};
    page.end = page.start + source->size;
    page.open = malloc(limits->depth * sizeof *page.open);
    if (page.open)
        follow(&page);
    found.failed = page.open == NULL || found.cuts.failed;
    free(page.open);
    return found;
}

static PyObject *listed(const long *numbers, size_t many) {
    PyObject *list = PyList_New(0);
    for (size_t place = 0; list && place < many; place++)
        if (!append_to(list, PyLong_FromLong(numbers[place]))) {
            Py_DecRef(list);
            return NULL;
        }
    return list;
}

static PyObject *told(const Bounds *found) {
    if (found->failed)
        return PyErr_NoMemory();
    PyObject *all = PyTuple_New(3);
    if (all && put(all, 0, listed((const long *)found->cuts.data, found->cuts.size / sizeof(long))) &&
        put(all, 1, PyLong_FromLong(found->deep)) && put(all, 2, PyBool_FromLong(found->reopens)))
        return all;
    Py_DecRef(all);
    return NULL;
}

/* Of a source, by the table of roles and the limits: where what must leave it begins and ends, where it is too deep (-1:
 * nowhere), and whether by what it opens again. */
static PyObject *bounds(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    enum { SOURCE, ROLES, DEPTH, ATTRIBUTES, REOPENED, ALL };
    if (count != ALL)
        return wrong_call();
    Memory source = {0}, roles = {0};
    PyObject *all = NULL;
    if (!PyObject_GetBuffer(given[SOURCE], &source, 0) && !PyObject_GetBuffer(given[ROLES], &roles, 0)) {
        const Limits limits = {(size_t)PyNumber_AsSsize_t(given[DEPTH], NULL),
                               (size_t)PyNumber_AsSsize_t(given[ATTRIBUTES], NULL),
                               (size_t)PyNumber_AsSsize_t(given[REOPENED], NULL)};
        Thread *thread = PyEval_SaveThread();
        Bounds found = bounds_of(&source, roles.data, &limits);
        PyEval_RestoreThread(thread);
        all = told(&found);
        free(found.cuts.data);
    }
    PyBuffer_Release(&source);
    PyBuffer_Release(&roles);
    return all;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"bounds", bounds, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
