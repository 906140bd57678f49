"""Training: the trees above the nets, of `trees.h`.

They learn from scores that err as they will elsewhere: each page is scored by a net that never saw its outlet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import lightgbm
import numpy as np

from training.arrays import Array, Floats
from training.dataset import Example
from training.third import third
from training.train import counted

TREES, RATE = 400, 0.06
COURSES = 2
"""Each from another seed; what counts is the mean of what their trees say."""
SUREST = 1e-4
"""No net is surer, as the trees see it."""
_WEAK = 0.4
"""How much a page counts that is shown with some rules off."""
_COURSE = {
    "objective": "cross_entropy",
    "num_leaves": 24,
    "feature_fraction": 0.1,
    "bagging_fraction": 0.5,
    "bagging_freq": 1,
    "min_data_in_leaf": 80,
    "min_sum_hessian_in_leaf": 1.0,
    "lambda_l2": 10.0,
    "max_bin": 63,
    "bin_construct_sample_cnt": 50_000,
    "enable_bundle": False,
    "force_col_wise": True,
    "deterministic": True,
    "num_threads": 1,
    "verbose": -1,
}


class Seen(NamedTuple):
    """An example and what the nets think of its lines."""

    example: Example
    scores: Floats


class Rows(NamedTuple):
    """What trees learn from: lines of pages, and the fold each belongs to."""

    data: lightgbm.Dataset
    folds: Array


def rows(known: Iterable[Seen], weak: Iterable[Seen]) -> Rows:
    """The lines of pages, and of pages with some rules off."""
    parts = [*_rows(known, 1.0), *_rows(weak, _WEAK)]
    columns, value, weight, folds = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    data = lightgbm.Dataset(columns, value, weight=weight / weight.mean(), params=_COURSE)
    return Rows(data.construct(), folds)


def grow(known: Rows, fold: int | None, seed: int) -> dict[str, Array]:
    """The nodes of the trees that learn from all lines but those of a fold, of all courses together."""
    learnt = known.data.subset((known.folds != fold).nonzero()[0].tolist())
    course = {**_COURSE, "learning_rate": RATE}
    boosters = [lightgbm.train({**course, "seed": COURSES * seed + number}, learnt, TREES) for number in range(COURSES)]
    trees = [tree["tree_structure"] for booster in boosters for tree in booster.dump_model()["tree_info"]]
    return stored(trees, 1 / COURSES)


def _rows(known: Iterable[Seen], share: float) -> Iterator[tuple[Array, Floats, Floats, Array]]:
    """Of each page, the lines that count: their columns, how much of them is article, how much they weigh; the fold."""
    for example, scores in known:
        weight = counted(example) * share
        at = weight > 0
        if at.any():
            folds = np.full(int(at.sum()), example.item.fold)
            yield third(example.sheet, scores)[at], example.labels.value[at], weight[at], folds


def stored(trees: Sequence[Mapping[str, Any]], share: float) -> dict[str, Array]:
    """Trees, of which what each says counts so much, as the scorer reads them."""
    feature, value, skip, roots = list[int](), list[float](), list[int](), list[int]()

    def write(node: Mapping[str, Any]) -> None:
        here = len(feature)
        is_leaf = "leaf_value" in node
        feature.append(-1 if is_leaf else node["split_feature"])
        value.append(node["leaf_value"] * share if is_leaf else node["threshold"])
        skip.append(0)
        if not is_leaf:
            write(node["left_child"])
            skip[here] = len(feature) - here
            write(node["right_child"])

    for tree in trees:
        roots.append(len(feature))
        write(tree)
    return {
        "feature": np.array(feature, np.int16),
        "value": np.array(value, np.float32),
        "skip": np.array(skip, np.int16),
        "roots": np.array(roots, np.int32),
    }
