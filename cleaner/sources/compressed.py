"""Compressed files: told by how they begin, opened as the stream that they hold, and their damage named."""

from __future__ import annotations

import bz2
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from cleaner.errors import MissingExtraError
from cleaner.extras import zstd
from cleaner.sources.document import SourceError

_BEGINS = {
    ".gz": re.compile(rb"\x1f\x8b"),
    ".bz2": re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"),
    ".zst": re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"),  # a frame, or one to be skipped before it
}
_NAMES = {".gz": "gzip", ".bz2": "bzip2", ".zst": "Zstandard"}


class Stream(Protocol):
    """What can be read in pieces: never more than it is asked for, however much a small file holds."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""

    def readline(self, size: int, /) -> bytes:
        """A line with its end, or its first so many bytes."""

    def close(self) -> None:
        """Let go of the file."""


def decompressed(file: BinaryIO, path: str) -> Stream:
    """The stream that `file` holds: itself, if it is not compressed.

    Raises:
        SourceError: `path` says that it is compressed, and it is not. MissingExtraError: it is Zstandard, and
            the library for it is not installed.
    """
    buffered = file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", file))
    begins = buffered.peek(16)
    suffix = next((suffix for suffix, sign in _BEGINS.items() if sign.match(begins)), "")
    stated = Path(path).suffix.lower()
    if not suffix and stated in _BEGINS:
        raise SourceError(f"not {_NAMES[stated]} data, though its name ends in {stated}")
    return _opened(buffered, suffix)


def _opened(file: BinaryIO, suffix: str) -> Stream:
    if suffix == ".gz":
        return gzip.GzipFile(fileobj=file)
    if suffix == ".bz2":
        return bz2.BZ2File(file)
    return cast("Stream", zstd().ZstdFile(file)) if suffix else file


@contextmanager
def named_errors() -> Iterator[None]:
    """Whatever is wrong with a file, as a `SourceError` that says it in words."""
    try:
        yield
    except _errors() as error:
        said = getattr(error, "strerror", None) or str(error).partition("\n")[0]
        is_ours = isinstance(error, ValueError) or getattr(error, "errno", None)
        raise SourceError(said if is_ours else f"damaged: {said}") from error


def _errors() -> tuple[type[Exception], ...]:
    ours = (OSError, EOFError, ValueError, zlib.error)
    try:
        return (*ours, zstd().ZstdError)
    except MissingExtraError:
        return ours
