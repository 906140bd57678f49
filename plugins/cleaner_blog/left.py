"""The lines of a page that are left where some have gone, and what C sees of them in one look: `left.c`.

It is compiled when the project is installed (`hatch_build.py`). While it is at work, other threads run.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection
from ctypes import CDLL, c_char_p, c_int64, c_void_p
from functools import cache
from itertools import chain, compress

from cleaner import Line, Page, load_library

_DATED = 2
_PAIR = 3
"""Numbers that say what was found of two lines."""


class Left:
    """The lines of a page but for those that have gone, by their numbers."""

    __slots__ = ("_lines", "_looks", "alike")

    def __init__(self, page: Page, *gone: Collection[int]) -> None:
        columns, many = page.columns, len(page.lines)
        numbers = array("i", [*chain.from_iterable(gone)])
        looks, pairs = array("B", bytes(many)), array("i", bytes(4 * _PAIR * many))
        found = _PAIR * _library().left_find(
            columns.texts, len(columns.texts), _address(columns.gaps), many,
            _address(numbers), len(numbers), _address(looks), _address(pairs),
        )  # fmt: skip
        self._lines, self._looks = page.lines, looks.tobytes()
        told = iter(pairs[:found])
        self.alike = list(zip(told, told, told, strict=True))
        """Numbers of lines that may say what the next line that is left says, of that line, and whether the two are a
        block: with a break before and after them and none between."""

    def lines(self) -> list[Line]:
        """Those that are left."""
        return list(compress(self._lines, self._looks))

    def dated(self) -> list[Line]:
        """Those that may be a date and nothing else."""
        found, number = [], -1
        while (number := self._looks.find(_DATED, number + 1)) >= 0:
            found.append(self._lines[number])
        return found


def _address(numbers: array[int]) -> int:
    return numbers.buffer_info()[0]


@cache
def _library() -> CDLL:
    """Loaded on first use."""
    library = load_library(__file__, "left")
    library.left_find.argtypes = (
        c_char_p, c_int64, c_void_p, c_int64, c_void_p, c_int64, c_void_p, c_void_p
    )  # fmt: skip
    library.left_find.restype = c_int64
    return library
