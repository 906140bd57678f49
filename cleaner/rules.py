"""Rules: most of a plugin, as data. A rule names what goes, and carries its own test."""

from __future__ import annotations

from collections.abc import Hashable, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum

import regex

from cleaner.errors import RuleError
from cleaner.hooks import STAGES
from cleaner.patterns import Pattern, alternatives, compile_pattern, compiled

LONGEST_MATCHED = 400
"""Longer lines are prose; line patterns are not tried on them (phrases are), which bounds their cost."""

TRIMMED = " \t\u00a0\u200b\ufeff»«›‹→←↓↑▶►▸▼▲•·|–—-:…*+#=><.,"
"""Ornament around a phrase, ignored on both sides of the comparison."""

APOSTROPHE = "\u2019"
"""The typographic one, which phrases read as the straight one."""


MATCHERS = ("css", "words", "line", "phrases", "outside")


class Extent(StrEnum):
    """How far a line match reaches."""

    LINE = "line"
    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one kind of boilerplate looks like.

    Exactly one matcher:
        css: HTML; the matched elements and all they hold. Lists of plain tags, classes, ids
            attributes and their compounds, also below a tag, cost next to nothing
            (`aside, .share, div#ads.top, a h2, header:not(main header)`); others cost a query a page.
        words: HTML; elements with one of these words in a class or in the id, lower case, where
            words are what stands between `-`, `_` and changes of case; "share bar" needs both in one name.
            Slugs (long ids, ids of headings), names drawn by lot (`k9dAdTo`), terms that WordPress files a
            post under and classes such as `has-sidebar` do not count, and an element that holds much of
            the page's prose is spared (but not from a rule on comments).
        Neither css nor words take a button, or what has its role, that is the heading of an answer which
            folds out: it stands in a heading or holds one, it is a question of five words or more, or it has
            `aria-expanded` and a sentence comes next. Nor do they take a phrase out of a sentence, such as the
            link in `On <a class="date">May 3</a> they met.`, unless the rule is for what is `unseen`.
        line: a pattern for the whole line, without its list marker. Case counts; write `(?i:...)` where not.
        phrases: whole lines, case-folded, without surrounding ornament.
        outside: HTML; everything that is not inside a match. No match, no effect.

    Args:
        name: unique in its plugin; the ledger shows `plugin/name`.
        stage: one of `cleaner.STAGES`.
        extent: with `line` or `phrases`: also take everything AFTER or BEFORE the match,
            provided a line on that side matches `given`.
        given: the second, independent sign that an extent needs; a whole-line pattern.
        sample: what it must remove: a line, or HTML for css, words and outside.
        spares: what it must leave alone, where the rule is risky.
        why: shown in the ledger; the matcher itself where it is left out.
        unseen: with `css` or `words`: what it takes is not to be seen on the page, so it leaves sentences, too.
        place: file and line where it is written, for messages; rules from TOML files have it.
    """

    name: str
    stage: str
    css: str = ""
    words: frozenset[str] = frozenset()
    line: str = ""
    phrases: Set[str] = frozenset()
    outside: str = ""
    extent: Extent = Extent.LINE
    given: str = ""
    sample: str = ""
    spares: str = ""
    why: str = ""
    unseen: bool = False
    place: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not regex.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", self.name):
            raise RuleError(f"rule name {self.name!r}: use lower-case words joined by hyphens")
        self._check_shape()
        line = [_checked(self, pattern) for pattern in self._alternatives]
        if self.given:
            _checked(self, self.given)
        if self.is_textual:
            self._check_samples(line)

    @property
    def is_textual(self) -> bool:
        """Whether it matches lines, of pages and dumps alike."""
        return bool(self.line or self.phrases)

    @property
    def matcher(self) -> str:
        """The name of its one matcher."""
        return next(name for name in MATCHERS if getattr(self, name))

    @property
    def reason(self) -> str:
        """What the ledger says when this rule took a line."""
        if self.why:
            return self.why
        value = getattr(self, self.matcher)
        return "known phrase" if self.matcher == "phrases" else f"{self.matcher}: {_shown(value)}"

    def _check_shape(self) -> None:
        given = [name for name in MATCHERS if getattr(self, name)]
        if len(given) != 1:
            raise RuleError(f"rule {self.name!r}: give exactly one of {', '.join(MATCHERS)}; got {given or 'none'}")
        if self.stage not in STAGES:
            raise RuleError(f"rule {self.name!r}: unknown stage {self.stage!r}; the stages are {', '.join(STAGES)}")
        for name in ("phrases", "words"):
            entries = getattr(self, name)
            if not _is_frozen(entries) or not all(isinstance(entry, str) for entry in entries):
                raise RuleError(f"rule {self.name!r}: {name} must be a frozenset of strings")
        if not self.sample:
            raise RuleError(f"rule {self.name!r}: give a sample it must remove; it is the rule's test")
        if (self.extent != Extent.LINE) != bool(self.given):
            raise RuleError(f"rule {self.name!r}: an extent of AFTER or BEFORE and `given`, a second sign, go together")
        if self.given and not self.is_textual:
            raise RuleError(f"rule {self.name!r}: only a line or phrases rule can have an extent")
        if self.unseen and not (self.css or self.words):
            raise RuleError(f"rule {self.name!r}: only a css or words rule can be for what is unseen")

    def _check_samples(self, line: Sequence[Pattern]) -> None:
        keys = self._keys
        if "" in keys:
            raise RuleError(f"rule {self.name!r}: a phrase is empty once ornament is taken off")
        for sample, expected in ((self.sample, True), (self.spares, False)):
            if sample and _takes(sample, line, keys) != expected:
                verb = "does not match its own sample" if expected else "matches the line it must spare"
                raise RuleError(f"rule {self.name!r} {verb}: {sample!r}")

    @property
    def _alternatives(self) -> list[str]:
        return alternatives(self.line) if self.line else []

    @property
    def _keys(self) -> frozenset[str]:
        return frozenset(map(phrase_key, self.phrases))

    def matches(self, text: str) -> bool:
        """Whether this `line` or `phrases` rule takes a line with this text on its own."""
        return _takes(text, [compiled(pattern) for pattern in self._alternatives], self._keys)


def _is_frozen(value: object) -> bool:
    """Whether it is a set that never changes."""
    return isinstance(value, Set) and isinstance(value, Hashable)


def _takes(text: str, line: Sequence[Pattern], keys: frozenset[str]) -> bool:
    if keys:
        return phrase_key(text) in keys
    return len(text) <= LONGEST_MATCHED and any(pattern.fullmatch(text) for pattern in line)


def phrase_key(text: str) -> str:
    """The form in which phrases are compared: case-folded, straight apostrophes, no ornament around."""
    return folded_key(" ".join(text.split()))


def folded_key(text: str) -> str:
    """`phrase_key` of a text whose white space is folded already."""
    return text.casefold().replace(APOSTROPHE, "'").strip(TRIMMED)


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else ", ".join(sorted(value))  # type: ignore[call-overload]
    return text if len(text) <= 60 else text[:57] + "..."


def _checked(rule: Rule, pattern: str) -> Pattern:
    """As it is run. It is compiled again when the first line comes that it may match, since few are needed."""
    try:
        found = compile_pattern(pattern)
    except regex.error as error:
        raise RuleError(f"rule {rule.name!r}: {pattern!r} is not a pattern: {error}") from error
    if found.fullmatch(""):
        raise RuleError(f"rule {rule.name!r}: {pattern!r} matches an empty line")
    return found
