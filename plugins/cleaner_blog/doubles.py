"""Captions that stand twice: as alternative text and as caption, or as caption and as text beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import compress

import regex

from cleaner import Line, Mark, Page
from cleaner_blog.left import Left, numbered
from cleaner_blog.ruleset import stages
from cleaner_blog.words import letters

_SHORTEST = 16
_LONG, _FEW_WORDS = 40, 6
"""Characters that two lines of prose hardly ever have in common, and words that a credit has at most. Of 267 such pairs
in what five dumpers made of 925 pages, 258 had no line of the gold body."""
_ALTERNATIVE = 25
"""Characters of an alternative text; names of what is sold are often shorter, and stand over its picture."""
_CREDIT = regex.compile(r"[ .|(\[–—-]*(?:©|\p{L}{3,20}(?: \p{L}{2,12}){0,2}:|\p{Lu}[^.!?]{0,80}/).{0,120}")
"""What a caption may have that its alternative text has not."""


def doubled_captions(page: Page, left: Left) -> Iterator[Mark]:
    """Mark both lines of captions that stand twice among those that are left."""
    if not left.alike:  # as on most pages
        return
    lines = page.lines
    yield from _in_blocks([(lines[first], lines[second]) for first, second, is_block in left.alike if is_block])
    if any(_has_credit(lines[first].text, lines[second].text) for first, second, _ in left.alike):
        yield from _with_credits(left.lines())


def _in_blocks(pairs: Iterable[tuple[Line, Line]]) -> Iterator[Mark]:
    """Mark two lines that are a block, of which the second says the first again, and perhaps a credit.

    Cleaned text keeps the blank lines around a block and no block of two equal lines, so a second run finds none.
    """
    for first, second in pairs:
        if len(first.text) >= _SHORTEST and _same(first, second):
            yield Mark(first, "caption, as alternative text")
            yield Mark(second, "caption, after its alternative text")


def _with_credits(kept: Iterable[Line]) -> Iterator[Mark]:
    """Mark two lines of some length, of which one is the other with a few words more.

    What stands around such a pair comes together and may be one in its turn, so a second run finds none.
    """
    left: list[Line] = []
    for line in kept:
        is_long = left and len(line.text) >= _LONG
        if is_long and _has_credit(left[-1].text, line.text) and not (left[-1].marker or line.marker):
            yield Mark(left.pop(), "caption, twice")
            yield Mark(line, "caption, twice")
        else:
            left.append(line)


def _has_credit(first: str, second: str) -> bool:
    """Whether the longer of these begins with the other, which is long, and a few words follow."""
    short, long = (first, second) if len(first) < len(second) else (second, first)
    if len(short) < _LONG or len(short) == len(long) or not long.startswith(short):
        return False
    rest = long[len(short) :]
    return not rest.endswith(":") and len(rest.split()) <= _FEW_WORDS


def repeated_captions(page: Page, gone: Iterable[Line]) -> Iterator[Mark]:
    """Mark lines that say what a caption right above or below them says, or how it begins.

    `gone`: captions beside those that rules take.
    """
    lines, claims = page.lines, page.claims
    captions = compress(claims, map(_rules().__contains__, claims.values()))
    for caption in (*[lines[number] for number in captions], *gone):
        beside = numbered(page, (caption.number - 1, caption.number + 1), claims)
        for line in [line for line in beside if len(line.text) >= _SHORTEST]:
            if any(_begins(piece, line.body) for piece in caption.body.split("\n")):
                yield Mark(line, "says what the caption beside it says")
            elif page.tree is None and _is_alternative(line, caption):
                yield Mark(line, "alternative text over its caption")


@cache
def _rules() -> frozenset[str]:
    """The rules that take captions."""
    return frozenset(rule for rule, stage in stages().items() if stage == "captions")


def _begins(text: str, beginning: str) -> bool:
    """Whether the text begins so, or would if the beginning were not cut off and in small letters."""
    cut = beginning.endswith(("...", "…"))
    return text.startswith(beginning) or (cut and letters(text).startswith(letters(beginning)))


def _is_alternative(line: Line, caption: Line) -> bool:
    """Whether the line is all that stands over the caption in its block of a dump, and one sentence or a piece of one.

    Of 312 such lines in what two dumpers made of 924 pages, 18 say what the gold body says somewhere: names of things
    for sale, but for four.
    """
    is_over = line.number < caption.number and line.gap and not (caption.gap or line.marker)
    return is_over and len(line.text) >= _ALTERNATIVE and ". " not in line.text and "://" not in line.text


def _same(first: Line, second: Line) -> bool:
    if first.marker or second.marker:
        return False
    if second.text.startswith(first.text):
        rest = second.text.removeprefix(first.text)
        return not rest or rest == "." or _CREDIT.fullmatch(rest) is not None
    return letters(first.text) == letters(second.text)  # with other quotes
