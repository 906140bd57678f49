"""Standfirsts: lines right below the headline, which stay whatever they score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaner import Kind, Line, Page
from cleaner_blog.scorer.context import HEADLINE, Context

_LONG = 40
"""Characters. A heading as long, right below the headline, is a standfirst."""
_SHORTEST, _LONGEST, _LEAST = 60, 400, 0.05
"""Characters of the standfirst of a dump, and the least it scores: of twelve lines on 926 dumps by Resiliparse which
stay for it, four say what a picture shows, or ask for custom."""
_ENDS = frozenset('.!?…”"»。！？।۔')


def of_page(page: Page, context: Context) -> Iterator[Line]:
    """The headings below the headline: a second headline is none."""
    below = context.stages.find(HEADLINE) + 1
    while 0 < below < len(page.lines):
        line = page.lines[below]
        if line.kind is Kind.HEADING and len(line.text) >= _LONG and line.tag != "h1":
            yield line
        below = context.stages.find(HEADLINE, below) + 1


def of_dump(page: Page, context: Context, likely: Iterable[Line], scores: Sequence[float]) -> Line | None:
    """A sentence below the first line that is the title and has an open line below it; `likely`: lines that may be."""
    for line in [line for line in likely if line.body == context.title]:
        below = line.number + 1
        if below < len(page.lines) and not context.stages[below] and not page.lines[below].marker:
            return _as_standfirst(page.lines[below], scores[below])
    return None


def _as_standfirst(line: Line, score: float) -> Line | None:
    is_sentence = _SHORTEST <= len(line.text) <= _LONGEST and line.text[-1] in _ENDS
    return line if is_sentence and score >= _LEAST else None
