"""All rules of the plugin, and the stage of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from cleaner import Rule
from cleaner_blog import captions, comments, consent, credits, markup, navigation, notes, promotions, sharing, telemetry


def all_rules() -> Iterator[Rule]:
    """The rules of every stage: those for text, then those for markup."""
    for part in (navigation, sharing, promotions, captions, credits, comments, consent, notes, telemetry):
        yield from part.rules()
    yield from markup.RULES


@cache
def stages() -> Mapping[str, str]:
    """The stage of each rule, by the name it has in `Page.claims`."""
    return {f"blog/{rule.name}": rule.stage for rule in all_rules()}
