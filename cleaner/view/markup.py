"""Elements of HTML. What is not markup already is escaped, so nothing can be forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from cleaner.report import printable

_VOID = frozenset({"input", "link", "meta"})
_KEEP = "\n"


class Markup(str):
    """Text that is HTML already. Only this module makes it, but for our own style sheet and scripts."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: str | bool) -> Markup:
    """An element of HTML.

    Args:
        tag: its name.
        children: what it holds: `Markup` as it is, any other text escaped and printable.
        attributes: escaped and printable; True is an attribute without value, False none. `_` is written as `-`
            and left out at the end, so that `class_` and `data_stage` can be written.
    """
    opened = "".join([f"<{tag}", *(_attribute(name, value) for name, value in attributes.items()), ">"])
    return Markup(opened if tag in _VOID else f"{opened}{joined(children)}</{tag}>")


def joined(children: Iterable[str]) -> Markup:
    """Some text and markup, one after the other."""
    return Markup("".join(child if isinstance(child, Markup) else _text(child) for child in children))


def _attribute(name: str, value: str | bool) -> str:
    shown = name.rstrip("_").replace("_", "-")
    if isinstance(value, bool):
        return f" {shown}" if value else ""
    return f' {shown}="{_text(value)}"'


def _text(text: str) -> str:
    """Escaped; control characters, and those that turn a line round, written as `printable` writes them."""
    return escape(printable(text, keep=_KEEP))
