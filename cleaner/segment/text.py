"""Lines of a text dump: what an earlier scraper left of a page. They are found by `lines.c`."""

from __future__ import annotations

from ctypes import byref

from cleaner.columns import Boxes, Columns
from cleaner.links import LINK_SIGN, links_and_pictures
from cleaner.model import Line
from cleaner.segment.buffers import copies
from cleaner.segment.lined import lined
from cleaner.segment.lines import Result, library
from cleaner.segment.segmented import Segmented
from cleaner.segment.wrapped import unwrapped


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
        texts, fields = copies(result, 2)
    finally:
        library().lines_free(byref(result))
    lines, columns = lined(texts, fields, b"", ("",))
    if columns.may_link:
        lines = _linked(lines, columns)
    return Segmented(lines, columns, {}, Boxes.of(()))


def _linked(lines: tuple[Line, ...], columns: Columns) -> tuple[Line, ...]:
    """The lines with the share of them that is links, and how many pictures they have; the columns are filled in."""
    found = list(lines)
    for number, line in enumerate(lines):
        if LINK_SIGN in line.text:
            links, images = links_and_pictures(line.text[len(line.marker) :])
            columns.links[number], columns.images[number] = links, images
            found[number] = line._replace(links=links, images=images)
    return tuple(found)
