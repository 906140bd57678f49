"""When two lines are the same line: as phrases are compared, with numbers and months left open."""

from __future__ import annotations

import regex

from cleaner.metadata.months import MONTHS
from cleaner.rules import folded_key, phrase_key

NUMBER = "0"
MONTH = "month"
_OPEN = regex.compile(r"\d+(?:[.,:]\d+)*|(?<=\d\.? )\p{L}{3,}|\p{L}{3,}(?=\.? \d)")
"""A number, or a word beside one."""
_NUMBER_PATTERN = r"\d+(?:[.,:]\d+)*"
_MONTH_PATTERN = r"\p{L}{3,}"
_SENTENCE = regex.compile(r"""(?=.{20}|.{8,}[。！？])(?s:.*)[.!?…。！？।॥؟۔։።]["'”’“‘»«」』）)\]]*""")


def key(text: str) -> str:
    """The form in which lines are compared across pages; empty for ornament."""
    return folded_key(_OPEN.sub(_key_of, phrase_key(text)))


def _key_of(found: regex.Match[str]) -> str:
    if found[0][0].isdigit():
        return NUMBER
    return MONTH if found[0] in MONTHS else found[0]


def pattern(text: str) -> str:
    """A pattern for whole lines that differ from `text` in numbers and months alone."""
    pieces, end = [], 0
    for found in _OPEN.finditer(text):
        pieces += [escaped(text[end : found.start()]), _pattern_of(found[0])]
        end = found.end()
    return "".join([*pieces, escaped(text[end:])])


def _pattern_of(piece: str) -> str:
    if piece[0].isdigit():
        return _NUMBER_PATTERN
    return _MONTH_PATTERN if piece.casefold() in MONTHS else escaped(piece)


def escaped(text: str) -> str:
    """A pattern for this text and no other, with no more backslashes than it takes."""
    return regex.sub(r"[\\.^$*+?{}\[\]|()]", r"\\\g<0>", text)


def is_sentence(text: str) -> bool:
    """Whether a line is long enough for a sentence and ends like one, in any script."""
    return _SENTENCE.fullmatch(text) is not None
