"""The six promises, as checks: each raises AssertionError and says what broke.

1. Subsequence: every output line is an input line, in order.
2. Accounting: each line is kept, or has exactly one removal with a known stage and a `by` that exists.
3. Determinism: the same result again, after other pages, in threads, in another process.
4. Do no harm: cleaning what was cleaned changes nothing.
5. Monotone: adding a plugin to a profile never brings a line back (hooks that judge by a score aside: see `scored`).
6. Never raise for a page.
"""

from __future__ import annotations

import pickle
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import unescape

from cleaner.engine import Cleaner
from cleaner.errors import PluginError
from cleaner.hooks import HEADLINE_STAGE, STAGES
from cleaner.model import Cleaned, Line
from cleaner.plan import Plan
from cleaner.segment import KINDS, read
from cleaner.testing.elsewhere import cleaned_elsewhere
from cleaner.testing.variants import Variant, variants
from cleaner.testing.watched import MisuseError, watched

_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,6})(?![0-9a-fA-F])|0*([0-9]{1,7})(?![0-9]))")
ELSEWHERE = "another result in a process with another PYTHONHASHSEED, where other pages came before"
_OTHER_PAGE = "Skip to content\n\nHarbor Keeper Counts Crabs Again\n\nJune 7, 2021\n\nShare"


SCORED = ("blog/remove_leftovers",)
"""The hooks of ours that judge lines by a score."""


DETERMINISM = "promise 3, determinism"
_PROMISES = {
    "determinism": DETERMINISM,
    "only_nominate": "promise 2, accounting",
    "never_raise": "promise 6, never raise for a page",
    "subsequence": "promise 1, subsequence",
    "accounting": "promise 2, accounting",
    "do_no_harm": "promise 4, do no harm",
    "monotone": "promise 5, monotone",
}
"""In the order in which they are checked: where a result is chance or a hook does what it may not, the rest follows."""


class BrokenPromise(AssertionError):  # noqa: N818 - it says what happened, as AssertionError does
    """A plugin breaks a promise, and on which page."""

    def __init__(self, promise: str, how: str, page: str) -> None:
        super().__init__(f"{promise}: {how}\nThe page: {page!r}")
        self.promise = promise
        self.how = how
        self.page = page


class Promises:
    """What `cleaner` promises for the pages of one profile.

    Args:
        cleaner: it knows the profile.
        profile: its name. Every page is cleaned with it, and again with the profile left to be found.
        scored: hooks that judge lines by a score of all that is around them. What another plugin takes changes
            such scores, so these hooks are switched off where `monotone` is checked.

    Raises:
        ProfileError: there is no such profile.
    """

    def __init__(self, cleaner: Cleaner, profile: str, *, scored: Iterable[str] = SCORED) -> None:
        self._cleaner = cleaner
        self._profile = profile
        self._watched = watched(cleaner, profile)
        self._variants, self._pairs = variants(cleaner, profile, scored)

    def check(self, source: str) -> None:
        """All of them, but for threads and other processes: see `in_threads` and `elsewhere`.

        Raises:
            BrokenPromise: it says which, and how.
        """
        for name, promise in _PROMISES.items():
            try:
                getattr(self, name)(source)
            except AssertionError as broken:
                raise BrokenPromise(promise, str(broken), source) from broken
            except Exception as error:
                if promise != DETERMINISM:  # else it is met again, when hooks have been watched
                    raise BrokenPromise(_PROMISES["never_raise"], str(error), source) from error

    def only_nominate(self, source: str) -> None:
        """A hook gives each mark once, and changes nothing of what it is given: the engine alone keeps the books."""
        for profile in (self._profile, None):
            try:
                self._watched.clean(source, profile=profile)
            except PluginError as error:  # others are for `never_raise`
                if isinstance(error.__cause__, MisuseError):
                    raise AssertionError(str(error)) from error

    def subsequence(self, source: str) -> None:
        """Output lines are input lines, in order; input lines are what the source says."""
        for kind in KINDS:
            for result in self._results(source, kind):
                lines = _shown(result.lines)
                _check_subsequence(_split(result.text), lines, "a line of the text is not one of the page")
                _check_source(source, lines, kind)

    def accounting(self, source: str) -> None:
        """The text is the lines that no removal names; each removal has a stage and somebody who did it."""
        for result in self._results(source):
            plan = self._cleaner.plan(result.profile)
            numbers = [removal.line.number for removal in result.removals]
            assert numbers == sorted(set(numbers)), f"a line has two removals, or they are out of order: {numbers}"
            kept = _shown([line for line in result.lines if line.number not in set(numbers)])
            assert _split(result.text) == kept, "the text is not the lines that were kept"
            known = set(_names(plan))
            for removal in result.removals:
                assert result.lines[removal.line.number] == removal.line, f"not a line of the page: {removal}"
                assert (removal.stage, removal.by) in known, f"nobody does this in that stage: {removal}"

    def determinism(self, source: str) -> None:
        """The same result a second time, after another page, and in threads that share the cleaner."""
        for profile in (self._profile, None):
            first = self._cleaner.clean(source, profile=profile)
            self._cleaner.clean(_OTHER_PAGE)
            assert self._cleaner.clean(source, profile=profile) == first, "another result after another page"
            assert pickle.loads(pickle.dumps(first)) == first, "the result does not survive a pickle"

    def in_threads(self, sources: Sequence[str]) -> None:
        """The same results from many threads at once."""
        expected = [self._cleaner.clean(source, profile=self._profile) for source in sources]
        with ThreadPoolExecutor(8) as pool:
            found = pool.map(lambda source: self._cleaner.clean(source, profile=self._profile), sources)
            for source, one, other in zip(sources, expected, found, strict=True):
                if one != other:
                    raise BrokenPromise(DETERMINISM, "another result in a thread", source)

    def elsewhere(self, sources: Sequence[str]) -> None:
        """The same results from two other processes, with other hash seeds and the pages in another order."""
        if (found := self.differing(sources)) is not None:
            raise BrokenPromise(DETERMINISM, ELSEWHERE, found)

    def differing(self, sources: Sequence[str]) -> str | None:
        """The first of the pages that comes out otherwise a second time or in another process, or None."""
        sources = [read(source).text for source in sources]
        expected = [self._cleaner.clean(source, profile=self._profile) for source in sources]
        for source, result in zip(sources, expected, strict=True):
            if self._cleaner.clean(source, profile=self._profile) != result:
                return source
        for seed in ("1", "4242") if sources else ():
            found = cleaned_elsewhere(self._cleaner, sources[::-1], self._profile, seed)[::-1]
            for source, one, other in zip(sources, expected, found, strict=True):
                if one != other:
                    return source
        return None

    def do_no_harm(self, source: str) -> None:
        """Cleaning a cleaned text gives the same text, with the profile given or found."""
        for profile in (self._profile, None):
            once = self._cleaner.clean(source, profile=profile)
            again = self._cleaner.clean(once.text, profile=profile, kind="text")
            gone = [(removal.line.text, removal.by) for removal in again.removals]
            told = f"cleaned as {once.profile}, then as {again.profile}, lost {gone}"
            assert again.text == once.text, f"{told}:\n{once.text!r}\n{again.text!r}"

    def monotone(self, source: str) -> None:
        """With one plugin more, no line is there that was not there without it.

        But for one case: in a page, an `outside` rule guards the article from everybody's rules about elements.
        A plugin that brings one may so keep what the others, left alone, would have taken with a broken container.
        """
        for kind, parts in (("text", _split), ("html", _characters)):
            left = {
                variant: parts(self._variants.clean(source, profile=variant.name, kind=kind).text)
                for variant in {variant for pair in self._pairs for variant in pair}
            }
            for fewer, more in self._pairs:
                if kind == "html" and self._guards(fewer) != self._guards(more):
                    continue
                told = f"{kind}: with plugins {', '.join(more.plugins)} stays what {', '.join(fewer.plugins)} removed"
                _check_subsequence(left[more], left[fewer], told)

    def _guards(self, variant: Variant) -> list[str]:
        return [selector for _, selector in self._variants.plan(variant.name).elements.outside]

    def never_raise(self, source: str | bytes) -> None:
        """Any source, of any kind, gives a result with a known status and a text that can be written."""
        odd = repr(source)[:200]
        for kind in KINDS:
            for url in (None, odd, f"http://[{odd}"):
                result = self._cleaner.clean(source, url=url, profile=self._profile, kind=kind)
                status = "ok" if result.text else "empty"
                assert result.status == status or result.status.startswith("cut: "), f"{status}: {result.status!r}"
                result.text.encode()

    def _results(self, source: str, kind: str = "auto") -> Iterator[Cleaned]:
        for profile in (self._profile, None):
            yield self._cleaner.clean(source, profile=profile, kind=kind)


def _names(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every (stage, by) that the ledger of a plan may show."""
    yield from ((planned.rule.stage, planned.name) for planned in plan.rules)
    yield from ((step.stage, f"{step.plugin}/remove_{step.stage}") for step in plan.steps if step.hook)
    yield from ((HEADLINE_STAGE, f"{plugin}/find_metadata") for plugin, _ in plan.find_metadata)
    assert {planned.rule.stage for planned in plan.rules} <= set(STAGES), "a rule has a stage that does not exist"


def _check_subsequence(part: Iterable[str], whole: Iterable[str], told: str) -> None:
    rest = iter(whole)
    for piece in part:
        assert piece in rest, f"{told}: {piece!r}"


def _check_source(source: str, lines: Sequence[str], kind: str) -> None:
    """Nothing was made up: a dump's lines are its words, and a page's have no characters but the page's."""
    found, given = "".join(lines), read(source).text
    if kind == "text":
        assert _characters(found) == _characters(given), "the lines of the dump are not its words"
    extra = Counter(_characters(found)) - Counter(given) - Counter(read(unescape(given)).text) - _controls(given)
    assert not extra, f"characters that the source does not have: {extra}"


def _controls(source: str) -> Counter[str]:
    """Control characters written as references, such as `&#x11;`: the parser reads them, `unescape` drops them."""
    codes = (int(found[1], 16) if found[1] else int(found[2]) for found in _REFERENCE.finditer(source))
    return Counter(chr(code) for code in codes if 0 < code < 32)


def _shown(lines: Iterable[Line]) -> list[str]:
    """The texts of the lines; code has several."""
    return [text for line in lines for text in _split(line.text)]


def _split(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def _characters(text: str) -> str:
    return "".join(text.split())
