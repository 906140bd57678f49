"""The files of a new package."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from string import Template

from cleaner.scaffold.candidates import Found
from cleaner.scaffold.pages import Page
from cleaner.scaffold.plugin import python_plugin, toml_plugin, where

DISTRIBUTION = "outlet-cleaner"
_ASKED = ("title", "authors", "published")
"""Metadata that nearly every page has."""


def package(name: str, pages: Sequence[Page], found: Found, toml: bool = False) -> dict[str, bytes]:
    """What a package holds: the path of each file below its folder, and its content.

    Args:
        name: of the outlet; its module is `cleaner_NAME`.
        pages: become the fixtures.
        found: what they suggest.
        toml: whether the outlet is data, a TOML file.
    """
    plugin = f"cleaner_{name}/{name}.toml" if toml else f"cleaner_{name}.py"
    texts = dict(_templates(name, toml))
    told = {
        "name": name,
        "project": name.replace("_", "-"),
        "where": where(found),
        "plugin": plugin,
        "fixture": pages[0].file,
        "version": version(DISTRIBUTION),
    }
    written = {path: Template(text).substitute(told) for path, text in texts.items()}
    written[plugin] = (toml_plugin if toml else python_plugin)(name, found)
    written |= {f"fixtures/{page.name}.expected.json": _facts(name, page, found) for page in pages}
    fixtures = {f"fixtures/{page.file}": page.source for page in pages}
    return {path: text.encode() for path, text in written.items()} | fixtures


def _templates(name: str, toml: bool) -> Iterator[tuple[str, str]]:
    folder = files("cleaner.scaffold") / "template"
    targets = {
        "README.md": "README.md",
        "pyproject.toml": "pyproject.toml",
        "gitignore": ".gitignore",
        "test.yml": ".github/workflows/test.yml",
        "test_plugin.py": f"tests/test_{name}.py",
        **({"outlet.py": f"cleaner_{name}/__init__.py"} if toml else {}),
    }
    for source, target in targets.items():
        yield target, (folder / f"{source}.in").read_text(encoding="utf-8")


def _facts(name: str, page: Page, found: Found) -> str:
    """The frame of an `.expected.json`, which fails: what is known of the page is for a person to say."""
    recognised = page.is_html or not found.hosts
    url = None if recognised else f"https://{found.hosts[0]}/"
    facts: dict[str, object] = {
        "concern": "",
        "url": url,
        "profile": name,
        "metadata": dict.fromkeys(_ASKED),
        "removed": [],
    }
    return json.dumps(facts, indent=2, ensure_ascii=False) + "\n"


def write(folder: Path, content: dict[str, bytes]) -> None:
    """Write a package into a folder that is not there yet.

    Raises:
        FileExistsError: it is. OSError: it cannot be written.
    """
    folder.mkdir(parents=True)
    for path, data in content.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
