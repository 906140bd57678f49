/* A hash table from strings, or from nodes, to numbers. */
#ifndef CLEANER_TABLE_H
#define CLEANER_TABLE_H

#include "tree.h"
#include <stdlib.h>

enum { NONE = -1 };
static const size_t ADDRESS = SIZE_MAX; /* in place of a size: the key is not what stands there, but where it stands */

typedef struct {
    Text *keys;
    int32_t *values;
    size_t count, room;
} Table;

static inline Text key_of(const void *node) { return (Text){node, ADDRESS}; }

static inline uint64_t hash_of(Text key) {
    if (key.size == ADDRESS)
        return ((uintptr_t)key.data >> 3) * 0x9e3779b97f4a7c15u >> 20;
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < key.size; i++)
        hash = (hash ^ (unsigned char)key.data[i]) * 0x100000001b3u;
    return hash ^ hash >> 32;
}

static inline size_t slot_of(const Table *table, Text key) {
    size_t at = hash_of(key) & (table->room - 1);
    for (; table->keys[at].data; at = (at + 1) & (table->room - 1)) {
        Text other = table->keys[at];
        if (key.size == ADDRESS ? other.data == key.data : equals(other, key))
            break;
    }
    return at;
}

/* The value of the key; NONE if it is not there. */
static inline int32_t look_up(const Table *table, Text key) {
    if (table->count == 0)
        return NONE;
    size_t at = slot_of(table, key);
    return table->keys[at].data ? table->values[at] : NONE;
}

static bool grow(Table *table) {
    Table larger = {.room = table->room ? table->room * 2 : 64, .count = table->count};
    larger.keys = calloc(larger.room, sizeof *larger.keys);
    larger.values = calloc(larger.room, sizeof *larger.values);
    if (larger.keys == NULL || larger.values == NULL) {
        free(larger.keys);
        free(larger.values);
        return false;
    }
    for (size_t i = 0; i < table->room; i++)
        if (table->keys[i].data) {
            size_t at = slot_of(&larger, table->keys[i]);
            larger.keys[at] = table->keys[i];
            larger.values[at] = table->values[i];
        }
    free(table->keys);
    free(table->values);
    *table = larger;
    return true;
}

/* Where the value of the key is; a new key has NONE. Its bytes must outlive the table. NULL: no memory is left. */
static int32_t *value_at(Table *table, Text key) {
    if (2 * (table->count + 1) > table->room && !grow(table))
        return NULL;
    size_t at = slot_of(table, key);
    if (table->keys[at].data == NULL) {
        table->keys[at] = key;
        table->values[at] = NONE;
        table->count++;
    }
    return &table->values[at];
}

static void free_table(Table *table) {
    free(table->keys);
    free(table->values);
}

#endif
