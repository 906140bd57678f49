"""Names: which files are pages, and what the output of each is called so that no two ever meet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_PAGE = re.compile(r"(?is)(?<=.)\.(?:html?|xhtml|txt)(?:\.gz)?\Z")
_MADE = (".txt", ".md", ".json")
"""What a sink may add to a name; a name is free only if none of these is taken."""
_REPORT = "report.json"
"""What a run says about itself, beside its pages."""


def is_page(file: str) -> bool:
    """Whether a file found in a folder is a page, by its suffix."""
    return _suffix(file) is not None


def output_names(files: Sequence[str], folders: Iterable[str] = ()) -> list[str]:
    """A name without suffix for what is made of each of these files of one folder, beside these folders.

    It is the name without its suffix where that means one file (`a` for `a.html`), otherwise the
    whole name (`a.html` and `a.txt` for these two together). It depends on the names alone, so
    that the same folder gives the same names again.
    """
    short = Counter(_stem(file) for file in files)
    whole = set(files)
    taken = {_REPORT, *(folder.casefold() for folder in folders)}
    wanted = ((_stem(file), file) for file in files)
    return [_free(stem if short[stem] == 1 and stem not in whole else file, taken) for stem, file in wanted]


def unique(names: Iterable[str]) -> list[str]:
    """These names of folders, numbered where two would be the same."""
    taken: set[str] = set()
    return [_free(name, taken, ("",)) for name in names]


def _free(name: str, taken: set[str], suffixes: Sequence[str] = _MADE) -> str:
    """`name`, numbered if need be. Case is ignored: some file systems do."""
    candidate, number = name, 1
    while not taken.isdisjoint(made := {(candidate + suffix).casefold() for suffix in suffixes}):
        number += 1
        candidate = f"{name}-{number}"
    taken |= made
    return candidate


def _stem(file: str) -> str:
    stem = file.removesuffix(_suffix(file) or "")
    return stem if stem.strip(".") else file


def _suffix(file: str) -> str | None:
    found = _PAGE.search(file)
    return found[0] if found else None
