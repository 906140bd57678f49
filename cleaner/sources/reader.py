"""Reading the pages of a run, one at a time."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from cleaner.sources.document import BY_SUFFIX, Document, Given, Reading
from cleaner.sources.reading import LARGEST_PAGE, read


class Reader:
    """Reads pages; one for each worker.

    It keeps one archive open and moves forward in it: records in their order cost one pass, and one
    record is in memory. Where a document has an offset it goes there; to go back it opens the archive again.
    """

    def __init__(self, reading: Reading = BY_SUFFIX, largest: int = LARGEST_PAGE) -> None:
        self._reading = reading
        self._largest = largest

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
        """
        return Given(read(document.path, self._largest))

    def close(self) -> None:
        """Close what is open; the reader can be used again."""
