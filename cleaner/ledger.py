"""Which lines leave a page, who takes them and what is left, by `ledger.c`: a page has hundreds, and as many marks."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
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
LINE_BREAK, PARAGRAPH_BREAK = "\n", "\n\n"


Ledger = dict[int, Removal]
"""What is said of lines that left, by their numbers."""
Entry = tuple[str, str, str]
"""What a removal says of a line: stage, whom the ledger names, reason."""


def take(marks: list[Any], lines: tuple[Line, ...], gone: Ledger, stage: str, by: str, least: float) -> str | None:
    """Take the lines that a hook has marked and nobody has taken yet, if it is sure enough.

    Args:
        marks: what the hook has given.
        lines: those of the page.
        gone: what is taken is entered.
        stage: the hook's.
        by: whom the ledger is to name.
        least: the confidence that a mark needs.

    Returns:
        What is wrong with the first mark that is not as it should be; those behind it are not looked at.
    """
    fault = _library().take(lines, gone, Removal, marks, Mark, Line, str, _NUMBERS, stage, by, least)
    return _FAULTS[fault[0]].format(fault[1]) if fault else None


def claim(
    claims: list[tuple[int, int]],
    start: int,
    lines: tuple[Line, ...],
    gone: Ledger,
    not_counting: Collection[tuple[int, int]],
    entries: Sequence[Entry],
    reaching: Collection[int],
) -> int:
    """Let rules take the lines that they claim and nobody has taken yet.

    Args:
        claims: the numbers of lines, each with its rule by its place in the plan.
        start: the place of the first claim that is looked at.
        lines: those of the page.
        gone: what is taken is entered.
        not_counting: claims by which no line leaves.
        entries: what is said of each rule.
        reaching: rules behind whose claims to stop.

    Returns:
        The place behind the first claim of a rule that is `reaching`; 0 if there is none.
    """
    stop: int = _library().claim(lines, gone, Removal, claims, start, not_counting, entries, reaching)
    return stop


def take_saying(text: str, lines: tuple[Line, ...], gone: Ledger, entry: Entry) -> None:
    """Take all lines of this text, whoever has taken them before."""
    _library().take_saying(lines, gone, Removal, text, entry)


def knows(lines: tuple[Line, ...], line: Line) -> bool:
    """Whether a line is one of these, which are a page's, and not one that a hook has made up."""
    return bool(_library().knows(lines, line))


def left(lines: tuple[Line, ...], gone: Collection[int]) -> tuple[Line, ...]:
    """The lines of a page without those whose numbers are in `gone`."""
    found: tuple[Line, ...] = _library().left(tuple(lines), gone)
    return found


def parts(lines: tuple[Line, ...], gone: Collection[int], gaps: array[int]) -> tuple[str, ...]:
    """The texts of the lines that are left, and between each two of them what stands there.

    That is a blank line (`PARAGRAPH_BREAK`) if one stands over the lower one, or stood over what is gone between them.
    """
    found: tuple[str, ...] = _library().parts(lines, gone, gaps, LINE_BREAK, PARAGRAPH_BREAK)
    return found


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "ledger")
