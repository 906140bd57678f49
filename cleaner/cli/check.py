"""`cleaner check`: what is wrong with a plugin, and what is doubtful."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleaner.cli.group import FAILED
from cleaner.cli.options import json_option
from cleaner.errors import MissingExtraError
from cleaner.report import printable
from cleaner.sinks import to_json

if TYPE_CHECKING:
    from cleaner.check import Finding


@click.command()
@click.argument("plugins", nargs=-1, metavar="[PLUGIN]...")
@click.option(
    "--fixtures",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The plugin's fixtures; otherwise the folder `fixtures` beside it.",
)
@click.option("--accept", is_flag=True, help="Write drafts of missing expectations; they fail until you unmark them.")
@json_option
def check(plugins: tuple[str, ...], fixtures: Path | None, accept: bool, as_json: bool) -> None:
    """Find what is wrong with plugins, and what is doubtful.

    PLUGIN is an installed plugin, a Python or TOML file or the name of a module; without it,
    every installed plugin is checked. Errors are what cannot be meant, warnings what a person
    should look at: rules that fail their own sample, that fire on no fixture, that nobody would
    miss; slow patterns; selectors that take the article; hosts that another profile claims;
    fixtures that fail or lack what must come out of them.

    Exit code 1 if there are errors.

    \b
    Examples:
      cleaner check
      cleaner check gazette.toml
      cleaner check my_outlet.py --fixtures pages/
      cleaner check gazette.toml --accept
      cleaner check --json | jq '.[] | select(.severity == "error")'
    """  # noqa: D301
    if fixtures and len(plugins) != 1:
        raise click.UsageError("--fixtures belongs to one plugin: name it.")
    judge = _judge()
    found = list(judge(plugins, fixtures, accept))
    if as_json:
        click.echo(to_json([one._asdict() for one in found], indented=True))
    else:
        for one in found:
            click.echo(printable(_line(one), keep="\n"))
    errors = sum(one.severity == "error" for one in found)
    if found and not as_json:
        click.echo(f"{errors} errors, {len(found) - errors} warnings", err=True)
    click.get_current_context().exit(FAILED if errors else 0)


def _judge() -> Callable[[Sequence[str], Path | None, bool], list[Finding]]:
    """Imported only now: it brings the testing kit."""
    try:
        from cleaner.check import judge_all
    except ModuleNotFoundError as error:
        raise MissingExtraError(str(error)) from error
    return judge_all


def _line(finding: Finding) -> str:
    place = f"{finding.place}: " if finding.place else ""
    return f"{place}{finding.severity}: {finding.about}: {finding.message} [{finding.kind}]"
