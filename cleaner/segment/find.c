/* Elements of a parsed page by their tag and one attribute, with all that they say. See find.py. */
#include "pieces.h"

#define EXPORT __attribute__((visibility("default")))

#define NO_VALUE "\xed\xa0\x80" /* a surrogate, which no page can say */

typedef enum { ANY, HAS, IS, HOLDS } Asks; /* nothing, the attribute, its value, a word of its value */

/* One alternative of a selector. */
typedef struct {
    uint64_t tag, name; /* their numbers; 0 for any tag, and for an attribute that the parser learns from the page */
    const char *attribute, *value;
    int32_t asks, ignores_case;
} Wanted;

/* What is asked for, and the names of attributes by number. */
typedef struct {
    const Wanted *wanted;
    const char *const *attribute_names;
    uint64_t text; /* the number of texts */
    int32_t count, only_first;
    int64_t longest; /* bytes of text of one element */
} Search;

static Text name_of(const Search *search, const Attribute *attribute) {
    uintptr_t name = attribute->node.name;
    if (name >= KNOWN)
        return learnt_name(name);
    return (Text){search->attribute_names[name], strlen(search->attribute_names[name])};
}

static bool is_called(const Wanted *wanted, const Attribute *attribute) {
    uintptr_t name = attribute->node.name;
    if (wanted->name || name < KNOWN)
        return wanted->name == name;
    return equals(learnt_name(name), (Text){wanted->attribute, strlen(wanted->attribute)});
}

static char small(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c; }

static bool is_same(Text one, Text other, bool ignores_case) {
    if (one.size != other.size)
        return false;
    for (size_t i = 0; i < one.size; i++)
        if (ignores_case ? small(one.data[i]) != small(other.data[i]) : one.data[i] != other.data[i])
            return false;
    return true;
}

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

static bool holds_word(Text text, Text word, bool ignores_case) {
    const char *at = text.data, *end = at + text.size;
    while (at < end) {
        const char *start = at;
        while (at < end && !is_space(*at))
            at++;
        if (at > start && is_same((Text){start, (size_t)(at - start)}, word, ignores_case))
            return true;
        at++;
    }
    return false;
}

static bool is_meant(const Wanted *wanted, const Element *element) {
    if (wanted->tag && wanted->tag != element->node.name)
        return false;
    if (wanted->asks == ANY)
        return true;
    for (const Attribute *one = element->first_attribute; one; one = one->next)
        if (is_called(wanted, one)) {
            Text value = {wanted->value, strlen(wanted->value)};
            return wanted->asks == HAS || (wanted->asks == IS ? is_same(value_of(one), value, wanted->ignores_case)
                                                              : holds_word(value_of(one), value, wanted->ignores_case));
        }
    return false;
}

static void append_text(Buffer *out, Text text) {
    append(out, text.data, text.size);
    append_char(out, 0);
}

/* Append an element: its text, piece by piece, and its attributes, each as its name and its value, or what stands for
 * none. Gives how many attributes there are. */
static int32_t append_element(const Search *search, const Element *element, Buffer *out) {
    int32_t many = 0;
    append_pieces(&element->node, search->text, (size_t)search->longest, out);
    for (const Attribute *one = element->first_attribute; one; one = one->next, many++) {
        append_text(out, name_of(search, one));
        append_text(out, one->value ? value_of(one) : (Text){NO_VALUE, sizeof NO_VALUE - 1});
    }
    return many;
}

EXPORT void find_free(Buffer *out) {
    free(out->data);
    *out = (Buffer){0};
}

/* The elements below `top` that are meant, in their order, and for each the number of the alternative that means it and
 * how many attributes it has. Gives 0, or 1: no memory left. */
EXPORT int find_elements(const Node *top, const Search *search, Buffer *out, Buffer *numbers) {
    *out = *numbers = (Buffer){0};
    for (const Node *node = top->first_child; node; node = behind(node, top)) {
        int32_t number = 0;
        if (node->type != 1)
            continue;
        while (number < search->count && !is_meant(&search->wanted[number], (const Element *)node))
            number++;
        if (number == search->count)
            continue;
        const int32_t told[] = {number, append_element(search, (const Element *)node, out)};
        append(numbers, told, sizeof told);
        if (search->only_first)
            break;
    }
    return out->failed || numbers->failed;
}

/* The text of one element. Gives 0, or 1: no memory left. */
EXPORT int find_text(const Node *top, const Search *search, Buffer *out) {
    *out = (Buffer){0};
    append_pieces(top, search->text, (size_t)search->longest, out);
    return out->failed;
}
