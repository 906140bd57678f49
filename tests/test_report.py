"""What people and programs are shown."""

import io
import json
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from cleaner import Cleaned, Cleaner, Kind, Line, Metadata, Profile, Removal, Rule
from cleaner.model import FoundBy
from cleaner.report import (
    Origin,
    Sheet,
    as_lines,
    as_table,
    explained,
    fates,
    line_sheet,
    margin_sheet,
    page_sheet,
    plan_list,
    plan_sheet,
    plugin_list,
    plugin_sheet,
    printable,
    profile_list,
    profile_sheet,
    record,
)

SKIP = Line(0, "Skip to content", Kind.ITEM)
FIRST = Line(1, "The ferry left at nine.", Kind.PARAGRAPH)
SHARE = Line(2, "Share\nMail\nPrint", Kind.TEXT)
HOSTILE = Line(3, "[red]red[/red] :smile: \x1b[2J\x9b31m\u202egnp.exe", Kind.PARAGRAPH)

RESULT = Cleaned(
    text=f"{FIRST.text}\n\n{HOSTILE.text}",
    metadata=Metadata(title="Ferries", authors=("A. Pilot", "B. Mate"), found_by=FoundBy({"title": "paper"})),
    lines=(SKIP, FIRST, SHARE, HOSTILE),
    removals=(
        Removal(SKIP, "navigation", "paper/skip", "a skip link"),
        Removal(SHARE, "leftovers", "paper/remove_leftovers", "words: share"),
    ),
    profile="paper",
    status="ok",
)


def shown(sheet: Sheet, width: int = 80, color: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=color, color_system="standard" if color else None)
    console.print(as_table(sheet))
    return console.file.getvalue()


# --- Safe text ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain Ж 漢 \U0001f600 שלום", "plain Ж 漢 \U0001f600 שלום"),
        ("\x1b[2J", "\\x1b[2J"),
        ("\x9b31m", "\\x9b31m"),
        ("a\r\nb\tc\0\x7f\b", "a\\r\\nb\\tc\\x00\\x7f\\x08"),
        ("\u202egnp\u2066\u2028", "\\u202egnp\\u2066\\u2028"),
        ("\udcff", "\\udcff"),
    ],
)
def test_printable(text, safe):
    assert printable(text) == safe


def test_printable_keeps_what_it_is_told_to():
    assert printable("a\nb\rc", keep="\n") == "a\nb\\rc"


@given(st.text())
def test_printable_drives_no_terminal(text):
    safe = printable(text)
    safe.encode()
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2028" for c in safe)


# --- A page -------------------------------------------------------------------


def test_record():
    data = record(RESULT, Origin("in/a.html", "https://paper.example/a"))
    assert data == json.loads(json.dumps(data))  # plain JSON: no tuples, no enums
    assert data["metadata"].pop("found_by") == {"title": "paper"}
    assert {name: value for name, value in data["metadata"].items() if value} == {
        "title": "Ferries",
        "authors": ["A. Pilot", "B. Mate"],
    }
    del data["metadata"]
    assert data == {
        "source": "in/a.html",
        "url": "https://paper.example/a",
        "profile": "paper",
        "status": "ok",
        "counts": {"lines": 4, "kept": 2, "removed": 2},
    }


def test_record_names_every_metadata_field():
    assert set(record(RESULT, Origin("a"))["metadata"]) == set(Metadata.__slots__) - {"rejected"}


def test_record_with_ledger():
    assert record(RESULT, Origin("a"), ledger=True)["removals"][0] == {
        "number": 0,
        "text": "Skip to content",
        "stage": "navigation",
        "by": "paper/skip",
        "why": "a skip link",
    }


def test_fates_are_all_lines_in_order():
    assert [(fate.line.number, fate.fate) for fate in fates(RESULT)] == [
        (0, "removed"),
        (1, "kept"),
        (2, "removed"),
        (3, "kept"),
    ]
    assert [fate.line for fate in fates(RESULT, removed_only=True)] == [SKIP, SHARE]


def test_explained_as_json():
    data = explained(RESULT, "a.html")
    assert data == json.loads(json.dumps(data))
    assert data["lines"][:2] == [
        {
            "number": 0,
            "text": "Skip to content",
            "kind": "item",
            "fate": "removed",
            "stage": "navigation",
            "by": "paper/skip",
            "why": "a skip link",
        },
        {
            "number": 1,
            "text": "The ferry left at nine.",
            "kind": "paragraph",
            "fate": "kept",
            "stage": None,
            "by": None,
            "why": None,
        },
    ]
    assert len(explained(RESULT, "a.html", removed_only=True)["lines"]) == 2


def test_explained_in_a_pipe_is_a_line_per_line():
    assert list(as_lines(line_sheet(fates(RESULT)))) == [
        "line  fate     stage       by                      why           text",
        "0     removed  navigation  paper/skip              a skip link   Skip to content",
        "1     kept                                                       The ferry left at nine.",
        "2     removed  leftovers   paper/remove_leftovers  words: share  Share\\nMail\\nPrint",
        "3     kept                                                       "
        "[red]red[/red] :smile: \\x1b[2J\\x9b31m\\u202egnp.exe",
    ]


def test_explained_on_a_terminal_is_readable_without_colour():
    plain = shown(margin_sheet(fates(RESULT)))
    for word in (
        "removed navigation",
        "paper/skip",
        "a skip link",
        "Skip to content",
        "kept",
        "The ferry left at nine.",
    ):
        assert word in plain


def test_hostile_text_does_not_drive_the_terminal():
    plain = shown(margin_sheet(fates(RESULT)))
    assert "[red]red[/red] :smile: \\x1b[2J\\x9b31m\\u202egnp.exe" in plain
    assert "\x1b" not in plain
    coloured = shown(margin_sheet(fates(RESULT)), color=True)
    assert "\x1b[31m" in coloured
    assert "\x1b[2J" not in coloured
    assert "\x9b" not in coloured
    assert "\u202e" not in coloured


def test_long_lines_are_wrapped_on_a_terminal_and_whole_in_a_pipe():
    words = " ".join(f"word{number}" for number in range(100))
    sheet = Sheet(("line", "text"), [("0", words)])
    assert all(len(line) <= 60 for line in shown(sheet, width=60).splitlines())
    assert all(word in shown(sheet, width=60) for word in words.split())
    assert list(as_lines(sheet))[1] == f"0     {words}"


def test_page_sheet():
    assert page_sheet(RESULT).rows == [
        ("profile", "paper", ""),
        ("status", "ok", ""),
        ("lines", "2 kept, 2 removed", ""),
        ("title", "Ferries", "paper"),
        ("authors", "A. Pilot; B. Mate", ""),
    ]


# --- Profiles, plans, plugins --------------------------------------------------


@dataclass(frozen=True)
class Step:
    stage: str
    plugin: str
    rules: tuple[Rule, ...]
    hook: object


@dataclass(frozen=True)
class Plan:
    profile: Profile
    steps: tuple[Step, ...]
    find_metadata: tuple


@dataclass(frozen=True)
class Plugin:
    name: str
    version: str
    distribution: str
    hooks: tuple[str, ...]
    rules: tuple[Rule, ...]


RULE = Rule("skip", "navigation", line=r"Skip to .+", sample="Skip to content", why="a skip link")
PAPER = Profile(
    "paper", ("paper", "blog"), hosts=("paper.example", "paper.org"), without=frozenset({"blog/b", "blog/a"})
)
PLAN = Plan(
    PAPER, (Step("navigation", "paper", (RULE,), None), Step("credits", "blog", (), print)), (("paper", print),)
)
PLUGIN = Plugin("paper", "1.2", "cleaner-paper", ("profiles", "rules"), (RULE,))


def test_profiles():
    assert profile_sheet([PAPER]).rows == [("paper", "paper.example, paper.org", "paper, blog")]
    assert json.loads(json.dumps(profile_list([PAPER])))[0] == {
        "name": "paper",
        "plugins": ["paper", "blog"],
        "hosts": ["paper.example", "paper.org"],
        "fingerprints": [],
        "markup": [],
        "without": ["blog/a", "blog/b"],
    }


def test_plan_is_in_the_order_of_the_run():
    assert plan_sheet(PLAN).rows == [
        ("1", "metadata", "paper", "paper/find_metadata", "hook", ""),
        ("2", "navigation", "paper", "paper/skip", "line", "a skip link"),
        ("3", "credits", "blog", "blog/remove_credits", "hook", ""),
    ]
    assert plan_list(PLAN)[1] == {
        "stage": "navigation",
        "plugin": "paper",
        "what": "paper/skip",
        "how": "line",
        "why": "a skip link",
    }


def test_plugins():
    assert plugin_sheet([PLUGIN]).rows == [("paper", "1.2", "cleaner-paper", "profiles, rules", "1")]
    assert plugin_list([PLUGIN]) == [
        {
            "name": "paper",
            "version": "1.2",
            "distribution": "cleaner-paper",
            "hooks": ["profiles", "rules"],
            "rules": ["skip"],
        }
    ]


def test_an_empty_sheet_is_its_headings():
    assert list(as_lines(Sheet(("a", "b"), []))) == ["a  b"]
    assert "a" in shown(Sheet(("a", "b"), []))


def test_what_only_the_json_ld_states_is_told():
    body = "The ferry left at nine in the morning and came back at noon. " * 10
    page = f'<script type="application/ld+json">{{"articleBody": "{body}"}}</script><p>Loading'
    told = [fate for fate in fates(Cleaner().clean(page)) if fate.why.startswith("stated")]
    assert [fate.line.text for fate in told] == [body.strip()]
    assert told[0].fate == "kept"
