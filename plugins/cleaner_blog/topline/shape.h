/* What a line says in words of its own. */

#ifndef SHAPE_H
#define SHAPE_H

#include "prose.h"

enum { CREDIT = 1, NOTICE = 2 };

/* Words of credits and of notices, both sorted. */
static const char *const CREDITS[] = {"afp",    "bild",  "credit", "foto",    "fotos",  "getty",   "image",
                                      "images", "photo", "photos", "picture", "quelle", "reuters", "source"};
static const char *const NOTICES[] = {
    "abo",       "abonnement", "abonnieren",  "account",    "advertise",   "advertisement", "affiliate",     "anmelden",
    "anzeige",   "browser",    "click",       "comment",    "comments",    "commission",    "cookie",        "cookies",
    "copyright", "download",   "email",       "follow",     "javascript",  "log",           "login",         "mail",
    "menu",      "newsletter", "newsletters", "password",   "please",      "privacy",       "profile",       "search",
    "share",     "sign",       "subscribe",   "subscriber", "subscribers", "subscription",  "subscriptions", "visit"};
enum { LONGEST_TELLING = 16 }; /* bytes; these are shorter */
static const char *const COLON[] = {":", NULL};

static int compare_words(const void *word, const void *other) { return strcmp(word, *(const char *const *)other); }

#define IS_ONE_OF(word, words)                                                                                         \
    (bsearch((word), (words), sizeof(words) / sizeof *(words), sizeof *(words), compare_words) != NULL)

/* The kinds of the words that a text has of those. */
static int told_by(const uint32_t *characters, text of) {
    int found = 0;
    for (word next; next_word(characters, &of, &next);) {
        uint8_t small[2 * LONGEST_TELLING] = {0};
        if (next.text.size >= LONGEST_TELLING)
            continue;
        write_lower(characters, next.text, &(written){small, 0});
        found |= IS_ONE_OF(small, CREDITS) ? CREDIT : IS_ONE_OF(small, NOTICES) ? NOTICE : 0;
    }
    return found;
}

static bool is_separator(uint32_t code) {
    return code == '|' || code == 0x203A || code == 0xBB || code == '>' || code == 0x2022 || code == 0xB7; /* › » • · */
}

/* Whether a separator begins it, or stands between blanks. */
static bool has_separator(text line) {
    uint32_t before = ' ';
    for (const uint8_t *at = line.at, *const end = end_of(line); at < end;) {
        const bool is_first = at == line.at;
        const uint32_t code = next_character(&at, end);
        if (is_separator(code) && (is_first || (before == ' ' && at < end && *at == ' ')))
            return true;
        before = code;
    }
    return false;
}

/* Whether numbers stand in it that points, colons or slashes part, as in dates and times: 1.2.3. */
static bool has_numbers(const uint32_t *characters, text line) {
    enum { NOTHING, NUMBER, PARTED, SECOND, PARTED_AGAIN } seen = NOTHING;
    for (const uint8_t *at = line.at, *const end = end_of(line); at < end;) {
        const uint32_t code = next_character(&at, end);
        if (told_of(characters, code) & DECIMAL) {
            if (seen == PARTED_AGAIN)
                return true;
            seen = seen == PARTED || seen == SECOND ? SECOND : NUMBER;
        } else {
            const bool parts = code == '.' || code == ':' || code == '/';
            seen = !parts ? NOTHING : seen == NUMBER ? PARTED : seen == SECOND ? PARTED_AGAIN : NOTHING;
        }
    }
    return false;
}

/* Whether it has digits, and no letters. */
static bool is_number(const uint32_t *characters, text line) {
    bool found = false;
    for (const uint8_t *at = line.at, *const end = end_of(line); at < end;) {
        const uint32_t told = next_told(characters, &at, end);
        if (told & WORD && !(told & DECIMAL))
            return false;
        found |= (told & DECIMAL) != 0;
    }
    return found;
}

/* Whether a capital stands behind a small letter. */
static bool has_glued(const uint32_t *characters, text line) {
    uint32_t before = 0;
    for (const uint8_t *at = line.at, *const end = end_of(line); at < end;) {
        const uint32_t told = next_told(characters, &at, end);
        if (before & LOWER && told & UPPER)
            return true;
        before = told;
    }
    return false;
}

/* How many of its pieces between white space begin with a capital. */
static int32_t capitals(const uint32_t *characters, text line) {
    int32_t found = 0;
    bool is_first = true;
    for (const uint8_t *at = line.at, *const end = end_of(line); at < end;) {
        const uint32_t code = next_character(&at, end);
        found += is_first && told_of(characters, code) & CAPITAL;
        is_first = is_space(code);
    }
    return found;
}

static bool holds_sign(text line, const char *sign) {
    return holds(line, (text){(const uint8_t *)sign, (int64_t)strlen(sign)});
}

/* Answer the questions about a line. */
static bool *ask_shape(const dump *of, int32_t number, bool *answer) {
    const uint32_t *characters = of->characters;
    const text said = of->lines[number].text;
    const int32_t words = of->lines[number].blanks + 1;
    const int told = told_by(characters, said);
    *answer++ = words <= 2;
    *answer++ = words == 3 || words == 4;
    *answer++ = ends_with(said, ENDS);
    *answer++ = ends_with(said, COLON) || is_number(characters, said);
    *answer++ = has_separator(said) || has_numbers(characters, said);
    *answer++ = has_glued(characters, said);
    *answer++ = words > 3 && capitals(characters, said) * 10 >= 8 * words;
    *answer++ = told & CREDIT || holds_sign(said, "©");
    *answer++ = told & NOTICE;
    return answer;
}

#endif
