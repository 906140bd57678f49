"""Where an article begins, and where that of a dump ends.

A net sees in which stages lines go, not which rules take them, nor what they say.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress, takewhile
from operator import attrgetter
from typing import NamedTuple

from cleaner import Line, Page
from cleaner_blog.scorer.context import HEADLINE, Context
from cleaner_blog.words import letters

_BEHIND = frozenset(
    f"blog/{name}"
    for name in (
        "author-phrases comment-ask comment-count comment-form comment-reply follow-line follow-phrases"
        " menu-phrases newsletter-line newsletter-phrases paging paging-title read-all read-lead related-phrases"
        " reply-phrases return share-phrases tag-line"
    ).split()
)
"""Rules for what stands below an article: where the last line that one of them takes has most of the text above it,
what follows is hardly ever the article. Chosen on 925 dumps by Resiliparse; see docs/scorer.md."""

_LISTS = frozenset(("blog/read-all", "blog/read-lead"))
"""Of these, those that stand above a list of other articles: `More from Example Times`."""
_ANYWHERE = frozenset(
    f"blog/{name}" for name in "follow-line follow-phrases newsletter-line newsletter-phrases share-phrases".split()
)
"""Of these, those that may stand in the middle of an article, too."""
_MOST, _MOST_OF_LIST, _MANY = 0.8, 0.33, 6
"""Shares of the lines behind it, of so many at least, that look like no article: then the others are none either."""

_LINKED = 0.5
"""Share of a line's characters that are link text, from which on it leads elsewhere."""
_FEWEST = 5
"""Lines that rules take; a clean text has fewer, and one of them proves little."""
_SHORTEST = 5
"""Characters of such a line; `By` and `von` are pieces of sentences, too."""
_MORE = 8
"""Characters that a line may have more than the title that it says, or less: a list marker, quotation marks."""

_number = attrgetter("number")


def links_above(page: Page, lines: Sequence[Line], context: Context) -> list[Line]:
    """Those of a page's lines that are links above its headline: to its first page, to sections."""
    headline = context.stages.find(HEADLINE)
    if headline < 0 or not any(headlines(page.lines[headline : headline + 1], context.title)):
        return []
    above = takewhile(lambda line: line.number < headline, lines)
    return [line for line in above if line.links >= _LINKED]


class _Bounds(NamedTuple):
    """Where the article of a dump is, with its headline and what stands below it."""

    start: int
    end: int
    rule: str = ""
    """The one that took the last line; "" if nothing stands below."""


def outside(
    page: Page, lines: Sequence[Line], left: Sequence[Line], scores: Sequence[float], most: float
) -> list[Line]:
    """Those of the lines that are left which stand above the headline, or behind what stands below an article.

    Args:
        page: a dump.
        lines: those that no rule takes.
        left: those of them that are left.
        scores: of all lines of the page, by number.
        most: lines that score as much stay, except behind the end if hardly any does there.
    """
    start, end, rule = _bounds(page, left)
    behind = lines[bisect_right(lines, end, key=_number) :]
    if rule not in _ANYWHERE and len(behind) >= _MANY:
        many = sum(scores[line.number] < most for line in behind)
        if many >= (_MOST_OF_LIST if rule in _LISTS else _MOST) * len(behind):
            return [line for line in left if line.number > end or (line.number < start and scores[line.number] < most)]
    first, last = bisect_left(left, start, key=_number), bisect_right(left, end, key=_number)
    return [line for line in (*left[:first], *left[last:]) if scores[line.number] < most]


def _bounds(page: Page, left: Sequence[Line]) -> _Bounds:
    """Where the article begins and ends: at least half of the text that is left stands between."""
    claims, lines = page.claims, page.lines
    if len(claims) < _FEWEST:
        return _Bounds(0, len(lines))
    middle = _middle(left)
    behind = sorted(compress(claims, map(_BEHIND.__contains__, claims.values())))
    last = {claims[number]: number for number in behind if len(lines[number].text) >= _SHORTEST}
    end = min([number for number in last.values() if number > middle], default=len(lines))
    headline = _headline(page)
    return _Bounds(headline if headline <= middle else 0, end, claims.get(end, ""))


def _middle(lines: Sequence[Line]) -> int:
    """The number of the line in which half of their text is reached."""
    reached = list(accumulate([len(line.text) for line in lines]))
    return lines[bisect_left(reached, reached[-1] / 2)].number if lines else 0


def headlines(lines: Iterable[Line], title: str | None) -> Iterator[Line]:
    """Those that say the title: what is told needs not be in the text as well."""
    if not title:
        return iter(())
    said, sizes = letters(title), range(len(title) - _MORE, len(title) + _MORE + 1)
    return (line for line in lines if len(line.text) in sizes and letters(line.body) == said)


def _headline(page: Page) -> int:
    """The number of the first line that says the title; 0 if none does."""
    first = next(headlines(page.lines, page.metadata.title), None)
    return first.number if first is not None else 0
