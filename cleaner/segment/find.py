"""Elements of a parsed page by selector: the plain ones are found by `find.c`, others by the parser's own engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from ctypes import CDLL, POINTER, Structure, byref, c_char_p, c_int32, c_int64, c_uint64, c_void_p
from functools import cache, lru_cache
from typing import NamedTuple

import regex
from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.compiled import load_library
from cleaner.segment.buffers import Buffer
from cleaner.segment.native import attribute_names, attribute_numbers
from cleaner.segment.tags import KNOWN, tag_id, tags

_PLAIN = regex.compile(
    r"""(?!html)(?<tag>[a-z][a-z0-9]*)?"""
    r"""(?:\[(?<name>[a-z-]+)(?:(?<how>~?=)["']?(?<value>[\w-]+)["']?(?<case>\ i)?)?\])?"""
)
_NO_VALUE = "\ud800"
"""Stands for the value of an attribute that has none: no page can say it."""
_ASKS = {"": 1, "=": 2, "~=": 3}
_MOST_KNOWN = 256
LONGEST_TEXT = 10_000
"""Bytes of one element's text; names, dates and headlines, which are looked for, have some hundred."""


class Found(NamedTuple):
    """An element as hooks see it."""

    text: str
    """Its text, white space folded, cut after 10,000 bytes."""
    attributes: Mapping[str, str | None]

    def get(self, name: str) -> str | None:
        """The attribute `name`, or None."""
        return self.attributes.get(name)


class _Wanted(Structure):
    _fields_ = (
        ("tag", c_uint64),
        ("name", c_uint64),
        ("attribute", c_char_p),
        ("value", c_char_p),
        ("asks", c_int32),
        ("ignores_case", c_int32),
    )


class _Search(Structure):
    _fields_ = (
        ("wanted", POINTER(_Wanted)),
        ("attribute_names", POINTER(c_char_p)),
        ("text", c_uint64),
        ("count", c_int32),
        ("only_first", c_int32),
        ("longest", c_int64),
    )


@cache
def _library() -> CDLL:
    found = load_library(__file__, "find")
    found.find_elements.argtypes = c_void_p, POINTER(_Search), POINTER(Buffer), POINTER(Buffer)
    found.find_text.argtypes = c_void_p, POINTER(_Search), POINTER(Buffer)
    found.find_free.argtypes = (POINTER(Buffer),)
    found.find_free.restype = None
    return found


def find(parser: LexborHTMLParser, css: str, *, only_first: bool = False) -> list[Found]:
    """The elements that match, in document order, or the first of them."""
    search, root = _plain(css, only_first), parser.root
    if search is not None and root is not None:
        return [Found(" ".join(text.split()), attributes) for _, text, attributes in _found(root, search)]
    nodes = [parser.css_first(css)] if only_first else parser.css(css)
    return [Found(_text(node), node.attributes) for node in nodes if node is not None]


def _text(node: LexborNode) -> str:
    out = Buffer()
    try:
        if _library().find_text(node.mem_id, byref(_names()), byref(out)):
            raise MemoryError
        return " ".join(out.texts()[0].split())
    finally:
        _library().find_free(byref(out))


@cache
def _names() -> _Search:
    """A search for nothing: only its names and numbers are read."""
    return _Search(None, attribute_names(), tags().text, 0, False, LONGEST_TEXT)


def _found(top: LexborNode, search: _Search) -> Iterator[tuple[int, str, dict[str, str | None]]]:
    """Of the elements below one the number of the alternative that means each, its text and its attributes."""
    out, numbers = Buffer(), Buffer()
    try:
        if _library().find_elements(top.mem_id, byref(search), byref(out), byref(numbers)):
            raise MemoryError
        parts, told = out.texts(), numbers.numbers("i")
    finally:
        _library().find_free(byref(out))
        _library().find_free(byref(numbers))
    values: list[str | None] = [*parts]
    if _NO_VALUE in parts:
        values = [None if part == _NO_VALUE else part for part in parts]
    place = 0
    for number, many in zip(told[::2], told[1::2], strict=True):
        behind = place + 1 + 2 * many
        yield (
            number,
            parts[place],
            dict(zip(parts[place + 1 : behind : 2], values[place + 2 : behind : 2], strict=True)),
        )
        place = behind


@lru_cache(_MOST_KNOWN)
def _plain(css: str, only_first: bool) -> _Search | None:
    """What C is asked for a selector; None if it is not plain."""
    alternatives = [_PLAIN.fullmatch(part.strip()) for part in css.split(",")]
    wanted = [_wanted(found["tag"], *found.group("name", "how", "value", "case")) for found in alternatives if found]
    if len(wanted) < len(alternatives) or any(one is None for one in wanted):
        return None
    asked = (_Wanted * len(wanted))(*[one for one in wanted if one is not None])
    return _Search(asked, attribute_names(), tags().text, len(wanted), only_first, LONGEST_TEXT)


def _wanted(tag: str | None, name: str | None, how: str | None, value: str | None, case: str | None) -> _Wanted | None:
    number = tag_id(tag) if tag else 0
    if number >= KNOWN or not (tag or name):
        return None
    asks = _ASKS[how or ""] if name else 0
    known = attribute_numbers().get(name or "", 0)
    return _Wanted(number, known, (name or "").encode(), (value or "").encode(), asks, bool(case))
