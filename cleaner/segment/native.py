"""The functions of `walk.c`, and what it must know about the parser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from ctypes import CDLL, POINTER, Structure, c_char_p, c_int, c_int32, c_int64, c_size_t, c_uint16, c_uint64, c_void_p
from functools import cache
from importlib.metadata import version
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.compiled import load_library
from cleaner.errors import NativeError
from cleaner.segment.buffers import Buffer
from cleaner.segment.tags import KNOWN, tags

_MOST_ATTRIBUTES = 256
_ATTRIBUTES = (
    "accept accept-charset active align alink alt axis bgcolor charset checked class clear codetype color compact"
    " content declare defer dir direction disabled enctype face focus for frame height hover href hreflang html"
    " http-equiv id is lang language link maxlength media method multiple nohref noresize noshade nowrap placeholder"
    " pool public readonly rel required rev rules scheme scope scrolling selected shape size slot src style system"
    " target text title type valign valuetype vlink width xmlns"
).split()
"""All that the parser has numbers for; the others it writes down by name."""


_BUFFERS = "texts tags code lines links taken parents box_tags names".split()
BUFFERS = len(_BUFFERS)
"""How many a result begins with."""


class Result(Structure):
    """What `walk_page` gives; to be freed by `walk_free`."""

    _fields_ = (
        *((name, Buffer) for name in _BUFFERS),
        ("longest", c_int64),
        ("failed", c_int32),
    )


class Language(Structure):
    """What the tags mean, and the numbers of some names."""

    _fields_ = (
        ("meanings", POINTER(c_uint16)),
        *((name, c_size_t) for name in ("text", "class_name", "ident_name", "href_name")),
    )


@cache
def library() -> CDLL:
    """The library, loaded and checked once a process.

    Raises:
        NativeError: it is not there, or lays hands on a parser whose tree it cannot read.
    """
    found = load_library(__file__, "walk")
    strings, nodes = POINTER(c_char_p), POINTER(c_void_p)
    found.rules_new.argtypes = strings, strings, c_char_p, c_int32
    found.rules_new.restype = c_void_p
    found.rules_add_selector.argtypes = (c_void_p, c_int, c_char_p, c_int32, *[c_char_p] * 6)
    found.rules_add_words.argtypes = c_void_p, c_char_p, c_int32, c_char_p
    found.rules_free.argtypes = (c_void_p,)
    found.rules_free.restype = None
    found.walk_page.argtypes = (
        c_void_p, POINTER(Language), c_void_p, c_void_p, nodes, POINTER(c_int32), c_size_t, c_int32, nodes, c_size_t,
        c_int, POINTER(Result),
    )  # fmt: skip
    found.walk_free.argtypes = (POINTER(Result),)
    found.walk_free.restype = None
    found.walk_links.argtypes = c_void_p, POINTER(c_uint64)
    found.walk_links.restype = None
    found.walk_numbers.argtypes = c_void_p, POINTER(c_uint64), c_size_t
    found.walk_numbers.restype = c_size_t
    _check_layout(found)
    return found


def _check_layout(walk: CDLL) -> None:
    """See that nodes are linked in memory as the parser says they are."""
    probe = LexborHTMLParser("<div><p>one</p><b>two</b></div>")
    for node in (*probe.css("p"), *probe.css("b"), *probe.css("div")):
        seen = (c_uint64 * 4)()
        walk.walk_links(node.mem_id, seen)
        said = (node.tag_id, *map(_address, (node.next, node.parent, node.first_child)))
        if tuple(seen) != said:
            raise NativeError(f"selectolax {version('selectolax')} is not known here; install selectolax>=1.0,<1.1")


def _address(node: LexborNode | None) -> int:
    return node.mem_id if node is not None else 0


@cache
def language() -> Language:
    """For `walk_page`; made once a process."""
    known = tags()
    meanings = (c_uint16 * KNOWN)(*known.meanings)
    return Language(meanings, known.text, *numbers_of(("class", "id", "href")))


def numbers_of(attributes: Iterable[str]) -> list[int]:
    """The parser's numbers of attributes; those it does not know have others on every page, from `KNOWN` on."""
    names = list(attributes)
    (node,) = LexborHTMLParser(f"<p {' '.join(names)}>x").css("p")
    found = (c_uint64 * _MOST_ATTRIBUTES)()
    library().walk_numbers(node.mem_id, found, _MOST_ATTRIBUTES)
    return list(found[: len(names)])


@cache
def tag_names() -> Any:
    """The names of tags by number, as C takes them."""
    return strings(tags().names)


@cache
def attribute_numbers() -> Mapping[str, int]:
    """The numbers of the attributes that have the same on every page."""
    numbered = zip(_ATTRIBUTES, numbers_of(_ATTRIBUTES), strict=True)
    return {name: number for name, number in numbered if number < KNOWN}


@cache
def attribute_names() -> Any:
    """The names of attributes by number, as C takes them."""
    names = [""] * KNOWN
    for name, number in attribute_numbers().items():
        names[number] = name
    return strings(names)


def strings(items: Iterable[str]) -> Any:
    """An array of C strings. It holds on to them."""
    encoded = [item.encode() for item in items]
    return (c_char_p * len(encoded))(*encoded)


def listed(items: Iterable[str]) -> bytes:
    """Strings in one, each ended by NUL; ctypes adds the NUL that ends the list."""
    return b"".join(item.encode() + b"\0" for item in items)
