"""Reports of many pages in a folder: `index.html`, and under `pages/` one for each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from cleaner.batch import Found, Unread
from cleaner.errors import CleanerError
from cleaner.model import Cleaned
from cleaner.sinks import whole_file
from cleaner.sources import Document
from cleaner.view.index import Entry, entry, failure, index_report
from cleaner.view.page import page_report

INDEX, PAGES = "index.html", "pages"


def write_folder(
    folder: Path, title: str, found: Iterable[Found], clean: Callable[[Document], Cleaned]
) -> Iterator[Entry]:
    """Write the reports, yielding what became of each page; when all are done, write the index.

    Args:
        folder: where to; made if it is not there.
        title: of the index.
        found: the pages; their names are those of their reports. What cannot be read stands in the index too.
        clean: reads and cleans a page; a `CleanerError` or `OSError` is a page that failed.

    Raises:
        OSError: the folder or the index cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for one in found:
        entries.append(_attempt(folder, one, clean))
        yield entries[-1]
    write_report(folder / INDEX, index_report(entries, title))


def write_report(path: Path, report: str) -> None:
    """Write a document; the file is there whole or not at all. A device or pipe is written to as it is."""
    if path.exists() and not path.is_file():
        path.write_bytes(report.encode())
        return
    with whole_file(path, path.with_name(".cleaner-report.tmp")) as file:
        file.write(report.encode())


def targets(folder: Path, document: Document) -> tuple[Path, Path]:
    """The index, and the report of a page."""
    return folder / INDEX, folder / _place(document)


def _place(document: Document) -> Path:
    return Path(PAGES, f"{document.name}.html")


def _attempt(folder: Path, found: Found, clean: Callable[[Document], Cleaned]) -> Entry:
    if isinstance(found, Unread):
        return failure(found.source, found.reason)
    try:
        result = clean(found)
        path = folder / _place(found)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_report(path, page_report(result, found.source))
    except (CleanerError, OSError) as error:
        return failure(found.source, getattr(error, "strerror", None) or str(error))
    return entry(result, found.source, quote(os.fsencode(_place(found).as_posix())))
