"""What is judged: a plugin among the others that are installed, and its fixtures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import regex

from cleaner.discovery import Plugin
from cleaner.engine import Cleaner
from cleaner.errors import PluginError
from cleaner.loading import LoadedPlugin
from cleaner.model import Cleaned
from cleaner.plan import Plan
from cleaner.rules import Rule
from cleaner.testing import Case, cases
from cleaner.testing.promises import SCORED

_PAGES = {".html", ".txt"}
_INSTALLED = {"site-packages", "dist-packages"}


@dataclass(frozen=True)
class Subject:
    """A plugin that could be loaded, with what is needed to judge it."""

    plugin: LoadedPlugin
    others: tuple[Plugin, ...]
    """The plugins it runs with."""
    engine: Cleaner
    cases: tuple[Case, ...]
    """Its fixtures, complete or not."""

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """Those that run it: of its own profiles, or of others if it has none."""
        own = {profile.name for profile in self.plugin.profiles}
        running = [profile.name for profile in self.engine.profiles if self.plugin.name in profile.plugins]
        return tuple(self.engine.plan(name) for name in running if name in own or not own.intersection(running))

    @cached_property
    def results(self) -> Mapping[Case, Cleaned]:
        """What comes out of each fixture that is complete and can be cleaned, with the hooks off that only score."""
        return {case: result for case in self.cases if (result := cleaned(self.unscored(), case))}

    def unscored(self, without: Iterable[str] = ()) -> Cleaner:
        """The engine without these rules, and without what would take nearly anything in their place."""
        hooks = {f"{item.name}/{hook}" for item in self.engine.plugins for hook in item.hooks}
        return Cleaner([self.plugin.plugin, *self.others], without=[*hooks.intersection(SCORED), *without])

    def name(self, rule: Rule) -> str:
        """The full name of one of its rules."""
        return f"{self.plugin.name}/{rule.name}"

    def place(self, rule: Rule) -> str:
        """Where one of its rules is written: as it says itself, else where its name stands in the Python source."""
        return rule.place or next(
            (
                f"{path}:{text.count(chr(10), 0, found.start('name')) + 1}"
                for path, text in self._sources.items()
                if (found := regex.search(rf"""\bRule\(\s*(?:name\s*=\s*)?(?<name>["']{rule.name}["'])""", text))
            ),
            "",
        )

    @cached_property
    def _sources(self) -> Mapping[Path, str]:
        file = Path(getattr(self.plugin.plugin.module, "__file__", None) or "")
        files = sorted(file.parent.rglob("*.py")) if file.name == "__init__.py" else [file]
        return {_near(path): path.read_text(encoding="utf-8", errors="replace") for path in files if path.is_file()}


def open_subject(plugin: Plugin, installed: Iterable[Plugin], fixtures: Path | None = None) -> Subject:
    """A plugin to be judged, among those installed but for an older one of its name.

    Its fixtures are those in `fixtures`, or those that lie beside it.

    Raises:
        CleanerError: it cannot be loaded. FileNotFoundError: there is no such folder.
    """
    others = tuple(other for other in installed if other.name != plugin.name)
    engine = Cleaner([plugin, *others])
    loaded = next(item for item in engine.plugins if item.name == plugin.name)
    folder = fixtures or fixtures_of(plugin)
    return Subject(loaded, others, engine, tuple(cases(folder)) if folder else ())


def fixtures_of(plugin: Plugin) -> Path | None:
    """The folder `fixtures` beside the plugin's file; where that stands in a package, also beside or above the package.

    Of that folder the one that is named after the plugin, if there is one. A folder with no page in it is none.
    """
    file = getattr(plugin.module, "__file__", None)
    if not file:
        return None
    here = Path(file).parent
    packaged = (here / "__init__.py").is_file()
    for folder in [here, *here.resolve().parents[:2]] if packaged else [here]:
        if folder.name in _INSTALLED:
            return None
        for found in (folder / "fixtures" / plugin.name, folder / "fixtures", folder / "tests" / "fixtures"):
            if found.is_dir() and any(path.suffix in _PAGES for path in found.iterdir()):
                return _near(found)
    return None


def cleaned(engine: Cleaner, case: Case) -> Cleaned | None:
    """What comes out of a fixture; None if it is incomplete or a draft, or if a hook fails on it."""
    try:
        case.text  # noqa: B018 - it raises where there is none yet
        return engine.clean(case.page.read_bytes(), url=case.facts["url"])
    except (AssertionError, ValueError, PluginError):
        return None


def _near(path: Path) -> Path:
    """As a person standing here would write it."""
    here = Path.cwd()
    return path.resolve().relative_to(here) if path.resolve().is_relative_to(here) else path
