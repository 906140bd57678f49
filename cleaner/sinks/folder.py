"""A folder that mirrors the input: `name.txt` or `name.md` with the text, `name.json` with everything else."""

from __future__ import annotations

import errno
from pathlib import Path

from cleaner.sinks.encode import Encoded
from cleaner.sinks.sink import OutputError
from cleaner.sinks.whole import whole_file

_HOPELESS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
"""Errors that the next page would meet as well."""


class Folder:
    """The sink of `cleaner run --out DIR`.

    Args:
        root: the folder; made if it is not there.
        suffix: of the files with the text: `.txt`, `.md`.
        scratch: where files are written before they take their names, on the same file system; `root` if None.
            They are always called the same, so that a run that was killed leaves nothing but these.
    """

    def __init__(self, root: Path, suffix: str = ".txt", scratch: Path | None = None) -> None:
        root.mkdir(parents=True, exist_ok=True)
        self.root = root.resolve()
        self._suffix = suffix
        self._scratch = scratch or self.root

    @staticmethod
    def targets(root: Path, name: str, suffix: str = ".txt") -> tuple[Path, Path]:
        """The text file and the JSON file of a page."""
        path = root / name
        return path.with_name(path.name + suffix), path.with_name(path.name + ".json")

    def write(self, name: str, page: Encoded) -> None:
        """Write both files; neither takes its name before both are written."""
        text_path, json_path = self.targets(self.root, name, self._suffix)
        self._make(text_path.parent)
        try:
            with (
                whole_file(json_path, self._scratch / ".cleaner-json.tmp") as json_file,
                whole_file(text_path, self._scratch / ".cleaner-text.tmp") as text_file,
            ):
                text_file.write(page.text)
                json_file.write(page.record)
                text_file.flush()
                json_file.flush()
        except OSError as error:
            if error.errno in _HOPELESS or not self._scratch.is_dir():
                raise OutputError(f"cannot write to {self.root}: {error.strerror}") from error
            raise

    def position(self) -> int:
        """Each page is whole by itself."""
        return 0

    def _make(self, folder: Path) -> None:
        if not folder.resolve().is_relative_to(self.root):
            raise OSError(f"a link in the output folder leads out of it: {folder}")
        folder.mkdir(parents=True, exist_ok=True)
