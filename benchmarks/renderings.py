"""Pages as crawlers write them: plain text as WET files of Common Crawl have it, and Markdown.

A rendering is made of a page's HTML when it is needed; nothing of it is stored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNSEEN = ("script", "style", "noscript", "template", "svg", "head", "iframe", "select")
_BLOCKS = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td th thead tr ul".split()
)
_HEADINGS = {f"h{depth}": "#" * depth + " " for depth in range(1, 7)}
_EMPHASIS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_BREAK = "\n"
_DEEPEST = 400
_MARKUP = (
    (re.compile(r"!\[([^\]]*)\]\([^)\s]*\)"), r"\1"),
    (re.compile(r"\[([^\]]*)\]\([^)\s]*\)"), r"\1"),
    (re.compile(r"^(?:#{1,6}|[*-]) ", re.MULTILINE), ""),
    (re.compile(r"\*{1,2}"), ""),
)


def wet(html: bytes | str) -> str:
    """The title, then each block on a line of its own; no blank lines, no bullets."""
    tree = _parsed(html)
    title = tree.css_first("title")
    lines = [title.text() if title is not None else "", *_walked(tree, _plain).split(_BREAK)]
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def markdown(html: bytes | str) -> str:
    """Links, pictures, headings, lists and emphasis as Markdown; a blank line between blocks."""
    lines = (" ".join(line.split()) for line in _walked(_parsed(html), _marked).split(_BREAK))
    kept = [line for line in lines if line.strip("#*- ")]
    gaps = ("" if line.startswith("* ") else "\n" for line in kept)
    return "\n".join(gap + line for gap, line in zip(gaps, kept, strict=True)).lstrip()


def without_markup(text: str) -> str:
    """What a reader of the Markdown sees."""
    for pattern, shown in _MARKUP:
        text = pattern.sub(shown, text)
    return text


RENDERINGS: Mapping[str, Callable[[bytes | str], str]] = {"wet": wet, "markdown": markdown}


def _parsed(html: bytes | str) -> LexborHTMLParser:
    return LexborHTMLParser(html)


def _walked(tree: LexborHTMLParser, shown: Callable[[LexborNode, str], str]) -> str:
    pieces: list[str] = []
    body = tree.body
    if body is not None:
        for element in tree.css(",".join(_UNSEEN)):
            if element.tag != "head":
                element.decompose()
        pieces.append(_inside(body, shown, 0))
    return "".join(pieces)


def _inside(node: LexborNode, shown: Callable[[LexborNode, str], str], depth: int) -> str:
    if depth > _DEEPEST:
        return node.text()
    pieces = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            pieces.append(re.sub(r"\s+", " ", child.text_content or ""))
        else:
            pieces.append(shown(child, _inside(child, shown, depth + 1)))
    return "".join(pieces)


def _plain(node: LexborNode, inside: str) -> str:
    if node.tag == "br":
        return _BREAK
    return f"{_BREAK}{inside}{_BREAK}" if node.tag in _BLOCKS else inside


def _marked(node: LexborNode, inside: str) -> str:
    tag = node.tag or ""
    if tag == "img":
        return f"![{_attribute(node, 'alt')}]({_address(node, 'src')})"
    if tag == "a" and inside.strip():
        return f"[{' '.join(inside.split())}]({_address(node, 'href')})"
    if tag in _EMPHASIS and inside.strip() and _BREAK not in inside:
        return f"{_EMPHASIS[tag]}{inside.strip()}{_EMPHASIS[tag]}"
    if tag in _HEADINGS:
        return f"{_BREAK}{_HEADINGS[tag]}{' '.join(inside.split())}{_BREAK}"
    if tag == "li":
        return f"{_BREAK}* {inside.strip()}{_BREAK}"
    return _plain(node, inside)


def _attribute(node: LexborNode, name: str) -> str:
    return " ".join((node.attributes.get(name) or "").split())


def _address(node: LexborNode, name: str) -> str:
    return _attribute(node, name).replace(" ", "%20")
