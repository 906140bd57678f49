"""`python -m benchmarks.quality`: how well the scorer does on outlets it never saw, beside the peers.

Each page is cleaned by the net of `benchmarks/folds` whose training saw no page of its domain.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import click
import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.figures import Judged, figures
from cleaner.engine import render
from cleaner_blog import scorer
from training.corpora import CORPORA, FOLDS, Item, items
from training.dataset import Example, examples

BY_FOLD = Path(__file__).resolve().parent / "folds"
_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
_COLUMNS = ("P", "R", "F1", "zF", "captions", "require", "forbid")
_OTHERWISE = {"captions": "caption"}
"""What peers' figures are called where it differs."""


@click.command(help=__doc__, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=click.Path(path_type=Path, exists=True), default=_DATA, help="Folder of corpora.")
@click.option(
    "--peers", type=click.Path(path_type=Path), default=_DATA.parent / "score" / "peers.json", help="Their figures."
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def main(data: Path, peers: Path, as_json: bool) -> None:
    """Measure and print."""
    found = cross_validated(examples(items(data)))
    if as_json:
        click.echo(json.dumps(found, indent=2))
        return
    known = json.loads(peers.read_text()) if peers.exists() else {}
    for corpus, ours in found.items():
        theirs = {name: _renamed(values) for name, values in known.get(f"{corpus}/html", {}).items()}
        _show(corpus, {"cleaner (cross-validated)": ours, **theirs})


def cross_validated(known: Iterable[Example]) -> dict[str, dict[str, float]]:
    """The figures of each corpus, every page cleaned by the net that saw none of its domain."""
    scorers = [_load(BY_FOLD / f"{fold}.npz") for fold in range(FOLDS)]
    by_corpus: dict[str, list[Judged]] = {corpus: [] for corpus in CORPORA}
    for example in known:
        text = cleaned(example, scorers[example.item.fold])
        by_corpus[example.item.corpus].append(judged(example.item, text))
    return {
        corpus: {name: round(value, 4) for name, value in figures(pages).items()}
        for corpus, pages in by_corpus.items()
        if pages
    }


def cleaned(example: Example, score: scorer.Scorer) -> str:
    """The text that rules and scorer leave."""
    kept = [example.lines[number] for number in example.candidates]
    scores = score(example.lines, example.boxes, example.context)
    gone = {mark.line.number for mark in scorer.judge(kept, example.boxes, scores)}
    return render(example.lines, dict.fromkeys(gone | example.context.stages.keys()))


def judged(item: Item, text: str) -> Judged:
    """A cleaned page beside what is known of it."""
    return Judged(text, item.text, item.captions, item.require, item.forbid)


def _load(path: Path) -> scorer.Scorer:
    with np.load(path) as weights:
        return scorer.scorer(dict(weights))


def _renamed(values: Mapping[str, float]) -> dict[str, float]:
    return {name: values[_OTHERWISE.get(name, name)] for name in _COLUMNS if _OTHERWISE.get(name, name) in values}


def _show(corpus: str, rows: Mapping[str, Mapping[str, float]]) -> None:
    table = Table("", *_COLUMNS, title=corpus)
    for name, values in rows.items():
        table.add_row(name, *(f"{values[column]:.3f}" if column in values else "" for column in _COLUMNS))
    Console().print(table)


if __name__ == "__main__":
    main()
