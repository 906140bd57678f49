"""What is printed around the headline: when it was published and changed, and by whom.

A date or a name is believed for where it stands: a short line beside the headline, before
the prose begins. Captions, teasers, comments and the prose itself are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import regex

from cleaner.metadata.dates import Written
from cleaner.metadata.days import CHANGED, NOT_OURS, letters_beside
from cleaner.metadata.east_asian import named
from cleaner.metadata.names import People, is_initials, is_person, people
from cleaner.metadata.near import BELOW, Near, near
from cleaner.metadata.words import folded
from cleaner.model import Fact, Kind, Line
from cleaner.page import Page

_LEAD = 100
"""Characters: the first line of an article, be it of prose or its summary."""
_LONGEST_NAMES = 60
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\d(?:(?:(?<=(?<!\d)1)9|(?<=(?<!\d)2)0)\d\d(?!\d)|\d\.\d\d\.\d\d(?!\d))")
"""Of four digits, or the end of a day. It begins with a digit, which is the fastest to look for."""
_MADE = re.compile(
    r"publi(?:shed|cation|cado|cada|cató|é|ée|cerad|ceret|sert|kováno|kowano|cat)|posted\b(?<!\wposted)"
    r"|created\b(?<!\wcreated)|written\b(?<!\wwritten)|filed\b(?<!\wfiled)|issued\b(?<!\wissued)"
    r"|release\b(?<!\wrelease)|released\b(?<!\wreleased)"
    r"|veröffentlicht|offentliggjort|publicerad|geschrieben am|erstellt|erschienen"
    r"|pubblicat|опубликован|опублікован|gepubliceerd|geplaatst|julkaistu"
    r"|megjelent|közzétéve|yayin|oluşturma|giriş|датум|objavlj"
    r"|入力|公開|配信|掲載|입력|등록|δημοσιε|نشر|פורסם|date\b(?<!.date)"
)
"""What a date line says, folded, or the label of its day. All begin with letters, which is the fastest to look for."""
_GLUED = regex.compile(r"(?<=\p{Ll})(?=\p{Lu}\p{L}{2,12} \d{1,2}, \d{4})|(?<=\d{4})(?=\p{Lu}\p{Ll})")
_HALF_DAY = re.compile(r"\d ?(?:AM|PM)\b")
"""Who counts hours so writes the month first."""
_MOST_LETTERS, _MOST_LETTERS_IN_DUMP = 48, 14
"""Letters a date line may have beside its dates and labels: a name, a section; in a dump, where a caption looks
like any other line, only a weekday."""
_APART = re.compile(r" [|•·] ")
_BYLINE = regex.compile(
    r"(?:(?i:written|posted|reported|story|text|words|article|authored|submitted|compiled|reporting) )?(?:[Bb]y"
    r"|BY)\s*:?\s+(?=\S)"
    r"|(?:[Vv]on|VON|[Pp]ar|[Pp]or|POR|[Dd]oor|DOOR|[Aa]v|AV|[Aa]f|AF|От|Пише|Piše)\s*:?\s+(?=\p{Lu})"
    r"|(?i:posted|published|written|submitted|veröffentlicht|geschrieben|verfasst|publié|publicado|publicerat|gepubliceerd"
    r"|geplaatst|опубликовано)\s[^!?|]{0,50}?\d[^!?|]{0,20}?\s(?:by|von|par|por|door|av|автором)\s+(?=\p{Lu})"
    r"|(?:Ein Kommentar|Ein Gastbeitrag|Kommentar|Interview|Analyse) von\s+(?=\p{Lu})"
    r"|(?i:author|authors|autor(?:in|en|es)?|auteure?|autore|verfasser|forfatter|yazar|автор|text|texte|texto"
    r"|tekst|foto und text)\s*:\s*(?=\S)"
)
_AFTER_NAMES = regex.compile(
    r"\s*(?:\s[|•·–—-]\s|\||\s+[-–—]$|,?\s+(?:on|am|le|el|vom|updated|published|posted|last updated"
    r"|\d{1,2}[:./]\d|\d+ min)\b|\d|\(|•|·|,\s+(?:\p{L}+ )?(?:\d|updated|published)).*$",
    regex.IGNORECASE | regex.DOTALL,
)
_BESIDE_DATE = regex.compile(r"([^|•·\d,]{5,40}?)\s*[|•·]\s*(?=.*\d)")
_LABEL = re.compile(
    r"(?i)(?:(?:written|posted|story|words|reported|text) )?by:?|von:?|par:?|por:?|door:?|av:?|authors?:?"
    r"|autor(?:in|en|es|e)?:?|auteurs?:?|автор:?|verfasst von:?|escrito por:?|geschreven door:?|par :"
)
_SIGNED = regex.compile(
    r"(?:(?P<initials>\p{Ll}{2,4}(?:(?:, |/)\p{Ll}{2,4})+)(?:;.*)?"
    r"|(?P<both>[\p{L} .-]{3,30} / [\p{L} .-]{3,30})|(?P<desk>\p{Lu}{2,5}-Redaktion))"
)
_BYLINES = "/byline"
"""Rules for elements that are called so."""


class Dates:
    """The days of publication and of the last change."""

    __slots__ = ("changed", "made")

    def __init__(self, around: Near, language: str | None, *, in_dump: bool = False) -> None:
        """`in_dump`: there a caption looks like any other line, so more is asked of a date line."""
        self.made: str | None = None
        self.changed: str | None = None
        pieces = around.pieces
        for place in around.dated:
            text, rule = pieces[place]
            if _YEAR.search(text):
                apart = not in_dump or rule or _APART.search(text)
                before = pieces[place - 1][0] if place else ""
                self._read(text, before, language, _MOST_LETTERS if apart else _MOST_LETTERS_IN_DUMP)
                if self.made is not None:
                    return

    def _read(self, text: str, before: str, language: str | None, most_letters: int) -> None:
        text = _GLUED.sub(" ", text)
        written = Written(text, "en-US" if "M" in text and _HALF_DAY.search(text) else language)
        if not written.days or NOT_OURS.search(said := folded(text)):
            return
        if letters_beside(text, written.spans) > most_letters and not (
            _MADE.search(said) or CHANGED.search(said) or _BYLINE.match(text)
        ):
            return
        label, end = before if len(before) <= 40 and not _DIGIT.search(before) else "", 0
        for day, (start, stop) in zip(written.days, written.spans, strict=True):
            label = text[end:start] if text[end:start].strip(" :|•·-–—,(") else label
            if _is_changed(folded(label).strip(), end == 0):
                self.changed = self.changed or day
            elif self.made is None:
                self.made = day
            label, end = "", stop


def _is_changed(label: str, is_first: bool) -> bool:
    """Whether the day behind it is that of the last change; the first of a line that says both is not."""
    if CHANGED.search(label) is None:
        return False
    return not (is_first and _MADE.search(label) and not CHANGED.match(label))


def by(around: Near) -> People:
    """Who is named in a byline, or beside the date."""
    label = False
    below: dict[str, None] = {}  # each may have a line of their own
    for text, rule in map(around.pieces.__getitem__, around.naming):
        if rule and _BYLINES in rule and is_person(text) and (alone := people([text])).authors:
            return alone
        in_ascii = text.isascii()
        if "|" in text or (not in_ascii and ("•" in text or "·" in text)):
            beside = _BESIDE_DATE.match(text)
            if beside and is_person(beside[1]) and Written(text).days:
                return People((beside[1],))
        if not in_ascii and (names := named(text)):
            below.update(dict.fromkeys(names))
            continue
        if below and "@" not in text:
            break
        start = _BYLINE.match(text)
        behind = text[start.end() :] if start else text if label else ""
        if behind and len(behind) <= 120:
            read = people([_AFTER_NAMES.sub("", behind)])
            if (read.authors or read.agencies) and all(is_person(name) or is_initials(name) for name in read.authors):
                return read
        label = len(text) <= 20 and _LABEL.fullmatch(text) is not None
    return People(tuple(below))


def over_prose(lines: Sequence[Line], headline: int, claims: Mapping[int, str]) -> tuple[str, ...]:
    """Whose names stand alone on the line over the first prose, as small papers put them into the text itself.

    A section or a place can stand there too: ask only where the page says that the author is nobody but itself.
    """
    before: Line | None = None
    for line in lines[headline + 1 : headline + 1 + BELOW]:
        if line.number in claims or line.kind is Kind.HEADING:
            before = None
        elif len(line.text) > _LEAD:
            names = people([before.text]).authors if before is not None and len(before.text) <= _LONGEST_NAMES else ()
            return names if all(map(is_person, names)) else ()
        else:
            before = line
    return ()


def signed(page: Page, likely: Sequence[int], is_site: Callable[[str], bool]) -> tuple[str, ...]:
    """Who signs on the last line that stands by itself under prose: `abc, de`, `AB-Redaktion`, `Site / Ada Gull`.

    `likely`: the numbers of all lines under prose that may be it.
    """
    claims = page.claims
    for number in reversed(likely):
        if number in claims or number - 1 in claims:
            continue
        if found := _SIGNED.fullmatch(page.lines[number].text):
            apart = found[0].split(" / ") if found["both"] else (found["initials"] or found["desk"]).split(", ")
            if not found["both"] or any(map(is_site, apart)):
                return tuple(name for name in apart if not is_site(name))
    return ()


def printed_facts(page: Page, headline: int) -> Iterator[Fact]:
    """What a dump shows around the line with the number `headline`: when it was published and changed, and by whom."""
    around = near(page.lines, headline, page.claims)
    dates = Dates(around, None, in_dump=True)
    if dates.made:
        yield Fact("published", dates.made, source="date line")
    if dates.changed:
        yield Fact("modified", dates.changed, source="date line")
    named = by(around)
    if named.authors:
        yield Fact("authors", named.authors, source="byline")
    if named.agencies:
        yield Fact("agencies", named.agencies, source="byline")
