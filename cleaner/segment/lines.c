/* The lines of a text dump: parted at every line break, white space folded, empty ones left out. See text.py. */
#include "line_fields.h"
#include "text.h"

#define EXPORT __attribute__((visibility("default")))

/* What comes out; the buffers are read by Python and then freed. */
typedef struct {
    Buffer texts;  /* each line, and a NUL behind it */
    Buffer fields; /* of each its `LineFields`; the mark of a Markdown heading is a marker too */
} Lines;

static const char *behind_break(const char *at, const char *end) {
    bool is_pair = *at == '\r' && end - at > 1 && at[1] == '\n';
    return at + (is_pair ? 2 : space_at(at, end));
}

/* Append the rest of a line, folded; no-break spaces inside stay. Gives where it ends in the text. */
static const char *fold_line(const char *at, const char *end, Buffer *texts) {
    char *next = texts->data + texts->size, *solid = next;
    while (at < end) {
        if (FIRST[(unsigned char)*at] == SOLID) { /* as most are */
            *next++ = *at++;
            for (; end - at >= 8 && is_folded(at); at += 8, next += 8)
                memcpy(next, at, 8);
            solid = next;
            continue;
        }
        Space found = white_at(at, end);
        if (found.kind == LINE_BREAK)
            break;
        size_t size = found.kind == SOLID ? 1 : found.size;
        if (found.kind != PLAIN) {
            memcpy(next, at, size);
            next += size;
        } else if (next[-1] != ' ') {
            *next++ = ' ';
        }
        at += size;
        if (found.kind == SOLID)
            solid = next;
    }
    texts->size = (size_t)(solid - texts->data);
    return at;
}

/* Bytes of the mark of a Markdown heading that a line begins with. */
static size_t heading_mark(const char *line, const char *end) {
    size_t size = 0;
    while (size < 6 && line + size < end && line[size] == '#')
        size++;
    return size && is_gap(line + size, end) ? size : 0;
}

/* What is known of a line whose marker has so many bytes. */
static void add_fields(Lines *out, int32_t kind, bool gap, int32_t indent, const char *line, size_t marker) {
    const LineFields fields = {
        .kind = kind, .gap = gap, .indent = indent, .marker = (int32_t)count_characters(line, marker), .box = -1};
    append(&out->fields, &fields, sizeof fields);
}

/* Add the line that begins at `start` and is the last of the texts, and before it the dates that it begins with. */
static void add_line(Lines *out, size_t start, bool gap, int32_t indent) {
    char *line = out->texts.data + start, *end = out->texts.data + out->texts.size;
    for (size_t size; (size = date_prefix(line, end)); line += size + 1, gap = true) {
        line[size] = 0;
        add_fields(out, TEXT, gap, indent, line, 0);
    }
    size_t item = list_marker(line, end), heading = item ? 0 : heading_mark(line, end);
    add_fields(out, item ? ITEM : heading ? HEADING : TEXT, gap, indent, line, item + heading);
    append_char(&out->texts, 0);
}

/* How many lines have more bytes than `longest`; counted to `most`. */
EXPORT size_t lines_longer(const char *text, size_t size, size_t longest, size_t most) {
    size_t found = 0;
    for (const char *at = text, *end = text + size; at < end && found < most;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (stop == NULL)
            stop = end;
        found += (size_t)(stop - at) > longest;
        at = stop + 1;
    }
    return found;
}

EXPORT void lines_free(Lines *out) {
    free(out->texts.data);
    free(out->fields.data);
    *out = (Lines){0};
}

/* The lines of a text that holds no NUL. Gives 0, or 1: no memory left. */
EXPORT int lines_split(const char *text, size_t size, Lines *out) {
    *out = (Lines){0};
    const char *at = text, *end = text + size;
    int32_t indent = 0;
    bool gap = true;
    if (!reserve(&out->texts, size + 1)) /* folding never adds, and a NUL stands where the line break was */
        return 1;
    while (at < end && !out->fields.failed) {
        Space found = white_at(at, end);
        if (found.kind == PLAIN || found.kind == NO_BREAK) {
            at += found.size;
            indent++;
            continue;
        }
        if (found.kind == SOLID) {
            size_t start = out->texts.size;
            at = fold_line(at, end, &out->texts);
            add_line(out, start, gap, indent);
        }
        gap = found.kind == LINE_BREAK;
        indent = 0;
        if (at < end)
            at = behind_break(at, end);
    }
    return out->texts.failed || out->fields.failed;
}
