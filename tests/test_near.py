"""What C sees of the lines of a page: which are around a headline, and which may be a day, a label or a name."""

import pytest

from cleaner import Kind, Line
from cleaner.columns import Columns
from cleaner.metadata.looks import look
from cleaner.metadata.near import near

PROSE = "The gulls of Skerry Harbour came back, and the keeper of the light wrote their number into his book. " * 2


def lines_of(*texts):
    return tuple(Line(number, text) for number, text in enumerate(texts))


def around(*texts, headline=0, claims=None):
    return near(lines_of(*texts), headline, claims or {})


def test_lines_below_a_headline_come_first_and_those_above_from_the_nearest_on():
    found = around("Home", "News", "Gulls are back", "By Ada Gull", "6 June 2021", headline=2)
    assert found.pieces == [("By Ada Gull", ""), ("6 June 2021", ""), ("News", ""), ("Home", "")]
    assert (found.dated, found.naming) == ([1], [0, 1])


def test_over_the_first_line_nothing_stands_above():
    assert around("6 June 2021", "By Ada Gull", headline=-1).pieces == [("6 June 2021", ""), ("By Ada Gull", "")]


def test_the_first_prose_may_be_a_summary_and_nothing_counts_behind_the_second():
    assert around("Gulls", PROSE, "Monday", PROSE, "Tuesday").pieces == [("Monday", "")]
    assert around("Gulls", PROSE, "Monday", PROSE, "Tuesday", claims={1: "a/b"}).pieces == [
        ("Monday", ""), ("Tuesday", "")
    ]  # fmt: skip


def test_an_element_taken_whole_is_several_pieces_and_captions_are_none():
    lines = (
        Line(0, "Gulls are back"),
        Line(1, "Ada Gull\n6 June 2021"),
        Line(2, "A gull", Kind.CAPTION),
        Line(3, "A gull", tag="figcaption"),
        Line(4, "Gulls in the harbour, 2021"),
    )
    found = near(lines, 0, {1: "blog/byline", 4: "blog/photo-line"})
    assert found.pieces == [("Ada Gull", ""), ("6 June 2021", "")]


@pytest.mark.parametrize(
    "text", ["BY: Ada Gull", "Von Ada Gull", "Piše Ada", "ОТ Ады", "Автор: Ада", "Ada | 2021", "文／港"]
)
def test_what_may_name_somebody(text):
    assert around("Gulls", "Home", text).naming == [1]


@pytest.mark.parametrize("text", ["Byways of Skerry", "Vonder Gull", "Gulls", "“Gulls” – back"])
def test_what_names_nobody(text):
    assert around("Gulls", text, text).naming == []


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("6 June 2021", [0]),
        ("24.12.21", [0]),
        ("1999年", [0]),
        ("٠٦.٠٦.٢٠٢١", [0]),
        ("12020", []),
        ("… and so on …", []),
        ("20", []),
        ("At 20.15", []),
    ],
)
def test_what_may_have_a_year(text, dated):
    assert around("Gulls", text).dated == dated


def test_lone_surrogates_may_be_anything():
    found = around("Gulls", "\ud800", "Home")
    assert (found.dated, found.naming) == ([0], [0, 1])


def test_only_few_lines_of_a_page_may_be_something_by_themselves():
    lines = lines_of(
        "6 June 2021", "Home", PROSE, "abc, de", "A bell\nPublished on\n6 June 2021", "Gulls since 2021 and after that",
        PROSE, "Gulls", "ПУБЛИКАЦИЯ", "Опубликовано", "發布於 2021", "é" * 29 + "2020", "",
    )  # fmt: skip
    found = look(Columns.of(lines))
    assert (found.dated, found.labelled, found.signed) == ([0, 4, 10], [4, 9, 10], [3])


def test_a_page_of_nothing():
    assert look(Columns.of(())) == ([], [], [])
    assert near((), 0, {}) == ([], [], [])
