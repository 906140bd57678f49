"""Scripts that put no blanks between words, or few: a letter there says more."""

from __future__ import annotations

import regex

DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")
_SAID = 3
"""Characters of other scripts that say as much as one of these."""


def said(text: str) -> int:
    """Its length, with letters of dense scripts counted for what they say."""
    return len(text) if text.isascii() else len(text) + (_SAID - 1) * len(DENSE.findall(text))


def blanks(text: str) -> int:
    """The blanks between its words; letters of dense scripts have one behind every second."""
    found = text.count(" ")
    return found if text.isascii() else found + len(DENSE.findall(text)) // 2
