"""The options of a run that say what goes in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar, cast

import click

from cleaner.cli.run import Wanted
from cleaner.sources import FORMS, RECOGNISED, STANDARD_INPUT, Reading, SourceError, listed, split_source

Command = TypeVar("Command", bound=Callable[..., object])


class PathOrRecord(click.Path):
    """A path that is there, `-`, or a record of an archive as outputs call it: `crawl.warc.gz#17`."""

    def __init__(self, folders: bool) -> None:
        super().__init__(exists=True, readable=False, dir_okay=folders, allow_dash=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """`value`, if the file is there."""
        super().convert(split_source(value)[0], param, ctx)
        return value


def input_options(command: Command) -> Command:
    """The paths, `--from-list`, `--include` and `--exclude` as a `Wanted`; and those of `reading_options`."""

    @wraps(command)
    def gathered(
        paths: tuple[str, ...],
        from_list: str | None,
        include: tuple[str, ...],
        exclude: tuple[str, ...],
        **others: Any,
    ) -> Any:
        return command(wanted=Wanted((*paths, *_listed(from_list, paths)), exclude, include), **others)

    for option in (
        reading_options,
        click.option(
            "--exclude",
            multiple=True,
            metavar="GLOB",
            help="Pass over files and folders found in a folder whose name or path below it matches. May be repeated.",
        ),
        click.option(
            "--include",
            multiple=True,
            metavar="GLOB",
            help="In folders, take the files whose name or path below it matches, whatever their suffix, and no "
            "others. May be repeated.",
        ),
        click.option(
            "--from-list",
            type=click.Path(exists=True, dir_okay=False, allow_dash=True),
            metavar="FILE",
            help="Take the paths in this file too, one a line; - is standard input.",
        ),
        click.argument("paths", nargs=-1, type=PathOrRecord(folders=True)),
    ):
        gathered = option(gathered)
    return cast(Command, gathered)


def reading_options(command: Command) -> Command:
    """`--input-format` and `--field`, as a `Reading`."""

    @wraps(command)
    def gathered(input_format: str, fields: tuple[tuple[str, str], ...], **others: Any) -> Any:
        return command(reading=Reading(input_format, fields), **others)

    for option in (
        click.option(
            "--field",
            "fields",
            multiple=True,
            callback=_fields,
            metavar="PART=NAME",
            help="What the records of JSON lines and Parquet call a part of the page: text, url, id or date. "
            "Usual names are recognised. May be repeated.",
        ),
        click.option(
            "--input-format",
            type=click.Choice(FORMS),
            default="auto",
            show_default=True,
            help="What a file is, whatever its suffix; auto goes by that.",
        ),
    ):
        gathered = option(gathered)
    return cast(Command, gathered)


def _listed(path: str | None, paths: Sequence[str]) -> list[str]:
    if path is None:
        if not paths:
            raise click.UsageError("Missing argument 'PATHS...'; or give --from-list.")
        return []
    if path == STANDARD_INPUT and STANDARD_INPUT in paths:
        raise click.UsageError("Standard input cannot be both a page and the list of paths.")
    try:
        return listed(path)
    except SourceError as error:
        raise click.UsageError(f"--from-list {path}: {error}") from error


def _fields(context: click.Context, option: click.Parameter, values: Sequence[str]) -> tuple[tuple[str, str], ...]:
    pairs = [(part, name) for part, _, name in (value.partition("=") for value in values)]
    for part, name in pairs:
        if part not in RECOGNISED or not name:
            raise click.BadParameter(f"{part}={name} should be one of {', '.join(RECOGNISED)}, then =, then a name.")
    return tuple(pairs)
