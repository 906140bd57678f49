"""Lines of a text dump: what an earlier scraper left of a page."""

from __future__ import annotations

import re

import regex

from cleaner.links import LINK_SIGN, links_and_pictures
from cleaner.model import Kind, Line

_BULLETS = frozenset("•◦▪▫‣⁃∙●○■□*+-")
_NUMBER = re.compile(r"\d{1,3}[.)](?=\s\S)")
_HEADING = re.compile(r"#{1,6}(?=\s\S)")
MARKER_START = _BULLETS | frozenset("0123456789")
_NONE = 0.0, 0
_DATE_PREFIX = regex.compile(r"date \d{4}-\d{2}-\d{2}(?= )")
"""Some crawlers write `date 2021-06-07` in front of the first paragraph."""


_FOLDABLE = regex.compile(r"[^\S\u00a0\u202f]+")


def fold(text: str) -> str:
    """White space folded and stripped. No-break spaces inside stay: they are the author's (`10\u00a0km`)."""
    if text.isprintable() and "  " not in text:  # true of most, and no-break spaces are not printable
        return text.strip()
    if "\u202f" in text or "\x01" in text:
        return _FOLDABLE.sub(" ", text).strip()
    if "\u00a0" in text:  # ten times as fast as the pattern
        return " ".join(text.replace("\u00a0", "\x01").split()).replace("\x01", "\u00a0").strip()
    return " ".join(text.split())


def fold_lines(text: str) -> str:
    """Every line of `text` folded, no-break spaces too; empty ones left out."""
    is_plain = (text.isascii() and "\t" not in text) or text.replace("\n", "").isprintable()
    if is_plain and not ("  " in text or "\n " in text or " \n" in text or "\n\n" in text):
        return text.strip()
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def text_lines(text: str) -> list[Line]:
    """Split a dump into lines with hints: list markers, indentation and the blank lines before them."""
    lines: list[Line] = []
    append, new = lines.append, tuple.__new__  # `Line(...)` with all its fields takes twice as long, which adds up
    plain, item, heading = Kind.TEXT, Kind.ITEM, Kind.HEADING
    number, gap = 0, True
    has_links = LINK_SIGN in text
    for raw in text.splitlines():
        line = raw.strip()
        if not line:
            gap = True
            continue
        if "  " in line or not line.isprintable():
            line = fold(line)
        first = line[0]
        indent = 0 if raw[0] == first else raw.index(first)
        if first == "d" and line.startswith("date "):
            *dates, line = without_dates(line)
            for date in dates:
                append(Line(number, date, plain, gap, indent))
                number, gap = number + 1, True
            first = line[0]
        kind, marker = plain, ""
        if first in MARKER_START:
            if marker := list_marker(line):
                kind = item
        elif first == "#" and (found := _HEADING.match(line)):
            kind, marker = heading, found[0]
        links, pictures = links_and_pictures(line[len(marker) :]) if has_links and LINK_SIGN in line else _NONE
        append(new(Line, (number, line, kind, gap, indent, marker, "", links, -1, pictures)))
        number += 1
        gap = False
    return lines


def list_marker(text: str) -> str:
    """The bullet or number that `text` begins with, or the empty string."""
    if text[0] in _BULLETS:
        return text[0] if text[1:2].isspace() and not text[2].isspace() else ""
    found = _NUMBER.match(text)
    return found[0] if found else ""


def without_dates(text: str) -> list[str]:
    """The crawler's dates in front of `text`, and last what is behind them."""
    pieces, start = [], 0
    while found := _DATE_PREFIX.match(text, start):
        pieces.append(found[0])
        start = found.end() + 1
    return [*pieces, text[start:]]
