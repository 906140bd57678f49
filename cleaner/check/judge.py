"""All the checks, in the order in which they are reported, over the plugins that are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from cleaner.check.effects import among_others
from cleaner.check.findings import ERROR, Finding, error, warning
from cleaner.check.fixtures import articles_taken, expectations
from cleaner.check.patterns import slow_patterns
from cleaner.check.profiles import profiles
from cleaner.check.rules import rules
from cleaner.check.subject import Subject, open_subject
from cleaner.discovery import Plugin, discover, load_plugin
from cleaner.errors import CleanerError, PluginError
from cleaner.testing.drafts import write_drafts

_CHECKS: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    profiles,
    rules,
    slow_patterns,
    expectations,
    articles_taken,
    among_others,
)


def judge_all(wanted: Sequence[str] = (), fixtures: Path | None = None, accept: bool = False) -> list[Finding]:
    """Judge plugins, and give everything there is to say about each, its errors first.

    Args:
        wanted: installed plugins, Python or TOML files, names of modules; every installed plugin if there are none.
        fixtures: the folder of their fixtures; None looks beside each.
        accept: write drafts of missing expectations first.

    A plugin that cannot be loaded is a finding too.
    """
    try:
        installed = discover()
    except PluginError as broken:
        return [_broken(broken)]
    return [finding for where in wanted or installed for finding in _judge_one(where, installed, fixtures, accept)]


def _judge_one(where: str | Plugin, installed: Sequence[Plugin], fixtures: Path | None, accept: bool) -> list[Finding]:
    try:
        plugin = where if isinstance(where, Plugin) else _named(where, installed)
        subject = open_subject(plugin, installed, fixtures)
        if accept:
            _write_drafts(subject)
    except CleanerError as broken:
        return [_broken(broken)]
    found = judge(subject)
    if not subject.cases and isinstance(where, str):
        told = "no fixtures lie beside it, so nobody knows what it does to a page; see --fixtures"
        found.append(warning("no-fixtures", plugin.name, told))
    return found


def judge(subject: Subject) -> list[Finding]:
    """Everything there is to say about one plugin, its errors first."""
    found = [finding for check in _CHECKS for finding in check(subject)]
    return sorted(found, key=lambda finding: finding.severity != ERROR)


def _named(where: str, installed: Sequence[Plugin]) -> Plugin:
    return next((plugin for plugin in installed if plugin.name == where), None) or load_plugin(where)


def _write_drafts(subject: Subject) -> None:
    for case in subject.cases:
        with suppress(AssertionError):  # a fixture without a page is a finding
            write_drafts(case, subject.engine)


def _broken(mistake: CleanerError) -> Finding:
    return error("broken", getattr(mistake, "plugin", None) or "profile", str(mistake))
