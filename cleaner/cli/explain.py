"""`cleaner explain`: one page, every line with its fate."""

from __future__ import annotations

import click

from cleaner import Cleaned, Cleaner
from cleaner.batch import Settings
from cleaner.cli.group import Failure
from cleaner.cli.terminal import for_terminal, show
from cleaner.errors import CleanerError
from cleaner.report import explained, fates, line_sheet, margin_sheet, page_sheet
from cleaner.sinks import to_json
from cleaner.sources import read


def explain_page(engine: Cleaner, path: str, settings: Settings, removed_only: bool, as_json: bool) -> None:
    """Clean the page at `path` and show what became of its lines."""
    result = cleaned(engine, path, settings)
    if as_json:
        click.echo(to_json(explained(result, path, settings.url, removed_only), indent=1))
        return
    lines = fates(result, removed_only)
    show(page_sheet(result))
    click.echo()
    show(margin_sheet(lines) if for_terminal() else line_sheet(lines))


def cleaned(engine: Cleaner, path: str, settings: Settings) -> Cleaned:
    """The page at `path`, cleaned.

    Raises:
        Failure: it cannot be read, or a plugin fails on it.
    """
    try:
        return engine.clean(read(path), url=settings.url, profile=settings.profile, kind=settings.kind)
    except CleanerError as error:
        raise Failure(f"{path}: {error}") from error
