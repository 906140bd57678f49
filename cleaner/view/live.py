"""A report that is made anew when a file it depends on was saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from cleaner.errors import CleanerError
from cleaner.model import Cleaned
from cleaner.view.document import document
from cleaner.view.markup import element
from cleaner.view.page import page_report
from cleaner.view.problem import problem


class Version(NamedTuple):
    """A report and what tells it from others."""

    name: str
    report: str


class Live:
    """The report of one page, always of its files as they are now.

    Args:
        source: what the page is called.
        make: loads the plugins, reads the page and cleans it; a `CleanerError` is shown.
        page: the page's file.
        plugins: the files of the plugins.
    """

    def __init__(self, source: str, make: Callable[[], Cleaned], page: Path, plugins: Sequence[Path]) -> None:
        self._source = source
        self._make = make
        self._plugins = tuple(plugins)
        self._files = (page, *plugins)
        self._lock = Lock()
        self._seen: tuple[object, ...] = ()
        self._good: tuple[Cleaned, str] | None = None
        """The last page that could be cleaned, and when."""
        self._version = Version("", "")

    def current(self) -> Version:
        """The report, made anew if a file was saved since it was asked for last. Threads may ask."""
        with self._lock:
            if (seen := tuple(map(_stamp, self._files))) != self._seen:
                self._version = self._build(str(time.time_ns()))
                self._seen = seen
            return self._version

    def _build(self, name: str) -> Version:
        notice = ""
        try:
            self._good = self._make(), time.strftime("%H:%M:%S")
        except CleanerError as error:
            notice = problem(error, self._plugins, self._since())
        return Version(name, self._report(name, notice))

    def _since(self) -> str:
        return f"Below is the report of {self._good[1]}, before this." if self._good else "There is no report yet."

    def _report(self, name: str, notice: str) -> str:
        if self._good is not None:
            return page_report(self._good[0], self._source, notice=notice, version=name)
        header = element("header", element("h1", self._source, dir="auto"))
        return document(self._source, notice, header, scripts=("live.js",), version=name)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Changes whenever a file is saved, also by putting another in its place."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
