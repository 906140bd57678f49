"""Drafts of expectations: what the code makes of a page, marked so that it fails until a person has read it."""

from __future__ import annotations

import json
from pathlib import Path

from cleaner.engine import Cleaner
from cleaner.model import Cleaned
from cleaner.testing.golden import DRAFT, Case

_FIELDS = ("title", "authors", "published", "modified", "summary", "site", "section", "agencies", "language")
"""The metadata that a draft shows."""


def write_drafts(case: Case, cleaner: Cleaner) -> list[Path]:
    """Write those of a fixture's expected files that nobody has written, and say which.

    Raises:
        AssertionError: the fixture has no page. PluginError: a hook fails on it.
    """
    unwritten = case.unwritten
    if unwritten:
        url = _url(case, cleaner)
        result = cleaner.clean(case.page.read_bytes(), url=url)
        drafts = {".txt": f"{DRAFT}\n\n{result.text}\n", ".json": _facts(result, url)}
        for path in unwritten:
            path.write_text(drafts[path.suffix], encoding="utf-8")
    return unwritten


def _url(case: Case, cleaner: Cleaner) -> str | None:
    """The one that was told, unless the page is recognised without it."""
    told = None if any(path.suffix == ".json" for path in case.missing) else case.facts["url"]
    known = told and cleaner.clean(case.page.read_bytes()).profile == case.facts["profile"]
    return None if known else told


def _facts(result: Cleaned, url: str | None) -> str:
    facts = {
        "draft": DRAFT,
        "concern": "",
        "url": url,
        "profile": result.profile,
        "metadata": {field: getattr(result.metadata, field) or None for field in _FIELDS},
        "removed": [{"text": removal.line.text, "stage": removal.stage} for removal in result.removals],
    }
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"
