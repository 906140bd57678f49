"""Worker processes: chunks of documents out, results back in the order of the documents, and none lost with a worker.

A page that brings down its worker is tried once more, as the first page of a new one; the second time it is put
aside. So nobody is blamed for what the pages before it left behind. A kill is likely to come from outside, so it
takes more of them.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from tempfile import TemporaryFile
from types import TracebackType
from typing import NamedTuple, Self

from cleaner.batch.page import Result, aside
from cleaner.batch.worker import Clock, Ready, Refusal, Setup
from cleaner.errors import CleanerError
from cleaner.sources import Document

CHUNK = 8
"""Documents that travel together: few enough to share out evenly, and for a pipe to hold them all."""
_AHEAD = 8
"""Chunks for each worker that may be begun before the first of them is done: this bounds memory."""
_ENDS, _KILLS = 2, 4
"""How many workers may end by themselves, or be killed, before the page is put aside that they were at work on."""
_FAREWELL = 1.0
"""Seconds for a worker that hung up to end by itself, so that its exit code says why."""
_LOOKS = 1.0
"""Seconds between two looks at the clocks of workers that say nothing."""
_GRACE = 2.0
"""Seconds beyond twice the time of a page: what is at it still is deaf to the timer in its worker."""
_STANDARD_ERROR = 2
"""What a plugin prints goes there, not into the output."""
_STILLBORN = 3
"""Workers in a row that may end before they are ready."""


class WorkerError(CleanerError):
    """No worker can be started, or none stays."""


class Unread(NamedTuple):
    """Something among the input that gives no document: a folder that cannot be listed, an archive that breaks off."""

    source: str
    reason: str


Found = Document | Unread


class _Task(NamedTuple):
    number: int
    document: Document
    ends: int = 0
    """Of workers that were at work on it."""
    kills: int = 0
    """Of such workers; they may have come from outside."""


class _Order:
    """What was found, numbered, and the results until it is their turn."""

    def __init__(self, found: Iterable[Found], most: int) -> None:
        self._found = iter(found)
        self._most = most
        self._open: dict[int, Found] = {}
        self._results: dict[int, Result] = {}
        self._taken = 0
        self._given = 0
        self._exhausted = False

    @property
    def is_done(self) -> bool:
        """Whether everything was found and given out."""
        return self._exhausted and self._given == self._taken

    def take(self) -> deque[_Task]:
        """The next chunk; none if there are no more, or too many are begun already."""
        chunk: deque[_Task] = deque()
        while len(chunk) < CHUNK and self._taken - self._given < self._most:
            item = next(self._found, None)
            if item is None:
                self._exhausted = True
                break
            number, self._taken = self._taken, self._taken + 1
            self._open[number] = item
            if isinstance(item, Unread):
                self.put(number, aside(item.reason))
            else:
                chunk.append(_Task(number, item))
        return chunk

    def put(self, number: int, result: Result) -> None:
        """Keep a result until those before it have been given out."""
        self._results[number] = result

    def finished(self) -> Iterator[tuple[Found, Result]]:
        """Give out those whose turn it is."""
        while self._given in self._results:
            number, self._given = self._given, self._given + 1
            yield self._open.pop(number), self._results.pop(number)


@dataclass(slots=True, eq=False)
class _Worker:
    process: subprocess.Popen[bytes]
    connection: Connection
    clock: Clock
    tasks: deque[_Task] = field(default_factory=deque)
    """Given to it and not answered yet; it is at work on the first."""
    ready: bool = False


class Pool:
    """`jobs` workers, started when there is work for them; a context manager that ends them."""

    def __init__(self, setup: Setup, jobs: int) -> None:
        self._setup = setup
        self._jobs = jobs
        self._workers: list[_Worker] = []
        self._selector = DefaultSelector()
        self._stillborn = 0
        self._versions: Mapping[str, str | None] = {}

    def start(self) -> Mapping[str, str | None]:
        """Start one worker and wait until it is ready; returns the versions of what will clean the pages.

        Raises:
            CleanerError: the setup names what is not there, or broken. WorkerError: no worker stays.
        """
        self._start()
        nothing = _Order((), 0)
        while not self._versions:
            self._listen(nothing)
        return self._versions

    def clean(self, found: Iterable[Found]) -> Iterator[tuple[Found, Result]]:
        """Everything that is found with its result, in the order of finding; it is taken when there is a worker for it.

        Raises:
            CleanerError, WorkerError: as `start`.
        """
        order = _Order(found, _AHEAD * CHUNK * self._jobs)
        while not order.is_done:
            self._share_out(order)
            yield from order.finished()
            if any(worker.tasks for worker in self._workers):
                self._listen(order)

    def _share_out(self, order: _Order) -> None:
        """A chunk for each worker that has none or is at work on its last, so that it never waits for the next.

        What it is at work on it has taken in, so there is room for another chunk, and sending does not wait either.
        """
        wanting = deque[_Worker | None](worker for worker in self._workers if not worker.tasks)
        wanting.extend([None] * (self._jobs - len(self._workers)))  # those to be started
        wanting.extend(worker for worker in self._workers if 0 < len(worker.tasks) < CHUNK)
        while wanting and (tasks := order.take()):
            self._give(wanting.popleft() or self._start(), tasks)

    def _give(self, worker: _Worker, tasks: deque[_Task]) -> None:
        worker.tasks += tasks
        with suppress(OSError):  # it is dead: that is heard soon
            if tasks:
                worker.connection.send([task.document for task in tasks])

    def _listen(self, order: _Order) -> None:
        """Wait for messages, and take one from each worker that has any; end those that will never have one."""
        speaking = [key.data for key, _ in self._selector.select(_LOOKS)]
        for worker in speaking:
            self._hear(worker, order)
        for worker in [worker for worker in self._workers if worker not in speaking]:
            if worker.clock.seconds > 2 * self._setup.budget.seconds + _GRACE:
                worker.process.kill()
                self._replace(worker, order, self._reason(-signal.SIGALRM))

    def _hear(self, worker: _Worker, order: _Order) -> None:
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            self._replace(worker, order, "")
            return
        if isinstance(message, Refusal):
            raise CleanerError(message.reason)
        if isinstance(message, Ready):
            worker.ready, self._stillborn, self._versions = True, 0, message.versions
        elif message.out_of_memory:
            self._replace(worker, order, message.error)
        else:
            order.put(worker.tasks.popleft().number, message)

    def _replace(self, worker: _Worker, order: _Order, reason: str) -> None:
        """End a worker that is no good any more; a new one goes on with its pages."""
        self._workers.remove(worker)
        self._selector.unregister(worker.connection)
        _end(worker)
        tasks, why = worker.tasks, reason or self._reason(worker.process.returncode)
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn == _STILLBORN:
                raise WorkerError(f"workers end before they are ready: {why}")
        elif tasks:
            first = _blamed(tasks.popleft(), 0 if reason else worker.process.returncode)
            if first.ends < _ENDS and first.kills < _KILLS:
                tasks.appendleft(first)
            else:
                order.put(first.number, aside(why))
        if tasks or not worker.ready:
            self._give(self._start(), tasks)

    def _reason(self, code: int) -> str:
        """Why a worker ended, by its exit code."""
        if code == -signal.SIGALRM:
            return self._setup.budget.overrun
        if code == -signal.SIGKILL:
            return "its worker was killed, as the system does when memory runs out"
        if code < 0:
            return f"its worker crashed: {signal.strsignal(-code)}"
        return f"its worker ended with exit code {code}"

    def _start(self) -> _Worker:
        try:
            ours, theirs = Pipe()
            with theirs, TemporaryFile() as shared:
                clock = Clock(shared.fileno())
                process = _interpreter(theirs.fileno(), shared.fileno())
        except OSError as error:
            raise WorkerError(f"cannot start worker {len(self._workers) + 1}: {error.strerror}") from error
        with suppress(OSError):  # it is dead: that is heard soon
            ours.send((self._setup, Path.cwd()))
        worker = _Worker(process, ours, clock)
        self._workers.append(worker)
        self._selector.register(ours, EVENT_READ, worker)
        return worker

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._selector.close()
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            _end(worker)


def _interpreter(*descriptors: int) -> subprocess.Popen[bytes]:
    """A new one, which is safe whatever threads there are, and imports no more than it needs."""
    begin = f"import sys; sys.path[:] = {sys.path!r}; from cleaner.batch.worker import main; main{descriptors!r}"
    command = [sys.executable, "-c", begin]
    with _without_interrupts():
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=_STANDARD_ERROR, pass_fds=descriptors)


def _blamed(task: _Task, code: int) -> _Task:
    if code == -signal.SIGKILL:
        return task._replace(kills=task.kills + 1)
    return task._replace(ends=task.ends + 1)


def _end(worker: _Worker) -> None:
    """Hang up and wait until its process has ended; it is made to, if it takes long over it."""
    worker.connection.close()
    with suppress(subprocess.TimeoutExpired):
        worker.process.wait(_FAREWELL)
    worker.process.kill()
    worker.process.wait()


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """What is started here never sees the Ctrl-C of a terminal, which goes to all processes; its parent will end it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
