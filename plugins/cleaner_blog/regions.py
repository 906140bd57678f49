"""Stage leftovers: short lines among known boilerplate are boilerplate too.

The search starts from lines that rules claim. Claimed lines leave the text, and no rule knows a line
of a cleaned text, so a second run over the outcome finds nothing to start from.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cleaner import Kind, Line, Mark, Page

_SENTENCE = 140
"""Characters from which on a line that ends like a sentence is prose."""
_LONG = 250
"""Characters from which on any line is prose."""
_ENDS = (".", "!", "?", "…", "”", '"', "»", "“", "。", "！", "？")
_FEWEST = 3
"""Claimed lines that a stretch needs before its other lines are suspect."""
_APART = 16
"""Lines that may lie between two claimed ones inside the article."""
_WORDS = 3
"""Words that a line may have to be taken, unless it is a list item."""

_WEAK = frozenset(
    f"blog/{name}"
    for name in (
        "advert-phrases",
        "agency-credit",
        "author-box",
        "author-line",
        "caption-phrases",
        "machine-phrases",
        "paywall-phrases",
        "picture-credit",
        "player-line",
        "player-phrases",
        "read-all",
        "read-on",
        "signs",
    )
)
"""Rules whose lines stand in the middle of articles, too."""


def among_boilerplate(page: Page) -> Iterator[Mark]:
    """Mark short lines and list items between claimed lines, where no prose stands between them."""
    claims = page.claims
    strong = {number for number, rule in claims.items() if rule not in _WEAK}
    if len(strong) < _FEWEST:
        return
    kept = page.kept()
    prose = [line.number for line in kept if len(line.text) >= _SENTENCE and _is_prose(line)]
    ends = (-1, *prose, len(page.lines))
    suspects = [line for line in kept if len(line.text) < _SENTENCE and _is_short(line)]
    spans = [span for start, end in pairwise(ends) for span in _spans(strong, start, end, len(page.lines))]
    yield from _within(suspects, spans)


def _is_prose(line: Line) -> bool:
    return len(line.text) >= _LONG or line.text.endswith(_ENDS)


def _is_short(line: Line) -> bool:
    if line.kind is Kind.ITEM:
        return not line.text.endswith((".", "!", "?"))
    return line.text.count(" ") < _WORDS and not line.text.endswith(_ENDS)


def _spans(strong: set[int], start: int, end: int, last: int) -> Iterator[tuple[int, int]]:
    """Where claimed lines follow each other without prose: before, between and after them at the page's ends."""
    claimed = [number for number in range(start + 1, end) if number in strong]
    if len(claimed) < _FEWEST:
        return
    head, tail = start < 0, end == last
    if head:
        yield start, claimed[0]
    for one, other in pairwise(claimed):
        if head or tail or other - one <= _APART:
            yield one, other
    if tail:
        yield claimed[-1], end


def _within(suspects: list[Line], spans: list[tuple[int, int]]) -> Iterator[Mark]:
    """Both are in order: one pass over the two."""
    waiting = iter(spans)
    start, end = next(waiting, (-1, -1))
    for line in suspects:
        while end < line.number and end >= 0:
            start, end = next(waiting, (-1, -1))
        if start < line.number < end:
            yield Mark(line, "short, among boilerplate")
