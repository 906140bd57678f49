"""The classes of characters, in whatever script."""

from __future__ import annotations

import unicodedata
from array import array
from functools import cache
from typing import NamedTuple

SPACE, LOWER, UPPER, DIGIT, LETTER, DENSE, _STOP, _MARK, _COMMA, _QUOTE, _DASH, _BRACKET, _BAR = range(13)
_MONEY, _SYMBOL, _OTHER, _COLON, _SIGN = range(13, 18)
_COMBINING = 0x20
"""Added to the class of a mark upon a letter, which is no letter by itself."""
_CATEGORIES = {
    "Ll": LOWER, "Lu": UPPER, "Lt": UPPER, "Lm": LETTER, "Lo": LETTER, "Mn": LETTER | _COMBINING,
    "Mc": LETTER | _COMBINING, "Nd": DIGIT, "Nl": DIGIT, "No": DIGIT, "Zs": SPACE, "Cc": SPACE, "Pd": _DASH,
    "Pc": _DASH, "Ps": _BRACKET, "Pe": _BRACKET, "Pi": _QUOTE, "Pf": _QUOTE, "Sc": _MONEY, "Sm": _BAR, "So": _SYMBOL,
    "Sk": _SYMBOL,
}  # fmt: skip
_CHOSEN = {
    _STOP: ".。．؟।۔",
    _MARK: "!?！？…",
    _COMMA: ",;،；，、",
    _QUOTE: "\"'“”„’‘‚«»‹›「」",
    _COLON: ":：",
    _BAR: "|/•·>→\\",
    _SIGN: "@#©&+",
}
_DENSE_SCRIPTS = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
)
"""Those that write no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
_DENSELY = bytes.maketrans(bytes((LETTER, LETTER | _COMBINING)), bytes((DENSE, DENSE | _COMBINING)))
_PLANE = 0x10000


class Tables(NamedTuple):
    """Of every character of the basic plane; made once a process."""

    classes: bytes
    lower: bytes
    """The lower case of capitals, as numbers of two bytes; all others, and a capital whose is longer, as they are."""


@cache
def tables() -> Tables:
    """The tables, made on first use."""
    kinds = map(unicodedata.category, map(chr, range(_PLANE)))
    classes = bytearray([_CATEGORIES.get(kind, _OTHER) for kind in kinds])
    for low, high in _DENSE_SCRIPTS:
        classes[low : high + 1] = classes[low : high + 1].translate(_DENSELY)
    lower = array("H", range(_PLANE))
    for code in [code for code, kind in enumerate(classes) if kind == UPPER]:
        small = chr(code).lower()
        lower[code] = ord(small) if len(small) == 1 else code
    for number, characters in _CHOSEN.items():
        for character in characters:
            classes[ord(character)] = number
    return Tables(bytes(classes), lower.tobytes())
