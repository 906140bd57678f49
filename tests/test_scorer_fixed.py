"""Scores are the same everywhere: whole numbers, whatever the vectors of a processor hold."""

import random
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from test_build import build  # noqa: F401

import cleaner_blog.scorer.dumps
import cleaner_blog.scorer.pages
from cleaner import Box, Kind, Line
from cleaner.columns import Boxes, Columns
from cleaner_blog import scorer
from cleaner_blog.scorer import native
from cleaner_blog.scorer.context import STAGES, Context

WORDS = "The ferry left at nine, share this: read more | 渡し船 خرجت Menu 12 by Ann — “yes”! • Größe".split(" ")
TAGS, NAMES = ["div", "p", "ul", "article", "aside"], ["", "related", "teaser list", "content", "footer-links"]


@pytest.fixture(scope="module")
def plain(build, tmp_path_factory):  # noqa: F811
    """The library as a processor runs it that has no wide vectors."""
    whole, here = tmp_path_factory.mktemp("plain"), Path(native.__file__).parent
    root = here.parents[2]
    for source in (*here.glob("*.[ch]"), *(root / "cleaner").glob("*.h")):
        copy = whole / source.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, copy)
    here = whole / here.relative_to(root)
    build.compile_library(here / "scorer.c", "-DPLAIN")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(native, "__file__", str(here / "native.py"))
        return native.library.__wrapped__(), native.functions.__wrapped__()


def page(chance):
    """Lines of any words in any boxes, some of them taken."""
    boxes = [Box(-1, "body", "")]
    boxes += [Box(chance.randrange(n), chance.choice(TAGS), chance.choice(NAMES)) for n in range(1, 20)]
    many = chance.randrange(1, 90)
    lines = [
        Line(
            n,
            " ".join(chance.choices(WORDS, k=chance.randrange(1, 30))),
            chance.choice([*Kind]),
            box=chance.randrange(20),
        )
        for n in range(many)
    ]
    stages = bytes(chance.choice((0, 0, 0, STAGES.index("navigation"))) for _ in range(many))
    return Columns.of(lines), Boxes.of(boxes), Context(stages, "The ferry left")


def has_wide_vectors():
    found = Path("/proc/cpuinfo")
    return found.exists() and "avx2" in found.read_text()


@pytest.mark.skipif(not has_wide_vectors(), reason="this processor is not known to have wide vectors to compare with")
@pytest.mark.parametrize("weights", ["weights.npz", "dumps.npz"])
def test_wide_vectors_change_no_score(plain, monkeypatch, weights):
    def scores():
        with files("cleaner_blog.scorer").joinpath(weights).open("rb") as file:
            net, chance = scorer.load(file), random.Random(7)
        return [list(net(*page(chance))) for _ in range(50)]

    wide = scores()
    for module in (cleaner_blog.scorer.pages, cleaner_blog.scorer.dumps):
        monkeypatch.setattr(module, "library", lambda: plain[0])
        monkeypatch.setattr(module, "functions", lambda: plain[1])
    assert scores() == wide
    assert len({score for found in wide for score in found}) > 500, "they are not all the same"
