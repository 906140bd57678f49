"""What the head of a page says: `<meta>`, OpenGraph, Dublin Core, Twitter cards, the canonical link."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from operator import itemgetter
from urllib.parse import urljoin

from cleaner.metadata.dates import iso_date, written_day
from cleaner.metadata.names import People, people
from cleaner.metadata.words import tidy
from cleaner.model import Fact, Image, Line, Value
from cleaner.page import HeadElement

_RANKED = {
    "title": "og:title twitter:title dc.title dcterms.title dc:title parsely-title sailthru.title citation_title",
    "authors": "article:author author dc.creator dcterms.creator dc:creator parsely-author sailthru.author"
    " citation_author byl article:author_name og:article:author cxenseparse:author dcsext.author page.author"
    " article.author",
    "published": "article:published_time og:article:published_time article:published datepublished dc.date.issued"
    " dcterms.issued dc.date.created dcterms.created dcterms.date dc.date dc:date og:published_time og:publish_date"
    " parsely-pub-date sailthru.date publish-date publish_date published-date publisheddate published_date"
    " publication-date publication_date publicationdate pub_date pubdate datecreated date"
    " cxenseparse:recs:publishtime"
    " citation_publication_date citation_online_date article.published originalpublicationdate displaydate created"
    " ptime rnews:datepublished bt:pubdate article_date_original date-pub w-published-date page.publish-date published"
    " published_at date_published article:published_date article:publish_date post_date dcterms.available",
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
    "caption": "og:image:alt twitter:image:alt",
}
_RANKS = {name: (field, rank) for field, names in _RANKED.items() for rank, name in enumerate(names.split())}
_WRITTEN_BY = ("written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "por", "autor", "author")

_MOST, _MOST_IN_LIST, _LISTS = 20, 200, ("tags", "authors")
"""Values of a field that are read, and of those that pages give one by one. Of 1,441 pages none has more
but of images, of which one is read."""

_fact: Callable[[tuple[str, Value, Line | None, str]], Fact] = partial(tuple.__new__, Fact)
"""`Fact(...)` in half of the time; a head has a dozen."""

Said = tuple[int, str, str]
"""The rank of who said it, who that was in small letters, and what."""


class Head:
    """The head, read once: for each field what was said, the best source first."""

    __slots__ = ("_said", "title")

    def __init__(self, elements: Iterable[HeadElement]) -> None:
        said: dict[str, list[Said]] = {}
        ranks = _RANKS
        self.title = ""
        """The text of `<title>`."""
        for tag, name, content in elements:
            if ranked := ranks.get(source := name.lower()):
                if text := tidy(content):
                    field, rank = ranked
                    said.setdefault(field, []).append((rank, source, text))
            elif tag == "title":
                self.title = self.title or tidy(content)
            elif tag == "link" and "canonical" not in said:
                said["canonical"] = [(0, "canonical", tidy(content))]
        for field, values in said.items():
            if len(values) > 1:
                del values[_MOST_IN_LIST if field in _LISTS else _MOST :]
                values.sort(key=_rank)
        self._said = said

    def said(self, field: str) -> list[Said]:
        """What was said of a field, and by whom."""
        return self._said.get(field, _NOTHING)

    def first(self, field: str) -> str | None:
        """The best that was said of a field."""
        said = self._said.get(field)
        return said[0][2] if said else None

    def sites(self) -> list[str]:
        """Names of the site, and its handle elsewhere."""
        return [*(said[2] for said in self.said("site")), *(said[2].lstrip("@") for said in self.said("handle"))]

    def facts(self, url: str | None, language: str | None, given: Collection[str] = ()) -> list[Fact]:
        """Everything but the title and the address; what others have given is said as the page says it."""
        facts: list[Fact] = []
        said = self._said
        for field in ("published", "modified"):
            for _, source, value in said.get(field, _NOTHING):
                moment = value if field in given else iso_date(value) or written_day(value, language)
                if moment:
                    facts.append(_fact((field, moment, None, source)))
        for field in ("summary", "site", "section", "license"):
            known: set[str] = set()
            for _, source, value in said.get(field, _NOTHING):
                if value not in known:
                    known.add(value)
                    facts.append(_fact((field, value, None, source)))
        facts += self._people("authors" in given)
        if "tags" in said:
            facts += self._tags()
        for _, source, value in said.get("language", _NOTHING):
            facts.append(_fact(("language", value.replace("_", "-"), None, source)))
        for _, source, value in said.get("image", _NOTHING)[:1]:
            image = Image(resolved(value, url), self.first("caption"))
            facts.append(_fact(("image", image, None, source)))
        return facts

    def _people(self, raw: bool) -> Iterator[Fact]:
        by_source: dict[str, list[str]] = {}
        for _, source, value in self.said("authors"):
            by_source.setdefault(source, []).append(value)
        label = self.said("by")
        if len(label) == 2 and label[1][2].casefold() in _WRITTEN_BY:  # what WordPress plugins tell Twitter
            by_source["twitter:data1"] = [label[0][2]]
        for source, values in by_source.items():
            found = People(tuple(values)) if raw else people(values)
            if found.authors:
                yield Fact("authors", found.authors, source=source)
            if found.agencies:
                yield Fact("agencies", found.agencies, source=source)

    def _tags(self) -> Iterator[Fact]:
        by_source: dict[str, list[str]] = {}
        for _, source, value in self.said("tags"):
            by_source.setdefault(source, []).extend(filter(None, map(str.strip, value.split(","))))
        for source, tags in by_source.items():
            yield Fact("tags", tuple(dict.fromkeys(tags)), source=source)


_NOTHING: list[Said] = []
_rank = itemgetter(0)
"""Of what was said."""


def own_url(head: Iterable[HeadElement]) -> str | None:
    """The address a page gives itself: its canonical link, else `og:url`."""
    shared = None
    for tag, name, content in head:
        if tag == "link":
            return content
        if shared is None and name == "og:url":
            shared = content
    return shared


def resolved(address: str, base: str | None) -> str:
    """The address as a whole; as it is where that cannot be said."""
    if "://" in address[:12] or not base:
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return address
