"""What readers wrote under an article, known by the lines between."""

import pytest

from cleaner import Line, Metadata, Page
from cleaner_blog.threads import threads

PROSE = "The ferry left the harbour at nine in the morning, and by noon it had come back with everybody on board."
COMMENTS = [
    ("Ada Gull", "May 4, 2019, 9:46 pm", "I was on board, and it was cold."),
    ("Mia Kettle", "May 5, 2019, 7:02 am", "My uncle missed it by a minute."),
    ("Jo Pan", "May 5, 2019, 8:15 am", "He always does."),
]


def page_of(heading: str, comments: list[tuple[str, str, str]]) -> Page:
    """An article, a line that this rule takes, and comments whose dates a rule knows."""
    texts = [PROSE, PROSE, "3 comments", *(text for comment in comments for text in comment)]
    dates = {4 + 3 * number: "blog/date-line" for number in range(len(comments))}
    return Page(None, tuple(Line(at, text) for at, text in enumerate(texts)), claims={2: heading, **dates})


@pytest.mark.parametrize("heading", ["blog/comment-count", "blog/comment-form"])
def test_names_over_times_under_the_heading_of_a_thread(heading):
    gone = [mark.line.text for mark in threads(page_of(heading, COMMENTS))]
    assert gone == ["Ada Gull", COMMENTS[0][2], "Mia Kettle", COMMENTS[1][2]], "nobody knows where the last one ends"


def test_a_live_blog_has_names_and_times_but_no_such_heading():
    assert not list(threads(page_of("blog/share-phrases", COMMENTS)))


def test_days_without_times_are_no_comments():
    days = [(name, date.rpartition(",")[0], text) for name, date, text in COMMENTS]
    assert not list(threads(page_of("blog/comment-count", days)))


def test_the_day_and_month_of_a_date_are_no_time():
    days = [(name, f"0{number}.05.2019 | Leserin", text) for number, (name, _, text) in enumerate(COMMENTS, 1)]
    assert not list(threads(page_of("blog/comment-count", days)))


def test_two_names_are_no_thread():
    assert not list(threads(page_of("blog/comment-count", COMMENTS[:2])))


@pytest.mark.parametrize(
    "signatures",
    [
        ["Ada GullMay 4, 2019 at 9:46 PM", "Mia KettleMay 5, 2019 at 7:02 AM", "AnonymousMay 5, 2019 at 8:15 AM"],
        ["Ada Gull on May 4, 2019 at 21:46", "Mia Kettle on May 5, 2019 at 7:02", "Jo Pan on May 5, 2019 at 8:15"],
        ["ada_gull: 4. Mai 2019 um 21:46 Uhr", "Mia Kettle: 5. Mai 2019 um 7:02 Uhr", "Jo: 5. Mai 2019 um 8:15 Uhr"],
        ["Ада Чайка 4 мая 2019 в 21:46", "Мия Котел 5 мая 2019 в 7:02", "Йо Пан • 2019-05-05 8:15"],
    ],
)
def test_who_wrote_and_when_on_one_line(signatures):
    texts = [PROSE, PROSE, "3 comments", *(text for signature in signatures for text in (signature, PROSE * 40))]
    page = Page(None, tuple(Line(at, text) for at, text in enumerate(texts)), claims={2: "blog/comment-count"})
    assert [mark.line.number for mark in threads(page)] == [3, 4, 5, 6]


def page_with_menu(prose: str, title: str | None = None) -> Page:
    """A word of the menu that is also one of comment forms, an article, and two comments with their links."""
    texts = ["E-mail", "Of the ferry", *[prose] * 3, "I was on board.", "Reply", "He always does.", "Reply"]
    claims = {0: "blog/comment-form", 6: "blog/comment-reply", 8: "blog/comment-reply"}
    lines = tuple(Line(at, text) for at, text in enumerate(texts))
    return Page(None, lines, claims=claims, metadata=Metadata(title=title))


def test_no_thread_begins_above_the_headline():
    gone = [mark.line.text for mark in threads(page_with_menu(PROSE, "Of the ferry"))]
    assert gone == ["He always does."]


def test_a_sign_of_chinese_counts_for_what_it_says():
    article = "渡轮上午九点离开港口，到中午时已载着所有人返回，只有一位老人没有赶上。" * 5
    assert len(article) * 3 < 1500, "short enough for a comment, were it English"
    assert [mark.line.text for mark in threads(page_with_menu(article))] == ["He always does."]
