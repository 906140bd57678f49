"""Lines that hold a sign of what they may be, found in one look over a page for all signs: `signs.c`.

It is compiled when the project is installed (`hatch_build.py`). While it is at work, other threads run.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from ctypes import CDLL, Array, c_char, c_char_p, c_int64, c_size_t, c_void_p, create_string_buffer
from functools import cache

from cleaner import Columns, Line, load_library

_MOST_GROUPS, _FEWEST_BYTES, _MOST_BYTES = 64, 2, 0xFFFF
"""Of groups, of a sign, and of all signs with two bytes before each: what fits into the numbers that C has for them."""

Groups = tuple[tuple[str, ...], ...]
"""Groups of signs, of which each is two characters or more, or one that is not ASCII."""


def holding(lines: Sequence[Line], columns: Columns, groups: Groups) -> list[list[Line]]:
    """For each group of signs those of the lines that hold one of them, in their order.

    Args:
        lines: some lines of a page, in their order.
        columns: all lines of that page.
        groups: what to look for.
    """
    compiled, texts = _compiled(groups), columns.texts
    wanted, found = array("i", [line.number for line in lines]), array("Q", bytes(16 * len(lines)))
    many = _library().signs_find(*compiled, texts, len(texts), _address(wanted), len(wanted), _address(found))
    held: list[list[Line]] = [[] for _ in groups]
    for place, bits in zip(found[: 2 * many : 2], found[1 : 2 * many : 2], strict=True):
        left = bits
        while left:  # most lines hold signs of one group
            last = left & -left
            held[last.bit_length() - 1].append(lines[place])
            left ^= last
    return held


def _address(numbers: array[int]) -> int:
    return numbers.buffer_info()[0]


@cache
def _compiled(groups: Groups) -> tuple[Array[c_char], bytes, int]:
    """What is known of the signs before a page is looked at; the signs as C takes them, and their bytes.

    Raises:
        ValueError: C has no room for them, or one is a single byte.
    """
    encoded = sorted((sign.encode(), number) for number, signs in enumerate(groups) for sign in signs)
    if len(groups) > _MOST_GROUPS:
        raise ValueError(f"{len(groups)} groups of signs; there may be {_MOST_GROUPS}")
    if short := [sign for sign, _ in encoded if len(sign) < _FEWEST_BYTES]:
        raise ValueError(f"{short[0].decode()!r} is too short for a sign")
    signs = b"".join([bytes((number, len(sign))) + sign for sign, number in encoded])
    if len(signs) >= _MOST_BYTES:
        raise ValueError(f"{len(signs)} bytes of signs; there must be fewer than {_MOST_BYTES}")
    plan = create_string_buffer(_library().signs_plan_size())
    _library().signs_plan(plan, signs, len(signs))
    return plan, signs, len(signs)


@cache
def _library() -> CDLL:
    """Loaded on first use."""
    library = load_library(__file__, "signs")
    library.signs_plan_size.restype = c_size_t
    library.signs_plan.argtypes = c_void_p, c_char_p, c_int64
    library.signs_plan.restype = None
    library.signs_find.argtypes = (
        c_void_p, c_char_p, c_int64, c_char_p, c_int64, c_void_p, c_int64, c_void_p
    )  # fmt: skip
    library.signs_find.restype = c_int64
    return library
