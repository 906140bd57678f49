"""What pictures and players leave in a dump beside the lines that rules know.

Every search starts at a line that a rule takes, so text that is clean stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleaner import Kind, Line, Mark, Page
from cleaner_dw.signs import Signs

_LONGEST = 300
_LONGEST_TITLE = 160
_PHOTOGRAPHER = (
    r"[^()]*/[^()]*|[^()\d]*(?:alliance|imago|Getty|dpa|DW)[^()]*|\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){1,3}"
)
_OLD_ALT = regex.compile(rf".{{3,250}} \((?:{_PHOTOGRAPHER})\)")
_DURATION = regex.compile(r"\p{L}[\p{L} ]{2,30} \d{1,2}:\d{2}(?::\d{2})?")
_SENTENCE_END = '.!?…:"”'
_BOX = 8
"""Lines between a player's duration and its permalink."""


def picture_lines(page: Page, signs: Signs) -> Iterator[Mark]:
    """Mark alt texts, captions without credit, titles of players and slides."""
    if page.tree is not None:
        return
    for number in signs.numbers("caption-credit"):
        yield from _alt_text(page, page.lines[number])
    for number in signs.numbers("credit-label"):
        yield from _around_label(page, page.lines[number])
    for number in signs.numbers("html5-notice"):
        yield from _player_title(page, page.lines[number])
    if signs.shows("old-skip-links"):
        yield from _old_pictures(page, signs)


def _before(page: Page, line: Line) -> Line | None:
    """The line before, unless a rule takes it or it is too long to belong to a picture."""
    number = line.number - 1
    if number < 0 or number in page.claims or len(page.lines[number].text) > _LONGEST:
        return None
    return page.lines[number]


def _alt_text(page: Page, caption: Line) -> Iterator[Mark]:
    before = _before(page, caption)
    if before is None or caption.gap:
        return
    starts = before.gap or before.number - 1 in page.claims
    if starts or caption.text.startswith(before.text):
        yield Mark(before, "alt text of the picture under it")


def _around_label(page: Page, label: Line) -> Iterator[Mark]:
    before = _before(page, label)
    if before is not None and not label.gap:
        yield Mark(before, "caption above its credit")
    number = label.number + 1
    if number < len(page.lines) and len(page.lines[number].text) <= 120:
        yield Mark(page.lines[number], "credit under its label")


def _player_title(page: Page, notice: Line) -> Iterator[Mark]:
    before = _before(page, notice)
    if before is not None and len(before.text) <= _LONGEST_TITLE and not before.text.endswith((".", ":", ",")):
        yield Mark(before, "title of the video under it")


# --- The layout before June 2023 -------------------------------------------------------------


def _old_pictures(page: Page, signs: Signs) -> Iterator[Mark]:
    for number in signs.numbers("permalink"):
        yield from _player_box(page, page.lines[number])
    for line in filter(_is_old_alt, page.lines):
        yield Mark(line, "alt text of a picture")
        yield from _old_caption(page, line)
    yield from _slides(page)


def _player_box(page: Page, permalink: Line) -> Iterator[Mark]:
    """A video's title, its share links and its permalink, under `Watch video 02:17`."""
    if permalink.kind is Kind.ITEM:
        return
    above = page.lines[max(0, permalink.number - _BOX) : permalink.number]
    top = next((line for line in reversed(above) if _DURATION.fullmatch(line.text)), None)
    if top is None:
        return
    box = [line for line in above if line.number >= top.number]
    titles = {line.text for line in box}
    box += [line for line in page.lines[permalink.number + 1 : permalink.number + 2] if line.text in titles]
    for line in box:
        yield Mark(line, "box of a video")


def _is_old_alt(line: Line) -> bool:
    return line.gap and line.text.endswith(")") and _OLD_ALT.fullmatch(line.body) is not None


def _old_caption(page: Page, alt: Line) -> Iterator[Mark]:
    # Nothing but its words tells a caption from a sub-heading: it must share one with the alt text.
    number = alt.number + 1
    if number >= len(page.lines) or number in page.claims:
        return
    line = page.lines[number]
    if len(line.text) <= 200 and line.text[-1] not in _SENTENCE_END and _long_words(line.text) & _long_words(alt.text):
        yield Mark(line, "caption of the picture above it")


def _long_words(text: str) -> set[str]:
    return set(regex.findall(r"\p{L}{4,}", text.casefold()))


def _slides(page: Page) -> Iterator[Mark]:
    """An embedded gallery: list items that show one and the same title, with indented text under each."""
    slide: Line | None = None
    titles = _slide_titles(page)
    for line in page.lines:
        if line.kind is Kind.ITEM:
            slide = line if line.body in titles or _next_text(page, line) in titles else None
        elif slide is not None and line.indent <= slide.indent:
            slide = None
        if slide is not None:
            yield Mark(line, "slide of an embedded gallery")


def _slide_titles(page: Page) -> frozenset[str]:
    titles: dict[str, int] = {}
    for line, under in zip(page.lines, page.lines[1:], strict=False):
        if line.kind is Kind.ITEM and under.kind is not Kind.ITEM and under.indent > line.indent:
            for text in (line.body, under.text):
                titles[text] = titles.get(text, 0) + 1
    return frozenset(text for text, times in titles.items() if times > 1)


def _next_text(page: Page, line: Line) -> str:
    number = line.number + 1
    return page.lines[number].text if number < len(page.lines) else ""
