"""What C sees of the lines that are left: pairs that may say the same, their blocks, and what may be a date."""

import pytest

from cleaner import Line, Page
from cleaner_blog.left import Left

OVENS = "The ovens of the village"


def page_of(*texts: str, gaps: str = "") -> Page:
    """A page of these texts, with breaks before those that have a `1` in `gaps`, or before all."""
    breaks = [gap == "1" for gap in gaps or "1" * len(texts)]
    return Page(
        None, tuple(Line(number, text, gap=gap) for number, (text, gap) in enumerate(zip(texts, breaks, strict=True)))
    )


@pytest.mark.parametrize(
    ("first", "second", "may"),
    [
        (OVENS, OVENS, True),
        (OVENS, f"{OVENS}. Mia Kettle", True),
        (f"{OVENS}. Mia Kettle", OVENS, True),
        (OVENS, "The “Ovens” of the village", True),
        (f"{OVENS} – they smoke", f"{OVENS}, they smoke", True),
        (OVENS, "The ovens: of the VILLAGE!", True),
        (OVENS, "The ovens of the valley", False),
        (OVENS, "the ovens of the village", False),
        (OVENS, "The", False),
        ("The ovens smoke", "The ovens smoke", False),
        ("Öfen im Straßendorf", "Öfen im Strassendorf", True),
        ("Öfen im Dorf am Fluss", "Öfen im Ort am Fluss", False),
        ("ÖÖÖÖÖÖÖÖ am Fluss", "ÖÖÖ", False),
        ("村の窯が煙を出す", "村の窯が", True),
        ("村の窯が煙を出す", "村の窯か", False),
    ],
)
def test_two_lines_that_may_say_the_same(first: str, second: str, may: bool) -> None:
    assert [pair[:2] for pair in Left(page_of(first, second)).alike] == [(0, 1)] * may


@pytest.mark.parametrize(
    ("gaps", "gone", "found"),
    [
        ("1101", [], [(1, 2, True)]),
        ("0001", [], [(1, 2, False)]),
        ("1111", [], [(1, 2, False)]),
        ("1100", [], [(1, 2, False)]),
        ("0001", [0], [(1, 2, True)]),
        ("1100", [3], [(1, 2, True)]),
        ("1101", [1], []),
        ("1101", [7, -1], [(1, 2, True)]),
    ],
)
def test_a_block_of_two_lines(gaps: str, gone: list[int], found: list[tuple[int, int, bool]]) -> None:
    page = page_of("Bread", OVENS, OVENS, "The mill", gaps=gaps)
    left = Left(page, gone)
    assert left.alike == found
    assert left.lines() == [line for line in page.lines if line.number not in gone]


def test_a_break_before_what_has_gone_between_stays_one() -> None:
    page = page_of("Bread", "Mill", OVENS, "Mill", OVENS, "Mill", "Bread", gaps="0100010")
    assert Left(page, [1, 3], {5: "blog/signs"}).alike == [(2, 4, True)]


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("June 6, 2021", True),
        ("6. 6. 21", True),
        ("2021年6月6日", True),
        ("٦ يونيو ٢٠٢١", True),
        ("Room 12", False),
        ("In 2021 it rained", False),
        (f"2021: {'all the ovens of the village ' * 8}", False),
    ],
)
def test_what_may_be_a_date(text: str, may: bool) -> None:
    page = page_of(text, "2021-06-06")
    assert [line.text for line in Left(page, [1]).dated()] == [text] * may


def test_an_empty_page() -> None:
    left = Left(page_of())
    assert (left.alike, left.lines(), left.dated()) == ([], [], [])
