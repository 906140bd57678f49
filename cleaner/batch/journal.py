"""The journal of a run: what is finished, so that a run which was killed can go on.

It is a file of lines: first what the run is about, as JSON; then an entry for each page, written when the page
itself is: what became of it, as JSON, and behind a tab its tally. Entry and page have been handed to the system
by then, so the end of any process loses neither. A line that was cut off, and output that no entry speaks of,
count for nothing.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from cleaner.errors import CleanerError
from cleaner.sinks import hopeless

About = Mapping[str, object]
"""What a run is about, as JSON takes it: whatever would make its output another one."""
Stamp = tuple[int, int]
"""Size in bytes and time of the last change, in nanoseconds, of a file."""

_FILE = "journal"


class ResumeError(CleanerError):
    """A run that cannot begin or go on, because of what an earlier one left or of what has changed since."""


class Entry(NamedTuple):
    """One page that is finished."""

    source: str
    stamp: Stamp | None
    """Of its file; None if there is none."""
    end: int
    """Where the output is whole, in bytes; 0 where each page has a file of its own."""
    tally: bytes
    """A `Tally` as JSON."""
    error: str = ""
    """Why it was put aside."""


class Journal:
    """The journal in `folder`, which also takes whatever else a run needs until it ends. One process may hold it.

    Raises:
        OSError: it cannot be opened. ResumeError: another process holds it.
        OutputError: when used, it cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._file = (folder / _FILE).open("a+b", buffering=0)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._file.close()
            raise ResumeError(f"another run is writing there: it holds {folder}") from error

    def about(self) -> About | None:
        """What the unfinished run is about; None if there is none."""
        first = next(self._lines(), None)
        return None if first is None else dict(self._value(first))

    def has_entries(self) -> bool:
        """Whether there is an unfinished run with at least one finished page."""
        return self.about() is not None and next(self.entries(), None) is not None

    def begin(self, about: About) -> None:
        """Forget what was, and begin a run."""
        with hopeless():
            self._file.truncate(0)
            self._clear()
        self._write(json.dumps(about).encode())

    def entries(self) -> Iterator[Entry]:
        """The finished pages in their order; a last line that was cut off is taken away."""
        lines = self._lines()
        next(lines)
        for line in lines:
            known, _, tally = line.partition(b"\t")
            source, stamp, end, error = self._value(known)
            self._value(tally)  # is it whole?
            yield Entry(source, tuple(stamp) if stamp else None, end, tally, error)

    def append(self, entry: Entry) -> None:
        """Note that a page is finished."""
        known = json.dumps([entry.source, entry.stamp, entry.end, entry.error])  # also of a source that is no UTF-8
        self._write(known.encode() + b"\t" + entry.tally)

    def discard(self) -> None:
        """The run has ended: the folder vanishes. The journal goes first, so nobody takes what is left for a run."""
        (self.folder / _FILE).unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _write(self, line: bytes) -> None:
        with hopeless():
            if not os.fstat(self._file.fileno()).st_nlink:
                raise FileNotFoundError(errno.ENOENT, f"{self.folder} has vanished")
            if self._file.write(line + b"\n") <= len(line):  # as much as there was room for
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def _lines(self) -> Iterator[bytes]:
        whole = 0
        with (self.folder / _FILE).open("rb") as lines:
            for line in lines:
                if not line.endswith(b"\n"):
                    break
                whole += len(line)
                yield line[:-1]
        self._file.truncate(whole)

    def _value(self, line: bytes) -> Any:
        try:
            return json.loads(line)
        except ValueError as error:
            raise ResumeError(f"{self.folder / _FILE} is damaged; --restart begins anew") from error

    def _clear(self) -> None:
        for path in self.folder.iterdir():
            if path.name != _FILE:
                path.unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
