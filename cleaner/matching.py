"""Line rules of a whole plan together: one pass over a page's lines instead of one per rule.

Phrases are one table. Patterns are filed under what their matches begin with, and with what those need,
so that a line is tried against few of them, and most lines against none: `sieve` tells which.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import itemgetter

from cleaner.heads import head
from cleaner.model import NO_BREAKS
from cleaner.needs import Needs, needs
from cleaner.patterns import alternatives, compiled
from cleaner.rules import LONGEST_MATCHED, phrase_key
from cleaner.sieve import NONE, Filed, Parts, Sieve, Texts
from cleaner.starts import END, LONGEST_START, starts

_PLAIN = str.maketrans(NO_BREAKS, " " * len(NO_BREAKS))
_BEGIN = 6
"""Characters of a phrase that are looked up before the others."""

_Part = tuple[int, Needs, str, str]
"""One alternative of a pattern: the number of the entry, what every match has, what it begins with where only the regex
library knows it all, and what is compiled when the first line comes that could be one."""


class LineMatcher:
    """Finds the first entry that matches a line. Entries are numbered by the caller; the lowest number wins."""

    def __init__(
        self, patterns: Iterable[tuple[int, str]], phrases: Iterable[tuple[int, Collection[str]]] = ()
    ) -> None:
        branches = ((number, branch) for number, pattern in patterns for branch in alternatives(pattern))
        filed = _filed(_by_start(branches))
        parts = sorted({part for together in filed.values() for part in together})
        self._patterns = [(begin, branch) for _, _, begin, branch in parts]
        known = Parts([(number, needed) for number, needed, _, _ in parts])
        order = {part: place for place, part in enumerate(parts)}
        places = {start: known.file([order[part] for part in together]) for start, together in filed.items()}
        otherwise = places.pop("")
        listed = list(phrases)
        keys = Filed(_keys(listed), sum(len(entries) for _, entries in listed), _BEGIN, _BEGIN)
        begins = Filed(places.items(), len(places), 1, LONGEST_START)
        self._sieve = Sieve(keys, begins, known, otherwise, LONGEST_MATCHED)

    def match(self, text: str) -> int | None:
        """The number of the first entry that takes a line with this text, or None."""
        return self.match_all(Texts.of([text])).get(0)

    def match_all(self, texts: Texts) -> dict[int, int]:
        """The place of each text that an entry takes, and the first one that does.

        Args:
            texts: what lines say, without their list markers (`bodies`); empty ones are passed over.
        """
        found: dict[int, int] = {}
        patterns, said = self._patterns, texts.said
        for place, number, part in self._sieve.sift(texts):
            if place not in found and (part == NONE or _matches(said(place), *patterns[part])):
                found[place] = number
        return found


def _keys(phrases: Iterable[tuple[int, Collection[str]]]) -> Iterator[tuple[str, int]]:
    """The keys of all phrases and their numbers; of the same keys the one with the lowest comes last."""
    for number, entries in sorted(phrases, key=itemgetter(0), reverse=True):
        for entry in entries:
            yield phrase_key(entry), number


def _matches(text: str, begin: str, branch: str) -> bool:
    return (not begin or compiled(begin).match(text) is not None) and compiled(branch).fullmatch(text) is not None


def _by_start(branches: Iterable[tuple[int, str]]) -> dict[str, list[_Part]]:
    """Alternatives of patterns by what their matches begin with; under "" those that begin with anything.

    The sieve takes every space for a plain one, so starts that differ in nothing else are one.
    """
    found: dict[str, list[_Part]] = {"": []}
    for number, branch in branches:
        begins = starts(branch) or ("",)
        part = number, needs(branch), head(branch), branch
        for start in begins:
            found.setdefault(start.translate(_PLAIN), []).append(part)
    return found


def _filed(by_start: Mapping[str, list[_Part]]) -> dict[str, tuple[_Part, ...]]:
    """Under each start what a line that begins so can match: also what is under the shorter ones.

    Where a line may end or go on, the start with the end comes last and has all that the other has.
    """
    filed: dict[str, tuple[_Part, ...]] = {}
    for start in sorted(by_start):
        parts = {part for length in range(len(start) + 1) for part in by_start.get(start[:length], ())}
        filed[start.rstrip(END)] = tuple(sorted(parts))
    return filed
