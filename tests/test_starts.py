"""What the matches of a pattern may begin with: never too little, or a rule would miss its lines."""

import pytest

import cleaner.starts
from cleaner.matching import LineMatcher
from cleaner.starts import parsed, starts


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("Image: .+", {"Image:"}),
        ("By: .+", {"By: "}),
        ("(?:Photo|Image) by .+", {"Photo ", "Image "}),
        ("[Bb]y .+", {"By ", "by "}),
        ("(?:Dr )?Who", {"Dr Who", "Who\n"}),
        (r"\d+ comments", {"\x01 comm"}),
        (r"1[26]\+", {"\x01+\n"}),
        (r"\d{1,2}[5x]7y", {"\x01y\n", "\x01x7y\n"}),
        (r"\d\d", {"\x01\n"}),
        (r"[\d.]+x", set()),
        (r"No\. \d+", {"No. "}),
        ("a[bcdefghijklmnopqr]s", {"a"}),
        (".+ Image", set()),
        (r"\p{Lu}x", set()),
        ("(?i:by) x", set()),
        ("a*b", {"a", "b\n"}),
        ("(", set()),
    ],
)
def test_starts(pattern: str, found: set[str]) -> None:
    assert starts(pattern) == found


@pytest.mark.parametrize("text", ["7 x", "12 x", "123 x", "\u0663\u0664 x", "16x9", "1"])
def test_digits_in_front_count_as_one(text: str) -> None:
    matcher = LineMatcher([(0, r"\d{1,3} x"), (1, "16x9"), (2, r"\d")])
    assert matcher.match(text) == {"16x9": 1, "1": 2}.get(text, 0)


def test_without_the_parser_every_pattern_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaner.starts, "parser", None)
    parsed.cache_clear()
    try:
        matcher = LineMatcher([(0, "Image: .+"), (1, r"\d+ comments")])
        assert (matcher.match("Image: A"), matcher.match("3 comments"), matcher.match("Text")) == (0, 1, None)
    finally:
        parsed.cache_clear()
