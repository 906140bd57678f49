"""Stage leftovers: short lines among known boilerplate are boilerplate too.

The search starts from lines that rules claim. Claimed lines leave the text, and no rule knows a line
of a cleaned text, so a second run over the outcome finds nothing to start from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

import regex

from cleaner import Kind, Line, Mark, Page
from cleaner_blog.words import DAY

_SENTENCE = 180
"""Characters from which on a line that ends like a sentence is prose."""
_SHORT_SENTENCE = 60
"""The same for a page that has few of those: an interview, a recipe, a poem."""
_MUCH_PROSE = 3
_LONG = 300
"""Characters from which on any line is prose."""
_ENDS = (".", "!", "?", "…", "”", '"', "»", "“", "。", "！", "？")
_FEWEST = 3
"""Claimed lines that a stretch needs before its other lines are suspect."""
_APART = 16
"""Lines that may lie between two claimed ones inside the article."""
_WORDS = 3
"""Words that a line may have to be taken, unless it is a list item."""

_DATE = regex.compile(DAY)
_LONGEST_DATE = 40
_THING = regex.compile(r"[\p{Ll}\d¼½¾⅓⅔⅛~]")
_THINGS = 0.3
"""Share of the items of a list that begin in lower case or with a number, from which on it is no menu."""

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
    prose = _prose(kept)
    ends = (-1, *prose, len(page.lines))
    spans = [span for start, end in pairwise(ends) for span in _spans(strong, start, end, len(page.lines))]
    spared = _lists_of_things(page) if spans else frozenset()
    suspects = _within([line for line in kept if _is_short(line) and line.number not in spared], spans)
    for line in _without_headings(page, suspects, prose[0] if prose else len(page.lines)):
        yield Mark(line, "short, among boilerplate")
    for line in kept:
        if (
            not (prose and prose[0] < line.number < prose[-1])
            and len(line.text) <= _LONGEST_DATE
            and _DATE.fullmatch(line.body)
        ):
            yield Mark(line, "a date above or below the text")


def _prose(lines: Sequence[Line]) -> list[int]:
    long = [line for line in lines if len(line.text) >= _SHORT_SENTENCE and _is_prose(line)]
    prose = [line.number for line in long if len(line.text) >= _SENTENCE]
    return prose if len(prose) >= _MUCH_PROSE else [line.number for line in long]


def _is_prose(line: Line) -> bool:
    return len(line.text) >= _LONG or line.text.endswith(_ENDS)


def _is_short(line: Line) -> bool:
    if line.kind is Kind.ITEM:
        return len(line.text) < _SENTENCE and not line.text.endswith((".", "!", "?"))
    return line.text.count(" ") < _WORDS and not line.text.endswith(_ENDS)


def _lists_of_things(page: Page) -> frozenset[int]:
    """Lists without a claimed line that count or measure: ingredients, not menus."""
    spared: set[int] = set()
    for kind, run in groupby(page.lines, key=attrgetter("kind")):
        lines = list(run) if kind is Kind.ITEM else []
        if lines and page.claims.keys().isdisjoint(line.number for line in lines):
            things = sum(_THING.match(line.body) is not None for line in lines)
            spared.update(line.number for line in lines if things >= _THINGS * len(lines))
    return frozenset(spared)


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


def _within(suspects: list[Line], spans: list[tuple[int, int]]) -> list[Line]:
    """Both are in order: one pass over the two."""
    found: list[Line] = []
    waiting = iter(spans)
    start, end = next(waiting, (-1, -1))
    for line in suspects:
        while 0 <= end < line.number:
            start, end = next(waiting, (-1, -1))
        if start < line.number < end:
            found.append(line)
    return found


def _without_headings(page: Page, suspects: list[Line], body: int) -> list[Line]:
    """Spare what stands alone over something that stays, and what may be the headline."""
    doomed = {line.number for line in suspects} | page.claims.keys()
    for line in reversed(suspects):
        below = line.number + 1
        alone = line.gap and line.kind is not Kind.ITEM and (below == len(page.lines) or page.lines[below].gap)
        if alone and (_heads(page, below, doomed) or (line.number < body and " " in line.text)):
            doomed.discard(line.number)
    return [line for line in suspects if line.number in doomed]


def _heads(page: Page, below: int, doomed: set[int]) -> bool:
    """Whether a list or a sentence that stays is below."""
    if below in doomed or below == len(page.lines):
        return False
    return page.lines[below].kind is Kind.ITEM or page.lines[below].text.endswith(_ENDS)
