"""The source of a page before it is parsed: scripts leave it, and what could be too much for the parser is noticed.

Scripts, styles, drawings and comments are nearly half of a page and none of its text: what is left is bounded, parsed
and walked in less time. The work is done by `scan.c`.
"""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import NamedTuple

from cleaner.compiled import load_functions


class Scanned(NamedTuple):
    """A source without scripts, the JSON-LD blocks that were among them, and what the rest may hold."""

    source: bytes
    json_ld: tuple[bytes, ...] = ()
    tags: int = 0
    """How many, about."""


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "scan")


def scan(source: bytes) -> Scanned:
    """Take scripts and the like out, each from its first to its last character.

    The parser drops them too, and what it would read otherwise is left to it: what does not end, a drawing in which
    text may stand, what only looks like one of them in a value or in a `<textarea>`.

    Raises:
        MemoryError: there is too little for this page.
    """
    return Scanned(*_library().scan(source))


def is_utf8(data: bytes) -> bool:
    """Whether it is UTF-8 as the standard has it, without NUL; decoding to find out costs a copy of the page."""
    found: bool = _library().is_utf8(data)
    return found
