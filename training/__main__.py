"""`python -m training`: cross-validate, then train the net that is shipped."""

from __future__ import annotations

import json
from pathlib import Path

import click
import numpy as np
import torch

from benchmarks.quality import BY_FOLD, cross_validated
from cleaner_blog import scorer
from training import __doc__ as explanation
from training.corpora import FOLDS, items
from training.dataset import Example, examples
from training.train import Trained, train

_ROOT = Path(__file__).resolve().parent.parent
_SHIPPED = _ROOT / "plugins" / "cleaner_blog" / "scorer" / "weights.npz"
_FIGURES = Path(__file__).resolve().parent / "figures.json"


@click.command(help=explanation)
@click.option("--data", type=click.Path(path_type=Path, exists=True), default=_ROOT.parent / "shared" / "corpora")
@click.option("--seed", default=0, show_default=True)
@click.option("--folds/--no-folds", default=True, help="Cross-validate first.")
@click.option("--ship/--no-ship", default=True, help="Train on all pages and write the weights.")
def main(data: Path, seed: int, folds: bool, ship: bool) -> None:
    """Train; the text of the command is the package's own."""
    torch.set_num_threads(1)
    known = list(examples(items(data)))
    click.echo(f"{len(known)} pages, {sum(len(example.candidates) for example in known)} lines to judge")
    if folds:
        found = _cross_validate(known, seed)
        _FIGURES.write_text(
            json.dumps({"seed": seed, "threshold": scorer.THRESHOLD, "figures": found}, indent=2) + "\n"
        )
        for corpus, values in found.items():
            click.echo(f"{corpus:<16}" + "  ".join(f"{name} {value:.3f}" for name, value in values.items()))
    if ship:
        _write(_SHIPPED, train(known, seed, click.echo))


def _cross_validate(known: list[Example], seed: int) -> dict[str, dict[str, float]]:
    """Judge each page by the net that saw none of its outlet, with the weights as they are stored."""
    for fold in range(FOLDS):
        click.echo(f"fold {fold + 1} of {FOLDS}")
        seen = [example for example in known if example.item.fold != fold]
        _write(BY_FOLD / f"{fold}.npz", train(seen, seed + fold, click.echo))
    return cross_validated(known)


def _write(path: Path, trained: Trained) -> None:
    """Two bytes a weight are enough: it changes no figure in the third place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    halves = {
        name: values.astype(np.float16) if values.dtype.kind == "f" else values
        for name, values in trained.weights().items()
    }
    np.savez_compressed(path, **halves)


if __name__ == "__main__":
    main()
