"""The nets for dumps: `dumps.h` has what they see, `looks.h` how they judge."""

from __future__ import annotations

import weakref
from array import array
from collections.abc import Sequence
from ctypes import byref, c_int32, c_void_p

from cleaner import Boxes, Columns, Line
from cleaner_blog.scorer.context import Context
from cleaner_blog.scorer.native import Characters, Net, Words, about, check, functions, library
from cleaner_blog.scorer.npz import Weights


class Dumps:
    """Scores the lines of dumps, as several nets think together. It never changes, so threads may share it."""

    def __init__(self, weights: Sequence[Weights]) -> None:
        handle, many = c_void_p(), len(weights)
        _, groups, common = (c_int32 * 3).in_dll(library(), "DUMP_SHAPE")
        nets = (Net * many)(*[Net.of(net, groups, common) for net in weights])
        words = (Words * many)(*[Words.of(net, "words", "temb") for net in weights])
        check(library().new_dump_model(byref(Characters.known()), nets, words, many, byref(handle)))
        self._address = handle.value
        weakref.finalize(self, library().free_dump_model, handle)

    def __call__(self, columns: Columns, _: Boxes, context: Context) -> Sequence[float]:
        """A score for each line; 0 for those that somebody takes."""
        scores = array("d", bytes(8 * len(columns.gaps)))
        check(functions().score_dump(self._address, scores, *handed_over(columns, context)))
        return scores


def handed_over(columns: Columns, context: Context) -> tuple[object, ...]:
    """A dump as the library takes it."""
    return columns, about(context), context.stages


def as_read(lines: Sequence[Line], columns: Columns) -> Columns:
    """The columns with what is read of Markdown: no targets of links."""
    if not (any(columns.links) or any(columns.images)):
        return columns
    return columns.saying([f"{line.marker} {line.body}" if line.marker else line.body for line in lines])
