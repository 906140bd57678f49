"""Stage leftovers: short lines among known boilerplate are boilerplate too.

The search starts from lines that rules claim. Claimed lines leave the text, and no rule knows a line
of a cleaned text, so a second run over the outcome finds nothing to start from.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

import regex

from cleaner import Kind, Line, Mark, Page
from cleaner_blog.dense import blanks, said
from cleaner_blog.left import Left
from cleaner_blog.words import DAY

_SENTENCE = 180
"""Characters, as `said` counts them, from which on a line that ends like a sentence is prose."""
_SHORT_SENTENCE = 60
"""The same for a page that has few of those: an interview, a recipe, a poem."""
_MUCH_PROSE = 3
_LONG = 300
"""Characters from which on any line is prose."""
_ENDS = frozenset('.!?…”"»“。！？।۔؟')
_FEWEST = 3
"""Claimed lines that a stretch needs before its other lines are suspect."""
_APART = 16
"""Lines that may lie between two claimed ones inside the article."""
_WORDS = 3
"""Words that a line may have to be taken, unless it is a list item."""

_ITEM = Kind.ITEM
_DATE = regex.compile(DAY)
_LONGEST_DATE = 40
_A_DATE = "a date above or below the text"
_OTHERS = "blog/related-phrases"
"""The rule for headings of lists of other posts."""
_LONGEST_TEASER = 120
_PAIRS = 4
"""Lines, of headlines with their sentences; fewer may be the end of the article."""
_COPYRIGHT = "blog/copyright-line"
_LONGEST_NAME = 40
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
    strong = sorted([number for number, rule in page.claims.items() if rule not in _WEAK])
    if len(strong) < _FEWEST:
        return
    prose = _prose(kept)
    near = set(chain.from_iterable(_spans(strong, (-1, *prose, len(page.lines)))))
    suspects = _without_things(page, [line for line in _short(kept) if line.number in near])
    body = range(prose[0], prose[-1]) if prose else range(len(page.lines), len(page.lines))
    for line in _without_headings(page, suspects, body.start):
        yield Mark(line, "short, among boilerplate")
    for line in _teasers(page, strong, body.stop):
        yield Mark(line, "under a heading of other posts")
    yield from [Mark(line, _A_DATE) for line in _dates(kept) if line.number not in body]


def site_names(page: Page, kept: Sequence[Line]) -> Iterator[Mark]:
    """Mark the lines over the text that say whose it is, as the copyright of the page does."""
    owned = [page.lines[number].text.casefold() for number, rule in page.claims.items() if rule == _COPYRIGHT]
    if not owned:  # as on most pages
        return
    prose = _prose(kept)
    above = [line for line in kept if prose and line.number < prose[0] and len(line.text) <= _LONGEST_NAME]
    for line in above:
        name = line.text.casefold()
        if any(name in text for text in owned):
            yield Mark(line, "the name of the site")


def dates_around_prose(left: Left) -> Iterator[Mark]:
    """Mark dates around the text of what is left of a page."""
    dates = _dates(left.dated())
    if dates and (prose := _prose(left.lines())):
        yield from [Mark(line, _A_DATE) for line in dates if not prose[0] <= line.number <= prose[-1]]


def _dates(lines: Sequence[Line]) -> list[Line]:
    """The lines that are a date and nothing else."""
    return [
        line
        for line in lines
        if len(text := line.text) <= _LONGEST_DATE
        and (text[-1].isdigit() or text[0].isdigit())
        and _DATE.fullmatch(text)
    ]


def _teasers(page: Page, strong: Sequence[int], below: int) -> Iterator[Line]:
    """Headlines below the text, between the heading of a list of other posts and the next line that a rule takes."""
    for heading, after in pairwise((*strong[bisect_left(strong, below) :], len(page.lines))):
        lines = page.lines[heading + 1 : after]
        if page.claims[heading] == _OTHERS and _are_teasers(list(map(_is_told, lines))):
            yield from lines


def _are_teasers(told: Sequence[bool]) -> bool:
    """Whether lines are headlines alone, or several each with a sentence below it."""
    return not any(told) or (len(told) >= _PAIRS and not any(told[::2]) and all(told[1::2]))


def _is_told(line: Line) -> bool:
    return line.text[-1] in _ENDS or said(line.text) > _LONGEST_TEASER


def _prose(lines: Sequence[Line]) -> list[int]:
    sized = [(size, line) for line in lines if (size := said(line.text)) >= _SHORT_SENTENCE]
    long = [(size, line) for size, line in sized if size >= _LONG or line.text[-1] in _ENDS]
    prose = [line.number for size, line in long if size >= _SENTENCE]
    return prose if len(prose) >= _MUCH_PROSE else [line.number for _, line in long]


def _short(lines: Sequence[Line]) -> list[Line]:
    """Items that are no sentences, and lines of few words."""
    short = [line for line in lines if line.kind is _ITEM or blanks(line.text) < _WORDS]
    return [line for line in short if line.text[-1] not in _ENDS and said(line.text) < _SENTENCE]


def _without_things(page: Page, suspects: list[Line]) -> list[Line]:
    """Spare lists without a claimed line that count or measure: ingredients, not menus."""
    left: list[Line] = []
    end, spared = 0, False
    for line in suspects:
        if line.kind is _ITEM and line.number >= end:
            items = _list_around(page, line.number)
            end, spared = items[-1].number + 1, _are_things(page, items)
        if line.kind is not _ITEM or not spared:
            left.append(line)
    return left


def _list_around(page: Page, number: int) -> Sequence[Line]:
    """The items above and below an item, and itself."""
    start = end = number
    while start > 0 and page.lines[start - 1].kind is _ITEM:
        start -= 1
    while end < len(page.lines) and page.lines[end].kind is _ITEM:
        end += 1
    return page.lines[start:end]


def _are_things(page: Page, items: Sequence[Line]) -> bool:
    if any(line.number in page.claims for line in items):
        return False
    return sum([_is_thing(line.body[0]) for line in items]) >= _THINGS * len(items)


def _is_thing(first: str) -> bool:
    return first.islower() or first.isdecimal() or first in "¼½¾⅓⅔⅛~"


def _spans(strong: Sequence[int], ends: Sequence[int]) -> Iterator[range]:
    """Where claimed lines follow each other without prose: before, between and after them at the page's ends."""
    for start, end in pairwise(ends):
        claimed = strong[bisect_right(strong, start) : bisect_left(strong, end)]
        if len(claimed) < _FEWEST:
            continue
        if start < 0 or end == ends[-1]:  # without any prose, what stands above all of them may be the text
            first = 0 if start < 0 and end != ends[-1] else claimed[0]
            yield range(first, end if end == ends[-1] else claimed[-1])
        else:
            yield from (range(*span) for span in pairwise(claimed) if span[1] - span[0] <= _APART)


def _without_headings(page: Page, suspects: list[Line], body: int) -> list[Line]:
    """Spare what stands alone over something that stays, and what may be the headline."""
    doomed = {line.number for line in suspects} | page.claims.keys()
    for line in reversed(suspects):
        below = line.number + 1
        alone = line.gap and line.kind is not _ITEM and (below == len(page.lines) or page.lines[below].gap)
        if alone and (_heads(page, below, doomed) or (line.number < body and blanks(line.text) > 0)):
            doomed.discard(line.number)
    return [line for line in suspects if line.number in doomed]


def _heads(page: Page, below: int, doomed: set[int]) -> bool:
    """Whether a list or a sentence that stays is below."""
    if below in doomed or below == len(page.lines):
        return False
    return page.lines[below].kind is _ITEM or page.lines[below].text[-1] in _ENDS
