"""The top of a dump: what C knows of characters, and what it answers about a line by itself."""

import pytest

import cleaner
from cleaner import Line, Page
from cleaner.segment import text_lines
from cleaner_blog.topline import Top
from cleaner_blog.topline.letters import characters
from cleaner_blog.weights import WEIGHTS

PROSE = (
    "The gulls of Skerry Harbour came back on Monday, and the keeper of the light wrote their number into his book, as "
    "he has done since he was a boy.",
    "Nobody had seen them for nine winters. The fishermen say that the herring went north, and that the birds followed "
    "the herring, as everybody would.",
)
CODE = 0x1FFFFF


def answers(line, *prose):
    """The questions about a line over prose that are answered with yes."""
    lines = tuple(text_lines("\n\n".join((line, *(prose or PROSE)))))
    told = {own.number: found for own, found in Top(Page(None, lines)).answers()}
    return {name for name, yes in zip(WEIGHTS, told[0], strict=True) if yes}


def test_every_character_has_the_small_letter_that_python_gives_it():
    told = characters()
    for code in range(len(told)):
        small = chr(code).lower()
        assert small == "i̇" if code == ord("İ") else ord(small) == told[code] & CODE
        # what is written small needs half as much room again at most
        assert 2 * len(small.encode(errors="surrogatepass")) <= 3 * len(chr(code).encode(errors="surrogatepass"))


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Skerry Harbour", "one or two words"),
        ("Gulls of Skerry", "three or four words"),
        ("Who counts the gulls of Skerry… and why not!”", "ends as a sentence does"),
        ("Read more about this:", "a label"),
        ("12.30 – 14.45", "a label"),
        ("Home | Gulls", "has separators"),
        ("› Gulls of Skerry", "has separators"),
        ("Monday 6.12.2021 Gulls", "has separators"),
        ("HarbourGulls are back", "words run together"),
        ("В гавани ЧайкиВернулись", "words run together"),
        ("Gulls Are Back In Skerry", "capitals throughout"),
        ("A light, PHOTO by Gull", "words of credits"),
        ("© Ada Gull", "words of credits"),
        ("Our Newsletter about gulls", "words of notices"),
    ],
)
def test_what_a_line_says_in_words_of_its_own(line, question):
    assert question in answers(line)
    assert question not in answers("Gulls are back in the harbour of Skerry")


@pytest.mark.parametrize("line", ["Photography of gulls in the harbour", "Fish|gulls: 2 by 3 in the harbour, 1:2"])
def test_what_only_begins_or_looks_like_it_is_none(line):
    assert answers(line).isdisjoint({"words of credits", "words of notices", "has separators", "a label"})


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("ΤΟΥΣ ΝΕΟΥΣ ΓΕΙΤΟΝΕΣ", "Τους νεους γειτονες της γεφυρας μετρησε ο φυλακας, και ησαν εννεα"),
        (
            "DİKKAT İSTANBUL MARTILARI",
            "Di̇kkat, i̇stanbul martıları martilari geri döndü ve fenerin bekçisi onları saydı",
        ),
    ],
)
def test_capitals_are_the_same_words(line, lead):
    prose = f"{lead}, {'la ' * 30}la."
    assert "two thirds of its words in the lead" in answers(line, prose, prose)


def test_a_link_is_asked_for_what_is_read_of_it():
    assert "a third of its words in the lead" in answers("[Gulls of Skerry Harbour](https://example.org/gulls)")


@pytest.mark.parametrize(
    "line", ["\ud800 gulls of Skerry", "a\0b gulls of Skerry", "𝐀𠀀 gulls of Skerry", "\u3000•\u3000"]
)
def test_any_characters_are_read(line):
    lines = tuple(Line(number, text) for number, text in enumerate((line, line, *PROSE, line)))
    top = Top(Page(None, lines, None, {4: "stranger/rule"}))
    assert top.prose() == [2, 3]
    assert {len(found) for _, found in top.answers()} <= {len(WEIGHTS)}
    assert len(top.scores()) <= len(top.answers())


def test_a_dump_of_nothing_has_no_top():
    top = Top(Page(None, ()))
    assert (top.prose(), top.answers(), top.scores()) == ([], [], [])


def test_long_lines_that_say_the_same_cost_no_more_than_their_length():
    dump = "\n\n".join(("a" * 150, "a" * 2_000_000 + " b.", "a" * 2_000_000 + " c.", *PROSE))
    assert cleaner.clean(dump, kind="text").status
