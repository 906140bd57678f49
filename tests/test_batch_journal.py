"""The journal: what it keeps, what a kill may leave of it, and who may hold it."""

import pytest

from cleaner.batch import Entry, Journal, ResumeError
from cleaner.sinks import OutputError

PAGES = [
    Entry("in/a.html", (7, 1700000000000000001), 120, b'["-","",{}]', "too long"),
    Entry("in/\udcff.html", None, 120, b'["-","",{"counts":{"put aside":1}}]', ""),
]


def test_what_is_noted_is_there_again(tmp_path):
    with Journal(tmp_path / "run") as journal:
        assert journal.about() is None
        assert not journal.has_entries()
        journal.begin({"form": "jsonl"})
        assert not journal.has_entries()
        for page in PAGES:
            journal.append(page)
    with Journal(tmp_path / "run") as journal:
        assert journal.about() == {"form": "jsonl"}
        assert journal.has_entries()
        assert list(journal.entries()) == PAGES


@pytest.mark.parametrize("cut", [1, 30])
def test_a_line_that_was_cut_off_counts_for_nothing(tmp_path, cut):
    with Journal(tmp_path / "run") as journal:
        journal.begin({})
        journal.append(PAGES[0])
        journal.append(PAGES[1])
    path = tmp_path / "run/journal"
    path.write_bytes(path.read_bytes()[:-cut])
    with Journal(tmp_path / "run") as journal:
        assert list(journal.entries()) == PAGES[:1]
        journal.append(PAGES[1])
        assert list(journal.entries()) == PAGES


def test_a_run_whose_first_line_was_cut_off_has_not_begun(tmp_path):
    with Journal(tmp_path / "run") as journal:
        journal.begin({"form": "jsonl"})
    path = tmp_path / "run/journal"
    path.write_bytes(path.read_bytes()[:-1])
    with Journal(tmp_path / "run") as journal:
        assert journal.about() is None


def test_to_begin_is_to_forget(tmp_path):
    with Journal(tmp_path / "run") as journal:
        journal.begin({"form": "text"})
        journal.append(PAGES[0])
        (tmp_path / "run/part").write_text("half a page")
        journal.begin({"form": "jsonl"})
        assert journal.about() == {"form": "jsonl"}
        assert list(journal.entries()) == []
    assert [path.name for path in (tmp_path / "run").iterdir()] == ["journal"]


def test_one_run_at_a_time(tmp_path):
    with Journal(tmp_path / "run"), pytest.raises(ResumeError) as raised:
        Journal(tmp_path / "run")
    assert "another run is writing there" in str(raised.value)
    with Journal(tmp_path / "run"):
        pass


def test_a_damaged_journal_is_named(tmp_path):
    (tmp_path / "run").mkdir()
    (tmp_path / "run/journal").write_bytes(b"{}\n\0\0\0\n")
    with Journal(tmp_path / "run") as journal, pytest.raises(ResumeError) as raised:
        list(journal.entries())
    assert "journal is damaged; --restart begins anew" in str(raised.value)


def test_a_journal_that_has_vanished_takes_no_page(tmp_path):
    with Journal(tmp_path / "run") as journal:
        journal.begin({})
        (tmp_path / "run/journal").unlink()
        with pytest.raises(OutputError) as raised:
            journal.append(PAGES[0])
    assert "has vanished" in str(raised.value)


def test_discard_leaves_nothing(tmp_path):
    with Journal(tmp_path / "run") as journal:
        journal.begin({})
        (tmp_path / "run/part").touch()
        journal.discard()
    assert list(tmp_path.iterdir()) == []
