"""Profiles with one plugin more or less, for the promise that plugins only take away."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType
from typing import NamedTuple

from cleaner.discovery import Plugin
from cleaner.engine import Cleaner
from cleaner.hooks import hookimpl
from cleaner.profiles import Profile
from cleaner.testing.elsewhere import switched_off

_PLUGIN = "variants-of-a-profile"


class Variant(NamedTuple):
    """A profile that differs from the one under test in its plugins alone."""

    name: str
    plugins: tuple[str, ...]


def variants(cleaner: Cleaner, profile: str, scored: Iterable[str]) -> tuple[Cleaner, list[tuple[Variant, Variant]]]:
    """A cleaner that knows the variants, and the pairs of which the second has one plugin more.

    They run without the hooks `scored`.
    """
    plugins = cleaner.plan(profile).profile.plugins
    others = [item.name for item in cleaner.plugins if item.name not in plugins]
    orders = [(plugins[:at] + plugins[at + 1 :], plugins) for at in range(len(plugins)) if len(plugins) > 1]
    orders += [(plugins, (*plugins[:at], other, *plugins[at:])) for other in others for at in range(len(plugins) + 1)]
    pairs = [(_variant(fewer), _variant(more)) for fewer, more in orders]
    hooks = {f"{item.name}/{hook}" for item in cleaner.plugins for hook in item.hooks}
    off = {*switched_off(cleaner, profile), *hooks.intersection(scored)}
    known = [item.plugin for item in cleaner.plugins]
    return Cleaner([*known, _plugin({v for pair in pairs for v in pair})], without=off), pairs


def _variant(plugins: tuple[str, ...]) -> Variant:
    return Variant("variant_" + "-".join(plugins), plugins)


def _plugin(wanted: Iterable[Variant]) -> Plugin:
    declared = [Profile(variant.name, variant.plugins) for variant in sorted(wanted)]
    module = ModuleType(_PLUGIN)

    @hookimpl
    def profiles() -> Iterable[Profile]:
        return declared

    module.__dict__["profiles"] = profiles
    return Plugin(_PLUGIN, module)
