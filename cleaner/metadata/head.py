"""What the head of a page says: `<meta>`, OpenGraph, Dublin Core, Twitter cards, the canonical link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from cleaner.metadata.dates import iso_date, written_day
from cleaner.metadata.names import people
from cleaner.metadata.words import tidy
from cleaner.model import Fact, HeadElement, Image

_RANKED = {
    "title": "og:title twitter:title dc.title dcterms.title dc:title parsely-title sailthru.title citation_title",
    "authors": "article:author author dc.creator dcterms.creator dc:creator parsely-author sailthru.author citation_author"
    " byl article:author_name og:article:author cxenseparse:author dcsext.author page.author article.author",
    "published": "article:published_time og:article:published_time article:published datepublished dc.date.issued"
    " dcterms.issued dc.date.created dcterms.created dcterms.date dc.date dc:date og:published_time og:publish_date"
    " parsely-pub-date sailthru.date publish-date publish_date published-date publisheddate published_date"
    " publication-date publication_date publicationdate pub_date pubdate datecreated date cxenseparse:recs:publishtime"
    " citation_publication_date citation_online_date article.published originalpublicationdate displaydate created"
    " ptime rnews:datepublished bt:pubdate article_date_original date-pub w-published-date page.publish-date",
    "modified": "article:modified_time og:article:modified_time dc.date.modified dcterms.modified datemodified"
    " og:updated_time last-modified lastmod article:modified article.updated updated",
    "summary": "og:description description twitter:description dc.description dcterms.description",
    "site": "og:site_name application-name dc.publisher apple-mobile-web-app-title",
    "section": "article:section dc.subject.section section parsely-section cxenseparse:recs:category",
    "tags": "article:tag news_keywords keywords parsely-tags sailthru.tags dc.subject",
    "language": "dc.language dcterms.language content-language og:locale",
    "image": "og:image og:image:url og:image:secure_url twitter:image twitter:image:src",
    "license": "dc.rights dcterms.license dcterms.rights license",
    "url": "og:url",
    "by": "twitter:data1 twitter:label1",
    "handle": "twitter:site",
    "image-caption": "og:image:alt twitter:image:alt",
}
_RANKS = {name: (rank, field) for field, names in _RANKED.items() for rank, name in enumerate(names.split())}
_MANY = frozenset({"authors", "tags"})
_WRITTEN_BY = ("written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "por", "autor", "author")


class Head:
    """The head, read once: for each field what was said, the best source first."""

    __slots__ = ("said", "title")

    def __init__(self, elements: Iterable[HeadElement]) -> None:
        said: dict[str, list[tuple[int, str, str]]] = {}
        self.title = ""
        """The text of `<title>`."""
        for tag, attributes, text in elements:
            if tag == "meta":
                name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
                ranked = _RANKS.get(name.lower()) if name else None
                if ranked is not None and (content := attributes.get("content")):
                    said.setdefault(ranked[1], []).append((ranked[0], name or "", content))
            elif tag == "title" and not self.title:
                self.title = tidy(text)
            elif tag == "link" and (href := attributes.get("href")):
                said.setdefault("canonical", []).append((0, "canonical", href))
        for values in said.values():
            if len(values) > 1:
                values.sort(key=_rank)
        self.said = said

    def values(self, field: str) -> list[tuple[str, str]]:
        """What was said of a field, with the name that said it."""
        return [(tidy(content), name.lower()) for _, name, content in self.said.get(field, ())]

    def sites(self) -> list[str]:
        """Names of the site, and its handle elsewhere."""
        return [*(value for value, _ in self.values("site")), *(value.lstrip("@") for value, _ in self.values("handle"))]

    def facts(self, url: str | None, language: str | None) -> Iterator[Fact]:
        """Everything but the title and the address."""
        for field in ("published", "modified"):
            for value, name in self.values(field):
                if moment := iso_date(value) or written_day(value, language):
                    yield Fact(field, moment, source=name)
        for field in ("summary", "site", "section", "license"):
            for value, name in self.values(field):
                if value:
                    yield Fact(field, value, source=name)
        yield from self._people()
        yield from self._tags()
        for value, name in self.values("language"):
            yield Fact("language", value.replace("_", "-"), source=name)
        caption = next((value for value, _ in self.values("image-caption") if value), None)
        for value, name in self.values("image")[:1]:
            if value:
                yield Fact("image", Image(resolved(value, url), caption), source=name)

    def _people(self) -> Iterator[Fact]:
        by_source: dict[str, list[str]] = {}
        for value, name in self.values("authors"):
            by_source.setdefault(name, []).append(value)
        label = self.said.get("by", ())
        if len(label) == 2 and tidy(label[1][2]).casefold() in _WRITTEN_BY:  # what WordPress plugins tell Twitter
            by_source["twitter:data1"] = [label[0][2]]
        for name, values in by_source.items():
            found = people(values)
            if found.authors:
                yield Fact("authors", found.authors, source=name)
            if found.agencies:
                yield Fact("agencies", found.agencies, source=name)

    def _tags(self) -> Iterator[Fact]:
        by_source: dict[str, list[str]] = {}
        for value, name in self.values("tags"):
            by_source.setdefault(name, []).extend(tag for part in value.split(",") if (tag := part.strip()))
        for name, tags in by_source.items():
            yield Fact("tags", tuple(dict.fromkeys(tags)), source=name)


def _rank(said: tuple[int, str, str]) -> int:
    return said[0]


def own_url(head: Iterable[HeadElement]) -> str | None:
    """The address a page gives itself: its canonical link, else `og:url`."""
    shared = None
    for tag, attributes, _ in head:
        if tag == "link" and attributes.get("href"):
            return attributes["href"]
        if tag == "meta" and shared is None and attributes.get("property") == "og:url":
            shared = attributes.get("content")
    return shared or None


def resolved(address: str, base: str | None) -> str:
    """The address as a whole; as it is where that cannot be said."""
    if "://" in address[:12] or not base:
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return address
