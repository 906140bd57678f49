"""What rules claim and hooks took of a page, as the scorer sees it: `claimed.c` beside this."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from types import SimpleNamespace

from cleaner import Kind, Line, Page, load_functions
from cleaner_blog.ruleset import stages as stages_of_rules
from cleaner_blog.scorer.context import STAGES

_TEXT, _KIND = Line._fields.index("text"), Line._fields.index("kind")
_NAVIGATION = STAGES.index("navigation")


def stages(page: Page) -> bytes:
    """For each line the number of the stage in which it goes or went."""
    by = (_TEXT, page.metadata.title) if page.tree is None else (_KIND, Kind.HEADING)
    found: bytes = _library().stages(page.lines, page.claims, _numbers(), page.taken, *by)
    return found


def last(page: Page, rules: Collection[str], shortest: int) -> dict[str, int]:
    """For each of the rules that claims a line of so many characters or more, the number of the last."""
    found: dict[str, int] = _library().last(page.lines, page.claims, rules, shortest)
    return found


@cache
def _numbers() -> Mapping[str, int]:
    """The number of each rule's stage, by the name the rule has in `Page.claims`."""
    known = {stage: number for number, stage in enumerate(STAGES)}
    return {rule: known.get(stage, _NAVIGATION) for rule, stage in stages_of_rules().items()}


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "claimed")
