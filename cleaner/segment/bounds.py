"""Bounds on what the parser is given. It is native code, quadratic in depth, and nothing can interrupt it.

What is too much for it is found by `bounds.c`, in one pass over the tags.
"""

from __future__ import annotations

import re  # twice as fast as regex on these scans
from array import array
from functools import cache, reduce
from itertools import chain, islice
from types import SimpleNamespace
from typing import NamedTuple

from cleaner.compiled import load_functions
from cleaner.segment.scan import Scanned

LONGEST_SOURCE = 100_000_000
"""Bytes; what stands behind them is not read."""
MOST_TAGS = 3_000_000
"""Tags on one page; the tree takes some 130 bytes of memory for each."""
DEEPEST = 2_000
"""Elements open at one place; real pages stay under 60. The parser takes 0.05 s for 5,000, 22 s for 100,000."""
MOST_REOPENED = 300_000
"""Elements such as `<b>` that nobody closed and the parser opens again in every paragraph; each takes 370 bytes."""
LONGEST_DEEP_TEXT = 300_000
"""Bytes of flat text read from what nests deeper than that, or opens more again."""
MOST_ATTRIBUTES = 1_000
"""Attributes on one tag, or all tags of the body; real pages have at most 140. The parser takes 0.8 s for 20,000."""

_ROLES = {
    "void": (
        "area base basefont bgsound body br col embed frame head hr html image img input keygen link meta"
        " param source track wbr"
    ),
    "single": ("a button caption colgroup dd dt form li nobr option p select tbody td tfoot th thead tr"),
    "special": (
        "address applet article aside blockquote button caption center colgroup dd details dir div dl dt fieldset"
        " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup iframe li listing main marquee math menu nav"
        " noembed noframes noscript object ol p plaintext pre script search section select style summary svg table"
        " tbody td template textarea tfoot th thead title tr ul xmp"
    ),
    "barrier": (
        "applet caption iframe marquee math noembed noframes noscript object plaintext script select style svg table"
        " td template textarea th title xmp"
    ),
    "cell": "caption td th",
    "table": "table",
    "table part": "caption colgroup table tbody td tfoot th thead tr",
    "formatting": "a b big code em font i nobr s small strike strong tt u",
    "raw": "iframe noembed noframes noscript plaintext script style textarea title xmp",
    "ignoring": "frameset select",
    "foreign": "math svg",
    "breaks out": "body br dd dt embed head hr img li meta p",
    "item": "dd dt li",
    "term": "dd dt",
    "block": "address div p",
    "list": "dir menu ol ul",
    "list item": "li",
    "terms": "dl",
    "root": "body html",
}
"""What names of tags say about them, in the order of the bits that `bounds.c` has for it."""
_SLOTS = 256

_SCRIPTS = re.compile(rb"<(script|style)\b.*?(?:</\1[^>]*+(?:>|\Z)|\Z)", re.IGNORECASE | re.DOTALL)
_PHRASING_TAGS = re.compile(
    rb"</?(?:a|abbr|b|code|em|font|i|small|span|strong|sub|sup|u)(?:\s[^>]*+)?(?:>|\Z)", re.IGNORECASE
)
_TAG_RUNS = re.compile(rb"(?:</?[a-z][^>]*+(?:>|\Z)\s*+)+", re.IGNORECASE)
"""Each takes what does not end as far as the source goes: to look for its end at every beginning would take long."""


class Bounded(NamedTuple):
    """A source that is safe to parse, and what was cut from it ("" for nothing)."""

    source: bytes
    cut: str


@cache
def _library() -> SimpleNamespace:
    """Loaded on first use."""
    return load_functions(__file__, "bounds")


@cache
def _roles() -> bytes:
    """The hash table of roles, as C reads it: of each slot the hash of a name, and the roles."""
    bits: dict[int, int] = {}
    for number, names in enumerate(_ROLES.values()):
        for name in names.split():
            bits[_hash(name)] = bits.get(_hash(name), 0) | 1 << number
    slots = [(0, 0)] * _SLOTS
    for key, role in bits.items():
        place = key % _SLOTS
        while slots[place][0]:
            place = (place + 1) % _SLOTS
        slots[place] = key, role
    return array("Q", chain.from_iterable(slots)).tobytes()


def _hash(name: str) -> int:
    """FNV-1a."""
    return reduce(lambda sum, byte: (sum ^ byte) * 0x100000001B3 % 2**64, name.encode(), 0xCBF29CE484222325)


def bound(scanned: Scanned) -> Bounded:
    """The source within the bounds above, in time linear in its length.

    Raises:
        MemoryError: there is too little for this page.
    """
    source, cuts = scanned.source, list[str]()
    if len(source) > LONGEST_SOURCE:
        source = source[:LONGEST_SOURCE]
        cuts.append(f"everything after {LONGEST_SOURCE:,} bytes")
    if scanned.tags > MOST_TAGS and source.count(b"<") > MOST_TAGS:
        source = source[: next(islice(re.finditer(b"<", source), MOST_TAGS, None)).start()]
        cuts.append(f"everything after {MOST_TAGS:,} tags")
    return Bounded(_within(source, cuts), "; ".join(cuts))


def _within(source: bytes, cuts: list[str]) -> bytes:
    """Without the attributes that are too many, and flat from where it nests too deep."""
    places, deep, reopens = _library().bounds(source, _roles(), DEEPEST, MOST_ATTRIBUTES, MOST_REOPENED)
    rest = b""
    if places:
        cuts.append(f"the attributes of a tag with over {MOST_ATTRIBUTES:,}")
    if deep >= 0:
        what = f"opening {MOST_REOPENED:,} elements again" if reopens else f"nesting deeper than {DEEPEST:,} elements"
        cuts.append(f"{what}, of which {LONGEST_DEEP_TEXT:,} bytes are read")
        source, rest = source[:deep], _flat(source[deep:])
    return _without(source, places) + rest if cuts else source


def _without(source: bytes, places: list[int]) -> bytes:
    starts, ends = (0, *places[1::2]), (*places[::2], len(source))
    return b"".join(source[start:end] for start, end in zip(starts, ends, strict=True))


def _flat(deep: bytes) -> bytes:
    text = _TAG_RUNS.sub(b"<br>", _PHRASING_TAGS.sub(b"", _SCRIPTS.sub(b"", deep)))
    return text[:LONGEST_DEEP_TEXT]
