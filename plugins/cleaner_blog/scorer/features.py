"""What the scorer sees of a page, as columns of numbers: no Python call per line and feature."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from cleaner import Box, Line
from cleaner_blog.scorer import characters
from cleaner_blog.scorer.arrays import Array, Bools, Floats, Ints
from cleaner_blog.scorer.containers import LEVELS, Containers, alike, containers, within

_TAGS = (
    "p div li h1 h2 h3 h4 h5 h6 td th blockquote figcaption pre dd dt"
    " section article body a button label summary center"
).split()
_TAG_IDS = {tag: number for number, tag in enumerate(_TAGS, 1)}
_KIND_IDS = {kind[:2]: n for n, kind in enumerate("heading paragraph item caption quote cell code text".split())}
"""By their first letters: to hash a member of an enumeration takes ten times as long."""
_KINDS, _ELEMENTS = np.eye(len(_KIND_IDS)), np.eye(len(_TAG_IDS) + 1)
_STAGE_IDS = {stage: number for number, stage in enumerate(("", "navigation", "captions", "credits", "comments"))}
_HEADLINE = len(_STAGE_IDS)
_STAGES = np.arange(1, _HEADLINE)
_PROSE = 15
"""Words."""
_MOSTLY = 0.8
"""Share of a line that is links."""
_NEVER = 10_000
_HEAD = 40
_ESSENCE = 80
"""Characters by which a line is looked up in other texts."""


class Context(NamedTuple):
    """What is known of a page beside its lines."""

    stages: Mapping[int, str]
    """For each line that is gone or will be: where it goes; "metadata" for the headline."""
    title: str = ""
    summary: str = ""
    stated: str = ""
    """The body as the page's JSON-LD states it, without white space."""


class Sheet(NamedTuple):
    """The lines of a page that are looked at: those that nobody takes, and the headline."""

    rows: Ints
    """Their numbers on the page."""
    own: Floats
    """The columns of each."""
    words: Floats
    """About how many words each has; 0 for the headline."""
    places: Containers


def sheet(lines: Sequence[Line], boxes: Sequence[Box], context: Context) -> Sheet:
    """Compute the columns of a page."""
    stage = np.zeros(len(lines), np.intp)
    for number, name in context.stages.items():
        stage[number] = _HEADLINE if name == "metadata" else _STAGE_IDS.get(name, 1)
    headlines = np.flatnonzero(stage == _HEADLINE)
    stage[headlines[1:]] = 1
    rows = np.flatnonzero((stage == 0) | (stage == _HEADLINE))
    kept = [lines[row] for row in rows.tolist()]
    _, texts, kinds, gaps, _, _, tags, links, inside, _ = zip(*kept, strict=True)
    looks, words = characters.columns(texts)
    live = stage[rows] == 0
    weight = words * live
    places = containers(inside, boxes)
    direct = np.array((gaps, links), np.float64).T
    kind = np.array([_KIND_IDS[kind[:2]] for kind in kinds])
    top = int(np.searchsorted(rows, headlines[0])) if len(headlines) else -1
    own = (
        looks, _KINDS[kind], _ELEMENTS[[_TAG_IDS.get(tag, 0) for tag in tags]], direct, direct[:, 1:] > _MOSTLY,
        _sizes(words, weight), _echoes(texts, context), _position(words, top), _near(stage)[rows],
        _beside(kind == 0, words > _PROSE), _holdings(weight, words, direct[:, 1], live, places), _neighbours(places),
        _headline_in(top, places),
    )  # fmt: skip
    return Sheet(rows, np.concatenate(own, axis=1), weight, places)


def _sizes(words: Floats, weight: Floats) -> Floats:
    columns = np.empty((len(words), 4))
    columns[:, 0] = np.log1p(words) / 5
    columns[:, 1] = np.minimum(words, 40) / 40
    columns[:, 2] = np.log1p(weight.sum()) / 9
    columns[:, 3] = np.log1p(len(words)) / 7
    return columns


def _echoes(texts: Sequence[str], context: Context) -> Floats:
    """Whether a line stands twice, is part of the title, begins like the summary, is in the body the page states."""
    columns = np.zeros((len(texts), 5))
    title, summary, stated = context.title, context.summary[:_HEAD], context.stated
    if len(set(texts)) < len(texts):
        seen = Counter(texts)
        columns[:, 0] = [seen[text] > 1 for text in texts]
    columns[:, 1] = [text in title for text in texts]
    if len(summary) == _HEAD:
        columns[:, 2] = [text[:_HEAD] == summary for text in texts]
    if stated:
        columns[:, 3] = ["".join(text[:_ESSENCE].split()) in stated for text in texts]
        columns[:, 4] = 1 - columns[:, 3]
    return columns


def _position(words: Floats, top: int) -> Floats:
    """How far down the page, and how far from the headline."""
    many = len(words)
    columns = np.zeros((many, 9))
    place = np.arange(many)
    passed = words.cumsum()
    columns[:, 0] = place / many
    columns[:, 1] = (passed - words) / passed[-1]
    columns[:, 2] = np.log1p(place) / 6
    columns[:, 3] = columns[::-1, 2]
    if top >= 0:
        columns[:, 4] = 1
        columns[top + 1 :, 5] = 1
        columns[:top, 6] = 1
        columns[:, 7] = np.log1p(np.abs(place - top)) / 6
        columns[top + 1 :, 8] = np.exp(place[top:-1] * -0.25 + top * 0.25) if top + 1 < many else 0
    return columns


def _near(stage: Ints) -> Floats:
    """How near lines are that others take, before and after; how much of each stage came and will come."""
    flags = stage[:, None] == _STAGES
    counted = flags.cumsum(axis=0)
    coming = counted[-1] - counted
    return np.concatenate((_distances(flags), np.minimum(counted, 3) / 3, np.minimum(coming, 3) / 3), axis=1)


def _beside(headings: Bools, prose: Bools) -> Floats:
    """How near headings and prose are."""
    return _distances(np.array((headings, prose)).T)


def _distances(flags: Bools) -> Floats:
    place = np.arange(len(flags))[:, None]
    last = np.maximum.accumulate(np.where(flags, place, -_NEVER))
    following = np.minimum.accumulate(np.where(flags, place, len(flags) + _NEVER)[::-1])[::-1]
    return 1 / (1 + np.concatenate((place - last, following - place), axis=1))


def _holdings(weight: Floats, words: Floats, links: Floats, live: Bools, places: Containers) -> Floats:
    """What the containers of a line hold, and the lines that look like it."""
    prose = weight * (words > _PROSE)
    values = np.array((weight, weight * links, live, prose, prose > 0), np.float64).T
    text, linked, lines, long, longs = within(values, places.first, places.after).transpose(2, 0, 1)
    total = weight.sum() + 1
    shares = (text / total, linked / (text + 1), long / (text + 1), longs / (lines + 1))
    sizes = np.log1p(np.concatenate((lines, text / (lines + 1)), axis=1)) / 5
    same = alike(values[:, :3], places.look)
    kin = np.empty((len(words), 4))
    kin[:, 0] = np.log1p(same[:, 2]) / 4
    kin[:, 1] = np.log1p(same[:, 0] / (same[:, 2] + 0.01)) / 5
    kin[:, 2] = same[:, 1] / (same[:, 0] + 1)
    kin[:, 3] = same[:, 0] / total
    return np.concatenate((*shares, sizes, kin), axis=1)


def _neighbours(places: Containers) -> Floats:
    """Whether the lines before and after stand in the same container."""
    near = np.zeros((len(places.first), 4))
    near[1:, :2] = places.first[1:, 1:3] == places.first[:-1, 1:3]
    near[:-1, 2:] = near[1:, :2]
    return near


def _headline_in(top: int, places: Containers) -> Array:
    """Which of its containers also hold the headline."""
    if top < 0:
        return np.zeros((len(places.first), LEVELS))
    return (places.first <= top) & (top < places.after)
