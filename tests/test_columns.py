"""Lines and boxes as columns: what the segmenter hands over is what is made of its lines."""

import pickle

import pytest

from cleaner import Box, Boxes, Cleaner, Columns, Line
from cleaner.segment import ElementRules, parse, segment_text

PAGE = """<body><h1 id=top>The ferry</h1><ul class="menu wide"><li>• Home<li>Näher</ul>
<p>It left <a href=/dawn>at dawn</a>.<br>Nobody waved.
<figure><img src=f.png><figcaption>A ferry 🐐</figcaption></figure>"""
DUMP = "The ferry\n\n  • It left [at dawn](/dawn)\n1. Nobody\u00a0waved\ud800\n\n## Näher\n![a](f.png) 🐐"
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
