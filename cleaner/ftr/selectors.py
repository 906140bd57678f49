"""What a path has come to: its steps as selectors, each with HTML that it matches."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import regex

from cleaner.errors import CleanerError


class UntranslatableError(CleanerError):
    """An XPath for which there is no selector, and what in it there is none for."""


class Selector(NamedTuple):
    """A CSS selector, and HTML that it matches."""

    css: str
    sample: str
    tag: str
    """Of the elements that it matches, "" for any."""


class Condition(NamedTuple):
    """What is asked of an element, and what makes an element that it is true of."""

    css: str = ""
    tag: str = ""
    """The tag that it must have."""
    attributes: tuple[tuple[str, str], ...] = ()
    inside: str = ""
    """HTML within it."""
    before: str = ""
    """HTML in front of it. `{tag}` stands for its own tag, here and behind."""
    behind: str = ""
    around: tuple[str, str] = ("", "")
    """Begin and end of what is around it."""


Conditions = tuple[Condition, ...]
"""All of them must be true."""


class Step(NamedTuple):
    """An element on a path: how it stands to the one before, and what is asked of it."""

    combinator: str
    """As CSS writes it; that of the first step does not count."""
    named: str
    """Its tag, or "" for any."""
    conditions: Conditions = ()

    @property
    def tag(self) -> str:
        """Its tag, by name or because it must have it; "" for any.

        Raises:
            UntranslatableError: it cannot have both.
        """
        tags = {self.named, *(condition.tag for condition in self.conditions)} - {""}
        if len(tags) > 1:
            raise UntranslatableError(f"no element is both {' and '.join(sorted(tags))}")
        return next(iter(tags), "")

    @property
    def css(self) -> str:
        """The selector of the element alone."""
        return self.tag + "".join(condition.css for condition in self.conditions) or "*"


_TEXT = "Text"
"""What samples say."""
_OF_TABLES = frozenset({"caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th"})
"""Tags that a parser drops where no table is."""
_CELLS = dict.fromkeys(("table", "thead", "tbody", "tfoot"), "<tr><td>") | {"tr": "<td>"}
"""What anything else stands in, in these; the parser closes it."""
_FIRST_TAG = regex.compile(r"<(\w+)")
_BEHIND = frozenset({" ~ ", " + "})


def joined(path: Sequence[Step], unnamed: str = "div") -> Selector:
    """The selector of a path's last element.

    Args:
        path: the steps to it.
        unnamed: the tag that the sample has where there is none on the path.
    """
    css = "".join((step.combinator if number else "") + step.css for number, step in enumerate(path))
    opened, closed = wrapping(path, unnamed)
    tag = path[-1].tag
    return Selector(css, f"{opened}{_CELLS.get(tag, '')}{_TEXT}{closed}", tag)


def wrapping(path: Sequence[Step], unnamed: str = "div") -> tuple[str, str]:
    """HTML up to what a path's last element holds, and what comes behind that."""
    opened, ends, tag = "", list[str](), ""
    for step in path:
        if step.combinator in _BEHIND and ends:
            opened += ends.pop()
        elif step.tag not in _OF_TABLES:
            opened += _CELLS.get(tag, "")
        tag = step.tag or unnamed
        begin, end = _element(step, tag)
        opened += begin
        ends.append(end)
    return opened, "".join(reversed(ends))


def in_table(html: str) -> str:
    """HTML as it can stand alone: in a table if it begins with a part of one."""
    first = _FIRST_TAG.match(html)
    return f"<table>{html}</table>" if first and first[1] in _OF_TABLES else html


def _element(step: Step, tag: str) -> tuple[str, str]:
    """Begin and end of an element of which the conditions are true."""
    merged: dict[str, str] = {}
    for name, value in (pair for one in step.conditions for pair in one.attributes):
        merged[name] = f"{merged[name]} {value}" if name in merged and value not in merged[name].split() else value
    written = "".join(f' {name}="{escape(value)}"' for name, value in merged.items())
    begin, end = f"<{tag}{written}>", f"</{tag}>"
    for one in step.conditions:
        inside = one.inside if tag in _CELLS else in_table(one.inside)
        begin = one.around[0] + one.before.replace("{tag}", tag) + begin + inside
        end += one.behind.replace("{tag}", tag) + one.around[1]
    return begin, end
