"""Making a page that breaks a promise as short as it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence


def shrunk(page: str, failing: Callable[[Sequence[str]], str | None]) -> str:
    """The shortest page found that still fails.

    Args:
        page: one that fails.
        failing: the first of some pages that fails, or None. It is asked about many at once, since that can be dear.
    """
    while (shorter := failing(list(_shorter(page)))) is not None:
        page = shorter
    return page


def _shorter(page: str) -> Iterator[str]:
    """The page without a half of its lines, without a quarter, ... and so on to its words; the shortest first."""
    for separator in ("\n", " "):
        parts = page.split(separator)
        size = len(parts) // 2
        while size:
            for start in range(0, len(parts), size):
                left = separator.join(parts[:start] + parts[start + size :])
                if left != page:
                    yield left
            size //= 2
