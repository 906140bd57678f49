"""What a page counts for, and the sum of many: by profile and by outlet, as `report.json` has it.

A tally is a sum of one page, in plain dictionaries, so that a worker can send it and a journal can keep it.
The same tallies in the same order make the same report.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Self

from cleaner.model import FIELDS, Cleaned, Image, Metadata, Value
from cleaner.profiles import host_of, with_scheme
from cleaner.report.page import counts

NOBODY = "-"
"""The profile of pages that were put aside."""
_SHORT = 100
"""Characters; prose is longer, and what a layout repeats is not."""
_ENDS = 25
"""Short lines taken from each end of a page: what a layout adds stands there."""
_LONGEST_NAME = 255
_ZONE = re.compile(r"(?:Z|[+-]\d\d:?\d\d)\Z")


class Tally(NamedTuple):
    """What one page counts for. It survives JSON, as which it travels."""

    profile: str
    outlet: str
    """Empty where nothing is known about it."""
    sums: Mapping[str, Mapping[str, int]]
    """By section of a `Group`, what to count how often."""

    @classmethod
    def read(cls, encoded: bytes) -> Self:
        """The tally that was encoded as JSON."""
        return cls(*json.loads(encoded))


def tally(result: Cleaned, url: str | None = None) -> Tally:
    """What a cleaned page counts for; its outlet is the host of `url`, or of the URL that it states."""
    kept, removed = counts(result)
    gone = sum(len(removal.line.text) for removal in result.removals)
    whole = sum(len(line.text) for line in result.lines)
    shapes = {name: _shape(name, value) for name, value in _found(result.metadata)}
    hits = Counter(removal.by for removal in result.removals)
    counted = {"pages": 1, result.status.partition(":")[0]: 1, "lines": kept + removed, "lines kept": kept}
    sums = {
        "counts": {**counted, "characters": whole, "characters kept": whole - gone},
        "kept": {_share(whole - gone, whole): 1},
        "fields": dict.fromkeys(shapes, 1),
        "shapes": {f"{name}: {shape}": 1 for name, shape in shapes.items()},
        "rules": dict.fromkeys(hits, 1),
        "hits": dict(hits),
        "short lines": dict.fromkeys(_short_lines(result), 1),
    }
    return Tally(result.profile, _outlet(url or result.metadata.url, result.profile), sums)


def tally_aside(reason: str, url: str | None = None) -> Tally:
    """What a page counts for that was put aside."""
    sums = {"counts": {"put aside": 1}, "reasons": {reason[:_LONGEST_NAME]: 1}}
    return Tally(NOBODY, _host(url), sums)


def _outlet(url: str | None, profile: str) -> str:
    """The host; where nothing tells it, the profile in brackets, which is the next best."""
    return _host(url) or f"({profile})"


def _host(url: str | None) -> str:
    return host_of(with_scheme(url or ""))[:_LONGEST_NAME]


def _share(part: int, whole: int) -> str:
    tenth = min(9, 10 * part // whole) if whole else 0
    return f"{10 * tenth}-{10 * tenth + 10} %"


def _found(metadata: Metadata) -> Iterator[tuple[str, Value]]:
    for name in FIELDS:
        value = getattr(metadata, name)
        if value not in (None, ()):
            yield name, value


def _shape(name: str, value: Value) -> str:
    """What a value looks like, whatever it says: of few kinds in all, so that they can be counted."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Image):
        return " and ".join(part for part, content in value._asdict().items() if content)
    if isinstance(value, tuple):
        return f"{len(value)} values" if len(value) < 5 else "5 or more values"
    if name in ("published", "modified"):
        return _precision(value)
    return f"{_magnitude(len(value))} characters"


def _precision(date: str) -> str:
    if "T" not in date:
        return "day"
    return "time and zone" if _ZONE.search(date) else "time"


def _magnitude(number: int) -> str:
    low = 1 << max(0, number.bit_length() - 1)
    return f"{low}-{2 * low - 1}"


def _short_lines(result: Cleaned) -> list[str]:
    """The short lines that were kept, each once, from both ends of the page."""
    gone = {removal.line.number for removal in result.removals}
    kept = (line.text for line in result.lines if line.number not in gone)
    short = list(dict.fromkeys(text for text in kept if len(text) <= _SHORT))
    return short if len(short) <= 2 * _ENDS else [*short[:_ENDS], *short[-_ENDS:]]
