"""Line rules of a whole plan together: one pass over a page's lines instead of one per rule.

Phrases are one dictionary. Patterns are filed under the first characters of the lines they can match
(the regex library tells by partial matching), so that a line is tried against few patterns, most against none.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from cleaner.model import Line
from cleaner.rules import LONGEST_MATCHED, folded_key, phrase_key

_PREFIX = 3
_MOST_PREFIXES = 50_000
_SHORT = 100
_MOST_KNOWN = 50_000
_UNKNOWN = -1

_Filed = tuple[tuple[int, regex.Pattern[str]], ...]


class LineMatcher:
    """Finds the first entry that matches a line.

    Entries are numbered by the caller; the lowest number wins. Immutable to the outside: prefixes and short
    lines are remembered when first met, the same whoever meets them, so threads may share it.
    """

    def __init__(self, patterns: Iterable[tuple[int, str]], phrases: Iterable[tuple[int, Iterable[str]]] = ()) -> None:
        self._patterns: _Filed = tuple(
            (number, regex.compile(part)) for number, pattern in sorted(patterns) for part in alternatives(pattern)
        )
        self._phrases: dict[str, int] = {}
        for number, entries in sorted(phrases, key=lambda entry: entry[0]):
            for entry in entries:
                self._phrases.setdefault(phrase_key(entry), number)
        self._longest_phrase = max((len(phrase) + 20 for phrase in self._phrases), default=0)
        self._files: dict[str, _Filed] = {}
        self._known: dict[str, int | None] = {}

    def match(self, text: str) -> int | None:
        """The number of the first entry that takes a line with this text, or None."""
        length = len(text)
        phrase = None
        if length <= self._longest_phrase:
            phrase = self._phrases.get(folded_key(text))
        if length <= LONGEST_MATCHED:
            prefix = text[:_PREFIX]
            filed = self._files.get(prefix)
            for number, pattern in self._file(prefix) if filed is None else filed:
                if phrase is not None and number > phrase:
                    break
                if pattern.fullmatch(text):
                    return number
        return phrase

    def match_all(self, lines: Iterable[Line]) -> dict[int, int]:
        """Line number to the first entry that takes it, for every line that one takes."""
        found: dict[int, int] = {}
        known, longest = self._known, max(LONGEST_MATCHED, self._longest_phrase)
        for line in lines:
            text = line.text
            if len(text) > longest:
                continue
            number = known.get(text, _UNKNOWN)
            if number == _UNKNOWN:
                number = self._learn(text, line.body)
            if number is not None:
                found[line.number] = number
        return found

    def _learn(self, text: str, body: str) -> int | None:
        """Match a line, and remember it if it is short: a site's menus are the same on every page."""
        number = self.match(body)
        if len(text) <= _SHORT:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[text] = number
        return number

    def _file(self, prefix: str) -> _Filed:
        """The patterns that a line beginning with `prefix` can match."""
        if len(self._files) >= _MOST_PREFIXES:
            self._files.clear()
        able = tuple(entry for entry in self._patterns if entry[1].fullmatch(prefix, partial=True))
        self._files[prefix] = able
        return able


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
