/* How a dump says again what one of its lines says: the line in the way to the page, its words in the text. */

#ifndef ECHOES_H
#define ECHOES_H

#include "../scorer/memory.h"
#include "standing.h"

enum { MOST_LINES = 500 }; /* among which another that says the same is looked for */
enum {
    FIRST_PROSE = 10,
    LEAD = 3
}; /* lines of prose that say what the page and its menus are about; and below a line */
enum { READ = 1500, ENTRY = 8 };     /* characters of prose, and lines of the text, in which words are looked for */
enum { REPEATED = 8 };               /* characters; what is shorter stands in longer lines by chance */
enum { MOST_AGAIN = 20, MORE = 30 }; /* lines that say the same and are looked at; characters that a site's name adds */
enum { LEAST_WORD = 4, STEM = 5 };   /* letters of a word; and those of them that stay in all its forms */

/* The lines of a dump that are compared. Its prose is written when a line first asks for it. */
typedef struct {
    const standing *by;
    memory *scratch;
    int32_t first, behind; /* lines among which one is looked for */
    text entry;            /* the beginning of the largest text in small letters, a line feed behind each line */
    text prose;            /* the first prose in small letters */
} echoes;

static echoes new_echoes(const standing *by, memory *scratch) {
    const dump *of = by->of;
    const int32_t end = of->near[of->near_many - 1] + BELOW;
    return (echoes){by, scratch, end > MOST_LINES ? end - MOST_LINES : 0, end < of->many ? end : of->many, {0}, {0}};
}

/* Room for a text of so many bytes in small letters. */
static written room_for(memory *scratch, int64_t size) {
    return (written){ROOM(scratch, uint8_t, room_for_lower(size)), 0};
}

static text text_of(written of) { return (text){of.at, of.size}; }

/* What a text says in small letters, or nothing where there is no memory. */
static text lowered(const uint32_t *characters, text of, memory *scratch) {
    written out = room_for(scratch, of.size);
    if (!scratch->failed)
        write_lower(characters, of, &out);
    return text_of(out);
}

/* The first characters of so many lines of prose, from a place among all on, in small letters. */
static text begin_of(const echoes *all, int32_t first, int32_t many) {
    const dump *of = all->by->of;
    written out = room_for(all->scratch, 4 * (int64_t)READ + many);
    for (int32_t place = first, left = READ; place < of->prose_many && place < first + many && left > 0; place++) {
        const line *own = &of->lines[of->prose[place]];
        if (all->scratch->failed)
            break;
        write_lower(of->characters, own->length <= left ? own->text : first_of(own->text, left), &out);
        write_byte(&out, ' ');
        left -= own->length < left ? own->length + 1 : left;
    }
    return text_of(out);
}

static text entry_of(const echoes *all) {
    const dump *of = all->by->of;
    const together lines = all->by->largest;
    const int32_t behind = lines.behind < lines.first + ENTRY ? lines.behind : lines.first + ENTRY;
    int64_t size = 0;
    for (int32_t place = lines.first; place < behind; place++)
        size += of->lines[of->prose[place]].text.size + 1;
    written out = room_for(all->scratch, size);
    for (int32_t place = lines.first; place < behind && !all->scratch->failed; place++) {
        write_lower(of->characters, of->lines[of->prose[place]].text, &out);
        write_byte(&out, '\n');
    }
    return text_of(out);
}

static const uint8_t *found_in(const uint8_t *at, const uint8_t *end, text part) {
    return at < end ? memmem(at, (size_t)(end - at), part.at, (size_t)part.size) : NULL;
}

static text trimmed(text of) {
    const uint8_t *at = of.at, *end = end_of(of);
    for (const uint8_t *ahead = at; ahead < end && is_space(next_character(&ahead, end));)
        at = ahead;
    for (const uint8_t *behind = end; behind > at;) {
        const uint8_t *here = behind = before_character(behind, at);
        if (!is_space(next_character(&here, end)))
            break;
        end = behind;
    }
    return (text){at, end - at};
}

/* What a line says, with plain spaces. */
static text plain_body(text body, memory *scratch) {
    written out = {ROOM(scratch, uint8_t, body.size + 1), 0};
    for (const uint8_t *at = body.at; at < end_of(body) && !scratch->failed;) {
        const uint32_t code = next_character(&at, end_of(body));
        write_character(&out, code == 0xA0 || code == 0x202F ? ' ' : code);
    }
    return text_of(out);
}

/* Where another line says it, too: in a list, or as a part of a line above or below. */
typedef struct {
    bool listed, above, below;
} again;

/* Look at a line that holds the part there. */
static void look_at(const dump *of, int32_t number, text part, int64_t length, bool is_above, again *out) {
    const line *other = &of->lines[number];
    const text before = {other->text.at, part.at - other->text.at};
    const bool is_last = end_of(part) == end_of(other->text);
    const bool is_bare = is_same(trimmed(before), first_of(other->text, of->markers[number]));
    if (is_bare && is_last) {
        out->listed |= before.size > 0;
    } else if ((is_bare || is_last) && other->length < 2 * length + MORE) {
        out->above |= is_above;
        out->below |= !is_above;
    }
}

static again find_again(const echoes *all, int32_t own, text part, int64_t length) {
    const dump *of = all->by->of;
    const uint8_t *at = of->lines[all->first].text.at, *const end = end_of(of->lines[all->behind - 1].text);
    again out = {0};
    int32_t number = all->first, seen = 0;
    while (seen < MOST_AGAIN && (at = found_in(at, end, part)) != NULL) {
        while (end_of(of->lines[number].text) < at)
            number++;
        if (number != own) {
            look_at(of, number, (text){at, part.size}, length, number < own, &out);
            seen++;
        }
        at = end_of(of->lines[number].text);
    }
    return out;
}

/* Answer whether it is an item of a list, too, or a part of another line. */
static bool *ask_elsewhere(const echoes *all, int32_t number, bool *answer) {
    const text part = plain_body(all->by->of->lines[number].body, all->scratch);
    const int64_t length = length_of(part);
    const again found = length >= REPEATED ? find_again(all, number, part, length) : (again){0};
    *answer++ = found.listed;
    *answer++ = found.above;
    *answer++ = found.below;
    return answer;
}

/* What stays of the words of a line, each once. */
typedef struct {
    text *stems;
    int32_t many;
} stems;

static void add_stem(stems *out, text stem) {
    for (int32_t place = 0; place < out->many; place++)
        if (is_same(out->stems[place], stem))
            return;
    out->stems[out->many++] = stem;
}

/* Of dense scripts pairs of letters stay; of others what does not change with case and number. */
static void add_stems(stems *out, const word *of) {
    if (!of->is_dense) {
        add_stem(out, first_of(of->text, STEM));
        return;
    }
    const uint8_t *at = of->text.at, *const end = end_of(of->text);
    for (int64_t place = 1; place < of->length; place++, next_character(&at, end))
        add_stem(out, first_of((text){at, end - at}, 2));
}

/* How many of the words of a line were found. */
typedef struct {
    int32_t lead, entry, twice;
} met;

static met meet(const stems *of, text lead, text entry) {
    met found = {0};
    for (int32_t place = 0; place < of->many; place++) {
        const text stem = of->stems[place];
        found.lead += holds(lead, stem);
        const uint8_t *const at = found_in(entry.at, end_of(entry), stem);
        if (at != NULL) {
            const uint8_t *const next = memchr(at, '\n', (size_t)(end_of(entry) - at));
            found.entry++;
            found.twice += found_in(next, end_of(entry), stem) != NULL;
        }
    }
    return found;
}

/* Answer how many of its words are in the text, and where. */
static bool *ask_words(echoes *all, int32_t number, bool *answer) {
    const dump *of = all->by->of;
    if (all->prose.at == NULL)
        all->prose = begin_of(all, 0, FIRST_PROSE), all->entry = entry_of(all);
    const text lead = begin_of(all, prose_above(of, number + 1), LEAD);
    text rest = lowered(of->characters, of->lines[number].body, all->scratch);
    stems own = {ROOM(all->scratch, text, rest.size + 1), 0};
    bool is_all = true;
    for (word next; !all->scratch->failed && next_word(of->characters, &rest, &next);) {
        if (next.length < LEAST_WORD)
            continue;
        is_all = is_all && holds(all->prose, next.text);
        add_stems(&own, &next);
    }
    const met found = all->scratch->failed ? (met){0} : meet(&own, lead, all->entry);
    *answer++ = is_all;
    *answer++ = own.many > 1 && found.lead * 3 >= own.many;
    *answer++ = own.many > 1 && found.lead * 3 >= 2 * own.many;
    *answer++ = own.many > 0 && found.entry == 0;
    *answer++ = found.twice > 1;
    return answer;
}

#endif
