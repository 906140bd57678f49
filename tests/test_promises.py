"""The six promises, as properties, for each profile: see `cleaner.testing.Promises`.

More examples, other ones each time: `HYPOTHESIS_EXAMPLES=5000 pytest tests/test_promises.py`.
"""

import os
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaner import Cleaner, Extent, Fact, Mark, Plugin, Profile, Rule, hookimpl
from cleaner.testing import Promises, cases, drawn, pages

ROOT = Path(__file__).parents[1]
PROFILES = ("blog", "dw", "rferl")
PROMISES = ("subsequence", "accounting", "determinism", "do_no_harm", "monotone", "never_raise")
ASKED = int(os.environ.get("HYPOTHESIS_EXAMPLES", "0"))
ENGINE = Cleaner()

often = settings(
    max_examples=ASKED or 200,
    derandomize=not ASKED,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module", params=PROFILES)
def profile(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def promises(profile) -> Promises:
    return Promises(ENGINE, profile)


@pytest.fixture(scope="module")
def strategy(profile) -> st.SearchStrategy[str]:
    fixtures = [case.page.read_text(encoding="utf-8") for case in cases(ROOT / "fixtures" / profile)]
    return pages(ENGINE, profile, fixtures)


@pytest.mark.parametrize("name", PROMISES)
def test_promise(name, promises, strategy):
    holds = getattr(promises, name)
    often(given(strategy)(lambda page: holds(page)))()


def test_fixtures_keep_every_promise(profile, promises):
    for case in cases(ROOT / "fixtures" / profile):
        promises.check(case.page.read_text(encoding="utf-8"))


def test_determinism_in_threads(promises, strategy):
    promises.in_threads(drawn(strategy, 150))


def test_determinism_in_another_process(promises, strategy):
    promises.elsewhere(drawn(strategy, 150))


def test_never_raise_for_any_bytes(promises):
    often(given(st.binary(max_size=600))(lambda page: promises.never_raise(page)))()


def test_never_raise_for_any_text(promises):
    often(given(st.text(st.characters(codec=None)))(lambda page: promises.never_raise(page)))()


def test_never_raise_for_any_encoding(promises, strategy):
    encodings = st.sampled_from(
        ("utf-8", "utf-16", "utf-16-be", "cp1251", "shift_jis", "iso-2022-jp", "gb18030", "utf-7")
    )
    encoded = st.builds(lambda page, encoding: page.encode(encoding, "replace"), strategy, encodings)
    often(given(encoded)(lambda page: promises.never_raise(page)))()


def test_pages_are_drawn_from_what_the_profile_reacts_to(profile, strategy):
    """A strategy that touched nothing would keep every promise."""
    sample = drawn(strategy, 300)
    results = [ENGINE.clean(page, profile=profile) for page in sample]
    rules = {removal.by for result in results for removal in result.removals}
    assert len(rules) > 30
    assert any(by.partition("/")[2].startswith("remove_") for by in rules) or profile == "blog"
    assert any(result.metadata.title for result in results)
    assert sum(1 for result in results if result.text) > 100
    found = {ENGINE.clean(page).profile for page in sample}
    assert found >= {"blog", profile}
    assert sum(1 for page in sample if "<" in page) > 40
    assert len(set(sample)) > 150


# --- Monotone, also for plugins that know nothing of each other ------------------------------

FERRY = "The ferry left at nine and came back at noon."
Hooks = dict[str, Any]


def rule(stage: str = "navigation", **matcher: Any) -> Hooks:
    return {"rules": lambda: [Rule("rule", stage, **matcher)]}


def share(**extent: Any) -> Hooks:
    return rule(line="Share .+", sample="Share this", **extent)


def title(number: int) -> Hooks:
    return {"find_metadata": lambda page: [Fact("title", line.text, line) for line in page.lines[number : number + 1]]}


def below_own_rule(page):
    own = [number for number, by in page.claims.items() if by.startswith("second/")]
    return [Mark(line, "below a line that leaves") for number in own for line in page.lines[number + 1 : number + 2]]


def with_two(first: Hooks, second: Hooks) -> Cleaner:
    """A profile that runs both; what `second` removes alone must be gone there too."""
    plugins = []
    for name, hooks in (("first", first), ("second", second)):
        module = ModuleType(name)
        vars(module).update({hook: hookimpl(function) for hook, function in hooks.items()})
        plugins.append(Plugin(name, module))
    vars(plugins[0].module)["profiles"] = hookimpl(lambda: [Profile("blog", ("first", "second"))])
    return Cleaner(plugins)


PAIRS = {
    "titles": (title(0), title(1), f"One\n\nTwo\n\n{FERRY}"),
    "claims": (share(), share() | {"remove_captions": below_own_rule}, f"Share this\n\nOne\n\n{FERRY}"),
    "extents": (share(), share(extent=Extent.AFTER, given="End"), f"{FERRY}\n\nShare this\n\nOne\n\nEnd"),
    "inside": (
        rule(css=".toc", sample="<p class=toc>x"),
        rule(line="Share .+", sample="Share this", extent=Extent.AFTER, given="End"),
        f"<p>{FERRY}</p><div class=toc><p>Share this</p></div><p>One</p><p>End</p>",
    ),
    "prose": (
        rule(words=frozenset({"share"}), sample="<p class=share>x"),
        rule(css=".share-b", sample="<p class=share-b>x"),
        f"<div class=share-b><p>{FERRY * 20}</p></div><p>{FERRY}",
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_a_plugin_in_front_hides_nothing(name):
    first, second, page = PAIRS[name]
    Promises(with_two(first, second), "blog").monotone(page)
