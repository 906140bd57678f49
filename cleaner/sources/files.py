"""Finding pages: files as they are given, folders from top to bottom, always in the same order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from cleaner.sources.document import BY_SUFFIX, STANDARD_INPUT, Document, Reading, SourceError
from cleaner.sources.names import is_page, output_names, unique


def find(
    paths: Sequence[str],
    skip: Path | None = None,
    on_error: Callable[[SourceError], None] | None = None,
    exclude: Sequence[str] = (),
    include: Sequence[str] = (),
    reading: Reading = BY_SUFFIX,
) -> Iterator[Document]:
    """The pages under `paths`, in the order of the paths and sorted inside folders.

    A file that is named is taken whatever its suffix. One folder is mirrored as it is; of
    several paths, each folder is mirrored under its own name. Links to folders are not followed.

    Args:
        paths: files, folders, `-`.
        skip: a folder not to look into: that of the output, which may lie inside the input.
        on_error: told about each folder that cannot be listed and each archive that breaks off, with its
            `source` and, of an archive, the record; the rest goes on.
        exclude: shell patterns; what is found in a folder and matches one, by its name or by its path
            below that folder, is passed over.
        include: shell patterns; if there are any, what is found in a folder is taken if it matches one, whatever
            its suffix.
        reading: what the files are.
    """
    given = list(dict.fromkeys(paths))
    homes = _homes(given)
    files = [path for path in given if path not in homes]
    names = dict(zip(files, output_names([_file_name(file) for file in files], homes.values()), strict=True))
    for path in given:
        if path in names:
            yield Document(path, names[path])
        else:
            excluded = _Excluded(Path(path), skip and skip.resolve(), exclude)
            yield from _walk(path, homes[path], excluded, on_error)


def _homes(given: Sequence[str]) -> dict[str, str]:
    """Where each folder of `given` is mirrored: under its own name, or at the top if it is alone."""
    folders = [path for path in given if Path(path).is_dir()]
    if len(given) == 1:
        return dict.fromkeys(folders, "")
    return dict(zip(folders, unique(Path(folder).resolve().name or "root" for folder in folders), strict=True))


class _Excluded(NamedTuple):
    """What is not looked into below one folder."""

    folder: Path
    skip: Path | None
    patterns: Sequence[str]

    def covers(self, path: Path) -> bool:
        """Whether this file or folder is passed over."""
        below = path.relative_to(self.folder).as_posix()
        return any(fnmatchcase(name, pattern) for pattern in self.patterns for name in (path.name, below)) or (
            self.skip is not None and path.resolve() == self.skip
        )


def _walk(
    folder: str, label: str, excluded: _Excluded, on_error: Callable[[SourceError], None] | None
) -> Iterator[Document]:
    def tell(error: OSError) -> None:
        if on_error is not None:
            on_error(SourceError(error.strerror or str(error), str(error.filename)))

    for here, subfolders, files in os.walk(folder, onerror=tell):
        subfolders[:] = sorted(sub for sub in subfolders if not excluded.covers(Path(here, sub)))
        pages = sorted(file for file in files if is_page(file) and not excluded.covers(Path(here, file)))
        place = Path(label, Path(here).relative_to(folder))
        for page, name in zip(pages, output_names(pages, subfolders), strict=True):
            yield Document(str(Path(here, page)), (place / name).as_posix())


def _file_name(path: str) -> str:
    return "stdin.txt" if path == STANDARD_INPUT else Path(path).name
