"""A parsed page: its lines for the engine, and a read-only view of it for hooks."""

from __future__ import annotations

from typing import Any

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, SelectolaxError

from cleaner.columns import Boxes, Columns
from cleaner.model import STATED, Box, Line
from cleaner.page import HeadElements
from cleaner.segment.bounds import bound
from cleaner.segment.elements import NAMED, SPARING, ElementRules
from cleaner.segment.find import Found, find
from cleaner.segment.json_ld import article_body, parsed
from cleaner.segment.scan import scan
from cleaner.segment.segmented import Segmented
from cleaner.segment.stated import shows_article, shows_prose, stated_article
from cleaner.segment.stating import stating
from cleaner.segment.walk import walk


class Document:
    """A parsed page. Hooks get it as `page.tree`; it hands out text and attributes, never nodes."""

    __slots__ = ("_blocks", "_head", "_json_ld", "_parser", "cut", "source")

    def __init__(self, parser: LexborHTMLParser, source: bytes, json_ld: tuple[bytes, ...], cut: str) -> None:
        self._parser = parser
        self.source = source
        """What was parsed: UTF-8 without scripts."""
        self._blocks = json_ld
        self._json_ld: tuple[Any, ...] | None = None
        self.cut = cut
        """What was not read because the page is out of bounds; "" for nothing."""
        self._head: HeadElements | None = None

    @property
    def json_ld(self) -> tuple[Any, ...]:
        """The values of the JSON-LD blocks. Read once."""
        if self._json_ld is None:
            self._json_ld = tuple(value for block in self._blocks for value in parsed(block))
        return self._json_ld

    @property
    def stated_body(self) -> str:
        """The article as the JSON-LD states it, with its markup; "" if it states none."""
        return article_body(self.json_ld) if any(b"articleBody" in block for block in self._blocks) else ""

    def first(self, css: str) -> Found | None:
        """The first element that matches, or None."""
        return next(iter(find(self._parser, css, only_first=True)), None)

    def all(self, css: str) -> list[Found]:
        """Every element that matches, in document order."""
        return find(self._parser, css)

    def head(self) -> HeadElements:
        """What the head says about the page: its title, meta and canonical link, in order. Read once."""
        if self._head is None:
            head = self._parser.head
            self._head = stating(head) if head is not None else HeadElements(b"")
        return self._head

    @property
    def language(self) -> str | None:
        """`<html lang>`."""
        root = self._parser.root
        return root.attributes.get("lang") if root is not None else None

    def segment(self, rules: ElementRules) -> Segmented:
        """The lines of the body; elements that `rules` take are one line each.

        Where nothing is left that could be an article, names may have lied: then what holds prose is not taken for
        its name; what is named after comments, only where there is no prose beside. Where there is no article even
        so, the paragraphs of one that the JSON-LD states follow (`Line.is_stated`).
        """
        body = self._parser.body
        if body is None:
            return Segmented((), Columns.of(()), {}, Boxes.of(()))
        walked = walk(self._parser, body, rules)
        if shows_article(walked):
            return walked
        for doubted, is_enough in ((NAMED | SPARING, shows_article), (NAMED, shows_prose)):
            if walked.taken and not is_enough(walked):
                walked = walk(self._parser, body, rules, doubted)
        return walked if shows_article(walked) else self._with_stated(walked)

    def _with_stated(self, walked: Segmented) -> Segmented:
        """With lines of the article that the page states and does not show."""
        paragraphs = stated_article(self.stated_body)
        if not paragraphs:
            return walked
        first, box = len(walked.lines), len(walked.boxes)
        stated = [Line(number, text, tag=STATED, box=box) for number, text in enumerate(paragraphs, first)]
        lines, boxes = (*walked.lines, *stated), Boxes.of((*walked.boxes, Box(0, STATED, "")))
        return walked._replace(lines=lines, columns=Columns.of(lines), boxes=boxes)


def parse(utf8: bytes) -> Document:
    """Parse any page, within bounds.

    Raises:
        MemoryError: there is too little for this page.
    """
    scanned = scan(utf8)
    bounded = bound(scanned)
    try:
        parser = LexborHTMLParser(bounded.source, options=LexborDocumentOptions.WO_EVENTS, scripting=True)
    except SelectolaxError as error:  # bytes of whatever sort are a page to it: it fails only where memory ends
        raise MemoryError from error
    return Document(parser, bounded.source, scanned.json_ld, bounded.cut)
