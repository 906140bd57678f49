"""The top of a dump: the lines over its prose that may be its headline, and what speaks for each: `topline.c`.

It is compiled when the project is installed (`hatch_build.py`). While it is at work, other threads run.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from ctypes import CDLL, POINTER, Structure, byref, c_char_p, c_double, c_int32, c_int64, c_void_p
from functools import cache

import regex

from cleaner import Line, Page, load_library
from cleaner_blog.ruleset import stages
from cleaner_blog.topline.letters import characters
from cleaner_blog.weights import NONE, WEIGHTS
from cleaner_blog.words import DATE

Answers = tuple[bool, ...]
"""To the questions of `WEIGHTS`, in their order."""

_ALL_PROSE = 40
_NO_MEMORY = -1
_CLAIMED, _MENU, _SIGN, _DATED = 1, 2, 4, 8
"""What C is told of a line."""
_DATE = regex.compile(DATE)
_SIGNS = frozenset(
    f"blog/{name}" for name in ("date-line", "posted", "byline-text", "author-line", "author-phrases", "reading-time")
)


def signs(claims: Mapping[int, str]) -> list[int]:
    """The numbers of the lines that rules know to say when or by whom."""
    return sorted(number for number, rule in claims.items() if rule in _SIGNS)


class _Dump(Structure):
    _fields_ = (
        ("texts", c_char_p), ("bodies", c_char_p), ("size", c_int64), ("bodies_size", c_int64),
        *((name, c_void_p) for name in ("gaps", "markers", "known", "characters", "lines", "near", "digits")),
        *((name, c_int32) for name in ("many", "near_many", "digits_many", "prose_many")),
        ("prose", c_int32 * _ALL_PROSE),
    )  # fmt: skip


class Top:
    """The top of a dump."""

    def __init__(self, page: Page) -> None:
        columns, self._lines = page.columns, page.lines
        many = len(self._lines)
        known, near, digits = _known(page.claims, many), _numbers(many), _numbers(many)
        measured = array("B", bytes(many * _library().topline_line_size()))
        bodies = columns.saying([line.body for line in self._lines]).texts if columns.may_link else None
        self._near, self._held = near, (columns, bodies, known, digits, measured)  # C reads them as long as this lives
        arrays = columns.gaps, columns.markers, known, characters(), measured, near, digits
        sizes = len(columns.texts), len(bodies or b"")
        self._dump = _Dump(columns.texts, bodies, *sizes, *map(_address, arrays), many)
        _library().topline_look(byref(self._dump))
        for number in digits[: self._dump.digits_many]:
            if _DATE.search(self._lines[number].text):
                known[number] |= _DATED

    def prose(self) -> list[int]:
        """The numbers of the first lines that are sentences, and not in a list; short ones where no long ones are."""
        numbers: list[int] = self._dump.prose[: self._dump.prose_many]
        return numbers

    def scores(self) -> list[tuple[float, Line]]:
        """What the answers weigh, for the lines that may win: for most it is enough to see where they stand."""
        many = self._dump.near_many
        scores, numbers = array("d", bytes(8 * many)), _numbers(many)
        found = _library().topline_weigh(
            byref(self._dump), _address(_weights()), NONE, _address(scores), _address(numbers)
        )
        if found == _NO_MEMORY:
            raise MemoryError
        return [(scores[place], self._lines[numbers[place]]) for place in range(found)]

    def answers(self) -> list[tuple[Line, Answers]]:
        """All answers about each line that may be the headline: to learn what they weigh."""
        size, near = len(WEIGHTS), self._near[: self._dump.near_many]
        answers = array("B", bytes(size * len(near)))
        if _library().topline_answers(byref(self._dump), _address(answers)) == _NO_MEMORY:
            raise MemoryError
        told = tuple(map(bool, answers))
        return [(self._lines[number], told[size * at : size * (at + 1)]) for at, number in enumerate(near)]


def _numbers(many: int) -> array[int]:
    return array("i", bytes(4 * many))


def _address(numbers: array[int] | array[float]) -> int:
    return numbers.buffer_info()[0]


def _known(claims: Mapping[int, str], many: int) -> array[int]:
    """What rules know of each line."""
    told, known = _told_by_rules(), array("B", bytes(many))
    for number, rule in claims.items():
        known[number] = told.get(rule, _CLAIMED)
    return known


@cache
def _told_by_rules() -> Mapping[str, int]:
    """What it tells of a line that a rule takes it."""
    return {
        rule: _CLAIMED | (_MENU if stage == "navigation" else 0) | (_SIGN if rule in _SIGNS else 0)
        for rule, stage in stages().items()
    }


@cache
def _weights() -> array[float]:
    return array("d", WEIGHTS.values())


@cache
def _library() -> CDLL:
    """Loaded on first use."""
    library = load_library(__file__, "topline")
    dump = POINTER(_Dump)
    library.topline_line_size.restype = c_int64
    library.topline_look.argtypes, library.topline_look.restype = (dump,), None
    library.topline_answers.argtypes = dump, c_void_p
    library.topline_weigh.argtypes = dump, c_void_p, c_double, c_void_p, c_void_p
    return library
