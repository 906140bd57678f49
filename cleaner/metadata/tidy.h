/* Strings as metadata keeps them: nearly all are written with few characters that need no more than their white space
 * folded. Others are for Python, see `made_tidy` in words.py. */
#ifndef CLEANER_TIDY_H
#define CLEANER_TIDY_H

#include "../stable_abi.h"
#include <stdlib.h>

static bool is_blank(uint8_t byte) { return byte == ' ' || (byte >= 9 && byte <= 13) || (byte >= 28 && byte <= 31); }

/* Bytes of the character that stands here; 0 if it is for Python. Letters of the West are visible and whole, and so are
 * dashes and quotation marks; what stands behind some of them may be mojibake, though. */
static ptrdiff_t plain_character(const uint8_t *at, const uint8_t *end) {
    if (*at < 0x80)
        return *at != '&' && *at != '<';
    if (end - at >= 3 && at[0] == 0xe2 && at[1] == 0x80)
        return at[2] >= 0x90 && at[2] <= 0xa7 ? 3 : 0;
    if (end - at < 2 || *at < 0xc2 || *at > 0xcb || (*at == 0xc2 && (at[1] <= 0xa0 || at[1] == 0xad)))
        return 0;
    bool is_lead = *at == 0xc3 && at[1] >= 0x82 && at[1] <= 0xb4; /* of two letters or more, if they are mojibake */
    return is_lead && end - at > 2 && at[2] >= 0x80 && at[2] != 0xc3 ? 0 : 2;
}

enum tidiness { TIDY, BLANKS, FOR_PYTHON };

/* What there is to do to a text: nothing, white space to be folded, or more. */
static enum tidiness tidiness(const uint8_t *text, ptrdiff_t size) {
    const uint8_t *const end = text + size;
    bool is_behind_blank = true, is_tidy = true;
    for (ptrdiff_t step; text < end; text += step) {
        step = plain_character(text, end);
        if (step == 0)
            return FOR_PYTHON;
        bool blank = is_blank(*text);
        is_tidy &= !blank || (*text == ' ' && !is_behind_blank);
        is_behind_blank = blank;
    }
    return is_tidy && !(is_behind_blank && size) ? TIDY : BLANKS;
}

/* A new string. */
static PyObject *folded(const uint8_t *text, ptrdiff_t size) {
    char *const out = malloc((size_t)size + 1);
    if (out == NULL)
        return PyErr_NoMemory();
    ptrdiff_t written = 0;
    for (ptrdiff_t at = 0; at < size; at++)
        if (!is_blank(text[at])) {
            if (written && is_blank(text[at - 1]))
                out[written++] = ' ';
            out[written++] = (char)text[at];
        }
    PyObject *const string = PyUnicode_DecodeUTF8(out, written, "replace");
    free(out);
    return string;
}

#endif
