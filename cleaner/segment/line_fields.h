/* What is known of each line that the segmenter finds, beside its text and the share of it that is links. */
#ifndef CLEANER_LINE_FIELDS_H
#define CLEANER_LINE_FIELDS_H

#include <stdint.h>

typedef struct {
    int32_t kind, gap, indent;
    int32_t marker; /* characters */
    int32_t box, images;
    int32_t tag; /* its place among their names */
} LineFields;

#endif
