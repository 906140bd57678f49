/* Lines of a parsed page, in one read-only walk over its tree. See walk.py.
 *
 * The walk keeps its own stack, so depth costs no recursion, and does not descend into
 * an element that a rule takes whole: such an element is one line, and one entry of the ledger.
 */
#include "page_lines.h"
#include "rules_made.h"
#include "sparing.h"

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

/* Where a block begins or ends, a paragraph does, whatever breaks stand there. */
static void end_paragraph(Walk *walk, const Frame *in) {
    if (walk->has_parts)
        flush(walk, in);
    walk->gap = true;
}

/* An element without content, or whose content is not to be seen. */
static void pass_over(Walk *walk, const Node *node, uint16_t meaning, const Frame *in) {
    if (meaning & PICTURE) {
        walk->images++;
    } else if (meaning & BREAK) {
        break_line(walk, in);
    } else if (!(meaning & (INLINE | INVISIBLE))) {
        end_paragraph(walk, in);
        if (meaning >> KIND == CELL) /* the cells behind it stand in the columns they stand in */
            add_box(walk, in->box, tag_of(walk, node->name), (Text){"", 0}, (Text){"", 0});
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
    if (is_block)
        end_paragraph(walk, in);
    if (order != NOTHING && !is_phrase(walk, node, meaning, order)) {
        read_inner(walk, node);
        if (!is_spared(walk, order, meaning & FORM) && !is_heading(walk, node, &element, in->kind)) {
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
        add_box(walk, in->box, tag_of(walk, node->name), element.class, element.ident);
        in->box = walk->box_count - 1;
        in->tag = element.tag;
        in->kind = kind_within(meaning >> KIND, in->kind);
    } else if (meaning & LINK) {
        in->in_link = in->in_link || has_href(walk, node);
    }
    in->confined = enclosed;
    return true;
}

/* What HTML does not know is a phrase in a paragraph, for its parser lets no block stand there; elsewhere a block. */
static uint16_t meaning_in(const Walk *walk, uintptr_t name, const Frame *in) {
    uint16_t meaning = meaning_of(walk, name);
    return name >= KNOWN && equals(in->tag, (Text){"p", 1}) ? meaning | INLINE : meaning;
}

static void run(Walk *walk) {
    Frame in = {.kind = TEXT, .tag = tag_of(walk, walk->body->name), .tag_number = (int32_t)walk->body->name};
    in.confined = walk->outside != NOTHING;
    const Node *node = walk->body->first_child;
    add_box(walk, -1, in.tag, (Text){"", 0}, (Text){"", 0});
    while (!walk->failed) {
        if (node == NULL) {
            if (walk->depth == 0 || walk->stack[walk->depth - 1].is_block)
                end_paragraph(walk, &in);
            if (walk->depth == 0)
                return;
            in = walk->stack[--walk->depth];
            node = in.node->next;
            continue;
        }
        uint16_t meaning = meaning_in(walk, node->name, &in);
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

EXPORT void walk_free(Result *result) {
    Buffer *buffers[] = {&result->texts, &result->tags,    &result->code,     &result->lines, &result->links,
                         &result->taken, &result->parents, &result->box_tags, &result->names};
    for (size_t number = 0; number < sizeof buffers / sizeof *buffers; number++)
        free(buffers[number]->data);
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
    const Buffer *written[] = {&result->texts, &result->tags,    &result->code,     &result->lines, &result->links,
                               &result->taken, &result->parents, &result->box_tags, &result->names};
    for (size_t number = 0; number < sizeof written / sizeof *written; number++)
        failed |= written[number]->failed;
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
