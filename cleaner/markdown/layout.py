"""Where lines stand on their page: in which list, quote, heading, code or table. Read off the boxes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner.model import Box, Line

HEADINGS = {f"h{level}": level for level in range(1, 7)}
CODE, TABLE = "pre", "table"
_ITEMS = frozenset({"li", "dd", "dt"})
_CELLS = frozenset({"td", "th"})
_NOT_IN_CELLS = frozenset({TABLE, "blockquote", CODE, *HEADINGS, *_ITEMS})
"""A table that holds one of these is there for the layout, or is more than Markdown can say."""
_LONGEST_CELL = 300
"""Characters; longer ones are prose that a layout has put there."""
_LANGUAGE = re.compile(r"\blang(?:uage)?-([\w+#.-]+)")


class Container(NamedTuple):
    """A quote, or an item of a list."""

    box: int
    listed: str = ""
    """What identifies the list of an item; empty for a quote."""
    bullet: str = ""
    """What is written before an item of a list without numbers, or one that brings its own."""


class Place(NamedTuple):
    """Where a line stands: in which containers, and in which heading, code or table, if any."""

    containers: tuple[Container, ...] = ()
    tag: str = ""
    box: int = -1


class Layout:
    """What the boxes of a page say about where lines stand."""

    def __init__(self, boxes: Sequence[Box], lines: Sequence[Line]) -> None:
        self._boxes = boxes
        self._places = {-1: Place()}
        self._grids: dict[int, list[list[int]]] = {}
        self._lengths = Counter[int]()
        for line in lines:
            self._lengths[line.box] += len(line.text)

    def place(self, line: Line) -> Place:
        """Where `line` stands; the lines of a dump are items by their markers."""
        if line.box < 0 and line.marker:
            bullet = line.marker if line.marker[0].isdigit() else "-"
            return Place((Container(-2 - line.number, "dump", bullet),))
        if line.box not in self._places:
            self._places[line.box] = self._found(line.box)
        return self._places[line.box]

    def _found(self, box: int) -> Place:
        containers: list[Container] = []
        tag, inner, in_cell = "", -1, False
        for number in self._above(box):
            name = self._boxes[number].tag
            if name == TABLE and in_cell and self.grid(number):
                containers, tag, inner = [], name, number
            elif not tag and (name == CODE or name in HEADINGS):
                tag, inner = name, number
            elif name == "blockquote" or name in _ITEMS:
                containers.append(self._container(number, name))
            in_cell = in_cell or name in _CELLS
        return Place(tuple(reversed(containers)), tag, inner)

    def _above(self, box: int) -> Iterator[int]:
        while box >= 0:
            yield box
            box = self._boxes[box].parent

    def _container(self, number: int, name: str) -> Container:
        if name == "blockquote":
            return Container(number)
        parent = self._boxes[number].parent
        return Container(number, str(parent), "" if self._boxes[parent].tag == "ol" else "-")

    def grid(self, table: int) -> list[list[int]]:
        """The boxes of the cells of a simple table, row by row; nothing if it is not one."""
        if table not in self._grids:
            self._grids[table] = self._grid(table)
        return self._grids[table]

    def _grid(self, table: int) -> list[list[int]]:
        cells = {table: table}
        lengths: Counter[int] = Counter()
        rows: dict[int, list[int]] = {}
        for number in range(table + 1, len(self._boxes)):
            parent, tag, _ = self._boxes[number]
            if parent not in cells:
                break
            if tag in _NOT_IN_CELLS:
                return []
            cells[number] = number if tag in _CELLS else cells[parent]
            lengths[cells[number]] += self._lengths[number]
            if tag in _CELLS:
                rows.setdefault(parent, []).append(number)
        wide = max(map(len, rows.values()), default=0)
        is_simple = len(rows) > 1 and wide > 1 and max(lengths.values()) <= _LONGEST_CELL
        return list(rows.values()) if is_simple else []

    def cell(self, line: Line) -> int:
        """The cell that a line of a table stands in."""
        return next(box for box in self._above(line.box) if self._boxes[box].tag in _CELLS)

    def is_heading(self, row: Sequence[int]) -> bool:
        """Whether the cells of a row are all headings."""
        return all(self._boxes[box].tag == "th" for box in row)

    def language(self, box: int) -> str:
        """The language that a piece of code says it is in, or the empty string."""
        found = _LANGUAGE.search(self._boxes[box].names) if box >= 0 else None
        return found[1] if found else ""
