"""What every match of a pattern has in it: never too much, or a rule would miss its lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner.starts
from cleaner.matching import LineMatcher
from cleaner.needs import needs
from cleaner.rules import LONGEST_MATCHED
from cleaner.starts import parsed


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("Image: .+", {"Image: "}),
        (".+ a photo of .+ by .+", {" a photo of ", " by "}),
        ("[Aa]ffiliate links?", {"ffiliate link"}),
        ("(?:Note|We) .*(?:earn|get) .*commissions?", {"commission", "earn", "get"}),
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
    assert {word for group in needs(pattern).words for word in group} == found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("Photo .+ by .+", (("Photo ",), (" by ",))),
        ("(?:Note|Disclosure): .*(?:earn|commission)", (("Disclosure", "Note"), ("commission", "earn"))),
        ("(?:goat|sheep) (?:goat|sheep)", (("goat", "sheep"),)),
    ],
)
def test_a_line_needs_a_word_of_each_group(pattern: str, found: tuple[tuple[str, ...], ...]) -> None:
    assert needs(pattern).words == found


@pytest.mark.parametrize(
    ("pattern", "least", "most"),
    [(r"\d{1,3} goats?", 6, 9), (r"\p{Lu}\p{Ll}{2}", 3, 3), ("(?i:by)(?=.*goat)", 2, 2), ("(?:a|bcd)é", 2, 4)],
)
def test_a_line_has_as_many_characters_as_a_match(pattern: str, least: int, most: int) -> None:
    assert needs(pattern)[:2] == (least, most)
    assert needs(pattern + ".*").most > LONGEST_MATCHED
    assert needs("(").most > LONGEST_MATCHED


WORDS = st.text("aZé\u00a0\u6e21\U0001f600 ", min_size=3, max_size=9)


@settings(deadline=None)  # the first call builds tables
@given(WORDS, st.text("aZé ", max_size=9), st.text("aZé ", max_size=9))
def test_no_line_is_lost_that_has_the_words(word: str, before: str, behind: str) -> None:
    assert LineMatcher([(0, f".*{word}.*")]).match(before + word + behind) == 0


@pytest.mark.parametrize("word", ["goat", "гора", "\u6e21\u3057\u8239", "\U0001f600 \U0001f600"])
@pytest.mark.parametrize("long", [0, 390])
def test_words_are_found_wherever_they_stand(word: str, long: int) -> None:
    matcher = LineMatcher([(0, f"[^x]*{word}[^x]*")])
    assert matcher.match("a" * long + word) == matcher.match(word + "a" * long) == 0
    assert matcher.match("a" * long + word[:-1]) is None


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
