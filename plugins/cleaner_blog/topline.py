"""The top of a dump, and the questions about its lines whose answers `weights.WEIGHTS` weighs.

Where a line stands costs little to say and decides for most lines; what it says in words of its own comes next; how the
rest of the dump says it again is asked only of lines that may still win.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain, compress, pairwise
from operator import itemgetter, or_
from typing import NamedTuple

import regex

from cleaner import Line
from cleaner_blog.dense import DENSE, blank_counts, dense_letters, is_longer, sizes
from cleaner_blog.echoes import Answers, Echoes
from cleaner_blog.ruleset import stages
from cleaner_blog.weights import NONE, WEIGHTS
from cleaner_blog.words import DATE, found_in

_PROSE, _DENSE_PROSE = 110, 45
_LONGEST, _SHORTEST, _SHORTEST_ITEM = 220, 8, 15
_SHORT_PROSE, _FEW_PROSE = 60, 3
"""Characters of a sentence that ends as one; and lines, of which there must be so many."""
_LEAST_PROSE = 2
"""Lines of prose; over fewer there may be no headline, but the first of several questions."""
_ABOVE, _BELOW = 30, 8
"""Lines over the prose that are looked at; and below the last that may be the headline."""
_WORDED = 12
"""Lines over one of them among which lines of words are counted."""
_MENU, _MOST_AROUND = 8, 6
"""Lines over one of them among which a menu is looked for; and candidates around one that are not yet many."""
_FARTHEST = 600
"""Lines from the first to the last of them."""
_MOST_PROSE, _ALL_PROSE = 10, 40
"""Lines of prose among which the headline can stand: menus have teasers. And those that are counted at all."""
_APART = 10
"""Lines between two of prose that still belong together."""
_LIKE_THE_LARGEST = 0.3
"""Share of the largest text's size that another has which is no teaser."""
_DATE = regex.compile(DATE)
_DIGITS = re.compile(r"\d(?:\d{3}|[./-]\d{1,2}[./-]\d\d)")
"""Some of which each date has; it costs less to look for."""
_LONGEST_DATE = 80
_NUMBER = re.compile(r"\W*\d[\d\W]*")
_SEPARATOR = re.compile(r"[|›»>•·](?:(?<=^.)|(?<= .)(?= ))")
_NUMBERS = re.compile(r"\d[.:/]\d+[.:/]\d")
_MARKED = re.compile(r"[|›»>•·\d]")
"""Most lines have none of these, and so neither separators nor numbers."""
_GLUED, _GLUED_IN_ASCII = regex.compile(r"\p{Ll}\p{Lu}"), re.compile(r"[A-Z](?<=[a-z][A-Z])")
_PIECES = re.compile(r"\w+|©")
_CREDITS = frozenset(
    "© foto fotos photo photos image images getty reuters bild credit afp picture source quelle".split()
)
_NOTICES = frozenset(
    "subscribe subscriber subscribers subscription subscriptions newsletter newsletters cookie cookies login log"
    " sign anmelden"
    " abonnieren abonnement abo password javascript browser account profile email mail click affiliate commission"
    " advertisement advertise anzeige share comment comments search menu copyright please privacy download"
    " follow visit".split()
)
_TOLD = _CREDITS | _NOTICES
_STOPS = frozenset(".,;。，；।۔؛،")
_ENDS = (".", "…", "。", "!”", ".”", '."', ".»", "”.", "।", "۔")
_SIGNS = frozenset(
    f"blog/{name}" for name in ("date-line", "posted", "byline-text", "author-line", "author-phrases", "reading-time")
)


def prose(lines: Sequence[Line], claims: Mapping[int, str]) -> list[int]:
    """The numbers of the first lines that are sentences, and not in a list; short ones where there are no long ones."""
    found = _long(lines, claims)
    return found if len(found) >= _FEW_PROSE else _sentences(lines, claims) or found


def _sentences(lines: Sequence[Line], claims: Mapping[int, str]) -> list[int]:
    short = [
        line.number
        for line in lines
        if len(line.text) >= _SHORT_PROSE
        and line.text.endswith(_ENDS)
        and not line.marker
        and line.number not in claims
    ]
    return short[:_ALL_PROSE] if len(short) >= _FEW_PROSE else []


def _long(lines: Sequence[Line], claims: Mapping[int, str]) -> list[int]:
    found: list[int] = []
    for line in lines:
        text = line.text
        if len(text) < _DENSE_PROSE or line.marker or line.number in claims:
            continue
        if len(text) >= _PROSE or (not text.isascii() and dense_letters(text) >= _DENSE_PROSE):
            found.append(line.number)
            if len(found) == _ALL_PROSE:
                break
    return found


def signs(claims: Mapping[int, str]) -> list[int]:
    """The numbers of the lines that rules know to say when or by whom."""
    return sorted(number for number, rule in claims.items() if rule in _SIGNS)


def top(lines: Sequence[Line], claims: Mapping[int, str]) -> Top | None:
    """The lines that may be the headline, and what is around them; None if there are none."""
    sentences = prose(lines, claims)
    if len(sentences) < _LEAST_PROSE:
        return None
    start = max(0, sentences[0] - _ABOVE)
    stop = min(sentences[:_MOST_PROSE][-1], start + _FARTHEST)
    gaps = [line.gap for line in lines[start : stop + 1]]
    apart = compress(lines[start:stop], map(or_, gaps, gaps[1:]))
    near = [line for line in apart if line.number not in claims and _may_be(line, lines)]
    return Top(lines, claims, sentences, near) if near else None


def _may_be(line: Line, lines: Sequence[Line]) -> bool:
    text = line.text
    if line.marker:
        text = line.body
        if len(text) < _SHORTEST_ITEM or not _is_alone(line, lines):
            return False
    if text[-1] in _STOPS or text[0].islower() or is_longer(text, _LONGEST):
        return False
    return len(text) >= _SHORTEST or (len(text) > 3 and DENSE.search(text) is not None)


def _is_alone(item: Line, lines: Sequence[Line]) -> bool:
    """Whether it is no part of a list: nothing is right beside it, no other item above or below."""
    number, after = item.number, lines[item.number + 1]
    return item.gap and after.gap and not after.marker and not (number and lines[number - 1].marker)


_STARTS = (0, 19, 28, 31)
"""Where the questions begin about where a line stands, what it is like, where else it stands, and its words."""
_WEIGHED = tuple(tuple(WEIGHTS.values())[start:stop] for start, stop in pairwise((*_STARTS, len(WEIGHTS))))
_AT_MOST = [sum(weight for part in _WEIGHED[at:] for weight in part if weight > 0) for at in range(1, 4)]
"""What each part but the first can weigh together with those behind it, and no more."""
_LEAST_BLANKS, _MOST_BLANKS = 4, 20
"""Of a line that has as many words as headlines have."""
_NO_RIVAL = 3.0
"""A line that weighs so much less than another does not make it doubtful."""


_first = itemgetter(0)


def _dated(texts: Sequence[str], first: int) -> list[int]:
    """The numbers of the short texts that have a date, the first of all being `first`.

    Their digits are looked for in all at once.
    """
    short = [text if len(text) < _LONGEST_DATE else "" for text in texts]
    return [first + at for at in found_in(_DIGITS, short) if _DATE.search(short[at])]


def _beside(numbers: Iterable[int], first: int, last: int) -> set[int]:
    """The numbers that are so much more than one of these."""
    return set().union(*[range(number + first, number + last + 1) for number in numbers])


class Text(NamedTuple):
    """Lines of prose that stand together."""

    lines: Sequence[int]
    """Their numbers."""
    size: int
    """Characters."""


class Top:
    """The top of a dump, and the questions about its lines."""

    def __init__(self, lines: Sequence[Line], claims: Mapping[int, str], prose: list[int], near: list[Line]) -> None:
        self._lines, self._prose, self.near = lines, prose, near
        start, stop = near[0].number, near[-1].number
        self._sizes = [0, *accumulate(sizes([lines[at].text for at in prose]))]
        texts = _texts(prose, self._sizes)
        largest = max(texts, key=_size)
        self._begins = next(text.lines[0] for text in texts if text.size >= _LIKE_THE_LARGEST * largest.size)
        echoes = Echoes(lines, stop + _BELOW, prose, largest.lines)
        asked = (self._shape, echoes.elsewhere, echoes.words)
        self._asked = tuple(zip(asked, _WEIGHED[1:], _AT_MOST, strict=True))
        self._look_around(claims, max(0, start - _WORDED), stop)
        self._look_at_claims(claims, filter(claims.__contains__, range(max(0, start - _MENU), stop)))

    def _look_around(self, claims: Mapping[int, str], first: int, stop: int) -> None:
        """Find the lines with words and with dates, from the line `first` to a few behind the line `stop`."""
        texts = [line.text for line in self._lines[first : stop + _BELOW]]
        self._first, self._blanks = first, blank_counts(texts[: stop + 1 - first])
        likely = [at for at, many in enumerate(self._blanks, first) if _LEAST_BLANKS <= many <= _MOST_BLANKS]
        self._worded = [at for at in likely if at not in claims]
        dates = _dated(texts, first)
        self._over_dates, self._under_dates = _beside(dates, -6, -1), _beside(dates, 1, 3)
        numbers = [line.number for line in self.near]
        self._over_long = _beside([at for at in numbers if self._blanks[at - first] >= _LEAST_BLANKS], -3, -1)
        self._crowded = _crowded(numbers)

    def _look_at_claims(self, claims: Mapping[int, str], claimed: Iterable[int]) -> None:
        """Find what stands under menus, dates and bylines that rules know."""
        rules = [(at, claims[at]) for at in claimed]
        stage_of = stages().get
        self._under_menus = _beside([at for at, rule in rules if stage_of(rule) == "navigation"], 1, _MENU)
        self._under_signs = _beside([at for at, rule in rules if rule in _SIGNS], 1, 4)

    def scores(self) -> list[tuple[float, Line]]:
        """What the answers weigh, for the lines that may win: for most it is enough to see where they stand."""
        standing = [(sum(compress(_WEIGHED[0], self._standing(line))), line) for line in self.near]
        standing.sort(key=_first, reverse=True)
        scored: list[tuple[float, Line]] = []
        least = NONE
        for stands, line in standing:
            if stands + _AT_MOST[0] < least:
                break
            if (score := self._score(stands, line, least)) is not None:
                least = max(least, score - _NO_RIVAL)
                scored.append((score, line))
        return scored

    def _score(self, score: float, line: Line, least: float) -> float | None:
        """The whole weight of a line, if that of where it stands is `score`; None as soon as it cannot be enough."""
        for ask, weighed, more in self._asked:
            if score + more < least:
                return None
            score += sum(compress(weighed, ask(line)))
        return score

    def answers(self, line: Line) -> Answers:
        """The answers about one line, in the order of the questions."""
        return (*self._standing(line), *chain.from_iterable(ask(line) for ask, _, _ in self._asked))

    def _standing(self, line: Line) -> Answers:
        number, lines, prose, sizes, worded = line.number, self._lines, self._prose, self._sizes, self._worded
        over = bisect_left(prose, number)
        past = sizes[over]
        close = past - sizes[bisect_left(prose, number - 16, 0, over)]
        words = bisect_left(worded, number) - bisect_left(worded, number - _WORDED)
        return (
            over < len(prose) and prose[over] - number <= 3,
            over > 1,
            sizes[bisect_left(prose, number + 17, over)] - past >= 1500,
            close >= 300,
            close >= 1000,
            past * 3 >= sizes[-1],
            0 < self._begins - number <= 12,
            line.gap,
            lines[number + 1].gap,
            number in self._under_signs,
            number in self._over_long,
            number > 0 and self._blanks[number - self._first - 1] <= 2 and not lines[number - 1].marker,
            number in self._over_dates,
            number in self._under_dates,
            number in self._under_menus,
            number in self._crowded,
            words >= 1,
            words >= 4,
            line.marker != "",
        )

    def _shape(self, line: Line) -> Answers:
        text = line.text
        pieces = _PIECES.findall(text.lower())
        marked = _MARKED.search(text) is not None
        count = self._blanks[line.number - self._first] + 1
        told = not _TOLD.isdisjoint(pieces)
        return (
            count <= 2,
            3 <= count <= 4,
            text.endswith(_ENDS),
            text[-1] == ":" or (marked and _NUMBER.fullmatch(text) is not None),
            marked and (_SEPARATOR.search(text) is not None or _NUMBERS.search(text) is not None),
            (_GLUED_IN_ASCII if text.isascii() else _GLUED).search(text) is not None,
            count > 3 and len([word for word in text.split() if word[0].isupper()]) * 10 >= 8 * count,
            told and not _CREDITS.isdisjoint(pieces),
            told and not _NOTICES.isdisjoint(pieces),
        )


def _crowded(numbers: Sequence[int]) -> set[int]:
    """Those of the sorted numbers that have many others around."""
    if len(numbers) <= _MOST_AROUND:
        return set()
    spans = [(bisect_left(numbers, at - 8), bisect_left(numbers, at + 9)) for at in numbers]
    return {at for at, (first, end) in zip(numbers, spans, strict=True) if end - first > _MOST_AROUND}


def _texts(prose: Sequence[int], sizes: Sequence[int]) -> list[Text]:
    """What stands together of the prose."""
    found = [0, *[at for at, (one, other) in enumerate(pairwise(prose), 1) if other - one > _APART], len(prose)]
    return [Text(prose[one:other], sizes[other] - sizes[one]) for one, other in pairwise(found)]


def _size(text: Text) -> int:
    return text.size
