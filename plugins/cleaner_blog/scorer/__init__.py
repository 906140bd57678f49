"""Stage leftovers: small learned nets score every line that no rule knows, one for pages, and two for dumps.

`weights.npz` and `dumps.npz` beside this are made by `python -m training`, which also prints how well
nets made the same way do on pages of outlets they never saw; see `docs/scorer.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from html import unescape
from importlib.resources import files
from typing import IO

import regex

from cleaner import CAREFUL, Boxes, Columns, Kind, Line, Mark, Page
from cleaner_blog.dense import said
from cleaner_blog.doubles import doubled_captions
from cleaner_blog.left import Left
from cleaner_blog.ruleset import stages
from cleaner_blog.scorer import ends, neighbours, pieces
from cleaner_blog.scorer.context import HEADLINE, STAGES, Context
from cleaner_blog.scorer.dumps import Dumps, as_read
from cleaner_blog.scorer.npz import Tensor, Weights, read
from cleaner_blog.scorer.pages import Pages

THRESHOLD = 0.22
"""Lines that score less go. Below a half: losing text is worse than keeping a line too many."""

DUMP_THRESHOLD = 0.2
"""The same for dumps, which show less."""

OUTSIDE_THRESHOLD = 0.9
"""Of the headline of a dump, lines above it, and those behind what stands below an article."""

_REPEATED = 100
"""Characters. Pages made for two sizes of screen have their text twice; poems and songs repeat shorter lines."""

_BESIDE = 40
"""The same of lines that stand right below each other, as alternative text and caption do."""

_FEW, _LITTLE = 50, 1200
"""Lines, and characters that no rule takes, as `said` counts them. A dump with fewer of both shows too little."""

_MANY = 12
"""Lines that rules take of such a dump: then it is the whole page of a short post."""

_NO_PROOF = "blog/signs"
"""The rule whose lines stand in clean text as well: the arrows of a diagram."""

_FEWEST = 6
"""Lines. Fewer show too little to judge them by: a paragraph and its list are all there is."""

_NAVIGATION, _CAPTIONS, _TAKEN = STAGES.index("navigation"), STAGES.index("captions"), 255
"""Numbers of stages, and one that stands for any: taken by a hook."""

_WHY = tuple(f"score {hundredth / 100:.2f}: does not look like the article" for hundredth in range(101))

_AGAIN = "stands above already"
_AMONG_OTHERS = "below the article, among lines that do not look like one"

_mark: Callable[[Iterable[object]], Mark] = partial(tuple.__new__, Mark)
"""`Mark(...)` in a third of the time; of a dump most lines are marked."""

TREES = "trees"
"""What names of the weights of trees begin with."""

_TAG = regex.compile(r"<[^<>]*+>")

Scorer = Callable[[Columns, Boxes, Context], Sequence[float]]
Nets = Callable[[bool], Scorer]
"""Gives the scorer of dumps, or that of pages."""


def scorer(weights: Weights) -> Scorer:
    """The function that scores the lines of a page, or of a dump: then the weights know no names of containers."""
    parts = parted(weights)
    trees = parts.pop(TREES, {})
    nets = list(parts.values())
    return Pages(nets[0], trees) if "names" in nets[0] else Dumps(nets)


def load(file: IO[bytes]) -> Scorer:
    """The same, of stored weights."""
    return scorer(read(file))


def parted(weights: Weights) -> dict[str, Weights]:
    """The nets among these weights, whose names begin with their numbers, those of a net alone with none; the trees."""
    nets: dict[str, dict[str, Tensor | str]] = {}
    for key, values in weights.items():
        number, _, name = key.rpartition("/")
        nets.setdefault(number, {})[name] = values
    return {**nets}


@cache
def shipped(is_dump: bool) -> Scorer:
    """Read on first use and never changed: not state, only work not done twice."""
    name = "dumps.npz" if is_dump else "weights.npz"
    with files("cleaner_blog.scorer").joinpath(name).open("rb") as file:
        return load(file)


def is_scored(page: Page) -> bool:
    """Whether there is enough to see: in a dump, lines that rules take, and either many lines or much text.

    One without such lines may be clean already. So a second run over a cleaned text, of which no rule knows a line,
    changes nothing.
    """
    if page.tree is not None:
        return True
    is_known = proofs(page) > 0 or any(doubled_captions(page, Left(page)))
    return is_known and (len(page.lines) >= _FEW or _says_much(page))


def proofs(page: Page) -> int:
    """How many lines rules take that stand in no clean text."""
    return sum(rule != _NO_PROOF for rule in page.claims.values())


def _says_much(page: Page) -> bool:
    return sum(said(line.text) for line in candidates(page)) >= _LITTLE


def leftovers(page: Page, nets: Nets) -> list[Mark]:
    """Mark the lines that do not look like the article."""
    kept = candidates(page)
    if not kept or (page.tree is None and len(kept) < _FEWEST):
        return []
    context = context_of(page)
    if page.tree is not None:
        scores = nets(False)(page.columns, page.boxes, context)
        marks = judge(kept, page.boxes, scores, neighbours.headings(kept, scores, context))
        return marks + [Mark(line, "a link above the headline") for line in ends.links_above(page, kept, context)]
    scores = pieces.score(nets(True), as_read(page.lines, page.columns), page.boxes, context)
    return of_dump(page, kept, scores)


def surest(page: Page, nets: Nets) -> list[Mark]:
    """Of a dump that is not scored for being short, what is no article for certain, if rules take enough of it.

    It stands below all that may be: above are a headline that nobody knows, and a standfirst.
    """
    if proofs(page) < _MANY:
        return []
    marks = leftovers(page, nets)
    low = {mark.line.number for mark in marks}
    last = max((line.number for line in candidates(page) if line.number not in low), default=-1)
    return [mark for mark in marks if mark.line.number > last and mark.confidence >= CAREFUL]


def of_dump(page: Page, lines: Sequence[Line], scores: Sequence[float]) -> list[Mark]:
    """The lines of a dump that score too low, more so outside the article; then what is said again."""
    lead = neighbours.lead(page, lines, scores)
    marks = [mark for mark in low(lines, scores, DUMP_THRESHOLD) if mark.line is not lead]
    gone = {mark.line.number for mark in marks}
    left = [line for line in lines if line.number not in gone]
    outside = ends.outside(page, lines, left, scores, OUTSIDE_THRESHOLD)
    marks += [_outside(line, scores[line.number]) for line in outside]
    said = ends.headlines(left, page.metadata.title)
    headlines = [line for line in said if scores[line.number] < OUTSIDE_THRESHOLD]
    marks += [Mark(line, "the headline", 1 - scores[line.number]) for line in headlines]
    gone = {line.number for line in (*outside, *headlines)}
    return marks + repeated([line for line in left if line.number not in gone])


def candidates(page: Page) -> list[Line]:
    """The lines that no rule and no earlier hook takes. What a page states as its article is not asked for."""
    claims = page.claims
    found = [line for line in page.kept() if line.number not in claims]
    if page.tree is not None and found and found[-1].is_stated:  # what is stated comes last
        return [line for line in found if not line.is_stated]
    return found


def context_of(page: Page) -> Context:
    """What is known of the page beside its lines."""
    metadata, tree, lines, stage_of = page.metadata, page.tree, page.lines, _stage_numbers().get
    found = bytearray(len(lines))
    for number in page.taken:
        found[number] = _TAKEN
    for number, rule in page.claims.items():
        found[number] = stage_of(rule, _NAVIGATION)
    number = -1
    while (number := found.find(_TAKEN, number + 1)) >= 0:
        line = lines[number]
        is_headline = line.kind is Kind.HEADING if tree is not None else line.text == metadata.title
        found[number] = HEADLINE if is_headline else _CAPTIONS
    stated = squeezed(tree.stated_body) if tree is not None else ""
    return Context(bytes(found), metadata.title or "", metadata.summary or "", stated)


@cache
def _stage_numbers() -> Mapping[str, int]:
    """The number of each rule's stage, by the name the rule has in `Page.claims`."""
    known = {stage: number for number, stage in enumerate(STAGES)}
    return {rule: known.get(stage, _NAVIGATION) for rule, stage in stages().items()}


def squeezed(markup: str) -> str:
    """Its text without white space: in another layout it is still the same."""
    return "".join(_TAG.sub("", unescape(markup)).split())


def judge(lines: Sequence[Line], boxes: Boxes, scores: Sequence[float], spared: Collection[int] = ()) -> list[Mark]:
    """The lines of a page that score too low, except those spared; then prose that another container has already."""
    marks = [mark for mark in low(lines, scores) if mark.line.number not in spared]
    gone = {mark.line.number for mark in marks}
    if stay := neighbours.wholes(lines, boxes, scores, gone):
        marks = [mark for mark in marks if mark.line.number not in stay]
        gone -= stay
    long = [line for line in lines if len(line.text) >= _REPEATED and line.number not in gone]
    if len({line.text for line in long}) < len(long):  # as on few pages
        marks += _elsewhere(long, boxes.parents)
    return marks


def _elsewhere(lines: Iterable[Line], parents: Sequence[int]) -> Iterator[Mark]:
    """Mark the lines that another container has already."""
    met: dict[str, int] = {}
    for line in lines:
        around = parents[line.box]
        if met.setdefault(line.text, around) != around:
            yield Mark(line, _AGAIN)


def repeated(lines: Iterable[Line]) -> list[Mark]:
    """The lines of a dump that say again what stands above: prose anywhere, what is shorter right below its twin."""
    met: dict[str, int] = {}
    marks = []
    for line in lines:
        if len(line.text) >= _BESIDE:
            last = met.get(line.text)
            if last is not None and (len(line.text) >= _REPEATED or last == line.number - 1):
                marks.append(Mark(line, _AGAIN))
            met[line.text] = line.number
    return marks


def low(lines: Sequence[Line], scores: Sequence[float], threshold: float = THRESHOLD) -> list[Mark]:
    """The lines that score too low. Where all do, the best are kept: a page is never emptied."""
    if len(lines) < _FEWEST:
        return []
    found = [scores[line.number] for line in lines]
    limit = min(threshold, max(found) / 2)
    why = _WHY
    return [
        _mark((line, why[round(100 * score)], 1 - score))
        for line, score in zip(lines, found, strict=True)
        if score < limit
    ]


def _outside(line: Line, score: float) -> Mark:
    return Mark(line, _WHY[round(100 * score)] if score < OUTSIDE_THRESHOLD else _AMONG_OTHERS, 1 - score)
