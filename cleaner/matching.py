"""Line rules of a whole plan, compiled together: one pass over a page's lines instead of one per rule.

Phrases are one dictionary. Patterns are joined into one alternation for each first character a line
may begin with, so that a line is only tried against the few patterns that could match it.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from cleaner.model import Line
from cleaner.rules import LONGEST_MATCHED, folded_key, phrase_key


class LineMatcher:
    """Finds the first entry that matches a line.

    Entries are numbered by the caller; the lowest number wins. Immutable to the outside: the alternations
    are made when a first character is first met, and are the same whoever meets it.
    """

    def __init__(self, patterns: Iterable[tuple[int, str]], phrases: Iterable[tuple[int, Iterable[str]]] = ()) -> None:
        self._patterns = [(number, pattern, regex.compile(pattern)) for number, pattern in sorted(patterns)]
        self._phrases: dict[str, int] = {}
        for number, entries in sorted(phrases, key=lambda entry: entry[0]):
            for entry in entries:
                self._phrases.setdefault(phrase_key(entry), number)
        self._longest_phrase = max(map(len, self._phrases), default=0) + 20
        self._by_first: dict[str, regex.Pattern[str] | None] = {}
        self._joined: dict[tuple[int, ...], regex.Pattern[str]] = {}

    def match(self, text: str) -> int | None:
        """The number of the first entry that takes a line with this text, or None."""
        length = len(text)
        number = self._phrases.get(folded_key(text)) if length <= self._longest_phrase else None
        if length > LONGEST_MATCHED or not text:
            return number
        first = text[0]
        pattern = self._by_first[first] if first in self._by_first else self._compile(first)
        found = pattern.fullmatch(text) if pattern is not None else None
        if found is None:
            return number
        matched = int(str(found.lastgroup)[1:])
        return matched if number is None else min(number, matched)

    def match_all(self, lines: Iterable[Line]) -> dict[int, int]:
        """Line number to the first entry that takes it, for every line that one takes."""
        found: dict[int, int] = {}
        match, longest = self.match, max(LONGEST_MATCHED, self._longest_phrase)
        for line in lines:
            if len(line.text) <= longest:
                number = match(line.body if line.marker else line.text)
                if number is not None:
                    found[line.number] = number
        return found

    def _compile(self, first: str) -> regex.Pattern[str] | None:
        """The patterns that a line beginning with `first` can match, joined; partial matching tells which."""
        able = [entry for entry in self._patterns if entry[2].fullmatch(first, partial=True)]
        key = tuple(number for number, _, _ in able)
        if key and key not in self._joined:
            self._joined[key] = regex.compile("|".join(f"(?P<n{number}>{pattern})" for number, pattern, _ in able))
        self._by_first[first] = self._joined[key] if key else None
        return self._by_first[first]
