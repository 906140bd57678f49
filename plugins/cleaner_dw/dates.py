"""Date lines of Deutsche Welle, in the languages whose layout was read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import regex

_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    )
    for number, name in enumerate(names.split(), 1)
}

_ATOM = (
    r"(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}/\d{1,2}/\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日"
    r"|\p{L}+ \d{1,2}, \d{4}|\d{1,2}(?:\.| de)? \p{L}+(?: de)? \d{4}(?: г\.| р\.)?)"
)
_AGO = (
    r"(?:vor \d+ (?:Sekunden?|Minuten?|Stunden?|Tag(?:en)?)|\d+ (?:second|minute|hour|day)s? ago"
    r"|hace \d+ (?:minuto|hora|día)s?|il y a \d+ (?:minute|heure|jour)s?|há \d+ (?:minuto|hora|dia)s?"
    r"|\d+ (?:минут|час|дн|день|хвилин|годин)\p{L}* (?:назад|тому)|\d+ (?:dakika|saat|gün) önce"
    r"|منذ \d+ \p{L}+|\d+ ?(?:分钟|分鐘|小时|小時|天)前)"
)
_PUBLISHED = (
    r"(?:(?:(?i:published|veröffentlicht|publicado|publié(?: le)?|опубликовано|опубліковано|yayınlanma)"
    r"|نشرت?(?: في)?|发表时间|發表時間):? ?)"
)
_UPDATED = (
    r"(?:(?:(?i:last updated|updated|zuletzt aktualisiert|aktualisiert|última actualización|última atualização"
    r"|dernière mise à jour|последнее обновление|останнє оновлення|son güncelleme)|آخر تحديث|最后更新|最後更新):? ?)"
)

_ATOMS = regex.compile(_ATOM)
_NUMBERS = regex.compile(r"\d+")
_WORD = regex.compile(r"[\p{L}\p{M}]{3,}")
_SPLIT = regex.compile(_UPDATED)
_LINE = rf"(?:(?:{_PUBLISHED}|{_UPDATED})?(?:{_ATOM}|{_AGO})[ ,·|]*){{1,6}}"
_LONGEST = 160


def is_date_line(text: str) -> bool:
    """Whether the line holds a date, or how long ago it was, and nothing else; repeats and glued forms included."""
    return len(text) <= _LONGEST and _line().fullmatch(_spaced(text)) is not None


@cache
def _line() -> regex.Pattern[str]:
    """Compiled on first use, as most processes meet no page of this outlet."""
    return regex.compile(_LINE)


def published(text: str) -> str | None:
    """The day of publication that a date line shows, as ISO 8601; None where it is not certain."""
    return _first_day(_SPLIT.split(_spaced(text), maxsplit=1)[0])


def modified(text: str) -> str | None:
    """The day of the last change that a date line shows, as ISO 8601."""
    parts = _SPLIT.split(_spaced(text), maxsplit=1)
    return _first_day(parts[1]) if len(parts) == 2 else None


def _spaced(text: str) -> str:
    return " ".join(text.split())  # no-break spaces too


def _first_day(text: str) -> str | None:
    # "06/12/2023June 12, 2023": the first form may be read in two ways, the second decides.
    readings: set[date] = set()
    for found in _ATOMS.finditer(text):
        days = set(_readings(found[0]))
        readings = readings & days or days if readings else days
        if len(readings) == 1:
            return readings.pop().isoformat()
    return None


def _readings(atom: str) -> Iterator[date]:
    numbers = [int(number) for number in _NUMBERS.findall(atom)]
    if len(numbers) == 3:
        yield from _numeric(atom, *numbers)
    elif word := _month_word(atom):
        first, year = numbers
        yield from _day(year, _MONTHS[word], first)


def _numeric(atom: str, first: int, second: int, third: int) -> Iterator[date]:
    if first > 31:
        yield from _day(first, second, third)
        return
    yield from _day(third, second, first)
    if "/" in atom:  # an English page writes the month first
        yield from _day(third, first, second)


def _month_word(atom: str) -> str | None:
    words = (word.lower() for word in _WORD.findall(atom))
    return next((word for word in words if word in _MONTHS), None)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    if 1990 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31:
        try:
            yield date(year, month, day)
        except ValueError:  # February 30
            return
