"""One file for all pages: resumed wherever it was cut, and the same in the end."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import MissingExtraError
from cleaner.model import Metadata
from cleaner.sinks import OutputError, Spool, as_line, publisher

RECORDS = [
    {
        "source": "in/a.html",
        "url": "https://paper.example/a",
        "id": "urn:1",
        "fetched": "2026-01-02T03:04:05Z",
        "profile": "paper",
        "versions": {"outlet-cleaner": "1", "paper": None},
        "status": "ok",
        "metadata": {
            **dict.fromkeys(("modified", "summary", "site", "section", "license")),
            "title": "Ferries",
            "authors": ["A. Pilot", "B. Mate"],
            "published": "2026-01-01",
            "tags": [],
            "language": "en",
            "url": "https://paper.example/ferries",
            "agencies": ["Reuters"],
            "image": {"url": "https://paper.example/a.png", "caption": "A ferry", "credit": None},
            "free_access": True,
            "found_by": {"title": "paper"},
        },
        "counts": {"lines": 3, "kept": 2, "removed": 1},
        "removals": [{"number": 0, "text": "Share", "stage": "navigation", "by": "paper/share", "why": "a share bar"}],
    },
    {
        "source": "in/b\udcff.txt",
        "url": None,
        "profile": "blog",
        "status": "empty",
        "metadata": {
            **dict.fromkeys(("title", "published", "modified", "summary", "site", "section", "language", "url")),
            **dict.fromkeys(("image", "license", "free_access")),
            "authors": [],
            "tags": [],
            "agencies": [],
            "found_by": {},
        },
        "counts": {"lines": 0, "kept": 0, "removed": 0},
        "removals": [],
    },
]
TEXTS = ["The ferry left.\n\nIt came\u2028back Ж.", ""]
NAMES = ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "out.parquet"]


def spooled(target: Path, part: Path, cut: int | None = None) -> bytes:
    """What stands in `target` after a run; with `cut`, one that was killed when the part had so many bytes."""
    form = "parquet" if target.suffix == ".parquet" else "jsonl"
    at = done = 0
    if cut is not None:
        with Spool(part) as spool:
            ends = [write(spool, number) for number in range(len(TEXTS))]
        part.write_bytes(part.read_bytes()[:cut])
        done = sum(end <= cut for end in ends)
        at = ends[done - 1] if done else 0
    with Spool(part, at) as spool:
        for number in range(done, len(TEXTS)):
            write(spool, number)
        spool.finish(publisher(target, form, ledger=True), target)
    return target.read_bytes()


def write(spool: Spool, number: int) -> int:
    spool.write("name", as_line(TEXTS[number], RECORDS[number]))
    return spool.position()


@pytest.mark.parametrize("name", NAMES)
def test_the_bytes_do_not_depend_on_where_a_run_was_cut(name, tmp_path):
    whole = spooled(tmp_path / f"whole-{name}", tmp_path / "part")
    length = (tmp_path / "part").stat().st_size
    for cut in (0, 1, length // 3, length - 1, length):
        assert spooled(tmp_path / name, tmp_path / "part", cut) == whole


def test_json_lines_hold_the_records(tmp_path):
    plain = spooled(tmp_path / "out.jsonl", tmp_path / "part")
    assert [json.loads(line) for line in plain.splitlines()] == [
        {**record, "source": record["source"].replace("\udcff", "\\udcff"), "text": text}
        for record, text in zip(RECORDS, TEXTS, strict=True)
    ]
    assert gzip.decompress(spooled(tmp_path / "out.jsonl.gz", tmp_path / "part")) == plain


def test_zstandard(tmp_path):
    backports = pytest.importorskip("backports.zstd", reason="the extra zstd is not installed")
    plain = spooled(tmp_path / "out.jsonl", tmp_path / "part")
    assert backports.decompress(spooled(tmp_path / "out.JSONL.ZST", tmp_path / "part")) == plain


def test_what_was_there_stays_until_the_run_is_finished(tmp_path):
    target, part = tmp_path / "new/out.jsonl", tmp_path / "part"
    target.parent.mkdir()
    target.write_text("old")
    with Spool(part) as spool:
        write(spool, 0)
    assert target.read_text() == "old"
    with Spool(part, part.stat().st_size) as spool:
        spool.finish(publisher(target), target)
    assert len(target.read_bytes().splitlines()) == 1
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["new", "out.jsonl", "part"]


def test_finishing_can_be_done_again(tmp_path):
    target, part = tmp_path / "out.jsonl", tmp_path / "part"
    first = spooled(target, part)
    (tmp_path / "part.made").write_text("half made when it was killed")
    with Spool(part, len(first)) as spool:
        spool.finish(publisher(target), target)
    assert target.read_bytes() == first


def test_a_new_run_does_not_touch_what_an_earlier_one_published(tmp_path):
    target, part = tmp_path / "out.jsonl", tmp_path / "part"
    first = spooled(target, part)
    with Spool(part) as spool:
        write(spool, 0)
    assert target.read_bytes() == first


def test_a_part_that_has_shrunk_or_gone_is_an_error(tmp_path):
    (tmp_path / "part").write_bytes(b"12")
    with pytest.raises(OutputError, match="shorter than it was"):
        Spool(tmp_path / "part", 3)
    with pytest.raises(OutputError, match="No such file"):
        Spool(tmp_path / "gone", 3)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk(tmp_path):
    with Spool(tmp_path / "part") as spool:
        write(spool, 0)
        with pytest.raises(OutputError, match="No space left"):
            spool.finish(lambda part, made: Path("/dev/full").write_bytes(part.read_bytes()), tmp_path / "out")
    assert (tmp_path / "part").stat().st_size > 0


# --- Parquet ------------------------------------------------------------------


@pytest.fixture
def table(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    spooled(tmp_path / "out.parquet", tmp_path / "part")
    return parquet.read_table(tmp_path / "out.parquet")


def test_parquet_has_a_row_for_each_page(table):
    first, second = table.to_pylist()
    removals = first.pop("removals")
    assert removals == RECORDS[0]["removals"]
    assert first == {
        "source": "in/a.html",
        "url": "https://paper.example/a",
        "id": "urn:1",
        "fetched": "2026-01-02T03:04:05Z",
        "profile": "paper",
        "status": "ok",
        "versions": [("outlet-cleaner", "1"), ("paper", None)],
        **dict.fromkeys(("modified", "summary", "site", "section", "license")),
        "title": "Ferries",
        "authors": ["A. Pilot", "B. Mate"],
        "published": "2026-01-01",
        "tags": [],
        "language": "en",
        "stated_url": "https://paper.example/ferries",
        "agencies": ["Reuters"],
        "image": {"url": "https://paper.example/a.png", "caption": "A ferry", "credit": None},
        "free_access": True,
        "found_by": [("title", "paper")],
        "lines": 3,
        "kept": 2,
        "removed": 1,
        "text": TEXTS[0],
    }
    assert second["source"] == "in/b\\udcff.txt"  # as in JSON
    assert (second["text"], second["title"], second["authors"], second["image"]) == ("", None, [], None)


def test_parquet_is_typed(table):
    types = {field.name: str(field.type) for field in table.schema}
    assert types["free_access"] == "bool"
    assert types["kept"] == "int32"
    assert types["authors"].startswith("list<")
    assert types["removals"].startswith("list<element: struct<number: int32,")


def test_parquet_has_every_field_of_the_metadata():
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    from cleaner.sinks.parquet import METADATA, schema

    assert {"url" if name == "stated_url" else name for name in METADATA} == set(Metadata.__slots__) - {"rejected"}
    assert "removals" not in schema(ledger=False).names


def test_row_groups_are_bounded(tmp_path, monkeypatch):
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    monkeypatch.setattr("cleaner.sinks.parquet._MOST_ROWS", 2)
    with Spool(tmp_path / "part") as spool:
        for number in (0, 1, 0, 1, 0):
            write(spool, number)
        spool.finish(publisher(tmp_path / "out.parquet", "parquet"), tmp_path / "out.parquet")
    found = parquet.ParquetFile(tmp_path / "out.parquet").metadata
    assert [found.row_group(number).num_rows for number in range(found.num_row_groups)] == [2, 2, 1]
    monkeypatch.setattr("cleaner.sinks.parquet._LARGEST_GROUP", 10)  # smaller than any page
    assert len(spooled(tmp_path / "out.parquet", tmp_path / "part")) > 0
    assert parquet.ParquetFile(tmp_path / "out.parquet").metadata.num_row_groups == 2


@pytest.mark.parametrize(
    ("name", "modules", "extra"),
    [
        ("out.parquet", ["cleaner.sinks.parquet"], "parquet"),
        ("out.jsonl.zst", ["compression.zstd", "compression", "backports.zstd", "backports"], "zstd"),
    ],
)
def test_a_missing_extra_is_named(name, modules, extra, monkeypatch):
    for module in modules:
        monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"pip install 'outlet-cleaner\[{extra}\]'"):
        publisher(Path(name), "parquet" if extra == "parquet" else "jsonl")


@given(st.lists(st.text(), max_size=5))
def test_any_text_survives(tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("spool")
    with Spool(folder / "part") as spool:
        for text in texts:
            spool.write("name", as_line(text, {}))
        spool.finish(publisher(folder / "out"), folder / "out")
    assert [json.loads(line)["text"] for line in (folder / "out").read_bytes().splitlines()] == texts
