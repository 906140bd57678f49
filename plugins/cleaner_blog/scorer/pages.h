/* Pages: what their elements say of lines, and the scores of the lines. */

#ifndef PAGES_H
#define PAGES_H

#include "containers.h"
#include "features.h"
#include "trees.h"
#include "vocabulary.h"

enum { LINE_KINDS = 8, AROUND = 4, BEGINS = 12 }; /* kinds of lines; containers; characters that lines begin with */
enum { OWN_NAMES = 3 }; /* containers whose names count each for itself; those of the others count together */
enum { BESIDE_COLUMNS = 3 * LEVELS - 2, BEREFT_COLUMNS = 2 * AROUND };
enum {
    AT_GAP = CHARACTER_COLUMNS + LINE_KINDS,
    AT_SIZE = AT_GAP + 2,
    AT_ECHOES = AT_SIZE + SIZE_COLUMNS,
    AT_POSITION = AT_ECHOES + ECHO_COLUMNS,
    AT_PICTURES = AT_POSITION + POSITION_COLUMNS,
    AT_NEAR = AT_PICTURES + 2,
    AT_HELD = AT_NEAR + NEAR_COLUMNS,
    AT_BESIDE = AT_HELD + HELD_COLUMNS * PAGE_GROUPS,
    AT_BEREFT = AT_BESIDE + BESIDE_COLUMNS,
    AT_ALIKE = AT_BEREFT + BEREFT_COLUMNS,
    PAGE_COLUMNS = AT_ALIKE + 2
};

/* What Python hands over of a page beside its lines. */
typedef struct {
    const int32_t *kinds;     /* of the lines, in the order of `Kind` */
    const int32_t *inside;    /* the box of each line */
    const char *tags, *names; /* of the boxes, in one */
    int64_t tags_size, names_size;
    const int32_t *parents; /* the box before it that is around each box */
    int32_t boxes;
} elements;

typedef struct {
    sheet lines;
    boxes known;
    text *tags, *names;    /* of boxes */
    int32_t *chain;        /* the ancestors of each line, lines x DEPTH */
    int32_t *left, *taken; /* lines of each box that are looked at, and that are not */
    int32_t *begins;       /* for each line the first that begins alike */
    int32_t *alike;        /* how many lines begin like this one, which is the first of them */
    uint8_t *kinds;
} page;

static void read_kinds(const elements *of, page *out) {
    for (int32_t line = 0; line < out->lines.many; line++) {
        int32_t kind = of->kinds[out->lines.rows[line]];
        out->kinds[line] = kind >= 0 && kind < LINE_KINDS ? (uint8_t)kind : LINE_KINDS - 1;
        out->lines.headings[line] = kind == 0;
    }
}

/* The boxes, and numbers for what they are called. */
static int read_boxes(const elements *of, memory *from, page *out) {
    int32_t many = of->boxes;
    out->known = (boxes){many, ROOM(from, int32_t, many), ROOM(from, int32_t, many)};
    out->tags = ROOM(from, text, many), out->names = ROOM(from, text, many);
    int32_t *tags = ROOM(from, int32_t, many), *names = ROOM(from, int32_t, many);
    int32_t (*both)[2] = take_piece(from, (size_t)many, sizeof *both, false);
    text *called = ROOM(from, text, many);
    if (from->failed)
        return NO_MEMORY;
    split(of->tags, of->tags_size, many, out->tags);
    split(of->names, of->names_size, many, out->names);
    if (first_alike(out->tags, many, from, tags) != DONE || first_alike(out->names, many, from, names) != DONE)
        return NO_MEMORY;
    for (int32_t box = 0; box < many; box++) {
        int32_t parent = of->parents[box];
        out->known.parents[box] = parent >= 0 && parent < box ? parent : 0;
        both[box][0] = tags[box], both[box][1] = names[box];
        called[box] = (text){(const uint8_t *)both[box], sizeof both[box]};
    }
    return first_alike(called, many, from, out->known.names);
}

/* Count the lines of each box, as far as lines look up. */
static void count_lines(const elements *of, page *out) {
    int32_t gone[DEPTH];
    for (int32_t line = 0, next = 0; line < out->lines.all; line++) {
        bool is_row = next < out->lines.many && out->lines.rows[next] == line;
        int32_t inside = of->inside[line] >= 0 && of->inside[line] < out->known.many ? of->inside[line] : 0;
        int32_t *chain = is_row ? out->chain + (int64_t)DEPTH * next++ : gone;
        find_ancestors(&out->known, inside, chain);
        for (int depth = 0; depth < DEPTH; depth++) {
            out->left[chain[depth]] += is_row;
            out->taken[chain[depth]] += out->lines.stages[line] != LIVE;
        }
    }
}

/* Which lines begin in the same way. */
static int find_alike(memory *from, page *out) {
    int32_t many = out->lines.many;
    if (first_beginnings(&out->lines, BEGINS, from, out->begins) != DONE)
        return NO_MEMORY;
    for (int32_t line = 0; line < many; line++)
        out->alike[out->begins[line]]++;
    return DONE;
}

/* Read a page with at least one box. */
static int read_page(const source *lines, const elements *of, const characters *known, memory *from, page *out) {
    if (read_lines(lines, known, from, &out->lines) != DONE || read_boxes(of, from, out) != DONE)
        return NO_MEMORY;
    int32_t many = out->lines.many;
    out->chain = ROOM(from, int32_t, (size_t)many *DEPTH), out->kinds = ROOM(from, uint8_t, many);
    out->left = TAKE(from, int32_t, of->boxes), out->taken = TAKE(from, int32_t, of->boxes);
    out->begins = ROOM(from, int32_t, many), out->alike = TAKE(from, int32_t, many);
    if (from->failed)
        return NO_MEMORY;
    out->lines.listed = out->lines.links;
    read_kinds(of, out);
    count_lines(of, out);
    if (find_containers(&out->known, out->chain, many, from, &out->lines.where) != DONE)
        return NO_MEMORY;
    return look_around(from, &out->lines) == DONE ? find_alike(from, out) : NO_MEMORY;
}

/* Whether the lines before and after stand in the same containers; which of them also hold the headline. */
static void beside_columns(const page *of, int32_t line, double *out) {
    const int32_t *first = of->lines.where.first + (int64_t)line * PAGE_GROUPS;
    const int32_t *after = of->lines.where.after + (int64_t)line * PAGE_GROUPS;
    int32_t top = of->lines.top;
    for (int level = 1; level < LEVELS; level++) {
        out[level - 1] = line > 0 && first[level] == first[level - PAGE_GROUPS];
        out[LEVELS + level - 2] = line + 1 < of->lines.many && first[level] == first[level + PAGE_GROUPS];
    }
    for (int level = 0; level < LEVELS; level++)
        out[2 * LEVELS - 2 + level] = top >= 0 && first[level] <= top && after[level] > top;
}

/* How many lines of the nearest containers others take, and which share. */
static void bereft_columns(const page *of, int32_t line, double *out) {
    for (int depth = 0; depth < AROUND; depth++) {
        int32_t box = of->chain[(int64_t)line * DEPTH + depth];
        double taken = of->taken[box];
        out[depth] = taken / (of->left[box] + taken);
        out[AROUND + depth] = log(1 + taken) / 4;
    }
}

/* Whether other lines begin in the same way, and whether one right beside it does. */
static void alike_columns(const page *of, int32_t line, double *out) {
    out[0] = of->alike[of->begins[line]] > 1;
    out[1] = line > 0 && of->begins[line] == of->begins[line - 1];
    out[1] += line + 1 < of->lines.many && of->begins[line] == of->begins[line + 1];
}

static double pictures_before(const source *of, const sheet *lines, int32_t line) {
    int32_t images = line < lines->many ? of->images[lines->rows[line]] : 0;
    return (images < 2 ? images : 2) * 0.5;
}

/* All columns of a line; `out` is zero so far. */
static void page_columns(const source *given, const page *of, int32_t line, double *out) {
    const sheet *lines = &of->lines;
    character_columns(&lines->counts[line], out);
    out[CHARACTER_COLUMNS + of->kinds[line]] = 1;
    out[AT_GAP] = given->gaps[lines->rows[line]];
    out[AT_GAP + 1] = lines->links[line];
    size_columns(lines, line, out + AT_SIZE);
    echo_columns(lines, line, out + AT_ECHOES);
    position_columns(lines, line, out + AT_POSITION);
    out[AT_PICTURES] = pictures_before(given, lines, line);
    out[AT_PICTURES + 1] = pictures_before(given, lines, line + 1);
    near_columns(lines, line, out + AT_NEAR);
    held_columns(lines, line, out + AT_HELD);
    beside_columns(of, line, out + AT_BESIDE);
    bereft_columns(of, line, out + AT_BEREFT);
    alike_columns(of, line, out + AT_ALIKE);
}

/* A net for pages, the words it knows, and the trees above it. */
typedef struct {
    characters known;
    vocabulary names, words;
    net net;
    forest above;
} page_model;

static bool fits_pages(const net *with, int32_t names, int32_t words) {
    int64_t inputs = PAGE_COLUMNS + (OWN_NAMES + 1) * (int64_t)names + words;
    return with->inputs == inputs && with->groups == PAGE_GROUPS && with->common == 0;
}

/* All that a container is called, its element with a `<` before it. */
static void box_words(const characters *known, text tag, text names, written *element, word_list *words) {
    int64_t size = tag.size < element->size - 1 ? tag.size : element->size - 1;
    element->at[0] = '<';
    memcpy(element->at + 1, tag.at, (size_t)size);
    element->size = size + 1;
    name_words(known, names, words);
}

static void add_names(const page_model *by, const page *of, int32_t box, double *sum) {
    uint8_t room[LONGEST_NAMES];
    written element = {room, sizeof room};
    word_list words;
    box_words(&by->known, of->tags[box], of->names[box], &element, &words);
    add_words(&by->names, &(text){element.at, element.size}, 1, sum);
    add_words(&by->names, words.words, words.many, sum);
}

/* The vectors of what the boxes around lines are called: those of the first box of each name, and of no others. */
static double *name_vectors(const page_model *by, const page *of, memory *from) {
    size_t width = (size_t)by->names.width;
    double *vectors = ROOM(from, double, (size_t)of->known.many *width);
    bool *is_done = TAKE(from, bool, of->known.many);
    if (from->failed)
        return NULL;
    for (int64_t place = 0; place < (int64_t)of->lines.many * DEPTH; place++) {
        int32_t box = of->known.names[of->chain[place]];
        if (is_done[box])
            continue;
        double *vector = memset(vectors + (size_t)box * width, 0, width * sizeof *vectors);
        add_names(by, of, box, vector);
        is_done[box] = true;
    }
    return vectors;
}

static void add_vector(const double *vector, int32_t width, double *sum) {
    for (int32_t column = 0; column < width; column++)
        sum[column] += vector[column];
}

/* All inputs of the net for a line; `out` is zero so far. */
static void page_inputs(const page_model *by, const source *given, const page *of, const double *vectors, int32_t line,
                        double *out) {
    int32_t width = by->names.width;
    word_list words;
    page_columns(given, of, line, out);
    out += PAGE_COLUMNS;
    for (int depth = 0; depth < DEPTH; depth++) {
        int32_t box = of->known.names[of->chain[(int64_t)line * DEPTH + depth]];
        add_vector(vectors + (int64_t)box * width, width, out + (depth < OWN_NAMES ? depth : OWN_NAMES) * width);
    }
    out += (OWN_NAMES + 1) * width;
    first_words(&by->known, of->lines.texts[line], &words);
    add_words(&by->words, words.words, words.many, out);
}

/* The first layer, and what the trees see of each line itself. */
static int read_lines_of(const page_model *by, const source *given, const page *of, memory *from, int16_t *hidden,
                         float *rows) {
    int64_t many = of->lines.many, inputs = by->net.inputs, stride = even(inputs);
    double *vectors = name_vectors(by, of, from), columns[inputs];
    int16_t *some = TAKE(from, int16_t, AT_ONCE *stride);
    if (from->failed)
        return NO_MEMORY;
    for (int64_t done = 0; done < many; done += AT_ONCE) {
        int64_t next = many - done < AT_ONCE ? many - done : AT_ONCE;
        for (int64_t line = 0; line < next; line++) {
            memset(columns, 0, sizeof columns);
            page_inputs(by, given, of, vectors, (int32_t)(done + line), columns);
            write_fixed(columns, inputs, some + line * stride);
            write_floats(columns, PAGE_COLUMNS, rows + (done + line) * PAGE_COLUMNS);
        }
        look_alone(&by->net, some, stride, next, hidden + done * even(by->net.hidden));
    }
    return DONE;
}

/* All three looks at a page of some lines. */
static int judge_page(const page_model *by, const source *given, const page *of, memory *from, double *scores) {
    int64_t many = of->lines.many;
    const places *where = &of->lines.where;
    int16_t *hidden = ROOM(from, int16_t, many *even(by->net.hidden));
    float *rows = new_rows(&by->above, many, from);
    amounts words = amounts_of(&of->lines);
    looks at;
    if (!new_looks(&by->net, many, hidden, from, &at) || read_lines_of(by, given, of, from, hidden, rows) != DONE ||
        look_once(&by->net, &words, where, from, &at) != DONE)
        return NO_MEMORY;
    look_again(&by->net, &at, many, scores);
    return by->above.many > 0 ? look_third(&by->above, rows, &words, where, from, scores) : DONE;
}

/* The scores of the lines of a page: 0 for those that are not looked at. */
static int page_scores(const page_model *by, const source *given, const elements *around, memory *from,
                       double *scores) {
    page of = {0};
    if (around->boxes < 1)
        return NO_FIT;
    if (read_page(given, around, &by->known, from, &of) != DONE)
        return NO_MEMORY;
    double *found = ROOM(from, double, of.lines.many);
    if (from->failed || (of.lines.many > 0 && judge_page(by, given, &of, from, found) != DONE))
        return NO_MEMORY;
    for (int32_t line = 0; line < of.lines.many; line++)
        scores[of.lines.rows[line]] = found[line];
    return DONE;
}

/* What the scorer sees of a page, for training: room that the caller has made, for all lines. */
typedef struct {
    int32_t *rows;                          /* lines that are looked at */
    double *own, *weight;                   /* of each row PAGE_COLUMNS; about how many words, 0 for the headline */
    int32_t *chain, *order, *first, *after; /* as in `page` and `places` */
    int32_t many;                           /* rows, filled in */
} seen_page;

static int show_page(const characters *known, const source *given, const elements *around, memory *from,
                     seen_page *out) {
    page of = {0};
    if (around->boxes < 1)
        return NO_FIT;
    if (read_page(given, around, known, from, &of) != DONE)
        return NO_MEMORY;
    size_t many = (size_t)of.lines.many, numbers = sizeof(int32_t);
    out->many = of.lines.many;
    memcpy(out->rows, of.lines.rows, many * numbers);
    memcpy(out->weight, of.lines.weight, many * sizeof(double));
    memcpy(out->chain, of.chain, many * DEPTH * numbers);
    memcpy(out->order, of.lines.where.order, 2 * many * numbers);
    memcpy(out->first, of.lines.where.first, many * PAGE_GROUPS * numbers);
    memcpy(out->after, of.lines.where.after, many * PAGE_GROUPS * numbers);
    for (int32_t line = 0; line < of.lines.many; line++)
        page_columns(given, &of, line, out->own + (int64_t)line * PAGE_COLUMNS);
    return DONE;
}

#endif
