"""The engine: choose a plan, run it over a page, write the ledger. It removes; plugins only nominate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import islice
from typing import Any

from cleaner.claims import Claim, Claims
from cleaner.discovery import Plugin, discover
from cleaner.errors import PluginError, ProfileError
from cleaner.hooks import HEADLINE_STAGE
from cleaner.loading import LoadedPlugin, all_profiles, load
from cleaner.matching import LineMatcher
from cleaner.metadata import fault, language_detector, own_url, tidied
from cleaner.model import CAREFUL, Candidate, Cleaned, Fact, FoundBy, Line, Mark, Metadata, Removal
from cleaner.page import Page
from cleaner.plan import Plan, build, check_without
from cleaner.profiles import DEFAULT_PROFILE, FINGERPRINTS_NEEDED, MARKUP_WITHIN, Profile, by_host, host_of, hosts
from cleaner.render import render
from cleaner.rules import Extent
from cleaner.seek import Signs
from cleaner.segment import KINDS, Document, Segmented, is_page, parse, read, segment_text
from cleaner.sieve import Texts, bodies

_removal: Callable[[Iterable[Any]], Removal] = partial(tuple.__new__, Removal)
"""`Removal(...)` in a third of the time; a page has hundreds."""


class Cleaner:
    """Cleans pages. Build it once; it is immutable and threads may share it.

    Args:
        plugins: which plugins to use; those installed if None.
        without: rules to switch off in every profile, such as `("blog/related",)`.
        careful: remove only what a hook is sure about; see `Mark.confidence`. Rules are always sure.
        detect_language: tell the language of the text where the page does not; needs the extra `language`.

    Raises:
        PluginError: a plugin is broken. ProfileError: a profile or `without` names what is not there.
        MissingExtraError: the extra is not installed.
    """

    def __init__(
        self,
        plugins: Iterable[Plugin] | None = None,
        *,
        without: Iterable[str] = (),
        careful: bool = False,
        detect_language: bool = False,
    ) -> None:
        self._least = CAREFUL if careful else 0.0
        self._language = language_detector() if detect_language else None
        loaded = load(discover() if plugins is None else list(plugins))
        by_name = {item.name: item for item in loaded}
        off = frozenset(without)
        check_without(by_name, sorted(off), "without")
        self._plugins = loaded
        self._plans = {name: build(profile, by_name, off) for name, profile in all_profiles(loaded).items()}
        self._profiles = tuple(plan.profile for plan in self._plans.values())
        self._hosts = hosts(self._profiles)
        self._signed = [profile.name for profile in self._profiles for _ in profile.markup]
        self._markup = Signs([sign for profile in self._profiles for sign in profile.markup])
        self._fingerprints, self._owners = _fingerprints(self._profiles)

    @property
    def plugins(self) -> tuple[LoadedPlugin, ...]:
        """The plugins in use, sorted by name."""
        return self._plugins

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """The known profiles, sorted by name."""
        return self._profiles

    def plan(self, profile: str) -> Plan:
        """The frozen order of a profile.

        Raises:
            ProfileError: there is none of that name.
        """
        try:
            return self._plans[profile]
        except KeyError:
            known = ", ".join(self._plans) or "none"
            raise ProfileError(f"there is no profile {profile!r}; known: {known}") from None

    def clean(
        self, source: str | bytes, *, url: str | None = None, profile: str | None = None, kind: str = "auto"
    ) -> Cleaned:
        """Clean one page or dump.

        Args:
            source: HTML or a text dump. Bytes are decoded by BOM, UTF-8, declared charset, detection.
            url: where it came from; its host chooses the profile.
            profile: the name of the profile to use; None chooses by host, then by content, then `blog`.
            kind: "html", "text", or "auto" to tell by looking.

        Returns:
            What is left, with metadata and the ledger. Any source gives a result; `status` says if it is whole.

        Raises:
            ProfileError: `profile` is unknown. ValueError: `kind` is. PluginError: a plugin's hook failed.
        """
        if kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {kind!r}")
        plan = self.plan(profile) if profile is not None else None
        page = read(source)
        clean_as = self._clean_html if kind == "html" or (kind == "auto" and is_page(page)) else self._clean_text
        result = clean_as(page.utf8, url, plan)
        return result if self._language is None else self._with_language(result, self._language)

    def _with_language(self, result: Cleaned, detect: Callable[[str], str | None]) -> Cleaned:
        found = result.metadata
        if found.language is not None or (language := detect(result.text)) is None:
            return result
        found_by = FoundBy({**found.found_by, "language": "detected"})
        return replace(result, metadata=replace(found, language=language, found_by=found_by))

    def _clean_html(self, utf8: bytes, url: str | None, plan: Plan | None) -> Cleaned:
        document = parse(utf8)
        named = plan.profile.name if plan is not None else self._profile_of_html(document, url)
        walked, said = _segment(document, plan := self.plan(named or DEFAULT_PROFILE))
        if named is None and (recognised := self._by_fingerprint(said)):
            walked, said = _segment(document, plan := self.plan(recognised))
        return self._run(plan, walked, said, document, url)

    def _clean_text(self, utf8: bytes, url: str | None, plan: Plan | None) -> Cleaned:
        split = segment_text(utf8)
        said = bodies(split)
        if plan is None:
            recognised = self._by_host(url) or self._by_fingerprint(said)
            plan = self.plan(recognised or DEFAULT_PROFILE)
        return self._run(plan, split, said, None, url)

    def _run(self, plan: Plan, found: Segmented, said: Texts, tree: Document | None, url: str | None) -> Cleaned:
        gone: dict[int, Removal] = {}
        page = Page(url, found.lines, tree, None, gone, boxes=found.boxes, columns=found.columns)
        claims = Claims(plan, said, found.taken, found.lines)
        result = _Run(plan, page, claims, gone, self._least).finish(tree.cut if tree is not None else "")
        return replace(result, code=found.code) if found.code else result

    def _by_host(self, url: str | None) -> str | None:
        return by_host(self._hosts, host_of(url)) if url else None

    def _by_fingerprint(self, said: Texts) -> str | None:
        """The profile with the most fingerprints among what lines say, if they are enough."""
        found = set(self._fingerprints.match_all(said).values())
        if len(found) < FINGERPRINTS_NEEDED:
            return None
        seen = Counter(self._owners[number] for number in found)
        best = max(seen, key=lambda name: (seen[name], name), default=None)
        return best if best is not None and seen[best] >= FINGERPRINTS_NEEDED else None

    def _profile_of_html(self, document: Document, url: str | None) -> str | None:
        """By the URL's host, the host the page itself names, then by its markup."""
        return self._by_host(url) or self._by_host(own_url(document.head())) or self._by_markup(document.source)

    def _by_markup(self, source: bytes) -> str | None:
        number = self._markup.first(source, MARKUP_WITHIN)
        return self._signed[number] if number is not None else None


def clean(source: str | bytes, *, url: str | None = None, profile: str | None = None, kind: str = "auto") -> Cleaned:
    """Clean one page or dump with the installed plugins; see `Cleaner.clean`."""
    return _installed().clean(source, url=url, profile=profile, kind=kind)


@cache
def _installed() -> Cleaner:
    """Made on first use and never changed: not state, only work not done twice."""
    return Cleaner()


def _segment(document: Document, plan: Plan) -> tuple[Segmented, Texts]:
    """The lines of a page, and the bodies of those that no rule took with their elements."""
    walked = document.segment(plan.elements)
    return walked, bodies(walked)


def _fingerprints(profiles: Iterable[Profile]) -> tuple[LineMatcher, tuple[str, ...]]:
    """All fingerprints in one matcher, and the profile each belongs to."""
    pairs = [(profile.name, pattern) for profile in profiles for pattern in profile.fingerprints]
    return LineMatcher(list(enumerate(pattern for _, pattern in pairs))), tuple(name for name, _ in pairs)


class _Run:
    """One plan over one page."""

    def __init__(self, plan: Plan, page: Page, claims: Claims, gone: dict[int, Removal], least: float) -> None:
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
                self._mark(step.stage, step.plugin, self._call(step.plugin, f"remove_{step.stage}", step.hook))
        text = render(page.lines, page.kept())
        status = f"cut: {cut}" if cut else "ok" if text else "empty"
        removals = tuple([self._gone[number] for number in sorted(self._gone)])
        return Cleaned(text, page.metadata, page.lines, removals, self._plan.profile.name, status, page.boxes)

    def _apply(self, claims: Iterable[Claim]) -> None:
        """Let rules take the lines they matched and, where one has an extent and its second sign, those beyond."""
        lines, rules, gone, reaching = self._page.lines, self._plan.rules, self._gone, self._plan.given
        for number, order, takes in claims:
            entry = rules[order].entry
            if takes and number not in gone:
                gone[number] = _removal((lines[number], *entry))
            if order in reaching:
                for line in self._beyond(number, order, rules[order].rule.extent):
                    if line.number not in gone:
                        gone[line.number] = _removal((line, *entry))

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

    def _mark(self, stage: str, plugin: str, marks: list[Any]) -> None:
        by, least = f"{plugin}/remove_{stage}", self._least
        lines, gone = self._page.lines, self._gone
        for mark in marks:
            line, why, confidence = mark if isinstance(mark, Mark) else (None, None, 0.0)
            if not isinstance(line, Line) or not isinstance(why, str):
                raise self._failure(plugin, f"remove_{stage}", f"must yield Mark(line, why), not {mark!r}")
            number = line.number
            if not 0 <= number < len(lines) or (lines[number] is not line and lines[number] != line):
                raise self._failure(plugin, f"remove_{stage}", f"marked a line that is not on the page: {line!r}")
            if number not in gone and confidence >= least:
                gone[number] = _removal((lines[number], stage, by, why))

    def _find_metadata(self) -> Metadata:
        """The first plugin that finds a field wins. Every headline that a plugin shows leaves the text."""
        found: dict[str, Any] = {}
        found_by: dict[str, str] = {}
        rejected: list[Candidate] = []
        for plugin, finder in self._plan.find_metadata:
            for fact in self._call(plugin, "find_metadata", finder):
                if (wrong := fault(fact)) is not None:
                    raise self._failure(plugin, "find_metadata", wrong)
                field, value, _, source = fact
                if value is None or value == "" or value == ():
                    continue
                by = f"{plugin}/{source}" if source else plugin
                if field == "title":
                    self._take_headline(plugin, fact)
                if field in found:
                    rejected.append(Candidate(field, value, by))
                elif (own := tidied(value)) not in ("", ()):
                    found[field], found_by[field] = own, by
        return Metadata(**found, found_by=FoundBy(found_by), rejected=tuple(rejected))

    def _take_headline(self, plugin: str, fact: Fact) -> None:
        """The line of the title leaves the text, and so do its repetitions."""
        if fact.line is None:
            return
        text, by = fact.line.text, f"{plugin}/find_metadata"
        for line in [line for line in self._page.lines if line.text == text]:
            self._gone[line.number] = _removal((line, HEADLINE_STAGE, by, "the headline"))

    def _call(self, plugin: str, hook: str, function: Callable[[Page], Iterable[Any] | None]) -> list[Any]:
        """Drain one hook. It may yield as often as it likes, within reason: a page has so many lines."""
        most = 4 * len(self._page.lines) + 100
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
