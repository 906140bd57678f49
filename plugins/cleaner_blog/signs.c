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

/* Append the number of a line to the lists of its groups. */
static bool tell(PyObject *lists, const struct held *line) {
    ptrdiff_t group = 0;
    for (uint64_t left = line->groups; left; left >>= 1, group++) {
        if (left & 1 && !append_to(PyList_GetItem(lists, group), PyLong_FromLong((long)line->number))) {
            return false;
        }
    }
    return true;
}

/* For each group a list of lines. */
static PyObject *told(const struct held *found, ptrdiff_t many, ptrdiff_t groups) {
    PyObject *lists = PyList_New(0);
    bool is_whole = lists != NULL;
    for (ptrdiff_t group = 0; is_whole && group < groups; group++) {
        is_whole = append_to(lists, PyList_New(0));
    }
    for (ptrdiff_t at = 0; is_whole && at < many; at++) {
        is_whole = tell(lists, &found[at]);
    }
    if (!is_whole) {
        Py_DecRef(lists);
        return NULL;
    }
    return lists;
}

static PyObject *look(const struct plan *plan, const Memory *signs, const Memory *texts, ptrdiff_t lines,
                      ptrdiff_t groups) {
    struct held *const found = malloc(((size_t)lines + 1) * sizeof *found);
    if (found == NULL) {
        return PyErr_NoMemory();
    }
    Thread *const thread = PyEval_SaveThread();
    const ptrdiff_t many = find(plan, signs, texts, lines, found);
    PyEval_RestoreThread(thread);
    PyObject *const lists = told(found, many, groups);
    free(found);
    return lists;
}

/* A plan, the signs and how many groups they have, texts and how many lines they are: for each group, in a list, the
numbers of the lines that hold one of its signs. */
static PyObject *held(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    enum { PLAN, SIGNS, GROUPS, TEXTS, LINES, ALL };
    if (count != ALL) {
        return wrong_call();
    }
    Memory plan = {0}, signs = {0}, texts = {0};
    PyObject *lists = NULL;
    if (!PyObject_GetBuffer(given[PLAN], &plan, 0) && !PyObject_GetBuffer(given[SIGNS], &signs, 0) &&
        !PyObject_GetBuffer(given[TEXTS], &texts, 0)) {
        lists = look(plan.data, &signs, &texts, PyNumber_AsSsize_t(given[LINES], NULL),
                     PyNumber_AsSsize_t(given[GROUPS], NULL));
    }
    PyBuffer_Release(&plan);
    PyBuffer_Release(&signs);
    PyBuffer_Release(&texts);
    return lists;
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
