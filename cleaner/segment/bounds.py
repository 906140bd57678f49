"""Bounds on what the parser is given. It is native code, quadratic in depth, and nothing can interrupt it."""

from __future__ import annotations

import re  # twice as fast as regex on these scans, which every page goes through
from itertools import islice
from typing import NamedTuple

LONGEST_SOURCE = 100_000_000
"""Characters; what stands behind them is not read."""
MOST_TAGS = 3_000_000
"""Tags on one page; the tree takes some 130 bytes of memory for each."""
DEEPEST = 1_000
"""Elements open at one place; real pages stay under 60. The parser takes 0.05 s for 5,000, 22 s for 100,000."""
LONGEST_DEEP_TEXT = 300_000
"""Characters of flat text read from what nests deeper than that."""
MOST_ATTRIBUTES = 1_000
"""Attributes on one tag; real pages have at most 140. The parser takes 0.8 s for 20,000."""

_SUSPICIOUS_TAGS = 6_000
"""A page with fewer tags cannot nest deep enough to matter."""
_SUSPICIOUS_TAG = re.compile(r"<[a-zA-Z][^>]{8000}")
_TAG = re.compile(
    r"""<(script|style|textarea|title|noscript)\b.*?</\1|<!--.*?-->|<[a-z](?:[^"'>]++|"[^"]*+"|'[^']*+'|["'])*+>?""",
    re.IGNORECASE | re.DOTALL,
)
"""A tag, quotes respected; or, to be passed over, an element whose text can look like one."""
_QUOTED = re.compile(r""""[^"]*+"|'[^']*+'""")
_UNNESTED = (
    "area base br col embed hr img input link meta param source track wbr"
    " p li dt dd tr td th thead tbody tfoot caption option optgroup script style noscript textarea title"
)
"""Elements without end tag, those that may leave it out, and those that hold no elements: none is a sign of depth."""
_NESTED_TAG = re.compile(rf"<(/?)(?!(?:{'|'.join(_UNNESTED.split())})\b)[a-z]", re.IGNORECASE)
_SCRIPTS = re.compile(r"<(script|style)\b.*?</\1[^>]*+>", re.IGNORECASE | re.DOTALL)
_PHRASING_TAGS = re.compile(r"</?(?:a|abbr|b|code|em|font|i|small|span|strong|sub|sup|u)(?:\s[^>]*+)?>", re.IGNORECASE)
_TAG_RUNS = re.compile(r"(?:</?[a-z][^>]*+>\s*+)++", re.IGNORECASE)


class Bounded(NamedTuple):
    """A source that is safe to parse, and what was cut from it ("" for nothing)."""

    source: str
    cut: str


def bound(source: str) -> Bounded:
    """`source` within the bounds above, in time linear in its length."""
    cuts: list[str] = []
    if len(source) > LONGEST_SOURCE:
        source = source[:LONGEST_SOURCE]
        cuts.append(f"everything after {LONGEST_SOURCE:,} characters")
    tags = source.count("<")
    if tags > MOST_TAGS:
        source = source[: next(islice(re.finditer("<", source), MOST_TAGS, None)).start()]
        cuts.append(f"everything after {MOST_TAGS:,} tags")
    if _SUSPICIOUS_TAG.search(source):
        source = _bound_attributes(source, cuts)
    if tags > _SUSPICIOUS_TAGS:
        source = _bound_depth(source, cuts)
    return Bounded(source, "; ".join(cuts))


def _bound_attributes(source: str, cuts: list[str]) -> str:
    bounded = _TAG.sub(lambda found: found[0] if found[1] else _without_excess(found[0]), source)
    if bounded != source:
        cuts.append(f"the attributes of a tag with over {MOST_ATTRIBUTES:,}")
    return bounded


def _without_excess(tag: str) -> str:
    if len(tag) < 2 * MOST_ATTRIBUTES or tag.startswith("<!") or len(_QUOTED.sub(" ", tag).split()) <= MOST_ATTRIBUTES:
        return tag
    return re.split(r"[\s/>]", tag, maxsplit=1)[0] + ">"


def _bound_depth(source: str, cuts: list[str]) -> str:
    depth = 0
    for tag in _NESTED_TAG.finditer(source):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > DEEPEST:
            cuts.append(f"nesting deeper than {DEEPEST:,} elements, of which {LONGEST_DEEP_TEXT:,} characters are read")
            return source[: tag.start()] + _flat(source[tag.start() :])
    return source


def _flat(deep: str) -> str:
    text = _TAG_RUNS.sub("<br>", _PHRASING_TAGS.sub("", _SCRIPTS.sub("", deep)))
    return text[:LONGEST_DEEP_TEXT]
