"""WARC and WET: the pages among the responses, and the texts that others took from pages."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from cleaner.errors import MissingExtraError
from cleaner.segment.decode import read as decoded
from cleaner.sources.archive import BrokenOffError, Forward
from cleaner.sources.compressed import named_errors
from cleaner.sources.document import Given, SourceError
from cleaner.sources.payload import codings, payload
from cleaner.sources.reading import opened, too_large

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_PAGES = _HTML | {"text/plain", ""}
_CUT_OFF = "the archive is damaged, or ends within this record"
_CHUNK = 1024 * 1024


class Warc:
    """A WARC or WET file, as it is or compressed by gzip or Zstandard.

    Pages are the responses of status 2xx that are HTML, XHTML, plain text or of no stated type, but for
    `/robots.txt`; and the texts of conversions. Requests, revisits, metadata and all else are passed over.
    """

    def __init__(self, path: str, largest: int) -> None:
        self._path = path
        self._largest = largest
        self._records = Forward(self._pass)
        self._file: BinaryIO | None = None

    def pages(self) -> Iterator[tuple[int, int | None]]:
        """Each page, once all of its record was there; with an offset where it can be read without those before."""
        whole, entry = 0, -1
        try:
            with named_errors(), opened(self._path) as file:
                for record in self._pass():
                    is_page, begins = _is_page(record), record.stream_pos
                    _pass_over(record)
                    whole += 1
                    can_enter = begins > entry and _begins(file, begins)
                    entry = begins if can_enter else entry
                    if is_page:
                        yield whole, begins if can_enter else None
                _check_end(file, max(entry, 0))
        except SourceError as error:
            raise BrokenOffError(str(error), whole + 1) from error

    def read(self, record: int, offset: int | None) -> Given:
        """The page in that record."""
        with named_errors():
            return self._given(self._records.item(record) if offset is None else self._at(offset))

    def close(self) -> None:
        """Let go of the file."""
        self._records.close()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _pass(self) -> Generator[WarcRecord]:
        with named_errors(), opened(self._path) as file:
            yield from _records(file)

    def _at(self, offset: int) -> WarcRecord:
        if self._file is None:
            self._file = opened(self._path)
        self._file.seek(offset)
        record = next(_records(self._file), None)
        if record is None:
            raise SourceError(_CUT_OFF)
        return record

    def _given(self, record: WarcRecord) -> Given:
        kind = record.headers.get("WARC-Type")
        if kind not in ("response", "conversion"):
            raise SourceError(f"not a page, but a record of type {kind}")
        url, date, name = _url(record) or None, record.headers.get("WARC-Date"), record.headers.get("WARC-Record-ID")
        if kind == "conversion":
            return Given(self._block(record), url, "text", date, name)
        record.parse_http(auto_decode="none", quirks_mode=True)
        if not record.is_http or record.http_headers.status_code is None:
            raise SourceError("not an HTTP response")
        body = payload(self._block(record), codings(record.http_headers), self._largest)
        is_html = _content_type(record) in _HTML
        return Given(_in_charset(body, record.http_charset), url, "html" if is_html else "auto", date, name)

    def _block(self, record: WarcRecord) -> bytes:
        if record.content_length > self._largest:
            raise too_large(self._largest)
        return record.reader.read(record.content_length)


def _records(file: BinaryIO) -> Iterator[WarcRecord]:
    """The records from where `file` stands; bodies as they were sent.

    The library could undo their codings on the way, but loses its place in the archive where two of them meet.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingExtraError("reading WARC needs a library: pip install 'outlet-cleaner[warc]'") from error
    return iter(ArchiveIterator(file, record_types=WarcRecordType.any_type, parse_http=False))


def _is_page(record: WarcRecord) -> bool:
    kind = record.headers.get("WARC-Type")
    if kind == "conversion":
        return (record.headers.get("Content-Type") or "text/plain").lower().startswith("text/plain")
    if kind != "response" or not record.is_http:
        return False
    try:
        record.parse_http(auto_decode="none", quirks_mode=True)
    except OSError:
        return True  # named when it is read
    status = record.http_headers.status_code
    return status is None or (200 <= status < 300 and _content_type(record) in _PAGES and not _is_for_robots(record))


def _content_type(record: WarcRecord) -> str:
    return (record.http_content_type or "").strip().lower()


def _url(record: WarcRecord) -> str:
    return (record.headers.get("WARC-Target-URI") or "").strip("<> ")  # brackets: an early draft, and Wget


def _is_for_robots(record: WarcRecord) -> bool:
    """Whether it is the file that tells crawlers where not to go; they keep it among the pages."""
    try:
        return urlsplit(_url(record)).path == "/robots.txt"
    except ValueError:
        return False


def _pass_over(record: WarcRecord) -> None:
    """To its end, which must be there."""
    if not (record.headers.get("Content-Length") or "").strip().isdigit():
        raise SourceError(_CUT_OFF)
    left = record.content_length
    if record.reader.consume() < left:
        raise SourceError(_CUT_OFF)


def _begins(file: BinaryIO, offset: int) -> bool:
    """Whether a record begins there by itself. In archives compressed as one piece, or by Zstandard, it does not."""
    file.seek(offset)
    head = file.read(512)
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, 5)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def _check_end(file: BinaryIO, last: int) -> None:
    """That what is gzip ends as it should: the library takes a cut in the head of a record for the end."""
    file.seek(last)
    if file.read(2) != b"\x1f\x8b":
        return
    file.seek(last)
    try:
        with gzip.GzipFile(fileobj=file) as stream:
            while stream.read(_CHUNK):
                pass
    except EOFError as error:
        raise SourceError(_CUT_OFF) from error


def _in_charset(body: bytes, stated: str | None) -> str | bytes:
    """Text, if the server said in which charset it is; a byte-order mark and well-formed UTF-8 know better."""
    charset = (stated or "").strip("\"' ")
    return decoded(body, charset).text if charset else body
