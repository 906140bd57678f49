"""What runs write in each form, and `stats` and `drift` over their reports."""

import gzip
import json

import pytest
from click.testing import CliRunner, Result

from cleaner.cli import main

pytestmark = pytest.mark.usefixtures("without_workers")

BEFORE = """<html lang=en><head><title>Tide {0}</title><meta name=author content="A. Pilot"></head><body>
<div class="site-header">Harbour Post</div><h1>Tide {0}</h1>
<p>The tide came in at {0} and went out again before anybody had looked at the {0} boats in the harbour.</p>
<ul><li>Boats in: {0}</li><li>Boats out: {0}</li></ul>
<div class="share-buttons"><a href=#>Share</a> <a href=#>Mail</a></div></body></html>"""
AFTER = BEFORE.replace("site-", "x-").replace("share-", "x-").replace("<meta name=author", "<meta name=x")
SAMPLES = {"old": (BEFORE, 0), "same": (BEFORE, 20), "new": (AFTER, 40)}


@pytest.fixture(scope="module")
def corpora(tmp_path_factory):
    """Twenty pages of an outlet, twenty others, and twenty in its new layout, each cleaned in one of the forms."""
    root = tmp_path_factory.mktemp("corpora")
    for name, (layout, first) in SAMPLES.items():
        (root / name).mkdir()
        for number in range(first, first + 20):
            (root / name / f"{number}.html").write_text(layout.format(number))
    for name, how in (
        ("old", ("--format", "markdown", "--out", root / "old-out")),
        ("same", ("--out", root / "same.jsonl.gz")),
        ("new", ("--out", root / "new.jsonl", "--ledger")),
    ):
        assert cleaner("run", root / name, *how, "--jobs", 1).exit_code == 0
    return root


def cleaner(*args: object) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_markdown(corpora):
    ending = "in the harbour.\n\n- Boats in: 7\n- Boats out: 7\n"
    assert cleaner("run", corpora / "old/7.html", "--format", "markdown").output.endswith(ending)
    assert (corpora / "old-out/7.md").read_text().endswith(ending)
    assert json.loads((corpora / "old-out/7.json").read_text())["metadata"]["title"] == "Tide 7"
    assert not (corpora / "old-out/7.txt").exists()


def test_the_name_of_the_output_says_its_form(corpora):
    records = [json.loads(line) for line in gzip.decompress((corpora / "same.jsonl.gz").read_bytes()).splitlines()]
    assert len(records) == 20
    assert list(records[0]) == ["source", "url", "versions", "profile", "status", "metadata", "counts", "text"]
    assert "outlet-cleaner" in records[0]["versions"]
    assert "removals" in json.loads((corpora / "new.jsonl").read_bytes().splitlines()[0])
    beside = {path.name for path in corpora.iterdir() if path.is_file()}
    assert beside == {"same.jsonl.gz", "same.jsonl.gz.report.json", "new.jsonl", "new.jsonl.report.json"}


def test_parquet_with_the_ledger(corpora, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    assert cleaner("run", corpora / "old", "--out", tmp_path / "out.parquet", "--ledger", "--jobs", 1).exit_code == 0
    rows = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [row["title"] for row in rows[:2]] == ["Tide 0", "Tide 1"]
    assert {removal["by"] for row in rows for removal in row["removals"]} >= {"blog/site-header-words"}


@pytest.mark.parametrize("out", [(), ("--out", "-")])
def test_parquet_needs_a_file(corpora, out):
    result = cleaner("run", corpora / "old", "--format", "parquet", *out)
    assert result.exit_code == 2
    assert "give --out FILE.parquet" in result.output


def test_a_page_called_report(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/report.html").write_text(BEFORE.format(1))
    assert cleaner("run", tmp_path / "in", "--out", tmp_path / "out", "--jobs", 1).exit_code == 0
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert made == ["report-2.json", "report-2.txt", "report.json"]
    assert json.loads((tmp_path / "out/report.json").read_text())["report"] == 1


# --- stats --------------------------------------------------------------------


def test_stats(corpora):
    lines = cleaner("stats", corpora / "old-out", corpora / "same.jsonl.gz.report.json").output.splitlines()
    assert lines[0].split() == "profile pages text kept title authors published empty cut put aside".split()
    assert lines[1].split()[:2] == ["blog", "40"]
    assert "100 %  100 %" in lines[1]  # title, authors


def test_stats_by_rule_and_as_json(corpora):
    lines = cleaner("stats", corpora / "old-out", "--by", "rule").output.splitlines()
    assert [line.split() for line in lines if "blog/site-header-words " in line] == [
        ["blog/site-header-words", "20", "20"]
    ]
    data = json.loads(cleaner("stats", corpora / "old-out", corpora / "old-out", "--json").output)
    assert data["profiles"]["blog"]["counts"]["pages"] == 40


@pytest.mark.parametrize("command", [("stats",), ("drift",)])
def test_what_is_no_report(command, tmp_path):
    (tmp_path / "a.json").write_text("{}")
    result = cleaner(*command, *[tmp_path / "a.json"] * (1 + (command == ("drift",))))
    assert (result.exit_code, result.output) == (2, f"Error: {tmp_path}/a.json: not a report of a run\n")
    assert cleaner("stats", tmp_path).output == f"Error: {tmp_path}/report.json: No such file or directory\n"


# --- drift --------------------------------------------------------------------


def test_drift_between_two_layouts(corpora):
    result = cleaner("drift", corpora / "old-out", corpora / "new.jsonl.report.json")
    assert result.exit_code == 1
    assert any(
        line.startswith("(blog)  field gone") and line.endswith("authors") and "100%  0%" in line
        for line in result.output.splitlines()
    )
    assert result.output.endswith("1 of 1 outlets have moved.\n")
    data = json.loads(cleaner("drift", corpora / "old-out", corpora / "new.jsonl.report.json", "--json").output)
    assert data["moved"] == ["(blog)"]
    assert {"rule gone silent"} <= {change["verdict"] for change in data["changes"]}


def test_drift_between_two_samples_of_one_layout(corpora):
    result = cleaner("drift", corpora / "old-out", corpora / "same.jsonl.gz.report.json")
    assert (result.exit_code, result.output) == (0, "0 of 1 outlets have moved.\n")


def test_drift_between_two_versions(corpora, tmp_path):
    same = corpora / "same.jsonl.gz.report.json"
    report = json.loads(same.read_text())
    report["versions"]["outlet-cleaner"] = "0.0.1"
    (tmp_path / "old.json").write_text(json.dumps(report))
    assert "different versions" in cleaner("drift", tmp_path / "old.json", same).stderr
    assert "different versions" not in cleaner("drift", corpora / "old-out", corpora / "same.jsonl.gz").stderr
