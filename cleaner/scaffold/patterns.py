"""Lines that begin alike and go on differently: bylines, and credits of pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from cleaner.learn import Seen, escaped

_LONGEST = 150
"""Characters; a longer line is a paragraph, whatever it begins with."""
_LABEL = regex.compile(r"(?<label>[\p{L}\p{M}][\p{L}\p{M}'’ ]{1,30}?(?: ?[:|：]|(?= ©))|©)\s?(?=\S)")
"""What a line may begin with: a word or two with a colon ("Photo:"), or a sign of copyright."""

_REST = ".*[^.!?…]"
"""What may follow: anything that does not end like a sentence."""


class Beginning(NamedTuple):
    """What lines of several pages begin with."""

    label: str
    pattern: str
    """For the whole line."""
    examples: tuple[tuple[str, str], ...]
    """A page and a line of it, for each article that has one."""

    def covers(self, text: str) -> bool:
        """Whether a line is one of these."""
        return regex.fullmatch(self.pattern, text) is not None


def bylines(pages: Sequence[Seen], authors: Collection[str]) -> list[Beginning]:
    """Lines that end in the name of an author, or hold one."""
    ordered = sorted(authors)
    return _recurring((page, found) for page in pages for found in _bylines(page, ordered))


def labels(pages: Sequence[Seen]) -> list[Beginning]:
    """Lines that no rule takes and that begin with a label."""
    return _recurring((page, found) for page in pages for found in _labels(page))


def _bylines(page: Seen, authors: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line in _short(page):
        author = next((name for name in authors if name in line), None)
        if author and (label := line.partition(author)[0]).strip():
            yield label, line


def _labels(page: Seen) -> Iterator[tuple[str, str]]:
    for line in _short(page):
        found = _LABEL.match(line)
        if found and found.end() < len(line):
            yield found[0], line


def _short(page: Seen) -> Iterator[str]:
    for line in page.lines:
        if not line.rule and not line.is_sentence and len(line.text) <= _LONGEST:
            yield line.text


def _recurring(found: Iterable[tuple[Seen, tuple[str, str]]]) -> list[Beginning]:
    """Those of two articles or more, with something else behind the label."""
    by_label: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for page, (label, line) in found:
        if regex.fullmatch(_pattern(label), line):
            by_label[label].setdefault(page.article, (page.name, line))
    return [
        Beginning(label, _pattern(label), tuple(lines.values()))
        for label, lines in sorted(by_label.items())
        if len({line for _, line in lines.values()}) > 1
    ]


def _pattern(label: str) -> str:
    return f"{escaped(label)}{_REST}"
