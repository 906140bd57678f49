"""`cleaner new`: what a package holds that is made from saved pages, in Python and as data."""

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from saved import BELL, CRABS, FERRY, STORIES, dump, page, save

from cleaner import Cleaner, Plugin, Rule, discover, load_plugin
from cleaner.cli import main
from cleaner.outlets import from_toml
from cleaner.scaffold import Found, Page, examine
from cleaner.scaffold.anonymise import anonymised
from cleaner.scaffold.words import words
from cleaner.testing import cases

ENGINE = Cleaner()


def invoke(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def made(tmp_path: Path, *options: str, pages: Path | None = None) -> Path:
    """A package of the Gazette."""
    folder = tmp_path / "package"
    result = invoke("new", "gazette", pages or save(tmp_path / "saved"), "--out", folder, *options)
    assert result.exit_code == 0, result.output
    return folder


def found(*sources: str) -> Found:
    return examine([Page(str(n), s.encode(), ENGINE.clean(s, profile="blog")) for n, s in enumerate(sources)])


def suggested(*sources: str) -> dict[str, Rule]:
    return {candidate.rule.name: candidate.rule for candidate in found(*sources).candidates}


PAGES = [page(number, story) for number, story in enumerate(STORIES)]


def test_a_package_has_all_that_a_package_needs(tmp_path):
    folder = made(tmp_path)
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) == [
        ".github/workflows/test.yml",
        ".gitignore",
        "README.md",
        "cleaner_gazette.py",
        "fixtures/bell.expected.json",
        "fixtures/bell.html",
        "fixtures/crabs.expected.json",
        "fixtures/crabs.html",
        "fixtures/ferry.expected.json",
        "fixtures/ferry.html",
        "pyproject.toml",
        "tests/test_gazette.py",
    ]
    project = tomllib.loads((folder / "pyproject.toml").read_text())["project"]
    assert project["entry-points"]["cleaner"] == {"gazette": "cleaner_gazette"}
    assert (folder / "fixtures/ferry.html").read_text() == page(0, FERRY)


def test_no_hole_of_a_template_is_left(tmp_path):
    folder = made(tmp_path)
    for path in ("README.md", "pyproject.toml", "tests/test_gazette.py"):
        assert "$" not in (folder / path).read_text()
    assert "${{ matrix.python }}" in (folder / ".github/workflows/test.yml").read_text()


@pytest.mark.parametrize("options", [(), ("--toml",)], ids=["python", "toml"])
def test_the_plugin_loads_and_knows_its_pages(tmp_path, options):
    folder = made(tmp_path, *options)
    plugin = load_plugin(folder / ("cleaner_gazette/gazette.toml" if options else "cleaner_gazette.py"))
    engine = Cleaner([*discover(), plugin])
    assert engine.plan("gazette").profile.hosts == ("gazette.example",)
    assert engine.clean(page(0, FERRY)).profile == "gazette"
    assert engine.clean(dump(0, FERRY)).profile == "gazette"


def test_a_package_of_data_says_one_line(tmp_path):
    module = load_plugin(made(tmp_path, "--toml") / "cleaner_gazette/__init__.py").module
    (profile,) = module.profiles()
    assert profile.name == "gazette"


@pytest.mark.parametrize("options", [(), ("--toml",)], ids=["python", "toml"])
def test_what_is_suggested_works_once_it_is_taken_over(tmp_path, options):
    """Every comment that is a rule is made one, as an author would who believes all of them."""
    folder = made(tmp_path, *options)
    source = (folder / ("cleaner_gazette/gazette.toml" if options else "cleaner_gazette.py")).read_text()
    plugin = accepted_toml(source, tmp_path) if options else accepted_python(source, tmp_path)
    engine = Cleaner([*discover(), plugin])
    for number, story in enumerate(STORIES):
        for written in (page, dump):  # the headline of a dump may stay
            text = engine.clean(written(number, story)).text
            assert [line for line in text.split("\n") if line not in ("", story.title)] == list(story.paragraphs)


def accepted_python(source: str, folder: Path) -> Plugin:
    """The plugin with its suggestions in force."""
    lines = []
    for line in source.split("\n"):
        plain = line.strip().removeprefix("# ")
        is_code = line.startswith("        #") and plain.startswith(("Rule(", "    ", '"', "),"))
        lines.append(f"        {plain}" if is_code else line)
    (folder / "gazette.py").write_text("\n".join(lines))
    return load_plugin(folder / "gazette.py")


def accepted_toml(source: str, folder: Path) -> Plugin:
    starts = (
        "[[rules]]",
        *(f"{field} = " for field in ("name", "stage", "css", "line", "phrases", "outside", "sample", "why")),
    )
    lines = [line[2:] if line[2:].startswith(starts) else line for line in source.split("\n")]
    (folder / "gazette.toml").write_text("\n".join(lines))
    return load_plugin(folder / "gazette.toml")


def test_golden_cases_fail_until_they_are_written(tmp_path):
    folder = made(tmp_path)
    engine = Cleaner([*discover(), load_plugin(folder / "cleaner_gazette.py")])
    for case in cases(folder / "fixtures"):
        with pytest.raises(AssertionError, match=r"expected\.txt is missing; write it by hand"):
            case.check(engine)
        case.stem.with_name(f"{case}.expected.txt").write_text(engine.clean(case.page.read_bytes()).text + "\n")
        with pytest.raises(AssertionError, match=r"metadata\.title is .*, not None"):
            case.check(engine)


def test_rules_are_read_off_the_pages():
    rules = suggested(*PAGES)
    assert rules["body"].outside == "div.story"
    assert rules["in-div-tides"].css == "div.tides"
    assert rules["in-div-elsewhere"].css == "div.elsewhere"
    assert rules["top"].phrases == {"High water"}
    assert rules["bottom"].phrases == {
        "In other harbours",
        "The pilots of Westhaven bought a bicycle",
        "Printed below the high-water mark",
    }
    assert rules["line-m"].line == r"\d+(?:[.,:]\d+)*, \d+(?:[.,:]\d+)* m"
    assert rules["byline-told-to-the-gazette"].line == "Told to the Gazette by .*[^.!?…]"
    assert rules["label-sketch"].line == "Sketch: .*[^.!?…]"
    taken = {text for rule in rules.values() for text in rule.phrases}
    assert not taken & {paragraph for story in STORIES for paragraph in story.paragraphs}


def test_one_page_shows_no_recurrence_but_its_container():
    assert [rule.outside for rule in suggested(PAGES[0]).values()] == ["div.story"]


def test_labels_before_what_ends_like_a_sentence_are_no_pattern():
    sources = [f"Desk: {name}.\n\nThe gulls of part {name} slept all day long.\n" for name in ("A. B", "C. D", "E. F")]
    assert suggested(*sources) == {}


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    result = invoke("new", "gazette", save(tmp_path / "saved"), "--out", tmp_path / "file/package")
    assert result.exit_code == 1
    assert "cannot write to" in result.output


def test_a_page_and_the_dump_of_it_are_one_article():
    known = found(PAGES[0], dump(0, FERRY))
    assert known.articles == 1
    assert [one.rule.outside for one in known.candidates if one.rule.outside] == ["div.story"]
    assert found(PAGES[0], dump(1, BELL)).articles == 2


def test_what_a_dump_has_and_the_article_of_its_page_has_not():
    article = "<h1>The Ferry</h1><p>The ferry came back on Tuesday.</p><h2>The bell</h2><p>It rang twice that day.</p>"
    source = f"<p>Tides</p><div id=story>{article}</div><p>Imprint of May</p>"
    text = "Tides\nThe Ferry\nThe ferry came back on Tuesday.\nThe bell\nIt rang twice that day.\nImprint of May\n"
    rules = suggested(source, text)
    assert rules["body"].outside == "div#story"
    assert rules["beside"].phrases == {"Tides", "Imprint of May"}


@pytest.mark.parametrize(
    ("name", "selector"), [("body-3ypuX", "article"), ("text4you", "div.text4you"), ("post-h2", "div.post-h2")]
)
def test_a_name_that_a_build_tool_made_is_no_selector(name, selector):
    source = f"<article><div class='{name}'>{''.join(f'<p>{line}</p>' for line in FERRY.paragraphs)}</div></article>"
    assert suggested(source)["body"].outside == selector


def test_lines_of_articles_are_shown_and_not_suggested():
    sources = [
        "".join(
            f"<p>{sentence}</p>" for sentence in (*story.paragraphs[:count], "Conclusion", *story.paragraphs[count:])
        )
        for count, story in enumerate(STORIES, 1)
    ]
    assert [one.text for one in found(*sources).doubted] == ["Conclusion"]
    assert suggested(*sources) == {}


def test_dumps_are_expected_at_the_host_of_the_pages(tmp_path):
    saved = save(tmp_path / "saved")
    (saved / "old.txt").write_text(dump(1, BELL))
    folder = made(tmp_path, pages=saved)
    urls = {p.name: json.loads(p.read_text())["url"] for p in (folder / "fixtures").glob("*.json")}
    assert urls.pop("old.expected.json") == "https://gazette.example/"
    assert set(urls.values()) == {None}


def test_dumps_alone_are_known_by_their_lines(tmp_path):
    folder = made(tmp_path, pages=save(tmp_path / "saved", dump, ".txt"))
    engine = Cleaner([*discover(), load_plugin(folder / "cleaner_gazette.py")])
    assert engine.clean(dump(2, CRABS)).profile == "gazette"


def test_anonymous_pages_keep_what_makes_them_fixtures(tmp_path):
    folder = made(tmp_path, "--anonymise")
    whole = "".join(path.read_text() for path in folder.rglob("*") if path.is_file())
    for story in STORIES:
        assert not [text for text in (*story.paragraphs, story.title, story.author) if text in whole]
        assert not words(" ".join(story.paragraphs)) & words(whole) & {"crossed", "doorknobs", "university", "blanket"}
    ferry = (folder / "fixtures/ferry.html").read_text()
    for kept in (
        "High water",
        "00:12, 3.0 m",
        'class="story"',
        "Told to the Gazette by ",
        "In other harbours",
        "<nav>",
    ):
        assert kept in ferry
    assert "https://www.gazette.example/ferry" in ferry
    assert '"datePublished": "2024-05-10"' in ferry
    assert "track(" not in ferry


def test_anonymous_words_have_the_shape_of_theirs():
    (text,) = anonymised(["The Ferry, McBride's FERRY – паром и Паром 42 渡轮 ferry".encode()], kept={"the"})
    the, ferry, name, shouted, dash, parom, conjunction, capital, number, cjk, again = text.decode().split(" ")
    assert (the, dash, conjunction, number) == ("The", "–", "и", "42")
    assert ferry.rstrip(",").lower() == shouted.lower() == again != "ferry"
    assert [part.isupper() for part in (ferry[0], ferry[1:5], shouted, again)] == [True, False, True, False]
    assert [letter.isupper() for letter in name] == [True, False, True, *[False] * 6]
    assert parom == capital.lower() != "паром"
    assert all("\u0400" < letter < "\u0500" for letter in parom)
    assert len(cjk) == 2


def test_an_anonymous_page_is_markup_again():
    hostile = b'<p title="a &quot;fine&quot; day">a &lt;b&gt; &amp; c<br/>fine<!-- secret --></p><style>p{}</style>'
    (text,) = anonymised([hostile], kept={"fine", "day"})
    assert text == b'<p title="a &quot;fine&quot; day">a &lt;b&gt; &amp; c<br>fine</p>'


@pytest.mark.parametrize("name", ["Gazette", "harbour-gazette", "9pm", "a b", "../x"])
def test_a_name_must_name_a_module(tmp_path, name):
    result = invoke("new", name, save(tmp_path / "saved"), "--out", tmp_path / "package")
    assert result.exit_code == 2
    assert "lower-case" in result.output
    assert not (tmp_path / "package").exists()


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    result = invoke("new", "gazette", save(tmp_path / "saved"), "--out", tmp_path)
    assert result.exit_code == 2
    assert "is there already" in result.output


def test_a_name_that_is_taken_is_refused(tmp_path):
    result = invoke("new", "blog", save(tmp_path / "saved"), "--out", tmp_path / "package")
    assert result.exit_code == 2
    assert "There is a plugin 'blog' already; choose another name." in result.output
    assert not (tmp_path / "package").exists()


def test_a_page_that_cannot_be_read_is_named_and_nothing_is_made(tmp_path):
    saved = save(tmp_path / "saved")
    (saved / "broken.html.gz").write_text("not gzip")
    result = invoke("new", "gazette", saved, "--out", tmp_path / "package")
    assert result.exit_code == 2
    assert "broken.html.gz" in result.output
    assert not (tmp_path / "package").exists()


def test_hostile_pages_write_no_code(tmp_path):
    line = 'Quote """ or \\ or # and } then { $name ${x}'
    (tmp_path / "saved").mkdir()
    for number in range(3):
        body = f"<p>{line}</p><p class='x\"y'>{line} again</p><p>Gull {'abc'[number]} slept all day on the roof.</p>"
        (tmp_path / f"saved/{number}.html").write_text(f"<div>{body}</div>")
    folder = made(tmp_path, pages=tmp_path / "saved")
    load_plugin(folder / "cleaner_gazette.py")
    from_toml(made(tmp_path / "saved", "--toml", pages=tmp_path / "saved") / "cleaner_gazette/gazette.toml").profiles()
