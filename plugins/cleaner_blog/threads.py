"""Stage comments, third part: what readers wrote, between the lines that rules know of a thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner import Line, Mark, Page

_HEADINGS = frozenset({"blog/comment-count", "blog/comment-form"})
_REPLIES = frozenset({"blog/comment-reply", "blog/reply-phrases"})
_ANCHORS = _REPLIES | {"blog/comment-count"}
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
_FIRST_COMMENT = 1500
"""Characters of prose that may stand between a thread's heading and its first reply link."""
_COMMENT = 2500
"""Characters of prose from one reply link to the next."""


def threads(page: Page) -> Iterator[Mark]:
    """Mark the comments from a thread's heading to its last reply link, or to the form below it."""
    if _ANCHORS.isdisjoint(page.claims.values()):
        return
    anchors = _anchors(page)
    if not anchors:
        return
    for chain in _chains(page, anchors):
        start, end = _start(page, chain[0]), _end(page, chain)
        for line in page.lines[start:end]:
            if line.number not in page.claims:
                yield Mark(line, "comment of a reader")


def _anchors(page: Page) -> list[int]:
    """Reply links, and `Jane says:` with a claimed date below it."""
    claims = page.claims
    replies = {number for number, rule in claims.items() if rule in _REPLIES}
    if "blog/comment-count" in claims.values():
        replies |= {
            line.number
            for line in page.lines
            if line.text.endswith(_SAYS) and claims.get(line.number + 1) == "blog/date-line"
        }
    return sorted(replies)


def _prose(page: Page, lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines if line.number not in page.claims)


def _chains(page: Page, anchors: Sequence[int]) -> Iterator[list[int]]:
    """Anchors that follow each other at the distance of a comment."""
    chain = [anchors[0]]
    for anchor in anchors[1:]:
        if _prose(page, page.lines[chain[-1] : anchor]) > _COMMENT:
            yield chain
            chain = []
        chain.append(anchor)
    yield chain


def _start(page: Page, first: int) -> int:
    """The nearest heading above, if no more than a comment lies between."""
    for number in range(first - 1, -1, -1):
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
