"""What the tags of HTML mean here, and the numbers the parser has for them."""

from __future__ import annotations

from collections.abc import Iterable
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
_KINDS = {
    Kind.HEADING: "h1 h2 h3 h4 h5 h6",
    Kind.PARAGRAPH: "p",
    Kind.ITEM: "li dt dd",
    Kind.CAPTION: "figcaption caption",
    Kind.QUOTE: "blockquote",
    Kind.CELL: "td th",
    Kind.CODE: "pre",
}


class Tags(NamedTuple):
    """Tag ids of the parser. They shift between its releases, so they are asked for and not written down."""

    text: int
    br: int
    a: int
    pictures: frozenset[int]
    invisible: frozenset[int]
    inline: frozenset[int]
    unchecked: frozenset[int]
    """Those that rules never take."""
    kinds: dict[int, Kind]
    names: dict[int, str]


@cache
def tags() -> Tags:
    """The numbers, asked for once a process."""
    probe = LexborHTMLParser("<p>x<!--c--></p>")

    def ids(names: Iterable[str]) -> frozenset[int]:
        return frozenset(probe.create_node(name).tag_id for name in names)

    kinds = {probe.create_node(tag).tag_id: kind for kind, names in _KINDS.items() for tag in names.split()}
    known = "div section p article li ul ol td th tr table tbody h1 h2 h3 h4 h5 h6 span a blockquote pre figure"
    known += " figcaption aside nav header footer main form button dl dt dd center caption details summary"
    text, comment = probe.css("p")[0].iter(include_text=True)
    return Tags(
        text.tag_id,
        probe.create_node("br").tag_id,
        probe.create_node("a").tag_id,
        ids(("img", "picture")),
        ids(INVISIBLE) | {comment.tag_id},
        ids((*PHRASING, *_CHECKED_PHRASING)),
        ids((*PHRASING, *_TABLE_PARTS)),
        kinds,
        {probe.create_node(name).tag_id: name for name in known.split()},
    )
