/* Which lines of a page may show by themselves a day or who wrote it. See looks.py, which looks at them again. */
#include "../stable_abi.h"
#include "likely.h"
#include <stdlib.h>
#include <string.h>

/* What a line may be, a bit for each: see `Looks`. */
enum { DATED, LABELLED, SIGNED, LISTS };

/* Characters: of a day alone, of a label and its day in an element taken whole, of a sign-off; of the prose over it.
 * As days.py and printed.py have them. */
enum { LONGEST_ALONE = 30, LONGEST_BOX = 400, LONGEST = 140, PROSE = 100 };

/* What labels begin with. */
static const char *const LABELS[] = {"fir", "pos", "pub", "ers", "ver", "оп", "发", "發",
                                     "公",  "投",  "掲",  "입",  "기",  "등", NULL};

static bool has_sign(struct text text, const char *sign) {
    const ptrdiff_t size = (ptrdiff_t)strlen(sign);
    for (const uint8_t *at = text.at; text.end - at >= size; at++)
        if (memcmp(at, sign, (size_t)size) == 0)
            return true;
    return false;
}

static bool ends_with(struct text text, const char *sign) {
    const ptrdiff_t size = (ptrdiff_t)strlen(sign);
    return text.end - text.at >= size && memcmp(text.end - size, sign, (size_t)size) == 0;
}

/* Whether any of its lines begins with a label. */
static bool has_label(struct text text) {
    while (text.at < text.end && !begins_with_any(text, LABELS)) {
        const uint8_t *const end = memchr(text.at, '\n', (size_t)(text.end - text.at));
        text.at = end ? end + 1 : text.end;
    }
    return text.at < text.end;
}

/* `abc, de`, `Site / Ada Gull`, `AB-Redaktion`. */
static bool may_be_signed(struct text text) {
    const bool is_small = (*text.at >= 'a' && *text.at <= 'z') || *text.at >= 0x80;
    return is_small || ends_with(text, "-Redaktion") || has_sign(text, " / ");
}

/* A line and the one before it. Characters are counted last: what else is asked costs less. */
static uint8_t looked_at(struct text text, struct text before) {
    const bool is_whole = memchr(text.at, '\n', (size_t)(text.end - text.at)) != NULL;
    const bool may_be_alone = is_whole || text.end - text.at <= 4 * LONGEST_ALONE;
    const bool is_dated =
        may_be_alone && may_have_year(text) && (is_whole || is_within(text.at, text.end, LONGEST_ALONE));
    const bool is_labelled =
        (is_whole ? has_label(text) : begins_with_any(text, LABELS)) && is_within(text.at, text.end, LONGEST_BOX);
    const bool is_signed =
        is_within(text.at, text.end, LONGEST) && !is_within(before.at, before.end, PROSE) && may_be_signed(text);
    return (uint8_t)(is_dated << DATED | is_labelled << LABELLED | is_signed << SIGNED);
}

/* Look at so many lines at most, a NUL behind each. */
static void look_at(const Memory *texts, ptrdiff_t lines, uint8_t *looks) {
    const uint8_t *at = texts->data, *const end = at + texts->size;
    struct text before = {at, at};
    for (ptrdiff_t number = 0; number < lines && at < end; number++) {
        const struct text text = {at, end_of_line(at, end)};
        looks[number] = text.at < text.end ? looked_at(text, before) : 0;
        before = text;
        at = text.end + 1;
    }
}

/* A list of the lines that may be this. */
static PyObject *those(const uint8_t *looks, ptrdiff_t lines, int what) {
    PyObject *const numbers = PyList_New(0);
    for (ptrdiff_t number = 0; numbers && number < lines; number++)
        if (looks[number] >> what & 1 && !append_to(numbers, PyLong_FromLong((long)number))) {
            Py_DecRef(numbers);
            return NULL;
        }
    return numbers;
}

static PyObject *told(const uint8_t *looks, ptrdiff_t lines) {
    PyObject *const lists = PyTuple_New(LISTS);
    for (int what = 0; lists && what < LISTS; what++)
        if (!put(lists, what, those(looks, lines, what))) {
            Py_DecRef(lists);
            return NULL;
        }
    return lists;
}

/* The texts of lines and how many they are: for each of what they may be a list of their numbers, in a tuple. */
static PyObject *look(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != 2)
        return wrong_call();
    Memory texts = {0};
    const ptrdiff_t lines = PyNumber_AsSsize_t(given[1], NULL);
    if (lines < 0 || PyObject_GetBuffer(given[0], &texts, 0))
        return PyErr_Occurred() ? NULL : wrong_call();
    uint8_t *const looks = calloc((size_t)lines + 1, 1);
    if (looks) {
        Thread *const thread = PyEval_SaveThread();
        look_at(&texts, lines, looks);
        PyEval_RestoreThread(thread);
    }
    PyObject *const lists = looks ? told(looks, lines) : PyErr_NoMemory();
    free(looks);
    PyBuffer_Release(&texts);
    return lists;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"look", look, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
