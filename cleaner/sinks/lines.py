"""Streams: one JSON object per line, or the text alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from cleaner.sinks.encode import to_json
from cleaner.sinks.sink import hopeless
from cleaner.sinks.whole import whole_file


class JsonLines:
    """One page per line: the record with its text."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, name: str, text: str, record: Mapping[str, object]) -> None:
        """Write one line; the record says where the page came from, so `name` is not needed."""
        _send(self._stream, f"{to_json({**record, 'text': text})}\n".encode())


class PlainText:
    """The text of a page and nothing else, for standard output."""

    def __init__(self, stream: BinaryIO, shown: Callable[[str], str] = str) -> None:
        self._stream = stream
        self._shown = shown
        """What a terminal is safe to be shown; `str` where there is none."""

    def write(self, name: str, text: str, record: Mapping[str, object]) -> None:
        """Write the text, ended by a newline."""
        _send(self._stream, f"{self._shown(text)}\n".encode(errors="replace") if text else b"")


def _send(stream: BinaryIO, data: bytes) -> None:
    """Write at once, so that a reader at the other end of a pipe sees each page when it is done."""
    with hopeless():
        stream.write(data)
        stream.flush()


@contextmanager
def json_lines_file(path: Path) -> Iterator[JsonLines]:
    """JSON lines in a file that takes its name when the block ends; a device or pipe is written to as it is.

    Raises:
        OSError: it cannot be opened.
        OutputError: it cannot be written to the end.
    """
    special = path.exists() and not path.is_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    stack = ExitStack()
    stream = stack.enter_context(path.open("wb") if special else whole_file(path, path.with_name(".cleaner-lines.tmp")))
    with hopeless(), stack:  # closing a file writes what is left of it, and can fail as well
        yield JsonLines(stream)
