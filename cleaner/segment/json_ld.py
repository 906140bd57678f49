"""JSON-LD as pages write it: parsed, or mended where there is only one way to mend it; and the article it states."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson
import regex

_LONGEST_TO_MEND = 2_000_000
_OPENING = regex.compile(r"\A[\s;]*+(?://\s*+)?(?:<!--|<!\[CDATA\[|/\*\s*+<!\[CDATA\[\s*+\*/)++")
_CLOSING = regex.compile(r"(?<![\s;])(?:(?://\s*+)?(?:-->|\]\]>)|/\*\s*+\]\]>\s*+\*/|;|\s++)++\Z")
_LONGEST_CLOSING = 300
"""Characters before the white space at the end; each is tried as the first."""
_STRING = r'"(?:[^"\\]|\\(?:.|\Z))*+(?:"|\Z)'
_BESIDES = regex.compile(rf"{_STRING}|(?:/\*(?s:.*?)(?:\*/|\Z))|(?<![:\w])//[^\n]*+|,(?=\s*+[\]}}])", regex.DOTALL)
"""A string, which stays; a comment or a comma before a bracket, which go. What does not end reaches to the end: to look
for its end at every beginning would take long."""
_BEGINNING = regex.compile(r"[{\[]")
_BAD_ESCAPE = regex.compile(r"\\(?![\"\\/bfnrt]|u[0-9a-fA-F]{4})")
DEEPEST, MOST_NODES = 4, 500
"""How deep objects may stand in one another, and how many are looked at."""


def parsed(block: bytes) -> list[Any]:
    """The values in a block: one, none if it cannot be read, several if it holds several documents."""
    try:
        return [orjson.loads(block)]
    except ValueError:
        return _mended(block.decode(errors="replace")) if len(block) <= _LONGEST_TO_MEND else []


def nodes(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """The objects that stand by themselves, those in a list, a `@graph` or a page's `mainEntity` included."""
    if isinstance(value, list):
        for item in value[:MOST_NODES] if depth < DEEPEST else ():
            yield from nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        if depth < DEEPEST:
            for key in ("@graph", "mainEntity"):
                if key in value:
                    yield from nodes(value[key], depth + 1)


def article_body(values: Iterable[Any]) -> str:
    """The longest `articleBody` that is stated, with whatever markup is in it; "" if there is none."""
    bodies = (node.get("articleBody") for value in values for node in nodes(value))
    return max((body for body in bodies if isinstance(body, str)), key=len, default="")


def _mended(block: str) -> list[Any]:
    text = _unwrapped(block.replace("\ufeff", ""))
    if '"' not in text and "&quot;" in text:
        text = html.unescape(text)
    for mend in (str, _without_extras):
        text = mend(text)
        try:
            return [json.loads(text, strict=False)]  # line breaks inside strings
        except (ValueError, RecursionError):
            pass
    return _one_after_the_other(text)


def _unwrapped(text: str) -> str:
    text = _OPENING.sub("", text).rstrip()
    closing = _CLOSING.search(text, max(0, len(text) - _LONGEST_CLOSING))
    return text[: closing.start()] if closing else text


def _without_extras(text: str) -> str:
    text = _BESIDES.sub(lambda found: found[0] if found[0][0] == '"' else "", text)
    return _BAD_ESCAPE.sub(r"\\\\", text)


def _one_after_the_other(text: str) -> list[Any]:
    """Documents that follow one another; what cannot be read ends it."""
    decoder, values, place = json.JSONDecoder(strict=False), [], 0
    while place < len(text):
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            break
        values.append(value)
        begin = _BEGINNING.search(text, place)
        place = begin.start() if begin else len(text)
    return values
