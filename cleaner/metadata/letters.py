"""The letters and digits of a text, by `letters.c`: every title and every name of a site is compared by them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from cleaner.compiled import load_functions

_KNOWN = 0x10000
"""Characters that C is told about; texts with others are rare."""


def joined(text: str) -> str:
    """Its letters and digits in lower case, all together."""
    small = text.lower()
    found = _kept()(small)
    return found if isinstance(found, str) else "".join(filter(str.isalnum, small))


@cache
def _kept() -> Callable[[str], str | bool]:
    """Loaded on first use, and told what letters and digits are, as Python sees it."""
    return partial(load_functions(__file__, "letters").kept, bytes(map(str.isalnum, map(chr, range(_KNOWN)))))
