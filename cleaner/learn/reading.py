"""Reading the pages that are learned from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from cleaner.engine import Cleaner
from cleaner.errors import CleanerError
from cleaner.learn.seen import Seen, see
from cleaner.sources import Document, Reader

T = TypeVar("T")

MOST_READ = 2000
"""Pages are held in memory, and more of one outlet tell nothing new."""


def read_pages(
    engine: Cleaner,
    documents: Sequence[Document],
    profile: str,
    on_error: Callable[[Document, Exception], None],
) -> Iterator[Seen]:
    """Read and clean pages, at most `MOST_READ`, evenly spread over all that are given.

    Args:
        engine: it knows the profile.
        documents: the pages.
        profile: its rules are those that take lines already.
        on_error: told about each page that cannot be read; the others go on.

    Raises:
        PluginError: a plugin failed on a page.
    """
    with Reader() as reader:
        for document in evenly(documents, MOST_READ):
            try:
                given = reader.read(document)
            except (CleanerError, OSError) as error:
                on_error(document, error)
            else:
                cleaned = engine.clean(given.data, url=given.url, profile=profile, kind=given.kind)
                yield see(cleaned, document.name)


def evenly(items: Sequence[T], most: int) -> Sequence[T]:
    """So many of `items` at even distances, or all of them."""
    if len(items) <= most:
        return items
    return [items[number * len(items) // most] for number in range(most)]
