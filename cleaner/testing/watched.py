"""Plugins whose hooks are watched: what they may not do and the engine, for the sake of speed, does not look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any

from cleaner.discovery import Plugin
from cleaner.engine import Cleaner
from cleaner.hooks import hookimpl
from cleaner.loading import LoadedPlugin
from cleaner.model import Mark
from cleaner.page import Page
from cleaner.testing.elsewhere import switched_off


class MisuseError(Exception):
    """A hook does what it may not."""


_ONCE = ("profiles", "rules")


def watched(cleaner: Cleaner, profile: str) -> Cleaner:
    """The same cleaner, but a hook that changes what it is given or gives the same mark twice is a failure there."""
    plugins = [Plugin(item.name, _module(item)) for item in cleaner.plugins]
    return Cleaner(plugins, without=switched_off(cleaner, profile))


def _module(item: LoadedPlugin) -> ModuleType:
    module = ModuleType(item.plugin.module.__name__)
    for name, function in item.hooks.items():
        vars(module)[name] = function if name in _ONCE else _watched(function)
    return module


def _watched(function: Callable[[Page], Iterable[Any] | None]) -> Callable[[Page], Iterator[Any]]:
    @hookimpl
    def hook(page: Page) -> Iterator[Any]:
        before, marks = _shown(page), Counter[Mark]()
        for given in function(page) or ():
            marks.update([given] if isinstance(given, Mark) else [])
            yield given
        after = _shown(page)
        if changed := [name for name, value in before.items() if after[name] != value]:
            raise MisuseError(f"it changes page.{changed[0]}, which is there to be read only")
        if twice := [mark for mark, times in marks.items() if times > 1]:  # for two reasons is no mistake
            raise MisuseError(f"it marks a line twice for the same reason: {twice[0].line.text!r}")

    return hook


def _shown(page: Page) -> Mapping[str, object]:
    """All that a page shows to a hook, as it is now."""
    return {
        "url": page.url,
        "lines": page.lines,
        "boxes": tuple(page.boxes),
        "columns": tuple(memoryview(column).tobytes() for column in page.columns),
        "claims": dict(page.claims),
        "metadata": page.metadata,
        "kept()": page.kept(),
    }
