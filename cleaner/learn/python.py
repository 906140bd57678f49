"""Rules as Python source. A page may hold quotes, controls and characters that turn a line round."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import fields
from textwrap import indent

from cleaner.rules import Rule

_WIDTH = 100


def literal(text: str) -> str:
    """A string literal, in double quotes where that needs no escape; what is not printable is escaped."""
    written = repr(text)
    return f'"{written[1:-1]}"' if written.startswith("'") and '"' not in text else written


def pattern_literal(pattern: str) -> str:
    """A literal for a pattern, raw where it can be."""
    raw = pattern.isprintable() and '"' not in pattern and not pattern.endswith("\\")
    return f'r"{pattern}"' if raw else literal(pattern)


def rule_source(rule: Rule) -> str:
    """A rule as the call that makes it, with a comma behind it; on several lines if it is long."""
    values = {field.name: getattr(rule, field.name) for field in fields(rule) if field.compare}
    defaults = {field.name: field.default for field in fields(rule)}
    given = [f"{name}={_value(name, value)}" for name, value in values.items() if value != defaults[name]]
    parts = [literal(rule.name), literal(rule.stage), *given[2:]]
    short = f"Rule({', '.join(parts)}),"
    return short if len(short) <= _WIDTH else f"Rule(\n{_lines(parts)}),"


def _value(name: str, value: str | Collection[str]) -> str:
    if isinstance(value, str):
        return pattern_literal(value) if name in ("line", "given") else literal(value)
    entries = [literal(entry) for entry in sorted(value)]
    short = f"frozenset({{{', '.join(entries)}}})"
    return short if len(short) <= _WIDTH else f"frozenset(\n    {{\n{indent(_lines(entries), '    ')}    }}\n)"


def _lines(parts: Iterable[str]) -> str:
    return "".join(indent(f"{part},\n", "    ") for part in parts)
