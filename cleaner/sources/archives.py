"""Which files are archives, and the archive that a file is."""

from __future__ import annotations

from cleaner.sources.archive import Archive
from cleaner.sources.document import STANDARD_INPUT, Reading
from cleaner.sources.fields import Fields
from cleaner.sources.jsonl import JsonLines
from cleaner.sources.names import form_by_suffix
from cleaner.sources.parquet import Parquet
from cleaner.sources.reading import LARGEST_PAGE
from cleaner.sources.warc import Warc


def open_archive(path: str, reading: Reading, largest: int = LARGEST_PAGE) -> Archive | None:
    """The archive in this file, or None if the file is a page. Nothing is read yet.

    `largest` is the most bytes of a page in it.
    """
    form = form_of(path, reading)
    place = reading.standard_input or path if path == STANDARD_INPUT else path
    if form == "jsonl":
        return JsonLines(place, Fields(reading.fields), largest)
    if form == "parquet":
        return Parquet(place, Fields(reading.fields), largest)
    return Warc(place, largest) if form == "warc" else None


def form_of(path: str, reading: Reading) -> str:
    """What the file is: "page", or the form of an archive."""
    if reading.form != "auto":
        return reading.form
    return (form_by_suffix(path) or "page") if path != STANDARD_INPUT else "page"
