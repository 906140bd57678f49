"""Taking an XPath apart where no bracket and no string is open."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.ftr.selectors import UntranslatableError


def bracketed(text: str, pair: str = "[]") -> str:
    """What stands between the bracket that `text` begins with and the one that closes it.

    Raises:
        UntranslatableError: none does.
    """
    depth = 0
    for place, character in _outside_strings(text):
        depth += (character == pair[0]) - (character == pair[1])
        if not depth:
            return text[1:place]
    raise UntranslatableError(f"a bracket is not closed: {text!r}")


def is_within(text: str) -> bool:
    """Whether one pair of round brackets holds all of it."""
    return text.startswith("(") and bracketed(text, "()") == text[1:-1]


def split(text: str, separator: str) -> list[str]:
    """The parts between the separators, spaces around them taken off."""
    parts, depth, start = [], 0, 0
    for place, character in _outside_strings(text):
        depth += (character in "([") - (character in ")]")
        if not depth and place >= start and text.startswith(separator, place):
            parts.append(text[start:place].strip())
            start = place + len(separator)
    return [*parts, text[start:].strip()]


def _outside_strings(text: str) -> Iterator[tuple[int, str]]:
    quote = ""
    for place, character in enumerate(text):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        else:
            yield place, character
