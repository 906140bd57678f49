"""Files that are there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(path: Path, temporary: Path) -> Iterator[BinaryIO]:
    """A file to write that takes its name when the block ends, and vanishes if the block raises.

    What was there before stays until then.

    Args:
        path: its name.
        temporary: what it is called until then, on the same file system; what a killed run left there is replaced.
    """
    try:
        temporary.unlink(missing_ok=True)  # and not written through: it could be a link
        with temporary.open("xb") as file:
            yield file
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
