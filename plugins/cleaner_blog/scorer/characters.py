"""What the characters of a line tell, in whatever script: shares of their classes, how it begins and ends."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

import numpy as np

from cleaner_blog.scorer.arrays import Array, Floats

SPACE, LOWER, UPPER, _DIGIT, LETTER, DENSE, _STOP, _MARK, _COMMA, _QUOTE, _DASH, _BRACKET, _BAR = range(13)
_MONEY, _SYMBOL, _OTHER, _COLON, _SIGN, CLASSES = range(13, 19)
_CATEGORIES = {
    "Ll": LOWER, "Lu": UPPER, "Lt": UPPER, "Lm": LETTER, "Lo": LETTER, "Mn": LETTER, "Mc": LETTER,
    "Nd": _DIGIT, "Nl": _DIGIT, "No": _DIGIT, "Zs": SPACE, "Cc": SPACE, "Pd": _DASH, "Pc": _DASH,
    "Ps": _BRACKET, "Pe": _BRACKET, "Pi": _QUOTE, "Pf": _QUOTE, "Sc": _MONEY, "Sm": _BAR, "So": _SYMBOL, "Sk": _SYMBOL,
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
_PLANE = 0x10000
_HEAD, _TAIL = 120, 40
"""Characters of a long line that are looked at."""
_IDENTITY = np.eye(CLASSES)


@cache
def _table() -> Array:
    """The class of every character of the basic plane; made on first use."""
    table = np.fromiter((_CATEGORIES.get(unicodedata.category(chr(code)), _OTHER) for code in range(_PLANE)), np.uint8)
    for low, high in _DENSE_SCRIPTS:
        part = table[low : high + 1]
        part[part == LETTER] = DENSE
    for number, characters in _CHOSEN.items():
        table[[ord(character) for character in characters]] = number
    return table


def columns(texts: Sequence[str]) -> tuple[Floats, Floats]:
    """The columns, and about how many words each line has."""
    excerpts = [text if len(text) <= _HEAD + _TAIL else text[:_HEAD] + text[-_TAIL:] for text in texts]
    sizes = np.array(list(map(len, excerpts)))
    codes = np.frombuffer("".join(excerpts).encode("utf-32-le", "surrogatepass"), np.uint32)
    classes = _table().take(codes, mode="clip")
    ends = sizes.cumsum()
    starts = ends - sizes
    slot = np.repeat(np.arange(0, len(texts) * CLASSES, CLASSES), sizes) + classes
    counts = np.bincount(slot, minlength=len(texts) * CLASSES).reshape(-1, CLASSES)
    initial = (classes == UPPER).astype(np.intp)
    initial[1:] *= classes[:-1] == SPACE
    gaps = counts[:, SPACE] + 1
    ratios = np.array((np.add.reduceat(initial, starts) / gaps, np.minimum(sizes / gaps, 12) / 12)).T
    few = np.minimum(counts[:, (_DIGIT, _BAR, _COLON, _COMMA, _STOP, _MARK)], 4) / 4
    last = classes[ends - 1]
    shares = counts / sizes[:, None]
    words = np.array(list(map(len, texts))) * (gaps + counts[:, DENSE]) / sizes
    return np.concatenate((shares, _IDENTITY[classes[starts]], _IDENTITY[last], ratios, few), axis=1), words
