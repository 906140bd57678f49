"""What the scorer is trained and judged by: labels, folds, figures. Training itself needs torch and many pages."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from benchmarks.figures import Judged, figures, flat
from training.corpora import FOLDS, Item, site
from training.labels import label

FERRY = "The ferry left the harbour at nine and came back at noon with everybody on board"
BRIDGE = "The bridge was closed for repairs until the first week of the following spring"
FIGURES = Path(__file__).parent.parent / "training" / "figures.json"


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


def test_the_figures_are_in_the_repository():
    stored = json.loads(FIGURES.read_text())
    assert set(stored["figures"]) == {"outlets", "wcxb-articles", "snippets"}


def test_cleaning_needs_no_torch():
    code = "import sys, cleaner; cleaner.clean('<p>One</p>', kind='html'); print('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
