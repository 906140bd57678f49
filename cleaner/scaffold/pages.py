"""The pages that a package is made from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from cleaner.learn import Seen, is_sentence, see
from cleaner.model import Cleaned
from cleaner.scaffold.markup import Markup, read_markup
from cleaner.segment import is_html, read


@dataclass(frozen=True)
class Page:
    """A page or dump, and what the generic profile makes of it."""

    name: str
    """Of the fixture, without suffix."""
    source: bytes
    result: Cleaned

    @cached_property
    def seen(self) -> Seen:
        """Its lines."""
        return see(self.result, self.name)

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

    @property
    def sentences(self) -> Collection[str]:
        """The sentences that are left of it."""
        gone = {removal.line.number for removal in self.result.removals}
        return {line.text for line in self.result.lines if line.number not in gone and is_sentence(line.body)}


def hosts(pages: Sequence[Page]) -> tuple[str, ...]:
    """The hosts that the pages say they stand on, without `www.`, the one of most pages first."""
    named = [page.seen.host.removeprefix("www.") for page in pages if page.seen.host]
    return tuple(sorted(set(named), key=lambda host: (-named.count(host), host)))
