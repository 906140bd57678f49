"""The report of one page: what is known about it, its lines with their fates, and the text that is left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner.hooks import HEADLINE_STAGE, STAGES
from cleaner.model import Cleaned
from cleaner.report import KEPT, Fate, counts, fates, known_fields
from cleaner.view.document import document
from cleaner.view.markup import Markup, element, joined

_SCORE = re.compile(r"score (0\.\d+|1\.0+)")
"""How a scorer's reason begins."""
_ORDER = (KEPT, HEADLINE_STAGE, *STAGES)


def page_report(result: Cleaned, source: str, *, notice: str = "", version: str = "") -> str:
    """A self-contained HTML document that explains `result`.

    Args:
        result: the cleaned page.
        source: what the page is called.
        notice: shown above all; markup, or text that is escaped.
        version: makes the report a live one; see `cleaner.view.document`.
    """
    scripts = ("report.js", "live.js") if version else ("report.js",)
    return document(source, notice, _header(result, source), _body(result), scripts=scripts, version=version)


def score(why: str) -> float | None:
    """The score that a reason of the ledger states, 0 to 1; None if it states none."""
    found = _SCORE.match(why)
    return float(found[1]) if found else None


def _header(result: Cleaned, source: str) -> Markup:
    kept, removed = counts(result)
    facts = (("profile", result.profile), ("status", result.status), ("lines", f"{kept} kept, {removed} removed"))
    pairs = [element("div", element("dt", name), element("dd", value)) for name, value in facts]
    return element("header", element("h1", source, dir="auto"), element("dl", *pairs, class_="facts"))


def _body(result: Cleaned) -> Markup:
    every = fates(result)
    text = [element("p", paragraph, dir="auto") for paragraph in result.text.split("\n\n") if paragraph]
    return element(
        "main",
        _metadata(result),
        element(
            "div",
            _section("Lines", _filters(every), element("ol", *map(_line, every), id="lines"), class_="lines"),
            _section("Clean text", *(text or [element("p", "Nothing was left.", class_="none")]), class_="text"),
            class_="columns",
        ),
    )


def _section(heading: str, *children: str, class_: str) -> Markup:
    return element("section", element("h2", heading), *children, class_=class_, aria_label=heading)


def _metadata(result: Cleaned) -> Markup:
    """A table of the fields, each with who found it and what else was found and not taken."""
    rows = [
        element(
            "tr",
            element("th", row.field, scope="row"),
            element("td", row.value, dir="auto"),
            element("td", row.found_by, data_label="found by"),
            element("td", *(_rejected(value, by) for value, by in row.rejected), data_label="not taken"),
        )
        for row in known_fields(result.metadata)
    ]
    head = element("tr", *(element("th", name, scope="col") for name in ("field", "value", "found by", "not taken")))
    table = element("table", element("thead", head), element("tbody", *rows))
    return _section("Metadata", table if rows else element("p", "None was found.", class_="none"), class_="metadata")


def _rejected(value: str, by: str) -> Markup:
    return element("div", element("bdi", value), " ", element("small", by))


def _line(fate: Fate) -> Markup:
    """A line, with a handle that names its number and stage, and opens the reason."""
    line, number = fate.line, str(fate.line.number)
    stage = fate.stage or KEPT
    why = f"why-{number}"
    label = joined([element("span", number, class_="number"), " ", element("span", stage, class_="stage")])
    return element(
        "li",
        element("button", label, type="button", aria_expanded="false", aria_controls=why, aria_describedby=why),
        element("div", line.text, class_="line-text", dir="auto"),
        element("p", *_reason(fate), class_="why", id=why),
        class_="line",
        id=f"line-{number}",
        data_stage=stage,
        data_plugin=_plugin(fate.by),
        data_rule=fate.by,
    )


def _reason(fate: Fate) -> Iterator[str]:
    line = fate.line
    if fate.by:
        yield element("code", fate.by)
        yield " "
    if (number := score(fate.why)) is not None:
        yield element("meter", f"{number:.2f}", min="0", max="1", value=f"{number:.2f}", aria_label="score")
        yield " "
    yield f"{fate.why or fate.fate} "
    links = f", {line.links:.0%} links" if line.links else ""
    yield element("small", f"{line.kind}{f' in <{line.tag}>' if line.tag else ''}{links}")


def _plugin(by: str) -> str:
    return by.partition("/")[0]


def _filters(every: Sequence[Fate]) -> Markup:
    """By stage, plugin and rule; each with the number of its lines. Shown by the script that makes them work."""
    stages = Counter(fate.stage or KEPT for fate in every)
    boxes = [_stage(stage, stages[stage]) for stage in sorted(stages, key=_place)]
    rules = Counter(fate.by for fate in every if fate.by)
    plugins = Counter(_plugin(fate.by) for fate in every if fate.by)
    return element(
        "form",
        element("fieldset", element("legend", "Stage"), *boxes),
        _choice("Plugin", "plugin", plugins),
        _choice("Rule", "rule", rules),
        element("button", "Show all", type="reset"),
        element("output", "", id="shown"),
        element("p", _KEYS, class_="keys"),
        id="filters",
        autocomplete="off",
        hidden=True,
    )


_KEYS = joined(
    [
        element("kbd", "j"), " ", element("kbd", "k"), " or arrow keys: next and previous line; ",
        element("kbd", "Enter"), ": its reason; ", element("kbd", "Esc"), ": close it",
    ]
)  # fmt: skip


def _place(stage: str) -> tuple[int, str]:
    return (_ORDER.index(stage) if stage in _ORDER else len(_ORDER), stage)


def _stage(stage: str, count: int) -> Markup:
    box = element("input", type="checkbox", name="stage", value=stage, checked=True)
    return element("label", box, element("span", stage, class_="stage"), f" {count}", data_stage=stage)


def _choice(label: str, name: str, counted: Counter[str]) -> Markup:
    options = [element("option", f"{value} ({count})", value=value) for value, count in sorted(counted.items())]
    return element("label", f"{label} ", element("select", element("option", "all", value=""), *options, name=name))
