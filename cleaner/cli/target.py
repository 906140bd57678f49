"""Where the output of a run goes, and what would be wrong about it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from cleaner.report import printable
from cleaner.sinks import Folder, JsonLines, PlainText, Publisher, Sink, Spool, Store, hopeless, publisher
from cleaner.sources import Document

STANDARD_OUTPUT = "-"


_SUFFIXES = {"text": ".txt", "markdown": ".md"}
"""Of the files with the text, in the forms that give a folder."""
FORMS = (*_SUFFIXES, "jsonl", "parquet")
_JSONL = (".jsonl", ".ndjson", *(f".{kind}.{packed}" for kind in ("jsonl", "ndjson") for packed in ("gz", "zst")))

_FILE = re.compile(r"\w\.[A-Za-z][A-Za-z0-9]{0,8}\Z")
"""The name of a file: it has a suffix, and no slash behind it."""


class Target(NamedTuple):
    """A place for the output, its form, one of `FORMS`, and whether the ledger goes there too."""

    out: str
    form: str
    ledger: bool = False

    @property
    def is_stream(self) -> bool:
        """Whether it is standard output."""
        return self.out == STANDARD_OUTPUT

    @property
    def is_one_text(self) -> bool:
        """Whether it is the text of one page on standard output."""
        return self.is_stream and self.form in _SUFFIXES

    @property
    def is_lines(self) -> bool:
        """Whether each page is a line of JSON, at least until it takes another form."""
        return self.form not in _SUFFIXES

    @property
    def folder(self) -> Path | None:
        """The mirrored tree, if it is one."""
        return Path(self.out) if self.form in _SUFFIXES and not self.is_stream else None

    @property
    def state(self) -> Path | None:
        """Where a run keeps its state until it has ended; None where it passes its output on and cannot go back."""
        if self.folder is not None:
            return self.folder / ".cleaner-run"
        path = Path(self.out)
        passes_on = self.is_stream or (path.exists() and not path.is_file())
        return None if passes_on else path.with_name(f"{path.name}.cleaner-run")

    def beside(self, name: str) -> Path:
        """What a run says about itself: in the folder, or beside the file with the file's name before its own."""
        return self.folder / name if self.folder is not None else Path(f"{self.out}.{name}")

    @contextmanager
    def stream(self) -> Iterator[Sink]:
        """The sink that passes everything on."""
        if not self.is_stream:
            with hopeless(), Path(self.out).open("wb") as device:
                yield JsonLines(device)
        elif self.form == "jsonl":
            yield JsonLines(sys.stdout.buffer)
        else:
            yield PlainText(sys.stdout.buffer, partial(printable, keep="\n") if sys.stdout.isatty() else str)

    @contextmanager
    def store(self, scratch: Path, at: int) -> Iterator[tuple[Store, Callable[[], None]]]:
        """The sink that keeps everything, and what to call when the last page is written.

        Args:
            scratch: a folder on the same file system.
            at: where the output is whole that an earlier run has left.
        """
        if self.folder is not None:
            yield Folder(self.folder, _SUFFIXES[self.form], scratch), lambda: None
        else:
            with Spool(scratch / "part", at) as spool:
                yield spool, lambda: spool.finish(self.publisher(), Path(self.out))

    def publisher(self) -> Publisher:
        """What makes the file out of JSON lines.

        Raises:
            MissingExtraError: it needs an extra that is not installed.
        """
        return publisher(Path(self.out), self.form, self.ledger)

    def check(self, documents: Callable[[], Iterable[Document]], paths: Iterable[str]) -> None:
        """Refuse to write over an input. The documents are only looked at if the output is where inputs are."""
        if self.is_stream or not self._is_among(paths):
            return
        if path := overwritten(documents(), self._files):
            raise click.UsageError(f"This would overwrite the input {printable(str(path))}; choose another --out.")

    def _is_among(self, paths: Iterable[str]) -> bool:
        out = Path(self.out).resolve()
        inputs = [Path(path).resolve() for path in paths]
        if self.folder is None:
            return out.exists() and any(out.is_relative_to(path) for path in inputs)
        return any(path.is_relative_to(out) for path in inputs)

    def _files(self, document: Document) -> Iterable[Path]:
        if self.folder is None:
            return (Path(self.out),)
        return Folder.targets(self.folder, document.name, _SUFFIXES[self.form])


def overwritten(documents: Iterable[Document], files: Callable[[Document], Iterable[Path]]) -> Path | None:
    """The first file that would be written and is one of the inputs, or None."""
    inputs, outputs = set(), {}
    for document in documents:
        inputs.add(_identity(Path(document.path)))
        outputs.update({_identity(path): path for path in files(document)})
    return next((path for identity, path in outputs.items() if identity is not None and identity in inputs), None)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def choose(out: str | None, form: str | None, paths: Sequence[str], ledger: bool = False) -> Target:
    """The target that the options mean; one page without `--out` goes to standard output.

    Raises:
        MissingExtraError: it needs an extra that is not installed.
    """
    target = Target(out or STANDARD_OUTPUT, form or _form_of(out or ""), ledger)
    alone = len(paths) == 1 and not Path(paths[0]).is_dir()
    if out is None and target.is_one_text and not alone:
        raise click.UsageError("Where to? Give --out DIR, or --format jsonl for standard output.")
    _check_place(target, paths)
    return target


def _form_of(out: str) -> str:
    """What the name of the output says about its form."""
    name = out.lower()
    return "jsonl" if name.endswith(_JSONL) else "parquet" if name.endswith(".parquet") else "text"


def _check_place(target: Target, paths: Sequence[str]) -> None:
    place = Path(target.out)
    if target.folder is None:
        if target.form == "parquet" and target.state is None:
            raise click.UsageError("Parquet needs a file: give --out FILE.parquet.")
        if not target.is_stream and place.is_dir():
            raise click.UsageError(f"--out {target.out} is a folder; --format {target.form} writes one file.")
        target.publisher()  # a missing extra is better known now than when the last page is cleaned
    elif place.exists() and not place.is_dir():
        raise click.UsageError(f"--out {target.out} is a file; the text of many pages needs a folder.")
    elif any(Path(path).is_dir() and place.resolve() == Path(path).resolve() for path in paths):
        raise click.UsageError(f"--out {target.out} is the input folder; choose another.")
    elif _FILE.search(target.out) and not place.is_dir():
        raise click.UsageError(
            f"--out {target.out} is called like a file of a form that is not written. Files end in .jsonl or .ndjson, "
            f"also .gz or .zst, or in .parquet; {target.form} goes to a folder, {target.out}/ if it is to be called so."
        )
