"""What was kept of a page as Markdown: CommonMark, with the tables of GitHub.

Headings, lists, quotes, code and simple tables stay what they are on the page. Everything else is
prose, and escaped so that it stays prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.markdown.layout import CODE, TABLE, Layout
from cleaner.markdown.write import Block, Writer
from cleaner.model import Cleaned, Line

__all__ = ["to_markdown"]


def to_markdown(result: Cleaned) -> str:
    """The kept lines as Markdown, with no line feed at the end; the empty string if there are none."""
    kept = list(_kept(result))
    layout = Layout(result.boxes, [line for line, _ in kept])
    return Writer(layout, dict(result.code)).written(_blocks(kept, layout))


def _kept(result: Cleaned) -> Iterator[tuple[Line, bool]]:
    """What is left, and whether a break stands before it."""
    gone = {removal.line.number for removal in result.removals}
    gap = False
    for line in result.lines:
        gap = gap or line.gap
        if line.number not in gone:
            yield line, gap
            gap = False


def _blocks(kept: Sequence[tuple[Line, bool]], layout: Layout) -> Iterator[Block]:
    single = not any(gap for _, gap in kept[1:])  # every line is a paragraph, as in the text
    block: Block | None = None
    for line, gap in kept:
        place = layout.place(line)
        if block is None or place != block.place or ((gap or single) and place.tag not in (CODE, TABLE)):
            if block is not None:
                yield block
            block = Block(place, gap, [])
        block.lines.append(line)
    if block is not None:
        yield block
