"""What the characters of a line tell, in whatever script: shares of their classes, how it begins and ends."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

import numpy as np

from cleaner_blog.scorer.arrays import Array, Floats

SPACE, LOWER, UPPER, DIGIT, LETTER, DENSE, _STOP, _MARK, _COMMA, _QUOTE, _DASH, _BRACKET, _BAR = range(13)
_MONEY, _SYMBOL, _OTHER, _COLON, _SIGN, CLASSES = range(13, 19)
_CATEGORIES = {
    "Ll": LOWER, "Lu": UPPER, "Lt": UPPER, "Lm": LETTER, "Lo": LETTER, "Mn": LETTER, "Mc": LETTER,
    "Nd": DIGIT, "Nl": DIGIT, "No": DIGIT, "Zs": SPACE, "Cc": SPACE, "Pd": _DASH, "Pc": _DASH,
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
"""Characters of a long line that are looked at, if nothing else is asked for."""
_WORD = 0.45
"""Words that a sign of those scripts stands for."""
_IDENTITY = np.eye(CLASSES)
_FEW = (DIGIT, _BAR, _COLON, _COMMA, _STOP, _MARK)
"""Classes of which the first few characters count."""
COLUMNS = 3 * CLASSES + 2 + len(_FEW)


@cache
def table() -> Array:
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
    out = np.empty((len(texts), COLUMNS))
    return out, write_columns(texts, out)


def write_columns(texts: Sequence[str], out: Floats, head: int = _HEAD, tail: int = _TAIL) -> Floats:
    """Write the columns into `out`; gives about how many words each line has."""
    lengths = np.fromiter(map(len, texts), np.intp, len(texts))
    most = head + tail
    excerpts = [text if len(text) <= most else text[:head] + text[-tail:] for text in texts]
    sizes = np.minimum(lengths, most)
    codes = np.frombuffer("".join(excerpts).encode("utf-32-le", "surrogatepass"), np.uint32)
    classes = table().take(codes, mode="clip")
    ends = sizes.cumsum()
    starts = ends - sizes
    slot = np.arange(0, len(texts) * CLASSES, CLASSES).repeat(sizes)
    slot += classes
    counts = np.bincount(slot, minlength=len(texts) * CLASSES).reshape(-1, CLASSES)
    np.divide(counts, sizes[:, None], out=out[:, :CLASSES])
    out[:, CLASSES : 2 * CLASSES] = _IDENTITY.take(classes.take(starts), axis=0)
    out[:, 2 * CLASSES : 3 * CLASSES] = _IDENTITY.take(classes.take(ends - 1), axis=0)
    initial = classes == UPPER
    initial[1:] &= classes[:-1] == SPACE
    gaps = counts[:, SPACE] + 1
    np.divide(np.add.reduceat(initial, starts, dtype=np.intp), gaps, out=out[:, 3 * CLASSES])
    np.minimum(sizes / gaps / 12, 1, out=out[:, 3 * CLASSES + 1])
    np.minimum(counts.take(_FEW, axis=1) / 4, 1, out=out[:, 3 * CLASSES + 2 :])
    words: Floats = lengths * (gaps + _WORD * counts[:, DENSE]) / sizes
    return words
