"""The report of a run: the tallies of its pages summed up, by profile and by outlet."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from heapq import nlargest
from typing import Any

from cleaner.errors import CleanerError
from cleaner.report.tally import Tally

OTHERS = "(others)"
"""The outlet that stands for all that come after the first `MOST_OUTLETS`."""
MOST_OUTLETS = 1000
MOST_VARIOUS = 200
"""How many short lines of an outlet, and reasons of a profile, are remembered; twice as many while counting."""
OVERLOOKED = "overlooked"
_VARIOUS = ("short lines", "reasons")
"""Sections that could grow with the corpus."""
_VERSION = 1


class ReportError(CleanerError):
    """A file that is no report of a run."""


class Group:
    """Sums over the pages of a profile or an outlet: sections of counters."""

    def __init__(self, sums: Mapping[str, Mapping[str, int]] | None = None) -> None:
        self.sections = defaultdict[str, Counter[str]](Counter)
        self.add(sums or {})

    def __getitem__(self, section: str) -> Counter[str]:
        return self.sections[section]

    @property
    def pages(self) -> int:
        """Pages that were cleaned."""
        return self["counts"]["pages"]

    def add(self, sums: Mapping[str, Mapping[str, int]]) -> None:
        """Add a tally, or another group's sections."""
        for section, counted in sums.items():
            self[section].update(counted)
            if section in _VARIOUS and len(self[section]) > 2 * MOST_VARIOUS:
                self._forget(section)

    def _forget(self, section: str) -> None:
        """Keep what is frequent (Misra and Gries): no count is too high, and none too low by more than `overlooked`."""
        counted = self[section]
        excess = nlargest(MOST_VARIOUS + 1, counted.values())[-1]
        self.sections[section] = Counter({key: number - excess for key, number in counted.items() if number > excess})
        self[OVERLOOKED][section] += excess

    def as_json(self) -> dict[str, dict[str, int]]:
        """The sections, the largest counts first."""
        return {
            section: dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
            for section, counted in sorted(self.sections.items())
            if counted
        }


class Report:
    """What a run came to. The same tallies in the same order give the same report."""

    def __init__(self, versions: Mapping[str, str | None] | None = None) -> None:
        self.versions = dict(versions or {})
        """Of cleaner and of the distributions of plugins."""
        self.profiles: dict[str, Group] = {}
        self.outlets: dict[str, Group] = {}

    def add(self, tally: Tally) -> None:
        """Count one page. Short lines are counted by outlet only: across outlets they mean nothing."""
        by_profile = {section: counted for section, counted in tally.sums.items() if section != "short lines"}
        self.profiles.setdefault(tally.profile, Group()).add(by_profile)
        if tally.outlet:
            self._outlet(tally.outlet).add(tally.sums)

    def merge(self, other: Report) -> None:
        """Count the pages of another report too."""
        self.versions |= other.versions
        for profile, group in other.profiles.items():
            self.profiles.setdefault(profile, Group()).add(group.sections)
        for outlet, group in other.outlets.items():
            self._outlet(outlet).add(group.sections)

    def _outlet(self, name: str) -> Group:
        if name not in self.outlets and len(self.outlets) >= MOST_OUTLETS:
            name = OTHERS
        return self.outlets.setdefault(name, Group())

    @property
    def cleaned(self) -> int:
        """Pages that were cleaned and written."""
        return sum(group.pages for group in self.profiles.values())

    @property
    def aside(self) -> int:
        """Pages that were put aside."""
        return sum(group["counts"]["put aside"] for group in self.profiles.values())

    def as_json(self) -> dict[str, Any]:
        """The report as `report.json` has it."""
        return {
            "report": _VERSION,
            "versions": dict(sorted(self.versions.items())),
            "profiles": {name: group.as_json() for name, group in sorted(self.profiles.items())},
            "outlets": {name: group.as_json() for name, group in sorted(self.outlets.items())},
        }


def read_report(text: str | bytes) -> Report:
    """The report that `as_json` was.

    Raises:
        ReportError: it is none, or one of another version.
    """
    try:
        value = json.loads(text)
        if value["report"] != _VERSION:
            raise ReportError(f"a report of version {value['report']}, and not {_VERSION}; make it again")
        report = Report(value["versions"])
        report.profiles = {name: _group(sums) for name, sums in value["profiles"].items()}
        report.outlets = {name: _group(sums) for name, sums in value["outlets"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReportError("not a report of a run") from error
    return report


def _group(sums: Any) -> Group:
    return Group(
        {section: {what: int(number) for what, number in counted.items()} for section, counted in sums.items()}
    )
