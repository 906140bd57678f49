"""`cleaner stats` and `cleaner drift`: what reports of runs say."""

from __future__ import annotations

from pathlib import Path

import click

from cleaner.cli.group import FAILED, Mistake
from cleaner.cli.options import json_option
from cleaner.cli.terminal import show
from cleaner.report import (
    LEVEL,
    STATISTICS,
    Drift,
    Report,
    ReportError,
    drift,
    drift_json,
    drift_sheet,
    read_report,
    report_sheet,
)
from cleaner.sinks import to_json

_report = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("reports", nargs=-1, required=True, type=_report, metavar="REPORT...")
@click.option(
    "--by",
    type=click.Choice(list(STATISTICS)),
    default="profile",
    show_default=True,
    help="What the rows are. rule: on how many pages it took how many lines. reason: why pages were put aside.",
)
@json_option
def stats(reports: tuple[Path, ...], by: str, as_json: bool) -> None:
    """Print the reports of runs, added up.

    A REPORT is the report.json that `cleaner run` leaves, or the folder or file it stands in or beside.

    \b
    Examples:
      cleaner stats clean/
      cleaner stats monday.jsonl.gz tuesday.jsonl.gz --by outlet
      cleaner stats clean/ --by rule
      cleaner stats clean/ --json | jq '.outlets | keys'
    """  # noqa: D301
    report = Report()
    for path in reports:
        report.merge(_read(path))
    if as_json:
        click.echo(to_json(report.as_json(), indented=True))
    else:
        show(report_sheet(report, by))


@click.command("drift")
@click.argument("old", type=_report)
@click.argument("new", type=_report)
@click.option(
    "--level",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    default=LEVEL,
    show_default=True,
    help="How probable a false alarm may be, over all outlets together.",
)
@json_option
def compare(old: Path, new: Path, level: float, as_json: bool) -> None:
    """Tell whether an outlet's layout has moved between two runs.

    OLD and NEW are the report.json of two runs, or the output they stand in or beside: say, of last
    week's pages and today's, cleaned by the same version. Shown is what became more or less frequent
    and cannot be chance: rules gone silent, fields no longer found or of another shape, the share
    of text kept, lines newly common. Exit code 1 when an outlet has moved, 0 when none has.

    \b
    Examples:
      cleaner drift last-week/ today/
      cleaner drift last-week/report.json today/report.json --level 0.01
      cleaner drift last-week/ today/ --json | jq -r .moved[]
    """  # noqa: D301
    before, after = _read(old), _read(new)
    if before.versions != after.versions:
        click.echo("The two runs were of different versions, which can differ where the pages do not.", err=True)
    found = drift(before, after, level)
    if as_json:
        click.echo(to_json(drift_json(found), indented=True))
    else:
        _tell(found)
    click.get_current_context().exit(FAILED if found.moved else 0)


def _tell(found: Drift) -> None:
    if found.changes:
        show(drift_sheet(found))
    click.echo(f"{len(found.moved)} of {len(found.compared)} outlets have moved.")
    for outlets, what in (
        (found.too_few, "have too few pages to tell"),
        (found.only_old, "are in the old report only"),
        (found.only_new, "are in the new report only"),
    ):
        if outlets:
            click.echo(f"{len(outlets)} {what}.")


def _read(path: Path) -> Report:
    beside = Path(f"{path}.report.json")
    file = path / "report.json" if path.is_dir() else beside if beside.is_file() else path
    try:
        return read_report(file.read_bytes())
    except (ReportError, OSError) as error:
        raise Mistake(f"{file}: {getattr(error, 'strerror', None) or error}") from error
