"""Days and times: from machines, strictly, and as people write them in many languages. Never a guess.

`iso_date` reads what a machine wrote for a machine; `written_day` what is printed for readers.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import regex

from cleaner.metadata.months import MONTHS

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_ISO = re.compile(
    r"([0-9]{4})(?:-|(?P<slash>/)|(?=[0-9]{4}(?:T|$)))([0-9]{2})(?:(?(slash)/|-?)([0-9]{2}))?"
    r"(?:[T ]\s?([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:[.,][0-9]+)?)?\s?"
    r"(Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?)?(?P<rest>\s.*|\[.*|)",
    re.DOTALL,
)
_EPOCH = re.compile(r"(?:[0-9]{10}|[0-9]{13})")
_MAIL = regex.compile(
    r"(?:\p{L}{3}, )?([0-9]{1,2}) (\p{L}{3}) ([0-9]{4}) ([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?: (GMT|UTC|Z|[+-][0-9]{4}))?"
)
_SCRIPT = regex.compile(
    r"\p{L}{3} (\p{L}{3}) ([0-9]{1,2}) ([0-9]{4}) ([0-9]{2}:[0-9]{2}:[0-9]{2}) (?:GMT|UTC)([+-][0-9]{4})?(?: \(.*\))?"
)
"""How JavaScript writes a date that nobody formatted."""

_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)/(\d\d)(?=/|$)")
_WITH_CLOCK = len("2021-06-06T10:00Z")
_WORD = r"(?P<month>\p{L}[\p{L}\p{M}]{1,13}+)"
_ATOM = regex.compile(
    r"(?<![\d./-])(?:(?=\d)(?:"
    r"(?P<year>\d{4})(?P<mark>[-./])(?P<number>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d./-]*\d)"
    r"|(?P<first>\d{1,2})(?P<sign>[-./]) ?(?P<second>\d{1,2})(?P=sign) ?(?P<year>\d{4})(?!\d)"
    r"|(?P<first>\d{2})(?P<sign>\.)(?P<second>\d{2})\.(?P<short>\d{2})(?![\d.]*\d)"
    r"|(?P<year>\d{4}) ?[年년] ?(?P<number>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일]"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|-го|ª)?,?-?\s?(?:de |of |den |d’|d')?{_WORD}\.?,?-?(?: del? |"
    rf" da | of )?\s?"
    r"(?P<year>\d{4})(?!\d)"
    rf"|(?P<year>\d{{4}})[.,]?\s(?:m\. |évi )?{_WORD}\s(?P<day>\d{{1,2}})(?!\d))"
    rf"|{_WORD}\.?\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<year>\d{{4}})(?!\d)"
    r")"
)
_DIGITS = re.compile(r"\d.{4,}\d", re.DOTALL)
"""From the first digit to the last, `1 2021` at least; a date has so many characters before and behind them."""
_BEFORE_DIGIT, _BEHIND_DIGIT = 16, 4
_MONTH_FIRST = frozenset({"en-us", "en-ph", "en_us", "es-us", "fil"})


def iso_date(text: str) -> str | None:
    """The date, or date and time, that `text` begins with, as ISO 8601; as exact as it is there.

    None for what is no date that exists: `2024-02-30`, `0000-00-00`, `yesterday`.
    """
    text = text.strip()
    found = _ISO.fullmatch(text)
    if found is None:
        return _from_machine(text)
    year, slash, month, day, hour, minute, second, zone, rest = found.groups()
    if day is None:
        whole = slash is None and not rest and hour is None
        return f"{year}-{month}" if whole and _exists(int(year), int(month), 1) else None
    if not _exists(int(year), int(month), int(day)):
        return None
    if hour is None or hour > "23" or minute > "59" or (second or "") > "59":
        return f"{year}-{month}-{day}"
    clock = f"{hour}:{minute}:{second}" if second else f"{hour}:{minute}"
    return f"{year}-{month}-{day}T{clock}{_zone(zone)}"


def _exists(year: int, month: int, day: int) -> bool:
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 31):
        return False
    if day <= 28:
        return True
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _zone(text: str | None) -> str:
    if not text:
        return ""
    if text in ("Z", "UTC", "GMT"):
        return "Z"
    hours, minutes = text[1:3], text[-2:] if len(text) > 3 else "00"
    return f"{text[0]}{hours}:{minutes}" if hours <= "23" and minutes <= "59" else ""


def _from_machine(text: str) -> str | None:
    """Seconds or milliseconds since 1970, the date of an e-mail, or that of a script."""
    if _EPOCH.fullmatch(text):
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(text[:10]))
        return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment.year >= 1990 else None
    if found := _MAIL.fullmatch(text):
        day, month, year, clock, zone = found.groups()
    elif found := _SCRIPT.fullmatch(text):
        month, day, year, clock, zone = found.groups()
    else:
        return None
    number = MONTHS.get(month.lower(), 0)
    if not _exists(int(year), number, int(day)):
        return None
    return f"{year}-{number:02}-{int(day):02}T{clock}{_zone(zone)}"


def url_day(url: str) -> str | None:
    """The day in the path of an address, as blogs have it: `/2021/06/06/`."""
    found = _IN_PATH.search(url)
    return iso_date(f"{found[1]}-{found[2]}-{found[3]}") if found else None


def is_beside(moment: str, day: str) -> bool:
    """Whether a moment in UTC falls on the day before or after `day`, which it may be where the page was published."""
    if len(moment) < _WITH_CLOCK or not moment.endswith(("Z", "+00:00")):
        return False
    return abs((date.fromisoformat(moment[:10]) - date.fromisoformat(day)).days) == 1


def is_earlier(day: str, moment: str) -> bool:
    """Whether `day` is clearly before a moment: no neighbour, nor the same with day and month the other way round."""
    if len(moment) < len(day) or day >= moment[:10]:
        return False
    own, other = date.fromisoformat(day), date.fromisoformat(moment[:10])
    swapped = own.year == other.year and (own.month, own.day) == (other.day, other.month)
    return not swapped and (other - own).days > 1


class Written:
    """Dates in a printed text, in order, and where they stand in it."""

    __slots__ = ("days", "spans")

    def __init__(self, text: str, language: str | None = None) -> None:
        self.days: list[str] = []
        self.spans: list[tuple[int, int]] = []
        digits = _DIGITS.search(text)
        if digits is None:
            return
        start, end = digits.span()
        for found in _ATOM.finditer(text, max(0, start - _BEFORE_DIGIT), end + _BEHIND_DIGIT):
            if day := _one_day(found, language):
                self.days.append(day)
                self.spans.append(found.span())


def written_day(text: str, language: str | None = None) -> str | None:
    """The first day that `text` names, with its year; None where it can be read in two ways.

    `language` is that of the page (`en-US`): it decides between 6/7 and 7/6.
    """
    days = Written(text, language).days
    return days[0] if days else None


def _one_day(found: regex.Match[str], language: str | None) -> str | None:
    """The day that a match of `_ATOM` names; None for none, and where it can be read as two."""
    year, _, number, day, first, sign, second, short, month = found.groups()  # all at once: each takes as long
    year = int(year or f"20{short}")
    if not first:
        return _day(year, int(number) if number else MONTHS.get(month.casefold(), 0), int(day))
    shown = (language or "").lower()
    is_month_first = sign != "." and shown in _MONTH_FIRST
    days = set[str | None]() if is_month_first else {_day(year, int(second), int(first))}
    if is_month_first or (shown == "en" and sign != ".") or (not shown and sign == "/"):
        days.add(_day(year, int(first), int(second)))
    days.discard(None)
    return days.pop() if len(days) == 1 else None


def _day(year: int, month: int, day: int) -> str | None:
    return f"{year}-{month:02}-{day:02}" if _exists(year, month, day) else None
