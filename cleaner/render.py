"""What is left of a page, as plain text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, chain, pairwise

from cleaner.model import Line


def render(lines: Sequence[Line], gone: Mapping[int, object]) -> str:
    """What is left as text.

    A line follows the one before it directly where the page has no break between them (list items, `<br>`),
    else after a blank line. Where nothing that is left has a break, every line is a paragraph:
    dumps with one line per paragraph look so. Both make a cleaned text come out the same when cleaned again.
    """
    kept = [line for line in lines if line.number not in gone]
    gaps = [0, *accumulate([line.gap for line in lines])]
    behind = [line.number + 1 for line in kept]
    breaks = ["\n\n" if gaps[here] > gaps[before] else "\n" for before, here in pairwise([0, *behind])]
    texts = [line.text for line in kept]
    if "\n\n" not in breaks[1:]:
        return "\n\n".join(texts)
    return "".join(chain.from_iterable(zip(breaks, texts, strict=True))).lstrip("\n")
