/* Whether a dump may have sentences in pieces: Python, which puts them together, looks at no other. */

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

#endif
