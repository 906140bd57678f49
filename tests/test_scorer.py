"""The learned scorers of pages and of dumps: the same everywhere, never in the way, never emptying a page."""

import os
import subprocess
import sys
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Box, Boxes, Cleaner, Columns, Kind, Line, Mark, Metadata, Page
from cleaner_blog import scorer
from cleaner_blog.scorer import judge, standfirsts
from cleaner_blog.scorer.context import STAGES, Context
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
    teasers = "".join(f"<li><a href=/{n}>Another story, number {n}</a></li>" for n in range(9))
    page = f"<h1>Ferries</h1><article>{f'<p>{PROSE}</p>' * 5}</article><div class=xq><ul>{teasers}</ul></div>"
    result = ENGINE.clean(page, profile="blog", kind="html")
    assert result.text.count(PROSE) == 5
    assert "Another story" not in result.text
    found = marks(page)
    assert [removal.line.text for removal in found] == [f"Another story, number {n}" for n in range(9)]
    assert {removal.by for removal in found} == {"blog/remove_leftovers"}


def test_a_page_of_one_line_stays():
    assert ENGINE.clean(f"<p>{PROSE}</p>", kind="html").text == PROSE
    assert ENGINE.clean("<p>Ferry</p>", kind="html", profile="blog").text == "Ferry"


def gone(lines, scores, context=None, boxes=(), headline=0):
    """The numbers of the lines of a page that go."""
    page = Page(None, tuple(lines), boxes=boxes)
    states = bytearray([judge.OPEN] * len(lines))
    for line in standfirsts.of_page(page, context or Context(bytes(len(lines)))):
        states[line.number] |= judge.SPARED
    return [mark.line.number for mark in judge.of_page(page, states, scores, headline)]


def test_where_all_score_low_the_best_stay():
    lines, scores = [Line(number, f"Line {number}") for number in range(6)], [0.02, 0.30, 0.16, 0.2, 0.2, 0.25]
    assert gone(lines, scores) == [0]
    marks = judge.of_dump(Page(None, tuple(lines)), bytearray([judge.OPEN] * 6), scores, judge.Bounds(0))
    assert marks == [Mark(lines[0], "score 0.02: does not look like the article", 0.98)]


def test_lines_that_somebody_takes_are_not_judged():
    lines, states = tuple(Line(number, f"Line {number}") for number in range(8)), bytearray([judge.OPEN] * 8)
    states[1] = states[7] = 0
    assert [mark.line.number for mark in judge.of_page(Page(None, lines), states, [0.0] * 7 + [1.0], 0)] == []
    marks = judge.of_page(Page(None, lines), states, [0.1, 0.1, *[0.9] * 6], 0)
    assert [mark.line.number for mark in marks] == [0]


def test_fewer_than_six_lines_are_not_judged():
    assert gone([Line(number, f"Line {number}") for number in range(5)], [0.02, 0.9, 0.9, 0.9, 0.9]) == []


def test_headings_that_stay():
    """One between sure lines, and a long one right below the headline; not one at the end."""
    headings = {2: "Dough", 4: "What two bakers learned from a winter of rain", 6: "Wood"}
    lines = [
        Line(number, headings.get(number, "A line"), Kind.HEADING if number in headings else Kind.TEXT)
        for number in range(7)
    ]
    scores = [0.9, 0.9, 0.1, 0.9, 0.1, 0.1, 0.1]
    assert gone(lines, scores, stages(7, {0: "metadata"})) == [4, 5, 6]
    assert gone(lines, scores, stages(7, {3: "metadata", 5: "metadata", 6: "metadata"})) == [5, 6]
    again = [line._replace(tag="h1") for line in lines]
    assert gone(again, scores, stages(7, {3: "metadata"})) == [4, 5, 6], "a second headline is no standfirst"


def test_prose_that_another_container_has_already_goes():
    texts = [PROSE, "Short", PROSE, PROSE, "Short", "Line"]
    lines = [
        Line(number, text, box=box) for number, (text, box) in enumerate(zip(texts, (2, 2, 3, 4, 4, 3), strict=True))
    ]
    boxes = [Box(-1, "body", ""), Box(0, "div", ""), Box(0, "p", ""), Box(0, "p", ""), Box(1, "p", "")]
    assert gone(lines, [0.9] * 6, boxes=boxes) == [3]
    assert gone(lines[:5], [0.9] * 5, boxes=boxes) == [3], "however few they are"


def test_links_above_the_headline_go():
    lines = [Line(0, "Harbour Blog", links=1.0), Line(1, "Wells, a column", links=0.4), Line(2, "Border", links=1.0)]
    assert gone(lines, [0.9] * 3, headline=2) == [0]
    assert gone(lines, [0.9] * 3) == []


def listed(items, table=False, above="This is what it costs:", after=0.9, scores=()):
    """The lines that stay, by number, of a list, or of a table with two cells a row, that stands in an article."""
    tags = ["body", "article", "p", "table", "tbody"] if table else ["body", "article", "p", "ul"]
    boxes, lines = [Box(at - 1 if tag != "table" and tag != "ul" else 1, tag, "") for at, tag in enumerate(tags)], []
    lines.append(Line(0, above, Kind.PARAGRAPH, box=2))
    for at, (text, links) in enumerate(items):
        if table and at % 2 == 0:
            row = len(boxes)
            boxes.append(Box(4, "tr", ""))
        boxes.append(Box(row, "td", "") if table else Box(3, "li", ""))
        kind = Kind.CELL if table else Kind.ITEM
        lines.append(Line(at + 1, text, kind, tag=boxes[-1].tag, links=links, box=len(boxes) - 1))
    lines.append(Line(len(lines), "It leaves at noon.", Kind.PARAGRAPH, box=len(boxes)))
    boxes.append(Box(1, "p", ""))
    lines += [Line(len(lines) + at, "Not the article", Kind.PARAGRAPH, box=0) for at in range(4)]
    scores = [0.9, *(scores or [0.1] * len(items)), after, *[0.3] * 4]
    return set(range(1, len(items) + 1)).difference(gone(lines, scores, boxes=boxes))


ITEMS = [("Adults", 0), ("Children", 0), ("Dogs", 0), ("Pianos", 0)]


def test_a_list_stays_as_a_whole():
    """Below a colon; if its items are sentences without links; or where half of it stays."""
    assert listed(ITEMS) == listed(ITEMS, after=0.1) == {1, 2, 3, 4}
    assert listed(ITEMS, above="They travel for free") == set()
    assert listed([("Adults pay.", 0), ("Dogs sleep.", 0)], above="It is not free.") == {1, 2}
    assert listed([("Adults pay.", 0), ("Dogs sleep.", 1)], above="It is not free.") == set()
    assert listed(ITEMS, above="They travel for free", scores=[0.9, 0.9, 0.1, 0.1]) == {1, 2, 3, 4}
    assert listed(ITEMS, above="They travel for free", scores=[0.9, 0.1, 0.1, 0.1]) == {1}


def test_a_table_stays_as_a_whole():
    """Without links; between lines that are surely the article; or where a third of it stays."""
    linked = [*ITEMS[:3], ("Pianos", 1)]
    assert listed(ITEMS, table=True, after=0.6) == listed(linked, table=True) == {1, 2, 3, 4}
    assert listed(linked, table=True, after=0.6) == set()
    assert listed(linked, table=True, after=0.6, scores=[0.4, 0.4, 0.1, 0.1]) == {1, 2, 3, 4}
    assert listed(linked, table=True, after=0.6, scores=[0.4, 0.1, 0.1, 0.1]) == {1}


def test_a_date_alone_leaves_above_the_text_of_a_page_and_stays_within():
    page = f"<h1>Ferries</h1><p>2021-06-06</p><p>{PROSE}</p><p>2021-06-07</p><p>Another day came. {PROSE}</p>"
    assert ENGINE.clean(page, kind="html").text == f"{PROSE}\n\n2021-06-07\n\nAnother day came. {PROSE}"


def together(*nets):
    return {f"{number}/{name}": part for number, net in enumerate(nets) for name, part in net.items()}


def test_a_net_agrees_with_itself():
    """And not with another: the one that is shipped beside it."""
    with files("cleaner_blog.scorer").joinpath("dumps.npz").open("rb") as file:
        weights = read(file)
    first, second = ({name[2:]: part for name, part in weights.items() if name[0] == number} for number in "01")
    lines = Cleaner().clean(DUMP, kind="text").lines
    context = stages(len(lines), {0: "navigation"})
    alone, twice, both = (
        scorer.scorer(net)(Columns.of(lines), Boxes.of([]), context)
        for net in (first, together(first, first), together(first, second))
    )
    assert alone == pytest.approx(twice, abs=1e-3)
    assert both != pytest.approx(alone, abs=1e-2)


CAPTIONS = [f"{PROSE} Mia Kettle", f"{PROSE} (The Crumb)"]
LINES = st.sampled_from(
    [*TEXTS, *CAPTIONS, "Share this", "• Home", "1. News", "    Advertisement", "", "Leave a comment", "By"]
)
DUMPS = st.lists(LINES, max_size=40).map("\n".join)


@settings(deadline=None, max_examples=100)
@given(DUMPS)
def test_any_dump_is_scored_and_a_cleaned_one_stays(dump):
    result = ENGINE.clean(dump, profile="blog", kind="text")
    assert ENGINE.clean(result.text, profile="blog", kind="text").text == result.text
    assert ENGINE.clean(dump, profile="blog", kind="text") == result


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


def test_a_letter_of_a_dense_script_says_as_much_as_three():
    texts = [
        "メニュー",
        *("古いフェリーが日曜日に港へ戻り、町の半分の人が桟橋でそれを見守った。" * 3 for _ in range(5)),
    ]
    lines = tuple(Line(number, text) for number, text in enumerate(texts))
    assert sum(map(len, texts)) < 600
    assert scorer.is_scored(Page(None, lines, claims={0: "blog/menu-phrases"}))


@pytest.mark.parametrize(("many", "gone"), [(11, 0), (12, 1)])
def test_of_a_short_post_among_many_lines_that_rules_take_what_is_surely_none_goes(many, gone):
    lines = tuple(Line(number, "Share" if number < many else f"{PROSE} {number}") for number in range(many + 6))
    page = Page(None, lines, claims=dict.fromkeys(range(many), "blog/share-phrases"))
    assert not scorer.is_scored(page)
    scores = [0.9] * many + [0.01, 0.9, 0.9, 0.9, 0.1, 0.01]
    marks = scorer.surest(page, lambda _: lambda columns, *_: scores)
    assert [mark.line.number for mark in marks] == [many + 5] * gone


def test_a_caption_that_stands_twice_shows_that_a_dump_is_none_that_is_clean():
    caption = "The ferry on its way back to the harbour at noon"
    lines = [caption, f"{caption} Mia Kettle", *(f"{PROSE} It was ferry number {n}." for n in range(12))]
    page = Page(None, tuple(Line(number, text) for number, text in enumerate(lines)))
    assert scorer.is_scored(page)
    assert not scorer.is_scored(Page(None, page.lines[1:]))


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


@pytest.mark.parametrize(
    ("below", "score", "stays"),
    [
        ("The council says that repairs would cost more than a bridge; passengers say nobody asked.", 0.1, True),
        ("The council says that repairs would cost more than a bridge; passengers say nobody asked.", 0.01, False),
        ("The council says that repairs would cost more than a bridge, and more about it on page nine", 0.1, False),
        ("Nobody was asked.", 0.1, False),
    ],
)
def test_the_standfirst_of_a_dump_is_a_sentence_right_below_its_headline(below, score, stays):
    lines = tuple(Line(number, text) for number, text in enumerate(["The ferry stops", below, "It left at nine."]))
    page, context = Page(None, lines, metadata=Metadata(title="The ferry stops")), stages(3, {}, "The ferry stops")
    assert standfirsts.of_dump(page, context, lines, [0.1, score, 0.9]) == (lines[1] if stays else None)
    assert standfirsts.of_dump(page, context, lines[1:], [0.1, score, 0.9]) is None
