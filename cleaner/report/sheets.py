"""Rows under headings: on a terminal a table, in a pipe aligned plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

_DRIVES_TERMINALS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under headings; `styles` may give each row a colour, which never says what the words do not."""

    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    styles: Sequence[str] = ()


def as_table(sheet: Sheet) -> Table:
    """For a terminal: long cells are wrapped in their column."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in sheet.headings:
        table.add_column(Text(heading), overflow="fold", justify="right" if _numeric(sheet, heading) else "left")
    for number, row in enumerate(sheet.rows):
        style = sheet.styles[number] if sheet.styles else ""
        table.add_row(*(Text(printable(cell, keep="\n"), style) for cell in row))
    return table


def as_lines(sheet: Sheet) -> Iterator[str]:
    """For a pipe: a line per row, whatever its length, so that `grep` and `diff` can work on it."""
    cells = [sheet.headings, *(tuple(printable(cell) for cell in row) for row in sheet.rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(sheet.headings) - 1)]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        yield "  ".join((*padded, row[-1])).rstrip()


def _numeric(sheet: Sheet, heading: str) -> bool:
    column = sheet.headings.index(heading)
    return bool(sheet.rows) and all(row[column].isdecimal() for row in sheet.rows)


def printable(text: str, keep: str = "") -> str:
    """`text` with what could drive a terminal or turn the line round written as escapes, but for `keep`."""
    return _DRIVES_TERMINALS.sub(lambda found: found[0] if found[0] in keep else _escaped(found[0]), text)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode()
