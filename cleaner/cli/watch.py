"""`cleaner watch`: the report of a page in the browser, always of the files as they are now."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from cleaner import Cleaned
from cleaner.batch import Settings
from cleaner.cli.group import Mistake
from cleaner.cli.options import engine_options, make_engine, page_options
from cleaner.report import printable
from cleaner.sources import SourceError, read


@click.command()
@click.argument("page", type=click.Path(exists=True, dir_okay=False))
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Serve there; without it, a port that is free.")
@page_options
@engine_options
def watch(
    page: str,
    port: int,
    profile: str | None,
    url: str | None,
    kind: str,
    plugins: tuple[str, ...],
    without: tuple[str, ...],
) -> None:
    """Show the report of a page in the browser while you write its rules.

    It is the report of `cleaner explain --html`, served to this machine alone. Whenever the page or a
    plugin file is saved, it is made anew and the browser shows it. A rule that is broken is shown with its
    line, above the last report that worked. A plugin given as a module is read once. Ctrl-C ends.

    \b
    Examples:
      cleaner watch page.html --plugin times.py
      cleaner watch page.html --plugin times.py --port 8000
      cleaner watch dump.txt --profile dw --kind text --without blog/related
      cleaner watch page.html --url https://www.times.example/post --plugin times.py
    """  # noqa: D301
    from cleaner.view import LOOPBACK, Live, serve

    sys.dont_write_bytecode = True  # a plugin saved twice in a second would be read from the first one's bytecode
    make = partial(clean_anew, page, Settings(url, profile, kind), plugins, without)
    live = Live(page, make, Path(page), [Path(plugin) for plugin in plugins])
    try:
        server = serve(live.current, port)
    except OSError as error:
        raise Mistake(f"cannot serve on port {port}: {error.strerror}") from error
    with server:
        click.echo(f"http://{LOOPBACK}:{server.server_port}/ shows {printable(page)}. Ctrl-C ends.")
        server.serve_forever()


def clean_anew(page: str, settings: Settings, plugins: Sequence[str], without: Sequence[str]) -> Cleaned:
    """The page, as it is now, cleaned with the plugins as they are now.

    Raises:
        CleanerError: a plugin is broken, or the page cannot be read.
    """
    engine = make_engine(plugins, without, settings.profile)
    try:
        source = read(page)
    except SourceError as error:
        raise SourceError(f"{page}: {error}") from error
    return engine.clean(source, url=settings.url, profile=settings.profile, kind=settings.kind)
