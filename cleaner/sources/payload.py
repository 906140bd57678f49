"""Bodies of HTTP responses as a server sent them: in chunks, compressed, and not always as their heads say."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from cleaner.sources.document import SourceError
from cleaner.sources.reading import too_large

_PIECE = 16 * 1024
"""Small, so that of a body that was cut off nearly all is read."""
_SIZE = re.compile(rb"\s*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
_BINARY = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")

Pieces = Iterator[bytes]


def codings(headers: Iterable[tuple[str, str]]) -> list[str]:
    """What was done to the body, the last first: transfer codings, then content codings."""
    stated = [(name.lower(), value) for name, value in headers]
    return [
        coding.strip().lower()
        for wanted in ("transfer-encoding", "content-encoding")
        for coding in reversed(",".join(value for name, value in stated if name == wanted).split(","))
        if coding.strip().lower() not in ("", "identity")
    ]


def payload(body: bytes, done: Sequence[str], largest: int) -> bytes:
    """The page in `body`, with the codings in `done` undone.

    Of a body that was cut off, as crawlers do to long ones, it is what came. A coding that the server only
    said it used is passed over if the body is text as it is.

    Raises:
        SourceError: a coding is unknown or the body is damaged from its start, or the page is larger than `largest`.
    """
    for coding in done:
        body = _undone(body, coding, largest)
    return body


def _undone(body: bytes, coding: str, largest: int) -> bytes:
    data = bytearray()
    decode = _DECODERS.get(coding)
    try:
        for piece in decode(body) if decode else _unknown(coding):
            data += piece
            if len(data) > largest:
                raise too_large(largest)
    except (OSError, zlib.error) as error:
        if not data and body:
            if _BINARY.search(body[:512]):
                raise SourceError(f"its body cannot be decoded: {coding}: {error}") from error
            return body
    return bytes(data)


def _unknown(coding: str) -> Pieces:
    raise OSError("unknown coding")


def _chunked(body: bytes) -> Pieces:
    place = 0
    while found := _SIZE.match(body, place):
        size = int(found[1], 16)
        if not size:
            return
        yield body[found.end() : found.end() + size]
        place = found.end() + size
    raise OSError("no size of a chunk")


def _gzip(body: bytes) -> Pieces:
    return _inflated(body, 31)


def _deflate(body: bytes) -> Pieces:
    """Deflate means zlib data; some servers send what is inside it."""
    try:
        zlib.decompressobj().decompress(body[:64], 1)
    except zlib.error:
        return _inflated(body, -15)
    return _inflated(body, 15)


def _inflated(body: bytes, form: int) -> Pieces:
    """One piece of input after the other: none can hold more than a thousand times its size."""
    inflate = zlib.decompressobj(form)
    for start in range(0, len(body), _PIECE):
        rest = body[start : start + _PIECE]
        while rest:
            if inflate.eof:  # gzip may go on with another member
                inflate = zlib.decompressobj(form)
            yield inflate.decompress(rest)
            rest = inflate.unused_data


def _brotli(body: bytes) -> Pieces:
    from fastwarc.stream_io import BrotliReader

    return _read(BrotliReader(io.BytesIO(body)).read)


def _zstd(body: bytes) -> Pieces:
    from fastwarc.stream_io import ZstdReader

    return _read(ZstdReader(io.BytesIO(body)).read)


def _read(read: Callable[[int], bytes]) -> Pieces:
    while piece := read(_PIECE):
        yield piece


_DECODERS: dict[str, Callable[[bytes], Pieces]] = {
    "chunked": _chunked,
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
