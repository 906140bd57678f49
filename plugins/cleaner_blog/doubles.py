"""Captions that stand twice: as alternative text and as caption, alone in a block of two lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from cleaner import Kind, Line, Mark

_SHORTEST = 16
_CREDIT = regex.compile(r"[ .|(\[–—-]*(?:©|\p{L}{3,20}(?: \p{L}{2,12}){0,2}:|\p{Lu}[^.!?]{0,80}/).{0,120}")
"""What a caption may have that its alternative text has not."""


def doubled_captions(lines: Iterable[Line], gone: frozenset[int]) -> Iterator[Mark]:
    """Mark both lines of each such block, as the blocks will be when the lines in `gone` have left.

    Cleaned text keeps the blank lines around a block and no block of two equal lines, so a second run finds none.
    """
    blocks = [block for block in _blocks(lines, gone) if len(block) == 2]
    for first, second in blocks:
        if (
            len(first.text) >= _SHORTEST
            and Kind.ITEM not in (first.kind, second.kind)
            and _same(first.text, second.text)
        ):
            yield Mark(first, "caption, as alternative text")
            yield Mark(second, "caption, after its alternative text")


def _same(alternative: str, caption: str) -> bool:
    rest = caption.removeprefix(alternative)
    return not rest or (len(rest) < len(caption) and _CREDIT.fullmatch(rest) is not None)


def _blocks(lines: Iterable[Line], gone: frozenset[int]) -> Iterator[list[Line]]:
    block: list[Line] = []
    gap = True
    for line in lines:
        gap = gap or line.gap
        if line.number in gone:
            continue
        if gap and block:
            yield block
            block = []
        block.append(line)
        gap = False
    yield block
