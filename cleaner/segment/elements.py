"""Rules about elements, compiled for the walk: a few dictionary look-ups per element instead of a query per rule.

Most selectors people write are compounds of tag, class, id and attribute, at most with one tag above
them (`a h2`, `header:not(main header)`). Those are indexed here and decided while the walk passes the
element. The rest is left to the parser's own selector engine.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

import regex
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from cleaner.rules import Rule
from cleaner.segment.tags import PHRASING

NOTHING = 1 << 30
"""The order of no rule: later than every rule."""

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
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_CLASS = 512
_UNTELLING = ("has-", "no-", "with-", "without-", "category-", "tag-", "tax-")
"""Classes that say what an element has, or under which terms WordPress files the post it wraps."""
_COMMON = (
    "block container wrapper col row column content post link item title main image text list inner wrap header entry"
    " page top section box blog elementor wp left right grid group widget body site media area primary info article"
    " mobile footer node links items bar nav posts"
).split()
"""Words that many names of any page hold, the commonest first; entries are filed under their least common word."""
_UNSEEN = PHRASING | {"span"}
"""Tags whose being open the walk does not keep."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST_ID = 4
"""Words. A longer id, like any id of a heading, is a slug of the text and can hold any word."""


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

    def matches(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        """Whether an element with these is meant."""
        return (
            (self.tag is None or self.tag == tag)
            and (not self.classes or self.classes.issubset((attributes.get("class") or "").split()))
            and (self.ident is None or self.ident == attributes.get("id"))
            and (not self.attributes or self._has(attributes))
        )

    def stands_in(self, above: Collection[str]) -> bool:
        """Whether an element below these tags is meant."""
        return (self.inside is None or self.inside in above) and self.not_inside.isdisjoint(above)

    def _has(self, attributes: Mapping[str, str | None]) -> bool:
        return all(
            name in attributes and (value is None or attributes[name] == value) for name, value in self.attributes
        )


class _Named(NamedTuple):
    """What a `class` means to the rules."""

    order: int
    """The first rule that takes it by its words."""
    compounds: tuple[Compound, ...]
    """The selectors that ask for these classes, and perhaps for more."""


_NEVER_MET = _Named(NOTHING, ())
_MOST_MET = 4_000


class ElementRules:
    """The css, words and outside rules of a plan, compiled."""

    def __init__(self, rules: Iterable[tuple[int, Rule]]) -> None:
        self.by_tag: dict[str, int] = {}
        """The first rule that asks for nothing but the tag."""
        self.by_ancestor: dict[str, list[Compound]] = {}
        """By tag; those that also ask for what stands above."""
        self.by_link: dict[str, list[Compound]] = {}
        """By tag; those that ask for a link above."""
        self.queries: list[tuple[int, str]] = []
        self.outside: list[tuple[int, str]] = []
        self.sparing: set[int] = set()
        """Rules that spare what holds much of the page's prose: all but `outside` and those of comment threads."""
        self.named: set[int] = set()
        """Rules that go by the words of names."""
        self._by_class: dict[str, list[Compound]] = {}
        self._by_id: dict[str, list[Compound]] = {}
        self._by_attribute: dict[str, list[Compound]] = {}
        self._by_word: dict[str, list[tuple[int, frozenset[str]]]] = {}
        for order, rule in rules:
            self._add(order, rule)
        self._attributes = frozenset(self._by_attribute)
        self._words = frozenset(self._by_word)
        self._known = frozenset(self._by_class)
        self._classes: dict[str, _Named | None] = {}
        self._names: dict[str, int] = {}

    def _add(self, order: int, rule: Rule) -> None:
        if rule.outside:
            self.outside.append((order, rule.outside))
        if not rule.outside and rule.stage != "comments":
            self.sparing.add(order)
        if rule.words:
            self.named.add(order)
        for entry in rule.words:
            words = entry.split()
            key = max(words, key=_rarity)
            self._by_word.setdefault(key, []).append((order, frozenset(words)))
        for selector in _alternatives(rule.css):
            compound = _compound(order, selector)
            if compound is None:
                self.queries.append((order, selector))
            else:
                self._index(compound)

    def _index(self, compound: Compound) -> None:
        tag = compound.tag or ""
        if compound.inside == "a":
            self.by_link.setdefault(tag, []).append(compound)
        elif compound.inside or compound.not_inside:
            self.by_ancestor.setdefault(tag, []).append(compound)
        elif compound.ident is not None:
            self._by_id.setdefault(compound.ident, []).append(compound)
        elif compound.classes:
            self._by_class.setdefault(min(compound.classes), []).append(compound)
        elif compound.attributes:
            self._by_attribute.setdefault(compound.attributes[0][0], []).append(compound)
        else:
            self.by_tag[tag] = min(compound.order, self.by_tag.get(tag, NOTHING))

    def order(self, tag: str, attributes: Mapping[str, str | None]) -> int:
        """The first rule that takes an element with this tag and these attributes, or NOTHING."""
        order = self.by_tag.get(tag, NOTHING)
        others = len(attributes)
        if named := attributes.get("class"):
            others -= 1
            found = self._classes.get(named, _NEVER_MET)
            if found is _NEVER_MET:
                found = self._meet(named)
            if found is not None:  # most mean nothing
                order = first_match(found.compounds, tag, attributes, min(order, found.order))
        if ident := attributes.get("id"):
            others -= 1
            if ident in self._by_id:
                order = first_match(self._by_id[ident], tag, attributes, order)
            if tag not in _HEADINGS and ident.count("-") + ident.count("_") < _LONGEST_ID:
                order = min(order, self._by_words(ident))
        if others and not self._attributes.isdisjoint(attributes):
            for name in self._attributes.intersection(attributes):
                order = first_match(self._by_attribute[name], tag, attributes, order)
        return order

    def _meet(self, named: str) -> _Named | None:
        """What a `class` means to the rules. Remembered, since pages repeat their names."""
        classes = named[:_LONGEST_CLASS].split()
        compounds: tuple[Compound, ...] = ()
        if not self._known.isdisjoint(classes):
            asked = (compound for name in self._known.intersection(classes) for compound in self._by_class[name])
            compounds = tuple(compound for compound in asked if compound.classes.issubset(classes))
        order = NOTHING
        for name in classes:
            own = self._names.get(name)
            if own is None:
                own = self._names[name] = NOTHING if name.startswith(_UNTELLING) else self._by_words(name)
            if own < order:
                order = own
        if len(self._classes) >= _MOST_MET:
            self._classes.clear()
            self._names.clear()
        self._classes[named] = found = _Named(order, compounds) if compounds or order != NOTHING else None
        return found

    def _by_words(self, name: str) -> int:
        """The first rule that takes a name by its words (`site`, `header` and `top` of `siteHeader_top`)."""
        lower = name.lower()
        words = (lower if lower == name else _CAMEL.sub("-", name).lower()).replace("_", "-").split("-")
        if self._words.isdisjoint(words):  # as most are
            return NOTHING
        given = set(words)
        entries = [entry for word in self._words & given for entry in self._by_word[word]]
        return min([order for order, needed in entries if needed <= given], default=NOTHING)


def first_match(compounds: Iterable[Compound], tag: str, attributes: Mapping[str, str | None], order: int) -> int:
    """The earliest of the selectors that match, or `order` if that is earlier."""
    for compound in compounds:
        if compound.order < order and compound.matches(tag, attributes):
            order = compound.order
    return order


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
