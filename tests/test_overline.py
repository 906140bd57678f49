"""Which line of a dump is the headline: what is asked about a line, and what the answers decide."""

from itertools import compress

import pytest

import cleaner
from cleaner import Page
from cleaner.segment import text_lines
from cleaner_blog.overline import candidates
from cleaner_blog.topline import Top
from cleaner_blog.weights import WEIGHTS

ENGINE = cleaner.Cleaner()
HARBOUR = (
    "The gulls of Skerry Harbour came back on Monday, and the keeper of the light wrote their number into his book, as "
    "he has done since he was a boy.",
    "Nobody had seen them for nine winters. The fishermen say that the herring went north, and that the birds followed "
    "the herring, as everybody would.",
    "Now that the keeper has counted two hundred, the council of the harbour will hang up the old bell again, which "
    "rang whenever a boat came home.",
)
TEASER = (
    "Ferry to the islands will run on Sundays",
    "The company has bought a second ship, and from the first of next month on it will sail twice on each of the days "
    "on which it rested until now.",
)


def title(*lines):
    return ENGINE.clean("\n\n".join(lines), kind="text").metadata.title


def answers(text, headline):
    """The questions about a line that are answered with yes."""
    lines = tuple(text_lines(text))
    told = {line.body: found for line, found in candidates(Page(None, lines))}
    assert len(told[headline]) == len(WEIGHTS)
    return {name for name, yes in zip(WEIGHTS, told[headline], strict=True) if yes}


def test_a_line_weighs_what_its_answers_weigh():
    page = Page(None, tuple(text_lines("\n\n".join(("Home", "Gulls are back in Skerry Harbour", *TEASER, *HARBOUR)))))
    told = dict(candidates(page))
    scores = Top(page).scores()
    assert {line.text for _, line in scores} >= {"Gulls are back in Skerry Harbour", TEASER[0]}
    for score, line in scores:
        assert score == pytest.approx(sum(compress(WEIGHTS.values(), told[line])))


def test_each_question_has_its_own_weight():
    dump = "\n\n".join(("Home", "News", "Gulls back in Skerry Harbour", "June 6, 2021", *HARBOUR))
    assert answers(dump, "Gulls back in Skerry Harbour") == {
        "prose is near",
        "over the first text",
        "a gap before",
        "a gap after",
        "a short line above",
        "a date below",
        "a third of its words in the lead",
        "two thirds of its words in the lead",
        "all its words in the first prose",
    }


@pytest.mark.parametrize(
    ("above", "question"),
    [
        ("  • Gulls back in Skerry Harbour", "stands in a list too"),
        ("News: Gulls back in Skerry Harbour", "part of a line above"),
    ],
)
def test_another_line_says_it_again(above, question):
    dump = "\n\n".join(("Home", above, "News", "Gulls back in Skerry Harbour", *HARBOUR))
    assert question in answers(dump, "Gulls back in Skerry Harbour")


def test_a_line_below_begins_with_it():
    dump = "\n\n".join(("Home", "Gulls back in Skerry Harbour", "Gulls back in Skerry Harbour (photo)", *HARBOUR))
    assert "part of a line below" in answers(dump, "Gulls back in Skerry Harbour")


def test_the_headline_of_the_text_and_not_that_of_a_teaser():
    assert title(
        "Home", "News", *TEASER, "Keeper counts two hundred gulls in Skerry Harbour", "June 6, 2021", *HARBOUR
    ) == ("Keeper counts two hundred gulls in Skerry Harbour")


def test_a_headline_can_be_the_only_item_of_a_list():
    assert title(
        "Home", "June 6, 2021", "• Gulls are back in Skerry Harbour, keeper says", "June 6, 2021", *HARBOUR
    ) == ("Gulls are back in Skerry Harbour, keeper says")


def test_one_line_of_prose_has_no_headline():
    assert title("What did the keeper write?", HARBOUR[0], "Did he count them?", "He did.") is None


def test_words_of_scripts_without_blanks_are_known_again():
    prose = (
        "港のカモメが月曜日に戻ってきた。灯台の番人はその数を帳面に書き、少年のころから続けてきたように一羽ずつ数えたと話した。",
        "九年のあいだ、だれも港でカモメを見なかった。漁師たちはニシンが北へ行き、鳥もそれを追って行ったのだと言っている。",
    )
    assert "a third of its words in the lead" in answers("\n\n".join(("港にカモメが戻る", *prose)), "港にカモメが戻る")
