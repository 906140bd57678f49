"""The scorer's net: dense layers over lines, their neighbours and their containers.

It looks twice. The first look scores each line by itself, by three lines on each side and by what its
containers hold; the second sees where on the page and in which containers the first found text.
All arithmetic is in float64, and a score is rounded, so it is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from cleaner_blog.scorer.arrays import Array, Floats, sums
from cleaner_blog.scorer.containers import Containers, alike, within
from cleaner_blog.scorer.features import Sheet
from cleaner_blog.scorer.vocabulary import Bags

NEAR = 2
"""Lines on each side that the first look sees."""
FAR = 4
"""Lines on each side whose first scores the second look sees."""
OWN_NAMES = 3
"""Containers whose names count each for itself; those of the others around them count together."""
POOLED = slice(1, 3)
"""The levels of containers whose lines the first look sees."""
_DIGITS = 4
_ROWS = 8
_FLAT = 40.0
"""Beyond it a score is 0 or 1 in any case."""


class Model:
    """The weights, ready to use."""

    def __init__(self, weights: Mapping[str, Array]) -> None:
        self._weights = {name: np.ascontiguousarray(values, np.float64) for name, values in weights.items()}
        context = self._weights["m.weight"], self._weights["c.weight"]
        self._context = np.concatenate(context, axis=1)

    def scores(self, sheet: Sheet, names: Bags, words: Bags) -> Floats:
        """How much each line looks like the article, 0 to 1."""
        hidden = self._lines(sheet, names, words)
        hidden = self._first(hidden, sheet.places)
        seen = self._scored("s1", hidden) * (sheet.words > 0)
        hidden = _positive(self._dense("l3", np.concatenate((hidden, _second(seen, sheet)), axis=1)))
        return self._scored("s2", hidden).round(_DIGITS)

    def _dense(self, name: str, values: Floats) -> Floats:
        out = _product(values, self._weights[f"{name}.weight"])
        out += self._weights[f"{name}.bias"]
        return out

    def _scored(self, name: str, values: Floats) -> Floats:
        logits = (values * self._weights[f"{name}.weight"][:, 0]).sum(axis=1) + self._weights[f"{name}.bias"]
        scored: Floats = 1 / (1 + np.exp(-logits.clip(-_FLAT, _FLAT)))
        return scored

    def _lines(self, sheet: Sheet, names: Bags, words: Bags) -> Floats:
        """Each line by itself."""
        boxes, chain = _bags(self._weights["emb.weight"], names), sheet.places.chain
        near, above = boxes[chain[:, :OWN_NAMES]], boxes[chain[:, OWN_NAMES:]].sum(axis=1)
        begun = _bags(self._weights["temb.weight"], words)
        return _positive(
            self._dense("l1", np.concatenate((sheet.own, near.reshape(len(begun), -1), above, begun), axis=1))
        )

    def _first(self, hidden: Floats, places: Containers) -> Floats:
        """Each line among its neighbours, in its containers, on its page."""
        many = len(hidden)
        context, width = _product(hidden, self._context), len(self._weights["m.bias"])
        parts = _positive(context[:, :width] + self._weights["m.bias"])
        first, after = places.first[:, POOLED], places.after[:, POOLED]
        held = within(parts, first, after) / (after - first)[:, :, None]
        page = np.concatenate((parts.mean(axis=0), parts.max(axis=0)))
        near = _around(context[:, width:], NEAR)
        whole = (hidden, near, held.reshape(many, -1), np.broadcast_to(page, (many, len(page))))
        return _positive(self._dense("l2", np.concatenate(whole, axis=1)))


def _product(values: Floats, weights: Floats) -> Floats:
    """The product of two matrices, a few rows at a time: too few for BLAS to spread over threads."""
    blocks = -(-len(values) // _ROWS)
    padded = np.zeros((blocks * _ROWS, values.shape[1]))
    padded[: len(values)] = values
    product: Floats = padded.reshape(blocks, _ROWS, -1) @ weights
    return product.reshape(blocks * _ROWS, -1)[: len(values)]


def _bags(table: Floats, bags: Bags) -> Floats:
    """The sums of the rows with these numbers."""
    starts = bags.sizes.cumsum()
    starts -= bags.sizes
    sums_of_rows: Floats = np.add.reduceat(table[bags.numbers], starts)
    return sums_of_rows


def _around(values: Floats, reach: int) -> Floats:
    """The columns of the lines before and after, in their order; zeros beyond the page."""
    many, width = values.shape
    padded = np.zeros((many + 2 * reach, width))
    padded[reach : many + reach] = values
    return np.concatenate([padded[by : by + many] for by in range(2 * reach + 1) if by != reach], axis=1)


def _second(seen: Floats, sheet: Sheet) -> Floats:
    """Where text was found at the first look: in the containers, before and after, beside, in lines that look alike."""
    found, words = seen * sheet.words, sheet.words
    both = np.array((found, words)).T
    text, weight = within(both, sheet.places.first, sheet.places.after).transpose(2, 0, 1)
    running = sums(found)
    all_text, all_words = running[-1] + 1, words.sum() + 1
    shares = np.array((text / (weight + 1), text / all_text, weight / all_words)).transpose(1, 2, 0)
    before, after = running[:-1], running[-1] - running[1:]
    page = np.full(len(seen), np.log1p(running[-1]) / 8)
    kin = alike(both, sheet.places.look)
    columns = (
        before / all_text,
        after / all_text,
        page,
        np.log1p(before) / 8,
        np.log1p(np.maximum(after, 0)) / 8,
        seen,
        kin[:, 0] / (kin[:, 1] + 1),
    )
    beside = _around(np.array((seen, seen * np.log1p(words) / 4)).T, FAR)
    return np.concatenate((shares.reshape(len(seen), -1), np.array(columns).T, beside), axis=1)


def _positive(values: Floats) -> Floats:
    return np.maximum(values, 0, out=values)
