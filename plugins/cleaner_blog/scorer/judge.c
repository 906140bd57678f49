/* What becomes of the lines that a net has scored. Python hands them over, takes the numbers of those that go, and knows
   the reasons in words; see `judge.py`. */

#define _GNU_SOURCE

#include "outside.h"
#include "pieces.h"
#include "repeated.h"
#include "titles.h"

#define PUBLIC __attribute__((visibility("default")))

/* The lines of a page that go, of which there may be as many as it has; how many they are, or NO_MEMORY. */
PUBLIC int32_t judge_page(const scored *given, const markup *of, verdict *out) {
    memory scratch = {0};
    rows lines;
    int32_t code = read_rows(given, &scratch, &lines);
    if (code == DONE) {
        spare_headings(of, &lines);
        judge_scores(&lines, given->least);
        code = spare_wholes(of, &scratch, &lines);
    }
    if (code == DONE)
        code = judge_elsewhere(of, &scratch, &lines);
    if (code == DONE) {
        judge_links(of, &lines);
        code = write_verdicts(&lines, out);
    }
    give_back(&scratch);
    return code;
}

/* The same of a dump. */
PUBLIC int32_t judge_dump(const scored *given, const bounds *of, verdict *out) {
    memory scratch = {0};
    rows lines;
    int32_t code = read_rows(given, &scratch, &lines);
    if (code == DONE) {
        judge_scores(&lines, given->least);
        judge_outside(of, &lines);
        judge_titles(&lines);
        code = judge_repeated(&scratch, &lines);
    }
    if (code == DONE)
        code = write_verdicts(&lines, out);
    give_back(&scratch);
    return code;
}

/* Whether texts may have sentences in pieces. */
PUBLIC int32_t find_pieces(const char *texts, int64_t size) {
    return any_begins_closing((text){(const uint8_t *)texts, size});
}

/* The lines that may say the title, in so many characters. Gives how many they are. */
PUBLIC int32_t find_titles(const wanted *sought, const char *texts, int64_t size, const int32_t *markers, int32_t many,
                           int32_t *numbers) {
    const uint8_t *at = (const uint8_t *)texts, *const end = at + size;
    int32_t found = 0;
    for (int32_t number = 0; number < many && at < end; number++) {
        const uint8_t *nul = memchr(at, 0, (size_t)(end - at)), *stop = nul != NULL ? nul : end;
        if (may_say_title(sought, (text){at, stop - at}, markers[number]))
            numbers[found++] = number;
        at = stop + 1;
    }
    return found;
}
