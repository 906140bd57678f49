"""Which lines of a page may show by themselves a day or who wrote it, seen in one look over all: `looks.c`.

It is compiled when the project is installed (`hatch_build.py`). While it is at work, other threads run.
"""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import NamedTuple

from cleaner.columns import Columns
from cleaner.compiled import load_functions


class Looks(NamedTuple):
    """Numbers of lines, in their order: all that may be it, and few others."""

    dated: list[int]
    """Short, or of an element taken whole, and perhaps with a year."""
    labelled: list[int]
    """They, or lines in them, begin as labels of the day of publication do."""
    signed: list[int]
    """Right under prose, and perhaps a sign-off."""


def look(columns: Columns) -> Looks:
    """Look at the lines of a page."""
    return Looks._make(_library().look(columns.texts, len(columns.gaps)))


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "looks")
