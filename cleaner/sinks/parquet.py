"""JSON lines to Parquet: one column for each thing a record says, in row groups of bounded size."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

_LARGEST_GROUP = 16 * 1024 * 1024
"""Bytes of JSON in one row group, which is what is in memory at a time; a page that is larger is one alone."""
_MOST_ROWS = 10_000

_LIST, _MAP = pa.list_(pa.string()), pa.map_(pa.string(), pa.string())
METADATA = {
    "title": pa.string(),
    "authors": _LIST,
    "published": pa.string(),
    "modified": pa.string(),
    "summary": pa.string(),
    "site": pa.string(),
    "section": pa.string(),
    "tags": _LIST,
    "language": pa.string(),
    "stated_url": pa.string(),
    "agencies": _LIST,
    "image": pa.struct({"url": pa.string(), "caption": pa.string(), "credit": pa.string()}),
    "license": pa.string(),
    "free_access": pa.bool_(),
    "found_by": _MAP,
}
"""The columns of metadata; `url` is where the page came from, so what it states itself is `stated_url`."""
_REMOVAL = {"number": pa.int32(), "text": pa.string(), "stage": pa.string(), "by": pa.string(), "why": pa.string()}


def schema(ledger: bool) -> pa.Schema:
    """The columns and their types; dates stay ISO 8601 strings, which are as exact as the page is."""
    named = dict.fromkeys(("source", "url", "id", "fetched", "profile", "status"), pa.string())
    counted = dict.fromkeys(("lines", "kept", "removed"), pa.int32())
    removals = {"removals": pa.list_(pa.struct(_REMOVAL))} if ledger else {}
    return pa.schema({**named, "versions": _MAP, **METADATA, **counted, "text": pa.string(), **removals})


def to_parquet(ledger: bool, part: Path, made: Path) -> None:
    """Write the JSON lines in `part` as Parquet to `made`."""
    columns = schema(ledger)
    with part.open("rb") as lines, pq.ParquetWriter(made, columns, compression="zstd") as writer:
        for rows in _groups(lines):
            writer.write_table(pa.Table.from_pylist(rows, columns))


def _groups(lines: BinaryIO) -> Iterator[list[dict[str, Any]]]:
    rows, size = list[dict[str, Any]](), 0
    for line in lines:
        if rows and (size + len(line) > _LARGEST_GROUP or len(rows) == _MOST_ROWS):
            yield rows
            rows, size = [], 0
        rows.append(_row(json.loads(line)))
        size += len(line)
    if rows:
        yield rows


def _row(record: dict[str, Any]) -> dict[str, Any]:
    metadata = record["metadata"]
    flat = {**record, **record["counts"], **metadata, "url": record["url"], "stated_url": metadata["url"]}
    pairs = {name: list((flat.get(name) or {}).items()) for name in ("versions", "found_by")}
    return {**flat, **pairs}
