"""The head of an article's dump: menus, kicker, headline, byline, date, teaser.

A head is believed on two independent signs only: the skip list on top, the date
under the headline, the short link under the teaser, the facts at the end. All of
these leave the text, so cleaned text has no head any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from cleaner import Kind, Line, Page
from cleaner_dw import words
from cleaner_dw.dates import is_date_line, published
from cleaner_dw.signs import Signs

_FARTHEST = 400
"""Lines; a head that begins farther down is none. The menus of the older layout are long."""
_NEAR = 5
"""Lines from the date to the short link: the date twice, a byline, the teaser."""
_PROSE = 250
"""Characters; no menu entry is longer."""
_NAME = r"(?:\p{Lu}[\p{L}\p{M}.'’-]*|van|von|de[rnl]?|da|dos|la|le|el|al|bin|ten)"
_PLACE = r"(?: ?\([^()]{2,40}\)| (?:in|aus|from|en|à|em|из|w|with|mit) \p{Lu}[\p{L} .'-]{2,30})"
_NAMES = regex.compile(rf"{_NAME}(?: {_NAME}){{1,4}}(?: ?[|,/] ?{_NAME}(?: {_NAME}){{0,4}}){{0,5}}{_PLACE}?")
_CASELESS = regex.compile(r"[^\p{Lu}\p{Ll}]{2,60}")
_PAGE_TITLE = regex.compile(rf"(?P<title>.{{3,300}}?) {words.PAGE_TITLE_END}")
_SURE = ("short-link", "permalink", "copyright")
_SKIP_RULES = ("skip-links", "old-skip-links", "old-languages")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the text of an article."""

    menus: tuple[Line, ...]
    """Everything before the headline, the kicker included."""
    headline: Line
    bylines: tuple[Line, ...] = ()
    dates: tuple[Line, ...] = ()
    teaser: Line | None = None
    """The summary; it is part of the text."""


def find_head(page: Page, signs: Signs) -> Head | None:
    """The head of a dump, or None where nothing proves one."""
    if page.tree is not None:
        return None
    skip = _last_skip_line(page, signs)
    new = _new_head(page, signs, skip)
    if new is not None and _are_menus(new.menus, skip):
        return new
    old = _old_head(page, signs, skip) if skip >= 0 else None
    return old if old is not None and _are_menus(old.menus, skip) else None


def _are_menus(lines: Sequence[Line], skip: int) -> bool:
    """Without a skip list on top, only a kicker is believed."""
    return (skip >= 0 or len(lines) <= 2) and all(len(line.text) <= _PROSE for line in lines)


def _last_skip_line(page: Page, signs: Signs) -> int:
    """The number of the last line of the skip list on top, or -1."""
    shown = [number for number in signs.numbers(*_SKIP_RULES) if number < _FARTHEST]
    return max((*shown, *(line.number for line in numbered_skip_list(page, signs))), default=-1)


def numbered_skip_list(page: Page, signs: Signs) -> tuple[Line, ...]:
    """The three numbered links on top in any language: to the content, to the menu, to more of DW.

    Three numbers and two letters prove little, so the page must also show its short link or its copyright line.
    """
    if not signs.shows(*_SURE):
        return ()
    for start in range(min(4, len(page.lines) - 2)):
        three = page.lines[start : start + 3]
        if [line.marker for line in three] == ["1.", "2.", "3."] and all(len(line.body) <= 60 for line in three):
            return three if "DW" in three[2].body else ()
    return ()


def page_title(page: Page) -> str | None:
    """The headline as the page's title has it, where the dump begins with that title."""
    found = _PAGE_TITLE.fullmatch(page.lines[0].text) if page.lines else None
    return found["title"] if found else None


def page_date(page: Page) -> str | None:
    """The day at the end of the page's title, where the dump begins with that title."""
    return published(page.lines[0].text.rpartition(" ")[2]) if page_title(page) else None


# --- Since June 2023: headline, byline, date, teaser, short link ---------------------------


def _new_head(page: Page, signs: Signs, skip: int) -> Head | None:
    lines = page.lines
    link = next((number for number in signs.numbers("short-link") if number < _FARTHEST), -1)
    dates = _dates_above(lines, link) if link >= 0 else _dates_below(lines, skip)
    if dates:
        return _upwards(page, dates, link)
    if link < 0 or skip < 0:
        return None
    return _undated(page, link)


def _dates_above(lines: Sequence[Line], link: int) -> list[Line]:
    near = lines[max(0, link - _NEAR) : link]
    last = next((line for line in reversed(near) if is_date_line(line.text)), None)
    if last is None:
        return []
    before = lines[last.number - 1] if last.number else last
    return [before, last] if before is not last and is_date_line(before.text) else [last]


def _dates_below(lines: Sequence[Line], skip: int) -> list[Line]:
    if skip < 0:
        return []
    below = (line for line in lines[skip + 1 : skip + 120] if is_date_line(line.text))
    first = next(below, None)
    if first is None:
        return []
    second = next(below, None)
    return [first, second] if second is not None and second.number == first.number + 1 else [first]


def _upwards(page: Page, dates: Sequence[Line], link: int) -> Head | None:
    lines = page.lines
    below = dates[-1].number + 1
    while below < len(lines) and not lines[below].gap and _is_byline(lines[below]):
        below += 1
    above = dates[0].number - 1
    while above > 0 and _is_byline(lines[above]) and (not lines[above + 1].gap or _is_long(lines[above - 1])):
        above -= 1
    if link >= 0 and link - below > 1:
        return None
    bylines = (*lines[above + 1 : dates[0].number], *lines[dates[-1].number + 1 : below])
    return _head(page, above, bylines=bylines, dates=tuple(dates), teaser=_teaser(page, below))


def _is_long(line: Line) -> bool:
    """Too long for a kicker: with a byline in a block of its own under it, it is the headline."""
    return len(line.text) >= 30


def _undated(page: Page, link: int) -> Head | None:
    teaser = page.lines[link - 1] if link > 1 and len(page.lines[link - 1].text) > 100 else None
    return _head(page, link - 2 if teaser else link - 1, teaser=teaser)


def _is_byline(line: Line) -> bool:
    # A script without capitals shows no names: there the byline must begin a block of its own.
    if line.text == "|" or _NAMES.fullmatch(line.text):
        return True
    return line.gap and _CASELESS.fullmatch(line.text) is not None


def _teaser(page: Page, number: int) -> Line | None:
    line = page.lines[number] if number < len(page.lines) else None
    return line if line is not None and len(line.text) >= 40 and number not in page.claims else None


def _head(
    page: Page,
    number: int,
    bylines: tuple[Line, ...] = (),
    dates: tuple[Line, ...] = (),
    teaser: Line | None = None,
) -> Head | None:
    if number < 0 or page.claims.get(number, "").startswith("dw/") or not _may_be_headline(page.lines[number]):
        return None
    return Head(page.lines[:number], page.lines[number], bylines, dates, teaser)


def _may_be_headline(line: Line) -> bool:
    return line.kind is not Kind.ITEM and 4 <= len(line.text) <= _PROSE


# --- Before June 2023: headline and teaser; the facts stand at the end -----------------------


def _old_head(page: Page, signs: Signs, skip: int) -> Head | None:
    if not signs.shows(*_SURE):
        return None
    number = _titled(page, skip) or _above_first_prose(page, skip)
    if number is None:
        return None
    teaser = page.lines[number + 1] if number + 1 < len(page.lines) else None
    return _head(page, number, teaser=teaser if teaser is not None and _is_prose(page, teaser) else None)


def _titled(page: Page, skip: int) -> int | None:
    title = page_title(page)
    if title is None:
        return None
    wanted = _letters(title)
    below = page.lines[skip + 1 : skip + _FARTHEST]
    return next((line.number for line in below if _letters(line.text) == wanted), None)


def _above_first_prose(page: Page, skip: int) -> int | None:
    below = page.lines[skip + 1 : skip + _FARTHEST]
    prose = next((line for line in below if _is_prose(page, line)), None)
    return prose.number - 1 if prose is not None and prose.gap else None


def _is_prose(page: Page, line: Line) -> bool:
    return line.kind is not Kind.ITEM and len(line.text) >= 80 and line.number not in page.claims


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
