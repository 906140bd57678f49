"""Patterns as they are run: cut into alternatives where they may be, each by the library that is faster at it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache

import regex

Pattern = re.Pattern[str] | regex.Pattern[str]

_compile: Callable[[str], Pattern]
try:
    from re._compiler import compile as _compile  # type: ignore[import-not-found, no-redef]
except ImportError:  # it is not public; without it more is kept in memory
    _compile = re.compile

SETS = re.compile(r"(?<!\\)\[(?:[^\]\\]|\\.)*?(?:\[|--|&&|~~|\|\|)")
"""What Python's own library warns of: some day it will mean sets within sets, as it does elsewhere."""
_POSSESSIVE = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+")
"""A group that is repeated and never given back: Python's own library takes it wrongly before 3.11.5."""
_TIES = re.compile(r"(?<!\\)\(\?(?:[a-zA-Z01]+\)|P[=>]|[(&R\d])|(?<!\\)\\[1-9gk]")
"""What ties alternatives to one another: flags for the whole pattern, references to groups."""


@cache
def compiled(pattern: str) -> Pattern:
    """`compile_pattern`, kept."""
    return compile_pattern(pattern)


def compile_pattern(pattern: str) -> Pattern:
    """By Python's own library where it knows all that is in it, which is three times faster here.

    Not through its cache: that keeps the last 512 patterns, so after the rules were checked 0.8 MB that nobody needs.

    Raises:
        regex.error: it is not a pattern.
    """
    if not (SETS.search(pattern) or _POSSESSIVE.search(pattern)):
        with suppress(re.error, RecursionError, OverflowError):
            return _compile(pattern)
    return regex.compile(pattern, cache_pattern=False)


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, if each can be filed on its own: else the pattern."""
    parts = ways(pattern)
    return parts if all(parts) and not _TIES.search(pattern) else [pattern]


def ways(pattern: str) -> list[str]:
    """What stands between the `|` of a pattern that are in no group."""
    parts, depth, start, place = [], 0, 0, 0
    while place < len(pattern):
        character = pattern[place]
        if character == "\\":
            place += 1
        elif character == "[":
            place = _class_end(pattern, place)
        elif character in "()":
            depth += 1 if character == "(" else -1
        elif character == "|" and depth == 0:
            parts.append(pattern[start:place])
            start = place + 1
        place += 1
    return [*parts, pattern[start:]]


def _class_end(pattern: str, place: int) -> int:
    """Where the character class that begins at `place` ends."""
    place += 1 + (pattern[place + 1 : place + 2] == "^")
    place += pattern[place : place + 1] == "]"
    while place < len(pattern) and pattern[place] != "]":
        place += 2 if pattern[place] == "\\" else 1
    return place
