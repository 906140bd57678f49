/* The lines that a net has scored, and what becomes of each. */

#ifndef ROWS_H
#define ROWS_H

#include <math.h>

#include "memory.h"
#include "utf8.h"

enum { OPEN = 1, SPARED = 2, SAYS_TITLE = 4 }; /* bits of what is known of a line; OPEN: nobody takes it */
/* Why a line goes: the hundredths of its score, or one of these. */
enum { BY_SCORE = 100, AGAIN, AMONG_OTHERS, IS_TITLE, LINK_ABOVE, STAYS };
enum { FEWEST = 6 }; /* lines; fewer show too little to judge them by: a paragraph and its list are all there is */

/* What is known of all lines of a page or dump, their texts as in `columns`. */
typedef struct {
    const char *texts;
    int64_t size;
    const uint8_t *states;
    const double *scores;
    int32_t many;
    double least; /* lines that score less go */
} scored;

/* A line that is open, and what becomes of it. */
typedef struct {
    text said;
    double score;
    int64_t length; /* characters */
    int32_t number;
    uint8_t state, why;
} row;

typedef struct {
    row *at;
    int32_t many;
} rows;

static int read_rows(const scored *given, memory *from, rows *out) {
    text *texts = ROOM(from, text, given->many);
    *out = (rows){ROOM(from, row, given->many), 0};
    if (from->failed)
        return NO_MEMORY;
    split(given->texts, given->size, given->many, texts);
    for (int32_t number = 0; number < given->many; number++)
        if (given->states[number] & OPEN)
            out->at[out->many++] = (row){texts[number], given->scores[number], length_of(texts[number]),
                                         number,        given->states[number], STAYS};
    return DONE;
}

static uint8_t by_score(double score) { return (uint8_t)rint(BY_SCORE * fmin(fmax(score, 0), 1)); }

/* Lines that score too low go. Where all do, the best are kept: a page is never emptied. */
static void judge_scores(rows *lines, double least) {
    double best = 0;
    for (int32_t place = 0; place < lines->many; place++)
        best = fmax(best, lines->at[place].score);
    double limit = lines->many < FEWEST ? 0 : fmin(least, best / 2);
    for (row *line = lines->at; line < lines->at + lines->many; line++)
        if (line->score < limit && !(line->state & SPARED))
            line->why = by_score(line->score);
}

#endif
