/* The lines of a page: all white space in them is layout, no-break spaces too. */
#ifndef CLEANER_PAGE_LINES_H
#define CLEANER_PAGE_LINES_H

#include "walking.h"

static bool is_blank(Text text) {
    const char *at = text.data, *end = at + text.size;
    for (size_t space; at < end; at = past_spaces(at + space, end))
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
            at = past_spaces(at + space, end);
            continue;
        }
        if (waiting)
            *to++ = ' ';
        waiting = false;
        *to++ = *at++;
        for (; end - at >= 8 && is_folded(at); at += 8, to += 8) /* most of a text stands as it is */
            memcpy(to, at, 8);
    }
    out->size = (size_t)(to - out->data);
    return out->size - start;
}

/* Append every line of the text folded. Blank ones are left out; or, where it is `spaced`, all but one between two. */
static void append_lines(Buffer *out, Text text, bool spaced) {
    const char *at = text.data, *end = at + text.size;
    size_t start = out->size;
    bool blank = false;
    while (at < end) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        Text line = {at, (size_t)((feed ? feed : end) - at)};
        if (is_blank(line)) {
            blank = true;
        } else {
            if (out->size > start)
                append(out, "\n\n", blank && spaced ? 2 : 1);
            append_folded(out, line);
            blank = false;
        }
        at += line.size + 1;
    }
}

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
    const LineFields fields = {.kind = kind,
                               .gap = gap,
                               .marker = (int32_t)marker,
                               .box = in->box,
                               .images = walk->images,
                               .tag = in->tag_number};
    const int32_t taken[] = {walk->line_count, order};
    append(&walk->out->lines, &fields, sizeof fields);
    append(&walk->out->links, &links, sizeof links);
    if (order != NONE)
        append(&walk->out->taken, taken, sizeof taken);
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
    if (in->kind == CODE)
        append_lines(texts, (Text){parts->data, parts->size}, true);
    else
        append_folded(texts, (Text){parts->data, parts->size});
    size_t size = texts->size - start;
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

/* Make one line of a whole element's text. */
static void take(Walk *walk, Text text, int32_t order, const Frame *in) {
    size_t start = walk->out->texts.size;
    append_lines(&walk->out->texts, text, false);
    if (walk->out->texts.size > start)
        add_line(walk, TEXT, true, 0, in, 0, order);
}

/* `<br>`: the next line belongs to the same paragraph, unless nothing stood before the break. */
static void break_line(Walk *walk, const Frame *in) {
    bool continues = walk->has_parts;
    flush(walk, in);
    walk->gap = !continues;
}

static void add_box(Walk *walk, int32_t parent, Text tag, Text class, Text ident) {
    append(&walk->out->parents, &parent, sizeof parent);
    append(&walk->out->box_tags, tag.data, tag.size);
    append_char(&walk->out->box_tags, 0);
    append(&walk->out->names, class.data, class.size);
    if (ident.size) {
        append_char(&walk->out->names, ' ');
        append(&walk->out->names, ident.data, ident.size);
    }
    append_char(&walk->out->names, 0);
    walk->box_count++;
}

#endif
