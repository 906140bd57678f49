"""A worker: a process of its own that builds its engine once, and cleans the pages it is told of."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from cleaner import Cleaner, discover, load_plugin
from cleaner.batch.page import Result, Settings, clean_page, read_page
from cleaner.errors import CleanerError
from cleaner.sources import Document, Reader, Reading

_MEMORY = Path("/proc/self/statm")


class Budget(NamedTuple):
    """What one page may take."""

    seconds: float = 30
    megabytes: int = 2048
    """Beyond what a worker holds before its first page."""


class Setup(NamedTuple):
    """What a worker builds its engine from: names, since functions do not travel."""

    plugins: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    settings: Settings = Settings()
    reading: Reading = Reading()
    budget: Budget = Budget()


class Refusal(NamedTuple):
    """Why no worker can be built from this setup."""

    reason: str


def build(setup: Setup) -> Cleaner:
    """The engine of a run.

    Raises:
        CleanerError: a plugin, a rule or the profile is not there, or broken.
    """
    plugins = [*discover(), *map(load_plugin, setup.plugins)] if setup.plugins else None
    engine = Cleaner(plugins, without=setup.without)
    if setup.settings.profile is not None:
        engine.plan(setup.settings.profile)
    return engine


def work(connection: Connection, setup: Setup, folder: str) -> None:
    """Say that all is ready, or what is wrong; then answer each chunk of documents page by page until there are no more.

    A page that outlives its time ends the process by SIGALRM, which no code can hold up. One that wants more
    memory than it may have meets a `MemoryError`, or whatever its native code makes of that.
    """
    os.chdir(folder)  # paths are relative to where the run began
    with suppress(BrokenPipeError, ConnectionResetError, EOFError):  # whoever asked is gone
        try:
            engine = build(setup)
        except CleanerError as error:
            connection.send(Refusal(str(error)))
            return
        _limit_memory(setup.budget.megabytes)
        connection.send(None)
        with Reader(setup.reading) as reader:
            while True:
                for document in connection.recv():
                    connection.send(_answer(engine, reader, document, setup))


def _answer(engine: Cleaner, reader: Reader, document: Document, setup: Setup) -> Result:
    """Reading is not timed: whoever enters an archive in the middle has a way to go before his first page."""
    given = read_page(reader, document)
    if isinstance(given, Result):
        return given
    with _timed(setup.budget.seconds):
        return clean_page(engine, document, given, setup.settings)


@contextmanager
def _timed(seconds: float) -> Iterator[None]:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _limit_memory(megabytes: int) -> None:
    """Bound what may be allocated from here on; only Linux holds to it."""
    if sys.platform != "linux":
        return
    import resource

    held = int(_MEMORY.read_text().split()[5]) * resource.getpagesize()
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    wanted = held + megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
