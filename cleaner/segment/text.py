"""Lines of a text dump: what an earlier scraper left of a page. They are found by `lines.c`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from ctypes import CDLL, POINTER, Structure, byref, c_char_p, c_size_t
from functools import cache, partial
from itertools import compress, count, repeat

from cleaner.compiled import load
from cleaner.links import LINK_SIGN, links_and_pictures
from cleaner.model import Kind, Line
from cleaner.segment.buffers import Buffer

_NONE = 0.0, 0
_TEXT, _ITEM, _HEADING = Kind.TEXT, Kind.ITEM, Kind.HEADING
"""Members of an enumeration are looked up slowly."""
_line = partial(tuple.__new__, Line)
"""`Line(...)` with all its fields takes three times as long, which adds up."""


class _Result(Structure):
    _fields_ = (("texts", Buffer), ("fields", Buffer))


@cache
def _library() -> CDLL:
    found = load(__file__, "lines")
    found.lines_split.argtypes = c_char_p, c_size_t, POINTER(_Result)
    found.lines_free.argtypes = (POINTER(_Result),)
    found.lines_free.restype = None
    return found


def text_lines(text: str) -> list[Line]:
    """Split a dump into lines with hints: list markers, indentation and the blank lines before them.

    Dates that crawlers write in front of a paragraph (`date 2021-06-07`) become lines of their own.

    Raises:
        MemoryError: there is too little for this dump.
    """
    source, result = text.encode("utf-8", "surrogatepass"), _Result()
    try:
        if _library().lines_split(source, len(source), byref(result)):
            raise MemoryError
        texts = result.texts.bytes().decode("utf-8", "surrogatepass").split("\0")[:-1]
        fields = result.fields.numbers("i")
    finally:
        _library().lines_free(byref(result))
    sizes, gaps, indents = (fields[field::3].tolist() for field in range(3))
    kinds, markers = [_TEXT] * len(texts), [""] * len(texts)
    for number in compress(count(), sizes):
        markers[number] = marker = texts[number][: sizes[number]]
        kinds[number] = _HEADING if marker[0] == "#" else _ITEM
    links, pictures = _linked(texts, sizes) if LINK_SIGN in text else (repeat(0.0), repeat(0))
    columns = zip(count(), texts, kinds, map(bool, gaps), indents, markers, repeat(""), links, repeat(-1), pictures)
    return list(map(_line, columns))


def _linked(texts: Sequence[str], markers: Sequence[int]) -> tuple[Iterable[float], Iterable[int]]:
    """Of each line the share that is links, and how many pictures it has."""
    both = [
        links_and_pictures(text[size:]) if LINK_SIGN in text else _NONE
        for text, size in zip(texts, markers, strict=True)
    ]
    return [links for links, _ in both], [pictures for _, pictures in both]
