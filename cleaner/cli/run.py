"""`cleaner run`, from the options to the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain
from typing import NamedTuple

import click

from cleaner import Cleaner
from cleaner.batch import Outcome, Settings, Summary, clean_all, failure
from cleaner.cli.group import FAILED, INTERRUPTED, Failure, Mistake
from cleaner.cli.target import Target
from cleaner.cli.terminal import Status, show
from cleaner.sinks import OutputError, Sink
from cleaner.sources import Document, SourceError, find


class Wanted(NamedTuple):
    """Which pages a run is about."""

    paths: Sequence[str]
    exclude: Sequence[str] = ()


def run_pages(engine: Cleaner, wanted: Wanted, target: Target, settings: Settings, quiet: bool) -> int:
    """Clean everything that is wanted; returns the exit code."""
    unlisted: list[Outcome] = []
    documents = tuple(
        find(wanted.paths, target.folder, lambda error: unlisted.append(_unlisted(error)), wanted.exclude)
    )
    if not documents and not unlisted:
        raise click.UsageError("No pages there. In folders, pages end in .html, .htm, .xhtml or .txt, also with .gz.")
    if settings.url and len(documents) > 1:
        raise click.UsageError("--url is for one page; to name the outlet of many, use --profile.")
    target.check(documents)
    summary = Summary()
    mixed = target.is_stream and sys.stdout.isatty()  # a bar would run through the output
    with Status(len(documents) + len(unlisted), bar=not quiet and not mixed) as status:
        try:
            with _opened(target) as sink:
                _follow(chain(unlisted, clean_all(engine, documents, sink, settings)), summary, status)
        except KeyboardInterrupt:
            status.say(f"Interrupted: {summary.cleaned} of {status.total} pages were cleaned; {_left_behind(target)}.")
            return INTERRUPTED
        except OutputError as error:
            raise Failure(f"{error}; {_left_behind(target)}.") from error
    if not quiet and (target.folder or target.form != "text"):
        _conclude(summary, status, target)
    return FAILED if summary.failed else 0


def _unlisted(error: SourceError) -> Outcome:
    return failure(Document(error.source, ""), error)


@contextmanager
def _opened(target: Target) -> Iterator[Sink]:
    with ExitStack() as stack:
        try:
            sink = stack.enter_context(target.open())
        except OSError as error:
            raise Mistake(f"cannot write to {target.out}: {error.strerror}") from error
        yield sink


def _follow(outcomes: Iterable[Outcome], summary: Summary, status: Status) -> None:
    for outcome in outcomes:
        summary.add(outcome)
        status.page(outcome)


def _left_behind(target: Target) -> str:
    """What an early end leaves."""
    if target.folder:
        return f"they are complete in {target.out}"
    return "they were written" if target.is_stream else f"{target.out} was not written"


def _conclude(summary: Summary, status: Status, target: Target) -> None:
    show(summary.sheet(), err=True)
    failed = f", {summary.failed} failed" if summary.failed else ""
    place = "" if target.is_stream else f"; written to {target.out}"
    status.say(f"{summary.cleaned} of {status.total} pages cleaned in {status.seconds:.1f} s{failed}{place}")
