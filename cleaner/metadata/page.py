"""Everything a page says about itself, field by field, the most reliable source first."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.metadata.head import Head, resolved
from cleaner.metadata.json_ld import SOURCE, Stated, from_json_ld
from cleaner.metadata.titles import Headline, Sites
from cleaner.model import Fact, Image, Page


def page_facts(page: Page) -> Iterator[Fact]:
    """What the page's own markup says, the most reliable source of each field first; nothing for a dump."""
    if page.tree is None:
        return
    head = Head(page.tree.head())
    blocks = page.tree.json_ld
    stated = from_json_ld(blocks, head.title) if blocks else Stated()
    url = _address(head, page.url)
    yield from _titles(page, head, stated, url)
    language = page.tree.language
    for fact in stated.article:
        if fact.field == "image" and isinstance(fact.value, Image):
            yield fact._replace(value=fact.value._replace(url=resolved(fact.value.url, url or page.url)))
        elif fact.field != "title":
            yield fact
    yield from head.facts(url or page.url, language)
    yield from (fact for fact in stated.page if fact.field != "title")
    yield from (Fact("site", name, source=SOURCE) for name in stated.sites)
    if url:
        yield Fact("url", url, source="canonical")
    if language:
        yield Fact("language", language, source="html lang")


def _address(head: Head, base: str | None) -> str | None:
    for field in ("canonical", "url"):
        for value, _ in head.values(field):
            if value:
                return resolved(value, base)
    return None


def _titles(page: Page, head: Head, stated: Stated, url: str | None) -> Iterator[Fact]:
    claims = head.values("title")[:1]
    claims += [(str(fact.value), fact.source) for fact in stated.article if fact.field == "title"]
    claims += head.values("title")[1:]
    if head.title:
        claims.append((head.title, "title"))
    sites = Sites((*head.sites(), *stated.sites), (page.url, url), [claim for claim, _ in claims])
    yield from Headline(page, claims, sites).facts()
