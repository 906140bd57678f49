"""What pages count for, and the report of a run as the sum of it."""

import json

import pytest

from cleaner import Cleaned, Image, Line, Metadata, Removal
from cleaner.model import FoundBy
from cleaner.report import Report, ReportError, Tally, read_report, report_sheet, tally, tally_aside
from cleaner.report.total import MOST_OUTLETS, MOST_VARIOUS

SHARE, MAIL, SHORT, PROSE = (
    Line(0, "Share it"),
    Line(1, "Mail it"),
    Line(2, "The ferry left"),
    Line(3, "It came back. " * 8),
)
PAGE = Cleaned(
    text="",
    metadata=Metadata(
        title="Ferries leave at nine",
        authors=("A. Pilot", "B. Mate"),
        published="2026-01-01T09:00:00+01:00",
        modified="2026-01-02",
        image=Image("https://paper.example/a.png", credit="C. Cook"),
        free_access=False,
        url="https://paper.example/ferries",
        found_by=FoundBy({"title": "paper"}),
    ),
    lines=(SHARE, MAIL, SHORT, PROSE),
    removals=(
        Removal(SHARE, "navigation", "paper/share", "a share bar"),
        Removal(MAIL, "navigation", "paper/share", "a share bar"),
    ),
    profile="paper",
    status="cut: everything after 9 bytes",
)
EMPTY = Cleaned("", Metadata(), (SHARE,), (Removal(SHARE, "navigation", "paper/share", ""),), "paper", "empty")


def test_what_a_page_counts_for():
    assert tally(PAGE) == Tally(
        "paper",
        "paper.example",
        {
            "counts": {"pages": 1, "cut": 1, "lines": 4, "lines kept": 2, "characters": 141, "characters kept": 126},
            "kept": {"80-90 %": 1},
            "fields": {"title": 1, "authors": 1, "published": 1, "modified": 1, "image": 1, "free_access": 1, "url": 1},
            "shapes": {
                "title: 16-31 characters": 1,
                "authors: 2 values": 1,
                "published: time and zone": 1,
                "modified: day": 1,
                "image: url and credit": 1,
                "free_access: no": 1,
                "url: 16-31 characters": 1,
            },
            "rules": {"paper/share": 1},
            "hits": {"paper/share": 2},
            "short lines": {"The ferry left": 1},
        },
    )


@pytest.mark.parametrize(
    ("published", "shape"),
    [
        ("2026-01-01", "day"),
        ("2026-01", "day"),
        ("2026-01-01T09:00", "time"),
        ("2026-01-01T09:00:00Z", "time and zone"),
        ("2026-01-01T09:00:00-0500", "time and zone"),
    ],
)
def test_the_shape_of_a_date(published, shape):
    page = Cleaned("", Metadata(published=published), (), (), "paper", "empty")
    assert tally(page).sums["shapes"] == {f"published: {shape}": 1}


def test_the_outlet_is_the_host_or_else_the_profile():
    assert tally(PAGE, "https://www.other.example/a").outlet == "www.other.example"
    assert tally(PAGE, "other.example/a").outlet == "other.example"
    assert tally(EMPTY).outlet == "(paper)"
    assert tally(EMPTY, "https://" + "a" * 10_000 + ".example").outlet == "a" * 255


def test_short_lines_come_from_both_ends_of_a_page():
    lines = tuple(Line(number, f"line {number}") for number in range(100))
    found = tally(Cleaned("", Metadata(), lines, (), "paper", "ok")).sums["short lines"]
    assert list(found) == [f"line {number}" for number in (*range(25), *range(75, 100))]


def test_a_tally_survives_json():
    for one in (tally(PAGE), tally_aside("took too long", "https://paper.example/a")):
        assert Tally(*json.loads(json.dumps(one))) == one


def reported(*tallies: Tally) -> Report:
    report = Report({"outlet-cleaner": "1"})
    for one in tallies:
        report.add(one)
    return report


def test_the_report_of_a_run():
    report = reported(tally(PAGE), tally(EMPTY), tally_aside("took too long"), tally_aside("took too long"))
    assert (report.cleaned, report.aside) == (2, 2)
    data = json.loads(json.dumps(report.as_json()))
    assert list(data) == ["report", "versions", "profiles", "outlets"]
    assert list(data["profiles"]) == ["-", "paper"]
    assert data["profiles"]["-"] == {"counts": {"put aside": 2}, "reasons": {"took too long": 2}}
    paper = data["profiles"]["paper"]
    assert paper["counts"] == {
        "characters": 149,
        "characters kept": 126,
        "lines": 5,
        "lines kept": 2,
        "pages": 2,
        "cut": 1,
        "empty": 1,
    }
    assert (paper["rules"], paper["hits"]) == ({"paper/share": 2}, {"paper/share": 3})
    assert "short lines" not in paper
    assert data["outlets"]["paper.example"]["short lines"] == {"The ferry left": 1}
    assert list(data["outlets"]) == ["(paper)", "paper.example"]


def test_a_report_can_be_read_and_added_to():
    report = reported(tally(PAGE), tally_aside("took too long"))
    again = read_report(json.dumps(report.as_json()))
    assert again.as_json() == report.as_json()
    again.merge(report)
    assert again.as_json() == reported(*[tally(PAGE), tally_aside("took too long")] * 2).as_json()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"report": 1}',
        '{"report": 1, "versions": {}, "profiles": [], "outlets": {}}',
        '{"report": 1, "versions": {}, "profiles": {"blog": {"counts": {"pages": "many"}}}, "outlets": {}}',
    ],
)
def test_what_is_no_report(text):
    with pytest.raises(ReportError, match="not a report"):
        read_report(text)


def test_a_report_of_another_version():
    with pytest.raises(ReportError, match="of version 99"):
        read_report('{"report": 99}')


# --- Bounds -------------------------------------------------------------------


def with_line(outlet: str, *lines: str) -> Tally:
    return Tally("paper", outlet, {"counts": {"pages": 1}, "short lines": dict.fromkeys(lines, 1)})


def test_frequent_lines_are_remembered_among_any_number_of_others():
    tallies = [with_line("a.example", "Subscribe", *(f"{page} {line}" for line in range(9))) for page in range(1000)]
    group = reported(*tallies).outlets["a.example"]
    assert len(group["short lines"]) <= 2 * MOST_VARIOUS
    count, missed = group["short lines"]["Subscribe"], group["overlooked"]["short lines"]
    assert count <= 1000 <= count + missed
    assert missed <= 10_000 / MOST_VARIOUS


def test_after_many_outlets_the_others_are_counted_together():
    tallies = [with_line(f"{number}.example", "x") for number in range(MOST_OUTLETS + 5)]
    report = reported(*tallies, with_line("1.example", "x"))
    assert len(report.outlets) == MOST_OUTLETS + 1
    assert report.outlets["(others)"].pages == 5
    assert report.outlets["1.example"].pages == 2


# --- Sheets -------------------------------------------------------------------


def test_sheets():
    report = reported(tally(PAGE), tally(EMPTY), tally_aside("took too long"))
    sheet = report_sheet(report)
    assert sheet.headings[:4] == ("profile", "pages", "text kept", "title")
    assert sheet.rows == [
        ("-", "0", "", "", "", "", "0", "0", "1"),
        ("paper", "2", "84 %", "50 %", "50 %", "50 %", "1", "1", "0"),
    ]
    assert [row[:2] for row in report_sheet(report, "outlet").rows] == [("(paper)", "1"), ("paper.example", "1")]
    assert report_sheet(report, "rule").rows == [("paper/share", "2", "3")]
    assert report_sheet(report, "field").rows[0] == ("title", "1", "50 %")
    assert report_sheet(report, "reason").rows == [("took too long", "1")]
