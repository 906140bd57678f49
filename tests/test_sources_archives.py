"""Archives of pages: JSON lines, Parquet, WARC and WET, whole and damaged."""

import bz2
import gzip
import io
import json
import pickle
import sys
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaner.errors import MissingExtraError
from cleaner.sources import Document, Given, Reader, Reading, SourceError, find, listed, look_up
from cleaner.sources.archive import Forward

pytest.importorskip("fastwarc")
Table = pytest.importorskip("pyarrow").Table
write_table = pytest.importorskip("pyarrow.parquet").write_table
zstd = pytest.importorskip("backports.zstd") if sys.version_info < (3, 14) else pytest.importorskip("compression.zstd")

FERRY = "The ferry left at noon with nine passengers aboard."
BRIDGE = "The bridge stays shut until the river falls again."
BAKER = "Жители деревни снова пекут хлеб в старой печи."


def collected(*paths: Path | str, reading: Reading | None = None, **options) -> tuple[list[Document], list[str]]:
    """The pages that are found, and what is said about archives that break off."""
    told: list[str] = []
    options.setdefault("on_error", lambda error: told.append(f"{error.source}: {error}"))
    reading = reading or Reading()
    return list(find([str(path) for path in paths], reading=reading, **options)), told


def read_all(documents: list[Document], reading: Reading | None = None) -> list[Given]:
    with Reader(reading or Reading()) as reader:
        return [reader.read(document) for document in documents]


def read_text(given: Given) -> str:
    return given.data if isinstance(given.data, str) else given.data.decode()


# --- JSON lines -----------------------------------------------------------------


def lines(*records: object) -> bytes:
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


@pytest.mark.parametrize(
    ("suffix", "compress"), [("", bytes), (".gz", gzip.compress), (".bz2", bz2.compress), (".zst", zstd.compress)]
)
def test_json_lines(tmp_path, suffix, compress):
    data = lines({"text": FERRY, "url": "https://a.example/1", "id": 7}) + b"  \n" + lines({"html": f"<p>{BRIDGE}"})
    path = tmp_path / f"pages.jsonl{suffix}"
    path.write_bytes(compress(data))
    documents, told = collected(path)
    assert told == []
    assert [(d.name, d.record, d.source) for d in documents] == [
        ("pages/000000001", 1, f"{path}#1"),
        ("pages/000000003", 3, f"{path}#3"),
    ]
    assert [d.offset for d in documents] == ([None, None] if suffix else [0, data.index(b'{"html"')])
    assert read_all(documents) == [Given(FERRY, "https://a.example/1", id="7"), Given(f"<p>{BRIDGE}")]
    assert read_all(documents[::-1]) == read_all(documents)[::-1]


@pytest.mark.parametrize(
    ("record", "given"),
    [
        ({"raw_content": FERRY, "source_url": "u"}, Given(FERRY, "u")),
        ({"content": FERRY, "warc_headers": {"warc-target-uri": "u", "warc-date": "d"}}, Given(FERRY, "u", date="d")),
        ({"body": FERRY, "metadata": {"url": "u"}}, Given(FERRY, "u")),
        ({"html": None, "text": FERRY}, Given(FERRY)),
        ({"html": "", "text": FERRY}, Given(FERRY)),
        ({"content": {"a": 1}, "body": FERRY}, Given(FERRY)),
        ({"text": ""}, Given("")),
        ({"text": FERRY, "url": None, "id": ""}, Given(FERRY)),
    ],
)
def test_fields_are_recognised(tmp_path, record, given):
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(record))
    assert read_all(collected(path)[0]) == [given]


def test_fields_are_given(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"text": "a teaser", "story": {"full": FERRY}, "where": "u"}))
    reading = Reading(fields=(("text", "story.full"), ("url", "where")))
    assert read_all(collected(path)[0], reading) == [Given(FERRY, "u")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "cut o', "not a line of JSON"),
        (b'["text"]', "not a JSON object"),
        (b'{"headline": "x"}', "no text in .* the fields are: headline"),
        (b'{"text": 7}', "no text in"),
        (b"\xff\xfe{}", "not a line of JSON"),
        (b"[" * 100_000, "not a line of JSON"),
        (b'{"text": "' + b"x" * 2_000_000 + b'"}', "larger than 1 MB"),
    ],
)
@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_a_bad_line_is_one_page(tmp_path, line, reason, suffix):
    path = tmp_path / f"a.jsonl{suffix}"
    data = lines({"text": FERRY}) + line + b"\n" + lines({"text": BRIDGE})
    path.write_bytes(gzip.compress(data) if suffix else data)
    first, bad, last = collected(path)[0]
    with Reader(largest=1024 * 1024) as reader:
        assert reader.read(first).data == FERRY
        with pytest.raises(SourceError, match=reason):
            reader.read(bad)
        assert reader.read(last).data == BRIDGE


def test_lone_surrogates_and_a_byte_order_mark_in_json(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "a \\ud83d b"}\n{"text": "\\u0000"}')
    assert [given.data for given in read_all(collected(path)[0])] == ["a \ud83d b", "\0"]


def test_json_lines_that_break_off_give_what_came_before(tmp_path):
    """The compressed file is cut; lines that were there are given, and the next file follows."""
    whole = gzip.compress(b"".join(lines({"text": f"{number} {FERRY}"}) for number in range(20_000)))
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b.jsonl").write_bytes(lines({"text": BRIDGE}))
    documents, told = collected(tmp_path)
    *before, last = documents
    assert len(before) > 100
    assert [read_text(given) for given in read_all(before)] == [f"{n} {FERRY}" for n in range(len(before))]
    assert last.name == "b/000000001"
    assert told == [
        f"{tmp_path}/a.jsonl.gz#{len(before) + 1}: damaged: "
        "Compressed file ended before the end-of-stream marker was reached"
    ]


# --- Parquet --------------------------------------------------------------------


def parquet(path: Path, rows: list[dict[str, object]], **options) -> Path:
    path.write_bytes(parquet_bytes(rows, **options))
    return path


def parquet_bytes(rows: list[dict[str, object]], **options) -> bytes:
    file = io.BytesIO()
    write_table(Table.from_pylist(rows), file, **options)
    return file.getvalue()


def test_parquet(tmp_path):
    rows = [{"text": f"{FERRY} {n}", "url": f"https://a.example/{n}", "more": {"url": "no"}} for n in range(100)]
    path = parquet(tmp_path / "pages.parquet", rows, row_group_size=30)
    documents, told = collected(path)
    assert told == []
    assert [d.record for d in documents] == list(range(1, 101))
    assert read_all(documents) == [Given(f"{FERRY} {n}", f"https://a.example/{n}") for n in range(100)]
    some = [documents[number] for number in (97, 3, 2, 31, 30, 99, 0)]
    assert [given.url for given in read_all(some)] == [f"https://a.example/{n}" for n in (97, 3, 2, 31, 30, 99, 0)]


def test_parquet_with_nested_and_binary_columns(tmp_path):
    rows = [{"html": b"<p>\xe4", "metadata": {"url": "u", "other": [1, 2]}}, {"html": None, "metadata": None}]
    path = parquet(tmp_path / "pages.parquet", rows)
    first, second = collected(path)[0]
    with Reader() as reader:
        assert reader.read(first) == Given(b"<p>\xe4", "u")
        with pytest.raises(SourceError, match="no text in"):
            reader.read(second)


def test_parquet_without_a_text(tmp_path):
    path = parquet(tmp_path / "pages.parquet", [{"headline": FERRY}])
    documents, (told,) = collected(path)
    assert documents == []
    assert told.startswith(f"{path}: no text in html, ")
    assert told.endswith("the fields are: headline")
    reading = Reading(fields=(("text", "headline"),))
    assert read_all(collected(path, reading=reading)[0], reading) == [Given(FERRY)]


def test_damaged_parquet(tmp_path):
    path = parquet(tmp_path / "a.parquet", [{"text": FERRY}])
    path.write_bytes(path.read_bytes()[:-10])
    (tmp_path / "b.html").write_text(BRIDGE)
    documents, (told,) = collected(tmp_path)
    assert [d.name for d in documents] == ["b"]
    assert "a.parquet: " in told
    assert "Parquet magic bytes not found" in told


# --- WARC -----------------------------------------------------------------------


def response(body: bytes, url: str = "https://a.example/1", head: str = "Content-Type: text/html", **options) -> bytes:
    status = options.get("status", "HTTP/1.1 200 OK")
    kind = options.get("kind", "response")
    http = f"{status}\r\n{head}\r\n\r\n".encode() + body
    fields = f"WARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-06T07:08:09Z"
    return _record(
        f"{fields}\r\nWARC-Record-ID: <urn:uuid:7>\r\nContent-Type: application/http; msgtype=response", http
    )


def conversion(text: str, url: str = "https://a.example/1") -> bytes:
    return _record(f"WARC-Type: conversion\r\nWARC-Target-URI: {url}\r\nContent-Type: text/plain", text.encode())


def _record(fields: str, block: bytes) -> bytes:
    return f"WARC/1.0\r\n{fields}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


INFO = _record("WARC-Type: warcinfo\r\nContent-Type: application/warc-fields", b"software: made by hand\r\n")
COMPRESSIONS = [
    ("plain", ".warc", bytes),
    ("gzip", ".warc.gz", gzip.compress),
    ("zstd", ".warc.zst", zstd.compress),
]


def warc(path: Path, *records: bytes, compress=bytes) -> Path:
    path.write_bytes(b"".join(map(compress, records)))
    return path


def chunked(body: bytes, size: int = 9) -> bytes:
    pieces = (body[start : start + size] for start in range(0, len(body), size))
    return b"".join(b"%x;of=body\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def raw_deflate(body: bytes) -> bytes:
    deflate = zlib.compressobj(wbits=-15)
    return deflate.compress(body) + deflate.flush()


def brotli(body: bytes) -> bytes:
    return pytest.importorskip("brotli").compress(body)


@pytest.mark.parametrize(("name", "suffix", "compress"), COMPRESSIONS)
def test_warc(tmp_path, name, suffix, compress):
    path = warc(
        tmp_path / f"crawl{suffix}",
        INFO,
        response(f"<p>{FERRY}".encode()),
        response(b"<p>asked for", kind="request"),
        response(b"", kind="revisit"),
        response(BRIDGE.encode(), "https://a.example/2", "Content-Type: text/plain"),
        conversion(BAKER, "https://a.example/3"),
        compress=compress,
    )
    documents, told = collected(path)
    assert told == []
    assert [(d.name, d.record) for d in documents] == [
        ("crawl/000000002", 2),
        ("crawl/000000005", 5),
        ("crawl/000000006", 6),
    ]
    assert all((d.offset is None) == (name == "zstd") for d in documents)
    first, second, third = read_all(documents)
    assert first == Given(f"<p>{FERRY}".encode(), "https://a.example/1", "html", "2024-05-06T07:08:09Z", "<urn:uuid:7>")
    assert (second.data, second.url, second.kind) == (BRIDGE.encode(), "https://a.example/2", "auto")
    assert (read_text(third), third.url, third.kind) == (BAKER, "https://a.example/3", "text")
    assert read_all(documents[::-1]) == [third, second, first]


def test_a_warc_compressed_in_one_piece_is_read_from_its_start(tmp_path):
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(gzip.compress(b"".join(response(f"<p>{n} {FERRY}".encode() * 999) for n in range(50))))
    documents, told = collected(path)
    assert told == []
    assert [d.offset for d in documents] == [0] + [None] * 49
    expected = [f"<p>{n} {FERRY}".encode() * 999 for n in range(50)]
    assert [given.data for given in read_all(documents)] == expected
    assert [given.data for given in read_all(documents[::-7])] == expected[::-7]


@pytest.mark.parametrize(
    ("head", "status", "url", "is_page"),
    [
        ("Content-Type: Text/HTML; charset=utf-8", "HTTP/1.1 200 OK", "https://a.example/", True),
        ("content-type: application/xhtml+xml", "HTTP/2 200", "https://a.example/", True),
        ("Server: none", "HTTP/1.0 203 Ok", "https://a.example/", True),
        ("Content-Type: image/png", "HTTP/1.1 200 OK", "https://a.example/", False),
        ("Content-Type: application/json", "HTTP/1.1 200 OK", "https://a.example/", False),
        ("Content-Type: text/html", "HTTP/1.1 404 Not Found", "https://a.example/", False),
        ("Content-Type: text/html\r\nLocation: /", "HTTP/1.1 301 Moved", "https://a.example/", False),
        ("Content-Type: text/plain", "HTTP/1.1 200 OK", "https://a.example/robots.txt", False),
        ("Content-Type: text/html", "HTTP/1.1 200 OK", "<https://a.example/>", True),
        ("Content-Type: text/html", "HTTP/1.1 200 OK", "https://[a.example/", True),
    ],
)
def test_which_responses_are_pages(tmp_path, head, status, url, is_page):
    path = warc(tmp_path / "a.warc", response(b"<p>x", url, head, status=status))
    documents, told = collected(path)
    assert told == []
    assert [given.url for given in read_all(documents)] == ([url.strip("<>")] if is_page else [])


PAGE = f"<html><body><p>{FERRY}</p><p>{BRIDGE}</p></body></html>".encode()


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Transfer-Encoding: chunked", chunked(PAGE)),
        ("Content-Encoding: gzip", gzip.compress(PAGE)),
        ("Content-Encoding: gzip", gzip.compress(PAGE[:50]) + gzip.compress(PAGE[50:])),
        ("Content-Encoding: x-gzip\r\nTransfer-Encoding: chunked", chunked(gzip.compress(PAGE))),
        ("Transfer-Encoding: gzip, chunked", chunked(gzip.compress(PAGE))),
        ("Content-Encoding: deflate", zlib.compress(PAGE)),
        ("Content-Encoding: deflate", raw_deflate(PAGE)),
        ("Content-Encoding: zstd", zstd.compress(PAGE)),
        ("Content-Encoding: deflate, GZIP", gzip.compress(zlib.compress(PAGE))),
        ("Content-Encoding: identity", PAGE),
        # What servers only say that they did, and archives have undone:
        ("Content-Encoding: gzip", PAGE),
        ("Content-Encoding: br", PAGE),
        ("Content-Encoding: utf-8", PAGE),
        ("Transfer-Encoding: chunked", PAGE),
    ],
)
def test_bodies_are_decoded(tmp_path, head, body):
    records = (response(body, head=f"Content-Type: text/html\r\n{head}"), response(b"<p>the next one"))
    for name, suffix, compress in COMPRESSIONS:
        path = warc(tmp_path / f"{name}{suffix}", *records, compress=compress)
        assert [given.data for given in read_all(collected(path)[0])] == [PAGE, b"<p>the next one"]


def test_brotli_bodies_are_decoded(tmp_path):
    head = "Content-Type: text/html\r\nContent-Encoding: br\r\nTransfer-Encoding: chunked"
    path = warc(tmp_path / "a.warc", response(chunked(brotli(PAGE)), head=head), response(b"<p>the next one"))
    assert [given.data for given in read_all(collected(path)[0])] == [PAGE, b"<p>the next one"]


@pytest.mark.parametrize(
    ("head", "body", "reason"),
    [
        ("Content-Encoding: gzip", b"\x1f\x8b\x08\x00" + bytes(range(256)), "cannot be decoded: gzip"),
        ("Content-Encoding: br", bytes(range(1, 256)), "cannot be decoded: br"),
        ("Content-Encoding: compress", b"\x1f\x9d\x90\x01\x02\x03", "cannot be decoded: compress: unknown coding"),
    ],
)
def test_a_body_that_cannot_be_decoded_is_named(tmp_path, head, body, reason):
    path = warc(tmp_path / "a.warc", response(body, head=f"Content-Type: text/html\r\n{head}"), response(PAGE))
    bad, good = collected(path)[0]
    with Reader() as reader:
        with pytest.raises(SourceError, match=reason):
            reader.read(bad)
        assert reader.read(good).data == PAGE


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Transfer-Encoding: chunked", chunked(PAGE * 99, 1000)[:-3000]),
        ("Content-Encoding: gzip", gzip.compress(PAGE * 99, 0)[:-3000]),
        ("Content-Encoding: deflate", zlib.compress(PAGE * 99, 0)[:-3000]),
        ("WARC-Truncated: length", (PAGE * 99)[:-3000]),
    ],
)
def test_of_a_body_that_was_cut_off_there_is_what_came(tmp_path, head, body):
    path = warc(tmp_path / "a.warc", response(body, head=f"Content-Type: text/html\r\n{head}"))
    (given,) = read_all(collected(path)[0])
    assert (PAGE * 99).startswith(given.data)
    assert len(PAGE * 99) - 5000 < len(given.data) < len(PAGE * 99)


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("Content-Type: text/html; charset=windows-1251", BAKER.encode("cp1251"), BAKER),
        ('Content-Type: text/html; charset="KOI8-R"', BAKER.encode("koi8-r"), BAKER),
        ("Content-Type: text/html; charset=windows-1251", BAKER.encode(), BAKER),  # the server is wrong
        ("Content-Type: text/html; charset=windows-1251", BAKER.encode("utf-16"), BAKER),  # a byte-order mark
        ("Content-Type: text/html; charset=iso-8859-1", b"caf\xe9 \x93now\x94", "café “now”"),
        ("Content-Type: text/html; charset=shift_jis", "港は静かだった".encode("cp932"), "港は静かだった"),
        ("Content-Type: text/html; charset=nonsense", FERRY.encode(), FERRY),
        ("Content-Type: text/html; charset=hex", FERRY.encode(), FERRY),
    ],
)
def test_the_charset_of_the_head_counts(tmp_path, head, body, expected):
    path = warc(tmp_path / "a.warc", response(body, head=head))
    assert [given.data for given in read_all(collected(path)[0])] == [expected]


def test_the_charset_of_the_head_counts_before_that_of_the_page(tmp_path):
    body = f'<meta charset="koi8-r"><p>{BAKER}'
    path = warc(tmp_path / "a.warc", response(body.encode("cp1251"), head="Content-Type: text/html; charset=cp1251"))
    assert [given.data for given in read_all(collected(path)[0])] == [body]


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_a_body_that_is_a_bomb_is_refused(tmp_path, coding):
    compress = {"gzip": gzip.compress, "br": brotli, "zstd": zstd.compress}[coding]
    head = f"Content-Type: text/html\r\nContent-Encoding: {coding}"
    path = warc(tmp_path / "a.warc", response(compress(bytes(20 * 1024 * 1024)), head=head), response(PAGE))
    bomb, good = collected(path)[0]
    with Reader(largest=1024 * 1024) as reader:
        with pytest.raises(SourceError, match="larger than 1 MB"):
            reader.read(bomb)
        assert reader.read(good).data == PAGE


@pytest.mark.parametrize(("name", "suffix", "compress"), COMPRESSIONS)
def test_a_warc_cut_anywhere_gives_what_is_whole_and_says_so(tmp_path, name, suffix, compress):
    records = [compress(response(f"<p>{n} {FERRY}".encode())) for n in range(3)]
    whole = b"".join(records)
    before, end = len(records[0]) + len(records[1]), len(whole)
    last = end - (4 if name == "plain" else 0)  # without the empty lines after it, a record is whole
    for cut in range(before + 1, last):
        path = tmp_path / f"crawl{suffix}"
        path.write_bytes(whole[:cut])
        documents, told = collected(path)
        assert [d.record for d in documents][:2] == [1, 2], cut
        assert told[0].startswith(f"{path}#"), cut
        assert told[0].split(":")[0].endswith(("#3", "#4")), cut
        assert len(told) == 1, cut


@pytest.mark.parametrize(("name", "suffix", "compress"), COMPRESSIONS)
def test_a_warc_damaged_in_the_middle(tmp_path, name, suffix, compress):
    records = [compress(response(f"<p>{n} {FERRY}".encode())) for n in range(4)]
    records[2] = b"\x07" * len(records[2])
    (tmp_path / f"a{suffix}").write_bytes(b"".join(records))
    (tmp_path / "b.html").write_text(BRIDGE)
    documents, (told,) = collected(tmp_path)
    assert [d.name for d in documents] == ["a/000000001", "a/000000002", "b"]
    assert [read_text(given) for given in read_all(documents)] == [f"<p>0 {FERRY}", f"<p>1 {FERRY}", BRIDGE]
    assert told.startswith(f"{tmp_path}/a{suffix}#3: damaged: ")


def test_what_is_no_warc_is_named(tmp_path):
    (tmp_path / "a.warc").write_bytes(b"not an archive at all\n" * 20)
    documents, (told,) = collected(tmp_path)
    assert documents == []
    assert told == f"{tmp_path}/a.warc#1: damaged: Invalid WARC header"


EDIT = st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 60), st.binary(max_size=40))
WHOLE = {
    "a.warc": b"".join([INFO, response(PAGE), conversion(BAKER), response(BRIDGE.encode())]),
    "a.warc.gz": b"".join(map(gzip.compress, [INFO, response(PAGE), conversion(BAKER)])),
    "a.warc.zst": b"".join(map(zstd.compress, [INFO, response(PAGE), conversion(BAKER)])),
    "coded.warc": response(
        chunked(gzip.compress(PAGE)),
        head="Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked",
    ),
    "a.jsonl": lines({"text": FERRY, "url": "u"}, {"html": BRIDGE}) * 3,
    "a.jsonl.bz2": bz2.compress(lines({"text": FERRY, "url": "u"}, {"html": BRIDGE}) * 3),
    "a.jsonl.zst": zstd.compress(lines({"text": FERRY, "url": "u"}, {"html": BRIDGE}) * 3),
    "a.parquet": parquet_bytes([{"text": FERRY, "more": {"url": "u"}}] * 5),
}


@given(name=st.sampled_from(sorted(WHOLE)), edits=st.lists(EDIT, min_size=1, max_size=5))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_damaged_is_named(tmp_path, name, edits):
    """Bytes are cut out and others put in, anywhere: each page is read, or said to be unreadable; nothing else."""
    data = WHOLE[name]
    for place, length, new in edits:
        start = int(place * len(data))
        data = data[:start] + new + data[start + length :]
    path = tmp_path / name
    path.write_bytes(data)
    documents, _ = collected(path)
    with Reader(largest=1024 * 1024) as reader:
        for document in documents:
            with suppress(SourceError):
                assert isinstance(reader.read(document).data, str | bytes)


# --- Among files ------------------------------------------------------------------


def test_archives_and_pages_in_one_tree(tmp_path):
    for name in (
        "news.html",
        "news.jsonl",
        "crawl.warc.wet.gz",
        "crawl.warc.wat.gz",
        "notes.md",
        "site.jsonl",
        "x.csv",
    ):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "news.jsonl").write_bytes(lines({"text": FERRY}))
    (tmp_path / "site.jsonl").write_bytes(lines({"text": FERRY}))
    warc(tmp_path / "crawl.warc.wet.gz", conversion(BRIDGE), compress=gzip.compress)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "000000001.html").write_text(BAKER)
    documents, told = collected(tmp_path)
    assert told == []
    assert [(Path(d.path).name, d.name) for d in documents] == [
        ("crawl.warc.wet.gz", "crawl/000000001"),
        ("news.html", "news.html"),
        ("news.jsonl", "news.jsonl/000000001"),
        ("notes.md", "notes"),
        ("site.jsonl", "site-2/000000001"),
        ("000000001.html", "site/000000001"),
    ]


def test_a_form_can_be_forced(tmp_path):
    (tmp_path / "c4.json.gz").write_bytes(gzip.compress(lines({"text": FERRY}, {"text": BRIDGE})))
    reading = Reading("jsonl")
    documents, told = collected(tmp_path, reading=reading, include=["*.json.gz"])
    assert told == []
    assert [d.name for d in documents] == ["c4.json.gz/000000001", "c4.json.gz/000000002"]
    assert [given.data for given in read_all(documents, reading)] == [FERRY, BRIDGE]


def test_an_archive_is_not_listed_in_memory(tmp_path):
    """The first page is there although the second cannot be reached."""
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines({"text": FERRY})) + b"and no gzip after it")
    documents = find([str(path)])
    assert next(documents).record == 1
    with pytest.raises(SourceError, match="damaged") as caught:
        list(documents)
    assert caught.value.source == f"{path}#2"


def test_an_archive_that_vanished_between_finding_and_reading(tmp_path):
    for path in (
        warc(tmp_path / "a.warc", response(PAGE)),
        warc(tmp_path / "b.jsonl", lines({"text": FERRY})),
        parquet(tmp_path / "c.parquet", [{"text": FERRY}]),
    ):
        (document,) = collected(path)[0]
        path.unlink()
        with Reader() as reader, pytest.raises(SourceError, match="No such file"):
            reader.read(document)


def test_an_archive_that_shrank_between_finding_and_reading(tmp_path):
    data = gzip.compress(lines({"text": FERRY}, {"text": BRIDGE}))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data)
    _, second = collected(path)[0]
    path.write_bytes(gzip.compress(lines({"text": FERRY})))
    with Reader() as reader, pytest.raises(SourceError, match="ends before this record"):
        reader.read(second)


@pytest.mark.parametrize(
    ("module", "file", "extra"),
    [
        ("fastwarc.warc", "a.warc.gz", "[warc]"),
        ("pyarrow.parquet", "a.parquet", "[parquet]"),
        ("backports", "a.jsonl.zst", "[zstd]"),
    ],
)
def test_what_is_not_installed_is_named_with_its_extra(tmp_path, monkeypatch, module, file, extra):
    if module == "backports" and sys.version_info >= (3, 14):
        pytest.skip("Zstandard is in the standard library here")
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / file).write_bytes(zstd.compress(b"x"))
    documents, (told,) = collected(tmp_path)
    assert documents == []
    assert f"outlet-cleaner{extra}" in told


def test_a_compressed_page_that_takes_an_extra(tmp_path, monkeypatch):
    (tmp_path / "a.html.zst").write_bytes(zstd.compress(PAGE))
    document = Document(str(tmp_path / "a.html.zst"), "a")
    assert read_all([document]) == [Given(PAGE)]
    if sys.version_info < (3, 14):
        monkeypatch.setitem(sys.modules, "backports", None)
        with Reader() as reader, pytest.raises(MissingExtraError, match=r"outlet-cleaner\[zstd\]"):
            reader.read(document)


def test_what_travels_can_be_pickled():
    document = Document("/pages/\udce9.warc", "\udce9/000000003", 3, 77)
    assert pickle.loads(pickle.dumps(document)) == document
    assert (document.source, Document("a.html", "a").source) == ("/pages/\udce9.warc#3", "a.html")
    error = pickle.loads(pickle.dumps(SourceError("damaged", "a.warc#3")))
    assert (str(error), error.source) == ("damaged", "a.warc#3")


def passes(*wholes: bool) -> tuple[Forward[str], list[str]]:
    """Three letters to be gone through, and the passes begun; one that is not whole ends before the second letter."""
    begun: list[str] = []

    def begin():
        begun.append("pass")
        yield "a"
        if not wholes[len(begun) - 1]:
            raise MemoryError
        yield from "bc"

    return Forward(begin), begun


def test_items_in_their_order_cost_one_pass():
    forward, begun = passes(True, True)
    assert [forward.item(number) for number in (1, 3, 2, 3)] == ["a", "c", "b", "c"]
    assert len(begun) == 2


def test_an_item_that_ran_out_of_memory_does_not_end_the_archive():
    forward, begun = passes(False, True)
    assert forward.item(1) == "a"
    with pytest.raises(MemoryError):
        forward.item(2)
    assert forward.item(3) == "c"
    assert len(begun) == 2


def test_records_are_given_by_what_outputs_call_them(tmp_path):
    one, other = tmp_path / "a.jsonl", tmp_path / "b.warc.gz"
    one.write_bytes(lines({"text": FERRY}, {"text": BRIDGE}, {"text": BAKER}))
    warc(other, INFO, response(PAGE), compress=gzip.compress)
    documents, told = collected(f"{one}#3", f"{other}#2", f"{one}#1")
    assert told == []
    assert [(d.name, d.source) for d in documents] == [
        ("a/000000003", f"{one}#3"),
        ("b/000000002", f"{other}#2"),
        ("a/000000001", f"{one}#1"),
    ]
    assert [given.data for given in read_all(documents)] == [BAKER, PAGE, FERRY]
    assert [d.record for d in collected(f"{one}#3", one)[0]] == [1, 2, 3]


# --- One page by its name -----------------------------------------------------------


def test_a_page_is_looked_up_by_what_outputs_call_it(tmp_path):
    crawl = warc(tmp_path / "a.warc.gz", INFO, response(PAGE), compress=gzip.compress)
    (tmp_path / "b.jsonl").write_bytes(lines({"body": FERRY}, {"body": BRIDGE}))
    (tmp_path / "c#1").write_text(BAKER)
    assert look_up(f"{crawl}#2").data == PAGE
    assert look_up(f"{tmp_path}/b.jsonl#2") == Given(BRIDGE)
    assert look_up(f"{tmp_path}/c#1") == Given(BAKER.encode())
    assert look_up(f"{tmp_path}/c#1", Reading("page")) == Given(BAKER.encode())


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a.warc.gz", "an archive; name one of its records, as in .*a.warc.gz#1"),
        ("a.warc.gz#1", "not a page, but a record of type warcinfo"),
        ("a.warc.gz#3", "ends before this record"),
        ("a.warc.gz#0", "No such file"),
        ("a.warc.gz#1234567890123456789", "No such file"),
        ("a.warc.gz#\u0662", "No such file"),
        ("b.html#1", "not an archive"),
        ("nowhere.jsonl#1", "No such file"),
    ],
)
def test_a_page_that_cannot_be_looked_up(tmp_path, source, reason):
    warc(tmp_path / "a.warc.gz", INFO, response(PAGE), compress=gzip.compress)
    (tmp_path / "b.html").write_bytes(PAGE)
    with pytest.raises(SourceError, match=reason):
        look_up(f"{tmp_path}/{source}")


def test_responses_that_are_no_http(tmp_path):
    """A domain name that was looked up is passed over; what should be HTTP and is not is named."""
    dns = _record("WARC-Type: response\r\nContent-Type: text/dns", b"20240506\na.example. 1 IN A 192.0.2.1\n")
    bad = _record("WARC-Type: response\r\nContent-Type: application/http", b"no head of any kind")
    path = warc(tmp_path / "a.warc", dns, bad, response(PAGE))
    first, second = collected(path)[0]
    assert (first.record, second.record) == (2, 3)
    with Reader() as reader:
        with pytest.raises(SourceError, match="not an HTTP response"):
            reader.read(first)
        assert reader.read(second).data == PAGE


def test_a_head_with_bare_line_feeds(tmp_path):
    http = b"HTTP/1.1 200 OK\nContent-Type: text/html; charset=koi8-r\n\n" + BAKER.encode("koi8-r")
    path = warc(tmp_path / "a.warc", _record("WARC-Type: response\r\nContent-Type: application/http", http))
    (given,) = read_all(collected(path)[0])
    assert (given.data, given.kind) == (BAKER, "html")


# --- Lists and standard input -------------------------------------------------------


def test_a_list_of_paths(tmp_path):
    path = tmp_path / "list"
    path.write_bytes(b"a.html\n\nsub/b c.html\r\n\xe9.html\nlast.html")
    assert listed(str(path)) == ["a.html", "sub/b c.html", "\udce9.html", "last.html"]
    with pytest.raises(SourceError, match="No such file"):
        listed(str(tmp_path / "nowhere"))


@pytest.mark.parametrize("line", [b"x" * 5000, b"a\0b"])
def test_what_is_no_list_of_paths(tmp_path, line):
    (tmp_path / "list").write_bytes(b"a.html\n" + line + b"\n")
    with pytest.raises(SourceError, match="line 2 is no path"):
        listed(str(tmp_path / "list"))


def test_standard_input_may_break_off(tmp_path):
    kept = tmp_path / "kept"
    kept.write_bytes(response(PAGE) + response(PAGE)[:-50])
    documents, told = collected("-", reading=Reading("warc", standard_input=str(kept)))
    assert [d.source for d in documents] == ["-#1"]
    assert told == ["-#2: the archive is damaged, or ends within this record"]


def test_standard_input_may_be_an_archive(tmp_path):
    kept = tmp_path / "kept"
    kept.write_bytes(lines({"text": FERRY}, {"text": BRIDGE}))
    reading = Reading("jsonl", standard_input=str(kept))
    documents, _ = collected("-", reading=reading)
    assert [(d.source, d.name) for d in documents] == [("-#1", "stdin/000000001"), ("-#2", "stdin/000000002")]
    assert [given.data for given in read_all(documents, reading)] == [FERRY, BRIDGE]


def test_standard_input_is_a_page(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(PAGE))))
    assert read_all([Document("-", "stdin")]) == [Given(PAGE)]
    kept = tmp_path / "kept"
    kept.write_bytes(PAGE)
    reading = Reading(standard_input=str(kept))
    assert read_all([Document("-", "stdin")], reading) == [Given(PAGE)]
