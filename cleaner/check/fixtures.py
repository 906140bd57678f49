"""Fixtures: is each complete, does it come out as expected, and does it keep what every page is promised."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from cleaner.check.findings import Finding, error
from cleaner.check.subject import Subject
from cleaner.errors import PluginError
from cleaner.segment import Document, parse
from cleaner.testing import Promises
from cleaner.testing.golden import folded_lines

_MOST = 0.4
"""Share of the expected text that an element may hold which a rule takes."""


def expectations(subject: Subject) -> Iterator[Finding]:
    """What is wrong with each fixture, and with the plugin as it shows there."""

    @cache
    def promises(profile: str) -> Promises:
        return Promises(subject.engine, profile)

    for case in subject.cases:
        place = str(case.stem)
        if missing := " and ".join(path.name for path in case.missing):
            told = f"there is no {missing}; write it by hand, or let --accept write a draft"
            yield error("missing-expectation", str(case), told, place)
            continue
        kind = "draft" if case.is_draft else "expectation"
        try:
            case.check(subject.engine)
            kind = "promise"
            promises(case.facts["profile"]).check(case.page.read_text(encoding="utf-8", errors="replace"))
        except PluginError as failure:
            yield error("hook-fails", str(case), str(failure), place)
        except (AssertionError, ValueError) as wrong:
            yield error(kind, str(case), str(wrong), place)


def articles_taken(subject: Subject) -> Iterator[Finding]:
    """The css rules that match what holds the article of a fixture: the engine spares it, but it is not meant so."""
    for case in subject.results:
        page = parse(case.page.read_bytes()) if case.is_html else None
        for rule in subject.plugin.rules if page else ():
            if rule.css and page and _most_held(page, rule.css, case.text) >= _MOST:
                told = f"css={rule.css!r} matches the element that holds the article of the fixture {case}; be narrower"
                yield error("takes-article", subject.name(rule), told, subject.place(rule))


def _most_held(page: Document, selector: str, text: str) -> float:
    """The greatest share of the text's characters that stands in one element of these."""
    lines = folded_lines(text)
    whole = sum(map(len, lines)) or 1
    return max(
        (sum(len(line) for line in lines if line in found.text) / whole for found in page.all(selector)), default=0
    )
