"""What an XPath asks of an element itself, as CSS: its attributes, its text, its place among its like."""

from __future__ import annotations

from html import escape

import regex

from cleaner.ftr.selectors import Condition, Conditions, UntranslatableError

_STRING = r"""(?:"(?<value>[^"]*)"|'(?<value>[^']*)')"""
_ATTRIBUTE = r"(?:@|attribute\s*::)\s*(?<name>[\w-]+)"
_FOLDED = rf"(?:normalize-space\(\s*{_ATTRIBUTE}\s*\)|{_ATTRIBUTE})"
_SPACE = r"""(?:' '|" ")"""
_OPERATORS = {"=": "=", "contains": "*=", "starts-with": "^=", "ends-with": "$="}
_EXISTS = regex.compile(_ATTRIBUTE)
_COMPARED = regex.compile(rf"{_FOLDED}\s*(?<operator>!?=)\s*{_STRING}|{_STRING}\s*(?<operator>=)\s*{_ATTRIBUTE}")
_CALLED = regex.compile(rf"(?<call>contains|starts-with|ends-with)\(\s*{_FOLDED}\s*,\s*{_STRING}\s*\)")
_AMONG = regex.compile(
    rf"contains\(\s*concat\(\s*{_SPACE}\s*,\s*{_FOLDED}\s*,\s*{_SPACE}\s*\)\s*,\s*"
    rf"(?:{_STRING}|concat\(\s*{_SPACE}\s*,\s*{_STRING}\s*,\s*{_SPACE}\s*\))\s*\)"
)
_OWN = r"(?:normalize-space\(\s*)?(?:\./)?text\(\)(?:\s*\))?"
_WHOLE = r"(?:(?:normalize-space|string)\(\s*\.?\s*\)|\.)"
_SAYS = regex.compile(
    rf"contains\(\s*(?:{_OWN}|(?<whole>{_WHOLE}))\s*,\s*{_STRING}\s*\)"
    rf"|(?:\./)?text\(\)\[\s*contains\(\s*{_WHOLE}\s*,\s*{_STRING}\s*\)\s*\]"
)
_PLACE = regex.compile(
    r"(?:position\(\)\s*=\s*)?(?:(?<number>[1-9]\d?)|(?<last>last\(\))(?:\s*-\s*(?<back>[1-9]\d?))?)"
)
_RANGE = regex.compile(r"position\(\)\s*(?<operator><=?|>=?|!=)\s*(?<number>[1-9]\d?)")


def compared(condition: str) -> list[Conditions] | None:
    """The alternatives of a comparison with a string, or of an attribute's being there; None if it is none.

    A text that is asked for in an element is found in what this says itself, or else in one element inside.

    Raises:
        UntranslatableError: there is no selector for it.
    """
    if found := _AMONG.fullmatch(condition):
        return [(_among(condition, found["name"], found["value"]),)]
    if found := _COMPARED.fullmatch(condition):
        name, value = found["name"].lower(), found["value"]
        equal = attribute(name, "=", value)
        return [(equal,)] if found["operator"] == "=" else [(_exists(name), Condition(f":not({equal.css})"))]
    if (found := _CALLED.fullmatch(condition)) and found["value"]:
        return [(attribute(found["name"].lower(), _OPERATORS[found["call"]], found["value"]),)]
    if (found := _SAYS.fullmatch(condition)) and found["value"].strip():
        return _says(found["value"], bool(found["whole"]))
    return [(_exists(found["name"].lower()),)] if (found := _EXISTS.fullmatch(condition)) else None


def attribute(name: str, operator: str, value: str) -> Condition:
    """An attribute compared, as CSS writes the operator."""
    short = {("class", "~="): ".", ("id", "="): "#"}.get((name, operator))
    if short and regex.fullmatch(r"-?[a-zA-Z_][\w-]*", value):
        return Condition(short + value, attributes=((name, value),))
    return Condition(f"[{name}{operator}{_quoted(value)}]", attributes=((name, value),))


def placed(condition: str, tag: str) -> Condition | None:
    """A place among the elements of the same parent and tag, counted from either end; None if it is none."""
    kind = "of-type" if tag else "child"
    if found := _RANGE.fullmatch(condition):
        return _range(found["operator"], int(found["number"]), kind)
    if not (found := _PLACE.fullmatch(condition)):
        return None
    if found["last"]:
        back = int(found["back"] or 0)
        css = f":nth-last-{kind}({back + 1})" if back else f":last-{kind}"
        return Condition(css, behind="<{tag}></{tag}>" * back)
    return Condition(f":nth-{kind}({found['number']})", before="<{tag}></{tag}>" * (int(found["number"]) - 1))


def _range(operator: str, number: int, kind: str) -> Condition:
    if operator == "!=":
        return Condition(f":not(:nth-{kind}({number}))", before="<{tag}></{tag}>" * number)
    if operator.startswith(">"):
        first = number + (operator == ">")
        return Condition(f":nth-{kind}(n+{first})", before="<{tag}></{tag}>" * (first - 1))
    return Condition(f":nth-{kind}(-n+{number - (operator == '<')})")


def _exists(name: str) -> Condition:
    return Condition(f"[{name}]", attributes=((name, "x"),))


def _among(condition: str, name: str, value: str) -> Condition:
    """One of the words of an attribute."""
    spaced = f" {value} " if condition.count("concat(") > 1 else value
    if spaced != f" {spaced.strip()} " or len(spaced.split()) != 1:
        raise UntranslatableError(f"no selector for {condition!r}")
    return attribute(name.lower(), "~=", spaced.strip())


def _says(value: str, whole: bool) -> list[Conditions]:
    text = value.strip()
    own = f":lexbor-contains({_quoted(text)})"
    within = Condition(f":has(*{own})", inside=f"<b>{escape(text)}</b>")
    return [(Condition(own, inside=escape(text)),), *([(within,)] if whole else [])]


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
