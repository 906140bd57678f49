"""In which stage the lines of a page go, and which line of some rules is the last."""

import pytest

from cleaner import Kind, Line, Metadata, Page
from cleaner_blog.ruleset import stages as stages_of_rules
from cleaner_blog.scorer import claimed
from cleaner_blog.scorer.context import HEADLINE, STAGES

LINES = tuple(
    Line(number, text, kind)
    for number, (text, kind) in enumerate(
        [("The ferry", Kind.HEADING), ("By Ann", Kind.TEXT), ("The ferry", Kind.TEXT), ("Photo: Ann", Kind.TEXT)]
    )
)
CLAIMS = {3: "blog/picture-credit", 1: "other/anything"}


class Tree:
    """Stands for that of a page."""


def page_of(claims=CLAIMS, gone=(), tree=None):
    return Page(None, LINES, tree, claims, gone, Metadata(title="The ferry"))


def names(page):
    return [STAGES[stage] for stage in claimed.stages(page)]


def test_rules_go_in_their_stages_and_others_with_navigation():
    assert stages_of_rules()["blog/picture-credit"] == "captions"
    assert names(page_of()) == ["", "navigation", "", "captions"]


def test_of_what_hooks_took_the_headline_is_known_by_the_title_or_by_its_kind():
    headline = STAGES[HEADLINE]
    assert names(page_of(gone=[0, 1, 2])) == [headline, "navigation", headline, "captions"]
    assert names(page_of({}, gone={0: "", 2: "", 3: ""}, tree=Tree())) == [headline, "", "captions", "captions"]


def test_the_last_line_of_each_rule():
    claims = {3: "blog/a", 1: "blog/a", 0: "blog/b", 2: "blog/c"}
    assert claimed.last(page_of(claims), {"blog/a", "blog/b"}, 1) == {"blog/a": 3, "blog/b": 0}
    assert claimed.last(page_of(claims), {"blog/a"}, len("Photo: Ann") + 1) == {}
    assert claimed.last(page_of({}), {"blog/a"}, 1) == {}


@pytest.mark.parametrize("claims", [{4: "blog/a"}, {-1: "blog/a"}, {"1": "blog/a"}, {0: []}])
def test_what_is_no_claim_on_a_line_of_the_page_is_told(claims):
    for look in (claimed.stages, lambda page: claimed.last(page, {"blog/a"}, 1)):
        with pytest.raises((IndexError, TypeError)):
            look(page_of(claims))
