"""Lines that hold a sign of what they may be, found in one look over a page for all signs: `signs.c`.

It is compiled when the project is installed (`hatch_build.py`). While it is at work, other threads run.
"""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace

from cleaner import Columns, load_functions

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
        self._plan: bytes = _library().plan(self._signs)

    def held(self, columns: Columns) -> dict[int, list[int]]:
        """For each group that has any, the numbers of the lines that hold one of its signs, in their order."""
        held: dict[int, list[int]] = _library().held(self._plan, self._signs, columns.texts, len(columns.gaps))
        return held


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "signs")
