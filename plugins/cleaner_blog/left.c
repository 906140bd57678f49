/* Which lines of a page are left where some have gone, which of them say what the next one says, or may be dates; and
which may tell a time.

Texts are UTF-8, a NUL behind each. What is found here is likely, no more: Python looks at it again. */

#include "../../cleaner/characters.h"
#include "../../cleaner/stable_abi.h"
#include <stdlib.h>

/* What is told of each line; those that have gone are as they came, 0. */
enum { GONE = 0, LEFT = 1, DATED = 2 };

/* Characters that two lines that say the same have in common whatever their quotes are, and bytes of the first. */
enum { BEGINNING = 4, SHORTEST = 16 };

/* Bytes that the shorter of two lines has at least, if the other is the same with a credit behind it. */
enum { LONG = 40 };

/* Bytes of a date, which has at most 40 characters, and digits. */
enum { LONGEST_DATE = 4 * 40, FEWEST_DIGITS = 4 };

/* Two lines, none between them is left; whether they have a break before and after them and none between, and whether
one says more than the other. */
struct pair {
    int32_t first, second;
    bool is_block, is_longer;
};

/* The last line that is left so far. */
struct last {
    struct text text;
    int32_t number;
    bool is_broken; /* a break stands before it, or nothing */
};

/* Neither letter nor digit, for certain. */
static inline bool is_sign(uint8_t byte) { return byte < 0x80 && !is_digit(byte) && !is_letter(byte); }

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

/* Whether the longer of two begins with the other, which is long. */
static bool says_more(struct text first, struct text second) {
    const ptrdiff_t one = first.end - first.at, other = second.end - second.at, shorter = one < other ? one : other;
    return one != other && shorter >= LONG && memcmp(first.at, second.at, (size_t)shorter) == 0;
}

/* Whether a sign that parts hours from minutes stands between digits. */
static bool may_tell_time(struct text text) {
    for (const uint8_t *at = text.at + 1; at + 1 < text.end; at++) {
        if ((*at == ':' || *at == '.' || *at == 'h') && may_be_digit(at[-1]) && may_be_digit(at[1])) {
            return true;
        }
    }
    return false;
}

static struct text line_at(const uint8_t *at, const uint8_t *end) {
    const uint8_t *const nul = memchr(at, 0, (size_t)(end - at));
    return (struct text){at, nul ? nul : end};
}

/* Note that a line has gone, by its number. False, with an exception set. */
static bool mark_gone(uint8_t *looks, ptrdiff_t lines, PyObject *number) {
    const ptrdiff_t place = number ? PyNumber_AsSsize_t(number, NULL) : -1;
    if (place >= 0 && place < lines) {
        looks[place] = GONE;
    }
    return place != -1 || !PyErr_Occurred();
}

/* Note which lines have gone, by a collection of their numbers. False, with an exception set. */
static bool mark_numbers(uint8_t *looks, ptrdiff_t lines, PyObject *gone) {
    PyObject *const numbers = PyObject_GetIter(gone), *number;
    bool is_fine = numbers != NULL;
    while (is_fine && (number = PyIter_Next(numbers))) {
        is_fine = mark_gone(looks, lines, number);
        Py_DecRef(number);
    }
    Py_DecRef(numbers);
    return !PyErr_Occurred();
}

/* The same, by a list of marks, which have their lines first, as these have their numbers. */
static bool mark_marked(uint8_t *looks, ptrdiff_t lines, PyObject *marks) {
    for (ptrdiff_t at = 0, many = PyList_Size(marks); at < many; at++) {
        PyObject *const mark = PyList_GetItem(marks, at), *const line = mark ? PyTuple_GetItem(mark, 0) : NULL;
        if (line == NULL || !mark_gone(looks, lines, PyTuple_GetItem(line, 0))) {
            return false;
        }
    }
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
            pairs[many++] =
                (struct pair){last.number, number, last.is_broken && !is_broken, says_more(last.text, text)};
        }
        last = (struct last){text, number, is_broken};
        is_broken = false;
    }
    return many;
}

/* A list of pairs, each a tuple: those that are a block, or of which one says more. */
static PyObject *told(const struct pair *pairs, ptrdiff_t many) {
    PyObject *const list = PyList_New(0);
    for (ptrdiff_t at = 0; list && at < many; at++) {
        if (!pairs[at].is_block && !pairs[at].is_longer) {
            continue;
        }
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

/* Look at the lines but for those that have gone: first those that are marked, then so many collections. Gives the
pairs. */
static PyObject *look(const Memory *texts, const Memory *gaps, uint8_t *looks, PyObject *const *gone, ptrdiff_t many) {
    const ptrdiff_t lines = gaps->size / (ptrdiff_t)sizeof(int32_t);
    memset(looks, LEFT, (size_t)lines);
    bool is_fine = mark_marked(looks, lines, gone[0]);
    for (ptrdiff_t at = 1; is_fine && at < many; at++) {
        is_fine = mark_numbers(looks, lines, gone[at]);
    }
    if (!is_fine) {
        return NULL;
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

/* The texts of the lines, their gaps, a list of marks, and collections of numbers of those that have gone, as the marked
have: a byte for each line, which says what it is, and a list of the pairs, in a tuple. */
static PyObject *left(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    enum { TEXTS, GAPS, MARKED };
    if (count <= MARKED) {
        return wrong_call();
    }
    Memory texts = {0}, gaps = {0};
    PyObject *both = PyTuple_New(2), *looks = NULL;
    bool is_whole = both && !PyObject_GetBuffer(given[TEXTS], &texts, 0) && !PyObject_GetBuffer(given[GAPS], &gaps, 0);
    if (is_whole) {
        looks = PyBytes_FromStringAndSize(NULL, gaps.size / (ptrdiff_t)sizeof(int32_t));
        is_whole =
            put(both, 0, looks) &&
            put(both, 1, look(&texts, &gaps, (uint8_t *)PyBytes_AsString(looks), given + MARKED, count - MARKED));
    }
    PyBuffer_Release(&texts);
    PyBuffer_Release(&gaps);
    if (!is_whole) {
        Py_DecRef(both);
        return NULL;
    }
    return both;
}

/* Append the line that has this number, if there is one. */
static bool append_line(PyObject *found, PyObject *lines, PyObject *number) {
    const ptrdiff_t place = PyNumber_AsSsize_t(number, NULL);
    if (place < 0 || place >= PyTuple_Size(lines)) {
        return !PyErr_Occurred();
    }
    return PyList_Append(found, PyTuple_GetItem(lines, place)) == 0;
}

/* Whether none of so many collections holds a number; -1, with an exception set. */
static int is_in_none(PyObject *number, PyObject *const *gone, ptrdiff_t many) {
    int is_gone = 0;
    for (ptrdiff_t at = 0; is_gone == 0 && at < many; at++) {
        is_gone = PySequence_Contains(gone[at], number);
    }
    return is_gone < 0 ? -1 : !is_gone;
}

/* A tuple of lines, numbers of some, and collections of numbers of those that have gone: a list of the lines with these
numbers that have not. */
static PyObject *numbered(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    enum { LINES, NUMBERS, GONE_LINES };
    if (count < GONE_LINES) {
        return wrong_call();
    }
    PyObject *const found = PyList_New(0), *const numbers = found ? PyObject_GetIter(given[NUMBERS]) : NULL, *number;
    bool is_fine = numbers != NULL;
    while (is_fine && (number = PyIter_Next(numbers))) {
        const int stays = is_in_none(number, given + GONE_LINES, count - GONE_LINES);
        is_fine = stays >= 0 && (stays == 0 || append_line(found, given[LINES], number));
        Py_DecRef(number);
    }
    Py_DecRef(numbers);
    if (!is_fine || PyErr_Occurred()) {
        Py_DecRef(found);
        return NULL;
    }
    return found;
}

/* Texts, the number of a line, and how many bytes a line has at most: a list of the numbers of the lines from there on
that may tell a time. */
static PyObject *timed(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    enum { TEXTS, FIRST, LONGEST, ALL };
    Memory texts = {0};
    if (count != ALL || PyObject_GetBuffer(given[TEXTS], &texts, 0)) {
        return count == ALL ? NULL : wrong_call();
    }
    const ptrdiff_t first = PyNumber_AsSsize_t(given[FIRST], NULL), longest = PyNumber_AsSsize_t(given[LONGEST], NULL);
    const uint8_t *at = texts.data, *const end = at + texts.size;
    PyObject *found = PyList_New(0);
    for (ptrdiff_t number = 0; found && at < end; number++) {
        const struct text text = line_at(at, end);
        at = text.end + 1;
        if (number >= first && text.end - text.at <= longest && may_tell_time(text) &&
            !append_to(found, PyLong_FromLong((long)number))) {
            Py_DecRef(found);
            found = NULL;
        }
    }
    PyBuffer_Release(&texts);
    return found;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {
        {"left", left, FASTCALL, NULL}, {"numbered", numbered, FASTCALL, NULL}, {"timed", timed, FASTCALL, NULL}};
    return functions_of(methods, sizeof methods / sizeof *methods);
}
