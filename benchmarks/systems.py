"""What is compared: each system as a function from a page to its result, made anew for every round."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from typing import Any

OURS = "cleaner"
BASELINE = "resiliparse"
"""Ratios are to this one: the fastest of the peers."""

Extract = Callable[[bytes, str | None], object]
"""Takes the bytes of a page and its URL, if known."""


@dataclass(frozen=True, slots=True)
class System:
    """One thing that gets the text out of a page."""

    name: str
    distribution: str
    call: str
    """What is called, for the reader of the figures."""
    make: Callable[[], Extract]
    """Imports what is needed and forgets what earlier pages left in caches.

    Raises:
        ImportError: it is not installed, or not whole.
    """

    @property
    def version(self) -> str:
        """The version installed."""
        return metadata.version(self.distribution)


def _cleaner() -> Extract:
    engine = importlib.import_module("cleaner").Cleaner()

    def extract(page: bytes, url: str | None) -> object:
        return engine.clean(page, url=url)

    return extract


def _resiliparse() -> Extract:
    plain_text = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    encoding = importlib.import_module("resiliparse.parse.encoding")

    def decoded(page: bytes) -> str:
        try:
            return page.decode()
        except UnicodeDecodeError:
            return str(encoding.bytes_to_str(page, encoding.detect_encoding(page)))

    def extract(page: bytes, url: str | None) -> object:
        return plain_text(decoded(page), main_content=True)

    return extract


def _trafilatura() -> Extract:
    bare_extraction = importlib.import_module("trafilatura").bare_extraction
    importlib.import_module("trafilatura.meta").reset_caches()

    def extract(page: bytes, url: str | None) -> object:
        return bare_extraction(page, url=url, with_metadata=True)

    return extract


def _justext() -> Extract:
    module: Any = importlib.import_module("justext")
    stoplist = module.get_stoplist("English")

    def extract(page: bytes, url: str | None) -> object:
        return module.justext(page, stoplist)

    return extract


SYSTEMS = (
    System(OURS, "outlet-cleaner", "Cleaner().clean(page, url=url)", _cleaner),
    System(BASELINE, "resiliparse", "extract_plain_text(page, main_content=True)", _resiliparse),
    System("trafilatura", "trafilatura", "bare_extraction(page, url=url, with_metadata=True)", _trafilatura),
    System("jusText", "jusText", 'justext(page, get_stoplist("English"))', _justext),
)


def by_name(name: str) -> System:
    """The system of that name."""
    return next(system for system in SYSTEMS if system.name == name)


def split_by_installed(systems: tuple[System, ...]) -> tuple[list[System], list[str]]:
    """Those that can run here, and why the others cannot."""
    able: list[System] = []
    missing: list[str] = []
    for system in systems:
        try:
            system.make()
        except ImportError as error:
            missing.append(f"{system.name}: {str(error).splitlines()[0]}")
        else:
            able.append(system)
    return able, missing
