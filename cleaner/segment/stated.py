"""The article of a page that shows none: single-page applications have it in their JSON-LD only."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any

import regex

_SHOWN = 200
"""Characters. A page with one line as long shows prose, and what it states beside is not looked at."""
_STATED = 500
"""Characters. A shorter body is a teaser."""
_BREAKS = regex.compile(r"(?i:</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote)\b[^<>]*+>)|\n")
_TAGS = regex.compile(r"<[^<>]*+>")


def shows_article(texts: Iterable[str]) -> bool:
    """Whether there is any prose among these texts of a page's lines."""
    return any(len(text) >= _SHOWN for text in texts)


def stated_article(blocks: Iterable[bytes]) -> list[str]:
    """The paragraphs of the longest `articleBody` in JSON-LD blocks; none if they state no article."""
    bodies = (body for block in blocks if b"articleBody" in block for body in _bodies(_loaded(block)))
    longest = max(bodies, key=len, default="")
    if len(longest) < _STATED:
        return []
    pieces = (unescape(_TAGS.sub("", piece)) for piece in _BREAKS.split(longest))
    return [folded for piece in pieces if (folded := " ".join(piece.split()))]


def _loaded(block: bytes) -> Any:
    try:
        return json.loads(block, strict=False)
    except (ValueError, RecursionError):
        return None


def _bodies(data: Any) -> Iterator[str]:
    """Those of the objects at the top, in a list or in `@graph`."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, Mapping):
            graph = item.get("@graph")
            for node in (item, *(graph if isinstance(graph, list) else ())):
                body = node.get("articleBody") if isinstance(node, Mapping) else None
                if isinstance(body, str):
                    yield body
