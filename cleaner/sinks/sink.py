"""What every sink is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from cleaner.errors import CleanerError
from cleaner.sinks.encode import Encoded


class OutputError(CleanerError):
    """The output as a whole cannot be written, so that going on is no use."""


class Sink(Protocol):
    """A place for cleaned pages."""

    def write(self, name: str, page: Encoded) -> None:
        """Keep one page under `name`, whole or not at all.

        Raises:
            OSError: this page cannot be written.
            OutputError: no page can.
        """


class Store(Sink, Protocol):
    """A sink whose output can be cut back to where it was whole, and grown again."""

    def position(self) -> int:
        """How many bytes are whole now; 0 where each page has files of its own."""


@contextmanager
def hopeless() -> Iterator[None]:
    """No error of a stream is about one page; only a reader who has gone is not an error."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"cannot write the output: {error.strerror or error}") from error
