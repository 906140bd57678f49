"""Stage leftovers: small learned nets score every line that no rule knows, one for pages, and two for dumps.

`weights.npz` and `dumps.npz` beside this are made by `python -m training`, which also prints how well
nets made the same way do on pages of outlets they never saw; see `docs/scorer.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from html import unescape
from importlib.resources import files
from itertools import compress
from typing import IO

import regex

from cleaner import CAREFUL, Boxes, Columns, Line, Mark, Page
from cleaner_blog.dense import sizes
from cleaner_blog.doubles import doubled_captions
from cleaner_blog.left import Left
from cleaner_blog.scorer import claimed, ends, judge, pieces, standfirsts
from cleaner_blog.scorer.context import Context
from cleaner_blog.scorer.dumps import Dumps, as_read
from cleaner_blog.scorer.judge import OPEN, SAYS_TITLE, SPARED
from cleaner_blog.scorer.npz import Tensor, Weights, read
from cleaner_blog.scorer.pages import Pages

_FEW, _LITTLE = 50, 1200
"""Lines, and characters that no rule takes, as `said` counts them. A dump with fewer of both shows too little."""

_MANY = 12
"""Lines that rules take of such a dump: then it is the whole page of a short post."""

_NO_PROOF = "blog/signs"
"""The rule whose lines stand in clean text as well: the arrows of a diagram."""

_FEWEST = 6
"""Lines. Fewer show too little to judge them by: a paragraph and its list are all there is."""

_OPEN = bytes((OPEN, *bytes(255)))
"""What stages say of a line that has none, and of others."""

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
    is_known = proofs(page) > 0 or any(doubled_captions(page, Left(page, [])))
    return is_known and (len(page.lines) >= _FEW or _says_much(page))


def proofs(page: Page) -> int:
    """How many lines rules take that stand in no clean text."""
    rules = list(page.claims.values())
    return len(rules) - rules.count(_NO_PROOF)


def _says_much(page: Page) -> bool:
    return sum(sizes([line.text for line in candidates(page)])) >= _LITTLE


def leftovers(page: Page, nets: Nets) -> list[Mark]:
    """Mark the lines that do not look like the article."""
    context = context_of(page)
    states = _states(page, context.stages)
    many = states.count(OPEN)
    if page.tree is not None:
        return _of_page(page, nets(False), context, states) if many else []
    return _of_dump(page, nets(True), context, states) if many >= _FEWEST else []


def _of_page(page: Page, scorer: Scorer, context: Context, states: bytearray) -> list[Mark]:
    scores = scorer(page.columns, page.boxes, context)
    for line in standfirsts.of_page(page, context):
        states[line.number] |= SPARED
    return judge.of_page(page, states, scores, ends.headline_of(page, context))


def _of_dump(page: Page, scorer: Scorer, context: Context, states: bytearray) -> list[Mark]:
    read = as_read(page.lines, page.columns)
    scores = pieces.score(scorer, read, page.boxes, context)
    likely = ends.maybe_headlines(page, read)
    if (standfirst := standfirsts.of_dump(page, context, likely, scores)) is not None:
        states[standfirst.number] |= SPARED
    titles = [line.number for line in ends.headlines(likely, context.title)]
    for number in titles:
        states[number] |= SAYS_TITLE
    return judge.of_dump(page, states, scores, ends.bounds(page, titles[0] if titles else 0))


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


def candidates(page: Page) -> list[Line]:
    """The lines that no rule and no earlier hook takes. What a page states as its article is not asked for."""
    return list(compress(page.lines, _states(page, claimed.stages(page))))


def _states(page: Page, stages: bytes) -> bytearray:
    """For each line whether it is to be judged."""
    states, lines = bytearray(stages.translate(_OPEN)), page.lines
    last = states.rfind(OPEN)
    while last >= 0 and lines[last].is_stated:  # what is stated comes last
        states[last] = 0
        last = states.rfind(OPEN, 0, last)
    return states


def context_of(page: Page) -> Context:
    """What is known of the page beside its lines."""
    metadata, tree = page.metadata, page.tree
    stated = squeezed(tree.stated_body) if tree is not None else ""
    return Context(claimed.stages(page), metadata.title or "", metadata.summary or "", stated)


def squeezed(markup: str) -> str:
    """Its text without white space: in another layout it is still the same."""
    return "".join(_TAG.sub("", unescape(markup)).split())
