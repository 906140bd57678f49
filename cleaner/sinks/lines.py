"""Streams: one JSON object per line, or the text alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from cleaner.sinks.encode import Encoded
from cleaner.sinks.sink import hopeless


class JsonLines:
    """One page per line: the record with its text."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, name: str, page: Encoded) -> None:
        """Write one line; the record says where the page came from, so `name` is not needed."""
        _send(self._stream, page.record)


class PlainText:
    """The text of a page and nothing else, for standard output."""

    def __init__(self, stream: BinaryIO, shown: Callable[[str], str] = str) -> None:
        self._stream = stream
        self._shown = shown
        """What a terminal is safe to be shown; `str` where there is none."""

    def write(self, name: str, page: Encoded) -> None:
        """Write the text."""
        _send(self._stream, self._shown(page.text.decode()).encode())


def _send(stream: BinaryIO, data: bytes) -> None:
    """Write at once, so that a reader at the other end of a pipe sees each page when it is done."""
    with hopeless():
        stream.write(data)
        stream.flush()
