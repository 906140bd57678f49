"""Is it HTML or a text dump, or no text at all? Looks at the source alone, whatever its name."""

from __future__ import annotations

import re

from cleaner.segment.decode import BOMS, Source, utf16
from cleaner.segment.scan import is_utf8

KINDS = ("auto", "html", "text")

SAMPLE = 65_536
"""Characters that are looked at."""
_BEGINNING = 512
"""Characters among which most pages have shown what they are."""
_TAGS = (
    r"(?:a|abbr|address|article|aside|b|blockquote|body|br|button|center|code|dd|div|dl|dt|em|figcaption|figure|font"
    r"|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|ol|p|pre|script|section"
    r"|small|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|title|tr|u|ul|video)"
)
_START = re.compile(
    r"\s*+(?:<!doctype\b|<\?xml\b|<!--|<(?:html|head|body|meta|title|link|script|style|div|p|article|section|main|table"
    r"|tr|td|ul|ol|li|h[1-6]|header|footer|nav|aside|blockquote|center|figure|form|br|hr|pre)(?:\s[^<>]*)?(?:/?>|\Z))",
    re.IGNORECASE,
)
_TAG = re.compile(rf"</?{_TAGS}(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)

_BINARY = {
    b"%PDF-": "a PDF",
    b"\x89PNG\r\n": "a picture",
    b"GIF87a": "a picture",
    b"GIF89a": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"PK\x03\x04": "an archive",
    b"Rar!\x1a\x07": "an archive",
    b"7z\xbc\xaf\x27\x1c": "an archive",
    b"\x1f\x8b\x08": "compressed data",
    b"\x28\xb5\x2f\xfd": "compressed data",
    b"\xfd7zXZ\0": "compressed data",
    b"\x7fELF": "a program",
    b"MZ\x90\0": "a program",
    b"\0asm": "a program",
    b"\xcf\xfa\xed\xfe": "a program",
    b"\xca\xfe\xba\xbe": "a program",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an office document",
    b"wOFF": "a font",
    b"wOF2": "a font",
    b"OggS": "a recording",
    b"ID3\x03": "a recording",
    b"ID3\x04": "a recording",
}
"""How files begin that servers send in place of a page, or under its name."""
_BINARY_BEGINS = tuple(_BINARY)
_BOMS = tuple(bom for bom, _ in BOMS)
_TAR = slice(257, 262)
_WARC = re.compile(rb"WARC/1\.\d\r?\n[\w-]+:")
_CONTROLS = bytes({*range(1, 32), 127} - set(b"\b\t\n\v\f\r\x1a\x1b"))
"""What texts have next to none of, not even the output of terminals and of DOS; one in ten bytes of packed data."""
_CONTROLS_ONE_IN = 20
_FEWEST_CONTROLS = 16


def binary(source: bytes) -> str:
    """What it is, if it is no text for certain; else "". A text can begin so too, but then it is UTF-8."""
    if source.startswith(_BINARY_BEGINS):
        return "" if is_utf8(source) else next(what for sign, what in _BINARY.items() if source.startswith(sign))
    if source[_TAR] == b"ustar" and b"\0" in source[: _TAR.start]:
        return "an archive"
    if _WARC.match(source):
        return "a web archive"
    return "binary data" if _has_controls(source[:_BEGINNING], 1) and _is_binary(source) else ""


def _is_binary(source: bytes) -> bool:
    """Whether it has more control characters than any text; UTF-16 is full of what looks like them."""
    sample = source[:SAMPLE]
    fewest = max(_FEWEST_CONTROLS, (len(sample) - sample.count(0)) // _CONTROLS_ONE_IN)
    return _has_controls(sample, fewest) and not (source.startswith(_BOMS) or is_utf8(source) or utf16(source))


def _has_controls(sample: bytes, fewest: int) -> bool:
    return len(sample) - len(sample.translate(None, _CONTROLS)) >= fewest


def is_page(source: Source) -> bool:
    """Whether it is HTML: most pages show it at once, most dumps have no tag, and decoding costs."""
    if b"<" not in source.utf8:
        return False
    beginning = source.start(_BEGINNING)
    found = _START.match(beginning)
    return (found is not None and found.end() < len(beginning)) or is_html(source.start(SAMPLE))


def is_html(source: str) -> bool:
    """Whether `source` is HTML, a fragment without `<html>` included.

    A source that begins with a block tag is HTML. One that does not is HTML when at least one in four of its
    lines has a tag: dumps quote tags too (comment forms list those they allow), but on few of their lines.
    """
    source = source.lstrip("\ufeff")
    if source.find("<", 0, SAMPLE) < 0:
        return False
    if _START.match(source, endpos=SAMPLE):
        return True
    sample = source[:SAMPLE]
    lines = list(filter(str.strip, sample.splitlines()))
    if sample.count("<") * 4 < len(lines):  # as in most dumps
        return False
    tagged = sum(1 for line in lines if "<" in line and _TAG.search(line))
    return tagged * 4 >= len(lines) and tagged > 0
