"""The same pages in another process, with another hash seed."""

from __future__ import annotations

import importlib
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from typing import NamedTuple

from cleaner.discovery import Plugin, load_plugin
from cleaner.engine import Cleaner
from cleaner.model import Cleaned


class _Task(NamedTuple):
    plugins: tuple[tuple[str, str, str], ...]
    """Name, module and file of each."""
    without: tuple[str, ...]
    profile: str
    sources: Sequence[str]


def cleaned_elsewhere(cleaner: Cleaner, sources: Sequence[str], profile: str, seed: str) -> list[Cleaned]:
    """What a new process with `PYTHONHASHSEED=seed` makes of the pages."""
    plugins = [item.plugin for item in cleaner.plugins]
    origins = tuple((p.name, p.module.__name__, getattr(p.module, "__file__", None) or "") for p in plugins)
    task = _Task(origins, switched_off(cleaner, profile), profile, sources)
    done = subprocess.run(
        [sys.executable, "-c", "from cleaner.testing.elsewhere import main; main()"],
        input=pickle.dumps(task),
        env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        check=True,
    )
    results: list[Cleaned] = pickle.loads(done.stdout)
    return results


def switched_off(cleaner: Cleaner, profile: str) -> tuple[str, ...]:
    """The rules and removal hooks of the profile's plugins that its plan does not run."""
    plan = cleaner.plan(profile)
    chosen = [item for item in cleaner.plugins if item.name in plan.profile.plugins]
    every = {f"{item.name}/{rule.name}" for item in chosen for rule in item.rules}
    every |= {f"{item.name}/{hook}" for item in chosen for hook in item.hooks if hook.startswith("remove_")}
    running = {planned.name for planned in plan.rules}
    running |= {f"{step.plugin}/remove_{step.stage}" for step in plan.steps if step.hook}
    return tuple(sorted(every - running))


def main() -> None:
    """Clean the pages of the task on standard input; results to standard output."""
    task: _Task = pickle.load(sys.stdin.buffer)
    cleaner = Cleaner([_plugin(*origin) for origin in task.plugins], without=task.without)
    results = [cleaner.clean(source, profile=task.profile) for source in task.sources]
    sys.stdout.buffer.write(pickle.dumps(results))


def _plugin(name: str, module: str, file: str) -> Plugin:
    try:
        return Plugin(name, importlib.import_module(module))
    except ImportError:
        return Plugin(name, load_plugin(file).module)
