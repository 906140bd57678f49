"""The net for pages and the trees above it: `pages.h` has what they see, `looks.h` and `trees.h` how they judge."""

from __future__ import annotations

import weakref
from array import array
from collections.abc import Sequence
from ctypes import byref, c_int32, c_void_p

from cleaner import Boxes, Columns
from cleaner_blog.scorer.context import Context
from cleaner_blog.scorer.native import Characters, Net, Trees, Words, about, check, functions, library
from cleaner_blog.scorer.npz import Weights


class Pages:
    """Scores the lines of pages. It never changes, so threads may share it."""

    def __init__(self, weights: Weights, trees: Weights | None = None) -> None:
        handle, known = c_void_p(), Characters.known()
        _, _, groups = (c_int32 * 3).in_dll(library(), "PAGE_SHAPE")
        names, words = Words.of(weights, "names", "emb"), Words.of(weights, "words", "temb")
        net, above = Net.of(weights, groups), Trees.of(trees or {})
        check(library().new_page_model(*map(byref, (known, net, names, words, above, handle))))
        self._address = handle.value
        weakref.finalize(self, library().free_page_model, handle)

    def __call__(self, columns: Columns, boxes: Boxes, context: Context) -> Sequence[float]:
        """A score for each line; 0 for those that somebody takes."""
        scores = array("d", bytes(8 * len(columns.gaps)))
        check(functions().score_page(self._address, scores, *handed_over(columns, boxes, context)))
        return scores


def handed_over(columns: Columns, boxes: Boxes, context: Context) -> tuple[object, ...]:
    """A page as the library takes it."""
    return columns, about(context), context.stages, boxes.parents, boxes.tags, boxes.names
