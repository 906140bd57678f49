"""What becomes of the lines that a net has scored: `judge.c` beside this, and the reasons in words."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from types import SimpleNamespace
from typing import NamedTuple

from cleaner import Columns, Mark, Page, load_functions

THRESHOLD = 0.22
"""Lines that score less go. Below a half: losing text is worse than keeping a line too many."""

DUMP_THRESHOLD = 0.2
"""The same for dumps, which show less."""

OPEN, SPARED, SAYS_TITLE = 1, 2, 4
"""What is known of a line, in bits: nobody takes it; no low score does; it says the title."""

_WHY = (
    *(f"score {hundredth / 100:.2f}: does not look like the article" for hundredth in range(101)),
    "stands above already",
    "below the article, among lines that do not look like one",
    "the headline",
    "a link above the headline",
)
"""In the order of the reasons in C."""


class Bounds(NamedTuple):
    """What is known of where the article of a dump is."""

    headline: int
    """The line with which it begins, unless most of the text is above it."""
    ends: Sequence[int] = ()
    """In their order, lines such as stand below an article."""
    shares: Sequence[float] = ()
    """For each, of the lines behind it that look like no article, from which on all of them are none."""


def of_page(page: Page, states: bytearray, scores: Sequence[float], headline: int) -> list[Mark]:
    """Those that go of the lines of a page.

    Args:
        page: its lines and their boxes.
        states: what is known of each line.
        scores: of each line.
        headline: links above this line go; 0 if it is not known.
    """
    known = Mark, _WHY, page.lines, page.columns, states, array("d", scores), THRESHOLD
    marks: list[Mark] = _library().of_page(*known, page.boxes.parents, headline)
    return marks


def of_dump(page: Page, states: bytearray, scores: Sequence[float], bounds: Bounds) -> list[Mark]:
    """Those that go of the lines of a dump."""
    known = Mark, _WHY, page.lines, page.columns, states, array("d", scores), DUMP_THRESHOLD
    where = bounds.headline, array("i", bounds.ends), array("d", bounds.shares)
    marks: list[Mark] = _library().of_dump(*known, *where)
    return marks


def maybe_titles(columns: Columns, title: str, more: int) -> list[int]:
    """The numbers of the lines that may say the title, in so many characters more or less."""
    said, size = title.encode("utf-8", "surrogatepass"), len(title)
    numbers: list[int] = _library().titles(columns, said, size - more, size + more)
    return numbers


def may_have_pieces(columns: Columns) -> bool:
    """Whether any line begins as only one does that goes on with a sentence: most dumps have none."""
    return bool(_library().any_pieces(columns.texts))


def maybe_pieces(columns: Columns, stages: bytes) -> tuple[list[int], list[int], list[int]]:
    """The numbers of the lines that follow another, neither taken, and have no marker.

    Of these, in two more lists, those that may go on with a sentence, and those behind what may be left open.
    """
    found: tuple[list[int], list[int], list[int]] = _library().pieces(columns, stages)
    return found


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "judge")
