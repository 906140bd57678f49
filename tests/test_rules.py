"""Rules and profiles refuse what cannot work, on the line where it is written; matching finds the first rule."""

from typing import Any

import pytest
import regex

from cleaner import Extent, Profile, ProfileError, Rule, RuleError
from cleaner.matching import LineMatcher
from cleaner.patterns import alternatives, compiled
from cleaner.profiles import by_host, host_of, hosts
from cleaner.segment import segment_text
from cleaner.sieve import Texts, bodies


def rule(**changes: Any) -> Rule:
    return Rule(**{"name": "credit", "stage": "captions", "line": "Image: .+", "sample": "Image: A"} | changes)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": "Credit"}, "lower-case"),
        ({"stage": "caption"}, "unknown stage 'caption'"),
        ({"css": "p"}, "exactly one of"),
        ({"line": ""}, "exactly one of"),
        ({"line": "Image: (", "sample": "Image: ("}, "not a pattern"),
        ({"line": ".*"}, "matches an empty line"),
        ({"sample": ""}, "give a sample"),
        ({"sample": "Photo: A"}, "does not match its own sample"),
        ({"spares": "Image: B"}, "matches the line it must spare"),
        ({"extent": Extent.AFTER}, "go together"),
        ({"given": "More"}, "go together"),
        ({"line": "", "css": "p", "extent": Extent.AFTER, "given": "More"}, "can have an extent"),
        ({"line": "", "phrases": {"a"}}, "frozenset"),
        ({"line": "", "phrases": frozenset({"..."}), "sample": "..."}, "empty once ornament"),
        ({"line": "", "words": frozenset({1})}, "frozenset of strings"),
    ],
)
def test_a_broken_rule_is_refused_by_name(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(RuleError, match=message) as raised:
        rule(**changes)
    assert str(changes.get("name", "credit")) in str(raised.value)


def test_phrases_ignore_case_ornament_and_curly_apostrophes() -> None:
    phrases = rule(line="", phrases=frozenset({"Don't miss"}), sample="don't miss")
    assert phrases.matches("» DON\u2019T MISS …")
    assert not phrases.matches("Don't miss it")


def test_reason_is_the_why_or_the_matcher() -> None:
    assert rule().reason == "line: Image: .+"
    assert rule(why="photo credit").reason == "photo credit"
    assert rule(line="", phrases=frozenset({"x"}), sample="x").reason == "known phrase"
    assert rule(line="", words=frozenset({"b", "a"})).reason == "words: a, b"


class TestLineMatcher:
    def test_the_lowest_number_wins(self) -> None:
        matcher = LineMatcher([(3, "Image: .+"), (5, "Image: A")], [(4, ["image: a"]), (2, ["image: b"])])
        assert matcher.match("Image: A") == 3
        assert matcher.match("Image: B") == 2
        assert matcher.match("Photo: B") is None

    @pytest.mark.parametrize("text", ["A", "Al", "All", "Also by us"])
    def test_short_lines_and_prefixes(self, text: str) -> None:
        matcher = LineMatcher([(0, "A"), (1, "Al"), (2, "All"), (3, "Also .+")])
        assert matcher.match(text) == ["A", "Al", "All", "Also by us"].index(text)

    def test_patterns_spare_long_lines_and_phrases_do_not(self) -> None:
        long = "word " * 200
        matcher = LineMatcher([(0, "word.+")], [(1, [long])])
        assert matcher.match(long.strip()) == 1

    @pytest.mark.parametrize(
        ("text", "number"),
        [("XS", 0), ("XSL", None), ("We met", 1), ("Web", None), ("5 comments", 2), ("55 comets", None), ("Aé", 3)],
    )
    def test_short_starts_and_digits(self, text: str, number: int | None) -> None:
        matcher = LineMatcher([(0, "XS|MD"), (1, "We .+"), (2, r"\d{1,3} comments"), (3, r"A\p{Ll}")])
        assert matcher.match(text) == number

    def test_every_text_is_matched(self) -> None:
        matcher = LineMatcher([(0, "Image: .+")], [(1, ["home"])])
        assert matcher.match_all(Texts.of(["HOME", "Image: A", "Text", "Image: A"])) == {0: 1, 1: 0, 3: 0}

    @pytest.mark.parametrize(
        ("pattern", "parts"),
        [
            ("a|b c", ["a", "b c"]),
            ("(?:a|b)|c", ["(?:a|b)", "c"]),
            (r"a\|b|[|)(]c|[]|]d|[^]|]e", [r"a\|b", "[|)(]c", "[]|]d", "[^]|]e"]),
            ("a|", ["a|"]),
            (r"[\]|]x|y", [r"[\]|]x", "y"]),
            ("(?i)a|b", ["(?i)a|b"]),
            (r"(a)b\1|(c)d\2", [r"(a)b\1|(c)d\2"]),
            ("(?P<n>a|b)c(?P=n)|d", ["(?P<n>a|b)c(?P=n)|d"]),
            ("(?i:a)|b", ["(?i:a)", "b"]),
            (r"\(?(a)|\(?R\)|b", [r"\(?(a)", r"\(?R\)", "b"]),
        ],
    )
    def test_alternatives_are_filed_on_their_own(self, pattern: str, parts: list[str]) -> None:
        assert alternatives(pattern) == parts

    def test_a_group_that_is_never_given_back_is_matched_alike_by_every_python(self) -> None:
        """Before 3.11.5 Python's own library does not match it."""
        pattern = "(?:ab?c){0,3}+ad"
        assert isinstance(compiled(pattern), regex.Pattern)
        assert LineMatcher([(0, pattern)]).match("ad") == 0

    def test_flags_of_a_pattern_are_for_all_its_alternatives(self) -> None:
        assert LineMatcher([(0, "(?i)alpha|beta")]).match("BETA") == 0

    @pytest.mark.parametrize("spaces", [" \u00a0", "\u00a0 ", "\u202f "])
    def test_starts_that_differ_in_their_spaces_are_one(self, spaces: str) -> None:
        """The table of starts kept the last of them alone, and with the classes of a pattern that one was chance."""
        matcher = LineMatcher(enumerate(rf"May{space}\d, .+" for space in spaces))
        assert matcher.match("May 4, 2019") == spaces.index(" ")

    def test_list_markers_do_not_count(self) -> None:
        matcher = LineMatcher([(0, "Home")])
        found = segment_text("• Home\n1. Home\nHome\nHomes".encode())
        assert matcher.match_all(bodies(found)) == {0: 0, 1: 0, 2: 0}

    def test_many_patterns_may_take_each_of_many_lines(self) -> None:
        matcher = LineMatcher((number, f".*{number:03}") for number in range(200))
        assert matcher.match_all(Texts.of(["000 to 199"] * 1000)) == dict.fromkeys(range(1000), 199)


class TestProfile:
    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            ({"name": "The Times"}, "lower-case"),
            ({"plugins": ()}, "names no plugins"),
            ({"markup": ("<a>",)}, "tells no outlet from others"),
            ({"plugins": "blog"}, "plugins must be a tuple"),
            ({"hosts": ["a.org"]}, "hosts must be a tuple"),
            ({"fingerprints": ("(",)}, "not a pattern"),
        ],
    )
    def test_a_broken_profile_is_refused(self, changes: dict[str, Any], message: str) -> None:
        with pytest.raises(ProfileError, match=message):
            Profile(**{"name": "times", "plugins": ("blog",)} | changes)

    def test_the_longest_host_wins(self) -> None:
        profiles = [Profile("a", ("x",), hosts=("example.org",)), Profile("b", ("x",), hosts=("blog.example.org",))]
        known = hosts(profiles)
        assert by_host(known, "www.example.org") == "a"
        assert by_host(known, "de.blog.example.org") == "b"
        assert by_host(known, "notexample.org") is None
        assert by_host(known, "org") is None
        assert by_host(known, "") is None
        assert by_host(known, 1_000_000 * "a." + "example.org") is None

    @pytest.mark.parametrize(
        ("url", "host"),
        [
            ("https://WWW.Example.org:80/x", "www.example.org"),
            ("nonsense", ""),
            (None, ""),
            ("http://[bad", ""),
            ("http://a.org./", "a.org"),
        ],
    )
    def test_host(self, url: str | None, host: str) -> None:
        assert host_of(url) == host
