"""Line rules of a whole plan together: one pass over a page's lines instead of one per rule.

Phrases are one dictionary. Patterns are filed under what their matches begin with,
so that a line is tried against few of them, and most lines against none.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Collection, Container, Iterable, Mapping
from functools import cache
from operator import itemgetter

import regex

from cleaner.rules import LONGEST_MATCHED, TRIMMED, phrase_key
from cleaner.starts import DIGITS, END, starts

_DECIMALS = frozenset(character for character in map(chr, range(0x20000)) if character.isdecimal())
_IN_FRONT = re.compile(r"\A\d+")
_NEAR = 3
"""Characters of a line that say how many more to look at."""
_SHORTER = (2, 1)
"""Lengths of starts that are no longer than that."""


@cache
def compiled(pattern: str) -> re.Pattern[str] | regex.Pattern[str]:
    """As it is run: by Python's own library where it knows all that is in it, which is three times faster here."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return re.compile(pattern)
        except (re.error, FutureWarning, DeprecationWarning, RecursionError, OverflowError):
            return regex.compile(pattern)


_Part = tuple[int, Callable[[str], object]]
"""One alternative of a pattern: the number of the entry, and how to try it."""


class LineMatcher:
    """Finds the first entry that matches a line. Entries are numbered by the caller; the lowest number wins.

    The first characters of a line say how many to look at, and those which patterns to try: two look-ups in
    small tables, where a walk through a tree of characters would not fit into the processor's cache.
    """

    def __init__(self, patterns: Iterable[tuple[int, str]], phrases: Iterable[tuple[int, Iterable[str]]] = ()) -> None:
        self._phrases: dict[str, int] = {}
        for number, entries in sorted(phrases, key=itemgetter(0)):
            for entry in entries:
                self._phrases.setdefault(phrase_key(entry), number)
        self._longest_phrase = max((len(phrase) + 20 for phrase in self._phrases), default=0)
        by_start = _by_start((number, branch) for number, pattern in patterns for branch in alternatives(pattern))
        self._filed = _filed(by_start)
        self._lengths = _lengths(by_start)
        self._firsts = _firsts(by_start)

    def match(self, text: str) -> int | None:
        """The number of the first entry that takes a line with this text, or None."""
        return self.match_texts([text]).get(text)

    def match_all(self, bodies: Mapping[int, str]) -> dict[int, int]:
        """Line number to the first entry that takes it, for every line that one takes.

        Args:
            bodies: line number to what the line says, without its list marker (`Line.body`).
        """
        found = self.match_texts(set(bodies.values()))
        return {number: found[body] for number, body in bodies.items() if body in found}

    def match_texts(self, texts: Collection[str]) -> dict[str, int]:
        """Each text that an entry takes, and the first one that does."""
        found = self._by_phrase(texts) if self._phrases else {}
        lengths, firsts, always = self._lengths, self._firsts, self._filed[""]
        for text in [text for text in texts if text[:_NEAR] in lengths or text[:1] in firsts or always]:
            if len(text) <= LONGEST_MATCHED:
                best = found.get(text)
                for number, fullmatch in self._parts(text):
                    if (best is None or number < best) and fullmatch(text):
                        found[text] = number
                        break
        return found

    def _by_phrase(self, texts: Iterable[str]) -> dict[str, int]:
        numbers, longest = self._phrases, self._longest_phrase
        keys = [  # folded_key, written out: the call takes as long as the rest
            (text, text.casefold().replace("\u2019", "'").strip(TRIMMED)) for text in texts if len(text) <= longest
        ]
        return {text: numbers[key] for text, key in keys if key in numbers}

    def _parts(self, text: str) -> tuple[_Part, ...]:
        """Those that may match this text, in the order of their numbers."""
        for length in self._lengths.get(text[:_NEAR], _SHORTER):
            if found := self._filed.get(text[:length]):
                return found
        return self._parts(_IN_FRONT.sub(DIGITS, text)) if text[:1].isdecimal() else self._filed[""]


def _by_start(branches: Iterable[tuple[int, str]]) -> dict[str, set[_Part]]:
    """Alternatives of patterns by what their matches begin with; under "" those that begin with anything."""
    found: dict[str, set[_Part]] = {"": set()}
    for number, branch in branches:
        part = number, compiled(branch).fullmatch
        for start in starts(branch) or ("",):
            found.setdefault(start, set()).add(part)
    return found


def _filed(by_start: Mapping[str, set[_Part]]) -> dict[str, tuple[_Part, ...]]:
    """Under each start what a line that begins so can match: also what is under the shorter ones."""
    filed: dict[str, set[_Part]] = {}
    for start in by_start:
        shorter = (by_start.get(start[:length], ()) for length in range(len(start) + 1))
        filed.setdefault(start.rstrip(END), set()).update(*shorter)
    return {start: tuple(sorted(parts, key=itemgetter(0))) for start, parts in filed.items()}


def _lengths(starts: Collection[str]) -> dict[str, tuple[int, ...]]:
    """For the first characters of a line, or all it has: the lengths of the starts that go on so, longest first."""
    lengths: dict[str, set[int]] = {}
    for start in starts:
        if len(start) >= _NEAR or start.endswith(END):
            near = start[:_NEAR].rstrip(END)
            shorter = {length for length in range(1, _NEAR) if near[:length] in starts}
            lengths.setdefault(near, shorter).add(len(start.rstrip(END)))
    return {near: tuple(sorted(given, reverse=True)) for near, given in lengths.items()}


def _firsts(starts: Collection[str]) -> Container[str]:
    """The first characters of lines that may match, whatever their next ones are."""
    short = [start[0] for start in starts if 0 < len(start) < _NEAR and not start.endswith(END)]
    return frozenset(short) | (_DECIMALS if any(start.startswith(DIGITS) for start in starts) else set())


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
