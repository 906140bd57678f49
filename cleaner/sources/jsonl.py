"""JSON lines: one record a line; what is not compressed is entered where a line begins."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from typing import BinaryIO, cast

from cleaner.sources.archive import BrokenOffError, Forward
from cleaner.sources.compressed import Stream, decompressed, named_errors
from cleaner.sources.document import Given, SourceError
from cleaner.sources.fields import Fields
from cleaner.sources.reading import opened, too_large

_CHUNK = 1024 * 1024
_BOM = b"\xef\xbb\xbf"


class JsonLines:
    """A file of JSON lines, compressed or not."""

    def __init__(self, path: str, fields: Fields, largest: int) -> None:
        self._path = path
        self._fields = fields
        self._largest = largest
        self._lines = Forward(self._texts)
        self._file: BinaryIO | None = None

    def pages(self) -> Iterator[tuple[int, int | None]]:
        """Every line that is not blank; whether it holds a page is seen when it is read."""
        number = 0
        try:
            for number, (offset, line) in enumerate(self._pass(_CHUNK), 1):
                if not line.isspace():
                    yield number, offset
        except SourceError as error:
            raise BrokenOffError(str(error), number + 1) from error

    def read(self, record: int, offset: int | None) -> Given:
        """The page in line `record`."""
        line = self._lines.item(record) if offset is None else self._line_at(offset)
        if len(line) > self._largest:
            raise too_large(self._largest)
        return self._fields.page(_record(line))

    def close(self) -> None:
        """Let go of the file."""
        self._lines.close()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _line_at(self, offset: int) -> bytes:
        with named_errors():
            if self._file is None:
                self._file = opened(self._path)
            self._file.seek(offset)
            return self._file.readline(self._largest + 1)

    def _texts(self) -> Generator[bytes]:
        for _, line in self._pass(self._largest + 1):
            yield line

    def _pass(self, longest: int) -> Generator[tuple[int | None, bytes]]:
        """Offset and text of each line, or its first `longest` bytes."""
        with named_errors(), ExitStack() as stack:
            file = stack.enter_context(opened(self._path))
            stream = decompressed(file, self._path)
            for offset, line in _lines(stream, longest):
                yield (offset if stream is file else None), line


def _lines(stream: Stream, longest: int) -> Iterator[tuple[int, bytes]]:
    offset = 0
    while line := stream.readline(longest):
        yield offset, line
        offset += len(line)
        while not line.endswith(b"\n") and (line := stream.readline(_CHUNK)):
            offset += len(line)


def _record(line: bytes) -> dict[str, object]:
    try:
        record = json.loads(line.removeprefix(_BOM).decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"not a line of JSON: {error}") from error
    if not isinstance(record, dict):
        raise SourceError("not a JSON object")
    return cast("dict[str, object]", record)
