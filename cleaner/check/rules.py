"""Rules by themselves: do they do what they say, and could they take what nobody meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from cleaner.check.findings import ERROR, WARNING, Finding
from cleaner.check.patterns import attacks
from cleaner.check.subject import Subject
from cleaner.rules import Rule, phrase_key
from cleaner.segment import parse
from cleaner.testing.prose import PROSE
from cleaner.testing.samples import removed_by

_NAMES = "no-js js home page single post wordpress wp-site site blog article news template-default logged-in"
"""Classes that themes put on `html` and `body`."""
_PAGE = f"""<!doctype html><html data-whole="yes" class="{_NAMES}" id="page" lang="en"><head><title>T</title></head>
<body data-whole="yes" class="{_NAMES}" id="top">
<header><h1>T</h1></header><main><article><p>A</p></article></main></body></html>"""
_ARTICLES = (
    "entry-content post-content article-content article-body articleBody article__body story-body post-body post__body"
    " single-content main-content page-content content-body text-content td-post-content content post article story"
).split()
"""Classes of elements that hold articles, in the themes that most sites have."""
_HEADINGS = (
    "Introduction Conclusion Conclusions Summary Background Overview Sources References Methods Results Discussion"
    " Ingredients Instructions Preparation Questions Answers FAQ Timeline Einleitung Fazit Hintergrund Quellen Zutaten"
    " Zubereitung Zusammenfassung Résumé Contexte Ingrédients Préparation Introducción Conclusión Conclusiones Resumen"
    " Fuentes Ingredientes Введение Заключение Выводы Источники Ингредиенты Вступ Висновки Джерела"
).split()
"""Headings that articles have."""
_GOES_ON = "the ferry left at nine and came back at noon, because the wind had turned."


class _Told(NamedTuple):
    """A finding about the rule at hand."""

    severity: str
    kind: str
    message: str


def rules(subject: Subject) -> Iterator[Finding]:
    """What is wrong with each rule, and what is doubtful."""
    for rule in subject.plugin.rules:
        for check in (_samples, _whole_page, _article, _words, _prose, _second_sign):
            for told in check(rule):
                yield Finding(told.severity, told.kind, subject.name(rule), told.message, subject.place(rule))
    yield from _repeated_phrases(subject)


def _samples(rule: Rule) -> Iterator[_Told]:
    if not removed_by(rule, rule.sample):
        yield _Told(ERROR, "sample-stays", f"it does not remove its own sample {rule.sample!r}")
    if rule.spares and (lost := removed_by(rule, rule.spares)):
        yield _Told(ERROR, "spares-lost", f"it removes {lost[0]!r}, which it must spare")


def _whole_page(rule: Rule) -> Iterator[_Told]:
    for selector in filter(None, (rule.css, rule.outside)):
        if any(found.get("data-whole") is not None for found in parse(_PAGE.encode()).all(selector)):
            yield _Told(
                ERROR, "takes-page", f"{rule.matcher}={selector!r} matches `html` or `body`, which no rule may take"
            )


def _article(rule: Rule) -> Iterator[_Told]:
    if rule.is_textual or rule.outside:
        return
    for name in _ARTICLES:
        if removed_by(rule, f'<div class="{name}">A ferry.</div>'):
            yield _Told(
                ERROR, "takes-article", f"it takes elements of class {name!r}, which hold articles; be narrower"
            )
            return


def _words(rule: Rule) -> Iterator[_Told]:
    for entry in sorted(rule.words):
        if not regex.fullmatch(r"[^\s_\p{Lu}-]+(?: [^\s_\p{Lu}-]+)*", entry):
            yield _Told(
                ERROR,
                "never-matches",
                f"no name has the word {entry!r}: write words in lower case, with a space between two that must both "
                "stand in a name",
            )


def _prose(rule: Rule) -> Iterator[_Told]:
    """Lines of an article that the rule would take."""
    if not rule.is_textual:
        return
    if sentence := next(filter(rule.matches, PROSE), None):
        yield _Told(ERROR, "takes-prose", f"it takes ordinary sentences, such as {sentence!r}")
    elif heading := next(filter(rule.matches, _HEADINGS), None):
        yield _Told(WARNING, "takes-heading", f"it takes {heading!r}, which articles have as a heading")
    if not rule.spares and (sentence := _open_end(rule)):
        yield _Told(
            WARNING, "open-end", f"it takes sentences that begin so, such as {sentence!r}; name one that it `spares`"
        )


def _open_end(rule: Rule) -> str | None:
    """A sentence that begins as the pattern does and goes on as it likes."""
    leads = (attack.before for attack in attacks(rule.line) if attack.before.rstrip()[-1:].isalpha())
    return next((line for lead in leads if rule.matches(line := f"{lead.rstrip()} {_GOES_ON}")), None)


def _second_sign(rule: Rule) -> Iterator[_Told]:
    if rule.given and any(regex.fullmatch(rule.given, line) for line in (rule.sample, *rule.phrases)):
        yield _Told(
            ERROR, "same-sign", f"given={rule.given!r} matches what the rule itself does: it is no second, other sign"
        )


def _repeated_phrases(subject: Subject) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for rule in subject.plugin.rules:
        for phrase in sorted(rule.phrases):
            owner = first.setdefault(phrase_key(phrase), rule.name)
            if owner != rule.name:
                told = f"the phrase {phrase!r} stands in {owner!r} too, which comes first; take it out of one"
                yield Finding(WARNING, "repeated-phrase", subject.name(rule), told, subject.place(rule))
