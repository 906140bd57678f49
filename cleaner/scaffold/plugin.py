"""The plugin of a new package: the profile in force, the rules that the pages suggest as comments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import indent

from cleaner.learn import evidence, literal, pattern_literal, rule_source
from cleaner.outlets import profile_toml, rule_toml
from cleaner.profiles import DEFAULT_PROFILE, Profile
from cleaner.rules import Rule
from cleaner.scaffold.candidates import Found

_ADVICE = "# What the pages suggest. Take over what is right, say why, and delete the rest."
_DOUBTED = "# These recur as well, and may be the articles' own."


def python_plugin(name: str, found: Found) -> str:
    """A Python module."""
    hosts = "".join(f"{literal(host)}, " for host in found.hosts).strip()
    lines = "".join(f"        {pattern_literal(sign)},\n" for sign in found.signs)
    signs = f"(  # lines of text dumps, which have no address: two of them decide\n{lines}    )" if lines else "()"
    return f'''\
"""The outlet {name}{where(found)}."""

from cleaner import Profile, Rule, hookimpl


@hookimpl
def profiles():
    signs = {signs}
    return [Profile("{name}", plugins=("{name}", "{DEFAULT_PROFILE}"), hosts=({hosts}), fingerprints=signs)]


@hookimpl
def rules():
    return [
{indent(_suggested(found, rule_source), "        ")}    ]
'''


def toml_plugin(name: str, found: Found) -> str:
    """A TOML file."""
    profile = profile_toml(Profile(name, (name, DEFAULT_PROFILE), found.hosts, found.signs))
    return f"# The outlet {name}{where(found)}.\n\n{profile}\n{_suggested(found, rule_toml)}"


def where(found: Found) -> str:
    """The outlet's first host, behind its name."""
    return f", {found.hosts[0]}" if found.hosts else ""


def _suggested(found: Found, written: Callable[[Rule], str]) -> str:
    """Comments, apart by blank ones."""
    return "#\n".join(_blocks(found, written))


def _blocks(found: Found, written: Callable[[Rule], str]) -> Iterator[str]:
    yield f"{_ADVICE}\n"
    for rule, told in found.candidates:
        yield told + indent(written(rule).rstrip("\n"), "# ") + "\n"
    if found.doubted:
        yield f"{_DOUBTED}\n"
    for one in found.doubted:
        yield f"# {one.doubt}: {literal(one.text)}\n{evidence(one)}"
