"""Golden pages of every profile, and real ones where they are at hand: pages and their text dumps."""

import gzip
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import regex
from resiliparse.extract.html2text import extract_plain_text

from cleaner import Cleaned, Cleaner
from cleaner.testing import Case, cases

ROOT = Path(__file__).parents[1]
PROFILES = ("blog", "dw", "rferl")
FEWEST = 8
ENGINE = Cleaner()
ALL = [case for profile in PROFILES for case in cases(ROOT / "fixtures" / profile)]
PAGES = [case for case in ALL if case.stem.with_name(case.stem.name + ".html").is_file()]
BY_MARKUP_ALONE = "boxes-"
"""What the name of a page begins with whose boilerplate no dump of it can show."""

REAL = ROOT.parent / "shared" / "corpora" / "profiles"
needs_real = pytest.mark.skipif(not REAL.is_dir(), reason=f"the real pages are not there: {REAL}")


@pytest.mark.parametrize("case", ALL, ids=str)
def test_fixture(case: Case):
    case.check(ENGINE)


@pytest.mark.parametrize("alt_texts", [True, False], ids=["alt-texts", "no-alt-texts"])
@pytest.mark.parametrize("case", [case for case in PAGES if not str(case).startswith(BY_MARKUP_ALONE)], ids=str)
def test_page_and_its_dump_agree(case: Case, alt_texts: bool):
    html = case.page.read_text(encoding="utf-8")
    case.check_dump(ENGINE, extract_plain_text(html, main_content=False, alt_texts=alt_texts))


@pytest.mark.parametrize("profile", PROFILES)
def test_there_are_enough(profile):
    found = [case for case in ALL if case.stem.parent.name == profile]
    assert len(found) >= FEWEST
    assert {case.is_html for case in found} == {True, False}, "pages and dumps, both"
    assert any(case.facts["url"] is None for case in found if not case.is_html), "a dump without URL"


@pytest.mark.parametrize("case", ALL, ids=str)
def test_fixture_is_named_by_its_concern_and_lies_with_its_profile(case: Case):
    assert regex.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*--[a-z0-9]+(-[a-z0-9]+)*", str(case))
    assert case.facts["concern"]
    assert case.facts["profile"] == case.stem.parent.name


SEEDED = """
import sys
from pathlib import Path
from cleaner import Cleaner

engine = Cleaner()
for path in sys.argv[1:]:
    found = engine.clean(Path(path).read_bytes())
    print(found.profile, found.metadata, found.removals, found.text.encode())
"""


def test_the_seed_of_hashes_decides_nothing():
    """A table that was filled from a set once let chance decide which rule a line was tried with."""
    sources = [str(case.page) for case in ALL]
    printed = {
        subprocess.run(
            [sys.executable, "-c", SEEDED, *sources],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "3")
    }
    assert len(printed) == 1


# --- Real pages ---------------------------------------------------------------------------


def items() -> dict[str, dict[str, Any]]:
    lines = (REAL / "items.jsonl").read_text(encoding="utf-8").splitlines() if REAL.is_dir() else []
    return {item["id"]: item for item in map(json.loads, lines)}


def dump(name: str) -> str:
    with gzip.open(REAL / "dumps" / "resiliparse.jsonl.gz", "rt", encoding="utf-8") as lines:
        return next(item["text"] for item in map(json.loads, lines) if item["id"] == name)


def page(name: str) -> bytes:
    return gzip.decompress((REAL / "html" / f"{name}.html.gz").read_bytes())


def f1(found: str, gold: str) -> float:
    """Of the bags of lower-cased words."""
    one, other = (Counter(regex.findall(r"\w+", text.lower())) for text in (found, gold))
    return 2 * (one & other).total() / (one.total() + other.total())


def clean(item: dict[str, Any], source: str) -> Cleaned:
    if source == "dump":
        return ENGINE.clean(dump(item["id"]))
    return ENGINE.clean(page(item["id"]), url=item["url"])


@needs_real
@pytest.mark.parametrize("source", ["html", "dump"])
def test_real_page_of_the_newer_layout(source):
    item = items()["DW_2023_06_13"]
    result = clean(item, source)
    assert result.profile == "dw"
    assert f1(result.text, item["text"]) >= 0.99
    assert result.metadata.title == item["title"].strip()
    # The dump shows how many hours ago it was published, not when.
    assert (result.metadata.published or "")[:10] == (item["date"] if source == "html" else "")


@needs_real
@pytest.mark.parametrize("name", [name for name, item in items().items() if item.get("require")])
def test_real_page_keeps_what_it_must_and_loses_what_it_must_not_keep(name):
    item = items()[name]
    text = clean(item, "html").text.lower()
    assert [snippet for snippet in item["require"] if snippet.lower() not in text] == []
    assert [snippet for snippet in item["forbid"] if snippet.lower() in text] == []


@needs_real
def test_real_fact_check():
    (item,) = (item for item in items().values() if "polygraph" in item["url"])
    result = clean(item, "html")
    assert result.profile == "rferl"
    assert f1(result.text, item["text"]) >= 0.97
