"""What every archive can do, and how one moves through it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import Generic, Protocol, TypeVar

from cleaner.sources.document import Given, SourceError

Item = TypeVar("Item")


class BrokenOffError(SourceError):
    """An archive that cannot be read from `record` on."""

    def __init__(self, reason: str, record: int) -> None:
        super().__init__(reason)
        self.record = record


class Archive(Protocol):
    """A file of many pages."""

    def pages(self) -> Iterator[tuple[int, int | None]]:
        """Number and offset of each record that is a page, in their order.

        A number counts all records from 1; the offset is None where one cannot enter.

        Raises:
            BrokenOffError: the archive cannot be read from there on. SourceError: it cannot be read at all.
        """

    def read(self, record: int, offset: int | None) -> Given:
        """The page of that number.

        Raises:
            SourceError: it cannot be read.
        """

    def close(self) -> None:
        """Let go of the file."""


class Forward(Generic[Item]):
    """Items by number from 1, of what can only be gone through: in their order they cost one pass."""

    def __init__(self, begin: Callable[[], Generator[Item]]) -> None:
        self._begin = begin
        self._items: Generator[Item] | None = None
        self._passed = 0
        self._error: SourceError | None = None

    def item(self, number: int) -> Item:
        """The item of that number.

        Raises:
            SourceError: there are not so many, or what comes before it is damaged.
        """
        if self._items is None or number <= self._passed:
            self._items, self._passed, self._error = self._begin(), 0, None
        if self._error is not None:  # else each item after the damage would cost a pass of its own
            raise SourceError(str(self._error))
        try:
            return self._advance(self._items, number)
        except SourceError as error:
            self._error = error
            raise
        except Exception:  # such as MemoryError: what is left of the pass is at its end, the archive is not
            self.close()
            raise

    def close(self) -> None:
        """Let go of what the items come from; the next one begins again."""
        if self._items is not None:
            self._items.close()
            self._items = None

    def _advance(self, items: Iterator[Item], number: int) -> Item:
        for item in items:
            self._passed += 1
            if self._passed == number:
                return item
        raise SourceError("the archive ends before this record")
