"""Scripts that put no blanks between words, or few: a letter there says more."""

from __future__ import annotations

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


def dense_letters(text: str) -> int:
    """How many of its letters are of dense scripts; most texts have none, which costs less to see than to count."""
    if not text.encode(errors="replace").translate(None, _OF_OTHERS):
        return 0
    return len(DENSE.findall(text))
