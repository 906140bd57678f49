"""What has changed between two runs over the same outlets, and can not be chance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cleaner.report.chance import Counts, threshold
from cleaner.report.sheets import Sheet
from cleaner.report.total import OTHERS, OVERLOOKED, Group, Report

LEVEL = 0.001
"""Who compares every day is alarmed by chance once in three years."""
_LEAST_SHIFT = 0.1
"""Of the pages. News differ from day to day; what changes on fewer pages is not the layout."""
_STATUSES = ("empty", "cut")
_NAMES = {"counts": "status", "fields": "field", "shapes": "shape", "kept": "share kept", "rules": "rule"}
_LINE = "short lines"


class Change(NamedTuple):
    """Something that more or fewer pages of an outlet have than before."""

    outlet: str
    kind: str
    """"rule", "field", "shape", "share kept" (of the text), "status" or "line"."""
    what: str
    counts: Counts
    chance: float
    """How likely it is without any change."""

    @property
    def old(self) -> float:
        """The share of pages that had it."""
        return self.counts.old / self.counts.old_pages

    @property
    def new(self) -> float:
        """The share of pages that have it."""
        return self.counts.new / self.counts.new_pages

    @property
    def verdict(self) -> str:
        """What happened, in words."""
        if self.new > self.old:
            return f"{self.kind} newly common" if self.kind == "line" else f"{self.kind} more often"
        if not self.counts.new:
            return f"{self.kind} gone silent" if self.kind == "rule" else f"{self.kind} gone"
        return f"{self.kind} less often"

    @property
    def is_large(self) -> bool:
        """Whether it is more than a change of what the news are about."""
        return abs(self.new - self.old) >= _LEAST_SHIFT or (self.kind == "rule" and not self.counts.new)


class Drift(NamedTuple):
    """How one report differs from another."""

    changes: tuple[Change, ...]
    """Those that are large and no chance: outlet by outlet, the surest first."""
    compared: tuple[str, ...]
    """Outlets with enough pages in both reports for a change to be seen."""
    too_few: tuple[str, ...]
    """Outlets in both reports that have too few pages to tell."""
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]
    threshold: float
    """What `chance` of a single comparison was held against."""

    @property
    def moved(self) -> tuple[str, ...]:
        """The outlets whose layout has moved."""
        return tuple(dict.fromkeys(change.outlet for change in self.changes))


def drift(old: Report, new: Report, level: float = LEVEL) -> Drift:
    """What differs between two reports, outlet by outlet.

    Args:
        old: a run over pages of the layout that is known.
        new: a run with the same rules over other pages.
        level: the probability, at most, of finding any change where there is none, over all outlets together.
    """
    before, after = _cleaned(old), _cleaned(new)
    shared = sorted(before.keys() & after.keys())
    candidates = [change for outlet in shared for change in _compared(outlet, before[outlet], after[outlet])]
    limit = threshold((change.counts.least_chance() for change in candidates), level)
    found = (change for change in candidates if change.chance <= limit and change.is_large)
    telling = {outlet for outlet in shared if _can_tell(before[outlet].pages, after[outlet].pages, limit)}
    return Drift(
        tuple(sorted(found, key=lambda change: (change.outlet, change.chance, change.kind, change.what))),
        tuple(outlet for outlet in shared if outlet in telling),
        tuple(outlet for outlet in shared if outlet not in telling),
        tuple(sorted(before.keys() - after.keys())),
        tuple(sorted(after.keys() - before.keys())),
        limit,
    )


def _cleaned(report: Report) -> dict[str, Group]:
    """The outlets that have pages, but for the mixture of those that were too many."""
    return {name: group for name, group in report.outlets.items() if name != OTHERS and group.pages}


def _can_tell(old_pages: int, new_pages: int, limit: float) -> bool:
    """Whether even what all pages had, and none has, could be no chance."""
    return Counts(old_pages, old_pages, 0, new_pages).chance() <= limit


def _compared(outlet: str, old: Group, new: Group) -> Iterator[Change]:
    for section, kind in _NAMES.items():
        for what in old[section].keys() | new[section].keys():
            if section != "counts" or what in _STATUSES:
                pages = (_pages(old, section, what), _pages(new, section, what))
                counts = Counts(old[section][what], pages[0], new[section][what], pages[1])
                if all(pages):
                    yield Change(outlet, kind, what, counts, counts.chance())
    for what in old[_LINE].keys() | new[_LINE].keys():
        counts = _line_counts(what, old, new)
        yield Change(outlet, "line", what, counts, counts.chance())


def _pages(group: Group, section: str, what: str) -> int:
    """Among how many pages something is counted: a shape among those that have the field."""
    return group["fields"][what.partition(":")[0]] if section == "shapes" else group.pages


def _line_counts(what: str, old: Group, new: Group) -> Counts:
    """On how many pages a line stands; where its count may be too low, as high as leaves the least difference."""
    few, many = old[_LINE][what], new[_LINE][what]
    if many * old.pages > few * new.pages:
        most = few + old[OVERLOOKED][_LINE]
        few = min(most, many * old.pages // new.pages)
    else:
        most = many + new[OVERLOOKED][_LINE]
        many = min(most, few * new.pages // old.pages)
    return Counts(few, old.pages, many, new.pages)


def drift_json(found: Drift) -> dict[str, object]:
    """The differences as JSON takes them."""
    changes = [
        {
            "outlet": change.outlet,
            "verdict": change.verdict,
            "what": change.what,
            "old": change.counts.old,
            "old_pages": change.counts.old_pages,
            "new": change.counts.new,
            "new_pages": change.counts.new_pages,
            "chance": change.chance,
        }
        for change in found.changes
    ]
    return {**found._asdict(), "changes": changes, "moved": found.moved}


def drift_sheet(found: Drift) -> Sheet:
    """The differences, a row each."""
    rows = [
        (change.outlet, change.verdict, f"{change.old:.0%}", f"{change.new:.0%}", f"{change.chance:.0e}", change.what)
        for change in found.changes
    ]
    return Sheet(("outlet", "change", "old", "new", "by chance", "what"), rows)
