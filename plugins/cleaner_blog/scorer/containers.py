"""The containers of each line. What a container holds is a run of lines, so sums over it are two look-ups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cleaner import Box
from cleaner_blog.scorer.arrays import Floats, Ints, sums

DEPTH = 10
"""Ancestors of a line that are looked at."""
LEVELS = 4
"""Containers of a line that are told apart: each holds more lines than the one inside it."""
_LEVELS = np.arange(LEVELS)


class Containers(NamedTuple):
    """Where each line stands; `first` and `after` bound the lines of its containers (lines x LEVELS)."""

    chain: Ints
    """Its ancestors, innermost first (lines x DEPTH)."""
    first: Ints
    after: Ints
    look: Ints
    """Lines with the same number look the same: the elements around them have the same names."""


def containers(inside: Sequence[int], boxes: Sequence[Box]) -> Containers:
    """The containers of lines that stand in the boxes `inside`; all of them a level at a time."""
    many = len(inside)
    parents = np.array([parent for parent, _, _ in boxes])
    parents[0] = 0  # the body stands in itself
    chain = np.empty((many, DEPTH), np.intp)
    chain[:, 0] = at = np.array(inside)
    for depth in range(1, DEPTH):
        chain[:, depth] = at = parents[at]
    first, last = _bounds(chain, len(boxes))
    held = (last - first)[chain]
    rank = np.zeros(chain.shape, np.intp)
    np.cumsum(held[:, 1:] != held[:, :-1], axis=1, out=rank[:, 1:])
    column = (rank[:, None, :] >= _LEVELS[:, None]).argmax(axis=2)
    level = chain[np.arange(many)[:, None], column]
    level[rank[:, -1:] < _LEVELS] = 0  # no such level: the body
    return Containers(chain, first[level], last[level] + 1, _looks(inside, boxes))


def _bounds(chain: Ints, boxes: int) -> tuple[Ints, Ints]:
    """The first and the last line of each box."""
    flat, place = chain.ravel(), np.repeat(np.arange(len(chain)), DEPTH)
    first, last = np.zeros(boxes, np.intp), np.zeros(boxes, np.intp)
    last[flat] = place
    first[flat[::-1]] = place[::-1]
    first[0], last[0] = 0, len(chain) - 1
    return first, last


def _looks(inside: Sequence[int], boxes: Sequence[Box]) -> Ints:
    known: dict[tuple[str, ...], int] = {}
    by_box: dict[int, int] = {}
    for number in set(inside):
        parent, tag, names = boxes[number]
        _, above, names_above = boxes[max(parent, 0)]
        by_box[number] = known.setdefault((tag, names, above, names_above), len(known))
    return np.array([by_box[number] for number in inside])


def within(values: Floats, first: Ints, after: Ints) -> Floats:
    """The sums of the columns over runs of lines."""
    running = sums(values)
    return running[after] - running[first]


def alike(values: Floats, look: Ints) -> Floats:
    """The sums of the columns over the lines that look the same."""
    many = int(look.max()) + 1
    return np.array([np.bincount(look, column, many) for column in values.T]).T[look]
