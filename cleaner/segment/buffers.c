/* What the compiled parts of the segmenter have written, as Python's bytes. See buffers.py. */
#include "buffer.h"
#include "../stable_abi.h"

/* Copies of so many buffers that stand behind each other from an address on. */
static PyObject *copies(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != 2)
        return wrong_call();
    const Buffer *buffers = PyLong_AsVoidPtr(given[0]);
    ptrdiff_t many = PyNumber_AsSsize_t(given[1], NULL);
    PyObject *found = PyErr_Occurred() ? NULL : PyTuple_New(many);
    for (ptrdiff_t place = 0; found && place < many; place++)
        if (!put(found, place, PyBytes_FromStringAndSize(buffers[place].data, (ptrdiff_t)buffers[place].size))) {
            Py_DecRef(found);
            return NULL;
        }
    return found;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"copies", copies, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
