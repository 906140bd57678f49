"""A page as learning sees it: its lines, and which of them the rules there are take already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cleaner.learn.keys import is_sentence
from cleaner.model import Cleaned
from cleaner.profiles import host_of


class SeenLine(NamedTuple):
    """A line of a page."""

    text: str
    """Without its list marker."""
    rule: str
    """`plugin/rule` if a rule takes it; hooks judge by what stands around a line, and are not counted."""
    is_sentence: bool


class Seen(NamedTuple):
    """A page that was cleaned."""

    name: str
    """The page, for people."""
    lines: tuple[SeenLine, ...]
    title: str
    host: str
    """Where the page says it stands; empty if it does not, as in a dump."""
    article: str
    """The same for all pages of one article, which count once."""


def see(result: Cleaned, name: str, article: str = "") -> Seen:
    """The lines of a cleaned page; those of an element that left as a whole are lines again.

    Args:
        result: the page, cleaned.
        name: of the page.
        article: what other pages of its article are given as well; its own name if there are none.
    """
    lines, found = tuple(_lines(result)), result.metadata
    return Seen(name, lines, found.title or "", host_of(found.url), article or name)


def _lines(result: Cleaned) -> Iterator[SeenLine]:
    rules = {removal.line.number: removal.by for removal in result.removals if _is_rule(removal.by)}
    for line in result.lines:
        for text in line.body.split("\n"):
            yield SeenLine(text, rules.get(line.number, ""), is_sentence(text))


def _is_rule(by: str) -> bool:
    name = by.partition("/")[2]
    return not name.startswith("remove_") and name != "find_metadata"
