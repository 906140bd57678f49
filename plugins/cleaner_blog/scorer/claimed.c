/* What becomes of the lines that rules claim and hooks took. See claimed.py. */

#include "../../../cleaner/stable_abi.h"
#include "stages.h"
#include <string.h>

enum { TEXT = 1 }; /* as `Line` has it */

/* What `stages` is given, in this order. */
typedef struct {
    PyObject *lines, *claims, *by_rule, *gone;
    PyObject *field, *headline; /* what tells a headline: a field of lines, and what it says */
} asked;

/* A line that a rule claims. */
typedef struct {
    ptrdiff_t number;
    PyObject *line, *rule; /* borrowed */
} claim;

/* False, with an exception set: it is none, or its line is not on the page. */
static bool read_claim(PyObject *lines, PyObject *item, claim *out) {
    PyObject *number = PyTuple_GetItem(item, 0);
    out->rule = number ? PyTuple_GetItem(item, 1) : NULL;
    if (out->rule == NULL)
        return false;
    out->number = PyNumber_AsSsize_t(number, NULL);
    out->line = PyTuple_GetItem(lines, out->number);
    return out->line != NULL;
}

/* What hooks took, or the search for the headline did: they do not tell in which stage. */
static bool write_gone(const asked *in, char *stages) {
    ptrdiff_t field = PyNumber_AsSsize_t(in->field, NULL);
    PyObject *numbers = PyObject_GetIter(in->gone), *number;
    bool is_fine = numbers != NULL;
    while (is_fine && (number = PyIter_Next(numbers))) {
        ptrdiff_t place = PyNumber_AsSsize_t(number, NULL);
        PyObject *line = PyTuple_GetItem(in->lines, place), *said = line ? PyTuple_GetItem(line, field) : NULL;
        int is_headline = said ? PyObject_RichCompareBool(said, in->headline, EQUAL) : -1;
        if (is_headline >= 0)
            stages[place] = is_headline ? HEADLINE : CAPTIONS;
        is_fine = is_headline >= 0;
        Py_DecRef(number);
    }
    Py_DecRef(numbers);
    return !PyErr_Occurred();
}

/* What rules claim: one that is not known, of another plugin, as navigation. */
static bool write_claims(const asked *in, char *stages) {
    PyObject *claims = PyMapping_Items(in->claims);
    claim read;
    bool is_fine = claims != NULL;
    for (ptrdiff_t at = 0, many = claims ? PyList_Size(claims) : 0; is_fine && at < many; at++) {
        is_fine = read_claim(in->lines, PyList_GetItem(claims, at), &read);
        PyObject *stage = is_fine ? PyDict_GetItemWithError(in->by_rule, read.rule) : NULL;
        is_fine = is_fine && (stage || !PyErr_Occurred());
        if (is_fine)
            stages[read.number] = stage ? (char)PyNumber_AsSsize_t(stage, NULL) : NAVIGATION;
    }
    Py_DecRef(claims);
    return is_fine;
}

/* For each line the number of its stage, in bytes. */
static PyObject *stages(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    if (count != sizeof(asked) / sizeof *given)
        return wrong_call();
    asked in;
    memcpy(&in, given, sizeof in);
    ptrdiff_t many = PyTuple_Size(in.lines);
    PyObject *made = many >= 0 ? PyBytes_FromStringAndSize(NULL, many) : NULL;
    if (made == NULL)
        return NULL;
    memset(PyBytes_AsString(made), LIVE, (size_t)many);
    if (write_gone(&in, PyBytes_AsString(made)) && write_claims(&in, PyBytes_AsString(made)))
        return made;
    Py_DecRef(made);
    return NULL;
}

/* Keep the greatest number for each rule, whose hash is known. */
static bool keep_last(PyObject *last, const claim *of) {
    PyObject *known = PyDict_GetItemWithError(last, of->rule);
    if (known && PyNumber_AsSsize_t(known, NULL) > of->number)
        return true;
    PyObject *number = PyLong_FromLong((long)of->number);
    bool is_kept = number && PyDict_SetItem(last, of->rule, number) == 0;
    Py_DecRef(number);
    return is_kept;
}

/* Keep a claim that is one of these rules', on a line that is long enough. */
static bool look_at_claim(PyObject *last, const claim *of, PyObject *rules, ptrdiff_t shortest) {
    int is_asked_for = PySequence_Contains(rules, of->rule);
    PyObject *text = is_asked_for == 1 ? PyTuple_GetItem(of->line, TEXT) : NULL;
    ptrdiff_t length = text ? PyUnicode_GetLength(text) : -1;
    if (is_asked_for != 1 || length < 0)
        return is_asked_for == 0;
    return length < shortest || keep_last(last, of);
}

static bool find_last(PyObject *last, PyObject *lines, PyObject *claims, PyObject *rules, ptrdiff_t shortest) {
    claim read;
    bool is_fine = true;
    for (ptrdiff_t at = 0, many = PyList_Size(claims); is_fine && at < many; at++)
        is_fine = read_claim(lines, PyList_GetItem(claims, at), &read) && look_at_claim(last, &read, rules, shortest);
    return is_fine;
}

/* Lines, claims, rules, and how many characters a line has at least: for each of these rules that claims such a line
   the number of the last, in a dictionary. */
static PyObject *last(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    enum { LINES, CLAIMS, RULES, SHORTEST, ALL };
    if (count != ALL)
        return wrong_call();
    PyObject *found = PyDict_New(), *claims = found ? PyMapping_Items(given[CLAIMS]) : NULL;
    ptrdiff_t shortest = PyNumber_AsSsize_t(given[SHORTEST], NULL);
    bool is_whole = claims && find_last(found, given[LINES], claims, given[RULES], shortest);
    Py_DecRef(claims);
    if (is_whole)
        return found;
    Py_DecRef(found);
    return NULL;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"stages", stages, FASTCALL, NULL}, {"last", last, FASTCALL, NULL}};
    return functions_of(methods, 2);
}
