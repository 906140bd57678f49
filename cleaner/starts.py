"""How the matches of a pattern may begin, read off its parse tree.

Python's own parser reads the pattern; what it does not know (properties, what only
the regex library has) is taken for anything, so a start is never missed, only sometimes not found.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import cache
from typing import Any

import regex

ops: Any
parser: Any
try:
    from re import _constants as ops  # type: ignore[attr-defined, no-redef]
    from re import _parser as parser  # type: ignore[attr-defined, no-redef]
except ImportError:  # they are not public; without them every pattern is tried on every line
    ops = parser = None

DIGIT = "0"
"""A start that is this stands for any decimal digit."""

_LENGTHS = (8, 5, 3, 1)
_MOST = 600
"""Starts of one pattern; where there are more, shorter ones are taken."""
_PROPERTY = regex.compile(r"\\[pP](?:\{\^?[\w= ]+\}|\w)")
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) if ops else ()
_ANY_DIGIT = [(ops.CATEGORY, ops.CATEGORY_DIGIT)] if ops else []

_Items = tuple[tuple[Any, Any], ...]
_ANYTHING: _Items = ((None, None),)


@cache
def starts(pattern: str) -> frozenset[str]:
    """Each match begins with one of these; empty if it may begin with anything."""
    if parser is None:
        return frozenset()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = parser.parse(_PROPERTY.sub(r"\\w", pattern))
    except (re.error, RecursionError, OverflowError):
        return frozenset()
    for length in _LENGTHS:
        found = _at_most(_starts(tuple(tree), "", length, bool(tree.state.flags & re.IGNORECASE)))
        if found:
            return frozenset() if "" in found else found
    return frozenset()


def _at_most(given: Iterator[str]) -> frozenset[str]:
    """All of them, or none if they are too many."""
    found: set[str] = set()
    for start in given:
        found.add(start)
        if len(found) > _MOST:
            return frozenset()
    return frozenset(found)


def _starts(items: _Items, start: str, length: int, folds: bool) -> Iterator[str]:
    """The beginnings of what `items` match after `start`, up to a length."""
    if len(start) >= length or not items:
        yield start
        return
    (operation, value), rest = items[0], items[1:]
    if characters := _characters(operation, value, folds):
        for character in characters:
            yield from _starts(rest, start + character, length, folds)
    elif not start and operation is ops.IN and value == _ANY_DIGIT:
        yield DIGIT
    else:
        for way in _ways(operation, value, rest):
            yield from [start] if way is _ANYTHING else _starts(way, start, length, folds)


def _characters(operation: Any, value: Any, folds: bool) -> list[str]:
    """The characters it matches, if it is one of few."""
    if operation is ops.LITERAL:
        codes = [value]
    elif operation is ops.IN and all(kind is ops.LITERAL for kind, _ in value):
        codes = [code for _, code in value]
    else:
        return []
    found = {chr(code) for code in codes}
    if folds:
        found |= {form for one in found for form in (one.lower(), one.upper(), one.title()) if len(form) == 1}
    return sorted(found)


def _ways(operation: Any, value: Any, rest: _Items) -> list[_Items]:
    """What may come next, each way that it may."""
    if operation is ops.SUBPATTERN and not value[1] and not value[2]:
        return [(*value[3], *rest)]
    if operation is ops.ATOMIC_GROUP:
        return [(*value, *rest)]
    if operation is ops.BRANCH:
        return [(*branch, *rest) for branch in value[1]]
    if operation in (ops.ASSERT, ops.ASSERT_NOT, ops.AT):
        return [rest]
    if operation in _REPEATS:
        least, most, inner = value
        once = (*inner, *(rest if most == 1 else _ANYTHING))
        return [once] if least else [once, rest]
    return [_ANYTHING]
