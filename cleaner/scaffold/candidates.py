"""Rules that the pages suggest, each with its evidence, for a person to take over or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from cleaner.learn import (
    BOTTOM,
    INSIDE,
    TOP,
    Recurring,
    Seen,
    context,
    evidence,
    find_recurring,
    key,
    rule_name,
    signs,
)
from cleaner.report import printable
from cleaner.rules import Rule
from cleaner.scaffold.markup import article_selector, chrome
from cleaner.scaffold.pages import Page, hosts, see_all
from cleaner.scaffold.patterns import Beginning, bylines, labels

_LEAST = 2
"""Pages that something must show on: there are few, and a person decides."""
_SHOWN = 3
"""Examples of a pattern."""


class Candidate(NamedTuple):
    """A rule that may be right."""

    rule: Rule
    evidence: str
    """Comment lines."""


class Found(NamedTuple):
    """What the pages say about their outlet."""

    articles: int
    """How many the pages are of."""
    hosts: tuple[str, ...]
    signs: tuple[str, ...]
    """Fingerprints."""
    candidates: tuple[Candidate, ...]
    doubted: tuple[Recurring, ...]
    """Lines that recur and may be the articles' own."""


def examine(pages: Sequence[Page]) -> Found:
    """Read off the pages what a plugin for them may need."""
    seen = see_all(pages)
    selector = article_selector([(page.markup, page.sentences) for page in pages if page.is_html])
    lines = find_recurring(seen, share=0, least=_LEAST)
    authors = {name for page in pages for name in page.result.metadata.authors}
    begin = [("byline", "credits", one) for one in bylines(seen, authors)]
    begin += [("label", "captions", one) for one in labels(seen)]
    left = [one for one in lines if not one.rule and not one.doubt]
    alone = [one for one in left if not any(each.covers(one.text) for _, _, each in begin)]
    articles = len({page.article for page in seen})
    given: Counter[str] = Counter()
    candidates = (
        *_article(pages, selector),
        *_elements(pages, lines, left, given),
        *(_beginning(one, kind, stage, given) for kind, stage, one in begin),
        *(_pattern(one, given) for one in alone if one.pattern),
        *_phrases([one for one in alone if not one.pattern]),
        *(_beside(pages, seen, selector, given) if articles == 1 and selector else ()),
    )
    everywhere = [one for one in left if one.pages == articles]
    return Found(articles, hosts(pages), tuple(signs(everywhere)), candidates, tuple(one for one in lines if one.doubt))


def _article(pages: Sequence[Page], selector: str) -> Iterator[Candidate]:
    written = sum(page.is_html for page in pages)
    if selector:
        sample = f"{_element(selector, 'Text')}<p>Menu</p>"
        told = (
            f"# {_counted(written)}: the article is in it. All of it? A lead above it would go.\n"
            "# If it holds little else, switch off the score, which may take sub-headings (`without`):\n"
            "# blog/remove_leftovers.\n"
        )
        yield Candidate(Rule("body", "navigation", outside=selector, sample=sample, why="not the article"), told)


def _beside(pages: Sequence[Page], seen: Sequence[Seen], selector: str, given: Counter[str]) -> Iterator[Candidate]:
    """What dumps have and the article on the page has not: where all are of one article, nothing recurs."""
    article = [one.title for one in seen]
    article += [found.text for page in pages if page.is_html for found in page.markup.document.all(selector)]
    held = key(" ".join(article))
    for page, one in zip(pages, seen, strict=True):
        left = (line.text for line in one.lines if not line.rule and not line.is_sentence)
        beside = frozenset(text for text in left if key(text) not in held)
        if beside and not page.is_html:
            name = rule_name("beside", page.name, given)
            told = f"# In {_shown(page.file)}, and not in the article of the page. Which are the outlet's?\n"
            yield Candidate(Rule(name, "navigation", phrases=beside, sample=min(beside)), told)


def _elements(
    pages: Sequence[Page], lines: Sequence[Recurring], left: Sequence[Recurring], given: Counter[str]
) -> Iterator[Candidate]:
    markups = [page.markup for page in pages if page.is_html]
    recurring = {key(one.text) for one in lines if not one.doubt}
    for one in chrome(markups, {key(one.text) for one in left}, recurring):
        first = one.text.split("\n")[0]
        rule = Rule(
            rule_name("in", one.selector, given), "navigation", css=one.selector, sample=_element(one.selector, first)
        )
        yield Candidate(rule, f"# {_counted(one.pages)}, holds only: {_shown(one.text)}\n")


def _element(selector: str, text: str) -> str:
    """An element that the selector matches."""
    tag = selector.partition("#")[0].partition(".")[0]
    sign, name = selector[len(tag) :][:1], selector[len(tag) + 1 :]
    attribute = f" {'id' if sign == '#' else 'class'}='{name}'" if name else ""
    return f"<{tag}{attribute}>{escape(text)}</{tag}>"


def _pattern(one: Recurring, given: Counter[str]) -> Candidate:
    rule = Rule(rule_name("line", one.text, given), "navigation", line=one.pattern, sample=one.text)
    return Candidate(rule, evidence(one))


def _phrases(lines: Sequence[Recurring]) -> Iterator[Candidate]:
    """One rule for all lines of a place; there may be hundreds."""
    for place in (TOP, INSIDE, BOTTOM):
        here = [one for one in lines if one.place == place]
        if here:
            phrases = frozenset(one.text for one in here)
            told = "".join(f"#   {one.pages} pages, {context(one.contexts[0])}\n" for one in here)
            yield Candidate(Rule(place, "navigation", phrases=phrases, sample=min(phrases)), told)


def _beginning(one: Beginning, kind: str, stage: str, given: Counter[str]) -> Candidate:
    sample = one.examples[0][1]
    told = "".join(f"#   {_shown(page)}: {_shown(line)}\n" for page, line in one.examples[:_SHOWN])
    rule = Rule(rule_name(kind, one.label, given), stage, line=one.pattern, sample=sample)
    return Candidate(rule, f"# {len(one.examples)} pages\n{told}")


def _counted(pages: int) -> str:
    return f"{pages} page{'s' if pages > 1 else ''}"


def _shown(text: str) -> str:
    return printable(text.replace("\n", " | "))[:100]
