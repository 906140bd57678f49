"""What is said while a run lasts."""

import pytest

from cleaner.batch import Outcome
from cleaner.cli import terminal
from cleaner.cli.terminal import Expected, Status
from cleaner.sources import Document


def documents(number: int):
    return (Document(f"{page}.html", f"{page}") for page in range(number))


@pytest.mark.parametrize("number", [0, 1, 50, 120])
def test_pages_are_counted_a_few_at_a_time(number):
    expected = Expected(documents(number))
    totals = []
    for _ in range(4):
        expected.count()
        totals.append(expected.total)
    assert totals[-1] == number
    assert totals[0] == (number if number < 50 else None)


def test_an_archive_is_not_counted():
    taken = []

    def found():
        for page in range(1000):
            taken.append(page)
            yield Document("a.warc", f"a/{page}", page)

    expected = Expected(found())
    for _ in range(30):
        expected.count()
    assert expected.total is None
    assert len(taken) <= 50


def test_without_a_terminal_a_line_comes_now_and_then(capsys, monkeypatch):
    monkeypatch.setattr(terminal, "_INTERVAL", -1)
    with Status(documents(3), shown=True) as status:
        status.passed(1)
        status.page(Outcome("1.html"))
        status.page(Outcome("2.html", "No such file or directory"))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("2 of 3 pages, ")
    assert lines[0].endswith(" a second, about 0 min left")
    assert lines[1] == "put aside: 2.html: No such file or directory"
    assert lines[2].startswith("3 of 3 pages, ")
    assert "1 put aside" in lines[2]


def test_nothing_is_said_in_between(capsys):
    with Status(documents(1), shown=True) as status:
        status.page(Outcome("0.html"))
    assert capsys.readouterr().err == ""


def test_quiet_names_what_is_put_aside(capsys, monkeypatch):
    monkeypatch.setattr(terminal, "_INTERVAL", -1)
    with Status(documents(2), shown=False) as status:
        status.page(Outcome("0.html"))
        status.page(Outcome("1.html", "not a regular file"))
    assert capsys.readouterr().err == "put aside: 1.html: not a regular file\n"
