"""The scorer's net: dense layers over lines, their neighbours and their containers.

It looks twice. The first look scores each line by itself, by two lines on each side and by what its
containers hold; the second sees where on the page and in which containers the first found text.
All arithmetic is in float64, and a score is rounded, so it is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from cleaner_blog.scorer.arrays import Array, Floats
from cleaner_blog.scorer.cohesion import Shared, cohesion
from cleaner_blog.scorer.containers import DEPTH, Containers, within
from cleaner_blog.scorer.features import Sheet

OWN_NAMES = 3
"""Containers whose names count each for itself; those of the others around them count together."""
OWN_GROUP = 1
"""The first group of a line, whose other lines the first look does not see."""
_DIGITS = 4
_ROWS = 16
_FLAT = 40.0
"""Beyond it a score is 0 or 1 in any case."""


def shares(groups: int) -> int:
    """Columns of the second look that are no neighbours' scores."""
    return 2 * groups + 6


class Model:
    """The weights, ready to use. Their shapes tell how many lines on each side a look sees.

    `common` is how many columns say what a line has in common with others.
    """

    def __init__(self, weights: Mapping[str, Array], groups: int, common: int = 0) -> None:
        self._weights = {name: np.ascontiguousarray(values, np.float64) for name, values in weights.items()}
        self._context = np.concatenate((self._weights["m.weight"], self._weights["c.weight"]), axis=1)
        hidden, width = self._weights["m.weight"].shape
        self._lines, self._page = np.split(self._weights["l2.weight"], [-2 * width])
        self._near = ((len(self._lines) - hidden) // width - (groups - OWN_GROUP)) // 2
        self._shares = shares(groups)
        self._far = (len(self._weights["l3.weight"]) - hidden - self._shares - common) // 4

    def scores(self, sheet: Sheet, names: Floats, words: Floats, terms: Shared | None = None) -> Floats:
        """How much each line looks like the article, 0 to 1; `names` are vectors of boxes, `words` of lines."""
        live = (sheet.words > 0).astype(np.float64)
        if terms is not None:
            words = np.concatenate((words, cohesion(terms, live, 1 - live)), axis=1)
        seen = self._first(self._alone(sheet, names, words), sheet.places)
        many, width = len(sheet.rows), seen.shape[1]
        hidden = _blank(many, len(self._weights["l3.weight"]))
        hidden[:many, :width] = seen[:many]
        found = self._scored("s1", seen)[:many] * live
        shares = hidden[:many, width : width + self._shares]
        _second(found, sheet, shares)
        around = _around(_beside(found, sheet.words), self._far)
        width += self._shares
        hidden[:many, width : width + around.shape[1]] = around
        if terms is not None:
            hidden[:many, width + around.shape[1] :] = cohesion(terms, found, live - found)
        return self._scored("s2", self._dense("l3", hidden))[:many].round(_DIGITS)

    def _dense(self, name: str, values: Floats) -> Floats:
        out = _product(values, self._weights[f"{name}.weight"])
        out += self._weights[f"{name}.bias"]
        return np.maximum(out, 0, out=out)

    def _scored(self, name: str, values: Floats) -> Floats:
        logits = _product(values, self._weights[f"{name}.weight"])[:, 0]
        logits += self._weights[f"{name}.bias"]
        np.clip(logits, -_FLAT, _FLAT, out=logits)
        scored: Floats = 1 / (1 + np.exp(-logits))
        return scored

    def _alone(self, sheet: Sheet, names: Floats, words: Floats) -> Floats:
        """Each line by itself."""
        chain, (many, columns), width = sheet.places.chain, sheet.own.shape, names.shape[1]
        values = _blank(many, columns + (OWN_NAMES + 1) * width + words.shape[1])
        values[:many, :columns] = sheet.own
        near = names.take(chain[:OWN_NAMES].T, axis=0)
        values[:many, columns : (columns := columns + OWN_NAMES * width)] = near.reshape(many, -1)
        above = names.take(chain[OWN_NAMES:DEPTH], axis=0)
        above.sum(axis=0, out=values[:many, columns : columns + width])
        values[:many, columns + width :] = words
        return self._dense("l1", values)

    def _first(self, hidden: Floats, places: Containers) -> Floats:
        """Each line among its neighbours, in its containers, on its page."""
        many, width = places.chain.shape[1], len(self._weights["m.bias"])
        context = _product(hidden, self._context)[:many]
        parts = np.maximum(context[:, :width] + self._weights["m.bias"], 0)
        near = _around(context[:, width:], self._near)
        held, mean = _pooled(parts, places)
        values = _blank(many, len(self._lines))
        start = hidden.shape[1]
        values[:, :start] = hidden
        values[:many, start : start + near.shape[1]] = near
        values[:many, start + near.shape[1] :] = held
        out = _product(values, self._lines)
        out += np.concatenate((mean, parts.max(axis=0))) @ self._page + self._weights["l2.bias"]
        return np.maximum(out, 0, out=out)


def _blank(many: int, columns: int) -> Floats:
    """Room for so many lines; the rows are filled up to a multiple of `_ROWS`."""
    return np.zeros((-(-many // _ROWS) * _ROWS, columns))


def _product(values: Floats, weights: Floats) -> Floats:
    """The product of two matrices, a few rows at a time: too few for BLAS to spread over threads."""
    product: Floats = values.reshape(-1, _ROWS, values.shape[1]) @ weights
    return product.reshape(len(values), -1)


def _around(values: Floats, reach: int) -> Floats:
    """The columns of the lines before, of the line and of those after; zeros beyond the page."""
    many, width = values.shape
    padded = np.zeros((many + 2 * reach, width))
    padded[reach : many + reach] = values
    return np.ndarray((many, (2 * reach + 1) * width), np.float64, padded, 0, padded.strides)


def _pooled(parts: Floats, places: Containers) -> tuple[Floats, Floats]:
    """The means over the groups of each line, side by side, and over the page."""
    many = len(parts)
    running = np.zeros((len(places.order) + 1, parts.shape[1]))
    parts.take(places.order, axis=0).cumsum(axis=0, out=running[1:])
    first, after = places.first[OWN_GROUP:].T, places.after[OWN_GROUP:].T
    held = running.take(after, axis=0)
    held -= running.take(first, axis=0)
    held /= (after - first)[:, :, None]
    return held.reshape(many, -1), running[many] / many


def _second(seen: Floats, sheet: Sheet, out: Floats) -> None:
    """Where text was found at the first look: in the groups, before and after."""
    many, words, count = len(seen), sheet.words, len(sheet.places.first)
    both = np.empty((2, many))
    found = np.multiply(seen, words, out=both[0])
    both[1] = words
    groups = within(both, sheet.places)
    groups[1] += 1
    columns = np.empty((shares(count), many))
    np.divide(groups[0], groups[1], out=columns[:count])
    passed = found.cumsum()
    total = float(passed[-1]) + 1
    np.divide(groups[0], total, out=columns[count : 2 * count])
    rest = columns[2 * count :]
    np.subtract(passed, found, out=rest[0])
    np.subtract(passed[-1], passed, out=rest[1])
    np.maximum(rest[1], 0, out=rest[1])
    np.log1p(rest[:2], out=rest[2:4])
    rest[:2] *= 1 / total
    rest[2:4] *= 1 / 8
    rest[4] = np.log1p(total) / 8
    rest[5] = seen
    out[:] = columns.T


def _beside(seen: Floats, words: Floats) -> Floats:
    """What a line shows the lines beside it: its first score, and how much text it is."""
    columns = np.empty((len(seen), 2))
    columns[:, 0] = seen
    np.multiply(seen, np.log1p(words) / 4, out=columns[:, 1])
    return columns
