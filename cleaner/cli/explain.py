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
from cleaner.sources import Given, Reading, look_up


def explain_page(
    engine: Cleaner, source: str, reading: Reading, settings: Settings, removed_only: bool, as_json: bool
) -> None:
    """Clean the page that is called `source` and show what became of its lines."""
    result, url = cleaned(engine, source, reading, settings)
    if as_json:
        click.echo(to_json(explained(result, source, url, removed_only), indented=True))
        return
    lines = fates(result, removed_only)
    show(page_sheet(result))
    click.echo()
    show(margin_sheet(lines) if for_terminal() else line_sheet(lines))


def cleaned(engine: Cleaner, source: str, reading: Reading, settings: Settings) -> tuple[Cleaned, str | None]:
    """The page that is called `source`, cleaned, and the URL by which its outlet was looked for.

    Raises:
        Failure: it cannot be read, or a plugin fails on it.
    """
    try:
        return clean_given(engine, look_up(source, reading), settings)
    except CleanerError as error:
        raise Failure(f"{source}: {error}") from error


def clean_given(engine: Cleaner, given: Given, settings: Settings) -> tuple[Cleaned, str | None]:
    """A page as it was read, cleaned, and the URL by which its outlet was looked for."""
    url = settings.url or given.url
    kind = given.kind if settings.kind == "auto" else settings.kind
    return engine.clean(given.data, url=url, profile=settings.profile, kind=kind), url
