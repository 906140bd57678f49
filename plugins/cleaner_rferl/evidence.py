"""What the context hooks stand on: lines that a rule of this plugin takes anyway.

Every hook is anchored at such a line. A cleaned text has none, so no hook
takes anything from it: cleaning twice is the same as cleaning once.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Kind, Line, Page

_CLOSING = "'\"’”»)]"
_FULL_STOPS = frozenset(".…。؟")
_SENTENCE_ENDS = _FULL_STOPS | frozenset("!?:")


def claimed(page: Page, *rules: str) -> list[int]:
    """Numbers of the lines that one of these rules takes, in order."""
    names = {f"rferl/{rule}" for rule in rules}
    return sorted([number for number, by in page.claims.items() if by in names])


def is_ours(page: Page) -> bool:
    """Whether any line is a template's: without one, nothing in context is touched."""
    return any(by.startswith("rferl/") for by in page.claims.values())


def is_free(page: Page, number: int) -> bool:
    """Whether the line exists and no rule takes it."""
    return 0 <= number < len(page.lines) and number not in page.claims


def free_lines(page: Page, start: int = 0, stop: int | None = None) -> Iterator[Line]:
    """Lines that no rule takes."""
    return (line for line in page.lines[start:stop] if line.number not in page.claims)


def unclaimed_by_us(page: Page, start: int = 0, stop: int | None = None) -> Iterator[Line]:
    """Lines that no rule of this plugin takes; the generic plugin's may."""
    return (line for line in page.lines[start:stop] if not page.claims.get(line.number, "").startswith("rferl/"))


def ends_sentence(text: str) -> bool:
    """Whether it ends as a sentence does; labels, names and most headlines do not."""
    return text.rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS


def is_prose(line: Line, least: int) -> bool:
    """Whether it is at least `least` characters and ends in a full stop."""
    return len(line.text) >= least and line.text.rstrip(_CLOSING)[-1:] in _FULL_STOPS


def is_label(line: Line, longest: int) -> bool:
    """Whether it can be a name or a title: short, not a sentence, not a picture's whole element."""
    text = line.text
    return len(text) <= longest and "\n" not in text and (not is_prose(line, 0) or _is_abbreviated(text))


def _is_abbreviated(text: str) -> bool:
    """Whether its last full stop belongs to an abbreviation such as `U.S.`, not to a sentence."""
    return len(text) > 2 and text[-1] == "." and text[-2].isupper() and text[-3] in ". "


def is_item(line: Line) -> bool:
    """Whether it is an item of a list."""
    return line.kind is Kind.ITEM
