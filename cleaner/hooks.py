"""The life of a page, as the hooks a plugin may implement. Read it from top to bottom.

A plugin is a module. It implements any of these functions, marked with `@hookimpl`:

    from cleaner import Mark, Profile, Rule, hookimpl

Order never depends on how plugins were installed: a profile names its plugins,
and they run in that order inside every stage, each one's rules before its hook.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from cleaner.model import Fact, Mark
    from cleaner.page import Page
    from cleaner.profiles import Profile
    from cleaner.rules import Rule

hookspec = pluggy.HookspecMarker("cleaner")
hookimpl = pluggy.HookimplMarker("cleaner")

STAGES = ("navigation", "captions", "credits", "comments", "telemetry", "leftovers")
"""The removal stages, in the order they run. Stage `x` is the hook `remove_x`."""

HEADLINE_STAGE = "metadata"
"""The stage the ledger names for the line that became the title."""

# --- Once, at load -----------------------------------------------------------


@hookspec
def profiles() -> Iterable[Profile]:
    """Say which outlets this plugin knows: their hosts, fingerprints and plugin order."""
    raise NotImplementedError


@hookspec
def rules() -> Iterable[Rule]:
    """Give the rules of this plugin: most of a plugin is this list."""
    raise NotImplementedError


# --- For each page, before anything is removed -------------------------------


@hookspec
def find_metadata(page: Page) -> Iterable[Fact]:
    """Yield a `Fact` for each field found. Nothing has been removed yet.

    For each field the first plugin in the profile's order wins. What a page says of
    itself (JSON-LD, OpenGraph, `<meta>`, its headline) is `page_facts(page)`; the generic
    plugin `blog` yields it, so a profile that ends in it need not.
    """
    raise NotImplementedError


# --- For each page, stage by stage -------------------------------------------
# A removal hook yields a `Mark` for each line that should go. It cannot change
# text; the first mark on a line wins. `page.kept()` is what is left so far.


@hookspec
def remove_navigation(page: Page) -> Iterable[Mark]:
    """Mark menus, skip links, breadcrumbs, share bars, teasers, related articles, promotions, adverts."""
    raise NotImplementedError


@hookspec
def remove_captions(page: Page) -> Iterable[Mark]:
    """Mark picture captions, alt texts, photo credits and what media players leave."""
    raise NotImplementedError


@hookspec
def remove_credits(page: Page) -> Iterable[Mark]:
    """Mark bylines, date lines, sign-offs, author boxes, legal notices, copyright."""
    raise NotImplementedError


@hookspec
def remove_comments(page: Page) -> Iterable[Mark]:
    """Mark comment threads and forms, and dialogs that ask the reader for something."""
    raise NotImplementedError


@hookspec
def remove_telemetry(page: Page) -> Iterable[Mark]:
    """Mark what software wrote about itself: query counts, viewport names, short links, counters."""
    raise NotImplementedError


@hookspec
def remove_leftovers(page: Page) -> Iterable[Mark]:
    """Mark what is still there and is not the article; this runs last."""
    raise NotImplementedError
