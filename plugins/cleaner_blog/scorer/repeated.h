/* Lines that say what stands above already. */

#ifndef REPEATED_H
#define REPEATED_H

#include "alike.h"
#include "around.h"

/* Characters that hardly anything has in common by accident, and that nothing has right below each other. Poems and
   songs repeat shorter lines; an alternative text stands over its caption. */
enum { PROSE = 100, BESIDE = 40 };

/* Lines of so many characters that stay so far; for each the first that says the same. */
typedef struct {
    row **lines;
    int32_t *first, many;
} repetitions;

static int find_repetitions(const rows *lines, int64_t least, memory *from, repetitions *out) {
    text *texts = ROOM(from, text, lines->many);
    *out = (repetitions){ROOM(from, row *, lines->many), ROOM(from, int32_t, lines->many), 0};
    if (from->failed)
        return NO_MEMORY;
    for (row *line = lines->at; line < lines->at + lines->many; line++)
        if (line->why == STAYS && line->length >= least) {
            texts[out->many] = line->said;
            out->lines[out->many++] = line;
        }
    return first_alike(texts, out->many, from, out->first);
}

/* Prose of a page goes that another container has already: pages made for two sizes of screen have their text twice. */
static int judge_elsewhere(const markup *of, memory *from, rows *lines) {
    repetitions found;
    int code = find_repetitions(lines, PROSE, from, &found);
    for (int32_t place = 0; code == DONE && place < found.many; place++)
        if (parent_of_line(of, found.lines[place]) != parent_of_line(of, found.lines[found.first[place]]))
            found.lines[place]->why = AGAIN;
    return code;
}

/* What stands above already goes from a dump: prose anywhere, what is shorter right below its twin. */
static int judge_repeated(memory *from, rows *lines) {
    repetitions found;
    int code = find_repetitions(lines, BESIDE, from, &found);
    for (int32_t place = 0; code == DONE && place < found.many; place++) {
        row *line = found.lines[place], **latest = &found.lines[found.first[place]];
        if (line != *latest && (line->length >= PROSE || line->number == (*latest)->number + 1))
            line->why = AGAIN;
        *latest = line;
    }
    return code;
}

#endif
