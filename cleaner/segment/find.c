/* Elements of a parsed page by their tag and one attribute, with all that they say. See find.py. */
#include "buffer.h"
#include "tree.h"

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

/* As much of it as there is room for, in whole characters. */
static Text beginning(Text text, size_t room) {
    if (text.size <= room)
        return text;
    while (room && ((unsigned char)text.data[room] & 0xc0) == 0x80)
        room--;
    return (Text){text.data, room};
}

/* Append the text of an element, a line feed behind each piece; what is too long is cut, or elements that nest would
 * write the same text over and over. */
static void append_pieces(const Search *search, const Node *top, Buffer *out) {
    size_t room = (size_t)search->longest;
    for (const Node *node = top->first_child; node && room; node = behind(node, top))
        if (node->name == search->text) {
            Text text = beginning(text_of(node), room);
            append(out, text.data, text.size);
            append_char(out, '\n');
            room -= text.size + 1 < room ? text.size + 1 : room;
        }
}

/* Append an element: its text, piece by piece, and its attributes, each as its name and its value, or what stands for
 * none. Gives how many attributes there are. */
static int32_t append_element(const Search *search, const Element *element, Buffer *out) {
    int32_t many = 0;
    append_pieces(search, &element->node, out);
    append_char(out, 0);
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
    append_pieces(search, top, out);
    append_char(out, 0);
    return out->failed;
}

/* The numbers of the tags of what a head says. */
typedef struct {
    uint64_t title, meta, link;
} HeadTags;

static Text attribute_of(const Search *search, const Element *element, const char *called) {
    Text wanted = {called, strlen(called)};
    for (const Attribute *one = element->first_attribute; one; one = one->next)
        if (equals(name_of(search, one), wanted))
            return value_of(one);
    return (Text){"", 0};
}

/* What a `meta` is called: its property, its name or its itemprop, the first that is not empty. */
static Text called(const Search *search, const Element *meta) {
    static const char *const names[] = {"property", "name", "itemprop"};
    Text found = {"", 0};
    for (size_t number = 0; number < sizeof names / sizeof *names && found.size == 0; number++)
        found = attribute_of(search, meta, names[number]);
    return found;
}

static void append_stated(Buffer *out, const char *tag, Text name, Text content) {
    append(out, tag, strlen(tag) + 1);
    append_text(out, name);
    append_text(out, content);
}

/* Write what each title, named `meta` and canonical link of a head says: its tag, its name, its content. What is empty
 * says nothing. Gives 0, or 1: no memory left. */
EXPORT int find_stated(const Node *head, const Search *search, const HeadTags *tags, Buffer *out) {
    static const Text canonical = {"canonical", sizeof "canonical" - 1};
    *out = (Buffer){0};
    for (const Node *node = head->first_child; node; node = behind(node, head)) {
        const Element *element = (const Element *)node;
        if (node->name == tags->title) {
            append(out, "title\0", sizeof "title\0"); /* the tag, and no name */
            append_pieces(search, node, out);
            append_char(out, 0);
        } else if (node->name == tags->meta) {
            Text name = called(search, element), content = attribute_of(search, element, "content");
            if (name.size && content.size)
                append_stated(out, "meta", name, content);
        } else if (node->name == tags->link && is_same(attribute_of(search, element, "rel"), canonical, true)) {
            Text address = attribute_of(search, element, "href");
            if (address.size)
                append_stated(out, "link", canonical, address);
        }
    }
    return out->failed;
}
