"""Patterns that take long: each is tried, under the time-out of the `regex` library, on lines made to hurt it.

A backtracking matcher is slow where a repetition can be left in many ways, so the lines are read off the pattern's
parse tree: what leads to a repetition, then what it repeats, again and again, then something that cannot follow.
Most patterns are run by Python's own library, which runs away on many that `regex` sees through, so they are tried
with that as well: on lines that grow a little at a time, since not everywhere can anything interrupt it.
"""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from threading import current_thread, main_thread
from types import FrameType
from typing import Any, NamedTuple

import regex

from cleaner.check.findings import Finding, error, warning
from cleaner.check.subject import Subject
from cleaner.patterns import Pattern, compiled
from cleaner.rules import LONGEST_MATCHED
from cleaner.starts import REPEATS, ops, parsed

TOO_LONG = 0.1
"""Seconds for one line. All patterns of the built-in plugins take a hundredth of that, together."""
_LONG_LINE = 5_000
"""Characters of a line on which a second sign (`given`) is tried; unlike others it is tried on any."""
_FEW, _MANY = 8, 20
"""Repetitions to begin with, and those a pattern must allow to be worth attacking."""
_GROWTH = 20
"""A line grows by one repetition, and by a twentieth once it has more: what grows exponentially must not run away."""
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
    """The line on which a pattern was too slow."""

    line: str
    grows: bool
    """Longer lines would be worse still; else this one is as long as any line can be."""


def slow_patterns(subject: Subject) -> Iterator[Finding]:
    """The patterns of rules and of fingerprints that take long on some line."""
    for rule in subject.plugin.rules:
        about, place = subject.name(rule), subject.place(rule)
        yield from _judge(f"line={rule.line!r}", slowness(rule.line, LONGEST_MATCHED), about, place)
        yield from _judge(f"given={rule.given!r}", slowness(rule.given, _LONG_LINE), about, place)
    for profile in subject.plugin.profiles:
        for pattern in profile.fingerprints:
            found = slowness(pattern, LONGEST_MATCHED)
            yield from _judge(f"fingerprint {pattern!r}", found, f"profile {profile.name}", "")


def _judge(what: str, found: Slowness | None, about: str, place: str) -> Iterator[Finding]:
    if found is not None:
        more = ", and more for each character added" if found.grows else ""
        yield (error if found.grows else warning)(
            "slow-pattern",
            about,
            f"{what} takes over {TOO_LONG} s on {found.line[:20]!r}... of {len(found.line)} characters{more}; "
            "let no repetition stand in or beside one that takes the same characters, or bound both: {1,9}",
            place,
        )


def slowness(pattern: str, length: int) -> Slowness | None:
    """The line of at most `length` characters on which a pattern takes too long, or None."""
    patterns = dict.fromkeys((regex.compile(pattern), compiled(pattern)))
    tried = (_tried(one, attack, length) for one in patterns for attack in dict.fromkeys(attacks(pattern)))
    return next((found for found in tried if found is not None), None)


def _tried(pattern: Pattern, attack: Attack, length: int) -> Slowness | None:
    """The shortest line that is too slow, if any is."""
    times, most = _FEW, attack.most(length)
    if isinstance(pattern, regex.Pattern) and not _is_slow(pattern, attack.line(most)):
        return None
    while times <= most:
        if _is_slow(pattern, line := attack.line(times)):
            return Slowness(line, grows=times < most)
        larger = times + max(1, times // _GROWTH)
        times = larger if times == most else min(larger, most)
    return None


def _is_slow(pattern: Pattern, line: str) -> bool:
    """Whether a line takes too long; the processor's time counts, as others may be using it."""
    started = time.thread_time()
    try:
        if isinstance(pattern, regex.Pattern):
            pattern.fullmatch(line, timeout=TOO_LONG)
        else:
            with _alarm():
                pattern.fullmatch(line)
    except TimeoutError:
        return True
    return time.thread_time() - started >= TOO_LONG


@contextmanager
def _alarm() -> Iterator[None]:
    """A time-out for Python's own matcher: it heeds signals, which only some systems have, and only the main thread."""
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, TOO_LONG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise TimeoutError


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
            full = example(inside[0], full=True)
            pumps = (*_each(inside[0]), full, full + example(items[place + 1 : place + 2]))
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


def _each(items: Sequence[_Item]) -> list[str]:
    """A text that these items match, for each of the alternatives that they begin with."""
    inside = _inside(*items[0]) if items else []
    rest = example(items[1:])
    return [one + rest for one in chain.from_iterable(map(_each, inside))] if inside else [example(items)]


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
