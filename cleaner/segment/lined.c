/* Lines, as Python's objects, of columns. See lined.py. */
#include "../stable_abi.h"
#include <string.h>

/* The fields of `Columns`, and the tags' places. */
enum { TEXTS, KINDS, GAPS, INDENTS, MARKERS, LINKS, BOXES, IMAGES, COLUMNS, TAGS = COLUMNS, ALL };

typedef struct {
    Memory all[ALL];
    PyObject *type, *kinds, *names; /* of lines; tuples of what is numbered */
} Source;

enum { NUMBER, TEXT, KIND, GAP, INDENT, MARKER, TAG, SHARE, BOX, PICTURES, FIELDS }; /* as `Line` has them */

static int32_t number_at(const Source *from, int column, ptrdiff_t line) {
    return ((const int32_t *)from->all[column].data)[line];
}

static PyObject *integer(const Source *from, int column, ptrdiff_t line) {
    return PyLong_FromLong(number_at(from, column, line));
}

static PyObject *named(const Source *from, PyObject *names, int column, ptrdiff_t line) {
    return Py_XNewRef(PyTuple_GetItem(names, number_at(from, column, line)));
}

static PyObject *decoded(const char *text, size_t size) {
    return PyUnicode_DecodeUTF8(text, (ptrdiff_t)size, "surrogatepass");
}

/* Bytes of so many characters that a text begins with. */
static size_t size_of(const char *text, size_t size, int32_t characters) {
    size_t at = 0;
    while (at < size && characters-- > 0)
        for (at++; at < size && ((unsigned char)text[at] & 0xc0) == 0x80;)
            at++;
    return at;
}

static PyObject *line_of(const Source *from, ptrdiff_t at, const char *text, size_t size) {
    PyObject *line = PyType_GenericAlloc(from->type, FIELDS);
    size_t marker = size_of(text, size, number_at(from, MARKERS, at));
    double share = ((const double *)from->all[LINKS].data)[at];
    if (line && put(line, NUMBER, PyLong_FromLong((long)at)) && put(line, TEXT, decoded(text, size)) &&
        put(line, KIND, named(from, from->kinds, KINDS, at)) && put(line, INDENT, integer(from, INDENTS, at)) &&
        put(line, GAP, PyBool_FromLong(number_at(from, GAPS, at))) && put(line, MARKER, decoded(text, marker)) &&
        put(line, TAG, named(from, from->names, TAGS, at)) && put(line, SHARE, PyFloat_FromDouble(share)) &&
        put(line, BOX, integer(from, BOXES, at)) && put(line, PICTURES, integer(from, IMAGES, at)))
        return line;
    Py_DecRef(line);
    return NULL;
}

static PyObject *lines_of(const Source *from, ptrdiff_t many) {
    PyObject *lines = PyTuple_New(many);
    const char *text = from->all[TEXTS].data, *end = text + from->all[TEXTS].size;
    for (ptrdiff_t at = 0; lines && at < many; at++) {
        const char *stop = memchr(text, 0, (size_t)(end - text));
        if (!put(lines, at, line_of(from, at, text, (size_t)((stop ? stop : end) - text)))) {
            Py_DecRef(lines);
            return NULL;
        }
        text = stop ? stop + 1 : end;
    }
    return lines;
}

/* Whether each column has an entry for each line. */
static bool read_columns(Source *from, PyObject *columns, PyObject *tags, ptrdiff_t *many) {
    for (int column = 0; column < ALL; column++) {
        PyObject *owner = column == TAGS ? tags : PyTuple_GetItem(columns, column);
        if (owner == NULL || PyObject_GetBuffer(owner, &from->all[column], 0))
            return false;
    }
    *many = from->all[KINDS].size / (ptrdiff_t)sizeof(int32_t);
    for (int column = KINDS; column < ALL; column++) {
        size_t entry = column == LINKS ? sizeof(double) : sizeof(int32_t);
        if (from->all[column].size != *many * (ptrdiff_t)entry)
            return PyErr_BadArgument();
    }
    return true;
}

/* The type of lines, their kinds and their tags in tuples, the columns, and the tags' places: a tuple of lines. */
static PyObject *lined(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    PyObject *lines = NULL;
    ptrdiff_t many = 0;
    if (count != 5)
        return wrong_call();
    Source from = {.type = given[0], .kinds = given[1], .names = given[2]};
    if (read_columns(&from, given[3], given[4], &many))
        lines = lines_of(&from, many);
    for (int column = 0; column < ALL; column++)
        PyBuffer_Release(&from.all[column]);
    return lines;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"lined", lined, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
