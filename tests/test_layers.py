"""The architecture: what may import what. The floors themselves are contracts in pyproject.toml (`lint-imports`)."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from environments import ROOT

import cleaner

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
PLUGINS = sorted(path.name for path in (ROOT / "plugins").iterdir() if path.is_dir() and path.name != "__pycache__")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "plugins").rglob("*.py")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_a_plugin_imports_only_public_names(path):
    assert imported(path) <= set(cleaner.__all__)


def imported(path: Path) -> set[str]:
    """What a module takes from `cleaner`; a submodule counts by its whole name, which is never public."""
    return set(_imported(ast.parse(path.read_text(encoding="utf-8"))))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "cleaner")
        elif isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").split(".")[0] == "cleaner":
            yield from ([alias.name for alias in node.names] if node.module == "cleaner" else [str(node.module)])


def test_imports_are_told_apart(tmp_path):
    module = tmp_path / "module.py"
    module.write_text("import re\nimport cleaner.plan\nfrom cleaner import Rule\nfrom cleaner.model import Line\n")
    assert imported(module) == {"cleaner.plan", "Rule", "cleaner.model"}


def test_public_names_exist():
    assert [name for name in cleaner.__all__ if not hasattr(cleaner, name)] == []
    assert len(set(cleaner.__all__)) == len(cleaner.__all__)


def test_the_contracts_cover_every_plugin():
    assert CONTRACTS["root_packages"] == ["cleaner", *PLUGINS]
    for contract in CONTRACTS["contracts"][1:]:
        assert set(PLUGINS) <= set(contract.get("source_modules") or contract["modules"])
