"""What leaves a page before it is parsed: nothing that the parser would have shown."""

import random
from pathlib import Path

import pytest

from benchmarks.pages import CORPORA, gather
from cleaner import Cleaner
from cleaner.segment import ElementRules, html, read
from cleaner.segment.scan import Scanned, scan

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").rglob("*.html"))
NEVER_SCANNED = "plaintext.html"
"""What is written behind `<plaintext>` is text, comments and all; here it is not worth the look at every tag."""
PIECES = """<p>#</p>#one#two#<!--#-->#--!>#<!-->#<!--->#<script>#</script>#<SCRIPT src=x>#</Script >#<style>#</style>
<svg>#</svg>#<svg class='i'/>#<path d='M0'/>#<foreignObject>#</foreignObject>#<![CDATA[#]]>#<g>#</g>#<noscript>
</noscript>#<textarea>#</textarea>#<title>#</title>#<iframe>#</iframe>#<xmp>#</xmp>#<div>#</div>#<svg-icon>#</svg-icon>
<script-x>#<style-y>#<p title='#<p title="#'>#">#>#<b a=#=#"#'#/#<!x>#<?php#</ x>#<a href=x"y>#<p#</p >#<#</#<!
if (a<b)#--#-#!""".replace("\n", "#").split("#")


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("a<script>x</script>b", "ab"),
        ("a<style>x</style ><svg><path/></svg>b", "ab"),
        ("a<!-- <script> -->b<script>x</script>c", "abc"),
        ("a<!-- x -- > y -->b", "ab"),
        ("a<!-->b<!--->c", "abc"),
        ("a<!-- x --!>b<!----!>c", "abc"),
        ("a<noscript><p>x</noscript>b", "ab"),
        ("a<script>x</SCRIPT>b<SCRIPT>y</Script\n>c", "abc"),
        ("a<script>x</scripts></script>b", "ab"),
        ("a<script><!-- '<script></script>' --></script>b<script><!-- <script> --></script>c", "abc"),
        ("a<svg title='</svg>'><!-- </svg> --><![CDATA[</svg>]]></svg>b", "ab"),
        ("a<svg><svg/><svg><svg></svg></svg></svg>b", "ab"),
        ("a<svg><foreignObject><p>x</p></foreignObject><foreignObject/></svg>b", "ab"),
        ("a<svg/>b<svg x />c<svg></svg>", "a<svg/>b<svg x />c"),
        ("a<svg><g>b<p>c<svg></svg>", "a<svg><g>b<p>c"),
        ("a<p x='<!--'>b<!-- c -->", "a<p x='<!--'>b"),
        ("<textarea><script></textarea>a<script></script>", "<textarea><script></textarea>a"),
        ("<TITLE><!--</TITLE>a<!-- b -->", "<TITLE><!--</TITLE>a"),
        ("a<svg><<p>b</svg>", "a<svg><<p>b</svg>"),
        ("a<svg-icon>b</svg-icon><style-x>c</style>", "a<svg-icon>b</svg-icon><style-x>c</style>"),
        ("a<<!-- x -->b", "a<<!-- x -->b"),
        ("a<script>x", "a<script>x"),
        ("a<!-- x", "a<!-- x"),
        ("a<p x='<!-- x -->", "a<p x='<!-- x -->"),
        ("", ""),
    ],
)
def test_what_is_left(source, left):
    assert scan(source.encode()).source == left.encode()


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<svg class=icon/><p>The ferry left at nine.</p><svg><path/></svg>", ["The ferry left at nine."]),
        ("<!-- a --!>The ferry left at nine.<!-- b -->", ["The ferry left at nine."]),
        ("<p title='<!-- x'>The ferry left at nine.<!-- c -->", ["The ferry left at nine."]),
        (
            "<textarea><script></textarea><p>The ferry left.<script>x</script><p>At nine.",
            ["The ferry left.", "At nine."],
        ),
        ("<svg><path><p>The ferry left at nine.</p><svg></svg>", ["The ferry left at nine."]),
        ("<svg-icon>The ferry left at nine.</svg-icon>", ["The ferry left at nine."]),
        ("<script>x</Script>The ferry left at nine.<script></script>", ["The ferry left at nine."]),
    ],
)
def test_text_that_is_not_in_them_stays(page, text):
    assert [line for line in Cleaner().clean(page, kind="html").text.split("\n") if line] == text


def shown(page: bytes, monkeypatch: pytest.MonkeyPatch, is_scanned: bool = True) -> list[str]:
    """The words that a parse shows. Where lines break may differ by a comment."""
    with monkeypatch.context() as patched:
        if not is_scanned:
            patched.setattr(html, "scan", Scanned)
        lines = html.parse(page).segment(ElementRules(())).lines
    return [word for line in lines if not line.is_stated for word in line.text.split()]


@pytest.mark.parametrize("path", [path for path in FIXTURES if path.name != NEVER_SCANNED], ids=lambda path: path.name)
def test_a_fixture_shows_the_same_without_the_look(path, monkeypatch):
    page = read(path.read_bytes()).utf8
    assert shown(page, monkeypatch) == shown(page, monkeypatch, is_scanned=False)


def test_pages_show_the_same_without_the_look(monkeypatch):
    """Those of the corpora, where they are at hand."""
    for source in gather(CORPORA, (), 0).pages.measured:
        page = read(source.read()).utf8
        assert shown(page, monkeypatch) == shown(page, monkeypatch, is_scanned=False), source.name


@pytest.mark.parametrize("seed", range(8))
def test_heaps_of_tags_show_the_same_without_the_look(seed, monkeypatch):
    chance = random.Random(seed)
    for _ in range(500):
        pieces = [chance.choice(PIECES) + chance.choice(("", " ", f"w{at} ")) for at in range(chance.randint(2, 7))]
        page = f"zero {''.join(pieces)} tail".encode()
        assert shown(page, monkeypatch) == shown(page, monkeypatch, is_scanned=False), page


def test_json_ld_is_kept_aside():
    page = b'<script type="application/ld+json" title=">">{"a": 1}</script><script>x</script>'
    assert scan(page)[:2] == (b"", (b'{"a": 1}',))


@pytest.mark.parametrize(
    "page",
    [
        b'<!--<script type="application/ld+json">{"headline": "Gone"}</script>-->',
        b'<!-- ld+json > {"headline": "Gone"} -->',
        b'<noscript class="ld+json">{"headline": "Gone"}</noscript>',
        b"""<textarea><script type="application/ld+json">{"headline": "Gone"}</script></textarea>""",
    ],
)
def test_json_ld_is_what_a_script_holds(page):
    assert scan(page).json_ld == ()


STEMS = (
    "<svg>#<svg><p>#<svg><g>#<svg></svg#<!--#<!-->#<textarea>#<title></title>#<script><!--#<script><!--<script>"
    "#<foreignObject>#<svg><foreignObject>#<svg><![CDATA[#<p a='#<p a=#</#<!#<svg><svg/>"
).split("#")


@pytest.mark.parametrize("stem", STEMS)
def test_a_hundred_thousand_beginnings_are_looked_at_once(stem):
    """Nothing is timed: whatever looks for its end from each of them hangs this test."""
    assert scan(stem.encode() * 100_000).tags < 1_000_000
