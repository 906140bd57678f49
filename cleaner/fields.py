"""Lines by one of their fields, by `fields.c`: a page has hundreds, and to ask each takes ten times as long."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace

from cleaner.compiled import load_functions
from cleaner.model import Line

_TAG = Line._fields.index("tag")


def tagged(lines: tuple[Line, ...], tag: str) -> list[Line]:
    """Those that stand in an element of this name."""
    found: list[Line] = _library().having(lines, _TAG, tag)
    return found


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "fields")
