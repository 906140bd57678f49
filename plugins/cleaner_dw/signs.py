"""What a line of a page is proof of.

A line may be taken by a rule of another plugin as well, so `page.claims` alone
does not say that it is, for example, the short link. But it does say which lines
leave: every sign is one of them, and text that is clean shows none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import regex

from cleaner import Page
from cleaner_dw.rules import COPYRIGHT, RULES

_OWN = "dw/"
_ORNAMENT = " :.!…»«›>•|*-"
_TEXTUAL = tuple(rule for rule in (*RULES, COPYRIGHT) if rule.is_textual)
_PHRASES = {phrase.casefold().strip(_ORNAMENT): rule.name for rule in _TEXTUAL for phrase in rule.phrases}
_LINES = tuple(rule for rule in _TEXTUAL if rule.line)


class Signs(dict[int, str]):
    """Line number to the name of the rule of this plugin that the line shows."""

    def numbers(self, *names: str) -> list[int]:
        """The lines that show one of these rules, in order."""
        return sorted(number for number, name in self.items() if name in names)

    def shows(self, *names: str) -> bool:
        """Whether any line shows one of these rules."""
        return any(name in names for name in self.values())


def signs_of(page: Page) -> Signs:
    """The signs of a page."""
    return Signs(_signs(page, page.claims))


def _signs(page: Page, claims: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    for number, claim in claims.items():
        if claim.startswith(_OWN):
            yield number, claim.removeprefix(_OWN)
        elif name := _shown(page.lines[number].body):
            yield number, name


def _shown(text: str) -> str | None:
    if name := _PHRASES.get(" ".join(text.casefold().split()).strip(_ORNAMENT)):
        return name
    found = _any_line().fullmatch(text) if len(text) <= 400 else None
    return _LINES[int(found.lastgroup[1:])].name if found and found.lastgroup else None


@cache
def _any_line() -> regex.Pattern[str]:
    """All these patterns in one; compiled on first use, as most processes meet no page of this outlet."""
    return regex.compile("|".join(f"(?P<r{number}>{rule.line})" for number, rule in enumerate(_LINES)))
