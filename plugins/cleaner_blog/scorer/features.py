"""What the scorer sees of a page, as columns of numbers: no Python call per line and feature."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log1p
from typing import NamedTuple

import numpy as np

from cleaner import Line
from cleaner_blog.scorer import characters
from cleaner_blog.scorer.arrays import Array, Bools, Floats, Ints
from cleaner_blog.scorer.containers import GROUPS, LEVELS, Containers, ancestors, containers, within
from cleaner_blog.scorer.context import HEADLINE, Context

_KINDS = {kind[:2]: n for n, kind in enumerate("heading paragraph item caption quote cell code text".split())}
"""By their first letters: to hash a member of an enumeration takes ten times as long."""
_KIND_COLUMNS = np.eye(len(_KINDS))
STAGES = np.arange(1, HEADLINE, dtype=np.uint8)[:, None]
SIGNS = HEADLINE + 1
"""What a line may be near: lines of each stage, headings, prose."""
PROSE = 15
"""Words."""
_MOSTLY = 0.8
"""Share of a line that is links."""
_NEVER = 10_000
_HEAD = 40
ESSENCE = 80
"""Characters by which a line is looked up in other texts."""
_REACH = 512
"""Lines from which on it is no matter how far a line is away."""
_AWAY = np.arange(_REACH + 1.0)
_FROM = np.array((np.log1p(_AWAY) / 6, np.exp(-_AWAY / 4)))
"""How far a line is from the top, or from the bottom."""
_BELOW = np.zeros((5, 2 * _REACH + 1))
"""How far above or below the headline."""
_BELOW[0] = 1
_BELOW[1, _REACH + 1 :] = _BELOW[2, :_REACH] = 1
_BELOW[3, _REACH:], _BELOW[3, _REACH::-1] = _FROM[0], _FROM[0]
_BELOW[4, _REACH + 1 :] = _FROM[1, :-1]

_CHARACTERS = characters.COLUMNS
_KIND = _CHARACTERS + len(_KINDS)
_EXCERPT = 72, 24
"""Characters at the beginning and at the end of a line that are looked at."""
_AROUND = 4
"""Containers of a line of which it counts how many of their lines others take."""
_BEGINS = 12
"""Characters that lines such as "Read more: ..." begin with."""
_ECHOES, _POSITION, _PICTURES = slice(7, 12), slice(12, 23), slice(23, 25)
_NEAR = slice(25, 25 + 2 * SIGNS + 2 * len(STAGES))
_HELD = slice(_NEAR.stop, _NEAR.stop + 6 * GROUPS)
_BESIDE = slice(_HELD.stop, _HELD.stop + 3 * LEVELS - 2)
_BEREFT = slice(_BESIDE.stop, _BESIDE.stop + 2 * _AROUND)
_ALIKE = slice(_BEREFT.stop, _BEREFT.stop + 2)
COLUMNS = _KIND + _ALIKE.stop
"""Columns of a sheet."""


class Sheet(NamedTuple):
    """The lines of a page that are looked at: those that nobody takes, and the headline."""

    rows: Ints
    """Their numbers on the page."""
    texts: Sequence[str]
    own: Floats
    """The columns of each."""
    words: Floats
    """About how many words each has; 0 for the headline."""
    places: Containers


def sheet(lines: Sequence[Line], parents: Ints, names: Ints, context: Context) -> Sheet:
    """Compute the columns of a page. Of each box: the one around it, and a number for what it is called."""
    stage = stages(context)
    rows = (stage % HEADLINE == 0).nonzero()[0]
    _, texts, kinds, gaps, _, _, _, links, inside, images = zip(*[lines[row] for row in rows.tolist()], strict=True)
    many, own = len(rows), np.empty((len(rows), COLUMNS))
    words = characters.write_columns(texts, own[:, :_CHARACTERS], *_EXCERPT)
    kind = np.array([_KINDS[kind[:2]] for kind in kinds])
    own[:, _CHARACTERS:_KIND] = _KIND_COLUMNS.take(kind, axis=0)
    live = stage.take(rows) == 0
    weight = words * live
    top = -1 if live.all() else int(live.argmin())
    places = containers(np.array(inside), parents, names)
    out = np.zeros((COLUMNS - _KIND, many))
    out[0], out[1] = gaps, links
    _pictures(images, out[_PICTURES])
    prose = words > PROSE
    sizes(words, weight, out)
    echoes(texts, context, out[_ECHOES])
    position(words, top, out[_POSITION])
    near(stage, rows, kind == 0, prose, out[_NEAR])
    holdings(np.array((weight * out[1], weight * prose, weight, live * prose, live)), places, out[_HELD])
    _beside(places, top, out[_BESIDE])
    gone = np.array([line.box for line in lines]).take(stage.nonzero()[0])
    bereft(places.chain, ancestors(gone, parents), len(parents), out[_BEREFT])
    _alike(texts, out[_ALIKE])
    own[:, _KIND:] = out.T
    return Sheet(rows, texts, own, weight, places)


def stages(context: Context) -> Array:
    """The stage of each line; of several lines that are the headline, the first counts."""
    found = bytearray(context.stages)
    first = found.find(HEADLINE)
    if first >= 0:
        found[first + 1 :] = found[first + 1 :].replace(bytes((HEADLINE,)), b"\1")
    return np.frombuffer(found, np.uint8)


def sizes(words: Floats, weight: Floats, out: Floats) -> None:
    """How long a line is, and its page; whether it is links mostly: `out[1]` has its share of them already."""
    np.greater(out[1], _MOSTLY, out=out[2])
    np.log1p(words, out=out[3])
    np.minimum(words, 40, out=out[4])
    out[3] *= 0.2
    out[4] *= 1 / 40
    out[5] = log1p(float(weight.sum())) / 9
    out[6] = log1p(len(words)) / 7


def _pictures(images: Sequence[int], out: Floats) -> None:
    """How many pictures stand between a line and those before and after it."""
    np.minimum(images, 2, out=out[0])
    out[0] *= 0.5
    out[1, :-1] = out[0, 1:]


def echoes(texts: Sequence[str], context: Context, out: Floats) -> None:
    """Whether a line stands twice, is part of the title, begins like the summary, is in the body the page states."""
    title, summary, stated = context.title, context.summary[:_HEAD], context.stated
    if len(set(texts)) < len(texts):
        seen = Counter(texts)
        out[0] = [seen[text] > 1 for text in texts]
    out[1] = list(map(title.__contains__, texts))
    if len(summary) == _HEAD:
        out[2] = [text.startswith(summary) for text in texts]
    if stated:
        out[3] = ["".join(text[:ESSENCE].split()) in stated for text in texts]
        np.subtract(1, out[3], out=out[4])


def position(words: Floats, top: int, out: Floats) -> None:
    """How far down the page, and how far from the headline."""
    many = len(words)
    place = np.arange(many)
    np.multiply(place, 1 / many, out=out[0])
    passed = words.cumsum()
    np.subtract(passed, words, out=out[1])
    out[1] *= 1 / passed[-1]
    away = np.minimum(place, _REACH)
    _FROM.take(away, axis=1, out=out[2:4], mode="clip")
    out[4:6] = out[2:4, ::-1]
    if top >= 0:
        _BELOW.take(place + (_REACH - top), axis=1, out=out[6:], mode="clip")


def near(stage: Array, rows: Ints, headings: Bools, prose: Bools, out: Floats) -> None:
    """How near lines are that others take, headings and prose; how much of each stage came and will come."""
    many = len(stage)
    flags = np.empty((SIGNS, many), np.bool_)
    np.equal(stage, STAGES, out=flags[:-2])
    flags[-2:] = False
    flags[-2, rows] = headings
    flags[-1, rows] = prose
    place = np.arange(many)
    found = np.empty((2 * SIGNS + 2 * len(STAGES), many))
    np.maximum.accumulate(np.where(flags, place, -_NEVER), axis=1, out=found[:SIGNS])
    np.subtract(place, found[:SIGNS], out=found[:SIGNS])
    coming = np.where(flags, place, many + _NEVER)[:, ::-1]
    np.minimum.accumulate(coming, axis=1, out=found[SIGNS : 2 * SIGNS, ::-1])
    found[SIGNS : 2 * SIGNS] -= place
    distances, counts = found[: 2 * SIGNS], found[2 * SIGNS :]
    distances += 1
    np.reciprocal(distances, out=distances)
    half = len(STAGES)
    flags[:-2].cumsum(axis=1, out=counts[:half])
    np.subtract(counts[:half, -1:], counts[:half], out=counts[half:])
    np.minimum(counts, 3, out=counts)
    counts *= 1 / 3
    found.take(rows, axis=1, out=out, mode="clip")


def holdings(values: Floats, places: Containers, out: Floats) -> None:
    """What the groups of a line hold: links and prose by text; text and prose by lines; text by that of the page."""
    total = values[2].sum() + 1
    held, shares = within(values, places), out.reshape(6, len(places.first), -1)
    shares[4] = held[2]
    shares[5] = held[4]
    held[2::2] += 1
    np.divide(held[:2], held[2], out=shares[:2])
    np.divide(held[2:4], held[4], out=shares[2:4])
    shares[4] *= 1 / total
    shares[2] = np.log1p(shares[2])
    shares[5] = np.log1p(shares[5])
    shares[2::3] *= 0.2


def _beside(places: Containers, top: int, out: Floats) -> None:
    """Whether the lines before and after stand in the same containers; which of them also hold the headline."""
    same = places.first[1:LEVELS, 1:] == places.first[1:LEVELS, :-1]
    out[: LEVELS - 1, 1:] = same
    out[LEVELS - 1 : 2 * LEVELS - 2, :-1] = same
    if top >= 0:
        np.logical_and(
            places.first[:LEVELS] <= top, places.after[:LEVELS] > top, out=out[2 * LEVELS - 2 :], casting="unsafe"
        )


def bereft(chain: Ints, gone: Ints, boxes: int, out: Floats) -> None:
    """How many lines of the nearest containers others take, and which share."""
    left, taken = (np.bincount(found.ravel(), minlength=boxes).astype(np.float64) for found in (chain, gone))
    (taken / np.maximum(left + taken, 1)).take(chain[:_AROUND], out=out[:_AROUND], mode="clip")
    (np.log1p(taken) / 4).take(chain[:_AROUND], out=out[_AROUND:], mode="clip")


def _alike(texts: Sequence[str], out: Floats) -> None:
    """Whether other lines begin in the same way, and whether one right beside it does."""
    met: dict[str, int] = {}
    first = np.array([met.setdefault(text[:_BEGINS], number) for number, text in enumerate(texts)])
    np.greater(np.bincount(first).take(first), 1, out=out[0])
    same = first[1:] == first[:-1]
    out[1, 1:] += same
    out[1, :-1] += same
