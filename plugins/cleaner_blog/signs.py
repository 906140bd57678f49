"""Lines that hold a sign of what they may be, found in one look over a page for all signs: `signs.c`.

It is compiled when the project is installed (`hatch_build.py`). While it is at work, other threads run.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from ctypes import CDLL, c_char_p, c_int64, c_void_p
from functools import cache
from itertools import compress
from pathlib import Path

from cleaner import Line

_UTF16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"

Groups = tuple[tuple[str, ...], ...]
"""Groups of signs, of which each is three characters or more, or one."""


def holding(lines: Sequence[Line], groups: Groups) -> list[list[Line]]:
    """For each group of signs the lines that hold one of them, in their order."""
    together = "\n".join([line.text for line in lines])
    if together.count("\n") >= len(lines):  # elements that rules take are lines of their own, whatever they hold
        together = "\n".join([line.text.replace("\n", "\r") for line in lines])
    texts, found = _encoded(together), array("Q", bytes(8 * len(lines) + 8))
    signs, numbers = _compiled(groups)
    _library().signs_find(signs, len(signs) // 2, numbers, texts, len(texts) // 2, found.buffer_info()[0])
    held = [(lines[place], found[place]) for place in compress(range(len(lines)), found)]
    return [[line for line, bits in held if bits >> number & 1] for number in range(len(groups))]


def _encoded(text: str) -> bytes:
    return text.encode(_UTF16, "surrogatepass")


@cache
def _compiled(groups: Groups) -> tuple[bytes, bytes]:
    """All signs, and the number of the group of each."""
    numbers = bytes([number for number, signs in enumerate(groups) for _ in signs])
    return _encoded("\n".join([sign for signs in groups for sign in signs])), numbers


@cache
def _library() -> CDLL:
    """Loaded on first use."""
    library = CDLL(str(Path(__file__).with_name("libsigns.so")))
    library.signs_find.argtypes = c_void_p, c_int64, c_char_p, c_void_p, c_int64, c_void_p
    library.signs_find.restype = None
    return library
