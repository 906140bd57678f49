/* The text of an element, piece by piece. */
#ifndef CLEANER_PIECES_H
#define CLEANER_PIECES_H

#include "buffer.h"
#include "tree.h"

/* As much of it as there is room for, in whole characters. */
static Text beginning(Text text, size_t room) {
    if (text.size <= room)
        return text;
    while (room && ((unsigned char)text.data[room] & 0xc0) == 0x80)
        room--;
    return (Text){text.data, room};
}

/* Append it, a line feed behind each piece, a NUL behind the last; `called` is the number of texts. What is longer than
 * `room` bytes is cut, or elements that nest would write the same text over and over. */
static void append_pieces(const Node *top, uint64_t called, size_t room, Buffer *out) {
    for (const Node *node = top->first_child; node && room; node = behind(node, top))
        if (node->name == called) {
            Text text = beginning(text_of(node), room);
            append(out, text.data, text.size);
            append_char(out, '\n');
            room -= text.size + 1 < room ? text.size + 1 : room;
        }
    append_char(out, 0);
}

#endif
