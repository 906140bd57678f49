/* Strings as metadata keeps them. See words.py. */
#include "tidy.h"

/* A string, tidy, and what makes those tidy that are for Python. */
static PyObject *tidy(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != 2)
        return wrong_call();
    ptrdiff_t size;
    const uint8_t *const text = (const uint8_t *)PyUnicode_AsUTF8AndSize(given[0], &size);
    if (text == NULL)
        PyErr_Clear(); /* a lone surrogate: for Python */
    const enum tidiness found = text ? tidiness(text, size) : FOR_PYTHON;
    return found == TIDY     ? PyUnicode_FromObject(given[0])
           : found == BLANKS ? folded(text, size)
                             : PyObject_CallFunctionObjArgs(given[1], given[0], NULL);
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"tidy", tidy, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
