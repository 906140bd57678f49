"""Pages that try to make a profile break its promises, drawn by hypothesis.

They mix prose in several scripts with what the profile itself reacts to, since boilerplate that is almost
right, in the wrong place or twice is what breaks a plugin.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence

import regex

from cleaner.engine import Cleaner
from cleaner.rules import Rule
from cleaner.testing.prose import BREAKS, MARKUP, ODD, PROSE, SHAPES

try:
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        'cleaner.testing draws pages with hypothesis, which is not installed: pip install "outlet-cleaner[testing]"',
        name=error.name,
    ) from error

_TAGS = "p div li h1 h2 h3 blockquote figcaption td span a em pre section article main aside footer time".split()
_PHRASES_OF_RULE = 40
"""Phrases drawn from one rule; some have thousands."""


def pages(cleaner: Cleaner, profile: str, examples: Iterable[str] = ()) -> SearchStrategy[str]:
    """Dumps and HTML pages for a profile.

    Args:
        cleaner: it knows the profile's rules.
        profile: its name.
        examples: whole dumps or pages, such as fixtures, to be cut up, shuffled and mixed in.

    Raises:
        ProfileError: there is no such profile.
    """
    plan = cleaner.plan(profile)
    rules = [planned.rule for planned in plan.rules]
    words = st.one_of(st.sampled_from(_vocabulary(rules) or [""]), *map(_like, plan.profile.fingerprints))
    blocks = [text for rule in rules if not rule.is_textual for text in (rule.sample, rule.spares) if text]
    line = _lines(words)
    kinds = [_dumps(line), _documents(line, blocks, plan.profile.markup)]
    shuffled = [_shuffled(example, line) for example in examples]
    return st.one_of(*kinds, st.one_of(shuffled)) if shuffled else st.one_of(kinds)


def drawn(strategy: SearchStrategy[str], count: int) -> list[str]:
    """About `count` pages of a strategy, the same each time: for what is better tested on many at once."""
    found: list[str] = []

    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(page: str) -> None:
        found.append(page)

    collect()
    return found


def _vocabulary(rules: Iterable[Rule]) -> list[str]:
    """Lines that line and phrase rules take, and those they must spare."""
    found: dict[str, None] = {}
    for rule in rules:
        if rule.is_textual:
            found |= dict.fromkeys((rule.sample, *sorted(rule.phrases)[:_PHRASES_OF_RULE]))
            found |= dict.fromkeys(filter(None, (rule.spares,)))
    return list(found)


def _like(pattern: str) -> SearchStrategy[str]:
    """Lines like those that a pattern of `regex` matches, so far as `re` understands it."""
    for theirs, ours in _CLASSES.items():
        pattern = pattern.replace(theirs, ours)
    try:
        return st.from_regex(re.compile(pattern), fullmatch=True)
    except re.error:
        return st.nothing()


_CLASSES = {r"\p{L}": r"\w", r"\p{Lu}": "A", r"\p{Ll}": "a", r"\p{M}": "\u0301"}


def _lines(known: SearchStrategy[str]) -> SearchStrategy[str]:
    plain = st.one_of(st.sampled_from(PROSE), st.sampled_from(SHAPES))
    odd = st.one_of(st.sampled_from(ODD), st.text(st.characters(codec=None), max_size=12))
    near = st.builds(lambda change, line: change(line), st.sampled_from(_CHANGES), st.one_of(known, plain, odd))
    glued = st.builds("{}{}{}".format, known, st.sampled_from((" ", ": ", " | ", "\t", "")), st.one_of(known, plain))
    return st.one_of(known, known, plain, plain, near, glued, odd)


_CHANGES: tuple[Callable[[str], str], ...] = (
    lambda line: f"• {line}",
    lambda line: f"1. {line}",
    lambda line: f"    {line}",
    lambda line: f"» {line} …",
    lambda line: f"“{line}”",
    lambda line: f"date 2019-05-07 {line}",
    lambda line: f"{line}.",
    lambda line: line.rstrip(".:!"),
    lambda line: line[1:],
    lambda line: line[:-1],
    lambda line: line[: len(line) // 2],
    lambda line: line.upper(),
    lambda line: line.lower(),
    lambda line: line.replace(" ", "  "),
    lambda line: line.replace(" ", "\xa0"),
    lambda line: line.replace("e", "e\u0301"),
    lambda line: "\u200f".join(line),
    lambda line: f"\u200b{line}\ufeff",
    lambda line: f"{line} {line}",
    lambda line: line * 9,
    lambda line: f"{line}\n{line}",
)
"""How a line that is known becomes one that only looks like it."""


def _dumps(line: SearchStrategy[str]) -> SearchStrategy[str]:
    """Few different lines, so that some stand there twice, and are each other's neighbours in many ways."""
    few = st.lists(line, min_size=1, max_size=12)
    many = few.flatmap(lambda pool: st.lists(st.sampled_from(pool), max_size=24) | st.just(pool))
    return many.flatmap(_joined)


def _joined(lines: list[str]) -> SearchStrategy[str]:
    breaks = st.sampled_from(BREAKS)
    each = st.lists(breaks, min_size=len(lines), max_size=len(lines))
    mixed = each.map(lambda ends: "".join(map("".join, zip(lines, ends, strict=True))))
    return st.one_of(mixed, st.sampled_from(("\n", "\n\n")).map(lambda end: end.join(lines)))


def _documents(line: SearchStrategy[str], blocks: Sequence[str], markup: Sequence[str]) -> SearchStrategy[str]:
    escaped = line.map(html.escape)
    element = st.builds("<{0}>{1}</{0}>".format, st.sampled_from(_TAGS), escaped)
    attributes = [found[0] for block in blocks if (found := regex.search(r"(?<=<\w+)\s[^<>]+", block))]
    named = st.builds("<div{}>{}{}</div>".format, st.sampled_from(attributes or [""]), element, element)
    known = st.sampled_from([*blocks, *map(_in_head, markup), *MARKUP])
    piece = st.one_of(element, element, known, named, escaped, line)
    glue = st.sampled_from(("", "\n", " ", "<br>"))
    body = st.builds(lambda glue, pieces: glue.join(pieces), glue, st.lists(piece, max_size=16))
    head = st.builds("<title>{0}</title><meta property='og:title' content='{0}'>".format, escaped)
    whole = st.builds("<!doctype html><html><head>{}</head><body><main><h1>{}</h1>{}".format, head, escaped, body)
    return st.one_of(body, whole, st.builds("<div>{}".format, body))


def _in_head(sign: str) -> str:
    return f'<link href="{sign}">'


def _shuffled(example: str, line: SearchStrategy[str]) -> SearchStrategy[str]:
    """An example with a few of its lines taken out, repeated, moved or replaced."""
    lines = example.split("\n")
    place = st.integers(0, len(lines) - 1)
    edit = st.tuples(st.sampled_from(("drop", "repeat", "move", "replace", "cut")), place, place, line)

    def changed(edits: list[tuple[str, int, int, str]]) -> str:
        pieces = list(lines)
        for what, one, other, new in edits:
            _edit(pieces, what, one % max(1, len(pieces)), other % max(1, len(pieces)), new)
        return "\n".join(pieces)

    return st.lists(edit, max_size=6).map(changed)


def _edit(pieces: list[str], what: str, one: int, other: int, new: str) -> None:
    """Change one piece in place."""
    if not pieces or what == "replace":
        pieces[one : one + 1] = [new]
    elif what == "drop":
        del pieces[one]
    elif what == "repeat":
        pieces.insert(other, pieces[one])
    elif what == "move":
        pieces.insert(other, pieces.pop(one))
    else:
        del pieces[min(one, other) : max(one, other)]
