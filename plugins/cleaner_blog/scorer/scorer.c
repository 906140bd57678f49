/* The scorers. Python hands over the lines of a page as arrays and takes their scores; see `native.py`. */

#define _GNU_SOURCE

#include "pages.h"

#define PUBLIC __attribute__((visibility("default")))

PUBLIC void free_page_model(page_model *by)
{
    give_back(&by->names.kept);
    give_back(&by->words.kept);
    free(by->net);
    free(by);
}

/* The tables of characters are kept by Python as long as the model. */
PUBLIC int new_page_model(const stored_net *net, const stored_words *names, const stored_words *words,
                          const uint8_t *classes, const uint16_t *lower, page_model **out)
{
    page_model *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NO_MEMORY;
    made->known = (characters){classes, lower};
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
