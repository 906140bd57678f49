/* What a text may be, as its bytes tell: few texts are, and for these Python asks the rest. */
#ifndef CLEANER_LIKELY_H
#define CLEANER_LIKELY_H

#include "../characters.h"

/* Whether a year of this century or the last may begin here, with two bytes or more to come. */
static inline bool may_be_year(const uint8_t *at, bool is_first) {
    return ((at[0] == '2' && at[1] == '0') || (at[0] == '1' && at[1] == '9')) && may_be_digit(at[2]) &&
           (is_first || !is_digit(at[-1]));
}

/* Whether it may have such a year, or a day such as 24.12.21. */
static bool may_have_year(struct text text) {
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

/* The same of small letters and capitals, Latin ones and in either byte of Cyrillic ones, and of few others. */
static inline uint8_t folded(uint8_t byte) { return byte | (byte < 0x80 ? 0x20 : 0x21); }

/* Whether it begins so, case aside. A blank at the end stands for any byte that is no ASCII letter, and for no more. */
static bool begins_with(struct text text, const char *sign) {
    const uint8_t *at = text.at;
    for (; *sign && at < text.end && folded(*at) == folded((uint8_t)*sign); sign++)
        at++;
    return !*sign || (*sign == ' ' && (at == text.end || !is_letter(*at)));
}

/* Whether it begins with any of them; a NULL stands behind them. */
static bool begins_with_any(struct text text, const char *const *signs) {
    while (*signs && !begins_with(text, *signs))
        signs++;
    return *signs != NULL;
}

#endif
