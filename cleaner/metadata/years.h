/* Whether a text may have a year: few do, and to look for dates costs far more. */
#ifndef CLEANER_YEARS_H
#define CLEANER_YEARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Text in UTF-8. */
typedef struct {
    const uint8_t *at, *end;
} Text;

static inline bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

/* Other scripts have digits of their own. */
static inline bool may_be_digit(uint8_t byte) { return is_digit(byte) || byte >= 0x80; }

/* Whether a year of this century or the last may begin here, with two bytes or more to come. */
static inline bool may_be_year(const uint8_t *at, bool is_first) {
    return ((at[0] == '2' && at[1] == '0') || (at[0] == '1' && at[1] == '9')) && may_be_digit(at[2]) &&
           (is_first || !is_digit(at[-1]));
}

/* Whether it may have such a year, or a day such as 24.12.21. */
static bool may_have_year(Text text) {
    int dots = 0;
    for (const uint8_t *at = text.at; at + 2 < text.end; at++) {
        if (*at < '.' || *at > '2')
            continue; /* as most do */
        dots += *at == '.' && may_be_digit(at[1]);
        if (dots > 1 || may_be_year(at, at == text.at))
            return true;
    }
    return false;
}

#endif
