"""Scripts, styles, drawings and comments are taken out of the source before the parse.

They are nearly half of a page and none of its text: what is left is bounded, parsed and walked in less time.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_HEADS = re.compile(rb"<(?:s(?:cript|tyle|vg)|noscript|!--)")
_TAILS = {
    b"<script": b"</script",
    b"<style": b"</style",
    b"<noscript": b"</noscript",
    b"<svg": b"</svg",
    b"<!--": b"-->",
}
_JSON_LD = b"ld+json"


class Stripped(NamedTuple):
    """A source without scripts, and the JSON-LD blocks that were among them."""

    source: bytes
    json_ld: tuple[bytes, ...]


def without_scripts(source: bytes) -> Stripped:
    """Take them out, each from its first to its last character.

    The parser drops them too; so what is written in capitals or does not end is left to it.
    """
    kept: list[bytes] = []
    json_ld: list[bytes] = []
    find, done = source.find, 0
    head = _HEADS.search(source)
    while head:
        start, tail = head.start(), _TAILS[head[0]]
        close = find(tail, start + 2)  # `<!-->` is a whole comment
        end = find(b">", close) + 1 if close >= 0 else 0
        if not end or (tail != b"-->" and find(tail.upper(), start, close) >= 0):
            break
        content = find(b">", start) + 1
        if find(_JSON_LD, start, content) >= 0:
            json_ld.append(source[content:close])
        kept.append(source[done:start])
        done = end
        head = _HEADS.search(source, end)
    kept.append(source[done:])
    return Stripped(b"".join(kept), tuple(json_ld))
