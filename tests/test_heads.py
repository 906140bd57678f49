"""How a pattern begins as Python's own library knows it: never more than what each match begins with."""

import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st

from cleaner.heads import head
from cleaner.matching import LineMatcher
from cleaner.patterns import compiled


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"Written by \p{Lu}.+", "Written by "),
        (r"(?:Words|Text) by \p{Lu}\w+(?: and \p{Lu}\w+)?", "(?:Words|Text) by "),
        (r"\(?\d{1,3} (?:goat|sheep)s?\)? of (?:\p{Lu}|\d)", r"\(?\d{1,3} (?:goat|sheep)s?\)? of "),
        (r"[()|\]]{2,9}x(?!y)z*+\p{Lu}", r"[()|\]]{2,9}x(?!y)z*+"),
        (r"A goat here(?:s|\p{Lu})?", "A goat here"),
        (r"A goat heres?\p{Lu}", "A goat heres?"),
        (r"By \p{Lu}", ""),
        (r"A goat\w \p{Lu}", ""),
        (r"[a\w]goats goats\p{Lu}", ""),
        (r"(?i)A goat is here \p{Lu}", ""),
        (r"(?i:A goat) is here \p{Lu}", ""),
        (r"(A goat is here) \p{Lu}\1", "(A goat is here) "),
        (r"A goat is here|A \p{Lu}heep", ""),
        (r"A goat is here \p{Lu}|A sheep", ""),
        (r"A goat is here(?:\p{Lu}", "A goat is here"),
    ],
)
def test_head(pattern: str, found: str) -> None:
    assert head(pattern) == found


PIECES = {
    "(?:goat|sheep)s?": ["goat", "sheeps"],
    "(?:herd of )?": ["", "herd of "],
    "(?!no)[a-n]{1,4}": ["a", "lamb"],
    r"\d{1,2}": ["7", "42", "\u0663"],
    " ?[|(]": [" |", "("],
    "x*+": ["", "xx"],
    ".{0,9}": ["", "anything"],
    r"\w+": ["word", "\u0939\u093f"],
    r"\p{Lu}": ["K", "\u0416"],
    r"(?:\p{Lu}|-)": ["-", "Q"],
    r"\p{L}*+": ["", "\u0439a"],
}
"""Of patterns, each with texts that match it."""


@given(st.lists(st.sampled_from(sorted(PIECES)), min_size=1, max_size=6), st.data())
def test_a_line_is_matched_exactly_if_the_pattern_says_so(pieces: list[str], data: st.DataObject) -> None:
    pattern = "".join(pieces)
    assume(not regex.fullmatch(pattern, ""))
    text = "".join(data.draw(st.sampled_from(PIECES[piece])) for piece in pieces)
    cut = data.draw(st.integers(0, len(text)))
    for line in (text, text[:cut], text[cut:], text[:cut] + "G" + text[cut:]):
        expected = 0 if compiled(pattern).fullmatch(line) else None
        assert LineMatcher([(0, pattern)]).match(line) == (expected if line else None)


def test_a_line_that_begins_otherwise_is_not_matched_and_one_that_does_only_by_the_whole_pattern() -> None:
    matcher = LineMatcher([(0, r"(?:Words|Text) by \p{Lu}.+"), (1, "Text .+")])
    assert [matcher.match(text) for text in ("Text by Ann", "Text by hand", "Words by hand")] == [0, 1, None]
