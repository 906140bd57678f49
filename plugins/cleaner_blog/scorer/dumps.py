"""What the scorer sees of a text dump: no elements, so what stands together is read off blank lines and rules."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cleaner import Line
from cleaner_blog.scorer import characters
from cleaner_blog.scorer.arrays import Array, Bools, Floats, Ints
from cleaner_blog.scorer.containers import DEPTH, Containers
from cleaner_blog.scorer.context import HEADLINE, Context
from cleaner_blog.scorer.features import (
    PROSE,
    SIGNS,
    STAGES,
    Sheet,
    echoes,
    holdings,
    near,
    position,
    sizes,
    stages,
)  # fmt: skip
from cleaner_blog.scorer.phrases import HEAD, TAIL

_NARROW, _WIDE = 4, 16
"""Lines on each side of a line that are summed up."""
GROUPS = 5
"""A line's block, its section, the lines around it (a few, and more), those that look the same."""
_INDENTED = 24
"""Columns of indentation from which on more makes no difference."""
_MARGIN = 6
"""Columns of indentation that lines are told apart by."""
_MARGINS = 4
_BEGINS = 24
"""Characters that two lines begin with where one is the other, perhaps with a credit."""
_SECTIONS = np.array((False, True, False, False, True, False))
"""Of the stages, those that part the page: navigation and comments."""

_CHARACTERS = characters.COLUMNS
_LAYOUT = slice(0, 7)
_STYLE = slice(7, 14)
_BREAKS = slice(14, 18)
_TWINS = slice(18, 22)
_PICTURES, _LINKS = 22, 23
_SIZES = slice(22, 29)
"""`sizes` writes its columns beside that of links."""
_ECHOES, _POSITION = slice(29, 34), slice(34, 45)
_NEAR = slice(45, 45 + 2 * SIGNS + 2 * len(STAGES))
_HELD = slice(_NEAR.stop, _NEAR.stop + 6 * GROUPS)
COLUMNS = _CHARACTERS + _HELD.stop
"""Columns of a sheet."""


def dump_sheet(lines: Sequence[Line], context: Context) -> Sheet:
    """Compute the columns of a dump."""
    stage = stages(context)
    rows = (stage % HEADLINE == 0).nonzero()[0]
    seen = [lines[row] for row in rows.tolist()]
    _, written, _, gaps, indents, markers, _, links, _, pictures = zip(*seen, strict=True)
    if any(links) or any(pictures):
        texts = [line.body for line in seen]
    else:
        texts = [text[len(marker) + 1 :] if marker else text for text, marker in zip(written, markers, strict=True)]
    many, own = len(rows), np.empty((len(rows), COLUMNS))
    words = characters.write_columns(texts, own[:, :_CHARACTERS], HEAD, TAIL)
    live = stage.take(rows) == 0
    weight = words * live
    top = -1 if live.all() else int(live.argmin())
    out = np.zeros((COLUMNS - _CHARACTERS, many))
    out[_LINKS] = links
    np.minimum(pictures, 1, out=out[_PICTURES])
    _layout(np.array(gaps), np.array(list(map(len, markers))), np.array(indents), out[_LAYOUT])
    out[_STYLE] = out[_LAYOUT].mean(axis=1)[:, None]
    prose = words > PROSE
    sizes(words, weight, out[_SIZES])
    _breaks(stage, rows, out[_BREAKS])
    _twins(texts, out[_TWINS])
    echoes(texts, context, out[_ECHOES])
    position(words, top, out[_POSITION])
    short = ~prose & np.array(gaps)
    near(stage, rows, short, prose, out[_NEAR])
    places = _places(stage, rows, out[_LAYOUT])
    holdings(np.array((weight * out[2], weight * prose, weight, live * prose, live)), places, out[_HELD])
    own[:, _CHARACTERS:] = out.T
    return Sheet(rows, texts, own, weight, places)


def _layout(gaps: Bools, markers: Ints, indents: Ints, out: Floats) -> None:
    """Blank lines before and after, list marker (a bullet or a number), indentation, and how it changes."""
    out[0] = gaps
    out[1, :-1] = gaps[1:]
    out[1, -1] = 1
    np.greater(markers, 0, out=out[2])
    np.greater(markers, 1, out=out[3])
    np.greater(indents, 0, out=out[4])
    np.minimum(indents, _INDENTED, out=out[5])
    out[5] *= 1 / _INDENTED
    np.not_equal(indents[1:], indents[:-1], out=out[6, 1:])


def _breaks(stage: Array, rows: Ints, out: Floats) -> None:
    """How many lines are gone right before and right after; how much of the dump is."""
    many = len(stage)
    np.subtract(rows[1:], rows[:-1] + 1, out=out[0, 1:])
    out[0, 0] = rows[0]
    out[1, :-1] = out[0, 1:]
    out[1, -1] = many - rows[-1] - 1
    np.minimum(out[:2], 4, out=out[:2])
    out[:2] *= 1 / 4
    out[2] = 1 - len(rows) / many
    out[3] = np.log1p(many - len(rows)) / 6


def _twins(texts: Sequence[str], out: Floats) -> None:
    """Whether a line begins like the one before or after it (alternative text, caption), or any above or below."""
    met: dict[str, int] = {}
    first = np.array([met.setdefault(text[:_BEGINS], number) for number, text in enumerate(texts)])
    np.equal(first[1:], first[:-1], out=out[0, 1:])
    out[1, :-1] = out[0, 1:]
    place = np.arange(len(texts))
    last = np.empty_like(place)
    last[first] = place  # of those that begin alike, the last one stays
    np.greater(place, first, out=out[2])
    np.less(place, last.take(first), out=out[3])


def _places(stage: Array, rows: Ints, layout: Floats) -> Containers:
    """Blocks between blank lines, sections between lines that rules take, the lines around; those that look alike."""
    many = len(rows)
    place = np.arange(many)
    first, after = np.empty((GROUPS, many), np.intp), np.empty((GROUPS, many), np.intp)
    _runs(layout[0].cumsum(), first[0], after[0])
    _runs(_SECTIONS.take(stage).cumsum().take(rows), first[1], after[1])
    for group, reach in ((2, _NARROW), (3, _WIDE)):
        np.maximum(place - reach, 0, out=first[group])
        np.minimum(place + (reach + 1), many, out=after[group])
    look = np.minimum(layout[5] * (_INDENTED / _MARGIN), _MARGINS - 1).astype(np.intp)
    look += _MARGINS * (layout[2] + 2 * layout[0]).astype(np.intp)
    order = np.concatenate((place, look.argsort(kind="stable")))
    _runs(look, first[-1], after[-1], np.sort(look))
    first[-1] += many
    after[-1] += many
    return Containers(np.zeros((DEPTH, many), np.intp), order, first, after)


def _runs(groups: Array, first: Ints, after: Ints, ranked: Array | None = None) -> None:
    """Where the run of equal numbers begins and ends that each stands in, once they are in order."""
    ranked = groups if ranked is None else ranked
    first[:] = ranked.searchsorted(groups)
    after[:] = ranked.searchsorted(groups, "right")
