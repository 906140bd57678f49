"""Learn what the answers about the lines of a dump weigh: `python -m benchmarks.headlines`.

From pages with a known title and their dumps: the weights under which the right line, or that there is none, has the
most probability among all the lines of its dump (a conditional logit). With `--check` half of the sites are learnt
from and the other half is measured, both ways; else `cleaner_blog/weights.py` is written.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np
import numpy.typing as npt

from benchmarks.metadata import Item, sources
from benchmarks.pages import CORPORA
from cleaner import Cleaner, Line, Page
from cleaner.claims import Claims
from cleaner.metadata.letters import joined
from cleaner.segment import segment_text
from cleaner.sieve import bodies
from cleaner_blog import overline, weights

Numbers = npt.NDArray[np.float64]
WEIGHTS_FILE = Path(weights.__file__)
_NEWS_COUNT = 4.0
"""There are fewer news pages than blogs, and they are harder."""
_L2, _STEPS, _RATE = 1.0, 500, 0.1


class Dump(NamedTuple):
    """The lines of one dump that may be its headline."""

    half: int
    weight: float
    lines: Sequence[Line]
    answers: Numbers
    right: npt.NDArray[np.bool_]
    shown: bool


def dumps(data: Path, kinds: Sequence[str]) -> Iterator[Dump]:
    """The dumps of the corpora, with the lines that have the title of the gold or of the page."""
    engine = Cleaner()
    for folder in sorted(path.parent for path in data.glob("*/items.jsonl")):
        pages = {item["id"]: _titles(engine, item, page) for item, page in sources(folder, "html")}
        for kind in kinds:
            if not (folder / "dumps" / f"{kind}.jsonl.gz").is_file():
                continue
            for item, text in sources(folder, kind):
                if isinstance(text, str) and item.get("title"):
                    yield _dump(engine, item, text, pages[item["id"]])


def _titles(engine: Cleaner, item: Item, page: bytes | str) -> set[str]:
    found = engine.clean(page, url=item.get("url")).metadata.title
    return {joined(title) for title in (item.get("title"), found) if title} - {""}


def _dump(engine: Cleaner, item: Item, text: str, titles: set[str]) -> Dump:
    split = segment_text(text.encode())
    lines = split.lines
    plan = engine.plan("blog")
    claims = {number: plan.rules[order].name for number, order in Claims(plan, bodies(split)).first.items()}
    told = list(overline.candidates(Page(None, lines, None, claims)))
    answers = np.array([answers for _, answers in told], float).reshape(len(told), len(weights.WEIGHTS))
    right = np.array([joined(line.body) in titles for line, _ in told], bool)
    site = item.get("outlet") or (item.get("url") or item["id"]).split("/")[2:3] or item["id"]
    half = hashlib.md5(str(site).encode()).digest()[0] % 2
    shown = any(joined(line.body) in titles for line in lines)
    near = [line for line, _ in told]
    return Dump(half, _NEWS_COUNT if item.get("outlet") else 1.0, near, answers, right, shown)


def learn(rows: Sequence[Dump]) -> tuple[Numbers, float]:
    """The weights, and that of there being no headline; by gradient descent (Adam)."""
    which = np.repeat(np.arange(len(rows)), [len(row.answers) for row in rows])
    answers, right = np.vstack([row.answers for row in rows]), np.concatenate([row.right for row in rows])
    count, none = np.array([row.weight for row in rows]), np.array([not row.right.any() for row in rows])
    found = np.zeros(answers.shape[1] + 1)
    mean, square = np.zeros_like(found), np.zeros_like(found)
    for step in range(1, _STEPS + 1):
        scores = answers @ found[:-1]
        top = np.full(len(rows), found[-1])
        np.maximum.at(top, which, scores)
        odds, odds_none = np.exp(scores - top[which]), np.exp(found[-1] - top)
        total = np.bincount(which, odds, len(rows)) + odds_none
        among_right = np.bincount(which, odds * right, len(rows))[which]
        wanted = np.where(right, odds / np.where(among_right > 0, among_right, 1), 0)
        slope = answers.T @ ((odds / total[which] - wanted) * count[which]) + _L2 * found[:-1]
        gradient = np.append(slope, ((odds_none / total - none) * count).sum()) / len(rows)
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        found = found - _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return found[:-1], float(found[-1])


def figures(rows: Sequence[Dump], learnt: Numbers, none: float) -> str:
    """How many headlines are found of those shown, and how many of those given are right."""
    given = right = 0
    for row in rows:
        scored = list(zip((row.answers @ learnt).tolist(), row.lines, strict=True))
        if (line := overline.surest(scored, none)) is not None:
            given += 1
            right += bool(row.right[row.lines.index(line)])
    shown = sum(row.shown for row in rows)
    return f"found {right / max(shown, 1):.3f} of {shown}, right where given {right / max(given, 1):.3f} of {given}"


def write(learnt: Numbers, none: float) -> None:
    """Put the weights in their place."""
    text = WEIGHTS_FILE.read_text(encoding="utf-8")
    rows = "".join(f'    "{name}": {weight:.2f},\n' for name, weight in zip(weights.WEIGHTS, learnt, strict=True))
    text = re.sub(r"= \{\n.*?\n\}", lambda _: f"= {{\n{rows}}}", text, count=1, flags=re.DOTALL)
    WEIGHTS_FILE.write_text(re.sub(r"NONE = [\d.-]+", f"NONE = {none:.2f}", text), encoding="utf-8")


@click.command(help=__doc__)
@click.option("--data", type=click.Path(path_type=Path, exists=True), default=CORPORA, help="Folder of corpora.")
@click.option("--input", "kinds", multiple=True, default=("resiliparse", "dclm", "inscriptis"), show_default=True)
@click.option("--check", is_flag=True, help="Measure on the half that was not learnt from; write nothing.")
def main(data: Path, kinds: tuple[str, ...], check: bool) -> None:
    """Learn; the text of the command is the module's own."""
    rows = list(dumps(data, kinds))
    if not check:
        write(*learn(rows))
        return
    for half in (0, 1):
        learnt, none = learn([row for row in rows if row.half != half])
        held = [row for row in rows if row.half == half]
        click.echo(f"held-out half {half}: {figures(held, learnt, none)}")
        news = [row for row in held if row.weight == _NEWS_COUNT]
        click.echo(f"  news alone: {figures(news, learnt, none)}")


if __name__ == "__main__":
    main()
