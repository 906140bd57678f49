"""What travels through a run: a page that is known but not read, and a page as it was read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from cleaner.errors import CleanerError

STANDARD_INPUT = "-"

FORMS = ("auto", "page", "jsonl", "parquet", "warc")
"""What a file may be: one page, or an archive of many; "auto" tells by its suffix."""


class SourceError(CleanerError):
    """What cannot be read, and why; `source` is the page, archive or folder where that is not plain from the page."""

    def __init__(self, reason: str, source: str = "") -> None:
        super().__init__(reason)
        self.source = source


class Document(NamedTuple):
    """A page of a run, not yet read. It is small, so that it can travel to a worker."""

    path: str
    """The file it is read from; `-` is standard input. Bytes that are no UTF-8 survive by surrogateescape."""
    name: str
    """What its output is called: a relative path without suffix, unique in the run."""
    record: int | None = None
    """The how-manieth record of an archive, from 1 (the line of a JSON lines file); None: the file is the page."""
    offset: int | None = None
    """Where that record begins in the file, in bytes, if the archive can be entered there."""

    @property
    def source(self) -> str:
        """What outputs and messages call it: `path`, or `path#record`."""
        return self.path if self.record is None else f"{self.path}#{self.record}"


class Given(NamedTuple):
    """A page as it was read."""

    data: str | bytes
    """HTML or text."""
    url: str | None = None
    kind: str = "auto"
    """What its archive says it is, "html" or "text"; else "auto"."""
    date: str | None = None
    """When it was fetched, as its archive says (ISO 8601). That is not when it was published."""
    id: str | None = None
    """What its archive calls it."""


class Reading(NamedTuple):
    """How the files of a run are understood: the same for who finds the pages and for who reads them."""

    form: str = "auto"
    """One of `FORMS`, for every file of the run."""
    fields: tuple[tuple[str, str], ...] = ()
    """Which field of a record holds what, where names are not recognised: `(("text", "maintext"),)`."""
    standard_input: str | None = None
    """The file that standard input was written to, if `-` is to be read by other processes."""


BY_SUFFIX = Reading()

_RECORD = re.compile(r"(?s)(.+)#([1-9][0-9]{0,17})")


def split_source(source: str) -> tuple[str, int | None]:
    """The file, and the number of the record in it, if `source` names one. A file of that very name is itself."""
    found = _RECORD.fullmatch(source)
    return (found[1], int(found[2])) if found and not Path(source).exists() else (source, None)
