/* What was said of each field in the head of a page. See head.py. */
#include "tidy.h"
#include <string.h>

typedef struct {
    const char *text;
    ptrdiff_t size;
} Text;

typedef struct {
    Text tag, name, content;
} Element;

typedef struct {
    const char *next, *end;
} Elements;

enum { TEMPLATE, RANK, MOST };              /* of who says something: a fact without its value, and two numbers */
enum { FIELD, VALUE, LINE, SOURCE, PARTS }; /* of a fact */

/* What somebody said. */
typedef struct {
    long rank;
    Text content;
    PyObject *who;
} Said;

/* Who says something, by name; the type of facts; what makes texts tidy. */
typedef struct {
    PyObject *known, *fact, *mended;
} Means;

static bool read_text(Elements *from, Text *out) {
    const char *const stop = from->next < from->end ? memchr(from->next, 0, (size_t)(from->end - from->next)) : NULL;
    if (stop == NULL)
        return false;
    *out = (Text){from->next, stop - from->next};
    from->next = stop + 1;
    return true;
}

static bool read_element(Elements *from, Element *out) {
    return read_text(from, &out->tag) && read_text(from, &out->name) && read_text(from, &out->content);
}

static bool is(Text text, const char *other) {
    return text.size == (ptrdiff_t)strlen(other) && memcmp(text.text, other, (size_t)text.size) == 0;
}

/* Who says something is known by the name of a meta, in small letters, or by the tag, in capitals. NULL without an
 * exception: nobody who is known. */
static PyObject *who_says(PyObject *known, const Element *element) {
    enum { LONGEST = 64 };
    const bool is_meta = is(element->tag, "meta");
    const Text name = is_meta ? element->name : element->tag;
    const char first = is_meta ? 'A' : 'a', last = is_meta ? 'Z' : 'z';
    char key[LONGEST];
    if (name.size > LONGEST)
        return NULL;
    for (ptrdiff_t at = 0; at < name.size; at++)
        key[at] = (char)(name.text[at] ^ (name.text[at] >= first && name.text[at] <= last ? 'a' ^ 'A' : 0));
    PyObject *const string = PyUnicode_DecodeUTF8(key, name.size, "replace");
    PyObject *const who = string ? PyDict_GetItemWithError(known, string) : NULL;
    Py_DecRef(string);
    return who;
}

/* Gives how many there are, or -1 with an exception set. There is room for all elements. */
static ptrdiff_t collect(PyObject *known, Elements from, Said *out) {
    ptrdiff_t many = 0;
    for (Element element; read_element(&from, &element);) {
        PyObject *const who = who_says(known, &element);
        if (who)
            out[many++] = (Said){PyLong_AsLong(PyTuple_GetItem(who, RANK)), element.content, who};
        if (PyErr_Occurred())
            return -1;
    }
    return many;
}

static int compare(const void *one, const void *other) {
    const Said *const a = one, *const b = other;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return a->content.text < b->content.text ? -1 : a->content.text > b->content.text;
}

static PyObject *tidied(Text text, PyObject *mended) {
    const enum tidiness found = tidiness((const uint8_t *)text.text, text.size);
    if (found == BLANKS)
        return folded((const uint8_t *)text.text, text.size);
    PyObject *const string = PyUnicode_DecodeUTF8(text.text, text.size, "replace");
    if (found == TIDY)
        return string;
    PyObject *const made = string ? PyObject_CallFunctionObjArgs(mended, string, NULL) : NULL;
    Py_DecRef(string);
    return made;
}

/* The list of a field, which is borrowed. */
static PyObject *list_of(PyObject *fields, PyObject *field) {
    PyObject *list = PyDict_GetItemWithError(fields, field);
    if (list == NULL && !PyErr_Occurred() && (list = PyList_New(0)) != NULL) {
        const int failed = PyDict_SetItem(fields, field, list);
        Py_DecRef(list);
        return failed ? NULL : list;
    }
    return list;
}

static bool copy(PyObject *fact, PyObject *from, ptrdiff_t part) {
    return put(fact, part, Py_XNewRef(PyTuple_GetItem(from, part)));
}

/* A new fact, of a text that is given away. */
static PyObject *fact_of(PyObject *type, PyObject *from, PyObject *text) {
    PyObject *const fact = PyType_GenericAlloc(type, PARTS);
    if (fact == NULL) {
        Py_DecRef(text);
    } else if (!put(fact, VALUE, text) || !copy(fact, from, FIELD) || !copy(fact, from, LINE) ||
               !copy(fact, from, SOURCE)) {
        Py_DecRef(fact);
        return NULL;
    }
    return fact;
}

/* Add it to what was said of its field; what is empty is nothing. False: an exception is set. */
static bool add(PyObject *fields, const Said *said, const Means *means) {
    PyObject *const from = PyTuple_GetItem(said->who, TEMPLATE);
    PyObject *const list = list_of(fields, PyTuple_GetItem(from, FIELD));
    if (list == NULL || PyList_Size(list) >= PyLong_AsLong(PyTuple_GetItem(said->who, MOST)))
        return list != NULL;
    PyObject *const text = tidied(said->content, means->mended);
    if (text == NULL || PyUnicode_GetLength(text) > 0)
        return text != NULL && append_to(list, fact_of(means->fact, from, text));
    Py_DecRef(text);
    return true;
}

/* For each field what was said, the best first. */
static PyObject *said_in(Elements elements, const Means *means) {
    ptrdiff_t most = 1; /* as many elements as there are ends of texts, and more than none */
    for (const char *at = elements.next; at < elements.end; at++)
        most += *at == 0;
    Said *const said = malloc((size_t)most * sizeof *said);
    if (said == NULL)
        return PyErr_NoMemory();
    const ptrdiff_t many = collect(means->known, elements, said);
    PyObject *fields = many < 0 ? NULL : PyDict_New();
    if (fields)
        qsort(said, (size_t)many, sizeof *said, compare);
    for (ptrdiff_t at = 0; fields && at < many; at++)
        if (!add(fields, &said[at], means)) {
            Py_DecRef(fields);
            fields = NULL;
        }
    free(said);
    return fields;
}

/* What a head states, and the three of `Means`: a dict of lists of facts. */
static PyObject *said(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    Memory stated = {0};
    if (count != 4 || PyObject_GetBuffer(given[0], &stated, 0))
        return count == 4 ? NULL : wrong_call();
    const char *const text = stated.data;
    PyObject *const fields = said_in((Elements){text, text + stated.size},
                                     &(Means){.known = given[1], .fact = given[2], .mended = given[3]});
    PyBuffer_Release(&stated);
    return fields;
}

static Text own_address(Elements from) {
    Text shared = {"", 0};
    for (Element element; read_element(&from, &element);) {
        if (is(element.tag, "link"))
            return element.content;
        if (shared.size == 0 && is(element.name, "og:url"))
            shared = element.content;
    }
    return shared;
}

/* What a head states: the address the page gives itself, or nothing. */
static PyObject *own_url(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    Memory stated = {0};
    if (count != 1 || PyObject_GetBuffer(given[0], &stated, 0))
        return count == 1 ? NULL : wrong_call();
    const char *const text = stated.data;
    const Text own = own_address((Elements){text, text + stated.size});
    PyObject *const url = PyUnicode_DecodeUTF8(own.text, own.size, "replace");
    PyBuffer_Release(&stated);
    return url;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"said", said, FASTCALL, NULL}, {"own_url", own_url, FASTCALL, NULL}};
    return functions_of(methods, 2);
}
