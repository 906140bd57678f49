"""Peak memory: each system in a fresh process of its own, over the same pages, one at a time.

`python -m benchmarks.memory SYSTEM` reads the pages to run on from standard input.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pages import ROOT, Source
from benchmarks.systems import System, by_name


@dataclass(frozen=True, slots=True)
class Memory:
    """Of one process, in bytes."""

    base: int
    """After imports, before the first page."""
    peak: int
    """After the last page; the base is part of it."""


def measure(system: System, sources: Sequence[Source]) -> Memory:
    """Run `system` over the pages in a process of its own."""
    task = json.dumps([(source.url, str(source.path)) for source in sources])
    command = [sys.executable, "-m", "benchmarks.memory", system.name]
    done = subprocess.run(command, input=task, capture_output=True, text=True, check=True, cwd=ROOT)
    base, peak = json.loads(done.stdout.splitlines()[-1])
    return Memory(base, peak)


def _run(name: str) -> None:
    """In the fresh process: one system, all pages."""
    sources = [Source(path, url, Path(path)) for url, path in json.load(sys.stdin)]
    extract = by_name(name).make()
    base = peak_memory()
    for source in sources:
        with suppress(Exception):  # counted where time is measured
            extract(source.read(), source.url)
    print(json.dumps([base, peak_memory()]))


def peak_memory(pid: int | None = None) -> int:
    """The most memory that a process ever held, this one if None, in bytes; 0 if it has ended.

    Linux hands `ru_maxrss` down from the process that started this one, so there the kernel's own mark is read.
    """
    with suppress(OSError):
        status = Path(f"/proc/{pid or 'self'}/status").read_text()
        mark = next((line for line in status.splitlines() if line.startswith("VmHWM:")), "")
        if mark:
            return int(mark.split()[1]) * 1024
    if pid is not None:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


if __name__ == "__main__":
    _run(sys.argv[1])
