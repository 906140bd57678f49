"""Which lines leave a page, and who takes them, by `ledger.c`: hooks mark hundreds, and each mark is looked at."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from types import SimpleNamespace
from typing import Any

from cleaner.compiled import load_functions
from cleaner.model import Line, Mark, Removal

_FAULTS = (
    "",
    "must yield Mark(line, why), not {!r}",
    "must yield a Mark whose confidence is a number from 0 to 1, not {.confidence!r}",
    "marked a line that is not on the page: {.line!r}",
)
_NUMBERS = float, int


def take(
    marks: list[Any], lines: tuple[Line, ...], gone: dict[int, Removal], stage: str, by: str, least: float
) -> str | None:
    """Take the lines that a hook has marked and nobody has taken yet, if it is sure enough.

    Args:
        marks: what the hook has given.
        lines: those of the page.
        gone: the ledger, by the numbers of lines; what is taken is entered.
        stage: the hook's.
        by: whom the ledger is to name.
        least: the confidence that a mark needs.

    Returns:
        What is wrong with the first mark that is not as it should be; those behind it are not looked at.
    """
    fault = _library().take(marks, lines, gone, Mark, Line, str, _NUMBERS, Removal, stage, by, least)
    return _FAULTS[fault[0]].format(fault[1]) if fault else None


def knows(lines: tuple[Line, ...], line: Line) -> bool:
    """Whether a line is one of these, which are a page's, and not one that a hook has made up."""
    return bool(_library().knows(lines, line))


def left(lines: tuple[Line, ...], gone: Collection[int]) -> tuple[Line, ...]:
    """The lines of a page without those whose numbers are in `gone`."""
    found: tuple[Line, ...] = _library().left(tuple(lines), gone)
    return found


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "ledger")
