"""The nets for dumps and the trees above: `dumps.h` has what they see, `model.h` and `trees.h` how they judge."""

from __future__ import annotations

import weakref
from array import array
from collections.abc import Sequence
from ctypes import byref, c_void_p

from cleaner import Box, Line
from cleaner_blog.scorer.context import Context
from cleaner_blog.scorer.native import Characters, Margins, Net, Source, Trees, Words, check, ints, library
from cleaner_blog.scorer.npz import Weights

GROUPS = 5
"""A line's block, its section, the lines around it (a few, and more), those that look the same."""
COMMON = 3
"""Columns of what a line has in common with others."""


class Dumps:
    """Scores the lines of dumps, as several nets think together. It never changes, so threads may share it."""

    def __init__(self, weights: Sequence[Weights], trees: Weights | None = None) -> None:
        handle, many = c_void_p(), len(weights)
        nets = (Net * many)(*[Net.of(net, GROUPS, COMMON) for net in weights])
        words = (Words * many)(*[Words.of(net, "words", "temb") for net in weights])
        known, above = Characters.known(), Trees.of(trees or {})
        check(library().new_dump_model(byref(known), nets, words, many, byref(above), byref(handle)))
        self._handle = handle
        weakref.finalize(self, library().free_dump_model, handle)

    def __call__(self, lines: Sequence[Line], boxes: Sequence[Box], context: Context) -> Sequence[float]:
        """A score for each line; 0 for those that somebody takes."""
        scores = array("d", bytes(8 * len(lines)))
        to, _ = scores.buffer_info()
        check(library().score_dump(self._handle, *handed_over(lines, context), to))
        return scores


def handed_over(lines: Sequence[Line], context: Context) -> tuple[Source, Margins]:
    """A dump as the library takes it."""
    _, texts, _, gaps, indents, markers, _, links, _, pictures = zip(*lines, strict=True)
    sizes = [len(marker) for marker in markers]
    if any(links) or any(pictures) or any(sizes):
        texts = tuple(read(lines))
    return Source.of(texts, gaps, links, pictures, context), Margins(ints(sizes), ints(indents))


def read(lines: Sequence[Line]) -> list[str]:
    """What is read of lines: in Markdown what a reader sees, else what stands behind the marker."""
    if any(line.links or line.images for line in lines):
        return [line.body for line in lines]
    return [text[len(marker) + 1 :] if marker else text for _, text, _, _, _, marker, *_ in lines]
