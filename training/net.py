"""The net of `cleaner_blog.scorer.model`, in torch, for many pages at once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from cleaner_blog.scorer.containers import LEVELS
from cleaner_blog.scorer.model import FAR, NEAR, OWN_NAMES, POOLED

EMBEDDED, HIDDEN, CONTEXT, LAST = 12, 48, 12, 24
"""Widths of the layers."""
_POOLED = range(LEVELS)[POOLED]


@dataclass(slots=True)
class Batch:
    """Pages, one below the other; or one page."""

    own: Tensor
    words: Tensor
    chain: Tensor
    first: Tensor
    after: Tensor
    look: Tensor
    names: Tensor
    names_at: Tensor
    begins: Tensor
    begins_at: Tensor
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
    shifts: dict[str, list[int]] = {name: [0] for name in ("lines", "boxes", "looks", "names", "begins", "pages")}
    for page in pages:
        sizes = (len(page), len(page.names_at), int(page.look.max()) + 1, len(page.names), len(page.begins), 1)
        for counts, size in zip(shifts.values(), sizes, strict=True):
            counts.append(counts[-1] + size)
    by_field = {
        "first": "lines", "after": "lines", "top": "lines", "bottom": "lines", "chain": "boxes", "look": "looks",
        "names_at": "names", "begins_at": "begins", "page": "pages",
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
    """Two looks at the lines of pages; see `cleaner_blog.scorer.model`."""

    def __init__(self, columns: int, names: int, words: int) -> None:
        super().__init__()
        self.emb = nn.EmbeddingBag(names + 1, EMBEDDED, mode="sum")
        self.temb = nn.EmbeddingBag(words + 1, EMBEDDED, mode="sum")
        nn.init.normal_(self.emb.weight, 0, 0.1)
        nn.init.normal_(self.temb.weight, 0, 0.05)
        for table in (self.emb, self.temb):
            table.weight.data[0] = 0  # the row of no word; no list of a batch has it, so it stays
        self.l1 = nn.Linear(columns + (OWN_NAMES + 2) * EMBEDDED, HIDDEN)
        self.c = nn.Linear(HIDDEN, CONTEXT, bias=False)
        self.m = nn.Linear(HIDDEN, CONTEXT)
        self.l2 = nn.Linear(HIDDEN + (2 * NEAR + len(_POOLED) + 2) * CONTEXT, HIDDEN)
        self.s1 = nn.Linear(HIDDEN, 1)
        self.l3 = nn.Linear(HIDDEN + 3 * LEVELS + 7 + 4 * FAR, LAST)
        self.s2 = nn.Linear(LAST, 1)

    def forward(
        self, batch: Batch, dropout: float = 0.0, forget: tuple[float, Tensor | float] = (0.0, 0.0)
    ) -> tuple[Tensor, Tensor]:
        """The scores of both looks. `forget` is how likely a name and a word are overlooked."""
        boxes = self.emb(batch.names, batch.names_at, per_sample_weights=_kept(batch.names, forget[0]))
        near, above = boxes[batch.chain[:, :OWN_NAMES]].flatten(1), boxes[batch.chain[:, OWN_NAMES:]].sum(1)
        begun = self.temb(batch.begins, batch.begins_at, per_sample_weights=_kept(batch.begins, forget[1]))
        hidden = functional.relu(self.l1(torch.cat((batch.own, near, above, begun), 1)))
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
        running = _sums(parts)
        held = [_mean(running, batch.first[:, level], batch.after[:, level]) for level in _POOLED]
        most = torch.zeros(batch.pages, parts.shape[1]).scatter_reduce(
            0, batch.page[:, None].expand_as(parts), parts, "amax"
        )
        near = _around(self.c(hidden), NEAR, batch)
        return torch.cat((hidden, *near, *held, _mean(running, batch.top, batch.bottom), most[batch.page]), 1)

    def _second(self, seen: Tensor, batch: Batch) -> Tensor:
        both = torch.stack((seen * batch.words, batch.words), 1)
        running = _sums(both)
        page = running[batch.bottom] - running[batch.top]
        columns = []
        for level in range(LEVELS):
            held = running[batch.after[:, level]] - running[batch.first[:, level]]
            columns += [held[:, 0] / (held[:, 1] + 1), held[:, 0] / (page[:, 0] + 1), held[:, 1] / (page[:, 1] + 1)]
        here = torch.arange(len(batch))
        before = (running[here] - running[batch.top])[:, 0].clamp(min=0)
        after = (running[batch.bottom] - running[here + 1])[:, 0].clamp(min=0)
        kin = torch.zeros(int(batch.look.max()) + 1, 2).index_add(0, batch.look, both)[batch.look]
        columns += [before / (page[:, 0] + 1), after / (page[:, 0] + 1)]
        columns += [torch.log1p(found) / 8 for found in (page[:, 0], before, after)]
        columns += [seen, kin[:, 0] / (kin[:, 1] + 1)]
        beside = torch.stack((seen, seen * torch.log1p(batch.words) / 4), 1)
        return torch.cat((torch.stack([column.float() for column in columns], 1), *_around(beside, FAR, batch)), 1)

    def export(self) -> dict[str, np.ndarray]:
        """The weights as the model wants them: dense layers map rows to rows."""
        state = {name: tensor.detach().numpy().astype(np.float32) for name, tensor in self.state_dict().items()}
        return {name: values.T if values.ndim == 2 and "emb" not in name else values for name, values in state.items()}


def _kept(numbers: Tensor, forget: Tensor | float) -> Tensor:
    return (torch.rand(len(numbers)) >= forget).float()


def _sums(values: Tensor) -> Tensor:
    return torch.cat((torch.zeros(1, values.shape[1], dtype=torch.float64), values.double().cumsum(0)))


def _mean(running: Tensor, first: Tensor, after: Tensor) -> Tensor:
    return ((running[after] - running[first]) / (after - first)[:, None]).float()


def _around(values: Tensor, reach: int, batch: Batch) -> list[Tensor]:
    """The values of the lines before and after; zeros beyond the page."""
    here = torch.arange(len(batch))
    found = []
    for by in (*range(-reach, 0), *range(1, reach + 1)):
        there = here + by
        inside = (there >= batch.top) & (there < batch.bottom)
        found.append(torch.where(inside[:, None], values[there.clamp(0, len(batch) - 1)], torch.zeros(())))
    return found
