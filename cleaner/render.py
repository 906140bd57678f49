"""What is left of a page, as plain text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from cleaner.model import Line


def render(lines: Sequence[Line], gone: Mapping[int, object]) -> str:
    """What is left as text.

    A line follows the one before it directly where the page has no break between them (list items, `<br>`),
    else after a blank line. Where nothing that is left has a break, every line is a paragraph:
    dumps with one line per paragraph look so. Both make a cleaned text come out the same when cleaned again.
    """
    kept: list[str] = []
    breaks: list[str] = []
    gap = False
    for number, line in enumerate(lines):
        if line.gap:
            gap = True
        if number not in gone:
            kept.append(line.text)
            breaks.append("\n\n" if gap else "\n")
            gap = False
    if "\n\n" not in breaks[1:]:
        return "\n\n".join(kept)
    return "".join(chain.from_iterable(zip(breaks, kept, strict=True))).lstrip("\n")
