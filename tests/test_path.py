"""An author's path, from saved pages to a package that others install: in Python, and as data alone."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest
from environments import run
from saved import BELL, STORIES, Story, dump, page, save

pytestmark = pytest.mark.slow

PYTHON = '''\
"""The Harbour Gazette, www.gazette.example."""

from cleaner import Profile, Rule, hookimpl


@hookimpl
def profiles():
    signs = ("In other harbours", "Printed below the high-water mark")
    return [Profile("gazette", plugins=("gazette", "blog"), hosts=("gazette.example",), fingerprints=signs)]


@hookimpl
def rules():
    return [
        Rule("elsewhere", "navigation", css="div.elsewhere", sample="<div class=elsewhere>In other harbours</div>"),
        Rule("byline", "credits", line="Told to the Gazette by [^.]+", sample="Told to the Gazette by Jana Example"),
        Rule("sketch", "captions", line="Sketch: .+", sample="Sketch: J. Example", spares="Sketch of a pier"),
        Rule("tide", "navigation", line=r"High water|\\d\\d:\\d\\d, \\d\\.\\d m", sample="00:12, 3.0 m"),
        Rule(
            "foot",
            "credits",
            phrases=frozenset({"Printed below the high-water mark"}),
            sample="Printed below the high-water mark",
        ),
    ]
'''
DATA = """\
# The Harbour Gazette, www.gazette.example.

[profile]
name = "gazette"
plugins = ["gazette", "blog"]
hosts = ["gazette.example"]
fingerprints = ["In other harbours", "Printed below the high-water mark"]

[[rules]]
name = "elsewhere"
stage = "navigation"
css = "div.elsewhere"
sample = "<div class=elsewhere>In other harbours</div>"

[[rules]]
name = "byline"
stage = "credits"
line = "Told to the Gazette by [^.]+"
sample = "Told to the Gazette by Jana Example"

[[rules]]
name = "sketch"
stage = "captions"
line = "Sketch: .+"
sample = "Sketch: J. Example"
spares = "Sketch of a pier"

[[rules]]
name = "tide"
stage = "navigation"
line = 'High water|\\d\\d:\\d\\d, \\d\\.\\d m'
sample = "00:12, 3.0 m"

[[rules]]
name = "foot"
stage = "credits"
phrases = ["Printed below the high-water mark"]
sample = "Printed below the high-water mark"
"""


class Way(NamedTuple):
    """How the outlet is written."""

    options: tuple[str, ...]
    plugin: str
    source: str


WAYS = {
    "python": Way((), "cleaner_gazette.py", PYTHON),
    "data": Way(("--toml",), "cleaner_gazette/gazette.toml", DATA),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_from_saved_pages_to_an_installed_package(wheel_venv, tmp_path, way):
    saved = save(tmp_path / "saved")
    printed = wheel_venv.run("cleaner", "new", "gazette", saved, *way.options, cwd=tmp_path)
    assert "cleaner-gazette: 3 fixtures" in printed
    project = tmp_path / "cleaner-gazette"
    try:
        wheel_venv.run("pip", "install", "-e", f"{project}[test]")
        as_it_comes(wheel_venv.bin, project)
        fill_in(project, way)
        check_and_test(wheel_venv.bin, project, way)
        wheel_venv.run("python", "-m", "build", "--outdir", tmp_path / "dist", project)
    finally:
        wheel_venv.run("pip", "uninstall", "--yes", "cleaner-gazette")
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    try:
        wheel_venv.install(wheel)
        it_cleans(wheel_venv, tmp_path)
    finally:
        wheel_venv.run("pip", "uninstall", "--yes", "cleaner-gazette")


def as_it_comes(programs: Path, project: Path) -> None:
    """Its tests run; what is missing fails and says what to do, and nothing else does."""
    told = run(programs / "pytest", cwd=project, path=programs, code=1)
    for story in STORIES:
        assert f"{story.slug}.expected.txt is missing; write it by hand" in told
    assert "3 failed, 1 passed" in told
    assert "missing" in run(programs / "cleaner", "check", "gazette", cwd=project, path=programs, code=1)


def fill_in(project: Path, way: Way) -> None:
    """What a person writes: the plugin, and what must come of each page."""
    (project / way.plugin).write_text(way.source)
    for number, story in enumerate(STORIES):
        stem = project / "fixtures" / story.slug
        stem.with_suffix(".expected.txt").write_text("\n\n".join(story.paragraphs) + "\n")
        stem.with_suffix(".expected.json").write_text(json.dumps(expected(number, story)))


def expected(number: int, story: Story) -> dict[str, object]:
    known = {"title": story.title, "authors": [story.author], "published": f"2024-05-1{number}"}
    gone = [
        {"text": "High water", "stage": "navigation"},
        {"text": f"Sketch: {story.author}", "stage": "captions"},
        {"text": "The pilots of Westhaven bought a bicycle", "stage": "navigation"},
    ]
    return {"concern": "A whole page", "url": None, "profile": "gazette", "metadata": known, "removed": gone}


def check_and_test(programs: Path, project: Path, way: Way) -> None:
    """Everybody is content: the check of the file and of the package, and the tests."""
    for plugin in ("gazette", way.plugin):
        told = run(programs / "cleaner", "check", plugin, "--fixtures", "fixtures", cwd=project, path=programs)
        assert told == "", plugin
    assert "9 passed" in run(programs / "pytest", cwd=project, path=programs)


def it_cleans(venv, folder: Path) -> None:
    (folder / "bell.html").write_text(page(1, BELL))
    (folder / "bell.txt").write_text(dump(1, BELL))
    text = "\n\n".join(BELL.paragraphs) + "\n"
    assert venv.run("cleaner", "run", "bell.html", cwd=folder) == text
    assert '"profile": "gazette"' in venv.run("cleaner", "explain", "bell.txt", "--json", cwd=folder)
