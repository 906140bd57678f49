"""Lines of a parsed page, in one read-only walk over its tree.

The walk keeps its own stack, so depth costs no recursion, and does not descend into
an element that a rule takes whole: such an element is one line, and one entry of the ledger.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.model import Box, Kind, Line
from cleaner.segment.elements import NOTHING, ElementRules
from cleaner.segment.tags import tags
from cleaner.segment.text import fold_lines, list_marker, without_dates

_STICKY = frozenset({Kind.ITEM, Kind.CAPTION, Kind.QUOTE, Kind.CODE})
"""A paragraph inside one of these is still one of these."""
_TIGHT = frozenset({"li", "dt", "dd", "td", "th"})
_LANDMARKS = "h1, main, article, [itemprop~=articleBody]"
_FIRST = {"article": 1, "h1": 2}
"""How many of these can be the page's own; further ones are cards, comments, headings of sections."""


_PROSE_PIECE = 80
_LEAST_PROSE = 600
_PROSE_SHARE = 0.4
"""Characters, characters, share: on 924 pages no boilerplate element holds that much, and names do lie
(`share-container`, `page1-footer` around whole articles)."""


_NAMING = ("class", "id", "itemprop", "role", "data-testid", "data-component", "data-qa", "data-type", "data-module")


_Frame = tuple[LexborNode, bool, Kind, str, bool, bool, int, bool]
"""An open element: the node, whether it is a block, and kind, tag, link and confinement of what it stands in."""


class Segmented(NamedTuple):
    """The lines of a page, and which rule (by order) takes which line (by number) with its element."""

    lines: list[Line]
    taken: dict[int, int]
    boxes: list[Box]


def visible_text(node: LexborNode) -> str:
    """Text of the element, one piece a line. What `without_scripts` leaves of scripts is not looked for."""
    return node.text(separator="\n", skip_empty=True)


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
        self._linked = self._images = self._bold = 0
        self._box = 0
        self._boxes: list[Box] = [Box(0, "body", "")]
        self._gap = True
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
            seen: Counter[str] = Counter()
            landmarks = []
            for found in self._parser.css(_LANDMARKS):
                tag = found.tag or ""
                seen[tag] += 1
                if seen[tag] <= _FIRST.get(tag, seen[tag]):
                    landmarks.append(found)
            self._protected = set(self._spine).union(*map(_ancestors, landmarks))
        return node.mem_id in self._protected

    def _is_prose(self, text: str) -> bool:
        """Whether an element with this text holds a good part of the page's prose, whatever its class says."""
        prose = _prose(text) if len(text) >= _LEAST_PROSE else 0
        if prose < _LEAST_PROSE:
            return False
        if self._prose is None:
            body = self._parser.body
            self._prose = _prose(visible_text(body)) if body is not None else 0
        return prose >= _PROSE_SHARE * self._prose

    def _flush(self, kind: Kind, tag: str) -> None:
        """End the current line, if there is any text in it."""
        text = "".join(self._parts)
        self._parts.clear()
        folded = text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())
        if folded:
            lines = self._lines
            if folded.startswith("date "):
                *dates, folded = without_dates(folded)
                for date in dates:
                    lines.append(Line(len(lines), date, kind, True, 0, "", tag))
            tight = tag in _TIGHT and lines and lines[-1].kind == kind and lines[-1].tag in _TIGHT
            links = self._linked / len(text) if self._linked else 0.0
            lines.append(Line(len(lines), folded, kind, self._gap and not tight, 0, list_marker(folded), tag, links, self._box, self._images, self._bold / len(text)))
            self._images = 0
        self._linked = self._bold = 0
        self._gap = True

    def _break(self, kind: Kind, tag: str) -> None:
        """`<br>`: the next line belongs to the same paragraph, unless nothing stood before the break."""
        continues = bool(self._parts)
        self._flush(kind, tag)
        self._gap = not continues

    def _take(self, text: str, order: int, tag: str) -> None:
        """Make one line of a whole element's text."""
        folded = fold_lines(text)
        if folded:
            self._taken[len(self._lines)] = order
            self._lines.append(Line(len(self._lines), folded, Kind.TEXT, True, 0, "", tag, 0.0, self._box, self._images))
            self._images = 0

    def run(self, body: LexborNode) -> Segmented:
        """Walk from `body` and give the lines. One long loop: it sees every node, and calls cost."""
        text_id, br, a, img, bolds, invisible, inline_ids, unchecked, kinds, names, _ = tags()
        parts, spine, inside, queried = self._parts, self._spine, self._inside, self._queried
        rules, find = self._rules, self._rules.order
        stack: list[_Frame] = []
        code = Kind.CODE  # what looks like markup there is quoted
        kind, tag, in_link, in_bold, confined = Kind.TEXT, "body", False, False, self._outside != NOTHING
        node = body.first_child
        while True:
            if node is None:
                if parts and (not stack or stack[-1][1]):
                    self._flush(kind, tag)
                if not stack:
                    return Segmented(self._lines, self._taken, self._boxes)
                node, _, kind, tag, in_link, confined, self._box, in_bold = stack.pop()
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
                    if in_bold:
                        self._bold += len(text)
                node = node.next
                continue
            child = node.first_child
            inline = tag_id in inline_ids
            if child is None or tag_id in invisible:
                if tag_id == img:
                    self._images += 1
                elif tag_id == br:
                    self._break(kind, tag)
                elif parts and not inline and tag_id not in invisible:
                    self._flush(kind, tag)
                node = node.next
                continue
            name = names.get(tag_id) or node.tag or ""
            enclosed, order = confined, NOTHING
            if confined and (identity := node.mem_id) not in spine:
                enclosed = identity not in inside
                order = self._outside if enclosed else NOTHING
            elif tag_id not in unchecked and kind is not code:
                attributes = node.attributes
                if attributes or name in rules.by_tag:
                    order = find(name, attributes)
                if name in rules.by_ancestor and (asking := rules.asking(name, attributes, in_link)):
                    above = {tag, *(frame[3] for frame in stack), "a" if in_link else ""}
                    order = min(order, *(compound.order for compound in asking if compound.stands_in(above)), NOTHING)
                if queried:
                    order = min(order, queried.get(node.mem_id, NOTHING))
                if order != NOTHING and self._is_protected(node):
                    order = NOTHING
            if not inline and parts:
                self._flush(kind, tag)
            if order != NOTHING:
                inner = visible_text(node)
                if order not in rules.doubtful or not self._is_prose(inner):
                    self._take(inner, order, name)
                    node = node.next
                    continue
            stack.append((node, not inline, kind, tag, in_link, confined, self._box, in_bold))
            if inline:
                in_link = in_link or (tag_id == a and "href" in node.attributes)
                in_bold = in_bold or tag_id in bolds
            else:
                attributes = node.attributes
                self._boxes.append(Box(self._box, name, " ".join(filter(None, map(attributes.get, _NAMING)))))
                self._box = len(self._boxes) - 1
                tag = name
                own = kinds.get(tag_id, kind)
                kind = kind if own is Kind.PARAGRAPH and kind in _STICKY else own
            confined = enclosed
            node = child
