"""Cost against size: pages of growing length, made by repeating the paragraphs of a fixture.

`python -m benchmarks.growth` prints milliseconds per megabyte, which stay the same where cost is linear.
"""

from __future__ import annotations

import gc
import re
from pathlib import Path
from time import thread_time

import click
from rich.console import Console
from rich.table import Table

from benchmarks.pages import FIXTURES
from cleaner import Cleaner

_SIZES = (0.1, 1, 10, 50)
"""Megabytes."""
_PAGE = FIXTURES / "blog" / "query-loop--block-theme.html"
_PARAGRAPH = re.compile("<p>.+?</p>")


def grown(page: str, megabytes: float) -> bytes:
    """`page` with its paragraphs over and over again, each time numbered anew, up to that size."""
    paragraphs, end = "".join(_PARAGRAPH.findall(page)), next(_PARAGRAPH.finditer(page)).end()
    times = max(1, int(megabytes * 1_000_000 - len(page)) // len(paragraphs.encode()))
    repeated = "".join(paragraphs.replace("</p>", f" {number}.</p>") for number in range(times))
    return (page[:end] + repeated + page[end:]).encode()


def cost(engine: Cleaner, page: bytes) -> float:
    """Seconds of processor time for one page."""
    gc.collect()
    started = thread_time()
    engine.clean(page)
    return thread_time() - started


@click.command(help=__doc__)
@click.option("--page", type=click.Path(exists=True, path_type=Path), default=_PAGE, help="The page to repeat.")
@click.option("--size", "sizes", type=float, multiple=True, default=_SIZES, show_default=True, help="Megabytes.")
@click.option("--rounds", type=click.IntRange(1), default=3, show_default=True, help="The fastest one counts.")
def main(page: Path, sizes: tuple[float, ...], rounds: int) -> None:
    """Measure and print."""
    engine, source = Cleaner(), page.read_text(encoding="utf-8")
    engine.clean(source)
    table = Table("page, MB", "ms", "ms per MB")
    for size in sizes:
        big = grown(source, size)
        seconds = min(cost(engine, big) for _ in range(rounds))
        megabytes = len(big) / 1_000_000
        table.add_row(f"{megabytes:.1f}", f"{seconds * 1000:.1f}", f"{seconds * 1000 / megabytes:.1f}")
    Console().print(table)


if __name__ == "__main__":
    main()
