"""Lines and boxes as columns: what the segmenter hands over is what is made of its lines."""

import gc
import pickle
import tracemalloc
from array import array
from itertools import islice

import pytest

from cleaner import Box, Boxes, Cleaner, Columns, Kind, Line
from cleaner.segment import ElementRules, parse, segment_text
from cleaner.segment.lined import lined

PAGE = """<body><h1 id=top>The ferry</h1><ul class="menu wide"><li>• Home<li>Näher</ul>
<p>It left <a href=/dawn>at dawn</a>.<br>Nobody waved.
<figure><img src=f.png><figcaption>A ferry 🐐</figcaption></figure>"""
DUMP = "The ferry\n\n  • It left [at dawn](/dawn)\n1. Nobody\u00a0waved\ud800\n\n## Näher\n![a](f.png) 🐐"
LINES = (
    Line(0, "• Home", Kind.ITEM, False, 2, "•", "li", 1.0, 3, 0),
    Line(1, "Näher \ud800 🐐", Kind.CODE, True, 0, "", "x-y", 1 / 3, 70_000, 300),
    Line(2, "1."),
)
HOSTILE = ["", "a\0b", "\ud800", "🐐" * 9, "x\ny", "\u00a0"]


@pytest.mark.parametrize(
    "segmented",
    [parse(PAGE.encode()).segment(ElementRules(())), segment_text(DUMP.encode("utf-8", "surrogatepass"))],
    ids=["page", "dump"],
)
def test_they_are_the_lines(segmented):
    assert segmented.columns == Columns.of(segmented.lines)
    assert segmented.columns.texts.decode("utf-8", "surrogatepass").split("\0")[:-1] == [
        line.text for line in segmented.lines
    ]


def test_a_stated_article_is_among_them():
    """Its lines stand in a box of their own, the last."""
    body = " ".join(["The ferryman told the village about the goat on board, and nobody believed a word."] * 8)
    page = f'<script type="application/ld+json">{{"@type": "Article", "articleBody": "{body}"}}</script><p>Menu'
    segmented = parse(page.encode()).segment(ElementRules(()))
    assert segmented.lines[-1].text == body
    assert segmented.columns == Columns.of(segmented.lines)
    assert segmented.boxes[-1] == Box(0, "script", "")


def test_boxes_are_made_when_asked_for():
    boxes = parse(PAGE.encode()).segment(ElementRules(())).boxes
    assert [(box.tag, box.names.split()) for box in boxes][:4] == [
        ("body", []),
        ("h1", ["top"]),
        ("ul", ["menu", "wide"]),
        ("li", []),
    ]
    assert boxes == Boxes.of(boxes) == tuple(boxes) == pickle.loads(pickle.dumps(boxes))
    assert len(boxes) == len(list(boxes))
    assert boxes[-1:] == (boxes[len(boxes) - 1],)
    assert boxes != Boxes.of(boxes[1:])
    assert hash(boxes) == hash(Boxes.of(boxes))


def test_texts_keep_apart_whatever_is_in_them():
    columns = Columns.of([Line(number, text) for number, text in enumerate(HOSTILE)])
    assert columns.texts.count(b"\0") == len(HOSTILE)
    assert columns.saying(["a", "b"]).texts == b"a\0b\0"


def test_a_result_holds_its_boxes():
    result = Cleaner().clean(PAGE, kind="html")
    assert pickle.loads(pickle.dumps(result)) == result
    assert result.boxes[result.lines[-1].box].tag == "figure"


TAGS = ("", "li", "x-y")


def lines_of(lines=LINES, texts=None, tags=TAGS, kinds=tuple(Kind)):
    """The lines and columns that C makes of what it is told of these lines."""
    told = [
        (kinds.index(line.kind), line.gap, line.indent, len(line.marker), line.box, line.images, TAGS.index(line.tag))
        for line in lines
    ]
    fields, links = array("i", [field for fields in told for field in fields]), Columns.of(lines).links
    return lined(Columns.of(lines).texts if texts is None else texts, fields.tobytes(), links.tobytes(), tags)


def test_lines_come_out_of_what_is_told():
    found, columns = lines_of()
    assert found == LINES
    assert {type(line) for line in found} == {Line}
    assert [type(field) for field in found[0]] == [int, str, Kind, bool, int, str, str, float, int, int]
    assert all(map(gc.is_tracked, found))
    assert columns == Columns.of(LINES)
    assert type(columns) is Columns
    assert [column.typecode for column in columns[1:]] == [*"iiiidii"]
    assert lines_of(()) == ((), Columns.of(()))


def test_lines_have_no_links_where_none_are_told():
    found, columns = lined(b"a\0", bytes(7 * 4), b"", ("p",))
    assert found == (Line(0, "a", Kind.HEADING, False, 0, "", "p", 0.0, 0, 0),)
    assert columns == Columns.of(found)
    with pytest.raises(TypeError):
        lined(b"a\0", bytes(7 * 4), bytes(2 * 8), ("p",))


def test_texts_that_are_not_utf8_are_mended_in_both():
    found, columns = lines_of(texts=b"\xe2\x80\0a\0\xed\xa0\0")
    assert [line.text for line in found] == ["\ufffd", "a", "\ufffd\ufffd"]
    assert columns.texts == "\ufffd\0a\0\ufffd\ufffd\0".encode()


@pytest.mark.parametrize("texts", [b"", b"a\0", b"a\0b", b"a\0b\0c\0d\0"])
def test_no_more_texts_are_read_than_there_are(texts):
    found, _ = lines_of(texts=texts)
    assert [line.text for line in found] == [*islice([*texts.decode().split("\0"), "", ""], 3)]


@pytest.mark.parametrize("wrong", [{"kinds": (None, *Kind)}, {"tags": TAGS[:2]}])
def test_what_has_no_name_is_an_error_that_leaves_nothing_behind(wrong):
    code = Line(0, "a", Kind.TEXT, tag="x-y")
    with pytest.raises(IndexError):
        lines_of([code], **wrong)


def test_nothing_is_held_that_is_no_longer_used():
    held = []
    tracemalloc.start()
    for _ in range(4):
        for _ in range(500):
            lines_of()
            with pytest.raises(IndexError):
                lines_of(tags=("",))
            with pytest.raises(TypeError):
                lined(b"a\0", bytes(7 * 4), bytes(2 * 8), ("p",))
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert held[-1] - held[1] < 10_000
