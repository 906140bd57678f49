/* Lines of a parsed page, in one read-only walk over its tree. See walk.py.
 *
 * The walk keeps its own stack, so depth costs no recursion, and does not descend into
 * an element that a rule takes whole: such an element is one line, and one entry of the ledger.
 */
#include "rules.h"

#define EXPORT __attribute__((visibility("default")))

enum { HEADING, PARAGRAPH, ITEM, CAPTION, QUOTE, CELL, CODE, TEXT };
/* What a tag means; these are bits, and the kind of its lines stands above them. */
enum { INLINE = 1, INVISIBLE = 2, PICTURE = 4, UNCHECKED = 8, BREAK = 16, LINK = 32, TIGHT = 64, FORM = 128, KIND = 8 };
enum { OWN_KIND = 15 }; /* of tags that leave the kind of line as it is */
enum { LINE_FIELDS = 7, BOX_FIELDS = 2 };

/* On 924 pages no boilerplate element holds so much prose, and names do lie (`share-container`, `page1-footer` around
 * whole articles). In characters, and hundredths of the page's. */
enum { PROSE_PIECE = 80, SOME_PROSE = 200, LEAST_PROSE = 600, PROSE_SHARE = 40 };

/* What Python knows about tags: their meanings by number, and the numbers of some names. */
typedef struct {
    const uint16_t *meanings;
    uintptr_t text, class_name, ident_name, href_name;
} Language;

typedef struct {
    const Node *node;
    bool is_block, in_link, confined;
    int kind;
    Text tag;
    int32_t tag_number, box;
} Frame;

/* What comes out; all but the counts are read by Python and then freed. */
typedef struct {
    Buffer texts, names, tags, code;
    Buffer lines, links, boxes;
    int64_t longest; /* characters of the longest line that no rule took */
    int32_t failed;
} Result;

typedef struct {
    const Rules *rules;
    const Language *language;
    Result *out;
    const Node *root, *body;
    Table queried, inside, spine, protected;
    bool knows_protected;
    int64_t prose; /* of the body; -1 while nobody has asked */
    unsigned char doubted;
    int32_t outside;
    Buffer parts, inner;
    Frame *stack;
    size_t depth, room;
    bool has_parts, gap;
    size_t linked;
    int32_t images, line_count, box_count, tag_count;
    const char *last_tag;
    int last_kind;
    bool last_tight, failed;
} Walk;

static bool is_text(const Walk *walk, const Node *node) { return node->name == walk->language->text; }

static uint16_t meaning_of(const Walk *walk, uintptr_t name) {
    return name < KNOWN ? walk->language->meanings[name] : OWN_KIND << KIND;
}

static Text tag_of(const Walk *walk, uintptr_t name) {
    return name < KNOWN ? walk->rules->tag_names[name] : learnt_name(name);
}

static void add(Walk *walk, Table *table, const void *node, int32_t value) {
    int32_t *at = value_at(table, key_of(node));
    if (at == NULL)
        walk->failed = true;
    else if (*at == NONE)
        *at = value;
}

static void add_with_ancestors(Walk *walk, Table *table, const Node *node) {
    for (; node && look_up(table, key_of(node)) == NONE && !walk->failed; node = node->parent)
        add(walk, table, node, 0);
}

/* --- Text of a page: all white space in it is layout, no-break spaces too ----------------------------------------- */

static bool is_blank(Text text) {
    const char *at = text.data, *end = at + text.size;
    for (size_t space; at < end; at += space)
        if ((space = space_at(at, end)) == 0)
            return false;
    return true;
}

/* Append the text with every run of white space as one space, and none at its ends; gives the bytes written. */
static size_t append_folded(Buffer *out, Text text) {
    const char *at = text.data, *end = at + text.size;
    size_t start = out->size;
    bool waiting = false;
    if (!reserve(out, text.size + 1))
        return 0;
    char *to = out->data + start;
    while (at < end) {
        size_t space = FIRST[(unsigned char)*at] ? space_at(at, end) : 0;
        if (space) {
            waiting = to > out->data + start;
            at += space;
            continue;
        }
        if (waiting)
            *to++ = ' ';
        waiting = false;
        *to++ = *at++;
    }
    out->size = (size_t)(to - out->data);
    return out->size - start;
}

/* --- What rules must not take ------------------------------------------------------------------------------------ */

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
        text.data += space;
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
static int64_t prose_of(const Buffer *text) {
    int64_t prose = 0;
    const char *at = text->data, *end = at + text->size;
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
        Buffer kept = walk->inner;
        walk->inner = (Buffer){0};
        read_inner(walk, walk->body);
        walk->prose = prose_of(&walk->inner);
        walk->failed |= walk->inner.failed;
        free(walk->inner.data);
        walk->inner = kept;
    }
    return walk->prose;
}

/* Whether an element with the text `inner` holds too much of the page's prose to believe what its class says. */
static bool is_spared(Walk *walk, int32_t order, bool is_form) {
    unsigned char traits = order < walk->rules->rule_count ? walk->rules->traits[order] : 0;
    if (walk->doubted && (is_form || (traits & walk->doubted) == walk->doubted))
        return prose_of(&walk->inner) >= SOME_PROSE;
    if (!(traits & SPARING) || walk->inner.size < LEAST_PROSE)
        return false;
    int64_t prose = prose_of(&walk->inner);
    return prose >= LEAST_PROSE && prose * 100 >= PROSE_SHARE * prose_of_page(walk);
}

/* --- Lines ------------------------------------------------------------------------------------------------------- */

static int32_t number_of_tag(Walk *walk, uintptr_t name) {
    if (name < KNOWN)
        return (int32_t)name;
    Text tag = learnt_name(name);
    append(&walk->out->tags, tag.data, tag.size);
    append_char(&walk->out->tags, 0);
    return KNOWN + walk->tag_count++;
}

static bool is_tight(const Walk *walk, const Frame *in) {
    return in->tag_number < KNOWN && walk->language->meanings[in->tag_number] & TIGHT;
}

static void add_line(Walk *walk, int kind, bool gap, size_t marker, const Frame *in, double links, int32_t order) {
    const int32_t fields[LINE_FIELDS] = {
        kind, gap, (int32_t)marker, in->tag_number, in->box, walk->images, order,
    };
    append(&walk->out->lines, fields, sizeof fields);
    append(&walk->out->links, &links, sizeof links);
    append_char(&walk->out->texts, 0);
    walk->line_count++;
    walk->images = 0;
    walk->last_tight = is_tight(walk, in);
    walk->last_kind = kind;
}

/* What stands in a `pre`, white space and all. */
static void add_code(Walk *walk, const Frame *in, Text text) {
    if (in->kind == CODE) {
        append(&walk->out->code, text.data, text.size);
        append_char(&walk->out->code, 0);
    }
}

/* The crawler's dates in front of the line that begins at `start`, each as a line of its own. */
static size_t split_dates(Walk *walk, size_t start, const Frame *in) {
    Buffer *texts = &walk->out->texts;
    int32_t images = walk->images;
    size_t size;
    walk->images = 0;
    while ((size = date_prefix(texts->data + start, texts->data + texts->size))) {
        size_t rest = texts->size - start - size - 1;
        add_code(walk, in, (Text){texts->data + start, size});
        texts->size = start + size; /* the space behind becomes the end of the line */
        add_line(walk, in->kind, true, 0, in, 0, NONE);
        texts->size += rest;
        start += size + 1;
    }
    walk->images = images;
    return start;
}

/* End the current line, if there is any text in it. */
static void flush(Walk *walk, const Frame *in) {
    Buffer *parts = &walk->parts, *texts = &walk->out->texts;
    size_t start = texts->size, linked = walk->linked;
    bool gap = walk->gap;
    walk->has_parts = false;
    walk->linked = 0;
    walk->gap = true;
    size_t size = append_folded(texts, (Text){parts->data, parts->size});
    if (size == 0 || texts->failed) {
        parts->size = 0;
        return;
    }
    start = split_dates(walk, start, in);
    size = texts->size - start;
    if (gap && walk->line_count && walk->last_tight && is_tight(walk, in) && walk->last_kind == in->kind)
        gap = false;
    double links = linked ? (double)linked / (double)count_characters(parts->data, parts->size) : 0;
    size_t marker = list_marker(texts->data + start, texts->data + texts->size);
    if (marker)
        marker = count_characters(texts->data + start, marker);
    add_code(walk, in, (Text){parts->data, parts->size});
    if (size > (size_t)walk->out->longest) {
        int64_t length = (int64_t)count_characters(texts->data + start, size);
        walk->out->longest = length > walk->out->longest ? length : walk->out->longest;
    }
    add_line(walk, in->kind, gap, marker, in, links, NONE);
    parts->size = 0;
}

/* Make one line of a whole element's text: every line of it folded, empty ones left out. */
static void take(Walk *walk, Text text, int32_t order, const Frame *in) {
    Buffer *texts = &walk->out->texts;
    size_t start = texts->size;
    const char *at = text.data, *end = at + text.size;
    while (at < end) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        Text line = {at, (size_t)((feed ? feed : end) - at)};
        if (texts->size > start && !is_blank(line))
            append_char(texts, '\n');
        append_folded(texts, line);
        at += line.size + 1;
    }
    if (texts->size == start)
        return;
    add_line(walk, TEXT, true, 0, in, 0, order);
}

/* `<br>`: the next line belongs to the same paragraph, unless nothing stood before the break. */
static void break_line(Walk *walk, const Frame *in) {
    bool continues = walk->has_parts;
    flush(walk, in);
    walk->gap = !continues;
}

static void add_box(Walk *walk, int32_t parent, int32_t tag, Text class, Text ident) {
    const int32_t fields[BOX_FIELDS] = {parent, tag};
    append(&walk->out->boxes, fields, sizeof fields);
    append(&walk->out->names, class.data, class.size);
    if (ident.size) {
        append_char(&walk->out->names, ' ');
        append(&walk->out->names, ident.data, ident.size);
    }
    append_char(&walk->out->names, 0);
    walk->box_count++;
}

/* --- The walk ---------------------------------------------------------------------------------------------------- */

static bool push(Walk *walk, const Frame *frame) {
    if (walk->depth == walk->room) {
        size_t room = walk->room * 2 + 64;
        Frame *stack = realloc(walk->stack, room * sizeof *stack);
        if (stack == NULL)
            return !(walk->failed = true);
        walk->stack = stack;
        walk->room = room;
    }
    walk->stack[walk->depth++] = *frame;
    return true;
}

static bool stands_below(const Walk *walk, Text tag, const Frame *in) {
    if (equals(tag, in->tag) || (in->in_link && equals(tag, (Text){"a", 1})))
        return true;
    for (size_t i = 0; i < walk->depth; i++)
        if (equals(tag, walk->stack[i].tag))
            return true;
    return false;
}

static bool stands_in(const Walk *walk, const Selector *selector, const Frame *in) {
    if (selector->inside.data && !stands_below(walk, selector->inside, in))
        return false;
    for (List nots = selector->not_inside; *nots;)
        if (stands_below(walk, next_of(&nots), in))
            return false;
    return true;
}

/* The earliest of the selectors for this tag that also ask for what stands above. */
static int32_t by_place(const Walk *walk, Index index, const Shown *element, const Frame *in, int32_t order) {
    const Rules *rules = walk->rules;
    for (int32_t i = look_up(&rules->index[index], element->tag); i != NONE; i = rules->selectors[i].next) {
        const Selector *one = &rules->selectors[i];
        if (one->order < order && stands_in(walk, one, in) && matches(rules, one, element))
            order = one->order;
    }
    return order;
}

static Shown shown_by(const Walk *walk, const Node *node) {
    Shown element = {.tag = tag_of(walk, node->name), .attributes = ((const Element *)node)->first_attribute};
    for (const Attribute *one = element.attributes; one; one = one->next) {
        if (one->node.name == walk->language->class_name)
            element.class = value_of(one);
        else if (one->node.name == walk->language->ident_name)
            element.ident = value_of(one);
    }
    return element;
}

static int32_t order_at(Walk *walk, const Node *node, const Shown *element, const Frame *in) {
    int32_t order = order_of(walk->rules, element);
    order = by_place(walk, BY_ANCESTOR, element, in, order);
    if (in->in_link)
        order = by_place(walk, BY_LINK, element, in, order);
    int32_t queried = look_up(&walk->queried, key_of(node));
    if (queried != NONE && queried < order)
        order = queried;
    bool is_safe = order == NOTHING || in->kind == CODE || is_protected(walk, node); /* code quotes markup */
    return is_safe ? NOTHING : order;
}

static bool has_href(const Walk *walk, const Node *node) {
    const Attribute *one = ((const Element *)node)->first_attribute;
    while (one && one->node.name != walk->language->href_name)
        one = one->next;
    return one;
}

static int kind_within(int own, int kind) {
    bool is_sticky = kind == ITEM || kind == CAPTION || kind == QUOTE || kind == CODE;
    return own == OWN_KIND || (own == PARAGRAPH && is_sticky) ? kind : own;
}

static void read_text(Walk *walk, Text text, const Frame *in) {
    if (in->confined) {
        take(walk, text, walk->outside, in);
    } else if (walk->has_parts || !is_blank(text)) {
        append(&walk->parts, text.data, text.size);
        walk->has_parts = true;
        if (in->in_link)
            walk->linked += count_characters(text.data, text.size);
    }
}

/* An element without content, or whose content is not to be seen. */
static void pass_over(Walk *walk, const Node *node, uint16_t meaning, const Frame *in) {
    if (meaning & PICTURE) {
        walk->images++;
    } else if (meaning & BREAK) {
        break_line(walk, in);
    } else if (!(meaning & (INLINE | INVISIBLE))) {
        if (walk->has_parts)
            flush(walk, in);
        if (meaning >> KIND == CELL) /* the cells behind it stand in the columns they stand in */
            add_box(walk, in->box, number_of_tag(walk, node->name), (Text){"", 0}, (Text){"", 0});
    }
}

/* Go into the element; or take it as a whole, and give false. */
static bool enter(Walk *walk, const Node *node, uint16_t meaning, Frame *in) {
    Shown element = {.tag = tag_of(walk, node->name)};
    bool enclosed = in->confined, is_block = !(meaning & INLINE);
    int32_t order = NOTHING;
    if (in->confined && look_up(&walk->spine, key_of(node)) == NONE) {
        enclosed = look_up(&walk->inside, key_of(node)) == NONE;
        order = enclosed ? walk->outside : NOTHING;
    } else if (!(meaning & UNCHECKED)) {
        element = shown_by(walk, node);
        order = order_at(walk, node, &element, in);
    }
    if (is_block && walk->has_parts)
        flush(walk, in);
    if (order != NOTHING) {
        read_inner(walk, node);
        if (!is_spared(walk, order, meaning & FORM)) {
            Frame own = *in;
            own.tag_number = number_of_tag(walk, node->name);
            take(walk, (Text){walk->inner.data, walk->inner.size}, order, &own);
            return false;
        }
    }
    Frame outer = *in;
    outer.node = node;
    outer.is_block = is_block;
    if (!push(walk, &outer))
        return false;
    if (is_block) {
        in->tag_number = number_of_tag(walk, node->name);
        add_box(walk, in->box, in->tag_number, element.class, element.ident);
        in->box = walk->box_count - 1;
        in->tag = element.tag;
        in->kind = kind_within(meaning >> KIND, in->kind);
    } else if (meaning & LINK) {
        in->in_link = in->in_link || has_href(walk, node);
    }
    in->confined = enclosed;
    return true;
}

static void run(Walk *walk) {
    Frame in = {.kind = TEXT, .tag = tag_of(walk, walk->body->name), .tag_number = (int32_t)walk->body->name};
    in.confined = walk->outside != NOTHING;
    const Node *node = walk->body->first_child;
    add_box(walk, -1, in.tag_number, (Text){"", 0}, (Text){"", 0});
    while (!walk->failed) {
        if (node == NULL) {
            if (walk->has_parts && (walk->depth == 0 || walk->stack[walk->depth - 1].is_block))
                flush(walk, &in);
            if (walk->depth == 0)
                return;
            in = walk->stack[--walk->depth];
            node = in.node->next;
            continue;
        }
        uint16_t meaning = meaning_of(walk, node->name);
        if (is_text(walk, node))
            read_text(walk, text_of(node), &in);
        else if (meaning & INVISIBLE || node->first_child == NULL)
            pass_over(walk, node, meaning, &in);
        else if (enter(walk, node, meaning, &in)) {
            node = node->first_child;
            continue;
        }
        node = node->next;
    }
}

/* --- For Python, which keeps all strings that it hands over for as long as the rules live ------------------------ */

static const Text *texts_of(const char *const *strings) {
    Text *texts = calloc(KNOWN, sizeof *texts);
    for (size_t i = 0; texts && i < KNOWN; i++)
        texts[i] = (Text){strings[i], strlen(strings[i])};
    return texts;
}

EXPORT void rules_free(Rules *rules) {
    if (rules == NULL)
        return;
    for (size_t i = 0; i < INDEXES; i++)
        free_table(&rules->index[i]);
    free_table(&rules->by_word);
    free(rules->selectors);
    free(rules->words);
    free((void *)rules->tag_names);
    free((void *)rules->attribute_names);
    free(rules);
}

/* Rules without any selector yet; NULL if there is no memory left. `traits` are those of each rule, by its order. */
EXPORT Rules *rules_new(const char *const *tag_names, const char *const *attribute_names, const unsigned char *traits,
                        int32_t count) {
    Rules *rules = calloc(1, sizeof *rules);
    if (rules == NULL)
        return NULL;
    *rules = (Rules){.traits = traits, .rule_count = count};
    rules->tag_names = texts_of(tag_names);
    rules->attribute_names = texts_of(attribute_names);
    if (rules->tag_names && rules->attribute_names)
        return rules;
    rules_free(rules);
    return NULL;
}

static Text optional(const char *string) { return string ? (Text){string, strlen(string)} : (Text){NULL, 0}; }

/* Put what is the last of its list in front of the chain under its key. */
static int chain(Table *table, const char *key, int32_t *next, int32_t number) {
    int32_t *first = value_at(table, optional(key));
    if (first == NULL)
        return 1;
    *next = *first;
    *first = number;
    return 0;
}

EXPORT int rules_add_selector(Rules *rules, int index, const char *key, int32_t order, const char *tag,
                              const char *ident, List classes, List attributes, const char *inside, List not_inside) {
    Selector *selectors = realloc(rules->selectors, (rules->selector_count + 1) * sizeof *selectors);
    if (selectors == NULL)
        return 1;
    rules->selectors = selectors;
    Selector *own = &selectors[rules->selector_count];
    *own = (Selector){order, NONE, optional(tag), optional(ident), classes, attributes, optional(inside), not_inside};
    return chain(&rules->index[index], key, &own->next, (int32_t)rules->selector_count++);
}

EXPORT int rules_add_words(Rules *rules, const char *key, int32_t order, List needed) {
    Words *words = realloc(rules->words, (rules->word_count + 1) * sizeof *words);
    if (words == NULL)
        return 1;
    rules->words = words;
    Words *own = &words[rules->word_count];
    *own = (Words){order, NONE, needed};
    return chain(&rules->by_word, key, &own->next, (int32_t)rules->word_count++);
}

EXPORT void walk_free(Result *result) {
    Buffer *buffers[] = {&result->texts, &result->names, &result->tags,  &result->code,
                         &result->lines, &result->links, &result->boxes, NULL};
    for (Buffer **one = buffers; *one; one++)
        free((*one)->data);
    *result = (Result){0};
}

/* Walk from the body. `queried` are nodes with the order of the rule that asks for them; `inside` what the rule
 * `outside` keeps; rules with all the traits of `doubted` take no element with prose. Gives 0, or 1: no memory left. */
EXPORT int walk_page(const Rules *rules, const Language *language, const Node *root, const Node *body,
                     const void *const *queried, const int32_t *orders, size_t queried_count, int32_t outside,
                     const void *const *inside, size_t inside_count, int doubted, Result *result) {
    *result = (Result){0};
    Walk walk = {.rules = rules,
                 .language = language,
                 .out = result,
                 .root = root,
                 .body = body,
                 .prose = -1,
                 .doubted = (unsigned char)doubted,
                 .outside = outside,
                 .gap = true};
    for (size_t i = 0; i < queried_count; i++)
        add(&walk, &walk.queried, queried[i], orders[i]);
    for (size_t i = 0; i < inside_count; i++)
        add(&walk, &walk.inside, inside[i], 0);
    for (size_t i = 0; i < inside_count; i++)
        for (const Node *node = ((const Node *)inside[i])->parent; node; node = node->parent)
            if (look_up(&walk.inside, key_of(node)) == NONE)
                add(&walk, &walk.spine, node, 0);
    run(&walk);
    bool failed = walk.failed || walk.parts.failed || walk.inner.failed;
    const Buffer *written[] = {&result->texts, &result->names, &result->tags,  &result->code,
                               &result->lines, &result->links, &result->boxes, NULL};
    for (const Buffer **one = written; *one; one++)
        failed |= (*one)->failed;
    free(walk.parts.data);
    free(walk.inner.data);
    free(walk.stack);
    free_table(&walk.queried);
    free_table(&walk.inside);
    free_table(&walk.spine);
    free_table(&walk.protected);
    return failed;
}

/* The tag and the neighbours of a node, to be compared with what the parser says of it. */
EXPORT void walk_links(const Node *node, uint64_t links[4]) {
    links[0] = node->name;
    links[1] = (uintptr_t)node->next;
    links[2] = (uintptr_t)node->parent;
    links[3] = (uintptr_t)node->first_child;
}

/* The numbers of an element's attributes, as many as there is room for: so Python learns them. */
EXPORT size_t walk_numbers(const Node *node, uint64_t *numbers, size_t room) {
    size_t count = 0;
    for (const Attribute *one = ((const Element *)node)->first_attribute; one && count < room; one = one->next)
        numbers[count++] = one->node.name;
    return count;
}
