/* Where a title is parted. See separators.py. */
#include "../stable_abi.h"

/* As Python has it. */
static bool is_space(uint32_t code) {
    return (code >= 9 && code <= 13) || (code >= 28 && code <= 32) || code == 0x85 || code == 0xa0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200a) || code == 0x2028 || code == 0x2029 || code == 0x202f || code == 0x205f ||
           code == 0x3000;
}

/* Whether it parts a title wherever it stands: | » « and those of full width. */
static bool parts_always(uint32_t code) {
    return code == '|' || code == 0xbb || code == 0xab || code == 0xff5c || code == 0xff1a || code == 0xff0d;
}

/* Whether it parts a title where it stands between blanks, or a row of such does: | : / * ~ > - « · » ‐ – — • */
static bool parts_apart(uint32_t code) {
    return code == '|' || code == ':' || code == '/' || code == '*' || code == '~' || code == '>' || code == '-' ||
           code == 0xab || code == 0xb7 || code == 0xbb || code == 0x2010 || code == 0x2013 || code == 0x2014 ||
           code == 0x2022;
}

/* Behind the separator that begins at `at`; there, if none does. A zero stands behind the text. */
static ptrdiff_t behind(const uint32_t *text, ptrdiff_t at) {
    bool is_apart = parts_apart(text[at]), is_first = at == 0;
    ptrdiff_t end = at + 1;
    if (is_apart && !is_first && is_space(text[at - 1])) {
        while (parts_apart(text[end]))
            end++;
        if (is_space(text[end]))
            return end;
    }
    if (parts_always(text[at]))
        return at + 1;
    end = at + (text[at] == ':' && text[at + 1] == ':' ? 2 : 1);
    return text[at] == ':' && !is_first && !is_space(text[at - 1]) && is_space(text[end]) ? end : at;
}

static PyObject *place(ptrdiff_t start, ptrdiff_t end) {
    PyObject *found = PyTuple_New(2);
    if (found && put(found, 0, PyLong_FromLong((long)start)) && put(found, 1, PyLong_FromLong((long)end)))
        return found;
    Py_DecRef(found);
    return NULL;
}

/* A list of where the separators of a text begin and end. */
static PyObject *separators(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    uint32_t *text = count == 1 ? PyUnicode_AsUCS4Copy(given[0]) : NULL;
    if (!text)
        return PyErr_Occurred() ? NULL : wrong_call();
    PyObject *found = PyList_New(0);
    ptrdiff_t many = PyUnicode_GetLength(given[0]);
    for (ptrdiff_t at = 0, end; found && at<many; at = end> at ? end : at + 1) {
        end = behind(text, at);
        if (end > at && !append_to(found, place(at, end))) {
            Py_DecRef(found);
            found = NULL;
        }
    }
    PyMem_Free(text);
    return found;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"separators", separators, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
