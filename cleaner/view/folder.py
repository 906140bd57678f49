"""Reports of many pages in a folder: `index.html`, and under `pages/` one for each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from cleaner.errors import CleanerError
from cleaner.model import Cleaned
from cleaner.sinks.whole import whole_file
from cleaner.sources import Document
from cleaner.view.index import Entry, entry, failure, index_report
from cleaner.view.page import page_report

INDEX, PAGES = "index.html", "pages"


def write_folder(
    folder: Path, title: str, documents: Iterable[Document], clean: Callable[[Document], Cleaned]
) -> Iterator[Entry]:
    """Write the reports, yielding what became of each page; when all are done, write the index.

    Args:
        folder: where to; made if it is not there.
        title: of the index.
        documents: the pages; their names are those of their reports.
        clean: reads and cleans a page; a `CleanerError` or `OSError` is a page that failed.

    Raises:
        OSError: the folder or the index cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for document in documents:
        entries.append(_attempt(folder, document, clean))
        yield entries[-1]
    write_report(folder / INDEX, index_report(entries, title))


def write_report(path: Path, report: str) -> None:
    """Write a document; the file is there whole or not at all. A device or pipe is written to as it is."""
    if path.exists() and not path.is_file():
        path.write_bytes(report.encode())
        return
    with whole_file(path) as file:
        file.write(report.encode())


def targets(folder: Path, documents: Iterable[Document]) -> Iterator[Path]:
    """Every file that `write_folder` would write."""
    yield folder / INDEX
    yield from (folder / _place(document) for document in documents)


def _place(document: Document) -> Path:
    return Path(PAGES, f"{document.name}.html")


def _attempt(folder: Path, document: Document, clean: Callable[[Document], Cleaned]) -> Entry:
    try:
        result = clean(document)
        path = folder / _place(document)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_report(path, page_report(result, document.path))
    except (CleanerError, OSError) as error:
        return failure(document.path, getattr(error, "strerror", None) or str(error))
    return entry(result, document.path, quote(os.fsencode(_place(document).as_posix())))
