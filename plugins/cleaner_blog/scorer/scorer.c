/* The scorers. Python hands over the lines of a page as arrays and takes their scores; see `native.py`. */

#define _GNU_SOURCE

#include "pages.h"

#define PUBLIC __attribute__((visibility("default")))

/* Columns of a page; boxes around a line that are looked at; its groups. */
PUBLIC const int32_t PAGE_SHAPE[3] = {PAGE_COLUMNS, DEPTH, PAGE_GROUPS};

PUBLIC void free_page_model(page_model *by)
{
    give_back(&by->names.kept);
    give_back(&by->words.kept);
    free(by->net);
    free(by);
}

/* The tables of characters are kept by Python as long as the model. */
PUBLIC int new_page_model(const characters *known, const stored_net *net, const stored_words *names,
                          const stored_words *words, page_model **out)
{
    page_model *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NO_MEMORY;
    made->known = *known;
    int code = new_net(net, &made->net);
    if (code == DONE && !fits_pages(made->net, names->width, words->width))
        code = NO_FIT;
    if (code == DONE)
        code = new_vocabulary(names, &made->names);
    if (code == DONE)
        code = new_vocabulary(words, &made->words);
    if (code == DONE)
        *out = made;
    else
        free_page_model(made);
    return code;
}

/* Fill in the scores of all lines, which are 0 so far. */
PUBLIC int score_page(const page_model *by, const source *given, const elements *around, double *scores)
{
    memory scratch = {0};
    int code = page_scores(by, given, around, &scratch, scores);
    give_back(&scratch);
    return code;
}

/* Fill in what the scorer sees of a page, of which `own` is 0 so far. */
PUBLIC int see_page(const characters *known, const source *given, const elements *around, seen_page *out)
{
    memory scratch = {0};
    int code = show_page(known, given, around, &scratch, out);
    give_back(&scratch);
    return code;
}

/* The words that a net may know of names of boxes, or of beginnings of lines: those of so many texts, joined by NUL.
   Into `out` go for each text its words, each with a space behind it, and a line feed; there must be room for twice the
   size of the texts and a byte for each. Gives how many bytes were written, or NO_MEMORY. */
PUBLIC int64_t list_words(const characters *known, const char *texts, int64_t size, int32_t many, bool are_names,
                          uint8_t *out)
{
    memory scratch = {0};
    text *parts = TAKE(&scratch, text, many);
    written all = {out, 0};
    word_list words;
    if (scratch.failed)
        return NO_MEMORY;
    split(texts, size, many, parts);
    for (int32_t number = 0; number < many; number++) {
        are_names ? name_words(known, parts[number], &words) : first_words(known, parts[number], &words);
        write_words(&words, &all);
    }
    give_back(&scratch);
    return all.size;
}
