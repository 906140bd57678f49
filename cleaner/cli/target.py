"""Where the output of a run goes, and what would be wrong about it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from cleaner.batch import overwritten
from cleaner.report import printable
from cleaner.sinks import Folder, JsonLines, PlainText, Sink, json_lines_file
from cleaner.sources import Document

STANDARD_OUTPUT = "-"


class Target(NamedTuple):
    """A place for the output, and its form: `text` or `jsonl`."""

    out: str
    form: str

    @property
    def is_stream(self) -> bool:
        """Whether it is standard output."""
        return self.out == STANDARD_OUTPUT

    @property
    def folder(self) -> Path | None:
        """The mirrored tree, if it is one."""
        return Path(self.out) if self.form == "text" and not self.is_stream else None

    @contextmanager
    def open(self) -> Iterator[Sink]:
        """The sink that writes there."""
        if self.folder is not None:
            yield Folder(self.folder)
        elif not self.is_stream:
            with json_lines_file(Path(self.out)) as sink:
                yield sink
        elif self.form == "jsonl":
            yield JsonLines(sys.stdout.buffer)
        else:
            yield PlainText(sys.stdout.buffer, partial(printable, keep="\n") if sys.stdout.isatty() else str)

    def check(self, documents: Sequence[Document]) -> None:
        """Refuse to write over an input, or several texts to one stream."""
        if self.form == "text" and self.is_stream and len(documents) > 1:
            raise click.UsageError("Text on standard output is for one page; use --out DIR or --format jsonl.")
        if not self.is_stream and (path := overwritten(documents, self._files(documents))):
            raise click.UsageError(f"This would overwrite the input {printable(str(path))}; choose another --out.")

    def _files(self, documents: Iterable[Document]) -> Iterator[Path]:
        if self.folder is None:
            yield Path(self.out)
        else:
            for document in documents:
                yield from Folder.targets(self.folder, document.name)


def choose(out: str | None, form: str, paths: Sequence[str]) -> Target:
    """The target that the options mean; one page without `--out` goes to standard output."""
    alone = len(paths) == 1 and not Path(paths[0]).is_dir()
    if out is None and form == "text" and not alone:
        raise click.UsageError("Where to? Give --out DIR, or --format jsonl for standard output.")
    target = Target(out or STANDARD_OUTPUT, form)
    _check_place(target, paths)
    return target


def _check_place(target: Target, paths: Sequence[str]) -> None:
    place = Path(target.out)
    if target.folder is None:
        if not target.is_stream and place.is_dir():
            raise click.UsageError(f"--out {target.out} is a folder; --format jsonl writes one file.")
    elif place.exists() and not place.is_dir():
        raise click.UsageError(f"--out {target.out} is a file; the text of many pages needs a folder.")
    elif any(Path(path).is_dir() and place.resolve() == Path(path).resolve() for path in paths):
        raise click.UsageError(f"--out {target.out} is the input folder; choose another.")
