"""Finding pages, naming their output, and reading them within bounds."""

import errno
import gzip
import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.sources import SourceError, find, is_page, read
from cleaner.sources.names import output_names

TEXT = "The harbour was quiet on Sunday.\n\nTwo boats came in before noon.\n"


def pages(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(TEXT.encode()) if name.endswith(".gz") else TEXT.encode())
    return folder


def found(*paths: Path, **options) -> list[tuple[str, str]]:
    return [(Path(d.path).name, d.name) for d in find([str(path) for path in paths], **options)]


# --- Names --------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["a.html", "a.HTM", "a.xhtml", "a.txt", "a.html.gz", "a.TXT.GZ", "a.b.html", "a\nb.txt"]
)
def test_is_page(name):
    assert is_page(name)


@pytest.mark.parametrize("name", [".html", ".txt.gz", "a.pdf", "a.html.bak", "a.gz", "html", "a.json", "a.tar.gz"])
def test_is_no_page(name):
    assert not is_page(name)


@pytest.mark.parametrize(
    ("files", "folders", "names"),
    [
        (["a.html"], [], ["a"]),
        (["a.html", "a.txt"], [], ["a.html", "a.txt"]),
        (["a.html", "a.html.gz", "b.txt"], [], ["a.html", "a.html.gz", "b"]),
        (["a.html", "a.html.txt"], [], ["a", "a.html.txt"]),
        (["a.html", "a.html.txt", "a.txt"], [], ["a.html", "a.html.txt", "a.txt"]),
        (["a.html", "a.html"], [], ["a.html", "a.html-2"]),
        (["a.html"], ["a.txt"], ["a-2"]),
        (["a.html"], ["a.json"], ["a-2"]),
        (["A.html", "a.html"], [], ["A", "a-2"]),
        (["..html", "...html"], [], ["..html", "...html"]),
        (["page.php"], [], ["page.php"]),
    ],
)
def test_output_names(files, folders, names):
    assert list(output_names(files, folders)) == names


FILE = st.from_regex(r"[abA.]{1,3}(-2)?(\.html|\.txt|\.json|\.gz){0,3}", fullmatch=True)


@given(st.lists(FILE, max_size=12), st.lists(FILE, unique=True, max_size=4))
def test_output_names_never_meet(files, folders):
    names = list(output_names(files, folders))
    made = [f"{name}{suffix}".casefold() for name in names for suffix in (".txt", ".json")]
    assert len(names) == len(files)
    assert len(set(made)) == len(made)
    assert not {folder.casefold() for folder in folders} & set(made)


# --- Finding --------------------------------------------------------------------


def test_one_folder_is_mirrored_as_it_is(tmp_path):
    pages(tmp_path, "b.html", "a.txt", "sub/deep/c.htm", "sub/note.pdf", "z.xhtml.gz")
    assert found(tmp_path) == [("a.txt", "a"), ("b.html", "b"), ("z.xhtml.gz", "z"), ("c.htm", "sub/deep/c")]


def test_several_folders_keep_their_names(tmp_path):
    pages(tmp_path, "x/news/a.html", "y/news/a.html", "y/news.html")
    names = found(tmp_path / "x/news", tmp_path / "y/news", tmp_path / "y/news.html")
    assert names == [("a.html", "news/a"), ("a.html", "news-2/a"), ("news.html", "news")]


def test_files_of_the_same_name(tmp_path):
    pages(tmp_path, "x/a.html", "y/a.html")
    assert found(tmp_path / "x/a.html", tmp_path / "y/a.html") == [("a.html", "a.html"), ("a.html", "a.html-2")]


def test_the_same_path_twice_is_one_page(tmp_path):
    pages(tmp_path, "a.html")
    assert found(tmp_path / "a.html", tmp_path / "a.html") == [("a.html", "a")]


def test_what_is_given_twice_comes_once(tmp_path, monkeypatch):
    pages(tmp_path, "a.html", "in/b.html", "in/sub/c.html", "in/sub/deep/d.html", "in/e.php", "in/f.html")
    (tmp_path / "link").symlink_to("in", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    assert found("a.html", "./a.html", tmp_path / "a.html", "in/../a.html") == [("a.html", "a")]
    assert found("in/sub", "link/sub") == [("c.html", "c"), ("d.html", "deep/d")]
    names = found("in", "in/sub", "link/f.html", "in/e.php")
    assert names == [
        ("b.html", "in/b"),
        ("c.html", "sub/c"),
        ("d.html", "sub/deep/d"),
        ("f.html", "f"),
        ("e.php", "e.php"),
    ]
    assert sorted(found("in/sub/deep", "in")) == [
        ("b.html", "in/b"),
        ("c.html", "in/sub/c"),
        ("d.html", "deep/d"),
        ("f.html", "in/f"),
    ]


def test_a_record_of_an_archive_that_is_given_too_comes_once(tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    monkeypatch.chdir(tmp_path)
    assert [name for _, name in found("a.jsonl#2", "./a.jsonl")] == ["a/000000001", "a/000000002"]
    assert [name for _, name in found("a.jsonl#2", "./a.jsonl#2")] == ["a/000000002"]


def test_files_passed_over_for_their_suffix_are_told(tmp_path):
    pages(tmp_path, "a.html", "b.pdf", "sub/c.PDF", "sub/d", "no/e.pdf")
    told = []
    assert found(tmp_path, exclude=["no"], on_passed=told.append) == [("a.html", "a")]
    assert sorted(told) == ["b.pdf", "c.PDF", "d"]
    assert found(tmp_path, include=["*.pdf"], on_passed=told.append) == [("b.pdf", "b.pdf"), ("e.pdf", "no/e.pdf")]
    assert len(told) == 3


def test_named_files_are_taken_whatever_their_suffix(tmp_path):
    pages(tmp_path, "index.php", "in/index.php")
    assert found(tmp_path / "index.php") == [("index.php", "index.php")]
    assert found(tmp_path / "in") == []


def test_the_output_folder_is_not_searched(tmp_path):
    pages(tmp_path, "a.html", "out/a.txt", "sub/out/b.txt")
    assert found(tmp_path, skip=tmp_path / "out") == [("a.html", "a"), ("b.txt", "sub/out/b")]


def test_links_do_not_loop(tmp_path):
    pages(tmp_path, "in/a.html", "in/sub/b.html", "elsewhere/c.html")
    (tmp_path / "in/sub/up").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in/other").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "in/self.html").symlink_to("self.html")
    (tmp_path / "link").symlink_to(tmp_path / "in", target_is_directory=True)
    assert found(tmp_path / "link") == [("a.html", "a"), ("self.html", "self"), ("b.html", "sub/b")]


def test_a_folder_that_cannot_be_listed_is_told(tmp_path, monkeypatch):
    pages(tmp_path, "a.html", "shut/b.html")
    scan = os.scandir

    def refuse(path):
        if Path(path).name == "shut":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    told: list[SourceError] = []
    assert found(tmp_path, on_error=told.append) == [("a.html", "a")]
    assert [(Path(error.source).name, str(error)) for error in told] == [("shut", "Permission denied")]


# --- Reading --------------------------------------------------------------------


def test_read_plain_and_gzip(tmp_path):
    pages(tmp_path, "a.txt", "a.txt.gz")
    (tmp_path / "hidden.html").write_bytes(gzip.compress(b"<p>zipped without saying so"))
    assert read(str(tmp_path / "a.txt")) == read(str(tmp_path / "a.txt.gz")) == TEXT.encode()
    assert read(str(tmp_path / "hidden.html")) == b"<p>zipped without saying so"


def test_gzip_in_several_members(tmp_path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"one ") + gzip.compress(b"two"))
    assert read(str(path)) == b"one two"


def test_a_gzip_bomb_is_refused_before_it_is_in_memory(tmp_path):
    path = tmp_path / "bomb.html.gz"
    with gzip.open(path, "wb", compresslevel=1) as bomb:
        for _ in range(40):
            bomb.write(bytes(1024 * 1024))
    assert path.stat().st_size < 1024 * 1024
    with pytest.raises(SourceError, match="larger than 8 MB"):
        read(str(path), largest=8 * 1024 * 1024)


def test_the_bound_is_exact_and_holds_for_plain_files(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(bytes(1024 * 1024))
    assert len(read(str(path), largest=1024 * 1024)) == 1024 * 1024
    path.write_bytes(bytes(1024 * 1024 + 1))
    with pytest.raises(SourceError, match="larger than 1 MB"):
        read(str(path), largest=1024 * 1024)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(random.Random(1).randbytes(5000))[:-900], "damaged"),
        (gzip.compress(b"x" * 5000)[:-3], "damaged"),
        (b"\x1f\x8b\x08\x00" + bytes(6) + b"\xff\xfe\xfd" * 20, "damaged"),
        (b"\x1f\x8b", "damaged"),
        (gzip.compress(b"page") + b"and something else", "damaged"),
        (b"<p>not gzip", "not gzip data"),
        (b"", "not gzip data"),
    ],
)
def test_damaged_gzip_is_named(tmp_path, data, reason):
    path = tmp_path / "a.html.gz"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=reason):
        read(str(path))


def test_what_cannot_be_read_is_named(tmp_path):
    with pytest.raises(SourceError, match="No such file"):
        read(str(tmp_path / "nowhere.html"))
    (tmp_path / "self.html").symlink_to("self.html")
    with pytest.raises(SourceError, match="symbolic links"):
        read(str(tmp_path / "self.html"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.html")
    with pytest.raises(SourceError, match="not a regular file"):
        read(str(tmp_path / "pipe.html"))


@pytest.mark.parametrize(
    ("patterns", "names"),
    [
        (["*.txt"], ["a.html", "b.html"]),
        (["sub"], ["a.html", "a.expected.txt"]),
        (["sub/*.html", "*.expected.*"], ["a.html"]),
        (["a.*", "B.html"], ["b.html"]),
        ([], ["a.html", "a.expected.txt", "b.html"]),
    ],
)
def test_excluded_pages_are_passed_over(tmp_path, patterns, names):
    folder = pages(tmp_path / "in", "a.html", "a.expected.txt", "sub/b.html")
    assert sorted(name for name, _ in found(folder, exclude=patterns)) == sorted(names)


def test_a_file_that_is_named_is_taken_though_excluded(tmp_path):
    folder = pages(tmp_path / "in", "a.html")
    assert found(folder / "a.html", exclude=["*.html"]) == [("a.html", "a")]
