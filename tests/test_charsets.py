"""Pages that say nothing of their charset, or something wrong."""

import pytest
from charsets import CHARSETS, SENTENCES

from cleaner.segment import read

WRITTEN = [(charset, language) for charset, languages in CHARSETS.items() for language in languages.split()]
OTHER_SCRIPTS = ("ru", "el", "zh", "zh-tw", "ja", "ko")
LATIN = [(charset, language) for charset, language in WRITTEN if language not in OTHER_SCRIPTS]
WESTERN = [(charset, language) for charset, language in LATIN if charset in ("cp1252", "latin-1")]
ENGLISH = "The ferry left at nine and came back at noon. " * 75


def encoded(language: str, charset: str, many: int, first: int = 0) -> bytes:
    """So many sentences, without what the charset has no sign for."""
    sentences = SENTENCES[language] * 4
    return " ".join(sentences[first : first + many]).encode(charset, "ignore")


@pytest.mark.parametrize(("charset", "language"), WRITTEN)
@pytest.mark.parametrize("many", [8, 20])
def test_some_sentences_tell_the_charset(charset, language, many):
    data = encoded(language, charset, many)
    assert read(data).text == data.decode(charset)


@pytest.mark.parametrize(("charset", "language"), LATIN)
@pytest.mark.parametrize("first", range(8))
def test_few_sentences_tell_that_of_a_latin_script(charset, language, first):
    data = encoded(language, charset, 3, first)
    assert read(data).text == data.decode(charset)


@pytest.mark.parametrize(("charset", "language"), WESTERN)
@pytest.mark.parametrize("first", range(8))
def test_one_sentence_is_enough_in_the_west(charset, language, first):
    data = encoded(language, charset, 1, first)
    assert read(data).text == data.decode(charset)


@pytest.mark.parametrize(("charset", "language"), [("iso-8859-2", "pl"), ("cp1252", "fr"), ("cp1254", "tr")])
def test_markup_in_front_hides_nothing(charset, language):
    head = b"<html><style>p {}</style>" + b"<link rel=stylesheet href=/style.css>" * 3_000 + b"<p>"
    data = head + encoded(language, charset, 4)
    assert read(data).text == data.decode(charset)


@pytest.mark.parametrize(("charset", "language"), [("big5", "zh-tw"), ("cp949", "ko"), ("iso-8859-2", "cs")])
def test_text_that_a_feed_quotes_is_no_markup(charset, language):
    data = b"<rss><item><![CDATA[" + encoded(language, charset, 8) + b"]]></item></rss>"
    assert read(data).text == data.decode(charset)


@pytest.mark.parametrize("text", ["café", "nobody’s", "café, nobody’s", "Zürich, São Paulo, El Niño, “CAFÉ”"])
@pytest.mark.parametrize("declared", ["", '<meta charset="utf-8">'])
def test_a_few_letters_in_a_long_page_are_no_damage(text, declared):
    page = f"{declared}{ENGLISH}{text}{ENGLISH}"
    assert read(page.encode("cp1252")).text == page


@pytest.mark.parametrize("text", ["Un café", "Voilà"])
def test_a_last_letter_is_not_one_cut_off(text):
    assert read(text.encode("cp1252")).text == text


def test_what_is_cut_off_inside_a_character_is_utf8():
    assert read("The ferry’".encode()[:-1]).text == "The ferry\ufffd"
    assert read("Zoë and Noé".encode()[:-1]).text == "Zoë and No\ufffd"


def test_utf8_with_some_damage_stays_utf8():
    damaged = "Noël, déjà".encode() + b" \xe9 " + ENGLISH.encode()
    assert read(damaged).text == f"Noël, déjà \ufffd {ENGLISH}"
    assert read("Noël, déjà".encode() + b" \xe9 cut").text == "Noël, déjà \ufffd cut"
