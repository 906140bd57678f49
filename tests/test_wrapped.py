"""Dumps whose paragraphs are wrapped are read as paragraphs; verse, menus, code and clean text as they are."""

import textwrap

import pytest

from cleaner import clean
from cleaner.segment import text_lines
from cleaner.segment.wrapped import unwrapped

ENGLISH = (
    "Skerry counts its lighthouses again",
    "The council of Skerry has counted its lighthouses for the third time this year and has found one more than it paid"
    " for, which nobody on the island can explain to the people who sent the bill.",
    "The keeper of the northern light says that he has seen it burn on two nights in March. His well-known colleague in"
    " the south, who has been asked as well, says nothing until the pre- and postwar maps have been compared.",
    "A boat will go out on Friday with a surveyor, a lamp and a priest, and whoever wants to come along can sign a list"
    " in the town hall until noon.",
)
GERMAN = (
    "Der Gemeinderat hat zum dritten Mal in diesem Jahr die Leuchttürme gezählt und einen mehr gefunden, als er bezahlt"
    " hat, was niemand auf der Insel den Leuten erklären kann, die die Rechnung geschickt haben.",
    "Der Wärter im Norden sagt, er habe ihn in zwei Nächten im März leuchten sehen; sein Kollege im Süden schweigt, bis"
    " die alten und die neuen Karten verglichen sind.",
    "Am Freitag soll ein Boot mit einer Lampe hinausfahren, um noch einmal nachzusehen, und wer dabei sein will, kann"
    " sich bis zum Mittag im Rathaus eintragen, muss aber selbst rudern und darf nachher nicht darüber schreiben.",
)
VERSE = (
    "The lamp that stood upon the northern stone where nobody had built a house\n"
    "was lit by somebody alone, a sailor, or perhaps a mouse,\n"
    "and all the boats that came to see if it would burn another night\n"
    "went home again along the lee and said that it had been a light\n"
    "that never was, and never would be, over the water and over the wood,\n"
    "and so it goes for such as me, who would have gone there if I could."
)
CODE = (
    "def lamps(path):\n    for name in sorted(path.iterdir()):\n        if name.suffix == '.lamp' and is_lit(name):\n"
    "            yield name.stem, brightness_of(name, since=MARCH)\n    return None"
)


def wrapped(paragraphs, width, **options):
    return "\n\n".join(textwrap.fill(text, width, **options) for text in paragraphs)


@pytest.mark.parametrize("width", [64, 72, 78, 80, 100])
@pytest.mark.parametrize("paragraphs", [ENGLISH, GERMAN])
def test_paragraphs_come_out_whole(paragraphs, width):
    assert [line.text for line in text_lines(wrapped(paragraphs, width))] == list(paragraphs)


def test_indented_as_by_lynx_and_with_carriage_returns():
    text = wrapped(ENGLISH, 80, initial_indent="   ", subsequent_indent="   ").replace("\n", "\r\n")
    assert [line.text for line in text_lines(text)] == list(ENGLISH)


def test_items_of_lists_and_what_stands_in_a_row_of_its_own_keep_their_lines():
    items = [
        "First lamp: burns.",
        "Second lamp: burns when somebody looks, says the keeper, and not otherwise, it seems.",
    ]
    listed = "\n".join(textwrap.fill(f"* {text}", 72, subsequent_indent="  ") for text in items)
    found = [line.text for line in text_lines(f"Home\nNews\nBoats\n\n{wrapped(ENGLISH, 72)}\n\n{listed}")]
    assert found == ["Home", "News", "Boats", *ENGLISH, *(f"* {text}" for text in items)]


@pytest.mark.parametrize(
    "text", [VERSE, CODE, "\n\n".join(ENGLISH), "\n".join(ENGLISH), "", "\n", "One\ntwo\nthree\nfour"]
)
def test_what_is_not_wrapped_is_left_as_it_is(text):
    assert unwrapped(text.encode()) == text.encode()


def test_a_break_that_markdown_marks_stays():
    text = wrapped(ENGLISH, 78).replace("for, which", "for,  \nwhich")
    assert "which nobody on the island" in text
    assert all("for, which" not in line.text for line in text_lines(text))


def test_rules_see_whole_sentences():
    asked = (
        "We use cookies on our own site, and so do the people who pay for it, to remember what you chose and to count"
        " how often you come back. If you go on reading you agree to our use of cookies."
    )
    result = clean(wrapped((*ENGLISH, asked), 80), kind="text")
    assert [removal.line.text for removal in result.removals if removal.by == "blog/consent-line"] == [asked]
    assert result.text.split("\n\n") == list(ENGLISH)
