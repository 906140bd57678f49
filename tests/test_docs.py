"""The documentation does what it says, and the generated part of it is what the code says."""

import importlib.util
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from environments import ROOT, environment
from prose import blocks, perform

import cleaner

DOCS = ROOT / "docs"
WRITTEN = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(DOCS.glob("*.md"))


def generated() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pages()


@pytest.mark.parametrize("name", ["hooks.md", "profiles.md"])
def test_generated_pages_are_current(name):
    current = (DOCS / name).read_text(encoding="utf-8") == generated()[name]
    assert current, f"docs/{name} is stale: run `python docs/generate.py`"


def test_every_hook_is_documented_with_its_signature():
    page = (DOCS / "hooks.md").read_text(encoding="utf-8")
    for stage in cleaner.STAGES:
        assert f"### `remove_{stage}(page: Page) -> Iterable[Mark]`" in page


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:)([^)#]*)[^)]*\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_tutorial_is_short():
    assert len((DOCS / "write-a-plugin.md").read_text(encoding="utf-8").splitlines()) <= 150


@pytest.mark.parametrize("name", ["learn.md", "outlet-toml.md", "check.md", "metadata.md"])
def test_a_page_does_what_it_shows(name, tmp_path):
    for block in blocks(DOCS / name):
        perform(block, tmp_path, Path(sys.executable).parent)


@pytest.mark.slow
def test_the_page_on_corpora_works(tmp_path):
    for block in blocks(DOCS / "corpora.md"):
        perform(block, tmp_path, Path(sys.executable).parent)


@pytest.mark.slow
def test_the_tutorial_works(wheel_venv, tmp_path):
    """From the empty folder to the installed package, block by block."""
    try:
        for block in blocks(DOCS / "write-a-plugin.md"):
            perform(block, tmp_path, wheel_venv.bin)
    finally:
        wheel_venv.run("pip", "uninstall", "--yes", "cleaner-gazette")


def test_the_page_on_reports(tmp_path):
    for block in blocks(DOCS / "explain.md"):
        perform(block, tmp_path, Path(sys.executable).parent)
    report = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert all(heading in report for heading in ("<h2>Lines</h2>", "<h2>Clean text</h2>", "<h2>Metadata</h2>"))
    assert (tmp_path / "reports/pages/kiln.html").is_file()
    with watching(tmp_path, *"kiln.html --plugin kiln.py --profile kiln".split()) as address:
        assert b"<code>kiln/smell</code>" in urlopen(address, timeout=60).read()


@contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[str]:
    """The address that `cleaner watch` prints; Ctrl-C ends it."""
    command = [Path(sys.executable).parent / "cleaner", "watch", *arguments]
    with subprocess.Popen(command, cwd=folder, env=environment(), stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            yield process.stdout.readline().split()[0]
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 130
