"""Stage leftovers: a small learned net scores every line that no rule knows, one for pages and one for dumps.

`weights.npz` and `dumps.npz` beside this are made by `python -m training`, which also prints how well
nets made the same way do on pages of outlets they never saw; see `docs/scorer.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from html import unescape
from importlib.resources import files
from itertools import compress

import numpy as np
import regex

from cleaner import Box, Kind, Line, Mark, Page
from cleaner_blog.ruleset import stages
from cleaner_blog.scorer import dumps
from cleaner_blog.scorer.arrays import Array, Floats
from cleaner_blog.scorer.containers import GROUPS
from cleaner_blog.scorer.features import Context, sheet
from cleaner_blog.scorer.model import Model
from cleaner_blog.scorer.phrases import Phrases
from cleaner_blog.scorer.vocabulary import Names, Words, names_of

THRESHOLD = 0.35
"""Lines that score less go. Below a half: losing text is worse than keeping a line too many."""

DUMP_THRESHOLD = 0.2
"""The same for dumps, which show less."""

_REPEATED = 100
"""Characters. Pages made for two sizes of screen have their text twice; poems and songs repeat shorter lines."""

_FEW, _LITTLE = 50, 1200
"""Lines, and characters that no rule takes. A dump that has fewer of both shows too little of how it is made."""

_FEWEST = 3
"""Lines. Fewer have no neighbours and no containers to judge them by."""

_WHY = tuple(f"score {hundredth / 100:.2f}: does not look like the article" for hundredth in range(101))

_NO_NAMES = np.zeros((1, 0))
_TAG = regex.compile(r"<[^<>]*+>")

Scorer = Callable[[Sequence[Line], Sequence[Box], Context], Floats]
Nets = Callable[[bool], Scorer]
"""Gives the scorer of dumps, or that of pages."""


def scorer(weights: Mapping[str, Array]) -> Scorer:
    """The function that scores the lines of a page, or of a dump: then the weights know no names of containers."""
    floats = {name: values for name, values in weights.items() if values.dtype.kind == "f"}
    known, vectors = str(weights["words"]).split("\n"), np.asarray(weights["temb.weight"], np.float64)
    if "names" not in weights:
        return _of_dumps(Model(floats, dumps.GROUPS), Phrases(known, vectors))
    names = Names(str(weights["names"]).split("\n"), np.asarray(weights["emb.weight"], np.float64))
    return _of_pages(Model(floats, GROUPS), names, Words(known, vectors))


def _of_pages(model: Model, names: Names, words: Words) -> Scorer:
    def score(lines: Sequence[Line], boxes: Sequence[Box], context: Context) -> Floats:
        parents, called = names_of(boxes)
        known = names.of(called)
        page = sheet(lines, parents, known.alike, context)
        scores = np.zeros(len(lines))
        scores[page.rows] = model.scores(page, known.vectors, words.of(page.texts))
        return scores

    return score


def _of_dumps(model: Model, phrases: Phrases) -> Scorer:
    def score(lines: Sequence[Line], boxes: Sequence[Box], context: Context) -> Floats:
        page = dumps.dump_sheet(lines, context)
        scores = np.zeros(len(lines))
        scores[page.rows] = model.scores(page, _NO_NAMES, phrases.of(page.texts))
        return scores

    return score


@cache
def shipped(is_dump: bool) -> Scorer:
    """Read on first use and never changed: not state, only work not done twice."""
    name = "dumps.npz" if is_dump else "weights.npz"
    with files("cleaner_blog.scorer").joinpath(name).open("rb") as file, np.load(file) as weights:
        return scorer(dict(weights))


def is_scored(page: Page) -> bool:
    """Whether there is enough to see: in a dump, lines that rules take, and either many lines or much text.

    One without such lines may be clean already. So a second run over a cleaned text, of which no rule knows a line,
    changes nothing.
    """
    return page.tree is not None or (bool(page.claims) and (len(page.lines) >= _FEW or _says_much(page)))


def _says_much(page: Page) -> bool:
    return sum(len(line.text) for line in candidates(page)) >= _LITTLE


def leftovers(page: Page, nets: Nets) -> Iterator[Mark]:
    """Mark the lines that do not look like the article."""
    kept = candidates(page)
    if kept:
        is_dump = page.tree is None
        scores = nets(is_dump)(page.lines, page.boxes, context_of(page))
        yield from low(kept, scores, DUMP_THRESHOLD) if is_dump else judge(kept, page.boxes, scores)


def candidates(page: Page) -> list[Line]:
    """The lines that no rule and no earlier hook takes. What a page states as its article is not asked for."""
    claims = page.claims
    return [line for line in page.kept() if line.number not in claims and not line.is_stated]


def context_of(page: Page) -> Context:
    """What is known of the page beside its lines."""
    metadata, tree, lines, stage_of = page.metadata, page.tree, page.lines, stages().get
    gone = {number: stage_of(rule, "navigation") for number, rule in page.claims.items()}
    for number in set(range(len(lines))).difference(gone, [line.number for line in page.kept()]):
        line = lines[number]
        is_headline = line.kind is Kind.HEADING if tree is not None else line.text == metadata.title
        gone[number] = "metadata" if is_headline else "captions"
    stated = squeezed(tree.stated_body) if tree is not None else ""
    return Context(gone, metadata.title or "", metadata.summary or "", stated)


def squeezed(markup: str) -> str:
    """Its text without white space: in another layout it is still the same."""
    return "".join(_TAG.sub("", unescape(markup)).split())


def judge(lines: Sequence[Line], boxes: Sequence[Box], scores: Floats) -> Iterator[Mark]:
    """The lines of a page that score too low, then prose that stands in another container already."""
    gone = set()
    for mark in low(lines, scores):
        gone.add(mark.line.number)
        yield mark
    met: dict[str, int] = {}
    for line in lines:
        if len(line.text) >= _REPEATED and line.number not in gone:
            around = boxes[line.box].parent
            if met.setdefault(line.text, around) != around:
                yield Mark(line, "stands above already")


def low(lines: Sequence[Line], scores: Floats, threshold: float = THRESHOLD) -> Iterator[Mark]:
    """The lines that score too low. Where all do, the best are kept: a page is never emptied."""
    if len(lines) < _FEWEST:
        return
    found = scores.take([line.number for line in lines])
    limit = min(threshold, float(found.max()) / 2)
    for line, score in compress(zip(lines, found.tolist(), strict=True), found < limit):
        yield Mark(line, _WHY[round(100 * score)], 1 - score)
