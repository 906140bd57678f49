"""Where the article of a dump begins and ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Line, Mark, Metadata, Page
from cleaner_blog import scorer
from cleaner_blog.ruleset import stages
from cleaner_blog.scorer import ends, judge
from cleaner_blog.scorer.context import HEADLINE, Context

TITLE = "Border village counts its wells"
PROSE = "The village has nineteen wells and, since the new fence, the use of four of them."
LINES = [
    "Weather",
    "Storms in the south",
    TITLE,
    PROSE,
    "Related articles",
    PROSE,
    PROSE,
    "Related articles",
    "Three more wells",
]
MENU = ["Home", "About", "Contact"]


def page_of(texts, claims, title=None):
    """A page with a menu below, whose lines rules take."""
    lines = tuple(Line(number, text) for number, text in enumerate((*texts, *MENU)))
    claims = claims | {len(texts) + at: "menu-button" for at in range(len(MENU))}
    return Page(None, lines, claims={at: f"blog/{rule}" for at, rule in claims.items()}, metadata=Metadata(title=title))


def judged(page, scores=()):
    """The marks on its lines that no rule takes. Those with no score of their own may be the article, within bounds."""
    states = bytearray(line.number not in page.claims for line in page.lines)
    titles = [line.number for line in ends.headlines(page.lines, page.metadata.title)]
    for number in titles:
        states[number] |= judge.SAYS_TITLE
    given = [*scores, *[0.5] * (len(page.lines) - len(scores))]
    return judge.of_dump(page, states, given, ends.bounds(page, titles[0] if titles else 0))


def outside(page, scores=()):
    """The numbers of the lines that go for standing outside the article."""
    return [
        mark.line.number for mark in judged(page, scores) if mark.why not in ("the headline", "stands above already")
    ]


def test_what_stands_above_the_headline_and_below_the_last_list_of_others():
    page = page_of(LINES, {4: "related-phrases", 7: "related-phrases"}, TITLE)
    assert outside(page) == [0, 1, 8]


def test_a_rule_for_what_stands_in_articles_ends_none():
    assert outside(page_of(LINES, {4: "read-on", 7: "advert-line"}, TITLE)) == [0, 1]


def test_most_of_the_text_is_never_outside():
    assert outside(page_of(["Home", "About", PROSE, PROSE, TITLE, PROSE], {0: "menu", 1: "menu"}, TITLE)) == []
    assert outside(page_of(["Home", PROSE, "3 comments", PROSE, PROSE], {0: "menu", 2: "comment-count"})) == []


def test_the_headline_of_a_page_says_its_title():
    page = Page(None, tuple(Line(number, text) for number, text in enumerate(["Harbour Blog", "Wells", TITLE, PROSE])))

    def headline(title, taken=2):
        return ends.headline_of(page, Context(bytes(HEADLINE if number == taken else 0 for number in range(4)), title))

    assert headline(TITLE) == 2
    assert headline("Another title") == headline(TITLE, taken=3) == headline(TITLE, taken=9) == 0


def test_a_title_that_no_line_says_begins_nothing():
    assert outside(page_of(LINES, {4: "related-phrases", 7: "share-phrases"}, "Wells")) == [8]


def test_few_lines_that_rules_take_and_pieces_of_sentences_prove_nothing():
    assert outside(page_of(LINES, {7: "related-phrases"})) == []
    texts = ["By", *LINES[3:7], "By", PROSE]
    assert outside(page_of(texts, {0: "author-phrases", 2: "read-on", 5: "author-phrases"})) == []


def test_outside_a_line_must_look_more_like_the_article():
    page = page_of(LINES, {4: "related-phrases", 7: "related-phrases"}, TITLE)
    scores = [0.1, 0.95, 0.9, 0.9, 0, 0.3, 0.6, 0, 0.6]
    assert [mark.line.number for mark in judged(page, scores)] == [0, 6, 8], "6 stands above already"


def test_each_rule_that_stands_behind_an_article_is_there():
    assert set(stages()) >= ends._BEHIND


def test_the_headline_leaves_unless_it_looks_very_much_like_the_article():
    lines = tuple(Line(number, text) for number, text in enumerate([TITLE, PROSE, *"abcdef", TITLE]))
    page = Page(None, lines, metadata=Metadata(title=TITLE))
    scores = [0.3, *[0.9] * 7, 0.95]
    assert [(mark.line.number, mark.why) for mark in judged(page, scores)] == [(0, "the headline")]
    marks = scorer.leftovers(page, lambda _: lambda *_: scores)
    assert marks == [Mark(lines[0], "the headline", 0.7)], "the same where its lines are looked for"


def test_the_title_is_said_in_capitals_and_with_a_marker_too():
    texts = [TITLE.upper(), f"# {TITLE}", f"»{TITLE}«", TITLE[:-1], f"{TITLE} again", "Wells"]
    lines = [Line(at, text, marker="#" if at == 1 else "") for at, text in enumerate(texts)]
    assert [line.number for line in ends.headlines(lines, TITLE)] == [0, 1, 2]
    assert not list(ends.headlines(lines, None))


@pytest.mark.parametrize(
    ("text", "marker", "may_be"),
    [
        (TITLE, "", True),
        (f"1. {TITLE.upper()}!", "1.", True),
        (f"1. {TITLE}", "", False),
        (TITLE.replace("wells", "walls"), "", False),
        (TITLE.replace("wells", "w\u00e9lls"), "", True),
        (f"{TITLE} »", "", True),
        (f"{TITLE} 2", "", False),
        (TITLE[:-1], "", False),
        (f"{TITLE} «««««««««", "", False),
    ],
)
def test_a_look_that_knows_ascii_alone_finds_lines_that_may_say_the_title(text, marker, may_be):
    page = Page(None, (Line(0, "Wells"), Line(1, text, marker=marker)), metadata=Metadata(title=TITLE))
    assert [line.number for line in ends.maybe_headlines(page, page.columns)] == [1] * may_be


TITLES = st.text("aB1é ß-“ſK", max_size=6)


@given(TITLES, TITLES)
def test_no_line_that_says_the_title_is_overlooked(title, text):
    page = Page(None, (Line(0, text),), metadata=Metadata(title=title))
    said, found = ends.headlines(page.lines, title), ends.maybe_headlines(page, page.columns)
    assert set(said) <= set(found)


TEASERS = [f"{PROSE} And the well of number {number} is dry." for number in range(2, 8)]


def test_behind_the_heading_of_a_list_all_goes_where_a_third_looks_like_no_article():
    page = page_of([TITLE, PROSE * 12, "More from Example Times", *TEASERS], {2: "read-lead"})
    page.claims[0] = "blog/posted"
    assert outside(page, [0, 1, 0, 0.3, 0.3, 1, 1, 1, 1]) == [3, 4, 5, 6, 7, 8]
    assert outside(page, [0, 1, 0, 0.3, 1, 1, 1, 1, 1]) == [3]


def test_behind_a_box_on_the_author_all_goes_where_most_looks_like_no_article():
    page = page_of([TITLE, PROSE * 12, "About the Author", *TEASERS], {2: "author-phrases"})
    page.claims[0] = "blog/posted"
    assert outside(page, [0, 1, 0, 0.3, 0.3, 0.3, 0.3, 0.3, 1]) == [3, 4, 5, 6, 7, 8]
    assert outside(page, [0, 1, 0, 0.3, 0.3, 1, 1, 1, 1]) == [3, 4]


def test_a_newsletter_may_be_asked_for_in_the_middle():
    page = page_of([TITLE, PROSE * 12, "Sign up", *TEASERS], {2: "newsletter-line"})
    page.claims[0] = "blog/posted"
    assert outside(page, [0, 1, 0, 0.3, 0.3, 0.3, 0.3, 0.3, 1]) == [3, 4, 5, 6, 7]
