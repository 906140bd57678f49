"""Lines of a text dump: what an earlier scraper left of a page. They are found by `lines.c`."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from ctypes import byref
from functools import partial
from itertools import count, repeat

from cleaner.columns import Boxes, Columns
from cleaner.links import LINK_SIGN, links_and_pictures
from cleaner.model import Kind, Line
from cleaner.segment.buffers import parted
from cleaner.segment.lines import Result, library
from cleaner.segment.segmented import Segmented
from cleaner.segment.wrapped import unwrapped

_NONE = 0.0, 0
_KINDS = tuple(Kind)
_line = partial(tuple.__new__, Line)
"""`Line(...)` with all its fields takes three times as long, which adds up."""


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
    result, utf8 = Result(), unwrapped(utf8)
    try:
        if library().lines_split(utf8, len(utf8), byref(result)):
            raise MemoryError
        texts, whole = parted(result.texts.bytes())
        markers, fields = result.markers.texts(), result.fields.numbers("i")
    finally:
        library().lines_free(byref(result))
    kinds, gaps, indents, sizes = (fields[field::4] for field in range(4))
    many, pictures = len(texts), array("i", bytes(4 * len(texts)))
    links = array("d", bytes(8 * many))
    if LINK_SIGN.encode() in whole:
        shares, numbers = _linked(texts, sizes)
        links, pictures = array("d", shares), array("i", numbers)
    lines = zip(
        count(), texts, map(_KINDS.__getitem__, kinds), map(bool, gaps), indents, markers, repeat(""), links,
        repeat(-1), pictures,
    )  # fmt: skip
    columns = Columns(whole, kinds, gaps, indents, sizes, links, array("i", [-1]) * many, pictures)
    return Segmented(tuple(map(_line, lines)), columns, {}, Boxes.of(()))


def _linked(texts: Sequence[str], markers: Sequence[int]) -> tuple[Iterable[float], Iterable[int]]:
    """Of each line the share that is links, and how many pictures it has."""
    both = [
        links_and_pictures(text[size:]) if LINK_SIGN in text else _NONE
        for text, size in zip(texts, markers, strict=True)
    ]
    return [links for links, _ in both], [pictures for _, pictures in both]
