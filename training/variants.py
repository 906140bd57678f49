"""Dumps made of other dumps: short posts, and articles among the foreign lines of another page."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner import Line
from training.corpora import Item
from training.dataset import Example

_BODY, _FOREIGN = 0.5, 0.1
_FEW, _BESIDE = 8, 30
"""Lines of a short post, and beside it on either side, at most."""
_COMMON = 40
"""Words that a language is known by."""
_OTHERS = 12
"""Dumps of which the one whose language is most alike is taken."""
_ABOVE, _INSIDE = 0.4, 0.5
"""How often foreign lines stand above the article, and inside."""


class _Parts(NamedTuple):
    """An example with a body, and where that begins and ends."""

    example: Example
    first: int
    last: int
    common: frozenset[str]

    @property
    def body(self) -> list[Line]:
        return list(self.example.lines[self.first : self.last + 1])

    @property
    def above(self) -> Sequence[Line]:
        return self.example.lines[: self.first]

    @property
    def below(self) -> Sequence[Line]:
        return self.example.lines[self.last + 1 :]

    @property
    def inside(self) -> list[Line]:
        """What is foreign in the body."""
        sheet, labels = self.example.sheet, self.example.labels
        foreign = sheet.rows[labels.value < _FOREIGN].tolist()
        return [self.example.lines[row] for row in foreign if self.first < row < self.last]


def shortened(known: Iterable[Example], seed: int) -> Iterator[tuple[Item, str]]:
    """Dumps of short posts, made of long ones: a few lines of the article and some of those above and below it."""
    chance = random.Random(seed)
    for example in known:
        body = _body(example)
        if len(body) > _FEW:
            start = chance.randrange(len(body) - 1)
            few = body[start : start + chance.randint(2, _FEW)]
            above = range(max(0, body[0] - chance.randint(0, _BESIDE)), body[0])
            below = range(body[-1] + 1, len(example.lines))[: chance.randint(0, _BESIDE)]
            numbers = [*above, *range(few[0], few[-1] + 1), *below]
            yield example.item, _text([example.lines[number] for number in numbers])


def swapped(known: Iterable[Example], seed: int) -> Iterator[tuple[Item, str]]:
    """Articles among what stood around another: one of another outlet, of the same fold, in a language like theirs."""
    chance = random.Random(seed)
    parts = [_Parts(example, body[0], body[-1], _common(example)) for example in known if (body := _body(example))]
    for one in parts:
        others = [other for other in chance.choices(parts, k=_OTHERS) if _may_swap(one, other)]
        if others:
            other = max(others, key=lambda other: len(other.common & one.common))
            yield one.example.item, _text(_mixed(one, other, chance))


def _may_swap(one: _Parts, other: _Parts) -> bool:
    ours, theirs = one.example.item, other.example.item
    return ours.fold == theirs.fold and ours.site != theirs.site


def _mixed(one: _Parts, other: _Parts, chance: random.Random) -> list[Line]:
    above = other.above if chance.random() < _ABOVE else one.above
    body = one.body
    if chance.random() < _INSIDE:
        at = chance.randint(1, len(body))
        body[at:at] = other.inside
    half = other.below[: len(other.below) // 2]
    below = chance.choice([[other.below], [other.below], [one.below, other.below], [half, one.below]])
    return [*above, *body, *(line for lines in below for line in lines)]


def _body(example: Example) -> list[int]:
    """The numbers of the lines that are article."""
    sheet = example.sheet
    found: list[int] = sheet.rows[(example.labels.value > _BODY) & (sheet.words > 0)].tolist()
    return found


def _common(example: Example) -> frozenset[str]:
    words = Counter((example.item.text or "").lower().split())
    return frozenset(word for word, _ in words.most_common(_COMMON))


def _text(lines: Iterable[Line]) -> str:
    return "\n".join(["\n" * line.gap + " " * line.indent + line.text for line in lines])
