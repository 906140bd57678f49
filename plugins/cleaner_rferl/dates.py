"""Date lines as the templates print them, in several languages."""

from __future__ import annotations

import regex

_CLOCK = r"(?:[ ,.|]+(?:at )?\d{1,2}:\d{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:[A-Z]{2,5}|UTC[+-]\d+))?)?"
_DAY = (
    r"(?:\p{L}{2,14},? )?(?:"
    r"(?P<day>\d{1,2})[.,]? (?:de )?(?P<month>\p{L}[\p{L}\p{M}]{2,14})[.,]?(?: de)? (?P<year>\d{4})"
    r"|(?P<month>\p{L}{3,14})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})"
    r"|(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})"
    r"|(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2}))"
)
_LINE = regex.compile(rf"{_DAY}(?: ?г(?:ода|\.)?| року| года)?\.?{_CLOCK}")
_YEAR = regex.compile(r"\d{4}")

_MONTHS = (
    "january jan января январь січня січень студзеня студзень januar јануар",
    "february feb февраля февраль лютого лютий лютага люты februar фебруар",
    "march mar марта март березня березень сакавіка сакавік mart март",
    "april apr апреля апрель квітня квітень красавіка красавік april април",
    "may мая май травня травень траўня травень maj мај",
    "june jun июня июнь червня червень чэрвеня чэрвень juni jun јун",
    "july jul июля июль липня липень ліпеня ліпень juli jul јул",
    "august aug августа август серпня серпень жніўня жнівень avgust август",
    "september sep sept сентября сентябрь вересня вересень верасьня верасень septembar септембар",
    "october oct октября октябрь жовтня жовтень кастрычніка кастрычнік oktobar октобар",
    "november nov ноября ноябрь листопада листопад лістапада лістапад novembar новембар",
    "december dec декабря декабрь грудня грудень сьнежня сьнежань decembar децембар",
)
_NUMBERS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}


def is_date(text: str) -> bool:
    """Whether the line is a date and nothing else."""
    return len(text) <= 60 and _YEAR.search(text) is not None and _LINE.fullmatch(text) is not None


def iso(text: str) -> str | None:
    """The date of such a line as `2021-06-06`; None for a month or calendar that is not known."""
    found = _LINE.fullmatch(text)
    if not found:
        return None
    month = int(found["number"]) if found["number"] else _NUMBERS.get(found["month"].casefold(), 0)
    day, year = int(found["day"]), int(found["year"])
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1900 <= year <= 2200):
        return None
    return f"{year:04}-{month:02}-{day:02}"
