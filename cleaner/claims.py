"""Which rules claim which lines of a page: matched once, before anything is removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cleaner.model import Line
from cleaner.plan import Plan
from cleaner.sieve import Texts

_NOTHING: Mapping[int, int] = {}


Claim = tuple[int, int]
"""A line, and a rule by its place in the plan."""


class Claims:
    """The claims on one page: for each plugin the first of its rules that matches a line, whatever others match.

    So no plugin hides from another one's hooks and extents what would be there without it.
    """

    __slots__ = ("_own", "_plan", "first", "inside")

    def __init__(
        self, plan: Plan, bodies: Texts, taken: Mapping[int, int] = _NOTHING, lines: Sequence[Line] = ()
    ) -> None:
        """`bodies`: what each line says that no rule took with its element; `taken`: which rule took which other."""
        self._plan = plan
        self._own = {plugin: matcher.match_all(bodies) for plugin, matcher in plan.matchers}
        self.first: Mapping[int, int] = {**self._earliest(), **taken}
        """For each line that any rule takes the first of them, by its place in the plan."""
        self.inside = (
            frozenset(_inside(plan, [lines[number] for number in taken])) if plan.extents and taken else frozenset()
        )
        """Claims on lines in elements that another rule takes: of these rules only the extents count."""

    def _earliest(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for own in self._own.values():
            found |= {number: order for number, order in own.items() if order < found.get(number, order + 1)}
        return found

    def by_step(self) -> Mapping[int, list[Claim]]:
        """The claims of each step of the plan, in the order of the lines."""
        steps, rules = defaultdict[int, list[Claim]](list), self._plan.rules
        claims = set(self.first.items()).union(self.inside, *[own.items() for own in self._own.values()])
        for claim in sorted(claims):
            _, order = claim
            steps[rules[order].step].append(claim)
        return steps

    def seen_by(self, plugin: str) -> dict[int, str]:
        """Line number to `plugin/rule`: the plugin's own rule where it has one, else the first of the others'."""
        rules, own = self._plan.rules, self._own.get(plugin, {})
        return {number: rules[order].name for number, order in {**self.first, **own}.items()}


def _inside(plan: Plan, elements: Iterable[Line]) -> Iterator[Claim]:
    """The claims of rules with an extent on what stands in elements that go whole."""
    pieces = [(element.number, piece) for element in elements for piece in element.text.split("\n")]
    texts = Texts.of([piece for _, piece in pieces])
    for matcher in plan.extents:
        yield from ((pieces[place][0], order) for place, order in matcher.match_all(texts).items())
