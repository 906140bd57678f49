"""The example packages: each is complete, comes out as it says, and `cleaner check` has nothing to say."""

import json
import shutil
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from environments import ROOT, run
from prose import blocks
from test_layers import imported

import cleaner
from cleaner import Cleaner, Plugin, discover, load_plugin
from cleaner.cli import main
from cleaner.testing import cases, contract, samples

EXAMPLES = ROOT / "examples"
PACKAGES = sorted(path for path in EXAMPLES.iterdir() if path.is_dir())


def source(package: Path) -> Path:
    """The file that says what goes."""
    (file,) = [*package.glob("cleaner_*.py"), *package.glob("cleaner_*/*.toml")]
    return file


PLUGINS: dict[Path, Plugin] = {package: load_plugin(source(package)) for package in PACKAGES}
(SHOWN,) = (block.text for block in blocks(EXAMPLES / "README.md"))
CASES = [case for package in PACKAGES for case in cases(package / "fixtures")]


@pytest.fixture(scope="module")
def engine() -> Cleaner:
    """All of them side by side: none takes another's pages."""
    return Cleaner([*discover(), *PLUGINS.values()])


def test_there_are_six_and_the_page_lists_them():
    assert len(PACKAGES) == 6
    told = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [package.name for package in PACKAGES if f"({source(package).relative_to(EXAMPLES)})" not in told] == []


def test_the_page_shows_an_explanation():
    explain = SHOWN.splitlines()[0]
    printed = run("sh", "-ec", explain, cwd=EXAMPLES, path=Path(sys.executable).parent)
    assert "\nprofile  taz\n" in printed
    assert " taz/end " in printed


@pytest.mark.slow
def test_the_page_installs_a_package(wheel_venv, tmp_path):
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    try:
        run("sh", "-ec", SHOWN, cwd=tmp_path / "examples", path=wheel_venv.bin)
        assert "taz" in [plugin["name"] for plugin in json.loads(wheel_venv.run("cleaner", "plugins", "--json"))]
    finally:
        wheel_venv.run("pip", "uninstall", "--yes", "cleaner-taz")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.stem.parent.parent.name}/{case}")
def test_fixture(engine, case):
    case.check(engine)


@pytest.mark.parametrize("plugin", PLUGINS.values(), ids=lambda plugin: plugin.name)
def test_samples(plugin):
    for sample in samples(plugin):
        sample.check()


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_check_has_nothing_to_say(package):
    result = CliRunner().invoke(main, ["check", str(source(package)), "--json"])
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


@pytest.mark.slow
@pytest.mark.parametrize("plugin", PLUGINS.values(), ids=lambda plugin: plugin.name)
def test_contract(plugin):
    contract(Cleaner([*discover(), plugin]), plugin.name)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_package_names_its_plugin(package):
    project = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name = PLUGINS[package].name
    assert project["entry-points"]["cleaner"] == {name: f"cleaner_{name}"}
    assert f"import cleaner_{name}\n" in (package / f"tests/test_{name}.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/cleaner_*.py")), ids=lambda path: path.name)
def test_a_plugin_imports_only_public_names(path):
    assert imported(path) <= set(cleaner.__all__)
