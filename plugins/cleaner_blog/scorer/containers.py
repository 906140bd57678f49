"""The containers of each line. What a container holds is a run of lines, so sums over it are two look-ups."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from cleaner_blog.scorer.arrays import Floats, Ints

DEPTH = 8
"""Ancestors of a line that are looked at."""
LEVELS = 3
"""Containers of a line that are told apart: each holds more lines than the one inside it."""
GROUPS = LEVELS + 1
"""The containers, then the lines that look the same: the elements around them have the same names."""
_MOST_NAMES = 1 << 31
_DEEPER = np.arange(1, LEVELS)[:, None, None]


class Containers(NamedTuple):
    """Where each line stands. A group of lines is a run in `order`: the lines as they stand, then by their look."""

    chain: Ints
    """The ancestors of each line, innermost first (DEPTH x lines)."""
    order: Ints
    """Two times as many numbers as there are lines."""
    first: Ints
    """Where each group of a line begins (GROUPS x lines)."""
    after: Ints


def containers(inside: Ints, parents: Ints, names: Ints) -> Containers:
    """The containers of lines that stand in the boxes `inside`; boxes of equal `names` are called the same."""
    many = len(inside)
    chain = ancestors(inside, parents)
    flat, place = chain.T.ravel(), np.arange(many).repeat(DEPTH)
    begin, end = np.empty(len(parents), np.intp), np.empty(len(parents), np.intp)
    end[flat] = place  # of those written to a box, the last one stays
    begin[flat[::-1]] = place[::-1]
    begin[0], end[0] = 0, many - 1
    held = end - begin + 1
    inner = held.take(chain)
    rank = (inner[1:] != inner[:-1]).cumsum(axis=0)
    column = (rank < _DEEPER).sum(axis=1) + 1
    column[column == DEPTH] = 0
    level = chain[column, np.arange(many)]
    level[column == 0] = 0  # no such level: the body
    first, after = np.empty((GROUPS, many), np.intp), np.empty((GROUPS, many), np.intp)
    begin.take(chain[0], out=first[0], mode="clip")
    begin.take(level, out=first[1:LEVELS], mode="clip")
    after[0] = inner[0]
    held.take(level, out=after[1:LEVELS], mode="clip")
    order = _by_look(names.take(chain[0]) * _MOST_NAMES + names.take(chain[1]), first[LEVELS], after[LEVELS])
    after += first
    return Containers(chain, order, first, after)


def ancestors(inside: Ints, parents: Ints) -> Ints:
    """The boxes around lines that stand in the boxes `inside`, innermost first (DEPTH x lines)."""
    chain = np.empty((DEPTH, len(inside)), np.intp)
    chain[0] = inside
    for depth in range(1, DEPTH):
        parents.take(chain[depth - 1], out=chain[depth], mode="clip")
    return chain


def _by_look(look: Ints, first: Ints, sizes: Ints) -> Ints:
    """The order of the lines; fills in where those of the same look begin in it, and how many they are."""
    many = len(look)
    order = np.empty(2 * many, np.intp)
    order[:many] = np.arange(many)
    look = _first_alike(look)
    order[many:] = look.argsort(kind="stable")
    counts = np.bincount(look, minlength=many)
    counts.take(look, out=sizes, mode="clip")
    (counts.cumsum() - counts + many).take(look, out=first, mode="clip")
    return order


def _first_alike(look: Ints) -> Ints:
    """For each line the first of the same look: so the order of lines hangs on the page alone."""
    by = look.argsort(kind="stable")
    ranked, begins, found = look.take(by), np.empty(len(look), np.bool_), np.empty(len(look), np.intp)
    begins[0] = True
    np.not_equal(ranked[1:], ranked[:-1], out=begins[1:])
    found[by] = by[begins].take(begins.cumsum() - 1)
    return found


def within(values: Floats, places: Containers) -> Floats:
    """The sums of the rows over the groups of each line (rows x GROUPS x lines)."""
    running = np.zeros((len(values), len(places.order) + 1))
    values.take(places.order, axis=1).cumsum(axis=1, out=running[:, 1:])
    sums_of_groups: Floats = running.take(places.after, axis=1)
    sums_of_groups -= running.take(places.first, axis=1)
    return sums_of_groups
