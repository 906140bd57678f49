"""Options that several commands share, and the engine made from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from cleaner import Cleaner, discover, load_plugin
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
        help="Load one more plugin: a Python file or the name of a module. May be repeated.",
    )(command)


def json_option(command: Command) -> Command:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def page_options(command: Command) -> Command:
    """`--profile`, `--url`, `--kind` and `--careful`."""
    for option in (
        click.option(
            "--careful", is_flag=True, help="Remove only what is sure: less goes, and hardly ever the article."
        ),
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


def make_engine(
    plugins: Sequence[str], without: Sequence[str], profile: str | None = None, *, careful: bool = False
) -> Cleaner:
    """A `Cleaner` with the discovered plugins and `plugins`; an unknown profile is an error here, not on a page."""
    chosen = [*discover(), *map(load_plugin, plugins)] if plugins else None
    engine = Cleaner(chosen, without=without, careful=careful)
    if profile is not None:
        engine.plan(profile)
    return engine
