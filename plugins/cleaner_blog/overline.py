"""Which line of a dump is the headline: the lines over the prose, weighed one against the other.

Each line is asked the questions of `weights.WEIGHTS`, whose answers are weighed as `benchmarks/headlines.py`
learnt it. Where the best line is not clearly one, there is no headline: nothing rather than a guess.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import exp

from cleaner import Line, Page
from cleaner_blog.dense import blanks
from cleaner_blog.topline import Answers, Top, signs
from cleaner_blog.weights import NONE, SURE

_NEAR, _ENOUGH_PROSE, _FARTHEST_PROSE = 16, 3, 14
"""A date line has so many lines of prose so near below it."""
_NEARLY, _WORDED = 0.7, 4
"""A headline, of more words than that, can weigh so much less than the summary right under it."""


def headline(page: Page) -> Line | None:
    """The headline of a dump, if it shows one for certain."""
    return surest(Top(page).scores(), NONE)


def surest(scored: Sequence[tuple[float, Line]], none: float) -> Line | None:
    """The line that has most of all weight, that of there being no headline included; a headline with its summary's."""
    if not scored:
        return None
    best, line = max(scored, key=lambda one: (one[0], -one[1].number))
    line = next((above for score, above in scored if score > best - _NEARLY and _is_over(above, line)), line)
    own = sum(exp(score - best) for score, other in scored if other.text == line.text or _is_over(line, other))
    every = sum(exp(score - best) for score, _ in scored) + exp(none - best)
    return line if own >= SURE * every else None


def _is_over(line: Line, summary: Line) -> bool:
    """Whether the two may be a headline and the summary under it: then the one makes the other no less likely."""
    return line.number + 1 == summary.number and blanks(line.text) >= _WORDED and len(line.text) < len(summary.text)


def dated(page: Page) -> int | None:
    """The line that says when or by whom, right over the prose: where there is no headline to stand under."""
    sentences: list[int] | None = None
    for number in signs(page.claims):
        sentences = Top(page).prose() if sentences is None else sentences
        at = bisect_left(sentences, number)
        if bisect_left(sentences, number + _NEAR) - at >= _ENOUGH_PROSE and at <= _FARTHEST_PROSE:
            return number
    return None


def candidates(page: Page) -> Iterator[tuple[Line, Answers]]:
    """The lines that may be it, each with the answers to the questions of `WEIGHTS`: to learn from."""
    yield from Top(page).answers()
