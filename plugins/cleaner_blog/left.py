"""The lines of a page that are left where some have gone, and what C sees of them in one look: `left.c`.

It is compiled when the project is installed (`hatch_build.py`). While it is at work, other threads run.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from functools import cache
from itertools import compress
from types import SimpleNamespace

from cleaner import Line, Mark, Page, load_functions

_MOST_BYTES = 4
"""Of a character."""
_DATED = 2
"""What C says of such lines."""


class Left:
    """The lines of a page but for those that have gone, by their numbers or by their marks."""

    __slots__ = ("_lines", "_looks", "alike")

    def __init__(self, page: Page, marks: list[Mark], *gone: Collection[int]) -> None:
        columns = page.columns
        found: tuple[bytes, list[tuple[int, int, bool]]] = _library().left(columns.texts, columns.gaps, marks, *gone)
        self._lines, (self._looks, self.alike) = page.lines, found
        """Numbers of lines that may say what the next line that is left says, of that line, and whether the two are a
        block: with a break before and after them and none between; else one is long and begins the other."""

    def lines(self) -> list[Line]:
        """Those that are left."""
        return list(compress(self._lines, self._looks))

    def dated(self) -> list[Line]:
        """Those that may be a date and nothing else."""
        found, number = [], -1
        while (number := self._looks.find(_DATED, number + 1)) >= 0:
            found.append(self._lines[number])
        return found


def numbered(page: Page, numbers: Iterable[int], *claims: Container[int]) -> list[Line]:
    """The lines with these numbers that nobody has taken, nor a rule among `claims` will."""
    lines: list[Line] = _library().numbered(page.lines, numbers, page.taken, *claims)
    return lines


def timed(page: Page, first: int, longest: int) -> list[Line]:
    """The lines from the first on that may tell a time, and have so many characters at most, or some more."""
    lines, most = page.lines, _MOST_BYTES * longest
    return [lines[number] for number in _library().timed(page.columns.texts, first, most)]


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "left")
