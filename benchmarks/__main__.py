"""`python -m benchmarks`: measure, then print."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from benchmarks import __doc__ as explanation
from benchmarks import memory, speed
from benchmarks.pages import CORPORA, Material, gather
from benchmarks.report import Report, show
from benchmarks.systems import OURS, SYSTEMS, System, by_name, split_by_installed


@click.command(help=explanation, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=click.Path(path_type=Path), default=CORPORA, help="Folder of corpora; else the fixtures.")
@click.option("--corpus", "corpora", multiple=True, help="Only this corpus; may be given again.  [default: all]")
@click.option("--pages", "most", type=click.IntRange(0), default=200, show_default=True, help="Sample size; 0: all.")
@click.option("--rounds", type=click.IntRange(1), default=3, show_default=True, help="Times each page is run.")
@click.option(
    "--system",
    "names",
    multiple=True,
    type=click.Choice([system.name for system in SYSTEMS]),
    help="Only this one; may be given again.  [default: all that are installed]",
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def main(data: Path, corpora: tuple[str, ...], most: int, rounds: int, names: tuple[str, ...], as_json: bool) -> None:
    """Measure and print; the text of the command is the package's own."""
    try:
        material = gather(data, corpora, most)
    except FileNotFoundError as error:
        raise click.UsageError(str(error)) from error
    chosen = tuple(by_name(name) for name in dict.fromkeys(names)) or SYSTEMS
    systems, missing = split_by_installed(chosen)
    with _no_logs():
        report = _measure(material, systems, missing, rounds)
    if as_json:
        click.echo(json.dumps(report.as_json(), indent=2))
    else:
        show(report, Console(width=None if Console().is_terminal else 120))


def _measure(material: Material, systems: list[System], missing: list[str], rounds: int) -> Report:
    pages, ours = material.pages, [system for system in systems if system.name == OURS]
    with _bar("pages", rounds * len(pages.measured)) as tick:
        timings = speed.measure(systems, pages, rounds, tick) if pages.measured else {}
    sizes: dict[str, memory.Memory] = {}
    with _bar("memory", len(systems)) as tick:
        for system in systems:
            sizes[system.name] = memory.measure(system, pages.measured)
            tick()
    dumps: dict[str, speed.Timing] = {}
    for kind, sample in material.dumps.items():
        with _bar(f"dumps ({kind})", rounds * len(sample.measured)) as tick:
            if ours and sample.measured:
                dumps[kind] = speed.measure(ours, sample, rounds, tick)[OURS]
    return Report(material.origin, rounds, len(pages.warm_up), systems, missing, timings, sizes, dumps)


@contextmanager
def _no_logs() -> Iterator[None]:
    """Peers log what they think of a page."""
    logging.disable()
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


@contextmanager
def _bar(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A progress bar on a terminal's standard error; gone when done."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(label, total=total)
        yield lambda: progress.advance(task)


if __name__ == "__main__":
    main()
