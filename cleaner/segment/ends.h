/* Where tags, comments, scripts and drawings end in a source, as the parser has it. */
#ifndef CLEANER_ENDS_H
#define CLEANER_ENDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    const char *at, *end;
} Span;

/* Tags that end a drawing which nobody has ended. */
static const char *const NEVER_DRAWN[] = {
    "b",      "big",     "blockquote", "body", "br",    "center", "code", "dd",  "div",  "dl", "dt",    "em",
    "embed",  "font",    "h1",         "h2",   "h3",    "h4",     "h5",   "h6",  "head", "hr", "i",     "img",
    "li",     "listing", "menu",       "meta", "nobr",  "ol",     "p",    "pre", "ruby", "s",  "small", "span",
    "strike", "strong",  "sub",        "sup",  "table", "tt",     "u",    "ul",  "var"};

static const char *find(Span source, char sign) { return memchr(source.at, sign, (size_t)(source.end - source.at)); }

static bool starts(Span source, const char *word) {
    size_t size = strlen(word);
    return (size_t)(source.end - source.at) >= size && memcmp(source.at, word, size) == 0;
}

static char lower(char sign) { return sign >= 'A' && sign <= 'Z' ? sign + ('a' - 'A') : sign; }

static bool is_space(char sign) { return sign == ' ' || (sign >= '\t' && sign <= '\r' && sign != '\v'); }

/* Whether a `<` before it is more than a sign. */
static bool begins_tag(char next) {
    next = lower(next);
    return (next >= 'a' && next <= 'z') || next == '/' || next == '!' || next == '?';
}

/* Whether `name` stands at a place, in whatever case, and not as the beginning of a longer one. */
static bool is_named(Span place, const char *name) {
    for (; *name; name++, place.at++)
        if (place.at == place.end || lower(*place.at) != *name)
            return false;
    return place.at < place.end && (is_space(*place.at) || *place.at == '/' || *place.at == '>');
}

/* Behind the tag that begins here; NULL if it does not end. A quote counts where a value begins, and nowhere else. */
static const char *end_of_tag(Span source) {
    while (source.at < source.end) {
        char sign = *source.at++;
        if (sign == '>')
            return source.at;
        if (sign != '=')
            continue;
        while (source.at < source.end && is_space(*source.at))
            source.at++;
        if (source.at < source.end && (*source.at == '"' || *source.at == '\'')) {
            sign = *source.at++;
            if ((source.at = find(source, sign)) == NULL)
                return NULL;
            source.at++;
        } else
            while (source.at < source.end && *source.at != '>' && !is_space(*source.at))
                source.at++;
    }
    return NULL;
}

/* Behind the comment that begins here; `<!-->` is a whole one, and `--!>` ends one too. */
static const char *end_of_comment(Span source) {
    const char *start = source.at + 4;
    for (source.at = start; source.at < source.end && (source.at = find(source, '>')); source.at++) {
        const char *at = source.at;
        if ((at[-1] == '-' && at[-2] == '-') || (at - start >= 3 && at[-1] == '!' && at[-2] == '-' && at[-3] == '-'))
            return at + 1;
    }
    return NULL;
}

static const char *behind(Span source, const char *word) {
    for (; source.at < source.end && (source.at = find(source, *word)); source.at++)
        if (starts(source, word))
            return source.at + strlen(word);
    return NULL;
}

/* The end tag of what holds no tags. */
static const char *tail_of(Span source, const char *name) {
    for (; source.at < source.end && (source.at = find(source, '<')); source.at++)
        if (source.end - source.at > 1 && source.at[1] == '/' && is_named((Span){source.at + 2, source.end}, name))
            return source.at;
    return NULL;
}

/* The end tag of a script. One that begins in a comment in it ends with an end tag of its own. */
static const char *tail_of_script(Span source) {
    const char *comment = NULL;
    bool has_inner = false;
    for (; source.at < source.end && (source.at = find(source, '<')); source.at++) {
        if (comment && behind((Span){comment, source.at}, "-->")) {
            comment = NULL;
            has_inner = false;
        }
        if (comment)
            comment = source.at;
        if (starts(source, "</") && is_named((Span){source.at + 2, source.end}, "script")) {
            if (!has_inner)
                return source.at;
            has_inner = false;
        } else if (comment)
            has_inner |= is_named((Span){source.at + 1, source.end}, "script");
        else if (starts(source, "<!--"))
            comment = source.at + 2;
    }
    return NULL;
}

static bool is_never_drawn(Span name) {
    for (size_t i = 0; i < sizeof NEVER_DRAWN / sizeof *NEVER_DRAWN; i++)
        if (is_named(name, NEVER_DRAWN[i]))
            return true;
    return false;
}

/* Behind what begins in a drawing with a `<`. What is foreign to it may hold all that a page does. */
static const char *end_in_drawing(Span source, Span name) {
    if (starts(source, "<!--"))
        return end_of_comment(source);
    if (starts(source, "<![CDATA["))
        return behind(source, "]]>");
    if (!begins_tag(source.at[1]))
        return name.at;
    const char *end = end_of_tag(name);
    bool is_foreign = end && end[-2] != '/' && source.at[1] != '/' && is_named(name, "foreignobject");
    return is_foreign ? tail_of((Span){end, source.end}, "foreignobject") : end;
}

/* The end tag of a drawing, or what the parser takes for its end. */
static const char *tail_of_drawing(Span source) {
    int64_t depth = 0;
    while (source.at && source.at < source.end && (source.at = find(source, '<')) && source.end - source.at > 2) {
        bool is_end = source.at[1] == '/';
        Span name = {source.at + 1 + is_end, source.end};
        if (is_never_drawn(name) || (is_end && depth == 0 && is_named(name, "svg")))
            return source.at;
        const char *end = end_in_drawing(source, name);
        if (is_named(name, "svg"))
            depth += is_end ? -1 : end && end[-2] != '/';
        source.at = end;
    }
    return NULL;
}

#endif
