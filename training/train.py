"""Training: nets from examples."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.arrays import Array, Floats
from training.dataset import Example
from training.net import Batch, Net, Widths, join
from training.terms import Hashes, Terms, hashed, shared

PAGES_AT_ONCE = 16
RATE, DECAY = 3e-3, 0.05
DROPOUT, FORGET_NAME, FORGET_WORD, FORGET_COLUMN = 0.35, 0.4, 0.5, 0.12
ELSEWHERE = (0.25, 0.07, 0.07)
"""Share of pages shown with fewer rules; with fewer rules and in a script without capitals; in one without spaces."""
NAME_DOMAINS, WORD_DOMAINS = 8, 30
"""A word is known when so many outlets use it."""
MOST_WORDS = 7950
"""With a vector that is stored: those that change a score most. Of dumps, other words are known as common."""
SHORT_LINE = 2.0
"""Words added to the weight of every line, so that short ones count."""
NEWS = 2.0
"""Weight of a page of a news outlet: there are few."""
LEAST_PAGE, SNIPPET_PAGE = 60.0, 150.0
FIRST_LOOK = 0.4


class Course(NamedTuple):
    """How long to train on what."""

    epochs: int
    share: float
    """Of the pages, in each epoch."""
    word_domains: int
    widths: Widths
    average: float
    """Share of the mean of all weights so far that a step leaves."""


PAGES = Course(22, 1.0, WORD_DOMAINS, Widths(12, 64, 16, 32, 3, 8), 0.995)
DUMPS = Course(45, 0.12, 20, Widths(8, 32, 8, 24, 3, 8), 0.998)
"""A page is there in several dumps."""
VARIED = Course(45, 0.12, 20, Widths(8, 40, 12, 32, 4, 16), 0.998)
"""The same for the other net for dumps, which has more to see."""


class Trained(NamedTuple):
    """A net and the words it knows."""

    net: Net
    names: list[str] | None
    """None for dumps."""
    words: list[str]

    def weights(self) -> dict[str, Array]:
        """What the scorer reads."""
        weights = self.net.export()
        vectors = weights["temb.weight"]
        ranked = np.argsort(-np.linalg.norm(vectors[1:], axis=1), kind="stable")
        vectors[ranked[MOST_WORDS:] + 1] = 0
        common = [] if self.names else [number for number in ranked[MOST_WORDS:] if " " not in self.words[number]]
        best = np.sort([*ranked[:MOST_WORDS], *common])
        weights["temb.weight"] = vectors[np.concatenate(([0], best + 1))]
        lists = {"words": [self.words[number] for number in best]} | ({"names": self.names} if self.names else {})
        return {**weights, **{name: np.array("\n".join(words)) for name, words in lists.items()}}


class Page(NamedTuple):
    """An example as tensors, and how much it counts."""

    batch: Batch
    norm: float
    """Its weight is divided by this."""
    is_judged_whole: bool


def common(lists: Iterable[tuple[str, list[list[str]]]], least: int) -> list[str]:
    """The words that at least so many outlets use."""
    seen: dict[str, set[str]] = defaultdict(set)
    for outlet, found in lists:
        for words in found:
            for word in words:
                seen[word].add(outlet)
    return sorted(word for word, outlets in seen.items() if word and len(outlets) >= least)


def train(
    examples: Sequence[Example],
    seed: int,
    tell: Callable[[str], None] = lambda text: None,
    course: Course = PAGES,
    elsewhere: Sequence[Sequence[Example]] = ((), (), ()),
) -> Trained:
    """Train a net, also on those of `elsewhere`. The same examples and seed give the same net on one machine."""
    torch.manual_seed(seed)
    shuffle = random.Random(seed)
    names = _names(examples)
    words = common(((example.item.site, example.words) for example in examples), course.word_domains)
    known = hashed(words) if names is None else None
    pages, *others = [
        [tensors(example, names or [], words, known) for example in pool] for pool in (examples, *elsewhere)
    ]
    elements = sum(name.startswith("<") for name in names or ())  # they come first
    _, columns = pages[0].batch.own.shape
    _, groups = pages[0].batch.first.shape
    net = Net(columns, groups, None if names is None else len(names), len(words), course.widths)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    many = math.ceil(len(pages) * course.share)
    steps = course.epochs * math.ceil(many / PAGES_AT_ONCE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.15)
    mean = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(course.average))
    for epoch in range(course.epochs):
        shuffle.shuffle(pages)
        lost = 0.0
        for start in range(0, many, PAGES_AT_ONCE):
            shown = [_shown(page, others, shuffle) for page in pages[start : min(start + PAGES_AT_ONCE, many)]]
            loss = _loss(net, shown, elements)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            mean.update_parameters(net)
            lost += loss.item()
        tell(f"epoch {epoch + 1} of {course.epochs}: loss {lost * PAGES_AT_ONCE / many:.3f}")
    return Trained(mean.module.eval(), names, words)


def _names(examples: Sequence[Example]) -> list[str] | None:
    """What containers are called; None for dumps, which have none."""
    if not any(example.names for example in examples):
        return None
    return common(((example.item.site, example.names) for example in examples), NAME_DOMAINS)


def _shown(page: Page, others: Sequence[Sequence[Page]], chance: random.Random) -> Page:
    """The page, or in its stead one of those that are as they would be elsewhere."""
    drawn = chance.random()
    for pages, share in zip(others, ELSEWHERE, strict=True):
        if pages and drawn < share:
            return chance.choice(pages)
        drawn -= share
    return page


def counted(example: Example) -> Floats:
    """How much each line counts, relative to the page."""
    weight = _weight(example)
    counting: Floats = (weight + SHORT_LINE * (weight > 0)) / _norm(example)
    return counting


def _weight(example: Example) -> Floats:
    weight: Floats = np.where(example.labels.known, example.labels.weight, 0) * (example.sheet.words > 0)
    return weight


def _norm(example: Example) -> float:
    """The weight of a page's lines is divided by it."""
    labels, factor = example.labels, NEWS if example.item.corpus == "outlets" else 1.0
    if example.item.text is None:
        return SNIPPET_PAGE / factor
    return max(float(labels.weight[labels.value > 0.5].sum()), LEAST_PAGE) / factor


def tensors(example: Example, names: list[str], words: list[str], known: Hashes | None = None) -> Page:
    """An example as tensors; every weight is relative to the page. Of a dump, `known` are the hashes of the words."""
    page, labels, many = example.sheet, example.labels, len(example.sheet.rows)
    live = page.words > 0
    zeros = torch.zeros(many, dtype=torch.long)
    batch = Batch(
        _floats(page.own), _floats(page.words), torch.tensor(page.places.chain.T), torch.tensor(page.places.order),
        torch.tensor(page.places.first.T), torch.tensor(page.places.after.T),
        *_bags(example.names, names), *_bags(example.words, words), *_terms(example.terms, known),
        _floats(live), _floats(labels.value), _floats(_weight(example)), zeros, zeros, zeros + many,
    )  # fmt: skip
    return Page(batch, _norm(example), example.item.text is not None)


def _terms(terms: Terms | None, known: Hashes | None) -> tuple[Tensor, Tensor]:
    """The numbers of the terms that count, and their lines."""
    if terms is None or known is None:
        return torch.zeros(0, dtype=torch.long), torch.zeros(0, dtype=torch.long)
    counting = shared(terms, known)
    return torch.tensor(counting.numbers), torch.tensor(counting.lines)


def _floats(values: Array) -> Tensor:
    return torch.tensor(values, dtype=torch.float32)


def _bags(lists: list[list[str]], known: list[str]) -> tuple[Tensor, Tensor]:
    """The numbers of the known words, one list behind the other, and where each list begins."""
    numbers = {word: number for number, word in enumerate(known, 1)}
    found = [[numbers[word] for word in words if word in numbers] for words in lists]
    starts = np.cumsum([0, *map(len, found)])[:-1]
    return torch.tensor([number for words in found for number in words], dtype=torch.long), torch.tensor(starts)


def _loss(net: Net, pages: list[Page], elements: int) -> Tensor:
    batch = join([page.batch for page in pages])
    columns = torch.rand(batch.pages, batch.own.shape[1]) >= FORGET_COLUMN
    forgotten = torch.where(batch.names <= elements, FORGET_COLUMN, FORGET_NAME)
    first, second = net(replace(batch, own=batch.own * columns[batch.page]), DROPOUT, (forgotten, FORGET_WORD))
    weight = (batch.weight + SHORT_LINE * (batch.weight > 0)) / torch.tensor([page.norm for page in pages])[batch.page]
    whole = torch.tensor([page.is_judged_whole for page in pages])
    return (
        FIRST_LOOK * _missed(first, batch, weight) + _missed(second, batch, weight) + _imbalance(second, batch, whole)
    ) / batch.pages


def _missed(scores: Tensor, batch: Batch, weight: Tensor) -> Tensor:
    """The words on the wrong side, in nats."""
    return (functional.binary_cross_entropy_with_logits(scores, batch.value, reduction="none") * weight).sum()


def _imbalance(scores: Tensor, batch: Batch, whole: Tensor) -> Tensor:
    """1 - F1 of the words of each page, with scores for yes and no."""
    weight = batch.weight + SHORT_LINE * (batch.weight > 0)
    chance = torch.sigmoid(scores)
    both, found, gold = (
        torch.zeros(batch.pages).index_add(0, batch.page, values)
        for values in (weight * chance * batch.value, weight * chance, weight * batch.value)
    )
    return (1 - 2 * both / (found + gold + 1e-3))[whole & (gold > 0)].sum()
