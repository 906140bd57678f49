/* Lines by one of their fields. See fields.py. */
#include "stable_abi.h"

/* Append a line to a list if it has a value in a field. */
static bool append_having(PyObject *found, PyObject *line, ptrdiff_t field, PyObject *value) {
    PyObject *own = PyTuple_GetItem(line, field);
    int is = own ? PyObject_RichCompareBool(own, value, EQUAL) : -1;
    return is == 1 ? PyList_Append(found, line) == 0 : is == 0;
}

/* A list of the lines that have a value in a field. */
static PyObject *having(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    ptrdiff_t field = count == 3 ? PyNumber_AsSsize_t(given[1], NULL) : -1;
    if (field < 0)
        return PyErr_Occurred() ? NULL : wrong_call();
    ptrdiff_t many = PyTuple_Size(given[0]);
    PyObject *lines = given[0], *found = many < 0 ? NULL : PyList_New(0);
    for (ptrdiff_t at = 0; found && at < many; at++)
        if (!append_having(found, PyTuple_GetItem(lines, at), field, given[2])) {
            Py_DecRef(found);
            return NULL;
        }
    return found;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"having", having, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
