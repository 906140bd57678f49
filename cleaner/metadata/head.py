"""What the head of a page says: `<meta>`, OpenGraph, Dublin Core, Twitter cards, the canonical link."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, partial
from types import SimpleNamespace
from urllib.parse import urljoin

from cleaner.compiled import load_functions
from cleaner.metadata.dates import iso_date, written_day
from cleaner.metadata.names import People, people
from cleaner.metadata.words import made_tidy
from cleaner.model import Fact, Image, Line, Value
from cleaner.page import HeadElement, HeadElements

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
    "heading": "TITLE",
    "canonical": "LINK",
}
"""For each field who says it, the best first: a meta by its name in small letters, else a tag in capitals."""
_WRITTEN_BY = ("written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "por", "autor", "author")

_MOST = 20
"""Values of a field that are read; but of images, of which one is asked for, none of 1,441 pages has more."""
_MOST_OF = {
    **dict.fromkeys(("tags", "authors"), 200),  # which pages give one by one
    **dict.fromkeys(("image", "caption", "heading", "canonical", "url"), 1),  # of which the best is asked for
}

_fact: Callable[[tuple[str, Value, Line | None, str]], Fact] = partial(tuple.__new__, Fact)
"""`Fact(...)` in half of the time; a head has a dozen."""
_NOTHING: list[Fact] = []


class Head:
    """The head, read once by `head.c`: for each field what was said, the best source first."""

    __slots__ = ("_said",)

    def __init__(self, elements: Sequence[HeadElement]) -> None:
        stated = HeadElements.of(elements).stated
        self._said: dict[str, list[Fact]] = _library().said(stated, _known(), Fact, made_tidy)

    @property
    def title(self) -> str:
        """The text of `<title>`."""
        return self.first("heading") or ""

    def said(self, field: str) -> Sequence[Fact]:
        """What was said of a field, as facts of that name."""
        return self._said.get(field, _NOTHING)

    def first(self, field: str) -> str | None:
        """The best that was said of a field."""
        said = self._said.get(field)
        return str(said[0].value) if said else None

    def sites(self) -> list[str]:
        """Names of the site, and its handle elsewhere."""
        names, handles = self.said("site"), self.said("handle")
        return [*(str(said.value) for said in names), *(str(said.value).lstrip("@") for said in handles)]

    def facts(self, url: str | None, language: str | None, given: Collection[str] = ()) -> list[Fact]:
        """Everything but the title and the address; what others have given is said as the page says it."""
        facts: list[Fact] = []
        said = self._said
        for field in ("published", "modified"):
            if field in said:
                facts += said[field] if field in given else _days(said[field], language)
        for field in ("summary", "site", "section", "license"):
            if field in said:
                facts += _distinct(said[field])
        facts += self._people("authors" in given)
        if "tags" in said:
            facts += self._tags()
        for _, name, _, source in said.get("language", _NOTHING):
            facts.append(_fact(("language", str(name).replace("_", "-"), None, source)))
        if "image" in said:
            _, address, _, source = said["image"][0]
            facts.append(_fact(("image", Image(resolved(str(address), url), self.first("caption")), None, source)))
        return facts

    def _people(self, raw: bool) -> Iterator[Fact]:
        by_source: dict[str, list[str]] = {}
        for _, value, _, source in self.said("authors"):
            by_source.setdefault(source, []).append(str(value))
        label = self.said("by")
        if len(label) == 2 and str(label[1].value).casefold() in _WRITTEN_BY:  # what WordPress plugins tell Twitter
            by_source["twitter:data1"] = [str(label[0].value)]
        for source, values in by_source.items():
            found = People(tuple(values)) if raw else people(values)
            if found.authors:
                yield Fact("authors", found.authors, source=source)
            if found.agencies:
                yield Fact("agencies", found.agencies, source=source)

    def _tags(self) -> Iterator[Fact]:
        by_source: dict[str, list[str]] = {}
        for _, value, _, source in self.said("tags"):
            by_source.setdefault(source, []).extend(filter(None, map(str.strip, str(value).split(","))))
        for source, tags in by_source.items():
            yield Fact("tags", tuple(dict.fromkeys(tags)), source=source)


def _days(said: Iterable[Fact], language: str | None) -> Iterator[Fact]:
    for field, value, _, source in said:
        if moment := iso_date(str(value)) or written_day(str(value), language):
            yield _fact((field, moment, None, source))


def _distinct(said: list[Fact]) -> Iterable[Fact]:
    """Of those that say the same the best."""
    if len(said) == 1:
        return said
    known: dict[Value, Fact] = {}
    for fact in said:
        known.setdefault(fact.value, fact)
    return known.values()


@cache
def _known() -> dict[str, tuple[Fact, int, int]]:
    """For each who says something a fact of it without a value, its rank, and how many values of the field are read."""
    return {
        name: (Fact(field, "", None, name), rank, _MOST_OF.get(field, _MOST))
        for field, names in _RANKED.items()
        for rank, name in enumerate(names.split())
    }


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "head")


def own_url(head: Sequence[HeadElement]) -> str | None:
    """The address a page gives itself: its canonical link, else `og:url`."""
    return _library().own_url(HeadElements.of(head).stated) or None


def resolved(address: str, base: str | None) -> str:
    """The address as a whole; as it is where that cannot be said."""
    if "://" in address[:12] or not base:
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return address
