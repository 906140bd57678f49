"""Reading a page into memory, and never more than a page's worth of it."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import BinaryIO

from cleaner.sources.compressed import Stream, decompressed, named_errors
from cleaner.sources.document import STANDARD_INPUT, SourceError

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
