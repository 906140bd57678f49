"""Pieces that the rules of several stages share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cache
from importlib import resources
from unicodedata import combining, normalize

_TURKISH, _GREEK = frozenset("ığş"), frozenset("άέήίόύώϊϋΐΰ")


class Phrases(Set[str]):
    """Phrases in one piece, as they stand in their file: as strings of their own they take five times the memory.

    One holds no line break.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        distinct = dict.fromkeys(phrases)
        self._many = len(distinct)
        self._whole = "".join(f"\n{phrase}" for phrase in (*distinct, "")).encode()

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole.decode().split("\n")[1:-1])

    def __len__(self) -> int:
        return self._many

    def __contains__(self, phrase: object) -> bool:
        return (
            isinstance(phrase, str)
            and "\n" not in phrase
            and f"\n{phrase}\n".encode(errors="surrogatepass") in self._whole
        )

    def __hash__(self) -> int:
        return hash(frozenset(self))


def listed(text: str) -> frozenset[str]:
    """The phrases of a text that separates them by `|`."""
    return frozenset(phrase for part in text.split("|") if (phrase := " ".join(part.split())))


def phrases(name: str) -> Phrases:
    """The phrases of `phrases/NAME.txt`: one a line; lines that begin with `#` are notes."""
    text = resources.files("cleaner_blog").joinpath("phrases", f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return Phrases([*lines, *filter(None, map(_capitals, lines))])


@cache
def all_phrases() -> frozenset[str]:
    """Those of all these files, without regard to case; read on first use."""
    names = [path.name for path in resources.files("cleaner_blog").joinpath("phrases").iterdir()]
    return frozenset(phrase.casefold() for name in names for phrase in phrases(name.removesuffix(".txt")))


def _capitals(phrase: str) -> str:
    """In capitals, where that changes letters that folding of case does not change back; else nothing.

    Turkish writes `I` for `ı` and `İ` for `i`; Greek leaves accents out.
    """
    if not _TURKISH.isdisjoint(phrase):
        return phrase.replace("i", "İ").upper()
    if not _GREEK.isdisjoint(phrase):
        return "".join(letter for letter in normalize("NFD", phrase.upper()) if not combining(letter))
    return ""


def letters(text: str) -> str:
    """Its letters and digits, without regard to case: what a headline says however it is set."""
    return "".join(filter(str.isalnum, text.casefold()))


def any_of(*alternatives: str) -> str:
    """The alternatives of a whole pattern, side by side: the engine files each under the characters it begins with."""
    return "|".join(alternatives)


def either(*alternatives: str) -> str:
    """One group of alternatives, for a pattern."""
    return f"(?:{'|'.join(alternatives)})"


def one_of(text: str) -> str:
    """A group of the words of a text, for a pattern; `_` stands for a blank within a word."""
    return either(*(word.replace("_", " ") for word in text.split()))


AGENCIES = (
    r"(?:dpa|AFP|AP|Reuters|REUTERS|APA|EFE|ANSA|TASS|ТАСС|Интерфакс|UPI|PTI|ANI|IANS|Xinhua|SDA|sda|epd|KNA"
    r"|Bloomberg|PAP|ČTK|Belga|ANP|Lusa|dts|afp|SID)"
)
"""News agencies, as stories are signed."""

ENGLISH_MONTH = one_of(
    "Jan(?:uary)? Feb(?:ruary)? Mar(?:ch)? Apr(?:il)? May June? July? Aug(?:ust)? Sept?(?:ember)? Oct(?:ober)?"
    " Nov(?:ember)? Dec(?:ember)? JAN(?:UARY)? FEB(?:RUARY)? MAR(?:CH)? APR(?:IL)? MAY JUNE? JULY? AUG(?:UST)?"
    " SEPT?(?:EMBER)? OCT(?:OBER)? NOV(?:EMBER)? DEC(?:EMBER)?"
)

_LETTER = r"[^ \d!-/:-@\[-`{-~\u00a0-\u00bf\u2010-\u206f]"
"""Of a month's name in any language: no space, digit or mark of ASCII or of typography."""

DATE = either(
    rf"{ENGLISH_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}",
    rf"\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?,?(?: de| of)? ?{_LETTER}{{3,12}}\.?(?: de|,)? ?\d{{4}}(?: ?г\.?| ?року)?",
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\.?",
    r"\d{4}[./-]\d{1,2}[./-]\d{1,2}",
    r"\d{4}[年년] ?\d{1,2}[月월] ?\d{1,2}[日일]",
)
"""A calendar day with its year."""

_WEEKDAY = one_of(
    "(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)? MON TUE WED THU FRI SAT SUN"
    " (?:Mon|Diens|Donners|Frei|Sams|Sonn)tag Mittwoch Sonnabend Mo Di Mi Do Fr Sa So"
    " (?:[Ll]un|[Mm]ar|[Mm]ercre|[Jj]eu|[Vv]endre|[Ss]ame)di [Dd]imanche"
    " [Ll]unes [Mm]artes [Mm]iércoles [Jj]ueves [Vv]iernes [Ss]ábado [Dd]omingo"
    " (?:[Ll]une|[Mm]arte|[Mm]ercole|[Gg]iove|[Vv]ener)dì [Ss]abato"
    " [Пп]онедельник [Вв]торник [Сс]ред[аы] [Чч]етверг [Пп]ятница [Сс]уббота [Вв]оскресенье"
    " Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar"
)

DAY = rf"(?:{_WEEKDAY}[., ] ?(?:[,|•·–-]|den|the|le|dem)? ?)?{DATE}"
"""A calendar day, with or without its weekday."""

CLOCK = (
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?(?:[AaPp]\.?[Mm]\.?|Uhr|MEZ|MESZ|GMT|UTC|E[DS]?T|P[DS]?T|C[DES]{0,2}T|BST"
    r"|IST|MSK|МСК|JST|KST|SGT|HKT|PKT|WIB|AE[DS]T|NZ[DS]T|SAST|CAT|EAT|WAT))*"
)
"""A time of day."""

AT = rf"(?:[.,]? ?(?:at|um|à|a las|alle|às|в|о|om|kl\.?|saat|klo|@|/|\||•|·|—|–|-)? ?{CLOCK})"
"""A time behind its day."""

WHEN = rf"{DAY}{AT}?"
"""A calendar day, with or without a time."""

MINUTES = one_of(
    r"min(?:ute|uto|utos|uti|uut|uten|uter|utter|uty|ut)?s?\.? Min(?:uten?|utes|s)?\.? MIN(?:UTES?"
    r"|S)? мин(?:ут[аы]?|\.)? хв(?:илин[аи]?|\.)? dakika dk 分 분"
)

NAME = (
    r"\p{Lu}[\p{L}.'’-]*"
    r"(?: (?:\p{Lu}[\p{L}.'’-]*|van|von|der|den|de|del|da|di|du|la|le|el|al|bin|ten|ter|zu|zum|y|e)){1,4}"
)
"""The name of a person: two to five words that begin with a capital, particles aside."""
