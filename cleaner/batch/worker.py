"""A worker: a process of its own that builds its engine once, and cleans the pages it is told of."""

from __future__ import annotations

import mmap
import os
import signal
import struct
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from cleaner import Cleaner, discover, load_plugin
from cleaner.batch.page import PageCleaner, Result, Settings, read_page
from cleaner.errors import CleanerError
from cleaner.sources import Document, Reader, Reading

_MEMORY = Path("/proc/self/statm")
_TIME = struct.Struct("d")


class Budget(NamedTuple):
    """What one page may take."""

    seconds: float = 30
    megabytes: int = 2048
    """Beyond what a worker holds before its first page."""

    @property
    def overrun(self) -> str:
        """Why a page is put aside whose time is over."""
        return f"took longer than {self.seconds:g} s"


class Setup(NamedTuple):
    """What a worker builds its engine from: names, since functions do not travel."""

    plugins: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    settings: Settings = Settings()
    reading: Reading = Reading()
    budget: Budget = Budget()
    careful: bool = False


class Clock:
    """How long a worker has been at its page, in memory that it shares with its parent: a message would cost more.

    Args:
        descriptor: a file that both have open.
    """

    def __init__(self, descriptor: int) -> None:
        os.pwrite(descriptor, bytes(_TIME.size), 0)  # so there is room, even on a disk that gets full
        self._began = mmap.mmap(descriptor, _TIME.size)

    @contextmanager
    def running(self) -> Iterator[None]:
        """A page is begun, and then done."""
        _TIME.pack_into(self._began, 0, time.monotonic())
        try:
            yield
        finally:
            _TIME.pack_into(self._began, 0, 0)

    @property
    def seconds(self) -> float:
        """Since the page was begun; 0 between two pages."""
        (began,) = _TIME.unpack_from(self._began)
        return time.monotonic() - began if began else 0.0


class Ready(NamedTuple):
    """What a worker says when it can begin."""

    versions: Mapping[str, str | None]


class Refusal(NamedTuple):
    """Why no worker can be built from this setup."""

    reason: str


def make_engine(
    plugins: Sequence[str], without: Sequence[str], profile: str | None = None, *, careful: bool = False
) -> Cleaner:
    """A `Cleaner` with the discovered plugins and `plugins`; an unknown profile is an error here, not on a page."""
    chosen = [*discover(), *map(load_plugin, plugins)] if plugins else None
    engine = Cleaner(chosen, without=without, careful=careful)
    if profile is not None:
        engine.plan(profile)
    return engine


def build(setup: Setup) -> PageCleaner:
    """What cleans the pages of a run.

    Raises:
        CleanerError: a plugin, a rule or the profile is not there, or broken.
    """
    engine = make_engine(setup.plugins, setup.without, setup.settings.profile, careful=setup.careful)
    return PageCleaner(engine, setup.settings)


def main(descriptor: int, clock: int) -> None:
    """Work for whoever is at the other end, who first says for what setup and in which folder the run began."""
    os.set_inheritable(descriptor, False)  # a program that a plugin starts must not hold up the news of our death
    os.set_inheritable(clock, False)
    connection = Connection(descriptor)
    with suppress(BrokenPipeError, ConnectionResetError, EOFError):  # whoever asked is gone
        setup, folder = connection.recv()
        os.chdir(folder)
        _work(connection, setup, Clock(clock))


def _work(connection: Connection, setup: Setup, clock: Clock) -> None:
    """Say `Ready` or `Refusal`; then answer each chunk of documents with a `Result` for each, until there are no more.

    A page that outlives its time ends the process by SIGALRM, or if code ignores that, by the parent, which sees the
    clock. One that wants more memory than it may have meets a `MemoryError`, or whatever native code makes of that.
    """
    try:
        cleaner = build(setup)
    except CleanerError as error:
        connection.send(Refusal(str(error)))
        return
    _limit_memory(setup.budget.megabytes)
    connection.send(Ready(cleaner.versions))
    with Reader(setup.reading) as reader:
        while True:
            for document in connection.recv():
                result = _answer(cleaner, reader, document, setup.budget, clock)
                connection.send(result)
                if result.out_of_memory:
                    return  # which gives back what is held, by whomever


def _answer(cleaner: PageCleaner, reader: Reader, document: Document, budget: Budget, clock: Clock) -> Result:
    """Reading is not timed: it takes long to enter an archive in the middle, which is not the page's fault."""
    given = read_page(reader, document)
    if isinstance(given, Result):
        return given
    with timed(budget.seconds), clock.running():
        return cleaner.clean(document, given)


@contextmanager
def timed(seconds: float, end: Callable[..., None] | signal.Handlers = signal.SIG_DFL) -> Iterator[None]:
    """Call `end` if this takes longer; by default the process ends."""
    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _limit_memory(megabytes: int) -> None:
    """Bound what may be allocated from here on; only Linux holds to it."""
    if sys.platform != "linux":
        return
    import resource

    held = int(_MEMORY.read_text().split()[5]) * resource.getpagesize()
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    wanted = held + megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
