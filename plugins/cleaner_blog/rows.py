"""Stage leftovers, in short dumps: menus whose words stand beside each other in one line, `Home News Sport Contact`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner import Line, Mark, Page
from cleaner_blog.words import all_phrases

_FEWEST = 4
"""Entries of a menu; three can be a sub-heading: `World Sport News`."""
_SHORTEST, _LONGEST = 10, 200
_WORDS = 3
"""Of an entry, at most."""


def rows(page: Page, kept: Iterable[Line]) -> Iterator[Mark]:
    """Mark the lines that are a menu and nothing else. Ask only where rules take lines: others may be clean already."""
    for line in kept:
        if _SHORTEST <= len(line.text) <= _LONGEST and line.number not in page.claims and is_row(line.text):
            yield Mark(line, "a menu in one line")


def is_row(text: str) -> bool:
    """Whether all its words are entries of menus: names of sections, and phrases that rules know."""
    words, entries = text.casefold().split(), all_phrases()
    found = at = 0
    while at < len(words):
        size = next((size for size in range(_WORDS, 0, -1) if " ".join(words[at : at + size]) in entries), 0)
        if not size:
            return False
        at += size
        found += 1
    return found >= _FEWEST
