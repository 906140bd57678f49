/* The letters and digits of a text. See letters.py. */
#include "../stable_abi.h"
#include <stdlib.h>
#include <string.h>

enum { KNOWN = 0x10000 }; /* characters that are told about: those of up to three bytes */

/* Bytes of the character that begins here, and its number. The text is whole UTF-8. */
static size_t character(const char *at, uint32_t *code) {
    const unsigned char *bytes = (const unsigned char *)at;
    if (bytes[0] < 0x80)
        return *code = bytes[0], 1;
    *code = (bytes[0] & 0x1fu) << 6 | (bytes[1] & 0x3fu);
    if (bytes[0] < 0xe0)
        return 2;
    *code = (*code & 0x3ffu) << 6 | (bytes[2] & 0x3fu);
    return bytes[0] < 0xf0 ? 3 : (*code = KNOWN, 4);
}

/* Write what is kept of a text. Gives the end of it; NULL where a character is not known. */
static char *write_kept(const char *is_kept, const char *at, const char *end, char *out) {
    while (at < end) {
        uint32_t code;
        size_t size = character(at, &code);
        if (code == KNOWN)
            return NULL;
        if (is_kept[code]) {
            memcpy(out, at, size);
            out += size;
        }
        at += size;
    }
    return out;
}

/* A byte for each character, 0 if it is not to be kept, and a text: what is kept; False if it has others. */
static PyObject *kept(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != 2 || PyBytes_Size(given[0]) != KNOWN)
        return wrong_call();
    ptrdiff_t size = 0;
    const char *text = PyUnicode_AsUTF8AndSize(given[1], &size);
    PyErr_Clear(); /* lone surrogates are not known */
    char *out = text ? malloc((size_t)size + 1) : NULL;
    char *end = out ? write_kept(PyBytes_AsString(given[0]), text, text + size, out) : NULL;
    PyObject *found = text && !out ? PyErr_NoMemory()
                      : end        ? PyUnicode_DecodeUTF8(out, end - out, NULL)
                                   : PyBool_FromLong(false);
    free(out);
    return found;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"kept", kept, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
