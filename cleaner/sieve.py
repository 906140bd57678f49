"""The compiled part of matching, `sieve.c`: it looks at every line of a page, so that Python need not."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from ctypes import CDLL, Structure, byref, c_char_p, c_int32, c_int64, c_uint64, c_void_p
from functools import cache
from itertools import chain
from types import SimpleNamespace

from cleaner.columns import in_one
from cleaner.compiled import load_functions, load_library
from cleaner.needs import Needs
from cleaner.rules import APOSTROPHE, TRIMMED
from cleaner.segment.segmented import Segmented

NONE = -1
"""A number that no phrase and no part has."""
_TOLD, _EXPANDS, _ORNAMENT, _DECIMAL = 0x20000, 1 << 21, 1 << 22, 1 << 23
_BITS = 1 << 17
"""Of what is noted of a table."""
_ORNAMENTED = 20
"""Characters more than a phrase that a line has at most which is one."""
_WORD = 8
"""Bytes."""


class Texts:
    """What lines say, for Python and for C."""

    __slots__ = ("many", "markers", "passed", "said", "whole")

    def __init__(self, said: Callable[[int], str], whole: bytes, markers: array[int], passed: bytes) -> None:
        self.said = said
        """Gives one by its place."""
        self.whole, self.markers, self.passed, self.many = whole, markers, passed, len(passed)
        """All in one piece, a NUL behind each; characters of each one's list marker; whether to pass over it."""

    @classmethod
    def of(cls, texts: Sequence[str]) -> Texts:
        """These texts, which have no markers."""
        return cls(texts.__getitem__, in_one(texts), _numbers(len(texts)), bytes(len(texts)))


def bodies(segmented: Segmented) -> Texts:
    """What each line says, `Line.body`; those that rules take with their elements are passed over."""
    lines, columns, taken, *_ = segmented
    passed = bytearray(len(lines))
    for number in taken:
        passed[number] = 1
    if columns.may_link:
        said = [line.body for line in lines]
        return Texts(said.__getitem__, in_one(said), _numbers(len(said)), bytes(passed))
    return Texts(lambda place: lines[place].body, columns.texts, columns.markers, bytes(passed))


def _numbers(many: int) -> array[int]:
    return array("i", bytes(4 * many))


class _Table(Structure):
    _fields_ = (("entries", c_void_p), ("mask", c_uint64), ("begins", c_void_p), ("wholes", c_void_p))


class _Sieve(Structure):
    _fields_ = (
        ("characters", c_void_p),
        ("expansions", c_void_p),
        ("phrases", _Table),
        ("starts", _Table),
        ("filed", c_void_p),
        ("parts", c_void_p),
        ("groups", c_void_p),
        ("words", c_void_p),
        ("longest_phrase", c_int32),
        ("longest_line", c_int32),
        ("otherwise", c_int32),
    )


class Filed:
    """A table of texts and their numbers, and the memory that it is in; the texts are not kept.

    Args:
        filed: the texts and their numbers.
        least: what texts begin with is noted too, from so many characters on.
        most: up to so many.
    """

    def __init__(self, filed: Mapping[str, int], least: int, most: int) -> None:
        self.longest = max(map(len, filed), default=NONE)
        """Characters."""
        room = (len(filed) * 4 // 3).bit_length()  # a quarter of it stays free, or more
        self._entries = array("Q", bytes(8 << room))
        self._begins, self._wholes = array("B", bytes(_BITS // 8)), array("B", bytes(_BITS // 8))
        addresses = _address(self._begins), _address(self._wholes)
        self.table = _Table(_address(self._entries), len(self._entries) - 1, *addresses)
        texts, numbers = in_one(list(filed)), array("i", filed.values())
        _library().sieve_file(byref(self.table), texts, len(texts), _address(numbers), least, most)


class Parts:
    """Alternatives of patterns: what a line must have for each, and which of them are filed together.

    Args:
        known: of each part the number of its entry and what it needs, in the order of the numbers.
    """

    def __init__(self, known: Sequence[tuple[int, Needs]]) -> None:
        words = list(dict.fromkeys(chain.from_iterable(chain(*needed.words) for _, needed in known)))
        order = {word: place for place, word in enumerate(words)}
        self.parts, self.groups = array("i"), array("i")
        for number, needed in known:
            self.parts.extend((number, needed.least, needed.most, len(self.groups)))
            for group in needed.words:
                self.groups.extend((*map(order.__getitem__, group), NONE))
            self.groups.append(NONE)
        self.filed = array("i")
        self._places: dict[tuple[int, ...], int] = {}
        texts, self.words = in_one(words), array("B", bytes(_WORD * len(words)))
        _library().sieve_words(texts, len(texts), _address(self.words))

    def file(self, together: Iterable[int]) -> int:
        """Where these parts are filed, which are places among those that are known; NONE if there are none."""
        parts = tuple(sorted(together))
        if parts and parts not in self._places:
            self._places[parts] = len(self.filed)
            self.filed.extend((*parts, NONE))
        return self._places.get(parts, NONE)


class Sieve:
    """Finds what may take a line: the phrase that it is, and the patterns that it begins like and has what they need.

    Args:
        phrases: by their keys, and what they begin with.
        starts: see `cleaner.starts`; their numbers are where parts are filed.
        parts: those that are filed.
        otherwise: where the parts are filed of lines that begin otherwise.
        longest_line: characters; no start is looked for in longer ones.
    """

    def __init__(self, phrases: Filed, starts: Filed, parts: Parts, otherwise: int, longest_line: int) -> None:
        characters, expansions = _characters()
        self._held = phrases, starts, parts, characters, expansions
        longest_phrase = phrases.longest + _ORNAMENTED if phrases.longest != NONE else NONE
        tables = _address(characters), _address(expansions), phrases.table, starts.table
        needed = map(_address, (parts.filed, parts.parts, parts.groups, parts.words))
        self._sieve = bytes(_Sieve(*tables, *needed, longest_phrase, longest_line, otherwise))

    def sift(self, texts: Texts) -> list[tuple[int, int, int]]:
        """What may take each text, in the order of the texts and then of the entries.

        That is the place of the text, the number of an entry and the place of one of its parts, or NONE: it is a phrase
        of that entry.
        """
        found: list[tuple[int, int, int]] = _functions().sift(self._sieve, texts.whole, texts.markers, texts.passed)
        return found


def _address(numbers: array[int]) -> int:
    return numbers.buffer_info()[0]


@cache
def _characters() -> tuple[array[int], array[int]]:
    """What C must know of each character, as Python sees it, and the folded forms that are more than one."""
    told, expansions = array("I", range(_TOLD)), array("I")
    for code, character in enumerate(map(chr, range(_TOLD))):
        folded = character.casefold()
        if len(folded) > 1:
            told[code] = len(expansions) | _EXPANDS
            expansions.extend(map(ord, folded + "\0"))
        elif folded != character:
            told[code] = ord(folded)
        elif character.isdecimal():
            told[code] |= _DECIMAL
    for character in TRIMMED:
        told[ord(character)] |= _ORNAMENT
    told[ord(APOSTROPHE)] = ord("'")
    return told, expansions


@cache
def _library() -> CDLL:
    """What builds tables; loaded on first use."""
    library = load_library(__file__, "sieve")
    library.sieve_file.argtypes = c_void_p, c_char_p, c_int64, c_void_p, c_int32, c_int32
    library.sieve_words.argtypes = c_char_p, c_int64, c_void_p
    library.sieve_file.restype = library.sieve_words.restype = None
    return library


@cache
def _functions() -> SimpleNamespace:
    """What looks at a page, which is called far oftener."""
    return load_functions(__file__, "sieve")
