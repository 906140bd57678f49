"""Metadata against gold: how often a field is right, how often it is given, and right where it is given.

    python -m benchmarks.metadata                     pages and dumps of the corpora
    python -m benchmarks.metadata --input html        or one dumper: resiliparse, dclm, ...
    python -m benchmarks.metadata --misses title      also each miss, with what was found and rejected

`shown` counts the pages that show the gold: a line with the title's words and no others, a date line with the day.
A gold that the page shows nowhere says what somebody wrote into its head for other machines, and is no miss of
a headline; so both shares are printed. `people` are the authors without those that were found as agencies.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from benchmarks.pages import CORPORA
from cleaner import Cleaned, Cleaner
from cleaner.metadata.dates import Written
from cleaner.metadata.letters import joined
from cleaner.metadata.words import flat

FIELDS = ("title", "day", "authors", "people")
Item = Mapping[str, Any]


@dataclass(slots=True)
class Count:
    """Pages with a gold value for one field."""

    pages: int = 0
    right: int = 0
    given: int = 0
    shown: int = 0
    shown_right: int = 0
    shown_given: int = 0

    def add(self, right: bool, given: bool, shown: bool) -> None:
        """Count one page."""
        self.pages += 1
        self.right += right
        self.given += given
        self.shown += shown
        self.shown_right += shown and right
        self.shown_given += shown and given

    def __str__(self) -> str:
        shares = (
            ("right", self.right, self.pages),
            ("given", self.given, self.pages),
            ("right where given", self.right, self.given),
            ("right where shown", self.shown_right, self.shown),
            ("right where shown and given", self.shown_right, self.shown_given),
        )
        return "  ".join(f"{name} {part / whole if whole else 0:.3f} ({part}/{whole})" for name, part, whole in shares)


def gold(item: Item, field: str) -> Any:
    """What must be found, or None."""
    if field in ("authors", "people"):
        return item.get("author") if isinstance(item.get("author"), list) and item["author"] else None
    return item.get("title") if field == "title" else (item.get("date") or "")[:10] or None


def given(result: Cleaned, field: str) -> Any:
    """What was found."""
    if field == "day":
        return (result.metadata.published or "")[:10]
    return result.metadata.authors if field == "people" else getattr(result.metadata, field)


def is_right(found: Any, wanted: Any, field: str) -> bool:
    """Letters and digits count, and for authors no order."""
    if field in ("authors", "people"):
        return {flat(name) for name in found} == {flat(name) for name in wanted}
    return bool(found == wanted) if field == "day" else flat(found or "") == flat(wanted)


def is_shown(result: Cleaned, wanted: Any, field: str) -> bool:
    """Whether some line of the page shows it."""
    pieces = (piece for line in result.lines for piece in line.body.split("\n"))
    if field == "title":
        return joined(wanted) in map(joined, pieces)
    if field == "day":
        return any(wanted in Written(piece).days for piece in pieces if len(piece) < 140)
    text = "\n".join(line.text for line in result.lines).casefold()
    return all(name.casefold() in text for name in wanted)


def sources(folder: Path, kind: str) -> Iterator[tuple[Item, bytes | str]]:
    """The pages of a corpus, or its dumps of one kind."""
    with (folder / "items.jsonl").open(encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines]
    if kind == "html":
        yield from ((item, gzip.decompress((folder / "html" / f"{item['id']}.html.gz").read_bytes())) for item in items)
        return
    with gzip.open(folder / "dumps" / f"{kind}.jsonl.gz", "rt", encoding="utf-8") as lines:
        dumps = {dump["id"]: dump["text"] for dump in map(json.loads, lines)}
    yield from ((item, dumps[item["id"]]) for item in items if item["id"] in dumps)


def count(
    pages: Iterable[tuple[Item, bytes | str]],
    clean: Callable[..., Cleaned],
    missed: Callable[[str, Item, Cleaned], None],
) -> dict[str, Count]:
    """Clean every page and compare. A dump comes without its address."""
    counts = {field: Count() for field in FIELDS}
    for item, source in pages:
        result = clean(source, url=item.get("url") if isinstance(source, bytes) else None)
        for field, counter in counts.items():
            if (wanted := gold(item, field)) is not None:
                found = given(result, field)
                if field == "people":
                    agencies = {flat(name) for name in result.metadata.agencies}
                    wanted = [name for name in wanted if flat(name) not in agencies]
                    if not wanted:
                        continue
                right = is_right(found, wanted, field)
                counter.add(right, bool(found), is_shown(result, wanted, field))
                if not right:
                    missed(field, item, result)
    return counts


@click.command(help=__doc__, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=click.Path(path_type=Path, exists=True), default=CORPORA, help="Folder of corpora.")
@click.option("--corpus", "corpora", multiple=True, help="Only this corpus; may be given again.")
@click.option("--input", "kinds", multiple=True, default=("html", "resiliparse"), show_default=True)
@click.option("--misses", type=click.Choice(FIELDS), help="Print each miss of this field.")
def main(data: Path, corpora: tuple[str, ...], kinds: tuple[str, ...], misses: str | None) -> None:
    """Count, then print; the text of the command is the module's own."""
    clean = Cleaner().clean

    def missed(field: str, item: Item, result: Cleaned) -> None:
        if field == misses:
            name = "published" if field == "day" else field
            shown = "shown" if is_shown(result, gold(item, field), field) else "shown nowhere"
            click.echo(f"  {item['id']}: {gold(item, field)!r} ({shown}), found {given(result, field)!r}")
            click.echo(f"    rejected: {[candidate.value for candidate in result.metadata.candidates(name)]}")

    for folder in sorted(path.parent for path in data.glob("*/items.jsonl")):
        for kind in kinds:
            is_there = kind == "html" or (folder / "dumps" / f"{kind}.jsonl.gz").is_file()
            if is_there and (not corpora or folder.name in corpora):
                counts = count(sources(folder, kind), clean, missed)
                for field, counter in counts.items():
                    if counter.pages:
                        click.echo(f"{folder.name:<14} {kind:<12} {field:<8} {counter}")


if __name__ == "__main__":
    main()
