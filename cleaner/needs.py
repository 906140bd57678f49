"""What every match of a pattern has: to look whether a line has it costs little, to try a pattern much."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from cleaner.starts import REPEATS, ops, parsed

_SHORTEST = 3
"""Characters. What is shorter stands in most lines."""
_MOST = 60
"""Words to look for; to look for more costs as much as the pattern does."""
_LONGEST = 1_000_000
"""Characters; no line that patterns are tried on has as many."""


class Needs(NamedTuple):
    """What a line must have for a pattern to match all of it."""

    least: int = 0
    """Characters."""
    most: int = _LONGEST
    words: tuple[tuple[str, ...], ...] = ()
    """Of each group of words one stands in the line."""


def needs(pattern: str) -> Needs:
    """As far as that can be told."""
    tree = parsed(pattern)
    if tree is None:
        return Needs()
    least, most = tree.getwidth()
    folds = tree.state.flags & re.IGNORECASE
    words = () if folds else tuple(tuple(sorted(group)) for group in dict.fromkeys(_needed(tree)))
    return Needs(min(least, _LONGEST), min(most, _LONGEST), words)


def _best(items: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Of what must be there one after another, that which is rarest: where the shortest word is longest."""
    return max(_needed(items), key=lambda words: (min(map(len, words)), -len(words)), default=frozenset())


def _needed(items: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    """Each part of a pattern that says what must be there."""
    written = ""
    for operation, value in (*items, (None, None)):
        if operation is ops.LITERAL:
            written += chr(value)
            continue
        yield from _worth(frozenset((written,)))
        written = ""
        yield from _worth(_inner(operation, value))


def _inner(operation: Any, value: Any) -> frozenset[str]:
    """What a part needs that has others in it."""
    if operation is ops.BRANCH:
        branches = [_best(branch) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    if operation is ops.SUBPATTERN and not value[1] and not value[2]:
        return _best(value[3])
    if operation is ops.ATOMIC_GROUP:
        return _best(value)
    if operation is ops.ASSERT:
        return _best(value[1])
    if operation in REPEATS and value[0]:
        return _best(value[2])
    return frozenset()


def _worth(words: frozenset[str]) -> Iterator[frozenset[str]]:
    if words and len(words) <= _MOST and min(map(len, words)) >= _SHORTEST:
        yield words
