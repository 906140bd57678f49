"""Invented words in any script, made of the letters that the pages themselves use."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Iterable

import regex

from cleaner.metadata.months import MONTHS

_WORD = regex.compile(r"[\p{L}\p{M}]+")
_ADDRESS = regex.compile(r"(\w+://\S+|\S+@\S+\.\S+)")
_VOWELS = frozenset("aeiouyаеёиоуыэюяіїєαεηιουω")
_SHORT = 2
"""Letters; such words say nothing, and a line of a template is hardly known without them."""

_Kind = tuple[str, str, bool]
"""Letters that may stand for one another: of one script and category, vowels for vowels."""


class Words:
    """Replaces words: the same word by the same one, as long, with capitals where it had some.

    Args:
        texts: whose letters are used.
        kept: words that stay, case-folded. Names of months stay too.
    """

    def __init__(self, texts: Iterable[str], kept: Collection[str]) -> None:
        letters: dict[_Kind, set[str]] = {}
        for letter in {letter for text in texts for letter in text.lower() if letter.isalpha()}:
            letters.setdefault(_kind(letter), set()).add(letter)
        self._letters = {kind: sorted(known) for kind, known in letters.items()}
        self._kept = frozenset({*kept, *MONTHS})

    def replaced(self, text: str) -> str:
        """`text` with its words replaced; addresses stay."""
        parts = _ADDRESS.split(text)
        parts[::2] = [_WORD.sub(self._invented, part) for part in parts[::2]]
        return "".join(parts)

    def _invented(self, found: regex.Match[str]) -> str:
        word = found[0]
        if word.casefold() in self._kept or (len(word) <= _SHORT and _kind(word[0])[0] != "CJK"):
            return word
        digest = hashlib.blake2b(word.casefold().encode()).digest()
        return "".join(self._letter(letter, digest[place % len(digest)]) for place, letter in enumerate(word))

    def _letter(self, letter: str, number: int) -> str:
        known = self._letters.get(_kind(letter.lower()[0]))
        if not known:  # a mark that belongs to the letter before it
            return letter
        return known[number % len(known)].upper() if letter.isupper() else known[number % len(known)]


def words(text: str) -> set[str]:
    """The words of a text, case-folded."""
    return {word.casefold() for word in _WORD.findall(text)}


def _kind(letter: str) -> _Kind:
    base = unicodedata.normalize("NFD", letter)[0]
    return unicodedata.name(letter, "").partition(" ")[0], unicodedata.category(letter), base in _VOWELS
