"""The short lines around a headline, found by `near.c`, which sees at once what few of them may be.

It is compiled when the project is installed (`hatch_build.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import SimpleNamespace
from typing import NamedTuple

from cleaner.compiled import load_functions
from cleaner.model import Kind, Line

_CAPTION = Kind.CAPTION  # members of an enumeration are looked up slowly
BELOW, ABOVE = 16, 6
"""Lines from the headline that can still belong to its head."""

Piece = tuple[str, str]
"""What a printed line says, and the rule that takes it or "". An element that a rule takes whole holds several: to
these no rule is given."""


class Near(NamedTuple):
    """The short lines around a headline, and the places of some of them, in their order."""

    pieces: Sequence[Piece] = ()
    """Those under it first, then those over it, the nearest first. None is a caption, or behind the first prose."""
    dated: Sequence[int] = ()
    """All that may have a year, and few others."""
    naming: Sequence[int] = ()
    """All that may name somebody, or stand behind what may be the label of a name; and few others."""


def near(lines: tuple[Line, ...], headline: int, claims: Mapping[int, str]) -> Near:
    """Those around the line with the number `headline`, -1 over the first; `claims`: the rule that takes each."""
    below, above = lines[headline + 1 : headline + 1 + BELOW], lines[max(0, headline - ABOVE) : max(0, headline)]
    return Near._make(_library().near(below, above, claims, _CAPTION))


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "near")
