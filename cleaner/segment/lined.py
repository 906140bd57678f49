"""Lines made of columns, by `lined.c`: a page has hundreds, and the interpreter takes a microsecond for each."""

from __future__ import annotations

from array import array
from functools import cache
from types import SimpleNamespace

from cleaner.columns import Columns
from cleaner.compiled import load_functions
from cleaner.model import Kind, Line
from cleaner.segment.buffers import decoded

_KINDS = tuple(Kind)


def lined(columns: Columns, tags: array[int], names: tuple[str, ...]) -> tuple[tuple[Line, ...], Columns]:
    """The lines that these columns tell of, and the columns; texts that are not UTF-8 are mended in both.

    Of each line `tags` has the place of its tag in `names`.

    Raises:
        MemoryError: there is too little for these lines.
    """
    try:
        return _lined(columns, tags, names), columns
    except UnicodeDecodeError:
        columns = columns._replace(texts=decoded(columns.texts).encode())
        return _lined(columns, tags, names), columns


def _lined(columns: Columns, tags: array[int], names: tuple[str, ...]) -> tuple[Line, ...]:
    lines: tuple[Line, ...] = _library().lined(Line, _KINDS, names, columns, tags)
    return lines


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "lined")
