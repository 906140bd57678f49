"""Signs in the source of a page, all sought at once: `seek.c`."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import CDLL, c_char_p, c_int64, c_size_t, c_void_p, create_string_buffer
from functools import cache

from cleaner.compiled import load_library


class Signs:
    """Finds out whether any of some strings stands in a text.

    Args:
        signs: each of two bytes or more, without NUL.
    """

    __slots__ = ("_many", "_plan", "_signs")

    def __init__(self, signs: Sequence[str]) -> None:
        self._many = len(signs)
        self._signs = "".join(f"{sign}\0" for sign in signs).encode()
        self._plan = create_string_buffer(_library().seek_plan_size())
        _library().seek_plan(self._signs, self._plan)

    def first(self, text: bytes, most: int) -> int | None:
        """The number of the first of the signs that stands anywhere in the first `most` bytes of `text`, or None."""
        number = _library().seek_first(self._plan, self._signs, text, min(most, len(text)), self._many)
        return number if number < self._many else None


@cache
def _library() -> CDLL:
    """Loaded on first use."""
    library = load_library(__file__, "seek")
    library.seek_plan.argtypes = c_char_p, c_void_p
    library.seek_plan.restype = None
    library.seek_plan_size.restype = c_size_t
    library.seek_first.argtypes = c_void_p, c_char_p, c_char_p, c_size_t, c_int64
    library.seek_first.restype = c_int64
    return library
