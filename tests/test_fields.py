"""Lines by one of their fields."""

import pytest

from cleaner import Line
from cleaner.fields import tagged

LINES = (Line(0, "Gulls", tag="h1"), Line(1, "Terns", tag="p"), Line(2, "Gulls", tag="p"), Line(3, "Möwen", tag="h1"))


def test_the_lines_of_a_tag():
    assert tagged(LINES, "h1") == [LINES[0], LINES[3]]
    assert tagged(LINES, "h2") == []
    assert tagged(LINES, "\udc00") == []


@pytest.mark.parametrize("lines", [[], (1,), ((),), None])
def test_what_are_no_lines(lines):
    with pytest.raises((SystemError, IndexError)):
        tagged(lines, "h1")
