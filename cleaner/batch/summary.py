"""Cleaning many pages: each is read, cleaned and written on its own, and none ends the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from cleaner import Cleaner
from cleaner.errors import CleanerError
from cleaner.report import Origin, Sheet, counts, record
from cleaner.sinks import OutputError, Sink
from cleaner.sources import Document, read


class Settings(NamedTuple):
    """What holds for every page of a run."""

    url: str | None = None
    profile: str | None = None
    kind: str = "auto"
    ledger: bool = False


class Outcome(NamedTuple):
    """What became of one page; `error` is empty if it was cleaned and written."""

    document: Document
    profile: str = ""
    status: str = ""
    kept: int = 0
    removed: int = 0
    error: str = ""


def clean_all(engine: Cleaner, documents: Iterable[Document], sink: Sink, settings: Settings) -> Iterator[Outcome]:
    """Clean the pages one after the other, and say of each what became of it.

    Raises:
        OutputError: the sink cannot take any page.
        BrokenPipeError: nobody reads the output any more.
    """
    for document in documents:
        yield _attempt(engine, document, sink, settings)


def _attempt(engine: Cleaner, document: Document, sink: Sink, settings: Settings) -> Outcome:
    try:
        return _clean(engine, document, sink, settings)
    except (OutputError, BrokenPipeError):
        raise
    except (CleanerError, OSError) as error:
        return failure(document, error)
    except Exception as error:  # one page must not end a run of thousands, whatever it brings to light
        return Outcome(document, error=f"internal error: {type(error).__name__}: {error}")


def _clean(engine: Cleaner, document: Document, sink: Sink, settings: Settings) -> Outcome:
    result = engine.clean(read(document.path), url=settings.url, profile=settings.profile, kind=settings.kind)
    sink.write(document.name, result.text, record(result, Origin(document.path, settings.url), settings.ledger))
    return Outcome(document, result.profile, result.status, *counts(result))


def failure(document: Document, error: Exception) -> Outcome:
    """The outcome of a page that could not be read, cleaned or written."""
    return Outcome(document, error=getattr(error, "strerror", None) or str(error))


def overwritten(documents: Iterable[Document], targets: Iterable[Path]) -> Path | None:
    """The first of `targets` that is one of the inputs, or None."""
    inputs = {_identity(Path(document.path)) for document in documents} - {None}
    return next((target for target in targets if _identity(target) in inputs), None)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


@dataclass(slots=True)
class Tally:
    """Counts of one profile."""

    pages: int = 0
    kept: int = 0
    removed: int = 0
    empty: int = 0
    cut: int = 0
    failed: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one page."""
        self.pages += not outcome.error
        self.kept += outcome.kept
        self.removed += outcome.removed
        self.empty += outcome.status == "empty"
        self.cut += outcome.status.startswith("cut")
        self.failed += bool(outcome.error)


@dataclass(slots=True)
class Summary:
    """What became of a run so far."""

    profiles: dict[str, Tally] = field(default_factory=dict)

    def add(self, outcome: Outcome) -> None:
        """Count one page; one that failed has no profile."""
        self.profiles.setdefault(outcome.profile or "-", Tally()).add(outcome)

    @property
    def cleaned(self) -> int:
        """Pages that were cleaned and written."""
        return sum(tally.pages for tally in self.profiles.values())

    @property
    def failed(self) -> int:
        """Pages that were not."""
        return sum(tally.failed for tally in self.profiles.values())

    def sheet(self) -> Sheet:
        """The counts by profile."""
        headings = ("profile", "pages", "lines kept", "lines removed", "empty", "cut", "failed")
        rows = [
            (name, *(str(n) for n in (t.pages, t.kept, t.removed, t.empty, t.cut, t.failed)))
            for name, t in sorted(self.profiles.items())
        ]
        return Sheet(headings, rows)
