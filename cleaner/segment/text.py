"""Lines of a text dump: what an earlier scraper left of a page. They are found by `lines.c`."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from ctypes import CDLL, POINTER, Structure, byref, c_char_p, c_size_t
from functools import cache, partial
from itertools import compress, count, repeat

from cleaner.columns import PLACES, Boxes, Columns
from cleaner.compiled import load_library
from cleaner.links import LINK_SIGN, links_and_pictures
from cleaner.model import Kind, Line
from cleaner.segment.buffers import Buffer, parted
from cleaner.segment.segmented import Segmented
from cleaner.segment.wrapped import unwrapped

_NONE = 0.0, 0
_TEXT, _ITEM, _HEADING = [(kind, PLACES[kind]) for kind in (Kind.TEXT, Kind.ITEM, Kind.HEADING)]
"""Kinds and their places; members of an enumeration are looked up slowly."""
_line = partial(tuple.__new__, Line)
"""`Line(...)` with all its fields takes three times as long, which adds up."""


class _Result(Structure):
    _fields_ = (("texts", Buffer), ("fields", Buffer))


@cache
def _library() -> CDLL:
    found = load_library(__file__, "lines")
    found.lines_split.argtypes = c_char_p, c_size_t, POINTER(_Result)
    found.lines_free.argtypes = (POINTER(_Result),)
    found.lines_free.restype = None
    return found


def text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a dump; a NUL, which ends texts in C, is replaced as in what is decoded."""
    return segment_text(text.replace("\0", "\ufffd").encode("utf-8", "surrogatepass")).lines


def segment_text(utf8: bytes) -> Segmented:
    """Split a dump into lines with hints: list markers, indentation and the blank lines before them.

    Paragraphs that were wrapped become one line each; dates that crawlers write in front of a paragraph
    (`date 2019-05-07`), lines of their own.

    Raises:
        MemoryError: there is too little for this dump.
    """
    result, utf8 = _Result(), unwrapped(utf8)
    try:
        if _library().lines_split(utf8, len(utf8), byref(result)):
            raise MemoryError
        texts, whole = parted(result.texts.bytes())
        fields = result.fields.numbers("i")
    finally:
        _library().lines_free(byref(result))
    sizes, gaps, indents = (fields[field::3] for field in range(3))
    many, nothing = len(texts), array("i", bytes(4 * len(texts)))
    kinds, markers, places = [_TEXT[0]] * many, [""] * many, array("i", _TEXT[1:]) * many
    for number in compress(count(), sizes):
        markers[number] = marker = texts[number][: sizes[number]]
        kinds[number], places[number] = _HEADING if marker[0] == "#" else _ITEM
    links, pictures = array("d", bytes(8 * many)), nothing
    if LINK_SIGN.encode() in whole:
        shares, numbers = _linked(texts, sizes)
        links, pictures = array("d", shares), array("i", numbers)
    lines = zip(count(), texts, kinds, map(bool, gaps), indents, markers, repeat(""), links, repeat(-1), pictures)
    columns = Columns(whole, places, gaps, indents, sizes, links, array("i", [-1]) * many, pictures)
    return Segmented(tuple(map(_line, lines)), columns, {}, Boxes.of(()))


def _linked(texts: Sequence[str], markers: Sequence[int]) -> tuple[Iterable[float], Iterable[int]]:
    """Of each line the share that is links, and how many pictures it has."""
    both = [
        links_and_pictures(text[size:]) if LINK_SIGN in text else _NONE
        for text, size in zip(texts, markers, strict=True)
    ]
    return [links for links, _ in both], [pictures for _, pictures in both]
