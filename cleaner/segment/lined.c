/* Lines, as Python's objects, of columns. See lined.py. */
#include "../columns.h"
#include <string.h>

typedef struct {
    Columns columns;
    Memory tags;                    /* their places in `names` */
    PyObject *type, *kinds, *names; /* of lines; tuples of what is numbered */
} Source;

enum { NUMBER, TEXT, KIND, GAP, INDENT, MARKER, TAG, SHARE, BOX, PICTURES, FIELDS }; /* as `Line` has them */

static int32_t number_at(const Source *from, int column, ptrdiff_t line) {
    return ((const int32_t *)from->columns.all[column].data)[line];
}

static PyObject *integer(const Source *from, int column, ptrdiff_t line) {
    return PyLong_FromLong(number_at(from, column, line));
}

static PyObject *named(PyObject *names, int32_t place) { return Py_XNewRef(PyTuple_GetItem(names, place)); }

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
    double share = ((const double *)from->columns.all[LINKS].data)[at];
    int32_t tag = ((const int32_t *)from->tags.data)[at];
    if (line && put(line, NUMBER, PyLong_FromLong((long)at)) && put(line, TEXT, decoded(text, size)) &&
        put(line, KIND, named(from->kinds, number_at(from, KINDS, at))) &&
        put(line, INDENT, integer(from, INDENTS, at)) && put(line, GAP, PyBool_FromLong(number_at(from, GAPS, at))) &&
        put(line, MARKER, decoded(text, marker)) && put(line, TAG, named(from->names, tag)) &&
        put(line, SHARE, PyFloat_FromDouble(share)) && put(line, BOX, integer(from, BOXES, at)) &&
        put(line, PICTURES, integer(from, IMAGES, at)))
        return line;
    Py_DecRef(line);
    return NULL;
}

static PyObject *lines_of(const Source *from) {
    ptrdiff_t many = from->columns.many;
    PyObject *lines = PyTuple_New(many);
    const char *text = from->columns.all[TEXTS].data, *end = text + from->columns.all[TEXTS].size;
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

/* The type of lines, their kinds and their tags in tuples, the columns, and the tags' places: a tuple of lines. */
static PyObject *lined(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    PyObject *lines = NULL;
    if (count != 5)
        return wrong_call();
    Source from = {.type = given[0], .kinds = given[1], .names = given[2]};
    if (read_columns(given[3], &from.columns) &&
        read_array(given[4], from.columns.many * (ptrdiff_t)sizeof(int32_t), &from.tags))
        lines = lines_of(&from);
    release_columns(&from.columns);
    PyBuffer_Release(&from.tags);
    return lines;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"lined", lined, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
