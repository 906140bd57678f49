"""What `cleaner run` and `cleaner explain` take: lists, patterns, archives, standard input."""

import gzip
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner.cli import main
from cleaner.sources import Reading, spool

pytestmark = pytest.mark.usefixtures("without_workers")

FERRY = "The ferry left at noon with nine passengers aboard."
BRIDGE = "The bridge stays shut until the river falls again."
BAKER = "The baker lit the old oven again on Monday morning."


def invoke(*args: object, code: int = 0, input: bytes | None = None) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args], input=input)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.stderr
    return result


def run(*args: object, code: int = 0, input: bytes | None = None) -> dict[str, str]:
    """The text by the source of each page, as a run writes them to standard output."""
    result = invoke("run", *args, "--format", "jsonl", "--jobs", 1, "--timeout", 300, code=code, input=input)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    return {record["source"]: record["text"] for record in records}


def lines(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in/ferry.html").write_text(f"<p>{FERRY}</p>")
    (tmp_path / "in/bridge.php").write_text(f"<p>{BRIDGE}</p>")
    (tmp_path / "in/more.jsonl").write_bytes(lines({"text": BAKER}, {"text": FERRY}))
    return tmp_path


def test_a_tree_with_an_archive(folder):
    assert run("in") == {"in/ferry.html": FERRY, "in/more.jsonl#1": BAKER, "in/more.jsonl#2": FERRY}


def test_the_pages_of_an_archive_are_files_in_a_folder(folder):
    invoke("run", "in", "--out", "out", "--jobs", 1)
    assert (folder / "out/more/000000001.txt").read_text() == f"{BAKER}\n"
    assert (folder / "out/more/000000002.txt").read_text() == f"{FERRY}\n"
    assert (folder / "out/ferry.txt").read_text() == f"{FERRY}\n"


def test_include_takes_what_matches_and_nothing_else(folder):
    assert run("in", "--include", "*.php") == {"in/bridge.php": BRIDGE}
    assert run("in", "--include", "*.html", "--include", "bridge.*", "--exclude", "ferry.*") == {
        "in/bridge.php": BRIDGE
    }


def test_a_list_of_paths(folder):
    (folder / "list").write_text("in/bridge.php\nin/nowhere.html\nin/more.jsonl\n")
    texts = {"in/bridge.php": BRIDGE, "in/more.jsonl#1": BAKER, "in/more.jsonl#2": FERRY}
    assert run("--from-list", "list", code=1) == texts
    assert run("in/ferry.html", "--from-list", "-", input=b"in/bridge.php\n") == {
        "in/ferry.html": FERRY,
        "in/bridge.php": BRIDGE,
    }


def test_fields_and_form_are_given(folder):
    (folder / "in/odd.json").write_bytes(lines({"story": FERRY, "text": "teaser", "at": "https://a.example/1"}))
    options = ("--input-format", "jsonl", "--field", "text=story", "--field", "url=at")
    result = invoke("run", "in/odd.json", *options, "--format", "jsonl", "--jobs", 1)
    record = json.loads(result.stdout)
    assert (record["source"], record["url"], record["text"]) == ("in/odd.json#1", "https://a.example/1", FERRY)


def test_what_was_put_aside_can_be_given_again(folder):
    """By its name, on the command line or in a list."""
    assert invoke("run", "in/more.jsonl#2").stdout == f"{FERRY}\n"
    assert run("--from-list", "-", input=b"in/more.jsonl#2\nin/ferry.html\n") == {
        "in/more.jsonl#2": FERRY,
        "in/ferry.html": FERRY,
    }
    assert "does not exist" in invoke("run", "in/nowhere.jsonl#2", code=2).stderr


def test_standard_input_as_an_archive(folder):
    data = gzip.compress(lines({"text": BAKER}, {"text": BRIDGE}))
    assert run("-", "--input-format", "jsonl", input=data) == {"-#1": BAKER, "-#2": BRIDGE}


def test_an_archive_that_breaks_off_is_one_failure(folder):
    whole = gzip.compress(lines(*({"text": f"{number} {FERRY}"} for number in range(2000))))
    (folder / "in/cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    result = invoke("run", "in", "--out", "out.jsonl", "--jobs", 1, code=1)
    sources = [json.loads(line)["source"] for line in (folder / "out.jsonl").read_text().splitlines()]
    given = [source for source in sources if source.startswith("in/cut.jsonl.gz#")]
    assert given == [f"in/cut.jsonl.gz#{number}" for number in range(1, len(given) + 1)]
    assert sources[len(given) :] == ["in/ferry.html", "in/more.jsonl#1", "in/more.jsonl#2"]
    assert f"in/cut.jsonl.gz#{len(given) + 1}: damaged: " in result.stderr
    assert result.stderr.count("damaged: ") == 1


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), "Missing argument 'PATHS...'"),
        (("--from-list", "nowhere"), "does not exist"),
        (("-", "--from-list", "-"), "Standard input cannot be both"),
        (("in", "--field", "text"), "text= should be one of text, url, id, date"),
        (("in", "--field", "title=headline"), "title=headline should be one of"),
        (("in", "--input-format", "tar"), "'tar' is not one of"),
        (("in", "--include", "*.nothing", "--out", "out"), "No pages there"),
        (("in/more.jsonl",), "Text on standard output is for one page"),
    ],
)
def test_wrong_use(folder, args, message):
    assert message in invoke("run", *args, code=2, input=b"").stderr


def test_explain_a_record(folder):
    explained = json.loads(invoke("explain", "in/more.jsonl#2", "--json").stdout)
    assert explained["source"] == "in/more.jsonl#2"
    assert [line["text"] for line in explained["lines"]] == [FERRY]
    assert "name one of its records" in invoke("explain", "in/more.jsonl", code=1).stderr
    assert "ends before this record" in invoke("explain", "in/more.jsonl#3", code=1).stderr
    assert "does not exist" in invoke("explain", "in/nowhere.jsonl#3", code=2).stderr


@pytest.mark.parametrize(("form", "size"), [("auto", 1001), ("page", 1001), ("jsonl", 5000)])
def test_a_page_from_standard_input_does_not_fill_the_disk(tmp_path, monkeypatch, form, size):
    class Endless:
        buffer = (tmp_path / "source").open("w+b")

    Endless.buffer.write(bytes(5000))
    Endless.buffer.seek(0)
    monkeypatch.setattr(sys, "stdin", Endless)
    reading = spool(tmp_path / "kept", Reading(form), largest=1000)
    assert reading == Reading(form, standard_input=str(tmp_path / "kept"))
    assert (tmp_path / "kept").stat().st_size == size
    Endless.buffer.close()
