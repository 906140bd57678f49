"""Everything a page says about itself, field by field, the most reliable source first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner.fields import texts_of
from cleaner.metadata.dates import is_beside, is_earlier, iso_date, url_day
from cleaner.metadata.days import day_below, day_beside, labelled_day
from cleaner.metadata.head import Head, resolved
from cleaner.metadata.json_ld import SOURCE, Stated, from_json_ld
from cleaner.metadata.names import People, people
from cleaner.metadata.printed import Dates, Piece, by, over_prose, pieces, signed
from cleaner.metadata.titles import Headline, Sites
from cleaner.metadata.words import words
from cleaner.model import Fact, Image, Kind, Line
from cleaner.page import Element, Page, Tree

_HEADING = Kind.HEADING  # members of an enumeration are looked up slowly
_DATED, _NAMED = "[itemprop~=datePublished], time[datetime]", "[rel~=author], [itemprop~=author]"
"""Elements that say what they are."""


def page_facts(page: Page) -> Iterator[Fact]:
    """What the page's own markup says, the most reliable source of each field first; nothing for a dump."""
    return iter(_facts(page, page.tree) if page.tree is not None else ())


def _facts(page: Page, tree: Tree) -> list[Fact]:
    head = Head(tree.head())
    stated = from_json_ld(tree.json_ld, head.title)
    url = _address(head, page.url)
    language = tree.language
    claims = _claims(head, stated)
    sites = Sites((*head.sites(), *stated.sites), (page.url, url), [claim for claim, _ in claims])
    title = Headline(page, claims, sites)
    found = [*title.facts()]
    own = [*_own(stated, url or page.url)]
    facts = own + head.facts(url or page.url, language, _given(own, sites))
    given = _given(facts, sites)
    headline = _headline(page, found, title.tops)
    texts = texts_of(page.lines)
    if "published" not in given or "authors" not in given:
        found += _printed(_Face(page, texts, language, headline, sites), tree, facts, given)
    if "published" in given and headline is not None:
        found += _earlier(facts, day_beside(texts, headline, language))
    day = url_day(page.url or url or "")
    if day is not None:
        found += _local(facts, day)
    found += facts
    found += [fact for fact in stated.page if fact.field != "title"]
    if day is not None:
        found.append(Fact("published", day, None, "url"))
    found += [Fact("site", name, None, SOURCE) for name in stated.sites]
    if url:
        found.append(Fact("url", url, None, "canonical"))
    if language:
        found.append(Fact("language", language, None, "html lang"))
    return found


def _local(facts: Sequence[Fact], day: str) -> Iterator[Fact]:
    """The day in the address, where the time of publication is stated in UTC: it is that of the page's own place."""
    first = next((str(fact.value) for fact in facts if fact.field == "published"), None)
    if first is not None and is_beside(first, day):
        yield Fact("published", day, source="url")


def _earlier(facts: Sequence[Fact], shown: str | None) -> Iterator[Fact]:
    """The day beside the headline, where it is earlier: no page is published after the day it shows, but moved."""
    first = next((str(fact.value) for fact in facts if fact.field == "published"), "")
    if shown is not None and is_earlier(shown, first):
        yield Fact("published", shown, source="date line")


def _own(stated: Stated, base: str | None) -> Iterator[Fact]:
    for fact in stated.article:
        if fact.field == "image" and isinstance(fact.value, Image):
            address, caption, credit = fact.value
            yield Fact("image", Image(resolved(address, base), caption, credit), None, fact.source)
        elif fact.field != "title":
            yield fact


class _Face(NamedTuple):
    """What a page shows, and what is known about it."""

    page: Page
    texts: Sequence[str]
    """What its lines say."""
    language: str | None
    headline: int | None
    """The number of the line that is or says the title."""
    sites: Sites


def _printed(face: _Face, tree: Tree, stated: Sequence[Fact], given: Collection[str]) -> Iterator[Fact]:
    """What only the page's own face shows."""
    claims, lines = face.page.claims, face.page.lines
    near = pieces(lines, face.headline, claims) if face.headline is not None else []
    named = _but_the_site(by(near), face.sites) if "authors" not in given else People()
    wanted = [_DATED] if "published" not in given else []
    wanted += [_NAMED] if not (named.authors or "authors" in given) else []
    marked = tree.all(", ".join(wanted)) if wanted else []
    if "published" not in given:
        yield from _published(face, near, marked, given)
    if "authors" not in given:
        who = [*_who(named, marked)]
        if face.headline is not None and _are_site((*stated, *who), face.sites):
            if any(fact.field == "authors" for fact in (*stated, *who)):
                yield Fact("authors", over_prose(lines, face.headline, claims), source="byline")
            yield Fact("authors", signed(face.texts, claims, face.sites.signs), source="sign-off")
        yield from who


def _published(face: _Face, near: Sequence[Piece], marked: Sequence[Element], given: Collection[str]) -> Iterator[Fact]:
    dated = [*_dates(near, marked, given, face.language)]
    yield from dated
    if (day := labelled_day(face.texts, face.language)) is not None:
        yield Fact("published", day, source="labelled line")
    elif not dated and (day := day_below(face.texts, face.page.claims, face.language)) is not None:
        yield Fact("published", day, source="line below")


def _but_the_site(named: People, sites: Sites) -> People:
    """Without the site, where it stands in a byline beside people."""
    people = tuple([name for name in named.authors if not sites.signs(name)])
    return People(people, named.agencies) if people else named


def _dates(
    near: Sequence[Piece], marked: Sequence[Element], given: Collection[str], language: str | None
) -> Iterator[Fact]:
    for element in marked:
        if "datePublished" in (element.get("itemprop") or "").split() and (made := _stated_time(element)):
            yield Fact("published", made, source="microdata")
            break
    dates = Dates(near, language)
    times = [(element, made) for element in marked if (made := iso_date(element.get("datetime") or ""))]
    if dates.made:
        exact = (made for _, made in times if made.startswith(dates.made))
        yield Fact("published", next(exact, dates.made), source="date line")
    if dates.changed and "modified" not in given:
        exact = (made for _, made in times if made.startswith(dates.changed))
        yield Fact("modified", next(exact, dates.changed), source="date line")
    if not dates.made:
        # A `<time>` beside the headline whose text is not a whole date: `3 hours ago`.
        shown = {text for text, _ in near}
        yield from (Fact("published", made, source="time") for element, made in times[:20] if element.text in shown)


def _stated_time(element: Element) -> str | None:
    return iso_date(element.get("datetime") or element.get("content") or element.get("title") or "")


def _who(named: People, marked: Sequence[Element]) -> Iterator[Fact]:
    if named.agencies:
        yield Fact("agencies", named.agencies, source="byline")
    if named.authors:
        yield Fact("authors", named.authors, source="byline")
        return
    for attribute, source in (("rel", "rel author"), ("itemprop", "microdata")):
        texts = [e.text for e in marked if "author" in (e.get(attribute) or "").split()]
        found = people(dict.fromkeys(text for text in texts[:5] if len(text) <= 80))
        if found.authors:
            yield Fact("authors", found.authors[:1] if attribute == "rel" else found.authors, source=source)
            return


def _headline(page: Page, titles: Sequence[Fact], tops: Iterable[Line]) -> int | None:
    """The number of the line that is or says the title; of twins among `tops`, the first with a date.

    Sticky bars say it too.
    """
    line = next((fact.line for fact in titles if fact.line is not None), None)
    if line is None:
        return _heading_like(page, str(titles[0].value)) if titles else None
    if line.tag != "h1":
        return line.number
    twins = [twin.number for twin in tops if twin.text == line.text]
    dated = (twin for twin in twins if len(twins) > 1 and Dates(pieces(page.lines, twin, page.claims), None).made)
    return next(dated, twins[0])


def _heading_like(page: Page, title: str) -> int | None:
    """The heading that says what the title says, should the headline not stand there word for word.

    Half of what it says must be in the title, or two thirds of the title in it.
    """
    said = words(title)
    for line in [line for line in page.lines if line.kind is _HEADING]:
        if len(own := words(line.text)) > 2:
            same = len(own & said)
            if same * 2 >= len(own) or (len(said) > 2 and same * 3 >= len(said) * 2):
                return line.number
    return None


def _address(head: Head, base: str | None) -> str | None:
    address = head.first("canonical") or head.first("url")
    return resolved(address, base) if address else None


def _claims(head: Head, stated: Stated) -> list[tuple[str, str]]:
    """What may be the title, and who says so."""
    said = [(text, source) for _, source, text in head.said("title")]
    claims = said[:1]
    claims += [(str(fact.value), fact.source) for fact in stated.article if fact.field == "title"]
    claims += said[1:]
    if head.title:
        claims.append((head.title, "title"))
    return claims


def _given(facts: Iterable[Fact], sites: Sites) -> set[str]:
    """The fields that are stated; authors who are nobody but the site are not: a byline knows better."""
    fields = {fact.field for fact in facts}
    if "authors" in fields and _are_site(facts, sites):
        fields.remove("authors")
    return fields


def _are_site(facts: Iterable[Fact], sites: Sites) -> bool:
    """Whether all who are named as authors, if anybody is, are the site."""
    named = [fact.value for fact in facts if fact.field == "authors"]
    return all(sites.signs(name or "") for value in named if isinstance(value, tuple) for name in value)
