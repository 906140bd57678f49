"""Words and pairs of words as numbers, all lines of a dump at once: no Python call for a line or a word.

A word is a run of letters and digits, in lower case and with all digits alike. It is known by a hash, a polynomial of
its characters; so all hashes of a text are differences of one running sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner_blog.scorer.arrays import Array, Bools, Floats, Ints
from cleaner_blog.scorer.characters import DENSE, DIGIT, LETTER, LOWER, UPPER, table

Hashes = NDArray[np.uint64]

HEAD, TAIL = 72, 24
"""Characters of a long line that are looked at."""
_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
_PAIR, _SPREAD = np.uint64(0xD6E8FEB86659FD93), np.uint64(0xFF51AFD7ED558CCD)
_EDGE = np.uint64(0x8CB92BA72F3D8DD7)
"""Stands before the first word of a line and behind its last."""
_SLOTS = 16
_SHIFT = np.uint64(64 - _SLOTS)
_MASK = (1 << 64) - 1
_COUNTED = 1 << 15
_PLANE = 1 << 16
_LETTERS = frozenset((LOWER, UPPER, LETTER, DENSE))
EDGE = "·"
"""What the edge of a line is called in a list of words."""


def excerpts(texts: Sequence[str]) -> list[str]:
    """What is looked at of each line."""
    most = HEAD + TAIL
    return [text if len(text) <= most else f"{text[:HEAD]} {text[-TAIL:]}" for text in texts]


def phrases(text: str) -> list[str]:
    """The words of a line, then its pairs of words; a phrase is known to the net by its text."""
    written = _written()
    words = "".join([written[ord(one)] if ord(one) < _PLANE else " " for one in excerpts([text])[0]]).split()
    around = [EDGE, *words, EDGE]
    return words + [f"{one} {other}" for one, other in pairwise(around)] if words else []


class Said(NamedTuple):
    """The words of a text, line after line, and their pairs, as hashes."""

    words: Hashes
    pairs: Hashes
    """Each word with the one before it, or with the edge of its line."""
    last: Ints
    """Which words are the last of their lines."""
    endings: Hashes
    """These with the edge behind them."""
    ends: Ints
    """How many words there are up to the end of each line."""


def said(texts: Sequence[str]) -> Said:
    """What is said in these lines."""
    words, ends = _words("\n".join(excerpts(texts)))
    before, last = _neighbours(words, ends)
    return Said(words, before * _PAIR + words, last, words[last] * _PAIR + _EDGE, ends)


class Phrases:
    """Vectors of the words and pairs that are known."""

    def __init__(self, known: Sequence[str], vectors: Floats) -> None:
        self._hashes = np.concatenate((np.zeros(1, np.uint64), _hashes(known)))
        self._vectors = vectors
        self._slots = np.zeros(1 << _SLOTS, np.intp)
        self._slots[_slot(self._hashes[1:])] = np.arange(1, len(self._hashes))

    def of(self, said: Said) -> Floats:
        """The sum of the vectors of each line's words and pairs."""
        running = np.zeros((len(said.words) + 1, self._vectors.shape[1]))
        found = self._vectors.take(self._numbers(said.words), axis=0)
        found += self._vectors.take(self._numbers(said.pairs), axis=0)
        found[said.last] += self._vectors.take(self._numbers(said.endings), axis=0)
        found.cumsum(axis=0, out=running[1:])
        sums = running.take(said.ends, axis=0)
        sums[1:] -= sums[:-1].copy()
        return sums

    def are_new(self, hashes: Hashes) -> Bools:
        """Which words are not known, as few outlets use them often."""
        new: Bools = np.equal(self._numbers(hashes), 0)
        return new

    def _numbers(self, hashes: Hashes) -> Ints:
        numbers = self._slots.take(_slot(hashes))
        numbers *= self._hashes.take(numbers) == hashes
        return numbers


def _words(text: str) -> tuple[Hashes, Ints]:
    """The hashes of all words of a text, and how many there are up to the end of each line."""
    codes = codes_of(text)
    starts, _, words = words_at(codes)
    return words, starts.searchsorted((codes == ord("\n")).nonzero()[0])


def codes_of(text: str) -> Array:
    """The characters of a text as numbers, with the end of its last line."""
    return np.frombuffer(f"{text}\n".encode("utf-32-le", "surrogatepass"), np.uint32)


def words_at(codes: Array) -> tuple[Ints, Ints, Hashes]:
    """Where the words of a text begin, how long they are, and their hashes."""
    values = _values().take(codes, mode="clip")
    edges = np.empty(len(values) + 1, np.bool_)
    inside = values != 0
    edges[0] = inside[0]
    edges[-1] = False
    np.not_equal(inside[1:], inside[:-1], out=edges[1:-1])
    at = edges.nonzero()[0]
    powers, inverses = _powers(len(values) + 1)
    values *= powers[: len(values)]
    running = np.zeros(len(values) + 1, np.uint64)
    values.cumsum(out=running[1:])
    sums = running.take(at)
    starts = at[::2]
    return starts, at[1::2] - starts, (sums[1::2] - sums[::2]) * inverses.take(starts)


def pairs_at(codes: Array, places: Ints) -> Hashes:
    """The hashes of two neighbouring characters, at each of these places."""
    values = _values().take(codes, mode="clip")
    pairs: Hashes = values.take(places) * _PAIR + values.take(places + 1)
    return pairs


def told_apart(known: Sequence[str]) -> list[str]:
    """The phrases that have a slot of their own."""
    return list(dict(zip(_slot(_hashes(known)).tolist(), known, strict=True)).values())


def _neighbours(words: Hashes, ends: Ints) -> tuple[Hashes, Ints]:
    """The word before each word, in its line; and which words are the last of their lines."""
    before = np.empty_like(words)
    before[1:] = words[:-1]
    sizes = ends.copy()
    sizes[1:] -= ends[:-1]
    last = ends[sizes > 0] - 1
    before[:1] = _EDGE
    before[last[:-1] + 1] = _EDGE
    return before, last


def _slot(hashes: Hashes) -> Array:
    return (hashes * _SPREAD >> _SHIFT).astype(np.intp)


def _powers(many: int) -> tuple[Hashes, Hashes]:
    """The powers of the base and of its inverse."""
    return _first_powers() if many <= _COUNTED else _counted(many)


@cache
def _first_powers() -> tuple[Hashes, Hashes]:
    return _counted(_COUNTED)


def _counted(many: int) -> tuple[Hashes, Hashes]:
    steps = np.ones((2, many), np.uint64)
    steps[0, 1:], steps[1, 1:] = _BASE, _INVERSE
    powers, inverses = steps.cumprod(axis=1)
    return powers, inverses


@cache
def _values() -> Hashes:
    """What each character of the basic plane adds to a hash; nothing where it is in no word. Made on first use."""
    written = np.frombuffer(_written().encode("utf-16-le"), np.uint16).astype(np.uint64)
    written[written == ord(" ")] = 0
    values: Hashes = (written * _SPREAD) ^ (written << np.uint64(29))
    return values


@cache
def _written() -> str:
    """Each character of the basic plane as it counts: in lower case, digits as 0, what is in no word as a space."""
    kinds = enumerate(table().tolist())
    return "".join(["0" if kind == DIGIT else _lower(chr(code)) if kind in _LETTERS else " " for code, kind in kinds])


def _lower(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character


def _hashes(known: Sequence[str]) -> Hashes:
    """The hashes of phrases: a word, or two words of which one may be the edge."""
    parts = [phrase.split(" ") for phrase in known]
    words = sorted({word for part in parts for word in part} - {EDGE})
    of = dict(zip(words, _words("\n".join(words))[0].tolist(), strict=True))
    of[EDGE] = int(_EDGE)
    numbers = [of[first] if not second else of[first] * int(_PAIR) + of[second[0]] & _MASK for first, *second in parts]
    return np.array(numbers, np.uint64)
