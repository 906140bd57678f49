"""What the scorer sees of pages and dumps, as arrays: the columns and words that its library finds."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import addressof, byref, c_int32, create_string_buffer
from itertools import pairwise
from sys import intern
from typing import NamedTuple

import numpy as np

from cleaner import Box, Boxes, Columns, Line
from cleaner.columns import apart
from cleaner_blog.scorer import dumps, pages
from cleaner_blog.scorer.context import Context
from cleaner_blog.scorer.native import Characters, SeenDump, SeenPage, check, functions, joined, library
from training.arrays import Array, Floats, Ints

EDGE = "·"
"""What the edge of a line is called in a list of words."""
_BEGINNINGS, _NAMES, _LINES = range(3)
"""What words are of: as in `scorer.c`."""


class Places(NamedTuple):
    """Where each line stands. A group of lines is a run in `order`: the lines as they stand, then in another order."""

    chain: Ints
    """The boxes around each line, innermost first (depth x lines); none in a dump."""
    order: Ints
    """Two times as many numbers as there are lines."""
    first: Ints
    """Where each group of a line begins and ends (groups x lines)."""
    after: Ints


class Sheet(NamedTuple):
    """The lines of a page that are looked at: those that nobody takes, and the headline."""

    rows: Ints
    """Their numbers on the page."""
    texts: Sequence[str]
    own: Array
    """The columns of each."""
    words: Floats
    """About how many words each has; 0 for the headline."""
    places: Places


def page_sheet(lines: Sequence[Line], boxes: Sequence[Box], context: Context) -> Sheet:
    """The columns of a page."""
    many = len(lines)
    columns, depth, groups = (c_int32 * 3).in_dll(library(), "PAGE_SHAPE")
    rows, chain, order, first, after = (np.zeros((many, width), np.int32) for width in (1, depth, 2, groups, groups))
    own, words = np.zeros((many, columns)), np.zeros(many)
    seen = SeenPage(*(part.ctypes.data for part in (rows, own, words, chain, order, first, after)))
    given, known = pages.handed_over(Columns.of(lines), Boxes.of(boxes), context), Characters.known()
    check(functions().see_page(addressof(known), seen, *given))
    found = seen.many
    numbers = rows[:found, 0].astype(np.intp)
    around, begin, end = (part[:found].T.astype(np.intp) for part in (chain, first, after))
    places = Places(around, order[:found].ravel().astype(np.intp), begin, end)
    texts = [lines[number].text for number in numbers]
    return Sheet(numbers, texts, own[:found], words[:found], places)


def dump_sheet(lines: Sequence[Line], context: Context) -> Sheet:
    """The columns of a dump."""
    many = len(lines)
    columns, groups, _ = (c_int32 * 3).in_dll(library(), "DUMP_SHAPE")
    rows, order, first, after = (np.zeros((many, width), np.int32) for width in (1, 2, groups, groups))
    own, words = np.zeros((many, columns)), np.zeros(many)
    seen = SeenDump(*(part.ctypes.data for part in (rows, own, words, order, first, after)))
    columns = dumps.as_read(lines, Columns.of(lines))
    known = Characters.known()
    check(functions().see_dump(addressof(known), seen, *dumps.handed_over(columns, context)))
    found = seen.many
    numbers = rows[:found, 0].astype(np.intp)
    begin, end = (part[:found].T.astype(np.intp) for part in (first, after))
    places = Places(np.zeros((0, found), np.intp), order[:found].ravel().astype(np.intp), begin, end)
    texts = apart(columns.texts)
    said = [texts[number].removeprefix(f"{lines[number].marker} ".lstrip()) for number in numbers]
    return Sheet(numbers, said, own[:found], words[:found], places)


def box_words(boxes: Sequence[Box]) -> list[list[str]]:
    """All that each box is called, its element with a `<` before it."""
    words = _words([box.names for box in boxes], _NAMES)
    return [[f"<{box.tag}", *names] for box, names in zip(boxes, words, strict=True)]


def first_words(texts: Sequence[str]) -> list[list[str]]:
    """The words that show what each line is for."""
    return _words(texts, _BEGINNINGS)


def phrases(texts: Sequence[str]) -> list[list[str]]:
    """The words of each line of a dump, then its pairs of words; dumps of a page say the same, which is held once."""
    return [list(map(intern, [*words, *_pairs(words)])) for words in _words(texts, _LINES)]


def _pairs(words: Sequence[str]) -> list[str]:
    return [f"{one} {other}" for one, other in pairwise((EDGE, *words, EDGE))] if words else []


def _words(texts: Sequence[str], which: int) -> list[list[str]]:
    whole = joined(texts)
    room = create_string_buffer(2 * len(whole) + len(texts))
    size = library().list_words(byref(Characters.known()), whole, len(whole), len(texts), which, room)
    check(min(size, 0))
    written = room.raw[:size].decode("utf-8", "surrogatepass")
    return [line.split(" ")[:-1] for line in written.split("\n")[:-1]]
