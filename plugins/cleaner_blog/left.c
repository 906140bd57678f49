/* Which lines of a page are left where some have gone, and which of them say what the next one says, or may be dates.

Texts are UTF-8, a NUL behind each. What is found here is likely, no more: Python looks at it again. */

#include "../../cleaner/stable_abi.h"
#include <stdlib.h>
#include <string.h>

/* What is told of each line; those that have gone are as they came, 0. */
enum { GONE = 0, LEFT = 1, DATED = 2 };

/* Characters that two lines that say the same have in common whatever their quotes are, and bytes of the first. */
enum { BEGINNING = 4, SHORTEST = 16 };

/* Bytes of a date, which has at most 40 characters, and digits. */
enum { LONGEST_DATE = 4 * 40, FEWEST_DIGITS = 4 };

struct text {
    const uint8_t *at, *end;
};

/* Two lines, none between them is left; whether they have a break before and after them and none between. */
struct pair {
    int32_t first, second, is_block;
};

/* The last line that is left so far. */
struct last {
    struct text text;
    int32_t number;
    bool is_broken; /* a break stands before it, or nothing */
};

static inline bool is_inside(uint8_t byte) { return (byte & 0xc0) == 0x80; }

static inline bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

static inline bool is_letter(uint8_t byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

/* Neither letter nor digit, for certain. */
static inline bool is_sign(uint8_t byte) { return byte < 0x80 && !is_digit(byte) && !is_letter(byte); }

static inline bool may_be_digit(uint8_t byte) { return is_digit(byte) || byte >= 0x80; }

static bool may_be_date(struct text text) {
    const ptrdiff_t size = text.end - text.at;
    if (size < FEWEST_DIGITS || size > LONGEST_DATE || !(may_be_digit(*text.at) || may_be_digit(text.end[-1]))) {
        return false;
    }
    int digits = 0;
    for (const uint8_t *at = text.at; at < text.end; at++) {
        digits += may_be_digit(*at);
    }
    return digits >= FEWEST_DIGITS;
}

/* Whether both have the same first characters. The first has SHORTEST bytes or more, so it has as many. */
static bool begin_alike(struct text first, struct text second) {
    const uint8_t *behind = first.at;
    for (int many = 0; many < BEGINNING; many++) {
        behind++;
        while (behind < first.end && is_inside(*behind)) {
            behind++;
        }
    }
    const ptrdiff_t size = behind - first.at;
    return second.end - second.at >= size && memcmp(first.at, second.at, (size_t)size) == 0;
}

/* Whether they have the same letters and digits, case and signs aside, as far as both go and letters are ASCII. */
static bool may_say_the_same(struct text first, struct text second) {
    if (first.end - first.at < SHORTEST || !begin_alike(first, second)) {
        return false;
    }
    while (first.at < first.end && second.at < second.end) {
        const uint8_t one = *first.at, other = *second.at;
        if (one == other || (is_letter(one) && is_letter(other) && (one ^ other) == 0x20)) {
            first.at++;
            second.at++;
        } else if (is_sign(one)) {
            first.at++;
        } else if (is_sign(other)) {
            second.at++;
        } else {
            return one >= 0x80 || other >= 0x80;
        }
    }
    return true;
}

static struct text line_at(const uint8_t *at, const uint8_t *end) {
    const uint8_t *const nul = memchr(at, 0, (size_t)(end - at));
    return (struct text){at, nul ? nul : end};
}

/* Note which lines have gone, by a collection of their numbers. False, with an exception set. */
static bool mark_gone(uint8_t *looks, ptrdiff_t lines, PyObject *gone) {
    PyObject *const numbers = PyObject_GetIter(gone), *number;
    while (numbers && !PyErr_Occurred() && (number = PyIter_Next(numbers))) {
        const ptrdiff_t place = PyNumber_AsSsize_t(number, NULL);
        if (place >= 0 && place < lines) {
            looks[place] = GONE;
        }
        Py_DecRef(number);
    }
    Py_DecRef(numbers);
    return !PyErr_Occurred();
}

/* Tells of each of the lines what it is, and finds the pairs that may say the same. Gives how many pairs there are. */
static ptrdiff_t find(const Memory *texts, const int32_t *gaps, ptrdiff_t lines, uint8_t *looks, struct pair *pairs) {
    const uint8_t *at = texts->data, *const end = at + texts->size;
    struct last last = {.number = -1};
    bool is_broken = true; /* a break stands between the last line that is left and this one */
    ptrdiff_t many = 0;
    for (int32_t number = 0; number < lines && at < end; number++) {
        const struct text text = line_at(at, end);
        at = text.end + 1;
        is_broken |= gaps[number] != 0;
        if (looks[number] == GONE) {
            continue;
        }
        looks[number] = may_be_date(text) ? DATED : LEFT;
        if (many > 0 && pairs[many - 1].second == last.number) {
            pairs[many - 1].is_block &= is_broken;
        }
        if (last.number >= 0 && may_say_the_same(last.text, text)) {
            pairs[many++] = (struct pair){last.number, number, last.is_broken && !is_broken};
        }
        last = (struct last){text, number, is_broken};
        is_broken = false;
    }
    return many;
}

/* A list of pairs, each a tuple. */
static PyObject *told(const struct pair *pairs, ptrdiff_t many) {
    PyObject *const list = PyList_New(0);
    for (ptrdiff_t at = 0; list && at < many; at++) {
        PyObject *const pair = PyTuple_New(3);
        const bool is_made = pair && put(pair, 0, PyLong_FromLong(pairs[at].first)) &&
                             put(pair, 1, PyLong_FromLong(pairs[at].second)) &&
                             put(pair, 2, PyBool_FromLong(pairs[at].is_block));
        if (!append_to(list, pair) || !is_made) {
            Py_DecRef(list);
            return NULL;
        }
    }
    return list;
}

/* Look at the lines but for those that have gone. Gives the pairs. */
static PyObject *look(const Memory *texts, const Memory *gaps, uint8_t *looks, PyObject *const *gone, ptrdiff_t many) {
    const ptrdiff_t lines = gaps->size / (ptrdiff_t)sizeof(int32_t);
    memset(looks, LEFT, (size_t)lines);
    for (ptrdiff_t at = 0; at < many; at++) {
        if (!mark_gone(looks, lines, gone[at])) {
            return NULL;
        }
    }
    struct pair *const pairs = malloc(((size_t)lines + 1) * sizeof *pairs);
    if (pairs == NULL) {
        return PyErr_NoMemory();
    }
    Thread *const thread = PyEval_SaveThread();
    const ptrdiff_t found = find(texts, gaps->data, lines, looks, pairs);
    PyEval_RestoreThread(thread);
    PyObject *const alike = told(pairs, found);
    free(pairs);
    return alike;
}

/* The texts of the lines, their gaps, and collections of numbers of those that have gone: a byte for each line, which
says what it is, and a list of the pairs, in a tuple. */
static PyObject *left(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    enum { TEXTS, GAPS, GONE_LINES };
    if (count < GONE_LINES) {
        return wrong_call();
    }
    Memory texts = {0}, gaps = {0};
    PyObject *both = PyTuple_New(2), *looks = NULL;
    bool is_whole = both && !PyObject_GetBuffer(given[TEXTS], &texts, 0) && !PyObject_GetBuffer(given[GAPS], &gaps, 0);
    if (is_whole) {
        looks = PyBytes_FromStringAndSize(NULL, gaps.size / (ptrdiff_t)sizeof(int32_t));
        is_whole = put(both, 0, looks) &&
                   put(both, 1,
                       look(&texts, &gaps, (uint8_t *)PyBytes_AsString(looks), given + GONE_LINES, count - GONE_LINES));
    }
    PyBuffer_Release(&texts);
    PyBuffer_Release(&gaps);
    if (!is_whole) {
        Py_DecRef(both);
        return NULL;
    }
    return both;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"left", left, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
