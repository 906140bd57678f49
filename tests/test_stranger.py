"""A stranger's plugin: what a third party writes, packs and installs works as ours do, and so does the bare file."""

import json

import pytest

MODULE = '''\
"""The Upland Courier, www.courier.example."""

from cleaner import Fact, Mark, Profile, Rule, hookimpl


@hookimpl
def profiles():
    signs = ("Courier Post", r"No\\. \\d+")
    return [Profile("courier", ("courier", "blog"), hosts=("courier.example",), fingerprints=signs)]


@hookimpl
def rules():
    return [
        Rule("masthead", "navigation", phrases=frozenset({"Courier Post"}), sample="Courier Post"),
        Rule("issue", "telemetry", line=r"No\\. \\d+", sample="No. 17", spares="No. 17 was the last tram."),
        Rule("aside", "navigation", css="aside.also", sample="<aside class='also'>Trams</aside>", why="other stories"),
    ]


@hookimpl
def find_metadata(page):
    yield Fact("site", "Upland Courier")


@hookimpl
def remove_credits(page):
    for line in page.kept():
        if line.text.startswith("Told to the Courier by "):
            yield Mark(line, "who told it")
'''
PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "cleaner-courier"
version = "2.5"
dependencies = ["outlet-cleaner"]

[project.entry-points.cleaner]
courier = "cleaner_courier"
"""
PAGE = """\
<html><head><title>The Last Tram</title></head><body>
<p>Courier Post</p><h1>The Last Tram</h1><p>No. 17</p>
<p>The tram left at ten, with eleven people and a dog on board.</p>
<aside class="also"><p>Trams of the world</p></aside>
<p>It has not been seen since, and neither has the dog.</p>
<p>Told to the Courier by a conductor</p>
</body></html>
"""
DUMP = """\
Courier Post

No. 17

The tram left at ten, with eleven people and a dog on board.

It has not been seen since, and neither has the dog.

Told to the Courier by a conductor
"""
TEXT = """\
The tram left at ten, with eleven people and a dog on board.

It has not been seen since, and neither has the dog.
"""
LEDGER = {
    "Courier Post": "courier/masthead",
    "No. 17": "courier/issue",
    "Trams of the world": "courier/aside",
    "Told to the Courier by a conductor": "courier/remove_credits",
}
URL = "https://www.courier.example/tram"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    (folder / "page.html").write_text(PAGE)
    (folder / "dump.txt").write_text(DUMP)
    return folder


@pytest.fixture(scope="module")
def installed(wheel_venv, tmp_path_factory):
    """The environment with the stranger's package beside our wheel."""
    project = tmp_path_factory.mktemp("stranger")
    (project / "pyproject.toml").write_text(PROJECT)
    (project / "cleaner_courier").mkdir()
    (project / "cleaner_courier/__init__.py").write_text(MODULE)
    wheel_venv.install(project)
    yield wheel_venv
    wheel_venv.run("pip", "uninstall", "--yes", "cleaner-courier")


def test_it_is_short():
    assert len(MODULE.splitlines()) <= 30


def test_file_does_the_same(wheel_venv, pages):
    (pages / "courier.py").write_text(MODULE)
    assert "courier" not in wheel_venv.run("cleaner", "profiles")
    given = ("--plugin", "courier.py")
    assert wheel_venv.run("cleaner", "run", "page.html", "--url", URL, *given, cwd=pages) == TEXT
    assert wheel_venv.run("cleaner", "run", "dump.txt", *given, cwd=pages) == TEXT


def test_package_is_listed(installed):
    found = {plugin["name"]: plugin for plugin in json.loads(installed.run("cleaner", "plugins", "--json"))}
    courier = found["courier"]
    assert (courier["distribution"], courier["version"]) == ("cleaner-courier", "2.5")
    assert courier["rules"] == ["masthead", "issue", "aside"]
    assert {"blog", "dw", "rferl"} <= set(found)


def test_package_cleans_through_the_command(installed, pages):
    installed.run("cleaner", "run", "page.html", "--url", URL, "--out", "clean", "--ledger", cwd=pages)
    record = json.loads((pages / "clean/page.json").read_text())
    assert (pages / "clean/page.txt").read_text() == TEXT
    assert (record["profile"], record["metadata"]["site"]) == ("courier", "Upland Courier")
    assert record["metadata"]["found_by"]["site"] == "courier"
    assert LEDGER.items() <= {removal["text"]: removal["by"] for removal in record["removals"]}.items()


def test_package_cleans_through_the_library(installed, pages):
    code = (
        "import cleaner, json, pathlib; result = cleaner.clean(pathlib.Path('page.html').read_bytes(), url='{URL}');"
        "print(json.dumps([result.profile, result.text, {r.line.text: r.by for r in result.removals}]))"
    ).replace("{URL}", URL)
    profile, text, ledger = json.loads(installed.run("python", "-c", code, cwd=pages))
    assert (profile, text + "\n") == ("courier", TEXT)
    assert LEDGER.items() <= ledger.items()


def test_package_recognises_its_dump(installed, pages):
    assert installed.run("cleaner", "run", "dump.txt", cwd=pages) == TEXT
    assert '"profile": "courier"' in installed.run("cleaner", "explain", "dump.txt", "--json", cwd=pages)
