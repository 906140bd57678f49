"""Markdown: what a page has stays what it is, and prose stays prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cleaner import Cleaned, Cleaner, Line, Metadata, load_plugin, to_markdown

PLUGIN = """
from cleaner import Profile, Rule, hookimpl

@hookimpl
def profiles():
    return [Profile("bare", plugins=("bare",))]

@hookimpl
def rules():
    return [Rule("share", "navigation", line="Share this", sample="Share this")]
"""


@pytest.fixture(scope="module")
def bare(tmp_path_factory) -> Cleaner:
    """A cleaner that takes `Share this` and nothing else."""
    path = tmp_path_factory.mktemp("plugin") / "bare.py"
    path.write_text(PLUGIN)
    return Cleaner([load_plugin(path)])


def markdown(engine: Cleaner, source: str, kind: str = "html") -> str:
    return to_markdown(engine.clean(source, profile="bare", kind=kind))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One.<br>Two.</p>", "One.\\\nTwo."),
        ("<h1>Boats</h1><p>One.</p><h3>Nets #</h3>", "# Boats\n\nOne.\n\n### Nets \\#"),
        ("<h2>Boats<br>and nets</h2>", "## Boats and nets"),
        ("<h2><div>Boats</div></h2>", "## Boats"),
        ("<p>Need:</p><ul><li>rope<li>tar</ul>", "Need:\n\n- rope\n- tar"),
        ("<ul><li>rope</ul><ol><li>cut<li>tie</ol>", "- rope\n\n1. cut\n2. tie"),
        ("<ul><li>rope<ul><li>thin<li>thick</ul><li>tar</ul>", "- rope\n  - thin\n  - thick\n- tar"),
        ("<ol><li>Cut.<p>Then wait.</p><li>Tie.</ol>", "1. Cut.\n\n   Then wait.\n\n2. Tie."),
        ("<ul><li>• rope</ul>", "- rope"),
        ("<ul><li>rope<p>1. of hemp</p></ul>", "- rope\n\n  1\\. of hemp"),
        ("<blockquote>• rope</blockquote>", "> • rope"),
        ("<dl><dt>Bow<dd>front</dl>", "- Bow\n- front"),
        ("<blockquote><p>One.</p><p>Two.</p></blockquote><p>Three.</p>", "> One.\n>\n> Two.\n\nThree."),
        ("<blockquote>One.<blockquote>Two.</blockquote></blockquote>", "> One.\n>\n> > Two."),
        ("<blockquote><ul><li>a<li>b</ul></blockquote>", "> - a\n> - b"),
        ("<blockquote>One.</blockquote><blockquote>Two.</blockquote>", "> One.\n\n> Two."),
        ("<pre>if x:\n    y  =  1\n\nz</pre>", "```\nif x:\n    y  =  1\n\nz\n```"),
        ("<pre class='hl language-c++'>x;</pre>", "```c++\nx;\n```"),
        ("<pre>a\n```\nb</pre>", "````\na\n```\nb\n````"),
        ("<pre>a<br>b</pre>", "```\na\nb\n```"),
        ("<ul><li><pre>x\ny</pre></ul>", "- ```\n  x\n  y\n  ```"),
        (
            "<table><tr><th>Boat<th>Crew<tr><td>Anna<td>3<tr><td></td><td>4 | 5</table>",
            "| Boat | Crew |\n| --- | --- |\n| Anna | 3 |\n|  | 4 \\| 5 |",
        ),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "|  |  |\n| --- | --- |\n| a | b |\n| c |  |"),
        (
            "<table><caption>Boats</caption><tr><td>a<td><p>b</p><p>c</p><tr><td>d<td>e</table>",
            "Boats\n\n|  |  |\n| --- | --- |\n| a | b c |\n| d | e |",
        ),
        ("<table><tr><td>a<td>b</table>", "a\\\nb"),  # one row is a layout
        ("<table><tr><td><h2>a</h2><td>b<tr><td>c<td>d</table>", "## a\n\nb\\\nc\\\nd"),
        (f"<table><tr><td>{'long ' * 60}end<td>b<tr><td>c<td>d</table>", f"{'long ' * 60}end\\\nb\\\nc\\\nd"),
    ],
)
def test_what_the_page_has(bare, html, expected):
    assert markdown(bare, f"<p>Start.</p>{html}") == f"Start.\n\n{expected}"


def test_a_table_inside_a_layout(bare):
    inner = "<table><tr><th>a<th>b<tr><td>c<td>d</table>"
    html = f"<table><tr><td><p>One.</p>{inner}<td>side<tr><td>x<td>y</table>"
    assert markdown(bare, html) == "One.\n\n| a | b |\n| --- | --- |\n| c | d |\n\nside\\\nx\\\ny"


def test_only_what_was_kept(bare):
    html = "<p>One.</p><p>Share this</p><ol><li>a<li>Share this<li>b</ol>"
    html += "<table><tr><td>c<td>Share this<tr><td>d<td>e</table>"
    assert markdown(bare, html) == "One.\n\n1. a\n2. b\n\n|  |  |\n| --- | --- |\n| c |  |\n| d | e |"
    assert markdown(bare, "<p>Share this</p>") == ""


def test_a_dump(bare):
    dump = "Need:\n\n- rope\n- tar\n\n3. cut\n4. tie\n\nThe end\nof it."
    assert markdown(bare, dump, "text") == "Need:\n\n- rope\n- tar\n\n3. cut\n4. tie\n\nThe end\\\nof it."
    assert markdown(bare, "One.\nTwo.", "text") == "One.\n\nTwo."  # as in the text: nothing has a break


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# 1 in town", "\\# 1 in town"),
        ("#harbour", "#harbour"),
        ("- Who is there?", "\\- Who is there?"),
        ("1984. A year.", "1984\\. A year."),
        ("1984.5 metres", "1984.5 metres"),
        ("> quoted", "\\> quoted"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("* * *", "\\* \\* \\*"),
        ("a *b* _c_ d_e `f`", "a \\*b\\* \\_c\\_ d_e \\`f\\`"),
        ("[a](b) ![c](d) <e>", "\\[a](b) !\\[c](d) \\<e>"),
        ("R&D &amp; &#35;", "R&D \\&amp; \\&#35;"),
        ("a | b ~~c~~ \\d", "a \\| b \\~\\~c\\~\\~ \\\\d"),
    ],
)
def test_prose_is_escaped(bare, line, expected):
    html = "<p>" + line.replace("&", "&amp;").replace("<", "&lt;") + "</p>"
    assert markdown(bare, html) == expected
    assert shown(expected) == [line]


def shown(source: str) -> list[str]:
    """What a reader of Markdown sees: the lines of paragraphs; anything else fails."""
    lines = [""]
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source):
        assert token.type in ("paragraph_open", "paragraph_close", "inline"), token
        for part in token.children or ():
            assert part.type in ("text", "text_special", "hardbreak", "softbreak"), part
            lines[-1] += part.content
            if part.type.endswith("break"):
                lines.append("")
        if token.type == "paragraph_close":
            lines.append("")
    return lines[:-1]


words = st.text("ab1 .)#>*_-+=~`|&;<![]()\\:/é", min_size=1).map(lambda text: " ".join(text.split())).filter(bool)


@given(st.lists(st.tuples(words, st.booleans()), min_size=1))
def test_prose_stays_prose(given_lines):
    lines = tuple(Line(number, text, gap=gap) for number, (text, gap) in enumerate(given_lines))
    page = Cleaned("", Metadata(), lines, (), "bare", "ok")
    assert shown(to_markdown(page)) == [line.text for line in lines]
