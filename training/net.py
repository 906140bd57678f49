"""The net of `net.h` and `looks.h` beside the scorer, in torch, for many pages at once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

OWN_NAMES, OWN_GROUP, POSITIONS = 3, 1, 6
"""As in `pages.h`, `net.h` and `found.h`."""
COMMON, ONCE, OFTEN = 3, 0.5, 4.0
"""As in `cohesion.h`."""


class Widths(NamedTuple):
    """Of the layers; and how many lines on each side the two looks see."""

    embedded: int
    hidden: int
    context: int
    last: int
    near: int
    far: int


@dataclass(slots=True)
class Batch:
    """Pages, one below the other; or one page."""

    own: Tensor
    words: Tensor
    chain: Tensor
    order: Tensor
    first: Tensor
    after: Tensor
    names: Tensor
    names_at: Tensor
    begins: Tensor
    begins_at: Tensor
    terms: Tensor
    terms_at: Tensor
    live: Tensor
    value: Tensor
    weight: Tensor
    page: Tensor
    top: Tensor
    """The first line of the page that a line is on."""
    bottom: Tensor
    pages: int = 1

    def __len__(self) -> int:
        return len(self.own)


def join(pages: list[Batch]) -> Batch:
    """Pages one below the other."""
    kinds = ("lines", "runs", "boxes", "names", "begins", "pages", "terms")
    shifts: dict[str, list[int]] = {name: [0] for name in kinds}
    for page in pages:
        sizes = [len(part) for part in (page, page.order, page.names_at, page.names, page.begins)]
        sizes += [1, _numbers(page.terms)]
        for counts, size in zip(shifts.values(), sizes, strict=True):
            counts.append(counts[-1] + size)
    by_field = {
        "first": "runs", "after": "runs", "order": "lines", "top": "lines", "bottom": "lines", "chain": "boxes",
        "names_at": "names", "begins_at": "begins", "page": "pages", "terms": "terms",
        "terms_at": "lines",
    }  # fmt: skip
    joined: dict[str, Any] = {}
    for name in (field.name for field in fields(Batch) if field.name != "pages"):
        by = shifts[by_field[name]] if name in by_field else [0] * (len(pages) + 1)
        joined[name] = torch.cat(
            [
                getattr(page, name) + shift if shift else getattr(page, name)
                for page, shift in zip(pages, by, strict=False)
            ]
        )
    return Batch(**joined, pages=len(pages))


class Net(nn.Module):
    """Two looks at the lines of pages; see `looks.h`."""

    def __init__(self, columns: int, groups: int, names: int | None, words: int, widths: Widths) -> None:
        super().__init__()
        embedded, hidden, context, last, self.near, self.far = widths
        self.emb = nn.EmbeddingBag(names + 1, embedded, mode="sum") if names is not None else None
        self.temb = nn.EmbeddingBag(words + 1, embedded, mode="sum")
        for table, spread in ((self.emb, 0.1), (self.temb, 0.05)):
            if table is not None:
                nn.init.normal_(table.weight, 0, spread)
                table.weight.data[0] = 0  # the row of no word; no list of a batch has it, so it stays
        common = COMMON if names is None else 0
        self.l1 = nn.Linear(common + columns + (1 if names is None else OWN_NAMES + 2) * embedded, hidden)
        self.c = nn.Linear(hidden, context, bias=False)
        self.m = nn.Linear(hidden, context)
        self.l2 = nn.Linear(hidden + (2 * self.near + 1 + groups - OWN_GROUP + 2) * context, hidden)
        self.s1 = nn.Linear(hidden, 1)
        self.l3 = nn.Linear(hidden + 2 * groups + POSITIONS + 2 * (2 * self.far + 1) + common, last)
        self.s2 = nn.Linear(last, 1)

    def forward(
        self, batch: Batch, dropout: float = 0.0, forget: tuple[Tensor | float, Tensor | float] = (0.0, 0.0)
    ) -> tuple[Tensor, Tensor]:
        """The scores of both looks. `forget` is how likely a name and a word are overlooked."""
        columns = [batch.own]
        if self.emb is not None:
            boxes = self.emb(batch.names, batch.names_at, per_sample_weights=_kept(batch.names, forget[0]))
            columns += boxes[batch.chain[:, :OWN_NAMES]].flatten(1), boxes[batch.chain[:, OWN_NAMES:]].sum(1)
        columns.append(self.temb(batch.begins, batch.begins_at, per_sample_weights=_kept(batch.begins, forget[1])))
        if self.emb is None:
            columns.append(_cohesion(batch.live, 1 - batch.live, batch))
        hidden = functional.relu(self.l1(torch.cat(columns, 1)))
        hidden = functional.dropout(hidden, dropout, self.training)
        hidden = functional.relu(self.l2(self._context(hidden, batch)))
        hidden = functional.dropout(hidden, dropout, self.training)
        first = self.s1(hidden)[:, 0]
        hidden = functional.relu(
            self.l3(torch.cat((hidden, self._second(torch.sigmoid(first) * batch.live, batch)), 1))
        )
        return first, self.s2(hidden)[:, 0]

    def _context(self, hidden: Tensor, batch: Batch) -> Tensor:
        parts = functional.relu(self.m(hidden))
        held, page = _within(parts, batch)
        most = torch.zeros(batch.pages, parts.shape[1]).scatter_reduce(
            0, batch.page[:, None].expand_as(parts), parts, "amax"
        )
        means = (held / (batch.after - batch.first)[:, :, None])[:, OWN_GROUP:].flatten(1).float()
        mean = (page / (batch.bottom - batch.top)[:, None]).float()
        return torch.cat((hidden, *_around(self.c(hidden), self.near, batch), means, mean, most[batch.page]), 1)

    def _second(self, seen: Tensor, batch: Batch) -> Tensor:
        found = seen * batch.words
        held, page = _within(torch.stack((found, batch.words), 1), batch)
        total = page[:, 0] + 1
        running = _sums(found)
        before = (running[:-1] - running[batch.top]).clamp(min=0)
        after = (running[batch.bottom] - running[1:]).clamp(min=0)
        columns = [*(held[:, :, 0] / (held[:, :, 1] + 1)).T, *(held[:, :, 0] / total[:, None]).T]
        columns += [before / total, after / total]
        columns += [torch.log1p(value) / 8 for value in (before, after, total)]
        columns += [seen]
        beside = torch.stack((seen, seen * torch.log1p(batch.words) / 4), 1)
        parts = [torch.stack([column.float() for column in columns], 1), *_around(beside, self.far, batch)]
        if self.emb is None:
            parts.append(_cohesion(seen, batch.live - seen, batch))
        return torch.cat(parts, 1)

    def export(self) -> dict[str, np.ndarray]:
        """The weights as the model wants them: dense layers map rows to rows."""
        state = {name: tensor.detach().numpy().astype(np.float32) for name, tensor in self.state_dict().items()}
        return {name: values.T if values.ndim == 2 and "emb" not in name else values for name, values in state.items()}


def _cohesion(seen: Tensor, rest: Tensor, batch: Batch) -> Tensor:
    """As in `cohesion.h`."""
    one, other = _elsewhere(batch, seen), _elsewhere(batch, rest)
    values = torch.stack((one / (one + ONCE), one / (one + OFTEN), other / (other + ONCE)), 1)
    sums = torch.zeros(len(batch), COMMON).index_add(0, batch.terms_at, values)
    return sums / (torch.bincount(batch.terms_at, minlength=len(batch)) + 1)[:, None]


def _elsewhere(batch: Batch, weights: Tensor) -> Tensor:
    own = weights[batch.terms_at]
    found = torch.zeros(_numbers(batch.terms)).index_add(0, batch.terms, own)
    return (found[batch.terms] - own).clamp(min=0)


def _numbers(terms: Tensor) -> int:
    return int(terms.max()) + 1 if len(terms) else 0


def _kept(numbers: Tensor, forget: Tensor | float) -> Tensor:
    return (torch.rand(len(numbers)) >= forget).float()


def _sums(values: Tensor) -> Tensor:
    return torch.cat((torch.zeros(1, *values.shape[1:], dtype=torch.float64), values.double().cumsum(0)))


def _within(values: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    """The sums of the columns over the groups of each line, and over its page."""
    running = _sums(values[batch.order])
    return running[batch.after] - running[batch.first], running[batch.top + batch.bottom] - running[2 * batch.top]


def _around(values: Tensor, reach: int, batch: Batch) -> list[Tensor]:
    """The values of the lines before, of the line and of those after; zeros beyond the page."""
    here = torch.arange(len(batch))
    found = []
    for by in range(-reach, reach + 1):
        there = here + by
        inside = (there >= batch.top) & (there < batch.bottom)
        found.append(torch.where(inside[:, None], values[there.clamp(0, len(batch) - 1)], torch.zeros(())))
    return found
