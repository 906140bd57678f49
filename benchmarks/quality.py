"""`python -m benchmarks.quality`: how well the scorers do on outlets they never saw, beside the peers.

Each page is cleaned by the net of `benchmarks/folds` whose training saw no page of its domain, and each dump by that
of `benchmarks/folds/dumps`, without URL. Dumps are those of the corpora and renderings made here (`renderings.py`).
The last tables show what is done to text that is clean already, and how like the text of a page is to that of its dump.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean
from types import ModuleType
from typing import NamedTuple

import click
from rich.console import Console
from rich.table import Table

import cleaner_blog
from benchmarks.figures import Judged, figures, overlap, words
from benchmarks.renderings import RENDERINGS, without_markup
from cleaner import Cleaned, Cleaner, Page, Plugin, hookimpl
from cleaner_blog import scorer
from training.corpora import CORPORA, DUMPERS, FOLDS, Item, dumps, items

BY_FOLD = Path(__file__).resolve().parent / "folds"
DUMPS_BY_FOLD = BY_FOLD / "dumps"
_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
_PARTS = 4
_COLUMNS = ("P", "R", "F1", "zF", "captions", "require", "forbid", "chrome-", "body-")
_CLEAN = ("lost", "touched")
_OTHERWISE = {"captions": "caption"}
"""What peers' figures are called where it differs."""

Figures = dict[str, dict[str, float]]


class Source(NamedTuple):
    """A page of the corpora, or a dump of it."""

    item: Item
    source: str | bytes
    kind: str


@click.command(help=__doc__, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=click.Path(path_type=Path, exists=True), default=_DATA, help="Folder of corpora.")
@click.option(
    "--peers", type=click.Path(path_type=Path), default=_DATA.parent / "score" / "peers.json", help="Their figures."
)
@click.option("--only", type=click.Choice(["pages", "dumps"]), help="A half of it.")
@click.option("--dumper", "dumpers", multiple=True, type=click.Choice([*DUMPERS, *RENDERINGS]), help="Only its dumps.")
@click.option("--careful", is_flag=True, help="Remove only what is sure.")
@click.option(
    "--rules-off",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Of pages: switch this share of the rules off, for each quarter of the pages others. So it is where they fit "
    "less than on pages that their authors have read.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def main(
    data: Path,
    peers: Path,
    only: str | None,
    dumpers: tuple[str, ...],
    careful: bool,
    rules_off: float,
    as_json: bool,
) -> None:
    """Measure and print."""
    found = of_pages(data, careful, rules_off) if only != "dumps" and not dumpers else {}
    if dumpers:
        found |= by_dumper(data, dumpers, cleaners(careful))
    elif only != "pages":
        found |= of_dumps(data, careful)
    if as_json:
        click.echo(json.dumps(found, indent=2))
        return
    known = json.loads(peers.read_text()) if peers.exists() else {}
    for name, ours in found.items():
        theirs = {peer: _renamed(values) for peer, values in known.get(name, {}).items()}
        _show(name, {"cleaner (cross-validated)": ours, **theirs})


def of_pages(data: Path, careful: bool = False, rules_off: float = 0.0) -> Figures:
    """The figures of each corpus, by `CORPUS/html`, when this share of the rules is off."""
    known = list(pages(data))
    parts = [(known, cleaners(careful))]
    if rules_off:
        off = (rules_without(rules_off, part) for part in range(_PARTS))
        parts = [(known[part::_PARTS], cleaners(careful, without)) for part, without in enumerate(off)]
    return _by_corpus("html", [(source, _cleaned(source, engines)) for part, engines in parts for source in part])


def rules_without(share: float, seed: int) -> list[str]:
    """The names of so many of the generic rules, by chance."""
    chance = random.Random(seed)
    return [rule.name for rule in Cleaner().plan("blog").rules if chance.random() < share]


def of_dumps(data: Path, careful: bool = False) -> Figures:
    """The figures of each corpus and dumper, by `CORPUS/DUMPER`; of clean text; of pages beside their dumps."""
    engines = cleaners(careful)
    found = by_dumper(data, (*DUMPERS, *RENDERINGS), engines)
    return found | harm(dumped(data, "gold"), engines) | agreement(data, engines)


def by_dumper(data: Path, dumpers: Iterable[str], engines: list[Cleaner]) -> Figures:
    """The figures of each corpus and dumper."""
    found: Figures = {}
    for dumper in dumpers:
        found |= _by_corpus(dumper, ((source, _cleaned(source, engines)) for source in dumped(data, dumper)))
    return dict(sorted(found.items()))


def pages(data: Path) -> Iterator[Source]:
    """Every page of the corpora."""
    return (Source(item, item.read(), "html") for item in items(data))


def dumped(data: Path, style: str) -> Iterator[Source]:
    """The dumps of one style."""
    return (Source(item, text, "text") for item, text in dumps(data, style))


def cleaners(careful: bool = False, without: Sequence[str] = ()) -> list[Cleaner]:
    """For each fold a cleaner whose nets saw none of its outlets."""
    return [cleaner_with(_nets(fold), careful, without) for fold in range(FOLDS)]


def cleaner_with(nets: scorer.Nets, careful: bool = False, without: Sequence[str] = ()) -> Cleaner:
    """A cleaner with the generic plugin alone, that judges by these nets."""
    module = ModuleType(cleaner_blog.__name__)

    def remove_leftovers(page: Page) -> object:
        return cleaner_blog.leftovers(page, nets)

    vars(module).update(vars(cleaner_blog) | {"remove_leftovers": hookimpl(remove_leftovers)})
    return Cleaner([Plugin("blog", module)], careful=careful, without=without)


def _nets(fold: int) -> scorer.Nets:
    files = {False: BY_FOLD / f"{fold}.npz", True: DUMPS_BY_FOLD / f"{fold}.npz"}
    known = {is_dump: _load(path) for is_dump, path in files.items() if path.exists()}
    return known.__getitem__


def _load(path: Path) -> scorer.Scorer:
    with path.open("rb") as file:
        return scorer.load(file)


def _by_corpus(style: str, results: Iterable[tuple[Source, Cleaned]]) -> Figures:
    by_corpus: dict[str, list[Judged]] = {corpus: [] for corpus in CORPORA}
    for source, result in results:
        by_corpus[source.item.corpus].append(judged(source, result, style))
    return {f"{corpus}/{style}": _rounded(figures(known)) for corpus, known in by_corpus.items() if known}


def _cleaned(source: Source, engines: list[Cleaner]) -> Cleaned:
    url = source.item.url if source.kind == "html" else None
    return engines[source.item.fold].clean(source.source, url=url, profile="blog", kind=source.kind)


def judged(source: Source, result: Cleaned, style: str) -> Judged:
    """A cleaned page beside what is known of it. Of Markdown, what a reader sees."""
    item = source.item
    seen: Callable[[str], str] = without_markup if style == "markdown" else str
    lines = [seen(line.text) for line in result.lines] if source.kind == "text" else []
    return Judged(seen(result.text), item.text, item.captions, item.require, item.forbid, lines, item.title)


def harm(sources: Iterable[Source], engines: list[Cleaner]) -> Figures:
    """Of text that is clean already, the share of words that goes, and of texts of which any does."""
    counts: dict[str, list[tuple[int, int]]] = {}
    for source in sources:
        gold, left = Counter(words(source.item.text)), Counter(words(_cleaned(source, engines).text))
        counts.setdefault(source.item.corpus, []).append((gold.total(), (gold & left).total()))
    return {
        f"{corpus}/gold": _rounded(
            {
                "lost": 1 - sum(left for _, left in found) / sum(had for had, _ in found),
                "touched": mean(float(left < had) for had, left in found),
            }
        )
        for corpus, found in counts.items()
    }


def agreement(data: Path, engines: list[Cleaner]) -> Figures:
    """How much the text of a page of the first corpus is like the text of its dump: F1 of their words."""
    sources = [source for source in dumped(data, DUMPERS[0]) if source.item.corpus == CORPORA[0]]
    found = []
    for source in sources:
        page = _cleaned(Source(source.item, source.item.read(), "html"), engines)
        dump = _cleaned(source, engines)
        found.append(overlap(Counter(words(dump.text)), Counter(words(page.text))))
    means = [mean(values) for values in zip(*found, strict=True)]
    return {f"{CORPORA[0]}/page beside dump": _rounded(dict(zip(("P", "R", "F1"), means, strict=True)))}


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in values.items()}


def _renamed(values: Mapping[str, float]) -> dict[str, float]:
    return {name: values[_OTHERWISE.get(name, name)] for name in _COLUMNS if _OTHERWISE.get(name, name) in values}


def _show(name: str, rows: Mapping[str, Mapping[str, float]]) -> None:
    columns = [column for column in (*_COLUMNS, *_CLEAN) if any(column in values for values in rows.values())]
    table = Table("", *columns, title=name)
    for system, values in rows.items():
        table.add_row(system, *(f"{values[column]:.3f}" if column in values else "" for column in columns))
    Console().print(table)


if __name__ == "__main__":
    main()
