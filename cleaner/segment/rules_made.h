/* Rules are made by Python, which keeps all strings that it hands over for as long as they live. */
#ifndef CLEANER_RULES_MADE_H
#define CLEANER_RULES_MADE_H

#include "rules.h"

#define EXPORT __attribute__((visibility("default")))

static const Text *texts_of(const char *const *strings) {
    Text *texts = calloc(KNOWN, sizeof *texts);
    for (size_t i = 0; texts && i < KNOWN; i++)
        texts[i] = (Text){strings[i], strlen(strings[i])};
    return texts;
}

EXPORT void rules_free(Rules *rules) {
    if (rules == NULL)
        return;
    for (size_t i = 0; i < INDEXES; i++)
        free_table(&rules->index[i]);
    free_table(&rules->by_word);
    free(rules->selectors);
    free(rules->words);
    free((void *)rules->tag_names);
    free((void *)rules->attribute_names);
    free(rules);
}

/* Rules without any selector yet; NULL if there is no memory left. `traits` are those of each rule, by its order. */
EXPORT Rules *rules_new(const char *const *tag_names, const char *const *attribute_names, const unsigned char *traits,
                        int32_t count) {
    Rules *rules = calloc(1, sizeof *rules);
    if (rules == NULL)
        return NULL;
    *rules = (Rules){.traits = traits, .rule_count = count};
    rules->tag_names = texts_of(tag_names);
    rules->attribute_names = texts_of(attribute_names);
    if (rules->tag_names && rules->attribute_names)
        return rules;
    rules_free(rules);
    return NULL;
}

static Text optional(const char *string) { return string ? (Text){string, strlen(string)} : (Text){NULL, 0}; }

/* Put what is the last of its list in front of the chain under its key. */
static int chain(Table *table, const char *key, int32_t *next, int32_t number) {
    int32_t *first = value_at(table, optional(key));
    if (first == NULL)
        return 1;
    *next = *first;
    *first = number;
    return 0;
}

EXPORT int rules_add_selector(Rules *rules, int index, const char *key, int32_t order, const char *tag,
                              const char *ident, List classes, List attributes, const char *inside, List not_inside) {
    Selector *selectors = realloc(rules->selectors, (rules->selector_count + 1) * sizeof *selectors);
    if (selectors == NULL)
        return 1;
    rules->selectors = selectors;
    Selector *own = &selectors[rules->selector_count];
    *own = (Selector){order, NONE, optional(tag), optional(ident), classes, attributes, optional(inside), not_inside};
    return chain(&rules->index[index], key, &own->next, (int32_t)rules->selector_count++);
}

EXPORT int rules_add_words(Rules *rules, const char *key, int32_t order, List needed) {
    Words *words = realloc(rules->words, (rules->word_count + 1) * sizeof *words);
    if (words == NULL)
        return 1;
    rules->words = words;
    Words *own = &words[rules->word_count];
    *own = (Words){order, NONE, needed};
    return chain(&rules->by_word, key, &own->next, (int32_t)rules->word_count++);
}

#endif
