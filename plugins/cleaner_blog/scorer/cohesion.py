"""What a line of a dump has in common with others: an article keeps to its names and subjects, a teaser has its own.

A term is a word of four letters or more that is not among those which many outlets use, or two neighbouring signs of a
script that writes no spaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cleaner_blog.scorer.arrays import Bools, Floats, Ints
from cleaner_blog.scorer.characters import DENSE, table
from cleaner_blog.scorer.phrases import Hashes, codes_of, pairs_at, words_at

_LEAST = 4
"""Letters."""
ONCE, OFTEN = 0.5, 4.0
"""So many lines that have a term count for a half."""
COLUMNS = 3


class Terms(NamedTuple):
    """The terms of some lines, one after the other."""

    hashes: Hashes
    lines: Ints
    """On which line each stands."""
    many: int
    """Lines."""


class Shared(NamedTuple):
    """The terms that count, by numbers: equal where they are."""

    numbers: Ints
    lines: Ints
    counts: Floats
    """How many each line has, and one."""


def terms(texts: Sequence[str]) -> Terms:
    """All terms of these lines, whole."""
    codes = codes_of("\n".join(texts))
    is_sign = table().take(codes, mode="clip") == DENSE
    starts, sizes, words = words_at(codes)
    is_term = (sizes >= _LEAST) & ~is_sign.take(starts)
    pairs = (is_sign[1:] & is_sign[:-1]).nonzero()[0]
    hashes = np.concatenate((words[is_term], pairs_at(codes, pairs)))
    ends = (codes == ord("\n")).nonzero()[0]
    return Terms(hashes, ends.searchsorted(np.concatenate((starts[is_term], pairs))), len(texts))


def shared(said: Terms, counting: Bools) -> Shared:
    """Those terms that count: of no word that is known."""
    lines = said.lines[counting]
    numbers = np.unique(said.hashes[counting], return_inverse=True)[1]
    counts = np.bincount(lines, minlength=said.many).astype(np.float64)
    return Shared(numbers, lines, counts + 1)


def cohesion(terms: Shared, seen: Floats, rest: Floats) -> Floats:
    """Of what a line says, how much others do that are `seen`: once, often; and how much those do that are `rest`."""
    one, other = _elsewhere(terms, seen), _elsewhere(terms, rest)
    columns = np.empty((len(seen), COLUMNS))
    for column, values in enumerate((one / (one + ONCE), one / (one + OFTEN), other / (other + ONCE))):
        np.divide(np.bincount(terms.lines, values, len(seen)), terms.counts, out=columns[:, column])
    return columns


def _elsewhere(terms: Shared, weights: Floats) -> Floats:
    """For each term, the weights of all others that are the same."""
    if not len(terms.lines):
        return np.zeros(0)
    own = weights.take(terms.lines)
    every = np.bincount(terms.numbers, own).astype(np.float64, copy=False)
    found: Floats = every.take(terms.numbers)
    found -= own
    return np.maximum(found, 0, out=found)
