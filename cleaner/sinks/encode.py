"""JSON as files, pipes and terminals can take it."""

from __future__ import annotations

import json
import re

import orjson

_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Legal in JSON, but they break lines, turn text round, command terminals or have no UTF-8 form."""


def to_json(value: object, indent: int | None = None) -> str:
    """`value` as JSON that reads as written in any script, on one line unless indented."""
    text = _on_one_line(value) if indent is None else json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _on_one_line(value: object) -> str:
    """In a tenth of the time, but for what has no UTF-8 form: names of files may be anything."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
