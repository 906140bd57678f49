"""Strings as metadata keeps them."""

from __future__ import annotations

import html
import unicodedata
from functools import lru_cache

import regex

_WORDS = regex.compile(r"\w+")
_TAG = regex.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF))
_SUSPECT = regex.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]")
"""A lead byte and a byte that continues it, both read as Latin letters."""


def tidy(text: str) -> str:
    """White space folded, entities decoded, tags and invisible characters dropped, NFC, mojibake mended if certain."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
        if _SUSPECT.search(text):
            text = _mended(text)
    return " ".join(text.split())


def _mended(text: str) -> str:
    """UTF-8 that somebody read as Windows-1252: mended where every character of it fits."""
    try:
        import ftfy
    except ImportError:
        return text
    return ftfy.fix_encoding(text)


def flat(text: str) -> str:
    """Its letters and digits in lower case, words apart by one blank."""
    return " ".join(_WORDS.findall(text.lower()))


@lru_cache(maxsize=256)
def joined(text: str) -> str:
    """Its letters and digits in lower case, all together."""
    return "".join(_WORDS.findall(text.lower())).replace("_", "")
