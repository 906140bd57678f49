"""Profiles, plans and plugins, as sheets and as JSON."""

# ruff: noqa: D102 - the protocols name attributes that are documented where they are defined

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import version
from typing import Protocol

from cleaner.profiles import Profile
from cleaner.report.sheets import Sheet
from cleaner.rules import Rule

_OWN = "outlet-cleaner"
_PLAN = ("stage", "plugin", "what", "how", "why")


class Step(Protocol):
    """A step of a plan: one plugin's rules and hook in one stage."""

    @property
    def stage(self) -> str: ...
    @property
    def plugin(self) -> str: ...
    @property
    def rules(self) -> tuple[Rule, ...]: ...
    @property
    def hook(self) -> Callable[..., object] | None: ...


class Plan(Protocol):
    """What runs for a profile, in order."""

    @property
    def profile(self) -> Profile: ...
    @property
    def steps(self) -> Sequence[Step]: ...
    @property
    def find_metadata(self) -> Sequence[tuple[str, Callable[..., object]]]: ...


class Plugin(Protocol):
    """A plugin that was found."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def distribution(self) -> str: ...
    @property
    def hooks(self) -> Iterable[str]: ...
    @property
    def rules(self) -> tuple[Rule, ...]: ...


def profile_list(profiles: Iterable[Profile]) -> list[dict[str, object]]:
    """The profiles as JSON takes them."""
    return [{**asdict(profile), "without": sorted(profile.without)} for profile in profiles]


def profile_sheet(profiles: Iterable[Profile]) -> Sheet:
    """Name, hosts and plugins of each profile."""
    rows = [(profile.name, ", ".join(profile.hosts), ", ".join(profile.plugins)) for profile in profiles]
    return Sheet(("profile", "hosts", "plugins"), rows)


def plan_list(plan: Plan) -> list[dict[str, object]]:
    """The steps of a plan as JSON takes them, in the order in which they run."""
    return [dict(zip(_PLAN, row, strict=True)) for row in _plan_rows(plan)]


def plan_sheet(plan: Plan) -> Sheet:
    """The steps of a plan, in the order in which they run."""
    return Sheet(("step", *_PLAN), [(str(number), *row) for number, row in enumerate(_plan_rows(plan), 1)])


def _plan_rows(plan: Plan) -> Iterator[tuple[str, ...]]:
    for plugin, _ in plan.find_metadata:
        yield "metadata", plugin, f"{plugin}/find_metadata", "hook", ""
    for step in plan.steps:
        for rule in step.rules:
            yield step.stage, step.plugin, f"{step.plugin}/{rule.name}", rule.matcher, rule.reason
        if step.hook is not None:
            yield step.stage, step.plugin, f"{step.plugin}/remove_{step.stage}", "hook", ""


def versions_of(plugins: Iterable[Plugin]) -> dict[str, str | None]:
    """The version of each distribution that takes part, and None for each plugin from a file or module."""
    named = {plugin.distribution or plugin.name: plugin.version or None for plugin in plugins}
    return dict(sorted({_OWN: version(_OWN), **named}.items()))


def plugin_list(plugins: Iterable[Plugin]) -> list[dict[str, object]]:
    """The plugins as JSON takes them."""
    return [
        {
            "name": plugin.name,
            "version": plugin.version,
            "distribution": plugin.distribution,
            "hooks": list(plugin.hooks),
            "rules": [rule.name for rule in plugin.rules],
        }
        for plugin in plugins
    ]


def plugin_sheet(plugins: Iterable[Plugin]) -> Sheet:
    """Name, version, distribution, hooks and number of rules of each plugin."""
    rows = [(p.name, p.version, p.distribution, ", ".join(p.hooks), str(len(p.rules))) for p in plugins]
    return Sheet(("plugin", "version", "distribution", "hooks", "rules"), rows)
