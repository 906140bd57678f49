"""Rules about elements, compiled for the walk: a few look-ups per element instead of a query per rule.

Most selectors people write are compounds of tag, class, id and attribute, at most with one tag above
them (`a h2`, `header:not(main header)`). Those are indexed (`rules.h`) and decided while the walk passes the
element. The rest is left to the parser's own selector engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple
from weakref import finalize

import regex
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from cleaner.rules import Rule
from cleaner.segment.native import attribute_names, library, listed, tag_names
from cleaner.segment.tags import PHRASING

NOTHING = 1 << 30
"""The order of no rule: later than every rule."""
SPARING, NAMED, UNSEEN = 1, 2, 4
"""Traits of rules: they spare what holds much of the page's prose; they go by the words of names."""

_COMPOUND = regex.compile(
    r"""(?<tag>[a-zA-Z][a-zA-Z0-9]*)?(?:\.(?<class>[\w-]+)|\#(?<id>[\w-]+)|\[(?<name>[\w-]+)(?:=["']?(?<value>[\w-]+)["']?)?\])*"""
)
_DESCENDANT = regex.compile(r"(?<above>[a-z][a-z0-9]*) (?<simple>[^\s>+~:()]+)")
_NOT_DESCENDANT = regex.compile(
    r"(?<simple>[^\s>+~:()]+):not\((?<nots>[a-z][a-z0-9]* (?P=simple)(?:, ?[a-z][a-z0-9]* (?P=simple))*)\)"
)
_NESTED = regex.compile(
    r"""(?<nested>[(\[](?:[^()\[\]"']|(?&string)|(?&nested))*+[)\]])|(?<string>"(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+')"""
)
"""Brackets with all that is in them, and strings."""
_COMMON = (
    "block container wrapper col row column content post link item title main image text list inner wrap header entry"
    " page top section box blog elementor wp left right grid group widget body site media area primary info article"
    " mobile footer node links items bar nav posts"
).split()
"""Words that many names of any page hold, the commonest first; entries are filed under their least common word."""
_UNSEEN = PHRASING | {"span"}
"""Tags whose being open the walk does not keep."""


class Compound(NamedTuple):
    """One simple selector, and the order of the rule it belongs to."""

    order: int
    tag: str | None
    classes: frozenset[str]
    ident: str | None
    attributes: tuple[tuple[str, str | None], ...]
    inside: str | None = None
    """A tag that must be among the ancestors."""
    not_inside: frozenset[str] = frozenset()
    """Tags that must not be."""


class ElementRules:
    """The css, words and outside rules of a plan, compiled; immutable, and threads may share them."""

    def __init__(self, rules: Iterable[tuple[int, Rule]]) -> None:
        given = list(rules)
        self.queries: list[tuple[int, str]] = []
        """Selectors that are left to the parser."""
        self.outside: list[tuple[int, str]] = []
        compounds = list(self._compounds(given))
        traits = bytearray(max((order for order, _ in given), default=-1) + 1)
        for order, rule in given:
            traits[order] |= _traits(rule)
        self._kept: list[object] = [tag_names(), attribute_names(), bytes(traits)]
        """What C reads while it works."""
        self.handle: int = library().rules_new(*self._kept, len(traits))
        if not self.handle:
            raise MemoryError
        finalize(self, library().rules_free, self.handle)
        for compound in compounds:
            self._add(compound)
        for order, rule in given:
            for entry in rule.words:
                words = entry.split()
                self._call(library().rules_add_words, _c(max(words, key=_rarity)), order, listed(words))

    def _compounds(self, rules: Iterable[tuple[int, Rule]]) -> Iterator[Compound]:
        """The selectors that the walk decides; the others are noted."""
        for order, rule in rules:
            if rule.outside:
                self.outside.append((order, rule.outside))
            for selector in _alternatives(rule.css):
                compound = _compound(order, selector)
                if compound is None:
                    self.queries.append((order, selector))
                else:
                    yield compound

    def _add(self, compound: Compound) -> None:
        order, tag, classes, ident, attributes, inside, not_inside = compound
        index, key = _index(compound)
        asked = listed(part for name, value in attributes for part in (name, "*" if value is None else f"={value}"))
        self._call(
            library().rules_add_selector, index, _c(key), order, _c(tag), _c(ident), listed(classes), asked,
            _c(inside), listed(not_inside),
        )  # fmt: skip

    def _call(self, function: Callable[..., int], *arguments: int | bytes | None) -> None:
        """Hand something over that C will read as long as this lives."""
        self._kept.append(arguments)
        if function(self.handle, *arguments):
            raise MemoryError


_BY_TAG, _BY_CLASS, _BY_ID, _BY_ATTRIBUTE, _BY_ANCESTOR, _BY_LINK = range(6)


def _index(compound: Compound) -> tuple[int, str]:
    """Where `walk.c` looks for the selector, and under which key."""
    tag = compound.tag or ""
    if compound.inside == "a":
        return _BY_LINK, tag
    if compound.inside or compound.not_inside:
        return _BY_ANCESTOR, tag
    if compound.ident is not None:
        return _BY_ID, compound.ident
    if compound.classes:
        return _BY_CLASS, min(compound.classes)
    if compound.attributes:
        return _BY_ATTRIBUTE, compound.attributes[0][0]
    return _BY_TAG, tag


def _traits(rule: Rule) -> int:
    """Whether it spares what holds much of the page's prose: all but `outside` and those of comment threads do."""
    is_sparing = not rule.outside and rule.stage != "comments"
    is_unseen = rule.unseen or bool(rule.outside)
    return (SPARING if is_sparing else 0) | (NAMED if rule.words else 0) | (UNSEEN if is_unseen else 0)


def _c(text: str | None) -> bytes | None:
    return text.encode() if text is not None else None


def _rarity(word: str) -> int:
    return _COMMON.index(word) if word in _COMMON else len(_COMMON)


def check_css(selector: str) -> str:
    """What is wrong with a selector, or the empty string."""
    if any(part in ("html", "body", "*", "") for part in _alternatives(selector)):
        return "it would take the whole page"
    try:
        LexborHTMLParser("<p></p>").css(selector)
    except (SelectolaxError, ValueError) as error:
        return str(error)
    return ""


def _alternatives(selector: str) -> list[str]:
    """Split at top-level commas."""
    masked = _NESTED.sub(lambda found: "_" * len(found[0]), selector)
    commas = [-1, *(place for place, character in enumerate(masked) if character == ","), len(selector)]
    return [selector[comma + 1 : end].strip() for comma, end in pairwise(commas)] if selector else []


def _compound(order: int, selector: str) -> Compound | None:
    """The selector in the form the walk decides, or None: then the parser must."""
    above = _DESCENDANT.fullmatch(selector)
    below = _NOT_DESCENDANT.fullmatch(selector)
    simple = above["simple"] if above else below["simple"] if below else selector
    found = _COMPOUND.fullmatch(simple)
    inside = above["above"] if above else None
    not_inside = frozenset(part.split()[0] for part in below["nots"].split(",")) if below else frozenset()
    tags_above = not_inside | ({inside} if inside else set())
    by_value = {"class", "id"}.intersection(found.captures("name")) if found else ()  # `[class=a]`: the whole of it
    if (
        not found
        or by_value
        or len(found.captures("id")) > 1
        or (tags_above and not found["tag"])
        or tags_above & _UNSEEN
    ):
        return None
    tag = found["tag"].lower() if found["tag"] else None
    classes = frozenset(found.captures("class"))
    return Compound(order, tag, classes, found["id"], _values(simple, found.captures("name")), inside, not_inside)


def _values(selector: str, names: list[str]) -> tuple[tuple[str, str | None], ...]:
    pairs = regex.findall(r"""\[([\w-]+)(?:=["']?([\w-]+)["']?)?\]""", selector)
    return tuple((name, value or None) for name, value in pairs) if names else ()
