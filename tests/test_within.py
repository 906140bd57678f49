"""Lines that words within them give away, and phrases in capitals."""

import pytest

from cleaner import Line
from cleaner_blog.within import authors, embedded_and_captions
from cleaner_blog.words import phrases

AUTHORS = [
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


@pytest.mark.parametrize("text", AUTHORS)
def test_who_wrote_goes(text: str) -> None:
    assert [mark.line.text for mark in authors([Line(0, "The rope held."), Line(1, text)])] == [text]


@pytest.mark.parametrize("text", STAY)
def test_who_is_written_about_stays(text: str) -> None:
    assert list(authors([Line(0, text)])) == []


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
    assert [mark.line.text for mark in embedded_and_captions([Line(0, text)])] == [text] * goes


@pytest.mark.parametrize("capitals", ["DEVAMINI OKU", "SON DAKİKA HABERLERİ", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ"])
def test_turkish_and_greek_phrases_are_known_in_capitals(capitals: str) -> None:
    assert capitals in phrases("related")
