/* Lines, as Python's objects, of columns. See lined.py. */
#include "../stable_abi.h"
#include <string.h>

/* Each column has an entry for each line. */
typedef struct {
    const char *texts; /* a NUL behind each */
    size_t size;       /* of the texts */
    const int32_t *kinds, *gaps, *indents, *markers, *tags, *boxes, *images;
    const double *links;
} Columns;

enum { NUMBER, TEXT, KIND, GAP, INDENT, MARKER, TAG, LINKS, BOX, IMAGES, FIELDS }; /* as `Line` has them */

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

static PyObject *line_of(PyObject *type, PyObject *kinds, PyObject *tags, const Columns *of, ptrdiff_t number,
                         const char *text, size_t size) {
    PyObject *line = PyType_GenericAlloc(type, FIELDS);
    if (line && put(line, NUMBER, PyLong_FromLong((long)number)) && put(line, TEXT, decoded(text, size)) &&
        put(line, KIND, item_of(kinds, of->kinds[number])) && put(line, GAP, PyBool_FromLong(of->gaps[number])) &&
        put(line, INDENT, PyLong_FromLong(of->indents[number])) &&
        put(line, MARKER, decoded(text, size_of(text, size, of->markers[number]))) &&
        put(line, TAG, item_of(tags, of->tags[number])) && put(line, LINKS, PyFloat_FromDouble(of->links[number])) &&
        put(line, BOX, PyLong_FromLong(of->boxes[number])) && put(line, IMAGES, PyLong_FromLong(of->images[number])))
        return line;
    Py_DecRef(line);
    return NULL;
}

/* A tuple of so many lines, of this type; `kinds` and `tags` are tuples of what the columns number. */
EXPORT PyObject *lined(PyObject *type, PyObject *kinds, PyObject *tags, const Columns *of, ptrdiff_t many) {
    PyObject *lines = PyTuple_New(many);
    const char *text = of->texts, *end = text + of->size;
    for (ptrdiff_t number = 0; lines && number < many; number++) {
        const char *stop = memchr(text, 0, (size_t)(end - text));
        size_t size = (size_t)((stop ? stop : end) - text);
        if (!put(lines, number, line_of(type, kinds, tags, of, number, text, size))) {
            Py_DecRef(lines);
            return NULL;
        }
        text = stop ? stop + 1 : end;
    }
    return lines;
}
