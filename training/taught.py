"""Dumps of pages whose body nobody has marked: what the net for pages leaves of a page stands for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding

from benchmarks.renderings import RENDERINGS
from cleaner import Cleaner
from training.corpora import Item, items

_LEAST = 300
"""Characters. What has fewer is no article, or the net did not find it."""


def taught(data: Path, teacher: Cleaner) -> Iterator[tuple[Item, str]]:
    """Each page without a gold body, as dumps in several styles; its item has the body that `teacher` finds."""
    for item in items(data):
        if item.text is None:
            page = item.read()
            body = teacher.clean(page, url=item.url, profile="blog", kind="html").text
            if len(body) >= _LEAST:
                known = replace(item, text=body)
                yield from ((known, dumped(page)) for dumped in _DUMPERS.values())


def _whole(page: bytes) -> str:
    return str(extract_plain_text(_decoded(page), preserve_formatting=True, main_content=False))


def _main(page: bytes) -> str:
    return str(extract_plain_text(_decoded(page), preserve_formatting=True, main_content=True, alt_texts=True))


def _decoded(page: bytes) -> str:
    return str(bytes_to_str(page, detect_encoding(page)))


_DUMPERS: Mapping[str, Callable[[bytes], str]] = {"resiliparse": _whole, "dclm": _main, **RENDERINGS}
