/* The prose of a dump, and the lines over it that may be its headline. */

#ifndef PROSE_H
#define PROSE_H

#include "dump.h"

/* Characters of a line. */
enum { PROSE = 110, DENSE_PROSE = 45, SHORT_PROSE = 60 };
enum { LONGEST = 220, SHORTEST = 8, SHORTEST_DENSE = 4, SHORTEST_ITEM = 15 };
enum { LONGEST_DATE = 80, LEAST_DIGITS = 4 };
/* Numbers of lines. */
enum { FEW_PROSE = 3 };         /* fewer that are long are not all prose there is */
enum { LEAST_PROSE = 2 };       /* over fewer there may be no headline, but the first of several questions */
enum { MOST_PROSE = 10 };       /* among so many the headline can stand: menus have teasers */
enum { ABOVE = 30, BELOW = 8 }; /* over the prose; and below the last that may be the headline */
enum { FARTHEST = 600 };        /* from the first to the last that may be it */
enum { WORDED = 12 };           /* over one of them, among which lines of words are counted */

static const char *const STOPS[] = {".", ",", ";", "。", "，", "；", "।", "۔", "؛", "،", NULL};
static const char *const ENDS[] = {".", "…", "。", "!”", ".”", ".\"", ".»", "।", "۔", NULL};

static bool ends_with(text line, const char *const *ends) {
    for (; *ends; ends++) {
        const int64_t size = (int64_t)strlen(*ends);
        if (line.size >= size && memcmp(end_of(line) - size, *ends, (size_t)size) == 0)
            return true;
    }
    return false;
}

static bool is_long(const line *of) {
    return of->length >= PROSE || (of->length >= DENSE_PROSE && of->dense >= DENSE_PROSE);
}

static bool is_sentence(const line *of) { return of->length >= SHORT_PROSE && ends_with(of->text, ENDS); }

static int32_t find_those(const dump *of, bool (*is_one)(const line *), int32_t *found) {
    int32_t many = 0;
    for (int32_t number = 0; number < of->many && many < ALL_PROSE; number++)
        if (!of->markers[number] && !(of->known[number] & CLAIMED) && is_one(&of->lines[number]))
            found[many++] = number;
    return many;
}

/* Short sentences are prose where there are no long ones. */
static void find_prose(dump *of) {
    of->prose_many = find_those(of, is_long, of->prose);
    if (of->prose_many < FEW_PROSE) {
        int32_t found[ALL_PROSE];
        const int32_t many = find_those(of, is_sentence, found);
        if (many >= FEW_PROSE) {
            memcpy(of->prose, found, sizeof found[0] * (size_t)many);
            of->prose_many = many;
        }
    }
}

/* Whether an item is no part of a list: nothing is right beside it, no other item above or below. */
static bool is_alone(const dump *of, int32_t item) {
    return of->gaps[item] && of->gaps[item + 1] && !of->markers[item + 1] && !(item && of->markers[item - 1]);
}

static bool may_be(const dump *of, int32_t number) {
    line own = of->lines[number];
    if (of->markers[number]) {
        own = measured(of->characters, own.body);
        if (own.length < SHORTEST_ITEM || !is_alone(of, number))
            return false;
    }
    const uint8_t *first = own.text.at;
    if (own.text.size == 0 || ends_with(own.text, STOPS) || said_by(&own) > LONGEST ||
        next_told(of->characters, &first, end_of(own.text)) & SMALL)
        return false;
    return own.length >= SHORTEST || (own.length >= SHORTEST_DENSE && dense_letters(of->characters, own.text));
}

static void find_near(dump *of) {
    if (of->prose_many < LEAST_PROSE)
        return;
    const int32_t start = of->prose[0] > ABOVE ? of->prose[0] - ABOVE : 0;
    int32_t stop = of->prose[(of->prose_many < MOST_PROSE ? of->prose_many : MOST_PROSE) - 1];
    stop = stop < start + FARTHEST ? stop : start + FARTHEST;
    for (int32_t number = start; number < stop; number++)
        if ((of->gaps[number] || of->gaps[number + 1]) && !(of->known[number] & CLAIMED) && may_be(of, number))
            of->near[of->near_many++] = number;
}

static bool may_have_date(const dump *of, const line *own) {
    int digits = 0;
    if (own->length < LONGEST_DATE)
        for (const uint8_t *at = own->text.at; at < end_of(own->text);)
            digits += (next_told(of->characters, &at, end_of(own->text)) & DECIMAL) != 0;
    return digits >= LEAST_DIGITS;
}

static void find_digits(dump *of) {
    if (of->near_many == 0)
        return;
    const int32_t first = of->near[0] > WORDED ? of->near[0] - WORDED : 0;
    const int32_t behind = of->near[of->near_many - 1] + BELOW;
    for (int32_t number = first; number < behind && number < of->many; number++)
        if (may_have_date(of, &of->lines[number]))
            of->digits[of->digits_many++] = number;
}

#endif
