"""`python -m training`: cross-validate, then train the net that is shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import click
import numpy as np
import torch

from benchmarks.quality import BY_FOLD, DUMPS_BY_FOLD, cleaner_with, cleaners, of_dumps, of_pages
from cleaner_blog import scorer
from cleaner_blog.scorer.npz import read
from training import __doc__ as explanation
from training.arrays import Array
from training.corpora import FOLDS, STYLES, dumps, halves, items
from training.dataset import Example, dump_examples, examples
from training.elsewhere import elsewhere, weakened
from training.taught import taught
from training.train import DUMPS, PAGES, VARIED, train
from training.trees import SUREST, Rows, Seen, grow, rows
from training.variants import shortened, swapped

_ROOT = Path(__file__).resolve().parent.parent
_SCORER = _ROOT / "plugins" / "cleaner_blog" / "scorer"
_SHORTENED = ("resiliparse", "w3m", "dclm")
_ELSEWHERE = ("resiliparse", "dclm")
_SWAPPED = ("resiliparse", "inscriptis", "w3m", "dclm")

Weights = Mapping[str, Array]
Learn = Callable[[int | None, int], list[Weights]]
"""Trains nets, from a seed, without the pages of a fold; None: with all."""


@click.command(help=explanation)
@click.option("--data", type=click.Path(path_type=Path, exists=True), default=_ROOT.parent / "shared" / "corpora")
@click.option("--kind", type=click.Choice(["pages", "dumps"]), default="pages", show_default=True)
@click.option("--seed", default=0, show_default=True)
@click.option("--folds/--no-folds", default=True, help="Cross-validate first.")
@click.option("--nets/--no-nets", default=True, help="Train nets too, or trees alone above those that are stored.")
@click.option("--ship/--no-ship", default=True, help="Train on all pages and write the weights.")
def main(data: Path, kind: str, seed: int, folds: bool, nets: bool, ship: bool) -> None:
    """Train; the text of the command is the package's own."""
    torch.set_num_threads(1)
    is_dump = kind == "dumps"
    if is_dump and not nets:
        raise click.UsageError("there are no trees above the nets for dumps, so there is nothing else to train")
    learn = (_nets_of_dumps(data) if is_dump else _nets_of_pages(data)) if nets else None
    by_fold = [(DUMPS_BY_FOLD if is_dump else BY_FOLD) / f"{fold}.npz" for fold in range(FOLDS)]
    if folds and learn:
        for fold, path in enumerate(by_fold):
            click.echo(f"fold {fold + 1} of {FOLDS}")
            _write(path, _together(learn(fold, seed + fold)))
    known = None if is_dump else _seen_pages(data, by_fold)
    if folds:
        for fold, path in enumerate(by_fold):
            _write(path, _with_trees(_nets(path), known, fold, seed + fold))
        _judge(data, kind)
    if ship:
        path = _SCORER / ("dumps.npz" if is_dump else "weights.npz")
        _write(path, _with_trees(_together(learn(None, seed)) if learn else _nets(path), known, None, seed))


def _nets(path: Path) -> Weights:
    """The nets that are stored, without the trees above them."""
    with np.load(path) as weights:
        return {name: weights[name] for name in weights if not name.startswith(scorer.TREES)}


def _with_trees(nets: Weights, known: Rows | None, fold: int | None, seed: int) -> Weights:
    """Nets and, if there is anything to learn from, the trees above them, to be stored as one."""
    trees = grow(known, fold, seed) if known is not None else {}
    return {**nets, **{f"{scorer.TREES}/{name}": values for name, values in trees.items()}}


def _seen_pages(data: Path, by_fold: Sequence[Path]) -> Rows:
    """What trees learn from: pages, and pages with some rules off."""
    pools = examples(items(data)), weakened(items(data), examples, 0)
    return rows(*(_seen(pool, by_fold) for pool in pools))


def _seen(pool: Iterable[Example], by_fold: Sequence[Path]) -> Iterator[Seen]:
    """What nets think of examples: of each, those that never saw its outlet."""
    scorers = [_scorer(path) for path in by_fold]
    for example in pool:
        scores = np.array(scorers[example.item.fold](*example.handed_over))
        yield Seen(example, np.clip(scores[example.sheet.rows], SUREST, 1 - SUREST))


def _scorer(path: Path) -> scorer.Scorer:
    """That of the nets of a file alone."""
    with path.open("rb") as file:
        stored = read(file)
    return scorer.scorer({name: values for name, values in stored.items() if not name.startswith(scorer.TREES)})


def _nets_of_pages(data: Path) -> Learn:
    known, others = list(examples(items(data))), elsewhere(items(data), examples, 0)
    click.echo(f"{len(known)} pages, {sum(len(example.candidates) for example in known)} lines to judge")

    def learn(fold: int | None, seed: int) -> list[Weights]:
        pools = [_without(fold, pool) for pool in others]
        return [train(_without(fold, known), seed, click.echo, PAGES, pools).weights()]

    return learn


def _nets_of_dumps(data: Path) -> Learn:
    """Two nets: one for the dumps as they are, the other also for what is made of them and what a net taught."""
    by_style = {style: list(dump_examples(dumps(data, style))) for style in STYLES}
    known = [*chain.from_iterable(by_style.values()), *dump_examples(halves(data))]
    for style in _SHORTENED:
        known += dump_examples(shortened(by_style[style], len(style)))
    varied = [found for style in _SWAPPED for found in dump_examples(swapped(by_style[style], len(style)))]
    others = elsewhere([found for style in _ELSEWHERE for found in dumps(data, style)], dump_examples, 0)
    click.echo(f"{len(known)} dumps, {len(varied)} made of them")

    def learn(fold: int | None, seed: int) -> list[Weights]:
        teacher = cleaner_with(scorer.shipped) if fold is None else cleaners()[fold]
        more = chain(known, varied, dump_examples(taught(data, teacher)))
        pools = [_without(fold, pool) for pool in others]
        plain = train(_without(fold, known), seed, click.echo, DUMPS, pools)
        wide = train(_without(fold, more), seed, click.echo, VARIED, pools)
        return [plain.weights(), wide.weights()]

    return learn


def _together(nets: Sequence[Weights]) -> Weights:
    """The weights of several nets, to be stored as one."""
    return {f"{number}/{name}": values for number, net in enumerate(nets) for name, values in net.items()}


def _without(fold: int | None, known: Iterable[Example]) -> list[Example]:
    return [example for example in known if example.item.fold != fold]


def _judge(data: Path, kind: str) -> None:
    """Print the figures of the nets of the folds."""
    found = of_pages(data) if kind == "pages" else of_dumps(data)
    for corpus, values in found.items():
        click.echo(f"{corpus:<28}" + "  ".join(f"{name} {value:.3f}" for name, value in values.items()))


def _write(path: Path, weights: Weights) -> None:
    """Two bytes a weight of a net are enough, and for words ten bits: it changes no figure in the third place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    stored = {
        name: _halved(values, "temb" in name) if values.dtype.kind == "f" and scorer.TREES not in name else values
        for name, values in weights.items()
    }
    np.savez_compressed(path, **stored)


def _halved(values: Array, is_words: bool) -> Array:
    """As numbers of two bytes; those of words end in zeros, which compress."""
    halves = values.astype(np.float16)
    return ((halves.view(np.uint16) + 8) // 16 * 16).astype(np.uint16).view(np.float16) if is_words else halves


if __name__ == "__main__":
    main()
