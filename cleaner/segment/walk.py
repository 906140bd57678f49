"""Lines of a parsed page. The walk itself is compiled (`walk.c`); here it is asked, and its answer read."""

from __future__ import annotations

from array import array
from ctypes import byref, c_int32, c_void_p

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.columns import PLACES, Boxes, Columns
from cleaner.model import Kind
from cleaner.segment.buffers import copies, parted
from cleaner.segment.elements import NOTHING, ElementRules
from cleaner.segment.lined import lined
from cleaner.segment.native import BUFFERS, Result, language, library
from cleaner.segment.segmented import Segmented
from cleaner.segment.tags import tags

_CODE = PLACES[Kind.CODE]


def walk(parser: LexborHTMLParser, body: LexborNode, rules: ElementRules, doubted: int = 0) -> Segmented:
    """Walk over a page once.

    Rules with all the traits of `doubted` take no element with prose, and no rule such a form.

    Raises:
        MemoryError: there is too little for this page.
    """
    queried = {node.mem_id: order for order, css in reversed(rules.queries) for node in parser.css(css)}
    outside, inside = _confined(parser, rules)
    root, result = parser.root, Result()
    try:
        if library().walk_page(
            rules.handle, byref(language()), root.mem_id if root is not None else body.mem_id, body.mem_id,
            (c_void_p * len(queried))(*queried), (c_int32 * len(queried))(*queried.values()), len(queried),
            outside, (c_void_p * len(inside))(*inside), len(inside), doubted, byref(result),
        ):  # fmt: skip
            raise MemoryError
        return _segmented(result)
    finally:
        library().walk_free(byref(result))


def _confined(parser: LexborHTMLParser, rules: ElementRules) -> tuple[int, list[int]]:
    """The first `outside` rule that matches: its order and what it keeps."""
    for order, selector in rules.outside:
        if nodes := parser.css(selector):
            return order, [node.mem_id for node in nodes]
    return NOTHING, []


def _segmented(result: Result) -> Segmented:
    """What was found, as Python has it."""
    texts, learnt, code, fields, links, taken, parents, box_tags, names = copies(result, BUFFERS)
    known = tags().names
    if learnt:  # names that the parser has learnt from the page
        known = *known, *parted(learnt)
    lines, columns = lined(texts, fields, links, known)
    orders = iter(array("i", taken))
    boxes = Boxes(array("i", parents), box_tags, names)
    written = _written(columns, code) if code else ()
    return Segmented(lines, columns, dict(zip(orders, orders, strict=True)), boxes, written, result.longest)


def _written(columns: Columns, code: bytes) -> tuple[tuple[int, str], ...]:
    """The lines of code by number, as the page writes them."""
    numbers = [number for number, kind in enumerate(columns.kinds) if kind == _CODE]
    return tuple(zip(numbers, parted(code), strict=True))
