"""`cleaner new`: pages of an outlet in, a package for it out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import regex

from cleaner.cli.group import Failure
from cleaner.cli.options import check_free, make_engine
from cleaner.report import printable
from cleaner.scaffold import Found, Page, examine, package, read_pages, write
from cleaner.sources import find


@click.command()
@click.argument("name")
@click.argument("pages", nargs=-1, required=True, type=click.Path(exists=True, readable=False))
@click.option("--out", "-o", metavar="DIR", help="The folder to make.  [default: cleaner-NAME]")
@click.option("--toml", is_flag=True, help="Write the outlet as data, a TOML file, instead of Python.")
@click.option("--anonymise", is_flag=True, help="Replace the words of the articles by invented ones.")
def new(name: str, pages: tuple[str, ...], out: str | None, toml: bool, anonymise: bool) -> None:
    """Make a package for an outlet, from saved pages and dumps of it.

    The package installs, and its tests run: what is missing fails and says so. Rules that the
    pages suggest stand in it as comments, each with its evidence; two pages or more show what
    recurs. What must come of each page is for you to write, by hand.

    With --anonymise the fixtures keep markup, template lines, addresses and numbers, and no
    sentence of the article can be read any more.

    \b
    Examples:
      cleaner new gazette saved/*.html
      cleaner new gazette saved/ --toml --out ~/plugins/gazette
      cleaner new gazette a.html b.html dump.txt --anonymise
    """  # noqa: D301
    project = name.replace("_", "-")
    folder = Path(out or f"cleaner-{project}")
    _check(name, folder)
    engine = make_engine((), ())
    check_free(engine, name)
    read = read_pages(engine, list(find(pages)), anonymise)
    if not read:
        raise click.UsageError("No pages there.")
    found = examine(read)
    try:
        write(folder, package(name, read, found, toml))
    except OSError as error:
        raise Failure(f"cannot write to {folder}: {error.strerror}") from error
    click.echo(_summary(name, folder, read, found, toml))


def _check(name: str, folder: Path) -> None:
    if not regex.fullmatch("[a-z][a-z0-9_]*", name):
        raise click.UsageError(f"NAME {name!r}: use lower-case letters, digits and underscores; it names a module.")
    if folder.exists():
        raise click.UsageError(f"{folder} is there already; give another --out.")


def _summary(name: str, folder: Path, pages: Sequence[Page], found: Found, toml: bool) -> str:
    plugin = folder / (f"cleaner_{name}/{name}.toml" if toml else f"cleaner_{name}.py")
    hosts = ", ".join(found.hosts) or "none named by the pages"
    alone = "They are of one article; pages of two show what recurs.\n" if found.articles == 1 else ""
    return printable(
        f"{folder}: {len(pages)} fixtures, {len(found.candidates)} rules to consider in {plugin}; hosts: {hosts}.\n"
        f"{alone}Next: cd {folder} && pip install -e '.[test]' && pytest; README.md says what is to do.",
        keep="\n",
    )
