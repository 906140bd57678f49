"""A parsed page: its lines for the engine, and a read-only view of it for hooks."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from cleaner.model import HeadElement
from cleaner.segment.bounds import bound
from cleaner.segment.elements import ElementRules
from cleaner.segment.scripts import without_scripts
from cleaner.segment.tags import tags
from cleaner.segment.walk import Segmented, Walk, visible_text


class _Found:
    """An element as hooks see it."""

    __slots__ = ("_node",)

    def __init__(self, node: LexborNode) -> None:
        self._node = node

    @property
    def text(self) -> str:
        """All its text, white space folded."""
        return " ".join(visible_text(self._node).split())

    def get(self, name: str) -> str | None:
        """The attribute `name`, or None."""
        return self._node.attributes.get(name)


class Document:
    """A parsed page. Hooks get it as `page.tree`; it hands out text and attributes, never nodes."""

    __slots__ = ("_head", "_parser", "cut", "json_ld")

    def __init__(self, parser: LexborHTMLParser, json_ld: tuple[str, ...], cut: str) -> None:
        self._parser = parser
        self.json_ld = json_ld
        """The JSON-LD blocks, unparsed."""
        self.cut = cut
        """What was not read because the page is out of bounds; "" for nothing."""
        self._head: tuple[HeadElement, ...] | None = None

    def first(self, css: str) -> _Found | None:
        """The first element that matches, or None."""
        node = self._parser.css_first(css)
        return _Found(node) if node is not None else None

    def all(self, css: str) -> list[_Found]:
        """Every element that matches, in document order."""
        return [_Found(node) for node in self._parser.css(css)]

    def head(self) -> tuple[HeadElement, ...]:
        """What the head says about the page, in order: titles, meta and links. Read once."""
        if self._head is None:
            self._head = tuple(_head_elements(self._parser.head))
        return self._head

    @property
    def language(self) -> str | None:
        """`<html lang>`."""
        root = self._parser.root
        return root.attributes.get("lang") if root is not None else None

    def segment(self, rules: ElementRules) -> Segmented:
        """The lines of the body; elements that `rules` take are one line each."""
        body = self._parser.body
        if body is None:
            return Segmented([], {}, [])
        return Walk(self._parser, rules).run(body)


def parse(source: str) -> Document:
    """Parse any page, within bounds."""
    stripped = without_scripts(source)
    bounded = bound(stripped.source)
    parser = LexborHTMLParser(bounded.source, options=LexborDocumentOptions.WO_EVENTS, scripting=True)
    return Document(parser, stripped.json_ld, bounded.cut)


def _head_elements(head: LexborNode | None) -> Iterator[HeadElement]:
    stating = tags().stating
    node = head.first_child if head is not None else None
    while node is not None:
        tag = stating.get(node.tag_id)
        if tag is not None:
            yield HeadElement(tag, node.attributes, node.text() if tag == "title" else "")
        node = node.next
