"""All rules of the plugin, and the stage of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cleaner import Rule
from cleaner_blog import (
    alternatives,
    captions,
    comments,
    consent,
    credits,
    east_asian,
    markup,
    navigation,
    notes,
    offers,
    promotions,
    sharing,
    telemetry,
)


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules of every stage: those for text, then those for markup. Made once: to try their samples takes long."""
    parts = (
        navigation,
        sharing,
        promotions,
        captions,
        alternatives,
        credits,
        comments,
        consent,
        notes,
        offers,
        east_asian,
        telemetry,
    )
    return (*(rule for part in parts for rule in part.rules()), *markup.RULES)


@cache
def stages() -> Mapping[str, str]:
    """The stage of each rule, by the name it has in `Page.claims`."""
    return {f"blog/{rule.name}": rule.stage for rule in all_rules()}
