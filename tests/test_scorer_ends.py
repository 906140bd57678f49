"""Where the article of a dump begins and ends."""

from cleaner import Line, Metadata, Page
from cleaner_blog import scorer
from cleaner_blog.ruleset import stages
from cleaner_blog.scorer import ends
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


def outside(page, scores=None):
    """The numbers of the lines that go; those with no score of their own look like nothing at all."""
    left = [line for line in page.lines if line.number not in page.claims]
    all_scores = [*(scores or ()), *[0.0] * (len(page.lines) - len(scores or ()))]
    return [line.number for line in ends.outside(page, left, left, all_scores, 0.9)]


def test_what_stands_above_the_headline_and_below_the_last_list_of_others():
    page = page_of(LINES, {4: "related-phrases", 7: "related-phrases"}, TITLE)
    assert outside(page) == [0, 1, 8]


def test_a_rule_for_what_stands_in_articles_ends_none():
    assert outside(page_of(LINES, {4: "read-on", 7: "advert-line"}, TITLE)) == [0, 1]


def test_most_of_the_text_is_never_outside():
    assert outside(page_of(["Home", "About", PROSE, PROSE, TITLE, PROSE], {0: "menu", 1: "menu"}, TITLE)) == []
    assert outside(page_of(["Home", PROSE, "3 comments", PROSE, PROSE], {0: "menu", 2: "comment-count"})) == []


def test_links_above_the_headline_of_a_page():
    lines = [Line(0, "Harbour Blog", links=1.0), Line(1, "Wells, a column", links=0.4), Line(2, TITLE), Line(3, PROSE)]
    lines[3] = lines[3]._replace(links=1.0)
    page = Page(None, tuple(lines))
    left = [lines[0], lines[1], lines[3]]

    def above(title, taken=2):
        stages = bytes(HEADLINE if number == taken else 0 for number in range(4))
        return [line.number for line in ends.links_above(page, left, Context(stages, title))]

    assert above(TITLE) == [0]
    assert above("Another title") == above(TITLE, taken=3) == above(TITLE, taken=9) == []


def test_a_title_that_no_line_says_begins_nothing():
    assert outside(page_of(LINES, {4: "related-phrases", 7: "share-phrases"}, "Wells")) == [8]


def test_few_lines_that_rules_take_and_pieces_of_sentences_prove_nothing():
    assert outside(page_of(LINES, {7: "related-phrases"})) == []
    texts = ["By", *LINES[3:7], "By", PROSE]
    assert outside(page_of(texts, {0: "author-phrases", 2: "read-on", 5: "author-phrases"})) == []


def test_outside_a_line_must_look_more_like_the_article():
    page = page_of(LINES, {4: "related-phrases", 7: "related-phrases"}, TITLE)
    left = [line for line in page.lines if line.number not in page.claims]
    scores = [0.1, 0.95, 0.9, 0.9, 0, 0.3, 0.6, 0, 0.6]
    assert {mark.line.number for mark in scorer.of_dump(page, left, scores)} == {0, 6, 8}, "6 stands above already"


def test_each_rule_that_stands_behind_an_article_is_there():
    assert set(stages()) >= ends._BEHIND


def test_the_headline_leaves_unless_it_looks_very_much_like_the_article():
    lines = tuple(Line(number, text) for number, text in enumerate([TITLE, PROSE, *"abcdef", TITLE]))
    page = Page(None, lines, metadata=Metadata(title=TITLE))
    scores = [0.3, *[0.9] * 7, 0.95]
    assert [(mark.line.number, mark.why) for mark in scorer.of_dump(page, lines, scores)] == [(0, "the headline")]


def test_the_title_is_said_in_capitals_and_with_a_marker_too():
    texts = [TITLE.upper(), f"# {TITLE}", f"»{TITLE}«", TITLE[:-1], f"{TITLE} again", "Wells"]
    lines = [Line(at, text, marker="#" if at == 1 else "") for at, text in enumerate(texts)]
    assert [line.number for line in ends.headlines(lines, TITLE)] == [0, 1, 2]
    assert not list(ends.headlines(lines, None))


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
