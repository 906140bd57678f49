"""Bounds on what the parser is given. It is native code, quadratic in depth, and nothing can interrupt it."""

from __future__ import annotations

import re  # twice as fast as regex on these scans, which every page goes through
from itertools import islice
from typing import NamedTuple

from cleaner.segment.scan import Scanned

LONGEST_SOURCE = 100_000_000
"""Bytes; what stands behind them is not read."""
MOST_TAGS = 3_000_000
"""Tags on one page; the tree takes some 130 bytes of memory for each."""
DEEPEST = 2_000
"""Elements open at one place; real pages stay under 60. The parser takes 0.05 s for 5,000, 22 s for 100,000."""
LONGEST_DEEP_TEXT = 300_000
"""Bytes of flat text read from what nests deeper than that."""
MOST_ATTRIBUTES = 1_000
"""Attributes on one tag; real pages have at most 140. The parser takes 0.8 s for 20,000."""

_LONG_TAG = re.compile(rb"<[a-zA-Z][^>]{16000}")
"""As long as what `scan.c` notices."""
_TAG = re.compile(rb"""<[a-zA-Z](?:[^"'>]++|"[^"]*+"|'[^']*+'|["'])*+>?""")
_QUOTED = re.compile(rb""""[^"]*+"|'[^']*+'""")
_UNNESTED = (
    "area base br col embed hr img input link meta param source track wbr"
    " p li dt dd tr td th thead tbody tfoot caption option script style noscript textarea title"
)
"""Elements without end tag, those that may leave it out, and those that hold no elements: none is a sign of depth."""
_NESTED_TAG = re.compile(rf"<(/?)(?!(?:{'|'.join(_UNNESTED.split())})\b)[a-z]".encode(), re.IGNORECASE)
_SCRIPTS = re.compile(rb"<(script|style)\b.*?</\1[^>]*+>", re.IGNORECASE | re.DOTALL)
_PHRASING_TAGS = re.compile(rb"</?(?:a|abbr|b|code|em|font|i|small|span|strong|sub|sup|u)(?:\s[^>]*+)?>", re.IGNORECASE)
_TAG_RUNS = re.compile(rb"(?:</?[a-z][^>]*+>\s*+)++", re.IGNORECASE)


class Bounded(NamedTuple):
    """A source that is safe to parse, and what was cut from it ("" for nothing)."""

    source: bytes
    cut: str


def bound(scanned: Scanned) -> Bounded:
    """The source within the bounds above, in time linear in its length."""
    source, cuts = scanned.source, list[str]()
    if len(source) > LONGEST_SOURCE:
        source = source[:LONGEST_SOURCE]
        cuts.append(f"everything after {LONGEST_SOURCE:,} bytes")
    if scanned.tags > MOST_TAGS and source.count(b"<") > MOST_TAGS:
        source = source[: next(islice(re.finditer(b"<", source), MOST_TAGS, None)).start()]
        cuts.append(f"everything after {MOST_TAGS:,} tags")
    if scanned.has_long_tag:
        source = _bound_attributes(source, cuts)
    if scanned.deepest >= DEEPEST:
        source = _bound_depth(source, cuts)
    return Bounded(source, "; ".join(cuts))


def _bound_attributes(source: bytes, cuts: list[str]) -> bytes:
    pieces, done = [], 0
    for found in _LONG_TAG.finditer(source):
        start = found.start()
        tag = _TAG.match(source, start)
        if start >= done and tag and _has_excess(tag[0]) and not _is_in_script(source, start):
            pieces += [source[done:start], re.split(rb"[\s/>]", tag[0], maxsplit=1)[0] + b">"]
            done = tag.end()
    if pieces:
        cuts.append(f"the attributes of a tag with over {MOST_ATTRIBUTES:,}")
    return b"".join(pieces) + source[done:] if pieces else source


def _has_excess(tag: bytes) -> bool:
    return len(_QUOTED.sub(b" ", tag).split()) > MOST_ATTRIBUTES


def _is_in_script(source: bytes, place: int) -> bool:
    """Whether what looks like a tag there is a comparison in a program."""
    return source.rfind(b"<script", 0, place) > source.rfind(b"</script", 0, place)


def _bound_depth(source: bytes, cuts: list[str]) -> bytes:
    depth = 0
    for tag in _NESTED_TAG.finditer(source):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > DEEPEST:
            cuts.append(f"nesting deeper than {DEEPEST:,} elements, of which {LONGEST_DEEP_TEXT:,} bytes are read")
            return source[: tag.start()] + _flat(source[tag.start() :])
    return source


def _flat(deep: bytes) -> bytes:
    text = _TAG_RUNS.sub(b"<br>", _PHRASING_TAGS.sub(b"", _SCRIPTS.sub(b"", deep)))
    return text[:LONGEST_DEEP_TEXT]
