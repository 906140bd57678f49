"""A site configuration as an outlet file: what can be said as rules, and a list of what cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from cleaner.errors import CleanerError
from cleaner.ftr.brackets import split
from cleaner.ftr.comparisons import attribute
from cleaner.ftr.selectors import Selector, Step, UntranslatableError, joined
from cleaner.ftr.xpath import to_css
from cleaner.outlets import profile_toml, rule_toml
from cleaner.profiles import Profile
from cleaner.report import printable
from cleaner.rules import Rule
from cleaner.segment import INVISIBLE, ElementRules, check_css, parse

_DIRECTIVE = regex.compile(r"(?<name>[A-Za-z_]+)\s*(?:\(.*?\)\s*)?:(?<value>.*)")
_NEEDLESS = frozenset(
    "tidy prune autodetect_on_failure autodetect_next_page parser convert_double_br_tags insert_detected_image"
    " src_lazy_load_attr strip_image_src strip_attr dissolve test_url test_contains skip_json_ld".split()
)
"""Directives about the other program's own work, its tests, and what leaves no text: nothing is lost without them."""
_METADATA = "metadata is read by the generic plugin, or by a hook in Python"
_FETCHING = "nothing is fetched here"
_TEXT = "text is never changed"
_WHY_NOT = {
    **dict.fromkeys(("title", "author", "date"), _METADATA),
    **dict.fromkeys(("single_page_link", "single_page_link_in_feed", "next_page_link", "http_header"), _FETCHING),
    **dict.fromkeys(("requires_login", "login_uri", "login_username_field", "login_password_field"), _FETCHING),
    **dict.fromkeys(("login_extra_fields", "not_logged_in_xpath"), _FETCHING),
    **dict.fromkeys(("find_string", "replace_string", "footnotes", "move_into", "wrap_in"), _TEXT),
    "if_page_contains": "a condition, which no rule has; it is about the directive before it",
    "native_ad_clue": "no page is judged as a whole",
}
_STAGES = (
    ("comments", regex.compile(r"comment|disqus|respond", regex.IGNORECASE)),
    ("captions", regex.compile(r"caption|figure|photo|image|video|player|gallery", regex.IGNORECASE)),
    ("credits", regex.compile(r"author|byline|copyright|\bbio\b|credit|date", regex.IGNORECASE)),
)
_LONGEST_NAME = 40
_TEXTLESS = INVISIBLE | {"br", "hr", "wbr"}


class Left(NamedTuple):
    """A directive that was not turned."""

    line: int
    directive: str
    """As it is written."""
    why: str
    is_body: bool = False


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
    written: str


def convert(file: str, text: str) -> Converted:
    """A site configuration as an outlet file.

    Args:
        file: its name, which is the host: `example.org.txt`; a dot in front adds those below it, as ours always do.
        text: its content, with any ends of lines.

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
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(map(str.strip, lines), 1):
        if found := _DIRECTIVE.fullmatch(line):
            yield _Directive(number, found["name"].lower(), found["value"].strip(), line)
        elif line and not line.startswith("#"):
            yield _Directive(number, "", line, line)


def _rules(directives: Iterable[_Directive]) -> tuple[list[Rule], tuple[Left, ...]]:
    bodies: list[Selector] = []
    rules: dict[str, Rule] = {}
    left: list[Left] = []
    for directive in directives:
        found: list[Selector] = []
        for part in split(directive.value, "|") if directive.name == "strip" else [directive.value]:
            try:
                found += _selectors(directive.name, part, is_sure=not any(one.is_body for one in left))
            except UntranslatableError as error:
                left.append(Left(directive.line, directive.written, str(error), directive.name == "body"))
        if directive.name == "body":
            bodies += found
        elif found and (css := _css(found)) not in {rule.css for rule in rules.values()}:
            name = _free(css, rules)
            rules[name] = Rule(name, _stage(css), css=css, sample=found[0].sample, why=directive.written)
    return [*_article(bodies), *rules.values()], tuple(left)


def _selectors(name: str, value: str, is_sure: bool) -> list[Selector]:
    """What a directive takes, or keeps if it is `body`.

    Of several bodies the first that a page has counts there. Here all are kept, so that none may be turned behind one
    that is not: it may be within that one.

    Args:
        name: of the directive.
        value: one path, or a part of a name.
        is_sure: whether every body so far was turned.
    """
    if name == "body" and not is_sure:
        raise UntranslatableError("a body before it, which goes first, could not be turned")
    if name in ("body", "strip"):
        return _checked(to_css(value), "outside" if name == "body" else "css")
    if name == "strip_id_or_class":
        return _checked(_named(value), "css")
    if name not in _NEEDLESS:
        raise UntranslatableError(_WHY_NOT.get(name, "an unknown directive"))
    return []


def _named(value: str) -> Iterator[Selector]:
    """`strip_id_or_class`: the value is a part of either."""
    if not (part := value.strip("\"' ")):
        raise UntranslatableError("there is no name")
    for name in ("class", "id"):
        yield joined((Step("", "", (attribute(name, "*=", part),)),))


def _article(bodies: list[Selector]) -> Iterator[Rule]:
    if bodies:
        sample = f"<p>Menu</p>{bodies[0].sample}"
        yield Rule("article-only", "navigation", outside=_css(bodies), sample=sample, why="outside the article")


def _css(selectors: Iterable[Selector]) -> str:
    return ", ".join(dict.fromkeys(selector.css for selector in selectors))


def _stage(css: str) -> str:
    return next((stage for stage, sign in _STAGES if sign.search(css)), "navigation")


def _free(css: str, taken: Iterable[str]) -> str:
    """A name for the rule made of the selector's words."""
    words = regex.sub(r"[^a-z0-9]+", "-", css.lower().replace(":lexbor-", "-")).strip("-")[:_LONGEST_NAME].strip("-")
    name = f"strip-{words}".removesuffix("-")
    names, number = set(taken), 1
    while (candidate := name if number == 1 else f"{name}-{number}") in names:
        number += 1
    return candidate


def _checked(selectors: Iterable[Selector], matcher: str) -> list[Selector]:
    """Those of the selectors whose elements hold text.

    Raises:
        UntranslatableError: a rule with one of them could not be loaded, or would not take its sample.
    """
    return [selector for selector in selectors if _is_any_use(selector, matcher)]


def _is_any_use(selector: Selector, matcher: str) -> bool:
    if wrong := check_css(selector.css):
        raise UntranslatableError(f"{selector.css}: {wrong}")
    if selector.tag in _TEXTLESS:
        return False
    rule = Rule("x", "navigation", **{matcher: selector.css}, sample="x")  # type: ignore[arg-type]
    sample = f"<p>Menu</p>{selector.sample}" if matcher == "outside" else selector.sample
    if not parse(sample.encode()).segment(ElementRules([(0, rule)])).taken:
        raise UntranslatableError(f"{selector.css}: no rule may take such elements")
    return True
