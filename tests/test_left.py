"""What C sees of the lines that are left: pairs that may say the same, their blocks, what may be a date; and times."""

import pytest

from cleaner import Line, Mark, Page
from cleaner_blog.left import Left, numbered, timed

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
    assert Left(page_of(first, second, gaps="10"), []).alike == [(0, 1, True)] * may


@pytest.mark.parametrize(
    ("first", "second", "may"),
    [
        (f"{OVENS}, seen at nightfall", f"{OVENS}, seen at nightfall. Mia Kettle", True),
        (f"{OVENS}, seen at nightfall. Mia Kettle", f"{OVENS}, seen at nightfall", True),
        (f"{OVENS}, seen at nightfall", f"{OVENS}, seen at nightfall", False),
        (f"{OVENS}, seen at nightfall", f"{OVENS}: seen at nightfall. Mia Kettle", False),
        (OVENS, f"{OVENS}. Mia Kettle", False),
    ],
)
def test_of_two_lines_that_are_no_block_one_says_more(first: str, second: str, may: bool) -> None:
    assert Left(page_of(first, second), []).alike == [(0, 1, False)] * may


@pytest.mark.parametrize(
    ("gaps", "gone", "found"),
    [
        ("1101", [], [(1, 2, True)]),
        ("0001", [], []),
        ("1111", [], []),
        ("1100", [], []),
        ("0001", [0], [(1, 2, True)]),
        ("1100", [3], [(1, 2, True)]),
        ("1101", [1], []),
        ("1101", [7, -1], [(1, 2, True)]),
    ],
)
def test_a_block_of_two_lines(gaps: str, gone: list[int], found: list[tuple[int, int, bool]]) -> None:
    page = page_of("Bread", OVENS, OVENS, "The mill", gaps=gaps)
    left, marked = (
        Left(page, [], gone),
        Left(page, [Mark(page.lines[number], "") for number in gone if number in range(4)]),
    )
    assert left.alike == marked.alike == found
    assert left.lines() == [line for line in page.lines if line.number not in gone]


def test_a_break_before_what_has_gone_between_stays_one() -> None:
    page = page_of("Bread", "Mill", OVENS, "Mill", OVENS, "Mill", "Bread", gaps="0100010")
    assert Left(page, [], [1, 3], {5: "blog/signs"}).alike == [(2, 4, True)]


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
    assert [line.text for line in Left(page, [], [1]).dated()] == [text] * may


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Mia Kettle at 9:46 pm", True),
        ("Mia Kettle, 21h05", True),
        ("Mia Kettle, 6.6.2021", True),
        ("Mia Kettle, ٩:٤٦", True),
        (":46", False),
        ("9:", False),
        ("", False),
        ("Mia Kettle, page 9: 46 ovens", False),
        ("Mia Kettle, 2021-06-06", False),
        (f"Mia Kettle at 9:46 pm{' and later' * 20}", False),
    ],
)
def test_what_may_tell_a_time(text: str, may: bool) -> None:
    page = page_of("9:46 pm", text, "9:46 pm")
    assert timed(page, 1, 40) == [page.lines[1]] * may + [page.lines[2]]


def test_lines_by_their_numbers_but_for_those_that_have_gone() -> None:
    page = Page(None, page_of("Bread", OVENS, "Mill", OVENS).lines, gone={1})
    assert numbered(page, iter([-1, 0, 1, 3, 4]), {0: "blog/signs"}) == [page.lines[3]]
    assert numbered(page, [], {}) == []
    with pytest.raises(TypeError):
        numbered(page, ["0"])


def test_an_empty_page() -> None:
    left = Left(page_of(), [])
    assert (left.alike, left.lines(), left.dated()) == ([], [], [])
