"""Dumps with a line for every piece of text: what goes on with a sentence is scored with it."""

from collections.abc import Sequence

import pytest

from cleaner import Boxes, Columns, Line
from cleaner_blog.scorer import pieces
from cleaner_blog.scorer.context import Context
from cleaner_blog.scorer.judge import may_have_pieces, maybe_pieces

BROKEN = [
    "Weather",
    "The council of the island has sold its only ferry to",
    "Harbour Lines",
    ", which will run it from",
    "Skerry",
    "to the mainland in winter.",
    "The price was",
    "not named.",
    "Nobody was asked, says",
    "the harbour master",
    ".",
    "More from the coast",
]
WHOLE = [
    "Weather",
    "The council of the island has sold its only ferry to Harbour Lines, which will run it from Skerry to the mainland "
    "in winter.",
    "The price was not named.",
    "Nobody was asked, says the harbour master.",
    "More from the coast",
]


def scored(
    texts: Sequence[str], taken: Sequence[int] = (), markers: Sequence[int] = ()
) -> tuple[list[str], list[float]]:
    """What the scorer sees, and the scores that come out when it gives each line its number."""
    seen: list[str] = []

    def scorer(columns: Columns, _: Boxes, context: Context) -> Sequence[float]:
        seen.extend(columns.texts.decode().split("\0")[:-1])
        assert len(context.stages) == len(seen) == len(columns.gaps) == len(columns.links)
        return [float(number) for number in range(len(seen))]

    lines = [Line(at, text, marker="-" if at in markers else "") for at, text in enumerate(texts)]
    stages = bytes(at in taken for at in range(len(texts)))
    return seen, list(pieces.score(scorer, Columns.of(lines), Boxes.of(()), Context(stages)))


def test_pieces_are_scored_as_the_sentence_they_are_of():
    assert scored(BROKEN) == (WHOLE, [0, 1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 4])


def test_particles_of_japanese_go_on_without_a_space():
    seen, scores = scored(["島の役場", "は春に渡し船を", "港の会社", "に売った", "。", "市場"])
    assert seen == ["島の役場は春に渡し船を港の会社に売った。", "市場"]
    assert scores == [0, 0, 0, 0, 0, 1]


@pytest.mark.parametrize(
    "texts",
    [
        ["iPhone", "eBay", "adidas", "nike", "Shoes"],  # small letters alone prove nothing
        ["The ferry is sold.", ", it seems", "Weather"],  # nor does one piece
        ["The ferry is sold.", "The island is angry.", "“Never,” says the harbour master."],
    ],
)
def test_other_dumps_are_scored_as_they_are(texts: list[str]):
    assert scored(texts) == (texts, list(range(len(texts))))


def test_a_line_that_a_rule_takes_or_that_has_a_marker_is_no_piece():
    assert scored(BROKEN, taken=[10])[0] == [*WHOLE[:3], f"{BROKEN[8]} {BROKEN[9]}", *BROKEN[10:]]
    assert scored(BROKEN, markers=[7])[0] == [*WHOLE[:2], *BROKEN[6:8], *WHOLE[3:]]


def test_lines_of_markdown_that_say_nothing_are_no_pieces():
    assert scored([*BROKEN, "", "", ", and so on"])[0] == [*WHOLE, "", "", ", and so on"]


@pytest.mark.parametrize(
    ("texts", "may"),
    [
        (["Weather", ", which"], True),
        (["Weather", "."], True),
        (["Weather", "”, says", "Skerry"], True),
        (["島", "。"], True),
        ([", which", "Weather"], False),  # nothing is above it
        (["Weather", ".5 degrees", ":D", "", "’tis"], False),
        ([], False),
    ],
)
def test_a_dump_may_have_pieces_if_a_line_begins_with_a_sign_that_closes(texts: list[str], may: bool):
    assert may_have_pieces(Columns.of([Line(at, text) for at, text in enumerate(texts)])) is may


def test_which_lines_may_be_pieces():
    texts = [
        "The council of the island,",
        "which sold",
        "Skerry",
        "The end.",
        "nobody",
        "",
        "ärger",
        "taken",
        "- x",
        "y",
    ]
    lines = [Line(at, text, marker="-" if text[:1] == "-" else "") for at, text in enumerate(texts)]
    stages = bytes(text == "taken" for text in texts)
    assert maybe_pieces(Columns.of(lines), stages) == ([1, 2, 3, 4, 9], [1, 9], [1])
    assert maybe_pieces(Columns.of([]), b"") == ([], [], [])
    with pytest.raises(TypeError):
        maybe_pieces(Columns.of(lines), b"")
