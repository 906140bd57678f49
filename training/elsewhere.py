"""Pages as they would be elsewhere: where fewer rules fit, in a script without capitals, in one without spaces.

Rules were written by people who have read these pages, so they take more here than on outlets that nobody has read. And
there are few pages in other scripts to learn from: a net that has seen Latin letters only takes a sentence without
spaces for one word.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from benchmarks.quality import rules_without
from cleaner_blog.scorer.context import Context
from training.dataset import Example
from training.sheets import dump_sheet, first_words, page_sheet, phrases
from training.terms import terms

_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"(?<=\D) (?=\D)")
_MARKS = str.maketrans('.,:;?!"“”„«»()', "。、：；？！「「」「「」（）")
_LATIN = 0.06
"""Share of words that stay as they are: names of firms and networks."""
_SYLLABLE = 2.3
"""Letters that a sign stands for: so a text has about as many signs as news in Japanese have."""
_SIGNS, _LETTERS = (0x4E00, 5000), (0x0621, 26)
_ESSENCE = 80
"""Characters by which a line is looked up in the stated body: `ESSENCE` in `features.h`."""
_PARTS, _OFF, _FIRST = 8, 0.35, 1000
"""In each part of the pages other rules are off, this share of all, by chances that no benchmark takes."""

Write = Callable[[str], str]
Source = TypeVar("Source")
See = Callable[[list[Source], Sequence[str]], Iterable[Example]]


def elsewhere(sources: Iterable[Source], see: See[Source], seed: int) -> list[list[Example]]:
    """What `see` makes of the sources when some rules are off: as they are, without capitals, without spaces too."""
    weak = list(weakened(sources, see, seed))
    return [weak, [rewritten(example, uncased) for example in weak], [rewritten(example, dense) for example in weak]]


def weakened(sources: Iterable[Source], see: See[Source], seed: int) -> Iterator[Example]:
    """The examples that `see` makes of the sources when some rules are off."""
    known = list(sources)
    for part in range(_PARTS):
        yield from see(known[part::_PARTS], rules_without(_OFF, _PARTS * seed + part + _FIRST))


def dense(text: str) -> str:
    """Without spaces and capitals, as in Japanese: the same word is always written the same."""
    return _SPACE.sub("", _WORD.sub(lambda found: _signs(found[0]), text)).translate(_MARKS)


def uncased(text: str) -> str:
    """With spaces and without capitals, as in Arabic."""
    return _WORD.sub(lambda found: _written(found[0], len(found[0]), *_LETTERS), text)


def rewritten(example: Example, write: Write) -> Example:
    """The same page or dump, all its lines written so; labels stay."""
    lines = tuple(line._replace(text=_kept(line.text, line.marker, write)) for line in example.lines)
    known = example.context
    stated = [
        "".join(new.text.split())
        for old, new in zip(example.lines, lines, strict=True)
        if known.stated and "".join(old.text[:_ESSENCE].split()) in known.stated
    ]
    context = Context(known.stages, write(known.title), write(known.summary), "".join(stated))
    if not example.names:
        seen = dump_sheet(lines, context)
        spoken = {"words": phrases(seen.texts), "terms": terms(seen.texts)}
        return replace(example, lines=lines, context=context, sheet=seen, **spoken)
    seen = page_sheet(lines, example.boxes, context)
    return replace(example, lines=lines, context=context, sheet=seen, words=first_words(seen.texts))


def _kept(text: str, marker: str, write: Write) -> str:
    """A line with its marker as it was."""
    return f"{marker} {write(text[len(marker) :].lstrip())}" if marker else write(text)


def _signs(word: str) -> str:
    if zlib.crc32(word.encode()) % 1000 < 1000 * _LATIN:
        return word
    return _written(word, max(1, round(len(word) / _SYLLABLE)), *_SIGNS)


def _written(word: str, length: int, first: int, many: int) -> str:
    """As so many letters of those from `first` on, chosen by the word."""
    number, letters = zlib.crc32(word.lower().encode()), []
    for place in range(length):
        letters.append(chr(first + number % many))
        number = zlib.crc32(bytes((place % 256,)), number)
    return "".join(letters)
