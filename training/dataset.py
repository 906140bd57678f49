"""The pages of the corpora as the scorer sees them, with labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType

from cleaner import Box, Cleaner, Line, Mark, Page, Plugin, Profile, discover, hookimpl
from cleaner_blog.scorer import candidates, context_of
from cleaner_blog.scorer.features import Context, Sheet, sheet
from cleaner_blog.scorer.vocabulary import alike, box_words, first_words, names_of
from training.corpora import Item
from training.labels import Labels, label


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


class _Capture:
    """A plugin that takes down what the scorer would see, and removes nothing."""

    def __init__(self) -> None:
        self.page: Page | None = None
        self.kept: list[int] = []
        self.context = Context({})
        module = ModuleType("capture")

        def remove_leftovers(page: Page) -> Iterable[Mark]:
            self.page, self.kept, self.context = page, [line.number for line in candidates(page)], context_of(page)
            return ()

        vars(module)["profiles"] = hookimpl(lambda: [Profile("training", ("capture", "blog"))])
        vars(module)["remove_leftovers"] = hookimpl(remove_leftovers)
        self.plugin = Plugin("capture", module)


def examples(items: Iterable[Item]) -> Iterator[Example]:
    """Segment every page, with the rules of the generic plugin and nothing else."""
    capture = _Capture()
    blog = next(plugin for plugin in discover() if plugin.name == "blog")
    engine = Cleaner([blog, capture.plugin], without=["blog/remove_leftovers"])
    for item in items:
        capture.page = None
        engine.clean(item.read(), url=item.url, profile="training", kind="html")
        if capture.page is not None and capture.kept:
            yield _example(item, capture.page, capture.kept, capture.context)


def _example(item: Item, page: Page, kept: list[int], context: Context) -> Example:
    parents, called = names_of(page.boxes)
    seen = sheet(page.lines, parents, alike(called), context)
    texts = [page.lines[row].text for row in seen.rows]
    return Example(
        item,
        page.lines,
        tuple(page.boxes),
        context,
        kept,
        seen,
        [box_words(*names) for names in called],
        [first_words(text) for text in texts],
        label(item, texts, seen.words),
    )
