"""Lines that words within them give away, and phrases in capitals."""

from collections.abc import Sequence

import pytest

from cleaner import Columns, Line
from cleaner_blog.signs import holding
from cleaner_blog.within import AUTHORS, CAPTIONS, Kind, marks, signs
from cleaner_blog.words import phrases

WRITERS = [
    "Jane Doe is a senior reporter at the Lower Village Times, covering ropes.",
    "Jane Doe, of the lower village, is our correspondent in the tower.",
    "Erika Musterfrau ist freie Journalistin und schreibt über Fähren.",
    "Jeanne Dupont est journaliste au service des bacs.",
    "Juana Pérez es periodista y escribe sobre barcas.",
    "Jane Doe and John Roe contributed to this report.",
]
STAY = [
    "Jane Doe was a reporter when the rope broke, and stayed one.",
    "Jane Doe is a reporter who was arrested on the ferry in May.",
    "A reporter at the landing is nothing new, the ferryman thinks.",
    "Jane Doe wrote songs, and was never a reporter.",
    "The village contributed to this report of losses with a goat.",
]


def marked(kinds: Sequence[Kind], *texts: str) -> list[str]:
    lines = [Line(number, text) for number, text in enumerate(texts)]
    return [mark.line.text for mark in marks(kinds, holding(lines, Columns.of(lines), signs(kinds)))]


@pytest.mark.parametrize("text", WRITERS)
def test_who_wrote_goes(text: str) -> None:
    assert marked(AUTHORS, "The rope held.", text) == [text]


@pytest.mark.parametrize("text", STAY)
def test_who_is_written_about_stays(text: str) -> None:
    assert marked(AUTHORS, text) == []


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("The rope held all day #ferry pic.twitter.com/AbCdEf1234", True),
        ("— Ferry Watch (@ferrywatch) May 3, 2021", True),
        ("Write to the ferryman (@ferryman) before you come.", False),
        ("The parish sold the licensing rights to the bell.", False),
    ],
)
def test_embedded_posts_and_captions(text: str, goes: bool) -> None:
    assert marked(CAPTIONS, text) == [text] * goes


@pytest.mark.parametrize("text", ["", "a", "ab", "abc", "x＝abc", "𝒜＝", "ab\nabc"])
def test_every_sign_is_found_wherever_it_stands(text: str) -> None:
    groups = (("＝", "abc"), ("bca", "𝒜bc"), ("zzz",))
    lines = [Line(number, given) for number, given in enumerate(["no", text, f"{text}abca", text])]
    expected = [[line for line in lines if any(sign in line.text for sign in group)] for group in groups]
    assert holding(lines, Columns.of(lines), groups) == expected


@pytest.mark.parametrize("capitals", ["DEVAMINI OKU", "SON DAKİKA HABERLERİ", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ"])
def test_turkish_and_greek_phrases_are_known_in_capitals(capitals: str) -> None:
    assert capitals in phrases("related")
