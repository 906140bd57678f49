"""The article of a page that shows none: single-page applications have it in their JSON-LD only."""

from __future__ import annotations

from html import unescape

import regex

from cleaner.segment.segmented import Segmented

_SHOWN = 200
"""Characters. A page with one line as long shows prose, and what it states beside is not looked at."""
_SENTENCE = 80
"""Characters that are some prose at least."""
_STATED = 500
"""Characters. A shorter body is a teaser."""
_BREAKS = regex.compile(r"(?i:</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote)\b[^<>]*+>)|\n")
_TAGS = regex.compile(r"<[^<>]*+>")


def shows_article(walked: Segmented) -> bool:
    """Whether there is a paragraph among the lines that no rule took with their elements."""
    return shows_prose(walked, _SHOWN)


def shows_prose(walked: Segmented, least: int = _SENTENCE) -> bool:
    """Whether any of them has so many characters."""
    return walked.longest >= least


def stated_article(body: str) -> list[str]:
    """The paragraphs of a stated body; none if it is too short for an article."""
    if len(body) < _STATED:
        return []
    pieces = (unescape(_TAGS.sub("", piece)) for piece in _BREAKS.split(body))
    return [folded for piece in pieces if (folded := " ".join(piece.split()))]
