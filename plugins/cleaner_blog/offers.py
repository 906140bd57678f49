"""Stage navigation: what stands between the paragraphs of those who sell something: buttons, prices, ratings."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Rule
from cleaner_blog.words import any_of, either, one_of, phrases


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

_SHOPS = one_of(
    "Amazon Walmart Target eBay Etsy REI Adorama Newegg Costco Wayfair AliExpress Backcountry Argos Currys MediaMarkt"
    " Saturn Otto Thalia Flipkart Best_Buy B&H Home_Depot Lowe’s Lowe's John_Lewis Barnes_&_Noble Apple_Books"
    " Bookshop(?:\\.org)? Kobo Steam"
)
_AT_SHOP = rf"(?:[Oo]n|[Aa]t|AT|ON) (?:{_SHOPS}|AMAZON|WALMART|EBAY|BEST BUY)(?:\.\p{{Ll}}{{2,3}})*"
_VERB = one_of("Buy BUY Shop SHOP Order View VIEW See SEE Get GET Find Check CHECK Compare")
_BUTTON = any_of(
    rf"(?:{_VERB}(?: it| IT| [Nn]ow)?(?: (?:the )?(?:latest |current )?(?:[Pp]rices?|PRICES?))? {_AT_SHOP} ?){{1,4}}"
    r"(?:\(on sale!\))?",
    r"Price comparison (?:from|by) .{3,40}",
    rf"(?:Check|See|View) {_SHOPS} [Pp]rices?|Buy [Nn]ow (?:at|from|on) \p{{Lu}}[\w.'’& -]{{1,30}}",
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
    yield from _shops()


def _shops() -> Iterator[Rule]:
    """Rules for what leads to a shop, and what things cost there."""
    yield Rule(
        "shop-line",
        "navigation",
        line=_BUTTON,
        sample="Check price at Amazon",
        spares="View on the Amazon from a ferry",
        why="leads to a shop",
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
