"""What C must know of each character, as Python sees it."""

from __future__ import annotations

import re
import sys
from array import array
from functools import cache

import regex

from cleaner_blog.dense import DENSE

_TOLD = 0x20000
"""Characters that are told of; behind them are ideographs."""
_KINDS: tuple[re.Pattern[str] | regex.Pattern[str], ...] = (
    re.compile(r"\w+"),
    re.compile(r"\d+"),
    regex.compile(r"\p{Uppercase}+"),
    regex.compile(r"\p{Lowercase}+"),
    regex.compile(r"\p{Lu}+"),
    regex.compile(r"\p{Ll}+"),
    regex.compile(f"{DENSE.pattern}+"),
)
"""In the order of the bits in `letters.h`."""
_FIRST_BIT = 21


@cache
def characters() -> array[int]:
    """For each character its small letter, if that is one character, and which kinds it is of; made on first use."""
    every = "".join(map(chr, range(_TOLD)))
    small = every.replace("İ", "i").lower().encode(f"utf-32-{sys.byteorder[0]}e", "surrogatepass")
    told = array("I", small)
    for bit, kind in enumerate(_KINDS, _FIRST_BIT):
        for run in kind.finditer(every):
            start, stop = run.span()
            told[start:stop] = array("I", map((1 << bit).__or__, told[start:stop]))
    return told
