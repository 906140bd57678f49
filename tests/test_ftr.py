"""Site configurations as outlets: each XPath that CSS can say becomes a rule that works, the rest is named."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html
from selectolax.lexbor import LexborHTMLParser

from cleaner import Cleaner, discover, load_plugin
from cleaner.cli import main
from cleaner.ftr import UntranslatableError, to_css
from cleaner.testing import samples

PAGE = """<html><body class="home">
<div id="main" class="story wide"><h2>A</h2><p class="x">One <a href="/a" rel="tag">link</a></p><p>Two <img></p>
<ul class="list"><li>1</li><li class="x y">2</li><li>3</li></ul><h3>B</h3><div class="x"><b>c</b></div></div>
<div class="share-bar x" data-kind="ad"><p>Share</p><span id="ad-1"></span></div>
<table class="facts"><tr><td class="x">d</td></tr></table><div class="story">e</div><aside>f</aside></body></html>"""

TRANSLATED = [
    ("//div", "div"),
    ("//*", "*"),
    ("//div[@class='story']", 'div[class="story"]'),
    ("//div[@class='story wide']", 'div[class="story wide"]'),
    ('//*[@id="main"]', "#main"),
    ("//*[@id='1a']", '[id="1a"]'),
    ("//P[@CLASS='x']", 'p[class="x"]'),
    ("//*[contains(@class,'share')]", '[class*="share"]'),
    ("//span[starts-with(@id, 'ad-')]", 'span[id^="ad-"]'),
    ("//*[contains(concat(' ', normalize-space(@class), ' '), ' x ')]", ".x"),
    ('//p[contains(concat(" ",@class," ")," x ")]', "p.x"),
    ("//*[contains(concat(' ', @rel, ' '), ' tag ')]", '[rel~="tag"]'),
    ("//div[@data-kind]", "div[data-kind]"),
    ("//div/p", "div > p"),
    ("//div//b", "div b"),
    ("//div/descendant::b", "div b"),
    ("//ul/child::li", "ul > li"),
    (".//ul/li", "ul > li"),
    ("//h2 | //h3", "h2, h3"),
    ("//h2/following-sibling::p", "h2 ~ p"),
    ("//li[2]", "li:nth-of-type(2)"),
    ("//li[position()=1]", "li:nth-of-type(1)"),
    ("//li[last()]", "li:last-of-type"),
    ("//ul/*[1]", "ul > :nth-child(1)"),
    ("//li[2][@class='x y']", 'li:nth-of-type(2)[class="x y"]'),
    ("//div[@id='main' and @class='story wide']", 'div#main[class="story wide"]'),
    ("//div[@id='main'][contains(@class,'wide')]", 'div#main[class*="wide"]'),
    ("//div[@class='x' or @class='story']", 'div[class="x"], div[class="story"]'),
    ("//div[not(@id)]", "div:not([id])"),
    ("//div[not(@id='main' or @class='story')]", 'div:not(#main):not([class="story"])'),
    ("//div[not(@id='main' and @class='story wide')]", 'div:not(#main[class="story wide"])'),
    ("//div[(@id='main' or @class='x') and @class]", 'div#main[class], div[class="x"][class]'),
    ("//div[h2]", "div:has(> h2)"),
    ("//div[.//b]", "div:has(b)"),
    ("//p[./a[@rel='tag']]", 'p:has(> a[rel="tag"])'),
    ("//div[not(p)]", "div:not(:has(> p))"),
    ("/html/body/div[2]", "html > body > div:nth-of-type(2)"),
    ("//td[@class='x']", 'td[class="x"]'),
    ('//a[@href="it\'s|]"]', 'a[href="it\'s|]"]'),
    ("//div[ @class = 'story' ]", 'div[class="story"]'),
    ("// div [@id = 'main'] / p", "div#main > p"),
    ("(//h2 | //h3)", "h2, h3"),
    ("id('main')/p", "#main > p"),
    ("//div/descendant-or-self::node()/b", "div b"),
    ("//descendant-or-self::p", "p"),
    ("//div[@data-kind='ad']//span", 'div[data-kind="ad"] span'),
    ("//p[normalize-space(@class)='x']", 'p[class="x"]'),
    ("//p['x'=@class]", 'p[class="x"]'),
    ("//*[contains(normalize-space(@class), 'share')]", '[class*="share"]'),
    ("//li[contains(concat(' ', @class, ' '), concat(' ', 'y', ' '))]", "li.y"),
    ("//p[@class!='y']", 'p[class]:not([class="y"])'),
    ("//div[@class='story' and not(contains(@id, 'ad'))]", 'div[class="story"]:not([id*="ad"])'),
    ("//div[not(@id) and not(@data-kind)]", "div:not([id]):not([data-kind])"),
    # Text
    ("//p[contains(text(), 'Two')]", 'p:lexbor-contains("Two")'),
    ("//p[text()[contains(., 'One')]]", 'p:lexbor-contains("One")'),
    ("//div/*[contains(., 'link')]", 'div > :lexbor-contains("link"), div > :has(*:lexbor-contains("link"))'),
    ('//p[contains(normalize-space(.), "One")]', 'p:lexbor-contains("One"), p:has(*:lexbor-contains("One"))'),
    ("//p[not(contains(text(), 'Two'))]", 'p:not(:lexbor-contains("Two"))'),
    # Places
    ("//li[position() > 1]", "li:nth-of-type(n+2)"),
    ("//li[position() >= 3]", "li:nth-of-type(n+3)"),
    ("//li[position() < 3]", "li:nth-of-type(-n+2)"),
    ("//li[position() != 2]", "li:not(:nth-of-type(2))"),
    ("//li[last()-1]", "li:nth-last-of-type(2)"),
    ("//li[position() = last()]", "li:last-of-type"),
    ("//li[not(position() = 1)]", "li:not(:nth-of-type(1))"),
    ("//li[position() = 1 or position() = last()]", "li:nth-of-type(1), li:last-of-type"),
    # Siblings
    ("//h2/following-sibling::*", "h2 ~ *"),
    ("//h2/following-sibling::*[1]", "h2 + *"),
    ("//h2/following-sibling::*[1][self::p]", "h2 + p"),
    ("//div[@id='main']/h2/following-sibling::ul/li", "div#main > h2 ~ ul > li"),
    ("//h3/preceding-sibling::p", "p:has(~ h3)"),
    ("//h3/preceding-sibling::*[1]", ":has(+ h3)"),
    ("//div[@id='main']/h3/preceding-sibling::p", "div#main > p:has(~ h3)"),
    ("//p[following-sibling::ul]", "p:has(~ ul)"),
    ("//p[following-sibling::*[1][self::ul]]", "p:has(+ ul)"),
    ("//p[preceding-sibling::p]", "p:is(p ~ *)"),
    ("//p[preceding-sibling::*[1][self::h2]]", "p:is(h2 + *)"),
    ("//p[not(preceding-sibling::p)]", "p:not(:is(p ~ *))"),
    # Back
    ("//a[@rel='tag']/..", ':has(> a[rel="tag"])'),
    ("//a/../..", ":has(> *:has(> a))"),
    ("//a/parent::p", "p:has(> a)"),
    ("//div[@id='main']/h2/..", "div#main:has(> h2)"),
    ("//h2/../ul/li[1]", ":has(> h2) > ul > li:nth-of-type(1)"),
    ("//li/ancestor::div", "div:has(li)"),
    ("//b/ancestor::div[@id='main']", "div:has(b)#main"),
    ("//p[ancestor::div[@id='main']]", "p:is(div#main *)"),
    ("//p[parent::div[@id]]", "p:is(div[id] > *)"),
    ("//p[parent::*[@id]]", "p:is([id] > *)"),
    ("//p[not(ancestor::div[@id='main'])]", "p:not(:is(div#main *))"),
    # Elements
    ("//*[self::h2 or self::h3]", "h2, h3"),
    ("//div/*[not(self::p)]", "div > :not(p)"),
    ("//div[p or h3]", "div:has(> p), div:has(> h3)"),
    ("//p[a | b]", "p:has(> a), p:has(> b)"),
    ("//table[.//td]", "table:has(td)"),
    ("//table[.//tr/td]", "table:has(tr > td)"),
    ("//p[*]", "p:has(> *)"),
    ("//p[not(*)]", "p:not(:has(> *))"),
    ("//div[count(p) > 0]", "div:has(> p)"),
    ("//div[count(.//b) = 0]", "div:not(:has(b))"),
    ("//div[p/a]", "div:has(> p > a)"),
    ("//div[.//li[@class='x y']]", 'div:has(li[class="x y"])'),
    ("//div[p[contains(@class, 'x')]]", 'div:has(> p[class*="x"])'),
]
REFUSED = [
    ("//p[. = 'More']", ". = 'More'"),
    ("//p[text() = 'More']", "text() = 'More'"),
    ("//p[starts-with(text(), 'More')]", "starts-with(text(), 'More')"),
    ("//p[starts-with(., 'More')]", "starts-with(., 'More')"),
    ("//p[contains(., '')]", "contains(., '')"),
    ("//p[string-length(.) < 20]", "string-length(.) < 20"),
    ("//p[matches(@class, 'x.*')]", "matches(@class, 'x.*')"),
    ("//p[@width > 10]", "@width > 10"),
    ("//p[@class=story]", "@class=story"),
    ("//p/text()", "/text()"),
    ("//comment()", "//comment()"),
    ("//a/@href", "/@href"),
    ("//svg:svg", "//svg:svg"),
    ("//div[a/@href]", "/@href"),
    ("//p[../@class='x']", "/@class='x'"),
    ("//p[count(a) > 2]", "count(a) > 2"),
    ("//p[@class='x'][2]", "[2] behind another condition"),
    ("//h2/following-sibling::p[1]", "[1] behind another condition or on the way to siblings"),
    ("//p[position() mod 2 = 1]", "position() mod 2 = 1"),
    ("//h2/following-sibling::p[position() = 1 or @id]", "position() = 1"),
    ("(//p)[1]", "(//p)[1]"),
    ("/div", "/div"),
    ("//h2/following::p", "/following::p"),
    ("//h2//following-sibling::p", "//following-sibling::p"),
    ("//div//p/..", "parent:: behind more than one step"),
    ("//div/p/ancestor::section", "ancestor:: behind more than one step"),
    ("//h2//..", "parent:: at this place"),
    ("//p[parent::div/h2]", "parent::div/h2"),
    ("//h2[self::p]", "both h2 and p"),
    ("//p[@class='x'", "not closed"),
    ("//p[contains(@class, '')]", "contains(@class, '')"),
    ("//p[contains(concat(' ', @class, ' '), ' x')]", "' x'"),
    ("//p[//h2]", "//h2"),
    ("//p]", "]"),
    ("story", "story"),
    ("//p |", "no path"),
    ("", "no path"),
]


@pytest.mark.parametrize(("xpath", "css"), TRANSLATED)
def test_translated(xpath, css):
    assert ", ".join(selector.css for selector in to_css(xpath)) == css


@pytest.mark.parametrize(("xpath", "css"), TRANSLATED)
def test_it_means_the_same(xpath, css):
    """Both find the same elements, each by the library that knows its language."""
    tree, page = html.fromstring(PAGE), LexborHTMLParser(PAGE)
    meant = sorted(
        (element.tag, element.text_content())
        for element in tree.xpath(xpath.replace("P", "p").replace("CLASS", "class"))
    )
    found = {node.mem_id: node for node in page.css(css) if node.tag not in ("head", "tbody")}  # that parser adds them
    assert sorted((node.tag, node.text()) for node in found.values()) == meant


@pytest.mark.parametrize(("xpath", "css"), TRANSLATED)
def test_the_sample_matches(xpath, css):
    for selector in to_css(xpath):
        assert LexborHTMLParser(selector.sample).css(selector.css), selector


@pytest.mark.parametrize(("xpath", "told"), REFUSED)
def test_refused_by_name(xpath, told):
    with pytest.raises(UntranslatableError) as raised:
        to_css(xpath)
    assert told in str(raised.value)


def test_too_many():
    with pytest.raises(UntranslatableError, match="more than 60 selectors"):
        to_css("//a" + "[@b='1' or @b='2']" * 40)


CONFIG = """\
# The Gazette
title: //h1[@class='headline']
body: //div[@id='story']
body: //div[@class='story-text']
author: //a[@rel='author']
strip: //div[@class='share bar']
strip: //div[@class="tides"] | //p[contains(@class, 'weather')]
strip: //p[starts-with(., 'Read more')]
strip: //h1
strip_id_or_class: newsletter
strip_id_or_class: "comment-box"
strip_id_or_class: ""
strip_image_src: /ads/
prune: no
next_page_link: //a[@class='next']
replace_string(<b>): <i>
test_url: https://www.gazette.example/ferry

some words
"""
NEWS = """<title>The Ferry Returns</title><h1>The Ferry Returns</h1><p>Out of the way</p><div id="story">
<p>After two years in the yard, the old ferry crossed the sound again on Tuesday.</p>
<div class="share bar">Tell everybody</div><div class="tides"><p>06:12, 3.9 m</p></div><p class="bad-weather">Fog</p>
<div class="the-newsletter">A letter</div><div id="comment-box-1">What do you think</div>
<p>The next crossing is on Thursday.</p></div>"""


@pytest.fixture
def config(tmp_path) -> Path:
    path = tmp_path / "gazette.example.txt"
    path.write_text(CONFIG)
    return path


def turn(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["import-ftr", *map(str, arguments)], catch_exceptions=False)


def test_a_configuration_becomes_an_outlet_that_works(config, tmp_path):
    result = turn(config, "--out", tmp_path / "out")
    assert result.exit_code == 0
    outlet = load_plugin(tmp_path / "out" / "gazette-example.toml")
    for sample in samples(outlet):
        sample.check()
    cleaned = Cleaner([*discover(), outlet]).clean(NEWS, url="https://www.gazette.example/ferry")
    assert cleaned.profile == "gazette-example"
    assert cleaned.text == (
        "After two years in the yard, the old ferry crossed the sound again on Tuesday.\n\n"
        "The next crossing is on Thursday."
    )
    gone = {removal.line.text: (removal.by, removal.stage) for removal in cleaned.removals}
    assert gone["Out of the way"] == ("gazette-example/article-only", "navigation")
    assert gone["Tell everybody"] == ("gazette-example/strip-div-class-share-bar", "navigation")
    assert gone["What do you think"] == ("gazette-example/strip-class-comment-box-id-comment-box", "comments")


METADATA = "metadata is read by the generic plugin, or by a hook in Python"


def test_what_is_left_is_named_and_counted(config, tmp_path):
    result = turn(config, "--out", tmp_path)
    assert [line.removeprefix(f"{config}:") for line in result.stdout.splitlines()[1:]] == [
        f"2: not turned: title: //h1[@class='headline'] ({METADATA})",
        f"5: not turned: author: //a[@rel='author'] ({METADATA})",
        "8: not turned: strip: //p[starts-with(., 'Read more')] (no selector for \"starts-with(., 'Read more')\")",
        "9: not turned: strip: //h1 (h1: no rule may take such elements)",
        '12: not turned: strip_id_or_class: "" (there is no name)',
        "15: not turned: next_page_link: //a[@class='next'] (nothing is fetched here)",
        "16: not turned: replace_string(<b>): <i> (text is never changed)",
        "19: not turned: some words (an unknown directive)",
    ]
    assert result.stderr == "1 files: 5 rules, 8 directives not turned, 0 failed\n"
    written = (tmp_path / "gazette-example.toml").read_text()
    assert "# not turned, line 19: some words (an unknown directive)\n" in written


def test_json_and_failures(config, tmp_path):
    (tmp_path / ".9to5.example.txt").write_text("strip: //nav\ntitle: \x00\x07")
    (tmp_path / "global.txt").write_text("")
    files = [config, tmp_path / ".9to5.example.txt", tmp_path / "global.txt"]
    result = turn(*files, "--out", tmp_path, "--json")
    assert result.exit_code == 1
    said = json.loads(result.stdout)
    assert said["totals"] == {"files": 3, "rules": 6, "left": 9, "failed": 1}
    assert [one["rules"] for one in said["files"]] == [5, 1, 0]
    assert said["files"][1]["outlet"] == str(tmp_path / "site-9to5-example.toml")
    assert said["files"][1]["left"][0]["line"] == 2
    assert "not named after a host" in said["files"][2]["error"]
    (profile,) = Cleaner([*discover(), load_plugin(said["files"][1]["outlet"])]).plugins[-1].profiles
    assert (profile.name, profile.hosts) == ("site-9to5-example", ("9to5.example",))
    again = turn(config, "--out", tmp_path)
    assert (again.exit_code, "is there already" in again.stdout) == (1, True)
