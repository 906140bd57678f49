"""Pages that nobody would write: each gives its answer, with a status, and the text that can still be read.

Nothing here is timed: a page that hangs the library hangs this test.
"""

from itertools import pairwise
from pathlib import Path

import pytest

from cleaner import Cleaned, Cleaner

FOLDER = Path(__file__).parents[1] / "fixtures" / "hostile"
FILES = sorted(FOLDER.iterdir())
PROFILES = ("blog", "dw", "rferl")
ENGINE = Cleaner()

FERRY = "The ferry left at nine and came back at noon."
WIND = "The wind had turned."
RUSSIAN = "Паром ушёл в девять утра и вернулся к полудню, потому что ветер переменился. На причале никого не было."
JAPANESE = "灯台は毎晩光っている。渡し船は朝九時に出て、昼に戻ってきた。港には誰もいなかった。"


def clean(name: str) -> Cleaned:
    return ENGINE.clean((FOLDER / name).read_bytes(), kind="html" if name.endswith(".html") else "text")


def check(result: Cleaned) -> None:
    """What every result owes, whatever the page was."""
    assert result.status == ("ok" if result.text else "empty") or result.status.startswith("cut: ")
    result.text.encode()
    assert "\0" not in result.text
    gone = {removal.line.number for removal in result.removals}
    assert len(gone) == len(result.removals)
    kept = [line.text for line in result.lines if line.number not in gone]
    assert [line for line in result.text.split("\n") if line] == kept
    assert all(one.number + 1 == other.number for one, other in pairwise(result.lines))


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


# --- Small files ---------------------------------------------------------------------------


def test_the_files_are_there():
    assert len(FILES) >= 50
    assert max(path.stat().st_size for path in FILES) < 10_000


@pytest.mark.parametrize("profile", [None, *PROFILES])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_gives_a_result_whatever_it_is_taken_for(path: Path, profile: str | None):
    data = path.read_bytes()
    for kind in ("auto", "html", "text"):
        result = ENGINE.clean(data, profile=profile, kind=kind)
        check(result)
        again = ENGINE.clean(result.text, profile=profile, kind="text")
        assert again.text == result.text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_beginning_of_a_file_gives_a_result(path: Path):
    data = path.read_bytes()
    for end in range(0, len(data), max(1, len(data) // 40)):
        check(ENGINE.clean(data[:end]))


@pytest.mark.parametrize(
    "name",
    ["empty.html", "empty.txt", "whitespace.html", "whitespace.txt", "only-scripts.html", "doctype-only.html"],
)
def test_nothing_gives_nothing(name):
    result = clean(name)
    assert (result.text, result.status, result.lines) == ("", "empty", ())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("half-a-tag.html", [FERRY, WIND]),
        ("half-an-end-tag.html", [FERRY]),
        ("half-a-comment.html", [FERRY]),
        ("half-a-script.html", [FERRY]),
        ("nested-comments.html", [FERRY, "three -->", WIND]),
        ("conditional-comments.html", [FERRY, WIND]),
        ("two-bodies.html", [FERRY, WIND, "After."]),
        ("deep-json-ld.html", [FERRY]),
        ("odd-json-ld.html", [FERRY]),
        ("odd-meta.html", [FERRY]),
        ("xml.html", [FERRY]),
        ("utf-16-le-without-bom.html", [FERRY]),
        ("utf-16-be-without-bom.html", [FERRY]),
        ("declared-cp1251.html", [RUSSIAN]),
        ("declared-utf-8-is-cp1251.html", [RUSSIAN, RUSSIAN]),
        ("undeclared-cp1251.txt", [RUSSIAN, RUSSIAN, RUSSIAN]),
        ("declared-latin-1-is-utf-8.html", [RUSSIAN]),
        ("declared-utf-16-is-utf-8.html", [RUSSIAN]),
        ("declared-nonsense.html", [RUSSIAN]),
        ("utf-16-le-with-bom.html", [RUSSIAN]),
        ("utf-16-be-with-bom.html", [RUSSIAN]),
        ("utf-16-le-without-bom.txt", [RUSSIAN, RUSSIAN]),
        ("utf-32-with-bom.txt", [RUSSIAN]),
        ("declared-shift-jis.html", [JAPANESE]),
        ("declared-iso-2022-jp.html", [JAPANESE]),
        ("declared-euc-jp-is-shift-jis.html", [JAPANESE, JAPANESE]),
        ("declared-hex.html", ["Ä" + FERRY]),
        ("declared-undefined.html", ["Ä" + FERRY]),
        ("declared-idna.html", ["Ä" + FERRY]),
        ("nul.txt", ["The ferry left at nine\ufffd", "\ufffd", "and came back at noon."]),
        ("misnested.html", ["The ferry left at nine and came back", "at noon."]),
    ],
)
def test_what_can_be_read_is_read(name, expected):
    assert lines(clean(name).text) == expected


@pytest.mark.parametrize("name", ["truncated-multibyte.html", "truncated-multibyte.txt", "truncated-utf-16.html"])
def test_a_cut_character_costs_itself_alone(name):
    (line,) = lines(clean(name).text)
    assert line[:-1].startswith(RUSSIAN[:-5])
    assert line[-1] in ".\ufffd"


@pytest.mark.parametrize("name", ["lone-surrogates.html", "lone-surrogates.txt"])
def test_lone_surrogates_are_replaced(name):
    assert "\ufffd here" in clean(name).text
    assert "The ferry" in clean(name).text


def test_lone_surrogates_in_a_string():
    assert ENGINE.clean("half \ud83d\n\na pair").text == "half \ufffd\n\na pair"


def test_broken_entities_stay_as_a_browser_shows_them():
    first, second = lines(clean("broken-entities.html").text)
    assert first.startswith("&amp; &nosuch; &#; &#x; &#xZZ; \ufffd \ufffd \ufffd € ¬it; AT&T <p> é 21 &")
    assert second == "The ferry left."


def test_control_characters_break_no_line():
    assert lines(clean("control-characters.html").text)[-1] == "The wind had turned."


# --- Big ones, made here -------------------------------------------------------------------

PARAGRAPH = f"<p>{FERRY}</p>"


@pytest.mark.parametrize(
    "tag", ["div", "span", "b", "ul><li", "table><tr><td", "blockquote", "font", "section", "optgroup"]
)
def test_a_million_open_elements(tag):
    names = tag.count("<") + 1
    result = ENGINE.clean(f"{PARAGRAPH}{f'<{tag}>' * (1_000_000 // names)}{WIND}")
    check(result)
    assert result.status.startswith("cut: nesting deeper than")
    assert result.text.startswith(FERRY)
    assert any(WIND in line.text for line in result.lines)  # whether it is the article is another question


@pytest.mark.parametrize(
    "source",
    [
        PARAGRAPH + "<div>" * 900 + WIND + "</div>" * 900,
        PARAGRAPH + "<ul><li>" * 400 + WIND,
        PARAGRAPH + "<table><tr><td>" * 150 + WIND,
        PARAGRAPH + "<b><i>" * 300 + WIND,
        PARAGRAPH + "<p>" * 100_000 + WIND,
        PARAGRAPH + "<br>" * 100_000 + WIND,
        PARAGRAPH + "<option>" * 20_000 + WIND,
        PARAGRAPH + "<a>" * 100_000 + WIND,
        PARAGRAPH + "</div>" * 100_000 + f"<p>{WIND}",
    ],
    ids=["div", "list", "table", "formatting", "p", "br", "option", "a", "end-tags"],
)
def test_much_but_not_too_much_is_read_whole(source):
    result = ENGINE.clean(source)
    check(result)
    assert result.text.startswith(FERRY)
    assert not result.status.startswith("cut")


def test_deep_text_is_still_read_in_order():
    deep = "".join(f"<div><p>Line {number}</p>" for number in range(3_000))
    result = ENGINE.clean(deep)
    check(result)
    assert result.status.startswith("cut: ")
    assert [line.text for line in result.lines] == [f"Line {number}" for number in range(3_000)]


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_a_hundred_thousand_attributes(quote):
    many = " ".join(f"a{number}={quote}{number}{quote}" for number in range(100_000))
    result = ENGINE.clean(f"<div {many}>{PARAGRAPH}</div><p>{WIND}</p>")
    check(result)
    assert result.status.startswith("cut: the attributes")
    assert lines(result.text) == [FERRY, WIND]


def test_a_class_of_a_million_words():
    result = ENGINE.clean(f"<div class='{'word ' * 1_000_000}' id='{'x-' * 1_000_000}'>{PARAGRAPH}</div>")
    check(result)
    assert lines(result.text) == [FERRY]


@pytest.mark.parametrize("kind", ["text", "html"])
@pytest.mark.parametrize(
    "text",
    [
        "word " * 1_000_000,
        "x" * 5_000_000,
        "•" * 1_000_000,
        "1. " * 500_000,
        "date 2019-05-07 " * 100_000,
        "\0" * 1_000_000,
    ],
    ids=["words", "one-word", "bullets", "numbers", "dates", "nul"],
)
def test_one_huge_line(kind, text):
    check(ENGINE.clean(text, kind=kind))


@pytest.mark.parametrize("kind", ["text", "html"])
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    "line",
    [
        "a" * 399,
        "a " * 199,
        "(" * 399,
        "By " + "Jana Example, " * 28,
        "Image: " + "a/" * 190,
        "- " * 199,
        "June 7, 2021 " * 30,
        "Read more: " * 36,
        "0 " * 199,
        "\u0301" * 399,
        "An " * 130 + "\u200b",
        "https://" + "a." * 190,
        "Jana Example/" * 30,
        "Reply to " + "a " * 195,
    ],
    ids=lambda line: line[:14],
)
def test_lines_on_which_patterns_could_backtrack(kind, profile, line):
    page = f"{line}\n\n" * 40 + FERRY
    source = page if kind == "text" else "".join(f"<p>{one}</p>" for one in page.split("\n\n"))
    check(ENGINE.clean(source, profile=profile, kind=kind))


def test_a_button_to_reply_holds_two_names_at_most():
    """A third could begin at each word of the others: all ways to part a line would be tried."""
    (rule,) = [planned.rule for planned in ENGINE.plan("blog").rules if planned.rule.name == "comment-reply"]
    name = " to Jana Example of the office by the old pier"
    assert [rule.matches("Reply" + name * many) for many in (1, 2, 3, 4)] == [True, True, False, False]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_hundred_thousand_lines(profile):
    """Nothing may look at all lines for each line."""
    rules = [planned.rule for planned in ENGINE.plan(profile).rules if planned.rule.is_textual]
    samples = [rule.sample for rule in rules if len(rule.sample) < 60]
    mixed = [samples[number % len(samples)] if number % 3 else f"{FERRY} {number}" for number in range(100_000)]
    result = ENGINE.clean("\n\n".join(mixed), profile=profile, kind="text")
    check(result)
    assert len(result.lines) >= 100_000


def test_the_same_line_a_hundred_thousand_times():
    check(ENGINE.clean(f"{FERRY}\n" * 100_000))
    check(ENGINE.clean(PARAGRAPH * 100_000))


@pytest.mark.parametrize(
    "opening", ["<!--", "<script>", "<style>", "<p class='", "<![CDATA[", "<", "</", "&", "<a b=", "<!"]
)
def test_a_hundred_thousand_beginnings(opening):
    check(ENGINE.clean(PARAGRAPH + opening * 100_000))


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "<i></i>" * 100_000 + "<i class=share>x</i> a" * 100_000,
        "<button aria-expanded=false>a b</button>" * 100_000 + "<div>" + "<i>x</i>" * 100_000,
    ],
    ids=["phrases", "controls"],
)
def test_what_stands_around_each_of_a_hundred_thousand_elements(page):
    """Nothing is timed: to look at all of them for each would hang this test."""
    check(ENGINE.clean(f"<p>{FERRY}</p>{page}", kind="html"))
