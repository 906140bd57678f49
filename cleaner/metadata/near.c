/* The short lines around a headline, and which of them may have a year or name somebody. See near.py. */
#include "../stable_abi.h"
#include "years.h"
#include <string.h>

enum { NUMBER, TEXT, KIND, TAG = 6 }; /* fields of `Line` */

enum { PIECES, DATED, NAMING, LISTS }; /* fields of `Near` */

/* Characters: of a piece; of an element taken whole that can be the head of an article; a longer line that nobody takes
is prose, or the summary over it; one that is no longer, and a date, is a date line whatever its class says. */
enum { LONGEST = 140, LONGEST_BLOCK = 1500, PROSE = 160, DATE_ALONE = 20 };

enum { MOST_PROSE = 2 }; /* lines: the first may be the summary, behind the second is no head of an article */

/* Rules for captions, and for bylines, are called so. */
static const char *const CAPTIONS[] = {"caption", "figure", "picture", "image", "credit-", "photo", "gallery"};
static const char BYLINES[] = "/byline";

/* The first two letters of bylines and their labels; most lines begin otherwise. There are Cyrillic ones, too. */
static const char BEGINNINGS[] = "by wr po re st te wo ar au su co vo pa do av af pi ei ko in an ve fo ya es ge pu";

typedef struct {
    PyObject *claims, *caption; /* which rule takes a line, by its number; the kind of captions */
    PyObject *nothing;          /* "" */
    PyObject *lists;            /* of what is found */
    bool is_behind; /* a piece that may name somebody: this one may be the name itself, or end a list of names */
} Near;

static bool is_longer(PyObject *text, ptrdiff_t most) { return PyUnicode_GetLength(text) > most; }

/* A text of Python's, for as long as it lives; NULL if it has lone surrogates, which are no UTF-8. */
static Text text_of(PyObject *string) {
    ptrdiff_t size = 0;
    const uint8_t *const text = (const uint8_t *)PyUnicode_AsUTF8AndSize(string, &size);
    if (text == NULL)
        PyErr_Clear();
    return (Text){text, text ? text + size : NULL};
}

/* Whether the name of a rule has this in it; "" has nothing. */
static bool is_called(PyObject *rule, const char *so) {
    const Text name = text_of(rule);
    return name.at && strstr((const char *)name.at, so);
}

static bool is_for_captions(PyObject *rule) {
    for (size_t place = 0; place < sizeof CAPTIONS / sizeof *CAPTIONS; place++)
        if (is_called(rule, CAPTIONS[place]))
            return true;
    return false;
}

static bool begins_as_byline(Text text) {
    if (text.end - text.at < 2)
        return false;
    if (text.at[0] == 0xd0 || text.at[0] == 0xd1)
        return true;
    const char first = (char)(text.at[0] | 0x20), second = (char)(text.at[1] | 0x20);
    for (const char *pair = BEGINNINGS; pair < BEGINNINGS + sizeof BEGINNINGS; pair += sizeof "by")
        if (pair[0] == first && pair[1] == second)
            return true;
    return false;
}

/* Whether it has what stands between a name and a date, a mail address, or letters that have no capitals. */
static bool has_sign(Text text) {
    for (const uint8_t *at = text.at; at < text.end; at++) {
        const bool is_middle_dot = *at == 0xb7 && at > text.at && at[-1] == 0xc2;
        const bool is_bullet = *at == 0xa2 && at > text.at + 1 && at[-1] == 0x80 && at[-2] == 0xe2;
        if (*at == '|' || *at == '@' || *at >= 0xe4 || is_middle_dot || is_bullet)
            return true;
    }
    return false;
}

static bool may_name(Text text, PyObject *rule) {
    return begins_as_byline(text) || has_sign(text) || is_called(rule, BYLINES);
}

static PyObject *pair(PyObject *text, PyObject *rule) {
    PyObject *const made = PyTuple_New(2);
    if (made && put(made, 0, Py_NewRef(text)) && put(made, 1, Py_NewRef(rule)))
        return made;
    Py_DecRef(made);
    return NULL;
}

static bool tell(const Near *near, int list, PyObject *item) {
    return append_to(PyTuple_GetItem(near->lists, list), item);
}

/* Add a piece that a rule takes, or "". These functions give false with an exception set. */
static bool add_piece(Near *near, PyObject *string, PyObject *rule) {
    if (is_longer(string, LONGEST))
        return true;
    const long place = (long)PyList_Size(PyTuple_GetItem(near->lists, PIECES));
    const Text text = text_of(string);
    const bool is_dated = !text.at || may_have_year(text), is_naming = !text.at || may_name(text, rule);
    const bool is_told = tell(near, PIECES, pair(string, rule)) &&
                         (!is_dated || tell(near, DATED, PyLong_FromLong(place))) &&
                         (!(is_naming || near->is_behind) || tell(near, NAMING, PyLong_FromLong(place)));
    near->is_behind = is_naming;
    return is_told;
}

/* Add each line of an element that is taken whole. */
static bool add_block(Near *near, PyObject *text) {
    if (is_longer(text, LONGEST_BLOCK - 1))
        return true;
    PyObject *const line_break = PyUnicode_FromStringAndSize("\n", 1);
    PyObject *const pieces = line_break ? PyUnicode_Split(text, line_break, -1) : NULL;
    bool is_added = pieces != NULL;
    for (ptrdiff_t at = 0; is_added && at < PyList_Size(pieces); at++)
        is_added = add_piece(near, PyList_GetItem(pieces, at), near->nothing);
    Py_DecRef(line_break);
    Py_DecRef(pieces);
    return is_added;
}

static bool is_caption(const Near *near, PyObject *line, PyObject *rule) {
    return PyTuple_GetItem(line, KIND) == near->caption ||
           PyUnicode_CompareWithASCIIString(PyTuple_GetItem(line, TAG), "figcaption") == 0 ||
           (is_longer(PyTuple_GetItem(line, TEXT), DATE_ALONE) && is_for_captions(rule));
}

/* Add a line that a rule takes, or "". */
static bool add_line(Near *near, PyObject *line, PyObject *rule) {
    PyObject *const text = PyTuple_GetItem(line, TEXT);
    if (is_caption(near, line, rule))
        return true;
    if (PyUnicode_FindChar(text, '\n', 0, PyUnicode_GetLength(text), 1) >= 0)
        return add_block(near, text);
    return add_piece(near, text, rule);
}

/* The rule that takes a line, or "": a new reference, or NULL with an exception set. */
static PyObject *rule_of(const Near *near, PyObject *line) {
    PyObject *const number = line ? PyTuple_GetItem(line, NUMBER) : NULL;
    const int is_taken = number ? PySequence_Contains(near->claims, number) : -1;
    if (is_taken > 0)
        return PyObject_GetItem(near->claims, number);
    return is_taken == 0 ? Py_NewRef(near->nothing) : NULL;
}

/* Add those below a headline up to the second line of prose, without the first. */
static bool add_below(Near *near, PyObject *lines) {
    bool is_added = true;
    for (ptrdiff_t at = 0, prose = 0; is_added && prose < MOST_PROSE && at < PyTuple_Size(lines); at++) {
        PyObject *const line = PyTuple_GetItem(lines, at), *const rule = rule_of(near, line);
        const bool is_prose = rule == near->nothing && is_longer(PyTuple_GetItem(line, TEXT), PROSE);
        prose += is_prose;
        is_added = rule && (is_prose || add_line(near, line, rule));
        Py_DecRef(rule);
    }
    return is_added;
}

/* Add those above it, the nearest first. */
static bool add_above(Near *near, PyObject *lines) {
    bool is_added = true;
    for (ptrdiff_t at = PyTuple_Size(lines); is_added && at-- > 0;) {
        PyObject *const line = PyTuple_GetItem(lines, at), *const rule = rule_of(near, line);
        is_added = rule && add_line(near, line, rule);
        Py_DecRef(rule);
    }
    return is_added;
}

/* The lists of what is found, which are empty, in a tuple. */
static PyObject *new_lists(void) {
    PyObject *const lists = PyTuple_New(LISTS);
    for (int list = 0; lists && list < LISTS; list++)
        if (!put(lists, list, PyList_New(0))) {
            Py_DecRef(lists);
            return NULL;
        }
    return lists;
}

/* The lines below a headline and those above it, in tuples, which rule takes which line, and the kind of captions:
the pieces, and the places of those that may have a year, and of those that may name somebody. */
static PyObject *near(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    enum { BELOW, ABOVE, CLAIMS, CAPTION, ALL };
    if (count != ALL)
        return wrong_call();
    Near near = {.claims = given[CLAIMS], .caption = given[CAPTION]};
    near.nothing = PyUnicode_FromStringAndSize("", 0);
    near.lists = new_lists();
    const bool is_whole =
        near.nothing && near.lists && add_below(&near, given[BELOW]) && add_above(&near, given[ABOVE]);
    Py_DecRef(near.nothing);
    if (is_whole)
        return near.lists;
    Py_DecRef(near.lists);
    return NULL;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"near", near, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
