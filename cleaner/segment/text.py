"""Lines of a text dump: what an earlier scraper left of a page. They are found by `lines.c`."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from ctypes import byref

from cleaner.columns import Boxes, Columns
from cleaner.links import LINK_SIGN, links_and_pictures
from cleaner.model import Line
from cleaner.segment.buffers import parted
from cleaner.segment.lined import lined
from cleaner.segment.lines import Result, library
from cleaner.segment.segmented import Segmented
from cleaner.segment.wrapped import unwrapped

_NONE = 0.0, 0


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
        texts, fields = result.texts.bytes(), result.fields.numbers("i")
    finally:
        library().lines_free(byref(result))
    kinds, gaps, indents, markers = (fields[field::4] for field in range(4))
    many = len(kinds)
    none = array("i", bytes(4 * many))
    links, pictures = _linked(texts, markers) if LINK_SIGN.encode() in texts else (array("d", bytes(8 * many)), none)
    found = Columns(texts, kinds, gaps, indents, markers, links, array("i", [-1]) * many, pictures)
    lines, columns = lined(found, none, ("",))
    return Segmented(lines, columns, {}, Boxes.of(()))


def _linked(texts: bytes, markers: Iterable[int]) -> tuple[array[float], array[int]]:
    """Of each line the share that is links, and how many pictures it has."""
    both = [
        links_and_pictures(text[size:]) if LINK_SIGN in text else _NONE
        for text, size in zip(parted(texts), markers, strict=True)
    ]
    return array("d", [links for links, _ in both]), array("i", [pictures for _, pictures in both])
