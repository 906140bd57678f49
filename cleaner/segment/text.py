"""Lines of a text dump: what an earlier scraper left of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from ctypes import CDLL, byref, c_char, c_char_p, c_int64, c_void_p
from functools import cache
from itertools import compress, count, repeat
from pathlib import Path
from typing import NamedTuple

from cleaner.links import LINK_SIGN, links_and_pictures
from cleaner.model import Kind, Line

_BULLETS = "•◦▪▫‣⁃∙●○■□*+-"
_NUMBER = re.compile(r"[0-9]{1,3}[.)](?=\s\S)")
MARKER_START = frozenset(_BULLETS + "0123456789")
_NONE = 0.0, 0
_DATE_PREFIX = re.compile(r"date [0-9]{4}-[0-9]{2}-[0-9]{2}(?= )")
"""Some crawlers write `date 2021-06-07` in front of the first paragraph."""


def fold_lines(text: str) -> str:
    """Every line of `text` folded, no-break spaces too; empty ones left out."""
    is_plain = (text.isascii() and "\t" not in text) or text.replace("\n", "").isprintable()
    if is_plain and not ("  " in text or "\n " in text or " \n" in text or "\n\n" in text):
        return text.strip()
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def text_lines(text: str) -> list[Line]:
    """Split a dump into lines with hints: list markers, indentation and the blank lines before them.

    `lines.c` finds them, and makes lines of the dates that crawlers write in front of a paragraph.
    """
    texts, sizes, gaps, indents = _split(text.encode("utf-8", "surrogatepass"))
    kinds, markers = [Kind.TEXT] * len(texts), [""] * len(texts)
    for number in compress(count(), sizes):
        markers[number] = marker = texts[number][: sizes[number]]
        kinds[number] = Kind.HEADING if marker[0] == "#" else Kind.ITEM
    links, pictures = _linked(texts, sizes) if LINK_SIGN in text else (repeat(0.0), repeat(0))
    fields = zip(count(), texts, kinds, gaps, indents, markers, repeat(""), links, repeat(-1), pictures)
    return list(map(tuple.__new__, repeat(Line), fields))  # `Line(...)` takes three times as long, which adds up


class _Split(NamedTuple):
    """Columns of the lines of a dump."""

    texts: list[str]
    markers: bytes
    """How many characters its marker has."""
    gaps: list[bool]
    indents: list[int]


def _split(source: bytes) -> _Split:
    library, size = _library(), len(source)
    most, used = library.most_lines(source, size), c_int64()
    texts, markers, gaps, indents = bytearray(size + 1), bytearray(most), bytearray(most), bytearray(8 * most)
    out, *of_lines = (byref(c_char.from_buffer(room)) for room in (texts, markers, gaps, indents))
    many = library.split_lines(source, size, _BULLETS.encode(), out, byref(used), *of_lines)
    return _Split(
        texts[: used.value - 1].decode("utf-8", "surrogatepass").split("\0") if many else [],
        bytes(markers[:many]),
        list(map(bool, gaps[:many])),
        memoryview(indents).cast("q")[:many].tolist(),
    )


def _linked(texts: Sequence[str], markers: bytes) -> tuple[Iterable[float], Iterable[int]]:
    """Of each line the share that is links, and how many pictures it has."""
    both = [
        links_and_pictures(text[size:]) if LINK_SIGN in text else _NONE
        for text, size in zip(texts, markers, strict=True)
    ]
    return [links for links, _ in both], [pictures for _, pictures in both]


@cache
def _library() -> CDLL:
    """Loaded on first use."""
    library = CDLL(str(Path(__file__).with_name("lines.so")))
    library.most_lines.argtypes = c_char_p, c_int64
    library.split_lines.argtypes = c_char_p, c_int64, c_char_p, *5 * [c_void_p]
    library.most_lines.restype = library.split_lines.restype = c_int64
    return library


def list_marker(text: str) -> str:
    """The bullet or number that `text` begins with, or the empty string."""
    if text[0] in _BULLETS:
        return text[0] if text[1:2].isspace() and not text[2].isspace() else ""
    found = _NUMBER.match(text)
    return found[0] if found else ""


def without_dates(text: str) -> list[str]:
    """The crawler's dates in front of `text`, and last what is behind them."""
    pieces, start = [], 0
    while found := _DATE_PREFIX.match(text, start):
        pieces.append(found[0])
        start = found.end() + 1
    return [*pieces, text[start:]]
