"""What follows an article: teasers of others, the facts of the older layout, the footer."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleaner import Kind, Line, Mark, Page
from cleaner_dw.signs import Signs

_DAY = r"(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}/\d{1,2}/\d{1,2}|\p{L}+ \d{1,2}, \d{4}|\d{1,2}\.? \p{L}+ \d{4})"
_TEASER_FOOT = regex.compile(rf"\p{{L}}[\p{{L}} &,/-]{{1,40}}{_DAY}.{{0,60}}")
"""Section, date and length of a linked article, glued: `Science27.02.2016February 27, 20169 images`."""
_SECTION = 25
"""Lines in which a section of teasers shows its first date."""
_FACT_DATE = regex.compile(r"\p{L}[\p{L} ]{1,20} \d{1,2}\.\d{1,2}\.\d{4}")
_MOST_FACTS = 20
_LONGEST_ENTRY = 40
_FEWEST_ENTRIES = 6


def tail_lines(page: Page, signs: Signs) -> Iterator[Mark]:
    """Mark everything after the article."""
    start = _tail_start(page, signs)
    for line in page.lines[start:] if start is not None else ():
        yield Mark(line, "after the article")
    for number in signs.numbers("copyright")[-1:]:
        for line in _footer(page, signs, number):
            yield Mark(line, "footer")


def _tail_start(page: Page, signs: Signs) -> int | None:
    """The number of the first line after the article, or None where two signs do not agree."""
    starts = [start for start in (_sections_start(page, signs), _facts_start(page, signs)) if start is not None]
    return min(starts, default=None)


def facts(page: Page, signs: Signs) -> tuple[Line, ...]:
    """The list `Date ... Permalink ...` that the older layout has under an article."""
    for last in signs.numbers("permalink")[:_MOST_FACTS]:
        for line in reversed(page.lines[max(0, last - _MOST_FACTS) : last + 1]):
            if line.kind is not Kind.ITEM:
                break
            if _FACT_DATE.fullmatch(line.body):
                return page.lines[line.number : last + 1]
    return ()


# --- Since June 2023: sections of teasers, each behind a hidden link over it ------------------


def _sections_start(page: Page, signs: Signs) -> int | None:
    starts = [start for start in (_known_start(page, signs), _unknown_start(page, signs)) if start is not None]
    return min(starts, default=None)


def _known_start(page: Page, signs: Signs) -> int | None:
    skips = signs.numbers("section-skip")
    known = [number for number in skips if signs.get(number + 1) == "related-heading"]
    ends = signs.numbers("copyright", "feedback", "controls")
    sure = len(known) > 1 or any(number > known[0] for number in ends if known)
    return known[0] if known and sure else None


def _unknown_start(page: Page, signs: Signs) -> int | None:
    """In a language that the rules do not know: a line that holds the next one, and teasers under it."""
    if not signs.shows("copyright"):
        return None
    overs = [line.number for line, heading in zip(page.lines, page.lines[1:], strict=False) if _is_over(line, heading)]
    ends = [*overs[1:], len(page.lines)]
    return next((over for over, end in zip(overs, ends, strict=False) if _has_teasers(page, over + 2, end)), None)


def _is_over(line: Line, heading: Line) -> bool:
    more = len(line.text) - len(heading.text)
    return len(heading.text) >= 3 and 4 <= more <= 60 and len(line.text) <= 120 and heading.text in line.text


def _has_teasers(page: Page, start: int, end: int) -> bool:
    return any(_TEASER_FOOT.fullmatch(line.text) for line in page.lines[start : min(end, start + _SECTION)])


# --- Before June 2023 --------------------------------------------------------------------------


def _facts_start(page: Page, signs: Signs) -> int | None:
    found = facts(page, signs)
    links = signs.numbers("short-link") if signs.shows("old-skip-links") else []
    end = found[0].number if found else max(links, default=-1)
    headings = (number for number in signs.numbers("related-heading") if number < end)
    return next(headings, end if found else None)


# --- Both --------------------------------------------------------------------------------------


def _footer(page: Page, signs: Signs, copyright_number: int) -> list[Line]:
    """The menus above the copyright line: short list entries, and short headings directly over them."""
    found: list[Line] = []
    for line in reversed(page.lines[:copyright_number]):
        if not _is_entry(signs, line, found):
            break
        found.append(line)
    return found if sum(line.kind is Kind.ITEM for line in found) >= _FEWEST_ENTRIES else []


def _is_entry(signs: Signs, line: Line, below: list[Line]) -> bool:
    if len(line.text) > _LONGEST_ENTRY or signs.get(line.number) == "permalink":
        return False
    if line.kind is Kind.ITEM:
        return True
    return not line.text.endswith((".", "!", "?", ":")) and (not below or below[-1].kind is Kind.ITEM)
