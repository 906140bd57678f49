"""Line rules of a whole plan together: one pass over a page's lines instead of one per rule.

Phrases are one table. Patterns are filed under what their matches begin with,
so that a line is tried against few of them, and most lines against none: `sieve` tells which.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import itemgetter

from cleaner.heads import head
from cleaner.model import NO_BREAKS
from cleaner.needs import needs
from cleaner.patterns import alternatives, compiled
from cleaner.rules import LONGEST_MATCHED, phrase_key
from cleaner.sieve import BEGIN, NONE, Filed, Sieve, Texts
from cleaner.starts import END, starts

_PLAIN = str.maketrans(NO_BREAKS, " " * len(NO_BREAKS))

_Part = tuple[int, tuple[str, ...], str, str]
"""One alternative of a pattern: the number of the entry, words of which every match has one, what it begins with where
only the regex library knows it all, and what is compiled when the first line comes that could be one."""


class LineMatcher:
    """Finds the first entry that matches a line. Entries are numbered by the caller; the lowest number wins."""

    def __init__(
        self, patterns: Iterable[tuple[int, str]], phrases: Iterable[tuple[int, Collection[str]]] = ()
    ) -> None:
        listed = list(phrases)
        known = Filed(_keys(listed), sum(len(entries) for _, entries in listed), BEGIN)
        branches = ((number, branch) for number, pattern in patterns for branch in alternatives(pattern))
        by_start = _by_start(branches)
        places: dict[tuple[_Part, ...], int] = {}
        begins = ((start, places.setdefault(parts, len(places))) for start, parts in _filed(by_start))
        starts, anything = Filed(begins, len(by_start), 1), _under(END, by_start)
        self._parts = [*places, anything]
        self._sieve = Sieve(known, starts, len(places) if anything else NONE, LONGEST_MATCHED)

    def match(self, text: str) -> int | None:
        """The number of the first entry that takes a line with this text, or None."""
        return self.match_all(Texts.of([text])).get(0)

    def match_all(self, texts: Texts) -> dict[int, int]:
        """The place of each text that an entry takes, and the first one that does.

        Args:
            texts: what lines say, without their list markers (`bodies`); empty ones are passed over.
        """
        found: dict[int, int] = {}
        met: dict[str, int] = {}
        parts, said = self._parts, texts.said
        for place, phrase, start in self._sieve.sift(texts):
            if start != NONE:
                text = said(place)
                if text not in met:
                    met[text] = _first(text, phrase, parts[start])
                phrase = met[text]
            if phrase != NONE:
                found[place] = phrase
        return found


def _keys(phrases: Iterable[tuple[int, Collection[str]]]) -> Iterator[tuple[str, int]]:
    """The keys of all phrases and their numbers; of the same keys the one with the lowest comes last."""
    for number, entries in sorted(phrases, key=itemgetter(0), reverse=True):
        for entry in entries:
            yield phrase_key(entry), number


def _first(text: str, phrase: int, parts: Iterable[_Part]) -> int:
    """The number of the first part that matches, if that is before `phrase`; else `phrase`."""
    for number, words, begin, branch in parts:
        if phrase != NONE and phrase <= number:
            break
        for word in words:
            if word in text:
                break
        else:
            if words:  # of which every match has one
                continue
        if (not begin or compiled(begin).match(text)) and compiled(branch).fullmatch(text):
            return number
    return phrase


def _by_start(branches: Iterable[tuple[int, str]]) -> dict[str, tuple[_Part, ...]]:
    """Alternatives of patterns by what their matches begin with; under "" those that begin with anything.

    The sieve takes every space for a plain one, so starts that differ in nothing else are one.
    """
    found: dict[str, tuple[_Part, ...]] = {}
    for number, branch in branches:
        begins = starts(branch) or ("",)
        alone = ((number, needs(branch), head(branch), branch),)
        for start in begins:
            plain = start.translate(_PLAIN)
            found[plain] = found[plain] + alone if plain in found else alone
    return found


def _filed(by_start: Mapping[str, tuple[_Part, ...]]) -> Iterator[tuple[str, tuple[_Part, ...]]]:
    """Each start, "" aside, and what a line that begins so can match.

    Where a line may end or go on, the start with the end comes last and has all that the other has.
    """
    for start in sorted(by_start):
        if begin := start.rstrip(END):
            yield begin, _under(start, by_start)


def _under(start: str, by_start: Mapping[str, tuple[_Part, ...]]) -> tuple[_Part, ...]:
    """What is filed under a start and under the shorter ones."""
    parts = {part for length in range(len(start) + 1) for part in by_start.get(start[:length], ())}
    return tuple(sorted(parts))
