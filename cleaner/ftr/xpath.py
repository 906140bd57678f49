"""The part of XPath that site configurations use and that CSS can say, as CSS.

Paths go down (`/`, `//`), to siblings, and back up where one step led there; what is asked of an element is its
attributes, its text, its place, and what stands in it, around it or beside it, joined by `and`, `or` and `not`. Each
alternative becomes a selector of its own. What CSS has no words for is refused by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from math import prod
from typing import NamedTuple

import regex

from cleaner.ftr.brackets import bracketed, is_within, split
from cleaner.ftr.comparisons import compared, placed
from cleaner.ftr.selectors import Condition, Conditions, Selector, Step, UntranslatableError, in_table, joined, wrapping

Path = tuple[Step, ...]
_STEP = regex.compile(
    r"\s*(?<slash>//?)\s*"
    r"(?:(?<up>\.\.)|(?:(?<axis>[a-z-]+)\s*::\s*)?(?<tag>[a-zA-Z][\w-]*+(?!\s*[(:])|\*|node\(\)))\s*"
)
_WHOLE_WAY = regex.compile(r"/\s*descendant-or-self::node\(\)\s*/")
_BY_ID = regex.compile(r"""id\(\s*(["'][^"']*["'])\s*\)""")
_COUNT = regex.compile(r"count\((?<path>.+)\)\s*(?:(?<some>> *0|>= *1|!= *0)|(?<none>= *0|< *1))")
_RELATIVE = regex.compile(r"\.\.|\.//?|\*|[a-zA-Z][\w-]*+(?!\s*\()")
_DOWN = {
    ("/", "child"): " > ",
    ("//", "child"): " ",
    ("/", "descendant"): " ",
    ("//", "descendant"): " ",
    ("/", "following-sibling"): " ~ ",
}
_BACK = {"parent": "> ", "ancestor": "", "preceding-sibling": "~ "}
"""How `:has()` says that an element is reached so."""
_BESIDE = {"parent": " > *", "ancestor": " *", "preceding-sibling": " ~ *"}
"""How `:is()` says that such an element is there."""
_ALONE = frozenset({"self", "following-sibling", *_BESIDE})
"""Axes that a condition may ask for one step on."""
_MOST = 60
"""Selectors that one path may become."""


class _Read(NamedTuple):
    """A step as it is written."""

    slash: str
    axis: str
    tag: str
    predicates: Sequence[str]

    @property
    def is_next(self) -> bool:
        """Whether it is a neighbour: the nearest sibling, whatever its tag."""
        return self.axis.endswith("-sibling") and not self.tag and self.predicates[:1] == ["1"]


def to_css(xpath: str) -> tuple[Selector, ...]:
    """The selectors that together match what an XPath does in an HTML page.

    Raises:
        UntranslatableError: CSS has no words for a part of it; the message names the part.
    """
    found = (joined(path) for written in _union(xpath) for path in _paths(_steps(_absolute(written))))
    return tuple(selector._replace(sample=in_table(selector.sample)) for selector in found)


def _union(xpath: str) -> list[str]:
    """The paths between the `|` of an XPath."""
    whole = xpath.strip()
    return _union(whole[1:-1]) if is_within(whole) else split(whole, "|")


def _absolute(path: str) -> str:
    """A path from the document, in the short form."""
    path = _BY_ID.sub(r"//*[@id=\1]", path, 1) if path.startswith("id(") else path
    path = _WHOLE_WAY.sub("//", path.removeprefix(".") if path.startswith(".//") else path)
    if not path:
        raise UntranslatableError("there is no path")
    if regex.match(r"/\s*(?!/|html\b|descendant::)", path):
        raise UntranslatableError(f"no selector for {path!r}")
    return path.replace("-or-self", "", 1) if path.startswith("//descendant-or-self::") else path


def _steps(path: str) -> Iterator[_Read]:
    rest = path
    while rest:
        step = _STEP.match(rest)
        if step is None:
            raise UntranslatableError(f"no selector for {rest!r}")
        rest = rest[step.end() :]
        predicates = []
        while rest.startswith("["):
            inner = bracketed(rest)
            predicates.append(inner.strip())
            rest = rest[len(inner) + 2 :].lstrip()
        axis = "parent" if step["up"] else step["axis"] or "child"
        tag = "" if step["up"] or step["tag"] in ("*", "node()") else step["tag"].lower()
        yield _Read(step["slash"], axis, tag, predicates)


def _paths(steps: Iterable[_Read]) -> list[Path]:
    """Where the steps lead: a path for each way to choose among their alternatives."""
    paths: list[Path] = [()]
    for step in steps:
        found = _all_of(step)
        _check_few(len(paths) * len(found))
        paths = [_further(path, step, conditions) for path, conditions in product(paths, found)]
    return paths


def _further(path: Path, step: _Read, conditions: Conditions) -> Path:
    """The path with one more step; a step back makes what it leaves a condition of where it arrives."""
    if step.axis not in _BACK:
        combinator = " + " if step.is_next else _DOWN.get((step.slash, step.axis))
        if combinator is None or (not path and step.axis.endswith("sibling")):
            raise UntranslatableError(f"no selector for {step.slash}{step.axis}::{step.tag or '*'}")
        return (*path, Step(combinator, step.tag, conditions))
    if not path or step.slash == "//":
        raise UntranslatableError(f"no selector for {step.axis}:: at this place")
    *before, left = path
    held = _held("+ " if step.is_next else _BACK[step.axis], (left,))
    if step.axis == "preceding-sibling" or not before:
        return (*before, Step(left.combinator, step.tag, (held, *conditions)))
    if step.axis == "ancestor" or left.combinator != " > ":
        raise UntranslatableError(f"no selector for {step.axis}:: behind more than one step")
    *before, parent = before
    at_it = Condition(tag=step.tag)
    return (*before, Step(parent.combinator, parent.named, (*parent.conditions, held, at_it, *conditions)))


def _held(relation: str, path: Path) -> Condition:
    """That an element has another one in it, or behind it."""
    css, sample, _ = joined(path, "b")
    css = f":has({relation}{'*' if css[0] == ':' else ''}{css})"  # the parser's `:has()` wants a tag before a colon
    return Condition(css, behind=sample) if relation in ("~ ", "+ ") else Condition(css, inside=sample)


def _all_of(step: _Read) -> list[Conditions]:
    """The alternatives that the predicates of a step leave."""
    found: list[list[Conditions]] = []
    for number, predicate in enumerate(step.predicates):
        counted = number == 0 and step.axis == "child"
        if step.is_next and number == 0:
            continue  # its axis says so
        place = placed(predicate, step.tag)
        if place and not counted:
            raise UntranslatableError(
                f"no selector for [{predicate}] behind another condition or on the way to siblings"
            )
        found.append([(place,)] if place else _either(predicate, step.tag if counted else None))
    return [_merged(chosen) for chosen in _chosen(found)]


def _either(condition: str, tag: str | None) -> list[Conditions]:
    """The alternatives of a condition: each is met where all in it are.

    Args:
        condition: as it is written.
        tag: of the element, "" for any; None where `position()` does not count its like.
    """
    return [
        _merged(chosen)
        for one in split(condition, " or ")
        for chosen in _chosen([_one(part, tag) for part in split(one, " and ")])
    ]


def _one(condition: str, tag: str | None) -> list[Conditions]:
    if is_within(condition):
        return _either(condition[1:-1], tag)
    if condition.startswith("not") and is_within(inner := condition[3:].lstrip()):
        return [tuple(_not(conditions) for conditions in _either(inner[1:-1], tag))]
    if counted := _COUNT.fullmatch(condition):
        return _one(counted["path"] if counted["some"] else f"not({counted['path']})", tag)
    if len(parts := split(condition, "|")) > 1:
        return [conditions for part in parts for conditions in _one(part, tag)]
    if "position()" in condition and tag is not None and (place := placed(condition, tag)):
        return [(place,)]
    found = compared(condition)
    if found is None and _RELATIVE.match(condition):
        found = _related(condition)
    if found is None:
        raise UntranslatableError(f"no selector for {condition!r}")
    return found


def _related(condition: str) -> list[Conditions]:
    """That there is an element in this one (`h3`, `.//img`), around it or beside it."""
    first, *more = _steps(condition.removeprefix(".") if regex.match(r"\./", condition) else f"/{condition}")
    if more and first.axis in _ALONE:
        raise UntranslatableError(f"no selector for {condition!r}")
    if first.axis == "self":
        return [(Condition(tag=first.tag), *conditions) for conditions in _all_of(first)]
    if first.axis in _ALONE:
        seen = [(Step("", first.tag, conditions),) for conditions in _all_of(first)]
        if first.axis == "following-sibling":
            return [(_held("+ " if first.is_next else "~ ", path),) for path in seen]
        return [(_beside(" + *" if first.is_next else _BESIDE[first.axis], path),) for path in seen]
    relation = "> " if (first.slash, first.axis) == ("/", "child") else ""
    return [(_held(relation, path),) for path in _paths([first, *more])]


def _beside(relation: str, path: Path) -> Condition:
    """That an element stands in another one, or behind it."""
    css = f":is({joined(path).css}{relation})"
    opened, closed = wrapping(path)
    return Condition(css, before=opened + closed) if relation[1] in "~+" else Condition(css, around=(opened, closed))


def _not(conditions: Conditions) -> Condition:
    css = Step("", "", conditions).css
    if css == "*":
        raise UntranslatableError("no selector for not() of what is always so")
    others = "".join(one.before for one in conditions) + "<{tag}></{tag}>"
    return Condition(f":not({css})", before=others, behind=others) if "-of-type" in css else Condition(f":not({css})")


def _chosen(alternatives: Sequence[Sequence[Conditions]]) -> Iterator[tuple[Conditions, ...]]:
    """Every way to choose one of each."""
    _check_few(prod(map(len, alternatives)))
    return product(*alternatives)


def _check_few(number: int) -> None:
    if number > _MOST:
        raise UntranslatableError(f"it would take more than {_MOST} selectors")


def _merged(chosen: Iterable[Conditions]) -> Conditions:
    return tuple(chain.from_iterable(chosen))
