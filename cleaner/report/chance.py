"""Whether a difference between two samples can be chance: Fisher's exact test, and Tarone's bound for many of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from math import exp, lgamma
from typing import NamedTuple

_NEGLIGIBLE = 1e-16


class Counts(NamedTuple):
    """How many pages of two samples have something."""

    old: int
    old_pages: int
    new: int
    new_pages: int

    def chance(self) -> float:
        """How likely a difference at least so large is if both samples are of one kind (two-sided, exact)."""
        low, high = self._support()
        rising = self.new * self.old_pages >= self.old * self.new_pages
        terms = range(self.new, high + 1) if rising else range(self.new, low - 1, -1)
        total = 0.0
        for new in terms:  # away from the expected number they only fall
            term = self._probability(new)
            total += term
            if term <= _NEGLIGIBLE * total:
                break
        return min(1.0, 2 * total)

    def least_chance(self) -> float:
        """The smallest value that `chance` could take if as many pages had it, spread in any way."""
        return min(1.0, 2 * min(map(self._probability, self._support())))

    def _support(self) -> tuple[int, int]:
        """The least and the most that `new` could be."""
        having = self.old + self.new
        return max(0, having - self.old_pages), min(having, self.new_pages)

    def _probability(self, new: int) -> float:
        """That of the pages that have it, so many are in the new sample, were they dealt out blindly."""
        having, pages = self.old + self.new, self.old_pages + self.new_pages
        ways = _choose(self.new_pages, new) + _choose(self.old_pages, having - new)
        return exp(ways - _choose(pages, having))


def _choose(of: int, number: int) -> float:
    """The logarithm of the binomial coefficient."""
    return lgamma(of + 1) - lgamma(number + 1) - lgamma(of - number + 1)


def threshold(least_chances: Iterable[float], level: float) -> float:
    """How small `chance` must be for the whole of many comparisons to err with probability `level` at most.

    Tarone (1990): comparisons that could never be significant need not be corrected for. Holds
    however the comparisons depend on one another.

    Args:
        least_chances: of each comparison, how small it could be.
        level: between 0 and 1.
    """
    ordered = sorted(least_chances)
    factor = 1
    while bisect_right(ordered, level / factor) > factor:
        factor += 1
    return level / factor
