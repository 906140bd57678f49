"""What a plugin may yield as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from cleaner.model import FIELDS, Fact, Image, Line

_WANTED = "must yield Fact(field, value, line=None)"
_FIELDS = frozenset(FIELDS)
_TUPLE_FIELDS = frozenset({"authors", "tags", "agencies"})
_TYPES: Mapping[str, type] = {"image": Image, "free_access": bool}
"""The types of the fields that are neither text nor texts."""
DAY_FIELDS = frozenset({"published", "modified"})
"""The fields that hold a day in ISO 8601."""
_TEXT_FIELDS = _FIELDS - _TUPLE_FIELDS - set(_TYPES)
_ISO_8601 = re.compile(
    r"[0-9]{4}-(?:0[1-9]|1[0-2])"
    r"(?:-(?:0[1-9]|[12][0-9]|3[01])(?:T[0-9:]{2,8}(?:[.,][0-9]+)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?)?"
)


def to_be_checked(facts: Iterable[Fact]) -> list[Fact]:
    """Those that may have a fault: most are a text without a line, which is seen faster."""
    return [
        fact
        for fact in facts
        if type(fact) is not Fact
        or type(fact.value) is not str
        or fact.line is not None
        or fact.field not in _TEXT_FIELDS
    ]


def fault(fact: object) -> str | None:
    """What is wrong with it; None for a fact as it should be. Whether its line is on the page is not looked at."""
    if not isinstance(fact, Fact) or fact.field not in _FIELDS:
        return f"{_WANTED} with a field of Metadata, not {fact!r}"
    if not (fact.line is None or isinstance(fact.line, Line)):
        return f"{_WANTED}; line is the Line it was read from, not {fact.line!r}"
    kind = _kind_missed(fact.field, fact.value)
    return f"{_WANTED}; {fact.field} is {kind}, not {fact.value!r}" if kind else None


def _kind_missed(field: str, value: object) -> str:
    """What the value of a field should have been; "" if it is."""
    if field in _TUPLE_FIELDS:
        fine = type(value) is tuple and all(isinstance(item, str) for item in value)
        return "" if fine else "a tuple of str"
    kind = _TYPES.get(field, str)
    return "" if isinstance(value, kind) else f"a {kind.__name__}"


def day_fault(field: str, value: object) -> str | None:
    """What is wrong with a day that is taken; others are kept as the page writes them."""
    if field not in DAY_FIELDS or _ISO_8601.fullmatch(str(value)):
        return None
    return (
        f"{_WANTED}; {field} is a day in ISO 8601, which cleaner.iso_date() makes of what machines write, not {value!r}"
    )
