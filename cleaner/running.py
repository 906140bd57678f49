"""One plan over one page: the metadata, the steps in their order, the ledger. It removes; plugins only nominate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice
from typing import Any

from cleaner.claims import Claim, Claims
from cleaner.errors import PluginError
from cleaner.hooks import HEADLINE_STAGE
from cleaner.ledger import Ledger, claim, knows, take, take_saying
from cleaner.metadata import DAY_FIELDS, day_fault, fault, tidied, to_be_checked
from cleaner.model import Candidate, Cleaned, Fact, FoundBy, Line, Metadata, Removal
from cleaner.page import Page
from cleaner.plan import Plan, Remover
from cleaner.render import render
from cleaner.rules import Extent

_candidate: Callable[[Iterable[Any]], Candidate] = partial(tuple.__new__, Candidate)
"""`Candidate(...)` in a third of the time."""


class Run:
    """One plan over one page. It lives as long as that takes."""

    def __init__(self, plan: Plan, page: Page, claims: Claims, gone: Ledger, least: float) -> None:
        self._plan = plan
        self._least = least
        """Confidence that a mark needs."""
        self._claims = claims
        self._page = page
        self._gone = gone
        """What the page knows to be gone."""
        self._reach: dict[int, tuple[int, int]] = {}
        """For each rule with an extent: where its second sign stands, and how far it has reached."""
        self._seen = {plugin: claims.seen_by(plugin) for plugin in plan.profile.plugins}

    def finish(self, cut: str) -> Cleaned:
        """Find the metadata, run every step, and put together what is left."""
        page = self._page
        page.metadata = self._find_metadata()
        waiting = self._claims.by_step()
        for place, step in enumerate(self._plan.steps):
            if place in waiting:
                self._apply(waiting[place])
            if step.hook is not None:
                self._mark(step.stage, step.plugin, step.hook)
        text = render(page)
        status = f"cut: {cut}" if cut else "ok" if text else "empty"
        removals = tuple(map(self._gone.__getitem__, sorted(self._gone)))
        return Cleaned(text, page.metadata, page.lines, removals, self._plan.profile.name, status, page.boxes)

    def _apply(self, claims: list[Claim]) -> None:
        """Let rules take the lines they matched and, where one has an extent and its second sign, those beyond."""
        plan, lines, gone, inside = self._plan, self._page.lines, self._gone, self._claims.inside
        stop = claim(claims, 0, lines, gone, inside, plan.entries, plan.given)
        while stop:
            number, order = claims[stop - 1]
            rule = plan.rules[order]
            for line in self._beyond(number, order, rule.rule.extent):
                if line.number not in gone:
                    gone[line.number] = Removal(line, *rule.entry)
            stop = claim(claims, stop, lines, gone, inside, plan.entries, plan.given)

    def _beyond(self, number: int, order: int, extent: Extent) -> Sequence[Line]:
        """The lines an extent adds, without those it added before: so a page of matches costs no more than one."""
        lines, after = self._page.lines, extent is Extent.AFTER
        if order not in self._reach:
            given = self._plan.given[order]
            signs = [line.number for line in lines if given.fullmatch(line.body)]
            self._reach[order] = (max(signs, default=-1), len(lines)) if after else (min(signs, default=len(lines)), 0)
        sign, done = self._reach[order]
        if sign <= number if after else sign >= number:
            return ()
        self._reach[order] = (sign, min(number, done) if after else number)
        return lines[number + 1 : done] if after else lines[done:number]

    def _mark(self, stage: str, plugin: str, remover: Remover) -> None:
        """Let a hook take the lines that it marks."""
        hook = f"remove_{stage}"
        marks = self._call(plugin, hook, remover)
        if marks and (wrong := take(marks, self._page.lines, self._gone, stage, f"{plugin}/{hook}", self._least)):
            raise self._failure(plugin, hook, wrong)

    def _fact_fault(self, fact: Fact) -> str | None:
        """What is wrong with a fact, that is None if it is as it should be."""
        if (wrong := fault(fact)) or fact.line is None or knows(self._page.lines, fact.line):
            return wrong
        return f"must yield a Fact whose line is on the page, not {fact.line!r}"

    def _find_metadata(self) -> Metadata:
        """The first plugin that finds a field wins. Every headline that a plugin shows leaves the text."""
        found: dict[str, Any] = {}
        found_by: dict[str, str] = {}
        rejected: list[Candidate] = []
        for plugin, finder in self._plan.find_metadata:
            facts = self._call(plugin, "find_metadata", finder)
            for fact in to_be_checked(facts):
                if wrong := self._fact_fault(fact):
                    raise self._failure(plugin, "find_metadata", wrong)
            for field, value, line, source in facts:
                if not value and value is not False:
                    continue
                by = f"{plugin}/{source}" if source else plugin
                if line is not None and field == "title":
                    self._take_headline(plugin, line)
                if field in found:
                    rejected.append(_candidate((field, value, by)))
                elif (own := tidied(value)) or own is False:
                    if field in DAY_FIELDS and (wrong := day_fault(field, own)):
                        raise self._failure(plugin, "find_metadata", wrong)
                    found[field], found_by[field] = own, by
        return Metadata(**found, found_by=FoundBy(found_by), rejected=tuple(rejected))

    def _take_headline(self, plugin: str, headline: Line) -> None:
        """The line of the title leaves the text, and so do its repetitions."""
        entry = HEADLINE_STAGE, f"{plugin}/find_metadata", "the headline"
        take_saying(headline.text, self._page.lines, self._gone, entry)

    def _call(self, plugin: str, hook: str, function: Callable[[Page], Iterable[Any] | None]) -> list[Any]:
        """Drain one hook. It may yield as often as it likes, within reason: a page has so many lines."""
        most = 4 * len(self._page.lines) + 1000
        self._page.claims = self._seen[plugin]
        try:
            given = list(islice(function(self._page) or (), most + 1))
        except Exception as error:
            raise self._failure(plugin, hook, f"{type(error).__name__}: {error}") from error
        if len(given) > most:
            raise self._failure(plugin, hook, f"yielded more than {most} times for {len(self._page.lines)} lines")
        return given

    def _failure(self, plugin: str, hook: str, what: str) -> PluginError:
        stage = hook.removeprefix("remove_")
        page = self._page.url or next((repr(line.text[:60]) for line in self._page.lines), "an empty page")
        return PluginError(f"plugin {plugin!r}, {hook}, on {page}: {what}", plugin=plugin, stage=stage, page=page)
