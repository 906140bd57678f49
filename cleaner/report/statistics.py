"""What a report says, as sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from cleaner.report.sheets import Sheet
from cleaner.report.total import Group, Report

Rows = Iterable[tuple[str, ...]]
_FIELDS = ("title", "authors", "published")
_GROUPED = ("pages", "text kept", *_FIELDS, "empty", "cut", "put aside")


def report_sheet(report: Report, by: str = "profile") -> Sheet:
    """Pages, text kept, fields found and pages put aside, or another of `STATISTICS`."""
    headings, rows = STATISTICS[by]
    return Sheet((by, *headings), list(rows(report)))


def _grouped(groups: Mapping[str, Group]) -> Rows:
    return ((name, *_cells(group)) for name, group in sorted(groups.items()))


def _cells(group: Group) -> Iterator[str]:
    counts, pages = group["counts"], group.pages
    yield str(pages)
    yield _percent(counts["characters kept"], counts["characters"])
    for name in _FIELDS:
        yield _percent(group["fields"][name], pages)
    for name in ("empty", "cut", "put aside"):
        yield str(counts[name])


def _percent(part: int, whole: int) -> str:
    return f"{100 * part // whole} %" if whole else ""


def _summed(report: Report, section: str) -> Counter[str]:
    """A section of all profiles together."""
    total: Counter[str] = Counter()
    for group in report.profiles.values():
        total.update(group[section])
    return total


def _rules(report: Report) -> Rows:
    pages, lines = _summed(report, "rules"), _summed(report, "hits")
    return ((rule, str(number), str(lines[rule])) for rule, number in pages.most_common())


def _fields(report: Report) -> Rows:
    return (
        (field, str(number), _percent(number, report.cleaned))
        for field, number in _summed(report, "fields").most_common()
    )


def _reasons(report: Report) -> Rows:
    return ((reason, str(number)) for reason, number in _summed(report, "reasons").most_common())


STATISTICS: Mapping[str, tuple[tuple[str, ...], Callable[[Report], Rows]]] = {
    "profile": (_GROUPED, lambda report: _grouped(report.profiles)),
    "outlet": (_GROUPED, lambda report: _grouped(report.outlets)),
    "rule": (("pages", "lines removed"), _rules),
    "field": (("pages", "share"), _fields),
    "reason": (("pages",), _reasons),
}
"""What a report can be asked for: the headings behind the first, and the rows."""
