"""A page as hooks see it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar, overload

from cleaner.columns import Boxes, Columns, apart, in_one
from cleaner.ledger import left
from cleaner.model import Box, Line, Metadata

_NO_METADATA = Metadata()
T = TypeVar("T")


class HeadElement(NamedTuple):
    """A `<title>`, a `<meta>` that has a name and says something, or the canonical `<link>` of the head."""

    tag: str
    name: str
    """Of a meta its property, else its name, else its itemprop, as the page writes it."""
    content: str
    """What a meta says, the text of a title, the address of a link."""


class HeadElements(Sequence[HeadElement]):
    """What a head says; an element is made when somebody looks at one. Immutable."""

    __slots__ = ("_made", "stated")

    def __init__(self, stated: bytes) -> None:
        self.stated = stated
        """Of each its tag, name and content in UTF-8, a NUL behind each: so compiled code takes it."""
        self._made: tuple[HeadElement, ...] | None = None

    @classmethod
    def of(cls, elements: Sequence[HeadElement]) -> HeadElements:
        """These elements, in one."""
        return elements if isinstance(elements, cls) else cls(in_one([text for each in elements for text in each]))

    def _elements(self) -> tuple[HeadElement, ...]:
        if self._made is None:
            texts = iter(apart(self.stated))
            self._made = tuple(map(HeadElement, texts, texts, texts))
        return self._made

    def __len__(self) -> int:
        return len(self._elements())

    @overload
    def __getitem__(self, place: int) -> HeadElement: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[HeadElement]: ...
    def __getitem__(self, place: int | slice) -> HeadElement | Sequence[HeadElement]:
        return self._elements()[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._elements() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._elements())

    def __repr__(self) -> str:
        return f"HeadElements.of({self._elements()!r})"


class Element(Protocol):
    """An element of the page, read-only."""

    @property
    def text(self) -> str:
        """All its text, white space folded."""

    def get(self, name: str) -> str | None:
        """The attribute `name`, or None."""


class Tree(Protocol):
    """The parsed page, read-only."""

    def first(self, css: str) -> Element | None:
        """The first element that matches, or None."""

    def all(self, css: str) -> Sequence[Element]:
        """Every element that matches, in document order."""

    @property
    def json_ld(self) -> Sequence[Any]:
        """The values of the page's JSON-LD blocks, mended where that is certain; what cannot be read is left out."""

    @property
    def stated_body(self) -> str:
        """The article as the JSON-LD states it (`articleBody`), with its markup; "" if it states none."""

    def head(self) -> Sequence[HeadElement]:
        """What the head says about the page: its title and meta in order, then its canonical link."""

    @property
    def language(self) -> str | None:
        """`<html lang>`, or None."""


class Page:
    """What a hook sees: the lines, the tree if there is one, and what rules and earlier hooks took."""

    __slots__ = (
        "_asked", "_columns", "_gone", "_kept", "_kept_when", "boxes", "claims", "lines", "metadata", "tree", "url"
    )  # fmt: skip

    def __init__(
        self,
        url: str | None,
        lines: tuple[Line, ...],
        tree: Tree | None = None,
        claims: Mapping[int, str] | None = None,
        gone: Collection[int] = (),
        metadata: Metadata | None = None,
        boxes: Sequence[Box] = (),
        columns: Columns | None = None,
    ) -> None:
        self.url = url
        self.lines = lines
        self._columns = columns
        self.boxes = boxes if isinstance(boxes, Boxes) else Boxes.of(boxes)
        """The block elements the lines stand in, in document order; none for a dump."""
        self.tree = tree
        """None for a dump."""
        self.claims: Mapping[int, str] = claims if claims is not None else {}
        """Line number to the rule (`plugin/rule`) that takes it, in whatever stage."""
        self.metadata = metadata if metadata is not None else _NO_METADATA
        """What `find_metadata` found; empty while it runs."""
        self._gone = gone
        self._asked: dict[object, Any] = {}
        self._kept: tuple[Line, ...] = lines
        self._kept_when = 0

    def kept(self) -> tuple[Line, ...]:
        """The lines that nobody has taken yet."""
        gone = self._gone
        if self._kept_when != len(gone):  # nothing that was taken comes back, so their number tells
            self._kept = left(self.lines, gone)
            self._kept_when = len(gone)
        return self._kept

    @property
    def taken(self) -> Collection[int]:
        """The numbers of the lines that somebody has taken."""
        return self._gone

    def once(self, find: Callable[[Page], T]) -> T:
        """What `find` gives for this page, which is asked once: so hooks of several stages share what costs something.

        It may look at the lines, the boxes, the columns and the tree, but at nothing that changes between stages.
        """
        if find not in self._asked:
            self._asked[find] = find(self)
        found: T = self._asked[find]
        return found

    @property
    def columns(self) -> Columns:
        """The lines as compiled parts of a plugin take them."""
        if self._columns is None:
            self._columns = Columns.of(self.lines)
        return self._columns
