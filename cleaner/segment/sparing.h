/* What rules must not take, whatever they say: the headline, the article, what holds much of the page's prose. */
#ifndef CLEANER_SPARING_H
#define CLEANER_SPARING_H

#include "walking.h"

static bool is_article_body(const Walk *walk, const Node *node) {
    const Attribute *first = ((const Element *)node)->first_attribute;
    const Attribute *found = attribute_named(walk->rules, first, (Text){"itemprop", 8});
    return found && has_token(value_of(found), (Text){"articleBody", 11});
}

/* The headline, the article, and what holds them. Of `article` the first can be the page's own, of `h1` the first two;
 * further ones are cards, comments, headings of sections. */
static void find_protected(Walk *walk) {
    int articles = 0, headlines = 0;
    for (const Node *node = walk->root; node && !walk->failed; node = behind(node, walk->root)) {
        if (node->type != 1)
            continue;
        Text tag = tag_of(walk, node->name);
        bool is_own = equals(tag, (Text){"article", 7}) ? articles++ < 1
                      : equals(tag, (Text){"h1", 2})    ? headlines++ < 2
                                                        : equals(tag, (Text){"main", 4}) || is_article_body(walk, node);
        if (is_own)
            add_with_ancestors(walk, &walk->protected, node);
    }
}

static bool is_protected(Walk *walk, const Node *node) {
    if (!walk->knows_protected) {
        walk->knows_protected = true;
        find_protected(walk);
    }
    return look_up(&walk->protected, key_of(node)) != NONE || look_up(&walk->spine, key_of(node)) != NONE;
}

static Text stripped(Text text) {
    const char *end = text.data + text.size;
    size_t space;
    while (text.data < end && (space = space_at(text.data, end)))
        text.data = past_spaces(text.data + space, end);
    while (text.data < end && (space = space_before(text.data, end)))
        end -= space;
    return (Text){text.data, (size_t)(end - text.data)};
}

/* All text of an element, a piece for each text, stripped; pieces are joined by line feeds. */
static void read_inner(Walk *walk, const Node *top) {
    Buffer *inner = &walk->inner;
    inner->size = 0;
    for (const Node *node = top->first_child; node; node = behind(node, top)) {
        if (!is_text(walk, node))
            continue;
        Text text = stripped(text_of(node));
        if (text.size == 0)
            continue;
        if (inner->size)
            append_char(inner, '\n');
        append(inner, text.data, text.size);
    }
}

/* Characters in pieces that are long enough to be prose. */
static int64_t prose_of(Text text) {
    int64_t prose = 0;
    const char *at = text.data, *end = at + text.size;
    while (at < end) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        size_t size = (size_t)((feed ? feed : end) - at);
        int64_t length = size >= PROSE_PIECE ? (int64_t)count_characters(at, size) : 0;
        prose += length >= PROSE_PIECE ? length : 0;
        at += size + 1;
    }
    return prose;
}

static int64_t prose_of_page(Walk *walk) {
    if (walk->prose < 0) {
        walk->prose = 0;
        for (const Node *node = walk->body->first_child; node; node = behind(node, walk->body))
            if (is_text(walk, node) && text_of(node).size >= PROSE_PIECE)
                walk->prose += prose_of(stripped(text_of(node)));
    }
    return walk->prose;
}

static bool is_control(const Walk *walk, const Shown *element) {
    const Attribute *role = attribute_named(walk->rules, element->attributes, (Text){"role", 4});
    return equals(element->tag, (Text){"button", 6}) || (role && equals(value_of(role), (Text){"button", 6}));
}

static bool holds_heading(const Walk *walk, const Node *top) {
    for (const Node *node = top->first_child; node; node = behind(node, top))
        if (node->type == 1 && meaning_of(walk, node->name) >> KIND == HEADING)
            return true;
    return false;
}

/* Whether an element holds a sentence, near its beginning. */
static bool holds_sentence(const Walk *walk, const Node *top) {
    int left = NEARBY;
    for (const Node *node = top->first_child; node && left--; node = behind(node, top)) {
        Text text = is_text(walk, node) ? stripped(text_of(node)) : (Text){"", 0};
        if (text.size >= PROSE_PIECE || (text.size >= SENTENCE && text.data[text.size - 1] == '.'))
            return true;
    }
    return false;
}

/* Whether a control says that it folds something out, and a sentence comes next: in the element behind it, or behind
   the one around it. */
static bool folds_out(const Walk *walk, const Node *node, const Shown *element) {
    if (!attribute_named(walk->rules, element->attributes, (Text){"aria-expanded", 13}))
        return false;
    const Node *next = node->next ? node->next : node->parent->next;
    while (next && next->type != 1)
        next = next->next ? next->next : next->parent == node->parent ? node->parent->next : NULL;
    return next && holds_sentence(walk, next);
}

/* Whether a control is the heading of an answer that folds out; its text is `inner`. Labels are shorter: `Contents`,
   `Forgot your password?`. */
static bool is_heading(const Walk *walk, const Node *node, const Shown *element, int kind) {
    if (walk->inner.size == 0 || !is_control(walk, element))
        return false;
    const char *text = walk->inner.data, *feed = memchr(text, '\n', walk->inner.size);
    size_t size = feed ? (size_t)(feed - text) : walk->inner.size;
    int blanks = 0;
    for (size_t i = 0; i < size; i++)
        blanks += text[i] == ' ';
    bool is_question = blanks >= BLANKS_OF_QUESTION && text[size - 1] == '?';
    return is_question || (blanks && (kind == HEADING || holds_heading(walk, node) || folds_out(walk, node, element)));
}

/* Bytes of the text right before and behind a phrase. */
static size_t around(const Walk *walk, const Node *phrase) {
    size_t size = walk->has_parts ? walk->parts.size : 0;
    int left = NEARBY;
    for (const Node *node = phrase->next; node && size < LEAST_AROUND && left--; node = node->next)
        size += is_text(walk, node) ? stripped(text_of(node)).size : 0;
    return size;
}

/* Whether the text behind a phrase goes on with a sentence. */
static bool goes_on(Text text) {
    return is_lower(*text.data) || memchr(",.;:)?!'", *text.data, 8) || begins_with(text, "\xe2\x80\x99");
}

/* Whether what was read of the line ends within a sentence. */
static bool is_open(const Walk *walk) {
    Text before = stripped((Text){walk->parts.data, walk->has_parts ? walk->parts.size : 0});
    return before.size && !memchr(".!?:|>)\"", before.data[before.size - 1], 8);
}

/* Whether an element is a phrase of a sentence: then it stays, whatever it is called, unless it is not to be seen. */
static bool is_phrase(const Walk *walk, const Node *node, uint16_t meaning, int32_t order) {
    if (!(meaning & INLINE) || order >= walk->rules->rule_count || walk->rules->traits[order] & UNSEEN)
        return false;
    if (node->next == NULL || !is_text(walk, node->next))
        return false;
    Text after = stripped(text_of(node->next));
    return after.size && (goes_on(after) || is_open(walk)) && around(walk, node) >= LEAST_AROUND;
}

/* Whether an element with the text `inner` holds too much of the page's prose to believe what its class says. */
static bool is_spared(Walk *walk, int32_t order, bool is_form) {
    unsigned char traits = order < walk->rules->rule_count ? walk->rules->traits[order] : 0;
    Text inner = {walk->inner.data, walk->inner.size};
    if (walk->doubted && (is_form || (traits & walk->doubted) == walk->doubted))
        return prose_of(inner) >= SOME_PROSE;
    if (!(traits & SPARING) || walk->inner.size < LEAST_PROSE)
        return false;
    int64_t prose = prose_of(inner);
    return prose >= LEAST_PROSE && prose * 100 >= PROSE_SHARE * prose_of_page(walk);
}

#endif
