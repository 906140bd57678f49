"""The pages to measure on: a folder of corpora where there is one, else the repository's own fixtures.

A corpus is a folder with `items.jsonl` (one object with `id` and perhaps `url` a line),
`html/ID.html.gz` and, for text dumps, `dumps/DUMPER.jsonl.gz` (objects with `id` and `text`).
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
FIXTURES = ROOT / "fixtures"
_WARM_UP = 100
"""Pages beyond the sample, or as many as there are; never more than the sample."""
_DUMPERS = {"resiliparse": "whole pages", "dclm": "main content only"}
"""Those whose dumps are measured, and what they dump."""
_EXPECTED = (".expected.txt", ".expected.json")
_NOT_PAGES = "hostile"
"""The folder of fixtures that nobody would publish."""


@dataclass(frozen=True, slots=True)
class Source:
    """A page on disk, or a dump in memory."""

    name: str
    url: str | None = None
    path: Path | None = None
    text: str = ""

    def read(self) -> bytes:
        """Its bytes. A page is read whenever it is needed: nobody keeps a thousand in memory."""
        if self.path is None:
            return self.text.encode()
        return gzip.decompress(self.path.read_bytes()) if self.path.suffix == ".gz" else self.path.read_bytes()


@dataclass(frozen=True, slots=True)
class Sample:
    """What is measured, and what systems are warmed up on before."""

    measured: tuple[Source, ...]
    warm_up: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """Pages and dumps, and where they are from."""

    origin: str
    pages: Sample
    dumps: Mapping[str, Sample]
    """By what they are."""


def gather(data: Path, corpora: Iterable[str], most: int) -> Material:
    """A fixed sample of at most `most` pages and as many dumps (0: all) of the corpora in `data`.

    Raises:
        FileNotFoundError: a corpus that was asked for is not there.
    """
    folders = [data / name for name in corpora]
    for folder in folders:
        if not (folder / "items.jsonl").is_file():
            raise FileNotFoundError(f"there is no corpus {folder.name!r} in {data}")
    if not folders and data.is_dir():
        folders = sorted(path.parent for path in data.glob("*/items.jsonl"))
    if not folders:
        dumps = {"fixtures": _sample(_fixtures(".txt"), most)}
        return Material(f"the repository's fixtures (no corpora in {data})", _sample(_fixtures(".html"), most), dumps)
    pages = [page for folder in folders for page in _pages(folder)]
    dumps = {
        f"{dumper}, {what}": _sample([dump for folder in folders for dump in _dumps(folder, dumper)], most)
        for dumper, what in _DUMPERS.items()
    }
    return Material(f"{data}: {', '.join(f.name for f in folders)}", _sample(pages, most), dumps)


def _sample(sources: Iterable[Source], most: int) -> Sample:
    """The same ones in every run, whatever the order of the folder: sorted by a hash of their names."""
    ordered = sorted(sources, key=lambda source: hashlib.md5(source.name.encode()).hexdigest())
    end = most or len(ordered)
    return Sample(tuple(ordered[:end]), tuple(ordered[end : end + min(end, _WARM_UP)]))


def _pages(folder: Path) -> Iterator[Source]:
    with (folder / "items.jsonl").open(encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            path = folder / "html" / f"{item['id']}.html.gz"
            if path.is_file():
                yield Source(f"{folder.name}/{item['id']}", item.get("url"), path)


def _dumps(folder: Path, dumper: str) -> Iterator[Source]:
    path = folder / "dumps" / f"{dumper}.jsonl.gz"
    if path.is_file():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for item in map(json.loads, lines):
                yield Source(f"{folder.name}/{item['id']}", text=item["text"])


def _fixtures(suffix: str) -> list[Source]:
    found = (path for path in FIXTURES.rglob(f"*{suffix}") if not path.name.endswith(_EXPECTED))
    named = ((path.relative_to(FIXTURES), path) for path in found)
    return [Source(str(name), _url(path), path) for name, path in named if name.parts[0] != _NOT_PAGES]


def _url(fixture: Path) -> str | None:
    expected = fixture.with_suffix(".expected.json")
    if not expected.is_file():
        return None
    told: dict[str, Any] = json.loads(expected.read_text(encoding="utf-8"))
    return told.get("url")
