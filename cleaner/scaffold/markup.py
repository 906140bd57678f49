"""What the markup of an outlet's pages shows: the element that holds the article, and those that hold only chrome."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from typing import NamedTuple

import regex

from cleaner.learn import key
from cleaner.model import Box, Line
from cleaner.segment import Document, ElementRules, parse

_NAME = regex.compile(r"[A-Za-z][\w-]*")
_GENERATED = regex.compile(r".*[_-](?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{5,}")
"""A name that ends in letters mixed with digits (`body__3ypuX`): a build tool made it, the next one makes another."""
_LANDMARKS = frozenset({"article", "main"})
"""Tags that say enough without a name."""
_MOST_OF_IT = 0.9
"""Share of an article's sentences that the element around it holds; a stray one may be chrome."""


class Markup(NamedTuple):
    """A page's lines and the elements they stand in, before any rule."""

    document: Document
    lines: Sequence[Line]
    boxes: Sequence[Box]

    def around(self, line: Line) -> Iterator[int]:
        """The elements that a line stands in, the innermost first."""
        box = line.box
        while box >= 0:
            yield box
            box = self.boxes[box].parent

    def selectors(self, box: int) -> list[str]:
        """Selectors that match this element and no other: its tag with one of its names, or a tag for articles."""
        _, tag, names, *_ = self.boxes[box]
        named = (f"{tag}{sign}{name}" for name in names.split() if _is_lasting(name) for sign in ".#")
        return [
            selector for selector in (*named, *_LANDMARKS.intersection((tag,))) if len(self.document.all(selector)) == 1
        ]


def _is_lasting(name: str) -> bool:
    return _NAME.fullmatch(name) is not None and _GENERATED.fullmatch(name) is None


def read_markup(utf8: bytes) -> Markup:
    """The markup of an HTML page."""
    document = parse(utf8)
    walked = document.segment(ElementRules(()))
    return Markup(document, walked.lines, walked.boxes)


def article_selector(pages: Sequence[tuple[Markup, Collection[str]]]) -> str:
    """What holds the article on all the pages; "" if nothing does, or it has no name.

    Args:
        pages: each with the sentences of its article.
    """
    held = [_holding(markup, sentences) for markup, sentences in pages]
    return next((selector for selector in (held[0] if held else ()) if all(selector in one for one in held)), "")


def _holding(markup: Markup, sentences: Collection[str]) -> list[str]:
    """Selectors of the elements that hold the article, the innermost first; the body does not count."""
    article = [line for line in markup.lines if line.body in sentences]
    weights: dict[int, int] = {}
    for line in article:
        for box in markup.around(line):
            weights[box] = weights.get(box, 0) + len(line.text)
    enough = _MOST_OF_IT * sum(len(line.text) for line in article)
    holding = sorted((box for box, weight in weights.items() if weight >= enough and box), reverse=True)
    return [selector for box in holding for selector in markup.selectors(box)]


class Chrome(NamedTuple):
    """An element that holds only lines that recur."""

    selector: str
    text: str
    """Its text on the first page that has it, line by line."""
    pages: int


def chrome(pages: Sequence[Markup], left: Set[str], recurring: Set[str]) -> list[Chrome]:
    """Elements that hold nothing but lines of the template, in the order of the first page that has them.

    Args:
        pages: of one outlet.
        left: keys of lines that no rule takes yet; an element must hold one.
        recurring: keys of lines that recur; it may hold nothing else.
    """
    found: dict[str, list[str]] = {}
    for markup in pages:
        for selector, text in _chrome(markup, left, recurring):
            found.setdefault(selector, []).append(text)
    return [Chrome(selector, texts[0], len(texts)) for selector, texts in found.items() if len(texts) > 1]


def _chrome(markup: Markup, left: Set[str], recurring: Set[str]) -> Iterator[tuple[str, str]]:
    held: dict[int, list[str]] = {}
    for line in markup.lines:
        for box in markup.around(line):
            held.setdefault(box, []).append(line.body)
    keys = {box: {key(line) for line in lines} for box, lines in held.items()}
    only = {box for box, of_lines in keys.items() if of_lines <= recurring}
    for box in sorted(only):
        if markup.boxes[box].parent not in only and not left.isdisjoint(keys[box]):
            for selector in markup.selectors(box)[:1]:
                yield selector, "\n".join(held[box])
