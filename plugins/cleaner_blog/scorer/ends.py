"""Where an article begins, and where that of a dump ends.

A net sees in which stages lines go, not which rules take them, nor what they say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf

from cleaner import Columns, Line, Page
from cleaner_blog.scorer.claimed import last
from cleaner_blog.scorer.context import HEADLINE, Context
from cleaner_blog.scorer.judge import Bounds, maybe_titles
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
_MOST, _MOST_OF_LIST, _NEVER = 0.8, 0.33, inf
"""Shares of the lines behind it that look like no article: then the others are none either."""

_FEWEST = 5
"""Lines that rules take; a clean text has fewer, and one of them proves little."""
_SHORTEST = 5
"""Characters of such a line; `By` and `von` are pieces of sentences, too."""
_MORE = 8
"""Characters that a line may have more than the title that it says, or less: a list marker, quotation marks."""


def headline_of(page: Page, context: Context) -> int:
    """The number of a page's headline, if it says the title; else 0."""
    headline = context.stages.find(HEADLINE)
    if headline <= 0:
        return 0
    line, title = page.lines[headline], context.title
    is_said = line.text == title == line.body or any(headlines((line,), title))
    return headline if is_said else 0


def bounds(page: Page, headline: int) -> Bounds:
    """What rules show of where the article of a dump is, which begins with this line if with any."""
    claims = page.claims
    if len(claims) < _FEWEST:
        return Bounds(0)
    ends = sorted(last(page, _BEHIND, _SHORTEST).values())
    return Bounds(headline, ends, [_share(claims[end]) for end in ends])


def _share(rule: str) -> float:
    if rule in _ANYWHERE:
        return _NEVER
    return _MOST_OF_LIST if rule in _LISTS else _MOST


def maybe_headlines(page: Page, read: Columns) -> list[Line]:
    """The lines of a dump that may say its title, and few others; `read`: what is read of each."""
    title = page.metadata.title
    return [page.lines[number] for number in maybe_titles(read, title, _MORE)] if title else []


def headlines(lines: Iterable[Line], title: str | None) -> Iterator[Line]:
    """Those that say the title: what is told needs not be in the text as well."""
    if not title:
        return iter(())
    said, sizes = letters(title), range(len(title) - _MORE, len(title) + _MORE + 1)
    return (line for line in lines if len(line.text) in sizes and letters(line.body) == said)
