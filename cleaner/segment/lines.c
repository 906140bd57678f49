/* The lines of a text dump: parted at every line break that Unicode knows, white space folded, empty ones left out.

White space and line breaks are those of Python's `str.isspace` and `str.splitlines`. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

enum { DATE = 15 }; /* bytes of a date that a crawler wrote */

enum white { NONE, PLAIN, NO_BREAK, LINE_BREAK };

/* What the first byte of a character tells: one of the above, or that the bytes behind it must be looked at. */
enum { UNDECIDED = 4 };
static const uint8_t FIRST[256] = {
    ['\t'] = PLAIN, ['\n'] = LINE_BREAK, ['\v'] = LINE_BREAK, ['\f'] = LINE_BREAK, ['\r'] = LINE_BREAK,
    [0x1c] = LINE_BREAK, [0x1d] = LINE_BREAK, [0x1e] = LINE_BREAK, [0x1f] = PLAIN, [' '] = PLAIN,
    [0xc2] = UNDECIDED, [0xe1] = UNDECIDED, [0xe2] = UNDECIDED, [0xe3] = UNDECIDED,
};

struct space {
    enum white kind;
    int size; /* in bytes */
};

/* Of a character whose first byte does not tell. */
static struct space wide_space(const uint8_t *at, ptrdiff_t left) {
    const unsigned second = left > 1 ? at[1] : 0, third = left > 2 ? at[2] : 0;
    if (at[0] == 0xc2) {
        return (struct space){second == 0x85 ? LINE_BREAK : second == 0xa0 ? NO_BREAK : NONE, 2};
    }
    switch ((unsigned)at[0] << 16 | second << 8 | third) {
    case 0xe280a8: /* U+2028 */
    case 0xe280a9:
        return (struct space){LINE_BREAK, 3};
    case 0xe280af: /* U+202F */
        return (struct space){NO_BREAK, 3};
    case 0xe19a80: /* U+1680 */
    case 0xe2819f: /* U+205F */
    case 0xe38080: /* U+3000 */
        return (struct space){PLAIN, 3};
    default: /* U+2000 to U+200A */
        return (struct space){at[0] == 0xe2 && second == 0x80 && third >= 0x80 && third <= 0x8a ? PLAIN : NONE, 3};
    }
}

/* The white space that stands here, if any does. */
static inline struct space space_at(const uint8_t *at, const uint8_t *end) {
    const uint8_t first = FIRST[*at];
    return first == UNDECIDED ? wide_space(at, end - at) : (struct space){(enum white)first, 1};
}

static const uint8_t *behind_break(const uint8_t *at, const uint8_t *end) {
    const bool is_pair = *at == '\r' && end - at > 1 && at[1] == '\n';
    return at + (is_pair ? 2 : space_at(at, end).size);
}

/* Copies the rest of a line, folded; gives where it ends in the text, and sets where its copy does. */
static const uint8_t *fold_line(const uint8_t *at, const uint8_t *end, uint8_t **out) {
    uint8_t *next = *out, *solid = next;
    while (at < end) {
        if (!FIRST[*at]) {
            *next++ = *at++;
            solid = next;
            continue;
        }
        const struct space found = space_at(at, end);
        if (found.kind == LINE_BREAK) {
            break;
        }
        if (found.kind == PLAIN) {
            if (next[-1] != ' ') {
                *next++ = ' ';
            }
            at += found.size;
            continue;
        }
        const int size = found.kind == NONE ? 1 : found.size;
        memcpy(next, at, (size_t)size);
        next += size;
        at += size;
        if (found.kind == NONE) {
            solid = next;
        }
    }
    *out = solid;
    return at;
}

static bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

/* Whether a line is parted here from something behind it. */
static bool is_gap(const uint8_t *at, const uint8_t *end) {
    if (at == end) {
        return false;
    }
    const struct space found = space_at(at, end);
    return found.kind != NONE && at + found.size < end && space_at(at + found.size, end).kind == NONE;
}

/* How many bytes the list marker is long that a line begins with; 0 if it begins with none. */
static int marker_size(const uint8_t *line, const uint8_t *end, const char *bullets) {
    int size = 0;
    while (size < 3 && line + size < end && is_digit(line[size])) {
        size++;
    }
    if (size) {
        const bool is_number = line + size < end && (line[size] == '.' || line[size] == ')');
        return is_number && is_gap(line + size + 1, end) ? size + 1 : 0;
    }
    for (; *bullets; bullets += size) {
        size = (uint8_t)*bullets < 0x80 ? 1 : 3;
        if (*line == (uint8_t)*bullets && end - line > size && !memcmp(line, bullets, (size_t)size)) {
            return is_gap(line + size, end) ? size : 0;
        }
    }
    return 0;
}

/* How many signs the mark of a Markdown heading has that a line begins with. */
static int heading_size(const uint8_t *line, const uint8_t *end) {
    int size = 0;
    while (size < 6 && line + size < end && line[size] == '#') {
        size++;
    }
    return size && is_gap(line + size, end) ? size : 0;
}

/* Whether a line begins with a crawler's date and a space: `date 2021-06-07 `. */
static bool has_date(const uint8_t *line, const uint8_t *end) {
    static const char FORM[] = "date 0000-00-00 ";
    if (end - line < DATE + 1) {
        return false;
    }
    for (int at = 0; at <= DATE; at++) {
        if (FORM[at] == '0' ? !is_digit(line[at]) : line[at] != (uint8_t)FORM[at]) {
            return false;
        }
    }
    return true;
}

/* What is written down of the lines. */
struct lines {
    uint8_t *markers, *gaps;
    int64_t *indents, many;
};

static void add(struct lines *lines, int marker, bool gap, int64_t indent) {
    lines->markers[lines->many] = (uint8_t)marker;
    lines->gaps[lines->many] = gap;
    lines->indents[lines->many++] = indent;
}

/* Adds the line that stands here, and before it the dates it begins with. */
static void add_line(struct lines *lines, uint8_t *line, const uint8_t *end, bool gap, int64_t indent,
                     const char *bullets) {
    for (; has_date(line, end); line += DATE + 1) {
        line[DATE] = 0;
        add(lines, 0, gap, indent);
        gap = true;
    }
    const int size = marker_size(line, end, bullets);
    const bool is_wide = size && *line >= 0x80;
    add(lines, size ? (is_wide ? 1 : size) : heading_size(line, end), gap, indent);
}

/* An upper bound for the number of lines. */
EXPORT int64_t most_lines(const uint8_t *text, int64_t size) {
    int64_t breaks = 1;
    for (int64_t at = 0; at < size; at++) {
        const uint8_t byte = text[at];
        breaks += (byte >= '\n' && byte <= '\r') || (byte >= 0x1c && byte <= 0x1e) || byte == 0x85 || byte == 0xa8
                  || byte == 0xa9; /* the last bytes of those that are no ASCII */
    }
    return breaks + size / (DATE + 1);
}

/* Writes the lines of a text that holds no NUL, a NUL behind each, and gives how many there are; `used` is how long
all are together. Of each: how many characters its list marker has, or the mark of a Markdown heading; whether a
paragraph break stands before it; by how many characters it is indented. `out` has room for the text and one byte. */
EXPORT int64_t split_lines(const uint8_t *text, int64_t size, const char *bullets, uint8_t *out, int64_t *used,
                           uint8_t *markers, uint8_t *gaps, int64_t *indents) {
    struct lines lines = {markers, gaps, indents, 0};
    const uint8_t *at = text, *const end = text + size;
    uint8_t *next = out;
    int64_t indent = 0;
    bool gap = true;
    while (at < end) {
        struct space found = space_at(at, end);
        if (found.kind == PLAIN || found.kind == NO_BREAK) {
            at += found.size;
            indent++;
            continue;
        }
        if (found.kind == NONE) {
            uint8_t *line = next;
            at = fold_line(at, end, &next);
            add_line(&lines, line, next, gap, indent, bullets);
            *next++ = 0;
        }
        gap = found.kind == LINE_BREAK;
        indent = 0;
        if (at < end) {
            at = behind_break(at, end);
        }
    }
    *used = next - out;
    return lines.many;
}
