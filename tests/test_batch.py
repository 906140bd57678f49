"""What happens to a page between coming in and going out, what ends a run, and what a run goes on from."""

import errno
import json
import os
from pathlib import Path

import pytest

from cleaner.batch import (
    Journal,
    ResumeError,
    Settings,
    Setup,
    Unread,
    about,
    clean_here,
    find_all,
    keep,
    noting,
    resume,
)
from cleaner.report import Report
from cleaner.sinks import Folder, OutputError
from cleaner.sources import Document, SourceError, find

TEXT = "The harbour was quiet on Sunday.\n\nTwo boats came in before noon.\n"


def pages(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    return folder


def found(folder: Path):
    return find_all(lambda on_error: find([str(folder)], None, on_error))


class Keeper:
    """A sink that remembers."""

    def __init__(self, refuse: dict[str, BaseException] | None = None) -> None:
        self.refuse = refuse or {}
        self.kept: dict[str, tuple[str, dict]] = {}

    def write(self, name, page):
        if name in self.refuse:
            raise self.refuse[name]
        self.kept[name] = (page.text.decode(), json.loads(page.record))

    def position(self) -> int:
        return 10 * len(self.kept)


# --- Pages ------------------------------------------------------------------------


def test_every_page_is_written_and_counted(tmp_path):
    pages(tmp_path, "a.txt", "sub/b.html")
    sink, report = Keeper(), Report()
    outcomes = list(keep(clean_here(found(tmp_path), Setup(settings=Settings(ledger=True))), sink, report))
    assert outcomes == [(str(tmp_path / "a.txt"), ""), (str(tmp_path / "sub/b.html"), "")]
    assert (report.cleaned, report.aside) == (2, 0)
    text, record = sink.kept["a"]
    assert text == TEXT.strip() + "\n"
    assert record["source"] == str(tmp_path / "a.txt")
    assert record["counts"] == {"lines": 2, "kept": 2, "removed": 0}
    assert record["removals"] == []


def test_a_page_that_fails_is_named_and_the_run_goes_on(tmp_path):
    pages(tmp_path, "a.txt", "c.txt", "d.txt", "e.txt")
    (tmp_path / "b.txt").symlink_to("nowhere")
    sink = Keeper({"c": OSError(errno.EIO, "Input/output error"), "d": RuntimeError("never thought of")})
    report = Report()
    outcomes = list(keep(clean_here(found(tmp_path), Setup()), sink, report))
    assert [outcome.error for outcome in outcomes] == [
        "",
        "No such file or directory",
        "Input/output error",
        "internal error: RuntimeError: never thought of",
        "",
    ]
    assert (report.cleaned, report.aside) == (2, 3)


@pytest.mark.parametrize("error", [OutputError("full"), BrokenPipeError(errno.EPIPE, "closed"), KeyboardInterrupt()])
def test_what_ends_a_run(tmp_path, error):
    pages(tmp_path, "a.txt", "b.txt", "c.txt")
    sink = Keeper({"b": error})
    with pytest.raises(type(error)):
        list(keep(clean_here(found(tmp_path), Setup()), sink, Report()))
    assert list(sink.kept) == ["a"]


def test_pages_are_taken_one_by_one(tmp_path):
    pages(tmp_path, "a.txt", "b.txt")
    sink = Keeper()
    next(keep(clean_here(found(tmp_path), Setup()), sink, Report()))
    assert list(sink.kept) == ["a"]


def test_what_gives_no_page_stands_where_it_was_found():
    def finder(on_error):
        on_error(SourceError("Permission denied", "in/shut"))
        yield Document("in/a.html", "a")
        yield Document("in/b.html", "b")
        on_error(SourceError("truncated", "in/c.warc#7"))

    assert list(find_all(finder)) == [
        Unread("in/shut", "Permission denied"),
        Document("in/a.html", "a"),
        Document("in/b.html", "b"),
        Unread("in/c.warc#7", "truncated"),
    ]


def test_an_output_folder_that_vanishes_ends_the_run(tmp_path):
    pages(tmp_path / "in", "a.txt")
    sink = Folder(tmp_path / "out", scratch=tmp_path / "out/scratch")
    with pytest.raises(OutputError):
        list(keep(clean_here(found(tmp_path / "in"), Setup()), sink, Report()))


# --- Going on -----------------------------------------------------------------------


@pytest.fixture
def begun(tmp_path) -> Journal:
    """A run that has finished the first two of three pages, and nobody holds any more."""
    pages(tmp_path / "in", "a.txt", "b.txt", "c.txt")
    with Journal(tmp_path / "run") as journal:
        journal.begin({"form": "text"})
        sink = Keeper()
        some = keep(clean_here(found(tmp_path / "in"), Setup()), sink, Report(), noting(journal, sink.position))
        next(some), next(some)
    return tmp_path


def go_on(place: Path) -> tuple[int, list[str], int]:
    report, rest = Report(), found(place / "in")
    with Journal(place / "run") as journal:
        end = resume(journal, {"form": "text"}, rest, report)
    return end, [item.name for item in rest], report.cleaned


def test_what_is_finished_is_passed_over_and_counted(begun):
    assert go_on(begun) == (20, ["c"], 2)


def test_what_is_not_finished_may_change(begun):
    (begun / "in/c.txt").unlink()
    pages(begun / "in", "d.txt", "e.txt")
    assert go_on(begun) == (20, ["d", "e"], 2)


def _longer(folder: Path) -> None:
    (folder / "b.txt").write_text(TEXT * 2)


def _touched(folder: Path) -> None:
    os.utime(folder / "b.txt", ns=(0, 0))


def _gone(folder: Path) -> None:
    (folder / "b.txt").unlink()


def _all_gone(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def _before(folder: Path) -> None:
    pages(folder, "a2.txt")


@pytest.mark.parametrize(
    ("change", "named"), [(_longer, "b"), (_touched, "b"), (_gone, "b"), (_before, "b"), (_all_gone, "a")]
)
def test_finished_input_that_has_changed_is_noticed(begun, change, named):
    change(begun / "in")
    with pytest.raises(ResumeError) as raised:
        go_on(begun)
    assert str(raised.value) == f"{begun / 'in' / named}.txt has changed since the run began; --restart begins anew"


def test_another_run_is_noticed(begun):
    with Journal(begun / "run") as journal, pytest.raises(ResumeError) as raised:
        resume(journal, {"form": "jsonl", "exclude": ["x"]}, found(begun / "in"), Report())
    assert str(raised.value) == "changed since the run began: exclude, form; --restart begins anew"


def test_what_a_run_is_about(tmp_path):
    plugin = tmp_path / "paper.py"
    plugin.write_text("A = 1\n")
    setup = Setup((str(plugin), "some_module"), ("blog/related",), Settings(profile="dw"))
    then = about(setup, {"outlet-cleaner": "1.0"}, {"paths": ("in",)})
    assert then == about(setup, {"outlet-cleaner": "1.0"}, {"paths": ("in",)})
    assert then["paths"] == ["in"]

    def changed(setup=setup, version="1.0", paths=("in",)):
        now = about(setup, {"outlet-cleaner": version}, {"paths": paths})
        return {name for name in now if now[name] != then[name]}

    assert changed(version="1.1") == {"the version of outlet-cleaner"}
    assert changed(paths=("in", "more")) == {"paths"}
    assert changed(setup._replace(without=())) == {"without"}
    assert changed(setup._replace(settings=Settings(profile="dw", ledger=True))) == {"ledger"}
    assert changed(setup._replace(budget=setup.budget._replace(seconds=1))) == set()
    plugin.write_text("A = 2\n")
    assert changed() == {f"the plugin {plugin}"}
