/* The columns of lines, as `columns.py` has them, read where they are. */
#ifndef CLEANER_COLUMNS_H
#define CLEANER_COLUMNS_H

#include "stable_abi.h"

enum { TEXTS, KINDS, GAPS, INDENTS, MARKERS, LINKS, BOXES, IMAGES, COLUMNS }; /* the fields of `Columns` */

/* Zero it to begin with; it is to be released. */
typedef struct {
    Memory all[COLUMNS];
    ptrdiff_t many; /* lines */
} Columns;

/* Read an array of so many bytes. False, with an exception set: it has others. */
static inline bool read_array(PyObject *array, ptrdiff_t size, Memory *out) {
    return array && PyObject_GetBuffer(array, out, 0) == 0 && (out->size == size || PyErr_BadArgument());
}

/* Take an array of so many bytes to write into. False, with an exception set: it has others, or must not change. */
static inline bool write_array(PyObject *array, ptrdiff_t size, Memory *out) {
    return PyObject_GetBuffer(array, out, WRITABLE) == 0 && (out->size == size || PyErr_BadArgument());
}

/* False, with an exception set: a column has not an entry for each line. */
static inline bool read_columns(PyObject *columns, Columns *out) {
    PyObject *texts = PyTuple_GetItem(columns, TEXTS), *kinds = PyTuple_GetItem(columns, KINDS);
    if (!texts || !kinds || PyObject_GetBuffer(texts, &out->all[TEXTS], 0) ||
        PyObject_GetBuffer(kinds, &out->all[KINDS], 0))
        return false;
    out->many = out->all[KINDS].size / (ptrdiff_t)sizeof(int32_t);
    for (int column = KINDS + 1; column < COLUMNS; column++) {
        size_t entry = column == LINKS ? sizeof(double) : sizeof(int32_t);
        if (!read_array(PyTuple_GetItem(columns, column), out->many * (ptrdiff_t)entry, &out->all[column]))
            return false;
    }
    return true;
}

static inline void release_columns(Columns *read) {
    for (int column = 0; column < COLUMNS; column++)
        PyBuffer_Release(&read->all[column]);
}

#endif
