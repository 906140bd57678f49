"""What the scorer is trained and judged by: labels, folds, figures. Training itself needs torch and many pages."""

import gzip
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.figures import Judged, figures, flat
from benchmarks.quality import of_pages
from benchmarks.renderings import markdown, wet, without_markup
from cleaner import CAREFUL, Cleaner
from cleaner_blog.scorer import judge
from training.corpora import CORPORA, FOLDS, Item, site
from training.dataset import dump_examples, examples
from training.elsewhere import dense, elsewhere, rewritten, uncased
from training.labels import label
from training.sheets import Places, Sheet
from training.taught import taught
from training.third import third
from training.variants import shortened, swapped

FERRY = "The ferry left the harbour at nine and came back at noon with everybody on board"
BRIDGE = "The bridge was closed for repairs until the first week of the following spring"
ROOT = Path(__file__).parent.parent
DATA = ROOT.parent / "shared" / "corpora"
SCORER = (ROOT / "docs" / "scorer.md").read_text(encoding="utf-8")


def item(text, **known):
    lists = {name: known.pop(name, ()) for name in ("captions", "require", "forbid")}
    return Item("corpus", "page", Path("page"), known.pop("url", None), text, "", **lists)


def labels(known, texts):
    return label(known, texts, np.array([float(len(text.split())) for text in texts]))


def test_lines_of_the_gold_are_article():
    found = labels(item(f"{FERRY}.\n\n{BRIDGE}."), ["Menu", FERRY, BRIDGE, "Something that nobody wrote down anywhere"])
    assert found.value.tolist() == [0, 1, 1, 0]
    assert found.known.all()


def test_a_short_line_is_article_only_beside_article():
    texts = ["spring", *["Menu entry"] * 9, FERRY, "spring", BRIDGE]
    found = labels(item(f"{FERRY}.\n\n{BRIDGE}."), texts)
    assert found.value[0] == 0
    assert found.value[11] > 0


def test_of_two_copies_the_one_among_the_article_is_meant():
    texts = [FERRY, *["Menu entry"] * 9, FERRY, BRIDGE]
    assert labels(item(f"{FERRY}.\n\n{BRIDGE}."), texts).value[[0, 10]].tolist() == [0, 1]


def test_captions_weigh_more_and_are_no_article():
    caption = "Passengers on the upper deck watch the coast go by"
    found = labels(item(FERRY, captions=(caption,)), [FERRY, caption, "A line that is not a caption of any kind"])
    assert found.value.tolist() == [1, 0, 0]
    assert found.weight[1] > 3 * found.weight[2]


def test_without_gold_only_lines_with_snippets_are_known():
    found = labels(item(None, require=("left the harbour",), forbid=("menu",)), ["Menu", FERRY, BRIDGE])
    assert found.known.tolist() == [True, True, False]
    assert found.value[:2].tolist() == [0, 1]


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.harbour.org/a/b", "harbour"),
        ("https://news.harbour.co.uk/a", "harbour"),
        ("https://ferries.wordpress.com/2012/", "ferries.wordpress.com"),
        (None, "harbour"),
    ],
)
def test_an_outlet_is_in_one_fold(url, name):
    assert site(url, "harbour.org") == name
    assert 0 <= item("", url=url).fold < FOLDS


def test_figures():
    found = figures([Judged(f"{FERRY} Menu", FERRY, ("A caption long enough to count",), ("left the",), ("Menu",))])
    assert found["R"] == 1
    assert 0.9 < found["P"] < found["F1"] < 1
    assert (found["captions"], found["require"], found["forbid"]) == (0, 1, 0)
    assert figures([Judged("", None, (), (), ())]) == {}
    assert flat("One, two!") == "one two"


def rows(page: str) -> list[list[str]]:
    """The cells of all tables of a page."""
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in page.split("\n") if line.startswith("|")]


def told(name: str) -> list[str]:
    """Our figures on a corpus, or on a style of its dumps, as `docs/scorer.md` has them."""
    return next(row[1:] for row in rows(SCORER) if row[0] == name)


def test_the_page_tells_the_limits_that_hold():
    said = " ".join(SCORER.split())
    assert f"The limit of pages, {judge.THRESHOLD}, is chosen" in said
    assert f"`CAREFUL`, {CAREFUL}, on (`Mark.confidence`; a score of {1 - CAREFUL:.3f} or less)" in said


def test_the_readme_tells_the_same_figures():
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    _, _, news, _, captions, *_ = told("outlets")
    _, _, dump, gone, lost, best = told("outlets/resiliparse")
    assert f"an F1 of {news}, captions left {100 * float(captions):.0f} %" in readme
    assert f"articles of the web {told('wcxb-articles')[2]} (" in readme
    assert f"removes {100 * float(gone):.0f} % and of the body {100 * float(lost):.0f} %, {dump} (" in readme
    assert f"rules: {best})" in readme


@pytest.mark.slow
@pytest.mark.skipif(not DATA.is_dir(), reason=f"the corpora are not there: {DATA}")
def test_the_page_tells_the_figures_that_come_out():
    found = of_pages(DATA)
    for corpus in CORPORA:
        names = ("P", "R", "F1", "zF", "captions", "require", "forbid")
        shown = {name: float(cell) for name, cell in zip(names, told(corpus), strict=True) if cell}
        assert shown == pytest.approx({name: found[f"{corpus}/html"][name] for name in shown}, abs=0.003)


def test_lines_of_a_dump_that_are_gone():
    found = figures([Judged(FERRY, f"{FERRY} {BRIDGE}", (), (), (), (FERRY, BRIDGE, "Menu of the day"))])
    assert (found["body-"], found["chrome-"]) == (0.5, 1)


PAGE = """<title>Ferries</title><body><nav><ul><li><a href="/home">Home</a></li></ul></nav><h2>On <em>time</em></h2>
<p>The ferry <b>left</b><br>at nine, <a href='https://x.example/a'>they say</a>.<img alt="a boat" src="b.png"></p>"""


def test_rendered_as_text():
    assert wet(PAGE) == "Ferries\nHome\nOn time\nThe ferry left\nat nine, they say."


def test_rendered_as_markdown():
    assert markdown(PAGE).split("\n") == [
        "* [Home](/home)",
        "",
        "## On *time*",
        "",
        "The ferry **left**",
        "",
        "at nine, [they say](https://x.example/a).![a boat](b.png)",
    ]
    assert without_markup(markdown(PAGE)).split() == "Home On time The ferry left at nine, they say.a boat".split()


POSTS = [[f"{sentence}, as number {n} of our letters tells." for n in range(12)] for sentence in (FERRY, BRIDGE)]
AROUND = [[f"{name} {n}" for n in range(6)] for name in ("Harbour tours", "Building permits")]


def two_dumps():
    """Of two outlets that are in one fold."""
    names = [name for name in (f"https://outlet{n}.example/" for n in range(40)) if item(None, url=name).fold == 0]
    for url, post, around in zip(names, POSTS, AROUND, strict=False):
        yield item("\n".join(post), url=url), "\n".join(["Share this", *around, *post, *around, "Leave a comment"])


def test_an_article_among_the_lines_of_another_page():
    known = list(dump_examples(two_dumps()))
    found = [list(swapped(known, seed)) for seed in range(9)]
    for one, other in found:
        for (told, text), own, theirs in ((one, *POSTS), (other, *reversed(POSTS))):
            lines = text.split("\n")
            assert told.text == "\n".join(own)
            assert [line for line in lines if line in own] == own
            assert not set(theirs) & set(lines)
    foreign = [set(AROUND[1]) & set(one[1].split("\n")) for one, _ in found]
    assert any(foreign)
    assert list(swapped(known, 3)) == found[3], "one seed, one result"


def test_articles_stay_with_their_fold_and_outlet():
    one, other = two_dumps()
    elsewhere = next(url for n in range(40) if item(None, url=(url := f"https://o{n}.example/")).fold != one[0].fold)
    for url in (one[0].url, elsewhere):
        known = dump_examples([one, (item(other[0].text, url=url), other[1])])
        assert list(swapped(known, 0)) == []


@pytest.mark.parametrize(("write", "is_spaced"), [(uncased, True), (dense, False)])
def test_a_sentence_in_another_script(write, is_spaced):
    written = write("The Ferry left the harbour at 9.30 in the morning.")
    assert not any(letter.isupper() for letter in written)
    assert ("9.30" in written) is is_spaced
    assert written.count(" ") == (9 if is_spaced else 2)
    assert write("ferry") == write("Ferry")
    assert write("ferry") in written
    assert write("harbour") in written


@pytest.mark.parametrize("write", [uncased, dense])
def test_a_dump_in_another_script(write):
    known = next(dump_examples(two_dumps()))
    foreign = rewritten(known, write)
    assert [line.number for line in foreign.lines] == [line.number for line in known.lines]
    assert foreign.labels is known.labels
    assert foreign.sheet.own.shape == known.sheet.own.shape
    assert foreign.sheet.texts[1] == write(known.sheet.texts[1])
    assert (foreign.sheet.words / known.sheet.words).mean() == pytest.approx(1, abs=0.25)


def test_a_page_in_another_script_still_states_its_body(tmp_path):
    body = "".join(f"<p>{line}</p>" for line in POSTS[0])
    stated = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(POSTS[0])})
    page = f'<h1>Ferries</h1><script type="application/ld+json">{stated}</script><article>{body}</article>'
    (tmp_path / "page").write_bytes(gzip.compress(page.encode()))
    told = item("\n".join(POSTS[0]))
    (known,) = examples([replace(told, path=tmp_path / "page")])
    foreign = rewritten(known, dense)
    for one in (known, foreign):
        begins = ["".join(text[:60].split()) for text in one.sheet.texts]
        assert [begin in one.context.stated for begin in begins] == [False, *[True] * (len(begins) - 1)]


def test_where_rules_are_off_more_is_left_to_the_net():
    dumps = [found for _ in range(8) for found in two_dumps()]
    pools = elsewhere(dumps, dump_examples, 1)
    assert [len(pool) for pool in pools] == [len(dumps)] * 3
    known, weak = (sum(len(one.candidates) for one in pool) for pool in (dump_examples(dumps), pools[0]))
    assert weak > known
    assert not any(text.isascii() for one in pools[1] for text in one.sheet.texts if "ferry" in text)


def test_trees_are_stored_in_one_row():
    """A root with a leaf on its left and two below it on its right; then a tree that is one leaf. Each counts half."""
    trees = pytest.importorskip("training.trees", reason="needs lightgbm and torch")
    left, right = {"leaf_value": 2.0}, {"leaf_value": 3.0}
    below = {"split_feature": 7, "threshold": 1.5, "left_child": left, "right_child": right}
    root = {"split_feature": 4, "threshold": 0.5, "left_child": {"leaf_value": 1.0}, "right_child": below}
    found = {name: values.tolist() for name, values in trees.stored([root, {"leaf_value": 4.0}], 0.5).items()}
    assert found == {
        "feature": [4, -1, 7, -1, -1, -1],
        "value": [0.5, 0.5, 1.5, 1, 1.5, 2],
        "skip": [2, 0, 2, 0, 0, 0],
        "roots": [0, 5],
    }


def test_trees_see_the_lines_around():
    """Two columns of three lines of ten words, all in one container."""
    own, words = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 9.0]]), np.full(3, 10.0)
    order, groups = np.array([0, 1, 2, 0, 1, 2]), np.zeros((4, 3), np.intp)
    page = Sheet(np.arange(3), ("", "", ""), own, words, Places(groups, order, groups, groups + 3))
    seen = third(page, np.array([0.0, 1.0, 0.5]))
    assert seen[1, :10].tolist() == [3, 4, 1, 2, 5, 9, 0, 0, 0, 0]
    assert seen[0, :10].tolist() == [1, 2, 0, 0, 3, 4, 0, 0, 5, 9]
    assert seen[2, 10:18].tolist() == [3, 5] * 4, "means over three groups, and over the page"
    assert seen[2, 18:22] == pytest.approx([15 / 31] * 4), "share of the text that is article, in each group"
    assert seen[2, 26:28] == pytest.approx([10 / 16, 0]), "how much of the article stands before and after"
    assert seen[0, -34::2].tolist() == [0] * 9 + [1, 0.5] + [0] * 6, "scores of eight lines on each side"


def test_short_posts_of_long_ones():
    for _, text in shortened(dump_examples(two_dumps()), 1):
        lines = text.split("\n")
        assert 2 <= sum(line in POSTS[0] or line in POSTS[1] for line in lines) <= 8


def test_a_page_without_a_gold_is_taught_by_the_net_for_pages(tmp_path):
    for corpus in CORPORA:
        (tmp_path / corpus / "html").mkdir(parents=True)
        (tmp_path / corpus / "items.jsonl").touch()
    known = {"id": "ferry", "url": "https://ferry.example/1", "require": ["harbour"]}
    (tmp_path / "snippets" / "items.jsonl").write_text(json.dumps(known) + "\n")
    body = "".join(f"<p>{line}</p>" for line in POSTS[0])
    page = f"<nav>Skip to content</nav><h1>Ferries</h1><article>{body}</article><footer>All rights reserved</footer>"
    (tmp_path / "snippets" / "html" / "ferry.html.gz").write_bytes(gzip.compress(page.encode()))
    found = list(taught(tmp_path, Cleaner()))
    assert len(found) == 4
    for told, text in found:
        assert [line for line in told.text.split("\n") if line] == POSTS[0]
        assert all(line in text for line in POSTS[0])
    assert sum("All rights reserved" in text for _, text in found) >= 3


def test_cleaning_needs_no_torch():
    code = "import sys, cleaner; cleaner.clean('<p>One</p>', kind='html'); print('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
