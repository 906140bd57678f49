"""Boxes in and below the article, in dumps: each is found by its one line that has a fixed wording."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleaner import Line, Mark, Page
from cleaner_rferl.evidence import (
    claimed,
    ends_sentence,
    free_lines,
    is_free,
    is_item,
    is_label,
    is_ours,
    is_prose,
    unclaimed_by_us,
)

_TEMPLATE = ("accessibility", "breaking-news", "viewport-names", "undesirable", "author-picture", "player")
"""Rules whose lines are nowhere but on these sites."""
_PLAYER = frozenset(f"rferl/{name}" for name in ("player", "player-time", "player-quality", "player-byline"))
_ABOVE_TITLE = _PLAYER | {"rferl/tools"}
_MIN_CAPTION, _MAX_CAPTION = 12, 600
_FILE = regex.compile(r"^FILE(?: PHOTO)?[:. –-]+")


def promotions(page: Page) -> Iterator[Mark]:
    """The title line above the teaser of a promotion."""
    for number in claimed(page, "promotion"):
        if is_free(page, number - 1) and is_label(page.lines[number - 1], 80):
            yield Mark(page.lines[number - 1], "title of a promotion inside the article")


def also_read(page: Page) -> Iterator[Mark]:
    """The headline under (and, as the picture's alt text, above) `SEE ALSO:`."""
    for number in claimed(page, "also-read"):
        if is_free(page, number + 1) and is_label(page.lines[number + 1], 250):
            title = page.lines[number + 1]
            yield Mark(title, "headline of another article")
            if is_free(page, number - 1) and page.lines[number - 1].body == title.body:
                yield Mark(page.lines[number - 1], "headline of another article")


def foreign_articles(page: Page) -> Iterator[Mark]:
    """Whole other articles, below the link to the news feed."""
    ends = claimed(page, "latest-news", "more-stories")
    if not ends or not claimed(page, *_TEMPLATE):
        return
    prose = next((line.number for line in free_lines(page) if is_prose(line, 80)), len(page.lines))
    end = next((number for number in ends if number > prose), None)
    if end is not None:
        for line in free_lines(page, end + 1):
            yield Mark(line, "stands below the link to all news: another article")


def tail(page: Page) -> Iterator[Mark]:
    """Headlines and menus between the end of the article and the foot of the page."""
    feet = claimed(page, "viewport-names", "copyright")
    headings = claimed(page, "tail")
    if not feet or not headings:
        return
    last = max((line.number for line in free_lines(page) if is_prose(line, 60)), default=len(page.lines))
    start = next((number for number in headings if last < number < feet[-1]), None)
    if start is not None:
        for line in free_lines(page, start + 1):
            yield Mark(line, "between the end of the article and the foot of the page")


def doubled(page: Page) -> Iterator[Mark]:
    """Captions that stand there twice: the picture's alt text, then its caption."""
    if not is_ours(page):
        return
    before: Line | None = None
    for line in unclaimed_by_us(page):
        if before is not None and _same_caption(before, line):
            yield Mark(before, "alt text, doubled by the caption")
            yield Mark(line, "caption, doubled by the alt text")
        before = line


def _same_caption(one: Line, other: Line) -> bool:
    if not _MIN_CAPTION <= len(one.text) <= _MAX_CAPTION or len(other.text) > _MAX_CAPTION:
        return False
    first, second = _without_file(one.text), _without_file(other.text)
    if first[:_MIN_CAPTION] != second[:_MIN_CAPTION] or is_item(one) or is_item(other):
        return False
    return first == second or _without_credit(first) == _without_credit(second)


def _without_file(caption: str) -> str:
    return _FILE.sub("", caption) if caption.startswith("FILE") else caption


def _without_credit(caption: str) -> str:
    """Without full stop, photographer and agency in brackets: a caption has them, its alt text often not."""
    bare = caption.rstrip(". ")
    if bare.endswith((")", "]")):
        bare = bare[: max(bare.rfind("("), bare.rfind("["))].rstrip(". ")
    return bare


def player_titles(page: Page) -> Iterator[Mark]:
    """The title of a clip, between two lines of its player."""
    for number, by in page.claims.items():
        enclosed = by in _ABOVE_TITLE and page.claims.get(number + 2) in _PLAYER and is_free(page, number + 1)
        if enclosed and is_label(page.lines[number + 1], 200):
            yield Mark(page.lines[number + 1], "title of a clip in its player")


def author_boxes(page: Page) -> Iterator[Mark]:
    """Name and biography, found by the picture's alt text, the buttons below, or the biography's wording."""
    for number in claimed(page, "author-picture"):
        yield from _box(page, number + 1)
    for number in claimed(page, "follow-author"):
        yield from _box(page, number - 2)
    for number in claimed(page, "staff-bio"):
        above, biography = page.lines[number - 1], page.lines[number]
        if is_free(page, number - 1) and is_label(above, 60) and biography.body.startswith(above.body):
            yield Mark(above, "name in an author box")


def _box(page: Page, number: int) -> Iterator[Mark]:
    """A name and, if it speaks of the same person, the line under it."""
    if not is_free(page, number) or not is_label(page.lines[number], 60):
        return
    name, below = page.lines[number], number + 1
    speaks = is_free(page, below) and ends_sentence(page.lines[below].text) and _names(page.lines[below], name)
    if speaks or page.claims.get(number - 1) == "rferl/author-picture":
        yield Mark(name, "name in an author box")
    if speaks:
        yield Mark(page.lines[below], "author's biography")


def _names(biography: Line, name: Line) -> bool:
    return any(len(word) > 2 and word in biography.body for word in name.body.split())
