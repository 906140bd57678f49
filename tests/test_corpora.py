"""One site in every form that corpora come in: whatever it is read from, the same texts come out.

The site is served by a real server, in many charsets and codings, and crawled by real crawlers.
"""

import bz2
import gzip
import io
import json
import shutil
import subprocess
import sys
import threading
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from cleaner import Cleaner
from cleaner.cli import main
from cleaner.sources import Reader, SourceError, find

brotli = pytest.importorskip("brotli")
pytest.importorskip("fastwarc")
pytestmark = pytest.mark.slow

PAGES = 300
SENTENCES = {
    "en": (
        "The council of village {} voted on Tuesday to repair the old mill before the winter comes.",
        "“We have waited for nine years,” said the miller, who keeps {} sacks of rye in his barn.",
        "The work is to cost less than the bridge did, and the neighbours have promised to help with carts.",
    ),
    "de": (
        "Der Rat des Dorfes {} hat am Dienstag beschlossen, die alte Mühle vor dem Winter auszubessern.",
        "„Wir haben neun Jahre gewartet“, sagte der Müller, der {} Säcke Roggen in seiner Scheune hütet.",
        "Die Arbeit soll weniger kosten als die Brücke, und die Nachbarn wollen mit ihren Karren helfen.",
    ),
    "ru": (
        "Совет деревни номер {} решил во вторник починить старую мельницу до наступления зимы.",
        "«Мы ждали девять лет», — сказал мельник, у которого в амбаре лежит {} мешков ржи.",
        "Работа должна стоить меньше, чем мост, и соседи обещали помочь со своими телегами.",
    ),
    "el": (
        "Το συμβούλιο του χωριού {} αποφάσισε την Τρίτη να επισκευάσει τον παλιό μύλο πριν έρθει ο χειμώνας.",
        "Περιμέναμε εννέα χρόνια, είπε ο μυλωνάς, που φυλάει {} σακιά σίκαλη στην αποθήκη του.",
        "Το έργο θα κοστίσει λιγότερο από τη γέφυρα και οι γείτονες υποσχέθηκαν να βοηθήσουν.",
    ),
    "ja": (
        "第{}村の議会は火曜日、冬が来る前に古い水車小屋を修理することを決めた。",
        "「私たちは九年待ちました」と、納屋に{}袋のライ麦を置いている粉屋は話した。",
        "工事の費用は橋よりも安くなる見込みで、近所の人々は荷車を出して手伝うと約束した。",
    ),
}
CHARSETS = (
    ("en", "utf-8"),
    ("en", "windows-1252"),
    ("de", "iso-8859-1"),
    ("ru", "windows-1251"),
    ("ru", "koi8-r"),
    ("ru", "utf-8"),
    ("el", "iso-8859-7"),
    ("ja", "shift_jis"),
    ("ja", "euc-jp"),
    ("ja", "iso-2022-jp"),
    ("de", "utf-16"),
)
# The headline stands in the head alone: in a dump nothing would mark it, and it would stay as a line.
TEMPLATE = """<!DOCTYPE html>
<html lang="{lang}"><head>{meta}<title>{title}</title></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/contact">Contact</a></li></ul></nav>
<main><article>
{body}
</article></main>
<footer><p>All rights reserved.</p></footer></body></html>
"""


def chunked(body: bytes) -> bytes:
    pieces = (body[start : start + 700] for start in range(0, len(body), 700))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


CODINGS = {"": bytes, "gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}
UNDONE = {"": bytes, "gzip": gzip.decompress, "deflate": zlib.decompress, "br": brotli.decompress}


class Page(NamedTuple):
    """A page of the site, and all that its number decides."""

    number: int

    @property
    def lang(self) -> str:
        return CHARSETS[self.number % len(CHARSETS)][0]

    @property
    def charset(self) -> str:
        return CHARSETS[self.number % len(CHARSETS)][1]

    @property
    def is_stated_in_head(self) -> bool:
        """Whether the server says the charset; otherwise the page does, or its byte-order mark."""
        return self.number % 2 == 0

    @property
    def coding(self) -> str:
        return tuple(CODINGS)[self.number % 3 if self.number % 5 else 3]

    @property
    def is_chunked(self) -> bool:
        return self.number % 7 < 3

    @property
    def title(self) -> str:
        return f"Village {self.number} and its mill"

    @property
    def sentences(self) -> list[str]:
        """As far as the charset has their characters: KOI8-R has no quotation marks."""
        texts = (sentence.format(self.number) for sentence in SENTENCES[self.lang])
        return [" ".join(text.encode(self.charset, "ignore").decode(self.charset).split()) for text in texts]

    @property
    def html(self) -> str:
        meta = "" if self.is_stated_in_head or self.charset == "utf-16" else f'<meta charset="{self.charset}">'
        body = "\n".join(f"<p>{sentence}</p>" for sentence in self.sentences)
        return TEMPLATE.format(lang=self.lang, meta=meta, title=self.title, body=body)

    @property
    def payload(self) -> bytes:
        return self.html.encode(self.charset)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = self.path.strip("/")
        if name.isdigit():
            self._page(Page(int(name)))
        elif self.path == "/":
            links = "".join(f'<a href="/{number}">Village {number}</a> ' for number in range(PAGES))
            self._send(f"{links}<img src='/mill.png'>".encode(), "text/html; charset=utf-8")
        elif self.path == "/mill.png":
            self._send(b"\x89PNG", "image/png")
        elif self.path == "/robots.txt":
            self._send(b"User-agent: *\nDisallow:\n", "text/plain")
        else:
            self._send(b"<p>There is nothing here.", "text/html", 404)

    def _page(self, page: Page) -> None:
        stated = f"; charset={page.charset}" if page.is_stated_in_head else ""
        body = CODINGS[page.coding](page.payload)
        headers = {"Content-Encoding": page.coding} if page.coding else {}
        if page.is_chunked:
            body, headers["Transfer-Encoding"] = chunked(body), "chunked"
        self._send(body, f"text/html{stated}", 200, headers)

    def _send(self, body: bytes, kind: str, status: int = 200, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if "Transfer-Encoding" not in (headers or {}):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def recorded(site, tmp_path_factory) -> Path:
    """The site as warcio's recorder keeps it; in a process of its own, since it takes over `http.client`."""
    pytest.importorskip("warcio")
    path = tmp_path_factory.mktemp("recorded") / "site.warc.gz"
    script = (
        "import sys; from urllib.parse import urlsplit\n"
        "from warcio.capture_http import capture_http; import http.client as h\n"
        "with capture_http(sys.argv[1]):\n"
        "    for name in ('', 'robots.txt', 'mill.png', 'contact', *range(int(sys.argv[3]))):\n"
        "        c = h.HTTPConnection(urlsplit(sys.argv[2]).netloc); c.request('GET', f'/{name}')\n"
        "        c.getresponse().read(); c.close()\n"
    )
    subprocess.run([sys.executable, "-c", script, path, site, str(PAGES)], check=True, timeout=300)
    return path


@pytest.fixture(scope="module")
def fetched(site, tmp_path_factory) -> Path:
    """The site as Wget keeps it."""
    if shutil.which("wget") is None:
        pytest.skip("wget is not installed")
    folder = tmp_path_factory.mktemp("fetched")
    command = ("wget", "--recursive", "--level=1", "--page-requisites", "--quiet", "--warc-file=site", site)
    subprocess.run(command, cwd=folder, timeout=300, check=False)  # 8: one of the links is broken
    return folder / "site.warc.gz"


@pytest.fixture(scope="module")
def expected() -> dict[str, str]:
    """The text of each page, by its number: the sentences that were written above."""
    return {str(number): "\n\n".join(Page(number).sentences) for number in range(PAGES)}


def cleaned(path: Path, key: str) -> dict[str, str]:
    """The text of each page by its number, which stands at the end of its `url`, or of its `name`."""
    told: list[SourceError] = []
    cleaner, texts = Cleaner(), {}
    with Reader() as reader:
        for document in find([str(path)], on_error=told.append):
            given = reader.read(document)
            number = str(given.url if key == "url" else document.name).rpartition("/")[2]
            texts[number] = cleaner.clean(given.data, url=given.url, kind=given.kind).text
    assert told == []
    texts.pop("", None)  # the list of the pages
    return texts


class Dump(HTMLParser):
    """The text of a page as archives of texts have it: all that its body shows, every bit on a line of its own."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.feed(html[html.index("<body>") :])

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.lines.append(data.strip())


def test_a_crawl_by_a_recorder(recorded, expected):
    assert cleaned(recorded, "url") == expected


def test_a_crawl_by_wget(fetched, expected):
    assert cleaned(fetched, "url") == expected


@pytest.mark.parametrize("name", ["site.warc", "site.warc.zst", "one-piece.warc.gz"])
def test_the_crawl_compressed_in_other_ways(recorded, expected, tmp_path, name):
    data = gzip.decompress(recorded.read_bytes())
    if name.endswith(".zst"):
        data = pytest.importorskip("backports.zstd").compress(data)
    elif name.endswith(".gz"):
        data = gzip.compress(data)
    (tmp_path / name).write_bytes(data)
    assert cleaned(tmp_path / name, "url") == expected


def test_texts_made_from_the_crawl(recorded, expected, tmp_path):
    """Bodies are decoded by another library than ours, and taken for text by another parser."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.bufferedreaders import ChunkedDataReader
    from warcio.warcwriter import WARCWriter

    path = tmp_path / "site.warc.wet.gz"
    with path.open("wb") as file, recorded.open("rb") as records:
        wet = WARCWriter(file, gzip=True)
        for record in ArchiveIterator(records):
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            number = url.rpartition("/")[2]
            if record.rec_type == "response" and number.isdigit():
                page, stream = Page(int(number)), record.raw_stream
                body = (ChunkedDataReader(stream) if page.is_chunked else stream).read()
                html = UNDONE[page.coding](body).decode(page.charset)
                text = io.BytesIO("\n".join(Dump(html).lines).encode())
                wet.write_record(wet.create_warc_record(url, "conversion", text, warc_content_type="text/plain"))
    assert cleaned(path, "url") == expected


def test_a_tree(expected, tmp_path):
    compress = {"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress}
    for number in range(PAGES):
        page, suffix = Page(number), tuple(compress)[number % 3]
        data = page.html.encode() if page.is_stated_in_head else page.payload
        path = tmp_path / f"{number % 10}" / f"{number}.html{suffix}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(compress[suffix](data))
    assert cleaned(tmp_path, "name") == expected


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_json_lines(site, expected, tmp_path, suffix):
    zstd = pytest.importorskip("backports.zstd") if suffix == ".zst" else None
    records = ({"url": f"{site}{number}", "html": Page(number).html} for number in range(PAGES))
    data = b"".join(json.dumps(record).encode() + b"\n" for record in records)
    path = tmp_path / f"site.jsonl{suffix}"
    path.write_bytes({"": bytes, ".gz": gzip.compress, ".zst": zstd and zstd.compress}[suffix](data))
    assert cleaned(path, "url") == expected


@pytest.mark.parametrize("as_bytes", [True, False])
def test_parquet(site, expected, tmp_path, as_bytes):
    arrow = pytest.importorskip("pyarrow")
    from pyarrow.parquet import write_table

    pages = [Page(number) for number in range(PAGES)]
    html = [page.html.encode() if as_bytes else page.html for page in pages]
    table = arrow.table({"url": [f"{site}{page.number}" for page in pages], "html": html})
    write_table(table, tmp_path / "site.parquet", row_group_size=70)
    assert cleaned(tmp_path / "site.parquet", "url") == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_command(recorded, expected, tmp_path, jobs):
    out = tmp_path / "out.jsonl"
    args = ["run", str(recorded), "--format", "jsonl", "--out", str(out), "--jobs", str(jobs), "--timeout", "300"]
    result = CliRunner().invoke(main, args)
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in out.read_text().splitlines()]
    texts = {record["url"].rpartition("/")[2]: record["text"] for record in records}
    assert {number: text for number, text in texts.items() if number} == expected
    assert [record["source"] for record in records] == sorted(
        (record["source"] for record in records), key=lambda source: int(source.rpartition("#")[2])
    )
