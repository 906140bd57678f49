"""Lines that hold a sign of what they may be, found in one look over a page for all signs: `signs.c`.

It is compiled when the project is installed (`hatch_build.py`). While it is at work, other threads run.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping
from ctypes import CDLL, c_char_p, c_int64, c_size_t, c_void_p, create_string_buffer
from functools import cache

from cleaner import Columns, load_library

_MOST_GROUPS, _FEWEST_BYTES, _MOST_BYTES = 64, 2, 0xFFFF
"""Of groups, of a sign, and of all signs with two bytes before each: what fits into the numbers that C has for them."""

Groups = tuple[tuple[str, ...], ...]
"""Groups of signs, of which each is two characters or more, or one that is not ASCII."""


class Signs:
    """Groups of signs, as C looks for them. They never change, so threads may share them.

    Raises:
        ValueError: C has no room for them, or one is a single byte.
    """

    def __init__(self, groups: Groups) -> None:
        encoded = sorted((sign.encode(), number) for number, signs in enumerate(groups) for sign in signs)
        if len(groups) > _MOST_GROUPS:
            raise ValueError(f"{len(groups)} groups of signs; there may be {_MOST_GROUPS}")
        if short := [sign for sign, _ in encoded if len(sign) < _FEWEST_BYTES]:
            raise ValueError(f"{short[0].decode()!r} is too short for a sign")
        self._signs = b"".join([bytes((number, len(sign))) + sign for sign, number in encoded])
        if len(self._signs) >= _MOST_BYTES:
            raise ValueError(f"{len(self._signs)} bytes of signs; there must be fewer than {_MOST_BYTES}")
        self._plan = create_string_buffer(_library().signs_plan_size())
        _library().signs_plan(self._plan, self._signs, len(self._signs))

    def held(self, columns: Columns) -> Mapping[int, list[int]]:
        """For each group that has any, the numbers of the lines that hold one of its signs, in their order."""
        texts, found = columns.texts, array("Q", bytes(16 * len(columns.gaps)))
        address, _ = found.buffer_info()
        many = _library().signs_find(self._plan, self._signs, len(self._signs), texts, len(texts), address)
        held = defaultdict[int, list[int]](list)
        numbers = iter(found[: 2 * many])
        for number, bits in zip(numbers, numbers, strict=True):
            left = bits
            while left:  # most lines hold signs of one group
                last = left & -left
                held[last.bit_length() - 1].append(number)
                left ^= last
        return held


@cache
def _library() -> CDLL:
    """Loaded on first use."""
    library = load_library(__file__, "signs")
    library.signs_plan_size.restype = c_size_t
    library.signs_plan.argtypes = c_void_p, c_char_p, c_int64
    library.signs_plan.restype = None
    library.signs_find.argtypes = (
        c_void_p, c_char_p, c_int64, c_char_p, c_int64, c_void_p
    )  # fmt: skip
    library.signs_find.restype = c_int64
    return library
