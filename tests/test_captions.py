"""Captions that end in a credit: only where a line shows a sign of one, or stands below a picture."""

import pytest

from cleaner import Columns, Line
from cleaner_blog.captions import SIGNS, credited
from cleaner_blog.signs import holding


@pytest.mark.parametrize(
    ("text", "images", "goes"),
    [
        ("The ovens of the village at dawn.dpa", 1, True),
        ("The ovens of the village at dawn.dpa", 0, False),
        ("The ovens of the village at dawn", 1, False),
        ("The ovens of the village at dawn. Photo: Mia Kettle", 0, True),
        ("the ovens of the village at dawn.dpa", 1, False),
    ],
)
def test_a_caption_with_a_credit(text: str, images: int, goes: bool) -> None:
    lines = [Line(0, text, images=images)]
    assert [mark.line.text for mark in credited(lines, *holding(lines, Columns.of(lines), (SIGNS,)))] == [text] * goes
