"""What the matches of a pattern may begin with: never too little, or a rule would miss its lines."""

import pytest

import cleaner.starts
from cleaner.matching import LineMatcher
from cleaner.starts import DIGIT, starts


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("Image: .+", {"Image: "}),
        ("(?:Photo|Image) by .+", {"Photo by", "Image by"}),
        ("[Bb]y .+", {"By ", "by "}),
        ("(?:Dr )?Who", {"Dr Who", "Who"}),
        (r"\d+ comments", {DIGIT}),
        (".+ Image", set()),
        (r"\p{Lu}x", set()),
        ("(?i:by) x", set()),
        ("a*b", {"a", "b"}),
        ("(", set()),
    ],
)
def test_starts(pattern: str, found: set[str]) -> None:
    assert starts(pattern) == found


def test_without_the_parser_every_pattern_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaner.starts, "parser", None)
    starts.cache_clear()
    try:
        matcher = LineMatcher([(0, "Image: .+"), (1, r"\d+ comments")])
        assert (matcher.match("Image: A"), matcher.match("3 comments"), matcher.match("Text")) == (0, 1, None)
    finally:
        starts.cache_clear()
