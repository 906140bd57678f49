"""Golden fixtures: a page, the text that must come out of it, and what must be known and gone.

A fixture is three files with one stem:

    skip-links--english-dump.txt             the page, `.html` or `.txt`
    skip-links--english-dump.expected.txt    the exact text that is left
    skip-links--english-dump.expected.json   what must be known, and what must be gone:

    {
      "concern": "The numbered skip links of the newer layout",
      "url": null,
      "profile": "paper",
      "metadata": {"title": "Harbor Keeper Counts Crabs Again", "summary": null},
      "removed": [{"text": "Skip to content", "stage": "navigation"}]
    }

`metadata` names the fields to compare, null for a field that must be empty; `stage` may be left out.
Write the expected files by hand, from reading the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaner.engine import Cleaner
from cleaner.errors import did_you_mean
from cleaner.model import FIELDS, Cleaned
from cleaner.segment import text_lines

DRAFT = "DRAFT, written by the code: compare it with the page, mend it, then take this line out"
"""What stands in a draft of an expected file; the fixture fails until it is gone."""
_PAGES = (".html", ".txt")
_EXPECTED = (".expected.txt", ".expected.json")
_KEYS: Mapping[str, tuple[tuple[type, ...], str]] = {
    "concern": ((str,), "a string"),
    "url": ((str, type(None)), "a string or null"),
    "profile": ((str,), "a string"),
    "metadata": ((dict,), "an object with fields of the metadata"),
    "removed": ((list,), "a list of objects, each with a text"),
}
"""Of an `.expected.json`, with what stands under each."""


@dataclass(frozen=True, slots=True)
class Case:
    """One fixture, named by its path without the ending."""

    stem: Path

    def __str__(self) -> str:
        return self.stem.name

    @property
    def page(self) -> Path:
        """The file with the page.

        Raises:
            AssertionError: there is none, or an HTML page and a dump share the stem.
        """
        found = [path for suffix in _PAGES if (path := _beside(self.stem, suffix)).is_file()]
        assert found, f"{self}: there are expected files but no page ({' or '.join(_PAGES)}) beside them"
        assert len(found) == 1, f"{self}: {found[0].name} and {found[1].name} share their expected files; rename one"
        return found[0]

    @property
    def is_html(self) -> bool:
        """Whether the page is HTML and not a dump."""
        return self.page.suffix == ".html"

    @property
    def text(self) -> str:
        """The text that must be left."""
        return self._expected(".expected.txt").removesuffix("\n")

    @property
    def facts(self) -> Mapping[str, Any]:
        """The `.expected.json`.

        Raises:
            AssertionError: it is missing, a draft, or not what it should be.
        """
        text = self._expected(".expected.json")
        with _naming(f"{self}.expected.json"):
            facts = _object(text)
            _check_keys(facts)
        return facts

    @property
    def missing(self) -> list[Path]:
        """The expected files that are not there."""
        return [path for ending in _EXPECTED if not (path := _beside(self.stem, ending)).is_file()]

    @property
    def unwritten(self) -> list[Path]:
        """The expected files that nobody has written: those missing, and facts as `cleaner new` leaves them."""
        path = _beside(self.stem, ".expected.json")
        with _naming(path.name):
            facts = _object(_text_of(path)) if path.is_file() else {}
        is_frame = facts.get("concern") == "" and facts.get("removed") == []
        return [*self.missing, *([path] if is_frame else [])]

    @property
    def is_draft(self) -> bool:
        """Whether an expected file still is what the code wrote."""
        found = [path for ending in _EXPECTED if (path := _beside(self.stem, ending)).is_file()]
        return any(DRAFT in path.read_text(encoding="utf-8", errors="replace") for path in found)

    def check(self, cleaner: Cleaner) -> None:
        """Clean the page, its profile not given but found, and compare everything.

        Raises:
            AssertionError: something differs, or a file is missing.
        """
        text, facts = self.text, self.facts
        result = cleaner.clean(self.page.read_bytes(), url=facts["url"])
        with _naming(f"{self}.expected.json"):
            assert result.profile == facts["profile"], f"profile: taken for {result.profile}, not {facts['profile']}"
        same_lines(result.text, text, f"{self}.expected.txt", _takers(result))
        assert result.text == text, f"{self}.expected.txt: blank lines differ:\n{result.text}"
        with _naming(f"{self}.expected.json"):
            check_metadata(result, facts["metadata"])
            check_removed(result, facts["removed"])

    def check_dump(self, cleaner: Cleaner, dump: str) -> None:
        """Clean a text dump of the HTML page, without its URL, and compare the body lines with the page's.

        The headline is no part of the body: a dump need not show which line it is. List markers differ.

        Raises:
            AssertionError: a line was lost or kept in the one and not in the other.
        """
        page = cleaner.clean(self.page.read_bytes(), url=self.facts["url"])
        result = cleaner.clean(dump, profile=self.facts["profile"], kind="text")
        title = page.metadata.title or ""
        same_lines(_body(result.text, title), _body(page.text, title), f"{self}, dump", _takers(result))

    def _expected(self, ending: str) -> str:
        path = _beside(self.stem, ending)
        assert path.is_file(), f"{path.name} is missing; write it by hand"
        with _naming(path.name):
            text = _text_of(path)
        assert DRAFT not in text, f"{path.name} is still a draft; {DRAFT}"
        return text


@contextmanager
def _naming(file: str) -> Iterator[None]:
    """Put the name of the file in front of what is wrong with it."""
    try:
        yield
    except AssertionError as wrong:
        raise AssertionError(f"{file}: {wrong}") from wrong.__cause__


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise AssertionError(f"not UTF-8: {error}") from error


def _object(text: str) -> dict[str, Any]:
    try:
        facts = json.loads(text)
    except ValueError as error:
        raise AssertionError(f"not JSON: {error}") from error
    assert isinstance(facts, dict), f"must be an object with the keys {', '.join(_KEYS)}, not {facts!r}"
    return facts


def _check_keys(facts: Mapping[str, Any]) -> None:
    for key in facts:
        hint = did_you_mean(key, _KEYS) or f"there must be {', '.join(_KEYS)}"
        assert key in _KEYS, f"there is no key {key!r}; {hint}"
    for key, (kinds, wanted) in _KEYS.items():
        assert key in facts, f"the key {key!r} is missing; it is {wanted}"
        assert isinstance(facts[key], kinds), f"{key} must be {wanted}, not {facts[key]!r}"
    for entry in facts["removed"]:
        fine = isinstance(entry, dict) and isinstance(entry.get("text"), str)
        assert fine, f"each entry of removed needs a text, unlike {entry!r}"


def cases(folder: str | Path) -> list[Case]:
    """Every fixture in a folder, sorted; a fixture of which only a part is there is one too, and fails.

    Raises:
        FileNotFoundError: there is no such folder.
    """
    paths = [path for path in Path(folder).iterdir() if path.is_file() and not path.name.startswith(".")]
    stems = {path.with_name(_stem(path.name)) for path in paths}
    return [Case(stem) for stem in sorted(stems)]


def check_metadata(result: Cleaned, expected: Mapping[str, Any]) -> None:
    """Compare the fields that `expected` names; None stands for a field that must be empty.

    Raises:
        AssertionError: a field differs.
    """
    for field, value in expected.items():
        hint = did_you_mean(field, FIELDS) or f"there are {', '.join(FIELDS)}"
        assert hasattr(result.metadata, field), f"there is no metadata field {field!r}; {hint}"
        found = getattr(result.metadata, field)
        found = list(found) if isinstance(found, tuple) else found
        assert (found or None) == (value or None), f"metadata.{field} is {found!r}, not {value!r}"


def check_removed(result: Cleaned, expected: Iterable[Mapping[str, str]]) -> None:
    """Look for each line in the ledger, under its stage where one is named; in an element's text, line by line.

    Raises:
        AssertionError: one is not there.
    """
    stages: dict[str, set[str]] = {}
    for removal in result.removals:
        for line in _shown(removal.line.text):
            stages.setdefault(line, set()).add(removal.stage)
    for entry in expected:
        for line in folded_lines(entry["text"]):
            assert line in stages, f"{line!r} is not in the ledger"
            stage = entry.get("stage")
            assert stage is None or stage in stages[line], f"{line!r} left in {stages[line]}, not in {stage}"


def _takers(result: Cleaned) -> Mapping[str, str]:
    """The lines that left, and who took each, and why."""
    return {
        line: f"{removal.by}: {removal.why}" for removal in result.removals for line in folded_lines(removal.line.text)
    }


def same_lines(found: str, expected: str, name: str, takers: Mapping[str, str]) -> None:
    """Compare two texts line by line, and say which lines are too many and which are missing, and who took those.

    Raises:
        AssertionError: they differ.
    """
    have, want = folded_lines(found), folded_lines(expected)
    extra = [line for line in have if line not in want]
    lost = [f"{line} ({takers[line]})" if line in takers else line for line in want if line not in have]
    told = "".join(f"\n+ {line}" for line in extra) + "".join(f"\n- {line}" for line in lost)
    assert have == want, f"{name}: lines should have left (+) or stayed (-):{told or ' their order or number differs'}"


def _body(text: str, title: str) -> str:
    lines = (line.body for line in text_lines(text))
    return "\n".join(line for line in lines if line != title)


def folded_lines(text: str) -> list[str]:
    """The lines of a text as they are compared: white space folded, none of them empty."""
    return [folded for line in text.splitlines() if (folded := " ".join(line.split()))]


def _shown(text: str) -> set[str]:
    """Every way in which a line of the ledger may be quoted: whole, by its lines, without list marker."""
    return {" ".join(text.split()), *folded_lines(text), *(line.body for line in text_lines(text))}


def _stem(name: str) -> str:
    for ending in (".expected.txt", ".expected.json", *_PAGES):
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def _beside(stem: Path, ending: str) -> Path:
    return stem.with_name(stem.name + ending)
