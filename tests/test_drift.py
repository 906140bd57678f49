"""A redesign is noticed, and chance is not taken for one."""

import random
from dataclasses import dataclass
from math import comb

import pytest

from cleaner import Cleaner
from cleaner.report import Report, Tally, drift, drift_json, drift_sheet, tally
from cleaner.report.chance import Counts, threshold

# --- Chance -------------------------------------------------------------------


def test_chance_of_a_difference():
    assert Counts(0, 4, 4, 4).chance() == pytest.approx(2 / 70)  # one of the 70 ways to deal four of eight, twice
    assert Counts(4, 4, 0, 4).chance() == pytest.approx(2 / 70)
    assert Counts(1, 4, 3, 4).chance() == pytest.approx(2 * 17 / 70)  # 4 * 4 ways to have three, 1 to have four
    assert Counts(3, 10, 3, 10).chance() == 1
    assert Counts(0, 10, 0, 10).chance() == 1
    assert Counts(10, 10, 5, 5).chance() == 1


@pytest.mark.parametrize("having", range(12))
def test_chance_is_no_more_often_small_than_it_says(having):
    """Of all ways to deal eleven pages, chance calls at most the share `level` as rare as `level`."""
    dealt = [(having - new, new) for new in range(6) if 0 <= having - new <= 6]
    ways = [(Counts(old, 6, new, 5).chance(), comb(6, old) * comb(5, new)) for old, new in dealt]
    assert sum(number for _, number in ways) == comb(11, having)
    for level in (0.01, 0.05, 0.2, 0.5):
        assert sum(number for chance, number in ways if chance <= level) <= level * comb(11, having)


def test_chance_in_large_samples():
    assert Counts(0, 40, 40, 40).chance() < 1e-20
    assert Counts(500_000, 1_000_000, 500_100, 1_000_000).chance() > 0.8  # a seventh of a standard deviation
    assert Counts(500_000, 1_000_000, 507_000, 1_000_000).chance() < 1e-20  # ten
    assert Counts(0, 1_000_000, 1_000_000, 1_000_000).chance() == 0


def test_least_chance():
    assert Counts(2, 4, 2, 4).least_chance() == pytest.approx(2 / 70)
    assert Counts(1, 4, 0, 4).least_chance() == 1
    assert Counts(4, 4, 4, 4).least_chance() == 1


def test_threshold():
    assert threshold([], 0.01) == 0.01
    assert threshold([0.005, 0.5, 0.5], 0.01) == 0.01  # one alone can be significant: nothing to correct for
    assert threshold([0.004, 0.004, 0.5], 0.01) == 0.005
    assert threshold([0.0] * 50, 0.01) == pytest.approx(0.0002)


# --- An outlet, before and after its redesign --------------------------------

HOST = "harbour-post.example"
_NOUNS = "ferry crane bridge market school tram tower garden council quarry lighthouse orchard depot canal".split()
_VERBS = "opens closes waits moves returns stays rests turns grows shrinks".split()
_PLACES = "by the river,near the old mill,behind the station,in the upper town,at the north gate".split(",")
_NAMES = "Ada Holm,Ben Rask,Cleo Marsh,Dan Ferry,Eva Quay".split(",")


@dataclass(frozen=True)
class Story:
    """What a page is about; the layout does not matter to it."""

    number: int
    title: str
    author: str
    paragraphs: tuple[str, ...]


def story(number: int) -> Story:
    dice = random.Random(number)

    def sentence() -> str:
        thing, other = dice.sample(_NOUNS, 2)
        return (
            f"The {thing} {dice.choice(_VERBS)} {dice.choice(_PLACES)}, and nobody has yet asked the {other} about it."
        )

    paragraphs = tuple(" ".join(sentence() for _ in range(dice.randint(2, 5))) for _ in range(dice.randint(3, 9)))
    title = f"The {dice.choice(_NOUNS)} {dice.choice(_VERBS)} {dice.choice(_PLACES)}".title()
    return Story(number, title, dice.choice(_NAMES), paragraphs)


_SOMETIMES = (
    '<aside class="related-posts"><a href=/x>More from the harbour</a></aside>',
    '<div class="newsletter-signup">Sign up for our newsletter</div>',
    '<div class="author-box">Writes about the sea</div>',
    '<nav class="breadcrumbs"><a href=/>Home</a> <a href=/news>News</a></nav>',
    '<section id="comments"><p>Nice crane!</p></section>',
    "<p>This story has been corrected.</p>",
    "<p>Tide tables are on page two.</p>",
    '<p class="tags">Tags: <a href=/t>tides</a></p>',
)
"""What stands on about half of the pages, whatever they are about."""


def before(told: Story) -> str:
    dice = random.Random(-1 - told.number)
    body = "".join(f"<p>{paragraph}</p>" for paragraph in told.paragraphs)
    extra = "".join(box for box in _SOMETIMES if dice.random() < 0.5)
    return f"""<html lang=en><head><title>{told.title}</title><meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2026-03-{told.number % 28 + 1:02}T08:{told.number % 60:02}:00+01:00">
<meta name="author" content="{told.author}"></head><body>
<header class="site-header"><nav class="menu"><a href=/>Home</a> <a href=/news>News</a></nav></header>
<article class="post"><h1>{told.title}</h1><div class="share-buttons"><a href=#>Share</a> <a href=#>Mail</a></div>
<div class="entry-content">{body}</div></article>{extra}
<footer class="site-footer">Harbour Post, all rights reserved</footer></body></html>"""


TIDES = "Our tide table is now a page of its own, and it is free."


def after(told: Story) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in told.paragraphs)
    return f"""<html lang=en><head><title>{told.title}</title><meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2026-04-{told.number % 28 + 1:02}"></head><body>
<div class="top-x1"><a href=/>Home</a> <a href=/news>News</a></div>
<main><h1>{told.title}</h1><div class="c-7f"><p>{TIDES}</p>{body}</div></main>
<div class="b-9k">Harbour Post, all rights reserved</div></body></html>"""


@pytest.fixture(scope="module")
def engine() -> Cleaner:
    return Cleaner()


def tallies(engine, layout, numbers) -> list[Tally]:
    url = f"https://{HOST}/story"
    return [tally(engine.clean(layout(story(number)), url=url), url) for number in numbers]


def report(counted) -> Report:
    total = Report()
    for one in counted:
        total.add(one)
    return total


@pytest.fixture(scope="module")
def found(engine):
    old, new = tallies(engine, before, range(40)), tallies(engine, after, range(40, 80))
    return drift(report(old), report(new))


def test_a_redesign_is_noticed(found):
    assert found.moved == found.compared == (HOST,)
    changes = {(change.verdict, change.what) for change in found.changes}
    assert ("field gone", "authors") in changes
    assert ("shape gone", "published: time and zone") in changes
    assert ("shape more often", "published: day") in changes
    assert ("line newly common", TIDES) in changes
    assert {what for verdict, what in changes if verdict == "rule gone silent"} >= {
        "blog/site-header",
        "blog/site-footer",
    }


def test_what_stayed_is_not_named(found):
    named = {change.what.partition(":")[0] for change in found.changes}
    assert named.isdisjoint({"title", "site", "language", "empty"})


def test_the_redesign_as_json_and_as_a_sheet(found):
    data = drift_json(found)
    assert data["moved"] == (HOST,)
    (authors,) = [change for change in data["changes"] if change["what"] == "authors"]
    assert {name: authors[name] for name in ("outlet", "verdict", "old", "old_pages", "new", "new_pages")} == {
        "outlet": HOST,
        "verdict": "field gone",
        "old": 40,
        "old_pages": 40,
        "new": 0,
        "new_pages": 40,
    }
    (row,) = [row for row in drift_sheet(found).rows if row[-1] == "authors"]
    assert row[:4] == (HOST, "field gone", "100%", "0%")


def test_two_samples_of_one_layout_are_not_told_apart(engine):
    """In 100 random splits: none at the level that is the default, and at 1 % no more than the one that it allows."""
    pages = tallies(engine, before, range(80))
    dice = random.Random(20260322)
    alarms = lax = careless = 0
    for _ in range(100):
        dice.shuffle(pages)
        old, new = report(pages[:40]), report(pages[40:])
        alarms += bool(drift(old, new).moved)
        lax += bool(drift(old, new, level=0.01).moved)
        careless += uncorrected(old, new)
    assert alarms == 0
    assert lax <= 1
    assert careless > 5  # without the correction there would be alarms: the splits do differ


def uncorrected(old: Report, new: Report, level: float = 0.05) -> bool:
    """Whether any single comparison looks significant, as people use the word."""
    groups = old.outlets[HOST], new.outlets[HOST]
    sections = ("rules", "kept", "short lines", "fields")
    return any(
        Counts(groups[0][section][what], 40, groups[1][section][what], 40).chance() <= level
        for section in sections
        for what in groups[0][section] | groups[1][section]
    )


# --- Other outlets ------------------------------------------------------------


def made(outlet: str, pages: int, **sections) -> Report:
    total = Report()
    for number in range(pages):
        sums = {
            section: {what: 1 for what, many in having.items() if number < many} for section, having in sections.items()
        }
        total.add(Tally("blog", outlet, {"counts": {"pages": 1}, **sums}))
    return total


def test_a_rule_that_took_something_on_few_pages_goes_silent():
    old, new = made("a.example", 400, rules={"blog/rare": 30}), made("a.example", 400)
    (change,) = drift(old, new).changes
    assert (change.verdict, change.what, change.old, change.new) == ("rule gone silent", "blog/rare", 0.075, 0)


def test_a_small_shift_on_very_many_pages_is_no_layout():
    old = made("a.example", 4000, rules={"blog/share": 1000}, fields={"authors": 2000})
    new = made("a.example", 4000, rules={"blog/share": 1300}, fields={"authors": 1700})
    assert drift(old, new).changes == ()
    assert drift(old, made("a.example", 4000, rules={"blog/share": 1500}, fields={"authors": 2000})).moved


def test_a_shape_is_counted_among_the_pages_that_have_the_field():
    old = made("a.example", 40, fields={"published": 20}, shapes={"published: day": 20})
    new = made("a.example", 40, fields={"published": 20}, shapes={"published: time": 20})
    assert {(change.what, change.old, change.new) for change in drift(old, new).changes} == {
        ("published: day", 1, 0),
        ("published: time", 0, 1),
    }


def test_lines_that_may_have_been_overlooked_are_not_new():
    old, new = made("a.example", 40), made("a.example", 40, **{"short lines": {"Subscribe": 20}})
    assert drift(old, new).changes[0].verdict == "line newly common"
    old.outlets["a.example"]["overlooked"]["short lines"] = 15
    assert not drift(old, new).changes


def test_outlets_that_cannot_be_compared_are_named():
    old, new = made("few.example", 3, rules={"blog/share": 3}), made("few.example", 3)
    old.merge(made("gone.example", 3))
    new.merge(made("new.example", 3))
    found = drift(old, new)
    assert (found.compared, found.too_few) == ((), ("few.example",))
    assert (found.only_old, found.only_new) == (("gone.example",), ("new.example",))


def test_an_outlet_that_could_have_moved_was_compared():
    found = drift(made("a.example", 20, fields={"title": 20}), made("a.example", 20, fields={"title": 20}))
    assert (found.compared, found.too_few, found.moved) == (("a.example",), (), ())
