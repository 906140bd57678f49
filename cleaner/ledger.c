/* Which lines leave a page, and who takes them. See ledger.py. */
#include "stable_abi.h"
#include <string.h>

/* What `take` is given, in this order. */
typedef struct {
    PyObject *marks, *lines, *gone;
    PyObject *mark_type, *line_type, *reason_type, *confidence_types, *removal_type;
    PyObject *stage, *by, *least; /* the hook's; its name in the ledger; how sure a mark must be */
} Taking;

enum { LINE, WHY, CONFIDENCE, MARK_FIELDS };
enum { REMOVED, STAGE, BY, REASON, REMOVAL_FIELDS };

/* Nothing is wrong; what is wrong with a mark, by its place in `_FAULTS`; an exception is set that is not the hook's. */
enum { FINE, NO_MARK, UNSURE, ELSEWHERE, FAILED };

static bool is_a(PyObject *object, PyObject *type) { return object && PyObject_IsInstance(object, type) == 1; }

/* The line of the page that this one is, or equals; NULL where a hook has made it up. */
static PyObject *own_line(PyObject *lines, PyObject *line) {
    PyObject *number = PyTuple_GetItem(line, 0);
    ptrdiff_t place = number ? PyNumber_AsSsize_t(number, NULL) : -1;
    PyObject *own = place >= 0 && place < PyTuple_Size(lines) ? PyTuple_GetItem(lines, place) : NULL;
    return own && PyObject_RichCompareBool(own, line, EQUAL) == 1 ? own : NULL;
}

/* Enter a line into the ledger. */
static bool enter(const Taking *in, PyObject *line, PyObject *why) {
    PyObject *removal = PyType_GenericAlloc(in->removal_type, REMOVAL_FIELDS);
    bool entered = removal && put(removal, REMOVED, Py_NewRef(line)) && put(removal, STAGE, Py_NewRef(in->stage)) &&
                   put(removal, BY, Py_NewRef(in->by)) && put(removal, REASON, Py_NewRef(why)) &&
                   PyDict_SetItem(in->gone, PyTuple_GetItem(line, 0), removal) == 0;
    Py_DecRef(removal);
    return entered;
}

/* Take the line that a mark names, unless it is gone, or the mark is not sure enough. */
static int take_one(const Taking *in, PyObject *mark, double least) {
    bool is_mark = is_a(mark, in->mark_type) && PyTuple_Size(mark) == MARK_FIELDS;
    PyObject *line = is_mark ? PyTuple_GetItem(mark, LINE) : NULL, *why = is_mark ? PyTuple_GetItem(mark, WHY) : NULL;
    if (!is_a(line, in->line_type) || !is_a(why, in->reason_type))
        return NO_MARK;
    PyObject *said = PyTuple_GetItem(mark, CONFIDENCE), *own;
    double confidence = is_a(said, in->confidence_types) ? PyFloat_AsDouble(said) : -1;
    if (!(confidence >= 0 && confidence <= 1))
        return UNSURE;
    if ((own = own_line(in->lines, line)) == NULL)
        return ELSEWHERE;
    int is_gone = PySequence_Contains(in->gone, PyTuple_GetItem(own, 0));
    bool leaves = is_gone == 0 && confidence >= least;
    return is_gone < 0 || (leaves && !enter(in, own, why)) ? FAILED : FINE;
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
    if (count != sizeof(Taking) / sizeof *given)
        return wrong_call();
    Taking in;
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

/* Whether a line is one of these. */
static PyObject *knows(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != 2)
        return wrong_call();
    bool known = own_line(given[0], given[1]);
    PyErr_Clear();
    return PyBool_FromLong(known);
}

/* Append the line at `place` to a list unless `gone` holds that place. */
static bool leave(PyObject *rest, PyObject *lines, PyObject *gone, ptrdiff_t place) {
    PyObject *number = PyLong_FromLong((long)place);
    int is_gone = number ? PySequence_Contains(gone, number) : -1;
    Py_DecRef(number);
    return is_gone == 0 ? PyList_Append(rest, PyTuple_GetItem(lines, place)) == 0 : is_gone == 1;
}

/* A tuple of the lines whose places the second argument does not hold. */
static PyObject *left(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != 2)
        return wrong_call();
    PyObject *lines = given[0], *gone = given[1], *rest = PyList_New(0), *found = NULL;
    ptrdiff_t place = 0, many = PyTuple_Size(lines);
    while (rest && place < many && leave(rest, lines, gone, place))
        place++;
    if (rest && place == many)
        found = PyList_AsTuple(rest);
    Py_DecRef(rest);
    return found;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {
        {"take", take, FASTCALL, NULL}, {"knows", knows, FASTCALL, NULL}, {"left", left, FASTCALL, NULL}};
    return functions_of(methods, 3);
}
