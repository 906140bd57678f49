"""Words as numbers: those in the names of containers, and those that lines begin with."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat
from typing import NamedTuple

import numpy as np
import regex

from cleaner import Box
from cleaner_blog.scorer.arrays import Ints

_PARTS = regex.compile(r"[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})")
_LONGEST_NAMES = 300
_HEAD = 48
_FIRST_WORDS = 6
_MOST_KNOWN = 20_000
_MOST_WORDS = 8

_SIZE = np.intp(0).nbytes


def name_words(names: str) -> set[str]:
    """The words of a container's names: parted at anything but letters and at changes of case."""
    return {word.lower() for word in _PARTS.split(names[:_LONGEST_NAMES]) if len(word) > 1}


def box_words(tag: str, names: str) -> list[str]:
    """All that a container is called, its element with a `<` before it."""
    return ["<" + tag, *sorted(name_words(names))[:_MOST_WORDS]]


def first_words(text: str) -> list[str]:
    """The words that show what a line is for."""
    return text[:_HEAD].lower().split()[:_FIRST_WORDS]


class Bags(NamedTuple):
    """Lists of numbers, one behind the other; none is empty, and 0 is the number of no known word."""

    numbers: Ints
    sizes: Ints


class Words:
    """Numbers of the words that lines begin with."""

    def __init__(self, known: Sequence[str]) -> None:
        self._numbers = {word: number for number, word in enumerate(known, 1)}

    def of(self, texts: Sequence[str]) -> Bags:
        """The numbers of the first words of each line."""
        found = [first_words(text) or [""] for text in texts]
        numbers = list(map(self._numbers.get, chain.from_iterable(found), repeat(0)))
        return Bags(np.array(numbers), np.array(list(map(len, found))))


class Names:
    """Numbers of the words in the names of containers. It remembers them, since pages repeat their names."""

    def __init__(self, known: Sequence[str]) -> None:
        self._numbers = {word: number for number, word in enumerate(known, 1)}
        self._met: dict[tuple[str, str], bytes] = {}

    def of(self, boxes: Sequence[Box]) -> Bags:
        """The numbers of what each container is called."""
        met = self._met
        found = [met.get((tag, names)) or self._meet(tag, names) for _, tag, names in boxes]
        sizes = np.array(list(map(len, found))) // _SIZE
        return Bags(np.frombuffer(b"".join(found), np.intp), sizes)

    def _meet(self, tag: str, names: str) -> bytes:
        numbers = [self._numbers[word] for word in box_words(tag, names) if word in self._numbers] or [0]
        if len(self._met) >= _MOST_KNOWN:
            self._met.clear()
        self._met[tag, names] = packed = np.array(numbers, np.intp).tobytes()
        return packed
