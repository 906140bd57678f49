/* The top of a dump: which of its lines may be the headline, and what the answers to questions about them weigh.

   Where a line stands decides for most; what it says in words of its own comes next; how the rest of the dump says it
   again is asked only of lines that may still win. See `__init__.py`. */

#define _GNU_SOURCE

#include "echoes.h"
#include "shape.h"

#define EXPORT __attribute__((visibility("default")))

/* Where the answers begin about where a line stands, what it is like, where else it stands, and its words. */
enum { PARTS = 4, QUESTIONS = 36 };
static const int32_t STARTS[PARTS + 1] = {0, 19, 28, 31, QUESTIONS};
static const double NO_RIVAL = 3; /* a line that weighs so much less than another does not make it doubtful */

typedef struct {
    double weight;
    int32_t place; /* among the lines that may be the headline */
} weighed;

EXPORT int64_t topline_line_size(void) { return sizeof(line); }

/* Find the prose of a dump, the lines that may be its headline, and those around them that may have a date. */
EXPORT void topline_look(dump *of) {
    measure_lines(of);
    find_prose(of);
    find_near(of);
    find_digits(of);
}

static void ask(const standing *by, echoes *all, int32_t place, int part, bool *answers) {
    const int32_t number = by->of->near[place];
    switch (part) {
    case 0:
        ask_standing(by, place, answers);
        break;
    case 1:
        ask_shape(by->of, number, answers);
        break;
    case 2:
        ask_elsewhere(all, number, answers);
        break;
    default:
        ask_words(all, number, answers);
    }
}

/* All answers about each line that may be the headline, in the order of the questions. Gives NO_MEMORY or DONE. */
EXPORT int32_t topline_answers(const dump *of, bool *answers) {
    if (of->near_many == 0)
        return DONE;
    memory scratch = {0};
    const standing by = new_standing(of);
    echoes all = new_echoes(&by, &scratch);
    for (int32_t place = 0; place < of->near_many; place++, answers += QUESTIONS)
        for (int part = 0; part < PARTS; part++)
            ask(&by, &all, place, part, answers + STARTS[part]);
    const bool failed = scratch.failed;
    give_back(&scratch);
    return failed ? NO_MEMORY : DONE;
}

/* What the answers of one part weigh together. */
static double weight_of(const standing *by, echoes *all, const double *weights, int32_t place, int part) {
    bool answers[QUESTIONS];
    double sum = 0;
    ask(by, all, place, part, answers);
    for (int32_t question = 0; question < STARTS[part + 1] - STARTS[part]; question++)
        if (answers[question])
            sum += weights[STARTS[part] + question];
    return sum;
}

/* What a part and those behind it can weigh at most. */
static double most_from(const double *weights, int part) {
    double sum = 0;
    for (int32_t question = STARTS[part]; question < QUESTIONS; question++)
        sum += weights[question] > 0 ? weights[question] : 0;
    return sum;
}

/* Add what the other parts weigh; false as soon as that cannot be `least`. */
static bool weigh_all(const standing *by, echoes *all, const double *weights, double least, weighed *own) {
    for (int part = 1; part < PARTS; part++) {
        if (own->weight + most_from(weights, part) < least)
            return false;
        own->weight += weight_of(by, all, weights, own->place, part);
    }
    return true;
}

static int heavier_first(const void *one, const void *other) {
    const weighed *a = one, *b = other;
    return a->weight != b->weight ? (a->weight < b->weight) - (a->weight > b->weight) : a->place - b->place;
}

static int32_t weigh(const standing *by, const double *weights, double least, memory *scratch, double *found,
                     int32_t *numbers) {
    const int32_t many = by->of->near_many;
    weighed *const near = ROOM(scratch, weighed, many);
    if (scratch->failed)
        return NO_MEMORY;
    echoes all = new_echoes(by, scratch);
    for (int32_t place = 0; place < many; place++)
        near[place] = (weighed){weight_of(by, &all, weights, place, 0), place};
    qsort(near, (size_t)many, sizeof *near, heavier_first);
    int32_t kept = 0;
    for (const weighed *next = near; next < near + many && next->weight + most_from(weights, 1) >= least; next++) {
        weighed own = *next;
        if (weigh_all(by, &all, weights, least, &own)) {
            least = own.weight - NO_RIVAL > least ? own.weight - NO_RIVAL : least;
            found[kept] = own.weight, numbers[kept++] = by->of->near[own.place];
        }
    }
    return scratch->failed ? NO_MEMORY : kept;
}

/* The lines that may win, and what their answers weigh, the likeliest by where they stand first; lines that cannot weigh
   `least` may miss. Gives how many there are, or NO_MEMORY. */
EXPORT int32_t topline_weigh(const dump *of, const double *weights, double least, double *found, int32_t *numbers) {
    if (of->near_many == 0)
        return 0;
    memory scratch = {0};
    const standing by = new_standing(of);
    const int32_t kept = weigh(&by, weights, least, &scratch, found, numbers);
    give_back(&scratch);
    return kept;
}
