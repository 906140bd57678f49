"""What rules and hooks take, and what is left: `ledger.c`."""

import gc
import tracemalloc
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Line, Mark, Removal
from cleaner.ledger import claim, knows, left, parts, take, take_saying

LINES = tuple(Line(number, f"line {number}") for number in range(5))


class Bold(Line):
    """A line as a hook may see fit to make one."""


def test_marks_are_entered_once_and_where_they_are_sure():
    gone = {0: Removal(LINES[0], "metadata", "times/find_metadata", "the headline")}
    marks = [
        Mark(LINES[0], "too late"),
        Mark(LINES[3], "why", 0.5),
        Mark(LINES[3], "again"),
        Mark(LINES[1], "unsure", 0.4),
        Mark(Bold(*LINES[4]), "equal", True),
    ]
    assert take(marks, LINES, gone, "credits", "times/remove_credits", 0.5) is None
    assert list(gone) == [0, 3, 4]
    assert gone[0].why == "the headline"
    assert gone[3] == Removal(LINES[3], "credits", "times/remove_credits", "why")
    assert gone[4].line is LINES[4]
    assert type(gone[3]) is Removal
    assert gc.is_tracked(gone[3])


def test_marks_behind_a_fault_are_not_looked_at():
    gone = {}
    wrong = take([Mark(LINES[1], "x"), "y", Mark(LINES[2], "x")], LINES, gone, "credits", "times/remove_credits", 0)
    assert wrong == "must yield Mark(line, why), not 'y'"
    assert list(gone) == [1]


class Odd(Line):
    """It can be compared with nothing."""

    def __eq__(self, other: object) -> bool:
        raise ZeroDivisionError

    __hash__ = Line.__hash__


def test_an_error_in_a_line_of_its_own_is_the_fault_of_the_hook():
    assert "not on the page" in take([Mark(Odd(*LINES[1]), "x")], LINES, {}, "credits", "times/remove_credits", 0)
    assert not knows(LINES, Odd(*LINES[1]))


def test_a_line_is_known_by_what_it_says():
    assert knows(LINES, LINES[2])
    assert knows(LINES, Line(2, "line 2"))
    assert not knows(LINES, Line(3, "line 2"))
    assert not knows(LINES, Line(5, "line 5"))
    assert not knows((), LINES[0])


ENTRIES = (("credits", "times/agency", "an agency"), ("footer", "times/legal", "legal"))


def test_rules_take_what_they_claim_up_to_one_that_reaches():
    gone = {0: Removal(LINES[0], "metadata", "times/find_metadata", "the headline")}
    claims = [(0, 0), (1, 0), (2, 0), (3, 1), (4, 0)]
    assert claim(claims, 0, LINES, gone, {(2, 0)}, ENTRIES, {1}) == 4
    assert list(gone) == [0, 1, 3]
    assert gone[0].why == "the headline"
    assert gone[1] == Removal(LINES[1], "credits", "times/agency", "an agency")
    assert gone[3] == Removal(LINES[3], "footer", "times/legal", "legal")
    assert claim(claims, 4, LINES, gone, (), ENTRIES, {1}) == 0
    assert list(gone) == [0, 1, 3, 4]


@pytest.mark.parametrize("wrong", [(5, 0), (-1, 0), (0, 2), (0,), "x"])
def test_a_claim_of_nothing_is_an_error(wrong):
    with pytest.raises((IndexError, SystemError)):
        claim([wrong], 0, LINES, {}, (), ENTRIES, ())


def test_all_lines_of_a_text_are_taken():
    lines, gone = (LINES[0], LINES[1], LINES[0]._replace(number=2)), {}
    take_saying("line 0", lines, gone, ENTRIES[0])
    assert gone == {number: Removal(lines[number], *ENTRIES[0]) for number in (0, 2)}
    take_saying("line 0", lines, gone, ENTRIES[1])
    assert gone[0].by == "times/legal"


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ((), "line 0|line 1\nline 2|line 3\nline 4"),
        ({0}, "line 1\nline 2|line 3\nline 4"),
        ({1}, "line 0|line 2|line 3\nline 4"),
        ({2, 3}, "line 0|line 1|line 4"),
        ({0, 1, 2, 3, 4}, ""),
    ],
)
def test_a_break_stays_where_lines_have_left(gone, expected):
    gaps = array("i", [1, 1, 0, 1, 0])
    assert "".join(parts(LINES, gone, gaps)).replace("\n\n", "|") == expected


def test_gaps_of_other_lines_are_an_error():
    with pytest.raises(TypeError):
        parts(LINES, (), array("i", [1]))


@given(st.sets(st.integers(-3, 9)))
def test_what_is_left_is_what_nobody_took(numbers):
    kept = tuple(line for line in LINES if line.number not in numbers)
    assert left(LINES, numbers) == left(list(LINES), dict.fromkeys(numbers)) == kept


def test_what_cannot_tell_what_is_gone_is_an_error():
    for gone in (7, "x", [1, None]):
        with pytest.raises(TypeError):
            left(LINES, gone)


def test_nothing_is_held_that_is_no_longer_used():
    held = []
    tracemalloc.start()
    for _ in range(4):
        for _ in range(500):
            gone = {}
            assert (
                take([Mark(line, "x") for line in LINES[1:]], LINES, gone, "credits", "times/remove_credits", 0) is None
            )
            assert left(LINES, gone) == LINES[:1]
            assert len(parts(LINES, gone, array("i", bytes(20)))) == 1
            assert claim([(0, 0)], 0, LINES, gone, (), ENTRIES, {0}) == 1
            take_saying("line 0", LINES, gone, ENTRIES[0])
            assert take([Mark(LINES[0], "x", 2)], LINES, gone, "credits", "times/remove_credits", 0)
            assert not knows(LINES, LINES[0]._replace(number=10**30))
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert held[-1] - held[1] < 10_000
