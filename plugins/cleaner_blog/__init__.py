"""The generic blog: WordPress first, and the default for every page that no other profile knows."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner import Mark, Page, Profile, Rule, hookimpl
from cleaner_blog import captions, comments, consent, credits, markup, navigation, promotions, sharing, telemetry


@hookimpl
def profiles() -> Iterable[Profile]:
    """Give the profile `blog`."""
    return [Profile("blog", plugins=("blog",))]


@hookimpl
def rules() -> Iterable[Rule]:
    """Give the rules of every stage, and those for markup."""
    parts = (navigation, sharing, promotions, captions, credits, comments, consent, telemetry, markup)
    return [rule for part in parts for rule in part.RULES]
