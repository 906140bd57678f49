"""Bytes to text: byte-order mark, UTF-8, declared charset, detection, in that order. Never fails."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from cleaner.segment.alphabets import latin_charset
from cleaner.segment.scan import is_utf8, scan

_DECLARING = (b"charset", b"encoding")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*+=\s*+["']?\s*+([A-Za-z0-9_.:-]{2,40})""")
_DECLARATION_WITHIN = 4096
_DETECT_WITHIN = 65_536
_DETECT_WITHIN_PAGE = 1_000_000
_TAG = re.compile(rb"</?[a-zA-Z][^<>]*+>")
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What browsers read under these names (WHATWG Encoding Standard): pages mean the superset."""
_SEVEN_BIT = frozenset({"iso2022_jp", "iso2022_kr", "hz", "utf-7"})
"""Encodings whose bytes also pass for UTF-8, so that only the declaration tells."""


class Source:
    """A page in both forms: for those who read characters, and for the parser, which reads UTF-8."""

    __slots__ = ("_text", "_utf8")

    def __init__(self, utf8: bytes, text: str | None = None) -> None:
        self._utf8 = utf8
        self._text = text

    @property
    def utf8(self) -> bytes:
        """What the parser reads."""
        return self._utf8

    @property
    def text(self) -> str:
        """The characters. Most pages are never asked for them, and decoding costs a copy."""
        return self._text if self._text is not None else self._utf8.decode()

    def start(self, most: int) -> str:
        """About so many characters of the beginning."""
        return self._text[:most] if self._text is not None else self._utf8[:most].decode("utf-8", "ignore")


def read(source: str | bytes, charset: str = "") -> Source:
    """The page, without byte-order mark, NUL or lone surrogates. What cannot be read becomes U+FFFD.

    `charset` is what somebody else declared, such as a server; it counts before what the page declares.
    """
    if isinstance(source, str):
        return _readable(source)
    for bom, name in BOMS:
        if source.startswith(bom):
            return _readable(source[len(bom) :].decode(name, "replace"))
    declared = (charset and _known(charset)) or _declared(source)
    if declared not in _SEVEN_BIT and is_utf8(source):
        return Source(source)
    if name := utf16(source):
        return _readable(source.decode(name, "replace"))
    if declared not in _SEVEN_BIT:
        try:
            return _readable(source.decode())
        except UnicodeDecodeError as error:
            if _is_cut_off(error):
                return _readable(source.decode("utf-8", "replace"))
        with suppress(UnicodeDecodeError):  # some writers leave lone surrogates in UTF-8
            return _readable(source.decode("utf-8", "surrogatepass"))
    return _readable(_legacy(source, declared))


def _is_cut_off(error: UnicodeDecodeError) -> bool:
    """Whether it ends inside a character of UTF-8; one such byte alone, behind ASCII, is a last é."""
    return (
        error.end == len(error.object)
        and error.reason == "unexpected end of data"
        and not (error.start == error.end - 1 and error.object[: error.start].isascii())
    )


def _readable(text: str) -> Source:
    """`text` with what no file can hold (lone surrogates) and no page means (NUL) replaced by U+FFFD."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    try:
        return Source(text.encode(), text)
    except UnicodeEncodeError:
        mended = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return Source(mended.encode(), mended)


def utf16(source: bytes) -> str:
    """The UTF-16 it is without a byte-order mark, or "": its spaces and tags then have a NUL each, all on one side."""
    sample = source[:_DETECT_WITHIN]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if max(low, high) < max(3, len(sample) // 50) or min(low, high) * 20 > max(low, high):
        return ""
    name = "utf-16-be" if low > high else "utf-16-le"
    text = sample.decode(name, "replace")
    return name if any(sign in text for sign in " <\n") else ""


def _declared(data: bytes) -> str:
    head = data[:_DECLARATION_WITHIN]
    starts = [start for word in _DECLARING if (start := head.find(word)) >= 0]  # dumps have none, and soon know it
    found = _DECLARED.search(head, min(starts)) if starts else None
    return _known(found[1].decode()) if found else ""


def _known(charset: str) -> str:
    """What is meant by this name of a charset; "" if nothing is."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):  # a NUL in it
        return ""
    return _SUPERSETS.get(name, name)


def _legacy(data: bytes, declared: str) -> str:
    if declared and declared != "utf-8":
        text = _try(data, declared)
        if text is not None:
            return text
    as_utf8 = data.decode("utf-8", "replace")
    guess = "" if _is_damaged(as_utf8) else _detected(data)
    return data.decode(guess, "replace") if guess not in ("", "utf_8") else as_utf8


def _is_damaged(as_utf8: str) -> bool:
    """Whether it is UTF-8, if a damaged one: bytes of other charsets pass for its longer characters next to never."""
    beyond_ascii = len(as_utf8) - len(as_utf8.encode("ascii", "ignore"))
    damaged = as_utf8.count("\ufffd")
    return beyond_ascii - damaged >= damaged


def _detected(data: bytes) -> str:
    """The charset that it looks like; "" if it looks like none."""
    words = _TAG.sub(b" ", scan(data[:_DETECT_WITHIN_PAGE]).source)[:_DETECT_WITHIN]
    if latin := latin_charset(words):
        return latin
    from charset_normalizer import from_bytes  # 4 MB of memory, and few pages come to this

    guess = from_bytes(words.strip()).best() or from_bytes(data[:_DETECT_WITHIN]).best()
    return guess.encoding if guess is not None else ""


def _try(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, ValueError):  # a codec that is not for text, such as "hex"
        return None
    return text if isinstance(text, str) and text.count("\ufffd") * 500 < len(text) else None
