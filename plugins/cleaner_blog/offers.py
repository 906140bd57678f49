"""Stage navigation: what stands between the paragraphs of those who sell something: buttons, prices, ratings."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Rule
from cleaner_blog.words import any_of, either, phrases


def _worded(text: str) -> str:
    """A group of words, small or with a capital, for a pattern."""
    words = (rf"[{word[0].upper()}{word[0]}]{word[1:]}" for word in text.split())
    return either(*words)


_OFFER = any_of(
    rf"{_worded('book get request schedule claim start try reserve')}(?: {_worded('a an your my our the')})?"
    rf"(?: {_worded('free live instant custom online personalized no-obligation')}){{0,2}}"
    rf" {_worded('demo quote estimate consultation assessment audit tour call appointment session trial sample')}s?"
    rf"(?: {_worded('now today online here')})?!?",
    rf"[Dd]ownload(?: {_worded('a the your our')})?(?: {_worded('free full complete')})?"
    rf" {_worded('ebook e-book guide report template checklist whitepaper brochure infographic worksheet pdf app')}s?"
    rf"(?: {_worded('now today here')})?!?",
    rf"{_worded('book buy order shop enroll apply donate register call start download reserve give subscribe')}"
    rf" {_worded('now today online')}!?",
)

_MONEY = r"[$€£] ?\d[\d,.]*"
_PRICE = any_of(
    rf"{_MONEY}(?: {_MONEY})? (?:at|from|on) \p{{Lu}}[\w.'’& -]{{1,30}}",
    rf"{_MONEY} {_MONEY}(?: \(?-?\d{{1,3}}% [Oo]ff\)?)?",
    rf"\d{{1,3}}(?:\.\d{{1,3}})?% (?:OFF|off) ?{_MONEY}.{{0,40}}|(?:Now|NOW|Save|SAVE) \d{{1,3}}% [Oo](?:ff|FF)",
    rf"(?:As low as|Prices? from) {_MONEY}(?: ?/ ?\p{{L}}+)?",
)

_RATING = any_of(
    r"(?:Average rating|Durchschnittliche Bewertung|Note moyenne|Puntuación media|Valutazione media):? ?\d.{2,60}",
    r"(?:Click (?:on )?a star|Klicke? auf (?:einen|die) Stern).{3,40}|No votes so far.{0,60}",
)


def rules() -> Iterator[Rule]:
    """Give the rules for offers."""
    yield Rule(
        "offer-phrases",
        "navigation",
        phrases=phrases("offers"),
        sample="Talk to an expert",
        spares="Talk to the ferryman",
        why="offers something",
    )
    yield Rule(
        "offer-line",
        "navigation",
        line=_OFFER,
        sample="Book a free demo today",
        spares="Book a free ferry to the island.",
        why="offers something",
    )
    yield Rule(
        "price-line",
        "navigation",
        line=_PRICE,
        sample="$24.99 at Harbour Store",
        spares="$24.99 a year is what the ferry costs.",
        why="the price of something offered",
    )
    yield Rule(
        "rating-line",
        "comments",
        line=_RATING,
        sample="Average rating 4.8 / 5. Vote count: 12",
        spares="Average rating of the ferry: nobody knows.",
        why="how readers rate it",
    )
