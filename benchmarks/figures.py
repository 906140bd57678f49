"""How good a cleaned text is, beside a gold body or snippets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import mean
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_LEAST_CAPTION = 20
_CHROME, _BODY = 0.3, 0.8
"""Shares of a line's word triples that the gold has: below it is boilerplate, above it is body."""


class Judged(NamedTuple):
    """A cleaned text, and what is known of its page."""

    text: str
    gold: str | None
    captions: Sequence[str]
    require: Sequence[str]
    forbid: Sequence[str]
    lines: Sequence[str] = ()
    """Those of the dump it was made of; none for a page."""
    title: str = ""


def words(text: str | None) -> list[str]:
    """Lower-cased words."""
    return _WORD.findall((text or "").lower())


def flat(text: str | None) -> str:
    """The words with single spaces between."""
    return " ".join(words(text))


def figures(pages: Iterable[Judged]) -> Mapping[str, float]:
    """P, R, F1 of the bags of words (means over pages), zF over 4-word shingles, captions left, snippets right."""
    known = list(pages)
    found: dict[str, list[float]] = {}
    for page in known:
        for name, value in _of_page(page):
            found.setdefault(name, []).append(value)
    means = {name: mean(values) for name, values in found.items()}
    if "zP" in means:
        precision, recall = means.pop("zP"), means.pop("zR")
        means["zF"] = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return means


def _of_page(page: Judged) -> Iterable[tuple[str, float]]:
    lower = page.text.lower()
    yield from (("require", float(snippet.lower() in lower)) for snippet in page.require)
    yield from (("forbid", float(snippet.lower() not in lower)) for snippet in page.forbid)
    if page.gold is None:
        return
    yield from _of_lines(page)
    yield from zip(("P", "R", "F1"), overlap(Counter(words(page.text)), Counter(words(page.gold))), strict=True)
    precision, recall, _ = overlap(_shingles(page.text), _shingles(page.gold))
    yield "zR", recall
    if page.text.strip():
        yield "zP", precision
    gold, seen = flat(page.gold), flat(page.text)
    for caption in map(flat, page.captions):
        if len(caption) > _LEAST_CAPTION and caption not in gold:
            yield "captions", float(caption in seen)


def _of_lines(page: Judged) -> Iterable[tuple[str, float]]:
    """For each line of a dump whether it is gone: of the boilerplate it should be, of the body it should not."""
    seen = f" {flat(page.text)} "
    gold, title = flat(page.gold), flat(page.title)
    triples = _triples(gold.split())
    for line in filter(None, map(flat, page.lines)):
        words = line.split()
        if title and (line == title or (len(words) > 3 and line in title)):
            continue
        if len(words) < 4:
            share = 0.5 if f" {line} " in f" {gold} " else 0.0
        else:
            own = list(zip(words, words[1:], words[2:], strict=False))
            share = sum(triple in triples for triple in own) / len(own)
        if share < _CHROME or share > _BODY:
            yield "body-" if share > _BODY else "chrome-", float(f" {line} " not in seen)


def _triples(words: Sequence[str]) -> set[tuple[str, str, str]]:
    return set(zip(words, words[1:], words[2:], strict=False))


def overlap(found: Counter[str], gold: Counter[str]) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    if not found or not gold:
        return (1.0, 1.0, 1.0) if not found and not gold else (0.0, 0.0, 0.0)
    same = (found & gold).total()
    precision, recall = same / found.total(), same / gold.total()
    return precision, recall, 2 * same / (found.total() + gold.total())


def _shingles(text: str) -> Counter[str]:
    found = words(text)
    return (
        Counter(" ".join(found[n : n + _SHINGLE]) for n in range(max(1, len(found) - _SHINGLE + 1)))
        if found
        else Counter()
    )
