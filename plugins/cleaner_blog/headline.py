"""Metadata of dumps: what the lines that rules claim say about the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

import regex

from cleaner import Fact, Kind, Line, Page, iso_date, printed_facts
from cleaner_blog import front_matter
from cleaner_blog.dense import blanks
from cleaner_blog.overline import dated, headline
from cleaner_blog.words import NAME, letters

_PROOFS = frozenset(
    f"blog/{name}"
    for name in (
        "author-box",
        "author-line",
        "comment-ask",
        "comment-count",
        "comment-form",
        "comment-reply",
        "made-in-time",
        "paging",
        "query-count",
        "server-notes",
        "spelling-error",
        "spelling-keys",
    )
)
"""Rules that show that a dump is a whole page, and not a text that somebody wrote down."""
_PROOFS_NEEDED = 2
_DATE_LINE = "blog/date-prefix"
_TELLING = frozenset((_DATE_LINE, "blog/author-line", "blog/byline-text"))
"""Rules whose lines say when or by whom."""
_AUTHOR = regex.compile(rf"(?:Author|Autor(?:in)?|Автор|Auteur|Autore|Autora) ?: ?(?P<name>{NAME})")
_LONGEST_HEADLINE, _LONGEST_SUMMARY = 200, 300
_BREADCRUMB = 8
"""Lines over the headline in which the way to the page can stand."""
_ATTRIBUTES = regex.compile(r" \{[#.][^{}]*\}$")
"""What pandoc writes behind a heading: `{#title .entry-title}`."""
_EMPHASIS = regex.compile(r"(\*\*|__|\*|_)(?!\s)([^*_]+)(?<!\s)\1")
_LABELLED = regex.compile(r"Title: (?=\S)")
"""What crawlers for language models write before a title."""
_GLUED = regex.compile(r"(?<=\p{Ll}) ?:(?=\p{Lu})")
_RUN = 6
"""Words in a row that a summary shares with the text below it."""


def facts(page: Page) -> Iterator[Fact]:
    """Yield what the dump shows: front matter, date prefix and author line; its headline where the page proves one."""
    yield from front_matter.facts(page)
    claims = page.claims
    for number in sorted(compress(claims, map(_TELLING.__contains__, claims.values()))):
        body = page.lines[number].body
        if claims[number] == _DATE_LINE and (day := iso_date(body.removeprefix("date "))):
            yield Fact("published", day)
        elif claims[number] != _DATE_LINE and (found := _AUTHOR.fullmatch(body)):
            yield Fact("authors", (found["name"],))
    if len(_PROOFS.intersection(claims.values())) >= _PROOFS_NEEDED:
        yield from _headline(page)
    if (over := headline(page)) is not None:
        # It is told, and stays where it is: what is left of a dump has no proof that it was over an article.
        yield Fact("title", _told(over, page), source="headline")
        yield from printed_facts(page, over.number)
    elif (at := dated(page)) is not None:
        yield from printed_facts(page, at - 1)


def _told(line: Line, page: Page) -> str:
    """The headline with its kicker, where a list above, such as the way to the page, ends with both as one."""
    own = letters(line.body)
    for above in page.lines[max(0, line.number - _BREADCRUMB) : line.number]:
        if above.marker and len(body := above.body) > len(line.text) and letters(body).endswith(own):
            return body
    if line.text[0] == ":" and line.number:
        return page.lines[line.number - 1].body + line.text
    plain = _plain(line.body)
    return _GLUED.sub(": ", plain) if ":" in plain else plain


def _plain(text: str) -> str:
    """Without the signs of Markdown, and the label that crawlers give it."""
    bare = _LABELLED.sub("", _ATTRIBUTES.sub("", text), count=1)
    return found[2] if (found := _EMPHASIS.fullmatch(bare)) else bare


def _headline(page: Page) -> Iterator[Fact]:
    """The first line, if it stands alone and reads like a headline; the line below it, if the text says it again."""
    if len(page.lines) < 4 or any(line.number in page.claims for line in page.lines[:3]):
        return
    first, second, third = page.lines[:3]
    if not (second.gap and third.gap and _is_headline(first) and len(third.text) > len(first.text)):
        return
    yield Fact("title", _plain(first.body), first)
    if _is_summary(page, second):
        yield Fact("summary", second.text)


def _is_headline(line: Line) -> bool:
    return (
        line.kind is not Kind.ITEM
        and 2 < blanks(line.text) < 30
        and len(line.text) <= _LONGEST_HEADLINE
        and not line.text.endswith((".", ",", ":", ";", "…", "”", '"'))
    )


def _is_summary(page: Page, line: Line) -> bool:
    if len(line.text) > _LONGEST_SUMMARY or not line.text.endswith("."):
        return False
    below = " ".join(later.text for later in page.lines[line.number + 1 :])
    words = line.text.rstrip(".").split()
    return any(" ".join(words[at : at + _RUN]) in below for at in range(len(words) - _RUN + 1))
