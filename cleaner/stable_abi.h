/* What is used of Python's stable ABI: functions that every CPython has in the same shape. The interpreter
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
PyObject *PyBytes_FromStringAndSize(const char *bytes, ptrdiff_t size); /* without bytes: to be filled at once */
PyObject *PyDict_New(void);
PyObject *PyFloat_FromDouble(double number);
PyObject *PyIter_Next(PyObject *iterator); /* NULL without an exception: there is no other */
PyObject *PyList_AsTuple(PyObject *list);
PyObject *PyList_New(ptrdiff_t size);
PyObject *PyLong_FromLong(long number);
PyObject *PyMapping_Items(PyObject *mapping);                    /* a list of tuples */
PyObject *PyObject_CallFunctionObjArgs(PyObject *function, ...); /* behind the arguments NULL */
PyObject *PyObject_GetItem(PyObject *collection, PyObject *key);
PyObject *PyObject_GetIter(PyObject *collection);
PyObject *PyTuple_New(ptrdiff_t size);
PyObject *PyType_GenericAlloc(PyObject *type, ptrdiff_t items);
PyObject *PyUnicode_DecodeUTF8(const char *text, ptrdiff_t size, const char *errors);
PyObject *PyUnicode_FromObject(PyObject *text); /* the same, or a plain one of what only derives from it */
PyObject *PyUnicode_FromStringAndSize(const char *text, ptrdiff_t size);
PyObject *PyUnicode_Split(PyObject *text, PyObject *separator, ptrdiff_t most); /* at most so often; -1: everywhere */

/* A borrowed reference, or NULL. */
PyObject *PyDict_GetItemWithError(PyObject *dict, PyObject *key); /* NULL without an exception: there is none */
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

/* A number, or -1, which is one too. */
double PyFloat_AsDouble(PyObject *number);
long PyLong_AsLong(PyObject *number);
ptrdiff_t PyBytes_Size(PyObject *bytes);
ptrdiff_t PyList_Size(PyObject *list);
ptrdiff_t PyNumber_AsSsize_t(PyObject *number, PyObject *overflow);
ptrdiff_t PyTuple_Size(PyObject *tuple);
ptrdiff_t PyUnicode_GetLength(PyObject *text); /* in characters */

/* -1: it has none; or -2. Forwards in 1, backwards in -1. */
ptrdiff_t PyUnicode_FindChar(PyObject *text, uint32_t character, ptrdiff_t first, ptrdiff_t behind, int direction);

int PyUnicode_CompareWithASCIIString(PyObject *text, const char *ascii); /* 0: they are the same */

/* They belong to the object. */
char *PyBytes_AsString(PyObject *bytes);
const char *PyUnicode_AsUTF8AndSize(PyObject *text, ptrdiff_t *size); /* a NUL behind it; or NULL */
void *PyLong_AsVoidPtr(PyObject *address);                            /* or NULL */

/* Memory of its own, to be freed. */
uint32_t *PyUnicode_AsUCS4Copy(PyObject *text); /* a zero behind it; or NULL */
void PyMem_Free(void *memory);

void PyErr_Clear(void);
PyObject *PyErr_Occurred(void); /* NULL: no exception is set */
PyObject *Py_NewRef(PyObject *object);
PyObject *Py_XNewRef(PyObject *object);
void Py_DecRef(PyObject *object); /* NULL does nothing */

enum { EQUAL = 2 }; /* for PyObject_RichCompareBool */

/* Between them other threads run, and no object is touched. */
typedef struct Thread Thread;
Thread *PyEval_SaveThread(void);
void PyEval_RestoreThread(Thread *thread);

/* What an object such as an array has in memory; to be released. */
typedef struct {
    const void *data;
    PyObject *owner;
    ptrdiff_t size, item_size; /* in bytes */
    int is_readonly, dimensions;
    char *format;
    ptrdiff_t *shape, *strides, *suboffsets;
    void *internal;
} Memory;

enum { WRITABLE = 1 };                                              /* for PyObject_GetBuffer */
int PyObject_GetBuffer(PyObject *owner, Memory *memory, int flags); /* 0, or -1 */
void PyBuffer_Release(Memory *memory);                              /* of what is all zeros: does nothing */

/* A function that Python calls as one of its own, which costs far less than a call by ctypes. */
typedef PyObject *Function(PyObject *self, PyObject *const *arguments, ptrdiff_t count);

typedef struct {
    const char *name;
    Function *function;
    int flags;
    const char *documentation;
} Method;

enum { FASTCALL = 0x80 }; /* flags of all that is a Function */

PyObject *PyCFunction_NewEx(Method *method, PyObject *self, PyObject *module);
int PyErr_BadArgument(void);    /* gives 0 */
PyObject *PyErr_NoMemory(void); /* gives NULL */

static inline PyObject *wrong_call(void) {
    PyErr_BadArgument();
    return NULL;
}

/* Put a new reference into a new tuple. False, with an exception set: it is NULL. */
static inline bool put(PyObject *tuple, ptrdiff_t place, PyObject *item) {
    return item != NULL && PyTuple_SetItem(tuple, place, item) == 0;
}

/* Put a new reference at the end of a list. False, with an exception set: it is NULL. */
static inline bool append_to(PyObject *list, PyObject *item) {
    bool is_there = item != NULL && PyList_Append(list, item) == 0;
    Py_DecRef(item);
    return is_there;
}

/* A tuple of the functions of so many methods, which must live as long as the process: see `load_functions`. */
static inline PyObject *functions_of(Method *methods, ptrdiff_t many) {
    PyObject *found = PyTuple_New(many);
    for (ptrdiff_t place = 0; found && place < many; place++)
        if (!put(found, place, PyCFunction_NewEx(&methods[place], NULL, NULL))) {
            Py_DecRef(found);
            return NULL;
        }
    return found;
}

#endif
