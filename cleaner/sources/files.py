"""Finding pages: files as they are given, folders from top to bottom, archives from end to end, always in one order."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from cleaner.errors import CleanerError
from cleaner.sources.archive import BrokenOffError
from cleaner.sources.archives import form_of, open_archive
from cleaner.sources.document import BY_SUFFIX, STANDARD_INPUT, Document, Reading, SourceError, split_source
from cleaner.sources.names import form_by_suffix, output_names, unique
from cleaner.sources.reading import read

OnError = Callable[[SourceError], None]
OnPassed = Callable[[str], None]


def find(
    paths: Sequence[str],
    skip: Path | None = None,
    on_error: OnError | None = None,
    exclude: Sequence[str] = (),
    include: Sequence[str] = (),
    reading: Reading = BY_SUFFIX,
    on_passed: OnPassed | None = None,
) -> Iterator[Document]:
    """The pages under `paths`, in the order of the paths and sorted inside folders.

    What is given twice, by another name or within a folder that is given too, comes once: as the path that names it.
    A file that is named is taken whatever its suffix. One folder is mirrored as it is; of
    several paths, each folder is mirrored under its own name. Links to folders are not followed.
    The pages of an archive come one by one: however many they are, they are never all in memory.

    Args:
        paths: files, folders, `-`, and records of archives as `Document.source` calls them.
        skip: a folder not to look into: that of the output, which may lie inside the input.
        on_error: told about each folder that cannot be listed and each archive that breaks off, with its
            `source` and, of an archive, the record; the rest goes on. None lets the first of them be raised.
        exclude: shell patterns; what is found in a folder and matches one, by its name or by its path
            below that folder, is passed over.
        include: shell patterns; if there are any, what is found in a folder is taken if it matches one, whatever
            its suffix.
        reading: what the files are.
        on_passed: told the name of each file in a folder that is passed over for its suffix alone.
    """
    given = _once(paths)
    homes = _homes(given)
    files = list(dict.fromkeys(file for path, (file, _) in given.items() if path not in homes))
    archives = {_file_name(file) for file in files if form_of(file, reading) != "page"}
    names = dict(zip(files, output_names([_file_name(f) for f in files], homes.values(), archives), strict=True))
    told = on_error or _raised
    whole = [path for path, (_, record) in given.items() if record is None]
    apart = frozenset(os.path.realpath(path) for path in (*whole, *([skip] if skip else ())))
    wanted = _Wanted(apart, exclude, include, on_passed)
    for path, (file, record) in given.items():
        if path in homes:
            yield from _walk(path, homes[path], wanted, reading, told)
        elif record is None:
            yield from _pages(path, names[path], reading, told)
        else:
            yield Document(file, _record_name(names[file], record), record)


def listed(path: str) -> list[str]:
    """The paths in a file that has one on each line; blank lines count for nothing.

    Raises:
        SourceError: it cannot be read, or holds what cannot be a path.
    """
    lines = [os.fsdecode(line) for line in read(path).splitlines()]
    for number, line in enumerate(lines, 1):
        _check_path(line, number)
    return [line for line in lines if line.strip()]


def _check_path(line: str, number: int) -> None:
    """What is not there is put aside later, like any page; what no system call takes comes from the wrong file."""
    try:
        os.lstat(line)
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError) or error.errno == errno.ENAMETOOLONG:
            raise SourceError(f"line {number} is no path") from error


def _once(paths: Sequence[str]) -> dict[str, tuple[str, int | None]]:
    """The file and the record that each path means; of paths that mean the same the first, of an archive the whole."""
    given = {path: split_source(path) for path in paths}
    first: dict[tuple[str, int | None], str] = {}
    for path, (file, record) in given.items():
        first.setdefault((file if file == STANDARD_INPUT else os.path.realpath(file), record), path)
    return {path: given[path] for (file, record), path in first.items() if record is None or (file, None) not in first}


def _homes(given: Collection[str]) -> dict[str, str]:
    """Where each folder of `given` is mirrored: under its own name, or at the top if it is alone."""
    folders = [path for path in given if Path(path).is_dir()]
    if len(given) == 1:
        return dict.fromkeys(folders, "")
    return dict(zip(folders, unique(Path(folder).resolve().name or "root" for folder in folders), strict=True))


class _Wanted(NamedTuple):
    """What is looked into below folders."""

    apart: Collection[str]
    """Real paths that are passed over: those given too, which come by themselves, and the output."""
    exclude: Sequence[str]
    include: Sequence[str]
    on_passed: OnPassed | None

    def takes(self, below: str, file: str) -> bool:
        """Whether this file is taken; `below` is the path of its folder, with a slash if there is one."""
        if _matches(self.exclude, below, file):
            return False
        taken = _matches(self.include, below, file) if self.include else bool(form_by_suffix(file))
        if not taken and not self.include and self.on_passed is not None:
            self.on_passed(file)
        return taken

    def enters(self, below: str, folder: Path) -> bool:
        """Whether this folder, in the one that is `below`, is looked into."""
        return not _matches(self.exclude, below, folder.name) and os.path.realpath(folder) not in self.apart


def _matches(patterns: Sequence[str], below: str, name: str) -> bool:
    return any(fnmatchcase(name, pattern) or fnmatchcase(below + name, pattern) for pattern in patterns)


def _walk(folder: str, label: str, wanted: _Wanted, reading: Reading, told: OnError) -> Iterator[Document]:
    for here, subfolders, files in os.walk(folder, onerror=lambda error: told(_unlisted(error))):
        relative = Path(here).relative_to(folder)
        below = _prefix(relative)
        subfolders[:] = sorted(sub for sub in subfolders if wanted.enters(below, Path(here, sub)))
        real = _prefix(Path(here).resolve())
        taken = sorted(file for file in files if real + file not in wanted.apart and wanted.takes(below, file))
        archives = {file for file in taken if form_of(file, reading) != "page"}
        read_from, written_to = _prefix(Path(here)), _prefix(Path(label, relative))
        for file, name in zip(taken, output_names(taken, subfolders, archives), strict=True):
            yield from _pages(read_from + file, written_to + name, reading, told)


def _prefix(folder: Path) -> str:
    """What goes before the name of a file in this folder; a `Path` for each file would take most of the time."""
    return (folder / "x").as_posix()[:-1]


def _pages(path: str, name: str, reading: Reading, told: OnError) -> Iterator[Document]:
    """The page in a file, or all that an archive has up to where it breaks off."""
    archive = open_archive(path, reading)
    if archive is None:
        yield Document(path, name)
        return
    try:
        for record, offset in archive.pages():
            yield Document(path, _record_name(name, record), record, offset)
    except BrokenOffError as error:
        told(SourceError(str(error), Document(path, name, error.record).source))
    except CleanerError as error:
        told(SourceError(str(error), path))
    finally:
        archive.close()


def _record_name(archive: str, record: int) -> str:
    return f"{archive}/{record:09}"


def _unlisted(error: OSError) -> SourceError:
    return SourceError(error.strerror or str(error), str(error.filename))


def _raised(error: SourceError) -> None:
    raise error


def _file_name(path: str) -> str:
    return "stdin.txt" if path == STANDARD_INPUT else Path(path).name
