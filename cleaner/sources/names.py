"""Names: which files are pages, and what the output of each is called so that no two ever meet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

_COMPRESSED = r"(?:\.(?:gz|bz2|zst))?"
_SUFFIXES = {
    "page": re.compile(rf"(?is)(?<=.)\.(?:html?|xhtml|txt|md){_COMPRESSED}\Z"),
    "jsonl": re.compile(rf"(?is)(?<=.)\.(?:jsonl|ndjson){_COMPRESSED}\Z"),
    "parquet": re.compile(r"(?is)(?<=.)\.parquet\Z"),
    "warc": re.compile(r"(?is)(?<=.)(?:\.warc)?\.(?:warc|wet)(?:\.(?:gz|zst))?\Z"),
}
_MADE = (".txt", ".md", ".json", ".html")
"""What a sink or a report may add to a name; a name is free only if none of these is taken."""
_OWN = frozenset({"report.json", "aside.jsonl"})
"""What a run says about itself, beside its pages."""


def is_page(file: str) -> bool:
    """Whether a file found in a folder is a page, by its suffix."""
    return form_by_suffix(file) == "page"


def form_by_suffix(file: str) -> str:
    """What a file is by its suffix: "page", the form of an archive, or "" for neither."""
    return next((form for form, suffix in _SUFFIXES.items() if suffix.search(file)), "")


def output_names(files: Sequence[str], folders: Iterable[str] = (), archives: Container[str] = ()) -> Iterator[str]:
    """A name without suffix for what is made of each of these files of one folder, beside these folders.

    What is made of the `archives` among them are folders.

    It is the name without its suffix where that means one file (`a` for `a.html`), otherwise the
    whole name (`a.html` and `a.txt` for these two together). It depends on the names alone, so
    that the same folder gives the same names again.
    """
    short = Counter(_stem(file) for file in files)
    whole = set(files)
    taken = _Taken((*_OWN, *folders))
    for file in files:
        stem = _stem(file)
        yield taken.free(stem if short[stem] == 1 and stem not in whole else file, file in archives)


def unique(names: Iterable[str]) -> list[str]:
    """These names of folders, numbered where two would be the same."""
    taken = _Taken(())
    return [taken.free(name, is_folder=True) for name in names]


class _Taken:
    """The names that are taken in a folder. Case is ignored: some file systems do."""

    def __init__(self, folders: Iterable[str]) -> None:
        self._folders = {folder.casefold() for folder in folders}
        self._pages: set[str] = set()

    def free(self, name: str, is_folder: bool) -> str:
        """`name`, numbered if need be, and taken from now on."""
        candidate, number = name, 1
        while self._is_taken(candidate.casefold(), is_folder):
            number += 1
            candidate = f"{name}-{number}"
        (self._folders if is_folder else self._pages).add(candidate.casefold())
        return candidate

    def _is_taken(self, name: str, is_folder: bool) -> bool:
        if not is_folder:
            return name in self._pages or any(name + suffix in self._folders for suffix in _MADE)
        made_for = (name.removesuffix(suffix) for suffix in _MADE if name.endswith(suffix))
        return name in self._folders or not self._pages.isdisjoint(made_for)


def _stem(file: str) -> str:
    stem = file.removesuffix(_suffix(file))
    return stem if stem.strip(".") else file


def _suffix(file: str) -> str:
    found = (suffix.search(file) for suffix in _SUFFIXES.values())
    return next((match[0] for match in found if match), "")
