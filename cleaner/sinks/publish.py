"""What becomes of finished JSON lines: the same, compressed, or Parquet."""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from cleaner.errors import MissingExtraError
from cleaner.extras import zstd

Publisher = Callable[[Path, Path], None]
"""Makes the second file, which is not there yet, from the JSON lines in the first."""


def publisher(target: Path, form: str = "jsonl", ledger: bool = False) -> Publisher:
    """What makes `target` out of JSON lines: by its form, `jsonl` or `parquet`, and for `jsonl` by its suffix.

    Raises:
        MissingExtraError: it needs an extra that is not installed.
    """
    if form == "parquet":
        return _parquet(ledger)
    suffix = target.suffix.lower()
    if suffix == ".gz":
        return partial(_compressed, _gzip)
    return partial(_compressed, _zstd()) if suffix == ".zst" else _same


def _same(part: Path, made: Path) -> None:
    """Another name for the same file; where the file system has no such thing, a copy."""
    with suppress(OSError):
        os.link(part, made)
        return
    shutil.copyfile(part, made)


def _compressed(opened: Callable[[BinaryIO], Any], part: Path, made: Path) -> None:
    with part.open("rb") as lines, made.open("xb") as file, opened(file) as stream:
        shutil.copyfileobj(lines, stream, 1 << 20)


def _gzip(file: BinaryIO) -> gzip.GzipFile:
    return gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0)  # no name and no time: the same bytes again


def _zstd() -> Callable[[BinaryIO], Any]:
    return partial(zstd().ZstdFile, mode="wb", level=10)


def _parquet(ledger: bool) -> Publisher:
    try:
        from cleaner.sinks.parquet import to_parquet
    except ImportError as error:
        raise MissingExtraError("writing Parquet needs pyarrow: pip install 'outlet-cleaner[parquet]'") from error
    return partial(to_parquet, ledger)
