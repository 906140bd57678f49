"""What is left of a page, as plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from cleaner.model import Kind, Line

_CODE = Kind.CODE
_BREAK = re.compile(r"(\n+)")


def render(lines: Sequence[Line], kept: Sequence[Line]) -> str:
    """What is left as text.

    A line follows the one before it directly where the page has no break between them (list items, `<br>`),
    else after a blank line. Where nothing that is left has a break, every line is a paragraph:
    dumps with one line per paragraph look so. Both make a cleaned text come out the same when cleaned again.
    """
    breaks: list[str] = []
    texts: list[str] = []
    below = 0
    for line in kept:
        number, text = line.number, line.text
        is_broken = line.gap or (number > below and any(gone.gap for gone in lines[below:number]))
        breaks.append("\n\n" if is_broken else "\n")
        below = number + 1
        if line.kind is _CODE:
            first, *rest = _BREAK.split(text)
            breaks += rest[::2]
            texts += [first, *rest[1::2]]
        else:
            texts.append(text)
    if "\n\n" not in breaks[1:]:
        return "\n\n".join(texts)
    return "".join(chain.from_iterable(zip(breaks, texts, strict=True))).lstrip("\n")
