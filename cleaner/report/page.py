"""A cleaned page as JSON, and the explained view: every line with its fate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cleaner.model import Cleaned, Line, Metadata
from cleaner.report.sheets import Sheet

KEPT, REMOVED = "kept", "removed"
_STATED = "stated in the page's JSON-LD; the page shows no article"


class Origin(NamedTuple):
    """Where a page came from."""

    source: str
    """The file, or the record of an archive, that it was read from."""
    url: str | None = None
    id: str | None = None
    """What its archive calls it."""
    fetched: str | None = None
    """When it was fetched, as its archive says."""


def record(
    result: Cleaned, origin: Origin, ledger: bool = False, versions: Mapping[str, str | None] | None = None
) -> dict[str, object]:
    """Everything about a cleaned page but its text, as JSON takes it: no clock times, so that it can be made again.

    The text goes its own way: it may be written as Markdown, or to a file of its own.

    Args:
        result: the cleaned page.
        origin: where it came from.
        ledger: with every line that left.
        versions: of what cleaned it; see `versions_of`.
    """
    archived = {"id": origin.id, "fetched": origin.fetched}
    known = result.as_dict(ledger=ledger)
    del known["text"]
    return {
        "source": origin.source,
        "url": origin.url,
        **{name: value for name, value in archived.items() if value is not None},
        **({"versions": dict(versions)} if versions else {}),
        **known,
    }


def counts(result: Cleaned) -> tuple[int, int]:
    """How many lines were kept, and how many removed."""
    return len(result.lines) - len(result.removals), len(result.removals)


class Fate(NamedTuple):
    """What became of a line."""

    line: Line
    fate: str
    stage: str = ""
    by: str = ""
    why: str = ""


def fates(result: Cleaned, removed_only: bool = False) -> list[Fate]:
    """Every line with its fate, or only the lines that left."""
    gone = {r.line.number: Fate(r.line, REMOVED, r.stage, r.by, r.why) for r in result.removals}
    every = (gone.get(line.number) or Fate(line, KEPT, why=_STATED if line.is_stated else "") for line in result.lines)
    return [fate for fate in every if fate.fate == REMOVED or not removed_only]


def explained(result: Cleaned, source: str, url: str | None = None, removed_only: bool = False) -> dict[str, object]:
    """The explained view as JSON takes it: the record, and every line with its fate."""
    lines = [
        {
            "number": fate.line.number,
            "text": fate.line.text,
            "kind": str(fate.line.kind),
            "fate": fate.fate,
            "stage": fate.stage or None,
            "by": fate.by or None,
            "why": fate.why or None,
        }
        for fate in fates(result, removed_only)
    ]
    return {**record(result, Origin(source, url)), "lines": lines}


def page_sheet(result: Cleaned) -> Sheet:
    """What is known about a page, above its explained lines."""
    kept, removed = counts(result)
    rows = [
        ("profile", result.profile, ""),
        ("status", result.status, ""),
        ("lines", f"{kept} kept, {removed} removed", ""),
    ]
    rows += [(known.field, known.value, known.found_by) for known in known_fields(result.metadata)]
    return Sheet(("page", "value", "found by"), rows)


class Known(NamedTuple):
    """A metadata field as people read it."""

    field: str
    value: str
    found_by: str
    rejected: tuple[tuple[str, str], ...]
    """Other values that were found, the best first, each with who found it."""


def known_fields(found: Metadata) -> list[Known]:
    """The fields that are known."""
    known = {name: _shown(value) for name, value in found.as_dict().items() if name != "found_by"}
    return [
        Known(name, value, found.found_by.get(name, ""), _rejected(found, name))
        for name, value in known.items()
        if value
    ]


def _rejected(found: Metadata, name: str) -> tuple[tuple[str, str], ...]:
    return tuple((_shown(other.value), other.found_by) for other in found.candidates(name))


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return "; ".join(str(part) for part in value.values() if part)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(part for part in value if part) if isinstance(value, (list, tuple)) else str(value)


def line_sheet(lines: Iterable[Fate]) -> Sheet:
    """The explained lines, for a pipe: each column on its own."""
    lines = tuple(lines)
    rows = [(str(f.line.number), f.fate, f.stage, f.by, f.why, f.line.text) for f in lines]
    return Sheet(("line", "fate", "stage", "by", "why", "text"), rows, _line_styles(lines))


def margin_sheet(lines: Iterable[Fate]) -> Sheet:
    """The explained lines, for a terminal: stage, rule and reason stacked in the margin."""
    lines = tuple(lines)
    rows = [(str(f.line.number), _margin(f), f.line.text) for f in lines]
    return Sheet(("line", "fate", "text"), rows, _line_styles(lines))


def _margin(fate: Fate) -> str:
    return "\n".join(filter(None, (f"{fate.fate} {fate.stage}".rstrip(), fate.by, fate.why)))


def _line_styles(lines: Sequence[Fate]) -> list[str]:
    return ["red" if fate.fate == REMOVED else "" for fate in lines]
