"""The plugin file that `cleaner learn` writes: for a person to read, edit and commit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from textwrap import indent
from typing import NamedTuple

import regex

from cleaner.learn.keys import escaped
from cleaner.learn.python import literal, pattern_literal, rule_source
from cleaner.learn.recurring import BOTTOM, INSIDE, TOP, Context, Recurring
from cleaner.report import printable
from cleaner.rules import Rule

_SHOWN = 60
"""Characters of a line in a comment."""
_SIGNS = 6
"""Fingerprints of a profile."""
_TELLING = regex.compile(r"\S+(?:\s+\S+){2,}|.*[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]{6}.*")
"""Lines with enough words to tell one outlet from others."""


class Learned(NamedTuple):
    """What was learned of an outlet."""

    outlet: str
    """Name of the profile."""
    plugins: tuple[str, ...]
    """This plugin, then those it builds on."""
    hosts: tuple[str, ...]
    pages: int
    """How many were read."""
    needed: int
    """On how many a line had to stand."""
    lines: Sequence[Recurring]


def plugin_file(learned: Learned) -> str:
    """Python source of a plugin: what is a template line as rules, what may not be one as comments."""
    rules = [one for one in learned.lines if not one.rule and not one.doubt]
    sets = {place: [one for one in rules if one.place == place and not one.pattern] for place in (TOP, INSIDE, BOTTOM)}
    parts = [
        _head(learned),
        *(_phrases(place, lines) for place, lines in sets.items() if lines),
        _profile(learned, rules),
        _rules([place for place, lines in sets.items() if lines], [one for one in rules if one.pattern]),
        _left_out([one for one in learned.lines if one.doubt]),
        _known([one for one in learned.lines if one.rule]),
    ]
    return "\n\n".join(filter(None, parts))


def _head(learned: Learned) -> str:
    return f'''\
"""Lines that recur on pages of {learned.outlet}: on {learned.needed} or more of the {learned.pages} that were read.

Written by `cleaner learn`. Read it, take out what an article may say, then commit it and load it with --plugin.
A comment shows where a line was found: page: the line before | the line | the line after.
"""

from cleaner import Profile, Rule, hookimpl
'''


def _phrases(place: str, lines: Iterable[Recurring]) -> str:
    entries = "".join(f"{evidence(one, '        ')}        {literal(one.text)},\n" for one in lines)
    return f"{place.upper()} = frozenset(\n    {{\n{entries}    }}\n)\n"


def _profile(learned: Learned, rules: Iterable[Recurring]) -> str:
    plugins = ", ".join(map(literal, learned.plugins))
    hosts = "".join(f"{literal(host)}, " for host in learned.hosts).strip()
    fingerprints = "".join(f"        {pattern_literal(sign)},\n" for sign in signs(rules))
    told = f"(  # two of these make a dump one of {learned.outlet}\n{fingerprints}    )" if fingerprints else "()"
    return f"""\
@hookimpl
def profiles():
    signs = {told}
    return [Profile({literal(learned.outlet)}, plugins=({plugins}), hosts=({hosts}), fingerprints=signs)]
"""


def signs(lines: Iterable[Recurring]) -> list[str]:
    """Fingerprints for a profile: the most frequent lines that tell the outlet from others."""
    telling = (one.text for one in lines if not one.pattern and _TELLING.fullmatch(one.text))
    return [escaped(text) for text in islice(telling, _SIGNS)]


def _rules(places: Iterable[str], patterns: Iterable[Recurring]) -> str:
    entries = [
        f'        Rule("{place}", "navigation", phrases={place.upper()}, sample=min({place.upper()}), why="recurs"),\n'
        for place in places
    ]
    given: Counter[str] = Counter()
    for one in patterns:
        name = rule_name("line", one.text, given)
        rule = Rule(name, "navigation", line=one.pattern, sample=one.text, why="recurs")
        entries.append(evidence(one, "        ") + indent(rule_source(rule), "        ") + "\n")
    return f"@hookimpl\ndef rules():\n    return [\n{''.join(entries)}    ]\n"


def rule_name(kind: str, text: str, given: Counter[str]) -> str:
    """A name for the rule of such a line, numbered if it is given again."""
    name = "-".join([kind, *regex.findall(r"[a-z]+", text.casefold())[:4]])
    given[name] += 1
    return name if given[name] == 1 else f"{name}-{given[name]}"


def _left_out(lines: Sequence[Recurring]) -> str:
    if not lines:
        return ""
    told = "# Left out, as an article may say it. What is none of the article goes into a set above.\n"
    return told + "".join(f"# {one.doubt}:\n{evidence(one)}#   {literal(one.text)},\n" for one in lines)


def _known(lines: Sequence[Recurring]) -> str:
    entries = (f"# {one.rule}: {_comment(one.text)}\n" for one in sorted(lines, key=lambda one: one.rule))
    return "".join(["# Recurs too, and a rule of another plugin takes it already.\n", *entries]) if lines else ""


def evidence(one: Recurring, margin: str = "") -> str:
    """Comments that say on how many pages a line stands, and where on two of them."""
    where = f", {one.place}" if one.pattern or one.doubt else ""
    contexts = "".join(f"{margin}#   {context(found)}\n" for found in one.contexts)
    return f"{margin}# {one.pages} pages{where}\n{contexts}"


def context(found: Context) -> str:
    """A place where a line stands, for a comment."""
    return f"{_comment(found.page)}: {' | '.join(map(_comment, (found.before, found.text, found.after)))}"


def _comment(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 3]}..."
