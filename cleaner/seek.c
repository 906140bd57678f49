/* Which of some signs stands in a text: most of its bytes are never looked at. See seek.py. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

enum { STEPS = 1 << 12 };

/* Where two bytes end which no sign has, none can end before as many bytes more as the shortest has; where a sign has
 * them, its end may be nearer (Wu and Manber, 1994). */
typedef struct {
    size_t shortest;
    uint8_t steps[STEPS];
} Plan;

static uint32_t hash_of(const uint8_t *two) { return (uint32_t)(two[0] | two[1] << 8) * 0x9e3779b1u >> 20; }

static const uint8_t *end_of(const uint8_t *sign) { return sign + strlen((const char *)sign); }

EXPORT size_t seek_plan_size(void) { return sizeof(Plan); }

/* `signs`: of two bytes or more each, a NUL behind each and one more behind all. */
EXPORT void seek_plan(const uint8_t *signs, Plan *plan) {
    plan->shortest = UINT8_MAX;
    for (const uint8_t *sign = signs; *sign; sign = end_of(sign) + 1)
        if ((size_t)(end_of(sign) - sign) < plan->shortest)
            plan->shortest = (size_t)(end_of(sign) - sign);
    memset(plan->steps, (int)plan->shortest - 1, STEPS);
    for (const uint8_t *sign = signs; *sign; sign = end_of(sign) + 1)
        for (size_t end = 2; end <= plan->shortest; end++) {
            uint8_t *step = &plan->steps[hash_of(sign + end - 2)];
            if (plan->shortest - end < *step)
                *step = (uint8_t)(plan->shortest - end);
        }
}

/* The number of the first of the signs before `best` that begins here; else `best`. */
static int64_t sign_at(const uint8_t *signs, const uint8_t *at, const uint8_t *end, int64_t best) {
    int64_t number = 0;
    for (const uint8_t *sign = signs; *sign && number < best; sign = end_of(sign) + 1, number++) {
        size_t size = (size_t)(end_of(sign) - sign);
        if (*sign == *at && (size_t)(end - at) >= size && memcmp(sign, at, size) == 0)
            return number;
    }
    return best;
}

/* The number of the first sign that stands anywhere in `text`; `none` if none does. */
EXPORT int64_t seek_first(const Plan *plan, const uint8_t *signs, const uint8_t *text, size_t size, int64_t none) {
    int64_t best = none;
    for (size_t behind = plan->shortest; behind <= size;) {
        uint8_t step = plan->steps[hash_of(text + behind - 2)];
        if (step == 0)
            best = sign_at(signs, text + behind - plan->shortest, text + size, best);
        behind += step ? step : 1;
    }
    return best;
}
