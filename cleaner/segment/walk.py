"""Lines of a parsed page, in one read-only walk over its tree.

The walk keeps its own stack, so depth costs no recursion, and does not descend into
an element that a rule takes whole: such an element is one line, and one entry of the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.model import Kind, Line
from cleaner.segment.elements import NOTHING, ElementRules
from cleaner.segment.text import fold, list_marker

_INVISIBLE = frozenset(
    "script style noscript template svg iframe object embed video audio canvas map head title base link meta"
    " textarea select datalist input img picture source track param area progress meter".split()
)
_PHRASING = frozenset(
    "abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp"
    " small strike strong sub sup time tt u var wbr math".split()
)
_CHECKED_PHRASING = ("a", "span")
"""Inline elements that rules may take; the others are never boilerplate on their own."""
_KINDS = {
    Kind.HEADING: "h1 h2 h3 h4 h5 h6",
    Kind.PARAGRAPH: "p",
    Kind.ITEM: "li dt dd",
    Kind.CAPTION: "figcaption caption",
    Kind.QUOTE: "blockquote",
    Kind.CELL: "td th",
    Kind.CODE: "pre",
}
_STICKY = frozenset({Kind.ITEM, Kind.CAPTION, Kind.QUOTE, Kind.CODE})
"""A paragraph inside one of these is still one of these."""
_TIGHT = frozenset({"li", "dt", "dd", "td", "th"})
_LANDMARKS = "h1, main, article, [itemprop=articleBody]"


class _Tags(NamedTuple):
    """Tag ids of the parser. They shift between its releases, so they are asked for, once a process."""

    text: int
    br: int
    a: int
    invisible: frozenset[int]
    inline: frozenset[int]
    unchecked: frozenset[int]
    kinds: dict[int, Kind]
    names: dict[int, str]


@cache
def _tags() -> _Tags:
    probe = LexborHTMLParser("<p>x<!--c--></p>")

    def ids(names: Iterable[str]) -> frozenset[int]:
        return frozenset(probe.create_node(name).tag_id for name in names)

    kinds = {probe.create_node(tag).tag_id: kind for kind, tags in _KINDS.items() for tag in tags.split()}
    known = "div section p article li ul ol td th tr table tbody h1 h2 h3 h4 h5 h6 span a blockquote pre figure"
    known += " figcaption aside nav header footer main form button dl dt dd center caption details summary"
    text, comment = probe.css("p")[0].iter(include_text=True)
    return _Tags(
        text.tag_id,
        probe.create_node("br").tag_id,
        probe.create_node("a").tag_id,
        ids(_INVISIBLE) | {comment.tag_id},
        ids((*_PHRASING, *_CHECKED_PHRASING)),
        ids(_PHRASING),
        kinds,
        {probe.create_node(name).tag_id: name for name in known.split()},
    )


_PROSE_PIECE = 80
_LEAST_PROSE = 600
_PROSE_SHARE = 0.4
"""Characters, characters, share: on 924 pages no boilerplate element holds that much, and names do lie
(`share-container`, `page1-footer` around whole articles)."""


class Segmented(NamedTuple):
    """The lines of a page, and which rule (by order) takes which line (by number) with its element."""

    lines: list[Line]
    taken: dict[int, int]


def visible_text(node: LexborNode) -> str:
    """Text of the element, one piece a line, without scripts and styles (looked for only where there may be some)."""
    text = node.text(separator="\n", skip_empty=True)
    if "{" not in text and "=" not in text:
        return text
    invisible = _tags().invisible
    hidden = {n.mem_id for n in node.traverse() if n.tag_id in invisible}
    pieces = (n for n in node.traverse(include_text=True) if n.is_text_node)
    return "\n".join(n.text_content or "" for n in pieces if n.parent is None or n.parent.mem_id not in hidden)


def _tags_above(node: LexborNode) -> frozenset[str]:
    found = set()
    parent = node.parent
    while parent is not None:
        found.add(parent.tag or "")
        parent = parent.parent
    return frozenset(found)


def _is_folded(text: str) -> bool:
    """Whether there is surely no white space to fold inside its lines."""
    return "  " not in text and "\t" not in text and text.isascii()


def _prose(text: str) -> int:
    """Characters in pieces that are long enough to be prose."""
    return sum(len(piece) for piece in text.split("\n") if len(piece) >= _PROSE_PIECE)


def _ancestors(node: LexborNode) -> set[int]:
    found = {node.mem_id}
    parent = node.parent
    while parent is not None:
        found.add(parent.mem_id)
        parent = parent.parent
    return found


class Walk:
    """One walk over one page."""

    def __init__(self, parser: LexborHTMLParser, rules: ElementRules) -> None:
        self._parser = parser
        self._rules = rules
        self._lines: list[Line] = []
        self._taken: dict[int, int] = {}
        self._parts: list[str] = []
        self._linked = 0
        self._gap = True
        self._memo: dict[tuple[object, ...], int] = {}
        self._queried: dict[int, int] = {}
        for order, selector in rules.queries:
            for node in parser.css(selector):
                self._queried.setdefault(node.mem_id, order)
        self._outside, self._inside, self._spine = self._confine()
        self._protected: set[int] | None = None
        self._prose: int | None = None

    def _confine(self) -> tuple[int, frozenset[int], frozenset[int]]:
        """The first `outside` rule that matches: its order, its matches, and all their ancestors."""
        for order, selector in self._rules.outside:
            nodes = self._parser.css(selector)
            if nodes:
                inside = frozenset(node.mem_id for node in nodes)
                return order, inside, frozenset().union(*map(_ancestors, nodes)) - inside
        return NOTHING, frozenset(), frozenset()

    def _is_protected(self, node: LexborNode) -> bool:
        """Whether it is or holds the headline or the article: css and words never take those."""
        if self._protected is None:
            landmarks, articles = [], 0
            for found in self._parser.css(_LANDMARKS):
                articles += found.tag == "article"
                if found.tag != "article" or articles == 1:
                    landmarks.append(found)
            self._protected = set(self._spine).union(*map(_ancestors, landmarks))
        return node.mem_id in self._protected

    def _is_prose(self, text: str) -> bool:
        """Whether an element with this text holds a good part of the page's prose, whatever its class says."""
        prose = _prose(text)
        if prose < _LEAST_PROSE:
            return False
        if self._prose is None:
            body = self._parser.body
            self._prose = _prose(visible_text(body)) if body is not None else 0
        return prose >= _PROSE_SHARE * self._prose

    def _order(self, node: LexborNode, tag: str) -> int:
        """The first rule that takes this element, or NOTHING."""
        attributes = node.attributes
        key = (tag, attributes.get("class"), attributes.get("id"))
        order = self._memo.get(key)
        if order is None:
            order = self._memo[key] = self._rules.order(tag, attributes)
        if not self._rules.by_attribute.keys().isdisjoint(attributes):
            order = min(order, self._rules.order_by_attributes(tag, attributes))
        if tag in self._rules.by_ancestor:
            order = min(order, self._rules.order_by_ancestors(tag, attributes, _tags_above(node)))
        if self._queried:
            order = min(order, self._queried.get(node.mem_id, NOTHING))
        return NOTHING if order != NOTHING and self._is_protected(node) else order

    def _flush(self, kind: Kind, tag: str) -> None:
        """End the current line, if there is any text in it."""
        text = "".join(self._parts)
        self._parts.clear()
        folded = fold(text)
        if folded:
            lines = self._lines
            tight = tag in _TIGHT and lines and lines[-1].kind == kind and lines[-1].tag in _TIGHT
            links = self._linked / len(text) if self._linked else 0.0
            lines.append(Line(len(lines), folded, kind, self._gap and not tight, 0, list_marker(folded), tag, links))
        self._linked = 0
        self._gap = True

    def _break(self, kind: Kind, tag: str) -> None:
        """`<br>`: the next line belongs to the same paragraph, unless nothing stood before the break."""
        continues = bool(self._parts)
        self._flush(kind, tag)
        self._gap = not continues

    def _take(self, text: str, order: int, tag: str) -> None:
        """Make one line of a whole element's text."""
        pieces = [piece for piece in map(str.strip, text.split("\n")) if piece]
        if pieces:
            folded = "\n".join(pieces if _is_folded(text) else map(fold, pieces))
            self._taken[len(self._lines)] = order
            self._lines.append(Line(len(self._lines), folded, Kind.TEXT, True, 0, "", tag))

    def run(self, body: LexborNode) -> Segmented:
        """Walk from `body` and give the lines. One long loop: it sees every node, and calls cost."""
        text_id, br, a, invisible, inline_ids, unchecked, kinds, names = _tags()
        parts, spine, inside = self._parts, self._spine, self._inside
        stack: list[tuple[LexborNode, bool, Kind, str, bool, bool]] = []
        kind, tag, in_link, confined = Kind.TEXT, "body", False, self._outside != NOTHING
        node = body.first_child
        while True:
            if node is None:
                if parts and (not stack or stack[-1][1]):
                    self._flush(kind, tag)
                if not stack:
                    return Segmented(self._lines, self._taken)
                node, _, kind, tag, in_link, confined = stack.pop()
                node = node.next
                continue
            tag_id = node.tag_id
            if tag_id == text_id:
                text = node.text_content or ""
                if confined:
                    self._take(text, self._outside, tag)
                elif parts or not text.isspace():
                    parts.append(text)
                    if in_link:
                        self._linked += len(text)
                node = node.next
                continue
            child = node.first_child
            inline = tag_id in inline_ids
            if child is None or tag_id in invisible:
                if tag_id == br:
                    self._break(kind, tag)
                elif parts and not inline and tag_id not in invisible:
                    self._flush(kind, tag)
                node = node.next
                continue
            name = names.get(tag_id) or node.tag or ""
            enclosed = confined
            if confined and (identity := node.mem_id) not in spine:
                enclosed = identity not in inside
                order = self._outside if enclosed else NOTHING
            else:
                order = NOTHING if tag_id in unchecked else self._order(node, name)
            if not inline and parts:
                self._flush(kind, tag)
            if order != NOTHING:
                inner = visible_text(node)
                if order not in self._rules.doubtful or not self._is_prose(inner):
                    self._take(inner, order, name)
                    node = node.next
                    continue
            stack.append((node, not inline, kind, tag, in_link, confined))
            if inline:
                in_link = in_link or tag_id == a
            else:
                tag = name
                own = kinds.get(tag_id, kind)
                kind = kind if own is Kind.PARAGRAPH and kind in _STICKY else own
            confined = enclosed
            node = child
