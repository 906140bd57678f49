"""RFE/RL, VOA and their sister sites, which share one content system, in all their languages.

HTML is read by structure, so the language does not matter. Text dumps are read by the wording
of the templates, and by position where lines of that wording vouch for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from cleaner import Fact, Mark, Page, Profile, Rule, Tree, hookimpl, iso_date
from cleaner_rferl import boxes, sites
from cleaner_rferl.dates import iso
from cleaner_rferl.evidence import claimed
from cleaner_rferl.head import Head, authors, read_head
from cleaner_rferl.patterns import RULES
from cleaner_rferl.signoffs import agencies, is_signoff
from cleaner_rferl.vocabulary import ACCESSIBILITY, BREAKING, LATEST

_SITE = regex.compile(r"© ?\d{4} (?P<name>[^.|]{2,40}(?:\.\w{2,4})?)\.? All Rights Reserved\.?")


def _any(phrases: Iterable[str]) -> str:
    return "|".join(sorted(map(regex.escape, phrases)))


@hookimpl
def profiles() -> Iterable[Profile]:
    """One profile: the sites differ in language and colour alone."""
    yield Profile(
        "rferl",
        plugins=("rferl", "blog"),
        hosts=(*sites.RFERL, *sites.VOA),
        markup=sites.MARKUP,
        # `span.dateline` begins the first paragraph here; what is left needs no score.
        without=frozenset({"blog/byline-words", "blog/remove_leftovers"}),
        fingerprints=(
            _any(ACCESSIBILITY),
            _any(BREAKING),
            _any(LATEST),
            r"Skip to main Navigation|Вернутся к главной навигации",
            r"XS|SM|MD|LG",
            r"16x9 Image",
            r"No media source currently available",
            r"The (?:code|URL) has been copied to your clipboard\.?",
            r"\d+ kbps \| MP3",
            r"RFE/RL has been declared an .undesirable organization. by the Russian government\.",
            r"RFE/RL journalists report the news in .+",
            r"(?:With|Based on) reporting by .{0,80}RFE/RL.+",
        ),
    )


@hookimpl
def rules() -> Iterable[Rule]:
    """All rules; they work without context."""
    return RULES


@hookimpl
def find_metadata(page: Page) -> Iterable[Fact]:
    """What sign-offs name, and what a dump's head shows. A page's own head is read by the core."""
    yield from _agencies(page)
    if page.tree is not None:
        yield from _shown(page.tree)
    else:
        yield from _site(page)
    if head := read_head(page):
        yield from _head_facts(head)


def _agencies(page: Page) -> Iterator[Fact]:
    lines = [page.lines[number] for number, by in sorted(page.claims.items()) if is_signoff(by)]
    names = dict.fromkeys(name for line in lines for name in agencies(line.body))
    if names:
        yield Fact("agencies", tuple(names), lines[0])


def _shown(tree: Tree) -> Iterator[Fact]:
    """The byline, and the date of a fact check: those pages describe the claim in their head, not the article."""
    links = tree.all(".publishing-details a.links__item-link")
    if names := dict.fromkeys(link.text for link in links if link.text):
        yield Fact("authors", tuple(names))
    day = tree.first(".publishing-details time[datetime]") if tree.first(".fc__body") else None
    if day and (published := iso_date(day.get("datetime") or "")):
        yield Fact("published", published)


def _site(page: Page) -> Iterator[Fact]:
    for number in claimed(page, "copyright"):
        if stated := _SITE.fullmatch(page.lines[number].body):
            yield Fact("site", stated["name"], page.lines[number])
            return
    for number in claimed(page, "service-name", "service-blurb", "undesirable"):
        name = "VOA" if page.lines[number].body.startswith(("VOA", "Voice of America")) else "RFE/RL"
        yield Fact("site", name, page.lines[number])
        return


def _head_facts(head: Head) -> Iterator[Fact]:
    yield Fact("title", head.title.body, head.title)
    for line in head.dates[:1]:
        if published := iso(line.text):
            yield Fact("published", published, line)
    if names := authors(head.bylines):
        yield Fact("authors", names, head.bylines[0])


@hookimpl
def remove_navigation(page: Page) -> Iterable[Mark]:
    """What stands above, in and below the article: menus, the claim of a fact check, boxes, other articles.

    This hook and the next two read dumps only: in a page, rules see to all that by its markup.
    """
    if page.tree is not None:
        return
    if head := read_head(page):
        yield from (Mark(line, "between the skip links and the headline") for line in head.menu)
        yield from (Mark(line, "the headline again") for line in head.repeats)
        yield from (Mark(line, "card of the checked claim") for line in head.claim)
    yield from boxes.promotions(page)
    yield from boxes.also_read(page)
    yield from boxes.foreign_articles(page)
    yield from boxes.tail(page)


@hookimpl
def remove_captions(page: Page) -> Iterable[Mark]:
    """The caption under the headline, doubled captions, titles of clips."""
    if page.tree is not None:
        return
    if (head := read_head(page)) and head.caption:
        yield Mark(head.caption, "caption of the lead picture, right under the headline")
    yield from boxes.doubled(page)
    yield from boxes.player_titles(page)


@hookimpl
def remove_credits(page: Page) -> Iterable[Mark]:
    """Date and byline under the headline, author boxes."""
    if page.tree is not None:
        return
    if head := read_head(page):
        yield from (Mark(line, "date under the headline") for line in head.dates)
        yield from (Mark(line, "byline under the headline") for line in head.bylines)
    yield from boxes.author_boxes(page)
