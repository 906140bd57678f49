"""`cleaner learn`: many pages of one outlet in, a plugin file out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from cleaner import Profile
from cleaner.cli.group import FAILED, Failure
from cleaner.cli.options import check_free, make_engine, plugin_option
from cleaner.cli.target import STANDARD_OUTPUT
from cleaner.learn import Learned, Seen, find_recurring, pages_needed, plugin_file, read_pages
from cleaner.profiles import DEFAULT_PROFILE
from cleaner.report import printable
from cleaner.sources import find


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, readable=False))
@click.option("--outlet", required=True, metavar="NAME", help="Name of the outlet: of its profile and its plugin.")
@click.option("--out", "-o", metavar="FILE", help="Where to write; - is standard output.  [default: NAME.py]")
@click.option(
    "--share",
    type=click.FloatRange(0, 1),
    default=0.3,
    show_default=True,
    help="Share of the pages that a line must stand on.",
)
@click.option(
    "--least",
    type=click.IntRange(2),
    default=3,
    show_default=True,
    help="Pages that a line must stand on, however few there are.",
)
@click.option(
    "--profile",
    default=DEFAULT_PROFILE,
    show_default=True,
    metavar="NAME",
    help="The profile to build on: lines that its rules take need no new rule.",
)
@plugin_option
def learn(
    paths: tuple[str, ...],
    outlet: str,
    out: str | None,
    share: float,
    least: int,
    profile: str,
    plugins: tuple[str, ...],
) -> None:
    """Write a plugin for one outlet from the lines that recur across its pages.

    Reads pages and dumps, as many as there are (of very many a part, evenly spread). Lines that
    differ in numbers and months alone become patterns. What an article may say itself, such as
    "Conclusion", is left out and listed as a comment. The file is for you to read, edit and
    commit; nothing is used before you load it with --plugin.

    \b
    Examples:
      cleaner learn dumps/ --outlet gazette
      cleaner learn dumps/ --outlet gazette --share 0.6 --least 5 --out - | less
      cleaner run dumps/ --plugin gazette.py --profile gazette --out clean/
    """  # noqa: D301
    target = _target(outlet, out)
    engine = make_engine(plugins, (), profile)
    name = target.stem.removeprefix("cleaner_") if target else outlet  # as it is called when it is loaded
    check_free(engine, outlet, name)
    failed: list[str] = []

    def fail(path: object, error: Exception) -> None:
        failed.append(str(path))
        click.echo(printable(f"failed: {path}: {getattr(error, 'strerror', None) or error}"), err=True)

    documents = list(find(paths, on_error=lambda error: fail(error.source, error)))
    pages = list(read_pages(engine, documents, profile, lambda document, error: fail(document.source, error)))
    if len(pages) < least:
        raise click.UsageError(f"{len(pages)} pages could be read; what recurs shows on {least} (--least) or more.")
    plugins_in_order = (name, *engine.plan(profile).profile.plugins)
    needed = pages_needed(len(pages), share, least)
    lines = find_recurring(pages, share, least)
    _write(target, plugin_file(Learned(outlet, plugins_in_order, _hosts(pages), len(pages), needed, lines)))
    click.get_current_context().exit(FAILED if failed else 0)


def _target(outlet: str, out: str | None) -> Path | None:
    """The file to write, or None for standard output; never one that is there."""
    Profile(outlet, plugins=(outlet,))  # a name that is none is wrong use before anything is read
    if out == STANDARD_OUTPUT:
        return None
    target = Path(out or f"{outlet}.py")
    if target.suffix != ".py":
        raise click.UsageError(f"--out {out}: a plugin file ends in .py.")
    if target.exists():
        raise click.UsageError(f"{target} is there already, perhaps with your edits; give another --out.")
    return target


def _hosts(pages: list[Seen]) -> tuple[str, ...]:
    """The host that most of the pages say they stand on, if there is one."""
    hosts = Counter(page.host.removeprefix("www.") for page in pages if page.host)
    return tuple(host for host, count in hosts.items() if count * 2 > len(pages))


def _write(target: Path | None, source: str) -> None:
    if target is None:
        click.echo(source, nl=False)
        return
    try:
        target.write_text(source, encoding="utf-8")
    except OSError as error:
        raise Failure(f"cannot write to {target}: {error.strerror}") from error
    click.echo(f"Written to {target}: read it before you use it.", err=True)
