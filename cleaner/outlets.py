"""Outlets as data: a TOML file with the fields of `Profile` and `Rule`, read and written.

[profile]
name = "gazette"
plugins = ["gazette", "blog"]
hosts = ["gazette.example"]

[[rules]]
name = "tides"
stage = "navigation"
css = ".tides"
sample = '<p class="tides">06:12, 3.9 m</p>'
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from itertools import chain, repeat
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import regex

from cleaner.errors import CleanerError, OutletError, ProfileError, RuleError, did_you_mean
from cleaner.hooks import hookimpl
from cleaner.profiles import Profile
from cleaner.rules import Extent, Rule

_WRITTEN = {"profile": "[profile]", "rules": "[[rules]]"}
"""The tables of an outlet file, as they are written."""
_HEADER = regex.compile(
    r'''"""(?:\\.|[^\\])*?"""(?!")|\'\'\'.*?\'\'\'(?!\')|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*'''
    r"|^[ \t]*\[\[?[ \t]*(?<table>profile|rules)[ \t]*\]",
    regex.DOTALL | regex.MULTILINE,
)
"""The header of a table. Strings and comments are matched as well, so that none in them is taken for one."""
_PROFILE = {field.name: field for field in fields(Profile)}
_RULE = {field.name: field for field in fields(Rule) if field.name != "place"}
_Made = TypeVar("_Made", Profile, Rule)


class OutletHooks(NamedTuple):
    """The hooks that an outlet file stands for."""

    profiles: Callable[[], list[Profile]]
    rules: Callable[[], list[Rule]]


def from_toml(path: str | Path) -> OutletHooks:
    """The hooks of an outlet that is a TOML file. A package that ships one says no more than

        profiles, rules = cleaner.from_toml(Path(__file__).with_name("outlet.toml"))

    The file is read when the plugin is loaded. A mistake in it is an error then, as it is in Python:
    `RuleError`, `ProfileError`, and `OutletError` for what is neither, with file and line in front.
    """  # noqa: D400, D415

    @hookimpl
    def profiles() -> list[Profile]:
        return [_made(Profile, table, _PROFILE, ProfileError) for table in _tables(Path(path), "profile")]

    @hookimpl
    def rules() -> list[Rule]:
        return [_made(Rule, table, _RULE, RuleError) for table in _tables(Path(path), "rules")]

    return OutletHooks(profiles, rules)


class _Table(NamedTuple):
    """A table of an outlet file."""

    place: str
    """File and line of its header; the file alone if it has none, as it may all stand in one line."""
    label: str
    """For messages: the place, what it is, and its name or number."""
    values: Mapping[str, Any]


def _tables(path: Path, name: str) -> Iterator[_Table]:
    text, content = _read(path)
    found = content.get(name, [])
    tables = [found] if name == "profile" and name in content else found
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise OutletError(f"{path}: write {name} as {_WRITTEN[name]}, with the fields below it")
    for number, (table, place) in enumerate(zip(tables, _places(path, text, name), strict=False), 1):
        called = repr(table["name"]) if "name" in table else str(number)
        yield _Table(place, f"{place}: {name.removesuffix('s')} {called}", table)


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    """The file's text, and what stands in it; nothing but the tables that an outlet has."""
    import tomllib  # most processes read no outlet file

    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OutletError(f"{path}: not a TOML file: {error}") from error
    for name in content:
        if name not in _WRITTEN:
            raise OutletError(f"{path}: there is no table {name!r}; {_hint(name, _WRITTEN)}")
    return text, content


def _places(path: Path, text: str, name: str) -> Iterator[str]:
    headers = (found.start("table") for found in _HEADER.finditer(text) if found["table"] == name)
    return chain((f"{path}:{text.count(chr(10), 0, at) + 1}" for at in headers), repeat(str(path)))


def _made(
    kind: Callable[..., _Made], table: _Table, known: Mapping[str, Field[Any]], mistake: type[CleanerError]
) -> _Made:
    """The profile or rule that a table stands for."""
    for name in table.values:
        if name not in known:
            raise mistake(f"{table.label}: there is no field {name!r}; {_hint(name, known)}")
    for name, field in known.items():
        if field.default is MISSING and name not in table.values:
            raise mistake(f"{table.label}: give the field {name!r}")
    values = {name: _value(name, value, str(known[name].type), table, mistake) for name, value in table.values.items()}
    try:
        return kind(**values, **({"place": table.place} if kind is Rule else {}))
    except CleanerError as error:
        raise mistake(f"{table.place}: {error}") from error


def _value(name: str, value: Any, kind: str, table: _Table, mistake: type[CleanerError]) -> Any:
    """A value of TOML as the field has it in Python, where lists are tuples and frozensets."""
    if kind == "str":
        wanted, fits = "a string", isinstance(value, str)
    elif kind == "Extent":
        wanted, fits = f"one of {', '.join(Extent)}", value in list(Extent)
    else:
        wanted = "a list of strings"
        fits = isinstance(value, list) and all(isinstance(entry, str) for entry in value)
    if not fits:
        raise mistake(f"{table.label}: {name} must be {wanted}, not {value!r}")
    return _AS[kind](value)


_AS: Mapping[str, Callable[[Any], object]] = {
    "str": str,
    "Extent": Extent,
    "tuple[str, ...]": tuple,
    "frozenset[str]": frozenset,
    "Set[str]": frozenset,
}


def _hint(name: str, known: Collection[str]) -> str:
    return did_you_mean(name, known) or f"there are {', '.join(known)}"


def profile_toml(profile: Profile) -> str:
    """A profile as the table that `from_toml` reads."""
    return _written(profile, "profile", _PROFILE)


def rule_toml(rule: Rule) -> str:
    """A rule as the table that `from_toml` reads."""
    return _written(rule, "rules", _RULE)


def _written(item: Profile | Rule, name: str, known: Mapping[str, Field[Any]]) -> str:
    values = {field: getattr(item, field) for field in known}
    lines = [f"{field} = {toml_value(value)}" for field, value in values.items() if value != known[field].default]
    return "\n".join((_WRITTEN[name], *lines)) + "\n"


def toml_value(value: str | Collection[str]) -> str:
    """A string, or a list of strings, as TOML; a long list has one on each line. Sets are sorted."""
    if isinstance(value, str):
        plain = "'" not in value and value.isprintable() and any(mark in value for mark in '\\"')
        return f"'{value}'" if plain else json.dumps(value, ensure_ascii=False).replace("\x7f", r"\u007f")
    entries: Sequence[str] = [toml_value(entry) for entry in (value if isinstance(value, tuple) else sorted(value))]
    short = ", ".join(entries)
    return f"[{short}]" if len(short) <= 100 else "[\n" + "".join(f"    {entry},\n" for entry in entries) + "]"
