/* Which lines leave a page, who takes them, and what is left. See ledger.py. */
#include "columns.h"
#include <stdlib.h>
#include <string.h>

/* A page's lines, and by their numbers what is said of those that are gone. */
typedef struct {
    PyObject *lines, *gone, *removal_type;
} Ledger;

/* What `take` is given, in this order. */
typedef struct {
    Ledger ledger;
    PyObject *marks, *mark_type, *line_type, *reason_type, *confidence_types;
    PyObject *stage, *by, *least; /* the hook's; its name in the ledger; how sure a mark must be */
} Marked;

/* What `claim` is given, in this order. */
typedef struct {
    Ledger ledger;
    PyObject *claims, *start; /* a list; the place in it to begin at */
    PyObject *not_counting;   /* some of these claims */
    PyObject *entries;        /* what the ledger says of each rule */
    PyObject *reaching;       /* rules */
} Claimed;

enum { NUMBER, TEXT };                               /* as `Line` has them, */
enum { LINE, WHY, CONFIDENCE, MARK_FIELDS };         /* `Mark`, */
enum { REMOVED, STAGE, BY, REASON, REMOVAL_FIELDS }; /* `Removal` */
enum { ENTRY_STAGE, ENTRY_BY, ENTRY_REASON };        /* and what is said of a rule */
enum { CLAIMED_NUMBER, CLAIMING_RULE };

/* Nothing is wrong; what is wrong with a mark, by its place in `_FAULTS`; an exception is set that is not the hook's. */
enum { FINE, NO_MARK, UNSURE, ELSEWHERE, FAILED };

static bool is_a(PyObject *object, PyObject *type) { return object && PyObject_IsInstance(object, type) == 1; }

/* The line of the page that this one is, or equals; NULL where a hook has made it up. */
static PyObject *own_line(PyObject *lines, PyObject *line) {
    PyObject *number = PyTuple_GetItem(line, NUMBER);
    ptrdiff_t place = number ? PyNumber_AsSsize_t(number, NULL) : -1;
    PyObject *own = place >= 0 && place < PyTuple_Size(lines) ? PyTuple_GetItem(lines, place) : NULL;
    return own && PyObject_RichCompareBool(own, line, EQUAL) == 1 ? own : NULL;
}

/* Enter a line into the ledger. */
static bool enter(const Ledger *into, PyObject *line, PyObject *stage, PyObject *by, PyObject *why) {
    PyObject *removal = PyType_GenericAlloc(into->removal_type, REMOVAL_FIELDS);
    bool entered = removal && put(removal, REMOVED, Py_NewRef(line)) && put(removal, STAGE, Py_NewRef(stage)) &&
                   put(removal, BY, Py_NewRef(by)) && put(removal, REASON, Py_NewRef(why)) &&
                   PyDict_SetItem(into->gone, PyTuple_GetItem(line, NUMBER), removal) == 0;
    Py_DecRef(removal);
    return entered;
}

/* Enter a line with its stage, whom the ledger names and the reason in one tuple. */
static bool enter_as(const Ledger *into, PyObject *line, PyObject *entry) {
    PyObject *stage = PyTuple_GetItem(entry, ENTRY_STAGE), *by = PyTuple_GetItem(entry, ENTRY_BY);
    PyObject *why = PyTuple_GetItem(entry, ENTRY_REASON);
    return stage && by && why && enter(into, line, stage, by, why);
}

/* Take the line that a mark names, unless it is gone, or the mark is not sure enough. */
static int take_one(const Marked *in, PyObject *mark, double least) {
    bool is_mark = is_a(mark, in->mark_type) && PyTuple_Size(mark) == MARK_FIELDS;
    PyObject *line = is_mark ? PyTuple_GetItem(mark, LINE) : NULL, *why = is_mark ? PyTuple_GetItem(mark, WHY) : NULL;
    if (!is_a(line, in->line_type) || !is_a(why, in->reason_type))
        return NO_MARK;
    PyObject *said = PyTuple_GetItem(mark, CONFIDENCE), *own;
    double confidence = is_a(said, in->confidence_types) ? PyFloat_AsDouble(said) : -1;
    if (!(confidence >= 0 && confidence <= 1))
        return UNSURE;
    if ((own = own_line(in->ledger.lines, line)) == NULL)
        return ELSEWHERE;
    int is_gone = PySequence_Contains(in->ledger.gone, PyTuple_GetItem(own, NUMBER));
    bool leaves = is_gone == 0 && confidence >= least;
    return is_gone < 0 || (leaves && !enter(&in->ledger, own, in->stage, in->by, why)) ? FAILED : FINE;
}

/* A fault's place and its mark. */
static PyObject *fault_with(int fault, PyObject *mark) {
    PyObject *found = PyTuple_New(2);
    if (found && put(found, 0, PyLong_FromLong(fault)) && put(found, 1, Py_XNewRef(mark)))
        return found;
    Py_DecRef(found);
    return NULL;
}

/* Take the lines that marks name, up to one that is not as it should be. Gives that one and its fault; or (). */
static PyObject *take(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != sizeof(Marked) / sizeof *given)
        return wrong_call();
    Marked in;
    memcpy(&in, given, sizeof in);
    double least = PyFloat_AsDouble(in.least);
    ptrdiff_t place = 0, many = PyList_Size(in.marks);
    int fault = FINE;
    while (fault == FINE && place < many)
        fault = take_one(&in, PyList_GetItem(in.marks, place++), least);
    if (fault == FAILED)
        return NULL;
    PyErr_Clear(); /* the fault says it */
    return fault == FINE ? PyTuple_New(0) : fault_with(fault, PyList_GetItem(in.marks, place - 1));
}

/* Let a rule take the line that it claims, unless the line is gone or the claim does not count. */
static bool claim_one(const Claimed *in, PyObject *claim, PyObject *number, PyObject *rule) {
    int is_over = PySequence_Contains(in->ledger.gone, number);
    if (is_over == 0)
        is_over = PySequence_Contains(in->not_counting, claim);
    if (is_over)
        return is_over > 0;
    PyObject *line = PyTuple_GetItem(in->ledger.lines, PyNumber_AsSsize_t(number, NULL));
    PyObject *entry = PyTuple_GetItem(in->entries, PyNumber_AsSsize_t(rule, NULL));
    return line && entry && enter_as(&in->ledger, line, entry);
}

/* Let rules take the lines that they claim, up to the first claim of a reaching rule. Gives the place behind that one,
 * or 0: there is none. */
static PyObject *claim(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != sizeof(Claimed) / sizeof *given)
        return wrong_call();
    Claimed in;
    memcpy(&in, given, sizeof in);
    for (ptrdiff_t place = PyNumber_AsSsize_t(in.start, NULL), many = PyList_Size(in.claims); place < many; place++) {
        PyObject *one = PyList_GetItem(in.claims, place);
        PyObject *number = PyTuple_GetItem(one, CLAIMED_NUMBER), *rule = PyTuple_GetItem(one, CLAIMING_RULE);
        if (!number || !rule || !claim_one(&in, one, number, rule))
            return NULL;
        int reaches = PySequence_Contains(in.reaching, rule);
        if (reaches)
            return reaches > 0 ? PyLong_FromLong((long)place + 1) : NULL;
    }
    return PyLong_FromLong(0);
}

/* Take all lines of this text, whoever has taken them before. */
static PyObject *take_saying(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != 5)
        return wrong_call();
    Ledger into;
    memcpy(&into, given, sizeof into);
    PyObject *text = given[3], *entry = given[4];
    for (ptrdiff_t place = 0, many = PyTuple_Size(into.lines); place < many; place++) {
        PyObject *line = PyTuple_GetItem(into.lines, place), *own = PyTuple_GetItem(line, TEXT);
        int is_same = own ? PyObject_RichCompareBool(own, text, EQUAL) : -1;
        if (is_same < 0 || (is_same && !enter_as(&into, line, entry)))
            return NULL;
    }
    return PyBool_FromLong(true);
}

/* Whether a line is one of these. */
static PyObject *knows(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != 2)
        return wrong_call();
    bool known = own_line(given[0], given[1]);
    PyErr_Clear();
    return PyBool_FromLong(known);
}

/* Which lines of a page are left. */
typedef struct {
    bool *is_gone; /* of each; to be freed. NULL, with an exception set: nothing can be told. */
    ptrdiff_t gone, many;
} Which;

/* Tell it by the numbers of those that are gone. */
static Which which_of(PyObject *lines, PyObject *gone) {
    Which which = {.many = PyTuple_Size(lines)};
    PyObject *numbers = PyObject_GetIter(gone), *number;
    if (numbers && (which.is_gone = calloc((size_t)which.many + 1, sizeof *which.is_gone)) == NULL)
        PyErr_NoMemory();
    while (which.is_gone && (number = PyIter_Next(numbers))) {
        ptrdiff_t place = PyNumber_AsSsize_t(number, NULL);
        Py_DecRef(number);
        if (place < 0 && PyErr_Occurred())
            break;
        if (place >= 0 && place < which.many && !which.is_gone[place]) {
            which.is_gone[place] = true;
            which.gone++;
        }
    }
    Py_DecRef(numbers);
    if (PyErr_Occurred()) {
        free(which.is_gone);
        which.is_gone = NULL;
    }
    return which;
}

/* A tuple of the lines whose numbers the second argument does not hold. */
static PyObject *left(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != 2)
        return wrong_call();
    Which which = which_of(given[0], given[1]);
    PyObject *found = which.is_gone ? PyTuple_New(which.many - which.gone) : NULL;
    for (ptrdiff_t place = 0, next = 0; found && place < which.many; place++)
        if (!which.is_gone[place])
            put(found, next++, Py_NewRef(PyTuple_GetItem(given[0], place)));
    free(which.is_gone);
    return found;
}

/* Fill in the texts that are left, and between each two of them the break that stands over the lower one, or stood over
 * what is gone. */
static void fill_in(PyObject *parts, PyObject *lines, const Which *which, const int32_t *gaps,
                    PyObject *const *breaks) {
    bool is_parted = false;
    for (ptrdiff_t place = 0, next = 0; place < which->many; place++) {
        is_parted |= gaps[place] != 0;
        if (which->is_gone[place])
            continue;
        if (next)
            put(parts, next++, Py_NewRef(breaks[is_parted]));
        put(parts, next++, Py_XNewRef(PyTuple_GetItem(PyTuple_GetItem(lines, place), TEXT)));
        is_parted = false;
    }
}

/* A tuple of the texts that are left, with what stands between them. It is given the lines, the numbers of those that
 * are gone, the column of gaps, and the two kinds of breaks: one of lines, one of paragraphs. */
static PyObject *parts(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != 5)
        return wrong_call();
    PyObject *found = NULL;
    Memory gaps = {0};
    Which which = which_of(given[0], given[1]);
    if (which.is_gone && read_array(given[2], which.many * (ptrdiff_t)sizeof(int32_t), &gaps)) {
        ptrdiff_t kept = which.many - which.gone;
        if ((found = PyTuple_New(kept ? 2 * kept - 1 : 0)))
            fill_in(found, given[0], &which, gaps.data, given + 3);
    }
    PyBuffer_Release(&gaps);
    free(which.is_gone);
    return found;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"take", take, FASTCALL, NULL},
                               {"claim", claim, FASTCALL, NULL},
                               {"take_saying", take_saying, FASTCALL, NULL},
                               {"knows", knows, FASTCALL, NULL},
                               {"left", left, FASTCALL, NULL},
                               {"parts", parts, FASTCALL, NULL}};
    return functions_of(methods, sizeof methods / sizeof *methods);
}
