"""Lines that hold a sign of what they may be, found in one look over a page for all signs: `signs.c`.

It is compiled when the project is installed (`hatch_build.py`). While it is at work, other threads run.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from ctypes import CDLL, c_char_p, c_int64, c_void_p
from functools import cache
from pathlib import Path

from cleaner import Columns, Line

Groups = tuple[tuple[str, ...], ...]
"""Groups of signs, of which each is two characters or more, or one that is not ASCII."""


def holding(lines: Sequence[Line], columns: Columns, groups: Groups) -> list[list[Line]]:
    """For each group of signs those of the lines that hold one of them, in their order.

    Args:
        lines: some lines of a page.
        columns: all lines of that page.
        groups: what to look for.
    """
    many = len(columns.gaps)
    wanted, found = bytearray(many), array("Q", bytes(8 * many))
    for line in lines:
        wanted[line.number] = 1
    signs, numbers = _compiled(groups)
    texts = columns.texts
    _library().signs_find(signs, len(signs), numbers, texts, len(texts), bytes(wanted), found.buffer_info()[0])
    held = [(line, bits) for line in lines if (bits := found[line.number])] if any(found) else []
    return [[line for line, bits in held if bits >> number & 1] for number in range(len(groups))]


@cache
def _compiled(groups: Groups) -> tuple[bytes, bytes]:
    """All signs, a NUL behind each, and the number of the group of each."""
    numbers = bytes([number for number, signs in enumerate(groups) for _ in signs])
    return "".join([f"{sign}\0" for signs in groups for sign in signs]).encode(), numbers


@cache
def _library() -> CDLL:
    """Loaded on first use."""
    library = CDLL(str(Path(__file__).with_name("libsigns.so")))
    library.signs_find.argtypes = c_char_p, c_int64, c_char_p, c_char_p, c_int64, c_char_p, c_void_p
    library.signs_find.restype = None
    return library
