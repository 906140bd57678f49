"""Reading a page into memory, and never more than a page's worth of it."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import BinaryIO

from cleaner.sources.compressed import Stream, decompressed, named_errors
from cleaner.sources.document import STANDARD_INPUT, Reading, SourceError

LARGEST_PAGE = 256 * 1024 * 1024
"""Bytes, after decompression. A gzip file of 1 MB can hold a thousand times as much."""

_CHUNK = 1024 * 1024


def read(path: str, largest: int = LARGEST_PAGE) -> bytes:
    """The bytes of a page, decompressed if they are gzip, bzip2 or Zstandard; `-` is standard input.

    Raises:
        SourceError: it cannot be read, is damaged or is larger than `largest`.
        MissingExtraError: it is compressed by what is not installed.
    """
    with named_errors():
        if path == STANDARD_INPUT:
            return bounded(decompressed(sys.stdin.buffer, path), largest)
        with opened(path) as file:
            return bounded(decompressed(file, path), largest)


def spool(path: Path, reading: Reading, largest: int = LARGEST_PAGE) -> Reading:
    """Write standard input to this file, where others can read it; returns `reading` with its place.

    Of a page it is no more than shows that it is larger than `largest` bytes.

    Raises:
        OSError: it cannot be written.
    """
    left = largest + 1 if reading.form in ("auto", "page") else sys.maxsize
    with path.open("wb") as file:
        while chunk := sys.stdin.buffer.read(min(_CHUNK, left)):
            file.write(chunk)
            left -= len(chunk)
    return reading._replace(standard_input=str(path))


def opened(path: str) -> BinaryIO:
    """The file, as it lies there."""
    if not stat.S_ISREG(Path(path).stat().st_mode):  # opening a named pipe would wait for ever
        raise SourceError("not a regular file")
    return Path(path).open("rb")


def bounded(stream: Stream, largest: int) -> bytes:
    """All that is left of `stream`.

    Raises:
        SourceError: it is more than `largest` bytes.
    """
    data = bytearray()
    while chunk := stream.read(_CHUNK):
        data += chunk
        if len(data) > largest:
            raise too_large(largest)
    return bytes(data)


def too_large(largest: int) -> SourceError:
    """The error of a page that is larger than `largest` bytes."""
    return SourceError(f"larger than {largest // 1024 // 1024} MB, which no page is")
