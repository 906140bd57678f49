"""Pages in invented words: the same structure, the same shape of each word, and nothing left to read.

What makes a page a fixture stays: markup, classes, addresses, numbers, names of months, and every word that stands in
a line of the template. Scripts, styles and comments go; the texts of JSON-LD are treated as those of the page are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from html import escape
from html.parser import HTMLParser
from typing import Any

from cleaner.scaffold.words import Words
from cleaner.segment import is_html, read

_TELLING = frozenset({"alt", "title", "content", "aria-label", "placeholder", "value", "summary", "label"})
"""Attributes that hold text for readers; those that begin with `data-` may."""
_DROPPED = frozenset({"script", "style"})

_Attributes = list[tuple[str, str | None]]


def anonymised(sources: Sequence[bytes], kept: Collection[str]) -> list[bytes]:
    """Pages and dumps in UTF-8, with all words but those `kept` (case-folded) replaced, in all of them alike."""
    texts = [read(source).text for source in sources]
    replaced = Words(texts, kept).replaced
    return [(_page(text, replaced) if is_html(text) else replaced(text)).encode() for text in texts]


def _page(text: str, replaced: Callable[[str], str]) -> str:
    rewriter = _Rewriter(replaced)
    rewriter.feed(text)
    rewriter.close()
    return "".join(rewriter.written)


class _Rewriter(HTMLParser):
    """Writes a page again as it reads it."""

    def __init__(self, replaced: Callable[[str], str]) -> None:
        super().__init__()
        self._replaced = replaced
        self._inside = ""
        """`script` or `style`, or `json` for one that is data."""
        self.written: list[str] = []

    def handle_decl(self, decl: str) -> None:
        """`<!DOCTYPE>`."""
        self.written.append(f"<!{decl}>")

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        """Keep the tag, with its texts replaced."""
        if tag in _DROPPED:
            self._inside = "json" if dict(attrs).get("type") == "application/ld+json" else tag
        if self._inside in ("", "json"):
            self.written.append(f"<{tag}{''.join(self._attribute(*one) for one in attrs)}>")

    def handle_startendtag(self, tag: str, attrs: _Attributes) -> None:
        """`<br/>`, where the slash means nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Keep it."""
        if self._inside in ("", "json"):
            self.written.append(f"</{tag}>")
        if tag in _DROPPED:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Replace the words of a text."""
        if self._inside == "json":
            self.written.append(_json(data, self._replaced))
        elif not self._inside:
            self.written.append(escape(self._replaced(data), quote=False))

    def _attribute(self, name: str, value: str | None) -> str:
        if value is None:
            return f" {name}"
        told = name in _TELLING or (name.startswith("data-") and " " in value)
        return f' {name}="{escape(self._replaced(value) if told else value)}"'


def _json(text: str, replaced: Callable[[str], str]) -> str:
    """JSON-LD with its texts replaced, and nothing if it is none. Types, languages and dates stay as they are."""

    def value(item: Any, name: str) -> Any:
        if isinstance(item, dict):
            return {key: value(inner, key) for key, inner in item.items()}
        if isinstance(item, list):
            return [value(inner, name) for inner in item]
        plain = isinstance(item, str) and not name.startswith("@") and not name.startswith(("date", "inLanguage"))
        return replaced(item) if plain else item

    try:
        return json.dumps(value(json.loads(text), ""), ensure_ascii=False).replace("</", "<\\/")
    except (ValueError, RecursionError):
        return ""
