"""Plugins are checked when they are loaded: pluggy declares and validates the hooks, the rest is seen to here."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

import pluggy

from cleaner import hooks
from cleaner.discovery import Plugin
from cleaner.errors import CleanerError, PluginError, ProfileError, did_you_mean
from cleaner.profiles import Profile
from cleaner.rules import Rule
from cleaner.segment import check_css

_SPECS = {name: value for name, value in vars(hooks).items() if hasattr(value, "cleaner_spec")}


@dataclass(frozen=True, slots=True)
class LoadedPlugin:
    """A plugin whose hooks and rules have been checked."""

    plugin: Plugin
    hooks: Mapping[str, Callable[..., Any]]
    rules: tuple[Rule, ...]
    profiles: tuple[Profile, ...]

    @property
    def name(self) -> str:
        """The plugin's name."""
        return self.plugin.name

    @property
    def distribution(self) -> str:
        """The distribution it came with; empty for one loaded from a file or module."""
        return self.plugin.distribution

    @property
    def version(self) -> str:
        """The version of that distribution."""
        return self.plugin.version


def load(plugins: Sequence[Plugin]) -> tuple[LoadedPlugin, ...]:
    """Check every plugin, in the order of their names.

    Raises:
        PluginError: a name used twice, a hook that does not exist or has another signature,
            a function named like a hook and not marked, no hook at all, a rule that is broken or named twice.
    """
    manager = pluggy.PluginManager("cleaner")
    manager.add_hookspecs(hooks)
    ordered = sorted(plugins, key=lambda plugin: plugin.name)
    for one, other in pairwise(ordered):
        if one.name == other.name:
            raise _mistake(one, f"has the same name as {other.label}; rename one of them")
    return tuple(_load(plugin, manager) for plugin in ordered)


def _load(plugin: Plugin, manager: pluggy.PluginManager) -> LoadedPlugin:
    _check_hooks(plugin)
    try:
        manager.register(plugin.module, name=plugin.name)
        manager.check_pending()
    except (pluggy.PluginValidationError, ValueError) as error:
        raise _mistake(plugin, str(error)) from error
    callers = manager.get_hookcallers(plugin.module)
    if not callers:
        raise _mistake(plugin, "has no hooks: put @hookimpl above a function that is called like one, such as rules()")
    found = {caller.name: _implementation(caller, plugin.name) for caller in callers}
    rules = _declared(plugin, found, "rules", Rule)
    _check_rules(plugin, rules)
    return LoadedPlugin(plugin, found, rules, _declared(plugin, found, "profiles", Profile))


def _implementation(caller: pluggy.HookCaller, plugin: str) -> Callable[..., Any]:
    return next(impl.function for impl in caller.get_hookimpls() if impl.plugin_name == plugin)


def _check_hooks(plugin: Plugin) -> None:
    """What pluggy lets through: hooks nobody will call, and functions that were meant to be hooks."""
    for name, function in sorted(vars(plugin.module).items()):
        options = getattr(function, "cleaner_impl", None)
        if options is not None:
            _check_hook(plugin, name, function, options)
        elif name in _SPECS and inspect.isfunction(function):
            raise _mistake(plugin, f"function {name!r} is named like a hook but not marked; put @hookimpl above it")


def _check_hook(plugin: Plugin, name: str, function: Callable[..., Any], options: Mapping[str, Any]) -> None:
    if name not in _SPECS:
        hint = did_you_mean(name, _SPECS) or f"the hooks are {', '.join(_SPECS)}"
        raise _mistake(plugin, f"there is no hook {name!r}; {hint}")
    if any(options.values()):
        raise _mistake(plugin, f"hook {name!r}: use @hookimpl without options; the profile gives the order")
    expected = inspect.signature(_SPECS[name])
    if _arguments(inspect.signature(function)) != _arguments(expected):
        names = ", ".join(expected.parameters)
        given = inspect.signature(function)
        raise _mistake(plugin, f"hook {name!r} must be {name}({names}), without defaults, not {name}{given}")


def _arguments(signature: inspect.Signature) -> list[tuple[object, ...]]:
    """What must agree: pluggy accepts defaults and keyword-only arguments and then does not pass them."""
    return [(parameter.name, parameter.kind, parameter.default) for parameter in signature.parameters.values()]


T = TypeVar("T")


def _declared(plugin: Plugin, found: Mapping[str, Callable[..., Any]], hook: str, kind: type[T]) -> tuple[T, ...]:
    """What `rules()` or `profiles()` gives, checked."""
    if hook not in found:
        return ()
    try:
        declared = tuple(found[hook]())
    except CleanerError as error:
        raise _mistake(plugin, str(error)) from error
    except Exception as error:
        raise _mistake(plugin, f"{hook}() failed: {type(error).__name__}: {error}") from error
    for item in declared:
        if not isinstance(item, kind):
            raise _mistake(plugin, f"{hook}() must give {kind.__name__} objects, not {item!r}")
    return declared


def _check_rules(plugin: Plugin, rules: tuple[Rule, ...]) -> None:
    seen: set[str] = set()
    for rule in rules:
        place = f"{rule.place}: " if rule.place else ""
        if rule.name in seen:
            raise _mistake(plugin, f"{place}two rules are named {rule.name!r}; rename one")
        seen.add(rule.name)
        wrong = check_css(rule.css or rule.outside) if rule.css or rule.outside else ""
        if wrong:
            raise _mistake(plugin, f"{place}rule {rule.name!r}: {rule.matcher}={rule.css or rule.outside!r}: {wrong}")


def all_profiles(loaded: Iterable[LoadedPlugin]) -> dict[str, Profile]:
    """Every profile by name, sorted.

    Raises:
        ProfileError: two plugins declare the same profile.
    """
    owners: dict[str, str] = {}
    profiles: dict[str, Profile] = {}
    for item in loaded:
        for profile in item.profiles:
            if profile.name in owners:
                raise ProfileError(
                    f"profile {profile.name!r} is declared by plugin {owners[profile.name]!r} and by {item.name!r}; "
                    "rename one of them"
                )
            owners[profile.name], profiles[profile.name] = item.name, profile
    return dict(sorted(profiles.items()))


def _mistake(plugin: Plugin, what: str) -> PluginError:
    return PluginError(f"{plugin.label}: {what}", plugin=plugin.name)
