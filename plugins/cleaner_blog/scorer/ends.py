"""Where an article begins, and where that of a dump ends.

A net sees in which stages lines go, not which rules take them, nor what they say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

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

_LINKED = 0.5
"""Share of a line's characters that are link text, from which on it leads elsewhere."""
_FEWEST = 5
"""Lines that rules take; a clean text has fewer, and one of them proves little."""
_SHORTEST = 5
"""Characters of such a line; `By` and `von` are pieces of sentences, too."""
_MORE = 8
"""Characters that a line may have more than the title that it says, or less: a list marker, quotation marks."""


def links_above(page: Page, lines: Sequence[Line], context: Context) -> list[Line]:
    """Those of a page's lines that are links above its headline: to its first page, to sections."""
    headline = context.stages.find(HEADLINE)
    if headline < 0 or not any(headlines(page.lines[headline : headline + 1], context.title)):
        return []
    above = takewhile(lambda line: line.number < headline, lines)
    return [line for line in above if line.links >= _LINKED]


def outside(page: Page, left: Sequence[Line]) -> Iterator[Line]:
    """Those of the lines that are left which stand above the headline, or behind what stands below an article.

    At least half of the text that is left does neither.
    """
    claims, lines = page.claims, page.lines
    if len(claims) < _FEWEST:
        return iter(())
    middle = _middle(left)
    behind = [number for number, rule in claims.items() if rule in _BEHIND and len(lines[number].text) >= _SHORTEST]
    last = {claims[number]: number for number in sorted(behind)}
    end = min((number for number in last.values() if number > middle), default=len(lines))
    headline = _headline(page)
    start = headline if headline <= middle else 0
    return (line for line in left if not start <= line.number <= end)


def _middle(lines: Sequence[Line]) -> int:
    """The number of the line in which half of their text is reached."""
    half = sum(len(line.text) for line in lines) / 2
    for line in lines:
        half -= len(line.text)
        if half <= 0:
            return line.number
    return 0


def headlines(lines: Iterable[Line], title: str | None) -> Iterator[Line]:
    """Those that say the title: what is told needs not be in the text as well."""
    if not title:
        return iter(())
    said, many = letters(title), len(title)
    return (line for line in lines if abs(len(line.text) - many) <= _MORE and letters(line.body) == said)


def _headline(page: Page) -> int:
    """The number of the first line that says the title; 0 if none does."""
    first = next(headlines(page.lines, page.metadata.title), None)
    return first.number if first is not None else 0
