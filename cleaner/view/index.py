"""The index of a folder's reports: the worst pages first, and what is bad about each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cleaner.model import Cleaned
from cleaner.report import counts
from cleaner.view.document import document
from cleaner.view.markup import Markup, element
from cleaner.view.page import score

FEW_CHARACTERS = 500
"""An article with less text than this has probably lost some."""
CLOSE_SCORE = 0.2
"""A line that left in spite of such a score, or a higher one, was nearly kept."""
_WANTED = {"title": "no title", "published": "no date", "authors": "no author"}
_FAILED, _EMPTY, _CUT, _OK = range(4)
_HEADINGS = ("page", "signs", "profile", "kept", "removed", "characters")


class Entry(NamedTuple):
    """A page in the index."""

    source: str
    href: str = ""
    """Its report, as a link; empty if there is none."""
    profile: str = ""
    rank: int = _FAILED
    kept: int = 0
    removed: int = 0
    characters: int = 0
    """Of the clean text."""
    signs: tuple[str, ...] = ()
    """What may be wrong with it."""
    error: str = ""
    """Why it could not be read, cleaned or written."""


def entry(result: Cleaned, source: str, href: str) -> Entry:
    """The entry of a page that was cleaned."""
    rank = _EMPTY if result.status == "empty" else _OK if result.status == "ok" else _CUT
    return Entry(source, href, result.profile, rank, *counts(result), len(result.text), tuple(_signs(result)))


def failure(source: str, error: str) -> Entry:
    """The entry of a page that was not."""
    return Entry(source, signs=(f"failed: {error}",), error=error)


def worst_first(entries: Iterable[Entry]) -> list[Entry]:
    """What failed, what is empty, what was cut short, then the others: most signs first, then least text."""
    return sorted(entries, key=lambda one: (one.rank, -len(one.signs), one.characters, one.source))


def index_report(entries: Iterable[Entry], title: str) -> str:
    """A self-contained HTML document that leads to the reports."""
    rows = [_row(one) for one in worst_first(entries)]
    head = element("tr", *(element("th", heading, scope="col") for heading in _HEADINGS))
    table = element("table", element("thead", head), element("tbody", *rows), class_="pages")
    header = element("header", element("h1", title, dir="auto"), element("p", f"{len(rows)} pages. {_LEGEND}"))
    return document(title, header, element("main", table))


_LEGEND = (
    "The worst come first: what failed, what is empty, what was cut short; then those with the most signs, "
    f"and among these those with the least text. Signs are: less than {FEW_CHARACTERS} characters kept, no title, "
    f"date or author, text that the page only states, lines that left with a score of {CLOSE_SCORE} or more."
)


def _signs(result: Cleaned) -> Iterator[str]:
    if result.status != "ok":
        yield result.status
    if len(result.text) < FEW_CHARACTERS and result.text:
        yield f"less than {FEW_CHARACTERS} characters"
    yield from (sign for field, sign in _WANTED.items() if not getattr(result.metadata, field))
    if any(line.is_stated for line in result.lines):
        yield "only stated in JSON-LD"
    if close := sum((score(removal.why) or 0) >= CLOSE_SCORE for removal in result.removals):
        yield f"close scores: {close}"


def _row(one: Entry) -> Markup:
    page = element("a", one.source, href=one.href) if one.href else one.source
    signs = element("ul", *(element("li", sign) for sign in one.signs), class_="signs") if one.signs else ""
    numbers = ("", "", "") if one.error else (str(one.kept), str(one.removed), str(one.characters))
    cells = (signs, one.profile, *numbers)
    return element(
        "tr",
        element("th", element("bdi", page), scope="row"),
        *(element("td", cell, data_label=heading) for cell, heading in zip(cells, _HEADINGS[1:], strict=True)),
    )
