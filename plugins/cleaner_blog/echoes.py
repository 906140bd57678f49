"""How a dump says again what one of its lines says: the line in the way to the page, its words in the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

import regex

from cleaner import Line

Answers = tuple[bool, ...]

DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")
"""Letters of scripts that put no blanks between words, or few."""
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
        self._leads: dict[int, str] = {}

    def elsewhere(self, line: Line) -> Answers:
        """Whether it is an item of a list, too, or a part of another line, above or below."""
        text = line.body
        listed = above = below = False
        if len(text) >= _REPEATED:
            for number, before, after in islice(self._again(line.number, text), _MOST_AGAIN):
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
        led = sum([stem in lead for stem in own])
        return (
            all(word in first for word in words),
            many > 1 and led * 3 >= many,
            many > 1 and led * 3 >= 2 * many,
            many > 0 and not any(stem in entry for stem in own),
            len([stem for stem in own if _is_repeated(stem, entry)]) > 1,
        )

    def _again(self, own: int, text: str) -> Iterator[tuple[int, str, str]]:
        """The other lines that hold a text, with what stands before and after it."""
        whole, number, done = self._whole, self._start, 0
        at = whole.find(text)
        while at >= 0:
            number += whole.count("\n", done, at)
            start, end, done = whole.rfind("\n", 0, at) + 1, whole.find("\n", at), at
            if number != own:
                yield number, whole[start:at], whole[at + len(text) : end]
            at = whole.find(text, end)

    @cached_property
    def _whole(self) -> str:
        """The lines to the end of the top, each with a line break behind it."""
        return "\n".join([*[line.text for line in self._lines[self._start : self._end]], ""])

    @cached_property
    def _first_prose(self) -> str:
        return " ".join(self._lines[at].text for at in self._prose[:_FIRST_PROSE])[:_READ].lower()

    def _lead(self, at: int) -> str:
        """The first words of the text from one line of prose on."""
        if at not in self._leads:
            self._leads[at] = " ".join(self._lines[number].text for number in self._prose[at : at + 3])[:_READ].lower()
        return self._leads[at]

    @cached_property
    def _entry(self) -> str:
        """The beginning of the largest text, one line of prose a line."""
        return "\n".join([*[self._lines[at].text for at in self._text[:_ENTRY]], ""]).lower()


def _stems(words: Sequence[str]) -> set[str]:
    """The words without what changes with their case and number; of dense scripts, pairs of letters."""
    stems = {word[:_STEM] for word in words if word.isascii() or not DENSE.search(word)}
    dense = [word for word in words if not word.isascii() and DENSE.search(word)]
    return stems.union([word[at : at + 2] for word in dense for at in range(len(word) - 1)])


def _is_repeated(stem: str, text: str) -> bool:
    """Whether two lines of the text have it."""
    at = text.find(stem)
    return at >= 0 and text.find(stem, text.find("\n", at)) >= 0
