/* What the head of a page says about it. See stating.py. */
#include "../stable_abi.h"
#include "pieces.h"

enum { PROPERTY, NAME, ITEMPROP, CONTENT, REL, HREF, ASKED }; /* attributes; what a meta is called by comes first */

static const Text asked[ASKED] = {{"property", 8}, {"name", 4}, {"itemprop", 8},
                                  {"content", 7},  {"rel", 3},  {"href", 4}};
static const Text canonical = {"canonical", 9};

/* The parser's numbers: of texts, of tags, of the attributes it knows (0 for others); and the longest title, in bytes. */
typedef struct {
    uint64_t text, title, meta, link, attributes[ASKED], longest;
} Numbers;

static int number_of(const Attribute *attribute, const Numbers *numbers) {
    uintptr_t name = attribute->node.name;
    int number = 0;
    while (number < ASKED && (numbers->attributes[number] ? numbers->attributes[number] != name
                                                          : name < KNOWN || !equals(learnt_name(name), asked[number])))
        number++;
    return number;
}

static void read_attributes(const Element *element, const Numbers *numbers, Text values[ASKED]) {
    for (const Attribute *one = element->first_attribute; one; one = one->next) {
        int number = number_of(one, numbers);
        if (number < ASKED)
            values[number] = value_of(one);
    }
}

/* In letters of any case. */
static bool is_canonical(Text rel) {
    size_t same = 0;
    while (same < canonical.size && rel.size == canonical.size && (rel.data[same] | 0x20) == canonical.data[same])
        same++;
    return same == canonical.size;
}

/* What is empty says nothing. */
static void append_stated(Buffer *out, const char *tag, Text name, Text content) {
    if (name.size && content.size) {
        append(out, tag, strlen(tag) + 1);
        append(out, name.data, name.size);
        append_char(out, 0);
        append(out, content.data, content.size);
        append_char(out, 0);
    }
}

static void append_element(const Element *element, const Numbers *numbers, Buffer *out) {
    Text values[ASKED] = {{0}};
    read_attributes(element, numbers, values);
    if (element->node.name == numbers->meta) {
        int called = PROPERTY;
        while (called < ITEMPROP && values[called].size == 0)
            called++;
        append_stated(out, "meta", values[called], values[CONTENT]);
    } else if (is_canonical(values[REL])) {
        append_stated(out, "link", canonical, values[HREF]);
    }
}

static void append_head(const Node *head, const Numbers *numbers, Buffer *out) {
    for (const Node *node = head->first_child; node; node = behind(node, head))
        if (node->name == numbers->title) {
            append(out, "title\0", sizeof "title\0"); /* the tag, and no name */
            append_pieces(node, numbers->text, (size_t)numbers->longest, out);
        } else if (node->name == numbers->meta || node->name == numbers->link) {
            append_element((const Element *)node, numbers, out);
        }
}

/* The address of a head, and `Numbers`: of each title, named meta and canonical link its tag, its name and what it says,
 * in UTF-8, a NUL behind each. */
static PyObject *stating(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    Memory numbers = {0};
    Buffer out = {0};
    const Node *head = count == 2 ? (const Node *)PyNumber_AsSsize_t(given[0], NULL) : NULL;
    if (head == NULL || PyObject_GetBuffer(given[1], &numbers, 0))
        return PyErr_Occurred() ? NULL : wrong_call();
    Thread *thread = PyEval_SaveThread();
    append_head(head, numbers.data, &out);
    PyEval_RestoreThread(thread);
    PyObject *stated = out.failed ? PyErr_NoMemory() : PyBytes_FromStringAndSize(out.data, (ptrdiff_t)out.size);
    free(out.data);
    PyBuffer_Release(&numbers);
    return stated;
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"stating", stating, FASTCALL, NULL}};
    return functions_of(methods, 1);
}
