"""Rules among others: which never take anything, and which could be left out and nobody would see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from cleaner.check.findings import Finding, warning
from cleaner.check.subject import Subject, cleaned
from cleaner.claims import Claims
from cleaner.model import Cleaned
from cleaner.plan import Plan
from cleaner.rules import Rule
from cleaner.segment import parse
from cleaner.sieve import Texts
from cleaner.testing import Case
from cleaner.testing.golden import check_removed


def among_others(subject: Subject) -> Iterator[Finding]:
    """Rules that another one shadows, that fire on no fixture, or whose removal changes no expectation."""
    fired = _fired(subject.results)
    for rule in subject.plugin.rules:
        name, place = subject.name(rule), subject.place(rule)
        if name in fired:
            if told := _without_effect(subject, name, fired[name]):
                yield warning("no-effect", name, told, place)
        elif shadows := _shadows(subject, rule):
            told = f"{' and '.join(sorted(shadows))} takes its sample first; take out what both match, or one of them"
            yield warning("shadowed", name, told, place)
        elif subject.results:
            yield warning("never-fires", name, "it fires on no fixture; write one with what it is for", place)


def _fired(results: Mapping[Case, Cleaned]) -> Mapping[str, list[Case]]:
    """The fixtures on which each rule took a line."""
    fired = defaultdict[str, list[Case]](list)
    for case, result in results.items():
        for name in dict.fromkeys(removal.by for removal in result.removals):
            fired[name].append(case)
    return fired


def _without_effect(subject: Subject, name: str, cases: Collection[Case]) -> str:
    """Who takes what the rule takes when it is left out, if that is all that changes; else nothing."""
    engine = subject.unscored([name])
    takers = set()
    for case in cases:
        before, after = subject.results[case], cleaned(engine, case)
        if after is None or _shown(before) != _shown(after) or not _is_removed(after, case):
            return ""
        own = {removal.line.number for removal in before.removals if removal.by == name}
        takers |= {removal.by for removal in after.removals if removal.line.number in own}
    instead = f": {', '.join(sorted(takers))} would take the same lines" if takers else ""
    return f"without it every fixture comes out the same{instead}; write one that needs it, or leave it out"


def _shown(result: Cleaned) -> tuple[object, ...]:
    return result.text, result.metadata


def _is_removed(result: Cleaned, case: Case) -> bool:
    try:
        check_removed(result, case.facts["removed"])
    except AssertionError:
        return False
    return True


def _shadows(subject: Subject, rule: Rule) -> Collection[str]:
    """The rules that take all that this one shows of itself, in every plan that has it; none if it gets a line."""
    name = subject.name(rule)
    plans = [plan for plan in subject.plans if any(planned.name == name for planned in plan.rules)]
    found: set[str] = set()
    for plan in plans:
        takers = _takers(rule, plan)
        if name in takers or not takers:
            return ()
        found |= takers
    return found


def _takers(rule: Rule, plan: Plan) -> set[str]:
    """The rules that are first to match the sample or a phrase."""
    if rule.is_textual:
        matched = Claims(plan, Texts.of((rule.sample, *sorted(rule.phrases)))).first
    else:
        matched = parse(rule.sample.encode()).segment(plan.elements).taken
    return {plan.rules[order].name for order in matched.values()}
