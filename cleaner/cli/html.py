"""`cleaner explain --html`: the report of a page in a file, or those of a folder in another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from cleaner import Cleaned, Cleaner
from cleaner.batch import Outcome, Settings, find_all
from cleaner.cli.explain import clean_given, cleaned
from cleaner.cli.group import FAILED, Failure
from cleaner.cli.target import overwritten
from cleaner.cli.terminal import Status
from cleaner.report import printable
from cleaner.sources import Document, Reader, Reading, find, split_source


def explain_as_html(engine: Cleaner, path: str, target: Path, reading: Reading, settings: Settings) -> int:
    """Write the report of a page to the file `target`, or those of a folder to the folder; returns the exit code."""
    if Path(path).is_dir():
        return _explain_folder(engine, path, target, reading, settings)
    _explain_page(engine, path, target, reading, settings)
    return 0


def _explain_page(engine: Cleaner, source: str, target: Path, reading: Reading, settings: Settings) -> None:
    from cleaner.view import page_report, write_report

    if target.is_dir():
        raise click.UsageError(f"--html {printable(str(target))} is a folder; the report of one page is a file.")
    _spare_inputs([Document(split_source(source)[0], "")], lambda _: [target])
    result, _ = cleaned(engine, source, reading, settings)
    with _writing(target):
        write_report(target.resolve() if target.is_file() else target, page_report(result, source))  # a link stays one


def _explain_folder(engine: Cleaner, path: str, target: Path, reading: Reading, settings: Settings) -> int:
    from cleaner.view import INDEX, targets, write_folder

    if settings.url:
        raise click.UsageError("--url is for one page; to name the outlet of many, use --profile.")
    finder = partial(find, [path], target, reading=reading)
    if not any(True for _ in find_all(finder)):
        raise click.UsageError(f"There are no pages in {printable(path)}.")
    _spare_inputs(finder(on_error=lambda _: None), partial(targets, target))
    with Status(finder(on_error=lambda _: None), shown=True) as status, Reader(reading) as reader, _writing(target):

        def clean(document: Document) -> Cleaned:
            return clean_given(engine, reader.read(document), settings)[0]

        written = write_folder(target, path, find_all(finder), clean)
        failed = [_follow(status, entry.source, entry.error) for entry in written]
        status.say(f"{failed.count(False)} of {len(failed)} pages explained; begin with {target / INDEX}")
    return FAILED if any(failed) else 0


def _follow(status: Status, source: str, error: str) -> bool:
    """Say what became of a page; whether it failed."""
    status.page(Outcome(source, error))
    return bool(error)


def _spare_inputs(documents: Iterable[Document], targets: Callable[[Document], Iterable[Path]]) -> None:
    if path := overwritten(documents, targets):
        raise click.UsageError(f"This would overwrite the input {printable(str(path))}; choose another --html.")


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Failure(f"cannot write to {target}: {error.strerror}") from error
