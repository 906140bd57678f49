"""Captions that end in a credit: only where a line shows a sign of one, or stands below a picture."""

import pytest

from cleaner import Columns, Line, Page
from cleaner_blog.captions import SIGNS, credited
from cleaner_blog.doubles import doubled_captions, repeated_captions
from cleaner_blog.left import Left
from cleaner_blog.signs import Signs


@pytest.mark.parametrize(
    ("text", "images", "goes"),
    [
        ("The ovens of the village at dawn.dpa", 1, True),
        ("The ovens of the village at dawn.dpa", 0, False),
        ("The ovens of the village at dawn via dpa", 1, True),
        ("The ovens of the village at dawn dpa/Mia Kettle", 1, True),
        ("Die Öfen des Dorfs werden repariert. 13.11.2023 | 12:45 min", 1, True),
        ("The ovens of the village at dawn", 1, False),
        ("The ovens of the village at dawn. Photo: Mia Kettle", 0, True),
        ("the ovens of the village at dawn.dpa", 1, False),
        ("The ovens of the village at dawn.\u00a0AP Photo/Mia Kettle, File", 0, True),
        ("Die Öfen des Dorfs am Morgen. (Symbolfoto: picture alliance/dpa | Mia Kettle)", 0, True),
        ("Ein Mantel aus Mehlsäcken.Foto: Mia Kettle. Styling: Jo Pan. Haare: Al Fork", 0, True),
        ("Los hornos del pueblo al amanecer. EFE/ M. Kettle", 0, True),
        ("The ovens of the village at dawn REUTERS/Mia Kettle", 0, True),
        ("The ovens of the village after the repair. Supplied", 0, True),
        ("The ovens of the village, as the miller saw them. @mia_kettle/via REUTERS", 0, True),
        ("The third oven of the village smokes again.   Credit: Mia Kettle", 0, True),
        ("The bakers asked for credit. Credit: a loan for those who bake.", 0, False),
        ("Die Öfen des Dorfs werden repariert. 13.11.2023 | 1:45 min", 0, True),
        ("The film about the ovens: 13.11.2023 | 1:45 min", 0, False),
        ("The bakers left at dawn. Supplied with maps, they found the sea.", 0, False),
        ("The agencies AFP/EPA and EFE/Lusa reported the fire first.", 0, False),
    ],
)
def test_a_caption_with_a_credit(text: str, images: int, goes: bool) -> None:
    lines = [Line(0, text, images=images)]
    held = [lines[number] for number in Signs((SIGNS,)).held(Columns.of(lines)).get(0, ())]
    below = [line for line in lines if line.images]
    assert [mark.line.text for mark in credited(below, held)] == [text] * goes


def test_what_stands_beside_a_caption_and_says_the_same_goes_too():
    texts = [
        "The ovens of the village at dawn.",
        "The ovens of the village at dawn. Photo: Mia Kettle",
        "Ovens",
        "The ovens of the village have been repaired.",
        "The oldest of the ovens",
        "The oldest of the ovens\nMia Kettle",
        "the oldest of...",
    ]
    lines = tuple(Line(number, text) for number, text in enumerate(texts))
    page = Page(None, lines, claims={5: "blog/figcaption"})
    gone = [mark.line.number for mark in repeated_captions(page, [lines[1]])]
    assert sorted(gone) == [0, 4, 6]


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("Woman with a basket of bread before an oven", True),
        ("A woman carries a basket of bread from an oven.", True),
        ("A woman carries bread. The oven is behind her.", False),
        ("Mill Oven 2000", False),
        ("Registration: https://example.org/ovens-of-the-village", False),
    ],
)
def test_what_stands_over_a_caption_in_the_block_of_a_dump(text: str, goes: bool) -> None:
    caption = Line(1, "The ovens are lit at four. Photo: Mia Kettle", gap=False)
    page = Page(None, (Line(0, text), caption))
    assert [mark.line.text for mark in repeated_captions(page, [caption])] == [text] * goes
    apart = Page(None, (Line(0, text), caption._replace(gap=True)))
    assert not list(repeated_captions(apart, [apart.lines[1]]))


ALT = "The ovens of the village, seen from the mill"
OTHER = "The harbour on the day on which they came by ship"


@pytest.mark.parametrize(
    ("texts", "gone"),
    [
        ([ALT, f"{ALT} Mia Kettle"], [0, 1]),
        ([f"{ALT}. (Mia Kettle)", ALT], [0, 1]),
        ([ALT, f"{ALT}/The Crumb", "Bread", f"{ALT} today Jo Pan", f"{ALT} today"], [0, 1, 3, 4]),
        ([OTHER, ALT, f"{ALT} Mia Kettle", f"{OTHER} (The Crumb)"], [0, 1, 2, 3]),
        ([ALT, f"{ALT}, were built in one summer by a man whom nobody knew."], []),
        ([ALT, f"{ALT}, and these are their names:"], []),
        (["The ovens", "The ovens Mia Kettle"], []),
        ([ALT, "Bread", f"{ALT} Mia Kettle"], []),
    ],
)
def test_a_caption_that_stands_twice_with_a_name_in_one_of_them(texts: list[str], gone: list[int]) -> None:
    lines = tuple(Line(number, text, gap=True) for number, text in enumerate(texts))
    page = Page(None, lines)
    assert sorted(mark.line.number for mark in doubled_captions(page, Left(page, []))) == gone


def test_items_of_a_list_are_no_captions():
    lines = tuple(Line(number, text, marker="•") for number, text in enumerate([f"• {ALT}", f"• {ALT} Mia Kettle"]))
    page = Page(None, lines)
    assert not list(doubled_captions(page, Left(page, [])))
