"""A corpus: how fast `cleaner run` is with one worker and with two, what it costs over the library, and its memory.

`python -m benchmarks.corpus` makes it of the open corpora, repeated under new names, and prints pages a second and the
ratios, the library and both runs taking turns over its parts; then the peak memory of the parent and of its workers
for a tenth of the pages and for all of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.console import Console
from rich.table import Table

from benchmarks.memory import peak_memory
from benchmarks.pages import CORPORA, Source, gather

_PER_FOLDER = 1000
_SAMPLES = 0.1
"""Seconds between two looks at processes; the kernel keeps their peaks."""
_BARE = """
import sys
from pathlib import Path
from cleaner import Cleaner
from cleaner.sources import read
engine = Cleaner()
for path in sorted(path for path in Path(sys.argv[1]).rglob("*") if path.is_file()):
    engine.clean(read(str(path)))
"""
"""The library alone: what anybody would write."""


@dataclass(slots=True)
class Process:
    """The most that was ever seen of a process: memory in bytes, processor time in seconds."""

    memory: int = 0
    seconds: float = 0.0

    def look(self, pid: int) -> None:
        """Look at it, if it is still there."""
        self.memory = max(self.memory, peak_memory(pid))
        with suppress(OSError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            self.seconds = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Measured:
    """One run over a corpus."""

    pages: int
    seconds: float
    parent: Process
    workers: Sequence[Process]

    @property
    def rate(self) -> float:
        """Pages a second, with starting and ending."""
        return self.pages / self.seconds

    @property
    def worker_memory(self) -> int:
        """Of the largest, in bytes."""
        return max((worker.memory for worker in self.workers), default=0)

    @property
    def costs(self) -> tuple[float, float]:
        """Processor time for a page, in milliseconds: of the parent, of all workers."""
        work = sum(worker.seconds for worker in self.workers)
        return 1000 * self.parent.seconds / self.pages, 1000 * work / self.pages


def total(runs: Sequence[Measured]) -> Measured:
    """Several runs as one; of the memory, the most."""
    parent = Process(max(run.parent.memory for run in runs), sum(run.parent.seconds for run in runs))
    workers = tuple(worker for run in runs for worker in run.workers)
    return Measured(sum(run.pages for run in runs), sum(run.seconds for run in runs), parent, workers)


def make(originals: Sequence[Path], folder: Path, pages: int) -> None:
    """Put `pages` files into `folder`: the originals, each again under new names."""
    for number, original in enumerate(islice(cycle(originals), pages)):
        place = folder / f"{number // _PER_FOLDER:04d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:06d}{''.join(original.suffixes)}").hardlink_to(original)


def _copied(source: Source, folder: Path, number: int) -> Path:
    folder.mkdir(exist_ok=True)
    suffix = ".txt" if source.path is None else "".join(source.path.suffixes[-2:])
    path = folder / f"{number}{suffix}"
    if not path.exists():
        path.write_bytes(source.read() if source.path is None else source.path.read_bytes())
    return path


def measure(command: Sequence[str], pages: int) -> Measured:
    """Run it to its end, looking at its process and at that one's children."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    parent = Process()
    workers: dict[int, Process] = defaultdict(Process)
    while process.poll() is None:
        parent.look(process.pid)
        for child in _children(process.pid):
            workers[child].look(child)
        time.sleep(_SAMPLES)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Measured(pages, time.monotonic() - started, parent, tuple(workers.values()))


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _library(folder: Path) -> list[str]:
    return [sys.executable, "-c", _BARE, str(folder)]


def _cleaner(folder: Path, out: Path, jobs: int) -> list[str]:
    run = ["run", str(folder), "--out", str(out), "--format", "jsonl", "--quiet"]
    return [sys.executable, "-m", "cleaner.cli", *run, "--jobs", str(jobs)]


@click.command(help=__doc__)
@click.option("--pages", type=click.IntRange(10), default=100_000, show_default=True, help="Pages of the corpus.")
@click.option("--parts", type=click.IntRange(1), default=4, show_default=True, help="Turns of what is compared.")
@click.option("--dumps", is_flag=True, help="Text dumps in place of HTML pages: cheaper, so the parent has more to do.")
@click.option("--data", type=click.Path(path_type=Path), default=CORPORA, help="Folder of corpora; else the fixtures.")
@click.option("--place", type=click.Path(path_type=Path, exists=True), help="Where the corpus is made; some GB.")
def main(pages: int, parts: int, dumps: bool, data: Path, place: Path | None) -> None:
    """Measure and print. Machines are not as quick at all times, so what is compared takes turns."""
    material = gather(data, (), 0)
    sources = next(iter(material.dumps.values())).measured if dumps else material.pages.measured
    with TemporaryDirectory(dir=place) as folder:
        corpus, tenth, out = Path(folder, "corpus"), Path(folder, "tenth"), Path(folder, "out.jsonl")
        originals = [_copied(source, Path(folder, "originals"), number) for number, source in enumerate(sources)]
        folders = [corpus / str(number) for number in range(parts)]
        for part in folders:
            make(originals, part, pages // parts)
        make(originals, tenth, pages // 10)
        turns = [
            [measure(run, pages // parts) for run in (_library(part), _cleaner(part, out, 1), _cleaner(part, out, 2))]
            for part in folders
        ]
        small, whole = (
            measure(_cleaner(found, out, 2), many) for found, many in ((tenth, pages // 10), (corpus, pages))
        )
    _show(f"{pages} pages of {material.origin}; {os.cpu_count()} cores", turns, whole, small)


def _show(title: str, turns: Sequence[Sequence[Measured]], whole: Measured, small: Measured) -> None:
    bare, one, two = (total(runs) for runs in zip(*turns, strict=True))
    table = Table("what", "pages", "pages/s", "parent,\nms/page", "workers,\nms/page", "parent,\nMB", "worker,\nMB")
    rows = {"the library alone": bare, "one worker": one, "two workers": two}
    rows |= {"two workers, a tenth": small, "two workers, in one go": whole}
    for name, found in rows.items():
        figures = (f"{found.rate:.0f}", *(f"{cost:.2f}" for cost in found.costs))
        memory = (f"{size / 1e6:.0f}" for size in (found.parent.memory, found.worker_memory))
        table.add_row(name, str(found.pages), *figures, *memory)
    console = Console(width=None if Console().is_terminal else 120)
    console.print(title, highlight=False)
    console.print(table)
    console.print(f"Two workers are {two.rate / one.rate:.2f} times as fast as one.")
    console.print(f"One worker takes {one.seconds / bare.seconds - 1:+.0%} of the library's time.")
    parent, worker = whole.parent.memory / small.parent.memory, whole.worker_memory / small.worker_memory
    console.print(f"Peak memory, all pages against a tenth: parent {parent - 1:+.1%}, worker {worker - 1:+.1%}.")


if __name__ == "__main__":
    main()
