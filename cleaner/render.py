"""What is left of a page, as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.columns import PLACES
from cleaner.ledger import PARAGRAPH_BREAK, parts
from cleaner.model import Kind, Line
from cleaner.page import Page

_CODE = PLACES[Kind.CODE]
_BREAK = re.compile(r"(\n+)")


def render(page: Page) -> str:
    """What is left of a page as text.

    A line follows the one before it directly where the page has no break between them (list items, `<br>`),
    else after a blank line. Where nothing that is left has a break, every line is a paragraph:
    dumps with one line per paragraph look so. Both make a cleaned text come out the same when cleaned again.
    """
    columns = page.columns
    left: Sequence[str] = parts(page.lines, page.taken, columns.gaps)
    if PARAGRAPH_BREAK not in left and _CODE in columns.kinds:
        left = _unfolded(page.kept(), left)
    return "".join(left) if PARAGRAPH_BREAK in left else PARAGRAPH_BREAK.join(left[::2])


def _unfolded(kept: Iterable[Line], parts: Sequence[str]) -> list[str]:
    """The texts and what stands between them, with each line of code on its own."""
    found: list[str] = []
    for line, after in zip(kept, (*parts[1::2], ""), strict=True):
        found += _BREAK.split(line.text) if line.kind is Kind.CODE else [line.text]
        found.append(after)
    return found[:-1]
