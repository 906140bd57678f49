"""Rules for the markup of generic blogs and news pages."""

from __future__ import annotations

from cleaner import Rule

RULES: tuple[Rule, ...] = ()
