/* The scorers. Python hands over the lines of a page as columns and takes their scores; see `native.py`. */

#define _GNU_SOURCE

#include "dumps.h"
#include "handed.h"
#include "pages.h"

#define PUBLIC __attribute__((visibility("default")))

/* Columns of a page; boxes around a line that are looked at; its groups. */
PUBLIC const int32_t PAGE_SHAPE[3] = {PAGE_COLUMNS, DEPTH, PAGE_GROUPS};
/* Columns of a dump; its groups; columns of what a line has in common with others. */
PUBLIC const int32_t DUMP_SHAPE[3] = {DUMP_COLUMNS, DUMP_GROUPS, COMMON};

PUBLIC void free_page_model(page_model *by) {
    give_back(&by->names.kept);
    give_back(&by->words.kept);
    give_back(&by->above.kept);
    give_back(&by->net.kept);
    free(by);
}

/* The tables of characters are kept by Python as long as the model. */
PUBLIC int new_page_model(const characters *known, const stored_net *net, const stored_words *names,
                          const stored_words *words, const trees *above, page_model **out) {
    page_model *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NO_MEMORY;
    made->known = *known;
    int code = new_net(net, &made->net);
    if (code == DONE && !fits_pages(&made->net, names->width, words->width))
        code = NO_FIT;
    if (code == DONE)
        code = new_vocabulary(names, &made->names);
    if (code == DONE)
        code = new_vocabulary(words, &made->words);
    if (code == DONE)
        code = new_forest(above, PAGE_COLUMNS, PAGE_GROUPS, &made->above);
    if (code == DONE)
        *out = made;
    else
        free_page_model(made);
    return code;
}

static int look_at_page(const void *by, const handed *in, memory *scratch, void *into) {
    return page_scores(by, &in->lines, &in->around, scratch, into);
}

static int look_into_page(const void *by, const handed *in, memory *scratch, void *into) {
    return show_page(by, &in->lines, &in->around, scratch, into);
}

/* Fill in the scores of all lines, which are 0 so far, by a model of pages. */
static PyObject *score_page(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    return looked(given, count, true, 0, look_at_page);
}

/* Fill in what the scorer sees of a page, of which `own` is 0 so far, by the tables of characters. */
static PyObject *see_page(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    return looked(given, count, true, sizeof(seen_page), look_into_page);
}

/* Words that a net may know. */
enum { OF_BEGINNINGS, OF_NAMES, OF_LINES };

/* The words of so many texts, joined by NUL: of beginnings of lines, of names of boxes, or of lines of dumps. Into `out`
   go for each text its words, each with a space behind it, and a line feed; there must be room for twice the size of the
   texts and a byte for each. Gives how many bytes were written, or NO_MEMORY. */
PUBLIC int64_t list_words(const characters *known, const char *texts, int64_t size, int32_t many, int32_t which,
                          uint8_t *out) {
    memory scratch = {0};
    text *parts = TAKE(&scratch, text, many);
    written all = {out, 0};
    word_list words;
    if (scratch.failed)
        return NO_MEMORY;
    split(texts, size, many, parts);
    for (int32_t number = 0; number < many; number++) {
        if (which == OF_NAMES)
            name_words(known, parts[number], &words);
        else if (which == OF_LINES)
            spell_words(known, parts[number], &words);
        else
            first_words(known, parts[number], &words);
        write_words(&words, &all);
    }
    give_back(&scratch);
    return all.size;
}

/* Fill in the hashes of so many phrases, joined by NUL. */
PUBLIC int hash_phrases(const characters *known, const char *words, int64_t size, int32_t many, uint64_t *hashes) {
    memory scratch = {0};
    phrases none;
    text *parts = TAKE(&scratch, text, many);
    int code = scratch.failed ? NO_MEMORY : new_phrases(known, NULL, 0, &none);
    if (code == DONE) {
        split(words, size, many, parts);
        for (int32_t number = 0; number < many; number++)
            hashes[number] = hash_of_phrase(&none, parts[number]);
        give_back(&none.kept);
    }
    give_back(&scratch);
    return code;
}

/* Fill in the hashes of the terms of texts, and on which each stands; there must be room for a third of the size of the
   texts and one for each. Gives how many they are, or NO_MEMORY. */
PUBLIC int64_t list_terms(const characters *known, const char *texts, int64_t size, int32_t many, uint64_t *hashes,
                          int32_t *lines) {
    memory scratch = {0};
    phrases none = {0};
    terms found = {0};
    text *parts = TAKE(&scratch, text, many);
    int64_t code = scratch.failed ? NO_MEMORY : new_phrases(known, NULL, 0, &none);
    if (code == DONE) {
        split(texts, size, many, parts);
        code = find_terms(&none, parts, many, &scratch, &found);
    }
    if (code == DONE) {
        memcpy(hashes, found.hashes, (size_t)found.many * sizeof *hashes);
        memcpy(lines, found.lines, (size_t)found.many * sizeof *lines);
        code = found.many;
    }
    give_back(&none.kept);
    give_back(&scratch);
    return code;
}

PUBLIC void free_dump_model(dump_model *by) {
    give_back(&by->said.kept);
    for (int number = 0; number < by->nets; number++)
        give_back(&by->of[number].net.kept);
    free(by);
}

/* Some nets, and the phrases that each knows. The tables of characters are kept by Python as long as the model. */
PUBLIC int new_dump_model(const characters *known, const stored_net *nets, const stored_words *words, int32_t many,
                          dump_model **out) {
    if (many < 1 || many > MOST_NETS)
        return NO_FIT;
    dump_model *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NO_MEMORY;
    made->nets = many;
    int code = new_phrases(known, words, many, &made->said);
    for (int32_t number = 0, from = 0; number < many && code == DONE; from += words[number++].width) {
        made->of[number].from = from, made->of[number].width = words[number].width;
        code = new_net(&nets[number], &made->of[number].net);
        if (code == DONE && !fits_dumps(&made->of[number].net, words[number].width))
            code = NO_FIT;
    }
    if (code == DONE)
        *out = made;
    else
        free_dump_model(made);
    return code;
}

static int look_at_dump(const void *by, const handed *in, memory *scratch, void *into) {
    return dump_scores(by, &in->lines, scratch, into);
}

static int look_into_dump(const void *by, const handed *in, memory *scratch, void *into) {
    return show_dump(by, &in->lines, scratch, into);
}

/* Fill in the scores of all lines, which are 0 so far, by a model of dumps. */
static PyObject *score_dump(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    return looked(given, count, false, 0, look_at_dump);
}

/* Fill in what the scorer sees of a dump, of which `own` is 0 so far, by the tables of characters. */
static PyObject *see_dump(PyObject *self, PyObject *const *given, ptrdiff_t count) {
    (void)self;
    return looked(given, count, false, sizeof(seen_dump), look_into_dump);
}

EXPORT PyObject *functions(void) {
    static Method methods[] = {{"score_page", score_page, FASTCALL, NULL},
                               {"see_page", see_page, FASTCALL, NULL},
                               {"score_dump", score_dump, FASTCALL, NULL},
                               {"see_dump", see_dump, FASTCALL, NULL}};
    return functions_of(methods, sizeof methods / sizeof *methods);
}
