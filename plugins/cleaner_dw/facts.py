"""Metadata that Deutsche Welle's pages and dumps show."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleaner import Fact, Page
from cleaner_dw import words
from cleaner_dw.dates import is_date_line, modified, published
from cleaner_dw.head import Head, find_head, page_date
from cleaner_dw.signs import Signs
from cleaner_dw.tail import facts

_AGENCY = regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?i:{'|'.join(words.AGENCIES)})(?![\p{{L}}\p{{M}}])")
_SIGN_OFFS = ("sign-off", "sign-off-slash")
_AUTHOR = regex.compile(rf"(?:Autorin/Autor|{'|'.join(words.AUTHOR_LABELS)}) ?:? (?P<names>\p{{L}}.{{2,80}})")
_OWN_RULES = (
    "skip-links",
    "old-skip-links",
    "old-languages",
    "section-skip",
    "short-link",
    "permalink",
    "copyright",
    "caption-credit",
    "header-byline",
    "old-facts",
    "old-sharing",
)
"""Rules for what no other outlet shows."""
_ADDRESS = regex.compile(r"https?://(?:[\w-]+\.)*dw\.com(?:/|$)")
_BESIDES = regex.compile(r" ?\([^()]*\)| (?:in|aus|from|en|à|em|из|w|with|mit) \p{Lu}.*")
_BETWEEN = regex.compile(r" ?[|,/] ?| (?:und|and|et) ")


def shown_facts(page: Page, signs: Signs) -> Iterator[Fact]:
    """What pages and dumps show alike: the outlet, the agencies, the facts of the older layout."""
    if signs.shows(*_OWN_RULES) or _ADDRESS.match(page.url or ""):
        yield Fact("site", "DW")
    for number in signs.numbers(*_SIGN_OFFS):
        if agencies := _agencies(page.lines[number].body):
            yield Fact("agencies", agencies, page.lines[number])
    for text in (*_old_facts(page, signs), *_author_lines(page, signs)):
        if day := _fact_day(text):
            yield Fact("published", day)
        if names := author_names(text):
            yield Fact("authors", names)


def dump_facts(page: Page, signs: Signs) -> Iterator[Fact]:
    """What the head of a dump shows."""
    head = find_head(page, signs)
    if head is None:
        return
    yield Fact("title", head.headline.text, head.headline)
    yield from _head_facts(head)
    if day := page_date(page):
        yield Fact("published", day)
    if page.url is None and (link := _short_link(page, signs)):
        yield Fact("url", link)


def author_names(text: str) -> tuple[str, ...]:
    """The names in `Author A. Example (ed)`; empty where the label is another."""
    found = _AUTHOR.fullmatch(text)
    return split_names(found["names"]) if found else ()


def split_names(text: str) -> tuple[str, ...]:
    """The names of a byline; initials, places and helpers are left out."""
    names = (_BESIDES.sub("", name).strip() for name in _BETWEEN.split(text))
    return tuple(dict.fromkeys(name for name in names if len(name) > 1))


def _head_facts(head: Head) -> Iterator[Fact]:
    if names := split_names("|".join(line.text for line in head.bylines)):
        yield Fact("authors", names)
    for line in head.dates:
        if day := published(line.text):
            yield Fact("published", day, line)
        if day := modified(line.text):
            yield Fact("modified", day, line)
    if head.teaser is not None:
        yield Fact("summary", head.teaser.text, head.teaser)


def _short_link(page: Page, signs: Signs) -> str | None:
    links = [page.lines[number].body for number in signs.numbers("short-link")]
    found = links or [line.text.rpartition(" ")[2] for line in facts(page, signs)[-1:]]
    return found[0] if found else None


def _agencies(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_AGENCY.findall(text)))


def _fact_day(text: str) -> str | None:
    value = text.partition(" ")[2]
    return published(value) if is_date_line(value) else None


def _author_lines(page: Page, signs: Signs) -> list[str]:
    # The indented ones belong to a gallery inside the article, which has an author of its own.
    lines = [page.lines[number] for number in signs.numbers("author-line")]
    return [line.body for line in lines if line.indent == 0]


def _old_facts(page: Page, signs: Signs) -> list[str]:
    if page.tree is not None:
        return [item.text for item in page.tree.all(".smallList li")]
    return [line.body for line in facts(page, signs)]
