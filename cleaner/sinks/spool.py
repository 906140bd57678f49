"""One file for all pages: JSON lines that grow in a part file, and take their form and name when the run is done.

A part file can be cut back to where it was whole and grown again, which a compressed or a Parquet file
cannot. So the finished bytes do not depend on where a run was interrupted.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from cleaner.sinks.encode import Encoded
from cleaner.sinks.publish import Publisher
from cleaner.sinks.sink import hopeless


class Spool:
    """The sink of `cleaner run --out FILE`; a context manager that closes the part file and leaves it.

    Args:
        part: where the lines grow; on the file system of the target.
        at: how many of its bytes are whole, from a run before; what stands behind them is cut off.

    Raises:
        OutputError: the part file cannot be opened, or holds fewer bytes than `at`.
    """

    def __init__(self, part: Path, at: int = 0) -> None:
        self._part = part
        with hopeless():
            if not at:
                part.unlink(missing_ok=True)  # it may be another name of what an earlier run published
            self._stream = part.open("r+b" if at else "xb")
            if self._stream.seek(0, 2) < at:
                raise OSError(0, f"{part} is shorter than it was")
            self._stream.truncate(at)
            self._stream.seek(at)

    def write(self, name: str, page: Encoded) -> None:
        """Append one line; the record says where the page came from, so `name` is not needed."""
        with hopeless():
            self._stream.write(page.record)

    def position(self) -> int:
        """How many bytes are whole now: what was written has been handed to the system."""
        with hopeless():
            self._stream.flush()
            return self._stream.tell()

    def finish(self, publish: Publisher, target: Path) -> None:
        """Close the part file and put what `publish` makes of it in the place of `target`, whole or not at all.

        The part file stays, so that this can be done again. What is made stands beside it until it is whole.
        """
        made = self._part.with_name(f"{self._part.name}.made")
        with hopeless():
            self._stream.close()
            made.unlink(missing_ok=True)
            publish(self._part, made)
            target.parent.mkdir(parents=True, exist_ok=True)
            made.replace(target)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with hopeless():
            self._stream.close()
