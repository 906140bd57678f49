"""Patterns that take long: each is tried, as the engine runs it, on lines made to hurt it.

A backtracking matcher is slow where a repetition can be left in many ways, so the lines are read off the pattern's
parse tree: what leads to a repetition, then what it repeats, again and again, then something that cannot follow.
They grow step by step, since nothing can interrupt Python's own matcher once it has run away.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from math import ceil, inf
from typing import Any, NamedTuple

import regex

from cleaner.check.findings import Finding, error, warning
from cleaner.check.subject import Subject
from cleaner.matching import compiled
from cleaner.rules import LONGEST_MATCHED
from cleaner.starts import REPEATS, ops, parsed

TOO_LONG = 0.1
"""Seconds for one line. All patterns of the built-in plugins take a hundredth of that, together."""
_LONG_LINE = 5_000
"""Characters of a line on which a second sign (`given`) is tried; unlike others it is tried on any."""
_TRIES = 3
"""A pattern is as slow as in the quickest of these: the machine may have been busy."""
_FEW, _MANY = 8, 20
"""Repetitions to begin with, and those a pattern must allow to be worth attacking."""
_QUICK, _BOLD, _CAREFUL = 0.00005, 1.5, 1.1
"""Seconds below which the line may grow by the greater of these factors: what grows exponentially must not run away."""
_STRANGE = "\x01"
"""A character that no pattern asks for."""
_Item = tuple[Any, Any]
_SPELT = (ops.LITERAL, ops.RANGE) if ops else ()
_CATEGORIES = (
    {
        ops.CATEGORY_DIGIT: re.compile(r"\d"),
        ops.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
        ops.CATEGORY_SPACE: re.compile(r"\s"),
        ops.CATEGORY_NOT_SPACE: re.compile(r"\S"),
        ops.CATEGORY_WORD: re.compile(r"\w"),
        ops.CATEGORY_NOT_WORD: re.compile(r"\W"),
    }
    if ops
    else {}
)
_SAMPLES = ("a", " ", "0", "A", "é", "я", "中", ".", "-", ",", ":", "\u2028")


class Attack(NamedTuple):
    """A family of lines: `pump` repeated between what leads to it and an end that does not fit."""

    before: str
    pump: str
    end: str

    def line(self, times: int) -> str:
        """The line with that many repetitions."""
        return self.before + self.pump * times + self.end

    def most(self, length: int) -> int:
        """How many repetitions a line of that length has room for."""
        return (length - len(self.before) - len(self.end)) // len(self.pump)


class Slowness(NamedTuple):
    """The line on which a pattern was too slow, and for how long."""

    line: str
    seconds: float
    grows: bool
    """Longer lines would be worse still; else this one is as long as any line can be."""


def slow_patterns(subject: Subject) -> Iterator[Finding]:
    """The patterns of rules and of fingerprints that take long on some line."""
    for rule in subject.plugin.rules:
        about, place = subject.name(rule), subject.place(rule)
        yield from _judge(f"line={rule.line!r}", slowness(compiled(rule.line), LONGEST_MATCHED), about, place)
        yield from _judge(f"given={rule.given!r}", slowness(regex.compile(rule.given), _LONG_LINE), about, place)
    for profile in subject.plugin.profiles:
        for pattern in profile.fingerprints:
            found = slowness(compiled(pattern), LONGEST_MATCHED)
            yield from _judge(f"fingerprint {pattern!r}", found, f"profile {profile.name}", "")


def _judge(what: str, found: Slowness | None, about: str, place: str) -> Iterator[Finding]:
    if found is not None:
        more = ", and more for each character added" if found.grows else ""
        yield (error if found.grows else warning)(
            "slow-pattern",
            about,
            f"{what} takes {found.seconds:.1f} s on {found.line[:20]!r}... of {len(found.line)} characters{more}; "
            "let no repetition stand in or beside one that takes the same characters, or bound both: {1,9}",
            place,
        )


def slowness(pattern: re.Pattern[str] | regex.Pattern[str], length: int) -> Slowness | None:
    """The line of at most `length` characters on which a pattern takes too long, or None."""
    tried = (_tried(pattern.fullmatch, attack, length) for attack in dict.fromkeys(attacks(pattern.pattern)))
    return next((found for found in tried if found is not None), None)


def _tried(fullmatch: Callable[[str], object], attack: Attack, length: int) -> Slowness | None:
    """Let the line grow until it is too slow or as long as it may be."""
    times, most = _FEW, attack.most(length)
    while times <= most:
        line = attack.line(times)
        seconds = _seconds(fullmatch, line)
        if seconds >= TOO_LONG:
            return Slowness(line, seconds, grows=times < most)
        larger = ceil(times * (_BOLD if seconds < _QUICK else _CAREFUL))
        times = larger if times == most else min(larger, most)
    return None


def _seconds(fullmatch: Callable[[str], object], line: str) -> float:
    """The quickest of a few tries; the first that is quick enough is enough."""
    quickest = inf
    for _ in range(_TRIES):
        started = time.perf_counter()
        fullmatch(line)
        quickest = min(quickest, time.perf_counter() - started)
        if quickest < TOO_LONG:
            break
    return quickest


def attacks(pattern: str) -> Iterator[Attack]:
    """Lines on which this pattern might be slow; none where it has no repetition."""
    for before, pump, after in _repetitions(parsed(pattern) or (), "", ""):
        for end in (_STRANGE, after + _STRANGE, _STRANGE + after):
            yield Attack(before, pump, end)


def _repetitions(items: Sequence[_Item], before: str, after: str) -> Iterator[tuple[str, str, str]]:
    """For each repetition: text that leads to it, text that it repeats, and text that may follow."""
    for place, (operation, value) in enumerate(items):
        inside = _inside(operation, value)
        if not inside:
            continue
        lead, rest = before + example(items[:place]), example(items[place + 1 :]) + after
        if operation in REPEATS and value[1] >= _MANY:
            once, full = example(inside[0]), example(inside[0], full=True)
            pumps = (once, full, full + example(items[place + 1 : place + 2]))
            yield from ((lead, pump, rest) for pump in dict.fromkeys(pumps) if pump)
        for part in inside:
            yield from _repetitions(part, lead, rest)


def _inside(operation: Any, value: Any) -> list[Sequence[_Item]]:
    """The alternatives within a group or repetition; none for what is a single character or a place."""
    if operation in REPEATS:
        return [value[2]]
    if operation is ops.SUBPATTERN:
        return [value[3]]
    if operation is ops.BRANCH:
        return list(value[1])
    return [value] if operation is ops.ATOMIC_GROUP else []


def example(items: Sequence[_Item], full: bool = False) -> str:
    """A text that these items match, roughly: look-arounds and references are taken for nothing.

    What may be left out is, unless it is to be `full`.
    """
    return "".join(_example(operation, value, full) for operation, value in items)


def _example(operation: Any, value: Any, full: bool) -> str:
    if inside := _inside(operation, value):
        text = example(inside[0], full)
        return text * max(value[0], full) if operation in REPEATS else text
    if operation is ops.LITERAL:
        return chr(value)
    if operation is ops.IN:
        return _one_of(value)
    if operation in (ops.ANY, ops.NOT_LITERAL):
        return "a" if operation is ops.ANY or value != ord("a") else "b"
    return ""


def _one_of(members: Sequence[_Item]) -> str:
    """A character of a class."""
    negated = members[0][0] is ops.NEGATE
    own = (chr(value if kind is ops.LITERAL else value[0]) for kind, value in members if kind in _SPELT)
    candidates = (*_SAMPLES, *own)
    return next((one for one in candidates if negated != any(_is_member(one, *member) for member in members)), "")


def _is_member(character: str, kind: Any, value: Any) -> bool:
    if kind in _SPELT:
        first, last = value if kind is ops.RANGE else (value, value)
        return bool(first <= ord(character) <= last)
    return bool(kind is ops.CATEGORY and _CATEGORIES[value].fullmatch(character))
