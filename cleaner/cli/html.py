"""`cleaner explain --html`: the report of a page in a file, or those of a folder in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from cleaner import Cleaned, Cleaner
from cleaner.batch import Outcome, Settings, failure, overwritten
from cleaner.cli.explain import cleaned
from cleaner.cli.group import FAILED, Failure
from cleaner.cli.terminal import Status
from cleaner.report import printable
from cleaner.sources import Document, find, read


def explain_as_html(engine: Cleaner, path: str, target: Path, settings: Settings) -> int:
    """Write the report of a page to the file `target`, or those of a folder to the folder; returns the exit code."""
    if Path(path).is_dir():
        return _explain_folder(engine, path, target, settings)
    _explain_page(engine, path, target, settings)
    return 0


def _explain_page(engine: Cleaner, path: str, target: Path, settings: Settings) -> None:
    from cleaner.view import page_report, write_report

    if target.is_dir():
        raise click.UsageError(f"--html {printable(str(target))} is a folder; the report of one page is a file.")
    _spare_inputs([Document(path, "")], [target])
    report = page_report(cleaned(engine, path, settings), path)
    with _writing(target):
        write_report(target.resolve() if target.is_file() else target, report)  # a link stays one


def _explain_folder(engine: Cleaner, path: str, target: Path, settings: Settings) -> int:
    from cleaner.view import INDEX, targets, write_folder

    unlisted: list[OSError] = []
    documents = tuple(find([path], target, unlisted.append))
    if settings.url:
        raise click.UsageError("--url is for one page; to name the outlet of many, use --profile.")
    if not documents and not unlisted:
        raise click.UsageError(f"There are no pages in {printable(path)}.")
    _spare_inputs(documents, targets(target, documents))

    def clean(document: Document) -> Cleaned:
        return engine.clean(read(document.path), profile=settings.profile, kind=settings.kind)

    failed = len(unlisted)
    with Status(len(documents) + len(unlisted), bar=True) as status, _writing(target):
        for error in unlisted:
            status.page(failure(Document(str(error.filename), ""), error))
        for entry in write_folder(target, path, documents, clean):
            status.page(Outcome(Document(entry.source, ""), error=entry.error))
            failed += bool(entry.error)
        status.say(f"{status.total - failed} of {status.total} pages explained; begin with {target / INDEX}")
    return FAILED if failed else 0


def _spare_inputs(documents: Sequence[Document], targets: Iterable[Path]) -> None:
    if path := overwritten(documents, targets):
        raise click.UsageError(f"This would overwrite the input {printable(str(path))}; choose another --html.")


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Failure(f"cannot write to {target}: {error.strerror}") from error
