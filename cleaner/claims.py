"""Which rules claim which lines of a page: matched once, before anything is removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner.model import Line
from cleaner.plan import Plan

_NOTHING: Mapping[int, int] = {}


class Claim(NamedTuple):
    """A rule, by its place in the plan, on a line."""

    line: int
    order: int
    takes: bool = True
    """If not, it stands in an element that another rule takes, and only its extent counts."""


class Claims:
    """The claims on one page: for each plugin the first of its rules that matches a line, whatever others match.

    So no plugin hides from another one's hooks and extents what would be there without it.
    """

    __slots__ = ("_own", "_plan", "_taken", "first")

    def __init__(
        self, plan: Plan, bodies: Mapping[int, str], taken: Mapping[int, int] = _NOTHING, lines: Sequence[Line] = ()
    ) -> None:
        """`bodies`: what each line says that no rule took with its element; `taken`: which rule took which other."""
        self._plan = plan
        self._own = {plugin: matcher.match_all(bodies) for plugin, matcher in plan.matchers}
        self.first: Mapping[int, int] = {**self._earliest(), **taken}
        """For each line that any rule takes the first of them, by its place in the plan."""
        self._taken = tuple(_inside(plan, [lines[number] for number in taken])) if plan.extents and taken else ()

    def _earliest(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for own in self._own.values():
            found |= {number: order for number, order in own.items() if order < found.get(number, order + 1)}
        return found

    def by_step(self) -> Mapping[int, Sequence[Claim]]:
        """The claims of each step of the plan, in the order of the lines."""
        steps, rules = defaultdict[int, list[Claim]](list), self._plan.rules
        claims = {Claim(*found) for found in self.first.items()}
        if len(self._own) > 1:
            claims.update(Claim(*found) for own in self._own.values() for found in own.items())
        for claim in sorted(claims.union(self._taken)):
            steps[rules[claim.order].step].append(claim)
        return steps

    def seen_by(self, plugin: str) -> dict[int, str]:
        """Line number to `plugin/rule`: the plugin's own rule where it has one, else the first of the others'."""
        rules, own = self._plan.rules, self._own.get(plugin, {})
        return {number: rules[order].name for number, order in {**self.first, **own}.items()}


def _inside(plan: Plan, elements: Iterable[Line]) -> Iterator[Claim]:
    """The claims of rules with an extent on what stands in elements that go whole."""
    for element in elements:
        pieces = element.text.split("\n")
        for matcher in plan.extents:
            yield from (Claim(element.number, order, False) for order in set(matcher.match_texts(pieces).values()))
