"""One field of all lines, by `fields.c`: a page has hundreds, and to ask each takes ten times as long."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace

from cleaner.compiled import load_functions
from cleaner.model import Line

_TEXT, _TAG = map(Line._fields.index, ("text", "tag"))


def texts_of(lines: tuple[Line, ...]) -> list[str]:
    """What they say."""
    found: list[str] = _library().all(lines, _TEXT)
    return found


def tagged(lines: tuple[Line, ...], tag: str) -> list[Line]:
    """Those that stand in an element of this name."""
    found: list[Line] = _library().having(lines, _TAG, tag)
    return found


def saying(lines: tuple[Line, ...], text: str) -> list[Line]:
    """Those that say this."""
    found: list[Line] = _library().having(lines, _TEXT, text)
    return found


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "fields")
