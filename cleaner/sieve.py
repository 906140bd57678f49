"""The compiled part of matching, `sieve.c`: it looks at every line of a page, so that Python need not."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from ctypes import CDLL, Structure, byref, c_char_p, c_int32, c_int64, c_uint64, c_void_p
from functools import cache
from itertools import chain, islice
from types import SimpleNamespace

from cleaner.columns import in_one
from cleaner.compiled import load_functions, load_library
from cleaner.needs import Needs
from cleaner.rules import APOSTROPHE, TRIMMED
from cleaner.segment.segmented import Segmented

NONE = -1
"""A number that no phrase and no part has."""
_TOLD, _BLOCK, _EXPANDS, _ORNAMENT, _DECIMAL = 0x20000, 0x100, 1 << 21, 1 << 22, 1 << 23
_SET_APART = frozenset((*TRIMMED, APOSTROPHE))
_BITS = 1 << 17
"""Of what is noted of a table."""
_ORNAMENTED = 20
"""Characters more than a phrase that a line has at most which is one."""
_WORD = 8
"""Bytes."""
_AT_ONCE = 1000
"""Texts that are objects at the same time while a table is filled: they take far more memory than it does."""


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
        ("blocks", c_void_p),
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
        filed: the texts and their numbers; of those with the same text the last one counts.
        many: how many they are at most.
        least: what texts begin with is noted too, from so many characters on.
        most: up to so many.
    """

    def __init__(self, filed: Iterable[tuple[str, int]], many: int, least: int, most: int) -> None:
        self.longest = NONE
        """Characters."""
        room = (many * 4 // 3).bit_length()  # a quarter of it stays free, or more
        self._entries = array("Q", bytes(8 << room))
        self._begins, self._wholes = array("B", bytes(_BITS // 8)), array("B", bytes(_BITS // 8))
        addresses = _address(self._begins), _address(self._wholes)
        self.table = _Table(_address(self._entries), len(self._entries) - 1, *addresses)
        rest = iter(filed)
        while some := list(islice(rest, _AT_ONCE)):
            texts, numbers = [text for text, _ in some], array("i", [number for _, number in some])
            self.longest = max(self.longest, *map(len, texts))
            whole = in_one(texts)
            _library().sieve_file(byref(self.table), whole, len(whole), _address(numbers), least, most)


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
        known = _characters()
        self._held = phrases, starts, parts, known
        longest_phrase = phrases.longest + _ORNAMENTED if phrases.longest != NONE else NONE
        tables = *map(_address, known), phrases.table, starts.table
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
def _characters() -> tuple[array[int], array[int], array[int]]:
    """What C must know of each character, as Python sees it.

    For each block of characters the place of its numbers among all; these numbers, 0 for a character that is no more
    than itself; and the folded forms that are more than one character. Blocks of which all are 0, the first, are one.
    """
    blocks, told, expansions = array("I"), array("I", bytes(4 * _BLOCK)), array("I")
    for first in range(0, _TOLD, _BLOCK):
        characters = "".join(map(chr, range(first, first + _BLOCK)))
        is_plain = characters.casefold() == characters and not any(map(str.isdecimal, characters))
        if is_plain and _SET_APART.isdisjoint(characters):
            blocks.append(0)
        else:
            blocks.append(len(told))
            told.extend([_told(character, expansions) for character in characters])
    return blocks, told, expansions


def _told(character: str, expansions: array[int]) -> int:
    """What C must know of one; adds its folded form if that is more than one character."""
    if character == APOSTROPHE:
        return ord("'")
    folded = character.casefold()
    if len(folded) > 1:
        expansions.extend(map(ord, folded + "\0"))
        return len(expansions) - len(folded) - 1 | _EXPANDS
    ornament = _ORNAMENT if character in TRIMMED else 0
    decimal = _DECIMAL if character.isdecimal() and folded == character else 0
    other = ord(folded) if folded != character or ornament or decimal else 0
    return other | ornament | decimal


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
