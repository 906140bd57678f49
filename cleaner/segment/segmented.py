"""What the segmenter gives."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.columns import Boxes, Columns
from cleaner.model import Line


class Segmented(NamedTuple):
    """Lines, also as columns; which rule (by order) takes which line (by number) with its element; and the boxes."""

    lines: tuple[Line, ...]
    columns: Columns
    taken: dict[int, int]
    boxes: Boxes
    code: tuple[tuple[int, str], ...] = ()
    """The lines of code by number, white space and all."""
    longest: int = 0
    """Characters of the longest line that no rule takes with its element."""
