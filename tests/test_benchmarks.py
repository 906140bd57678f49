"""The benchmark runs and prints its figures. No figure is checked: they depend on the machine."""

import gzip
import json
import subprocess
import sys
from importlib.util import find_spec

import pytest
from click.testing import CliRunner

from benchmarks import growth
from benchmarks.__main__ import main
from benchmarks.corpus import main as measure_corpus
from benchmarks.pages import ROOT, gather
from benchmarks.speed import Timing

NO_CORPORA = str(ROOT / "no-corpora")
QUICK = ("--data", NO_CORPORA, "--pages", "2", "--rounds", "1")


def run(*arguments):
    done = CliRunner().invoke(main, [*QUICK, *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_ours_alone_on_the_fixtures():
    printed = run("--system", "cleaner")
    assert "fixtures" in printed
    assert "2 HTML pages" in printed
    assert "Text dumps (fixtures; 2)" in printed
    assert "resiliparse" not in printed


def test_beside_every_peer_that_is_installed():
    found = json.loads(run("--json"))
    named = {reason.partition(":")[0] for reason in found["missing"]}
    assert set(found["html"]) | named == {"cleaner", "resiliparse", "trafilatura", "jusText"}
    for figures in found["html"].values():
        assert figures["pages"] == 2
        assert figures["peak_bytes"] >= figures["base_bytes"] > 0
    assert found["html"]["cleaner"]["failed"] == 0
    assert found["dumps"]["fixtures"]["failed"] == 0


@pytest.mark.skipif(find_spec("resiliparse") is None, reason="resiliparse is not installed")
def test_ratios_are_to_resiliparse():
    printed = run("--system", "cleaner", "--system", "resiliparse")
    assert "ratios to resiliparse" in printed
    assert "times as fast as resiliparse" in printed


def test_it_is_one_command():
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", *QUICK, "--system", "cleaner"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "pages/s" in done.stdout


def test_a_corpus_that_is_not_there_is_wrong_use():
    done = CliRunner().invoke(main, ["--data", NO_CORPORA, "--corpus", "nowhere"])
    assert done.exit_code == 2
    assert "no corpus 'nowhere'" in done.stderr


def test_a_corpus_is_read_from_its_folder(corpus):
    material = gather(corpus.parent, ["small"], 1)
    (page,), (dump,) = material.pages.measured, material.dumps["resiliparse, whole pages"].measured
    assert page.url in ("https://tea.example/one", "https://tea.example/two")
    assert page.read().startswith(b"<html>")
    assert dump.read().startswith("Čaj".encode())
    assert len(material.pages.warm_up) == 1


def test_the_sample_does_not_depend_on_order(corpus):
    once = gather(corpus.parent, ["small"], 1).pages
    items = corpus / "items.jsonl"
    items.write_text("\n".join(reversed(items.read_text().splitlines())))
    assert gather(corpus.parent, ["small"], 1).pages == once


def test_ratio_over_all_and_on_the_median_page():
    ours, theirs = Timing((1.0, 1.0, 1.0), 0), Timing((1.0, 2.0, 9.0), 0)
    assert ours.times_as_fast(theirs) == (4.0, 2.0)


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "small"
    (folder / "html").mkdir(parents=True)
    (folder / "dumps").mkdir()
    for name in ("one", "two"):
        (folder / "html" / f"{name}.html.gz").write_bytes(gzip.compress(b"<html><p>Tea is served at four.</p></html>"))
    items = [{"id": name, "url": f"https://tea.example/{name}"} for name in ("one", "two")]
    (folder / "items.jsonl").write_text("\n".join(map(json.dumps, items)))
    dumps = [{"id": name, "text": "Čaj\n\nTea is served at four."} for name in ("one", "two")]
    lines = "\n".join(map(json.dumps, dumps)).encode()
    (folder / "dumps" / "resiliparse.jsonl.gz").write_bytes(gzip.compress(lines))
    return folder


def test_growth_makes_pages_of_the_size_and_prints_each():
    page = "<h1>Fog</h1><p>One ferry.</p><p>Two ferries.</p><p>Three.</p>".ljust(100)
    assert 9_000 < len(growth.grown(page, 0.01)) < 13_000
    done = CliRunner().invoke(growth.main, ["--size", "0.01", "--size", "0.02", "--rounds", "1"])
    assert done.exit_code == 0, done.output
    assert "ms per MB" in done.output


@pytest.mark.parametrize("kind", [(), ("--dumps",)])
def test_a_corpus(tmp_path, kind):
    arguments = ["--data", NO_CORPORA, "--pages", "10", "--parts", "1", "--place", str(tmp_path), *kind]
    done = CliRunner().invoke(measure_corpus, arguments)
    assert done.exit_code == 0, done.output
    assert "Two workers are " in done.stdout
    assert "Peak memory, all pages against a tenth: parent " in done.stdout
    assert list(tmp_path.iterdir()) == []
