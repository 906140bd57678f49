"""The samples that rules carry, checked the way the engine meets them: as lines of a page."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from cleaner.discovery import Plugin
from cleaner.loading import load
from cleaner.matching import LineMatcher
from cleaner.rules import Rule
from cleaner.segment import ElementRules, parse, segment_text
from cleaner.sieve import bodies


@dataclass(frozen=True, slots=True)
class Sample:
    """A rule, by its full name, with its own test."""

    name: str
    rule: Rule

    def __str__(self) -> str:
        return self.name

    def check(self) -> None:
        """The rule removes all of its `sample`, where there is text in it, and nothing of its `spares`.

        Raises:
            AssertionError: it does not. A line that begins with a list marker is matched without it.
        """
        lines = removed_by(self.rule, self.rule.sample)
        assert lines, f"{self}: the sample stays: {self.rule.sample!r}"
        if self.rule.spares:
            lost = removed_by(self.rule, self.rule.spares)
            assert not lost, f"{self}: {lost[0]!r} should have been spared"


def samples(plugin: Plugin | ModuleType) -> list[Sample]:
    """One sample for each rule of a plugin.

    Raises:
        PluginError: the plugin is broken.
    """
    if isinstance(plugin, ModuleType):
        plugin = Plugin(plugin.__name__.rpartition(".")[2].removeprefix("cleaner_"), plugin)
    (loaded,) = load([plugin])
    return [Sample(f"{loaded.name}/{rule.name}", rule) for rule in loaded.rules]


def removed_by(rule: Rule, source: str) -> list[str]:
    """The lines of `source` that the rule takes: HTML for css, words and outside, else a dump."""
    if rule.is_textual:
        matcher = LineMatcher([(0, rule.line)] if rule.line else [], [(0, rule.phrases)])
        found = segment_text(source.encode())
        taken = matcher.match_all(bodies(found))
    else:
        found = parse(source.encode()).segment(ElementRules([(0, rule)]))
        taken = found.taken
    return [line.text for line in found.lines if line.number in taken]
