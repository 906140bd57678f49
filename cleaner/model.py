"""What flows through the pipeline: lines in, marks and facts from plugins, a cleaned page out.

Everything here is immutable and holds strings and numbers only, so a result
can be pickled, sent to another process or kept for years.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import NamedTuple

from cleaner.links import LINK_SIGN, shown


class Kind(StrEnum):
    """What a line is on its page. Lines of a dump are ITEM, TEXT or, in Markdown, HEADING."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"
    QUOTE = "quote"
    CELL = "cell"
    CODE = "code"
    TEXT = "text"


NO_BREAKS = "\u00a0\u202f"
"""Blanks at which no line is broken; a dump's stay in its text."""

STATED = "script"
"""The tag of lines that stand in a page's JSON-LD alone."""


class Line(NamedTuple):
    """One line of a page, with what the page shows about it.

    A named tuple and not a dataclass: a page has hundreds, and this is three times faster to make.
    """

    number: int
    """Position in `Page.lines`, from 0."""
    text: str
    """White space folded; never empty. A list marker is part of it; a dump's no-break spaces stay, and the line breaks
    of code (`<pre>`) and of an element that a rule takes whole."""
    kind: Kind = Kind.TEXT
    gap: bool = True
    """A paragraph break stands before it."""
    indent: int = 0
    """Leading white space in characters (dumps)."""
    marker: str = ""
    """The list marker that begins `text` ("•", "1."), or that of a Markdown heading ("##")."""
    tag: str = ""
    """The block element it stands in ("p", "h2"); empty in a dump. See also `is_stated`."""
    links: float = 0.0
    """Share of its characters that are link text, 0 to 1 (HTML, Markdown)."""
    box: int = -1
    """The block element it stands in: its place in `Page.boxes`; -1 in a dump."""
    images: int = 0
    """Pictures since the line before (HTML, Markdown)."""

    @property
    def body(self) -> str:
        """The text without its marker and the targets of Markdown links, all its spaces plain: what rules match."""
        text = self.text[len(self.marker) :].lstrip() if self.marker else self.text
        if LINK_SIGN in text:
            text = shown(text)
        return text if text.isascii() else text.replace("\u00a0", " ").replace("\u202f", " ")

    @property
    def is_stated(self) -> bool:
        """Whether the page only states it, in the `articleBody` of its JSON-LD, and shows no article."""
        return self.tag == STATED

    def __str__(self) -> str:
        return self.text


class Box(NamedTuple):
    """A block element of an HTML page that holds lines, or boxes that do."""

    parent: int
    """The box around it: its place in `Page.boxes`, before this one; -1 for the body."""
    tag: str
    names: str
    """Its classes and its id as the page writes them, separated by spaces."""


CAREFUL = 0.987
"""The least confidence of a mark that a careful cleaner goes by: with it half a percent of body lines go from dumps."""


class Mark(NamedTuple):
    """A hook's nomination of one line for removal."""

    line: Line
    why: str
    confidence: float = 1.0
    """How sure the hook is, 0 to 1. A careful cleaner overlooks marks below `CAREFUL`."""


class Image(NamedTuple):
    """The picture a page shows for itself, as the page describes it."""

    url: str
    caption: str | None = None
    credit: str | None = None


Value = str | tuple[str, ...] | bool | Image
"""What a field of `Metadata` may hold."""


class Fact(NamedTuple):
    """One metadata field, found by a hook.

    `value` is a str, or a tuple of str for `authors`, `tags` and `agencies`,
    an `Image` for `image`, a bool for `free_access`.
    `line` is the line it was read from, if any; the line of a title leaves the text.
    """

    field: str
    value: Value
    line: Line | None = None
    source: str = ""
    """What it was read from ("json-ld"); `Metadata.found_by` shows it behind the plugin's name."""


class Removal(NamedTuple):
    """A line that left, and who took it: one entry of the ledger."""

    line: Line
    stage: str
    by: str
    """`plugin/rule`, or `plugin/hook` when a hook marked it."""
    why: str


class FoundBy(Mapping[str, str]):
    """Field name to the plugin or source that found it; an immutable mapping that pickles."""

    __slots__ = ("_pairs",)

    def __init__(self, pairs: Mapping[str, str] | Sequence[tuple[str, str]] = ()) -> None:
        self._pairs = tuple(dict(pairs).items())

    def __getitem__(self, key: str) -> str:
        for name, value in self._pairs:
            if name == key:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __hash__(self) -> int:
        return hash(frozenset(self._pairs))

    def __repr__(self) -> str:
        return f"FoundBy({dict(self._pairs)!r})"


class Candidate(NamedTuple):
    """A value that was found for a field, and not taken."""

    field: str
    value: Value
    found_by: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a page. A field nobody found is None or empty, never a guess."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601, as exact as the page is: `2021-06-06`, or with time and zone."""
    modified: str | None = None
    summary: str | None = None
    site: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    agencies: tuple[str, ...] = ()
    image: Image | None = None
    license: str | None = None
    free_access: bool | None = None
    """Whether everybody may read it, as the page says."""
    found_by: FoundBy = field(default_factory=FoundBy)
    rejected: tuple[Candidate, ...] = field(default=(), repr=False, compare=False)

    def candidates(self, name: str | None = None) -> tuple[Candidate, ...]:
        """What was found for the field `name`, or for any, and not taken; the best first.

        A source is asked only while it can still matter, so this is not all that a page says.

        Raises:
            ValueError: there is no such field.
        """
        if name is not None and name not in FIELDS:
            raise ValueError(f"there is no metadata field {name!r}; there are {', '.join(FIELDS)}")
        differing = (one for one in self.rejected if name in (None, one.field))
        return tuple(dict.fromkeys(one for one in differing if one.value != getattr(self, one.field)))

    def as_dict(self) -> dict[str, object]:
        """The fields in the types of JSON; `found_by` says who found each."""
        return {name: _plain(getattr(self, name)) for name in (*FIELDS, "found_by")}


FIELDS = tuple(each.name for each in fields(Metadata) if each.name not in ("found_by", "rejected"))
"""What can be known about a page."""


def _plain(value: Value | FoundBy | None) -> object:
    if isinstance(value, FoundBy):
        return dict(value)
    if isinstance(value, Image):
        return value._asdict()
    return list(value) if isinstance(value, tuple) else value


def _entry(removal: Removal) -> dict[str, object]:
    line, stage, by, why = removal
    return {"number": line.number, "text": line.text, "stage": stage, "by": by, "why": why}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned page. It holds no reference to a parser and pickles."""

    text: str
    """Paragraphs separated by one blank line; list items one per line."""
    metadata: Metadata
    lines: tuple[Line, ...]
    """Every line of the page, kept or not."""
    removals: tuple[Removal, ...]
    """The ledger, in the order of the lines."""
    profile: str
    """The name of the profile that was used."""
    status: str
    """`ok`, `empty` (nothing was left), or `cut: ...` (what was not read, and why)."""
    boxes: Sequence[Box] = field(default=(), repr=False)
    """The block elements the lines stand in, in document order; none for a dump."""
    code: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    """For each line of kind CODE of an HTML page its number, and its text with all its white space."""

    def as_dict(self, *, ledger: bool = False) -> dict[str, object]:
        """What `cleaner run` writes about a page, in the types of JSON; `ledger` adds every line that left, and why.

        A run adds where the page came from (`source`, `url`) and the versions of what cleaned it.
        """
        removed = len(self.removals)
        return {
            "profile": self.profile,
            "status": self.status,
            "metadata": self.metadata.as_dict(),
            "counts": {"lines": len(self.lines), "kept": len(self.lines) - removed, "removed": removed},
            **({"removals": [_entry(removal) for removal in self.removals]} if ledger else {}),
            "text": self.text,
        }
