"""What is shown while a run lasts and when it ends: progress, failures, sheets."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from cleaner.batch import Outcome
from cleaner.report import Sheet, as_lines, as_table, printable

_PATIENCE = 1.0
"""Seconds before a run is long enough for a progress bar."""


def show(sheet: Sheet, err: bool = False) -> None:
    """A table on a terminal, plain lines elsewhere."""
    console = Console(stderr=err)
    if console.is_terminal:
        console.print(as_table(sheet))
    else:
        for line in as_lines(sheet):
            click.echo(line, err=err)


def for_terminal() -> bool:
    """Whether standard output is shown to a person, or `FORCE_COLOR` says so."""
    return Console().is_terminal


class Status:
    """What a run says on standard error. The bar comes only on a terminal, and only if the run lasts."""

    def __init__(self, total: int, bar: bool) -> None:
        self.total = total
        self._console = Console(stderr=True)
        columns = (TextColumn("cleaning"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=self._console, transient=True)
        self._task = self._progress.add_task("", total=total)
        self._bar = bar and self._console.is_terminal
        self._started = time.monotonic()

    def page(self, outcome: Outcome) -> None:
        """One page is done; name it if it failed."""
        if outcome.error:
            self.say(f"failed: {outcome.document.path}: {outcome.error}")
        if self._bar and not self._progress.live.is_started and self.seconds > _PATIENCE:
            self._progress.start()
        self._progress.advance(self._task)

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
