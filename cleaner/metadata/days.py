"""Days that lines show by themselves: labelled wherever they stand, alone beside the headline or under the text."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import regex

from cleaner.metadata.dates import Written
from cleaner.metadata.words import folded
from cleaner.model import Line

NOT_OURS = re.compile(
    r"©|copyright|all rights|expires?|until|deadline|event|comments?:|joined|born|since|season|valid"
    r"|starts?\b|ends?\b|foto|photo|bild:|image|credit"
    r"|(?:when|wann|quand|quando|cu[aá]ndo|когда|коли|kiedy|wanneer|när|når) ?:"
)
"""What a line says, folded, whose day is not that of publication."""
CHANGED = re.compile(
    r"updated?\b|modified|aktualisiert|aktualisierung|stand\b(?<!\wstand)|geändert|überarbeitet|actualizad"
    r"|actualización|atualizad|mis à jour|mise à jour"
    r"|modifié|aggiornat|güncelle|обновл|оновл|изменен|bijgewerkt|opdateret|oppdatert|uppdaterad|reviewed|edited"
    r"|revised|corrected"
    r"|verified|fact.checked|last checked|päivitetty|frissítve|módosítva|aktualiz|uppfært|更新|수정|최종|ενημέρωση"
    r"|التحديث|تحديث|עודכן"
)
"""What it says, folded, beside the day of the last change. All begin with letters, which is the fastest to look for."""
_LONGEST, _LONGEST_ALONE = 140, 30
_LONGEST_BOX = 400
"""Characters of an element taken whole that can be a label and its day."""
_LABELS = (
    r"(?:(?:(?:first )?(?:posted|published)|(?:erstmals )?veröffentlicht|publié|publicado|pubblicato|опубликовано)"
    r"(?: (?:on|by|am|von|le|par|el|por|il))?|(?:发布|發布|发表|發表)(?:时间|時間|日期|于|於)|公開日時?|投稿日時?"
    r"|掲載日|(?:기사)?입력|등록일?)"
)
_LABELS_BEGIN = frozenset("fpev\u043eFPEV\u041e发發公投掲입기등")
_LABELS_BEGIN_SO = frozenset("fi po pu er ve оп 发布 發布 发表 發表 公開 投稿 掲載 입력 기사 등록".split())
"""The first letter of any of them; the first two, in small letters."""
_LABEL_ALONE = re.compile(rf"(?i){_LABELS} ?:?")
_LONGEST_LABEL = 30
_PUBLISHED = re.compile(rf"(?i){_LABELS}(?![^\W\d_])")
_LABELLED = re.compile(rf"(?im)^{_LABELS} ?:?\n(.{{1,20}}(?:\n.{{1,20}})?)$")
"""What stands under a label that stands alone."""
_LETTERS = regex.compile(r"\p{L}+")
_MOST_LETTERS = 10
"""Letters beside a day that stands alone: its weekday, or `Uhr`."""
_PROSE = 100
_RIGHT_ABOVE, _RIGHT_BELOW = 2, 6
"""Lines from the headline in which a day alone is that of the article."""
_UNDER, _MOST_ABOVE = 6, 0.8
"""Lines under prose in which it is, if no other line of the page has one; and the share of all prose over it."""


def may_have_year(text: str) -> bool:
    """As few lines do; it costs less to ask than to look for a date."""
    return "20" in text or "19" in text or text.count(".") > 1


def letters_beside(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """How many letters a line has beside its dates."""
    starts, ends = [start for start, _ in spans], [0, *(stop for _, stop in spans)]
    rest = "".join([text[end:start] for end, start in zip(ends, [*starts, len(text)], strict=True)])
    return sum(map(len, _LETTERS.findall(rest)))


def labelled_day(lines: Sequence[Line], language: str | None) -> str | None:
    """The day that a short line anywhere says it was published, as old blogs do under a post; None if several do."""
    texts = [line.text for line in lines]
    begun = [number for number, text in enumerate(texts) if text[0] in _LABELS_BEGIN and _is_begun(text)]
    said = [text for number in begun if len(text := texts[number]) <= _LONGEST and _PUBLISHED.match(text)]
    boxed = [number for number, text in enumerate(texts) if "\n" in text]
    days: set[str] = set()
    for text in (*said, *_under_labels(texts, (*begun, *boxed))):
        if not NOT_OURS.search(folded(text)):
            days.update(Written(text, language).days)
    return days.pop() if len(days) == 1 else None


def day_beside(lines: Sequence[Line], headline: int, language: str | None) -> str | None:
    """The first day that stands alone right under the headline, else right over it."""
    below = lines[headline + 1 : headline + 1 + _RIGHT_BELOW]
    above = lines[max(0, headline - _RIGHT_ABOVE) : headline]
    near = [line for line in (*below, *reversed(above)) if len(line.text) <= _LONGEST_ALONE and "\n" not in line.text]
    return next((day for _, day in _alone(near, language)), None)


def day_below(lines: Sequence[Line], claims: Mapping[int, str], language: str | None) -> str | None:
    """The day that stands alone right under nearly all prose, if none stands so anywhere else."""
    alone = _alone(lines, language)
    number, day = next(alone, (0, ""))
    if not day or any(other != day for _, other in alone):
        return None
    if _PUBLISHED.match(lines[number].text) or "comment" in claims.get(number, ""):
        return None  # labelled, as others are, or that of a comment
    prose = [line.number for line in lines if len(line.text) > _PROSE and line.number not in claims]
    above = bisect(prose, number)
    is_under = above and number - prose[above - 1] <= _UNDER and above >= _MOST_ABOVE * len(prose)
    return day if is_under else None


def _alone(lines: Sequence[Line], language: str | None) -> Iterator[tuple[int, str]]:
    """The lines, or those in elements taken whole, that are a day and no more; and no label says that it is another."""
    for place, line in enumerate(lines):
        text = line.text
        if (len(text) > _LONGEST_ALONE and "\n" not in text) or not may_have_year(text):
            continue
        before = lines[place - 1].text.rpartition("\n")[2] if place else ""
        for label, piece in pairwise((before, *text.split("\n"))):
            if len(piece) <= _LONGEST_ALONE and may_have_year(piece):
                day = _day_alone(piece, label if len(label) <= _LONGEST_ALONE else "", language)
                if day is not None:
                    yield line.number, day


def _day_alone(text: str, label: str, language: str | None) -> str | None:
    said = folded(f"{label}\n{text}")
    if CHANGED.search(said) or NOT_OURS.search(said):
        return None
    written = Written(text, language)
    is_alone = len(written.days) == 1 and letters_beside(text, written.spans) <= _MOST_LETTERS
    return written.days[0] if is_alone else None


def _is_begun(text: str) -> bool:
    return text[:2].lower() in _LABELS_BEGIN_SO


def _under_labels(texts: Sequence[str], likely: Iterable[int]) -> Iterator[str]:
    """The one or two short lines right under each that says `Published` and no more."""
    for number in likely:
        if len(texts[number]) <= _LONGEST_BOX and _has_label(texts[number]):
            below = [text if len(text) <= _LONGEST_BOX else "" for text in texts[number : number + 3]]
            yield from (found[1] for found in _LABELLED.finditer("\n".join(below)))


def _has_label(text: str) -> bool:
    pieces = [piece for piece in text.split("\n") if len(piece) <= _LONGEST_LABEL and _is_begun(piece)]
    return any(map(_LABEL_ALONE.fullmatch, pieces))
