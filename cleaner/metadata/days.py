"""Days that lines show by themselves: labelled wherever they stand, alone beside the headline or under the text."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from cleaner.metadata.dates import Written
from cleaner.metadata.words import folded
from cleaner.model import Line

NOT_OURS = re.compile(
    r"©|copyright|all rights|expires?|until|deadline|event|comments?:|joined|born|since|season|valid"
    r"|starts?\b|ends?\b|foto|photo|bild:|image|credit"
    r"|when ?:|wann ?:|quand ?:|quando ?:|cu[aá]ndo ?:|когда ?:|коли ?:|kiedy ?:|wanneer ?:|när ?:|når ?:"
)
"""What a line says, folded, whose day is not that of publication. No alternative begins with a group: all first signs
are looked for at once."""
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
_LABEL_ALONE = re.compile(rf"(?i){_LABELS} ?:?")
_LONGEST_LABEL = 30
_PUBLISHED = re.compile(rf"(?i){_LABELS}(?![^\W\d_])")
_LABELLED = re.compile(rf"(?im)^{_LABELS} ?:?\n(.{{1,20}}(?:\n.{{1,20}})?)$")
"""What stands under a label that stands alone."""
_MOST_LETTERS = 10
"""Letters beside a day that stands alone: its weekday, or `Uhr`."""
_PROSE = 100
_RIGHT_ABOVE, _RIGHT_BELOW = 2, 6
"""Lines from the headline in which a day alone is that of the article."""
_UNDER, _MOST_ABOVE = 6, 0.8
"""Lines under prose in which it is, if no other line of the page has one; and the share of all prose over it."""


def letters_beside(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """How many letters a line has beside its dates."""
    for start, stop in reversed(spans):
        text = text[:start] + text[stop:]
    return sum(map(str.isalpha, text))


def labelled_day(lines: Sequence[Line], labelled: Sequence[int], language: str | None) -> str | None:
    """The day that a short line anywhere says it was published, as old blogs do under a post; None if several do.

    `labelled`: the numbers of all lines that may be so, or have a line in them that may.
    """
    texts = [lines[number].text for number in labelled]
    said = [text for text in texts if len(text) <= _LONGEST and _PUBLISHED.match(text)]
    under = [lines[number : number + 3] for number, text in zip(labelled, texts, strict=True) if _has_label(text)]
    days: set[str] = set()
    for text in (*said, *chain.from_iterable(map(_under_label, under))):
        if not NOT_OURS.search(folded(text)):
            days.update(Written(text, language).days)
    return days.pop() if len(days) == 1 else None


def day_beside(lines: Sequence[Line], headline: int, dated: Sequence[int], language: str | None) -> str | None:
    """The first day that stands alone right under the line with the number `headline`, else right over it.

    `dated`: the numbers of all lines that may be a day alone.
    """
    first, last = headline - _RIGHT_ABOVE, headline + _RIGHT_BELOW
    if not any(first <= number <= last for number in dated):
        return None
    around = (*lines[headline + 1 : last + 1], *reversed(lines[max(0, first) : headline]))
    near = [line for line in around if len(line.text) <= _LONGEST_ALONE and "\n" not in line.text]
    return next((day for _, day in _alone(near, range(len(near)), language)), None)


def day_below(
    lines: Sequence[Line], claims: Mapping[int, str], dated: Sequence[int], language: str | None
) -> str | None:
    """The day that stands alone right under nearly all prose, if none stands so anywhere else.

    `dated`: the numbers of all lines that may be a day alone.
    """
    alone = _alone(lines, dated, language)
    number, day = next(alone, (0, ""))
    if not day or _PUBLISHED.match(lines[number].text) or "comment" in claims.get(number, ""):
        return None  # labelled, as others are, or that of a comment
    prose = [place for place, line in enumerate(lines) if len(line.text) > _PROSE and place not in claims]
    above = bisect(prose, number)
    is_under = above and number - prose[above - 1] <= _UNDER and above >= _MOST_ABOVE * len(prose)
    return day if is_under and all(other == day for _, other in alone) else None


def _alone(lines: Sequence[Line], places: Iterable[int], language: str | None) -> Iterator[tuple[int, str]]:
    """Of lines in these places those that are a day and no more, or have one in an element taken whole, and that day.

    No label says that it is another.
    """
    for place in places:
        before = lines[place - 1].text.rpartition("\n")[2] if place else ""
        pieces = lines[place].text.split("\n")
        for label, piece in zip([before, *pieces], pieces, strict=False):
            if len(piece) <= _LONGEST_ALONE and _may_have_year(piece):
                day = _day_alone(piece, label if len(label) <= _LONGEST_ALONE else "", language)
                if day is not None:
                    yield place, day


def _may_have_year(text: str) -> bool:
    return "20" in text or "19" in text or text.count(".") > 1


def _day_alone(text: str, label: str, language: str | None) -> str | None:
    said = folded(f"{label}\n{text}")
    if CHANGED.search(said) or NOT_OURS.search(said):
        return None
    written = Written(text, language)
    is_alone = len(written.days) == 1 and letters_beside(text, written.spans) <= _MOST_LETTERS
    return written.days[0] if is_alone else None


def _under_label(lines: Sequence[Line]) -> list[str]:
    """Of the first of them, one that says `Published` and no more: the one or two short lines right under it."""
    texts = [text if len(text) <= _LONGEST_BOX else "" for text in [line.text for line in lines]]
    return [found[1] for found in _LABELLED.finditer("\n".join(texts))]


def _has_label(text: str) -> bool:
    pieces = [piece for piece in text.split("\n") if len(piece) <= _LONGEST_LABEL]
    return any(map(_LABEL_ALONE.fullmatch, pieces))
