"""`cleaner learn`: the lines of a template are found, those of articles are not, and people can read what comes out."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from outlets import HARBOUR, OUTLETS, Outlet

from cleaner import Cleaner, Plugin, discover, load_plugin, sources
from cleaner.cli import main
from cleaner.learn import Recurring, find_recurring, see
from cleaner.loading import load

ENGINE = Cleaner()


def invoke(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def written(outlet: Outlet, folder: Path, count: int = 20) -> Path:
    """A folder with pages of an outlet."""
    (folder / "dumps").mkdir()
    for number, (dump, _, _) in enumerate(outlet.pages(count)):
        (folder / f"dumps/{number:02}.txt").write_text(dump, encoding="utf-8")
    return folder / "dumps"


def learned(outlet: Outlet, folder: Path, *options: object) -> Plugin:
    """The plugin that is learned from 20 pages of an outlet."""
    target = folder / f"{outlet.name}.py"
    result = invoke("learn", written(outlet, folder), "--outlet", outlet.name, "--out", target, *options)
    assert result.exit_code == 0, result.output
    return load_plugin(target)


def recurring(*dumps: str, least: int = 3) -> dict[str, Recurring]:
    pages = [see(ENGINE.clean(dump, profile="blog", kind="text"), str(number)) for number, dump in enumerate(dumps)]
    return {one.text: one for one in find_recurring(pages, least=least)}


@pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet.name)
def test_every_line_of_a_template_is_taken_and_none_of_an_article(outlet, tmp_path):
    plugin = learned(outlet, tmp_path)
    rules = load([plugin])[0].rules
    engine = Cleaner([*discover(), plugin])
    for dump, template, article in outlet.pages(20):
        for line in article:
            assert [rule.name for rule in rules if rule.matches(line)] == [], line
        result = engine.clean(dump, profile=outlet.name)
        by = {removal.line.text: removal.by for removal in result.removals}
        assert set(template) <= set(by), set(template) - set(by)
        assert not {line for line in article if by.get(line, "").startswith(outlet.name)}


@pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet.name)
def test_what_articles_share_is_left_out_and_shown(outlet, tmp_path):
    source = Path(learned(outlet, tmp_path).module.__file__).read_text(encoding="utf-8")
    for aside in outlet.asides:
        told = [line for line in source.split("\n") if aside in line and "|" not in line]
        assert told == [f'#   "{aside}",'], told


def test_a_dump_is_recognised_by_what_was_learned(tmp_path):
    engine = Cleaner([*discover(), learned(HARBOUR, tmp_path)])
    assert {engine.clean(dump).profile for dump, _, _ in HARBOUR.pages(20)} == {"harbour-post"}


def test_evidence_is_two_pages_with_the_lines_around(tmp_path):
    source = Path(learned(HARBOUR, tmp_path).module.__file__).read_text(encoding="utf-8")
    assert (
        """\
        # 20 pages
        #   00: Log in to your locker | Tides | Moorings
        #   01: Log in to your locker | Tides | Moorings
        "Tides",
"""
        in source
    )
    assert "on 6 or more of the 20 that were read" in source
    assert "# blog/read-all: More from the pilot's chair" in source


def test_the_file_is_the_same_in_another_process_with_another_hash_seed(tmp_path):
    here = Path(learned(HARBOUR, tmp_path).module.__file__).read_text(encoding="utf-8")
    command = [sys.executable, "-m", "cleaner.cli", "learn", tmp_path / "dumps", "--outlet", HARBOUR.name, "--out", "-"]
    there = subprocess.run(command, env={"PYTHONHASHSEED": "77", "PYTHONPATH": ":".join(sys.path)}, capture_output=True)
    assert there.stdout.decode() == here


def test_share_says_how_many_pages_a_line_needs(tmp_path):
    often = [f"Gull News\n\nIt rained in part {number} of the town, and it was cold.\n" for number in "abcdefghij"]
    seldom = [dump + "\nBring your own rope\n" if number < 4 else dump for number, dump in enumerate(often)]
    for number, dump in enumerate(seldom):
        (tmp_path / f"{number}.txt").write_text(dump)
    assert '"Bring your own rope"' in invoke("learn", tmp_path, "--outlet", "gull", "--out", "-").output
    rarer = invoke("learn", tmp_path, "--outlet", "gull", "--out", "-", "--share", "0.5").output
    assert "Bring your own rope" not in rarer
    assert '"Gull News"' in rarer


def test_a_copy_of_a_page_counts_once():
    dump = "Gull News\n\nIt rained, and the gulls complained about the rain.\n"
    assert recurring(dump, dump, dump) == {}


def test_numbers_and_months_are_left_open():
    dumps = [
        f"Tide table of {day} {month}\n\n{number} gulls saw this\n\nThe tide was {word} in the old harbour that day.\n"
        for day, month, number, word in (
            (1, "May", "1,204", "low"),
            (17, "June", "9", "high"),
            (30, "October", "12", "late"),
        )
    ]
    found = recurring(*dumps)
    assert found["1,204 gulls saw this"].pattern == r"\d+(?:[.,:]\d+)* gulls saw this"
    assert found["Tide table of 1 May"].pattern == r"Tide table of \d+(?:[.,:]\d+)* \p{L}{3,}"


def test_an_insert_at_a_fixed_place_is_the_templates_wherever_it_stands():
    first = ["The gulls went north", "The pier was painted", "The bell was found", "The tram came back", "The fog came"]
    dumps = [
        f"Gull News\n\n{text}, says everybody who was there to see it.\n\nA word from our fishmonger\n\n"
        + "".join(
            f"Witness {'abcdef'[n]} of this, who had {text.lower()} in mind, agreed.\n\n" for n in range(count + 1)
        )
        for count, text in enumerate(first)
    ]
    assert recurring(*dumps)["A word from our fishmonger"].doubt == ""


def test_doubts_are_named():
    songs = [f"She sang song number {order} in the hall, and Ada Gull came." for order in "abcdefghijklmn"]
    dumps = []
    for count in range(1, 5):
        sung = [song.replace("She", "ABCDE"[count]) for song in songs]
        sung[count:count] = ["Ada Gull"]
        dumps.append("\n".join(["Gull News", "No songs, no news", f"Part {count}", *sung[: 4 + 2 * count]]))
    assert {text: one.doubt for text, one in recurring(*dumps).items()} == {
        "Gull News": "",
        "No songs, no news": "",
        "Part 1": "a heading that articles use",
        "Ada Gull": "stands alone inside articles",
    }


def test_a_headline_among_the_links_of_other_pages_is_doubted(tmp_path):
    for number, name in enumerate(("Anna", "Boris", "Clara", "Dora")):
        (tmp_path / f"{number}.html").write_text(
            f"<title>{name} Sings</title><h1>{name} Sings</h1><p>{name} sang in the hall, and everybody came.</p>"
            "<p>Hummed in town</p><p>Anna Sings</p>"
        )
    source = invoke("learn", tmp_path, "--outlet", "gull", "--out", "-").output
    assert '        "Hummed in town",\n' in source
    assert "# the headline of a page:\n" in source
    assert '#   "Anna Sings",\n' in source


def test_pages_are_read_as_dumps_are(tmp_path):
    for number, word in enumerate(("north", "south", "east", "west")):
        (tmp_path / f"{number}.html").write_text(
            f"<title>To the {word}</title><link rel=canonical href='https://www.gull.example/{word}'>"
            f"<p>Rope of the week</p><h1>To the {word}</h1><p>The gulls flew {word}, and nobody in the town wept.</p>"
        )
    source = invoke("learn", tmp_path, "--outlet", "gull", "--out", "-").output
    assert 'hosts=("gull.example",)' in source
    assert '        "Rope of the week",\n' in source


def test_a_page_cannot_write_code(tmp_path):
    line = 'Quote """ or \\ or \u202e or # and } then {'
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"{line}\n\nThe gulls of part {'abcd'[number]} slept all day long.\n")
    assert invoke("learn", tmp_path, "--outlet", "gull", "--out", tmp_path / "gull.py").exit_code == 0
    (rule,) = load([load_plugin(tmp_path / "gull.py")])[0].rules
    assert rule.matches(line)


def test_a_file_of_another_name_is_a_plugin_of_that_name(tmp_path):
    target = tmp_path / "cleaner_quay.py"
    assert invoke("learn", written(HARBOUR, tmp_path), "--outlet", "harbour", "--out", target).exit_code == 0
    engine = Cleaner([*discover(), load_plugin(target)])
    assert engine.plan("harbour").profile.plugins == ("quay", "blog")


def test_a_folder_that_cannot_be_listed_is_named_and_counts(tmp_path, monkeypatch):
    def find(paths, on_error):
        on_error(sources.SourceError("Permission denied", "locked"))
        return sources.find(paths)

    monkeypatch.setattr("cleaner.cli.learn.find", find)
    result = invoke("learn", written(HARBOUR, tmp_path), "--outlet", "harbour", "--out", "-")
    assert result.exit_code == 1
    assert "failed: locked: Permission denied" in result.output


def test_a_file_that_is_there_is_not_written_over(tmp_path):
    target = tmp_path / "gull.py"
    target.write_text("mine")
    result = invoke("learn", written(HARBOUR, tmp_path), "--outlet", "gull", "--out", target)
    assert (result.exit_code, target.read_text()) == (2, "mine")
    assert "is there already" in result.output


def test_too_few_pages_are_no_evidence(tmp_path):
    result = invoke("learn", written(HARBOUR, tmp_path, 2), "--outlet", "gull", "--out", "-")
    assert result.exit_code == 2
    assert "2 pages could be read" in result.output


def test_a_name_that_is_none_is_wrong_use(tmp_path):
    result = invoke("learn", written(HARBOUR, tmp_path), "--outlet", "Harbour Post!")
    assert result.exit_code == 2
    assert "lower-case" in result.output


@pytest.mark.parametrize(
    ("options", "taken"),
    [
        (["--outlet", "blog"], "plugin 'blog'"),
        (["--outlet", "gull", "--out", "cleaner_dw.py"], "plugin 'dw'"),
        (["--outlet", "port", "--plugin", "harbour.py"], "profile 'port'"),
    ],
)
def test_a_name_that_is_taken_is_wrong_use(tmp_path, monkeypatch, options, taken):
    monkeypatch.chdir(tmp_path)
    source = (
        "from cleaner import Profile, hookimpl\n@hookimpl\ndef profiles():\n    return [Profile('port', ('blog',))]\n"
    )
    Path("harbour.py").write_text(source)
    result = invoke("learn", written(HARBOUR, tmp_path), *options)
    assert result.exit_code == 2
    assert f"There is a {taken} already; choose another name." in result.output
    assert [path.name for path in tmp_path.glob("*.py")] == ["harbour.py"]


def test_a_page_that_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path):
    dumps = written(HARBOUR, tmp_path)
    (dumps / "broken.txt.gz").write_text("not gzip")
    result = invoke("learn", dumps, "--outlet", "harbour", "--out", "-")
    assert result.exit_code == 1
    assert "broken.txt.gz" in result.output
    assert '"Fish prices"' in result.output
