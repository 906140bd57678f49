"""What every match of a pattern has in it: never too much, or a rule would miss its lines."""

import pytest

import cleaner.starts
from cleaner.matching import LineMatcher
from cleaner.needs import needs
from cleaner.starts import parsed


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("Image: .+", {"Image: "}),
        (".+ a photo of .+ by .+", {" a photo of "}),
        ("[Aa]ffiliate links?", {"ffiliate link"}),
        ("(?:Note|We) .*(?:earn|get) .*commissions?", {"commission"}),
        (".*(?:bought|paid for)", {"bought", "paid for"}),
        (".*(?:bought|o.+)", set()),
        ("(?=.*goat)(?!.*sheep).+", {"goat"}),
        ("(?:goat)?s.+", set()),
        ("(?:goat)+s.+", {"goat"}),
        ("(?>goat|sheep)s", {"goat", "sheep"}),
        (r"\d+ of", {" of"}),
        (r"\p{Lu}\. goat", {". goat"}),
        ("(?i:goat)s", set()),
        ("(?i)goats", set()),
        ("a|b", set()),
        ("(", set()),
    ],
)
def test_needs(pattern: str, found: set[str]) -> None:
    assert set(needs(pattern)) == found


@pytest.mark.parametrize("parser", [cleaner.starts.parser, None])
def test_a_line_without_them_is_not_matched_and_one_with_them_only_by_the_pattern(
    monkeypatch: pytest.MonkeyPatch, parser: object
) -> None:
    monkeypatch.setattr(cleaner.starts, "parser", parser)
    parsed.cache_clear()
    try:
        matcher = LineMatcher([(0, "(?=.*(?:goat|sheep)).{5,9}"), (1, "The .+")])
        texts = "The goat", "The sheep is here", "A sheep", "A cow", "The cow"
        assert [matcher.match(text) for text in texts] == [0, 1, 0, None, 1]
    finally:
        parsed.cache_clear()
