"""The compiled part of matching, `sieve.c`: it looks at every line of a page, so that Python need not."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from ctypes import CDLL, Structure, byref, c_int32, c_int64, c_uint64, c_void_p
from functools import cache

from cleaner.compiled import load
from cleaner.links import LINK_SIGN
from cleaner.model import NO_BREAKS, Line
from cleaner.rules import APOSTROPHE, TRIMMED

_UTF16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
NONE = -1
"""A number that no phrase and no start has."""
_TOLD, _EXPANDS, _ORNAMENT, _DECIMAL = 0x20000, 1 << 21, 1 << 22, 1 << 23
_BEGINS = 1 << 17
_FOUND, _ENTRY = 3, 2
"""Numbers that say what was found on a line, and in an entry of a table."""


class Texts:
    """Texts of lines, for Python and for C."""

    __slots__ = ("texts", "utf16")

    def __init__(self, texts: Sequence[str], together: str = "") -> None:
        """`together`: the same, joined; given by those who know that each of them is a single line."""
        self.texts = texts
        together = together or "\n".join([text.replace("\n", "\r") for text in texts])
        self.utf16 = together.encode(_UTF16, "surrogatepass")


def bodies(lines: Sequence[Line], taken: Collection[int] = ()) -> Texts:
    """What each line says, `Line.body`; nothing for those that are taken."""
    said = [line.text for line in lines]
    for number in [line.number for line in lines if line.marker]:
        said[number] = lines[number].body
    for number in taken:
        said[number] = ""
    together = "\n".join(said)  # what is said is mostly the text, less a marker; all together tell if there is more
    if any(sign in together for sign in NO_BREAKS) or ("]" in together and LINK_SIGN in together):
        said = [line.body if said[line.number] else "" for line in lines]
        together = "\n".join(said)
    return Texts(said, together)


class _Table(Structure):
    _fields_ = (("entries", c_void_p), ("mask", c_uint64), ("begins", c_void_p))


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


class Sieve:
    """Finds the lines that are one of the phrases, or begin with one of the starts.

    Args:
        phrases: their keys and numbers.
        starts: see `cleaner.starts`.
        otherwise: the number of lines that begin otherwise.
        longest_line: characters; no start is looked for in longer ones.
    """

    def __init__(
        self, phrases: Mapping[str, int], starts: Mapping[str, int], otherwise: int, longest_line: int
    ) -> None:
        characters, expansions = _characters()
        begun = {start[:length]: NONE for start in starts for length in range(1, len(start))}
        tables = _File(phrases), _File({**begun, **starts})
        self._held = tables, characters, expansions
        longest_phrase = max((len(phrase) + 20 for phrase in phrases), default=NONE)
        addresses = characters.buffer_info()[0], expansions.buffer_info()[0]
        self._sieve = _Sieve(*addresses, *(table.table for table in tables), longest_phrase, longest_line, otherwise)

    def sift(self, texts: Texts) -> Iterator[tuple[int, int, int]]:
        """The place of each text that may be taken, the number of the phrase that it is, and that of its start."""
        found = array("i", bytes(4 * _FOUND * len(texts.texts)))
        many = _library().sieve_sift(byref(self._sieve), texts.utf16, len(texts.utf16) // 2, found.buffer_info()[0])
        numbers = iter(found[: _FOUND * many])
        return zip(numbers, numbers, numbers, strict=True)


class _File:
    """A table of texts and their numbers, and the memory that it is in."""

    def __init__(self, filed: Mapping[str, int]) -> None:
        self._entries = array("Q", bytes(8 * _ENTRY << (2 * len(filed)).bit_length()))
        self._begins = array("B", bytes(_BEGINS // 8))
        places = len(self._entries) // _ENTRY
        self.table = _Table(self._entries.buffer_info()[0], places - 1, self._begins.buffer_info()[0])
        texts, numbers = Texts(list(filed)), array("i", filed.values())
        _library().sieve_file(byref(self.table), texts.utf16, len(texts.utf16) // 2, numbers.buffer_info()[0])


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
    library = load(__file__, "sieve")
    library.sieve_file.argtypes = c_void_p, c_void_p, c_int64, c_void_p
    library.sieve_sift.argtypes = c_void_p, c_void_p, c_int64, c_void_p
    library.sieve_file.restype, library.sieve_sift.restype = None, c_int64
    return library
