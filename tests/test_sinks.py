"""Writing pages: whole or not at all, and never out of the output folder."""

import errno
import json
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.sinks import Encoded, Folder, JsonLines, OutputError, PlainText, as_files, as_line, to_json
from cleaner.sinks.whole import whole_file


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_whole_file_replaces(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with whole_file(path, tmp_path / "part") as file:
        file.write(b"new")
        file.flush()
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert listed(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_whole_file_leaves_nothing_when_writing_fails(tmp_path, error):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(type(error)), whole_file(path, tmp_path / "part") as file:  # noqa: PT012
        file.write(b"half")
        raise error
    assert path.read_text() == "old"
    assert listed(tmp_path) == ["a.txt"]


def test_whole_file_has_ordinary_permissions(tmp_path):
    (tmp_path / "ordinary").touch()
    with whole_file(tmp_path / "a.txt", tmp_path / "part"):
        pass
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


def test_folder_writes_text_and_json(tmp_path):
    sink = Folder(tmp_path / "out")
    sink.write("sub/a", as_files("One.\n\nTwo.", {"profile": "blog"}))
    sink.write("empty", as_files("", {}))
    assert (tmp_path / "out/sub/a.txt").read_bytes() == b"One.\n\nTwo.\n"
    assert json.loads((tmp_path / "out/sub/a.json").read_bytes()) == {"profile": "blog"}
    assert (tmp_path / "out/empty.txt").read_bytes() == b""


def test_folder_writes_both_files_or_neither(tmp_path, monkeypatch):
    sink = Folder(tmp_path)
    with pytest.raises(TypeError):
        sink.write("a", Encoded(b"text", None))
    assert listed(tmp_path) == []


def test_folder_that_is_full_ends_the_run(tmp_path, monkeypatch):
    sink = Folder(tmp_path)

    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        sink.write("a", as_files("text", {}))
    assert listed(tmp_path) == []


def test_folder_does_not_follow_a_link_out_of_itself(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    sink = Folder(tmp_path / "out")
    (tmp_path / "out/sub").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    for name in ("sub/a", "sub/deeper/a", "../a"):
        with pytest.raises(OSError, match="leads out of it"):
            sink.write(name, as_files("text", {}))
    assert listed(tmp_path / "elsewhere") == []


def test_folder_replaces_a_link_instead_of_writing_through_it(tmp_path):
    (tmp_path / "precious").write_text("precious")
    sink = Folder(tmp_path / "out")
    (tmp_path / "out/a.txt").symlink_to(tmp_path / "precious")
    sink.write("a", as_files("text", {}))
    assert (tmp_path / "precious").read_text() == "precious"
    assert (tmp_path / "out/a.txt").read_text() == "text\n"


def test_folder_with_markdown(tmp_path):
    Folder(tmp_path, ".md").write("a", as_files("# One", {}))
    assert listed(tmp_path) == ["a.json", "a.md"]
    assert Folder.targets(tmp_path, "sub/a.b", ".md") == (tmp_path / "sub/a.b.md", tmp_path / "sub/a.b.json")


def test_folder_that_was_killed_leaves_nothing_outside_its_scratch(tmp_path):
    """A name that is not random is used again by the next run, and vanishes with it."""
    scratch, out = tmp_path / "scratch", tmp_path / "out"
    scratch.mkdir()
    Folder(out, scratch=scratch).write("a", as_files("text", {}))
    (scratch / ".cleaner-text.tmp").write_text("half of a page")
    (scratch / ".cleaner-json.tmp").symlink_to(tmp_path / "precious")
    (tmp_path / "precious").write_text("precious")
    Folder(out, scratch=scratch).write("b", as_files("text", {}))
    assert listed(scratch) == []
    assert listed(out) == ["a.json", "a.txt", "b.json", "b.txt"]
    assert (tmp_path / "precious").read_text() == "precious"


def test_json_lines_are_lines(tmp_path):
    text = "One.\n\nTwo\u2028three\x85four \U0001f600 \x9b31m Ж"
    with (tmp_path / "out").open("wb") as stream:
        JsonLines(stream).write("a", as_line(text, {"source": "a\udcff.html"}))
        JsonLines(stream).write("b", as_line("", {"source": "b.html"}))
    lines = (tmp_path / "out").read_bytes().decode().splitlines()
    assert [orjson.loads(line) for line in lines] == [
        {"source": "a\\udcff.html", "text": text},
        {"source": "b.html", "text": ""},
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_stream_that_is_full_ends_the_run():
    with Path("/dev/full").open("wb", buffering=0) as stream, pytest.raises(OutputError, match="No space left"):
        JsonLines(stream).write("a", as_line("text", {}))


def test_plain_text_of_an_empty_page_is_nothing(tmp_path):
    with (tmp_path / "out").open("wb") as stream:
        PlainText(stream).write("a", as_files("", {}))
        PlainText(stream, str.upper).write("b", as_files("text", {}))
    assert (tmp_path / "out").read_bytes() == b"TEXT\n"


@pytest.mark.parametrize("indented", [False, True])
def test_what_has_no_utf8_form_is_written_as_valid_json(indented):
    value = {"source\udcff": ["a\udce9.txt", ("Ж\ud800", 1, None)]}
    written = {"source\\udcff": ["a\\udce9.txt", ["Ж\\ud800", 1, None]]}
    assert orjson.loads(to_json(value, indented)) == json.loads(to_json(value, indented)) == written


@given(st.recursive(st.text() | st.none() | st.integers(), lambda inner: st.dictionaries(st.text(), inner)))
def test_json_means_what_it_was_given(value):
    text = to_json(value)
    assert json.loads(text) == value
    assert len(text.splitlines()) == 1
    assert text.isprintable() or not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in text)


def test_json_lines_stream_is_flushed_page_by_page(tmp_path):
    with (tmp_path / "out").open("wb") as stream:
        JsonLines(stream).write("a", as_line("text", {}))
        assert (tmp_path / "out").read_bytes() == b'{"text":"text"}\n'
