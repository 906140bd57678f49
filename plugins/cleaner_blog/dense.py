"""Scripts that put no blanks between words, or few: a letter there says more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

import regex

DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")
_SAID = 3
"""Characters of other scripts that say as much as one of these."""
_OF_OTHERS = bytes(code for code in range(256) if code != 0xE0 and not 0xE3 <= code <= 0xED)
"""The bytes of UTF-8 that begin no such letter."""


def said(text: str) -> int:
    """Its length, with letters of dense scripts counted for what they say."""
    return len(text) if text.isascii() else len(text) + (_SAID - 1) * dense_letters(text)


def blanks(text: str) -> int:
    """The blanks between its words; letters of dense scripts have one behind every second."""
    found = text.count(" ")
    return found if text.isascii() else found + dense_letters(text) // 2


def sizes(texts: Sequence[str]) -> list[int]:
    """What `said` gives for each."""
    return list(map(said if _may_be_dense("".join(texts)) else len, texts))


def blank_counts(texts: Sequence[str]) -> list[int]:
    """What `blanks` gives for each."""
    return list(map(blanks, texts) if _may_be_dense("".join(texts)) else map(str.count, texts, repeat(" ")))


def is_longer(text: str, most: int) -> bool:
    """Whether it says more than that, as `said` counts; of most texts the length alone decides."""
    return len(text) > most or (len(text) * _SAID > most and said(text) > most)


def dense_letters(text: str) -> int:
    """How many of its letters are of dense scripts; most texts have none, which costs less to see than to count."""
    return len(DENSE.findall(text)) if _may_be_dense(text) else 0


def _may_be_dense(text: str) -> bool:
    """Whether it has bytes that begin such letters, and perhaps others."""
    return not text.isascii() and text.encode(errors="replace").translate(None, _OF_OTHERS) != b""
