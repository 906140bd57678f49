/* The rules about elements of a plan: which rule is the first to take an element. Made once, then only read. */
#ifndef CLEANER_RULES_H
#define CLEANER_RULES_H

#include "table.h"
#include "text.h"

enum {
    NOTHING = 1 << 30, /* the order of no rule: later than every rule */
    LONGEST_CLASS = 512,
    MOST_WORDS = 32,
    LONGEST_ID = 4, /* words; a longer id, like any id of a heading, is a slug of the text and can hold any word */
    SPARING = 1,    /* spares what holds much of the page's prose */
    NAMED = 2,      /* goes by the words of names */
    UNSEEN = 4,     /* takes phrases out of sentences as well */
};

/* Lists of strings in one, each ended by NUL; the list by an empty one. */
typedef const char *List;

typedef struct {
    int32_t order, next;
    Text tag, ident; /* data is NULL where nothing is asked for */
    List classes;
    List attributes; /* names and values, by turns; a value that begins with '=' is asked for, "*" is any */
    Text inside;     /* a tag that must be above */
    List not_inside; /* tags that must not be */
} Selector;

typedef struct {
    int32_t order, next;
    List words;
} Words;

typedef enum { BY_TAG, BY_CLASS, BY_ID, BY_ATTRIBUTE, BY_ANCESTOR, BY_LINK, INDEXES } Index;

typedef struct {
    Selector *selectors;
    Words *words;
    size_t selector_count, word_count;
    Table index[INDEXES];        /* to the first selector of a chain */
    Table by_word;               /* to the first entry of a chain */
    const unsigned char *traits; /* of each rule */
    int32_t rule_count;
    const Text *tag_names, *attribute_names; /* of the numbers below KNOWN */
} Rules;

/* What an element shows to the rules. */
typedef struct {
    Text tag, class, ident;
    const Attribute *attributes;
} Shown;

static Text next_of(List *list) {
    Text item = {*list, strlen(*list)};
    *list += item.size + 1;
    return item;
}

static Text attribute_name(const Rules *rules, const Attribute *attribute) {
    uintptr_t name = attribute->node.name;
    return name < KNOWN ? rules->attribute_names[name] : learnt_name(name);
}

static const Attribute *attribute_named(const Rules *rules, const Attribute *attribute, Text name) {
    while (attribute && !equals(attribute_name(rules, attribute), name))
        attribute = attribute->next;
    return attribute;
}

/* The next word between white space, from `*at` on; its size is 0 behind the last one. */
static Text next_token(const char **at, const char *end) {
    size_t space;
    while (*at < end && (space = space_at(*at, end)))
        *at += space;
    const char *start = *at;
    while (*at < end && !space_at(*at, end))
        (*at)++;
    return (Text){start, (size_t)(*at - start)};
}

static bool has_token(Text text, Text wanted) {
    const char *at = text.data, *end = at + text.size;
    for (Text token = next_token(&at, end); token.size; token = next_token(&at, end))
        if (equals(token, wanted))
            return true;
    return false;
}

static bool has_attributes(const Rules *rules, List wanted, const Attribute *attributes) {
    while (*wanted) {
        Text name = next_of(&wanted), value = next_of(&wanted);
        const Attribute *found = attribute_named(rules, attributes, name);
        if (found == NULL || (value.data[0] == '=' && !equals(value_of(found), (Text){value.data + 1, value.size - 1})))
            return false;
    }
    return true;
}

static bool matches(const Rules *rules, const Selector *selector, const Shown *element) {
    if (selector->tag.data && !equals(selector->tag, element->tag))
        return false;
    if (selector->ident.data && !equals(selector->ident, element->ident))
        return false;
    for (List classes = selector->classes; *classes;)
        if (!has_token(element->class, next_of(&classes)))
            return false;
    return has_attributes(rules, selector->attributes, element->attributes);
}

/* The earliest of the selectors under a key that match, or `order` if that is earlier. */
static int32_t first_match(const Rules *rules, Index index, Text key, const Shown *element, int32_t order) {
    for (int32_t i = look_up(&rules->index[index], key); i != NONE; i = rules->selectors[i].next) {
        const Selector *selector = &rules->selectors[i];
        if (selector->order < order && matches(rules, selector, element))
            order = selector->order;
    }
    return order;
}

static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/* The words of a name, in small letters (`site`, `header`, `top` of `siteHeader_top`); `lower` has room for them. What
   has a digit before a change of case was drawn by lot, as `k9dAdTo` is. */
static size_t words_of(Text name, char *lower, Text *words) {
    size_t count = 0;
    char *start = lower;
    bool has_digit = false;
    for (size_t i = 0; i <= name.size && count < MOST_WORDS; i++) {
        char c = i < name.size ? name.data[i] : '-';
        bool ends = c == '-' || c == '_';
        has_digit = !ends && (has_digit || (c >= '0' && c <= '9'));
        if (ends || (i && is_upper(c) && is_lower(name.data[i - 1]) && !has_digit)) {
            words[count++] = (Text){start, (size_t)(lower - start)};
            start = lower;
        }
        if (!ends)
            *lower++ = is_upper(c) ? (char)(c + 'a' - 'A') : c;
    }
    return count;
}

static bool has_all(List needed, const Text *words, size_t count) {
    while (*needed) {
        Text one = next_of(&needed);
        size_t i = 0;
        while (i < count && !equals(words[i], one))
            i++;
        if (i == count)
            return false;
    }
    return true;
}

/* How many of the words say what an element is; those behind say what it has: `anchorWithStickyNavbar`. */
static size_t telling(const Text *words, size_t count) {
    static const char *const HAVING[] = {"has", "with", "without", "no"};
    for (size_t i = 1; i < count; i++)
        for (size_t j = 0; j < sizeof HAVING / sizeof *HAVING; j++)
            if (equals(words[i], (Text){HAVING[j], strlen(HAVING[j])}))
                return i;
    return count;
}

/* The first rule that takes a name by its words. */
static int32_t by_words(const Rules *rules, Text name) {
    char lower[LONGEST_CLASS];
    Text words[MOST_WORDS];
    int32_t order = NOTHING;
    if (name.size > sizeof lower)
        return NOTHING;
    size_t count = telling(words, words_of(name, lower, words));
    for (size_t i = 0; i < count; i++)
        for (int32_t at = look_up(&rules->by_word, words[i]); at != NONE; at = rules->words[at].next)
            if (rules->words[at].order < order && has_all(rules->words[at].words, words, count))
                order = rules->words[at].order;
    return order;
}

static bool begins_with(Text text, const char *start) {
    size_t size = strlen(start);
    return text.size >= size && memcmp(text.data, start, size) == 0;
}

/* Classes that say what an element has, or under which terms WordPress files the post it wraps; and those of what folds
   out, whose buttons are headings. */
static bool is_untelling(Text name) {
    static const char *const STARTS[] = {"has-", "no-", "with-", "without-", "category-", "tag-", "tax-", "accordion"};
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
        if (begins_with(name, STARTS[i]))
            return true;
    return false;
}

static int32_t by_classes(const Rules *rules, const Shown *element, int32_t order) {
    const char *at = element->class.data;
    const char *end = at + (element->class.size < LONGEST_CLASS ? element->class.size : LONGEST_CLASS);
    bool is_filed = false; /* what WordPress writes behind `hentry` are terms, too, of whatever kind */
    for (Text name = next_token(&at, end); name.size; name = next_token(&at, end)) {
        order = first_match(rules, BY_CLASS, name, element, order);
        is_filed = is_filed || equals(name, (Text){"hentry", 6});
        int32_t own = is_filed || is_untelling(name) ? NOTHING : by_words(rules, name);
        if (own < order)
            order = own;
    }
    return order;
}

static bool is_slug(Text tag, Text ident) {
    if (tag.size == 2 && tag.data[0] == 'h' && tag.data[1] >= '1' && tag.data[1] <= '6')
        return true;
    int joints = 0;
    for (size_t i = 0; i < ident.size; i++)
        joints += ident.data[i] == '-' || ident.data[i] == '_';
    return joints >= LONGEST_ID;
}

/* Whether it is a section that pandoc made, `level2`: its id is a slug of its heading. */
static bool is_level(Text class) {
    return class.size == 6 && begins_with(class, "level") && class.data[5] >= '1' && class.data[5] <= '6';
}

static int32_t by_ident(const Rules *rules, const Shown *element, int32_t order) {
    order = first_match(rules, BY_ID, element->ident, element, order);
    if (!is_slug(element->tag, element->ident) && !is_level(element->class)) {
        int32_t own = by_words(rules, element->ident);
        if (own < order)
            order = own;
    }
    return order;
}

/* The first rule that takes the element for what it shows itself, or NOTHING. */
static int32_t order_of(const Rules *rules, const Shown *element) {
    int32_t order = first_match(rules, BY_TAG, element->tag, element, NOTHING);
    if (element->class.size)
        order = by_classes(rules, element, order);
    if (element->ident.size)
        order = by_ident(rules, element, order);
    if (rules->index[BY_ATTRIBUTE].count)
        for (const Attribute *one = element->attributes; one; one = one->next)
            order = first_match(rules, BY_ATTRIBUTE, attribute_name(rules, one), element, order);
    return order;
}

#endif
