"""How a dump says again what one of its lines says: the line in the way to the page, its words in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from cleaner import Line
from cleaner_blog.dense import DENSE

Answers = tuple[bool, ...]

_AROUND = 500
"""Lines among which another that says the same is looked for."""
_FIRST_PROSE = 10
"""Lines of prose that say what the page and its menus are about."""
_READ, _ENTRY = 1500, 8
"""Characters of prose, and lines of the text, in which the words of a headline are looked for."""
_REPEATED = 8
"""Characters; what is shorter stands in longer lines by chance."""
_MOST_AGAIN = 20
"""Lines that say the same and are looked at."""
_MORE = 30
"""Characters that the name of a site adds to a title."""
_WORDS = re.compile(r"\w{4,}")
_STEM = 5
"""Letters of a word that stay in all its forms."""


class Echoes:
    """The lines of a dump to the line `end`, its prose, and the numbers of the lines of its largest text."""

    def __init__(self, lines: Sequence[Line], end: int, prose: Sequence[int], text: Sequence[int]) -> None:
        self._lines, self._prose, self._text = lines, prose, text
        self._start, self._end = max(0, end - _AROUND), end
        self._lowered: dict[int, str] = {}
        self._leads: dict[int, str] = {}

    def elsewhere(self, line: Line) -> Answers:
        """Whether it is an item of a list, too, or a part of another line, above or below."""
        text = line.body
        listed = above = below = False
        for number, before, after in self._again(line.number, text) if len(text) >= _REPEATED else ():
            bare = before.strip() == self._lines[number].marker
            if bare and not after:
                listed |= before != ""
            elif (bare or not after) and len(before) + len(after) < len(text) + _MORE:
                above |= number < line.number
                below |= number > line.number
        return listed, above, below

    def words(self, line: Line) -> Answers:
        """How many of its words are in the text, and where."""
        words = _WORDS.findall(line.body.lower())
        own = _stems(words)
        many = len(own)
        lead, entry, first = self._lead(bisect_left(self._prose, line.number + 1)), self._entry, self._first_prose
        led = sum(map(lead.__contains__, own))
        found = [(stem, at) for stem in own if (at := entry.find(stem)) >= 0]
        return (
            all(map(first.__contains__, words)),
            many > 1 and led * 3 >= many,
            many > 1 and led * 3 >= 2 * many,
            many > 0 and not found,
            len([stem for stem, at in found if entry.find(stem, entry.find("\n", at)) >= 0]) > 1,
        )

    def _again(self, own: int, text: str) -> list[tuple[int, str, str]]:
        """The first other lines that hold a text, with what stands before and after it."""
        (whole, starts), found = self._whole, list[tuple[int, str, str]]()
        at = whole.find(text)
        while at >= 0 and len(found) < _MOST_AGAIN:
            place = bisect_right(starts, at)
            start, end = starts[place - 1], starts[place] - 1
            if (number := self._start + place - 1) != own:
                found.append((number, whole[start:at], whole[at + len(text) : end]))
            at = whole.find(text, end)
        return found

    @cached_property
    def _whole(self) -> tuple[str, Sequence[int]]:
        """The lines to the end of the top, each with a line break behind it; where each starts, and the last ends."""
        texts = [f"{line.text}\n" for line in self._lines[self._start : self._end]]
        return "".join(texts), [0, *accumulate(map(len, texts))]

    @cached_property
    def _first_prose(self) -> str:
        return self._begin(self._prose[:_FIRST_PROSE])

    def _lead(self, at: int) -> str:
        """The first words of the text from one line of prose on."""
        if at not in self._leads:
            self._leads[at] = self._begin(self._prose[at : at + 3])
        return self._leads[at]

    @cached_property
    def _entry(self) -> str:
        """The beginning of the largest text, one line of prose a line."""
        return "\n".join([*map(self._lower, self._text[:_ENTRY]), ""])

    def _begin(self, numbers: Sequence[int]) -> str:
        """The first characters of these lines, in small letters."""
        begun: list[str] = []
        room = _READ
        for number in numbers:
            text = self._lines[number].text
            begun.append(self._lower(number) if len(text) <= room else text[:room].lower())
            room -= len(text) + 1
            if room <= 0:
                break
        return " ".join(begun)

    def _lower(self, number: int) -> str:
        if number not in self._lowered:
            self._lowered[number] = self._lines[number].text.lower()
        return self._lowered[number]


def _stems(words: Sequence[str]) -> set[str]:
    """The words without what changes with their case and number; of dense scripts, pairs of letters."""
    stems = {word[:_STEM] for word in words if word.isascii() or not DENSE.search(word)}
    dense = [word for word in words if not word.isascii() and DENSE.search(word)]
    return stems.union([word[at : at + 2] for word in dense for at in range(len(word) - 1)])
