"""Lines and boxes as columns: what compiled code takes and gives, without an object for each."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple, overload

from cleaner.links import LINK_SIGN
from cleaner.model import Box, Kind, Line

_LINK = LINK_SIGN.encode()
PLACES = {kind: place for place, kind in enumerate(Kind)}
"""How columns of kinds are to be read."""


class Columns(NamedTuple):
    """The lines of a page or dump. What is not said here is as in `Line`."""

    texts: bytes
    """In UTF-8, lone surrogates too, a NUL behind each."""
    kinds: array[int]
    """Places in `Kind`. All columns of whole numbers are of four bytes each."""
    gaps: array[int]
    indents: array[int]
    markers: array[int]
    """Characters of list markers."""
    links: array[float]
    boxes: array[int]
    images: array[int]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Columns:
        """The columns of these lines."""
        return cls(
            in_one([line.text for line in lines]),
            array("i", [PLACES[line.kind] for line in lines]),
            array("i", [line.gap for line in lines]),
            array("i", [line.indent for line in lines]),
            array("i", [len(line.marker) for line in lines]),
            array("d", [line.links for line in lines]),
            array("i", [line.box for line in lines]),
            array("i", [line.images for line in lines]),
        )

    @property
    def may_link(self) -> bool:
        """Whether lines may have links of Markdown; most dumps have not even the first byte, which is found fastest."""
        return _LINK[:1] in self.texts and _LINK in self.texts

    def saying(self, texts: Sequence[str]) -> Columns:
        """The same lines with other texts."""
        return self._replace(texts=in_one(texts))

    def of_some(self, chosen: Sequence[bool], texts: Sequence[str]) -> Columns:
        """Those of the lines that are chosen, saying these texts."""
        known = self._asdict()
        del known["texts"]
        left = {name: array(column.typecode, compress(column, chosen)) for name, column in known.items()}
        return Columns(in_one(texts), **left)


class Boxes(Sequence[Box]):
    """The boxes of a page, which are made when somebody looks at one. Immutable, and it pickles."""

    __slots__ = ("_made", "names", "parents", "tags")

    def __init__(self, parents: array[int], tags: bytes, names: bytes) -> None:
        self.parents = parents
        """Four bytes each."""
        self.tags = tags
        """In UTF-8, a NUL behind each."""
        self.names = names
        """The same."""
        self._made: tuple[Box, ...] | None = None

    @classmethod
    def of(cls, boxes: Sequence[Box]) -> Boxes:
        """The columns of these boxes."""
        tags, names = in_one([box.tag for box in boxes]), in_one([box.names for box in boxes])
        return cls(array("i", [box.parent for box in boxes]), tags, names)

    def _boxes(self) -> tuple[Box, ...]:
        if self._made is None:
            self._made = tuple(map(Box, self.parents, apart(self.tags), apart(self.names)))
        return self._made

    def __len__(self) -> int:
        return len(self.parents)

    @overload
    def __getitem__(self, place: int) -> Box: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Box]: ...
    def __getitem__(self, place: int | slice) -> Box | Sequence[Box]:
        return self._boxes()[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._boxes() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._boxes())

    def __repr__(self) -> str:
        return f"Boxes.of({self._boxes()!r})"


def in_one(texts: Sequence[str]) -> bytes:
    """Texts in one piece, a NUL behind each; those in them become spaces."""
    whole = "\0".join((*texts, ""))
    if whole.count("\0") > len(texts):
        whole = "".join([text.replace("\0", " ") + "\0" for text in texts])
    return whole.encode("utf-8", "surrogatepass")


def apart(whole: bytes) -> list[str]:
    """The texts again."""
    return whole.decode("utf-8", "replace").split("\0")[:-1]
