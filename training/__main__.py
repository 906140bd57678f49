"""`python -m training`: cross-validate, then train the net that is shipped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import click
import numpy as np
import torch

from benchmarks.quality import BY_FOLD, DUMPS_BY_FOLD, of_dumps, of_pages
from cleaner_blog import scorer
from cleaner_blog.scorer.arrays import Array
from training import __doc__ as explanation
from training.corpora import FOLDS, STYLES, dumps, halves, items
from training.dataset import Example, dump_examples, examples, shortened
from training.train import DUMPS, PAGES, Course, Trained, train

_ROOT = Path(__file__).resolve().parent.parent
_SCORER = _ROOT / "plugins" / "cleaner_blog" / "scorer"
_FIGURES = Path(__file__).resolve().parent
_SHORTENED = ("resiliparse", "w3m", "dclm")


@click.command(help=explanation)
@click.option("--data", type=click.Path(path_type=Path, exists=True), default=_ROOT.parent / "shared" / "corpora")
@click.option("--kind", type=click.Choice(["pages", "dumps"]), default="pages", show_default=True)
@click.option("--seed", default=0, show_default=True)
@click.option("--folds/--no-folds", default=True, help="Cross-validate first.")
@click.option("--ship/--no-ship", default=True, help="Train on all pages and write the weights.")
def main(data: Path, kind: str, seed: int, folds: bool, ship: bool) -> None:
    """Train; the text of the command is the package's own."""
    torch.set_num_threads(1)
    is_dump = kind == "dumps"
    known = list(_all_dumps(data) if is_dump else examples(items(data)))
    click.echo(f"{len(known)} pages, {sum(len(example.candidates) for example in known)} lines to judge")
    course = DUMPS if is_dump else PAGES
    if folds:
        _train_folds(known, seed, course, DUMPS_BY_FOLD if is_dump else BY_FOLD)
        _judge(data, kind, seed)
    if ship:
        _write(_SCORER / ("dumps.npz" if is_dump else "weights.npz"), train(known, seed, click.echo, course))


def _all_dumps(data: Path) -> Iterator[Example]:
    known = {style: list(dump_examples(dumps(data, style))) for style in STYLES}
    yield from chain.from_iterable(known.values())
    yield from dump_examples(halves(data))
    for style in _SHORTENED:
        yield from dump_examples(shortened(known[style], len(style)))


def _train_folds(known: list[Example], seed: int, course: Course, folder: Path) -> None:
    """Train a net for each fold that sees none of its outlets, and store it as it is to be judged."""
    for fold in range(FOLDS):
        click.echo(f"fold {fold + 1} of {FOLDS}")
        seen = [example for example in known if example.item.fold != fold]
        _write(folder / f"{fold}.npz", train(seen, seed + fold, click.echo, course))


def _judge(data: Path, kind: str, seed: int) -> None:
    """Store and print the figures of the nets of the folds."""
    found = of_pages(data) if kind == "pages" else of_dumps(data)
    threshold = scorer.THRESHOLD if kind == "pages" else scorer.DUMP_THRESHOLD
    stored = json.dumps({"seed": seed, "threshold": threshold, "figures": found}, indent=2)
    (_FIGURES / f"figures-{kind}.json").write_text(stored + "\n")
    for corpus, values in found.items():
        click.echo(f"{corpus:<28}" + "  ".join(f"{name} {value:.3f}" for name, value in values.items()))


def _write(path: Path, trained: Trained) -> None:
    """Two bytes a weight are enough, and for words ten bits: it changes no figure in the third place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    stored = {
        name: _halved(values, name.startswith("temb")) if values.dtype.kind == "f" else values
        for name, values in trained.weights().items()
    }
    np.savez_compressed(path, **stored)


def _halved(values: Array, is_words: bool) -> Array:
    """As numbers of two bytes; those of words end in zeros, which compress."""
    halves = values.astype(np.float16)
    return ((halves.view(np.uint16) + 8) // 16 * 16).astype(np.uint16).view(np.float16) if is_words else halves


if __name__ == "__main__":
    main()
