"""What is shown while a run lasts and when it ends: progress, what is put aside, sheets."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from cleaner.batch import Outcome
from cleaner.report import Sheet, as_lines, as_table, printable
from cleaner.sources import Document

_PATIENCE = 1.0
"""Seconds before a run is long enough for a progress bar."""
_INTERVAL = 30.0
"""Seconds between two lines where there is no terminal."""
_COUNTED_AT_ONCE = 50


def show(sheet: Sheet, err: bool = False) -> None:
    """A table on a terminal, plain lines elsewhere."""
    console = Console(stderr=err)
    if console.is_terminal:
        console.print(as_table(sheet))
        return
    for line in as_lines(sheet):
        click.echo(line, err=err)


def for_terminal() -> bool:
    """Whether standard output is shown to a person, or `FORCE_COLOR` says so."""
    return Console().is_terminal


class Expected:
    """How many pages there will be: found a second time, a few now and then, since there may be millions.

    In archives that would be dear, so there `total` stays None.
    """

    def __init__(self, documents: Iterator[Document]) -> None:
        self._documents = documents
        self._counted = 0
        self._given_up = False
        self.total: int | None = None

    def count(self) -> None:
        """Count a few more."""
        if self.total is not None or self._given_up:
            return
        some = list(islice(self._documents, _COUNTED_AT_ONCE))
        if any(document.record is not None for document in some):
            self._given_up = True
            return
        self._counted += len(some)
        if len(some) < _COUNTED_AT_ONCE:
            self.total = self._counted


class Status:
    """What a run says on standard error: on a terminal a bar, if the run lasts; elsewhere a line now and then.

    Args:
        expected: the pages that there will be.
        shown: whether anything is said but what is put aside.
    """

    def __init__(self, expected: Iterator[Document], shown: bool) -> None:
        self._console = Console(stderr=True)
        columns = (
            TextColumn("cleaning"),
            BarColumn(),
            TextColumn("{task.fields[said]}"),
            TimeRemainingColumn(),
        )
        self._progress = Progress(*columns, console=self._console, transient=True)
        self._task = self._progress.add_task("", total=None, said="")
        self._expected = Expected(expected)
        self._shown = shown
        self._started = time.monotonic()
        self._working: float | None = None
        """When the first page was done; what comes before that says nothing about the pages to come."""
        self._said = self._started
        self._before = self._done = self._aside = 0

    def passed(self, pages: int) -> None:
        """So many pages were done by a run before."""
        self._before = self._done = pages

    def page(self, outcome: Outcome) -> None:
        """One page is done; name it if it was put aside."""
        self._done += 1
        self._working = self._working or time.monotonic()
        if outcome.error:
            self._aside += 1
            self.say(f"put aside: {outcome.source}: {outcome.error}")
        if self._shown:
            self._expected.count()
            self._show_bar() if self._console.is_terminal else self._show_line()

    def _show_bar(self) -> None:
        if not self._progress.live.is_started:
            if self._worked <= _PATIENCE:
                return
            self._progress.start()
        self._progress.update(
            self._task, completed=self._done, total=self._expected.total, said=", ".join(self._figures())
        )

    def _show_line(self) -> None:
        if time.monotonic() - self._said > _INTERVAL:
            self._said = time.monotonic()
            self.say(", ".join((*self._figures(), *self._remaining())))

    def _figures(self) -> Iterator[str]:
        total = self._expected.total
        yield f"{self._done} of {total} pages" if total is not None else f"{self._done} pages"
        yield f"{self._rate:.0f} a second"
        if self._aside:
            yield f"{self._aside} put aside"

    def _remaining(self) -> Iterator[str]:
        total = self._expected.total
        if total is not None and self._rate:
            yield f"about {(total - self._done) / self._rate / 60:.0f} min left"

    @property
    def _rate(self) -> float:
        """Pages a second, in this run."""
        return (self._done - self._before) / max(self._worked, 1e-3)

    @property
    def _worked(self) -> float:
        return time.monotonic() - self._working if self._working is not None else 0.0

    def say(self, message: str) -> None:
        """One line, above the bar if there is one."""
        self._console.print(Text(printable(message)), soft_wrap=True)

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.monotonic() - self._started

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress.live.is_started:
            self._progress.stop()
