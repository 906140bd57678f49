"""The kit that plugin authors test with: a plugin that breaks a promise is caught, and a wrong fixture fails."""

import itertools
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from cleaner import Cleaned, Cleaner, Fact, Mark, Plugin, PluginError, Profile, Rule, hookimpl, load_plugin
from cleaner.segment import text_lines
from cleaner.testing import Promises, cases, drawn, pages, samples
from cleaner.testing.variants import variants as profiles_with_one_more

PAGE = "Harbor Keeper Counts Crabs\n\nThe ferry left at nine.\n\nShare this page\n\nIt came back at noon."
CLEAN = "The ferry left at nine.\n\nIt came back at noon.\n"
SHARE = Rule("share", "navigation", line="Share .+", sample="Share this", spares="Shared memories.")


def plugin(name: str = "paper", **hooks) -> Plugin:
    module = ModuleType(name)
    for hook, function in hooks.items():
        setattr(module, hook, hookimpl(function))
    return Plugin(name, module)


def engine(**hooks) -> Cleaner:
    return Cleaner([plugin(profiles=lambda: [Profile("blog", ("paper",))], rules=lambda: [SHARE], **hooks)])


def first_line(page):
    return [Fact("title", page.lines[0].text, page.lines[0])] if page.claims else []


# --- Promises ------------------------------------------------------------------------------


def test_a_careful_plugin_keeps_all():
    promises = Promises(engine(), "blog")
    promises.check(PAGE)
    promises.in_threads([PAGE, CLEAN])


def test_harm_is_caught():
    def remove_leftovers(page):
        return [Mark(line, "the last line") for line in page.kept()[-1:]]

    with pytest.raises(AssertionError, match="cleaned as blog, then as blog, lost"):
        Promises(engine(remove_leftovers=remove_leftovers), "blog").do_no_harm(PAGE)


def test_chance_is_caught():
    counter = itertools.count()

    def remove_leftovers(page):
        return [Mark(page.lines[next(counter) % len(page.lines)], "chance")]

    with pytest.raises(AssertionError, match="another result after another page"):
        Promises(engine(remove_leftovers=remove_leftovers), "blog").determinism(PAGE)


def test_a_plugin_that_shares_state_between_threads_is_caught():
    seen: list[str] = []

    def remove_leftovers(page):
        seen.append(page.lines[0].text)
        return [Mark(page.lines[0], "seen before")] if len(seen) > 2 else []

    with pytest.raises(AssertionError, match="another result in a thread"):
        Promises(engine(remove_leftovers=remove_leftovers), "blog").in_threads([PAGE, CLEAN])


def test_hash_order_is_caught(tmp_path):
    path = tmp_path / "hashy.py"
    path.write_text(
        "from cleaner import Mark, Profile, hookimpl\n"
        "@hookimpl\ndef profiles():\n    return [Profile('blog', ('hashy',))]\n"
        "@hookimpl\ndef remove_leftovers(page):\n"
        "    texts = {line.text for line in page.lines}\n"
        "    return [Mark(line, 'first of a set') for line in page.lines if line.text == next(iter(texts))]\n"
    )
    promises = Promises(Cleaner([load_plugin(path)]), "blog")
    with pytest.raises(AssertionError, match="PYTHONHASHSEED"):
        promises.elsewhere(["\n\n".join(f"Line {n} {m}" for m in range(30)) for n in range(5)])


def test_a_careful_plugin_gives_the_same_elsewhere(tmp_path):
    path = tmp_path / "careful.py"
    path.write_text(
        "from cleaner import Profile, hookimpl\n"
        "@hookimpl\ndef profiles():\n    return [Profile('blog', ('careful',))]\n"
    )
    Promises(Cleaner([load_plugin(path)]), "blog").elsewhere([PAGE, CLEAN, "half \ud800"])


def test_what_is_switched_off_stays_off(tmp_path):
    path = tmp_path / "both.py"
    path.write_text(
        "from cleaner import Mark, Profile, Rule, hookimpl\n"
        "@hookimpl\ndef profiles():\n    return [Profile('blog', ('both',))]\n"
        "@hookimpl\ndef rules():\n    return [Rule('share', 'navigation', line='Share .+', sample='Share this')]\n"
        "@hookimpl\ndef remove_leftovers(page):\n"
        "    return [Mark(line, 'no') for line in page.lines if 'noon' in line.text]\n"
    )
    both = ["both/share", "both/remove_leftovers"]
    for off in ([], both):
        cleaner = Cleaner([load_plugin(path)], without=off)
        assert [removal.by for removal in cleaner.clean(PAGE).removals] == [name for name in both if name not in off]
        Promises(cleaner, "blog").elsewhere([PAGE])
    other = plugin("other", rules=lambda: ())
    cleaner, pairs = profiles_with_one_more(Cleaner([load_plugin(path), other], without=both), "blog", ())
    assert [more.plugins for _, more in pairs] == [("other", "both"), ("both", "other")]
    assert cleaner.clean(PAGE, profile=pairs[0][1].name).removals == ()


def test_a_line_brought_back_is_caught():
    def bring_back(page):
        return [Mark(line, "after a menu") for line in page.lines if page.kept() == page.lines and "noon" in line.text]

    first = plugin("first", rules=lambda: [SHARE])
    second = plugin("second", remove_leftovers=bring_back, profiles=lambda: [Profile("blog", ("second",))])
    with pytest.raises(AssertionError, match=r"with plugins .*first.* stays what second removed"):
        Promises(Cleaner([first, second]), "blog").monotone(PAGE)


def test_an_exception_is_not_hidden():
    def remove_leftovers(page):
        raise ValueError("a bug")

    with pytest.raises(PluginError, match="a bug"):
        Promises(engine(remove_leftovers=remove_leftovers), "blog").never_raise(b"\xff")


def test_a_control_character_written_as_a_reference_is_not_made_up():
    """The parser keeps what Python's `unescape` drops."""
    Promises(Cleaner(), "blog").subsequence("<p>The ferry left at&#x11; nine.</p>")


class Tampered(Cleaner):
    """A cleaner whose engine is broken: no plugin can do what these checks must catch."""

    change = staticmethod(lambda result: result)

    def clean(self, source, **options) -> Cleaned:
        return self.change(super().clean(source, **options))


@pytest.mark.parametrize(
    ("promise", "change", "told"),
    [
        ("subsequence", lambda r: replace(r, text=r.text + "\n\nInvented."), "not one of the page"),
        ("subsequence", lambda r: replace(r, text="\n\n".join(r.text.split("\n\n")[::-1])), "not one of the page"),
        ("subsequence", lambda r: replace(r, lines=r.lines + tuple(text_lines("Ω"))), "characters|not its words"),
        ("subsequence", lambda r: replace(r, lines=r.lines[1:], text=""), "not its words"),
        ("accounting", lambda r: replace(r, removals=()), "not the lines that were kept"),
        ("accounting", lambda r: replace(r, removals=r.removals * 2), "two removals"),
        ("accounting", lambda r: replace(r, removals=tuple(x._replace(by="paper/x") for x in r.removals)), "nobody"),
        ("accounting", lambda r: replace(r, removals=tuple(x._replace(stage="x") for x in r.removals)), "nobody"),
        ("never_raise", lambda r: replace(r, status="fine"), "fine"),
        ("never_raise", lambda r: replace(r, status="empty"), "empty"),
    ],
)
def test_a_broken_engine_is_caught(promise, change, told):
    cleaner = Tampered([plugin(profiles=lambda: [Profile("blog", ("paper",))], rules=lambda: [SHARE])])
    promises = Promises(cleaner, "blog")
    getattr(promises, promise)(PAGE)
    cleaner.change = change
    with pytest.raises(AssertionError, match=told):
        getattr(promises, promise)(PAGE)


# --- Pages ---------------------------------------------------------------------------------


def test_pages_are_the_same_each_time_and_hold_the_plugins_own():
    found = drawn(pages(engine(), "blog"), 200)
    assert found == drawn(pages(engine(), "blog"), 200)
    for own in ("Share this", "Shared memories.", "<p>", "\n\n", "\0", "\u200f"):
        assert any(own in page for page in found), own
    assert any(len(page.split(own)) > 2 for page in found for own in ["Share this"]), "a line twice"


def test_examples_are_mixed_in_and_cut_up():
    example = "\n".join(f"Example {number}" for number in range(9))
    found = [page for page in drawn(pages(engine(), "blog", [example]), 200) if "Example" in page]
    assert example in found
    assert any("Example 8" in page and "Example 3" not in page for page in found)


def test_without_hypothesis_the_import_says_what_to_install():
    code = "import sys; sys.modules['hypothesis'] = None; import cleaner.testing"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert 'pip install "outlet-cleaner[testing]"' in done.stderr.splitlines()[-1]


# --- Samples -------------------------------------------------------------------------------


def check_samples(*rules: Rule) -> None:
    for sample in samples(plugin(rules=lambda: rules)):
        sample.check()


def test_samples_of_a_module():
    (sample,) = samples(plugin(rules=lambda: [SHARE]).module)
    assert str(sample) == "paper/share"
    sample.check()


def test_good_samples():
    check_samples(
        SHARE,
        Rule("phrase", "navigation", phrases=frozenset({"Skip to content"}), sample="» Skip To Content"),
        Rule("css", "navigation", css="nav", sample="<nav>Home</nav>", spares="<div class='nav'>Home</div>"),
        Rule(
            "words",
            "navigation",
            words=frozenset({"share"}),
            sample="<p class='x-share'>S</p>",
            spares="<p class='shared'>S</p>",
        ),
        Rule(
            "outside", "navigation", outside="article", sample="<p>Menu</p><article>A</article>", spares="<p>Menu</p>"
        ),
    )


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (Rule("css", "navigation", css="nav", sample="<div>Home</div>"), "the sample stays"),
        (Rule("css", "navigation", css="nav", sample="<nav><h1>Home</h1></nav>"), "the sample stays"),
        (
            Rule("css", "navigation", css="div", sample="<div>A</div>", spares="<div>Home</div>"),
            "'Home' should have been spared",
        ),
        (Rule("words", "navigation", words=frozenset({"share"}), sample="<p class='shared'>S</p>"), "the sample stays"),
        (Rule("outside", "navigation", outside="article", sample="<p>Menu</p>"), "the sample stays"),
        (Rule("line", "navigation", line=r"1\. .+", sample="1. Skip to content"), "the sample stays"),
    ],
)
def test_wrong_samples(rule, told):
    with pytest.raises(AssertionError, match=told):
        check_samples(rule)


# --- Fixtures ------------------------------------------------------------------------------

FACTS = """
{"concern": "c", "url": null, "profile": "blog", "metadata": {"title": "Harbor Keeper Counts Crabs", "summary": null},
"removed": [{"text": "Share this page", "stage": "navigation"}]}
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "a--b.txt").write_text(PAGE)
    (tmp_path / "a--b.expected.txt").write_text(CLEAN)
    (tmp_path / "a--b.expected.json").write_text(FACTS)
    return tmp_path


def check_cases(folder: Path) -> None:
    for case in cases(folder):
        case.check(engine(find_metadata=first_line))


def test_a_good_fixture(folder):
    check_cases(folder)
    assert [str(case) for case in cases(folder)] == ["a--b"]


@pytest.mark.parametrize("name", ["a--b.txt", "a--b.expected.txt", "a--b.expected.json"])
def test_a_fixture_of_which_a_part_is_missing(folder, name):
    (folder / name).unlink()
    with pytest.raises(AssertionError, match=r"missing|no page"):
        check_cases(folder)


def test_two_pages_with_one_name(folder):
    (folder / "a--b.html").write_text("<p>")
    with pytest.raises(AssertionError, match="share their expected files"):
        check_cases(folder)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError):
        cases(tmp_path / "none")


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("a--b.expected.txt", "left at nine", "left at ten", r"\+ The ferry left at nine.*\n- The ferry left at ten"),
        ("a--b.expected.txt", "\n\n", "\n", "blank lines"),
        ("a--b.expected.txt", CLEAN, "\n\n".join(CLEAN.strip().split("\n\n")[::-1]), "order or number"),
        ("a--b.expected.json", "Crabs", "Boats", "metadata.title"),
        ("a--b.expected.json", '"summary": null', '"summary": "A"', "metadata.summary is None"),
        ("a--b.expected.json", '"title": "Harbor Keeper Counts Crabs"', '"title": null', "metadata.title"),
        ("a--b.expected.json", "Share this page", "Share that page", "not in the ledger"),
        ("a--b.expected.json", '"stage": "navigation"', '"stage": "credits"', "not in credits"),
        ("a--b.expected.json", '"blog"', '"dw"', "taken for blog"),
        ("a--b.expected.json", '"url": null, ', "", "the key 'url' is missing; it is a string or null"),
        ("a--b.expected.json", '"url"', '"uri"', "there is no key 'uri'; did you mean 'url'"),
        ("a--b.expected.json", '"url": null', '"url": 5', "url must be a string or null, not 5"),
        ("a--b.expected.json", '"title"', '"titel"', "no metadata field 'titel'; did you mean 'title'"),
        ("a--b.expected.json", '"text"', '"txt"', r"needs a text, unlike \{'txt': 'Share this page'"),
        ("a--b.expected.json", "{", "[", "not JSON: .*line 2 column"),
        ("a--b.expected.json", FACTS, "[]", "must be an object with the keys concern, .*, not \\[\\]"),
    ],
)
def test_a_wrong_fixture(folder, name, old, new, told):
    path = folder / name
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(AssertionError, match=f"^{name}: (?s:.*){told}"):
        check_cases(folder)


@pytest.mark.parametrize("name", ["a--b.expected.txt", "a--b.expected.json"])
def test_an_expectation_that_is_no_text_is_named(folder, name):
    (folder / name).write_bytes(b"caf\xe9")
    (case,) = cases(folder)
    assert not case.is_draft
    with pytest.raises(AssertionError, match=f"^{name}: not UTF-8"):
        check_cases(folder)


def test_the_dump_of_a_page(folder):
    (folder / "a--b.txt").unlink()
    (folder / "a--b.html").write_text(f"<div><p>{'</p><p>'.join(PAGE.split(chr(10) * 2))}</p></div>")
    cleaner = engine(find_metadata=first_line)
    (case,) = cases(folder)
    case.check(cleaner)
    case.check_dump(cleaner, PAGE)
    case.check_dump(cleaner, "• " + PAGE.replace("\n\n", "\n  • "))
    for wrong, told in ((PAGE + "\n\nMore", r"\+ More"), (PAGE.replace("nine", "ten"), r"- The ferry left at nine")):
        with pytest.raises(AssertionError, match=told):
            case.check_dump(cleaner, wrong)
