"""What a plugin may yield as a fact."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.model import FIELDS, Fact, Image

_FIELDS = frozenset(FIELDS)
_TUPLE_FIELDS = frozenset({"authors", "tags", "agencies"})
_TYPES: Mapping[str, type] = {"image": Image, "free_access": bool}
"""The types of the fields that are neither text nor texts."""
_TEXT_FIELDS = _FIELDS - _TUPLE_FIELDS - set(_TYPES)


def fault(fact: object) -> str | None:
    """What is wrong with it; None for a fact as it should be."""
    if type(fact) is Fact and type(fact.value) is str and fact.field in _TEXT_FIELDS:
        return None  # as most are
    wanted = "must yield Fact(field, value, line=None)"
    if not isinstance(fact, Fact) or fact.field not in _FIELDS:
        return f"{wanted} with a field of Metadata, not {fact!r}"
    if fact.field in _TUPLE_FIELDS:
        fine = type(fact.value) is tuple and all(isinstance(item, str) for item in fact.value)
        kind = "a tuple of str"
    else:
        wanted_type = _TYPES.get(fact.field, str)
        fine, kind = isinstance(fact.value, wanted_type), f"a {wanted_type.__name__}"
    return None if fine else f"{wanted}; {fact.field} is {kind}, not {fact.value!r}"
