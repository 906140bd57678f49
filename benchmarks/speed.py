"""Time: the systems take turns, in ever another order; the median of the rounds counts.

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

_TURN = 25
"""Pages that one system cleans before the next one does. Who uses one cleans page after page with it; were they to
change places on every page, each would find the processor's caches full of what another has read."""

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
        for begin in range(0, len(sample.measured), _TURN):
            pages = [(source.read(), source.url) for source in sample.measured[begin : begin + _TURN]]
            for name in orders[(turn + begin // _TURN) % len(orders)]:
                _clear_up()
                for number, (page, url) in enumerate(pages, begin):
                    seconds, fine = _timed(ready[name], page, url)
                    taken[name][number].append(seconds)
                    if not fine:
                        failed[name].add(number)
            for _ in pages:
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


def _clear_up() -> None:
    """What one system has left is no burden for the next one."""
    gc.collect()
    bytearray(_MUCH)


def _timed(extract: Extract, page: bytes, url: str | None) -> tuple[float, bool]:
    """Seconds, and whether it went well. Its garbage, and the time to collect it, are its own."""
    fine = True
    started = thread_time()
    try:
        extract(page, url)
    except Exception:  # a system that raises on a page is counted, whatever it raised
        fine = False
    return thread_time() - started, fine
