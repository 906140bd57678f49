"""A site configuration as an outlet file: what can be said as rules, and a list of what cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from cleaner.errors import CleanerError
from cleaner.ftr.xpath import Selector, UntranslatableError, to_css
from cleaner.outlets import profile_toml, rule_toml
from cleaner.profiles import Profile
from cleaner.report import printable
from cleaner.rules import Rule
from cleaner.segment import ElementRules, check_css, parse

_DIRECTIVE = regex.compile(r"(?<name>[a-z_]+)(?:\([^)]*\))?\s*:\s*(?<value>.*)")
_NEEDLESS = frozenset(
    "tidy prune autodetect_on_failure parser convert_double_br_tags insert_detected_image src_lazy_load_attr"
    " strip_image_src strip_attr test_url test_contains skip_json_ld".split()
)
"""Directives about the other program's own work, its tests, and what leaves no text: nothing is lost without them."""
_WHY_NOT = {
    "title": "metadata is read by the generic plugin, or by a hook in Python",
    "author": "metadata is read by the generic plugin, or by a hook in Python",
    "date": "metadata is read by the generic plugin, or by a hook in Python",
    "single_page_link": "nothing is fetched here",
    "next_page_link": "nothing is fetched here",
    "http_header": "nothing is fetched here",
    "find_string": "text is never changed",
    "replace_string": "text is never changed",
}
_STAGES = (
    ("comments", regex.compile(r"comment|disqus|respond", regex.IGNORECASE)),
    ("captions", regex.compile(r"caption|figure|photo|image|video|player|gallery", regex.IGNORECASE)),
    ("credits", regex.compile(r"author|byline|copyright|\bbio\b|credit|date", regex.IGNORECASE)),
)
_LONGEST_NAME = 40


class Left(NamedTuple):
    """A directive that was not turned."""

    line: int
    directive: str
    why: str


class Converted(NamedTuple):
    """What became of a site configuration."""

    name: str
    """Of the plugin and its profile; the file must be called after it."""
    toml: str
    rules: int
    left: tuple[Left, ...]


class _Directive(NamedTuple):
    line: int
    name: str
    value: str

    def __str__(self) -> str:
        return f"{self.name}: {self.value}" if self.name else self.value


def convert(file: str, text: str) -> Converted:
    """A site configuration as an outlet file.

    Args:
        file: its name, which is the host: `example.org.txt`; a dot in front adds those below it, as ours always do.
        text: its content.

    Raises:
        CleanerError: the name is no host.
    """
    host = file.removesuffix(".txt").strip(".").removeprefix("www.").lower()
    if not regex.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host):
        raise CleanerError(f"{file}: not named after a host, as example.org.txt is")
    name = regex.sub(r"[^a-z0-9]+", "-", host)
    name = name if name[0].isalpha() else f"site-{name}"
    rules, left = _rules(list(_directives(text)))
    notes = "".join(printable(f"# not turned, line {one.line}: {one.directive} ({one.why})") + "\n" for one in left)
    tables = (profile_toml(Profile(name, (name, "blog"), hosts=(host,))), *map(rule_toml, rules))
    return Converted(name, f"# From the site configuration {file}.\n{notes}\n" + "\n".join(tables), len(rules), left)


def _directives(text: str) -> Iterator[_Directive]:
    for number, line in enumerate(text.splitlines(), 1):
        if found := _DIRECTIVE.fullmatch(line.strip()):
            yield _Directive(number, found["name"], found["value"].strip())
        elif line.strip() and not line.lstrip("\ufeff ").startswith("#"):
            yield _Directive(number, "", line.strip())


def _rules(directives: Iterable[_Directive]) -> tuple[list[Rule], tuple[Left, ...]]:
    bodies: list[Selector] = []
    rules: dict[str, Rule] = {}
    left: list[Left] = []
    for directive in directives:
        try:
            if directive.name == "body":
                bodies += _checked(to_css(directive.value), "outside")
            elif directive.name == "strip":
                rule = _strip(directive, _checked(to_css(directive.value), "css"), rules)
                rules[rule.name] = rule
            elif directive.name == "strip_id_or_class":
                rule = _strip(directive, _checked(_named(directive.value), "css"), rules)
                rules[rule.name] = rule
            elif directive.name not in _NEEDLESS:
                raise UntranslatableError(_WHY_NOT.get(directive.name, "an unknown directive"))
        except UntranslatableError as error:
            left.append(Left(directive.line, str(directive), str(error)))
    return [*_article(bodies), *rules.values()], tuple(left)


def _named(value: str) -> tuple[Selector, ...]:
    """`strip_id_or_class`: the value is a part of either."""
    part = value.strip("\"' ")
    if not regex.fullmatch(r"[\w-]+", part):
        raise UntranslatableError(f"{value!r} is no part of a name")
    return tuple(Selector(f'[{name}*="{part}"]', f'<div {name}="{part}">Text</div>') for name in ("class", "id"))


def _article(bodies: list[Selector]) -> Iterator[Rule]:
    """Several bodies are alternatives there; here all of them are kept."""
    if bodies:
        css = ", ".join(dict.fromkeys(body.css for body in bodies))
        sample = f"<p>Menu</p>{bodies[0].sample}"
        yield Rule("article-only", "navigation", outside=css, sample=sample, why="outside the article")


def _strip(directive: _Directive, selectors: Iterable[Selector], taken: Iterable[str]) -> Rule:
    css = ", ".join(selector.css for selector in selectors)
    sample = next(iter(selectors)).sample
    stage = next((stage for stage, sign in _STAGES if sign.search(css)), "navigation")
    return Rule(_free(css, taken), stage, css=css, sample=sample, why=str(directive))


def _free(css: str, taken: Iterable[str]) -> str:
    """A name for the rule made of the selector's words."""
    words = regex.sub(r"[^a-z0-9]+", "-", css.lower()).strip("-")[:_LONGEST_NAME].strip("-")
    name = f"strip-{words}".removesuffix("-")
    names, number = set(taken), 1
    while (candidate := name if number == 1 else f"{name}-{number}") in names:
        number += 1
    return candidate


def _checked(selectors: tuple[Selector, ...], matcher: str) -> tuple[Selector, ...]:
    """The selectors, if a rule with any of them could be loaded and would take its sample."""
    for selector in selectors:
        if wrong := check_css(selector.css):
            raise UntranslatableError(f"{selector.css}: {wrong}")
        rule = Rule("x", "navigation", **{matcher: selector.css}, sample="x")  # type: ignore[arg-type]
        sample = f"<p>Menu</p>{selector.sample}" if matcher == "outside" else selector.sample
        if not parse(sample.encode()).segment(ElementRules([(0, rule)])).taken:
            raise UntranslatableError(f"{selector.css}: no rule may take such elements")
    return selectors
