/* Whether a dump may have sentences in pieces, and which lines may be some: Python, which knows all letters and puts
   them together, looks at no others. */

#ifndef PIECES_H
#define PIECES_H

#include "titles.h"

/* What a line begins with that goes on with a sentence, if it is no sign of ASCII. */
static const text CLOSING[] = {
    {(const uint8_t *)"”", sizeof "”" - 1},
    {(const uint8_t *)"»", sizeof "»" - 1},
    {(const uint8_t *)"、", sizeof "、" - 1},
    {(const uint8_t *)"。", sizeof "。" - 1},
};

/* Whether a line, with all that is behind it, begins with a sign that closes, and then no letter or digit of ASCII. */
static bool begins_closing(text rest) {
    if (rest.size > 0 && rest.at[0] < 0x80)
        return rest.at[0] != 0 && strchr(",.;:)", rest.at[0]) != NULL &&
               (rest.size == 1 || !is_ascii_letter(rest.at[1]));
    for (size_t number = 0; number < sizeof CLOSING / sizeof *CLOSING; number++)
        if (begins_with(rest, CLOSING[number]))
            return true;
    return false;
}

/* Whether a line below the first does. */
static bool any_begins_closing(text whole) {
    const uint8_t *at = whole.at, *const end = at + whole.size;
    while ((at = memchr(at, 0, (size_t)(end - at))) != NULL) {
        at++;
        if (begins_closing((text){at, end - at}))
            return true;
    }
    return false;
}

/* What is known of a line, in bits: nobody takes it or the one before, both say something, and it has no marker; then
   whether it may go on with a sentence, and whether the line before, which is no label, may be left open. */
enum { FOLLOWS = 1, MAY_GO_ON = 2, AFTER_OPEN = 4 };
enum { LONGER_THAN_LABEL = 20 }; /* characters */

/* Whether a character that has this byte is one of these signs of ASCII, or none of ASCII. */
static bool may_be(uint8_t byte, const char *signs) {
    return byte >= 0x80 || (byte != 0 && strchr(signs, byte) != NULL);
}

/* The bits of a line that follows another; neither is empty. */
static uint8_t follows(text before, text line) {
    uint8_t first = line.at[0], last = before.at[before.size - 1];
    bool begins_within = (first >= 'a' && first <= 'z') || may_be(first, ",.;:)]?!");
    bool is_ended = last < 0x80 && may_be(last, ".!?:");
    bool may_be_open = before.size >= LONGER_THAN_LABEL && may_be(last, ",(-");
    return FOLLOWS | (begins_within && !is_ended ? MAY_GO_ON : 0) | (may_be_open ? AFTER_OPEN : 0);
}

/* Write the bits of so many lines. */
static void find_pieces(const text *lines, int32_t many, const uint8_t *stages, const int32_t *markers, uint8_t *bits) {
    for (int32_t at = 1; at < many; at++) {
        bool says = lines[at].size > 0 && stages[at] == 0 && lines[at - 1].size > 0 && stages[at - 1] == 0;
        bits[at] = says && markers[at] == 0 ? follows(lines[at - 1], lines[at]) : 0;
    }
}

#endif
