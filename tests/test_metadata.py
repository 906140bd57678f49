"""Metadata of pages and dumps: what is read from where, and that nothing a page writes breaks it."""

import itertools
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleaner
from cleaner import Candidate, Image, MissingExtraError, iso_date
from cleaner.metadata.dates import written_day
from cleaner.metadata.head import Head, own_url
from cleaner.metadata.letters import joined
from cleaner.metadata.names import people
from cleaner.metadata.titles import Sites, without_site
from cleaner.metadata.words import made_tidy, tidy
from cleaner.page import HeadElement, HeadElements
from cleaner.profiles import host_of
from cleaner.segment.json_ld import article_body, parsed

PROSE = "".join(
    f"<p>Paragraph {n} of a story about the old harbour, where nobody has counted the gulls for a very long time, "
    "and where the keeper of the light still writes down what the tide brings in.</p>"
    for n in range(4)
)
ENGINE = cleaner.Cleaner()


def page(head="", body="<h1>Gulls return to the old harbour</h1>", lang="en"):
    return f"<html lang='{lang}'><head>{head}</head><body><article>{body}{PROSE}</article></body></html>"


def ld(value):
    return f"<script type='application/ld+json'>{value if isinstance(value, str) else json.dumps(value)}</script>"


def found(head="", body="<h1>Gulls return to the old harbour</h1>", **options):
    return ENGINE.clean(page(head, body), **options).metadata


# --- Dates ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021-06-06", "2021-06-06"),
        ("2021-06", "2021-06"),
        ("2021/06/06", "2021-06-06"),
        ("20210606", "2021-06-06"),
        ("20210606T101112Z", "2021-06-06T10:11:12Z"),
        ("2021-06-06T10:11", "2021-06-06T10:11"),
        ("2021-06-06T10:11:12.345+0200", "2021-06-06T10:11:12+02:00"),
        ("2021-06-06 10:11:12Z", "2021-06-06T10:11:12Z"),
        ("2021-06-06T10:11:12+02", "2021-06-06T10:11:12+02:00"),
        ("2021-06-06T25:00", "2021-06-06"),
        ("Sun, 06 Jun 2021 10:11:12 GMT", "2021-06-06T10:11:12Z"),
        ("Sun Jun 06 2021 10:11:12 GMT+0200 (CEST)", "2021-06-06T10:11:12+02:00"),
        ("1622974272", "2021-06-06T10:11:12Z"),
        ("1622974272000", "2021-06-06T10:11:12Z"),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-29", None),
        ("2024-02-30", None),
        ("0000-00-00", None),
        ("0000-00-00T00:00:00", None),
        ("2021-13-01", None),
        ("２０２１-06-06", None),
        ("Sun, ٦ Jun 2021 10:00:00 GMT", None),
        ("yesterday", None),
        ("", None),
        ("0", None),
        ("2021", None),
        ("99999999999999999999", None),
    ],
)
def test_iso_date(text, date):
    assert iso_date(text) == date


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("June 6, 2021", None, "2021-06-06"),
        ("6. Juni 2021", None, "2021-06-06"),
        ("06.06.2021, 14:05 Uhr", None, "2021-06-06"),
        ("6 de junio de 2021", None, "2021-06-06"),
        ("6 juin 2021", None, "2021-06-06"),
        ("6 июня 2021 г.", None, "2021-06-06"),
        ("6 червня 2021", None, "2021-06-06"),
        ("6 Haziran 2021", None, "2021-06-06"),
        ("6 czerwca 2021", None, "2021-06-06"),
        ("2021년 6월 6일", None, "2021-06-06"),
        ("2021年6月6日", None, "2021-06-06"),
        ("6 يونيو 2021", None, "2021-06-06"),
        ("2021. június 6.", None, "2021-06-06"),
        (
            "The gulls came back to the harbour of Skerry on a Sunday: June 6, 2021, when nobody was there",
            None,
            "2021-06-06",
        ),
        ("6.6.21", None, None),
        ("06.06.21", None, "2021-06-06"),
        ("June 6", None, None),
        ("6th of June 2021", None, "2021-06-06"),
        ("06/25/2021", None, "2021-06-25"),
        ("06/07/2021", None, None),
        ("06/07/2021", "en-US", "2021-06-07"),
        ("06/07/2021", "en-GB", "2021-07-06"),
        ("06/06/2021", None, "2021-06-06"),
        ("06-07-2021", None, "2021-07-06"),
        ("06-07-2021", "en", None),
        ("06-07-2021", "en-US", "2021-06-07"),
        ("31 June 2021", None, None),
        ("room 2021", None, None),
        ("1.2.3.2021", None, None),
    ],
)
def test_written_day(text, language, day):
    assert written_day(text, language) == day


# --- Names ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "authors", "agencies"),
    [
        ("Ada Gull", ["Ada Gull"], []),
        ("By Ada Gull", ["Ada Gull"], []),
        ("BY ADA GULL", ["ADA GULL"], []),
        ("Von Ada Möwe und Otto Kai", ["Ada Möwe", "Otto Kai"], []),
        ("Par Ada Gull et Otto Kay", ["Ada Gull", "Otto Kay"], []),
        ("Por Ada Gull y Otto Kay", ["Ada Gull", "Otto Kay"], []),
        ("Ada Gull og Otto Kay", ["Ada Gull", "Otto Kay"], []),
        ("Ада Чайка и Отто Кай", ["Ада Чайка", "Отто Кай"], []),
        ("Ada Gull, Otto Kay, Reuters", ["Ada Gull", "Otto Kay"], ["Reuters"]),
        ("Ada Gull, Senior Reporter", ["Ada Gull"], []),
        ("Ada Gull (Chefredakteurin)", ["Ada Gull"], []),
        ("Ada Gull, ada.gull@example.org", ["Ada Gull"], []),
        ("ada.gull@example.org (Ada Gull)", ["Ada Gull"], []),
        ("dpa", [], ["dpa"]),
        ("dpa/AFP", [], ["dpa", "AFP"]),
        ("kb/mo", ["kb/mo"], []),
        ("Ada Gull; ada gull", ["Ada Gull"], []),
        ("https://example.org/ada", [], []),
        ("admin", [], []),
        ("Martin Luther King Jr.", ["Martin Luther King Jr."], []),
        pytest.param(
            "Marks and Spencer plc",
            ["Marks and Spencer plc"],
            [],
            marks=pytest.mark.xfail(strict=True, reason="a firm's name is taken for two people"),
        ),
        ("", [], []),
    ],
)
def test_people(text, authors, agencies):
    assert people([text]) == (tuple(authors), tuple(agencies))


# --- Titles --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        "Gulls return | The Harbour Post",
        "Gulls return - Harbour Post",
        "Gulls return – News – Harbour Post",
        "Harbour Post | Gulls return",
        "Gulls return | harbourpost.example",
        "Gulls return » HarbourPost",
    ],
)
def test_the_name_of_the_site_is_cut(title):
    sites = Sites(["Harbour Post", "News"], ["https://www.harbourpost.example/a"])
    assert without_site(title, sites) == "Gulls return"


@pytest.mark.parametrize("title", ["Gulls return – to the harbour", "Gulls: a return", "A | B", "C++ - a love story"])
def test_a_title_keeps_its_own_parts(title):
    assert without_site(title, Sites(["Harbour Post"], [])) == title


def test_the_visible_headline_is_the_title():
    head = "<title>Gulls return to the old harbour | Post</title><meta property='og:title' content='Gulls! Gulls!'>"
    assert found(head).title == "Gulls return to the old harbour"
    assert "Gulls! Gulls!" in [candidate.value for candidate in found(head).candidates("title")]


def test_the_kicker_belongs_to_the_title_where_the_head_says_so():
    head = "<meta property='og:title' content='Harbour: Gulls return at last'>"
    body = "<span>Harbour</span><h1>Gulls return at last</h1>"
    assert found(head, f"<div>{body}</div>").title == "Harbour: Gulls return at last"


@pytest.mark.parametrize("title", ["Harbour Blog: Ferries", "Ferries | Harbour Blog"])
def test_a_first_heading_that_is_a_link_is_the_name_of_the_site(title):
    head, body = f"<title>{title}</title>", "<h1><a href=/>Harbour Blog</a></h1><h3>Ferries</h3>"
    assert (found(head, body).title, found(head, body).found_by["title"]) == ("Ferries", "blog/title")
    assert found(head, "<h1>Harbour Blog</h1><h3>Ferries</h3>").title != "Ferries"


def test_a_headline_of_the_site_is_not_the_title():
    head = "<meta property='og:site_name' content='Harbour Post'><title>Gulls return to us - Harbour Post</title>"
    assert found(head, "<h1>Harbour Post</h1><h1>Gulls return to us</h1>").title == "Gulls return to us"


# --- JSON-LD -------------------------------------------------------------------------------

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Gulls return to the old harbour",
    "datePublished": "2021-06-06T10:00:00+02:00",
    "dateModified": "2021-06-07",
    "author": [{"@type": "Person", "name": "Ada Gull"}, "Otto Kay", {"@type": "Organization", "name": "Reuters"}],
    "publisher": {"@type": "Organization", "name": "Harbour Post"},
    "keywords": ["gulls", "harbour"],
    "image": {"@type": "ImageObject", "url": "/gulls.jpg", "caption": "Gulls", "creditText": "Otto Kay"},
    "isAccessibleForFree": "False",
    "license": "https://example.org/license",
    "inLanguage": "en-GB",
}


def test_json_ld():
    told = found(ld(ARTICLE), url="https://example.org/a/b")
    assert told.published == "2021-06-06T10:00:00+02:00"
    assert told.modified == "2021-06-07"
    assert told.authors == ("Ada Gull", "Otto Kay")
    assert told.agencies == ("Reuters",)
    assert told.site == "Harbour Post"
    assert told.tags == ("gulls", "harbour")
    assert told.image == Image("https://example.org/gulls.jpg", "Gulls", "Otto Kay")
    assert told.free_access is False
    assert told.license == "https://example.org/license"
    assert told.found_by["published"] == "blog/json-ld"
    assert pickle.loads(pickle.dumps(told)) == told
    assert hash(told) == hash(pickle.loads(pickle.dumps(told)))


@pytest.mark.parametrize(
    "value",
    [
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Other"}, ARTICLE]},
        [[ARTICLE]],
        {"@type": "WebPage", "mainEntity": ARTICLE},
        [{"@type": "ClaimReview", "author": "Nobody", "datePublished": "1999-01-01"}, ARTICLE],
        [{"@type": "BreadcrumbList"}, {**ARTICLE, "@type": ["Thing", "NewsArticle"]}],
        {**ARTICLE, "comment": {"@type": "Comment", "author": "Troll", "datePublished": "2022-01-01"}},
        {**ARTICLE, "itemReviewed": {"@type": "NewsArticle", "author": "Troll", "datePublished": "2022-01-01"}},
        json.dumps(ARTICLE).replace("]", ",]").replace("}", ",}"),
        "<!-- " + json.dumps(ARTICLE) + " -->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        "/* made by hand */ " + json.dumps(ARTICLE) + ";",
        json.dumps(ARTICLE).replace('"headline": "Gulls', '"headline": "\nGulls'),
        json.dumps(ARTICLE).replace('"', "&quot;"),
        json.dumps({"@type": "Thing"}) + json.dumps(ARTICLE),
        "\ufeff" + json.dumps(ARTICLE),
    ],
)
def test_the_article_is_found_and_mended(value):
    told = found(ld(value))
    assert (told.published, told.authors) == ("2021-06-06T10:00:00+02:00", ("Ada Gull", "Otto Kay"))


def test_references_between_nodes_are_followed():
    graph = [{**ARTICLE, "author": {"@id": "#ada"}}, {"@type": "Person", "@id": "#ada", "name": "Ada Gull"}]
    assert found(ld({"@graph": graph})).authors == ("Ada Gull",)


def test_modified_never_stands_in_for_published():
    told = found(ld({"@type": "NewsArticle", "dateModified": "2021-06-07"}))
    assert (told.published, told.modified) == (None, "2021-06-07")


def test_a_day_written_for_people_in_json_ld_yields_to_the_page_itself():
    head = ld({"@type": "BlogPosting", "datePublished": "Dec 3, 2021", "dateModified": "Dec 4, 2021"})
    assert (found(head).published, found(head).modified) == ("2021-12-03", "2021-12-04")
    assert found(head, "<h1>Gulls return to the old harbour</h1><p>June 6, 2021</p>").published == "2021-06-06"


def test_json_is_not_guessed():
    assert parsed(b"{'single': 'quotes'}") == []
    assert parsed(b'{"a": "b // no comment", "c": ",]"}') == [{"a": "b // no comment", "c": ",]"}]
    assert parsed(b'<!-- {"a": "b; -->"}; //--> \n') == [{"a": "b; -->"}]


def test_the_longest_stated_body_is_the_article():
    graph = {
        "@graph": [{"articleBody": "Short."}, {"articleBody": "Longer."}, {"articleBody": ["no", "text", "at all"]}]
    }
    assert article_body([graph, {"headline": "One"}]) == "Longer."
    assert article_body([{"headline": "One"}]) == ""


# --- What a page prints --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "published", "modified"),
    [
        ("<p>June 6, 2021</p>", "2021-06-06", None),
        ("<p>Published June 6, 2021 | Updated June 7, 2021</p>", "2021-06-06", "2021-06-07"),
        ("<p>Updated: June 7, 2021</p>", None, "2021-06-07"),
        ("<p>Veröffentlicht am 6. Juni 2021</p>", "2021-06-06", None),
        ("<p>Aktualisiert am</p><p>7. Juni 2021</p>", None, "2021-06-07"),
        ("<p>By Ada Gull, June 6, 2021</p>", "2021-06-06", None),
        ("<figure><figcaption>The pier on June 6, 2021</figcaption></figure>", None, None),
        ("<p>The pier was closed on June 6, 2021, and nobody has been told when it will open.</p>", None, None),
        ("<p>Copyright June 6, 2021</p>", None, None),
        ("<p>UPDATED: JUNE 7, 2021</p>", None, "2021-06-07"),
        ("<p>GÜNCELLEME: 07.06.2021</p>", None, "2021-06-07"),
        ("<p>GİRİŞ: 06.06.2021 GÜNCELLEME: 07.06.2021</p>", "2021-06-06", "2021-06-07"),
        ("<p><time datetime='2021-06-06T10:00:00Z'>3 hours ago</time></p>", "2021-06-06T10:00:00Z", None),
        ("<p><time datetime='2021-06-06T10:00:00Z'>June 6, 2021</time></p>", "2021-06-06T10:00:00Z", None),
    ],
)
def test_date_lines(printed, published, modified):
    told = found(body=f"<h1>Gulls return to the old harbour</h1>{printed}")
    assert (told.published, told.modified) == (published, modified)


@pytest.mark.parametrize(
    ("below", "published"),
    [
        ("<div><h3>Published</h3><p>June 6, 2021</p></div>", "2021-06-06"),
        ("<div><h4>Published:</h4><h5>Publish date</h5><p>6 June 2021</p></div>", "2021-06-06"),
        (
            "<div><h3>Published</h3><p>by the harbour post of old and its many friends</p><p>June 6, 2021</p></div>",
            "2021-06-06",  # as the only day alone
        ),
        ("<div><h3>Last published event</h3><p>June 6, 2021</p></div>", None),
        (
            "<abbr itemprop='datePublished' title='2021-06-06T10:00:00+02:00'>that day</abbr>",
            "2021-06-06T10:00:00+02:00",
        ),
    ],
)
def test_a_day_under_the_text(below, published):
    assert ENGINE.clean(page().replace("</article>", f"{below}</article>")).metadata.published == published


def test_a_meta_element_may_say_it_as_people_do():
    told = found("<meta name='published' content='July 17, 2021'>")
    assert (told.published, told.found_by["published"]) == ("2021-07-17", "blog/published")


@pytest.mark.parametrize(
    ("stated", "url", "published"),
    [
        ("2021-06-07T02:41:00+00:00", "https://example.org/2021/06/06/gulls", "2021-06-06"),
        ("2021-06-07T02:41:00+02:00", "https://example.org/2021/06/06/gulls", "2021-06-07T02:41:00+02:00"),
        ("2021-06-07T02:41:00Z", "https://example.org/2019/06/06/gulls", "2021-06-07T02:41:00Z"),
        ("2021-06-06T02:41:00Z", "https://example.org/2021/06/06/gulls", "2021-06-06T02:41:00Z"),
        ("2021-06-07", "https://example.org/2021/06/06/gulls", "2021-06-07"),
        ("", "https://example.org/2021/06/06/gulls", "2021-06-06"),
        ("", "https://example.org/2021/13/06/gulls", None),
        ("", "https://example.org/2021/06/gulls", None),
        ("", "https://example.org/2021-06/06/c_1.htm", "2021-06-06"),
        ("", "https://example.org/fairs/2021-06-06-pier", None),
    ],
)
def test_the_day_in_an_address(stated, url, published):
    head = f"<meta property='article:published_time' content='{stated}'>"
    assert found(head, url=url).published == published


@pytest.mark.parametrize(
    ("printed", "authors"),
    [
        ("<p>By Ada Gull</p>", ("Ada Gull",)),
        ("<p>By Ada Gull and Otto Kay</p>", ("Ada Gull", "Otto Kay")),
        ("<p>Von Ada Möwe</p>", ("Ada Möwe",)),
        ("<p>Ada Gull | June 6, 2021</p>", ("Ada Gull",)),
        ("<p>By noon the river had risen.</p>", ()),
        ("<p><a rel='author' href='/ada'>Ada Gull</a></p>", ("Ada Gull",)),
    ],
)
def test_bylines(printed, authors):
    assert found(body=f"<h1>Gulls return to the old harbour</h1>{printed}").authors == authors


SITE = "<meta property='og:site_name' content='Harbour News'><meta name='author' content='Harbour News'>"


def test_an_element_that_is_called_a_byline_needs_no_by():
    assert found(body="<h1>Gulls return to the pier</h1><p class='byline'>Ada Gull</p>").authors == ("Ada Gull",)
    assert found(body="<h1>Gulls return to the pier</h1><p class='byline'>Staff Writer</p>").authors == ()
    assert found(body="<h1>Gulls return</h1><p class='byline'>By Agence France-Presse</p>").agencies == (
        "Agence France-Presse",
    )
    assert found(body="<h1>Gulls return to the pier</h1><p class='intro'>Ada Gull</p>").authors == ()


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Ada Gull, HRB Harbourtown", ("Ada Gull",)),
        ("By HRB Harbourtown", ("HRB Harbourtown",)),
        ("By Ada Gull, Otto Kay", ("Ada Gull", "Otto Kay")),
    ],
)
def test_the_site_beside_people_in_a_byline_is_no_author(byline, authors):
    body = f"<h1>Gulls return to the pier</h1><p>{byline}</p>"
    assert found(body=body, url="https://www.hrb.example/a").authors == authors


@pytest.mark.parametrize(
    ("head", "line", "authors"),
    [
        (SITE, "abc, de", ("abc", "de")),
        (SITE, "abc, de; Photo: Otto Kay", ("abc", "de")),
        (SITE, "kb/mo", ("kb/mo",)),
        (SITE, "HN-Redaktion", ("HN-Redaktion",)),
        (SITE, "Harbour News / Ada Gull", ("Ada Gull",)),
        (SITE, "Tides / Weather", ("Harbour News",)),
        (SITE, "more", ("Harbour News",)),
        ("", "kb/mo", ("kb/mo",)),
        ("<meta name='author' content='Harbour Desk'><meta property='og:site_name' content='Harbour News'>",
         "kb/mo", ("kb/mo",)),
        ("<meta name='author' content='News'>", "Sea / Sand", ()),
        ("<meta name='author' content='Otto Kay'>", "kb/mo", ("Otto Kay",)),
    ],
)  # fmt: skip
def test_who_signs_under_the_text(head, line, authors):
    html = page(head).replace("</article>", f"<p>{line}</p></article>")
    assert ENGINE.clean(html).metadata.authors == authors


def test_a_byline_is_better_than_the_name_of_the_site():
    head = "<meta property='og:site_name' content='Harbour Post'><meta name='author' content='Harbour Post'>"
    assert found(head, "<h1>Gulls return to the old harbour</h1><p>By Ada Gull</p>").authors == ("Ada Gull",)
    assert found(head).authors == ("Harbour Post",)


# --- Dumps ---------------------------------------------------------------------------------

TEXT = "\n\n".join(
    f"The old harbour had {n} gulls on the pier that morning, said the keeper, who has counted them since the war and "
    "who does not like to be asked why he does it."
    for n in ("nine", "ten", "eleven", "twelve")
)


def dump(*top):
    return ENGINE.clean("\n\n".join((*top, TEXT)), kind="text")


def test_the_headline_of_a_dump():
    result = dump("Home", "News", "Gulls return to the old harbour pier", "By Ada Gull", "Published June 6, 2021")
    told = result.metadata
    assert told.title == "Gulls return to the old harbour pier"
    assert (told.published, told.authors) == ("2021-06-06", ("Ada Gull",))
    assert told.found_by["title"] == "blog/headline"


def test_what_a_dump_shows_is_told_tidily():
    told = dump("Home", "Gulls\u00a0return to the cafe\u0301 &amp; the pier", "By Ada Gull").metadata
    assert told.title == "Gulls return to the café & the pier"


def test_a_summary_makes_the_headline_over_it_no_less_likely():
    summary = "The keeper of the light, who counts them each morning, says that they are hungry and will stay"
    assert dump("Home", "Gulls return to the old harbour pier", summary).metadata.title == (
        "Gulls return to the old harbour pier"
    )


def test_a_dump_without_a_headline_has_no_title():
    told = dump().metadata
    assert (told.title, told.published, told.authors) == (None, None, ())


def test_a_date_in_a_caption_of_a_dump_is_none_of_its_own():
    told = dump("Gulls return to the old harbour pier", "By Ada Gull", "The pier in Harbourtown, June 6, 2021").metadata
    assert told.published is None


def test_a_dump_is_left_alone_when_it_is_cleaned_again():
    once = dump("Home", "Gulls return to the old harbour pier", "By Ada Gull", "Published June 6, 2021")
    assert ENGINE.clean(once.text, kind="text").text == once.text


# --- Candidates, languages -----------------------------------------------------------------


def test_candidates_are_what_was_not_taken():
    told = found(ld(ARTICLE) + "<meta property='article:published_time' content='2020-01-01'>")
    assert told.candidates("published") == (Candidate("published", "2020-01-01", "blog/article:published_time"),)
    assert {candidate.field for candidate in told.candidates()} >= {"published"}


def test_a_language_is_not_guessed():
    assert ENGINE.clean(PROSE).metadata.language is None


def test_detection_names_its_extra(monkeypatch):
    monkeypatch.setattr("cleaner.metadata.language.import_module", raising)
    with pytest.raises(MissingExtraError, match=r"outlet-cleaner\[language\]"):
        cleaner.Cleaner(detect_language=True)


def raising(name):
    raise ImportError(name)


def test_detection():
    pytest.importorskip("py3langid")
    engine = cleaner.Cleaner(detect_language=True)
    assert engine.clean(TEXT, kind="text").metadata.language == "en"
    assert engine.clean("Pier", kind="text").metadata.language is None
    assert engine.clean(page(lang="de")).metadata.language == "de"


def test_mojibake():
    pytest.importorskip("ftfy")
    assert found("<meta property='og:title' content='Gulls donâ€™t return'>", "").title == "Gulls don’t return"


# --- Whatever a head says ------------------------------------------------------------------

VALUES = (
    "null", "true", "0", "-1", "1622974272", "1e400", '""', '" "', '"x"', "[]", "{}", "[[]]", '[["a", ["b"]]]',
    '["a", 1, null]',
    '{"name": 1}', '{"name": ["a", 2]}', '{"name": {"name": "a"}}', '{"@id": "#a"}', '{"@value": "2021-06-06"}',
    '{"@type": "Organization", "name": "A", "member": {"@type": "Person", "name": "B"}}',
    '"0000-00-00"', '"2024-02-30"', '"yesterday"', '"2021-06-06T99:99:99Z"', '"<b>Ada</b> &amp; Otto"', '"&#0;"',
    '"\\u0000"', '"\\ud800"',
)  # fmt: skip
KEYS = ("headline", "datePublished", "author", "image", "@type", "keywords", "publisher")
ODD_BLOCKS = (
    "", " ", "null", "[]", "{", "}", "]", '{"@type": "NewsArticle"', '{"@type": "NewsArticle",,}', "<!--",
    "// nothing",
    "{'@type': 'NewsArticle'}", '{"@graph": null}', '{"@graph": {"@graph": {"@graph": []}}}', '{"@type": null}',
    '{"@type": [[]]}',
    "[" * 5000, '{"a":' * 5000, "[" * 900 + "]" * 900, '{"@type": "NewsArticle", "headline": "' + "x" * 100_000,
    '{"@type":"NewsArticle","keywords":"' + "a," * 50_000 + '"}', "/*" * 10_000, "," * 10_000, '"' * 10_001,
    "\\" * 10_001,
)  # fmt: skip
ODD_HEADS = (
    "<link rel=canonical href='https://other.example/elsewhere'>", "<link rel=canonical href='//[broken'>",
    "<link rel=canonical href='/relative'>",
    "<link rel=canonical>", "<link rel=canonical href=''>", "<link rel=canonical href='javascript:alert(1)'>",
    "<meta property='og:url' content='http://['>",
    "<meta>", "<meta name>", "<meta property='og:title'>", "<meta property='og:title' content=''>",
    "<meta name='author' content=','>",
    "<meta name='author' content='By'>", "<meta name='author' content='and'>",
    "<meta name='keywords' content=',,,'>", "<title></title>", "<title>|</title>",
    "<title> - - - </title>", "<title>" + "a | " * 5000 + "</title>", "<meta property='og:site_name' content='|'>",
    "<meta property='og:image' content='http://[::1'>", "<meta property='og:locale' content='_'>",
    "<meta property='article:published_time' content='2024-02-30'>",
    "<meta property='article:published_time' content='0000-00-00'>",
    "<meta property='article:published_time' content='1622974272'>",
    "<meta name='date' content='" + "1" * 10_000 + "'>",
    "<meta name='author' content='" + "Ada and " * 10_000 + "'>",
    "<meta property='og:title' content='" + "&amp;" * 10_000 + "'>",
)  # fmt: skip
HEADS = (
    [ld(f'{{"@type": "NewsArticle", "{key}": {value}}}') for key, value in itertools.product(KEYS, VALUES)]
    + [ld(block) for block in ODD_BLOCKS]
    + list(ODD_HEADS)
)
STRINGS = ("title", "published", "modified", "summary", "site", "section", "language", "url", "license")


@pytest.mark.parametrize("number", range(len(HEADS)))
def test_no_head_breaks_it(number):
    told = found(HEADS[number], url="https://harbour.example/a")
    assert all(type(getattr(told, field)) in (str, type(None)) for field in STRINGS)
    for field in ("authors", "tags", "agencies"):
        assert all(type(item) is str and item for item in getattr(told, field))
    assert told.free_access in (None, True, False)
    assert told.image is None or type(told.image) is Image
    assert told.published is None or iso_date(told.published) == told.published
    pickle.loads(pickle.dumps(told))


def test_there_are_enough_heads():
    assert len(HEADS) >= 200


def test_five_megabytes_do_not_hang_it():
    for block in ('{"@type":"NewsArticle","articleBody":"' + "x" * 5_000_000 + '"', "[" + "1," * 2_500_000 + "]"):
        assert found(ld(block)).title == "Gulls return to the old harbour"


# --- Names and days in the text itself -------------------------------------------------------


BY_ITSELF = "<meta property='og:site_name' content='Harbour Times'><meta name='author' content='Harbour Times'>"


@pytest.mark.parametrize(
    ("head", "line", "authors"),
    [
        (BY_ITSELF, "Ada Gull/Ben Tern", ("Ada Gull", "Ben Tern")),
        (BY_ITSELF, "Ada Gull counts them", ("Harbour Times",)),
        (BY_ITSELF, "<a href='/gulls'>More Gulls</a></p><p>In this story", ("Harbour Times",)),
        ("", "Old Harbour", ()),
    ],
)
def test_a_name_alone_over_the_prose_is_the_author_where_the_page_names_only_itself(head, line, authors):
    assert found(head, f"<h1>Gulls return to the old harbour</h1><p>{line}</p>").authors == authors


def test_a_name_over_the_prose_does_not_replace_a_stated_author():
    head = ld({"@type": "NewsArticle", "headline": "Gulls return", "author": {"@type": "Person", "name": "Cy Skua"}})
    assert found(head, "<h1>Gulls return to the old harbour</h1><p>Ada Gull</p>").authors == ("Cy Skua",)


def test_a_day_under_the_post_counts_where_it_is_labelled_and_the_only_one():
    html = page().replace("</article>", "<p>Posted on April 13, 2023</p></article>")
    assert ENGINE.clean(html).metadata.published == "2023-04-13"
    twice = html.replace("</article>", "<p>Posted by Ben on May 2, 2023</p></article>")
    assert ENGINE.clean(twice).metadata.published is None


@pytest.mark.parametrize(
    ("stated", "shown", "published"),
    [
        ("2021-09-20T10:00:00Z", "6 June 2021", "2021-06-06"),  # stamped anew
        ("2021-06-07T01:00:00Z", "6 June 2021", "2021-06-07T01:00:00Z"),  # one day in two zones
        ("2021-06-06T10:00:00Z", "20 September 2021", "2021-06-06T10:00:00Z"),
        ("2021-09-20T10:00:00Z", "Updated 6 June 2021", "2021-09-20T10:00:00Z"),
        ("2021-09-20T10:00:00Z", "The gulls left on 6 June 2021", "2021-09-20T10:00:00Z"),
        ("2021-11-02T10:00:00Z", "02/11/2021", "2021-11-02T10:00:00Z"),
    ],
)
def test_an_earlier_day_alone_beside_the_headline_goes_before_the_stated_one(stated, shown, published):
    head = f"<meta property='article:published_time' content='{stated}'>"
    assert found(head, f"<h1>Gulls return to the old harbour</h1><p>{shown}</p>").published == published


def test_the_month_is_not_taken_for_the_day_against_what_is_stated():
    head = "<meta property='article:published_time' content='2021-11-02T10:00:00Z'>"
    body = page(head, "<h1>Gulls return to the old harbour</h1><p>02/11/2021</p>", lang="en-US")
    assert ENGINE.clean(body).metadata.published == "2021-11-02T10:00:00Z"


@pytest.mark.parametrize(
    ("under", "published"),
    [
        ("<p>Interview by Ada Gull</p><p>December 3, 2021</p>", "2021-12-03"),
        ("<footer>Share<br>Harbour<br>December 3, 2021</footer>", "2021-12-03"),
        ("<p>December 3, 2021</p><p>December 9, 2021</p>", None),
        ("<p>Updated: December 3, 2021</p>", None),
        ("<p>Last update</p><div>Updated<br>December 3, 2021</div>", None),
        ("<p>The gulls left on December 3, 2021</p>", None),
        ("<p>© December 3, 2021</p>", None),
        (f"<p>December 3, 2021</p>{PROSE}", None),
    ],
)
def test_the_only_day_alone_under_the_text_is_that_of_publication(under, published):
    html = f"<html lang='en'><body><h1>Gulls return to the old harbour</h1>{PROSE}{under}</body></html>"
    assert ENGINE.clean(html).metadata.published == published


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ada Gull", "Ada Gull"),
        ("Written by Ada Gull", "Ada Gull"),
        ("Posted by Ada Gull", "Ada Gull"),
        ("Reported by Ada Gull", "Ada Gull"),
        ("Story by Ada Gull", "Ada Gull"),
        ("Words by Ada Gull", "Ada Gull"),
        ("Submitted by Ada Gull", "Ada Gull"),
        ("Posted on May 4, 2019 by Ada Gull", "Ada Gull"),
        ("Published 4 May 2019 by Ada Gull in Harbours", "Ada Gull"),
        ("Veröffentlicht am 4. Mai 2019 von Ada Gull", "Ada Gull"),
        ("Publicado el 4 de mayo de 2019 por Ada Gull", "Ada Gull"),
        ("Опубликовано 4 мая 2019 автором Ада Чайка", "Ада Чайка"),
        ("Compiled by Ada Gull", "Ada Gull"),
        ("Von Ada Gull", "Ada Gull"),
        ("Par Ada Gull", "Ada Gull"),
        ("Door Ada Gull", "Ada Gull"),
        ("Av Ada Gull", "Ada Gull"),
        ("Kommentar von Ada Gull", "Ada Gull"),
        ("Ein Gastbeitrag von Ada Gull", "Ada Gull"),
        ("Interview von Ada Gull", "Ada Gull"),
        ("Analyse von Ada Gull", "Ada Gull"),
        ("Author: Ada Gull", "Ada Gull"),
        ("Verfasser: Ada Gull", "Ada Gull"),
        ("Forfatter: Ada Gull", "Ada Gull"),
        ("Yazar: Ada Gull", "Ada Gull"),
        ("Foto und Text: Ada Gull", "Ada Gull"),
        ("От Ада Чайка", "Ада Чайка"),
        ("Пише Ада Чайка", "Ада Чайка"),
        ("Автор: Ада Чайка", "Ада Чайка"),
        ("Piše Ada Gull", "Ada Gull"),
    ],
)
def test_bylines_begin_in_many_ways(line, name):
    assert found(body=f"<h1>Gulls return to the old harbour</h1><p>{line}</p>").authors == (name,)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Example.org/a", "example.org"),
        ("https://example.org:8080?q", "example.org"),
        ("https://example.org.", "example.org"),
        ("https://ada:123@example.org/", "example.org"),
        ("https://ada@example.org", "example.org"),
        ("https://[::1]/", "::1"),
        ("//example.org/a", "example.org"),
        ("example.org/a", ""),
        ("https://[example.org", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_the_host_of_an_address(url, host):
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Gulls return – to the_old Harbour!", "gullsreturntotheoldharbour"),
        ("Möwen, 3 µm", "möwen3µm"),
        ("A\u00a0B", "ab"),
        ("[42] ^x^", "42x"),
        ("Gulls \U0001f426 back \U00020000", "gullsback\U00020000"),
        ("A \udc00 B", "ab"),
        ("", ""),
    ],
)
def test_letters_and_digits_joined(text, letters):
    assert joined(text) == letters


def test_letters_and_digits_of_every_script():
    every = "".join(map(chr, range(0xD800)))
    assert joined(every) == "".join(filter(str.isalnum, every.lower()))


def test_the_day_under_the_second_of_two_equal_headlines():
    bar = "<h1>Gulls return to the pier</h1><ul><li>Share</ul>"
    body = f"{bar}<p>{'The gulls are back on the pier. ' * 9}</p><h1>Gulls return to the pier</h1><p>June 6, 2021</p>"
    assert found(body=body + f"<p>{'The gulls are back on the pier. ' * 9}</p>" * 2).published == "2021-06-06"


@pytest.mark.parametrize("name", ["date", "og:site_name", "og:title", "description", "og:locale", "author", "keywords"])
def test_a_head_that_says_the_same_thing_a_thousand_times(name):
    head = "".join(f'<meta name="{name}" content="Value {number} of 2021-06-07">' for number in range(1000))
    metadata = cleaner.clean(f"<title>A ferry</title>{head}<p>It left at nine.</p>", kind="html").metadata
    assert metadata.title
    assert len(metadata.rejected) < 300


def test_json_ld_that_names_a_thousand_sites():
    sites = ",".join(f'{{"@type": "WebSite", "name": "Harbour {number}"}}' for number in range(400))
    assert (
        cleaner.clean(f'<script type="application/ld+json">[{sites}]</script><p>It left.</p>').metadata.site
        == "Harbour 0"
    )


@pytest.mark.parametrize("day", ["2021-99-99", "٢٠٢١-٠٦-٠٦"])
def test_a_prefix_that_is_no_day_is_nobodys_date(day):
    dump = f"date {day}\n\nThe gulls are back on the pier, and nobody knows why they left."
    assert cleaner.clean(dump, kind="text").metadata.published is None


def test_a_second_day_is_kept_as_the_page_writes_it():
    stated = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2020-05-07"}</script>'
    page = f'<meta name="date" content="2020-05-07 11:30:00">{stated}<p>It left at nine.</p>'
    metadata = cleaner.clean(page).metadata
    assert metadata.published == "2020-05-07"
    assert [one.value for one in metadata.candidates("published")] == ["2020-05-07 11:30:00"]


@given(st.text(st.sampled_from(" \t\n\x1c\x7f\0aÃ©éäœ™–…\u2028\u00a0\u00ad\u0301\u200bß渡&<>;#1\ud800🐐")))
def test_what_is_tidy_to_c_is_tidy_to_python(text):
    assert tidy(text) == made_tidy(text)
    (element,) = HeadElements.of([HeadElement("meta", "author", text)])
    told = Head([element]).first("authors")
    assert (told or "") == made_tidy(element.content)


def test_a_tidy_text_stays_the_same_object():
    text = "Möwen – am Kai"
    assert tidy(text) is text


def test_what_a_head_says_first_is_said_by_the_best():
    head = Head(
        [
            HeadElement("meta", "Description", "second"),
            HeadElement("meta", "nobody", "nothing"),
            HeadElement("meta", "og:description", " first\n"),
            HeadElement("meta", "og:description", " "),
            HeadElement("meta", "title", "no name of a title"),
            HeadElement("title", "", "<b>Gulls</b>"),
            HeadElement("link", "canonical", "/gulls"),
        ]
    )
    assert [(fact.value, fact.source) for fact in head.said("summary")] == [
        ("first", "og:description"),
        ("second", "description"),
    ]
    assert (head.title, head.first("canonical"), head.first("title")) == ("Gulls", "/gulls", None)


@pytest.mark.parametrize("stated", [b"meta", b"meta\0author", b"meta\0author\0Ada", b"\0\0\0", b""])
def test_a_head_that_breaks_off(stated):
    assert Head(HeadElements(stated)).first("authors") is None


@pytest.mark.parametrize(
    ("elements", "url"),
    [
        ([], None),
        ([("meta", "og:url", "/shared"), ("link", "canonical", "/own"), ("link", "canonical", "/other")], "/own"),
        ([("meta", "og:url", "/shared"), ("meta", "og:url", "/other")], "/shared"),
    ],
)
def test_the_address_that_a_page_gives_itself(elements, url):
    assert own_url([HeadElement(*each) for each in elements]) == url
