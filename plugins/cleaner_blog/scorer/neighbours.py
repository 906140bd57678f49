"""Lines that stay whatever they score, for what stands around them: headings, standfirsts, lists and tables.

The net judges line by line; few words say little by themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from cleaner import Boxes, Kind, Line, Page
from cleaner_blog.scorer.context import HEADLINE, Context

_SURE = 0.7
"""Lines that score as much are the article: a heading between two of them is one of its own."""
_LONG = 40
"""Characters. A heading as long, right below the headline, is a standfirst."""
_ITEM, _CELL = Kind.ITEM, Kind.CELL  # members of an enumeration are looked up slowly
_TO_LIST, _TO_TABLE = 1, 3
"""Boxes from an item to its list, and from a cell over its row and its body to its table."""
_LEAST_OF_LIST, _LEAST_OF_TABLE = 1 / 2, 1 / 3
"""The share of the lines that must stay for the others to stay with them."""
_SHORTEST_LEAD, _LONGEST_LEAD, _LEAST_OF_LEAD = 60, 400, 0.05
"""Characters of the standfirst of a dump, and the least it scores: of twelve lines on 926 dumps by Resiliparse which
stay for it, four say what a picture shows, or ask for custom."""
_LEAD_ENDS = frozenset('.!?…”"»。！？।۔')
_TELLS, _ENDS = (":", "："), (".", "!", "。", "।", "۔")


def headings(lines: Sequence[Line], scores: Sequence[float], context: Context) -> set[int]:
    """The headings between two lines that are surely the article, and a standfirst right below the headline."""
    heading = Kind.HEADING
    places = [place for place, line in enumerate(lines) if line.kind is heading]
    return {
        lines[place].number
        for place in places
        if _is_between(lines[place - 1 : place + 2], scores) or _is_lead(lines[place], context)
    }


def _is_between(three: Sequence[Line], scores: Sequence[float]) -> bool:
    """Whether the first and the last of them are surely the article."""
    return len(three) == 3 and min(scores[three[0].number], scores[three[2].number]) >= _SURE


def _is_lead(line: Line, context: Context) -> bool:
    """Whether a heading is a standfirst: a second headline is not."""
    return (
        len(line.text) >= _LONG and line.tag != "h1" and line.number > 0 and context.stages[line.number - 1] == HEADLINE
    )


def lead(page: Page, lines: Sequence[Line], scores: Sequence[float]) -> Line | None:
    """The standfirst of a dump: a sentence right below the headline, if it may be one at all."""
    title, every = page.metadata.title or "", page.lines
    least = len(title)
    for line in lines if title else ():
        above = every[line.number - 1]
        if len(above.text) >= least and line.number and not line.marker and above.body == title:
            is_sentence = _SHORTEST_LEAD <= len(line.text) <= _LONGEST_LEAD and line.text[-1] in _LEAD_ENDS
            return line if is_sentence and scores[line.number] >= _LEAST_OF_LEAD else None
    return None


def wholes(lines: Sequence[Line], boxes: Boxes, scores: Sequence[float], low: AbstractSet[int]) -> set[int]:
    """The lines of lists and tables that stay as wholes; `low`: the numbers of the lines that score too low.

    What is left of others is as the net says, line by line.
    """
    found: set[int] = set()
    if not any(line.kind is _ITEM or line.kind is _CELL for line in lines if line.number in low):
        return found
    for around, places in _wholes(lines, boxes.parents).items():
        numbers = {lines[place].number for place in places}
        least = _LEAST_OF_TABLE if lines[places[0]].kind is _CELL else _LEAST_OF_LIST
        if len(numbers - low) >= least * len(numbers) or _belongs(lines, places, around, boxes, scores):
            found |= numbers
    return found


def _wholes(lines: Sequence[Line], parents: Sequence[int]) -> Mapping[int, Sequence[int]]:
    """The places of the lines of each list and table, by its box."""
    found = defaultdict[int, list[int]](list)
    for place, line in enumerate(lines):
        kind, box = line.kind, line.box
        if kind is _ITEM or kind is _CELL:
            for _ in range(_TO_LIST if kind is _ITEM else _TO_TABLE):
                box = parents[box] if box >= 0 else box
            if box >= 0:
                found[box].append(place)
    return found


def _belongs(lines: Sequence[Line], places: Sequence[int], around: int, boxes: Boxes, scores: Sequence[float]) -> bool:
    """Whether a list or table stands below a line that is surely the article, in the same box as it or its figure.

    Lists of other articles stand there too. So a list needs a colon above, or that its items are sentences; a table,
    such a line below it as well; or they have no links.
    """
    parents, first, last = boxes.parents, places[0], places[-1]
    within = {parents[around], parents[parents[around]]}
    above, below = [
        0 <= place < len(lines) and scores[lines[place].number] >= _SURE and parents[lines[place].box] in within
        for place in (first - 1, last + 1)
    ]
    if not above:
        return False
    parts = [lines[place] for place in places]
    if lines[first].kind is _CELL:
        return below or not any(part.links for part in parts)
    return lines[first - 1].text.endswith(_TELLS) or all(part.text.endswith(_ENDS) and not part.links for part in parts)
