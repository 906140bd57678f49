"""Reading the pages of a run, one at a time."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from cleaner.sources.archive import Archive
from cleaner.sources.archives import form_of, open_archive
from cleaner.sources.document import BY_SUFFIX, STANDARD_INPUT, Document, Given, Reading, SourceError, split_source
from cleaner.sources.reading import LARGEST_PAGE, read


class Reader:
    """Reads pages; one for each worker.

    It keeps one archive open and moves forward in it: records in their order cost one pass, and one
    record is in memory. Where a document has an offset it goes there; to go back it opens the archive again.
    """

    def __init__(self, reading: Reading = BY_SUFFIX, largest: int = LARGEST_PAGE) -> None:
        self._reading = reading
        self._largest = largest
        self._path: str | None = None
        self._archive: Archive | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def read(self, document: Document) -> Given:
        """The page.

        Raises:
            SourceError: it cannot be read, is damaged or is larger than `largest` bytes.
            MissingExtraError: it takes a library that is not installed.
        """
        if document.record is None:
            place = self._reading.standard_input if document.path == STANDARD_INPUT else None
            return Given(read(place or document.path, self._largest))
        if document.path != self._path:
            self._enter(document.path)
        if self._archive is None:
            raise SourceError("not an archive")
        return self._archive.read(document.record, document.offset)

    def close(self) -> None:
        """Close what is open; the reader can be used again."""
        if self._archive is not None:
            self._archive.close()
        self._path, self._archive = None, None

    def _enter(self, path: str) -> None:
        self.close()
        self._archive = open_archive(path, self._reading, self._largest)
        self._path = path


def look_up(source: str, reading: Reading = BY_SUFFIX) -> Given:
    """The page that outputs and messages call `source`: a file, `-`, or a record as in `crawl.warc.gz#17`.

    Raises:
        SourceError, MissingExtraError: as `Reader.read`; and where it is an archive as a whole.
    """
    path, record = split_source(source)
    is_archive = form_of(path, reading) != "page"
    if is_archive and path == STANDARD_INPUT:
        raise SourceError("an archive is looked into in a file, not in standard input")
    if is_archive and record is None:
        raise SourceError(f"an archive; name one of its records, as in {source}#1")
    with Reader(reading) as reader:
        return reader.read(Document(path, "", record))
