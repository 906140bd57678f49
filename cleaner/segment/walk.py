"""Lines of a parsed page. The walk itself is compiled (`walk.c`); here it is asked, and its answer read."""

from __future__ import annotations

from array import array
from ctypes import byref, c_int32, c_void_p

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.columns import PLACES, Boxes, Columns
from cleaner.model import Kind
from cleaner.segment.elements import NOTHING, ElementRules
from cleaner.segment.lined import lined
from cleaner.segment.native import Result, language, library
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
    fields, orders = result.lines.numbers("i"), result.taken.numbers("i")
    kinds, gaps, markers, inside, boxes, images = (fields[field::6] for field in range(6))
    names, none = tags().names, array("i", bytes(4 * len(kinds)))
    if result.tags.size:  # names that the parser has learnt from the page
        names = *names, *result.tags.texts()
    found = Columns(result.texts.bytes(), kinds, gaps, none, markers, result.links.numbers("d"), boxes, images)
    lines, columns = lined(found, inside, names)
    coded = [number for number, kind in enumerate(kinds) if kind == _CODE] if result.code.size else ()
    code = tuple(zip(coded, result.code.texts(), strict=True))
    around = Boxes(result.parents.numbers("i"), result.box_tags.bytes(), result.names.bytes())
    return Segmented(lines, columns, dict(zip(orders[::2], orders[1::2], strict=True)), around, code, result.longest)
