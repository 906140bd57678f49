"""`cleaner check` finds what is planted, names it, and has nothing to say about the built-in plugins."""

import json
import signal
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from cleaner.check import Finding, judge_all
from cleaner.check.patterns import attacks, slowness
from cleaner.cli import main
from cleaner.testing.golden import DRAFT

PROFILE = """
[profile]
name = "paper"
plugins = ["paper"]
hosts = ["paper.example"]
"""
SHARE = """
[[rules]]
name = "share"
stage = "navigation"
line = 'Share: .+'
sample = "Share: this"
"""
PAGE = """<link rel=canonical href="https://paper.example/1"><div class="story-text">
<p>The ferry left at nine, with eleven people and a dog on board.</p>
<p>Share: this page</p>
<p>It came back at noon, because the wind had turned.</p></div>"""
TEXT = """The ferry left at nine, with eleven people and a dog on board.

It came back at noon, because the wind had turned.
"""
FACTS = {"concern": "c", "url": None, "profile": "paper", "metadata": {}, "removed": [{"text": "Share: this page"}]}
GOOD = {
    "paper.toml": PROFILE + SHARE,
    "fixtures/ferry.html": PAGE,
    "fixtures/ferry.expected.txt": TEXT,
    "fixtures/ferry.expected.json": json.dumps(FACTS),
}


def rule(**fields: object) -> str:
    values = {"name": "planted", "stage": "navigation"} | fields
    return "\n[[rules]]\n" + "".join(f"{name} = {json.dumps(value)}\n" for name, value in values.items())


def profile(**fields: object) -> str:
    values = {"name": "paper", "plugins": ["paper"], "hosts": ["paper.example"]} | fields
    return "[profile]\n" + "".join(f"{name} = {json.dumps(value)}\n" for name, value in values.items() if value)


def python(body: str) -> dict[str, str]:
    """The same plugin in Python, with a hook or a mistake."""
    header = "from cleaner import Mark, Profile, Rule, hookimpl\n"
    hooks = """
    @hookimpl
    def profiles():
        return [Profile("paper", ("paper",), hosts=("paper.example",))]
    @hookimpl
    def rules():
        return [Rule("share", "navigation", line="Share: .+", sample="Share: this")]
    """
    return {"paper.toml": "", "paper.py": header + textwrap.dedent(hooks) + textwrap.dedent(body)}


class Planted(NamedTuple):
    """A mistake: the files that have it, and what must be said of it."""

    kind: str
    severity: str
    about: str
    told: str
    files: dict[str, str]


def in_rule(kind: str, told: str, severity: str = "error", **fields: object) -> Planted:
    return Planted(kind, severity, "paper/planted", told, {"paper.toml": PROFILE + SHARE + rule(**fields)})


def in_profile(kind: str, told: str, severity: str = "error", **fields: object) -> Planted:
    return Planted(kind, severity, "profile paper", told, {"paper.toml": profile(**fields) + SHARE})


def in_fixture(kind: str, told: str, **files: str) -> Planted:
    return Planted(
        kind, "error", "ferry", told, {f"fixtures/ferry.{name.replace('_', '.')}": t for name, t in files.items()}
    )


MISTAKES = [
    # What cannot be loaded
    Planted("broken", "error", "paper", "mean 'remove_credits'", python("@hookimpl\ndef remove_credit(page): ...")),
    Planted("broken", "error", "paper", "SyntaxError", {"paper.toml": "", "paper.py": "def"}),
    in_rule("sample-stays", "own sample", line="Photo: .+", sample="Image: A")._replace(kind="broken", about="paper"),
    in_rule("spares", "must spare", line="Ad", sample="Ad", spares="Ad")._replace(kind="broken", about="paper"),
    in_profile("broken", "needs plugin 'gone'", plugins=["paper", "gone"])._replace(about="profile"),
    # Rules
    in_rule("sample-stays", "does not remove its own sample", css=".ad", sample="<p class=advert>Ad</p>"),
    in_rule("sample-stays", "own sample", line=r"1\. .+", sample="1. Skip"),
    in_rule("spares-lost", "'Adverbs'", css=".ad", sample="<p class=ad>x</p>", spares="<p class=ad>Adverbs</p>"),
    in_rule("takes-page", "`html` or `body`", css=".single, .ad", sample="<p class=ad>x</p>"),
    in_rule("takes-article", "hold articles", css="div", sample="<div class=ad>x</div>"),
    in_rule("takes-article", "article of the fixture ferry", css=".story-text", sample="<p class='story-text'>x</p>"),
    in_rule("takes-article", "hold articles", words=["content"], sample="<p class='ad-content'>x</p>"),
    in_rule("never-matches", "no name has the word 'Ad-Box'", words=["ad", "Ad-Box"], sample="<p class='ad'>x</p>"),
    in_rule("takes-prose", "ordinary sentences", line=r"The .+|Ad", sample="Ad"),
    in_rule("takes-heading", "'Conclusion'", "warning", phrases=["Conclusion", "Ad"], sample="Ad"),
    in_rule("open-end", "name one that it `spares`", "warning", line="Read .+", sample="Read more"),
    in_rule("same-sign", "no second", line="More", sample="More", extent="after", given="M.+e"),
    in_rule("slow-pattern", "more for each character", line=r"(?:\w+ ?)+:", sample="Ad:"),
    in_rule("slow-pattern", "given=", line="More", sample="More", extent="after", given=r"(?:a|a)+b"),
    Planted(
        "repeated-phrase",
        "warning",
        "paper/planted",
        "'AD'",
        {"paper.toml": PROFILE + rule(name="ads", phrases=["Ad"], sample="Ad") + rule(phrases=["AD"], sample="AD")},
    ),
    in_rule("shadowed", "paper/share takes its sample first", "warning", phrases=["Share: it"], sample="Share: it"),
    in_rule("never-fires", "fires on no fixture", "warning", phrases=["Imprint"], sample="Imprint"),
    Planted(
        "no-effect",
        "warning",
        "paper/planted",
        "every fixture comes out the same: paper/share",
        {
            "paper.toml": PROFILE + SHARE + rule(css=".s", sample="<p class=s>x</p>"),
            "fixtures/ferry.html": PAGE.replace("<p>Share", "<p class=s>Share"),
        },
    ),
    # Profiles
    in_profile("host-claimed", "claimed by the profile 'dw' too", hosts=["dw.com", "paper.example"]),
    in_profile("host-form", "write 'paper.example'", "warning", hosts=["www.paper.example", "paper.example"]),
    in_profile("host-form", "no host that a URL can have", hosts=["https://paper.example/", "paper.example"]),
    in_profile("too-few-fingerprints", "one fingerprint never decides", fingerprints=["Paper"]),
    in_profile("general-fingerprint", "anybody's lines", fingerprints=["Paper", r"[\w ,.]+"]),
    in_profile("general-fingerprint", "'blog' know the fingerprint 'Home'", fingerprints=["Home", "Contact"]),
    in_profile("general-fingerprint", "fingerprint 'Menu|Search'", fingerprints=["MENU", "Menu|Search", "Paper"]),
    in_profile("general-fingerprint", "fingerprint '(?i)home'", fingerprints=["(?i)home", "Contact( us)?"]),
    in_profile("slow-pattern", "fingerprint '(a+)+b'", fingerprints=["Paper", "(a+)+b"]),
    in_profile("general-markup", "pages of any outlet", markup=["<article"]),
    in_profile("never-recognised", "give hosts, fingerprints or markup", "warning", hosts=[]),
    in_profile("never-runs", "its own plugin", plugins=["blog"]),
    in_profile("switched-off", "its own plugin brings", "warning", without=["paper/share"]),
    in_profile("switched-off", "does not run 'blog'", "warning", without=["blog/related"]),
    Planted("never-runs", "error", "paper", "so it never runs", {"paper.toml": SHARE}),
    # Fixtures
    in_fixture("missing-expectation", "there is no ferry.expected.txt", expected_txt=""),
    in_fixture("missing-expectation", "there is no ferry.expected.json", expected_json=""),
    in_fixture("draft", "still a draft", expected_txt=f"{DRAFT}\n\n{TEXT}"),
    in_fixture("expectation", "- It came back at ten", expected_txt=TEXT.replace("at noon", "at ten")),
    in_fixture("expectation", "taken for paper", expected_json=json.dumps(FACTS | {"profile": "dw"})),
    in_fixture("expectation", "ferry.expected.json: not JSON: Expecting", expected_json="{,}"),
    Planted("no-fixtures", "warning", "paper", "no fixtures", {name: "" for name in GOOD if name.startswith("fix")}),
    # Hooks
    Planted("hook-fails", "error", "ferry", "ZeroDivision", python("@hookimpl\ndef remove_credits(page):\n    1 / 0")),
    Planted(
        "promise",
        "error",
        "ferry",
        "lost",
        python("@hookimpl\ndef remove_credits(page):\n    yield Mark(page.lines[-1], 'last')")
        | {"fixtures/ferry.expected.txt": TEXT.split("\n")[0] + "\n"},
    ),
]


def plant(folder: Path, files: dict[str, str]) -> str:
    """Write the good plugin with these files in place of its own; an empty one is left out. Gives the plugin."""
    written = {name: text for name, text in (GOOD | files).items() if text}
    for name, text in written.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return str(folder / ("paper.py" if "paper.py" in written else "paper.toml"))


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)


def test_there_are_enough():
    assert len(MISTAKES) >= 25
    assert len({mistake.kind for mistake in MISTAKES}) >= 20


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake.kind}-{mistake.told[:20]}")
def test_a_planted_mistake_is_found_and_named(mistake, tmp_path):
    found = judge_all([plant(tmp_path, mistake.files)])
    named = [one.message for one in found if one[:3] == (mistake.severity, mistake.kind, mistake.about)]
    assert any(mistake.told in message for message in named), found


def test_a_fingerprint_of_anybody_beside_one_of_the_outlet_is_fine(tmp_path):
    paper = profile(fingerprints=["Home", r"The Paper \(since 1901\)|Papír", "Home"]) + SHARE
    assert not [one for one in judge_all([plant(tmp_path, {"paper.toml": paper})]) if "fingerprint" in one.kind]


def test_a_difference_is_shown_line_by_line(tmp_path):
    told = check(plant(tmp_path, {"fixtures/ferry.expected.txt": TEXT.replace("nine", "ten")})).stdout.splitlines()
    assert told[0].endswith("ferry: ferry.expected.txt: lines should have left (+) or stayed (-):")
    assert told[1] == "+ The ferry left at nine, with eleven people and a dog on board."


def test_drafts_beside_a_broken_expectation(tmp_path):
    result = check(plant(tmp_path, {"fixtures/ferry.expected.json": "{,}"}), "--accept")
    assert result.exit_code == 1
    assert "ferry.expected.json: not JSON" in result.stdout


@pytest.mark.parametrize("files", [{}, python("")], ids=["toml", "python"])
def test_a_good_plugin_is_met_with_silence(files, tmp_path):
    result = check(plant(tmp_path, files))
    assert (result.stdout, result.exit_code) == ("", 0)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["blog", "dw", "rferl"])
def test_the_built_in_plugins_are_met_with_silence(name):
    assert judge_all([name]) == []


IMPRINT = {"paper.toml": PROFILE + SHARE + rule(phrases=["Imprint"], sample="Imprint")}


def test_place_of_a_rule(tmp_path):
    (finding,) = judge_all([plant(tmp_path, IMPRINT)])
    assert finding.place == f"{tmp_path / 'paper.toml'}:13"
    source = python("")["paper.py"].replace(
        'Rule("share"', 'Rule("imprint", "credits", line="I", sample="I"), Rule("share"'
    )
    (finding,) = judge_all([plant(tmp_path, {"paper.toml": "", "paper.py": source})])
    assert finding.place == f"{tmp_path / 'paper.py'}:8"
    assert source.splitlines()[7].lstrip().startswith('return [Rule("imprint"')


def test_output_and_exit_codes(tmp_path):
    warned = plant(tmp_path, IMPRINT)
    result = check(warned)
    assert result.exit_code == 0
    assert result.stdout == (
        f"{tmp_path}/paper.toml:13: warning: paper/planted: it fires on no fixture; write one with what it is for "
        "[never-fires]\n"
    )
    assert result.stderr == "0 errors, 1 warnings\n"
    (finding,) = json.loads(check(warned, "--json").stdout)
    assert finding.keys() == set(Finding._fields)
    assert check(plant(tmp_path, {"paper.toml": profile(hosts=["dw.com"])})).exit_code == 1
    broken = check(str(tmp_path / "none.toml"))
    assert (broken.exit_code, "no such file" in broken.stdout) == (1, True)


def test_errors_come_first(tmp_path):
    findings = judge_all([plant(tmp_path, {"paper.toml": profile(hosts=["www.paper.example", "dw.com"]) + SHARE})])
    assert [one.severity for one in findings] == sorted(one.severity for one in findings)
    assert {one.severity for one in findings} == {"error", "warning"}


def test_fixtures_of_a_file_in_a_package_are_those_of_the_package(tmp_path):
    where = Path(plant(tmp_path, IMPRINT))
    (package := tmp_path / "cleaner_paper").mkdir()
    within = where.rename(package / where.name)
    assert [one.kind for one in judge_all([str(within)])] == ["no-fixtures"]
    (package / "__init__.py").touch()
    assert [one.kind for one in judge_all([str(within)])] == ["never-fires"]


def test_a_fixture_as_new_leaves_it_is_a_finding(tmp_path):
    css = {"paper.toml": PROFILE + SHARE + rule(css=".s", sample="<p class=s>x</p>"), "fixtures/ferry.expected.txt": ""}
    assert [one.kind for one in judge_all([plant(tmp_path, css)])] == ["missing-expectation"]


def test_accept_fills_the_frame_that_new_makes(tmp_path):
    frame = {"concern": "", "url": None, "profile": "paper", "metadata": {"title": None}, "removed": []}
    where = plant(tmp_path, {"fixtures/ferry.expected.txt": "", "fixtures/ferry.expected.json": json.dumps(frame)})
    assert [one.kind for one in judge_all([where], accept=True)] == ["draft"]
    drafted = json.loads((tmp_path / "fixtures/ferry.expected.json").read_text())
    assert drafted["removed"] == [{"text": "Share: this page", "stage": "navigation"}]


def test_fixtures_elsewhere(tmp_path):
    where = plant(tmp_path, {})
    (tmp_path / "fixtures").rename(tmp_path / "pages")
    assert [one.kind for one in judge_all([where])] == ["no-fixtures"]
    assert judge_all([where], tmp_path / "pages") == []
    assert check(where, "--fixtures", str(tmp_path / "pages")).exit_code == 0
    assert check("--fixtures", str(tmp_path / "pages")).exit_code == 2


def test_accepted_drafts_fail_until_they_are_unmarked(tmp_path):
    where = plant(tmp_path, {"fixtures/ferry.expected.txt": "", "fixtures/ferry.expected.json": ""})
    (finding,) = json.loads(check(where, "--accept", "--json").stdout)
    assert (finding["kind"], finding["severity"]) == ("draft", "error")
    text, facts = (tmp_path / "fixtures" / f"ferry.expected.{kind}" for kind in ("txt", "json"))
    assert text.read_text() == f"{DRAFT}\n\n{TEXT}"
    text.write_text(TEXT)
    assert [one.kind for one in judge_all([where])] == ["draft"]
    drafted = json.loads(facts.read_text())
    assert drafted.pop("draft") == DRAFT
    assert drafted["removed"] == [{"text": "Share: this page", "stage": "navigation"}]
    facts.write_text(json.dumps(drafted))
    assert judge_all([where]) == []
    text.write_text("Mine")
    check(where, "--accept")
    assert text.read_text() == "Mine"


def test_without_the_testing_kit_the_extra_is_named(monkeypatch):
    for name in [name for name in sys.modules if name.startswith(("cleaner.check", "cleaner.testing"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    result = check("dw")
    assert result.exit_code == 2
    assert 'pip install "outlet-cleaner[testing]"' in result.stderr


# --- Slow patterns -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+b",
        r"(?:\w+ ?)+:",
        r"(?:a|a)*b",
        r"x(?:[^a]|b)+y",
        r"(\d+\s*)+$",
        "(?:a*)*b",
        r"(?i)(?:\w+\s*)+!",
        ".*.*.*.*b",
        "(a+)+$",
        "(a|aa)+$",
        r"(?:[a-z]+)*\d",
        "(?:(?:ab)*)*c",
        r"(?:\w\w|\d)+:",
        "Ad(?:by|bye?|x)+ z",
        r"(?:\p{L}|\p{L}\p{M}?)+:",
        "(?:a?){40}a{40}",
    ],
)
def test_slow(pattern):
    found = slowness(pattern, 400)
    assert found is not None
    assert len(found.line) <= 400


@pytest.mark.parametrize(
    "pattern",
    [
        "Image: .+",
        r"(?:\w+, )*\w+ and .+",
        r"(?:\w++ ?)++:",
        "a{1,9}b",
        "(?:ab?)+c",
        "a(?=b)",
        r"\p{Lu}+ \d+",
        r"\s+$",  # slow only where it is searched for; these must match the whole line
        r"(\w|\d)+$",
    ],
)
def test_quick(pattern):
    assert slowness(pattern, 400) is None


def test_the_alarm_is_put_back():
    before = signal.getsignal(signal.SIGVTALRM)
    slowness("(a+)+b", 400)
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


def test_in_a_thread_lines_that_grow_will_do():
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(slowness, "(a+)+b", 400).result() is not None


def test_attacks_lead_to_the_repetition():
    assert {attack.before for attack in attacks("Photo(?:s| by): [a-z]+")} == {"Photos: "}
    assert list(attacks("Photo")) == []
    assert list(attacks("(")) == []
