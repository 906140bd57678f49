"""Stage credits, second part: author boxes, between or below the lines that rules know of them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleaner import Line, Mark, Page
from cleaner_blog.words import NAME, phrases

_ABOUT = frozenset(phrases("about"))
_BIOGRAPHY = regex.compile(
    rf"{NAME}(?:, [^.]{{2,60}},)? (?:is|was|has|writes|covers|works|lives|ist|schreibt|arbeitet|lebt|est|es"
    rf"|escribe|è|é|пишет) .*"
)
_LINE = "blog/author-line"
_SIGNS = frozenset((_LINE, "blog/author-phrases"))
_LONGEST = 700
_LARGEST = 8
"""Lines that an author box may have."""


def author_boxes(page: Page) -> Iterator[Mark]:
    """Mark what stands between the known lines of an author box, and a biography under its heading."""
    if _SIGNS.isdisjoint(page.claims.values()):
        return
    for number, rule in sorted([claim for claim in page.claims.items() if claim[1] in _SIGNS]):
        if rule == _LINE:
            yield from _between(page, number)
        elif _key(page.lines[number]) in _ABOUT:
            yield from _below(page, number)


def _key(line: Line) -> str:
    return line.text.casefold().replace("’", "'").strip(" :»›")


def _between(page: Page, first: int) -> Iterator[Mark]:
    """The lines from `Author: Jane Doe` to `Function: Editor`, and the name once more below them."""
    near = range(first + 1, min(first + _LARGEST, len(page.lines)))
    last = max((number for number in near if page.claims.get(number) == "blog/author-box"), default=None)
    if last is None:
        return
    name = page.lines[first].text.partition(":")[2].strip()
    for line in page.lines[first : last + 2]:
        if line.number not in page.claims and (line.number < last or line.text == name):
            yield Mark(line, "in an author box")


def _below(page: Page, heading: int) -> Iterator[Mark]:
    """A name, if there is one, and a paragraph that speaks of that person."""
    below = [line for line in page.lines[heading + 1 : heading + 3] if line.number not in page.claims]
    for line in below:
        if regex.fullmatch(NAME, line.text):
            yield Mark(line, "name in an author box")
        elif len(line.text) <= _LONGEST and _BIOGRAPHY.fullmatch(line.text):
            yield Mark(line, "biography of the author")
        else:
            return
