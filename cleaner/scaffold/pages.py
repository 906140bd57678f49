"""The pages that a package is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cleaner.learn import Seen, is_sentence, see
from cleaner.model import Cleaned
from cleaner.profiles import host_of
from cleaner.scaffold.markup import Markup, read_markup
from cleaner.segment import is_html, read

_SAME = 0.6
"""Share of the sentences of the shorter page that two pages of one article have in common."""


@dataclass(frozen=True)
class Page:
    """A page or dump, and what the generic profile makes of it."""

    name: str
    """Of the fixture, without suffix."""
    source: bytes
    result: Cleaned

    @cached_property
    def is_html(self) -> bool:
        """Whether it is no dump."""
        return is_html(read(self.source).text)

    @cached_property
    def markup(self) -> Markup:
        """Its lines and elements; for HTML."""
        return read_markup(read(self.source).utf8)

    @property
    def file(self) -> str:
        """Of the fixture."""
        return self.name + (".html" if self.is_html else ".txt")

    @cached_property
    def sentences(self) -> frozenset[str]:
        """The sentences that are left of it."""
        gone = {removal.line.number for removal in self.result.removals}
        left = (line.body for line in self.result.lines if line.number not in gone)
        return frozenset(text for text in left if is_sentence(text))


def see_all(pages: Sequence[Page]) -> list[Seen]:
    """The lines of the pages; those that hold the same sentences are of one article."""
    articles: list[Page] = []
    seen = []
    for page in pages:
        first = next((other for other in articles if _same_article(page, other)), page)
        if first is page:
            articles.append(page)
        seen.append(see(page.result, page.name, first.name))
    return seen


def _same_article(one: Page, other: Page) -> bool:
    """A page and its dump; what they share is more than chrome."""
    shared = len(one.sentences & other.sentences)
    return shared > 0 and shared >= _SAME * min(len(one.sentences), len(other.sentences))


def hosts(pages: Sequence[Page]) -> tuple[str, ...]:
    """The hosts that the pages say they stand on, without `www.`, the one of most pages first."""
    named = [host.removeprefix("www.") for page in pages if (host := host_of(page.result.metadata.url))]
    return tuple(sorted(set(named), key=lambda host: (-named.count(host), host)))
