/* The short lines around a headline, and which of them may have a year or name somebody. See near.py. */
#include "../stable_abi.h"
#include "likely.h"
#include <string.h>

enum { NUMBER, TEXT, KIND, TAG = 6 }; /* fields of `Line` */

enum { PIECES, DATED, NAMING, LISTS }; /* fields of `Near` */

/* Characters: of a piece; of an element taken whole that can be the head of an article; a longer line that nobody takes
is prose, or the summary over it; one that is no longer, and a date, is a date line whatever its class says; a label. */
enum { LONGEST = 140, LONGEST_BLOCK = 1500, PROSE = 160, DATE_ALONE = 20, LONGEST_LABEL = 20 };

enum { MOST_PROSE = 2 }; /* lines: the first may be the summary, behind the second is no head of an article */

/* Rules for captions, and for bylines, are called so. */
static const char *const CAPTIONS[] = {"caption", "figure", "picture", "image", "credit-", "photo", "gallery"};
static const char BYLINES[] = "/byline";

/* What bylines and their labels begin with. */
static const char *const BEGINNINGS[] = {"by ",   "wr",   "post", "report", "stor",  "text", "word", "art",  "sub",
                                         "comp",  "von ", "par ", "por ",   "door ", "av ",  "af ",  "publ", "ver",
                                         "ges",   "gep",  "ein ", "komm",   "inter", "ana",  "aut",  "forf", "yaz",
                                         "foto ", "teks", "esc",  "piše",   "от ",   "пиш",  "авт",  "опу",  NULL};

typedef struct {
    PyObject *claims, *caption; /* which rule takes a line, by its number; the kind of captions */
    PyObject *nothing;          /* "" */
    PyObject *lists;            /* of what is found */
    bool is_open; /* the piece before may be a label, whose name is the next one, or one of a list of names */
} Near;

static bool is_longer(PyObject *text, ptrdiff_t most) { return PyUnicode_GetLength(text) > most; }

/* A text of Python's, for as long as it lives; NULL if it has lone surrogates, which are no UTF-8. */
static struct text text_of(PyObject *string) {
    ptrdiff_t size = 0;
    const uint8_t *const text = (const uint8_t *)PyUnicode_AsUTF8AndSize(string, &size);
    if (text == NULL)
        PyErr_Clear();
    return (struct text){text, text ? text + size : NULL};
}

/* Whether the name of a rule has this in it; "" has nothing. */
static bool is_called(PyObject *rule, const char *so) {
    const struct text name = text_of(rule);
    return name.at && strstr((const char *)name.at, so);
}

static bool is_for_captions(PyObject *rule) {
    for (size_t place = 0; place < sizeof CAPTIONS / sizeof *CAPTIONS; place++)
        if (is_called(rule, CAPTIONS[place]))
            return true;
    return false;
}

/* What tells that a piece may name somebody. */
typedef struct {
    bool is_begun;             /* as bylines are */
    bool is_parted;            /* by what stands between a name and a date */
    bool is_dense, is_address; /* it has letters of scripts without capitals, or such as `@` */
} Signs;

static Signs signs_of(struct text text) {
    Signs found = {.is_begun = begins_with_any(text, BEGINNINGS)};
    for (const uint8_t *at = text.at; at < text.end; at++) {
        const bool is_middle_dot = *at == 0xb7 && at > text.at && at[-1] == 0xc2;
        const bool is_bullet = *at == 0xa2 && at > text.at + 1 && at[-1] == 0x80 && at[-2] == 0xe2;
        found.is_parted |= *at == '|' || is_middle_dot || is_bullet;
        found.is_dense |= *at >= 0xe4;
        found.is_address |= *at == '@';
    }
    return found;
}

static PyObject *pair(PyObject *text, PyObject *rule) {
    PyObject *const made = PyTuple_New(2);
    if (made && put(made, 0, Py_NewRef(text)) && put(made, 1, Py_NewRef(rule)))
        return made;
    Py_DecRef(made);
    return NULL;
}

/* Whether to ask a piece for names. */
static bool may_name(Near *near, PyObject *string, struct text text, PyObject *rule) {
    const Signs signs = text.at ? signs_of(text) : (Signs){true, true, true, true};
    const bool is_behind = near->is_open, is_list = signs.is_dense || signs.is_address;
    near->is_open = is_list || (signs.is_begun && !is_longer(string, LONGEST_LABEL));
    return is_behind || is_list || signs.is_begun || signs.is_parted || is_called(rule, BYLINES);
}

static bool tell(const Near *near, int list, PyObject *item) {
    return append_to(PyTuple_GetItem(near->lists, list), item);
}

/* Add a piece that a rule takes, or "". These functions give false with an exception set. */
static bool add_piece(Near *near, PyObject *string, PyObject *rule) {
    if (is_longer(string, LONGEST))
        return true;
    const long place = (long)PyList_Size(PyTuple_GetItem(near->lists, PIECES));
    const struct text text = text_of(string);
    return tell(near, PIECES, pair(string, rule)) &&
           (!(text.at == NULL || may_have_year(text)) || tell(near, DATED, PyLong_FromLong(place))) &&
           (!may_name(near, string, text, rule) || tell(near, NAMING, PyLong_FromLong(place)));
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
