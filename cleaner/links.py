"""Markdown in a dump: what a reader of a line sees, and how much of it is links."""

from __future__ import annotations

import regex

LINK_SIGN = "]("
"""No link and no picture is without it."""

_TARGET = r"\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+(?:\s++\"[^\"]*+\")?+\)"
_PICTURE = regex.compile(rf"!\[([^\[\]]*+)\]{_TARGET}")
_LINK = regex.compile(rf"(?<!!)\[([^\[\]]*+)\]{_TARGET}")
_LONGEST = 20_000
_NOTHING = regex.compile(r"[\W_]*+")


def shown(text: str) -> str:
    """The line with links and pictures as their texts; as it is where it has none, or nothing of it would be seen."""
    if LINK_SIGN not in text or len(text) > _LONGEST:
        return text
    seen = " ".join(_LINK.sub(r"\1", _PICTURE.sub(r" \1 ", text)).split())
    return text if _NOTHING.fullmatch(seen) else seen


def links_and_pictures(text: str) -> tuple[float, int]:
    """The share of what is seen that is link text, 0 to 1, and the number of pictures."""
    if len(text) > _LONGEST:
        return 0.0, 0
    without, pictures = _PICTURE.subn(r" \1 ", text)
    linked = sum(len(found.strip()) for found in _LINK.findall(without))
    seen = len(" ".join(_LINK.sub(r"\1", without).split()))
    return (min(1.0, linked / seen) if seen else 1.0), pictures
