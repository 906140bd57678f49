"""What the scorer sees of pages, and how a net judges them: worked out by hand."""

import io
from array import array
from math import exp, log1p

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Box, Boxes, Columns, Kind, Line
from cleaner_blog.scorer.context import STAGES, Context
from cleaner_blog.scorer.npz import Tensor, read
from cleaner_blog.scorer.pages import Pages
from training.sheets import box_words, first_words, page_sheet

BODY = Box(-1, "body", "")
CHARACTERS, KINDS = 18, 8
AT_GAP = 3 * CHARACTERS + 2 + 6 + KINDS
SIZES, ECHOES, POSITION, PICTURES, NEAR, HELD, BESIDE, BEREFT, ALIKE = (
    AT_GAP + at for at in (2, 7, 12, 23, 25, 45, 69, 76, 84)
)
COLUMNS = ALIKE + 2
SPACE, LOWER, UPPER, DIGIT, DENSE, STOP, OTHER = 0, 1, 2, 3, 5, 6, 15
HOSTILE = [
    "\ud800",
    "\0",
    "a\0b",
    "\U0001f984" * 99,
    "İ" * 40,
    "\u200b",
    "x" * 5000,
    "Ⱥ",
    "ΑΣ",
    "\uffff",
    "ﬁ",
    "\x9d",
    " ",
]


def of(stages="", title="", summary="", stated=""):
    """A context: `n` for a line that navigation takes, `h` for the headline, `.` for one that stays."""
    return Context(bytes(STAGES.index({"n": "navigation", "h": "metadata"}.get(stage, "")) for stage in stages),
                   title, summary, stated)  # fmt: skip


def seen(lines, context=None, boxes=(BODY,)):
    """The sheet of lines with these texts, or of these lines."""
    lines = [Line(n, line, box=0) if isinstance(line, str) else line for n, line in enumerate(lines)]
    return page_sheet(lines, boxes, context or of("." * len(lines)))


def test_characters_of_a_line():
    """Of "Go 4 a." seven: a capital, two small letters, a digit, two spaces, a stop."""
    own = seen(["Go 4 a.", "渡 A"]).own
    shares = {UPPER: 1 / 7, LOWER: 2 / 7, DIGIT: 1 / 7, SPACE: 2 / 7, STOP: 1 / 7}
    assert own[0, :CHARACTERS] == pytest.approx([shares.get(number, 0) for number in range(CHARACTERS)])
    assert own[0, CHARACTERS : 3 * CHARACTERS].nonzero()[0].tolist() == [UPPER, CHARACTERS + STOP]
    assert own[0, 3 * CHARACTERS :][:2] == pytest.approx([1 / 3, 7 / 3 / 12])
    assert own[0, 3 * CHARACTERS + 2 :][:6].tolist() == [0.25, 0, 0, 0, 0.25, 0]
    assert own[1, CHARACTERS : 3 * CHARACTERS].nonzero()[0].tolist() == [DENSE, CHARACTERS + UPPER]
    assert own[1, 3 * CHARACTERS] == 1 / 2, "the capital stands after a space"


def test_of_a_long_line_both_ends_are_looked_at():
    """The first 72 characters and the last 24; the whole counts for how many words it has."""
    sheet = seen(["é" * 72 + "7" * 1000 + "🦄" * 23 + "."])
    assert sheet.own[0, :CHARACTERS].nonzero()[0].tolist() == [LOWER, STOP, OTHER]
    assert sheet.own[0, LOWER] == 72 / 96
    assert sheet.words.tolist() == pytest.approx([1096 / 96])


def test_words_of_a_line():
    """Spaces and one; of scripts without spaces 0.45 a sign; none count of the headline."""
    assert seen(["one two three", "渡し船", "Title"], of("..h")).words.tolist() == pytest.approx([3, 1 + 3 * 0.45, 0])


def test_sizes_and_links():
    lines = [Line(0, "One two", box=0, gap=False, links=0.9), Line(1, "a " * 47 + "a", box=0, links=0.5)]
    own = seen(lines).own[:, AT_GAP:ECHOES]
    page = [log1p(50) / 9, log1p(2) / 7]
    assert own[0] == pytest.approx([0, 0.9, 1, log1p(2) / 5, 2 / 40, *page])
    assert own[1, :5] == pytest.approx([1, 0.5, 0, log1p(48) / 5, 1])


def test_echoes():
    """Twice; in the title; begins as the summary does; in the stated body, or not."""
    summary = "The ferry left the harbour at nine sharp."
    texts = ["Twice", "Twice", "harbour", f"{summary} And came back.", "Else\u00a0where"]
    own = seen(texts, of(".....", "The harbour", summary, "harbourTheferryElsewhere")).own[:, ECHOES:POSITION]
    assert own.tolist() == [[1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [0, 1, 0, 1, 0], [0, 0, 1, 0, 1], [0, 0, 0, 1, 0]]
    assert not seen(texts, of(".....", "", "The ferry")).own[:, ECHOES:POSITION][:, 1:].any(), "a short summary is none"


def test_position():
    """Two words, one, one; the second line is the headline."""
    own = seen(["One two", "Title", "x"], of(".h.")).own[:, POSITION:PICTURES]
    assert own[0] == pytest.approx([0, 0, 0, 1, log1p(2) / 6, exp(-1 / 2), 1, 0, 1, log1p(1) / 6, 0])
    assert own[2] == pytest.approx([2 / 3, 3 / 4, log1p(2) / 6, exp(-1 / 2), 0, 1, 1, 1, 0, log1p(1) / 6, 1])
    assert not seen(["One", "two"]).own[:, POSITION + 6 : PICTURES].any()


def test_pictures():
    lines = [Line(0, "a", box=0, images=1), Line(1, "b", box=0, images=5)]
    assert seen(lines).own[:, PICTURES:NEAR].tolist() == [[0.5, 1], [1, 0]]


def test_what_is_near():
    """A menu, a line, a heading, a menu, prose: distances count from 1; of four stages navigation is the first."""
    lines = [Line(n, text, box=0) for n, text in enumerate(["Home", "x", "Head", "More", "word " * 20])]
    lines[2] = lines[2]._replace(kind=Kind.HEADING)
    own = seen(lines, of("n..n.")).own[:, NEAR:HELD]
    assert own[0, [0, 6]].tolist() == [1 / 2, 1 / 3], "navigation right before, and two lines after"
    assert own[0, [10, 11]].tolist() == [1 / 2, 1 / 4], "the heading is next, prose comes"
    assert own[2, [4, 5]].tolist() == [1 / 3, 1], "the heading was two lines before; prose here"
    assert own[0, [12, 16]] == pytest.approx([1 / 3, 1 / 3])
    assert own[2, [12, 16]] == pytest.approx([2 / 3, 0])
    assert own[0, 1] < 1e-4 > own[2, 7], "no caption anywhere"


def test_what_containers_hold():
    """Of the outer box: a line of links of two words, and one of prose of nineteen; of the page a third one."""
    boxes = [BODY, Box(0, "div", ""), Box(1, "p", "a"), Box(1, "p", "b")]
    prose = " ".join(["word"] * 19)
    lines = [Line(0, "two words", box=2, links=1.0), Line(1, prose, box=3), Line(2, "x", box=0)]
    own = seen(lines, boxes=boxes).own[0, HELD:BESIDE].reshape(6, 4)
    assert own[:, 0] == pytest.approx([2 / 3, 0, log1p(3 / 2) / 5, 0, 2 / 23, log1p(1) / 5])
    assert own[:, 1] == pytest.approx([2 / 22, 19 / 22, log1p(22 / 3) / 5, 1 / 3, 21 / 23, log1p(2) / 5])
    assert own[4, 2:] == pytest.approx([22 / 23, 2 / 23]), "the page, and the lines that look the same"


def test_containers_are_runs_of_lines():
    boxes = [BODY, Box(0, "div", "a"), Box(1, "p", ""), Box(1, "p", ""), Box(0, "div", "b")]
    places = seen([Line(n, "x", box=box) for n, box in enumerate((2, 3, 4))], boxes=boxes).places
    assert places.first[1].tolist() == [0, 0, 0]
    assert places.after[1].tolist() == [2, 2, 3]
    looks = [places.order[a:b].tolist() for a, b in zip(places.first[-1], places.after[-1], strict=True)]
    assert looks == [[0, 1], [0, 1], [2]]


def test_a_box_begins_where_its_first_line_is():
    """Whether the line stands in it directly or deeper."""
    boxes = [BODY, Box(0, "div", "a"), Box(1, "p", ""), Box(0, "div", "b")]
    places = seen([Line(n, "x", box=box) for n, box in enumerate((0, 1, 2, 1, 3))], boxes=boxes).places
    assert places.first[0].tolist() == [0, 1, 2, 1, 4]
    assert places.after[0].tolist() == [5, 4, 3, 4, 5]


def test_the_order_of_lines_hangs_on_where_looks_begin():
    boxes = [BODY, Box(0, "div", "b"), Box(0, "div", "a"), Box(0, "div", "b")]
    places = seen([Line(n, "x", box=box) for n, box in enumerate((1, 2, 3))], boxes=boxes).places
    assert places.order.tolist() == [0, 1, 2, 0, 2, 1]


def test_a_container_is_deeper_than_what_is_looked_at():
    """Lines of a box are a run, even where some stand too deep in it to see it."""
    boxes = [BODY, *(Box(depth, "div", "") for depth in range(12)), Box(1, "p", "")]
    places = seen([Line(n, "x", box=box) for n, box in enumerate((0, 1, 12, 13))], boxes=boxes).places
    assert places.first[0].tolist() == [0, 1, 2, 3]
    assert places.after[0].tolist() == [4, 4, 3, 4]
    assert places.chain[:, 2].tolist() == [12, 11, 10, 9, 8, 7, 6, 5]


def test_lines_beside_in_the_same_container():
    """A line, and two of a box, which the headline stands in."""
    boxes = [BODY, Box(0, "div", ""), Box(1, "p", ""), Box(1, "p", "")]
    lines = [Line(0, "y", box=0), Line(1, "Title", box=2), Line(2, "x", box=3)]
    own = seen(lines, of(".h."), boxes).own[:, BESIDE:BEREFT]
    assert own.tolist() == [[0, 0, 0, 1, 1, 1, 1], [0, 1, 1, 1, 1, 1, 1], [1, 1, 0, 0, 0, 1, 1]]


def test_how_much_of_a_container_others_take():
    """A card of two lines, of which one is gone, beside an article that is whole."""
    boxes = [BODY, Box(0, "div", "card"), Box(1, "p", ""), Box(1, "p", ""), Box(0, "article", ""), Box(4, "p", "")]
    lines = [Line(0, "gone", box=2), Line(1, "x", box=3), Line(2, "y", box=5)]
    own = seen(lines, of("n.."), boxes).own[:, BEREFT:ALIKE]
    assert own[:, :2].tolist() == [[0, 0.5], [0, 0]], "of the line's own box, and of the one around it"
    assert own[:, 4:6].ravel() == pytest.approx([0, log1p(1) / 4, 0, 0])


def test_lines_that_begin_alike():
    own = seen(["Read more on: one", "Read more on: two", "Other", "Read more on: three"]).own[:, ALIKE:]
    assert own.tolist() == [[1, 1], [1, 1], [0, 0], [1, 0]]


def test_words():
    boxes = [Box(-1, "div", "relatedArticles js-12 c_x9-list LIST"), Box(0, "p", ""), Box(0, "ul", "Größe-ÄußereForm")]
    assert box_words(boxes) == [
        ["<div", "articles", "js", "list", "related"],
        ["<p"],
        ["<ul", "form", "größe", "äußere"],
    ]
    assert first_words(["Read ALSO: this line", "", "İZMİR\u00a0'de", "x" * 40]) == [
        ["read", "also:", "this"], [], ["i̇zmi̇r", "'de"], ["x" * 32],
    ]  # fmt: skip


def tensor(rows):
    return Tensor((len(rows), len(rows[0])), array("d", [value for row in rows for value in row]))


def tiny(names="<p", words="menu", **layers):
    """A net of one number a layer, whose looks see no neighbours; the layers are given by what is not 0 in them."""
    rows = {"l1": COLUMNS + 4 + 1, "c": 1, "m": 1, "l2": 1 + 1 + 3 + 2, "s1": 1, "l3": 1 + 8 + 6 + 2, "s2": 1}
    weights = {f"{name}.weight": tensor([[layers.get(name, {}).get(row, 0)] for row in range(many)])
               for name, many in rows.items()}  # fmt: skip
    biases = {f"{name}.bias": Tensor((1,), array("d", [layers.get(f"{name}_bias", 0)])) for name in rows if name != "c"}
    vectors = {"emb.weight": tensor([[0], [1]]), "temb.weight": tensor([[0], [1]])}
    return {**weights, **biases, **vectors, "names": names, "words": words}


def scores(weights, lines, context=None, boxes=(BODY,)):
    lines = [Line(n, line, box=0) if isinstance(line, str) else line for n, line in enumerate(lines)]
    return list(Pages(weights)(Columns.of(lines), Boxes.of(boxes), context or of("." * len(lines))))


def sigmoid(value):
    return 1 / (1 + exp(-value))


def test_a_net_of_one_number():
    """The first word "menu" counts -2, through every layer; the biases say 1 else. A line that is gone has no score."""
    word = COLUMNS + 4
    net = tiny(l1={word: -2}, l1_bias=3, l2={0: 1}, l3={0: 1}, s2={0: 1})
    assert scores(net, ["Menu one", "Else", "menu"], of("..n")) == pytest.approx([sigmoid(1), sigmoid(3), 0], abs=5e-5)


def test_names_of_boxes_in_a_net():
    """The three nearest boxes count each for itself; the five above them together."""
    boxes = [BODY, Box(0, "p", ""), Box(1, "div", ""), Box(2, "p", ""), Box(3, "div", ""), Box(4, "p", "")]
    for row, found in ((0, 1), (1, 0), (2, 1), (3, 1)):
        net = tiny(l1={COLUMNS + row: 1}, l2={0: 1}, l3={0: 1}, s2={0: 1})
        assert scores(net, [Line(0, "x", box=5)], boxes=boxes) == pytest.approx([sigmoid(found)], abs=5e-5)


def test_means_of_groups_in_a_net():
    """Of two lines, one begins with the word; the page's mean is a half and its greatest 1."""
    word = COLUMNS + 4
    for row, found in ((5, 0.5), (6, 1)):
        net = tiny(l1={word: 1}, m={0: 1}, l2={row: 1}, l3={0: 1}, s2={0: 1})
        assert scores(net, ["menu", "else"]) == pytest.approx([sigmoid(found)] * 2, abs=5e-5)


def test_the_second_look_in_a_net():
    """Every line, of one word each, scores a half at first: what stands before and after it."""
    text_before, text_after, own = 1 + 8, 1 + 9, 1 + 13
    third = 0.5 / (3 * 0.5 + 1)
    for row, found in ((text_before, [0, third, 2 * third]), (text_after, [2 * third, third, 0]), (own, [0.5] * 3)):
        net = tiny(l3={row: 1}, s2={0: 1})
        assert scores(net, ["one", "two", "six"]) == pytest.approx([sigmoid(value) for value in found], abs=2e-4)


def nodes(*of, roots=(0,)):
    """Trees of such nodes: what is asked for (-1: a leaf), the most that goes left or a leaf's value, the way right."""
    features, values, skips = zip(*of, strict=True)
    return {name: tensor([row]) for name, row in (("feature", features), ("value", values), ("skip", skips))} | {
        "roots": tensor([roots])
    }


def test_trees_above_a_net():
    """The net says a half. A tree asks for the text before, then for a line after; another is a leaf."""
    before, kind_after = 5 * COLUMNS + 4 * 60 + 2 * 4, 2 * COLUMNS + AT_GAP - 1
    first = (before, 0.1, 2), (-1, -1, 0), (kind_after, 0.5, 2), (-1, 2, 0), (-1, 3, 0)
    lines = [Line(number, text, box=0) for number, text in enumerate("abc")]
    found = list(
        Pages(tiny(), nodes(*first, (-1, 0.5, 0), roots=(0, 5)))(Columns.of(lines), Boxes.of([BODY]), of("..."))
    )
    assert found == pytest.approx([sigmoid(-0.5), sigmoid(3.5), sigmoid(2.5)], abs=5e-5)


def test_trees_are_not_asked_of_lines_that_are_clear_to_the_net():
    """The net is sure, for what it thought at first counts twenty times; the tree would say a half."""
    net, lines = tiny(l3={1 + 13: 1}, s2={0: 20}), [Line(number, text, box=0) for number, text in enumerate("abc")]
    found = list(Pages(net, nodes((-1, 0, 0)))(Columns.of(lines), Boxes.of([BODY]), of("...")))
    assert found == pytest.approx([sigmoid(20 * 0.5)] * 3, abs=5e-5)


@pytest.mark.parametrize("node", [(9999, 0, 2), (0, 0, 1), (0, 0, 9), (-2, 0, 2)])
def test_trees_that_do_not_fit(node):
    with pytest.raises(ValueError, match="fit"):
        Pages(tiny(), nodes(node, (-1, 0, 0), (-1, 0, 0)))
    with pytest.raises(ValueError, match="fit"):
        Pages(tiny(), nodes((-1, 0, 0), roots=(1,)))


def test_weights_that_do_not_fit():
    with pytest.raises(ValueError, match="fit"):
        Pages({**tiny(), "l1.weight": tensor([[0.0]] * 7)})
    with pytest.raises(ValueError, match="fit"):
        Pages({**tiny(), "names": "<p\n<div"})


def test_stored_weights(tmp_path):
    """As numpy stores them: row by row or column by column, in two, four or eight bytes; and texts."""
    arrays = {
        "a": np.array([[1, 2, 3], [4, 5, 6]], np.float16),
        "b": np.array([0.5], np.float32),
        "c": np.zeros((0, 2)),
    }
    stored = io.BytesIO()
    np.savez_compressed(stored, **arrays, turned=arrays["a"].T, words=np.array("one\nthrée"))
    stored.seek(0)
    weights = read(stored)
    assert weights["a"] == Tensor((2, 3), array("d", [1, 2, 3, 4, 5, 6]))
    assert weights["turned"] == Tensor((3, 2), array("d", [1, 4, 2, 5, 3, 6]))
    assert weights["b"] == Tensor((1,), array("d", [0.5]))
    assert weights["c"] == Tensor((0, 2), array("d"))
    assert weights["words"] == "one\nthrée"


TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=()), min_size=1, max_size=200))


@settings(deadline=None, max_examples=200)
@given(st.lists(TEXTS, min_size=1, max_size=30), st.data())
def test_any_texts_give_numbers(texts, data):
    many = len(texts)
    boxes = [BODY, *(Box(data.draw(st.integers(0, n)), "div", data.draw(TEXTS)) for n in range(5))]
    lines = [Line(n, text, box=data.draw(st.integers(0, 5))) for n, text in enumerate(texts)]
    context = Context(data.draw(st.binary(min_size=many, max_size=many)), *(data.draw(TEXTS) for _ in range(3)))
    sheet = page_sheet(lines, boxes, context)
    assert np.isfinite(sheet.own).all()
    assert sheet.own.shape == (len(sheet.rows), COLUMNS)
    assert len(box_words(boxes)) == 6
    assert len(first_words(texts)) == many
    found = scores(tiny(l1={0: 1}, s2={0: 1}), lines, context, boxes)
    assert len(found) == many
    assert all(0 <= score <= 1 for score in found)


def test_large_pages():
    """Many lines, and a line of many characters."""
    net = tiny(l1={0: 1}, s2={0: 1})
    assert len(scores(net, [f"line {n % 1000}" for n in range(100_000)])) == 100_000
    assert len(scores(net, ["渡" * 3_000_000, "x"])) == 2


def test_names_of_any_length():
    assert box_words([Box(-1, "x" * 1000, "Ab" * 1000)]) == [["<" + "x" * 1000, "ab"]]
    assert scores(tiny(), ["x"], boxes=[Box(-1, "x" * 1000, "Ab" * 1000)]) == [0.5]
