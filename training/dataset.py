"""The pages of the corpora as the scorer sees them, with labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from types import ModuleType

import numpy as np

from cleaner import Box, Boxes, Cleaner, Columns, Line, Mark, Page, Plugin, Profile, discover, hookimpl
from cleaner_blog.scorer import candidates, context_of
from cleaner_blog.scorer.context import Context
from cleaner_blog.scorer.dumps import as_read
from training.corpora import Item
from training.labels import Labels, label
from training.sheets import Sheet, box_words, dump_sheet, first_words, page_sheet, phrases
from training.terms import Terms, terms


@dataclass(frozen=True, slots=True)
class Example:
    """A page to learn from, and to be judged by."""

    item: Item
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
    context: Context
    candidates: list[int]
    """The lines that are the scorer's to judge."""
    sheet: Sheet
    names: list[list[str]]
    """What each container is called."""
    words: list[list[str]]
    """How each line begins."""
    labels: Labels
    terms: Terms | None = None
    """What each line speaks of (dumps)."""

    @property
    def handed_over(self) -> tuple[Columns, Boxes, Context]:
        """What a scorer takes."""
        columns = Columns.of(self.lines)
        return as_read(self.lines, columns) if self.terms is not None else columns, Boxes.of(self.boxes), self.context


class _Capture:
    """A plugin that takes down what the scorer would see, and removes nothing."""

    def __init__(self) -> None:
        self.page: Page | None = None
        self.kept: list[int] = []
        self.context = Context(b"")
        module = ModuleType("capture")

        def remove_leftovers(page: Page) -> Iterable[Mark]:
            self.page, self.kept, self.context = page, [line.number for line in candidates(page)], context_of(page)
            return ()

        vars(module)["profiles"] = hookimpl(lambda: [Profile("training", ("capture", "blog"))])
        vars(module)["remove_leftovers"] = hookimpl(remove_leftovers)
        self.plugin = Plugin("capture", module)


def examples(items: Iterable[Item], without: Sequence[str] = ()) -> Iterator[Example]:
    """Segment every page, with the rules of the generic plugin and nothing else, but for the rules `without`."""
    return _examples(((item, item.read(), "html") for item in items), without)


def dump_examples(dumps: Iterable[tuple[Item, str]], without: Sequence[str] = ()) -> Iterator[Example]:
    """The same for text dumps, whose URL nobody knows."""
    return _examples(((item, text, "text") for item, text in dumps), without)


def _examples(sources: Iterable[tuple[Item, str | bytes, str]], without: Sequence[str]) -> Iterator[Example]:
    capture = _Capture()
    blog = next(plugin for plugin in discover() if plugin.name == "blog")
    engine = Cleaner([blog, capture.plugin], without=["blog/remove_leftovers", *without])
    for item, source, kind in sources:
        capture.page = None
        engine.clean(source, url=item.url if kind == "html" else None, profile="training", kind=kind)
        if capture.page is not None and capture.kept:
            made = _example if kind == "html" else _dump_example
            yield made(item, capture.page, capture.kept, capture.context)


def _example(item: Item, page: Page, kept: list[int], context: Context) -> Example:
    seen = page_sheet(page.lines, page.boxes, context)
    return _labelled(item, page, kept, context, seen, box_words(page.boxes), first_words(seen.texts))


def _dump_example(item: Item, page: Page, kept: list[int], context: Context) -> Example:
    seen = dump_sheet(page.lines, context)
    known = _labelled(item, page, kept, context, seen, [], phrases(seen.texts))
    return replace(known, terms=terms(seen.texts))


def _labelled(
    item: Item,
    page: Page,
    kept: list[int],
    context: Context,
    seen: Sheet,
    names: list[list[str]],
    words: list[list[str]],
) -> Example:
    texts = [page.lines[row].body for row in seen.rows]
    labels = label(item, texts, seen.words)
    seen = seen._replace(own=seen.own.astype(np.float32))  # as the net reads it, in half the memory
    return Example(item, page.lines, tuple(page.boxes), context, kept, seen, names, words, labels)
