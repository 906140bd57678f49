"""Corpora on disk: a folder for each, with `items.jsonl` and `html/ID.html.gz`."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.renderings import RENDERINGS

FOLDS = 5
DUMPERS = ("resiliparse", "dclm", "inscriptis", "w3m", "selectolax")
STYLES = (*DUMPERS, *RENDERINGS, "gold")
"""Of dumps: those of five dumpers, two renderings, and text that is clean already."""
CORPORA = ("outlets", "wcxb-articles", "snippets")
_SHARED_HOSTS = (
    "wordpress.com",
    "blogspot.com",
    "blogspot.de",
    "github.io",
    "medium.com",
    "substack.com",
    "tumblr.com",
)
"""Each name below these is a site of its own."""
_SECOND_LEVELS = frozenset({"co", "com", "org", "net", "gov", "ac", "gv", "or", "edu", "blogspot"})


@dataclass(frozen=True, slots=True)
class Item:
    """A page and what is known of it."""

    corpus: str
    ident: str
    path: Path
    url: str | None
    text: str | None
    """The gold body, if there is one."""
    title: str
    captions: tuple[str, ...]
    require: tuple[str, ...]
    forbid: tuple[str, ...]

    @property
    def fold(self) -> int:
        """The fold its domain belongs to; a name under several top-level domains is one outlet."""
        return int(hashlib.md5(self.site.encode()).hexdigest(), 16) % FOLDS

    @property
    def site(self) -> str:
        """The outlet."""
        return site(self.url, self.ident)

    def read(self) -> bytes:
        """The page."""
        return gzip.decompress(self.path.read_bytes())


def items(data: Path) -> Iterator[Item]:
    """Every page of the corpora, in their order."""
    for corpus in CORPORA:
        with (data / corpus / "items.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                yield _item(data / corpus, json.loads(line))


def dumps(data: Path, style: str) -> Iterator[tuple[Item, str]]:
    """Each page that has a gold body, as a dump in one of the `STYLES`."""
    known = (item for item in items(data) if item.text is not None)
    if style == "gold":
        yield from ((item, item.text) for item in known if item.text)
        return
    if style in RENDERINGS:
        yield from ((item, RENDERINGS[style](item.read())) for item in known)
        return
    texts = {corpus: _dumps(data / corpus / "dumps" / f"{style}.jsonl.gz") for corpus in CORPORA}
    for item in known:
        text = texts[item.corpus].get(item.ident)
        if text:
            yield item, text


def halves(data: Path) -> Iterator[tuple[Item, str]]:
    """A half of each gold body, with a line inside that rules take: such a line alone proves little."""
    for item, text in dumps(data, "gold"):
        lines = text.split("\n")
        middle = len(lines) // 2
        half = lines[:middle] if len(text) % 2 else lines[middle:]
        yield item, "\n".join([*half[: middle // 2], "", "Advertisement", "", *half[middle // 2 :]])


def _dumps(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {found["id"]: found["text"] for found in map(json.loads, lines)}


def site(url: str | None, ident: str) -> str:
    """The name of the outlet: the registered domain without its top level."""
    labels = (urlsplit(url or "").hostname or ident).lower().split(".")
    if ".".join(labels[-2:]) in _SHARED_HOSTS:
        return ".".join(labels[-3:])
    depth = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS else 2
    return labels[-depth:][0]


def _item(folder: Path, found: dict[str, Any]) -> Item:
    lists = {name: tuple(found.get(name) or ()) for name in ("captions", "require", "forbid")}
    path = folder / "html" / f"{found['id']}.html.gz"
    return Item(folder.name, found["id"], path, found.get("url"), found.get("text"), found.get("title") or "", **lists)
