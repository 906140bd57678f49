"""Five dumps of one news story, kept beside the project, through the library and through the command line."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import cleaner
from cleaner.cli import main

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
NAMES = ("000", "001", "002", "003", "004")
PROFILES = {"001": "rferl", "002": "dw", "004": "blog"}
NEVER_GUESSED = ("title", "published", "url", "summary")

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the seeds are not there: {SEEDS}")


def read(name: str) -> str:
    return (SEEDS / f"{name}.txt").read_text(encoding="utf-8")


def expected(name: str) -> dict[str, Any]:
    return json.loads((SEEDS / "expected" / f"{name}.json").read_text(encoding="utf-8"))


def paragraphs(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n")]


def check_metadata(found: dict[str, Any], wanted: dict[str, Any]) -> None:
    wanted = {field: value for field, value in wanted.items() if field != "profile"}
    unnamed = [field for field in NEVER_GUESSED if field not in wanted and found[field] is not None]
    assert not unnamed, f"guessed: {[(field, found[field]) for field in unnamed]}"
    assert {field: found[field] for field in wanted} == wanted


@pytest.fixture(scope="module", params=NAMES)
def name(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def result(name) -> cleaner.Cleaned:
    return cleaner.clean(read(name))


def test_text(name, result):
    assert paragraphs(result.text) == paragraphs(expected(name)["text"])
    assert result.status == "ok"


def test_metadata(name, result):
    found = {field: getattr(result.metadata, field) for field in result.metadata.__dataclass_fields__}
    as_json = {field: list(value) if isinstance(value, tuple) else value for field, value in found.items()}
    check_metadata(as_json, expected(name)["metadata"])


def test_ledger(name, result):
    gone = {" ".join(removal.line.text.split()) for removal in result.removals}
    missing = [entry["text"] for entry in expected(name)["removed"] if " ".join(entry["text"].split()) not in gone]
    assert not missing


def test_profile(name, result):
    assert result.profile == PROFILES.get(name, "blog")


def test_clean_seeds_lose_nothing_but_the_prefix():
    for name in ("000", "003"):
        removals = cleaner.clean(read(name)).removals
        assert [removal.line.text[:5] for removal in removals] == ["date "]


def test_command_line_over_the_folder(tmp_path):
    done = CliRunner().invoke(main, ["run", str(SEEDS), "--exclude", "README*", "--out", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    for name in NAMES:
        text = (tmp_path / "out" / f"{name}.txt").read_text(encoding="utf-8")
        beside = json.loads((tmp_path / "out" / f"{name}.json").read_text(encoding="utf-8"))
        assert paragraphs(text) == paragraphs(expected(name)["text"])
        check_metadata(beside["metadata"], expected(name)["metadata"])
        assert beside["profile"] == PROFILES.get(name, "blog")
    assert {path.stem for path in (tmp_path / "out").iterdir()} == {*NAMES, "report"}
