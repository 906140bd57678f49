"""Stage comments, third part: what readers wrote, between the lines that rules know of a thread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import regex

from cleaner import Line, Mark, Page
from cleaner_blog.dense import said
from cleaner_blog.left import timed
from cleaner_blog.words import AT, DATE

_HEADINGS = frozenset({"blog/comment-count", "blog/comment-form"})
_REPLIES = frozenset({"blog/comment-reply", "blog/reply-phrases"})
_DISCUSSION = "blog/discussion"
_ANCHORS = _REPLIES | _HEADINGS | {_DISCUSSION}
_FORMS = frozenset({"blog/comment-form", "blog/comment-ask"})
_SAYS = (
    "says:",
    "said:",
    "said...",
    "sagt:",
    "schreibt:",
    "meint:",
    "dit :",
    "dice:",
    "disse:",
    "ha detto:",
    "пишет:",
    "skriver:",
)
_BEHIND = "Ready for more?"
"""What stands below a discussion on Substack."""
_TIME = re.compile(r"\d(?::\d\d|(?<![\d.]\d)\d?[.h]\d\d(?![\d.]))")
"""That of `9:46 pm`, but not the day and month of `04.05.2019`. Digits are found fast if nothing else begins it."""
_LONGEST_NAME = 40
"""Characters of a name that stands over the time of a comment."""
_LONGEST_SIGNATURE = 90
_SIGNATURE = regex.compile(  # `Jane Doe on May 4, 2019 at 9:46 pm`; some dumps have no space between
    rf"\p{{L}}[\p{{L}}\p{{M}}\p{{N}} ._'’-]{{1,40}}?(?:(?<=\p{{L}}):|,| [•·|—–-])? ?(?:on |am |le |el |в )?{DATE}{AT}:?"
)
_BELOW_HEADING = 3
"""Lines from a thread's heading to the first such name; live blogs have names and times, but no such heading there."""
_FEWEST_NAMES = 3
_FIRST_COMMENT = 1500
"""Characters of prose, as `said` counts them, that may stand between a thread's heading and its first reply link."""
_COMMENT = 2500
"""The same from one reply link to the next."""


def threads(page: Page) -> Iterator[Mark]:
    """Mark the comments from a thread's heading to its last reply link, or to the form below it."""
    if _ANCHORS.isdisjoint(page.claims.values()):
        return
    dates = [number for number, rule in page.claims.items() if rule == "blog/date-line" and number]
    chains = [*_chains(page, _anchors(page, dates)), _names(page, dates)]
    within = {number for chain in chains if chain for number in range(_start(page, chain[0]), _end(page, chain))}
    within.update(_discussion(page))
    for number in sorted(within.difference(page.claims)):
        yield Mark(page.lines[number], "comment of a reader")


def _discussion(page: Page) -> Iterable[int]:
    """What stands below the heading of a discussion on Substack, if what ends it is there."""
    first = next((number for number, rule in page.claims.items() if rule == _DISCUSSION), len(page.lines))
    behind = [line.number for line in page.lines[first:] if line.text == _BEHIND]
    return range(first, behind[-1]) if behind else ()


def _anchors(page: Page, dates: Sequence[int]) -> list[int]:
    """Reply links, and `Jane says:` over a date."""
    claims = page.claims
    replies = {number for number, rule in claims.items() if rule in _REPLIES}
    if dates and "blog/comment-count" in claims.values():
        above = [page.lines[number - 1] for number in dates]
        replies |= {line.number for line in above if line.text.endswith(_SAYS)}
    return sorted(replies)


def _names(page: Page, dates: Sequence[int]) -> list[int]:
    """The numbers of the lines that say who wrote a comment and when, from the heading of a thread on."""
    claims, lines = page.claims, page.lines
    headings = [number for number, rule in claims.items() if rule in _HEADINGS]
    if not headings:
        return []
    above = (number - 1 for number in dates if _TIME.search(lines[number].text))
    names = {number for number in above if number not in claims and len(lines[number].text) <= _LONGEST_NAME}
    names.update(line.number for line in timed(page, min(headings), _LONGEST_SIGNATURE) if _is_signature(line))
    below = {heading + step for heading in headings for step in range(1, _BELOW_HEADING + 1)}
    first = min(names & below, default=len(lines))
    found = sorted(number for number in names if number >= first)
    return found if len(found) >= _FEWEST_NAMES else []


def _is_signature(line: Line) -> bool:
    is_short = len(line.text) <= _LONGEST_SIGNATURE and "\n" not in line.text
    return is_short and bool(_TIME.search(line.text) and _SIGNATURE.fullmatch(line.body))


def _prose(page: Page, lines: Sequence[Line]) -> int:
    return sum(said(line.text) for line in lines if line.number not in page.claims)


def _chains(page: Page, anchors: Sequence[int]) -> Iterator[list[int]]:
    """Anchors that follow each other at the distance of a comment."""
    chain = list(anchors[:1])
    for anchor in anchors[1:]:
        if _prose(page, page.lines[chain[-1] : anchor]) > _COMMENT:
            yield chain
            chain = []
        chain.append(anchor)
    yield chain


def _start(page: Page, first: int) -> int:
    """The nearest heading above, if no more than a comment lies between; above the headline are only menus."""
    for number in range(first - 1, -1, -1):
        if page.lines[number].text == page.metadata.title:
            return first
        if page.claims.get(number) in _HEADINGS:
            near = _prose(page, page.lines[number:first]) <= _FIRST_COMMENT
            return number if near else first
    return first


def _end(page: Page, chain: Sequence[int]) -> int:
    """The form below, if no more than a comment lies between; a lone reply link proves no thread below it."""
    last = chain[-1]
    for number in range(last + 1, len(page.lines)):
        if page.claims.get(number) in _FORMS:
            near = _prose(page, page.lines[last:number]) <= _COMMENT
            return number if near and len(chain) > 1 else last
    return last
