/* Bytes that grow. */
#ifndef CLEANER_BUFFER_H
#define CLEANER_BUFFER_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* When there is no memory left, `failed` stays set and nothing more is written. */
typedef struct {
    char *data;
    size_t size, room;
    bool failed;
} Buffer;

static inline bool reserve(Buffer *buffer, size_t more) {
    if (buffer->room - buffer->size >= more)
        return true;
    size_t room = (buffer->size + more) * 2 + 256;
    char *data = buffer->failed ? NULL : realloc(buffer->data, room);
    if (data == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->data = data;
    buffer->room = room;
    return true;
}

static inline void append(Buffer *buffer, const void *data, size_t size) {
    if (size && reserve(buffer, size)) {
        memcpy(buffer->data + buffer->size, data, size);
        buffer->size += size;
    }
}

static inline void append_char(Buffer *buffer, char c) {
    if (reserve(buffer, 1))
        buffer->data[buffer->size++] = c;
}

#endif
