"""What the trees see of a page, for all lines at once: as in `trees.h`."""

from __future__ import annotations

import numpy as np

from training.arrays import Array, Floats
from training.sheets import Places, Sheet

_NEAR, _FAR = (-1, 1, -2, 2), 8
"""The lines whose columns are seen, and how far on each side scores are."""
_MEANS = 60
"""Columns of which also the means are seen: the classes of characters."""
_OWN_GROUP = 1
"""The first group of which means are seen."""


def third(sheet: Sheet, seen: Floats) -> Array:
    """Of each line its columns and its neighbours', means of some, and the scores around it, which are `seen`."""
    own = sheet.own.astype(np.float64)
    found = np.where(sheet.words > 0, seen, 0)
    running = _sums(own[:, :_MEANS], sheet.places)
    first, after = sheet.places.first[_OWN_GROUP:], sheet.places.after[_OWN_GROUP:]
    held = (running[after] - running[first]) / (after - first)[:, :, None]
    page = np.broadcast_to(running[len(own)] / len(own), (len(own), running.shape[1]))
    beside = np.stack((found, found * np.log1p(sheet.words) / 4), axis=1)
    parts = [own, *[_moved(own, by) for by in _NEAR], *held, page, _where(found, sheet)]
    parts += [_moved(beside, by) for by in range(-_FAR, _FAR + 1)]
    return np.concatenate(parts, axis=1, dtype=np.float32)


def _where(found: Floats, sheet: Sheet) -> Floats:
    """Where text was found: in the groups, before and after."""
    text, places = found * sheet.words, sheet.places
    running = _sums(np.stack((text, sheet.words), axis=1), places)
    held = running[places.after] - running[places.first]
    passed = text.cumsum()
    total = passed[-1] + 1
    before, rest = passed - text, np.maximum(passed[-1] - passed, 0)
    groups = [*(held[:, :, 0] / (held[:, :, 1] + 1)), *(held[:, :, 0] / total)]
    size = np.full(len(found), np.log1p(total) / 8)
    return np.stack(
        [*groups, before / total, rest / total, np.log1p(before) / 8, np.log1p(rest) / 8, size, found], axis=1
    )


def _sums(values: Floats, places: Places) -> Floats:
    """Running sums in the order of the groups."""
    return np.concatenate((np.zeros((1, values.shape[1])), values[places.order].cumsum(axis=0)))


def _moved(values: Floats, by: int) -> Floats:
    """For each line the row of the one so far below it; zeros beyond the page."""
    out = np.zeros(values.shape)
    if by < 0:
        out[-by:] = values[:by]
    else:
        out[: max(len(out) - by, 0)] = values[by:]
    return out
