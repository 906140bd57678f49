"""Markdown in dumps: a line is matched and scored by what is seen of it, and stays as it is written."""

import pytest

from cleaner import Cleaner, Kind
from cleaner.segment import text_lines


@pytest.mark.parametrize(
    ("text", "body", "links", "pictures"),
    [
        ("The ferry left at nine.", "The ferry left at nine.", 0, 0),
        ("[Home](https://x.example/a_(b)?c=d)", "Home", 1, 0),
        ("* [Home](/) here", "Home here", 4 / 9, 0),
        ("## [Share](/s)", "Share", 1, 0),
        ('[one](a "title")two', "onetwo", 0.5, 0),
        ("[![a boat](b.png)](c.html)", "a boat", 1, 1),
        ("![a boat](b.png)", "a boat", 0, 1),
        ("![](b.png)", "![](b.png)", 1, 1),
        ("[x](broken", "[x](broken", 0, 0),
        ("f[x](y z)", "f[x](y z)", 0, 0),
    ],
)
def test_what_is_seen(text, body, links, pictures):
    (line,) = text_lines(text)
    assert line.text == text
    assert line.body == body
    assert line.links == pytest.approx(links)
    assert line.images == pictures


def test_headings():
    lines = text_lines("# One\n####### Two\n#Three\n#")
    assert [(line.kind, line.marker, line.body) for line in lines] == [
        (Kind.HEADING, "#", "One"),
        (Kind.TEXT, "", "####### Two"),
        (Kind.TEXT, "", "#Three"),
        (Kind.TEXT, "", "#"),
    ]


def test_rules_see_through_links():
    dump = "The ferry left at nine, and [the bridge](/b) was closed.\n\n* [Skip to content](#main)\n"
    result = Cleaner().clean(dump, kind="text")
    assert result.text == "The ferry left at nine, and [the bridge](/b) was closed."
    assert [removal.line.text for removal in result.removals] == ["* [Skip to content](#main)"]


@pytest.mark.parametrize("odd", ["](" * 9000, "[" * 30000 + "](", "![" * 9000 + "](a)", "[a](" + "(" * 9000])
def test_odd_lines_are_read(odd):
    assert [line.text for line in text_lines(odd)] == [odd]
    assert Cleaner().clean(odd, kind="text").text
