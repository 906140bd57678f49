"""A frozen plan per profile: in what order its plugins run, and their rules compiled.

pluggy's own call order depends on how plugins were installed; a plan's order is written in its profile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cleaner.errors import ProfileError, did_you_mean
from cleaner.hooks import STAGES
from cleaner.loading import LoadedPlugin
from cleaner.matching import LineMatcher
from cleaner.model import Fact, Mark
from cleaner.page import Page
from cleaner.patterns import Pattern, compiled
from cleaner.profiles import Profile
from cleaner.rules import Extent, Rule
from cleaner.segment import ElementRules
from cleaner.sieve import Texts

Remover = Callable[[Page], Iterable[Mark]]
Finder = Callable[[Page], Iterable[Fact]]


@dataclass(frozen=True, slots=True)
class Step:
    """One plugin at one stage: its rules, then its hook."""

    stage: str
    plugin: str
    rules: tuple[Rule, ...]
    hook: Remover | None


@dataclass(frozen=True, slots=True)
class PlannedRule:
    """A rule at its place in a plan."""

    step: int
    name: str
    """`plugin/rule`."""
    rule: Rule
    entry: tuple[str, str, str]
    """What the ledger says of a line that it took: stage, name, reason."""


@dataclass(frozen=True, slots=True)
class RuleMatcher:
    """The line and phrases rules of one plugin, compiled."""

    matcher: LineMatcher
    orders: tuple[int, ...]
    """For each rule its place in the plan."""

    def match_all(self, texts: Texts) -> dict[int, int]:
        """The place of each text that a rule takes, and the first rule that does, by its place in the plan."""
        orders = self.orders
        return {place: orders[number] for place, number in self.matcher.match_all(texts).items()}


@dataclass(frozen=True)
class Plan:
    """What happens to a page of one profile, in order. Built once, shared by threads.

    What matches its rules is compiled when the first page comes: most processes meet few profiles, and each costs
    a quarter of a second. Nothing can go wrong then; rules were checked when they were loaded.
    """

    profile: Profile
    find_metadata: tuple[tuple[str, Finder], ...]
    steps: tuple[Step, ...]
    rules: tuple[PlannedRule, ...]
    """All rules in running order; matchers speak of a rule by its place here."""

    @cached_property
    def matchers(self) -> tuple[tuple[str, RuleMatcher], ...]:
        """For each plugin its line and phrases rules, compiled: none of them can hide another plugin's."""
        textual = {plugin: self._textual(plugin) for plugin in self.profile.plugins}
        return tuple((plugin, _matcher(rules)) for plugin, rules in textual.items() if rules)

    @cached_property
    def extents(self) -> tuple[RuleMatcher, ...]:
        """For each plugin that has any, those of its rules that reach beyond their line."""
        reaching = (
            [(number, rule) for number, rule in self._textual(plugin) if rule.extent is not Extent.LINE]
            for plugin in self.profile.plugins
        )
        return tuple(_matcher(rules) for rules in reaching if rules)

    @cached_property
    def elements(self) -> ElementRules:
        """The css, words and outside rules, compiled."""
        return ElementRules((number, rule) for number, rule in self._numbered() if not rule.is_textual)

    @cached_property
    def entries(self) -> tuple[tuple[str, str, str], ...]:
        """What the ledger says of lines that the rules take, in running order."""
        return tuple(planned.entry for planned in self.rules)

    @cached_property
    def given(self) -> Mapping[int, Pattern]:
        """The second sign of each rule that has an extent."""
        return {number: compiled(rule.given) for number, rule in self._numbered() if rule.extent is not Extent.LINE}

    def _numbered(self) -> list[tuple[int, Rule]]:
        return [(number, planned.rule) for number, planned in enumerate(self.rules)]

    def _textual(self, plugin: str) -> list[tuple[int, Rule]]:
        return [
            (number, planned.rule)
            for number, planned in enumerate(self.rules)
            if planned.rule.is_textual and self.steps[planned.step].plugin == plugin
        ]


def _matcher(numbered: Sequence[tuple[int, Rule]]) -> RuleMatcher:
    return RuleMatcher(_compiled(tuple(rule for _, rule in numbered)), tuple(number for number, _ in numbered))


@lru_cache(maxsize=16)
def _compiled(rules: tuple[Rule, ...]) -> LineMatcher:
    """Kept, as most profiles run a plugin that others run too: its rules are compiled once for all of them."""
    return LineMatcher(
        [(number, rule.line) for number, rule in enumerate(rules) if rule.line],
        [(number, rule.phrases) for number, rule in enumerate(rules) if rule.phrases],
    )


def build(profile: Profile, loaded: Mapping[str, LoadedPlugin], without: frozenset[str]) -> Plan:
    """Freeze the order of one profile, with the rules in `without` left out.

    Raises:
        ProfileError: it names a plugin or a rule that does not exist.
    """
    missing = [name for name in profile.plugins if name not in loaded]
    if missing:
        told = f"profile {profile.name!r} needs plugin {missing[0]!r}, which is not installed"
        raise ProfileError(f"{told}; {_mend(profile, missing[0], loaded)} Installed: {', '.join(loaded) or 'none'}")
    check_without(loaded, profile.without, f"profile {profile.name!r}")
    off = profile.without | without
    chosen = [loaded[name] for name in profile.plugins]
    steps = tuple(_step(stage, item, off) for stage in STAGES for item in chosen)
    rules = tuple(
        PlannedRule(place, name := f"{step.plugin}/{rule.name}", rule, (rule.stage, name, rule.reason))
        for place, step in enumerate(steps)
        for rule in step.rules
    )
    finders = tuple((item.name, item.hooks["find_metadata"]) for item in chosen if "find_metadata" in item.hooks)
    return Plan(profile, finders, steps, rules)


def _mend(profile: Profile, missing: str, loaded: Mapping[str, LoadedPlugin]) -> str:
    """What is to be done about a plugin that a profile names and nobody has: often it means its own."""
    owner = next((item for item in loaded.values() if profile in item.profiles), None)
    if owner is not None and not owner.distribution and owner.name not in profile.plugins:
        return f"its own plugin is called {owner.name!r}, after its file: write that in plugins."
    return did_you_mean(missing, loaded) or "install it, or take it out of plugins."


def _step(stage: str, item: LoadedPlugin, off: frozenset[str]) -> Step:
    rules = tuple(rule for rule in item.rules if rule.stage == stage and f"{item.name}/{rule.name}" not in off)
    hook = f"remove_{stage}"
    return Step(stage, item.name, rules, None if f"{item.name}/{hook}" in off else item.hooks.get(hook))


def check_without(loaded: Mapping[str, LoadedPlugin], names: Iterable[str], whose: str) -> None:
    """Refuse to switch off what does not exist.

    Raises:
        ProfileError: no plugin has a rule of that name; the nearest one is named.
    """
    known = {f"{item.name}/{rule.name}" for item in loaded.values() for rule in item.rules}
    known |= {f"{item.name}/{hook}" for item in loaded.values() for hook in item.hooks if hook.startswith("remove_")}
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or "they are named plugin/rule and plugin/remove_stage"
            raise ProfileError(f"{whose}: there is no rule or hook {name!r} to switch off; {hint}")
