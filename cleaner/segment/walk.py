"""Lines of a parsed page, in one read-only walk over its tree.

The walk keeps its own stack, so depth costs no recursion, and does not descend into
an element that a rule takes whole: such an element is one line, and one entry of the ledger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.model import Box, Kind, Line
from cleaner.segment.elements import NOTHING, ElementRules, first_match
from cleaner.segment.tags import tags
from cleaner.segment.text import MARKER_START, fold_lines, list_marker, without_dates

_STICKY = frozenset({Kind.ITEM, Kind.CAPTION, Kind.QUOTE, Kind.CODE})
"""A paragraph inside one of these is still one of these."""
_CODE, _CELL = Kind.CODE, Kind.CELL
_NO_ATTRIBUTES: Mapping[str, str | None] = {}
_FORM = "form"
"""Shops and some servers put all of a page in one."""
_TIGHT = frozenset({"li", "dt", "dd", "td", "th"})
_LANDMARKS = "h1, main, article, [itemprop~=articleBody]"
_FIRST = {"article": 1, "h1": 2}
"""How many of these can be the page's own; further ones are cards, comments, headings of sections."""


_PROSE_PIECE = 80
_SOME_PROSE = 200
_LEAST_PROSE = 600
_PROSE_SHARE = 0.4
"""Characters, characters, share: on 924 pages no boilerplate element holds that much, and names do lie
(`share-container`, `page1-footer` around whole articles)."""


_Frame = tuple[LexborNode, bool, Kind, str, int, bool, bool]
"""An open element: the node, whether it is a block, and kind, tag, box, link and confinement of what it stands in."""


class Segmented(NamedTuple):
    """The lines of a page, which rule (by order) takes which line (by number) with its element, and the boxes."""

    lines: list[Line]
    taken: dict[int, int]
    boxes: list[Box]
    code: Sequence[tuple[int, str]] = ()
    """The lines of code by number, white space and all."""


def visible_text(node: LexborNode) -> str:
    """Text of the element, one piece a line. What `without_scripts` leaves of scripts is not looked for."""
    return node.text(separator="\n", strip=True, skip_empty=True)


def _names(attributes: Mapping[str, str | None]) -> str:
    named, ident = attributes.get("class") or "", attributes.get("id")
    return f"{named} {ident}" if ident else named


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
    """One walk over one page. Rules that are `doubted` take no element with prose, and no rule such a form."""

    def __init__(self, parser: LexborHTMLParser, rules: ElementRules, doubted: Collection[int] = ()) -> None:
        self._parser = parser
        self._rules = rules
        self._doubted = doubted
        self._lines: list[Line] = []
        self._taken: dict[int, int] = {}
        self._boxes = [Box(-1, "body", "")]
        self._code: list[tuple[int, str]] = []
        self._parts: list[str] = []
        self._linked = self._images = 0
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

    def _spares(self, order: int, tag: str, text: str) -> bool:
        """Whether an element with this text holds too much of the page's prose to believe what its class says."""
        if self._doubted and (order in self._doubted or tag == _FORM):
            return _prose(text) >= _SOME_PROSE
        prose = _prose(text) if len(text) >= _SOME_PROSE and order in self._rules.sparing else 0
        if prose < _LEAST_PROSE:
            return False
        if self._prose is None:
            body = self._parser.body
            self._prose = _prose(visible_text(body)) if body is not None else 0
        return prose >= _PROSE_SHARE * self._prose

    def _flush(self, kind: Kind, tag: str, box: int) -> None:
        """End the current line, if there is any text in it."""
        text = "".join(self._parts)
        self._parts.clear()
        folded = text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())
        if folded:
            lines, first = self._lines, folded[0]
            if first == "d" and folded.startswith("date "):
                *dates, folded = without_dates(folded)
                for date in dates:
                    lines.append(Line(len(lines), date, kind, True, 0, "", tag, 0.0, box))
            gap = self._gap
            if gap and tag in _TIGHT and lines and lines[-1].kind == kind and lines[-1].tag in _TIGHT:
                gap = False
            links = self._linked / len(text) if self._linked else 0.0
            marker = list_marker(folded) if first in MARKER_START else ""
            if kind is _CODE:
                self._code.append((len(lines), text))
            fields = (len(lines), folded, kind, gap, 0, marker, tag, links, box, self._images)
            lines.append(tuple.__new__(Line, fields))
            self._images = 0
        self._linked = 0
        self._gap = True

    def _break(self, kind: Kind, tag: str, box: int) -> None:
        """`<br>`: the next line belongs to the same paragraph, unless nothing stood before the break."""
        continues = bool(self._parts)
        self._flush(kind, tag, box)
        self._gap = not continues

    def _take(self, text: str, order: int, tag: str, box: int) -> None:
        """Make one line of a whole element's text."""
        folded = fold_lines(text)
        if folded:
            self._taken[len(self._lines)] = order
            self._lines.append(Line(len(self._lines), folded, Kind.TEXT, True, 0, "", tag, 0.0, box, self._images))
            self._images = 0

    def run(self, body: LexborNode) -> Segmented:
        """Walk from `body` and give the lines. One long loop: it sees every node, and calls cost."""
        text_id, br, a, pictures, invisible, inline_ids, unchecked, kinds, names = tags()
        parts, boxes, spine, inside, queried = self._parts, self._boxes, self._spine, self._inside, self._queried
        rules, find, by_tag = self._rules, self._rules.order, self._rules.by_tag
        by_ancestor, by_link = rules.by_ancestor, rules.by_link
        stack: list[_Frame] = []
        new = tuple.__new__  # half the time of Box(...)
        kind, tag, box, in_link, confined = Kind.TEXT, "body", 0, False, self._outside != NOTHING
        node = body.first_child
        while True:
            if node is None:
                if parts and (not stack or stack[-1][1]):
                    self._flush(kind, tag, box)
                if not stack:
                    return Segmented(self._lines, self._taken, boxes, self._code)
                node, _, kind, tag, box, in_link, confined = stack.pop()
                node = node.next
                continue
            tag_id = node.tag_id
            if tag_id == text_id:
                text = node.text_content or ""
                if confined:
                    self._take(text, self._outside, tag, box)
                elif parts or not text.isspace():
                    parts.append(text)
                    if in_link:
                        self._linked += len(text)
                node = node.next
                continue
            inline = tag_id in inline_ids
            if tag_id in invisible or (child := node.first_child) is None:
                if tag_id in pictures:
                    self._images += 1
                elif tag_id == br:
                    self._break(kind, tag, box)
                elif not inline and tag_id not in invisible:
                    if parts:
                        self._flush(kind, tag, box)
                    if kinds.get(tag_id) is _CELL:  # the cells behind it stand in the columns they stand in
                        boxes.append(new(Box, (box, names[tag_id], "")))
                node = node.next
                continue
            name = names.get(tag_id) or node.tag or ""
            enclosed, order, attributes = confined, NOTHING, _NO_ATTRIBUTES
            if confined and (identity := node.mem_id) not in spine:
                enclosed = identity not in inside
                order = self._outside if enclosed else NOTHING
            elif tag_id not in unchecked:
                attributes = node.attributes
                order = find(name, attributes) if attributes else by_tag.get(name, NOTHING)
                asking = by_ancestor.get(name)
                if in_link and name in by_link:
                    asking = [*(asking or ()), *by_link[name]]
                if asking:
                    above = {tag, *(frame[3] for frame in stack), "a" if in_link else ""}
                    order = first_match((one for one in asking if one.stands_in(above)), name, attributes, order)
                if queried:
                    order = min(order, queried.get(node.mem_id, NOTHING))
                if order != NOTHING and (kind is _CODE or self._is_protected(node)):  # code quotes markup
                    order = NOTHING
            if not inline and parts:
                self._flush(kind, tag, box)
            if order != NOTHING:
                inner = visible_text(node)
                if not self._spares(order, name, inner):
                    self._take(inner, order, name, box)
                    node = node.next
                    continue
            stack.append((node, not inline, kind, tag, box, in_link, confined))
            if not inline:
                boxes.append(new(Box, (box, name, _names(attributes) if attributes else "")))
                box = len(boxes) - 1
                tag = name
                own = kinds.get(tag_id, kind)
                kind = kind if own is Kind.PARAGRAPH and kind in _STICKY else own
            elif tag_id == a:
                in_link = in_link or "href" in attributes
            confined = enclosed
            node = child
