"""The learned scorers of pages and of dumps: the same everywhere, never in the way, never emptying a page."""

import os
import subprocess
import sys
from importlib.resources import files

import numpy as np
import pytest
from cleaner_blog.scorer.cohesion import cohesion, shared, terms
from cleaner_blog.scorer.phrases import Phrases, phrases, said, told_apart
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Box, Cleaner, Kind, Line, Page
from cleaner_blog import scorer
from cleaner_blog.scorer.context import STAGES, Context
from cleaner_blog.scorer.dumps import COLUMNS, dump_sheet
from cleaner_blog.scorer.npz import read

ENGINE = Cleaner()
PROSE = "The ferry left the harbour at nine in the morning, and by noon it had come back with everybody on board."
TAGS = ["<p>", "</p>", "<div class='teaser'>", "<div id=body>", "</div>", "<li>", "<h2>", "<br>", "<a href=x>", "</a>"]
TEXTS = [PROSE, "Menu", "渡し船は朝九時に港を出た。", "خرجت العبارة من الميناء.", "\u200b", "\ud800", "12"]
PIECES = st.sampled_from([*TAGS, "<td>", "<img src=x>", *TEXTS])
PAGES = st.lists(PIECES, max_size=40).map("".join)


def stages(many, gone, title=""):
    """So many lines, of which these go."""
    return Context(bytes([STAGES.index(gone.get(number, "")) for number in range(many)]), title)


def marks(page):
    return [removal for removal in ENGINE.clean(page, profile="blog", kind="html").removals if "score " in removal.why]


@settings(deadline=None, max_examples=100)
@given(PAGES)
def test_any_page_is_scored_and_keeps_its_order(page):
    result = ENGINE.clean(page, profile="blog", kind="html")
    kept = {line.number for line in result.lines}.difference(removal.line.number for removal in result.removals)
    scored = {removal.line.number for removal in result.removals if "score " in removal.why}
    assert kept or not scored, "a page that the scorer sees is never emptied"
    assert ENGINE.clean(page, profile="blog", kind="html") == result


def test_a_score_stands_in_the_ledger():
    teasers = "".join(f"<li class=teaser><a href=/{n}>Another story, number {n}</a></li>" for n in range(9))
    page = f"<h1>Ferries</h1><article>{f'<p>{PROSE}</p>' * 5}</article><div class=xq><ul>{teasers}</ul></div>"
    result = ENGINE.clean(page, profile="blog", kind="html")
    assert result.text.count(PROSE) == 5
    assert "Another story" not in result.text
    assert all(removal.by == "blog/remove_leftovers" for removal in marks(page))


def test_a_page_of_one_line_stays():
    assert ENGINE.clean(f"<p>{PROSE}</p>", kind="html").text == PROSE
    assert ENGINE.clean("<p>Menu</p>", kind="html", profile="blog").status in ("ok", "empty")


@pytest.mark.parametrize("limit", [0.35, 0.9])
def test_where_all_score_low_the_best_stay(limit):
    lines = [Line(number, f"Line {number}") for number in range(3)]
    gone = [mark.line.number for mark in scorer.low(lines, [0.02, 0.30, 0.16], limit)]
    assert gone == [0]


def test_headings_that_stay():
    """One between sure lines, and a long one right below the headline, which is line 0; not one at the end."""
    headings = {2: "Dough", 4: "What two bakers learned from a winter of rain", 6: "Wood"}
    lines = [
        Line(number, headings.get(number, "A line"), Kind.HEADING if number in headings else Kind.TEXT)
        for number in range(1, 7)
    ]
    scores = [0, 0.9, 0.1, 0.9, 0.1, 0.1, 0.1]
    assert scorer.headings(lines, scores, stages(7, {0: "metadata"})) == {2}
    assert scorer.headings(lines, scores, stages(7, {3: "metadata", 5: "metadata"})) == {2, 4}
    again = [line._replace(tag="h1") for line in lines]
    assert scorer.headings(again, scores, stages(7, {3: "metadata"})) == {2}, "a second headline is no standfirst"
    gone = [mark.line.number for mark in scorer.judge(lines, [Box(-1, "body", "")] * 7, scores, {2, 4})]
    assert gone == [5, 6]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [(0.5, 0.5, 0.5), (0.9, 0.1, 0.5), (0.5, 0.8, 2 / 3), (0.0, 0.5, 1 / 101), (1.0, 0.0, 0.5)],
)
def test_what_two_nets_think_together(one, other, both):
    """The geometric mean of their odds; nobody is surer than ten thousand to one."""
    assert scorer.agreed([np.array([one]), np.array([other])])[0] == pytest.approx(both, abs=1e-4)


def test_a_net_agrees_with_itself():
    """And not with another: the one that is shipped beside it."""
    with files("cleaner_blog.scorer").joinpath("dumps.npz").open("rb") as file:
        weights = read(file)
    first, second = ({name[2:]: part for name, part in weights.items() if name[0] == number} for number in "01")
    lines = Cleaner().clean(DUMP, kind="text").lines
    context = stages(len(lines), {0: "navigation"})
    alone, twice, both = (
        scorer.scorer(net)(lines, (), context)
        for net in (first, scorer.together([first, first]), scorer.together([first, second]))
    )
    assert alone == pytest.approx(twice, abs=1e-3)
    assert both != pytest.approx(alone, abs=1e-2)


LINES = st.sampled_from([*TEXTS, "Share this", "• Home", "1. News", "    Advertisement", "", "Leave a comment", "By"])
DUMPS = st.lists(LINES, max_size=40).map("\n".join)


@settings(deadline=None, max_examples=100)
@given(DUMPS)
def test_any_dump_is_scored_and_a_cleaned_one_stays(dump):
    result = ENGINE.clean(dump, profile="blog", kind="text")
    assert ENGINE.clean(result.text, profile="blog", kind="text").text == result.text
    assert ENGINE.clean(dump, profile="blog", kind="text") == result


@settings(deadline=None, max_examples=50)
@given(DUMPS)
def test_columns_of_dumps_are_numbers(dump):
    lines = ENGINE.clean(dump, profile="blog", kind="text").lines
    for gone in ({}, {0: "metadata"}, {0: "navigation", len(lines) - 1: "comments"}):
        if len(lines) > 2:
            seen = dump_sheet(lines, stages(len(lines), gone, lines[0].text))
            assert np.isfinite(seen.own).all()
            assert seen.own.shape == (len(lines) - len(gone) + ("metadata" in gone.values()), COLUMNS)


def test_a_dump_of_which_no_rule_takes_a_line_stays():
    dump = "\n\n".join(f"Menu entry {n}\n\n{PROSE}" for n in range(30))
    assert not ENGINE.clean(dump, kind="text").removals


def test_arrows_do_not_make_a_page_of_a_text():
    result = ENGINE.clean("\n\n".join(f"Step {n}\n\n↓\n\n{PROSE}" for n in range(30)), kind="text")
    assert {removal.line.text for removal in result.removals} == {"↓"}


@pytest.mark.parametrize(("paragraphs", "is_scored"), [(4, False), (12, True)])
def test_a_dump_of_few_lines_is_scored_if_it_says_much(paragraphs, is_scored):
    lines = ["Skip to content", "Harbour news", *(f"{PROSE} It was ferry number {n}." for n in range(paragraphs))]
    page = Page(None, tuple(Line(number, text) for number, text in enumerate(lines)), claims={0: "blog/skip-links"})
    assert scorer.is_scored(page) == is_scored


ARTICLE = f"""{PROSE}

The harbour master, who has kept the book of arrivals since his father gave it up, says that nobody was late.

"We waited for the fog to lift," he told the people on the quay, "and then we waited for the captain's coffee."

By the afternoon the second ferry had left as well, with eleven bicycles, a goat and the whole of the brass band.

Nobody knows yet who will pay for the new lamp at the end of the pier, which has been dark since the storm in March.

The council is to talk about it on Thursday, and the ferry, as always, will leave at nine.
""".split("\n")
DUMP = "\n".join(
    ["Skip to content", *(f"  • Harbour {n}" for n in range(30)), "Share this", "", *ARTICLE, "Share this", ""]
    + [f"  • Harbour tour {n}" for n in range(20)]
    + ["Leave a comment", "All rights reserved"]
)


def test_a_score_stands_in_the_ledger_of_a_dump():
    result = ENGINE.clean(DUMP, kind="text")
    assert all(sentence in result.text for sentence in ARTICLE)
    scored = [removal for removal in result.removals if "score " in removal.why]
    assert len(scored) > 30
    assert {removal.by for removal in scored} == {"blog/remove_leftovers"}


def test_careful_goes_by_what_is_sure():
    """And by every rule."""
    bold, careful = (Cleaner(careful=careful).clean(DUMP, kind="text") for careful in (False, True))
    assert set(careful.removals) <= set(bold.removals)
    sure = [removal for removal in bold.removals if removal.why in {f"score {n}: {WHY}" for n in ("0.00", "0.01")}]
    assert {removal for removal in careful.removals if "score " in removal.why} <= set(sure)
    assert all("score " in removal.why for removal in set(bold.removals) - set(careful.removals))


WHY = "does not look like the article"


@pytest.mark.parametrize(
    ("line", "known", "others"),
    [
        ("Read 25 more", ["read", "00", "more", "· read", "read 00", "more ·"], ["read more", "rea", "00 read"]),
        ("• « ÉTÉ », été!", ["été", "été été", "· été"], ["ete", "· ·"]),
        ("渡し船は", ["渡し船は", "· 渡し船は"], ["渡"]),
        (f"{'long ' * 40}end", ["long", "end ·"], ["end"]),
    ],
)
def test_phrases_of_a_line(line, known, others):
    """Those that are found by their numbers are those that the list has; a word in it twice counts twice."""
    assert set(known) <= set(phrases(line))
    for phrase in (*known, *others):
        vectors = Phrases([phrase, "nowhere"], np.array([[0.0], [1], [7]]))
        found = vectors.of(said(["nowhere else", line, "", "nowhere", "…"]))[:, 0].tolist()
        assert found == [7, phrases(line).count(phrase), 0, 7, 0]
    assert not set(others[:2]) & set(phrases(line)) or others == ["end"]


def test_what_lines_have_in_common():
    """Terms: "ferries" and "harbours", "ferries", two pairs of signs, nothing; "and" is too short."""
    found = terms(["Ferries and harbours", "ferries", "渡し船", "…", ""])
    assert found.lines.tolist() == [0, 0, 1, 2, 2]
    every = shared(found, np.ones(5, bool))
    columns = cohesion(every, np.array([1.0, 1, 0, 1, 1]), np.array([0.0, 1, 1, 0, 0]))
    assert columns[:, 0] == pytest.approx([2 / 3 / 3, 2 / 3 / 2, 0, 0, 0])
    assert columns[:, 1] == pytest.approx([1 / 5 / 3, 1 / 5 / 2, 0, 0, 0])
    assert columns[:, 2] == pytest.approx([2 / 3 / 3, 0, 0, 0, 0])
    some = shared(found, np.array([False, True, True, True, True]))
    assert not cohesion(some, np.ones(5), np.zeros(5)).any()


def test_no_two_phrases_share_a_slot():
    known = [f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(600)]
    apart = told_apart([*known, *known])
    assert set(apart) <= set(known)
    found = Phrases(apart, np.arange(len(apart) + 1.0)[:, None]).of(said(apart))[:, 0]
    assert found.tolist() == list(range(1, len(apart) + 1))


def test_places_of_a_dump():
    lines = [
        Line(n, text, gap=gap) for n, (text, gap) in enumerate([("a", 1), ("b", 0), ("cut", 1), ("c", 1), ("d", 0)])
    ]
    places = dump_sheet(lines, stages(5, {2: "navigation"})).places
    assert places.first[0].tolist() == [0, 0, 2, 2]
    assert places.after[0].tolist() == [2, 2, 4, 4]
    assert places.first[1].tolist() == [0, 0, 2, 2]
    assert places.after[1].tolist() == [2, 2, 4, 4]
    assert places.first[2].tolist() == [0, 0, 0, 0]
    looks = [places.order[a:b].tolist() for a, b in zip(places.first[-1], places.after[-1], strict=True)]
    assert looks == [[0, 2], [1, 3], [0, 2], [1, 3]]


def test_scores_do_not_hang_on_threads():
    code = "import sys, cleaner; print([r.why for s in sys.argv[1:] for r in cleaner.clean(s).removals])"
    page = "<!doctype html>" + "".join(
        f"<div class=c{n % 7}><p>{PROSE[: 9 * (n % 12) + 3]}</p></div>" for n in range(300)
    )
    found = set()
    for threads in ("1", "4"):
        env = os.environ | {"OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads, "PYTHONHASHSEED": threads}
        run = subprocess.run(
            [sys.executable, "-c", code, page, DUMP], env=env, capture_output=True, text=True, check=True
        )
        found.add(run.stdout)
    assert len(found) == 1


def test_the_stated_body_is_compared_without_markup_and_white_space():
    assert scorer.squeezed("One <b>two</b>\n &amp; 3") == "Onetwo&3"
