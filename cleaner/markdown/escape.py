"""Prose that Markdown must not take for markup."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"[\\`*\[|<~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
_OPENING = re.compile(r"[-+](?=\s|$)|>|#{1,6}(?=\s|$)|[-=:][-=: ]*$")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def escape(text: str) -> str:
    """One line of prose, so that Markdown shows it as it is."""
    text = _MARKUP.sub(r"\\\g<0>", text)
    if number := _NUMBERED.match(text):
        return f"{number[1]}\\{text[number.end(1) :]}"
    return f"\\{text}" if _OPENING.match(text) else text
