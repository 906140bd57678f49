"""Pages as bytes, and JSON as files, pipes and terminals can take it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson

_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Legal in JSON, but they break lines, turn text round or command terminals."""


class Encoded(NamedTuple):
    """A page as sinks take it: workers make it, so that whoever writes has nothing more to do."""

    text: bytes
    record: bytes


def as_files(text: str, record: Mapping[str, object]) -> Encoded:
    """A page in two files: the text ended by a newline, if there is any, and everything else as JSON for readers."""
    written = f"{text}\n".encode(errors="replace") if text else b""
    return Encoded(written, f"{to_json(record, indented=True)}\n".encode())


def as_line(text: str, record: Mapping[str, object]) -> Encoded:
    """A page on one line: the record with its text."""
    return Encoded(b"", f"{to_json({**record, 'text': text})}\n".encode())


def to_json(value: object, indented: bool = False) -> str:
    """`value` as JSON that reads as written in any script, on one line unless indented.

    What has no UTF-8 form, as names of files may have none, is written by its escapes, as a terminal shows it.
    """
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", _dumped(value, indented))


def _dumped(value: object, indented: bool) -> str:
    """In a tenth of the time, but for what has no UTF-8 form and for numbers beyond 64 bits."""
    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2 if indented else None).decode()
    except TypeError:
        shape = {"indent": 2} if indented else {"separators": (",", ":")}
        return json.dumps(_encodable(value), ensure_ascii=False, **shape)


def _encodable(value: Any) -> Any:
    """`value` with escapes for what has no UTF-8 form."""
    if isinstance(value, str):
        return value.encode(errors="backslashreplace").decode()
    if isinstance(value, Mapping):
        return {_encodable(key): _encodable(content) for key, content in value.items()}
    return [_encodable(one) for one in value] if isinstance(value, list | tuple) else value
