"""The compiled part of matching, `sieve.c`: it looks at every line of a page, so that Python need not."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from ctypes import CDLL, Structure, byref, c_char_p, c_int32, c_int64, c_uint64, c_void_p
from functools import cache

from cleaner.columns import in_one
from cleaner.compiled import load_library
from cleaner.rules import APOSTROPHE, TRIMMED
from cleaner.segment.segmented import Segmented

NONE = -1
"""A number that no phrase and no start has."""
BEGIN = 6
"""Characters that are looked up first, and that a start has at most."""
_TOLD, _EXPANDS, _ORNAMENT, _DECIMAL = 0x20000, 1 << 21, 1 << 22, 1 << 23
_BITS = 1 << 17
"""Of what is noted of a table."""
_ORNAMENTED = 20
"""Characters more than a phrase that a line has at most which is one."""
_FOUND = 3
"""Numbers that say what was found on a line."""


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
        ("longest_phrase", c_int32),
        ("longest_line", c_int32),
        ("otherwise", c_int32),
    )


class Filed:
    """A table of texts and their numbers, and the memory that it is in; the texts are not kept.

    Args:
        filed: the texts and their numbers.
        least: what texts begin with is noted too, from so many characters on.
    """

    def __init__(self, filed: Mapping[str, int], least: int) -> None:
        self.longest = max(map(len, filed), default=NONE)
        """Characters."""
        room = (len(filed) * 4 // 3).bit_length()  # a quarter of it stays free, or more
        self._entries = array("Q", bytes(8 << room))
        self._begins, self._wholes = array("B", bytes(_BITS // 8)), array("B", bytes(_BITS // 8))
        addresses = _address(self._begins), _address(self._wholes)
        self.table = _Table(_address(self._entries), len(self._entries) - 1, *addresses)
        texts, numbers = in_one(list(filed)), array("i", filed.values())
        _library().sieve_file(byref(self.table), texts, len(texts), _address(numbers), least)


class Sieve:
    """Finds the lines that are one of the phrases, or begin with one of the starts.

    Args:
        phrases: by their keys, noted from `BEGIN` on.
        starts: see `cleaner.starts`.
        otherwise: the number of lines that begin otherwise.
        longest_line: characters; no start is looked for in longer ones.
    """

    def __init__(self, phrases: Filed, starts: Filed, otherwise: int, longest_line: int) -> None:
        characters, expansions = _characters()
        self._held = phrases, starts, characters, expansions
        longest_phrase = phrases.longest + _ORNAMENTED if phrases.longest != NONE else NONE
        addresses = _address(characters), _address(expansions)
        self._sieve = _Sieve(*addresses, phrases.table, starts.table, longest_phrase, longest_line, otherwise)

    def sift(self, texts: Texts) -> Iterator[tuple[int, int, int]]:
        """The place of each text that may be taken, the number of the phrase that it is, and that of its start."""
        found = _numbers(_FOUND * texts.many)
        many = _library().sieve_sift(
            byref(self._sieve), texts.whole, len(texts.whole), _address(texts.markers), texts.passed, _address(found)
        )
        numbers = iter(found[: _FOUND * many])
        return zip(numbers, numbers, numbers, strict=True)


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
    """Loaded on first use."""
    library = load_library(__file__, "sieve")
    library.sieve_file.argtypes = c_void_p, c_char_p, c_int64, c_void_p, c_int32
    library.sieve_sift.argtypes = c_void_p, c_char_p, c_int64, c_void_p, c_char_p, c_void_p
    library.sieve_file.restype, library.sieve_sift.restype = None, c_int64
    return library
