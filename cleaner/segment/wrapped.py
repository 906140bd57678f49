"""Dumps whose paragraphs are wrapped: w3m and lynx end lines at 80 columns, html2text at 78, pandoc at 72.

A line of such a dump is no paragraph and no sentence; rules, headlines and scores need whole ones. A line is taken for
wrapped where the first word of the next would not have fitted. That this holds for nearly all lines that go on with a
small letter shows that a dump is made like this: of verse, menus and code it does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from cleaner.segment.lines import library

_LONG, _MOST_LONG = 264, 3
"""Bytes: twice the widest that a line is wrapped at. And how many lines may be longer, as addresses are, or tables."""
_NARROWEST, _WIDEST = 60, 132
"""Columns."""
_FEWEST = 3
"""Lines that go on with a small letter; fewer can be an accident."""
_SURE = 0.9
"""Of those, the share that ends where the next word would not have fitted."""
_LEAST = 0.7
"""The same of all lines of some length with another right below."""
_MOST_WIDER = 0.1
"""Lines wider than that, for one that was wrapped: what has no blanks, or came as it was."""
_OWN = re.compile(r"[*•·▪◦‣#>|`~=+_–—-]|\d{1,3}[.)]\s|\[\d{1,3}\]")
"""What begins a line that does not go on with the one before: a list's item, a heading, a quotation, a table."""
_DENSE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]$")
"""Scripts without blanks, whose lines end anywhere."""
_SMALL = frozenset("and or und oder bzw et ou y o u e i и или та або och eller en of og a".split())
"""What stands behind the hyphen of `pre- and postwar`."""


class _Pair(NamedTuple):
    """A line that may be wrapped: its number, its columns, and those that it would have with the next word."""

    number: int
    least: int
    most: int
    is_open: bool
    """Whether the next line begins with no capital."""


def unwrapped(utf8: bytes) -> bytes:
    """The text with each paragraph on one line, if it was wrapped; else as it is."""
    if library().lines_longer(utf8, len(utf8), _LONG, _MOST_LONG + 1) > _MOST_LONG:  # as in most dumps
        return utf8
    lines = utf8.decode("utf-8", "surrogatepass").replace("\r\n", "\n").split("\n")
    pairs = _pairs(lines)
    width = _width(lines, pairs)
    if not width:
        return utf8
    found = {pair.number for pair in pairs if pair.least <= width < pair.most}
    return _joined(lines, found).encode("utf-8", "surrogatepass")


def _pairs(lines: Sequence[str]) -> list[_Pair]:
    """The lines that may be wrapped, if any are."""
    found = []
    for number, (line, after) in enumerate(pairwise(lines)):
        if not _NARROWEST // 2 < len(line) <= _WIDEST or not after or line.endswith("  "):
            continue
        line, start = line.rstrip(), after.lstrip()
        if line and start and line[0] not in "#|" and not _OWN.match(start) and not _DENSE.search(line):
            most = len(line) + len(start.split(None, 1)[0]) + (line[-1] != "-")
            found.append(_Pair(number, len(line), most, start[0].isalpha() and not start[0].isupper()))
    return found


def _width(lines: Sequence[str], pairs: Sequence[_Pair]) -> int:
    """The column at which lines are wrapped, 0 if they are not: the one that most of the lines speak for."""
    if sum(pair.is_open for pair in pairs) < _FEWEST:
        return 0
    steps = [0] * (_WIDEST + 2)
    for pair in pairs:
        if pair.most > _NARROWEST:
            steps[max(pair.least, _NARROWEST)] += 1
            steps[min(pair.most, _WIDEST + 1)] -= 1
    votes = list(accumulate(steps))
    width = max(range(_NARROWEST, _WIDEST + 1), key=lambda columns: (votes[columns], columns))
    open_ones = [pair for pair in pairs if pair.is_open]
    wrapped = sum(pair.least <= width < pair.most for pair in open_ones)
    wider = sum(len(line) > width and " " in line.strip()[:width] for line in lines)
    is_sure = wrapped >= max(_FEWEST, _SURE * len(open_ones)) and votes[width] >= _LEAST * len(pairs)
    return width if is_sure and wider <= _MOST_WIDER * votes[width] else 0


def _joined(lines: Sequence[str], wrapped: set[int]) -> str:
    parts: list[str] = []
    for number, line in enumerate(lines):
        if number - 1 not in wrapped:
            parts.append(line if number not in wrapped else line.rstrip())
            continue
        text = line.strip() if number in wrapped else line.lstrip()
        is_word = parts[-1].endswith("-") and parts[-1][-2:-1].isalpha() and text.split(None, 1)[0] not in _SMALL
        parts[-1] += text if is_word else f" {text}"
    return "\n".join(parts)
