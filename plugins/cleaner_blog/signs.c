/* Which lines hold any of some signs: one look at each byte of a page for all the signs together.

Texts are UTF-8, a NUL behind each. Signs are sorted; before each, which has two bytes at least, stand two: the number of
its group, below 64, and how many bytes it has. */

#include "../../cleaner/stable_abi.h"
#include <stdlib.h>
#include <string.h>

enum { BITS = 1 << 16, NONE = UINT16_MAX, GROUP = 0, SIZE = 1, TEXT = 2 };

struct plan {
    /* A bit for each hash of three bytes that signs begin with: so small that it stays in the cache. */
    uint32_t begins[BITS / 32];
    /* For each byte where the first sign stands that begins with it, or `NONE`. */
    uint16_t first[UINT8_MAX + 1];
};

/* Of the four bytes that stand here the first three count: so they are read at once. */
static inline uint32_t hash_at(const uint8_t *at) {
    const uint32_t four = at[0] | at[1] << 8 | at[2] << 16 | (uint32_t)at[3] << 24;
    return four * (0x9e3779b1u << 8) >> 16;
}

static void set_begin(struct plan *plan, const uint8_t *text, uint8_t third) {
    const uint32_t bit = hash_at((const uint8_t[]){text[0], text[1], third, 0});
    plan->begins[bit / 32] |= (uint32_t)1 << bit % 32;
}

/* `size` is below `NONE`. */
static void fill_plan(struct plan *plan, const uint8_t *signs, ptrdiff_t size) {
    memset(plan->begins, 0, sizeof plan->begins);
    memset(plan->first, UINT8_MAX, sizeof plan->first);
    for (const uint8_t *sign = signs; sign < signs + size; sign += TEXT + sign[SIZE]) {
        const uint8_t *const text = sign + TEXT;
        if (plan->first[*text] == NONE) {
            plan->first[*text] = (uint16_t)(sign - signs);
        }
        const bool is_two = sign[SIZE] == 2;
        for (int third = is_two ? 0 : text[2]; third <= (is_two ? UINT8_MAX : text[2]); third++) {
            set_begin(plan, text, (uint8_t)third);
        }
    }
}

/* The groups of all signs that begin here, a bit for each. */
static uint64_t groups_at(const struct plan *plan, const uint8_t *signs, const uint8_t *signs_end, const uint8_t *at,
                          const uint8_t *end) {
    if (plan->first[*at] == NONE) {
        return 0;
    }
    uint64_t found = 0; /* signs are sorted: behind one whose second byte is greater comes none */
    for (const uint8_t *sign = signs + plan->first[*at];
         sign < signs_end && sign[TEXT] == *at && sign[TEXT + 1] <= at[1]; sign += TEXT + sign[SIZE]) {
        if (sign[TEXT + 1] == at[1] && end - at >= sign[SIZE] && memcmp(sign + TEXT, at, sign[SIZE]) == 0) {
            found |= (uint64_t)1 << sign[GROUP];
        }
    }
    return found;
}

static const uint8_t *end_of_line(const uint8_t *at, const uint8_t *end) {
    const uint8_t *const nul = memchr(at, 0, (size_t)(end - at));
    return nul ? nul : end;
}

static uint64_t groups_in(const struct plan *plan, const uint8_t *signs, const uint8_t *signs_end, const uint8_t *at,
                          const uint8_t *end) {
    uint64_t found = 0;
    for (; at + 1 < end; at++) { /* behind the last line there is one more NUL: four bytes can be read */
        const uint32_t bit = hash_at(at);
        if (plan->begins[bit / 32] >> bit % 32 & 1) {
            found |= groups_at(plan, signs, signs_end, at, end);
        }
    }
    return found;
}

/* A line that holds signs, and which groups these have. */
struct held {
    uint64_t groups;
    ptrdiff_t number;
};

/* Finds those of so many lines. Gives how many there are. */
static ptrdiff_t find(const struct plan *plan, const Memory *signs, const Memory *texts, ptrdiff_t lines,
                      struct held *found) {
    const uint8_t *const first = signs->data, *const end = (const uint8_t *)texts->data + texts->size;
    ptrdiff_t number = 0, many = 0;
    for (const uint8_t *at = texts->data, *behind; at < end && number < lines; at = behind + 1, number++) {
        behind = end_of_line(at, end);
        const uint64_t groups = groups_in(plan, first, first + signs->size, at, behind);
        if (groups) {
            found[many++] = (struct held){groups, number};
        }
    }
    return many;
}

/* A list of the numbers of the lines that hold signs of a group. */
static PyObject *numbers_of(const struct held *found, ptrdiff_t many, int group) {
    PyObject *const numbers = PyList_New(0);
    for (ptrdiff_t at = 0; numbers && at < many; at++) {
        if (found[at].groups >> group & 1 && !append_to(numbers, PyLong_FromLong((long)found[at].number))) {
            Py_DecRef(numbers);
            return NULL;
        }
    }
    return numbers;
}

/* Enter a group and the numbers of its lines into a dictionary. */
static bool tell(PyObject *all, int group, PyObject *numbers) {
    PyObject *const key = PyLong_FromLong(group);
    const bool is_there = key && numbers && PyDict_SetItem(all, key, numbers) == 0;
    Py_DecRef(key);
    Py_DecRef(numbers);
    return is_there;
}

/* For each group that any line holds the numbers of these, in a dictionary. */
static PyObject *told(const struct held *found, ptrdiff_t many) {
    PyObject *const all = PyDict_New();
    uint64_t groups = 0;
    for (ptrdiff_t at = 0; at < many; at++) {
        groups |= found[at].groups;
    }
    for (int group = 0; all && groups; groups >>= 1, group++) {
        if (groups & 1 && !tell(all, group, numbers_of(found, many, group))) {
            Py_DecRef(all);
            return NULL;
        }
    }
    return all;
}

static PyObject *look(const struct plan *plan, const Memory *signs, const Memory *texts, ptrdiff_t lines) {
    struct held *const found = malloc(((size_t)lines + 1) * sizeof *found);
    if (found == NULL) {
        return PyErr_NoMemory();
    }
    Thread *const thread = PyEval_SaveThread();
    const ptrdiff_t many = find(plan, signs, texts, lines, found);
    PyEval_RestoreThread(thread);
    PyObject *const all = told(found, many);
    free(found);
    return all;
}

/* A plan and its signs, texts and how many lines they are: for each group that has any, in a dictionary, the numbers of
the lines that hold one of its signs. */
static PyObject *held(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    enum { PLAN, SIGNS, TEXTS, LINES, ALL };
    if (count != ALL) {
        return wrong_call();
    }
    Memory plan = {0}, signs = {0}, texts = {0};
    PyObject *all = NULL;
    if (!PyObject_GetBuffer(given[PLAN], &plan, 0) && !PyObject_GetBuffer(given[SIGNS], &signs, 0) &&
        !PyObject_GetBuffer(given[TEXTS], &texts, 0)) {
        all = look(plan.data, &signs, &texts, PyNumber_AsSsize_t(given[LINES], NULL));
    }
    PyBuffer_Release(&plan);
    PyBuffer_Release(&signs);
    PyBuffer_Release(&texts);
    return all;
}

/* How `held` looks for signs; made once for all pages. */
static PyObject *plan(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    Memory signs = {0};
    if (count != 1 || PyObject_GetBuffer(given[0], &signs, 0)) {
        return count == 1 ? NULL : wrong_call();
    }
    PyObject *const made = PyBytes_FromStringAndSize(NULL, sizeof(struct plan));
    if (made != NULL) {
        fill_plan((struct plan *)PyBytes_AsString(made), signs.data, signs.size);
    }
    PyBuffer_Release(&signs);
    return made;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"plan", plan, FASTCALL, NULL}, {"held", held, FASTCALL, NULL}};
    return functions_of(methods, 2);
}
