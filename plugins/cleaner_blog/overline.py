"""Which line of a dump is the headline: the lines over the prose, weighed one against the other.

Each line is asked the questions of `weights.WEIGHTS`, whose answers are weighed as `benchmarks/headlines.py`
learnt it. Where the best line is not clearly one, there is no headline: nothing rather than a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, compress
from math import exp

import regex

from cleaner import Line, Page
from cleaner_blog.weights import NONE, SURE, WEIGHTS

Answers = tuple[bool, ...]

_PROSE, _DENSE_PROSE = 110, 45
_LONGEST, _SHORTEST = 220, 8
_ABOVE = 30
"""Lines over the prose that are looked at."""
_MOST_PROSE, _ALL_PROSE = 10, 40
"""Lines of prose among which the headline can stand: menus have teasers. And those that are counted at all."""
_NEAR, _ENOUGH_PROSE, _FARTHEST_PROSE = 16, 3, 14
"""A date line has so many lines of prose so near below it."""
_READ = 3000
"""Characters of the text in which the words of a headline are looked for."""
_SIGNS = frozenset(
    f"blog/{name}" for name in ("date-line", "posted", "byline-text", "author-line", "author-phrases", "reading-time")
)
_DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")
_LABEL = re.compile(r".*:|\W*\d[\d\W]*")
_APART = re.compile(r" [|›»>•·] |^[|›»>•·]|\d+[.:/]\d+[.:/]\d+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_GLUED = regex.compile(r"\p{Ll}\p{Lu}")
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
_DATED = frozenset(
    "ago published updated posted read aktualisiert veröffentlicht lesezeit stand publicado actualizado publié uhr by"
    " von par por di door".split()
)
_WORDS = re.compile(r"\w{4,}")
_STOPS = frozenset(".,;")
_ENDS = (".", "…", "。", "!”", ".”", '."', ".»", "”.")


def headline(page: Page) -> Line | None:
    """The headline of a dump, if it shows one for certain."""
    top = _top(page)
    return surest(top.scores(), NONE) if top is not None else None


def surest(scored: Sequence[tuple[float, Line]], none: float) -> Line | None:
    """The line that has most of all weight, that of there being no headline included; a headline with its summary's."""
    if not scored:
        return None
    best, line = max(scored, key=lambda one: (one[0], -one[1].number))
    line = next((above for score, above in scored if score > best - _NEARLY and _is_over(above, line)), line)
    own = sum(exp(score - best) for score, other in scored if other.text == line.text or _is_over(line, other))
    every = sum(exp(score - best) for score, _ in scored) + exp(none - best)
    return line if own >= SURE * every else None


def _is_over(line: Line, summary: Line) -> bool:
    """Whether the two may be a headline and the summary under it: then the one makes the other no less likely."""
    return line.number + 1 == summary.number and line.text.count(" ") >= _WORDED and len(line.text) < len(summary.text)


def dated(page: Page) -> int | None:
    """The line that says when or by whom, right over the prose: where there is no headline to stand under."""
    prose: list[int] | None = None
    for number, rule in sorted(page.claims.items()):
        if rule in _SIGNS:
            prose = _prose(page.lines, page.claims) if prose is None else prose
            at = bisect_left(prose, number)
            if bisect_left(prose, number + _NEAR) - at >= _ENOUGH_PROSE and at <= _FARTHEST_PROSE:
                return number
    return None


def candidates(page: Page) -> Iterator[tuple[Line, Answers]]:
    """The lines that may be it, each with the answers to the questions of `WEIGHTS`: to learn from."""
    if (top := _top(page)) is not None:
        yield from ((line, top.answers(line)) for line in top.near)


def _top(page: Page) -> _Top | None:
    lines, claims = page.lines, page.claims
    prose = _prose(lines, claims)
    if not prose:
        return None
    start, stop = max(0, prose[0] - _ABOVE), prose[:_MOST_PROSE][-1]
    near = [
        line
        for line, after in zip(lines[start:stop], lines[start + 1 : stop + 1], strict=True)
        if (line.gap or after.gap) and _may_be(line) and line.number not in claims
    ]
    return _Top(lines, claims, prose, near) if near else None


def _prose(lines: Sequence[Line], claims: Mapping[int, str]) -> list[int]:
    """The first lines that are sentences, and not in a list."""
    found: list[int] = []
    for line in lines:
        text = line.text
        if len(text) < _DENSE_PROSE or line.marker or line.number in claims:
            continue
        if len(text) >= _PROSE or (not text.isascii() and len(_DENSE.findall(text)) >= _DENSE_PROSE):
            found.append(line.number)
            if len(found) == _ALL_PROSE:
                break
    return found


def _may_be(line: Line) -> bool:
    text = line.text
    if line.marker or len(text) > _LONGEST or text[0].islower() or text[-1] in _STOPS:
        return False
    return len(text) >= _SHORTEST or (len(text) > 3 and _DENSE.search(text) is not None)


_WEIGHED = tuple(WEIGHTS.values())
_STANDING = 23
"""So many questions are about where a line stands. They are cheap, and decide for most lines."""
_SHAPES, _ECHOES = _WEIGHED[_STANDING:-6], _WEIGHED[-6:]
_AT_MOST_ECHO = sum(weight for weight in _ECHOES if weight > 0)
_AT_MOST = _AT_MOST_ECHO + max(_SHAPES[:5]) + sum(weight for weight in _SHAPES[5:] if weight > 0)
"""What a line says for itself can weigh no more; it has but one of the five lengths."""
_NEARLY, _WORDED = 0.7, 4
"""A headline, of more words than that, can weigh so much less than the summary right under it."""
_NO_RIVAL = 3.0
"""A line that weighs so much less than another does not make it doubtful."""


_BYS = ("by ", "von", "par", "por", "di ")


def _first(pair: tuple[float, Line]) -> float:
    return pair[0]


def _any(numbers: Sequence[int], first: int, last: int) -> bool:
    """Whether one of the sorted numbers is among these."""
    at = bisect_left(numbers, first)
    return at < len(numbers) and numbers[at] <= last


class _Top:
    """The top of a dump, and the questions about its lines."""

    def __init__(self, lines: Sequence[Line], claims: Mapping[int, str], prose: list[int], near: list[Line]) -> None:
        self._lines, self._prose, self.near = lines, prose, near
        start, stop = near[0].number, near[-1].number
        self._sizes = [0, *accumulate(len(lines[at].text) for at in prose)]
        self._signs = sorted(at for at, rule in claims.items() if start - 6 <= at <= stop + 8 and rule in _SIGNS)
        self._long = [line.number for line in near if line.text.count(" ") >= 4]
        self._around = lines[max(0, start - _ABOVE) : stop + 1]
        self._items = {line.number: line.body for line in self._around if line.marker}
        self._listed = list(self._items)
        below = lines[start : stop + 5]
        self._years = [line.number for line in below if len(line.text) < 100 and _YEAR.search(line.text)]
        self._longest = max(len(line.text) for line in near)
        self._leads: dict[int, str] = {}
        self._texts = [line.text for line in self._around]

    def scores(self) -> list[tuple[float, Line]]:
        """What the answers weigh, for the lines that may win: for most it is enough to see where they stand."""
        standing = [(sum(compress(_WEIGHED, self._standing(line))), line) for line in self.near]
        standing.sort(key=_first, reverse=True)
        scored: list[tuple[float, Line]] = []
        least = NONE
        for stands, line in standing:
            if stands + _AT_MOST < least:
                break
            score = stands + sum(compress(_SHAPES, self._shape(line)))
            if score + _AT_MOST_ECHO < least:
                continue
            score += sum(compress(_ECHOES, self._echo(line)))
            least = max(least, score - _NO_RIVAL)
            scored.append((score, line))
        return scored

    def answers(self, line: Line) -> Answers:
        """The answers about one line, in the order of the questions."""
        return (*self._standing(line), *self._shape(line), *self._echo(line))

    def _standing(self, line: Line) -> Answers:
        return (*self._place(line), *self._company(line))

    @cached_property
    def _words(self) -> str:
        return " ".join(self._lines[at].text for at in self._prose[:_MOST_PROSE])[:_READ].lower()

    def _lead(self, at: int) -> str:
        """The first words of the text from one line of prose on."""
        if at not in self._leads:
            three = self._prose[at : at + 3]
            self._leads[at] = " ".join(self._lines[number].text for number in three)[:_READ].lower()
        return self._leads[at]

    def _shape(self, line: Line) -> Answers:
        text = line.text
        pieces = set(_PIECES.findall(text.lower()))
        count = text.count(" ") + 1
        if count < 4 and not text.isascii():
            count = max(count, len(_DENSE.findall(text)) // 2)
        return (
            count <= 2,
            3 <= count <= 4,
            5 <= count <= 7,
            8 <= count <= 15,
            count > 15,
            text.endswith(_ENDS),
            len(text) == self._longest,
            _LABEL.fullmatch(text) is not None,
            _APART.search(text) is not None,
            _GLUED.search(text) is not None,
            text[0] in "\"“„«'‘‹「『",
            count > 3 and sum(word[:1].isupper() for word in text.split()) * 10 >= 8 * count,
            not _CREDITS.isdisjoint(pieces),
            not _NOTICES.isdisjoint(pieces),
            not _DATED.isdisjoint(pieces) and (len(pieces) < 8 or text[:3].lower() in _BYS),
        )

    def _place(self, line: Line) -> Answers:
        number, prose, sizes = line.number, self._prose, self._sizes
        over = bisect_left(prose, number)
        next_prose = prose[over] - number if over < len(prose) else 99
        past, total = sizes[over], sizes[-1]
        close = past - sizes[bisect_left(prose, number - 16)]
        soon = sizes[bisect_left(prose, number + 17)] - past
        return (
            number == 0,
            next_prose == 1,
            next_prose <= 3,
            over > 0,
            over > 1,
            over > 2,
            bisect_left(prose, number + 15) - over <= 1,
            soon >= 600,
            soon >= 1500,
            close >= 300,
            close >= 1000,
            past * 10 >= total,
            past * 3 >= total,
        )

    def _company(self, line: Line) -> Answers:
        number, lines = line.number, self._lines
        before = lines[number - 1] if number else None
        after = lines[number + 1] if number + 1 < len(lines) else None
        own, further = bisect_left(self._long, number), bisect_left(self._long, number + 1)
        return (
            line.gap,
            after is None or after.gap,
            _any(self._signs, number + 1, number + 6),
            _any(self._signs, number - 4, number - 1),
            own > 0 and self._long[own - 1] >= number - 3,
            further < len(self._long) and self._long[further] <= number + 3,
            before is not None and before.text.count(" ") <= 2 and not before.marker,
            bisect_left(self._listed, number) - bisect_left(self._listed, number - 5) >= 3,
            _any(self._years, number + 1, number + 4),
            (before is not None and before.text == line.text) or (after is not None and after.text == line.text),
        )

    def _echo(self, line: Line) -> Answers:
        own = _WORDS.findall(line.text.lower())
        said = sum(word in self._words for word in own)
        lead = self._lead(bisect_left(self._prose, line.number + 1))
        led = sum(word in lead for word in own)
        return (
            said * 2 >= len(own) > 0,
            said == len(own) > 0,
            led * 3 >= len(own) > 0,
            led * 3 >= 2 * len(own) > 0,
            self._texts.count(line.text) > 1,
            line.text in self._items.values(),
        )
