"""Lines made of what C has found, by `lined.c`: a page has hundreds, and Python takes a microsecond for each."""

from __future__ import annotations

from array import array
from functools import cache
from types import SimpleNamespace

from cleaner.columns import Columns
from cleaner.compiled import load_functions
from cleaner.model import Kind, Line
from cleaner.segment.buffers import decoded

_KINDS = tuple(Kind)


def lined(texts: bytes, fields: bytes, links: bytes, names: tuple[str, ...]) -> tuple[tuple[Line, ...], Columns]:
    """Lines, also as columns; texts that are not UTF-8 are mended in both.

    Args:
        texts: a NUL behind each.
        fields: what else is known of each line, `line_fields.h`.
        links: of each line the share that is links, a `double`; empty: none has any.
        names: those of tags, which the fields number.

    Raises:
        MemoryError: there is too little for these lines.
    """
    make, types = _library().lined, (Line, Columns, array)
    try:
        lines, columns = make(*types, _KINDS, names, texts, fields, links)
    except UnicodeDecodeError:
        lines, columns = make(*types, _KINDS, names, decoded(texts).encode(), fields, links)
    return lines, columns


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "lined")
