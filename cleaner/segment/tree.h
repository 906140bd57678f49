/* The tree of the parser, read where it lies. The layout is that of lexbor 2.x on machines of 64 bits; `native.py`
 * checks it against what the parser itself says before the first page. Nothing here writes. */
#ifndef CLEANER_TREE_H
#define CLEANER_TREE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct Node Node;
typedef struct Attribute Attribute;

struct Node {
    void *events;
    uintptr_t name; /* number of the tag; of one that the parser does not know, the address of an Entry */
    uintptr_t prefix, space;
    void *document;
    const Node *next, *previous, *parent, *first_child, *last_child;
    void *user;
    uintptr_t type;
};

typedef struct {
    const char *data;
    size_t size;
} Text;

typedef struct {
    Node node;
    Text text;
} TextNode;

typedef struct {
    Node node;
    uintptr_t upper_name, qualified_name, is_value;
    const Attribute *first_attribute;
} Element;

struct Attribute {
    Node node;
    uintptr_t upper_name, qualified_name;
    const Text *value;
    const Element *owner;
    const Attribute *next;
};

/* A name that the parser has learnt from the page. */
typedef struct {
    union {
        const char *elsewhere;
        char here[24];
    };
    size_t size;
} Entry;

enum { KNOWN = 1 << 9, LONGEST_HERE = 16 }; /* numbers of names the parser knows are below */

static inline Text text_of(const Node *node) { return ((const TextNode *)node)->text; }

static inline Text value_of(const Attribute *attribute) {
    return attribute->value && attribute->value->data ? *attribute->value : (Text){"", 0};
}

static inline Text learnt_name(uintptr_t name) {
    const Entry *entry = (const Entry *)name;
    return (Text){entry->size <= LONGEST_HERE ? entry->here : entry->elsewhere, entry->size};
}

static inline bool equals(Text one, Text other) {
    return one.size == other.size && memcmp(one.data, other.data, one.size) == 0;
}

/* The node behind `node` in document order, below `top`; NULL behind the last one. */
static inline const Node *behind(const Node *node, const Node *top) {
    if (node->first_child)
        return node->first_child;
    while (node != top && node->next == NULL)
        node = node->parent;
    return node == top ? NULL : node->next;
}

#endif
