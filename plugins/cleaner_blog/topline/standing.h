/* Where a line stands: among the prose, the other lines that may be the headline, and what rules know. */

#ifndef STANDING_H
#define STANDING_H

#include "prose.h"

enum { APART = 10 };                         /* lines between two of prose that still belong together */
enum { AROUND = 8, MOST_AROUND = 6 };        /* lines around; and candidates among them that are not yet many */
enum { LEAST_BLANKS = 4, MOST_BLANKS = 20 }; /* of a line that has as many words as headlines have */
static const double LIKE_THE_LARGEST = 0.3;  /* share of the largest text's size that another has which is no teaser */

/* Lines of prose that stand together: from one place among all prose to another. */
typedef struct {
    int32_t first, behind;
} together;

/* The prose of a dump. */
typedef struct {
    const dump *of;
    int64_t sizes[ALL_PROSE + 1]; /* characters of all before each */
    together largest;
    int32_t begins; /* the line with which the first text begins that is no teaser */
} standing;

static int64_t size_of(const standing *by, together lines) { return by->sizes[lines.behind] - by->sizes[lines.first]; }

static together together_from(const dump *of, int32_t first) {
    int32_t behind = first + 1;
    while (behind < of->prose_many && of->prose[behind] - of->prose[behind - 1] <= APART)
        behind++;
    return (together){first, behind};
}

static void find_texts(standing *by) {
    const dump *of = by->of;
    for (together next = {0, 0}; next.behind < of->prose_many;) {
        next = together_from(of, next.behind);
        if (next.first == 0 || size_of(by, next) > size_of(by, by->largest))
            by->largest = next;
    }
    together first = together_from(of, 0);
    while ((double)size_of(by, first) < LIKE_THE_LARGEST * (double)size_of(by, by->largest))
        first = together_from(of, first.behind);
    by->begins = of->prose[first.first];
}

static standing new_standing(const dump *of) {
    standing made = {.of = of};
    for (int32_t place = 0; place < of->prose_many; place++)
        made.sizes[place + 1] = made.sizes[place] + said_by(&of->lines[of->prose[place]]);
    find_texts(&made);
    return made;
}

/* How many lines of prose stand above a line. */
static int32_t prose_above(const dump *of, int32_t number) {
    int32_t place = 0;
    while (place < of->prose_many && of->prose[place] < number)
        place++;
    return place;
}

static bool has_words(const line *of) { return of->blanks >= LEAST_BLANKS && of->blanks <= MOST_BLANKS; }

static int32_t worded_above(const dump *of, int32_t number) {
    int32_t found = 0;
    for (int32_t above = number > WORDED ? number - WORDED : 0; above < number; above++)
        found += has_words(&of->lines[above]) && !(of->known[above] & CLAIMED);
    return found;
}

/* Whether another that may be the headline, and has words, is one of the next three lines. */
static bool is_over_another(const dump *of, int32_t place) {
    for (int32_t next = place + 1; next < of->near_many && of->near[next] <= of->near[place] + 3; next++)
        if (of->lines[of->near[next]].blanks >= LEAST_BLANKS)
            return true;
    return false;
}

/* Whether many others that may be the headline are around one. */
static bool is_crowded(const dump *of, int32_t place) {
    const int32_t number = of->near[place];
    int32_t first = place, behind = place + 1;
    while (first > 0 && of->near[first - 1] >= number - AROUND)
        first--;
    while (behind < of->near_many && of->near[behind] <= number + AROUND)
        behind++;
    return behind - first > MOST_AROUND;
}

static bool is_under_short(const dump *of, int32_t number) {
    return number > 0 && of->lines[number - 1].blanks <= 2 && !of->markers[number - 1];
}

/* Answer the questions about the line at this place among those that may be the headline. */
static bool *ask_standing(const standing *by, int32_t place, bool *answer) {
    const dump *of = by->of;
    const int32_t number = of->near[place], above = prose_above(of, number), words = worded_above(of, number);
    const int64_t *sizes = by->sizes, past = sizes[above], close = past - sizes[prose_above(of, number - 16)];
    *answer++ = above < of->prose_many && of->prose[above] - number <= 3;
    *answer++ = above > 1;
    *answer++ = sizes[prose_above(of, number + 17)] - past >= 1500;
    *answer++ = close >= 300;
    *answer++ = close >= 1000;
    *answer++ = past * 3 >= sizes[of->prose_many];
    *answer++ = by->begins > number && by->begins - number <= 12;
    *answer++ = of->gaps[number];
    *answer++ = of->gaps[number + 1];
    *answer++ = is_among(of, number - 4, number, SIGN);
    *answer++ = is_over_another(of, place);
    *answer++ = is_under_short(of, number);
    *answer++ = is_among(of, number + 1, number + 7, DATE);
    *answer++ = is_among(of, number - 3, number, DATE);
    *answer++ = is_among(of, number - 8, number, MENU);
    *answer++ = is_crowded(of, place);
    *answer++ = words >= 1;
    *answer++ = words >= 4;
    *answer++ = of->markers[number];
    return answer;
}

#endif
