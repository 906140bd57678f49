"""Sources become lines: HTML, dumps, bytes, and what is bounded before the parser."""

import io
import json
import random
import tarfile
import zlib

import pytest

from cleaner import Cleaner, Kind, Rule
from cleaner.page import HeadElement, HeadElements
from cleaner.segment import ElementRules, binary, check_css, is_html, parse, read, text_lines
from cleaner.segment.bounds import bound
from cleaner.segment.scan import scan


def lines_of(html: str, *rules: Rule) -> list[str]:
    return [line.text for line in parse(html.encode()).segment(ElementRules(enumerate(rules))).lines]


def taken_by(html: str, *rules: Rule) -> dict[str, int]:
    segmented = parse(html.encode()).segment(ElementRules(enumerate(rules)))
    return {segmented.lines[number].text: order for number, order in segmented.taken.items()}


def css(selector: str) -> Rule:
    return Rule("r", "navigation", css=selector, sample="-")


def words(*entries: str, stage: str = "navigation") -> Rule:
    return Rule("r", stage, words=frozenset(entries), sample="-")


class TestWalk:
    def test_what_html_does_not_know_is_a_phrase_in_a_paragraph_and_a_block_elsewhere(self) -> None:
        assert lines_of("<p>A <x-source><a href=/>large</a>, old</x-source> study</p>") == ["A large, old study"]
        assert lines_of("<x-card>One</x-card><x-card>Two</x-card>") == ["One", "Two"]

    def test_inline_elements_do_not_break_a_line(self) -> None:
        assert lines_of("<p>One <b>two</b>,<i> three</i><span>four</span></p>") == ["One two, threefour"]

    def test_comments_and_invisible_elements_leave_no_trace(self) -> None:
        html = "<p>One <!-- no -->two<script>var x;</script> three</p><style>p{}</style><template>no</template>"
        assert lines_of(html) == ["One two three"]

    def test_how_to_read_a_word_is_not_part_of_the_text(self) -> None:
        assert lines_of("<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>に着く</p>") == ["港に着く"]

    def test_white_space_is_folded_wherever_it_stands(self) -> None:
        signs = random.Random(7)
        for length in range(200):
            text = "".join(signs.choices("some words, and more !!.é\u4e2d\x7f\n\t\xa0\u2003\x1f", k=length))
            assert " ".join(lines_of(f"<p>{text}</p>")) == " ".join(text.split()), repr(text)

    def test_text_around_blocks_is_a_line_of_its_own(self) -> None:
        assert lines_of("<div>before<p>in</p>after</div>") == ["before", "in", "after"]

    def test_a_break_ends_a_line_and_two_end_a_paragraph(self) -> None:
        segmented = parse(b"<p>One<br>two<br><br>three</p>").segment(ElementRules(()))
        assert [(line.text, line.gap) for line in segmented.lines] == [("One", True), ("two", False), ("three", True)]

    def test_a_block_begins_a_paragraph_behind_a_break_too(self) -> None:
        segmented = parse(b"<p>One<br></p><p>two<br></p>three").segment(ElementRules(()))
        assert [(line.text, line.gap) for line in segmented.lines] == [("One", True), ("two", True), ("three", True)]

    def test_code_keeps_its_line_breaks(self) -> None:
        assert lines_of("<pre>\nif x:\n    y  =\t1\n \n\nz\n</pre>") == ["if x:\ny = 1\n\nz"]

    @pytest.mark.parametrize(
        ("html", "kind"),
        [
            ("<h2>x</h2>", Kind.HEADING),
            ("<p>x</p>", Kind.PARAGRAPH),
            ("<ul><li>x</ul>", Kind.ITEM),
            ("<ul><li><p>x</p></ul>", Kind.ITEM),
            ("<blockquote><p>x</p></blockquote>", Kind.QUOTE),
            ("<figure><figcaption>x</figcaption></figure>", Kind.CAPTION),
            ("<table><tr><td>x</table>", Kind.CELL),
            ("<pre>x</pre>", Kind.CODE),
            ("<div>x</div>", Kind.TEXT),
        ],
    )
    def test_kind(self, html: str, kind: Kind) -> None:
        assert [line.kind for line in parse(html.encode()).segment(ElementRules(())).lines] == [kind]

    def test_share_of_link_text(self) -> None:
        (line,) = parse(b"<p>1234<a href=x>5678</a></p>").segment(ElementRules(())).lines
        assert line.links == 0.5
        assert line.tag == "p"

    def test_items_of_a_list_stand_together(self) -> None:
        segmented = parse(b"<p>x</p><ul><li>a<li>b</ul><p>y</p>").segment(ElementRules(()))
        assert [line.gap for line in segmented.lines] == [True, True, False, True]

    def test_a_frameset_has_no_lines(self) -> None:
        assert lines_of("<frameset><frame src=x></frameset>") == []

    def test_deep_pages_need_no_recursion(self) -> None:
        assert lines_of("<div>" * 900 + "deep" + "</div>" * 900) == ["deep"]


class TestElementRules:
    @pytest.mark.parametrize(
        "selector",
        [
            "nav",
            ".menu",
            "nav.menu",
            ".menu.top",
            "#m",
            "nav#m.top",
            "[role=navigation]",
            "nav[hidden]",
            "div > nav",
            "p, nav",
        ],
    )
    def test_what_a_selector_takes_is_one_line(self, selector: str) -> None:
        html = (
            "<div><nav id=m class='top menu' role=navigation hidden><a>Home</a><p>News</p></nav></div><div>Body</div>"
        )
        assert taken_by(html, css(selector)) == {"Home\nNews": 0}

    @pytest.mark.parametrize("selector", ["aside", ".men", "nav.x", "#x", "[role=main]", ".menu.x", "p > nav", "p nav"])
    def test_what_does_not_match_stays(self, selector: str) -> None:
        assert taken_by("<nav id=m class='top menu' role=navigation>Home</nav>", css(selector)) == {}

    def test_what_an_element_stands_in_counts_from_its_parent_on(self) -> None:
        assert taken_by("<section><header>x</header></section>", css("header:not(section header)")) == {}
        assert taken_by("<a href=x><h2>x</h2></a><h2>y</h2>", css("a h2")) == {"x": 0}
        assert taken_by("<div><h4>x</h4></div>", css("div > h4")) == {"x": 0}

    def test_the_first_rule_wins(self) -> None:
        assert taken_by("<nav class=a>x</nav>", css(".b"), css(".a"), css("nav")) == {"x": 1}

    def test_scripts_inside_are_not_text(self) -> None:
        assert taken_by("<nav>Home<script>var x = {};</script></nav>", css("nav")) == {"Home": 0}

    @pytest.mark.parametrize(
        "guarded", ["<h1>T</h1>", "<main>T</main>", "<article>T</article>", "<p itemprop=articleBody>T</p>"]
    )
    def test_landmarks_are_never_taken(self, guarded: str) -> None:
        assert taken_by(f"<div class=x>{guarded}</div>", css(".x, h1, main, article, p")) == {}

    def test_only_the_first_article_is_a_landmark(self) -> None:
        assert taken_by("<article>A</article><article class=x>B</article>", css(".x")) == {"B": 0}

    @pytest.mark.parametrize("name", ["share", "post-share", "Share_bar", "share-bar x"])
    def test_words(self, name: str) -> None:
        assert taken_by(f"<div class='{name}'>x</div>", words("share")) == {"x": 0}
        assert taken_by(f"<h2>t</h2><div id='{name.split()[0]}'>x</div>", words("share")) == {"x": 0}

    @pytest.mark.parametrize(
        "html",
        [
            "<div class=shared>x</div>",
            "<div class=has-share>x</div>",
            "<h2 id=share>x</h2>",
            "<div class='post hentry topic-share'>x</div>",  # terms of WordPress
            "<div class=k9dShareTo0q>x</div>",  # drawn by lot
            "<div class=accordion-share>x</div>",
        ],
    )
    def test_words_that_do_not_count(self, html: str) -> None:
        assert taken_by(html, words("share")) == {}

    def test_changes_of_case_part_words(self) -> None:
        assert taken_by("<div class=postShare>x</div>", words("share")) == {"x": 0}

    @pytest.mark.parametrize(
        ("control", "stays"),
        [
            ("<button class=share>Where does the ferry land today?</button>", True),
            ("<div role=button class=share>Where does the ferry land today?<i>+</i></div>", True),
            ("<button class=share><h3>The ferry</h3></button>", True),
            ("<h3><button class=share>The ferry</button></h3>", True),
            ("<h3><button class=share>Contents</button></h3>", False),
            ("<button class=share>Forgot your password?</button>", False),
            ("<button class=share>Where does the ferry land today</button>", False),
            ("<div class=share>Where does the ferry land today?</div>", False),
            ("<button class=share> </button>", True),  # there is nothing to take
        ],
    )
    def test_a_control_that_is_a_heading_of_what_folds_out(self, control: str, stays: bool) -> None:
        assert (taken_by(control, words("share")) == {}) == stays

    def test_nothing_is_taken_inside_code(self) -> None:
        assert taken_by("<pre><span class=share>x</span></pre>", words("share")) == {}

    def test_an_anchor_without_address_is_no_link(self) -> None:
        (line,) = parse(b"<a name=top><p>x</p>").segment(ElementRules([(0, css("a p"))])).lines
        assert (line.text, line.links) == ("x", 0.0)

    def test_two_words_must_stand_in_one_name(self) -> None:
        assert taken_by("<div class=post-meta>x</div>", words("post meta")) == {"x": 0}
        assert taken_by("<div class='post meta'>x</div>", words("post meta")) == {}

    def test_words_spare_what_holds_the_prose(self) -> None:
        body = f"<div class=share-box><p>{'word ' * 200}</p></div>"
        assert taken_by(body, words("share")) == {}
        beside = f"<p>{'shown ' * 20}</p>"
        assert list(taken_by(beside + body, words("share", stage="comments")).values()) == [0]

    def test_where_names_leave_no_prose_what_holds_prose_is_not_taken_for_its_name(self) -> None:
        story = f"<div class=related-story><p>{'word ' * 60}</p></div>"
        beside = f"<aside><p>{'other ' * 80}</p></aside>"
        rules = words("related"), css("aside")
        assert list(taken_by(story + beside, *rules).values()) == [1]
        assert list(taken_by(f"<p>{'shown ' * 50}</p>" + story + beside, *rules).values()) == [0, 1]

    def test_a_form_with_prose_is_the_page_where_there_is_no_other(self) -> None:
        shop = f"<form><p>{'word ' * 60}</p></form>"
        rules = words("related"), css("form")
        assert taken_by(f"<div class=related>x</div>{shop}", *rules) == {"x": 0}
        assert list(taken_by(f"<p>{'shown ' * 50}</p>{shop}", *rules).values()) == [1]

    def test_comments_are_the_page_where_there_is_no_other_prose(self) -> None:
        thread = f"<div class=comment-text><p>{'word ' * 60}</p></div>"
        rule = words("comment text", stage="comments")
        assert taken_by(f"<h1>A question</h1>{thread}", rule) == {}
        assert list(taken_by(f"<p>{'short post ' * 8}</p>{thread}", rule).values()) == [0]

    def test_outside_takes_everything_else_piece_by_piece(self) -> None:
        html = "<p>a</p><div>b<article><p>c</p></article><p>d</p></div>"
        rule = Rule("o", "navigation", outside="article", sample="-")
        assert taken_by(html, rule) == {"a": 0, "b": 0, "d": 0}
        assert lines_of(html, rule) == ["a", "b", "c", "d"]

    def test_outside_without_match_has_no_effect(self) -> None:
        assert taken_by("<p>a</p>", Rule("o", "navigation", outside="article", sample="-")) == {}

    def test_css_does_not_take_an_ancestor_of_what_outside_keeps(self) -> None:
        keep = Rule("o", "navigation", outside=".body", sample="-")
        assert taken_by("<div class=wrap><p class=body>x</p><p>y</p></div>", css(".wrap"), keep) == {"y": 1}

    @pytest.mark.parametrize("selector", ["body", "html", "*", "p,", "p >> q", ":nonsense("])
    def test_selectors_that_cannot_be_meant(self, selector: str) -> None:
        assert check_css(selector)


class TestText:
    def test_hints(self) -> None:
        found = text_lines("First\n\n  • Item  one\n  2. Item two\n\tlast")
        assert [(x.text, x.kind, x.gap, x.indent, x.marker, x.body) for x in found] == [
            ("First", Kind.TEXT, True, 0, "", "First"),
            ("• Item one", Kind.ITEM, True, 2, "•", "Item one"),
            ("2. Item two", Kind.ITEM, False, 2, "2.", "Item two"),
            ("last", Kind.TEXT, False, 1, "", "last"),
        ]

    def test_no_break_spaces_inside_a_line_of_a_dump_stay_and_rules_do_not_see_them(self) -> None:
        (line,) = text_lines("\u00a0 over  27\u00a0km \u00a0")
        assert line.text == "over 27\u00a0km"
        assert line.body == "over 27 km"
        assert lines_of("<p>over\n27&nbsp;km&nbsp;</p>") == ["over 27 km"]

    @pytest.mark.parametrize("text", ["1989. aasta", "-dash", "•", "3.5 million", "* "])
    def test_what_is_no_marker(self, text: str) -> None:
        assert text_lines(text)[0].marker == ""

    def test_a_date_prefix_becomes_a_line(self) -> None:
        assert [x.text for x in text_lines(" date 2019-05-07 “Yes,” he said.")] == [
            "date 2019-05-07",
            "“Yes,” he said.",
        ]

    def test_a_list_marker_behind_a_date_prefix_is_one(self) -> None:
        assert [x.marker for x in text_lines("date 2019-05-07 • One\n2. Two")] == ["", "•", "2."]

    @pytest.mark.parametrize("text", ["date 2019-05-07", "date 2019-05-07th of June", "the date 2019-05-07 is set"])
    def test_what_is_no_date_prefix(self, text: str) -> None:
        assert [x.text for x in text_lines(text)] == [text]

    @pytest.mark.parametrize("separator", ["\n", "\r\n", "\r", "\u2028", "\x0c"])
    def test_line_separators(self, separator: str) -> None:
        assert [x.text for x in text_lines(f"a{separator}b")] == ["a", "b"]


class TestKind:
    @pytest.mark.parametrize(
        "source",
        [
            "<!DOCTYPE html><p>x",
            "\ufeff<html>",
            "<p>Only a fragment</p>",
            "Text first, <b>then</b> tags<br>and more",
            "<!-- saved --><div>x</div>",
            "\n\n  <?xml version='1.0'?><html>",
        ],
    )
    def test_html(self, source: str) -> None:
        assert is_html(source)

    @pytest.mark.parametrize(
        "source",
        [
            "",
            "Plain text.",
            "a < b and c > d",
            "One\n\nTwo\n\nThree\n\nFour\n\nYou may use these tags: <a href=''> <b> <em>\n\nSix",
            "<angle> brackets <around> words",
        ],
    )
    def test_text(self, source: str) -> None:
        assert not is_html(source)


def tar(content: bytes) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        member = tarfile.TarInfo("ferry.txt")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


class TestBinary:
    NOISE = random.Random(3).randbytes(4096)
    PARAGRAPH = "Паром ушёл в полдень. The ferry left – at noon. 渡し船は昼に出た。\r\n" * 30

    @pytest.mark.parametrize(
        ("data", "what"),
        [
            (tar(b"The ferry left at nine."), "an archive"),
            (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n<p>The ferry left.</p>", "a web archive"),
            (b"WARC/1.1\nContent-Length: 0\n\n", "a web archive"),
            (b"\x7fELF\x02\x01\x01" + bytes(60) + b"The ferry left.", "a program"),
            (NOISE, "binary data"),
            (b"\x01\x02 <p>The ferry left.</p>" + NOISE, "binary data"),
            (zlib.compress(bytes(range(256)) * 9 + NOISE), "binary data"),
        ],
    )
    def test_what_is_no_text(self, data: bytes, what: str) -> None:
        assert binary(data) == what

    @pytest.mark.parametrize(
        "charset",
        "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 cp1252 cp1251 koi8-r cp437 cp866 mac-roman gb18030 cp932"
        " euc-jp iso2022_jp hz utf-7".split(),
    )
    def test_text_in_whatever_charset(self, charset: str) -> None:
        assert binary(self.PARAGRAPH.encode(charset, "ignore")) == ""

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"WARC/1.0 is how a web archive begins.",
            b"WARC/1.0\nis how a web archive begins: with its name.",
            b"x" * 257 + b"ustar stands in a tar at this place.",
            b"caf\xe9 \x01\x02\x03",
            b"\x01\x02\x03\x04" * 100,
            b"N\bNA\bAM\bME\bE caf\xe9" * 100,
            b"\x1b[1mcaf\xe9\x1b[0m" * 100,
            b"caf\xe9" + bytes(4096),
        ],
    )
    def test_odd_text(self, data: bytes) -> None:
        assert binary(data) == ""

    def test_it_is_answered_as_what_it_is(self) -> None:
        result = Cleaner().clean(tar(b"The ferry left at nine."))
        assert (result.text, result.status) == ("", "cut: all of it: an archive, no text")


class TestDecode:
    @pytest.mark.parametrize(
        ("data", "text"),
        [
            ("Žluťoučký".encode(), "Žluťoučký"),
            (b"\xef\xbb\xbfx", "x"),
            ("Пример".encode("utf-16"), "Пример"),
            (b'<meta charset="windows-1251">' + "Привет".encode("cp1251"), '<meta charset="windows-1251">Привет'),
            (b'<meta charset="iso-8859-1">\x93q\x94', '<meta charset="iso-8859-1">“q”'),
            (b'<meta charset="iso-2022-jp">' + "日本".encode("iso2022_jp"), '<meta charset="iso-2022-jp">日本'),
            (b'<meta charset="latin-1">' + "здесь UTF-8".encode(), '<meta charset="latin-1">здесь UTF-8'),
            (b'<meta charset="no-such">ok', '<meta charset="no-such">ok'),
            (b"a\x00b", "a\ufffdb"),
            ("<p>Пример</p> text".encode("utf-16-le"), "<p>Пример</p> text"),
            ("<p>Text</p>".encode("utf-16-be"), "<p>Text</p>"),
            (b"Jos\xc3\xa9 \xed\xa0\xbd", "José \ufffd"),
        ],
    )
    def test_decoded(self, data: bytes, text: str) -> None:
        source = read(data)
        assert (source.text, source.utf8) == (text, text.encode())

    def test_a_codec_that_is_not_for_text_is_ignored(self) -> None:
        assert read(b'<meta charset="hex">\xff ok').text.startswith('<meta charset="hex">')

    def test_undeclared_legacy_text_is_detected(self) -> None:
        text = (
            "Съешь ещё этих мягких французских булок, да выпей чаю. Погода сегодня хорошая, и мы идём гулять в парк. "
            * 5
        )
        assert read(text.encode("cp1251")).text == text

    def test_a_cut_character_does_not_change_the_encoding(self) -> None:
        assert read(("é" * 1000).encode()[:-1]).text.startswith("é" * 999)

    def test_surrogates_become_readable(self) -> None:
        assert read("a\ud800b").text == "a\ufffdb"


class TestBounds:
    def test_ordinary_pages_pass_untouched(self) -> None:
        html = "<div><p>" + "<b>x</b> " * 8000 + "</div>"
        assert bound(scan(html.encode())) == (html.encode(), "")

    @pytest.mark.parametrize("tag", ["div", "ul", "b", "x-y"])
    def test_depth(self, tag: str) -> None:
        bounded = bound(scan(f"<{tag}>".encode() * 20_000 + b"deep text"))
        assert "nesting" in bounded.cut
        assert lines_of(bounded.source.decode()) == ["deep text"]

    def test_attributes(self) -> None:
        bounded = bound(scan(b"<p " + b" ".join(b"a%d=1" % n for n in range(20_000)) + b">text</p>"))
        assert "attributes" in bounded.cut
        assert lines_of(bounded.source.decode()) == ["text"]

    @pytest.mark.parametrize(
        "html",
        ["<script>if (a<b) {" + "x = 1; " * 9000 + "}</script><p>text</p>", f"<p data-x='{'a b=c ' * 9000}'>text</p>"],
    )
    def test_long_scripts_and_values_are_not_attributes(self, html: str) -> None:
        assert bound(scan(html.encode())).cut == ""


class TestStatedArticles:
    BODY = "The ferry left at nine in the morning. " * 20

    def page(self, shown: str, *bodies: object) -> bytes:
        blocks = "".join(f'<script type="application/ld+json">{json.dumps(body)}</script>' for body in bodies)
        return f"<html><head>{blocks}</head><body>{shown}</body></html>".encode()

    def stated(self, page: bytes) -> list[str]:
        return [line.text for line in parse(page).segment(ElementRules(())).lines if line.is_stated]

    def test_a_page_that_shows_no_article_has_the_one_it_states(self) -> None:
        article = {"@graph": [{"@type": "NewsArticle", "articleBody": f"<p>First &amp; foremost</p>{self.BODY}"}]}
        assert self.stated(self.page("<p>Loading</p>", article)) == ["First & foremost", self.BODY.strip()]

    def test_what_is_shown_is_not_stated_again(self) -> None:
        assert self.stated(self.page(f"<p>{self.BODY}", {"articleBody": self.BODY})) == []

    @pytest.mark.parametrize("body", [{"articleBody": "A teaser."}, {"articleBody": 7}, [], 3, {"@graph": 1}])
    def test_what_is_no_article_is_not_taken(self, body: object) -> None:
        assert self.stated(self.page("<p>Loading</p>", body)) == []


@pytest.mark.parametrize(
    ("source", "charset", "text"),
    [
        ("мост".encode("cp1251"), "windows-1251", "мост"),
        (b'<meta charset="koi8-r">' + "мост".encode("cp1251"), "windows-1251", '<meta charset="koi8-r">мост'),
        ("мост".encode(), "windows-1251", "мост"),
        ("мост".encode("utf-16"), "windows-1251", "мост"),
        ("港".encode("iso2022_jp"), "iso-2022-jp", "港"),
        (b'<meta charset="iso-8859-7">\xe1 \xe2', "no such charset", '<meta charset="iso-8859-7">α β'),
        (b"plain", "a\0b", "plain"),
    ],
)
def test_a_charset_that_somebody_else_declared(source, charset, text):
    assert read(source, charset).text == text


def test_a_selector_of_the_whole_class_is_decided_by_the_parser() -> None:
    rule = css('div[class="ad box"], p[class=ad], p[id=top]')
    page = (
        b'<div class="ad box">1</div><div class="ad">2</div><p class="ad">3</p><p class="ad wide">4</p><p id=top>5</p>'
    )
    walked = parse(page).segment(ElementRules([(0, rule)]))
    assert [line.text for line in walked.lines if line.number in walked.taken] == ["1", "3", "5"]


@pytest.mark.parametrize(
    ("selector", "taken"),
    [
        ("p[title='a, (b'], p.x", ["One", "Two"]),
        ('p[title="a, (b"]', ["One"]),
        ("p:not(.x, .y:not(.z)), i", ["One", "Three"]),
        ("p:is([title='a, (b'], .x)", ["One", "Two"]),
    ],
)
def test_a_comma_within_brackets_or_a_string_is_no_end_of_a_selector(selector, taken):
    page = "<p title='a, (b'>One</p><p class=x>Two</p><p class='y z'>Three</p><p class=y>Four</p>"
    assert list(taken_by(page, css(selector))) == taken


class TestHead:
    def test_what_it_says_in_order(self) -> None:
        page = parse(
            b"<head><title>The ferry\n left</title><meta charset=utf-8><meta Name=Description content='A &amp; B'>"
            b"<meta property=og:url name=other content=/a><meta itemprop=author content=Ada><meta name=empty content>"
            b"<meta content='no name'><link rel=stylesheet href=a.css><LINK REL=Canonical HREF=/ferry>"
            b"<link rel=canonical>"
            b"</head><body><meta name=late content=body>"
        )
        assert [(tag, name, " ".join(content.split())) for tag, name, content in page.head()] == [
            ("title", "", "The ferry left"),
            ("meta", "Description", "A & B"),
            ("meta", "og:url", "/a"),
            ("meta", "author", "Ada"),
            ("link", "canonical", "/ferry"),
        ]
        assert page.head() == HeadElements.of(tuple(page.head()))
        assert [page.head()[-1], *page.head()[1:2]] == [
            HeadElement("link", "canonical", "/ferry"),
            HeadElement("meta", "Description", "A & B"),
        ]

    @pytest.mark.parametrize("html", [b"", b"<p>x", b"<title></title>", b"<frameset>"])
    def test_a_head_that_says_nothing(self, html: bytes) -> None:
        assert [content for _, _, content in parse(html).head() if content] == []
