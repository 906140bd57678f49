"""The part of XPath that site configurations use and that CSS can say, as CSS.

Paths of elements (`/`, `//`, `following-sibling::`), attributes compared, contained, begun with; a class among others
(`contains(concat(' ', normalize-space(@class), ' '), ' x ')`); `and`, `or`, `not`; a number or `last()`; an element
inside. What CSS cannot say, such as text, parents and counts, is refused by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, product
from math import prod
from typing import NamedTuple

import regex

from cleaner.errors import CleanerError


class UntranslatableError(CleanerError):
    """An XPath for which there is no selector, and what in it there is none for."""


class Selector(NamedTuple):
    """A CSS selector, and HTML that it matches."""

    css: str
    sample: str


class _Test(NamedTuple):
    """What a predicate asks of an element, and what makes an element that has it."""

    css: str
    attributes: tuple[tuple[str, str], ...] = ()
    inside: str = ""
    """HTML within the element."""
    before: int = 0
    """Elements of the same tag in front of it."""


_Tests = tuple[_Test, ...]
_TEXT = "Text"
_OF_TABLES = frozenset({"caption", "thead", "tbody", "tfoot", "tr", "td", "th"})
"""Tags that a parser drops where no table is."""
_STRING = r"""(?:"(?<value>[^"]*)"|'(?<value>[^']*)')"""
_ATTRIBUTE = r"@(?<name>[\w-]+)"
_STEP = regex.compile(
    r"(?<axis>//|/)(?:child::|(?<named>descendant|following-sibling)::)?(?<tag>[a-zA-Z][\w-]*+|\*)(?![(:])"
)
_COMBINATORS = {
    ("/", ""): " > ",
    ("//", ""): " ",
    ("/", "descendant"): " ",
    ("//", "descendant"): " ",
    ("/", "following-sibling"): " ~ ",
}
_OPERATORS = {"=": "=", "contains": "*=", "starts-with": "^=", "ends-with": "$="}
_COMPARED = regex.compile(rf"{_ATTRIBUTE}\s*=\s*{_STRING}")
_CALLED = regex.compile(rf"(?<call>contains|starts-with|ends-with)\(\s*{_ATTRIBUTE}\s*,\s*{_STRING}\s*\)")
_AMONG = regex.compile(
    rf"contains\(\s*concat\(\s*(?:' '|\" \")\s*,\s*(?:normalize-space\(\s*)?{_ATTRIBUTE}(?:\s*\))?\s*,\s*(?:' '|\" \")"
    rf"\s*\)\s*,\s*{_STRING}\s*\)"
)
_PLACE = regex.compile(r"(?:position\(\)\s*=\s*)?(?:(?<number>[1-9]\d?)|(?<last>last\(\)))")
_MOST = 60
"""Selectors that one path may become."""


def to_css(xpath: str) -> tuple[Selector, ...]:
    """The selectors that together match what an XPath does in an HTML page.

    Raises:
        UntranslatableError: CSS has no words for a part of it; the message names the part.
    """
    return tuple(selector for path in _split(xpath.strip(), "|") for selector in _path(path.strip()))


def _path(path: str) -> Iterator[Selector]:
    """One selector for each way to choose among the alternatives of its steps."""
    steps = list(_steps(path.removeprefix(".") if path.startswith(".//") else path))
    for chosen in _chosen([tests for _, _, tests in steps]):
        css, opened, closed = "", "", ""
        for number, ((combinator, tag, _), tests) in enumerate(zip(steps, chosen, strict=True)):
            css += (combinator if number else "") + _compound(tag, tests)
            begin, end = _element(tag, tests)
            opened, closed = (opened + closed + begin, end) if combinator == " ~ " else (opened + begin, end + closed)
        sample = f"{opened}{_TEXT}{closed}"
        yield Selector(css, f"<table>{sample}</table>" if steps[0][1] in _OF_TABLES else sample)


def _steps(path: str) -> Iterator[tuple[str, str, list[_Tests]]]:
    """Combinator, tag and alternatives of each step."""
    if not path:
        raise UntranslatableError("there is no path")
    rest = path
    while rest:
        step = _STEP.match(rest)
        if step is None or (rest is path and step["axis"] == "/" and step["tag"] != "html"):
            raise UntranslatableError(f"no selector for {rest!r}")
        rest = rest[step.end() :]
        predicates = []
        while rest.startswith("["):
            inner = _bracketed(rest)
            predicates.append(inner.strip())
            rest = rest[len(inner) + 2 :].lstrip()
        tag = "" if step["tag"] == "*" else step["tag"].lower()
        combinator = _COMBINATORS.get((step["axis"], step["named"] or ""))
        if combinator is None:
            raise UntranslatableError(f"no selector for {path!r}")
        yield combinator, tag, _all_of(predicates, tag)


def _all_of(predicates: list[str], tag: str) -> list[_Tests]:
    """The alternatives that a row of predicates leaves."""
    found: list[list[_Tests]] = []
    for number, predicate in enumerate(predicates):
        place = _PLACE.fullmatch(predicate)
        if place and number:
            raise UntranslatableError(f"no selector for [{predicate}] behind another condition")
        found.append([(_place(place, tag),)] if place else _either(predicate))
    return [_merged(chosen) for chosen in _chosen(found)]


def _place(place: regex.Match[str], tag: str) -> _Test:
    kind = "of-type" if tag else "child"
    if place["last"]:
        return _Test(f":last-{kind}")
    return _Test(f":nth-{kind}({place['number']})", before=int(place["number"]) - 1)


def _either(condition: str) -> list[_Tests]:
    """The alternatives of a condition: each is met where all of its tests are."""
    return [
        _merged(chosen)
        for one in _split(condition, " or ")
        for chosen in _chosen([_one(part.strip()) for part in _split(one, " and ")])
    ]


def _chosen(alternatives: list[list[_Tests]]) -> Iterator[tuple[_Tests, ...]]:
    """Every way to choose one of each."""
    if prod(map(len, alternatives)) > _MOST:
        raise UntranslatableError(f"it would take more than {_MOST} selectors")
    return product(*alternatives)


def _merged(chosen: Iterable[_Tests]) -> _Tests:
    return tuple(chain.from_iterable(chosen))


def _one(condition: str) -> list[_Tests]:
    if condition.startswith("(") and _bracketed(condition, "()") == condition[1:-1]:
        return _either(condition[1:-1])
    if condition.startswith("not(") and _bracketed(condition[3:], "()") == condition[4:-1]:
        return [tuple(_not(tests) for tests in _either(condition[4:-1]))]
    return [(_test(condition),)]


def _not(tests: _Tests) -> _Test:
    if not all(test.css for test in tests):
        raise UntranslatableError("no selector for not() of what is always so")
    return _Test(f":not({''.join(test.css for test in tests)})")


def _test(condition: str) -> _Test:
    """One comparison."""
    if among := _AMONG.fullmatch(condition):
        value = among["value"]
        if value != f" {value.strip()} " or len(value.split()) != 1:
            raise UntranslatableError(f"no selector for {condition!r}")
        return _attribute(among["name"], "~=", value.strip())
    if compared := _COMPARED.fullmatch(condition):
        return _attribute(compared["name"], "=", compared["value"])
    if (called := _CALLED.fullmatch(condition)) and called["value"]:
        return _attribute(called["name"], _OPERATORS[called["call"]], called["value"])
    if exists := regex.fullmatch(_ATTRIBUTE, condition):
        return _Test(f"[{exists['name'].lower()}]", ((exists["name"].lower(), "x"),))
    if regex.match(r"\.?//?|[a-z*]", condition) and "(" not in condition.partition("[")[0]:
        return _inside(condition)
    raise UntranslatableError(f"no selector for {condition!r}")


def _attribute(name: str, operator: str, value: str) -> _Test:
    name = name.lower()
    attributes = ((name, value),)
    short = {("class", "~="): ".", ("id", "="): "#"}.get((name, operator))
    if short and regex.fullmatch(r"-?[a-zA-Z_][\w-]*", value):
        return _Test(short + value, attributes)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return _Test(f'[{name}{operator}"{escaped}"]', attributes)


def _inside(path: str) -> _Test:
    """`[h3]`, `[.//img]`: an element that holds another."""
    below = path.removeprefix(".") if path.startswith("./") else f"/{path}"
    if path.startswith("/"):
        raise UntranslatableError(f"no selector for {path!r}")
    child = below.startswith("/") and not below.startswith("//")
    selectors = list(_path(f"//{below.lstrip('/')}"))
    held = ", ".join(("> " if child else "") + selector.css for selector in selectors)
    return _Test(f":has({held})", inside=selectors[0].sample)


def _compound(tag: str, tests: _Tests) -> str:
    return tag + "".join(test.css for test in tests) or "*"


def _element(tag: str, tests: _Tests) -> tuple[str, str]:
    """Begin and end of an element that the tests are true of."""
    tag = tag or "div"
    merged: dict[str, str] = {}
    for name, value in (pair for test in tests for pair in test.attributes):
        merged[name] = f"{merged[name]} {value}" if name in merged and value not in merged[name].split() else value
    written = "".join(f' {name}="{value.replace(chr(34), "&quot;")}"' for name, value in merged.items())
    before = f"<{tag}></{tag}>" * sum(test.before for test in tests)
    return f"{before}<{tag}{written}>{''.join(test.inside for test in tests)}", f"</{tag}>"


def _bracketed(text: str, pair: str = "[]") -> str:
    """What stands between the bracket that `text` begins with and the one that closes it."""
    depth = 0
    for place, character in _outside_strings(text):
        depth += (character == pair[0]) - (character == pair[1])
        if not depth:
            return text[1:place]
    raise UntranslatableError(f"a bracket is not closed: {text!r}")


def _split(text: str, separator: str) -> list[str]:
    """Split where no bracket and no string is open."""
    parts, depth, start = [], 0, 0
    for place, character in _outside_strings(text):
        depth += (character in "([") - (character in ")]")
        if not depth and text.startswith(separator, place):
            parts.append(text[start:place])
            start = place + len(separator)
    return [*parts, text[start:]]


def _outside_strings(text: str) -> Iterator[tuple[int, str]]:
    quote = ""
    for place, character in enumerate(text):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        else:
            yield place, character
