"""Line rules of a whole plan together: one pass over a page's lines instead of one per rule.

Phrases are one dictionary. Patterns are filed under what their matches begin with,
so that a line is tried against few of them, and most lines against none.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable
from functools import cache
from operator import itemgetter
from typing import Any

import regex

from cleaner.model import Line
from cleaner.rules import LONGEST_MATCHED, folded_key, phrase_key
from cleaner.starts import DIGITS, starts

_DECIMALS = tuple(character for character in map(chr, range(0x20000)) if character.isdecimal())


@cache
def _compiled(pattern: str) -> re.Pattern[str] | regex.Pattern[str]:
    """By Python's own library where it knows all that is in the pattern: it is three times faster here."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return re.compile(pattern)
        except (re.error, FutureWarning, DeprecationWarning, RecursionError, OverflowError):
            return regex.compile(pattern)


_Part = tuple[int, Callable[[str], object]]
"""One alternative of a pattern: the number of the entry, and how to try it."""
_PARTS = ""
"""The key of a node of the tree under which its parts are."""
_Node = dict[str, Any]
"""Beginnings of lines, character by character; at each node the parts that a line which begins so can match."""


class LineMatcher:
    """Finds the first entry that matches a line. Entries are numbered by the caller; the lowest number wins."""

    def __init__(self, patterns: Iterable[tuple[int, str]], phrases: Iterable[tuple[int, Iterable[str]]] = ()) -> None:
        self._phrases: dict[str, int] = {}
        for number, entries in sorted(phrases, key=lambda entry: entry[0]):
            for entry in entries:
                self._phrases.setdefault(phrase_key(entry), number)
        self._longest_phrase = max((len(phrase) + 20 for phrase in self._phrases), default=0)
        self._longest = max(LONGEST_MATCHED, self._longest_phrase)
        self._tree: _Node = {_PARTS: ()}
        for number, pattern in sorted(patterns):
            for branch in alternatives(pattern):
                for start in _shortest(starts(branch)):
                    _node(self._tree, start)[_PARTS] += ((number, _compiled(branch).fullmatch),)
        _hand_down(self._tree, ())
        if DIGITS in self._tree:
            digits = dict.fromkeys(_DECIMALS, self._tree[DIGITS])
            self._tree |= digits
            self._tree[DIGITS] |= digits

    def match(self, text: str) -> int | None:
        """The number of the first entry that takes a line with this text, or None."""
        best = None
        if len(text) <= self._longest_phrase:
            best = self._phrases.get(folded_key(text))
        if len(text) <= LONGEST_MATCHED:
            node = self._tree
            for character in text:
                if character not in node:
                    break
                node = node[character]
            parts: tuple[_Part, ...] = node[_PARTS]
            for number, fullmatch in parts:
                if (best is None or number < best) and fullmatch(text):
                    return number
        return best

    def match_all(self, lines: Iterable[Line]) -> dict[int, int]:
        """Line number to the first entry that takes it, for every line that one takes."""
        match, longest = self.match, self._longest
        found = {}
        for line in lines:
            if len(line.text) <= longest and (best := match(line.body)) is not None:
                found[line.number] = best
        return found


def _shortest(begins: frozenset[str]) -> list[str]:
    """Without those that go on from another one; the empty start if there is none."""
    kept: list[str] = []
    for start in sorted(begins):
        if not kept or not start.startswith(kept[-1]):
            kept.append(start)
    return kept or [""]


def _node(tree: _Node, start: str) -> _Node:
    """Where a line that begins with `start` comes by."""
    for character in start:
        tree = tree.setdefault(character, {_PARTS: ()})
    return tree


def _hand_down(node: _Node, parts: tuple[_Part, ...]) -> None:
    """Add to each node the parts of those above it, so that the last one reached has all."""
    node[_PARTS] = tuple(sorted({*parts, *node[_PARTS]}, key=itemgetter(0)))
    for character, below in node.items():
        if character != _PARTS:
            _hand_down(below, node[_PARTS])


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, if it is nothing else: each can then be filed on its own."""
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
    parts.append(pattern[start:])
    return parts if all(parts) else [pattern]


def _class_end(pattern: str, place: int) -> int:
    """Where the character class that begins at `place` ends."""
    place += 1 + (pattern[place + 1 : place + 2] == "^")
    place += pattern[place : place + 1] == "]"
    while place < len(pattern) and pattern[place] != "]":
        place += 2 if pattern[place] == "\\" else 1
    return place
