"""Words as numbers: those in the names of containers, and those that lines begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, count, islice, repeat
from typing import NamedTuple

import numpy as np
import regex

from cleaner import Box
from cleaner_blog.scorer.arrays import Floats, Ints

_PARTS = regex.compile(r"[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})")
_PLAIN_PARTS = re.compile(r"[A-Z]+[a-z]*|[a-z]+")
"""The same words of ASCII, in a third of the time."""
_LONGEST_NAMES = 300
_HEAD = 32
FIRST_WORDS = 3
_MOST_KNOWN = 20_000
_MOST_WORDS = 8
_NO_WORDS = [""]


def name_words(names: str) -> set[str]:
    """The words of a container's names: parted at anything but letters and at changes of case."""
    names = names[:_LONGEST_NAMES]
    words = _PLAIN_PARTS.findall(names) if names.isascii() else _PARTS.split(names)
    return {word.lower() for word in words if len(word) > 1}


def box_words(tag: str, names: str) -> list[str]:
    """All that a container is called, its element with a `<` before it."""
    return ["<" + tag, *sorted(name_words(names))[:_MOST_WORDS]]


def first_words(text: str) -> list[str]:
    """The words that show what a line is for."""
    return text[:_HEAD].lower().split(None, FIRST_WORDS)[:FIRST_WORDS]


class Words:
    """Vectors of the words that lines begin with."""

    def __init__(self, known: Sequence[str], vectors: Floats) -> None:
        self._numbers = {word: number for number, word in enumerate(known, 1)}
        self._vectors = vectors

    def of(self, texts: Sequence[str]) -> Floats:
        """The sum of the vectors of each line's first words."""
        found = [text[:_HEAD].lower().split(None, FIRST_WORDS)[:FIRST_WORDS] or _NO_WORDS for text in texts]
        sizes = np.fromiter(map(len, found), np.intp, len(texts)).cumsum()
        words = map(self._numbers.get, chain.from_iterable(found), repeat(0))
        return _added(self._vectors, np.fromiter(words, np.intp, sizes[-1]), sizes)


class Called(NamedTuple):
    """What the containers of a page are called."""

    vectors: Floats
    """The sum of the vectors of each container's words."""
    alike: Ints
    """Numbers: equal where all names are equal."""


class Names:
    """Vectors of what containers are called. It remembers them, since pages repeat their names."""

    def __init__(self, known: Sequence[str], vectors: Floats) -> None:
        self._numbers = {word: number for number, word in enumerate(known, 1)}
        self._vectors = vectors
        self._met: dict[tuple[str, str], bytes] = {}
        self._count = count()

    def of(self, called: Sequence[tuple[str, str]]) -> Called:
        """What is known of containers with these elements and names."""
        try:
            known = list(map(self._met.__getitem__, called))
        except KeyError:
            known = self._meet(called)
        matrix = np.frombuffer(b"".join(known), np.float64).reshape(len(called), -1)
        return Called(matrix[:, 1:], matrix[:, 0].astype(np.intp))

    def _meet(self, called: Sequence[tuple[str, str]]) -> list[bytes]:
        """Look up those that are new, all at once. The first number of each tells it from all others."""
        if len(self._met) >= _MOST_KNOWN:
            self._met = {}
        met, get = self._met, self._numbers.get
        new = [key for key in dict.fromkeys(called) if key not in met]
        numbers = [[get(word, 0) for word in box_words(*key)] for key in new]
        sizes = np.array(list(map(len, numbers))).cumsum()
        known = np.empty((len(new), 1 + self._vectors.shape[1]))
        known[:, 0] = list(islice(self._count, len(new)))
        known[:, 1:] = _added(self._vectors, np.array(list(chain.from_iterable(numbers))), sizes)
        width, flat = known.strides[0], known.tobytes()
        for number, key in enumerate(new):  # if another thread was first, what it found counts for both
            met.setdefault(key, flat[number * width : (number + 1) * width])
        return [met[key] for key in called]


def _added(vectors: Floats, numbers: Ints, ends: Ints) -> Floats:
    """The sums of the vectors with these numbers, a run of them at a time."""
    starts = np.zeros(len(ends), np.intp)
    starts[1:] = ends[:-1]
    sums_of_runs: Floats = np.add.reduceat(vectors.take(numbers, axis=0), starts)
    return sums_of_runs


def names_of(boxes: Sequence[Box]) -> tuple[Ints, list[tuple[str, str]]]:
    """The container around each container (the body stands in itself), and what each is called."""
    parents, tags, names = zip(*boxes, strict=True)
    around = np.array(parents)
    around[0] = 0
    return around, list(zip(tags, names, strict=True))


def alike(called: Sequence[tuple[str, str]]) -> Ints:
    """Numbers: equal for containers that are called the same."""
    numbers = dict[tuple[str, str], int]()
    return np.array([numbers.setdefault(names, len(numbers)) for names in called])
