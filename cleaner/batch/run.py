"""A run: what was found, its results in the same order, the output, and the journal that lets it go on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cleaner.batch.journal import About, Entry, Journal, ResumeError, Stamp
from cleaner.batch.page import PageCleaner, Result, aside, failed, read_page
from cleaner.batch.pool import Found, Unread
from cleaner.batch.worker import Budget, Setup, build, timed
from cleaner.report import Report, Tally
from cleaner.sinks import OutputError, Sink
from cleaner.sources import STANDARD_INPUT, Document, Given, Reader, SourceError


class Outcome(NamedTuple):
    """What became of one page; `error` says why it was put aside, or is empty."""

    source: str
    error: str = ""


Note = Callable[[Found, Result], None]
Finder = Callable[[Callable[[SourceError], None]], Iterable[Document]]
"""Finds the pages; what it is given is told about each place that gives none."""


def find_all(finder: Finder) -> Iterator[Found]:
    """The pages, and in their places what gives none."""
    told: list[SourceError] = []
    for document in finder(told.append):
        yield from _drained(told)
        yield document
    yield from _drained(told)


def _drained(told: list[SourceError]) -> Iterator[Unread]:
    while told:
        error = told.pop(0)
        yield Unread(error.source, str(error))


def clean_here(found: Iterable[Found], setup: Setup) -> Iterator[tuple[Found, Result]]:
    """As `Pool.clean`, in this process: quicker for a single page, and nothing watches over it but a clock."""
    cleaner = build(setup)
    with Reader(setup.reading) as reader:
        for item in found:
            if isinstance(item, Unread):
                yield item, aside(item.reason)
            else:
                given = read_page(reader, item)
                yield item, given if isinstance(given, Result) else _in_time(cleaner, item, given, setup.budget)


class _OutOfTimeError(BaseException):
    """The time of a page is over, which no hook may catch."""


def _in_time(cleaner: PageCleaner, document: Document, given: Given, budget: Budget) -> Result:
    """The result of a page, put aside when its time is over; compiled code is not interrupted."""

    def end(*_: object) -> None:
        raise _OutOfTimeError

    try:
        with timed(budget.seconds, end):
            return cleaner.clean(document, given)
    except _OutOfTimeError:
        return aside(budget.overrun, given.url)


def keep(
    results: Iterable[tuple[Found, Result]], sink: Sink, report: Report, note: Note | None = None
) -> Iterator[Outcome]:
    """Write the pages one after the other, count each and note it, and say what became of it.

    Raises:
        OutputError: the sink cannot take any page.
        BrokenPipeError: nobody reads the output any more.
    """
    for found, cleaned in results:
        result = _written(found, cleaned, sink)
        report.add(Tally.read(result.tally))
        if note is not None:
            note(found, result)
        yield Outcome(found.source, result.error)


def _written(found: Found, result: Result, sink: Sink) -> Result:
    if result.error or isinstance(found, Unread):
        return result
    try:
        sink.write(found.name, result.page)
    except (OutputError, BrokenPipeError):
        raise
    except Exception as error:
        return failed(error)
    return result


def noting(journal: Journal, position: Callable[[], int]) -> Note:
    """What notes each page in the journal, with where the output is whole then."""

    def note(found: Found, result: Result) -> None:
        journal.append(Entry(found.source, _stamp(found), position(), result.tally, result.error))

    return note


def about(setup: Setup, versions: Mapping[str, str | None], options: Mapping[str, object]) -> About:
    """What a run is about: versions, the text of plugins that have none, and options, each under its name."""
    files = {f"the plugin {path}": _digest(path) for path in setup.plugins}
    named = {f"the version of {name}": version for name, version in versions.items()}
    read = {"input-format": setup.reading.form, "field": setup.reading.fields}
    value = {**named, **files, **options, **read, **setup.settings._asdict(), "without": setup.without}
    return dict(json.loads(json.dumps(value)))  # as it comes back from the journal


def _digest(plugin: str) -> str:
    path = Path(plugin)
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def resume(journal: Journal, now: About, found: Iterator[Found], report: Report) -> int:
    """Pass over what is finished, count it, and return where the output is whole.

    Raises:
        ResumeError: versions, options or the finished part of the input are not what they were.
    """
    _same_run(journal.about() or {}, now)
    end = 0
    for entry in journal.entries():
        item = next(found, None)
        if item is None or item.source != entry.source or _stamp(item) != entry.stamp:
            raise ResumeError(f"{entry.source} has changed since the run began; --restart begins anew")
        report.add(Tally.read(entry.tally))
        end = entry.end
    return end


def _same_run(then: About, now: About) -> None:
    changed = sorted(name for name in then.keys() | now.keys() if then.get(name) != now.get(name))
    if changed:
        raise ResumeError(f"changed since the run began: {', '.join(changed)}; --restart begins anew")


def _stamp(found: Found) -> Stamp | None:
    """Of the file; None where there is none that could be looked at again."""
    if isinstance(found, Unread) or found.path == STANDARD_INPUT:
        return None
    try:
        status = Path(found.path).stat()
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns
