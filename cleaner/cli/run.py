"""`cleaner run`, from the options to the exit code."""

from __future__ import annotations

import json
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click

from cleaner.batch import (
    Found,
    Journal,
    Outcome,
    Pool,
    Result,
    ResumeError,
    Setup,
    WorkerError,
    about,
    clean_here,
    find_all,
    keep,
    noting,
    resume,
)
from cleaner.cli.group import FAILED, INTERRUPTED, Failure, Mistake
from cleaner.cli.target import Target
from cleaner.cli.terminal import Status, show
from cleaner.report import Report, report_sheet
from cleaner.sinks import OutputError, hopeless, to_json, whole_file
from cleaner.sources import STANDARD_INPUT, Document, SourceError, find, spool

_SUFFIXES = (
    "In folders, pages end in .html, .htm, .xhtml, .txt or .md, archives in .jsonl, .ndjson, .parquet, .warc or .wet, "
    "also compressed; --include takes others."
)
_MOST_SUFFIXES = 5
ASIDE, REPORT = "aside.jsonl", "report.json"


class Wanted(NamedTuple):
    """Which pages a run is about."""

    paths: Sequence[str]
    exclude: Sequence[str] = ()
    include: Sequence[str] = ()


class Manner(NamedTuple):
    """How a run is gone about, which changes nothing about its output."""

    jobs: int
    resume: bool = False
    restart: bool = False
    quiet: bool = False


class Run(NamedTuple):
    """All that the options say."""

    wanted: Wanted
    target: Target
    setup: Setup
    manner: Manner

    def find(
        self, on_error: Callable[[SourceError], None] | None = None, on_passed: Callable[[str], None] | None = None
    ) -> Iterator[Document]:
        """The pages; each time from the first."""
        wanted, reading = self.wanted, self.setup.reading
        return find(wanted.paths, self.target.folder, on_error, wanted.exclude, wanted.include, reading, on_passed)


def run_pages(run: Run) -> int:
    """Clean everything that is wanted; returns the exit code."""
    report, passed = Report(), Counter[str]()
    with ExitStack() as stack:
        stack.enter_context(_terminated())
        run = run._replace(setup=stack.enter_context(_with_standard_input(run)))
        found = _checked(run, passed)
        mixed = run.target.is_stream and sys.stdout.isatty()  # a bar would run through the output
        status = stack.enter_context(Status(run.find(), shown=not run.manner.quiet and not mixed))
        try:
            _clean(run, found, report, status)
        except KeyboardInterrupt:
            status.say(f"Interrupted; pages cleaned so far: {report.cleaned}; {_left_behind(run.target)}.")
            return INTERRUPTED
        except (OutputError, WorkerError) as error:
            raise Failure(f"{error}; {_left_behind(run.target)}.") from error
    if not run.manner.quiet and not run.target.is_one_text:
        _conclude(report, passed, status, run.target)
    return FAILED if report.aside else 0


def _checked(run: Run, passed: Counter[str]) -> Iterator[Found]:
    """What is found, unless it is plain from the first two pages that it cannot be what is wanted.

    The suffixes of files that are passed over are counted in `passed` on the way.
    """
    if run.target.state is None and run.manner.resume:
        raise click.UsageError("--resume needs --out: what went to standard output cannot be taken up again.")
    run.target.check(run.find, run.wanted.paths)
    found = find_all(partial(run.find, on_passed=lambda file: passed.update([Path(file).suffix.lower()])))
    first = list(islice(found, 2))
    if not first:
        raise click.UsageError(f"No pages there. {_SUFFIXES}")
    if len(first) > 1 and run.setup.settings.url:
        raise click.UsageError("--url is for one page; to name the outlet of many, use --profile.")
    if len(first) > 1 and run.target.is_one_text:
        raise click.UsageError("Text on standard output is for one page; use --out DIR or --format jsonl.")
    return chain(first, found)


def _clean(run: Run, found: Iterator[Found], report: Report, status: Status) -> None:
    if run.target.is_one_text:
        with run.target.stream() as sink:
            results = _heard(clean_here(found, run.setup), run.manner.quiet, status)
            _follow(keep(results, sink, report), status)
        return
    with Pool(run.setup, run.manner.jobs) as pool:
        report.versions = dict(pool.start())
        if run.target.state is not None:
            with _journal(run.target, run.target.state) as journal:
                _clean_and_keep(run, found, pool, journal, report, status)
            return
        with run.target.stream() as sink:
            _follow(keep(pool.clean(found), sink, report), status)


def _heard(results: Iterable[tuple[Found, Result]], quiet: bool, status: Status) -> Iterator[tuple[Found, Result]]:
    """The results; once the text is written, its status is said, which stands nowhere else, unless all is well."""
    for found, result in results:
        yield found, result
        known = json.loads(result.page.record or b"{}").get("status", "ok")
        if known != "ok" and not quiet:
            status.say(f"{found.source}: {known}")


def _clean_and_keep(
    run: Run, found: Iterator[Found], pool: Pool, journal: Journal, report: Report, status: Status
) -> None:
    end = _begin(run, journal, found, report)
    status.passed(report.cleaned + report.aside)
    with run.target.store(journal.folder, end) as (sink, finish):
        _follow(keep(pool.clean(found), sink, report, noting(journal, sink.position)), status)
        finish()
    _tell(run.target, journal, report)
    journal.discard()


def _begin(run: Run, journal: Journal, found: Iterator[Found], report: Report) -> int:
    """Begin a run, or go on with one; returns where the output is whole."""
    now = about(run.setup, report.versions, {**run.wanted._asdict(), **run.target._asdict()})
    if run.manner.restart or not journal.has_entries():
        journal.begin(now)
        return 0
    if not run.manner.resume:
        done = sum(1 for _ in journal.entries())
        raise ResumeError(
            f"a run into {run.target.out} is unfinished, {done} pages are done: --resume goes on, --restart begins anew"
        )
    return resume(journal, now, found, report)


@contextmanager
def _journal(target: Target, folder: Path) -> Iterator[Journal]:
    try:
        journal = Journal(folder)
    except OSError as error:
        raise Mistake(f"cannot write to {target.out}: {error.strerror}") from error
    with journal:
        yield journal


def _follow(outcomes: Iterable[Outcome], status: Status) -> None:
    for outcome in outcomes:
        status.page(outcome)


def _tell(target: Target, journal: Journal, report: Report) -> None:
    """Write what the run says about itself, each file whole or not at all."""
    with hopeless():
        with whole_file(target.beside(REPORT), journal.folder / REPORT) as file:
            file.write(f"{to_json(report.as_json(), indented=True)}\n".encode())
        if not report.aside:
            target.beside(ASIDE).unlink(missing_ok=True)
            return
        with whole_file(target.beside(ASIDE), journal.folder / ASIDE) as file:
            for entry in journal.entries():
                if entry.error:
                    file.write(f"{to_json({'source': entry.source, 'reason': entry.error})}\n".encode())


@contextmanager
def _with_standard_input(run: Run) -> Iterator[Setup]:
    """The setup, with standard input in a file where workers can read it."""
    if STANDARD_INPUT not in run.wanted.paths:
        yield run.setup
        return
    with TemporaryDirectory(prefix="cleaner-") as folder:
        yield run.setup._replace(reading=spool(Path(folder, "stdin"), run.setup.reading))


@contextmanager
def _terminated() -> Iterator[None]:
    """What ends a run politely is taken as Ctrl-C."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _left_behind(target: Target) -> str:
    """What an early end leaves."""
    return (
        "what was cleaned until then was written"
        if target.state is None
        else "the same command with --resume goes on from there"
    )


def _passed_over(passed: Counter[str]) -> str:
    """How many files in folders were taken for no pages, and by which suffixes."""
    most = ", ".join(f"{suffix or 'no suffix'} {number}" for suffix, number in passed.most_common(_MOST_SUFFIXES))
    others = ", ..." if len(passed) > _MOST_SUFFIXES else ""
    return f"files passed over for their suffix: {passed.total()} ({most}{others}); --include takes them"


def _conclude(report: Report, passed: Counter[str], status: Status, target: Target) -> None:
    show(report_sheet(report), err=True)
    if passed:
        status.say(_passed_over(passed))
    aside = f", {report.aside} put aside" if report.aside else ""
    listed = f" (listed in {target.beside(ASIDE)})" if aside and target.state else ""
    place = "" if target.is_stream else f"; written to {target.out}"
    total = report.cleaned + report.aside
    status.say(f"{report.cleaned} of {total} pages cleaned in {status.seconds:.1f} s{aside}{listed}{place}")
