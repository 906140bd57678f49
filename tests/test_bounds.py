"""What is too much for the parser: nesting, elements that are opened again, attributes; and what only looks like it.

Nothing here is timed: what is not bounded hangs the test, or takes all memory.
"""

import random

import pytest
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from cleaner import Cleaner
from cleaner.segment import html
from cleaner.segment.bounds import DEEPEST, LONGEST_DEEP_TEXT, MOST_ATTRIBUTES, MOST_REOPENED, Bounded, bound
from cleaner.segment.find import LONGEST_TEXT
from cleaner.segment.html import parse
from cleaner.segment.json_ld import parsed
from cleaner.segment.scan import scan

ENGINE = Cleaner()
FERRY = "The ferry left at nine with forty passengers and came back at noon."
PARAGRAPH = f"<p>{FERRY}</p>"
NAMES = (
    "a b i nobr font div span p li dd ul td tr table caption tbody button form select option template object svg math"
    " mi desc foreignobject title textarea style h1 section x-y optgroup br input iframe noscript frameset ruby rt"
).split()


def bounded(source: str) -> Bounded:
    return bound(scan(source.encode()))


def tree(source: bytes) -> LexborHTMLParser:
    return LexborHTMLParser(source, options=LexborDocumentOptions.WO_EVENTS, scripting=True)


def depth(source: bytes, most: int) -> int:
    """How deep the parser's tree is, if not deeper than that."""
    level, deep = [tree(source).root], 0
    while level and deep <= most:
        level = [child for node in level for child in node.iter(include_text=False)]
        deep += 1
    return deep


# --- Nesting ---


@pytest.mark.parametrize(
    "piece",
    [
        "<div></x>",
        "<div></p>",
        "<span><p></span></p>",
        "<span><div></span></div>",
        "<div><table></div></table>",
        "<div><textarea></div></textarea>",
        "<div><i title='</div>'></i>",
        "<div><i a' b='</div>'></i>",
        "<div><!-- </div> -->",
        "<div><math></math><template></div></template>",
        "<math><mi><div></math>",
        "<form><form><span></form></form>",
        "<p><div></div><span>",
    ],
)
def test_end_tags_that_close_nothing_make_no_page_flat(piece: str):
    result = ENGINE.clean(PARAGRAPH + piece * 100_000)
    assert result.status.startswith("cut: nesting deeper than")
    assert result.text.startswith(FERRY)


def test_no_tree_is_deeper_than_was_seen():
    chance, cut = random.Random(7), 0
    for _ in range(400):
        few = chance.sample(NAMES, chance.randint(2, 5))
        tags = [f"<{'/' * (chance.random() < 0.4)}{chance.choice(few)}>" for _ in range(chance.randint(2, 8))]
        source, what = bounded("".join(tags) * 4_100)
        cut += bool(what)
        assert depth(source, 3 * DEEPEST) <= 2 * DEEPEST + 10, (
            tags
        )  # forms and paragraphs may close and hold all the same
    assert 100 < cut < 300


@pytest.mark.parametrize(
    "piece",
    [
        "<span><p>x</p></span>",
        "<ul><li>x<li>y</ul>",
        "<dl><dt>x<dd>y</dl>",
        "<table><tr><td>x<td>y<tr><th>z</table>",
        "<font color=red><b>x</font></b>",
        "<b><div>x</b></div>",
        "<p>x<div>y</div>",
        "<a href=x>x",
        "<select><option>x<option>y</option></select>",
        "<textarea><div><div></textarea>",
        "<p title='<div><div>'>x</p>",
        "<app-x><app-y><br>x</app-y></app-x>",
        "<br><img><input><hr>",
        "<DIV>x</div>",
    ],
)
def test_what_closes_is_not_deep(piece: str):
    page = piece * (DEEPEST + 1)
    assert bounded(page) == (page.encode(), "")


def test_what_is_flat_holds_no_tag_that_does_not_end():
    source, cut = bounded("<div>" * (DEEPEST + 1) + "<script>x" * 100_000 + "<b <i " * 100_000 + "</script" * 100_000)
    assert "nesting" in cut
    assert source.count(b"<") <= DEEPEST + LONGEST_DEEP_TEXT // len(b"<br>")


# --- Opened again ---


@pytest.mark.parametrize("name", ["b", "font"])
@pytest.mark.parametrize("block", ["<p>x", "<div>x</div>", "<li>x", "<h2>x</h2>"])
def test_elements_that_are_opened_again_in_every_block(name: str, block: str):
    many = "".join(f"<{name} id={number}>" for number in range(1900))
    page = f"<div>{PARAGRAPH}<p>{many}</div>{block * 20_000}"
    source, cut = bounded(page)
    assert cut.startswith(f"opening {MOST_REOPENED:,} elements again")
    assert len(tree(source).css(name)) <= MOST_REOPENED + 2 * 1900
    result = ENGINE.clean(page)
    assert result.status == f"cut: {cut}"
    assert FERRY in [line.text for line in result.lines]


@pytest.mark.parametrize(
    "page",
    [
        "<b>" * 500 + "<p>x" * 10_000,
        "<font color=red><a href=x>" * 500 + "<p>x" * 10_000,
        "".join(f"<p><b id={number}>x</b>" for number in range(20_000)),
        "".join(f"<p><a href={number}>x" for number in range(20_000)),
    ],
)
def test_what_is_alike_or_closed_is_not_opened_again_and_again(page: str):
    assert bounded(page).cut == ""


# --- Attributes ---


@pytest.mark.parametrize("name", ["body", "html", "BODY"])
def test_the_attributes_of_many_bodies_are_those_of_one(name: str):
    many = "".join(f"<{name} {' '.join(f'a{page}-{number}' for number in range(900))}></{name}>" for page in range(100))
    source, cut = bounded(PARAGRAPH + many)
    assert "attributes" in cut
    assert len(tree(source).css_first(name.lower()).attributes) <= MOST_ATTRIBUTES
    assert ENGINE.clean(PARAGRAPH + many).text.strip() == FERRY


@pytest.mark.parametrize(
    "piece",
    [
        "<b " + "x=1 " * 4500 + ">",
        "<b a='>' " + "x " * 2000 + ">",
        "<b " + "x/" * 2000 + ">",
        "<b " + "x\n=\n'>' " * 2000,
        '<i a"b c="' + "x>" * 2000 + '" ' + "x " * 2000 + ">",
    ],
)
def test_too_many_attributes_are_seen_however_they_are_written(piece: str):
    source, cut = bounded(PARAGRAPH + piece * 300)
    assert "attributes" in cut
    assert source.count(b"x ") + source.count(b"x/") + source.count(b"x=") < MOST_ATTRIBUTES


@pytest.mark.parametrize("piece", ["<a" * 8000 + ">", "<b" + "x" * 16000, "<b x='" + "y " * 9000 + "'>z</b>"])
def test_long_tags_of_few_attributes_stay(piece: str):
    page = PARAGRAPH + piece * 300
    assert bounded(page) == (page.encode(), "")


# --- What is read of a page ---


@pytest.mark.parametrize(
    "block",
    [
        "x" + '\\"' * 1_000_000,
        '"\\' * 1_000_000,
        "x" + "/*" * 1_000_000,
        "{}" + "-->" * 600_000 + "x",
        "{} " * 600_000,
    ],
    ids=["quotes", "open-strings", "comments", "closings", "documents"],
)
def test_broken_json_ld_is_read_once(block: str):
    assert all(value == {} for value in parsed(block.encode()))


def test_the_text_of_elements_that_nest_is_cut():
    document = parse(("<div itemprop=author>" * 1900 + "<p>äöü</p>" * 10_000).encode())
    for css in ("[itemprop=author]", "div div"):
        texts = [found.text for found in document.all(css)]
        assert len(texts) >= 1899
        assert {len(text.encode()) for text in texts} <= set(range(LONGEST_TEXT - 10, LONGEST_TEXT + 1))
        assert "\ufffd" not in texts[0]


def test_a_parser_without_memory_is_out_of_memory(monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise html.SelectolaxError("Can't parse HTML.")

    monkeypatch.setattr(html, "LexborHTMLParser", fail)
    with pytest.raises(MemoryError):
        parse(b"<p>x")
