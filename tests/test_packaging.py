"""What is shipped: one distribution that holds the framework and every built-in plugin, and nothing else."""

import json
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from environments import ROOT, Environment

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PLUGINS = sorted(path.name for path in (ROOT / "plugins").iterdir() if (path / "__init__.py").is_file())
DUMP = "Skip to content\n\nThe ferry left at nine, and nobody waved.\n\nShare this:\n"


def test_there_are_the_three_plugins_and_nothing_else_beside_them():
    assert {"cleaner_blog", "cleaner_dw", "cleaner_rferl"} <= set(PLUGINS)
    assert [path.name for path in (ROOT / "plugins").glob("*") if path.is_file()] == []


def test_every_plugin_is_a_package_of_the_wheel():
    packages = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert sorted(packages) == sorted(["cleaner", *(f"plugins/{plugin}" for plugin in PLUGINS)])


def test_every_plugin_is_an_entry_point():
    entries = PROJECT["project"]["entry-points"]["cleaner"]
    assert entries == {plugin.removeprefix("cleaner_"): plugin for plugin in PLUGINS}


def test_no_plugin_has_a_project_file_of_its_own():
    """Uninstalling it would delete the module from this distribution."""
    assert list((ROOT / "plugins").rglob("pyproject.toml")) == []


@pytest.mark.slow
def test_wheel_holds_the_packages_and_nothing_else(built):
    files = zipfile.ZipFile(built[".whl"]).namelist()
    tops = {name.split("/")[0] for name in files}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"cleaner", *PLUGINS}
    assert len(tops) == len(PLUGINS) + 2
    assert "cleaner/py.typed" in files
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in files)
    assert [name for name in files if {"plugins", "tests", "fixtures"} & set(name.split("/"))] == []
    assert {*shipped(ROOT, ["cleaner"]), *shipped(ROOT / "plugins", PLUGINS)} <= set(files)


def shipped(root: Path, packages: list[str]) -> Iterator[str]:
    """Every file of these packages, data included."""
    for package in packages:
        paths = (path for path in (root / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        yield from (path.relative_to(root).as_posix() for path in paths)


@pytest.mark.slow
def test_sdist_holds_all_that_the_tests_need(built):
    with tarfile.open(built[".gz"]) as sdist:
        files = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"README.md", "LICENSE", "CHANGELOG.md", "tests/test_packaging.py", "docs/hooks.md"} <= files
    assert any(name.startswith("fixtures/rferl/") for name in files)
    assert not any(name.startswith((".git/", ".venv/", "out/")) for name in files)


@pytest.mark.slow
def test_wheel_runs_in_a_fresh_environment(wheel_venv, tmp_path):
    check_it_runs(wheel_venv, tmp_path)


@pytest.mark.slow
def test_sdist_installs_and_runs_in_a_fresh_environment(built, tmp_path):
    venv = Environment(tmp_path / "venv")
    venv.install(built[".gz"])
    check_it_runs(venv, tmp_path)


def check_it_runs(venv: Environment, tmp_path) -> None:
    """The command, the module and the library, with every built-in plugin."""
    page = tmp_path / "page.txt"
    page.write_text(DUMP)
    assert venv.run("cleaner", "run", page) == "The ferry left at nine, and nobody waved.\n"
    assert venv.run("python", "-m", "cleaner.cli", "run", page) == "The ferry left at nine, and nobody waved.\n"
    listed = json.loads(venv.run("cleaner", "plugins", "--json"))
    ours = [plugin for plugin in listed if plugin["distribution"] == "outlet-cleaner"]
    assert [plugin["name"] for plugin in ours] == [plugin.removeprefix("cleaner_") for plugin in PLUGINS]
    assert all(plugin["rules"] for plugin in ours)
    code = f"import cleaner; print(cleaner.clean({DUMP!r}).text)"
    assert venv.run("python", "-c", code) == "The ferry left at nine, and nobody waved.\n"
