"""What happens to a page between coming in and going out, and what ends a run."""

import errno
import gzip
from pathlib import Path

import pytest

from cleaner import Cleaner
from cleaner.batch import Outcome, Settings, Summary, clean_all, overwritten
from cleaner.sinks import OutputError
from cleaner.sources import Document, find

TEXT = "The harbour was quiet on Sunday.\n\nTwo boats came in before noon.\n"


def pages(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(TEXT.encode()) if name.endswith(".gz") else TEXT.encode())
    return folder


class Keeper:
    """A sink that remembers."""

    def __init__(self, refuse: dict[str, BaseException] | None = None) -> None:
        self.refuse = refuse or {}
        self.kept: dict[str, tuple[str, dict]] = {}

    def write(self, name, text, record):
        if name in self.refuse:
            raise self.refuse[name]
        self.kept[name] = (text, dict(record))


@pytest.fixture(scope="module")
def engine() -> Cleaner:
    return Cleaner()


def documents(folder: Path) -> list[Document]:
    return list(find([str(folder)]))


def test_clean_all(engine, tmp_path):
    pages(tmp_path, "a.txt", "sub/b.html.gz")
    sink = Keeper()
    outcomes = list(clean_all(engine, documents(tmp_path), sink, Settings(ledger=True)))
    assert [(o.document.name, o.profile, o.status, o.kept, o.removed, o.error) for o in outcomes] == [
        ("a", "blog", "ok", 2, 0, ""),
        ("sub/b", "blog", "ok", 2, 0, ""),
    ]
    text, record = sink.kept["a"]
    assert text == TEXT.strip()
    assert record["source"] == str(tmp_path / "a.txt")
    assert record["counts"] == {"lines": 2, "kept": 2, "removed": 0}
    assert record["removals"] == []


def test_a_page_that_fails_is_named_and_the_run_goes_on(engine, tmp_path):
    pages(tmp_path, "a.txt", "c.txt", "d.txt", "e.txt")
    (tmp_path / "b.txt").symlink_to("nowhere")
    refuse = {"c": OSError(errno.EIO, "Input/output error"), "d": RuntimeError("never thought of")}
    outcomes = list(clean_all(engine, documents(tmp_path), Keeper(refuse), Settings()))
    assert [o.error for o in outcomes] == [
        "",
        "No such file or directory",
        "Input/output error",
        "internal error: RuntimeError: never thought of",
        "",
    ]


@pytest.mark.parametrize("error", [OutputError("full"), BrokenPipeError(errno.EPIPE, "closed"), KeyboardInterrupt()])
def test_what_ends_a_run(engine, tmp_path, error):
    pages(tmp_path, "a.txt", "b.txt", "c.txt")
    sink = Keeper({"b": error})
    with pytest.raises(type(error)):
        list(clean_all(engine, documents(tmp_path), sink, Settings()))
    assert list(sink.kept) == ["a"]


def test_clean_all_takes_pages_one_by_one(engine, tmp_path):
    pages(tmp_path, "a.txt", "b.txt")
    sink = Keeper()
    outcomes = clean_all(engine, documents(tmp_path), sink, Settings())
    next(outcomes)
    assert list(sink.kept) == ["a"]


def test_overwritten(tmp_path):
    pages(tmp_path, "a.html", "a.txt")
    inputs = documents(tmp_path)
    assert overwritten(inputs, [tmp_path / "b.txt", tmp_path / "a.json"]) is None
    assert overwritten(inputs, [tmp_path / "sub/../b.txt", tmp_path / "a.txt"]) == tmp_path / "a.txt"
    (tmp_path / "link.txt").hardlink_to(tmp_path / "a.txt")
    assert overwritten(inputs, [tmp_path / "link.txt"]) == tmp_path / "link.txt"


def test_summary():
    summary = Summary()
    page = Document("a.html", "a")
    summary.add(Outcome(page, "dw", "ok", 10, 4))
    summary.add(Outcome(page, "dw", "empty", 0, 7))
    summary.add(Outcome(page, "blog", "cut: 3 bytes", 5, 0))
    summary.add(Outcome(page, error="No such file"))
    assert (summary.cleaned, summary.failed) == (3, 1)
    assert summary.sheet().rows == [
        ("-", "0", "0", "0", "0", "0", "1"),
        ("blog", "1", "5", "0", "0", "1", "0"),
        ("dw", "2", "10", "11", "1", "0", "0"),
    ]
