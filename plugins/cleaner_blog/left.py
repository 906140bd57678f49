"""The lines of a page that are left where some have gone, and what C sees of them in one look: `left.c`.

It is compiled when the project is installed (`hatch_build.py`). While it is at work, other threads run.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from itertools import compress
from types import SimpleNamespace

from cleaner import Line, Page, load_functions

_DATED = 2
"""What C says of such lines."""


class Left:
    """The lines of a page but for those that have gone, by their numbers."""

    __slots__ = ("_lines", "_looks", "alike")

    def __init__(self, page: Page, *gone: Collection[int]) -> None:
        columns = page.columns
        found: tuple[bytes, list[tuple[int, int, bool]]] = _library().left(columns.texts, columns.gaps, *gone)
        self._lines, (self._looks, self.alike) = page.lines, found
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


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "left")
