"""What is done with one page, in whichever process: read, clean, account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cleaner import Cleaner, to_markdown
from cleaner.errors import CleanerError
from cleaner.report import Origin, Tally, record, tally, tally_aside, versions_of
from cleaner.sinks import Encoded, as_files, as_line, to_json
from cleaner.sources import Document, Given, Reader


class Settings(NamedTuple):
    """What holds for every page of a run."""

    url: str | None = None
    profile: str | None = None
    kind: str = "auto"
    ledger: bool = False
    markdown: bool = False
    """Markdown instead of plain text."""
    lines: bool = False
    """Each page on one line of JSON, instead of its text and what is known about it in two files."""


class Result(NamedTuple):
    """What one page came to; it travels from the worker. `error` says why it was put aside, or is empty."""

    tally: bytes
    """A `Tally` as JSON, which is what the journal keeps."""
    page: Encoded = Encoded(b"", b"")
    error: str = ""
    out_of_memory: bool = False


def aside(reason: str, url: str | None = None, out_of_memory: bool = False) -> Result:
    """The result of a page that was put aside."""
    return Result(_encoded(tally_aside(reason, url)), error=reason, out_of_memory=out_of_memory)


def failed(error: Exception, url: str | None = None) -> Result:
    """The result of a page that raised: what is no reader's, plugin's or system's error is ours."""
    if isinstance(error, MemoryError) or isinstance(error.__cause__, MemoryError):
        return aside("needs more memory than it may have", url, out_of_memory=True)
    if isinstance(error, (CleanerError, OSError)):
        return aside(getattr(error, "strerror", None) or str(error), url)
    return aside(f"internal error: {type(error).__name__}: {error}", url)


class PageCleaner:
    """Cleans the pages of a run, one after the other."""

    def __init__(self, engine: Cleaner, settings: Settings) -> None:
        self._engine = engine
        self._settings = settings
        self.versions: Mapping[str, str | None] = versions_of(engine.plugins)
        """Of cleaner and of the distributions of plugins."""

    def clean(self, document: Document, given: Given) -> Result:
        """The result of a page; whatever it brings to light is its own, and it is put aside with the reason."""
        url = given.url or self._settings.url
        try:
            return self._clean(document, given, url)
        except Exception as error:
            return failed(error, url)

    def _clean(self, document: Document, given: Given, url: str | None) -> Result:
        settings = self._settings
        kind = given.kind if settings.kind == "auto" else settings.kind
        cleaned = self._engine.clean(given.data, url=url, profile=settings.profile, kind=kind)
        origin = Origin(document.source, url, given.id, given.date)
        text = to_markdown(cleaned) if settings.markdown else cleaned.text
        known = record(cleaned, origin, settings.ledger, self.versions)
        page = as_line(text, known) if settings.lines else as_files(text, known)
        return Result(_encoded(tally(cleaned, url)), page)


def _encoded(counted: Tally) -> bytes:
    return to_json([*counted]).encode()


def read_page(reader: Reader, document: Document) -> Given | Result:
    """The page, or the result of one that cannot be read."""
    try:
        return reader.read(document)
    except Exception as error:  # one page must not end a run of thousands
        return failed(error)
