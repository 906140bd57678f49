"""All rules of the plugin, and the stage of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cleaner import Rule
from cleaner_blog import (
    adverts,
    alternatives,
    captions,
    comments,
    consent,
    credits,
    east_asian,
    front_matter,
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
        adverts,
        captions,
        alternatives,
        front_matter,
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
