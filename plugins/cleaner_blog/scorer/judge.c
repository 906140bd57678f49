/* What becomes of the lines that a net has scored. Python hands them over, with the reasons in words, and is given the
   marks of those that go; see `judge.py`. */

#define _GNU_SOURCE

#include "../../../cleaner/columns.h"
#include "outside.h"
#include "pieces.h"
#include "repeated.h"
#include "titles.h"

/* What Python says of any lines, in this order. */
typedef struct {
    PyObject *mark_type, *why, *lines, *columns, *states, *scores, *least;
} asked;

enum { ASKED = sizeof(asked) / sizeof(PyObject *) };
enum { PARENTS = ASKED, TOP_OF_PAGE, OF_PAGE };            /* what it says of a page, behind that */
enum { TOP_OF_DUMP = ASKED, LAST_LINES, SHARES, OF_DUMP }; /* and of a dump */
enum { LINE, WHY, CONFIDENCE, MARK_FIELDS };               /* as `Mark` has them */

/* That, read; zero it to begin with, and release it. */
typedef struct {
    asked asked;
    Columns columns;
    Memory states, scores, parents, ends, shares;
    scored lines;
    memory scratch;
} held;

static int32_t judge_page(held *in, const markup *of, rows *lines) {
    int32_t code = read_rows(&in->lines, &in->scratch, lines);
    if (code == DONE) {
        spare_headings(of, lines);
        judge_scores(lines, in->lines.least);
        code = spare_wholes(of, &in->scratch, lines);
    }
    if (code == DONE)
        code = judge_elsewhere(of, &in->scratch, lines);
    if (code == DONE)
        judge_links(of, lines);
    return code;
}

static int32_t judge_dump(held *in, const bounds *of, rows *lines) {
    int32_t code = read_rows(&in->lines, &in->scratch, lines);
    if (code == DONE) {
        judge_scores(lines, in->lines.least);
        judge_outside(of, lines);
        judge_titles(lines);
        code = judge_repeated(&in->scratch, lines);
    }
    return code;
}

static PyObject *mark_of(const asked *in, const row *line) {
    PyObject *mark = PyType_GenericAlloc(in->mark_type, MARK_FIELDS);
    bool is_scored = line->why != AGAIN && line->why != LINK_ABOVE;
    if (mark && put(mark, LINE, Py_XNewRef(PyTuple_GetItem(in->lines, line->number))) &&
        put(mark, WHY, Py_XNewRef(PyTuple_GetItem(in->why, line->why))) &&
        put(mark, CONFIDENCE, PyFloat_FromDouble(is_scored ? 1 - line->score : 1)))
        return mark;
    Py_DecRef(mark);
    return NULL;
}

/* A list of marks for the lines that go. */
static PyObject *marks_of(const asked *in, const rows *lines) {
    PyObject *marks = PyList_New(0);
    for (const row *line = lines->at; marks && line < lines->at + lines->many; line++) {
        if (line->why != STAYS && !append_to(marks, mark_of(in, line))) {
            Py_DecRef(marks);
            return NULL;
        }
    }
    return marks;
}

static const int32_t *numbers_of(const held *in, int column) { return in->columns.all[column].data; }

/* False, with an exception set: what Python says does not fit together. */
static bool read_asked(PyObject *const *given, held *in) {
    memcpy(&in->asked, given, sizeof in->asked);
    if (!read_columns(in->asked.columns, &in->columns))
        return false;
    ptrdiff_t many = in->columns.many;
    if (!read_array(in->asked.states, many, &in->states) ||
        !read_array(in->asked.scores, many * (ptrdiff_t)sizeof(double), &in->scores))
        return false;
    const Memory *texts = &in->columns.all[TEXTS];
    double least = PyFloat_AsDouble(in->asked.least);
    in->lines = (scored){texts->data, texts->size, in->states.data, in->scores.data, (int32_t)many, least};
    return true;
}

/* What a function gives: the marks, or an exception is set. */
static PyObject *told(held *in, int32_t code, const rows *lines) {
    return code == DONE ? marks_of(&in->asked, lines) : PyErr_NoMemory();
}

static void release(held *in) {
    Memory *all[] = {&in->states, &in->scores, &in->parents, &in->ends, &in->shares};
    for (size_t number = 0; number < sizeof all / sizeof *all; number++)
        PyBuffer_Release(all[number]);
    release_columns(&in->columns);
    give_back(&in->scratch);
}

/* The marks of the lines of a page that go. */
static PyObject *of_page(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    held in = {0};
    rows lines;
    PyObject *marks = NULL;
    if (count != OF_PAGE)
        return wrong_call();
    if (read_asked(given, &in) && PyObject_GetBuffer(given[PARENTS], &in.parents, 0) == 0) {
        int32_t boxes = (int32_t)(in.parents.size / (ptrdiff_t)sizeof(int32_t));
        int32_t headline = (int32_t)PyNumber_AsSsize_t(given[TOP_OF_PAGE], NULL);
        markup of = {numbers_of(&in, KINDS),
                     in.columns.all[LINKS].data,
                     numbers_of(&in, BOXES),
                     in.parents.data,
                     boxes,
                     headline};
        marks = told(&in, judge_page(&in, &of, &lines), &lines);
    }
    release(&in);
    return marks;
}

/* The same of a dump. */
static PyObject *of_dump(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    held in = {0};
    rows lines;
    PyObject *marks = NULL;
    if (count != OF_DUMP)
        return wrong_call();
    if (read_asked(given, &in) && PyObject_GetBuffer(given[LAST_LINES], &in.ends, 0) == 0) {
        int32_t many = (int32_t)(in.ends.size / (ptrdiff_t)sizeof(int32_t));
        int32_t headline = (int32_t)PyNumber_AsSsize_t(given[TOP_OF_DUMP], NULL);
        if (read_array(given[SHARES], many * (ptrdiff_t)sizeof(double), &in.shares)) {
            bounds of = {headline, many, in.ends.data, in.shares.data};
            marks = told(&in, judge_dump(&in, &of, &lines), &lines);
        }
    }
    release(&in);
    return marks;
}

/* A list of the numbers of the lines that may say the title. */
static PyObject *numbers_of_titles(const Columns *columns, const wanted *sought) {
    PyObject *numbers = PyList_New(0);
    const uint8_t *at = columns->all[TEXTS].data, *const end = at + columns->all[TEXTS].size;
    const int32_t *markers = columns->all[MARKERS].data;
    for (ptrdiff_t number = 0; numbers && number < columns->many && at < end; number++) {
        const uint8_t *nul = memchr(at, 0, (size_t)(end - at)), *stop = nul != NULL ? nul : end;
        if (may_say_title(sought, (text){at, stop - at}, markers[number]) &&
            !append_to(numbers, PyLong_FromLong((long)number))) {
            Py_DecRef(numbers);
            return NULL;
        }
        at = stop + 1;
    }
    return numbers;
}

/* Columns, a title, and how many characters the lines have at least and at most: which lines may say it. */
static PyObject *titles(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    Columns columns = {0};
    Memory title = {0};
    PyObject *numbers = NULL;
    if (count != 4)
        return wrong_call();
    if (read_columns(given[0], &columns) && PyObject_GetBuffer(given[1], &title, 0) == 0) {
        ptrdiff_t least = PyNumber_AsSsize_t(given[2], NULL), most = PyNumber_AsSsize_t(given[3], NULL);
        numbers = numbers_of_titles(&columns, &(wanted){title.data, title.size, least, most});
    }
    PyBuffer_Release(&title);
    release_columns(&columns);
    return numbers;
}

/* A list of the numbers of the lines that have a bit. */
static PyObject *numbers_with(const uint8_t *bits, int32_t many, uint8_t bit) {
    PyObject *numbers = PyList_New(0);
    for (int32_t at = 0; numbers && at < many; at++) {
        if (bits[at] & bit && !append_to(numbers, PyLong_FromLong(at))) {
            Py_DecRef(numbers);
            return NULL;
        }
    }
    return numbers;
}

/* For each bit of lines that may be pieces a list of their numbers, in a tuple. */
static PyObject *lists_of_pieces(const Columns *of, const Memory *stages, memory *scratch) {
    int32_t many = (int32_t)of->many;
    text *lines = ROOM(scratch, text, many);
    uint8_t *bits = TAKE(scratch, uint8_t, many);
    if (scratch->failed)
        return PyErr_NoMemory();
    split(of->all[TEXTS].data, of->all[TEXTS].size, many, lines);
    find_pieces(lines, many, stages->data, of->all[MARKERS].data, bits);
    PyObject *lists = PyTuple_New(3);
    if (lists && put(lists, 0, numbers_with(bits, many, FOLLOWS)) &&
        put(lists, 1, numbers_with(bits, many, MAY_GO_ON)) && put(lists, 2, numbers_with(bits, many, AFTER_OPEN)))
        return lists;
    Py_DecRef(lists);
    return NULL;
}

/* Columns and stages: which lines may be pieces. */
static PyObject *pieces(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    Columns columns = {0};
    Memory stages = {0};
    memory scratch = {0};
    PyObject *lists = NULL;
    if (count != 2)
        return wrong_call();
    if (read_columns(given[0], &columns) && read_array(given[1], columns.many, &stages))
        lists = lists_of_pieces(&columns, &stages, &scratch);
    give_back(&scratch);
    PyBuffer_Release(&stages);
    release_columns(&columns);
    return lists;
}

/* Whether texts, a NUL behind each, may have sentences in pieces. */
static PyObject *any_pieces(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    Memory texts = {0};
    if (count != 1)
        return wrong_call();
    if (PyObject_GetBuffer(given[0], &texts, 0))
        return NULL;
    bool found = any_begins_closing((text){texts.data, texts.size});
    PyBuffer_Release(&texts);
    return PyBool_FromLong(found);
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"of_page", of_page, FASTCALL, NULL},
                               {"of_dump", of_dump, FASTCALL, NULL},
                               {"titles", titles, FASTCALL, NULL},
                               {"any_pieces", any_pieces, FASTCALL, NULL},
                               {"pieces", pieces, FASTCALL, NULL}};
    return functions_of(methods, sizeof methods / sizeof *methods);
}
