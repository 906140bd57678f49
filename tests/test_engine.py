"""The engine removes, accounts and renders; plugins only nominate."""

import pickle
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from cleaner import Cleaned, Cleaner, Plugin, PluginError, ProfileError, discover
from cleaner.model import FoundBy

HEADER = """
from cleaner import Extent, Fact, Kind, Line, Mark, Profile, Rule, hookimpl
@hookimpl
def profiles():
    return [Profile("times", plugins=("times",), hosts=("times.org",),
                    fingerprints=("Masthead", "Tail"), markup=("X-Times",)),
            Profile("blog", plugins=("times",))]
@hookimpl
def rules():
    return [Rule("nav", "navigation", css="nav", sample="<nav>x</nav>"),
            Rule("credit", "captions", line="Image: .+", sample="Image: A", why="photo credit"),
            Rule("more", "navigation", line="More stories", extent=Extent.AFTER, given="Story .+",
                 sample="More stories"),
            Rule("ahead", "telemetry", line="Start", sample="Start", extent=Extent.BEFORE, given="Menu")]
"""


def engine(source: str = "", *, careful: bool = False) -> Cleaner:
    module = ModuleType("times")
    exec(HEADER + textwrap.dedent(source), vars(module))
    return Cleaner([Plugin("times", module)], careful=careful)


def gone(result: Cleaned) -> list[tuple[str, str, str, str]]:
    return [(removal.line.text, removal.stage, removal.by, removal.why) for removal in result.removals]


def test_rules_on_a_page_and_on_its_dump() -> None:
    page = engine().clean("<nav>Home</nav><p>Body.</p><figcaption>Image: A</figcaption>")
    dump = engine().clean("Body.\nImage: A")
    assert page.text == dump.text == "Body."
    assert gone(page)[0] == ("Home", "navigation", "times/nav", "css: nav")
    assert gone(page)[1] == gone(dump)[0] == ("Image: A", "captions", "times/credit", "photo credit")


def test_an_extent_needs_its_second_sign() -> None:
    assert engine().clean("Body.\n\nMore stories\n\nOther").text == "Body.\n\nOther"
    assert engine().clean("Body.\n\nMore stories\n\nOther\n\nStory two").text == "Body."
    assert engine().clean("Menu\n\nHome\n\nStart\n\nBody").text == "Body"
    assert engine().clean("Home\n\nStart\n\nBody").text == "Home\n\nBody"
    assert engine().clean("Menu\n\nHome\n\nStart\n\nMore\n\nStart\n\nBody").text == "Body"
    assert engine().clean("Story 1\n\nMore stories\n\nA\n\nStory 2\n\nMore stories\n\nB").text == "Story 1"


def test_the_first_mark_wins() -> None:
    source = """
    @hookimpl
    def remove_navigation(page):
        yield from (Mark(line, "first") for line in page.lines)
    """
    assert gone(engine(source).clean("Image: A")) == [("Image: A", "navigation", "times/remove_navigation", "first")]


def test_a_careful_cleaner_overlooks_marks_that_are_not_sure() -> None:
    source = """
    @hookimpl
    def remove_navigation(page):
        yield from (Mark(line, "how", float(line.text)) for line in page.lines if line.text[0] == "0")
        yield from (Mark(line, "sure") for line in page.lines if line.text == "1")
    """
    dump = "0.2\n\n0.98\n\n0.99\n\n1\n\nImage: A\n\nBody"
    assert engine(source).clean(dump).text == "Body"
    assert engine(source, careful=True).clean(dump).text == "0.2\n\n0.98\n\nBody"


def test_hooks_see_what_is_left_and_what_rules_claim() -> None:
    source = """
    @hookimpl
    def remove_credits(page):
        assert [line.text for line in page.kept()] == ["Body"], page.kept()
        assert page.claims == {1: "times/credit"}
        assert page.metadata.site == "The Times"
        return ()
    @hookimpl
    def find_metadata(page):
        yield Fact("site", "The Times")
    """
    assert engine(source).clean("Body\nImage: A").text == "Body"


def test_the_headline_leaves_the_text() -> None:
    source = """
    @hookimpl
    def find_metadata(page):
        yield Fact("title", page.lines[0].text, page.lines[0], "first line")
        yield Fact("title", "second thought")
        yield Fact("authors", ("A", "B"))
    """
    result = engine(source).clean("Head\n\nBody\n\nHead")
    assert result.text == "Body"
    assert result.metadata.title == "Head"
    assert result.metadata.authors == ("A", "B")
    assert dict(result.metadata.found_by) == {"title": "times/first line", "authors": "times"}
    assert gone(result)[0] == ("Head", "metadata", "times/find_metadata", "the headline")


@pytest.mark.parametrize(
    ("hook", "message"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("yield 'x'", "must yield Mark.line, why., not 'x'"),
        ("yield None", "must yield Mark.line, why., not None"),
        ("yield Mark(page.lines[0], 1)", "must yield Mark"),
        ("yield Mark('Body', 'x')", "must yield Mark"),
        ("yield Mark(page.lines[0]._replace(number=9), 'x')", "not on the page"),
        ("yield Mark(page.lines[0]._replace(text='other'), 'x')", "not on the page"),
        ("yield Mark(page.lines[0]._replace(number=-1), 'x')", "not on the page"),
        ("yield Mark(page.lines[0]._replace(number='0'), 'x')", "not on the page"),
        ("yield Mark(page.lines[0]._replace(number=10**30), 'x')", "not on the page"),
        ("yield Mark(page.lines[0], 'x', None)", "confidence is a number from 0 to 1, not None"),
        ("yield Mark(page.lines[0], 'x', 1.01)", "confidence is a number from 0 to 1, not 1.01"),
        ("yield Mark(page.lines[0], 'x', '1')", "confidence is a number from 0 to 1, not '1'"),
        ("yield Mark(page.lines[0], 'x', 10**400)", "confidence is a number from 0 to 1, not 1000"),
        ("yield Mark(page.lines[0], 'x', -1)", "confidence is a number from 0 to 1, not -1"),
        ("yield Mark(page.lines[0], 'x', float('nan'))", "confidence is a number from 0 to 1, not nan"),
        ("while True: yield Mark(page.lines[0], 'x')", "more than"),
    ],
)
def test_a_hook_that_fails_is_named_with_stage_and_page(hook: str, message: str) -> None:
    broken = engine(f"@hookimpl\ndef remove_credits(page):\n    {hook}")
    with pytest.raises(PluginError, match=message) as raised:
        broken.clean("Body", url="https://times.org/a")
    error = pickle.loads(pickle.dumps(raised.value))
    assert (error.plugin, error.stage, error.page) == ("times", "credits", "https://times.org/a")


@pytest.mark.parametrize(
    "fact",
    [
        "Fact('titel', 'x')",
        "Fact('title', 1)",
        "Fact('authors', 'A')",
        "Fact('tags', (1,))",
        "Fact('found_by', 'x')",
        "Fact('title', 'T', 'not a line')",
        "Fact('title', 'T', page.lines[0]._replace(text='other'))",
        "Fact('authors', ('A',), page.lines[0]._replace(number=9))",
        "Fact('published', 'yesterday')",
        "Fact('published', '6 June 2021')",
        "Fact('modified', '2021-13-01')",
        "'x'",
    ],
)
def test_a_fact_that_cannot_be_is_refused(fact: str) -> None:
    with pytest.raises(PluginError, match=r"must yield (a )?Fact") as raised:
        engine(f"@hookimpl\ndef find_metadata(page):\n    yield {fact}").clean("Body")
    assert (raised.value.plugin, raised.value.stage, raised.value.page) == ("times", "find_metadata", "'Body'")


@pytest.mark.parametrize(
    "day",
    ["2021-06", "2021-06-06", "2021-06-06T10:00", "2021-06-06T10:00:00Z", "2021-06-06T10:00:00.123456+02:00"],
)
def test_a_day_may_be_as_exact_as_iso_8601_lets_it(day: str) -> None:
    source = f"@hookimpl\ndef find_metadata(page):\n    yield Fact('published', '{day}')"
    assert engine(source).clean("Body").metadata.published == day


@pytest.mark.parametrize(
    ("source", "url", "profile"),
    [
        ("Body", "https://www.times.org/a", "times"),
        ("Body", "https://other.org/a", "blog"),
        ("Body", "www.times.org/a", "times"),
        ("Body", "times.org", "times"),
        ("Body", "Times.org:80/a", "times"),
        ("Body", "section/times.org/a", "blog"),
        ("Masthead\nBody\nTail", None, "times"),
        ("Masthead\nBody\nMasthead", None, "blog"),
        ("<link rel=canonical href='https://times.org/1'><p>Body", None, "times"),
        ("<meta property='og:url' content='https://times.org/1'><p>Body", None, "times"),
        ("<p class=X-Times>Body", None, "times"),
        ("<p>Masthead<p>Body<p>Tail", None, "times"),
        ("<p>Body", None, "blog"),
    ],
)
def test_the_profile_is_chosen_by_host_then_by_content(source: str, url: str | None, profile: str) -> None:
    assert engine().clean(source, url=url).profile == profile


def test_hooks_see_an_address_with_its_scheme() -> None:
    source = """
    @hookimpl
    def find_metadata(page):
        yield Fact("url", page.url)
    """
    assert engine(source).clean("Body", url="times.org/a").metadata.url == "https://times.org/a"
    assert engine(source).clean("Body", url="page.html").metadata.url == "page.html"


def test_wrong_use_is_an_error() -> None:
    with pytest.raises(ProfileError, match="no profile 'nope'; known: blog, times"):
        engine().clean("x", profile="nope")
    with pytest.raises(ValueError, match="kind must be one of auto, html, text"):
        engine().clean("x", kind="pdf")


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_a_page_may_be_any_bytes(kind: type) -> None:
    assert engine().clean(kind(b"Image: A\nBody")).text == "Body"
    assert engine().clean(kind(b"%PDF-1.7\n\xe2\x00\xff")).status.startswith("cut: all of it")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: engine().clean(None), r"source must be .* not NoneType; .*read_bytes\(\)"),
        (lambda: engine().clean(Path("a.html")), "source must be .* not .*Path"),
        (lambda: engine().clean("Body", url=5), "url must be a str or None, not 5"),
        (lambda: Cleaner(plugins=["x.py"]), r"plugins must be .*load_plugin.* not \['x.py'\]"),
        (lambda: Cleaner(plugins="x.py"), "plugins must be .* not 'x.py'"),
        (lambda: Cleaner(plugins=discover()[0]), r"plugins must be .* not Plugin\("),
        (lambda: Cleaner(without="blog/related"), r"without must be .*\('blog/related',\), not 'blog/related'"),
        (lambda: Cleaner(without=None), "without must be .* not None"),
    ],
)
def test_a_wrong_argument_is_named_at_the_door(wrong: Callable[[], object], message: str) -> None:
    with pytest.raises(TypeError, match=f"^{message}"):
        wrong()


def test_candidates_of_a_field_that_does_not_exist() -> None:
    found = engine().clean("Body").metadata
    assert found.candidates("title") == found.candidates() == ()
    with pytest.raises(ValueError, match="no metadata field 'titel'; there are title, authors"):
        found.candidates("titel")


@pytest.mark.parametrize(
    ("source", "status"),
    [("", "empty"), ("Image: A", "empty"), ("Body", "ok"), ("<div>" * 30_000 + "x", "cut: nesting")],
)
def test_status(source: str, status: str) -> None:
    assert engine().clean(source).status.startswith(status)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("One\n\n\nTwo\nThree", "One\n\nTwo\nThree"),
        ("One\nTwo\nThree", "One\n\nTwo\n\nThree"),
        ("One\nImage: A\nTwo\n\nThree", "One\nTwo\n\nThree"),
        ("One\n\nImage: A\nTwo\n\nThree\nFour", "One\n\nTwo\n\nThree\nFour"),
        ("<p>One</p><ul><li>a<li>b</ul><p>Two", "One\n\na\nb\n\nTwo"),
        ("<h2>Head</h2><p>One<br>two</p>", "Head\n\nOne\ntwo"),
        ("<h2>Head</h2><pre>x = 1\n\n\n\ny = 2\nz</pre>", "Head\n\nx = 1\n\ny = 2\nz"),
        ("<pre>x = 1\ny = 2</pre>", "x = 1\n\ny = 2"),
    ],
)
def test_text_keeps_the_breaks_of_the_page(source: str, text: str) -> None:
    assert engine().clean(source).text == text
    assert engine().clean(text, kind="text").text == text


def test_a_cleaner_pickles_as_what_it_is_made_of() -> None:
    careful = Cleaner(careful=True, without=["blog/related-phrases"])
    again = pickle.loads(pickle.dumps(careful))
    page = "<p>Read more</p><p>The ferry stays in the harbour until the river falls.</p>"
    assert again.clean(page) == careful.clean(page) != Cleaner().clean(page)


def test_a_cleaner_with_plugins_of_its_own_says_why_it_does_not_pickle() -> None:
    with pytest.raises(TypeError, match="build it in each process"):
        pickle.dumps(Cleaner(discover()))


def test_results_pickle() -> None:
    result = engine().clean("<html lang=en><nav>Home</nav><p>Body</p>")
    assert pickle.loads(pickle.dumps(result)) == result


def test_found_by_is_a_mapping_nobody_can_change() -> None:
    found = FoundBy({"title": "dw"})
    assert found == {"title": "dw"}
    assert hash(found) == hash(FoundBy([("title", "dw")]))
    with pytest.raises(KeyError):
        found["site"]
    with pytest.raises(TypeError):
        found["site"] = "x"  # type: ignore[index]


@pytest.mark.parametrize(
    ("begins", "what"), [(b"%PDF-1.7\n", "a PDF"), (b"GIF89a", "a picture"), (b"PK\x03\x04", "an archive")]
)
def test_what_is_no_text_is_not_read(begins, what):
    """Servers send such files in place of a page; a text that begins like one, or tells of one, is read."""
    result = Cleaner().clean(begins + b"\xe2\x00\xff<p>Not for readers.</p>")
    assert (result.text, result.lines, result.status) == ("", (), f"cut: all of it: {what}, no text")
    for text in (b"The file begins with " + begins, begins + b" is how the file begins."):
        assert Cleaner().clean(text).text.endswith(text.decode().split()[-1])
