"""What the scorer sees of dumps, and how nets judge them: worked out by hand."""

from array import array
from math import exp, log, log1p

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Boxes, Columns, Line, Page
from cleaner_blog.scorer import judge
from cleaner_blog.scorer.context import STAGES, Context
from cleaner_blog.scorer.dumps import Dumps
from cleaner_blog.scorer.npz import Tensor
from training.sheets import dump_sheet, phrases
from training.terms import hashed, shared, terms

LAYOUT = 3 * 18 + 2 + 6
STYLE, BREAKS, TWINS, PICTURES, SIZES, ECHOES, NEAR, HELD, COLUMNS = (
    LAYOUT + at for at in (7, 14, 18, 22, 24, 29, 45, 65, 95)
)
NO_BOXES = Boxes.of([])
HOSTILE = ["\ud800", "\0", "a\0b", "\U0001f984" * 99, "İ" * 40, "\u200b", "x" * 5000, "Ⱥ", "渡" * 100, "\uffff", " "]


def of(stages, title=""):
    """Lines that navigation (`n`) or captions (`p`) take, the headline (`h`), and what stays (`.`)."""
    names = {"n": "navigation", "p": "captions", "h": "metadata", ".": ""}
    return Context(bytes(STAGES.index(names[stage]) for stage in stages), title)


def lines_of(lines):
    return [Line(n, line) if isinstance(line, str) else line._replace(number=n) for n, line in enumerate(lines)]


def seen(lines, context=None):
    """The sheet of lines with these texts, or of these lines."""
    return dump_sheet(lines_of(lines), context or of("." * len(lines)))


def test_layout():
    """Gaps before and after, a marker, a number, indentation, how deep, whether it changed; then the mean of each."""
    lines = [
        Line(0, "One"),
        Line(0, "• Two", gap=False, indent=6, marker="•"),
        Line(0, "2. Three", indent=99, marker="2."),
    ]
    own = seen(lines).own[:, LAYOUT:BREAKS]
    rows = [[1, 0, 0, 0, 0, 0, 0], [0, 1, 1, 0, 1, 0.25, 1], [1, 1, 1, 1, 1, 1, 1]]
    assert own[:, :7] == pytest.approx(np.array(rows))
    assert own[:, 7:] == pytest.approx(np.array([[2 / 3, 2 / 3, 2 / 3, 1 / 3, 2 / 3, 1.25 / 3, 2 / 3]] * 3))


def test_breaks():
    """Five lines are gone before the first, none between, one at the end: six of eight."""
    own = seen(["x"] * 8, of("nnnnn..n")).own[:, BREAKS:TWINS]
    assert own.tolist() == [
        pytest.approx([1, 0, 0.75, log1p(6) / 6]), pytest.approx([0, 0.25, 0.75, log1p(6) / 6]),
    ]  # fmt: skip


def test_twins():
    """By the first 24 characters: like the one before, the one after, any above, any below."""
    alike = "The harbour at low tide, "
    own = seen([alike + "seen", alike + "again", "Else", alike + "once more"]).own[:, TWINS:PICTURES]
    assert own.tolist() == [[0, 1, 0, 1], [1, 0, 1, 1], [0, 0, 0, 0], [0, 0, 1, 0]]


def test_markdown():
    """A picture; the share of links; of a line is read what a reader sees."""
    sheet = seen(
        [Line(0, "![](a.png) [Menu](/)", links=1.0, images=2), Line(0, "* One [b](/c)", marker="*", links=0.2)]
    )
    assert sheet.own[:, PICTURES:SIZES].tolist() == [[1, 1], [0, 0.2]]
    assert sheet.own[:, SIZES].tolist() == [1, 0]
    assert sheet.texts == ["Menu", "One b"]


def test_what_stands_for_headings():
    """A short line behind a gap, two lines before the last; the third has no gap, the last is prose."""
    own = seen(["a", "Head", Line(0, "b", gap=False), "word " * 20], of("n...")).own[:, NEAR:HELD]
    assert own[2, [4, 10]] == pytest.approx([1 / 3, 0], abs=1e-4)
    assert own[0, [4, 11]] == pytest.approx([1, 1 / 3])


def test_what_a_block_holds():
    """Two lines of one block, of one word and of nineteen, of which the short one has a marker; the page has more."""
    lines = [Line(0, "• x", marker="•"), Line(0, " ".join(["word"] * 19), gap=False), Line(0, "Else")]
    own = seen(lines).own[0, HELD:].reshape(6, 5)
    assert own[:, 0] == pytest.approx([1 / 21, 19 / 21, log1p(21 / 3) / 5, 1 / 3, 20 / 22, log1p(2) / 5])


def test_places():
    lines = [Line(0, text, gap=gap) for text, gap in (("a", 1), ("b", 0), ("cut", 1), ("c", 0), ("d", 0))]
    places = seen(lines, of("..n..")).places
    assert places.first[0].tolist() == [0, 0, 0, 0], "no blank line between what is left"
    assert places.first[1].tolist() == [0, 0, 2, 2], "parted by a line of navigation"
    assert places.after[1].tolist() == [2, 2, 4, 4]
    looks = [places.order[a:b].tolist() for a, b in zip(places.first[-1], places.after[-1], strict=True)]
    assert looks == [[0], [1, 2, 3], [1, 2, 3], [1, 2, 3]]
    assert seen(lines, of("..p..")).places.after[1].tolist() == [4] * 4, "a caption parts nothing"


def test_lines_around():
    places = seen(["x"] * 40).places
    assert [(places.first[2][n], places.after[2][n]) for n in (0, 20, 39)] == [(0, 5), (16, 25), (35, 40)]
    assert [(places.first[3][n], places.after[3][n]) for n in (0, 20, 39)] == [(0, 17), (4, 37), (23, 40)]


def tensor(rows):
    return Tensor((len(rows), len(rows[0])), array("d", [value for row in rows for value in row]))


def tiny(words="nowhere", vectors=(1,), **layers):
    """A net of one number a layer, whose looks see no neighbours; the layers are given by what is not 0 in them."""
    rows = {"l1": COLUMNS + 1 + 3, "c": 1, "m": 1, "l2": 1 + 1 + 4 + 2, "s1": 1, "l3": 1 + 10 + 6 + 2 + 3, "s2": 1}
    weights = {f"{name}.weight": tensor([[layers.get(name, {}).get(row, 0)] for row in range(many)])
               for name, many in rows.items()}  # fmt: skip
    biases = {f"{name}.bias": Tensor((1,), array("d", [layers.get(f"{name}_bias", 0)])) for name in rows if name != "c"}
    return {**weights, **biases, "temb.weight": tensor([[0], *([one] for one in vectors)]), "words": words}


def scores(nets, lines, context=None):
    return list(Dumps(nets)(Columns.of(lines_of(lines)), NO_BOXES, context or of("." * len(lines))))


def through(row):
    """Layers that give what stands in this row of the first one."""
    return {"l1": {row: 1}, "l2": {0: 1}, "l3": {0: 1}, "s2": {0: 1}}


def sigmoid(value):
    return 1 / (1 + exp(-value))


@pytest.mark.parametrize(
    ("line", "known", "others"),
    [
        ("Read 25 more", ["read", "00", "more", "· read", "read 00", "more ·"], ["read more", "rea", "00 read"]),
        ("• « ÉTÉ », été!", ["été", "été été", "· été"], ["ete", "· ·"]),
        ("渡し船は", ["渡し船は", "· 渡し船は"], ["渡"]),
        (f"{'long ' * 40}end", ["long", "end ·"], ["middle"]),
        (f"{'x' * 71} y{'z' * 200} end", ["x" * 71, f"{'x' * 71} {'z' * 20}", "end ·"], ["y", "yz"]),
    ],
)
def test_phrases_of_a_line(line, known, others):
    """Those that are found by their numbers are those that the list has; a word in it twice counts twice."""
    assert set(known) <= set(phrases([line])[0])
    assert not set(others) & set(phrases([line])[0])
    for phrase in (*known, *others):
        net = tiny(f"{phrase}\nnowhere", (0.25, 3), **through(COLUMNS))
        found = scores([net], ["nowhere else", line, "nowhere", "…"])
        counted = 0.25 * phrases([line])[0].count(phrase)
        assert found == pytest.approx([sigmoid(value) for value in (3, counted, 3, 0)], abs=1e-4)


FERRIES = ["Ferries and harbours", "ferries", "渡し船", "…"]


def test_terms():
    """ "ferries" and "harbours", "ferries", two pairs of signs, nothing; "and" is too short."""
    found = terms([*FERRIES, ""])
    assert sorted(found.lines.tolist()) == [0, 0, 1, 2, 2]
    assert len(set(found.hashes.tolist())) == 4
    assert shared(found, hashed(["ferries", "else"])).lines.tolist() == [0, 2, 2]
    assert hashed(["ferries"])[0] == terms(["ferries"]).hashes[0]


@pytest.mark.parametrize(("column", "common"), [(0, 2 / 3), (1, 1 / 5), (2, 0)])
def test_what_lines_have_in_common(column, common):
    """Each of the first two has a term that one other line has; a half of a line counts for less at the second look."""
    first = [sigmoid(common / 3), sigmoid(common / 2), 0.5, 0.5]
    assert scores([tiny(**through(COLUMNS + 1 + column))], FERRIES) == pytest.approx(first, abs=1e-4)
    assert scores([tiny("ferries", **through(COLUMNS + 1 + column))], FERRIES) == [0.5] * 4, "a word that is known"
    common = [0.5 / 1, 0.5 / 4.5, 0.5 / 1][column]
    second = [sigmoid(common / 3), sigmoid(common / 2), 0.5, 0.5]
    assert scores([tiny(l3={19 + column: 1}, s2={0: 1})], FERRIES) == pytest.approx(second, abs=2e-4)


def test_the_first_look_knows_what_the_headline_says():
    """It is not among the lines that count, but among the others."""
    one, other = (scores([tiny(**through(COLUMNS + 1 + column))], FERRIES, of(".h..")) for column in (0, 2))
    assert one == pytest.approx([0.5, sigmoid(1 / 3), 0.5, 0.5], abs=1e-4)
    assert other == pytest.approx([sigmoid(2 / 9), 0.5, 0.5, 0.5], abs=1e-4)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [(0.5, 0.5, 0.5), (0.9, 0.1, 0.5), (0.5, 0.8, 2 / 3), (1e-9, 0.5, 1 / 101), (1 - 1e-9, 1e-9, 0.5)],
)
def test_what_two_nets_think_together(one, other, both):
    """The geometric mean of their odds; nobody is surer than ten thousand to one. A line that is gone has no score."""
    nets = [tiny(s2_bias=log(score / (1 - score))) for score in (one, other)]
    assert scores(nets, ["a", "b", "c"], of(".n.")) == pytest.approx([both, 0, both], abs=1e-4)


def test_each_net_has_its_own_words():
    """What one counts for more, the other for less: together nothing, where one knows both words, more."""
    nets = [tiny("one\ntwo", (1, 1), **through(COLUMNS)), tiny("one", (3,), **through(COLUMNS))]
    assert scores(nets, ["one", "two"]) == pytest.approx([sigmoid(2), sigmoid(0.5)], abs=1e-3)


def test_weights_that_do_not_fit():
    with pytest.raises(ValueError, match="fit"):
        Dumps([tiny(), {**tiny(), "l1.weight": tensor([[0.0]] * 7)}])
    with pytest.raises(ValueError, match="fit"):
        Dumps([tiny()] * 33)


TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=()), min_size=1, max_size=200))


@settings(deadline=None, max_examples=200)
@given(st.lists(TEXTS, min_size=1, max_size=30), st.data())
def test_any_texts_give_numbers(texts, data):
    many = len(texts)
    numbers = st.integers(0, 2**31 - 1)
    lines = [Line(n, text, gap=data.draw(st.booleans()), indent=data.draw(numbers)) for n, text in enumerate(texts)]
    context = Context(data.draw(st.binary(min_size=many, max_size=many)), data.draw(TEXTS))
    sheet = dump_sheet(lines, context)
    assert np.isfinite(sheet.own).all()
    assert sheet.own.shape == (len(sheet.rows), COLUMNS)
    assert len(phrases(texts)) == many
    found = scores([tiny(l1={0: 1}, s2={0: 1}), tiny(l2={3: 1}, l3={4: 1}, s2={0: 1})], lines, context)
    assert len(found) == many
    assert all(0 <= score <= 1 for score in found)


def test_large_dumps():
    """Many lines, and a line of many characters."""
    net = tiny(l1={0: 1}, s2={0: 1})
    assert len(scores([net], [f"line {n % 1000}" for n in range(300_000)])) == 300_000
    assert len(scores([net], ["渡" * 3_000_000, "word " * 2_000_000])) == 2


def test_prose_that_a_dump_says_again_goes_and_a_refrain_unless_it_stands_below_its_twin():
    prose = "The ferry has been sold, and nobody on the island has been asked, says the harbour master. " * 2
    refrain = "And the ferry goes, and the ferry goes home."
    texts = [prose, refrain, "Prices", "Prices", prose, refrain, refrain, prose]
    page = Page(None, tuple(Line(number, text) for number, text in enumerate(texts)))
    marks = judge.of_dump(page, bytearray([0, *[judge.OPEN] * 7]), [0.9] * 8, judge.Bounds(0))
    assert [(mark.line.number, mark.why) for mark in marks] == [
        (6, "stands above already"),
        (7, "stands above already"),
    ]
