"""What a run found, as tables or as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.memory import Memory
from benchmarks.speed import Timing
from benchmarks.systems import BASELINE, OURS, System

_HEADINGS = ("pages/s", "speed ratio\nall pages", "speed ratio\nmedian page", "peak\nMB", "ratio", "base\nMB", "raised")


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of one run."""

    origin: str
    rounds: int
    warm_up: int
    systems: Sequence[System]
    missing: Sequence[str]
    pages: Mapping[str, Timing]
    memory: Mapping[str, Memory]
    dumps: Mapping[str, Timing]

    @property
    def baseline(self) -> str:
        """What ratios are to."""
        return BASELINE if BASELINE in self.pages else next(iter(self.pages), OURS)

    def as_json(self) -> dict[str, Any]:
        """For a file that is compared later; seconds and bytes."""
        return {
            "origin": self.origin,
            "rounds": self.rounds,
            "warm_up": self.warm_up,
            "baseline": self.baseline,
            "missing": list(self.missing),
            "html": {system.name: self._figures(system) for system in self.systems if system.name in self.pages},
            "dumps": {kind: _rates(timing) for kind, timing in self.dumps.items()},
        }

    def _figures(self, system: System) -> dict[str, Any]:
        timing, memory = self.pages[system.name], self.memory[system.name]
        total, middle = timing.times_as_fast(self.pages[self.baseline])
        ratios = {"ratio_total": total, "ratio_median": middle}
        sizes = {"base_bytes": memory.base, "peak_bytes": memory.peak}
        return {"version": system.version, **_rates(timing), **ratios, **sizes}


def _rates(timing: Timing) -> dict[str, Any]:
    return {
        "pages": len(timing.seconds),
        "failed": timing.failed,
        "seconds_total": timing.total,
        "pages_per_second": timing.rate,
        "pages_per_second_median": timing.median_rate,
    }


def show(report: Report, console: Console) -> None:
    """Print the tables."""
    warm = f"warmed up on {report.warm_up} others" if report.warm_up else "no others to warm up on"
    console.print(f"Pages of {report.origin}; rounds: {report.rounds}, {warm}.", highlight=False)
    for reason in report.missing:
        console.print(f"Left out, not installed: {reason}", highlight=False, markup=False)
    if report.pages:
        console.print(_table(report))
        for sentence in _conclusions(report):
            console.print(sentence, highlight=False)
    for kind, timing in report.dumps.items():
        console.print(_dump_sentence(kind, timing), highlight=False)


def _table(report: Report) -> Table:
    count = len(report.pages[report.baseline].seconds)
    table = Table(title=f"{count} HTML pages, one process, one thread; ratios to {report.baseline}")
    table.add_column("system")
    for heading in _HEADINGS:
        table.add_column(heading, justify="right")
    base = report.pages[report.baseline], report.memory[report.baseline].peak
    for system in report.systems:
        timing, memory = report.pages[system.name], report.memory[system.name]
        total, middle = timing.times_as_fast(base[0])
        figures = (f"{timing.rate:,.0f}", f"{total:.2f}", f"{middle:.2f}")
        sizes = (f"{memory.peak / 1e6:.0f}", f"{memory.peak / base[1]:.2f}", f"{memory.base / 1e6:.0f}")
        table.add_row(f"{system.name} {system.version}", *figures, *sizes, str(timing.failed))
    return table


def _conclusions(report: Report) -> list[str]:
    """Our speed in times of each peer's."""
    if OURS not in report.pages:
        return []
    ours = report.pages[OURS]
    against = {name: ours.times_as_fast(theirs) for name, theirs in report.pages.items() if name != OURS}
    return [
        f"{OURS} is {total:.2f} times as fast as {name} over all pages, {middle:.2f} times on the median page."
        for name, (total, middle) in against.items()
    ]


def _dump_sentence(kind: str, dumps: Timing) -> str:
    return (
        f"Text dumps ({kind}; {len(dumps.seconds)}): {OURS} cleans {dumps.rate:,.0f} a second over all, "
        f"{dumps.median_rate:,.0f} by the median dump; raised on {dumps.failed}."
    )
