"""`cleaner import-ftr`: site configurations of FiveFilters as outlet files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from cleaner.cli.group import FAILED
from cleaner.cli.options import json_option
from cleaner.errors import CleanerError
from cleaner.ftr import Left, convert
from cleaner.report import printable
from cleaner.sinks import to_json


@click.command("import-ftr")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out",
    "-o",
    default=".",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the outlet files. Files that are there are not overwritten.",
)
@json_option
def import_ftr(files: tuple[Path, ...], out: Path, as_json: bool) -> None:
    """Turn site configurations of FiveFilters into outlet files.

    FILE is named after its host, example.org.txt. What it strips, and what it names as the body,
    becomes a rule where CSS can say what its XPath says; the rest is listed with its line, and
    stands as a comment in the outlet file. Exit code 1 if a file could not be read or written.

    \b
    Examples:
      cleaner import-ftr example.org.txt
      cleaner import-ftr site-config/*.txt --out outlets/
      cleaner import-ftr site-config/*.txt --out outlets/ --json | jq '.files[].left[].why'
      cleaner run pages/ --plugin outlets/example-org.toml --out clean/
    """  # noqa: D301
    out.mkdir(parents=True, exist_ok=True)
    done = [_turn(file, out) for file in files]
    totals = {
        "files": len(done),
        "rules": sum(one.rules for one in done),
        "left": sum(len(one.left) for one in done),
        "failed": sum(bool(one.error) for one in done),
    }
    if as_json:
        click.echo(to_json({"files": [one.record() for one in done], "totals": totals}, indented=True))
    else:
        for line in (line for one in done for line in one.lines()):
            click.echo(printable(line))
        click.echo(
            "{files} files: {rules} rules, {left} directives not turned, {failed} failed".format(**totals), err=True
        )
    click.get_current_context().exit(FAILED if totals["failed"] else 0)


class _Turned(NamedTuple):
    """What became of a file."""

    file: Path
    outlet: Path | None = None
    rules: int = 0
    left: tuple[Left, ...] = ()
    error: str = ""

    def record(self) -> dict[str, object]:
        """As JSON takes it."""
        left = [one._asdict() for one in self.left]
        outlet = str(self.outlet) if self.outlet else None
        return {
            "file": str(self.file),
            "outlet": outlet,
            "rules": self.rules,
            "left": left,
            "error": self.error or None,
        }

    def lines(self) -> Iterator[str]:
        """For a person."""
        if self.error:
            yield f"{self.file}: failed: {self.error}"
            return
        yield f"{self.file}: {self.rules} rules in {self.outlet}"
        for one in self.left:
            yield f"{self.file}:{one.line}: not turned: {one.directive} ({one.why})"


def _turn(file: Path, out: Path) -> _Turned:
    try:
        converted = convert(file.name, file.read_text(encoding="utf-8", errors="replace"))
        outlet = out / f"{converted.name}.toml"
        with outlet.open("x", encoding="utf-8") as stream:
            stream.write(converted.toml)
    except FileExistsError:
        return _Turned(file, error=f"{outlet} is there already")
    except (CleanerError, OSError) as error:
        return _Turned(file, error=str(error))
    return _Turned(file, outlet, converted.rules, converted.left)
