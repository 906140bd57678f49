"""Days that lines show by themselves: labelled wherever they stand, alone beside the headline or under the text."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cleaner.metadata.dates import Written
from cleaner.metadata.words import folded

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
_ANY_PUBLISHED = re.compile(rf"(?i)\n(?=[fpev\u043e发發公投掲입기등]){_LABELS}(?![^\W\d_])")
"""The same at the beginning of any line. To ask for its first letter first saves a third of the time."""
_LABELLED = re.compile(rf"(?im)^{_LABELS} ?:?\n(.{{1,20}}(?:\n.{{1,20}})?)$")
"""What stands under a label that stands alone."""
_MOST_LETTERS = 10
"""Letters beside a day that stands alone: its weekday, or `Uhr`."""
_PROSE = 100
_RIGHT_ABOVE, _RIGHT_BELOW = 2, 6
"""Lines from the headline in which a day alone is that of the article."""
_UNDER, _MOST_ABOVE = 6, 0.8
"""Lines under prose in which it is, if no other line of the page has one; and the share of all prose over it."""


def with_year(texts: Iterable[str]) -> list[int]:
    """The places of those that may have a year, as few do: it costs less to ask than to look for a date."""
    return [place for place, text in enumerate(texts) if "20" in text or "19" in text or text.count(".") > 1]


def letters_beside(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """How many letters a line has beside its dates."""
    for start, stop in reversed(spans):
        text = text[:start] + text[stop:]
    return sum(map(str.isalpha, text))


def labelled_day(texts: Sequence[str], language: str | None) -> str | None:
    """The day that a short line anywhere says it was published, as old blogs do under a post; None if several do."""
    if not _ANY_PUBLISHED.search("\n".join(["", *texts])):
        return None
    said = [text for text in texts if len(text) <= _LONGEST and _PUBLISHED.match(text)]
    days: set[str] = set()
    for text in (*said, *_under_labels(texts)):
        if not NOT_OURS.search(folded(text)):
            days.update(Written(text, language).days)
    return days.pop() if len(days) == 1 else None


def day_beside(texts: Sequence[str], headline: int, language: str | None) -> str | None:
    """The first day that stands alone right under the line with the number `headline`, else right over it."""
    below = texts[headline + 1 : headline + 1 + _RIGHT_BELOW]
    above = texts[max(0, headline - _RIGHT_ABOVE) : headline]
    near = [text for text in (*below, *reversed(above)) if len(text) <= _LONGEST_ALONE and "\n" not in text]
    return next((day for _, day in _alone(near, language)), None)


def day_below(texts: Sequence[str], claims: Mapping[int, str], language: str | None) -> str | None:
    """The day that stands alone right under nearly all prose, if none stands so anywhere else."""
    alone = _alone(texts, language)
    number, day = next(alone, (0, ""))
    if not day or _PUBLISHED.match(texts[number]) or "comment" in claims.get(number, ""):
        return None  # labelled, as others are, or that of a comment
    prose = [place for place, text in enumerate(texts) if len(text) > _PROSE and place not in claims]
    above = bisect(prose, number)
    is_under = above and number - prose[above - 1] <= _UNDER and above >= _MOST_ABOVE * len(prose)
    return day if is_under and all(other == day for _, other in alone) else None


def _alone(texts: Sequence[str], language: str | None) -> Iterator[tuple[int, str]]:
    """The places of lines that are a day and no more, or have one in an element taken whole, and that day.

    No label says that it is another.
    """
    short = [place for place, text in enumerate(texts) if len(text) <= _LONGEST_ALONE or "\n" in text]
    for place in map(short.__getitem__, with_year(map(texts.__getitem__, short))):
        before = texts[place - 1].rpartition("\n")[2] if place else ""
        pieces = [before, *texts[place].split("\n")]
        for number in with_year(pieces[1:]):
            label, piece = pieces[number : number + 2]
            if len(piece) <= _LONGEST_ALONE:
                day = _day_alone(piece, label if len(label) <= _LONGEST_ALONE else "", language)
                if day is not None:
                    yield place, day


def _day_alone(text: str, label: str, language: str | None) -> str | None:
    said = folded(f"{label}\n{text}")
    if CHANGED.search(said) or NOT_OURS.search(said):
        return None
    written = Written(text, language)
    is_alone = len(written.days) == 1 and letters_beside(text, written.spans) <= _MOST_LETTERS
    return written.days[0] if is_alone else None


def _under_labels(texts: Sequence[str]) -> Iterator[str]:
    """The one or two short lines right under each that says `Published` and no more."""
    for number, text in enumerate(texts):
        if len(text) <= _LONGEST_BOX and _has_label(text):
            below = [text if len(text) <= _LONGEST_BOX else "" for text in texts[number : number + 3]]
            yield from (found[1] for found in _LABELLED.finditer("\n".join(below)))


def _has_label(text: str) -> bool:
    pieces = [piece for piece in text.split("\n") if len(piece) <= _LONGEST_LABEL]
    return any(map(_LABEL_ALONE.fullmatch, pieces))
