"""Reports in HTML: what stands in them, that all of it is escaped, and the server that shows them."""

import http.client
import os
import threading
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

import cleaner
from cleaner.batch import Settings
from cleaner.cli import main
from cleaner.cli.watch import clean_anew
from cleaner.model import FoundBy
from cleaner.view import Live, page_report, serve
from cleaner.view.index import Entry, entry, failure, worst_first
from cleaner.view.markup import element
from cleaner.view.page import score
from cleaner.view.problem import find_place

PAGE = """<html lang="en"><head><title>The Kiln Burns Again</title>
<meta property="og:title" content="Kiln burns"><meta name="author" content="Bo Clay"></head>
<body><nav>Home Pots Bowls</nav><main><h1>The Kiln Burns Again</h1>
<p>After a winter without gas the potters of Lower Marl fired the great kiln on Monday morning.</p>
<p>By noon it stood at nine hundred degrees, and the village smelled of toast.</p>
<figure><figcaption>The kiln at noon. Photo: C. Slip</figcaption></figure></main></body></html>"""

HOSTILE = """<html><head><title>A &lt;script&gt;boom('title')&lt;/script&gt; B</title>
<meta name="author" content='"><img src=x onerror=boom(1)>'>
<meta property="og:site_name" content="Site \u202e live"></head><body><main>
<h1>A &lt;script&gt;boom('title')&lt;/script&gt; B</h1>
<p class='"><script>boom(2)</script>' onclick="boom(3)">
Plain words, then &lt;/p&gt;&lt;script&gt;boom(4)&lt;/script&gt;.</p>
<p>Turned \u202ednuora\u202c by a control character, and a bell \x07 rung.</p>
<p>A link to &lt;a href="javascript:boom(5)"&gt;nowhere&lt;/a&gt; and an entity &amp;amp; that stays.</p>
</main></body></html>"""

PLUGIN = """from cleaner import Profile, Rule, hookimpl


@hookimpl
def profiles():
    return [Profile("kiln", plugins=("kiln", "blog"), hosts=("kiln.example",))]


@hookimpl
def rules():
    return [
        Rule("menu", "navigation", css="nav", sample="<nav>Home</nav>"),
        Rule("smell", "leftovers", line=r"By noon .+", sample="By noon it rained."),
    ]
"""


def parsed(report: str) -> LexborHTMLParser:
    return LexborHTMLParser(report)


def texts(tree: LexborHTMLParser, css: str) -> list[str]:
    return [node.text() for node in tree.css(css)]


def invoke(*args: object):
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def plugin(tmp_path) -> Path:
    path = tmp_path / "kiln.py"
    path.write_text(PLUGIN)
    return path


# --- The report of a page ----------------------------------------------------


def test_every_line_stands_in_the_report_with_its_fate():
    tree = parsed(page_report(cleaner.clean(PAGE), "kiln.html"))
    assert texts(tree, ".line-text") == [
        "Home Pots Bowls",
        "The Kiln Burns Again",
        "After a winter without gas the potters of Lower Marl fired the great kiln on Monday morning.",
        "By noon it stood at nine hundred degrees, and the village smelled of toast.",
        "The kiln at noon. Photo: C. Slip",
    ]
    stages = [node.attributes["data-stage"] for node in tree.css(".line")]
    assert stages == ["navigation", "metadata", "kept", "kept", "captions"]
    assert [node.attributes["data-plugin"] for node in tree.css(".line")] == ["blog", "blog", "", "", "blog"]
    assert texts(tree, ".line .why code") == ["blog/menu", "blog/find_metadata", "blog/figcaption"]
    assert texts(tree, ".text p") == [
        "After a winter without gas the potters of Lower Marl fired the great kiln on Monday morning.",
        "By noon it stood at nine hundred degrees, and the village smelled of toast.",
    ]


def test_a_line_is_told_by_words_and_not_by_colour_alone():
    tree = parsed(page_report(cleaner.clean(PAGE), "kiln.html"))
    assert texts(tree, ".line button .stage") == ["navigation", "metadata", "kept", "kept", "captions"]


def test_metadata_has_sources_and_what_was_not_taken():
    tree = parsed(page_report(cleaner.clean(PAGE), "kiln.html"))
    rows = {row.css_first("th").text(): texts(row, "td") for row in tree.css(".metadata tbody tr")}
    assert rows["title"] == ["The Kiln Burns Again", "blog/h1", "Kiln burns blog/og:title"]
    assert rows["authors"][:2] == ["Bo Clay", "blog/author"]


def test_filters_name_every_stage_plugin_and_rule_with_its_lines():
    tree = parsed(page_report(cleaner.clean(PAGE), "kiln.html"))
    assert texts(tree, "fieldset label") == ["kept 2", "metadata 1", "navigation 1", "captions 1"]
    assert texts(tree, "select[name=plugin] option") == ["all", "blog (3)"]
    assert texts(tree, "select[name=rule] option") == [
        "all",
        "blog/figcaption (1)",
        "blog/find_metadata (1)",
        "blog/menu (1)",
    ]


@pytest.mark.parametrize(
    ("why", "expected"),
    [
        ("score 0.03: does not look like the article", 0.03),
        ("score 1.00: odd", 1.0),
        ("underscore 0.5", None),
        ("", None),
    ],
)
def test_a_score_is_read_from_the_reason(why, expected):
    assert score(why) == expected


def test_a_score_is_shown_as_a_meter():
    line = cleaner.Line(0, "What gulls know")
    taken = cleaner.Removal(line, "leftovers", "blog/remove_leftovers", "score 0.03: does not look like the article")
    result = cleaner.Cleaned("", cleaner.Metadata(), (line,), (taken,), "blog", "empty")
    tree = parsed(page_report(result, "gulls.html"))
    assert tree.css_first(".why meter").attributes["value"] == "0.03"
    assert texts(tree, ".text p") == ["Nothing was left."]


def test_the_report_is_self_contained():
    tree = parsed(page_report(cleaner.clean(PAGE), "kiln.html"))
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert [node.attributes["href"] for node in tree.css("link")] == ["data:,"]
    assert tree.css("[src], iframe, object, embed, a, [style]") == []
    assert len(tree.css("script")) == 1


# --- Escaping ----------------------------------------------------------------


def test_what_is_not_markup_is_escaped():
    made = element("p", '<b>&"', element("i", "x"), title="'\"><script>", hidden=True, open=False, data_name="\u202e")
    assert made == (
        '<p title="&#x27;&quot;&gt;&lt;script&gt;" hidden data-name="\\u202e">&lt;b&gt;&amp;&quot;<i>x</i></p>'
    )


def test_markup_that_went_through_a_string_is_escaped_again():
    """A mistake shows; it does not open a hole."""
    assert element("p", f"{element('i', 'x')}") == "<p>&lt;i&gt;x&lt;/i&gt;</p>"


def hostile() -> cleaner.Cleaned:
    """A page that means harm, as a careless plugin might hand it on: in metadata, sources and class names too."""
    result = cleaner.clean(HOSTILE)
    evil = '"><script>boom(8)</script><img src=x onerror=boom(9)>\u202e'
    metadata = cleaner.Metadata(
        title=evil,
        site="Site \u202e live",
        url="javascript:boom(10)",
        found_by=FoundBy({"title": evil}),
        rejected=(cleaner.Candidate("title", f"other {evil}", evil),),
    )
    taken = cleaner.Removal(result.lines[1], "navigation", f"blog/{evil}", f"css: .{evil}")
    other = cleaner.Removal(result.lines[2], evil, evil, evil)
    return replace(result, metadata=metadata, removals=(taken, other), profile=evil, status=f"cut: {evil}")


def test_a_hostile_page_is_shown_and_not_obeyed():
    report = page_report(hostile(), 'odd"><script>boom(6)</script>\u202e.html')
    tree = parsed(report)
    assert len(tree.css("script")) == 1
    assert "boom" not in tree.css_first("script").text()
    assert tree.css("img, a") == []
    handlers = [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]
    assert handlers == []
    assert tree.css_first("h1").text() == 'odd"><script>boom(6)</script>\\u202e.html'
    assert "\u202e" not in report
    assert "\x07" not in report
    assert "Plain words, then </p><script>boom(4)</script>." in texts(tree, ".line-text")
    assert "Turned \\u202ednuora\\u202c by a control character, and a bell \\x07 rung." in texts(tree, ".line-text")
    assert "Site \\u202e live" in texts(tree, ".metadata td")
    assert tree.css("li")[1].attributes["data-rule"].startswith('blog/"><script>')
    shown = '"><script>boom(8)</script><img src=x onerror=boom(9)>\\u202e'
    assert texts(tree, ".facts dd")[:2] == [shown, f"cut: {shown}"]
    assert f"other {shown} {shown}" in texts(tree, ".metadata td")
    report.encode()  # no lone surrogate is left


def test_lone_surrogates_can_be_written():
    line = cleaner.Line(0, "half \ud800 a pair")
    result = cleaner.Cleaned(line.text, cleaner.Metadata(title="\udcff"), (line,), (), "blog", "ok")
    assert b"half \\ud800 a pair" in page_report(result, "\udc80.html").encode()


# --- The index of a folder ---------------------------------------------------


def test_the_worst_pages_come_first():
    fine = Entry("fine", rank=3, characters=4000)
    short = Entry("short", rank=3, characters=100, signs=("less than 500 characters",))
    nameless = Entry("nameless", rank=3, characters=4000, signs=("no title", "no date"))
    poorer = Entry("poorer", rank=3, characters=3000, signs=("no title", "no date"))
    cut = Entry("cut", rank=2, characters=9000)
    empty = Entry("empty", rank=1)
    failed = failure("failed", "damaged gzip data")
    ordered = worst_first([fine, nameless, short, cut, poorer, empty, failed])
    assert [one.source for one in ordered] == ["failed", "empty", "cut", "poorer", "nameless", "short", "fine"]


def test_signs_say_what_is_bad_about_a_page():
    line = cleaner.Line(0, "Boats for sale")
    taken = cleaner.Removal(line, "leftovers", "blog/remove_leftovers", "score 0.20: does not look like the article")
    other = taken._replace(line=line._replace(number=1), why="score 0.19: does not look like the article")
    short = cleaner.Cleaned(
        "Few words.", cleaner.Metadata(title="T", authors=("A",)), (line,) * 3, (taken, other), "blog", "ok"
    )
    found = entry(short, "short.html", "pages/short.html")
    assert found.signs == ("less than 500 characters", "no date", "close scores: 1")
    assert (found.kept, found.removed, found.characters) == (1, 2, 10)
    full = cleaner.Metadata(title="T", authors=("A",), published="2024-01-01")
    cut = cleaner.Cleaned("x" * 500, full, (), (), "blog", "cut: too deep")
    assert entry(cut, "cut.html", "").signs == ("cut: too deep",)


def test_a_folder_becomes_an_index_and_a_report_for_each_page(tmp_path):
    folder, out = tmp_path / "saved", tmp_path / "out"
    (folder / "sub").mkdir(parents=True)
    for name in ("index.html", "index.txt", "sub/a #1%.html", "sub/empty.html"):
        (folder / name).write_text("" if "empty" in name else PAGE if name.endswith("html") else "One line of text.")
    (folder / "damaged.html.gz").write_bytes(b"\x1f\x8bnothing")
    done = invoke("explain", folder, "--html", out)
    assert done.exit_code == 1
    assert f"put aside: {folder}/damaged.html.gz: damaged" in done.stderr.replace("\n", " ")
    tree = parsed((out / "index.html").read_text())
    pages = [row.css_first("th").text().removeprefix(f"{folder}/") for row in tree.css("tbody tr")]
    assert pages[:2] == ["damaged.html.gz", "sub/empty.html"]
    assert sorted(pages[2:]) == ["index.html", "index.txt", "sub/a #1%.html"]
    hrefs = sorted(link.attributes["href"] for link in tree.css("tbody a"))
    assert hrefs == [
        "pages/index.html.html",
        "pages/index.txt.html",
        "pages/sub/a%20%231%25.html",
        "pages/sub/empty.html",
    ]
    assert (out / "pages/sub/a #1%.html").is_file()
    assert tree.css("script") == []


def test_each_record_of_an_archive_has_a_report(tmp_path):
    folder, out = tmp_path / "saved", tmp_path / "out"
    folder.mkdir()
    records = ['{"text": "One line of text."}', '{"text": "Another line of text."}', "no JSON"]
    (folder / "crawl.jsonl").write_text("\n".join(records))
    assert invoke("explain", folder, "--html", out).exit_code == 1
    tree = parsed((out / "index.html").read_text())
    assert texts(tree, "tbody th") == [f"{folder}/crawl.jsonl#{number}" for number in (3, 1, 2)]
    second = out / tree.css("tbody a")[1].attributes["href"]
    assert texts(parsed(second.read_text()), ".text p") == ["Another line of text."]
    one = tmp_path / "one.html"
    assert invoke("explain", f"{folder}/crawl.jsonl#2", "--html", one).exit_code == 0
    assert one.read_bytes() == second.read_bytes()


# --- The command -------------------------------------------------------------


def test_explain_writes_a_report(tmp_path):
    page, report = tmp_path / "kiln.html", tmp_path / "report.html"
    page.write_text(PAGE)
    done = invoke("explain", page, "--html", report)
    assert (done.exit_code, done.output) == (0, "")
    assert "Home Pots Bowls" in texts(parsed(report.read_text()), ".line-text")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("explain", "kiln.html", "--html", "kiln.html"), "would overwrite the input"),
        (("explain", "kiln.html", "--html", "."), "is a folder"),
        (("explain", ".", "--html", "out", "--url", "https://kiln.example/"), "--url is for one page"),
        (("explain", "bare", "--html", "out"), "There are no pages in bare"),
        (("explain", "."), "--html DIR"),
        (("explain", "kiln.html", "--html", "r.html", "--json"), "do not go with it"),
        (("explain", "index-of", "--html", "index-of"), "would overwrite the input"),
        (("watch", "nowhere.html"), "does not exist"),
        (("watch", "kiln.html", "--port", "70000"), "is not in the range"),
    ],
)
def test_wrong_use(tmp_path, monkeypatch, args, message):
    monkeypatch.chdir(tmp_path)
    for folder in ("bare", "index-of"):
        Path(folder).mkdir()
    for page in ("kiln.html", "index-of/index.html"):
        Path(page).write_text(PAGE)
    done = invoke(*args)
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.split())
    assert Path("kiln.html").read_text() == PAGE


def test_a_link_or_a_pipe_stays_what_it_is(tmp_path):
    """As root, a report for /dev/stdout would otherwise take its place."""
    page, real, link, pipe = (tmp_path / name for name in ("kiln.html", "real.html", "link.html", "pipe"))
    page.write_text(PAGE)
    real.write_text("old")
    link.symlink_to(real)
    assert invoke("explain", page, "--html", link).exit_code == 0
    assert link.is_symlink()
    assert real.read_text().startswith("<!DOCTYPE html>")
    os.mkfifo(pipe)
    with os.fdopen(os.open(pipe, os.O_RDWR | os.O_NONBLOCK), "rb", buffering=0) as end:
        assert invoke("explain", page, "--html", pipe).exit_code == 0
        assert end.read(1 << 20) == real.read_bytes()
    assert pipe.is_fifo()


def test_a_report_that_cannot_be_written(tmp_path):
    page = tmp_path / "kiln.html"
    page.write_text(PAGE)
    done = invoke("explain", page, "--html", tmp_path / "no" / "report.html")
    assert done.exit_code == 1
    assert "cannot write to" in done.stderr


def test_a_port_that_is_taken(tmp_path):
    page = tmp_path / "kiln.html"
    page.write_text(PAGE)
    with running(Live("x", lambda: cleaner.clean(PAGE), page, ())) as port:
        done = invoke("watch", page, "--port", port)
    assert done.exit_code == 2
    assert f"cannot serve on port {port}" in done.stderr


# --- Mistakes in plugins, where they are --------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"By noon it rained."', '"By night it rained."', 13),  # raised by the rule
        ('css="nav"', 'css="nav["', 12),  # found when the rules are checked: told by the rule's name
        ('"smell", ', '"menu", ', 12),  # two rules of one name
        ("return [Profile", "return Profile[", 6),  # raised by Python
        ("def rules():", "def rules(:", 10),  # no Python at all
        ("from cleaner import Profile", "from cleaner import Profiles", 1),
    ],
)
def test_a_mistake_is_found_where_it_is(plugin, old, new, line):
    plugin.write_text(PLUGIN.replace(old, new))
    with pytest.raises(cleaner.CleanerError) as caught:
        cleaner.Cleaner([*cleaner.discover(), cleaner.load_plugin(plugin)])
    assert find_place(caught.value, [plugin]) == (plugin, line)


def test_a_mistake_in_a_hook_is_found_where_it_is(plugin):
    plugin.write_text(f"{PLUGIN}\n\n@hookimpl\ndef remove_credits(page):\n    return 1 / 0\n")
    engine = cleaner.Cleaner([*cleaner.discover(), cleaner.load_plugin(plugin)])
    with pytest.raises(cleaner.PluginError) as caught:
        engine.clean(PAGE, profile="kiln")
    assert find_place(caught.value, [plugin]) == (plugin, 19)


def test_a_place_that_the_message_states(tmp_path):
    outlet = tmp_path / "kiln.toml"
    assert find_place(cleaner.RuleError(f"{outlet}:7: rule 'x': unknown stage"), [outlet]) == (outlet, 7)
    syntax = cleaner.CleanerError(f"{outlet}: not a TOML file: Invalid value (at line 5, column 8)")
    assert find_place(syntax, [tmp_path / "other.toml", outlet]) == (outlet, 5)
    assert find_place(cleaner.RuleError("rule 'x': unknown stage"), [outlet]) is None


# --- The live report ---------------------------------------------------------


class Desk:
    """A page and a plugin on a desk, and the live report of them."""

    def __init__(self, folder: Path, plugin: Path) -> None:
        self.page, self.plugin = folder / "kiln.html", plugin
        self.page.write_text(PAGE)
        make = partial(clean_anew, str(self.page), Settings(profile="kiln"), [str(plugin)], ())
        self.live = Live("kiln.html", make, self.page, [plugin])

    def rules(self) -> list[str]:
        return texts(parsed(self.live.current().report), ".line .why code")


@pytest.fixture
def desk(tmp_path, plugin, monkeypatch) -> Desk:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    return Desk(tmp_path, plugin)


def test_the_report_follows_the_plugin_and_the_page(desk):
    first = desk.live.current()
    assert "kiln/smell" in desk.rules()
    assert desk.live.current() == first
    desk.plugin.write_text(PLUGIN.replace('"smell"', '"scent"'))
    assert "kiln/scent" in desk.rules()
    desk.page.write_text(PAGE.replace("By noon it", "At noon the kiln"))
    assert "kiln/scent" not in desk.rules()
    assert desk.live.current().name != first.name


def test_a_broken_rule_is_shown_above_the_last_good_report(desk):
    desk.live.current()
    desk.plugin.write_text(PLUGIN.replace('"By noon it rained."', '"<b>At noon"'))
    tree = parsed(desk.live.current().report)
    notice = tree.css_first(".problem")
    assert "rule 'smell' does not match its own sample: '<b>At noon'" in notice.text()
    assert f"{desk.plugin}:13" in notice.text()
    assert notice.css_first("mark").text().strip().startswith('13          Rule("smell"')
    assert "kiln/smell" in texts(tree, ".line .why code")
    desk.plugin.write_text(PLUGIN)
    assert parsed(desk.live.current().report).css(".problem") == []


def test_a_page_that_is_gone_is_named(desk):
    desk.live.current()
    desk.page.unlink()
    tree = parsed(desk.live.current().report)
    assert "kiln.html" in tree.css_first(".problem").text()
    assert "kiln/smell" in texts(tree, ".line .why code")


def test_a_rule_that_was_broken_from_the_beginning(desk):
    desk.plugin.write_text("nonsense(")
    tree = parsed(desk.live.current().report)
    assert "There is no report yet." in tree.css_first(".problem").text()
    assert len(tree.css("script")) == 1
    desk.plugin.write_text(PLUGIN)
    assert "kiln/smell" in desk.rules()


# --- The server --------------------------------------------------------------


@contextmanager
def running(live: Live):
    """The port of a server that runs."""
    with serve(live.current) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def asked(port: int, path: str, host: str | None = None, method: str = "GET") -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, headers={} if host is None else {"Host": host})
    return connection.getresponse()


def test_the_server_serves_the_report_to_this_machine_alone(desk):
    with running(desk.live) as port:
        assert asked(port, "/").read().decode() == desk.live.current().report
        assert asked(port, "/", f"localhost:{port}").status == 200
        assert asked(port, "/", "kiln.example").status == 403
        assert asked(port, "/events", f"kiln.example:{port}").status == 403
        assert asked(port, "/", "localhost").status == 403
        assert asked(port, "/kiln.html").status == 404
        assert asked(port, "/../kiln.html").status == 404
        assert asked(port, "/", method="POST").status == 501


def test_the_server_tells_of_new_versions(desk):
    with running(desk.live) as port:
        news = asked(port, "/events")
        first = news.readline()
        assert first == f"data: {desk.live.current().name}\n".encode()
        assert news.readline() == b"\n"
        desk.plugin.write_text(PLUGIN.replace('"smell"', '"scent"'))
        second = news.readline()
        assert second.startswith(b"data: ")
        assert second != first
        news.close()
