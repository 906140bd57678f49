"""What becomes of the lines that a net has scored: `judge.c` beside this, and the reasons in words.

The structures are `scored` and `verdict` of `rows.h`, `markup` of `around.h`, `bounds` of `outside.h`, and `wanted` of
`titles.h`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from ctypes import CDLL, Structure, byref, c_char_p, c_double, c_int32, c_int64, c_void_p
from functools import cache, partial
from struct import Struct
from typing import NamedTuple

from cleaner import Columns, Line, Mark, Page, load_library
from cleaner_blog.scorer.native import address

THRESHOLD = 0.22
"""Lines that score less go. Below a half: losing text is worse than keeping a line too many."""

DUMP_THRESHOLD = 0.2
"""The same for dumps, which show less."""

OPEN, SPARED, SAYS_TITLE = 1, 2, 4
"""What is known of a line, in bits: nobody takes it; no low score does; it says the title."""

_WHY = (
    *(f"score {hundredth / 100:.2f}: does not look like the article" for hundredth in range(101)),
    "stands above already",
    "below the article, among lines that do not look like one",
    "the headline",
    "a link above the headline",
)
"""In the order of the reasons in C."""

_VERDICT = Struct("dii")
"""How sure it is, the number of the line, the place of the reason."""

_mark: Callable[[Iterable[object]], Mark] = partial(tuple.__new__, Mark)
"""`Mark(...)` in a third of the time; of a dump most lines are marked."""


class Bounds(NamedTuple):
    """What is known of where the article of a dump is."""

    headline: int
    """The line with which it begins, unless most of the text is above it."""
    ends: Sequence[int] = ()
    """In their order, lines such as stand below an article."""
    shares: Sequence[float] = ()
    """For each, of the lines behind it that look like no article, from which on all of them are none."""


class _Scored(Structure):
    _fields_ = (
        ("texts", c_char_p), ("size", c_int64), ("states", c_char_p), ("scores", c_void_p), ("many", c_int32),
        ("least", c_double),
    )  # fmt: skip

    @classmethod
    def of(cls, columns: Columns, states: bytearray, scores: Sequence[float], least: float) -> _Scored:
        texts, numbers = columns.texts, array("d", scores)
        made = cls(texts, len(texts), bytes(states), address(numbers), len(states), least)
        made.scores_held = numbers  # C reads them as long as this lives
        return made


class _Markup(Structure):
    _fields_ = (
        *((name, c_void_p) for name in ("kinds", "links", "inside", "parents")), ("boxes", c_int32),
        ("headline", c_int32),
    )  # fmt: skip


class _Bounds(Structure):
    _fields_ = (("headline", c_int32), ("many", c_int32), ("lines", c_void_p), ("shares", c_void_p))


class _Wanted(Structure):
    _fields_ = (("title", c_char_p), *((name, c_int64) for name in ("size", "least", "most")))


def of_page(page: Page, states: bytearray, scores: Sequence[float], headline: int) -> list[Mark]:
    """Those that go of the lines of a page.

    Args:
        page: its lines and their boxes.
        states: what is known of each line.
        scores: of each line.
        headline: links above this line go; 0 if it is not known.
    """
    columns, parents = page.columns, page.boxes.parents
    layout = address(columns.kinds), address(columns.links), address(columns.boxes), address(parents)
    given = _Scored.of(columns, states, scores, THRESHOLD)
    return _marks(page.lines, _library().judge_page, given, _Markup(*layout, len(parents), headline))


def of_dump(page: Page, states: bytearray, scores: Sequence[float], bounds: Bounds) -> list[Mark]:
    """Those that go of the lines of a dump."""
    ends, shares = array("i", bounds.ends), array("d", bounds.shares)
    given = _Scored.of(page.columns, states, scores, DUMP_THRESHOLD)
    where = _Bounds(bounds.headline, len(ends), address(ends), address(shares))
    return _marks(page.lines, _library().judge_dump, given, where)


def maybe_titles(columns: Columns, title: str, more: int) -> array[int]:
    """The numbers of the lines that may say the title, in so many characters more or less."""
    texts, said, many = columns.texts, title.encode("utf-8", "surrogatepass"), len(columns.gaps)
    numbers, sought = array("i", bytes(4 * many)), _Wanted(said, len(said), len(title) - more, len(title) + more)
    parts = texts, len(texts), address(columns.markers), many, address(numbers)
    return numbers[: _library().find_titles(byref(sought), *parts)]


def may_have_pieces(columns: Columns) -> bool:
    """Whether any line begins as only one does that goes on with a sentence: most dumps have none."""
    return bool(_library().find_pieces(columns.texts, len(columns.texts)))


def _marks(lines: Sequence[Line], judge: Callable[..., int], given: _Scored, where: _Markup | _Bounds) -> list[Mark]:
    """What the library says of each line that goes."""
    verdicts = array("d", bytes(_VERDICT.size * len(lines)))
    many = judge(byref(given), byref(where), address(verdicts))
    if many < 0:
        raise MemoryError
    why, found = _WHY, memoryview(verdicts).cast("B")[: _VERDICT.size * many]
    return [_mark((lines[number], why[reason], sure)) for sure, number, reason in _VERDICT.iter_unpack(found)]


@cache
def _library() -> CDLL:
    """Loaded on first use."""
    library = load_library(__file__, "judge")
    library.judge_page.argtypes = library.judge_dump.argtypes = c_void_p, c_void_p, c_void_p
    library.find_titles.argtypes = c_void_p, c_char_p, c_int64, c_void_p, c_int32, c_void_p
    library.find_pieces.argtypes = c_char_p, c_int64
    return library
