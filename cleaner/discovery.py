"""Finding plugins: installed ones by entry point, others by file or module. In sorted order, never silently fewer."""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import regex

from cleaner.errors import PluginError, did_you_mean
from cleaner.outlets import from_toml

GROUP = "cleaner"
"""The entry-point group, for built-in plugins and strangers' alike."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """A module that implements hooks, and where it came from."""

    name: str
    module: ModuleType
    distribution: str = ""
    """Empty for a plugin loaded from a file or a module."""
    version: str = ""

    @property
    def label(self) -> str:
        """Name and origin, for messages."""
        origin = f"{self.distribution} {self.version}" if self.distribution else getattr(self.module, "__file__", "")
        return f"plugin {self.name!r} ({origin})" if origin else f"plugin {self.name!r}"


def discover() -> list[Plugin]:
    """Load every installed plugin, sorted by name: the order on disk decides nothing.

    Raises:
        PluginError: two distributions use one name, or a plugin fails to import.
    """
    entries = sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, _origin(entry)))
    for one, other in pairwise(entries):
        if one.name == other.name:
            raise PluginError(
                f"plugin {one.name!r} comes with {_origin(one)} and with {_origin(other)}; uninstall one of them",
                plugin=one.name,
            )
    return [_load(entry) for entry in entries]


def load_plugin(where: str | Path) -> Plugin:
    """Load one plugin from a Python or TOML file or by module name. It is named after the file or module.

    Raises:
        PluginError: it does not exist or fails to import.
    """
    path = Path(where)
    name = path.stem if path.suffix in _READ else str(where).rpartition(".")[2]
    try:
        module = _READ[path.suffix](path) if path.suffix in _READ else importlib.import_module(str(where))
    except Exception as error:
        told = _not_there(path, error) or f"cannot be imported: {type(error).__name__}: {error}; mend it"
        raise PluginError(f"plugin {name!r} ({where}) {told}", plugin=name) from error
    return Plugin(name.removeprefix("cleaner_"), module)


def _not_there(where: Path, error: Exception) -> str:
    """What is the matter with a place where no plugin is; "" if one is there."""
    if where.suffix in _READ:
        return "" if where.is_file() else "is not there: no such file"
    if where.exists() or len(where.parts) > 1:
        return "is no plugin: give a .py or a .toml file, or the name of a module"
    if not isinstance(error, ModuleNotFoundError) or not f"{where}.".startswith(f"{error.name}."):
        return ""
    installed = sorted(entry.name for entry in entry_points(group=GROUP))
    if str(where) in installed:
        return "is installed, and used without being loaded"
    return f"is not there: no such module; {did_you_mean(str(where), installed) or 'a file ends in .py or .toml'}"


def _module_of_file(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(_unique(path), path)
    if spec is None or spec.loader is None:
        raise ImportError(f"not a Python file: {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _module_of_toml(path: Path) -> ModuleType:
    """A module as a package with such a file would be."""
    module = ModuleType(_unique(path), f"The outlet {path.stem}.")
    vars(module).update(from_toml(path)._asdict(), __file__=str(path))
    return module


_READ = {".py": _module_of_file, ".toml": _module_of_toml}


def _unique(path: Path) -> str:
    if not path.is_file():
        raise FileNotFoundError(f"no such file: {path}")
    return "cleaner_file_" + regex.sub(r"\W", "_", str(path.resolve()))


def _load(entry: EntryPoint) -> Plugin:
    try:
        module = entry.load()
    except Exception as error:
        told = f"cannot be imported: {type(error).__name__}: {error}; mend it, or uninstall it"
        raise PluginError(f"plugin {entry.name!r} ({_origin(entry)}) {told}", plugin=entry.name) from error
    if not isinstance(module, ModuleType):
        raise PluginError(
            f"plugin {entry.name!r} ({_origin(entry)}): the entry point {entry.value!r} must name a module, "
            f"not a {type(module).__name__}",
            plugin=entry.name,
        )
    return Plugin(entry.name, module, *((entry.dist.name, entry.dist.version) if entry.dist else ()))


def _origin(entry: EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.value
