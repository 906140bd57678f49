/* Lines, as Python's objects, and their columns. See lined.py. */
#include "../columns.h"
#include "line_fields.h"
#include <string.h>

typedef struct {
    PyObject *line_type, *columns_type, *array_type;
    PyObject *kinds, *names; /* tuples of what is numbered */
    Memory texts, fields, links;
    ptrdiff_t many;
} Source;

enum { NUMBER, TEXT, KIND, GAP, INDENT, MARKER, TAG, SHARE, BOX, PICTURES, FIELDS }; /* as `Line` has them */
enum { SHARE_SIZE = sizeof(double) };

static const LineFields *fields_of(const Source *from, ptrdiff_t line) {
    return (const LineFields *)from->fields.data + line;
}

static double share_of(const Source *from, ptrdiff_t line) {
    return from->links.size ? ((const double *)from->links.data)[line] : 0;
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
    PyObject *line = PyType_GenericAlloc(from->line_type, FIELDS);
    const LineFields *fields = fields_of(from, at);
    size_t marker = size_of(text, size, fields->marker);
    if (line && put(line, NUMBER, PyLong_FromLong((long)at)) && put(line, TEXT, decoded(text, size)) &&
        put(line, KIND, named(from->kinds, fields->kind)) && put(line, INDENT, PyLong_FromLong(fields->indent)) &&
        put(line, GAP, PyBool_FromLong(fields->gap)) && put(line, MARKER, decoded(text, marker)) &&
        put(line, TAG, named(from->names, fields->tag)) && put(line, SHARE, PyFloat_FromDouble(share_of(from, at))) &&
        put(line, BOX, PyLong_FromLong(fields->box)) && put(line, PICTURES, PyLong_FromLong(fields->images)))
        return line;
    Py_DecRef(line);
    return NULL;
}

static PyObject *lines_of(const Source *from) {
    PyObject *lines = PyTuple_New(from->many);
    const char *text = from->texts.data, *end = text + from->texts.size;
    for (ptrdiff_t at = 0; lines && at < from->many; at++) {
        const char *stop = memchr(text, 0, (size_t)(end - text));
        if (!put(lines, at, line_of(from, at, text, (size_t)((stop ? stop : end) - text)))) {
            Py_DecRef(lines);
            return NULL;
        }
        text = stop ? stop + 1 : end;
    }
    return lines;
}

/* An array of what these bytes hold; takes their reference. */
static PyObject *array_of(PyObject *type, const char *code, PyObject *bytes) {
    PyObject *named = bytes ? PyUnicode_DecodeUTF8(code, 1, NULL) : NULL;
    PyObject *found = named ? PyObject_CallFunctionObjArgs(type, named, bytes, NULL) : NULL;
    Py_DecRef(named);
    Py_DecRef(bytes);
    return found;
}

/* One field of all lines. */
static PyObject *column(const Source *from, size_t field) {
    PyObject *bytes = PyBytes_FromStringAndSize(NULL, from->many * (ptrdiff_t)sizeof(int32_t));
    char *to = bytes ? PyBytes_AsString(bytes) : NULL;
    for (ptrdiff_t line = 0; to && line < from->many; line++, to += sizeof(int32_t))
        memcpy(to, (const char *)fields_of(from, line) + field, sizeof(int32_t));
    return array_of(from->array_type, "i", bytes);
}

static PyObject *shares(const Source *from) {
    PyObject *bytes = PyBytes_FromStringAndSize(from->links.size ? from->links.data : NULL, from->many * SHARE_SIZE);
    if (bytes && from->links.size == 0)
        memset(PyBytes_AsString(bytes), 0, (size_t)from->many * SHARE_SIZE);
    return array_of(from->array_type, "d", bytes);
}

static PyObject *columns_of(const Source *from, PyObject *texts) {
    PyObject *columns = PyType_GenericAlloc(from->columns_type, COLUMNS);
    if (columns && put(columns, TEXTS, Py_NewRef(texts)) && put(columns, LINKS, shares(from)) &&
        put(columns, KINDS, column(from, offsetof(LineFields, kind))) &&
        put(columns, GAPS, column(from, offsetof(LineFields, gap))) &&
        put(columns, INDENTS, column(from, offsetof(LineFields, indent))) &&
        put(columns, MARKERS, column(from, offsetof(LineFields, marker))) &&
        put(columns, BOXES, column(from, offsetof(LineFields, box))) &&
        put(columns, IMAGES, column(from, offsetof(LineFields, images))))
        return columns;
    Py_DecRef(columns);
    return NULL;
}

/* Read what was found. False, with an exception set: not all lines have a share. */
static bool read_found(PyObject *texts, PyObject *fields, PyObject *links, Source *out) {
    if (PyObject_GetBuffer(texts, &out->texts, 0) || PyObject_GetBuffer(fields, &out->fields, 0) ||
        PyObject_GetBuffer(links, &out->links, 0))
        return false;
    out->many = out->fields.size / (ptrdiff_t)sizeof(LineFields);
    return out->links.size == 0 || out->links.size == out->many * SHARE_SIZE || PyErr_BadArgument();
}

/* The types of lines, columns and arrays, the kinds of lines and the names of tags in tuples, and what was found: texts,
 * fields and shares of links. Gives a tuple of lines, and their columns. */
static PyObject *lined(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != 8)
        return wrong_call();
    Source from = {
        .line_type = given[0], .columns_type = given[1], .array_type = given[2], .kinds = given[3], .names = given[4]};
    PyObject *both = PyTuple_New(2);
    if (both && !(read_found(given[5], given[6], given[7], &from) && put(both, 0, lines_of(&from)) &&
                  put(both, 1, columns_of(&from, given[5])))) {
        Py_DecRef(both);
        both = NULL;
    }
    PyBuffer_Release(&from.texts);
    PyBuffer_Release(&from.fields);
    PyBuffer_Release(&from.links);
    return both;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"lined", lined, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
