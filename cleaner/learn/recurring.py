"""Lines that recur across the pages of an outlet, and which of them may be its articles' own.

A template is recognised by where its lines stand: beside one another, above or below the article, or on every page
as far from the top or the bottom. What articles share (section headings, refrains, names of people they talk to)
stands alone inside them, at any place. Such lines are found too, with the doubt about them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from math import ceil
from typing import NamedTuple, TypeVar

import regex

from cleaner.learn.headings import HEADINGS
from cleaner.learn.keys import key, pattern
from cleaner.learn.seen import Seen, SeenLine
from cleaner.rules import LONGEST_MATCHED, phrase_key

T = TypeVar("T")

TOP, INSIDE, BOTTOM = "top", "inside", "bottom"

_CONTEXTS = 2
_FIXED = 0.75
"""Share of all pages on which a line stands at one distance from the top or the bottom, if it is fixed there."""
_LEAST_FIXED = 3
"""Pages that this takes at least; on fewer it is chance."""


class Context(NamedTuple):
    """One place where a line stands."""

    page: str
    before: str
    text: str
    after: str


class Recurring(NamedTuple):
    """A line that recurs."""

    text: str
    """As most pages write it."""
    pages: int
    place: str
    """Where on most pages: `top` (no sentence of the page's own before it), `bottom` (none after it), or `inside`."""
    contexts: tuple[Context, ...]
    """Two pages, or the one."""
    pattern: str = ""
    """For the whole line, where pages write it with other numbers or months; else it is a phrase."""
    rule: str = ""
    """The rule that takes it already; empty if none does on most pages."""
    doubt: str = ""
    """Why it may be the articles' own; empty for a template line."""


def pages_needed(pages: int, share: float, least: int) -> int:
    """On how many of so many pages a line must stand."""
    return max(least, ceil(share * pages))


def find_recurring(pages: Iterable[Seen], share: float = 0.3, least: int = 3) -> list[Recurring]:
    """The lines that recur, most frequent first, then in alphabetical order.

    Args:
        pages: of one outlet; copies of a page count once, and so do pages of one article.
        share: of the pages that a line must stand on, 0 to 1.
        least: pages that it must stand on, however few there are.
    """
    read = [_Read(seen, [key(line.text) for line in seen.lines]) for seen in pages]
    different = _first_of_each((tuple(page.keys), page) for page in read)
    counts = Counter(
        name for _, name in {(page.seen.article, name) for page in different for name in page.keys if name}
    )
    articles = len({page.seen.article for page in different})
    needed = pages_needed(articles, share, least)
    common = frozenset(name for name, count in counts.items() if count >= needed)
    places: dict[str, list[_Place]] = defaultdict(list)
    for page in different:
        for name, place in _places(page, common):
            places[name].append(place)
    titles = {key(page.seen.title) for page in different}
    found = [_recurring(name, places[name], titles, articles) for name in sorted(common)]
    return sorted(found, key=lambda one: (-one.pages, one.text))


class _Read(NamedTuple):
    """A page with the keys of its lines."""

    seen: Seen
    keys: list[str]


class _Place(NamedTuple):
    """One occurrence of a common line."""

    article: str
    context: Context
    rule: str
    where: str
    from_top: int
    from_bottom: int
    among_common: bool
    """A line beside it is common as well, or the page begins or ends there."""
    in_sentences: bool
    """Sentences of the page hold it too."""


def _places(page: _Read, common: Collection[str]) -> Iterable[tuple[str, _Place]]:
    lines, keys = page.seen.lines, page.keys
    own = [number for number, line in enumerate(lines) if line.is_sentence and keys[number] not in common]
    first, last = (own[0], own[-1]) if own else (len(lines), -1)
    sentences = " ".join(lines[number].text for number in own).casefold()
    for number, name in enumerate(keys):
        if name in common:
            where = TOP if number < first else BOTTOM if number > last else INSIDE
            yield name, _place(page, number, where, common, sentences)


def _place(page: _Read, number: int, where: str, common: Collection[str], sentences: str) -> _Place:
    lines, keys = page.seen.lines, page.keys
    beside = [near for near in (number - 1, number + 1) if 0 <= near < len(lines)]
    return _Place(
        page.seen.article,
        Context(page.seen.name, _text(lines, number - 1), lines[number].text, _text(lines, number + 1)),
        lines[number].rule,
        where,
        number,
        len(lines) - number,
        len(beside) < 2 or any(keys[near] in common for near in beside),
        _holds(sentences, lines[number].text),
    )


def _text(lines: Sequence[SeenLine], number: int) -> str:
    return lines[number].text if 0 <= number < len(lines) else ""


def _holds(sentences: str, text: str) -> bool:
    folded = text.casefold()
    return folded in sentences and regex.search(rf"(?<!\w){regex.escape(folded)}(?!\w)", sentences) is not None


def _recurring(name: str, places: Sequence[_Place], titles: Collection[str], pages: int) -> Recurring:
    texts = Counter(place.context.text for place in places)
    by_page = _first_of_each((place.article, place) for place in places)
    text = _most(texts)
    same = len({phrase_key(one) for one in texts}) == 1
    rule = _most(Counter(place.rule for place in by_page))
    return Recurring(
        text,
        len(by_page),
        _most(Counter(place.where for place in by_page)),
        tuple(place.context for place in by_page[:_CONTEXTS]),
        "" if same else "|".join(sorted({pattern(one) for one in texts})),
        rule,
        "" if rule else _doubt_of_text(name, text, same, titles) or _doubt_of_place(by_page, pages),
    )


def _first_of_each(pairs: Iterable[tuple[object, T]]) -> list[T]:
    """The first value of each key, in the order of their coming."""
    first: dict[object, T] = {}
    for name, value in pairs:
        first.setdefault(name, value)
    return list(first.values())


def _most(counts: Counter[str]) -> str:
    """The most frequent; of several the first in alphabetical order."""
    return min(counts, key=lambda one: (-counts[one], one))


def _doubt_of_text(name: str, text: str, same: bool, titles: Collection[str]) -> str:
    if not any(character.isalpha() for character in name):
        return "has no words"
    if name in HEADINGS:
        return "a heading that articles use"
    if name in titles:
        return "the headline of a page"
    return "" if same or len(text) <= LONGEST_MATCHED else "too long for a pattern"


def _doubt_of_place(places: Sequence[_Place], pages: int) -> str:
    if _mostly(place.among_common for place in places) or _is_fixed(places, pages):
        return ""
    if _mostly(place.where == INSIDE for place in places):
        return "stands alone inside articles"
    return "stands in sentences too" if _mostly(place.in_sentences for place in places) else ""


def _mostly(signs: Iterable[bool]) -> bool:
    given = list(signs)
    return sum(given) * 2 >= len(given)


def _is_fixed(places: Sequence[_Place], pages: int) -> bool:
    distances = (Counter(place.from_top for place in places), Counter(place.from_bottom for place in places))
    most = max(max(counts.values()) for counts in distances)
    return most >= _LEAST_FIXED and most >= _FIXED * pages
