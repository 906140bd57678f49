"""What is left of a page, as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, pairwise

from cleaner.columns import PLACES, Columns
from cleaner.model import Kind, Line

_CODE = PLACES[Kind.CODE]
_BREAK = re.compile(r"(\n+)")


def render(page: Columns, kept: Sequence[Line]) -> str:
    """What is left of a page as text.

    A line follows the one before it directly where the page has no break between them (list items, `<br>`),
    else after a blank line. Where nothing that is left has a break, every line is a paragraph:
    dumps with one line per paragraph look so. Both make a cleaned text come out the same when cleaned again.
    """
    texts, breaks = [line.text for line in kept], _breaks(page.gaps, kept)
    if _CODE in page.kinds:
        texts, breaks = _unfolded(kept, breaks)
    if "\n\n" not in breaks:
        return "\n\n".join(texts)
    return "".join(chain.from_iterable(zip(texts, (*breaks, ""), strict=True)))


def _breaks(gaps: Iterable[int], kept: Sequence[Line]) -> list[str]:
    """What stands between the lines that are left: a blank line if one stood over the lower or over what is gone."""
    above = list(accumulate(gaps))
    met = [above[line.number] for line in kept]
    return ["\n" if before == after else "\n\n" for before, after in pairwise(met)]


def _unfolded(kept: Iterable[Line], breaks: Iterable[str]) -> tuple[list[str], list[str]]:
    """The texts and what stands between them, with each line of code on its own."""
    parts: list[str] = []
    for line, after in zip(kept, (*breaks, ""), strict=True):
        parts += _BREAK.split(line.text) if line.kind is Kind.CODE else [line.text]
        parts.append(after)
    return parts[::2], parts[1:-1:2]
