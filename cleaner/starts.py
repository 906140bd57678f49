"""How the matches of a pattern may begin, read off its parse tree.

Python's own parser reads the pattern; what it does not know (properties, what only
the regex library has) is taken for anything, so a start is never missed, only sometimes not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import regex

from cleaner.patterns import SETS

ops: Any
parser: Any
try:
    from re import _constants as ops  # type: ignore[attr-defined, no-redef]
    from re import _parser as parser  # type: ignore[attr-defined, no-redef]
except ImportError:  # they are not public; without them every pattern is tried on every line
    ops = parser = None

DIGITS = "\x01"
"""In a start: digits in front, whichever and however many; no pattern begins with this character."""
END = "\n"
"""In a start: the line ends there."""

LONGEST_START = 6
"""Characters."""
_MOST = 1500
"""Starts of one pattern; where there are more, shorter ones are taken."""
_MOST_WAYS = 15
"""Characters that may follow a start; where there are more, it is long enough."""
_PROPERTY = regex.compile(r"\\[pP](?:\{\^?[\w= ]+\}|\w)")
REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) if ops else ()
_ANY_DIGIT = (ops.IN, [(ops.CATEGORY, ops.CATEGORY_DIGIT)]) if ops else ()

_Items = tuple[tuple[Any, Any], ...]
_State = tuple[str, _Items]
"""What has been matched, and what comes next."""
_ANYTHING: _Items = ((None, None),)


def starts(pattern: str) -> frozenset[str]:
    """Each match begins with one of these; empty if it may begin with anything."""
    tree = parsed(pattern)
    found = _starts(tuple(tree), bool(tree.state.flags & re.IGNORECASE)) if tree is not None else frozenset()
    return frozenset() if "" in found else found


@lru_cache(1)
def parsed(pattern: str) -> Any:
    """The parse tree, as Python's own parser sees it; None if it does not know what is in the pattern.

    The last one is kept: a pattern is asked for its starts and then for its needs.
    """
    try:
        return parser.parse(_PROPERTY.sub(r"\\w", pattern)) if parser and not SETS.search(pattern) else None
    except (re.error, RecursionError, OverflowError):
        return None


def _starts(items: _Items, folds: bool) -> frozenset[str]:
    """Character by character, as long as they are few enough."""
    done: set[str] = set()
    states: list[_State] = [("", items)]
    for _ in range(LONGEST_START):
        longer: list[_State] = []
        for start, rest in states:
            ways = list(_ways_on(start, rest, folds))
            begins = {begin for begin, _ in ways}
            if start.endswith(END) or start in begins or (start and len(begins) > _MOST_WAYS):
                done.add(start)
            else:
                longer += ways
        if len(done) + len(longer) > _MOST:
            break
        states = longer
    return frozenset(done.union(start for start, _ in states))


def _ways_on(start: str, items: _Items, folds: bool) -> Iterator[_State]:
    """`start` with the next character, each one that there may be; `start` itself where it may go on anyhow."""
    if not items or items is _ANYTHING:
        yield (start if items else start + END), ()
        return
    (operation, value), rest = items[0], items[1:]
    if characters := _characters(operation, value, folds):
        for character in characters:
            yield from _with(start, character, rest, folds)
    elif (operation, value) == _ANY_DIGIT and start in ("", DIGITS):
        yield from _with(start, "0", rest, folds)
    else:
        for way in _ways(operation, value, rest):
            yield from _ways_on(start, way, folds)


def _with(start: str, character: str, rest: _Items, folds: bool) -> Iterator[_State]:
    """The start with one more character; digits at its beginning count as one."""
    if not character.isdecimal() or start not in ("", DIGITS):
        yield start + character, rest
    elif not start:
        yield DIGITS, rest
    else:
        yield from _ways_on(start, rest, folds)


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
    if operation in REPEATS:
        least, most, inner = value
        once = (*inner, *(rest if most == 1 or tuple(inner) == (_ANY_DIGIT,) else _ANYTHING))
        return [once] if least else [once, rest]
    return [_ANYTHING]
