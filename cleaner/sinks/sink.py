"""What every sink is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from cleaner.errors import CleanerError


class OutputError(CleanerError):
    """The output as a whole cannot be written, so that going on is no use."""


class Sink(Protocol):
    """A place for cleaned pages."""

    def write(self, name: str, text: str, record: Mapping[str, object]) -> None:
        """Keep one page under `name`, whole or not at all.

        Raises:
            OSError: this page cannot be written.
            OutputError: no page can.
        """
