"""The generic blog: WordPress first, and the default for every page that no other profile knows."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner import Mark, Page, Profile, Rule, hookimpl
from cleaner_blog import (
    captions,
    comments,
    consent,
    credits,
    markup,
    navigation,
    promotions,
    regions,
    sharing,
    telemetry,
)


@hookimpl
def profiles() -> Iterable[Profile]:
    """Give the profile `blog`."""
    return [Profile("blog", plugins=("blog",))]


@hookimpl
def rules() -> Iterable[Rule]:
    """Give the rules of every stage: those for text, then those for markup."""
    for part in (navigation, sharing, promotions, captions, credits, comments, consent, telemetry):
        yield from part.rules()
    yield from markup.RULES


@hookimpl
def remove_captions(page: Page) -> Iterable[Mark]:
    """Mark captions that end in a photo credit."""
    return captions.credited(page)


@hookimpl
def remove_leftovers(page: Page) -> Iterable[Mark]:
    """Mark short lines among boilerplate."""
    return regions.among_boilerplate(page) if page.tree is None else ()
