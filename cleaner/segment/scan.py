"""The source of a page before it is parsed: scripts leave it, and what could be too much for the parser is noticed.

Scripts, styles, drawings and comments are nearly half of a page and none of its text: what is left is bounded, parsed
and walked in less time. The work is done by `scan.c`.
"""

from __future__ import annotations

from ctypes import CDLL, POINTER, Structure, byref, c_char_p, c_int64, c_size_t
from functools import cache
from typing import NamedTuple

from cleaner.compiled import load_library
from cleaner.segment.buffers import Buffer


class Scanned(NamedTuple):
    """A source without scripts, the JSON-LD blocks that were among them, and what the rest may hold."""

    source: bytes
    json_ld: tuple[bytes, ...] = ()
    tags: int = 0
    """How many, about."""


class _Result(Structure):
    _fields_ = (
        ("kept", Buffer),
        ("blocks", Buffer),
        ("tags", c_int64),
    )


@cache
def _library() -> CDLL:
    found = load_library(__file__, "scan")
    found.scan_page.argtypes = c_char_p, c_size_t, POINTER(_Result)
    found.scan_is_utf8.argtypes = c_char_p, c_size_t
    found.scan_free.argtypes = (POINTER(_Result),)
    found.scan_free.restype = None
    return found


def scan(source: bytes) -> Scanned:
    """Take scripts and the like out, each from its first to its last character.

    The parser drops them too, and what it would read otherwise is left to it: what does not end, a drawing in which
    text may stand, what only looks like one of them in a value or in a `<textarea>`.

    Raises:
        MemoryError: there is too little for this page.
    """
    result = _Result()
    try:
        if _library().scan_page(source, len(source), byref(result)):
            raise MemoryError
        places = result.blocks.numbers("q")
        blocks = tuple(source[start:end] for start, end in zip(places[::2], places[1::2], strict=True))
        return Scanned(result.kept.bytes(), blocks, result.tags)
    finally:
        _library().scan_free(byref(result))


def is_utf8(data: bytes) -> bool:
    """Whether it is UTF-8 as the standard has it, without NUL; decoding to find out costs a copy of the page."""
    return bool(_library().scan_is_utf8(data, len(data)))
