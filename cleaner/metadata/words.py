"""Strings as metadata keeps them."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache
from types import SimpleNamespace
from typing import Any

from cleaner.compiled import load_functions

_NOT_WORDS = re.compile(r"[\W_]+")
_THREE_WORDS = re.compile(r"\S\s+\S+\s+\S|[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{5}")
"""Scripts that put no blanks between words have words of some two letters."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_WORDS = bytes(code if chr(code).isalnum() else 32 for code in bytes(range(128)).lower()) + bytes(range(128, 256))
"""For ASCII: small letters, digits and blanks."""
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_SUSPECT = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
"""A lead byte and a byte that continues it, both read as Latin letters."""


def tidy(text: str) -> str:
    """White space folded, entities decoded, tags and invisible characters dropped, NFC, mojibake mended if certain.

    Most texts are so already, or need no more than `words.c` can do.
    """
    known: str = _library().tidy(text, made_tidy)
    return known


def made_tidy(text: str) -> str:
    """The same for any text."""
    if "&" in text or "<" in text:
        text = _TAG.sub("", html.unescape(html.unescape(text)))
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
        if _SUSPECT.search(text):
            text = _mended(text)
    return " ".join(text.split())


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "words")


def tidied(value: Any) -> Any:
    """The value of a field, with its strings tidy."""
    if type(value) is str:
        return tidy(value)
    return tuple(map(tidy, value)) if type(value) is tuple else value


def _mended(text: str) -> str:
    """UTF-8 that somebody read as Windows-1252: mended with the extra `mojibake`, else left as it is."""
    try:
        import ftfy  # slow to import, and hardly ever needed
    except ImportError:
        return text
    return str(ftfy.fix_encoding(text))


def folded(text: str) -> str:
    """In small letters, as patterns of labels are written; a Turkish i, with its dot or without, is an `i`.

    To search it so costs a fifth of what `(?i)` does.
    """
    small = text.lower()
    return small if small.isascii() else small.replace("i\u0307", "i").replace("\u0131", "i")


def is_worded(text: str) -> bool:
    """Whether it has three words or more, as headlines do and names of sections do not."""
    return _THREE_WORDS.search(text) is not None


def flat(text: str) -> str:
    """Its letters and digits in lower case, words apart by one blank."""
    if text.isascii():
        return " ".join(text.encode().translate(_WORDS).decode().split())
    return _NOT_WORDS.sub(" ", text.lower()).strip()


def words(text: str) -> set[str]:
    """Its words in lower case."""
    return {*flat(text).split()}
