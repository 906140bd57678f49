"""The lines of dumps, which C finds, beside a plain model of them; and cases written by hand."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Kind
from cleaner.segment import text_lines

DATE = re.compile(r"date [0-9]{4}-[0-9]{2}-[0-9]{2} ")
MARKER = re.compile(r"([0-9]{1,3}[.)]|[•◦▪▫‣⁃∙●○■□*+-]|(#{1,6}))(?=\s\S)")
NO_BREAKS = "\u00a0\u202f"


def folded(text):
    """White space, but for no-break spaces, one character at a time."""
    out = ""
    for character in text.strip():
        if not character.isspace() or character in NO_BREAKS:
            out += character
        elif not out.endswith(" "):
            out += " "
    return out


def model(text):
    """Text, kind, gap, indent and marker of each line."""
    lines, gap = [], True
    for raw in text.splitlines():
        line, indent = folded(raw), len(raw) - len(raw.lstrip())
        while found := DATE.match(line):
            lines.append((found[0][:-1], Kind.TEXT, gap, indent, ""))
            line, gap = line[found.end() :], True
        if line:
            found = MARKER.match(line)
            kind = Kind.TEXT if not found else Kind.HEADING if found[2] else Kind.ITEM
            lines.append((line, kind, gap, indent, found[1] if found else ""))
        gap = not line
    return lines


def seen(text):
    return [(line.text, line.kind, line.gap, line.indent, line.marker) for line in text_lines(text)]


SPACES = [chr(code) for code in range(0x110000) if chr(code).isspace()]
DATES = ["date 2019-05-07 ", "date 2019-05-7 "]
SIGNS = ["1.", "12)", "123.", "1234.", "•", "□", "*", "-", "#", "##", "######", "#######"]
OTHERS = ["a", "  ", "\r\n", "é", "渡", "\U0001f600", "\ud800", "\u200b", "\u0085", "\ufeff", "\u2010", "\u3001"]
TEXTS = st.lists(st.sampled_from([*SPACES, *DATES, *SIGNS, *OTHERS]), max_size=20).map("".join)


@settings(deadline=None, max_examples=1000)
@given(TEXTS | st.text(st.characters(exclude_characters="\0"), max_size=40))
def test_lines_are_those_of_the_model(text):
    assert seen(text) == model(text)
    assert [line.number for line in text_lines(text)] == list(range(len(text_lines(text))))


@pytest.mark.parametrize("space", SPACES)
def test_white_space_of_every_kind(space):
    assert seen(f"{space}a{space}{space}b{space}") == model(f"{space}a{space}{space}b{space}")


def test_a_dump():
    text = "Home\r\n\r\n  • News\n\t2)  Sport \u00a0\nThe ferry\u00a0left\u2028date 2019-05-07 date 2019-05-08 ## One"
    assert seen(text) == [
        ("Home", Kind.TEXT, True, 0, ""),
        ("• News", Kind.ITEM, True, 2, "•"),
        ("2) Sport", Kind.ITEM, False, 1, "2)"),
        ("The ferry\u00a0left", Kind.TEXT, False, 0, ""),
        ("date 2019-05-07", Kind.TEXT, False, 0, ""),
        ("date 2019-05-08", Kind.TEXT, True, 0, ""),
        ("## One", Kind.HEADING, True, 0, "##"),
    ]


def test_of_links_the_share_is_known_without_the_marker():
    menu, prose, picture = text_lines("* [Home](/)\nA [b](/c) d e f\n![](x.png) x")
    assert (menu.links, menu.images) == (1, 0)
    assert (prose.links, prose.images) == (1 / 9, 0)
    assert (picture.links, picture.images) == (0, 1)


@pytest.mark.parametrize("many", [0, 1, 300_000])
def test_any_number_of_lines(many):
    assert seen("\n".join(["渡 "] * many)) == [("渡", Kind.TEXT, number == 0, 0, "") for number in range(many)]


def test_a_nul_is_replaced():
    assert [line.text for line in text_lines("one\0two\nthree\0")] == ["one\ufffdtwo", "three\ufffd"]


def test_long_lines():
    line = "no end " * 1_500_000
    assert seen(line + "\n" + " " * 10_000_000) == [(line.rstrip(), Kind.TEXT, True, 0, "")]
