"""Metadata that a page states about itself: JSON-LD, OpenGraph, `<meta>`, the visible headline.

For plugins: `yield from page_facts(page)` in `find_metadata`. The generic plugin does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import regex

from cleaner.model import Fact, HeadElement, Page, Tree

_ARTICLE_TYPES = regex.compile(r"(?:\w*Article|\w*Posting|Report\w*|LiveBlogPosting|Review|Recipe)", regex.IGNORECASE)
_META = {
    "og:title": "title",
    "twitter:title": "title",
    "author": "authors",
    "article:author": "authors",
    "article:published_time": "published",
    "datepublished": "published",
    "date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "og:description": "summary",
    "description": "summary",
    "og:site_name": "site",
    "article:section": "section",
    "article:tag": "tags",
    "keywords": "tags",
    "news_keywords": "tags",
    "og:url": "url",
    "og:locale": "language",
}
_JSON_LD_TEXTS = {
    "headline": "title",
    "description": "summary",
    "articleSection": "section",
    "inLanguage": "language",
}
_DATE = regex.compile(
    r"(\d{4}-[01]\d-[0-3]\d)(?:[T ]([0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?.*"
)
_WORDS = regex.compile(r"\w+")


def own_url(head: Iterable[HeadElement]) -> str | None:
    """The address a page gives itself: its canonical link, else `og:url`."""
    found: dict[str, str] = {}
    for element in head:
        attributes = element.attributes
        if element.tag == "link" and (attributes.get("rel") or "").lower() == "canonical":
            found.setdefault("canonical", attributes.get("href") or "")
        elif element.tag == "meta" and attributes.get("property") == "og:url":
            found.setdefault("og:url", attributes.get("content") or "")
    return found.get("canonical") or found.get("og:url") or None


def page_facts(page: Page) -> Iterator[Fact]:
    """What the page's own markup says, the most reliable source of each field first; nothing for a dump."""
    if page.tree is None:
        return
    head = page.tree.head()
    stated = [*_from_json_ld(page.tree), *_from_meta(head)]
    yield from _title(page, head, [fact for fact in stated if fact.field == "title"])
    yield from (fact for fact in stated if fact.field != "title")
    if url := own_url(head):
        yield Fact("url", url, source="canonical")
    if page.tree.language:
        yield Fact("language", page.tree.language, source="html lang")


def _title(page: Page, head: Iterable[HeadElement], stated: Sequence[Fact]) -> Iterator[Fact]:
    """The visible headline where the head confirms it; it has no site name glued to it."""
    claims = [str(fact.value) for fact in stated]
    claims += [" ".join(e.text.split()) for e in head if e.tag == "title"]
    flat_claims = [_flat(claim) for claim in claims if claim]
    for line in page.lines:
        if line.tag == "h1" and _confirmed(_flat(line.text), flat_claims):
            yield Fact("title", line.text, line, "h1")
            return
    for fact in stated:
        yield fact._replace(line=next((line for line in page.lines if line.text == fact.value), None))
        return
    if claims and claims[-1]:
        yield Fact("title", claims[-1], source="title")


def _confirmed(headline: str, claims: Iterable[str]) -> bool:
    return bool(headline) and any(headline in claim or claim in headline for claim in claims if claim)


def _flat(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def _from_meta(head: Iterable[HeadElement]) -> Iterator[Fact]:
    many: dict[str, list[str]] = {}
    for element in head:
        attributes = element.attributes
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        field = _META.get(name)
        content = " ".join((attributes.get("content") or "").split())
        if element.tag != "meta" or field is None or not content:
            continue
        if field in ("authors", "tags"):
            values = content.split(",") if field == "tags" else [content]
            many.setdefault(field, []).extend(v.strip() for v in values if v.strip() and "://" not in v)
        else:
            yield from _fact(field, content, name)
    for field, values in many.items():
        yield Fact(field, tuple(dict.fromkeys(values)), source="meta")


def _fact(field: str, value: str, source: str) -> Iterator[Fact]:
    if field in ("published", "modified"):
        value = iso_date(value) or ""
    if field == "language":
        value = value.replace("_", "-")
    if value:
        yield Fact(field, value, source=source)


def iso_date(text: str) -> str | None:
    """The ISO 8601 date, or date and time, that `text` begins with; as exact as it is there."""
    found = _DATE.fullmatch(text.strip())
    if not found or not ("01" <= found[1][5:7] <= "12" and "01" <= found[1][8:10] <= "31"):
        return None
    day: str = found[1]
    return f"{day}T{found[2]}{found[3] or ''}" if found[2] else day


def _from_json_ld(tree: Tree) -> Iterator[Fact]:
    for block in tree.json_ld:
        try:
            data = json.loads(block, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            if _is_article(item):
                yield from _article_facts(item)
                return


def _items(data: Any) -> Iterator[Mapping[str, Any]]:
    """The top-level objects of a JSON-LD block, those in a list or `@graph` included."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()


def _is_article(item: Mapping[str, Any]) -> bool:
    types = item.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name != "ClaimReview" and _ARTICLE_TYPES.fullmatch(name) for name in names)


def _article_facts(item: Mapping[str, Any]) -> Iterator[Fact]:
    for key, field in _JSON_LD_TEXTS.items():
        value = item.get(key)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, str) and value.strip():
            yield Fact(field, " ".join(value.split()), source="json-ld")
    for key, field in (("datePublished", "published"), ("dateModified", "modified")):
        if isinstance(value := item.get(key), str):
            yield from _fact(field, value, "json-ld")
    for key, field in (("author", "authors"), ("keywords", "tags")):
        if names := _names(item.get(key)):
            yield Fact(field, names, source="json-ld")
    if publisher := _names(item.get("publisher")):
        yield Fact("site", publisher[0], source="json-ld")


def _names(value: Any) -> tuple[str, ...]:
    """Names out of a string, an object with a name, or a list of either."""
    items = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in items]
    parts = [part.strip() for name in names if isinstance(name, str) for part in name.split(",")]
    return tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part and "://" not in part))
