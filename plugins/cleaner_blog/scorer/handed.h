/* What Python hands over of a page or dump, read where it is. */

#ifndef HANDED_H
#define HANDED_H

#include "../../../cleaner/columns.h"
#include "pages.h"

/* By what is looked (an address), and where to write what is seen; lines, and for pages their boxes. */
enum { BY, INTO, LINES, ABOUT, STAGES_OF_LINES, OF_DUMP, PARENTS = OF_DUMP, TAGS, NAMES, OF_PAGE };

/* Zero it to begin with; it is to be released. */
typedef struct {
    Columns columns;
    Memory about, stages, parents, tags, names, into;
    source lines;
    elements around;
} handed;

/* False, with an exception set: they do not fit together. */
static bool read_lines_handed(PyObject *const *given, bool has_markers, handed *in) {
    if (!read_columns(given[LINES], &in->columns) || PyObject_GetBuffer(given[ABOUT], &in->about, 0) ||
        !read_array(given[STAGES_OF_LINES], in->columns.many, &in->stages))
        return false;
    const Memory *columns = in->columns.all;
    in->lines = (source){.texts = columns[TEXTS].data,
                         .size = columns[TEXTS].size,
                         .about = in->about.data,
                         .about_size = in->about.size,
                         .stages = in->stages.data,
                         .gaps = columns[GAPS].data,
                         .links = columns[LINKS].data,
                         .images = columns[IMAGES].data,
                         .markers = has_markers ? columns[MARKERS].data : NULL,
                         .indents = columns[INDENTS].data,
                         .many = (int32_t)in->columns.many};
    return true;
}

/* The same, of the boxes. */
static bool read_boxes_handed(PyObject *const *given, handed *in) {
    if (PyObject_GetBuffer(given[PARENTS], &in->parents, 0) || PyObject_GetBuffer(given[TAGS], &in->tags, 0) ||
        PyObject_GetBuffer(given[NAMES], &in->names, 0))
        return false;
    in->around = (elements){.kinds = in->columns.all[KINDS].data,
                            .inside = in->columns.all[BOXES].data,
                            .tags = in->tags.data,
                            .names = in->names.data,
                            .tags_size = in->tags.size,
                            .names_size = in->names.size,
                            .parents = in->parents.data,
                            .boxes = (int32_t)(in->parents.size / (ptrdiff_t)sizeof(int32_t))};
    return true;
}

static void release_handed(handed *in) {
    Memory *all[] = {&in->about, &in->stages, &in->parents, &in->tags, &in->names, &in->into};
    for (size_t number = 0; number < sizeof all / sizeof *all; number++)
        PyBuffer_Release(all[number]);
    release_columns(&in->columns);
}

/* Looks at what is handed over, and writes what it sees. Gives DONE or what went wrong. */
typedef int look(const void *by, const handed *in, memory *scratch, void *into);

/* What a look gives, as a number; it writes so many bytes, or a double for each line. */
static PyObject *looked(PyObject *const *given, ptrdiff_t count, bool is_page, ptrdiff_t size, look *look) {
    handed in = {0};
    PyObject *code = NULL;
    if (count != (is_page ? OF_PAGE : OF_DUMP))
        return wrong_call();
    const void *by = PyLong_AsVoidPtr(given[BY]);
    if (by != NULL && read_lines_handed(given, !is_page, &in) && (!is_page || read_boxes_handed(given, &in)) &&
        write_array(given[INTO], size ? size : in.columns.many * (ptrdiff_t)sizeof(double), &in.into)) {
        memory scratch = {0};
        Thread *thread = PyEval_SaveThread();
        int found = look(by, &in, &scratch, (void *)(uintptr_t)in.into.data);
        give_back(&scratch);
        PyEval_RestoreThread(thread);
        code = PyLong_FromLong(found);
    }
    release_handed(&in);
    return code;
}

#endif
