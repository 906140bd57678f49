"""Stages captions and credits, for lines that begin with anything, mostly a name: words within tell what they are.

A rule is tried on the lines that begin as its pattern does. Here the whole text is searched for a few words first,
which costs next to nothing, and only the lines that hold one are looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import regex

from cleaner import Line, Mark
from cleaner_blog.captions import places
from cleaner_blog.words import NAME

_LONGEST = 600
_NEWS = r"\b(?:said|told|arrested|detained|imprisoned|jailed|killed|murdered|accused|charged|sentenced)\b"
"""Who is written about, not who writes."""


class _Kind(NamedTuple):
    signs: tuple[str, ...]
    """A line of this kind holds one of them."""
    pattern: regex.Pattern[str]
    why: str


_EMBEDDED = _Kind(
    ("pic.twitter.com/", " (@"),
    regex.compile(r".*pic\.twitter\.com/\w+.*|[—–-] ?.{2,60} \(@\w{2,30}\) [^.!?]{3,20}\d{4}"),
    "embedded post",
)
_CAPTIONS = (
    _Kind(
        (" left, ", " right, ", " center, ", " centre, "),
        regex.compile(
            r".{0,300}\p{Lu}[\p{L}'’-]+, (?:(?:second|third|far|top|bottom|front|back) )?"
            r"(?:(?:from )?(?:left|right)|cent(?:er|re)), .{5,300}"
        ),
        "caption: who is where",
    ),
    _Kind(
        ("撮影）", "提供）", "＝"),
        regex.compile(
            r"[^。]{4,200}（[^（）]{1,20}(?:撮影|提供)）|[^。]{4,200}＝[^＝。]{1,12}(?:撮影|提供|共同|ロイター|時事)"
        ),
        "caption with a credit",
    ),
)
_CONTRIBUTED = _Kind(
    (" contributed ",),
    regex.compile(r"\p{Lu}.{3,300} contributed (?:to this (?:report|story)|reporting(?: \p{Ll}+ .{3,60})?)\."),
    "who contributed",
)
_WRITER = r"(?:reporter|editor|journalist|(?<!song)writer|correspondent|columnist)"
_AUTOR = r"(?:[Rr]edakteur|[Jj]ournalist|[Kk]orrespondent|[Rr]eporter|[Kk]olumnist)(?:in)?"
_SKETCH = _Kind(
    ("rnalist", "orrespon", "eporter", "edakt", "olumnist", "editor", "writer", "periodista", "édact", "epórter"),
    regex.compile(
        rf"{NAME}(?!.*{_NEWS})(?:, [^.]{{2,60}},)? (?:"
        rf"is (?:an? |the |our |\p{{L}}+['’]s )?(?:[\p{{L}}'’&-]+,? ){{0,6}}[\p{{L}}-]*{_WRITER}\b"
        rf"(?= (?:who|and|for|at|with|in|based|covering|on|of|from)\b|[.,])"
        rf"|ist (?:[\p{{L}}-]+ ){{0,4}}[\p{{L}}-]*{_AUTOR} (?:und|bei|beim|für|im|in|der|des|von|mit|aus)\b"
        r"|est (?:une? )?(?:[\p{L}-]+ )?(?:journaliste|rédact(?:eur|rice)|correspondante?)\b"
        r"|es (?:una? )?(?:periodista|corresponsal|columnista)\b|è (?:una? )?giornalista\b"
        r"|é (?:uma? )?(?:jornalista|repórter|correspondente)\b"
        r"|(?:är|er) (?:en )?[\p{L}-]*(?:reporter|journalist|redaktör|redaktør|skribent|korrespondent)\b"
        r").{10,500}"
    ),
    "who wrote it",
)


def embedded_and_captions(lines: Sequence[Line]) -> Iterator[Mark]:
    """Mark posts of other sites, and captions that end in a form of agencies or say who is where."""
    return _marks(lines, (_EMBEDDED, *_CAPTIONS))


def authors(lines: Sequence[Line]) -> Iterator[Mark]:
    """Mark sentences about the author, and about who else took part."""
    return _marks(lines, (_SKETCH, _CONTRIBUTED))


def _marks(lines: Sequence[Line], kinds: Iterable[_Kind]) -> Iterator[Mark]:
    text = "\n".join([line.text for line in lines])
    for kind in kinds:
        if found := [place for sign in kind.signs for place in places(text, sign)]:
            ends = list(accumulate([len(line.text) + 1 for line in lines]))
            for line in [lines[number] for number in sorted({bisect_right(ends, place) for place in found})]:
                if len(line.text) <= _LONGEST and kind.pattern.fullmatch(line.body):
                    yield Mark(line, kind.why)
