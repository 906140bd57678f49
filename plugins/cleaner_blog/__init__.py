"""The generic blog: WordPress first, and the default for every page that no other profile knows.

Most of it is data: one module of rules for each concern, their phrases in `phrases/`. The hooks
look at what stands between and beside the lines that rules claim.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, compress, count

from cleaner import Fact, Line, Mark, Page, Profile, Rule, hookimpl, page_facts
from cleaner_blog import (
    asides,
    authors,
    captions,
    doubles,
    front_matter,
    headline,
    regions,
    rows,
    scorer,
    threads,
    within,
)
from cleaner_blog.left import Left, numbered
from cleaner_blog.ruleset import all_rules
from cleaner_blog.signs import Signs


@hookimpl
def profiles() -> Iterable[Profile]:
    """Give the profile `blog`."""
    return [Profile("blog", plugins=("blog",))]


@hookimpl
def rules() -> Iterable[Rule]:
    """Give the rules of every stage: those for text, then those for markup."""
    return all_rules()


@hookimpl
def find_metadata(page: Page) -> Iterable[Fact]:
    """Read the metadata: a dump's from its lines, a page's from what it states about itself."""
    return headline.facts(page) if page.tree is None else page_facts(page)


@hookimpl
def remove_navigation(page: Page) -> Iterator[Mark]:
    """Mark front matter, and what the page itself sets apart: under a label of several lines, in a box with an end."""
    held, *_ = page.once(_held)
    return chain(front_matter.marks(page), asides.asides(page, _left(page, held)))


@hookimpl
def remove_captions(page: Page) -> Iterable[Mark]:
    """Mark captions that end in a photo credit, embedded posts, and captions that stand twice."""
    claims, taken = page.claims, page.taken
    _, credits, held, _ = page.once(_held)
    below = numbered(page, compress(count(), page.columns.images), claims)
    signed = numbered(page, credits.get(0, ()), claims)
    marks = [*captions.credited(below, signed), *within.marks(within.CAPTIONS, _left(page, held, claims))]
    marks += doubles.repeated_captions(page, [mark.line for mark in marks])
    found = [*marks, *doubles.doubled_captions(page, Left(page, [], taken, claims))]
    if marks:
        found += doubles.doubled_captions(page, Left(page, marks, taken, claims))
    return dict.fromkeys(found)


@hookimpl
def remove_credits(page: Page) -> Iterator[Mark]:
    """Mark the rest of author boxes, and what is said about authors elsewhere."""
    yield from authors.author_boxes(page)
    *_, held = page.once(_held)
    yield from within.marks(within.CREDITS, _left(page, held))


@hookimpl
def remove_comments(page: Page) -> Iterable[Mark]:
    """Mark the comments of readers."""
    return threads.threads(page)


@hookimpl
def remove_leftovers(page: Page) -> list[Mark]:
    """Mark what a score says is not the article, then captions that only now stand alone in their block."""
    return leftovers(page, scorer.shipped)


def leftovers(page: Page, nets: scorer.Nets) -> list[Mark]:
    """What `remove_leftovers` marks; with other nets than those that are shipped, to measure them."""
    if scorer.is_scored(page):
        marks = scorer.leftovers(page, nets)
    else:
        kept = page.kept()
        marks = [*regions.site_names(page, kept), *regions.among_boilerplate(page, kept), *scorer.surest(page, nets)]
        marks += rows.rows(page, kept) if scorer.proofs(page) else ()
    left = Left(page, marks, page.taken)
    dates = regions.dates_around_prose(left) if page.tree is not None else ()
    return [*marks, *dates, *doubles.doubled_captions(page, left)]


@cache
def _sought() -> tuple[Signs, Sequence[tuple[int, int]]]:
    """The signs that are looked for, and for each group of them which of four looks for it, and its place there."""
    sought = asides.SIGNS, (captions.SIGNS,), within.signs(within.CAPTIONS), within.signs(within.CREDITS)
    places = [(who, place) for who, groups in enumerate(sought) for place in range(len(groups))]
    return Signs(tuple(chain.from_iterable(sought))), places


def _held(page: Page) -> Sequence[Mapping[int, Sequence[int]]]:
    """The numbers of the lines that hold signs: for each of the four, by group; most groups have none."""
    signs, places = _sought()
    found: Sequence[dict[int, Sequence[int]]] = {}, {}, {}, {}
    for group, numbers in signs.held(page.columns).items():
        who, place = places[group]
        found[who][place] = numbers
    return found


def _left(page: Page, held: Mapping[int, Iterable[int]], *claims: Container[int]) -> Mapping[int, Sequence[Line]]:
    """For each group the lines with these numbers that nobody has taken, nor a rule among `claims` will."""
    return {group: numbered(page, numbers, *claims) for group, numbers in held.items()}
