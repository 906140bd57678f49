"""Stage leftovers: short lines among known boilerplate are boilerplate too.

The search starts from lines that rules claim. Claimed lines leave the text, and no rule knows a line
of a cleaned text, so a second run over the outcome finds nothing to start from.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

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

_KIND = Line._fields.index("kind")
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


def among_boilerplate(page: Page, kept: Sequence[Line]) -> Iterator[Mark]:
    """Mark short lines between claimed lines, where no prose stands between them, and dates around the text."""
    strong = [number for number, rule in page.claims.items() if rule not in _WEAK]
    if len(strong) < _FEWEST:
        return
    prose = _prose(kept)
    spans = _spans(sorted(strong), (-1, *prose, len(page.lines)))
    suspects = _within(_short(kept), spans)
    spared = _lists_of_things(page) if suspects else frozenset()
    suspects = [line for line in suspects if line.number not in spared]
    body = range(prose[0], prose[-1]) if prose else range(len(page.lines), len(page.lines))
    for line in _without_headings(page, suspects, body.start):
        yield Mark(line, "short, among boilerplate")
    for line in kept:
        if len(line.text) <= _LONGEST_DATE and line.number not in body and _is_date(line.text):
            yield Mark(line, "a date above or below the text")


def _prose(lines: Sequence[Line]) -> list[int]:
    long = [line for line in lines if len(line.text) >= _SHORT_SENTENCE]
    long = [line for line in long if len(line.text) >= _LONG or line.text.endswith(_ENDS)]
    prose = [line.number for line in long if len(line.text) >= _SENTENCE]
    return prose if len(prose) >= _MUCH_PROSE else [line.number for line in long]


def _short(lines: Sequence[Line]) -> list[Line]:
    """Items that are no sentences, and lines of few words."""
    short = [line for line in lines if len(line.text) < _SENTENCE and not line.text.endswith(_ENDS)]
    return [line for line in short if line.kind is Kind.ITEM or line.text.count(" ") < _WORDS]


def _is_date(text: str) -> bool:
    return (text[0].isdigit() or text[-1].isdigit()) and _DATE.fullmatch(text) is not None


def _lists_of_things(page: Page) -> frozenset[int]:
    """Lists without a claimed line that count or measure: ingredients, not menus."""
    spared: set[int] = set()
    for kind, run in groupby(page.lines, key=itemgetter(_KIND)):
        lines = list(run) if kind is Kind.ITEM else []
        if lines and page.claims.keys().isdisjoint([line.number for line in lines]):
            things = sum([_THING.match(line.body) is not None for line in lines])
            spared.update(line.number for line in lines if things >= _THINGS * len(lines))
    return frozenset(spared)


def _spans(strong: Sequence[int], ends: Sequence[int]) -> list[tuple[int, int]]:
    """Where claimed lines follow each other without prose: before, between and after them at the page's ends."""
    spans: list[tuple[int, int]] = []
    for start, end in pairwise(ends):
        claimed = strong[bisect_right(strong, start) : bisect_left(strong, end)]
        if len(claimed) < _FEWEST:
            continue
        head, tail = start < 0, end == ends[-1]
        apart = end - start if head or tail else _APART
        known = (*([start] if head else ()), *claimed, *([end] if tail else ()))
        spans += [span for span in pairwise(known) if span[1] - span[0] <= apart]
    return spans


def _within(lines: Sequence[Line], spans: list[tuple[int, int]]) -> list[Line]:
    """The lines that lie in the spans; both are in order, so one pass over the two does."""
    found: list[Line] = []
    place, last = 0, len(lines)
    for start, end in spans:
        while place < last and lines[place].number < start:
            place += 1
        while place < last and lines[place].number < end:
            found.append(lines[place])
            place += 1
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
