"""The README does what it says: every block of it is run, the two commands in a fresh copy of the project."""

import json
import sys
from pathlib import Path

import pytest
from environments import ROOT, copy_project, run
from prose import blocks, perform

from cleaner.sources import is_page

README = ROOT / "README.md"
BLOCKS = blocks(README)
TRY, TEST = (block.text.strip() for block in BLOCKS if block.language == "sh")


def test_examples(tmp_path):
    for block in BLOCKS:
        if block.language != "sh":
            perform(block, tmp_path, Path(sys.executable).parent)
    found = json.loads(run("cleaner", "check", "times.py", "--json", cwd=tmp_path, path=Path(sys.executable).parent))
    assert [finding["kind"] for finding in found] == ["no-fixtures"], "the page shows a plugin, and no pages for it"


def test_it_is_one_page():
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 150


def test_ci_runs_the_second_command():
    """So the whole of it is run there; a test that ran all tests would run itself."""
    assert TEST in (ROOT / ".ci/run").read_text(encoding="utf-8")


@pytest.mark.slow
def test_first_command_cleans_the_fixtures_in_a_fresh_copy(tmp_path):
    project = copy_project(tmp_path / "project")
    printed = run("sh", "-c", TRY, cwd=project)
    pages = [path for path in (ROOT / "fixtures").rglob("*") if is_page(path.name) and ".expected." not in path.name]
    assert f"{len(pages)} of {len(pages)} pages cleaned" in printed
    for profile in ("blog", "dw", "rferl"):
        records = [json.loads(path.read_text(encoding="utf-8")) for path in (project / "out" / profile).glob("*.json")]
        assert [record["source"] for record in records if record["profile"] == profile and record["counts"]["removed"]]


@pytest.mark.slow
def test_second_command_installs_what_the_tests_need(tmp_path):
    """With a few tests in the place of all: the rest of it is .ci/run."""
    project = copy_project(tmp_path / "project")
    command = f"{TEST} tests/test_layers.py tests/test_rules.py"
    assert " passed in " in run("sh", "-c", command, cwd=project)
