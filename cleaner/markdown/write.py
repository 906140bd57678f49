"""Blocks of lines, one below the other, as Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner.markdown.escape import escape
from cleaner.markdown.layout import CODE, HEADINGS, TABLE, Container, Layout, Place
from cleaner.model import Line

_TICKS = re.compile(r"`{3,}")
_CLOSING = re.compile(r"(?<=\s)#+$")
"""What would be taken for the end of a heading."""
_ESCAPED = r"\\\g<0>"


class Block(NamedTuple):
    """Lines that make one heading, paragraph, piece of code or table."""

    place: Place
    gap: bool
    lines: list[Line]


class Writer:
    """Writes the blocks of one page."""

    def __init__(self, layout: Layout, code: Mapping[int, str]) -> None:
        self._layout = layout
        self._code = code
        self._out: list[str] = []
        self._open: list[tuple[Container, str]] = []
        """The containers of the block before, and what stands for each at the beginning of a line."""
        self._numbers: Counter[str] = Counter()

    def written(self, blocks: Iterable[Block]) -> str:
        """All blocks."""
        for block in blocks:
            self._add(block)
        return "\n".join(self._out)

    def _add(self, block: Block) -> None:
        containers = block.place.containers
        shared = 0
        while shared < min(len(self._open), len(containers)) and self._open[shared][0] == containers[shared]:
            shared += 1
        tight = not block.gap and self._goes_on(containers, shared)
        del self._open[shared:]
        prefix = "".join(text for _, text in self._open)
        if self._out and not tight:
            self._out.append(prefix.rstrip())
        for container in containers[shared:]:
            opening = self._opening(container)
            self._open.append((container, " " * len(opening) if container.listed else opening))
            prefix += opening
        has_bullet = bool(containers[shared:]) and containers[-1].listed != ""
        rest = "".join(text for _, text in self._open)
        for line in self._lines(block, has_bullet):
            self._out.append(f"{prefix}{line}".rstrip())
            prefix = rest

    def _goes_on(self, containers: Sequence[Container], shared: int) -> bool:
        """Whether behind those that are `shared` the next item of the same list begins, or a list inside an item."""
        listed = containers[shared].listed if shared < len(containers) else ""
        before = [container.listed for container, _ in self._open]
        return listed != "" and (before[shared : shared + 1] == [listed] or any(before[:shared][-1:]))

    def _opening(self, container: Container) -> str:
        if not container.listed:
            return "> "
        if container.bullet:
            return f"{container.bullet} "
        self._numbers[container.listed] += 1
        return f"{self._numbers[container.listed]}. "

    def _lines(self, block: Block, has_bullet: bool) -> Iterator[str]:
        tag, lines = block.place.tag, block.lines
        if tag == CODE:
            return self._fenced(block.place.box, lines)
        if tag == TABLE:
            return self._table(block.place.box, lines)
        first = lines[0].text[len(lines[0].marker) :].lstrip() if has_bullet else lines[0].text
        texts = [escape(text) for text in (first, *(line.text for line in lines[1:]))]
        if tag in HEADINGS:
            return iter([f"{'#' * HEADINGS[tag]} {_CLOSING.sub(_ESCAPED, ' '.join(texts))}"])
        return iter([*(f"{text}\\" for text in texts[:-1]), texts[-1]])

    def _fenced(self, box: int, lines: Sequence[Line]) -> Iterator[str]:
        code = "\n".join(self._code.get(line.number, line.text) for line in lines).rstrip().lstrip("\r\n")
        fence = max(_TICKS.findall(code), default="``") + "`"
        yield fence + self._layout.language(box)
        yield from code.split("\n")
        yield fence

    def _table(self, box: int, lines: Sequence[Line]) -> Iterator[str]:
        texts: dict[int, list[str]] = {}
        for line in lines:
            texts.setdefault(self._layout.cell(line), []).append(escape(line.text))
        grid = self._layout.grid(box)
        width = max(map(len, grid))
        rows = [[" ".join(texts.get(cell, ())) for cell in row] + [""] * (width - len(row)) for row in grid]
        heading = rows.pop(0) if self._layout.is_heading(grid[0]) else [""] * width
        for row in (heading, ["---"] * width, *filter(any, rows)):
            yield f"| {' | '.join(row)} |"
