"""The contract catches each of these hooks, says which promise it breaks, and shows a page that is short."""

from pathlib import Path
from typing import NamedTuple

import pytest

from cleaner import Cleaner, load_plugin
from cleaner.testing import BrokenPromise, contract
from cleaner.testing.shrink import shrunk

HEADER = """
import random
from cleaner import Mark, Profile, Rule, hookimpl

@hookimpl
def profiles():
    return [Profile("blog", ("paper", "other"))]
"""
OTHER = """
from cleaner import Rule, hookimpl

@hookimpl
def rules():
    return [Rule("share", "captions", line="Share .+", sample="Share this", spares="Shared memories.")]
"""


class Bad(NamedTuple):
    """A hook, the promise it breaks, and what is said of it."""

    code: str
    promise: str
    told: str
    lines: int = 2
    """Lines that a page must have to show it."""


BAD = {
    "position-based": Bad(
        "def remove_leftovers(page):\n    yield from (Mark(line, 'last') for line in page.kept()[-1:])",
        "promise 4, do no harm",
        "lost",
    ),
    "order-dependent": Bad(
        "def remove_leftovers(page):\n    shared = any(line.text.startswith('Share ') for line in page.kept())\n"
        "    return [Mark(line, 'below a share bar') for line in page.kept() if shared and 'noon' in line.text]",
        "promise 5, monotone",
        "with plugins other, paper stays what|with plugins paper, other stays what",
    ),
    "stateful": Bad(
        "SEEN = {}\ndef remove_leftovers(page):\n"
        "    return [Mark(line, 'seen') for line in page.lines if SEEN.setdefault(line.text, page) is not page]",
        "promise 3, determinism",
        "another result",
        1,
    ),
    "random": Bad(
        "def remove_leftovers(page):\n    return [Mark(x, 'chance') for x in page.lines if random.random() < 0.5]",
        "promise 3, determinism",
        "another result",
        1,
    ),
    "hash-order": Bad(
        "def remove_leftovers(page):\n    return [Mark(line, 'odd') for line in page.lines if hash(line.text) % 2]",
        "promise 3, determinism",
        "PYTHONHASHSEED",
        1,
    ),
    "raising": Bad(
        "def remove_leftovers(page):\n    return [1 / 0 for line in page.lines if 'noon' in line.text]",
        "promise 6, never raise",
        "ZeroDivisionError",
        1,
    ),
    "generator that never ends": Bad(
        "def remove_leftovers(page):\n    while any('noon' in line.text for line in page.lines):\n"
        "        yield Mark(page.lines[0], 'for ever')",
        "promise 6, never raise",
        "yielded more than",
        1,
    ),
    "marks out of range": Bad(
        "def remove_leftovers(page):\n"
        "    return [Mark(line._replace(number=line.number + 99), 'x') for line in page.lines if 'noon' in line.text]",
        "promise 6, never raise",
        "not on the page",
        1,
    ),
    "marks kept text twice": Bad(
        "def remove_leftovers(page):\n    return 2 * [Mark(line, 'x') for line in page.kept() if 'noon' in line.text]",
        "promise 2, accounting",
        "marks a line twice for the same reason: ",
        1,
    ),
    "mutates what it is given": Bad(
        "def remove_leftovers(page):\n    page.claims.clear()",
        "promise 2, accounting",
        "changes page.claims",
        1,
    ),
    "mutates the page": Bad(
        "def remove_leftovers(page):\n    page.lines = page.lines[:-1]",
        "promise 2, accounting",
        "changes page.lines",
        1,
    ),
}
EXAMPLE = (
    "The ferry left at nine.\n\nShare this page\n\nNobody was on board.\n\nIt came back at noon.\n\nThe dog slept."
)


def engine(folder: Path, hook: str) -> Cleaner:
    (folder / "paper.py").write_text(HEADER + hook.replace("def remove", "@hookimpl\ndef remove"))
    (folder / "other.py").write_text(OTHER)
    return Cleaner([load_plugin(folder / "paper.py"), load_plugin(folder / "other.py")])


@pytest.mark.parametrize("name", BAD)
def test_a_bad_hook_is_caught_on_a_short_page(name, tmp_path):
    bad = BAD[name]
    with pytest.raises(BrokenPromise, match=bad.told) as raised:
        contract(engine(tmp_path, bad.code), "blog", [EXAMPLE], count=30)
    assert raised.value.promise.startswith(bad.promise)
    assert str(raised.value).startswith(raised.value.promise)
    assert repr(raised.value.page) in str(raised.value)
    assert len([line for line in raised.value.page.splitlines() if line]) <= bad.lines


def test_a_good_plugin_keeps_the_contract(tmp_path):
    hook = "def remove_leftovers(page):\n    return [Mark(x, 'x') for x in page.kept() if x.text == 'The dog slept.']"
    contract(engine(tmp_path, hook), "blog", [EXAMPLE], count=10)


def test_shrinking():
    page = "\n".join(["one two three", *"abcdefgh", "two three four", *"ijkl"])
    asked = []

    def failing(pages):
        asked.extend(pages)
        return next((page for page in pages if "two" in page and "g" in page), None)

    found = shrunk(page, failing)
    assert sorted(found.split()) == ["g", "two"]
    assert page not in asked
    assert shrunk("", lambda pages: None) == ""
