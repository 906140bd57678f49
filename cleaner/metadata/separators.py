"""Where a title is parted, by `separators.c`: every title and every name of a site is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from cleaner.compiled import load_functions


def separators(text: str) -> list[tuple[int, int]]:
    """Where each begins and ends: a dash, a bullet, a slash or the like between blanks, a colon before one, a `|`."""
    return _separators()(text)


def parted(text: str) -> Iterator[str]:
    """What stands before, between and behind them."""
    begin = 0
    for start, end in separators(text):
        yield text[begin:start]
        begin = end
    yield text[begin:]


@cache
def _separators() -> Callable[[str], list[tuple[int, int]]]:
    """Loaded on first use."""
    found: Callable[[str], list[tuple[int, int]]] = load_functions(__file__, "separators").separators
    return found
