"""Deutsche Welle, www.dw.com: pages and dumps, the layouts before and since June 2023, all languages.

`rules` holds what can be said line by line, `words` the vocabulary, `signs` what a
line proves; `head`, `pictures` and `tail` find what needs its surroundings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner import Fact, Mark, Page, Profile, Rule, hookimpl
from cleaner_dw import words
from cleaner_dw.facts import dump_facts, shown_facts
from cleaner_dw.head import find_head, numbered_skip_list
from cleaner_dw.pictures import picture_lines
from cleaner_dw.rules import RULES
from cleaner_dw.signs import signs_of
from cleaner_dw.tail import tail_lines


@hookimpl
def profiles() -> Iterable[Profile]:
    """The outlet, and what a dump of its pages shows."""
    yield Profile(
        "dw",
        plugins=("dw", "blog"),
        hosts=("dw.com", "dw.de", "dw-world.de"),
        fingerprints=(
            r"https?://p\.dw\.com/p/\w+",
            words.DW_SKIP_LINK,
            words.SECTION_SKIP,
            r"Perma\p{L}+ https?://p\.dw\.com/p/\w+",
            r"© ?\d{4} Deutsche Welle.{0,200}",
            r"Metanavigation",
            r"Choose from \d+ Languages",
            r"DW\.COM in \d+ languages",
        ),
        # Lines that rules know stand amid the text here: captions, links over sections, links to read more.
        without=frozenset({"blog/remove_leftovers"}),
        markup=('content="@dw_', 'content="DW.COM"', 'content="dw.com"', 'data-tracking-name="content-detail-kicker"'),
    )


@hookimpl
def rules() -> Iterable[Rule]:
    """What can be said line by line."""
    return RULES


@hookimpl
def find_metadata(page: Page) -> Iterator[Fact]:
    """The outlet, what the head of a dump shows, and the agencies of the sign-off."""
    signs = signs_of(page)
    yield from dump_facts(page, signs)
    yield from shown_facts(page, signs)


@hookimpl
def remove_navigation(page: Page) -> Iterator[Mark]:
    """Menus and kicker before the headline, and everything after the article; in a page, rules see to that."""
    if page.tree is not None:
        return
    signs = signs_of(page)
    for line in numbered_skip_list(page, signs):
        yield Mark(line, "skip link")
    head = find_head(page, signs)
    for line in head.menus if head else ():
        yield Mark(line, "before the headline")
    yield from tail_lines(page, signs)


@hookimpl
def remove_captions(page: Page) -> Iterator[Mark]:
    """Alt texts and captions beside those that rules know, titles of players, slides."""
    yield from picture_lines(page, signs_of(page))


@hookimpl
def remove_credits(page: Page) -> Iterator[Mark]:
    """Byline and date line under the headline."""
    head = find_head(page, signs_of(page))
    if head:
        for line in (*head.bylines, *head.dates):
            yield Mark(line, "byline or date under the headline")
