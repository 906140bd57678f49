"""Stage leftovers: what stands among known boilerplate is boilerplate too.

Each search below starts from lines that rules claim. Claimed lines leave the text, and no rule knows a line
of a cleaned text, so a second run over the outcome finds nothing to start from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner import Kind, Line, Mark, Page

_PROSE = 80
"""Characters from which on an unclaimed line that ends like a sentence is prose."""
_LONG = 140
"""Characters from which on any unclaimed line is prose."""
_ENDS = tuple(".!?…”\"»“。！？:;)’'")
_FEW = 3


def among_boilerplate(page: Page) -> Iterator[Mark]:
    """Mark short lines between claimed ones, wherever no prose stands between them."""
    kept = {line.number for line in page.kept()}
    stretches = list(_stretches(page))
    for place, lines in enumerate(stretches):
        head, tail = place == 0, place == len(stretches) - 1
        for line in _doomed(page, lines, head, tail):
            if line.number in kept:
                yield Mark(line, "short, among boilerplate")


def _is_prose(line: Line) -> bool:
    return len(line.text) >= _LONG or (len(line.text) >= _PROSE and line.text.endswith(_ENDS))


def _stretches(page: Page) -> Iterator[Sequence[Line]]:
    """The runs of lines without prose; the first and the last may be empty."""
    claims = page.claims
    start = 0
    for line in page.lines:
        if _is_prose(line) and line.number not in claims:
            yield page.lines[start : line.number]
            start = line.number + 1
    yield page.lines[start:]


def _doomed(page: Page, lines: Sequence[Line], head: bool, tail: bool) -> Sequence[Line]:
    claimed = [place for place, line in enumerate(lines) if line.number in page.claims]
    if len(claimed) < _FEW:
        return ()
    first = 0 if head else claimed[0]
    last = len(lines) if tail else claimed[-1] + 1
    return [line for line in lines[first:last] if _is_short(line, head)]


def _is_short(line: Line, head: bool) -> bool:
    if line.kind is Kind.ITEM:
        return not line.text.endswith((".", "!", "?"))
    return line.text.count(" ") < 3
