"""Reading a page into memory, and never more than a page's worth of it."""

from __future__ import annotations

import gzip
import io
import stat
import sys
import zlib
from pathlib import Path
from typing import BinaryIO

from cleaner.sources.document import STANDARD_INPUT, SourceError

LARGEST_PAGE = 256 * 1024 * 1024
"""Bytes, after decompression. A gzip file of 1 MB can hold a thousand times as much."""

_CHUNK = 1024 * 1024
_GZIP = b"\x1f\x8b"


def read(path: str, largest: int = LARGEST_PAGE) -> bytes:
    """The bytes of a page, decompressed if they are gzip; `-` is standard input.

    Raises:
        SourceError: it cannot be read, is damaged or is larger than `largest`.
    """
    try:
        data = _raw(path, largest)
        return _unzipped(data, largest) if data.startswith(_GZIP) else _checked(path, data)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise SourceError(f"damaged gzip data: {error}") from error
    except (OSError, ValueError) as error:
        raise SourceError(getattr(error, "strerror", None) or str(error)) from error


def _raw(path: str, largest: int) -> bytes:
    if path == STANDARD_INPUT:
        return _bounded(sys.stdin.buffer, largest)
    if not stat.S_ISREG(Path(path).stat().st_mode):  # opening a named pipe would wait for ever
        raise SourceError("not a regular file")
    with Path(path).open("rb") as stream:
        return _bounded(stream, largest)


def _unzipped(data: bytes, largest: int) -> bytes:
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        return _bounded(stream, largest)


def _checked(path: str, data: bytes) -> bytes:
    if path.lower().endswith(".gz"):
        raise SourceError("not gzip data, though its name ends in .gz")
    return data


def _bounded(stream: BinaryIO | gzip.GzipFile, largest: int) -> bytes:
    data = bytearray()
    while chunk := stream.read(_CHUNK):
        data += chunk
        if len(data) > largest:
            raise SourceError(f"larger than {largest // 1024 // 1024} MB, which no page is")
    return bytes(data)
