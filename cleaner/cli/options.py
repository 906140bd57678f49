"""Options that several commands share, and the engine made from them."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import click

from cleaner import Cleaner
from cleaner.batch import Budget
from cleaner.batch import make_engine as make_engine
from cleaner.cli.run import Manner
from cleaner.segment import KINDS

Command = TypeVar("Command", bound=Callable[..., object])


def engine_options(command: Command) -> Command:
    """`--plugin` and `--without`."""
    command = click.option(
        "--without",
        multiple=True,
        metavar="RULE",
        help="Switch a rule off, by its full name: blog/related. May be repeated.",
    )(command)
    return plugin_option(command)


def plugin_option(command: Command) -> Command:
    """`--plugin`."""
    return click.option(
        "--plugin",
        "plugins",
        multiple=True,
        metavar="FILE_OR_MODULE",
        help="Load one more plugin: a Python or TOML file, or the name of a module. May be repeated.",
    )(command)


def check_free(engine: Cleaner, *names: str) -> None:
    """Refuse to make a plugin or profile of a name that is taken: the two could not be loaded together."""
    for kind, known in (("plugin", engine.plugins), ("profile", engine.profiles)):
        if taken := {one.name for one in known}.intersection(names):
            raise click.UsageError(f"There is a {kind} {min(taken)!r} already; choose another name.")


def json_option(command: Command) -> Command:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def page_options(command: Command) -> Command:
    """`--profile`, `--url` and `--kind`."""
    for option in (
        click.option(
            "--kind",
            type=click.Choice(sorted(KINDS)),
            default="auto",
            show_default=True,
            help="What the input is: HTML, or a text dump of a page.",
        ),
        click.option("--url", help="Where the page came from; tells the outlet by its host. For a single page."),
        click.option("--profile", metavar="NAME", help="Use this profile instead of recognising the outlet."),
    ):
        command = option(command)
    return command


def careful_option(command: Command) -> Command:
    """`--careful`."""
    return click.option(
        "--careful", is_flag=True, help="Remove only what is sure: less goes, and hardly ever the article."
    )(command)


def run_options(command: Command) -> Command:
    """`--jobs`, `--timeout`, `--memory`, `--resume`, `--restart` and `--quiet`, as a `Budget` and a `Manner`."""

    @wraps(command)
    def gathered(
        jobs: int, timeout: float, memory: int, resume: bool, restart: bool, quiet: bool, **others: Any
    ) -> Any:
        if resume and restart:
            raise click.UsageError("--resume goes on and --restart begins anew; give one of them.")
        return command(budget=Budget(timeout, memory), manner=Manner(jobs, resume, restart, quiet), **others)

    for option in (
        click.option("--quiet", "-q", is_flag=True, help="Name pages put aside only: no progress, no summary."),
        click.option("--restart", is_flag=True, help="Forget the unfinished run there, and begin anew."),
        click.option("--resume", is_flag=True, help="Go on with the unfinished run there; if there is none, begin."),
        click.option(
            "--memory",
            type=click.IntRange(1),
            default=Budget().megabytes,
            show_default=True,
            metavar="MB",
            help="Put a page aside that needs more memory.",
        ),
        click.option(
            "--timeout",
            type=click.FloatRange(0, min_open=True),
            default=Budget().seconds,
            show_default=True,
            metavar="SECONDS",
            help="Put a page aside that takes longer.",
        ),
        click.option(
            "--jobs",
            "-j",
            type=click.IntRange(1),
            default=_cores,
            show_default="all cores",
            metavar="N",
            help="Worker processes.",
        ),
    ):
        gathered = option(gathered)
    return cast(Command, gathered)


def _cores() -> int:
    """Those that this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
