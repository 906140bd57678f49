"""Stage navigation: what stands between the paragraphs of those who sell something: buttons, prices, ratings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from cleaner import Rule
from cleaner_blog.words import any_of, listed, phrases

_ASK = listed("book | get | request | schedule | claim | start | try | reserve")
_WHOSE = ("", "a ", "your ", "my ", "free ", "a free ", "your free ", "my free ", "an ")
_WHAT = listed(
    """demo | live demo | quote | instant quote | free quote | estimate | consultation | consult | assessment | audit
    | tour | call | appointment | session | trial | sample | copy | discount | callback | info pack | brochure"""
)
_WHEN = ("", " now", " today", " online")
_DO = listed(
    """book | buy | order | shop | enroll | enrol | apply | donate | register | call | start | download | get started
    | contact us | get a quote | start shopping | reserve | give | sign up for free | join for free
    | get started for free | try for free | try it for free | start for free | start free trial"""
)
_LOAD = listed(
    """ebook | e-book | free ebook | guide | free guide | report | full report | template | free template | checklist
    | white paper | whitepaper | brochure | case study | infographic | worksheet | app | pdf"""
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


def _phrases() -> frozenset[str]:
    asked = (f"{ask} {whose}{what}{when}" for ask, whose, what, when in product(_ASK, _WHOSE, _WHAT, _WHEN))
    loaded = (f"download {whose}{what}{when}" for whose, what, when in product(("", "the ", "your "), _LOAD, _WHEN))
    done = (f"{do}{when}" for do, when in product(_DO, _WHEN[1:]))
    return frozenset((*asked, *loaded, *done)) | phrases("offers")


def rules() -> Iterator[Rule]:
    """Give the rules for offers."""
    yield Rule(
        "offer-phrases",
        "navigation",
        phrases=_phrases(),
        sample="Book a free demo today",
        spares="Book a ferry",
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
