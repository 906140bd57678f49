/* What a walk over a page knows on its way, and what comes out of it. */
#ifndef CLEANER_WALKING_H
#define CLEANER_WALKING_H

#include "line_fields.h"
#include "rules.h"

/* What a tag means; these are bits, and the kind of its lines stands above them. */
enum { INLINE = 1, INVISIBLE = 2, PICTURE = 4, UNCHECKED = 8, BREAK = 16, LINK = 32, TIGHT = 64, FORM = 128, KIND = 8 };
enum { OWN_KIND = 15 }; /* of tags that leave the kind of line as it is */

/* On 924 pages no boilerplate element holds so much prose, and names do lie (`share-container`, `page1-footer` around
 * whole articles). In characters, and hundredths of the page's. */
enum { PROSE_PIECE = 80, SOME_PROSE = 200, LEAST_PROSE = 600, PROSE_SHARE = 40 };
enum { BLANKS_OF_QUESTION = 4 }; /* at least, where a control is a question */
enum { LEAST_AROUND = 20 };      /* bytes of the text on both sides of a phrase that show a sentence */
enum { SENTENCE = 10 };          /* bytes that one with a full stop has at least */
enum { NEARBY = 64 };            /* nodes that are looked at for each: to look at all would cost the square of them */

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
    Buffer texts, tags, code, lines, links;
    Buffer taken;                    /* the numbers of lines that rules took, each with the order of the rule */
    Buffer parents, box_tags, names; /* of boxes */
    int64_t longest;                 /* characters of the longest line that no rule took */
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

#endif
