"""What the tags of HTML mean here, and the numbers the parser has for them and for attributes."""

from __future__ import annotations

from array import array
from functools import cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from cleaner.model import Kind

INVISIBLE = frozenset(
    "script style noscript template svg iframe object embed video audio canvas map head title base link meta"
    " textarea select datalist input img picture source track param area progress meter rp rt".split()
)
"""`rt` among them: how to read a Japanese word is written over it, and would stand in the middle of the text."""
PHRASING = frozenset(
    "abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb ruby s samp"
    " small strike strong sub sup time tt u var wbr math".split()
)
_CHECKED_PHRASING = ("a", "span")
"""Inline elements that rules may take; the others are never boilerplate on their own."""
_TABLE_PARTS = ("table", "tbody", "tr", "td", "th")
"""Not asked for their names either: on pages laid out with tables they are many, and name themselves after looks."""
_OTHERS = (
    "address annotation-xml article aside basefont bgsound blockquote body br button caption center col colgroup"
    " command dd desc details dialog dir div dl dt fieldset figcaption figure footer foreignobject form frame frameset"
    " g h1 h2 h3 h4 h5 h6 header hgroup hr html keygen legend li listing main malignmark marquee menu menuitem mglyph"
    " mi mn mo ms mtext multicol nav nextid noembed noframes ol optgroup option output p path plaintext pre rtc search"
    " section slot spacer summary tfoot thead tr ul xmp"
)
"""The other tags that the parser has numbers for; those it does not know it writes down by name."""
_KINDS = {
    "heading": "h1 h2 h3 h4 h5 h6",
    "paragraph": "p",
    "item": "li dt dd",
    "caption": "figcaption caption",
    "quote": "blockquote",
    "cell": "td th",
    "code": "pre",
}
KNOWN = 1 << 9
"""Numbers below are those of names that the parser knows; see `tree.h`."""
_MEANINGS = (
    (1, (*PHRASING, *_CHECKED_PHRASING)),
    (2, INVISIBLE),
    (4, ("img", "picture")),
    (8, (*PHRASING, *_TABLE_PARTS)),
    (16, ("br",)),
    (32, ("a",)),
    (64, ("li", "dt", "dd", "td", "th")),
    (128, ("form",)),
)
"""The bits of `walk.c`: inline, invisible, a picture, never taken by a rule, a break, a link, an item of something
tight, a form (shops and some servers put all of a page in one)."""
_OWN_KIND, _KIND_SHIFT = 15, 8
"""Not the number of a kind: the lines in there are of the kind of those around; and where the kind stands."""


class Tags(NamedTuple):
    """Numbers of the parser. They shift between its releases, so they are asked for and not written down."""

    names: tuple[str, ...]
    """By number."""
    meanings: array[int]
    text: int


@cache
def tag_id(name: str) -> int:
    """The number of one tag."""
    return int(LexborHTMLParser("<p></p>").create_node(name).tag_id)


@cache
def tags() -> Tags:
    """The numbers of tags, asked for once a process."""
    probe = LexborHTMLParser("<p>x<!--c--></p>")
    text, comment = probe.css("p")[0].iter(include_text=True)
    names = [""] * KNOWN
    meanings = array("H", [_OWN_KIND << _KIND_SHIFT] * KNOWN)

    def number(name: str) -> int:
        found = probe.create_node(name).tag_id
        if found < KNOWN:
            names[found] = name
        return found if found < KNOWN else 0  # 0 is nobody's number

    for name in _OTHERS.split():
        number(name)
    for kind, members in enumerate(Kind):
        for found in map(number, _KINDS.get(members.value, "").split()):
            meanings[found] = kind << _KIND_SHIFT
    for bit, given in _MEANINGS:
        for found in map(number, given):
            meanings[found] |= bit
    meanings[comment.tag_id] |= 2
    meanings[0] = _OWN_KIND << _KIND_SHIFT
    return Tags(tuple(names), meanings, text.tag_id)
