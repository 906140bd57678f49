"""Text of pages as Python source: a page may hold quotes, controls and characters that turn a line round."""

from __future__ import annotations


def literal(text: str) -> str:
    """A string literal, in double quotes where that needs no escape; what is not printable is escaped."""
    written = repr(text)
    return f'"{written[1:-1]}"' if written.startswith("'") and '"' not in text else written


def pattern_literal(pattern: str) -> str:
    """A literal for a pattern, raw where it can be."""
    raw = pattern.isprintable() and '"' not in pattern and not pattern.endswith("\\")
    return f'r"{pattern}"' if raw else literal(pattern)
