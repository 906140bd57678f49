"""Time: every system on every page, in each order as often as in any other; the median of the rounds counts.

It is the processor's time for this thread, which is the clock's time on a machine that does nothing else.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from statistics import median
from time import thread_time

from benchmarks.pages import Sample
from benchmarks.systems import Extract, System

Tick = Callable[[], object]

_MUCH = 1 << 16
"""Bytes. Only when it is asked for so many does the C library put together what was freed: whoever ran next would pay
for what the one before has left."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one system took for each page, in seconds."""

    seconds: tuple[float, ...]
    failed: int
    """Pages on which it raised; their time counts."""

    @property
    def total(self) -> float:
        """All pages, one after the other."""
        return sum(self.seconds)

    @property
    def rate(self) -> float:
        """Pages a second."""
        return len(self.seconds) / self.total

    @property
    def median_rate(self) -> float:
        """Pages a second, were all like the median page."""
        return 1 / median(self.seconds)

    def times_as_fast(self, other: Timing) -> tuple[float, float]:
        """How many times `other`'s speed: over all pages, and on the median page."""
        ratios = [theirs / ours for ours, theirs in zip(self.seconds, other.seconds, strict=True)]
        return other.total / self.total, median(ratios)


def measure(systems: Sequence[System], sample: Sample, rounds: int, tick: Tick = lambda: None) -> dict[str, Timing]:
    """Time all systems on the sample. `tick` is called after each page."""
    taken: dict[str, list[list[float]]] = {system.name: [[] for _ in sample.measured] for system in systems}
    failed: dict[str, set[int]] = {system.name: set() for system in systems}
    orders = list(permutations(taken))  # none always runs behind the one that leaves the caches coldest
    for turn in range(rounds):
        ready = _ready(systems, sample)
        for number, source in enumerate(sample.measured):
            page = source.read()
            for name in orders[(turn + number) % len(orders)]:
                seconds, fine = _timed(ready[name], page, source.url)
                taken[name][number].append(seconds)
                if not fine:
                    failed[name].add(number)
            tick()
    return {name: Timing(tuple(map(median, pages)), len(failed[name])) for name, pages in taken.items()}


def _ready(systems: Sequence[System], sample: Sample) -> Mapping[str, Extract]:
    """Every system new, and warm, but not from the pages that are measured."""
    ready = {system.name: system.make() for system in systems}
    for source in sample.warm_up:
        page = source.read()
        for extract in ready.values():
            _timed(extract, page, source.url)
    gc.collect()
    gc.freeze()  # what is imported and built is no garbage; going through it again would only cost time
    return ready


def _timed(extract: Extract, page: bytes, url: str | None) -> tuple[float, bool]:
    """Seconds, and whether it went well. A result is thrown away before the clock of the next one starts."""
    gc.collect()
    bytearray(_MUCH)
    fine = True
    started = thread_time()
    try:
        extract(page, url)
    except Exception:  # a system that raises on a page is counted, whatever it raised
        fine = False
    return thread_time() - started, fine
