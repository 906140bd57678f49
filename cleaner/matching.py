"""Line rules of a whole plan together: one pass over a page's lines instead of one per rule.

Phrases are one dictionary. Patterns are filed under what their matches begin with,
so that a line is tried against few of them, and most lines against none.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

import regex

from cleaner.model import Line
from cleaner.rules import LONGEST_MATCHED, folded_key, phrase_key
from cleaner.starts import DIGIT, starts

_LENGTHS = (5, 3, 2, 1)
"""Patterns are filed under so many characters of a start, or as many as there are."""
_UNKNOWN = -1
_SHORT = 80
_MOST_KNOWN = 50_000
"""Lines of up to so many characters are remembered, so many at a time: some 10 MB at most."""
_DIGITS = tuple(character for character in map(chr, range(0x20000)) if character.isdecimal())


@cache
def _compiled(pattern: str) -> re.Pattern[str] | regex.Pattern[str]:
    """By Python's own library where it knows all that is in the pattern: it is three times faster here."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return re.compile(pattern)
        except (re.error, FutureWarning, DeprecationWarning, RecursionError, OverflowError):
            return regex.compile(pattern)


class _Part(NamedTuple):
    """One alternative of a pattern, as it is filed under one key."""

    number: int
    starts: tuple[str, ...]
    """What a line must begin with; empty where the key says it all."""
    fullmatch: Callable[[str], object]


class LineMatcher:
    """Finds the first entry that matches a line. Entries are numbered by the caller; the lowest number wins.

    Immutable to the outside: what it remembers of short lines is the same whoever meets them, so threads may share it.
    """

    def __init__(self, patterns: Iterable[tuple[int, str]], phrases: Iterable[tuple[int, Iterable[str]]] = ()) -> None:
        self._phrases: dict[str, int] = {}
        for number, entries in sorted(phrases, key=lambda entry: entry[0]):
            for entry in entries:
                self._phrases.setdefault(phrase_key(entry), number)
        self._longest_phrase = max((len(phrase) + 20 for phrase in self._phrases), default=0)
        self._longest = max(LONGEST_MATCHED, self._longest_phrase)
        self._filed: tuple[dict[str, list[_Part]], ...] = tuple({} for _ in _LENGTHS)
        self._always: list[_Part] = []
        self._known: dict[str, int | None] = {}
        for number, pattern in sorted(patterns):
            for branch in alternatives(pattern):
                self._file(number, branch)

    def _file(self, number: int, branch: str) -> None:
        fullmatch = _compiled(branch).fullmatch
        begins = starts(branch)
        if not begins:
            self._always.append(_Part(number, (), fullmatch))
        for key, group in _keys(begins).items():
            self._filed[_LENGTHS.index(len(key))].setdefault(key, []).append(_Part(number, tuple(group), fullmatch))

    def match(self, text: str) -> int | None:
        """The number of the first entry that takes a line with this text, or None."""
        by_5, by_3, by_2, by_1 = self._filed
        best = self._phrases.get(folded_key(text)) if len(text) <= self._longest_phrase else None
        if text[:5] in by_5 or text[:3] in by_3 or text[:2] in by_2 or text[:1] in by_1 or self._always:
            best = self._by_pattern(text, best)
        return best

    def match_all(self, lines: Iterable[Line]) -> dict[int, int]:
        """Line number to the first entry that takes it, for every line that one takes."""
        found: dict[int, int] = {}
        known, longest = self._known, self._longest
        for line in lines:
            text = line.text
            if len(text) > longest:
                continue
            best = known.get(text, _UNKNOWN)
            if best == _UNKNOWN:
                best = self.match(line.body)
                if len(text) <= _SHORT:
                    self._remember(text, best)
            if best is not None:
                found[line.number] = best
        return found

    def _remember(self, text: str, best: int | None) -> None:
        """A site's menus are the same on every page. A list marker is part of the text, so it decides nothing."""
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[text] = best

    def _by_pattern(self, text: str, best: int | None) -> int | None:
        """The first pattern that takes a line with this text, if it comes before `best`."""
        if len(text) > LONGEST_MATCHED:
            return best
        parts = self._always
        for length, filed in zip(_LENGTHS, self._filed, strict=True):
            if found := filed.get(text[:length]):
                parts = parts + found
        for number, begins, fullmatch in parts:
            if (best is None or number < best) and (not begins or text.startswith(begins)) and fullmatch(text):
                best = number
        return best


def _keys(begins: Iterable[str]) -> dict[str, list[str]]:
    """Under which keys to file a pattern whose matches begin so, and what of it the key does not say."""
    keys: dict[str, list[str]] = {}
    for start in sorted(begins):
        if start == DIGIT:
            keys |= {digit: [] for digit in _DIGITS}
        else:
            length = next(length for length in _LENGTHS if length <= len(start))
            keys.setdefault(start[:length], []).append(start)
    return {key: group if any(len(start) > len(key) for start in group) else [] for key, group in keys.items()}


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
