/* Where the article of a dump begins and ends. */

#ifndef OUTSIDE_H
#define OUTSIDE_H

#include "rows.h"

enum { MANY = 6 };                 /* lines, of which a share tells something */
static const double OUTSIDE = 0.9; /* lines that score less go */

/* What is known of where the article of a dump is. */
typedef struct {
    int32_t headline;     /* the line with which it begins, if that is not behind most of it */
    int32_t many;         /* of the following */
    const int32_t *lines; /* in their order: such as may stand below an article */
    const double *shares; /* of the lines behind each, that look like no article if none is */
} bounds;

/* The line in which half of the text is reached that stays. */
static int32_t middle_of(const rows *lines) {
    int64_t whole = 0, reached = 0;
    for (const row *line = lines->at; line < lines->at + lines->many; line++)
        whole += line->why == STAYS ? line->length : 0;
    for (const row *line = lines->at; line < lines->at + lines->many; line++) {
        reached += line->why == STAYS ? line->length : 0;
        if (line->why == STAYS && 2 * reached >= whole)
            return line->number;
    }
    return 0;
}

/* Whether nothing behind a line is the article, since so much of it looks like none. */
static bool is_over(const rows *lines, int32_t end, double share) {
    int32_t many = 0, low = 0;
    for (const row *line = lines->at; line < lines->at + lines->many; line++) {
        many += line->number > end;
        low += line->number > end && line->score < OUTSIDE;
    }
    return many >= MANY && low >= share * many;
}

/* Above the headline, and behind what stands below an article, a line stays only if it is surely part of it. At least
   half of the text that is left stands between. */
static void judge_outside(const bounds *of, rows *lines) {
    int32_t middle = middle_of(lines), start = of->headline <= middle ? of->headline : 0, number = 0;
    while (number < of->many && of->lines[number] <= middle)
        number++;
    int32_t end = number < of->many ? of->lines[number] : INT32_MAX;
    bool over = number < of->many && is_over(lines, end, of->shares[number]);
    for (row *line = lines->at; line < lines->at + lines->many; line++) {
        bool is_outside = line->number < start || line->number > end;
        if (line->why != STAYS || !is_outside)
            continue;
        if (line->score < OUTSIDE)
            line->why = by_score(line->score);
        else if (over && line->number > end)
            line->why = AMONG_OTHERS;
    }
}

/* The title is told, and needs not be in the text as well. */
static void judge_titles(rows *lines) {
    for (row *line = lines->at; line < lines->at + lines->many; line++)
        if (line->why == STAYS && line->state & SAYS_TITLE && line->score < OUTSIDE)
            line->why = IS_TITLE;
}

#endif
