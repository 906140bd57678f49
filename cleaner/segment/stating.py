"""What the head of a page says about it, read by `stating.c`."""

from __future__ import annotations

from array import array
from functools import cache
from types import SimpleNamespace

from selectolax.lexbor import LexborNode

from cleaner.compiled import load_functions
from cleaner.page import HeadElements
from cleaner.segment.find import LONGEST_TEXT
from cleaner.segment.native import attribute_numbers
from cleaner.segment.tags import tag_id, tags

_TAGS, _ATTRIBUTES = ("title", "meta", "link"), ("property", "name", "itemprop", "content", "rel", "href")
"""As `stating.c` has them."""


def stating(head: LexborNode) -> HeadElements:
    """What a head says about its page: its title, meta and canonical link.

    Raises:
        MemoryError: there is too little for this page.
    """
    return HeadElements(_library().stating(head.mem_id, _numbers()))


@cache
def _numbers() -> array[int]:
    attributes = attribute_numbers()
    asked = [attributes.get(name, 0) for name in _ATTRIBUTES]
    return array("Q", [tags().text, *map(tag_id, _TAGS), *asked, LONGEST_TEXT])


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "stating")
