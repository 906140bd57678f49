"""The body of the article as a page's JSON-LD states it: a sign that a line belongs to it, never a source of text."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence

import regex

_BODY = regex.compile(r'"articleBody"\s*+:\s*+("[^"\\]*+(?:\\.[^"\\]*+)*+")')
_TAG = regex.compile(r"<[^<>]*+>")


def stated_body(scripts: Sequence[str]) -> str:
    """Its text without white space; empty where the page states none."""
    bodies = [body for script in scripts if "articleBody" in script for body in _BODY.findall(script)]
    if not bodies:
        return ""
    longest = max(bodies, key=len)
    try:
        text = json.loads(longest, strict=False)
    except ValueError:
        text = longest
    return "".join(_TAG.sub("", html.unescape(text)).split())
