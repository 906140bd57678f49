/* What is used of Python's stable ABI: functions that every CPython since 3.2 has, in the same shape. The interpreter
 * that loads the library brings them along, so it is compiled without Python's headers, once for all versions. */
#ifndef CLEANER_STABLE_ABI_H
#define CLEANER_STABLE_ABI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define EXPORT __attribute__((visibility("default")))

typedef struct PyObject PyObject;

/* Where they fail, an exception is set. */

/* A new reference, or NULL. */
PyObject *PyBool_FromLong(long truth);
PyObject *PyFloat_FromDouble(double number);
PyObject *PyList_AsTuple(PyObject *list);
PyObject *PyList_New(ptrdiff_t size);
PyObject *PyLong_FromLong(long number);
PyObject *PyTuple_New(ptrdiff_t size);
PyObject *PyType_GenericAlloc(PyObject *type, ptrdiff_t items);
PyObject *PyUnicode_DecodeUTF8(const char *text, ptrdiff_t size, const char *errors);

/* A borrowed reference, or NULL. */
PyObject *PyErr_Occurred(void); /* sets none */
PyObject *PyList_GetItem(PyObject *list, ptrdiff_t place);
PyObject *PyTuple_GetItem(PyObject *tuple, ptrdiff_t place);

/* 1 or 0; or -1. */
int PyObject_IsInstance(PyObject *object, PyObject *type_or_types);
int PyObject_RichCompareBool(PyObject *one, PyObject *other, int how);
int PySequence_Contains(PyObject *collection, PyObject *object);

/* 0, or -1. */
int PyDict_SetItem(PyObject *dict, PyObject *key, PyObject *value);
int PyList_Append(PyObject *list, PyObject *item);
int PyTuple_SetItem(PyObject *tuple, ptrdiff_t place, PyObject *item); /* takes the reference, even where it fails */

/* A number, or -1, which is one too: see PyErr_Occurred. */
double PyFloat_AsDouble(PyObject *number);
ptrdiff_t PyList_Size(PyObject *list);
ptrdiff_t PyNumber_AsSsize_t(PyObject *number, PyObject *overflow);
ptrdiff_t PyTuple_Size(PyObject *tuple);

void PyErr_Clear(void);
void Py_IncRef(PyObject *object); /* NULL does nothing, here and below */
void Py_DecRef(PyObject *object);

enum { EQUAL = 2 }; /* for PyObject_RichCompareBool */

/* Put a new reference into a new tuple. False, with an exception set: it is NULL. */
static inline bool put(PyObject *tuple, ptrdiff_t place, PyObject *item) {
    return item != NULL && PyTuple_SetItem(tuple, place, item) == 0;
}

/* A new reference to an item. */
static inline PyObject *item_of(PyObject *tuple, ptrdiff_t place) {
    PyObject *item = PyTuple_GetItem(tuple, place);
    Py_IncRef(item);
    return item;
}

#endif
