"""What crawlers and converters write above a page: its date, its address, front matter.

Front matter stands between two lines of `---`, as `title: The bridge`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from cleaner import Fact, Line, Mark, Page, Rule, iso_date

_FENCE = "---"
_LONGEST = 40
"""Lines between the two."""
_ENTRY = regex.compile(r"(?P<key>[A-Za-z][\w -]{0,30}):(?: +(?P<value>.*))?")
_FIELDS = {
    "title": "title",
    "description": "summary",
    "summary": "summary",
    "excerpt": "summary",
    "author": "authors",
    "authors": "authors",
    "tags": "tags",
    "keywords": "tags",
    "date": "published",
    "published": "published",
    "publish_date": "published",
    "updated": "modified",
    "url": "url",
    "source": "url",
    "canonical": "url",
    "sitename": "site",
    "site": "site",
    "language": "language",
    "lang": "language",
}
"""Fields of the metadata by what converters call them."""
_LISTS, _DAYS = ("authors", "tags"), ("published", "modified")
_BETWEEN = regex.compile(r"[;,]")


def rules() -> Iterator[Rule]:
    """Give the rules for what crawlers write."""
    yield Rule(
        "crawler-head",
        "credits",
        line=r"URL Source: ?https?://\S+|Published Time: ?\d{4}-\d\d.{0,40}|Markdown Content:|Number of Pages: ?\d+",
        sample="URL Source: https://www.example.org/bridge",
        spares="URL Source: nobody knows.",
        why="head written by the crawler",
    )
    yield Rule(
        "date-prefix",
        "credits",
        line=r"date \d{4}-\d{2}-\d{2}",
        sample="date 2019-05-07",
        spares="date 2021",
        why="date written by the crawler",
    )


def front_matter(page: Page) -> Sequence[Line]:
    """The lines of the front matter, with those that enclose it; none if a dump does not begin with one."""
    lines = page.lines
    if page.tree is not None or not lines or lines[0].text != _FENCE:
        return ()
    for line in lines[1 : _LONGEST + 2]:
        if line.text == _FENCE:
            return lines[: line.number + 1] if line.number > 1 else ()
        if not (line.marker == "-" or _ENTRY.fullmatch(line.text)):
            break
    return ()


def marks(page: Page) -> Iterator[Mark]:
    """Mark all of it."""
    return (Mark(line, "front matter") for line in front_matter(page))


def facts(page: Page) -> Iterator[Fact]:
    """What it says of the page."""
    for key, values in _entries(front_matter(page)).items():
        field = _FIELDS.get(key.lower())
        if field is None or not values:
            continue
        if field in _LISTS:
            yield Fact(field, tuple(part for value in values for one in _BETWEEN.split(value) if (part := _bare(one))))
        elif (value := iso_date(values[0]) if field in _DAYS else values[0]) and (field != "url" or "://" in value):
            yield Fact(field, value)


def _entries(lines: Sequence[Line]) -> Mapping[str, Sequence[str]]:
    """The values of each key: one beside it, or several below it."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in lines[1:-1]:
        entry = _ENTRY.fullmatch(line.text)
        if entry is not None:
            key, value = entry["key"], _bare((entry["value"] or "").strip("[]"))
            found[key] = [value] if value else []
        elif key:
            found[key].append(_bare(line.body))
    return found


def _bare(value: str) -> str:
    """Without white space and quotes around it."""
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] in "\"'" else value
