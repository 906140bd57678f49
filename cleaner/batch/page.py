"""What is done with one page, in whichever process: read, clean, account."""

from __future__ import annotations

from typing import NamedTuple

from cleaner import Cleaner
from cleaner.errors import CleanerError
from cleaner.report import Tally, record, tally, tally_aside
from cleaner.sources import Document, Given, Reader


class Settings(NamedTuple):
    """What holds for every page of a run."""

    url: str | None = None
    profile: str | None = None
    kind: str = "auto"
    ledger: bool = False


class Result(NamedTuple):
    """What one page came to; it travels from the worker. `error` says why it was put aside, or is empty."""

    tally: Tally
    text: str = ""
    record: dict[str, object] = {}  # noqa: RUF012 - never written to
    error: str = ""
    out_of_memory: bool = False


def aside(reason: str, out_of_memory: bool = False) -> Result:
    """The result of a page that was put aside."""
    return Result(tally_aside(reason), error=reason, out_of_memory=out_of_memory)


def read_page(reader: Reader, document: Document) -> Given | Result:
    """The page, or the result of one that cannot be read."""
    try:
        return reader.read(document)
    except (CleanerError, OSError) as error:
        return aside(getattr(error, "strerror", None) or str(error))
    except Exception as error:  # one page must not end a run of thousands, whatever it brings to light
        return _surprise(error)


def clean_page(engine: Cleaner, document: Document, given: Given, settings: Settings) -> Result:
    """The result of a page that was read. Whatever it brings to light is its own: it is put aside with the reason."""
    try:
        url = given.url or settings.url
        kind = given.kind if settings.kind == "auto" else settings.kind
        cleaned = engine.clean(given.data, url=url, profile=settings.profile, kind=kind)
        return Result(tally(cleaned, url), cleaned.text, record(cleaned, document.source, url, settings.ledger))
    except Exception as error:
        return _surprise(error)


def _surprise(error: Exception) -> Result:
    if isinstance(error, MemoryError) or isinstance(error.__cause__, MemoryError):
        return aside("needs more memory than it may have", out_of_memory=True)
    return aside(str(error) if isinstance(error, CleanerError) else f"internal error: {type(error).__name__}: {error}")
