"""The head of a dump: menus, headline, date, byline and lead caption between the skip links and the article.

Nothing of it has a fixed wording, so it is read by position, and only where the hidden
`Accessibility links` heading stands above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

import regex

from cleaner import Line, Page
from cleaner_rferl.dates import is_date
from cleaner_rferl.evidence import claimed, ends_sentence, free_lines, is_item, is_label, is_prose
from cleaner_rferl.vocabulary import KICKERS, VERDICTS

_TOP = 40
"""The hidden heading stands within so many lines, or it is not the page's own."""
_LONGEST_HEAD = 300
_LONGEST_TITLE = 220
_BELOW = 25
"""So many lines under the headline can still be head: date, byline, share bar, player, captions, claim."""
_SHORTEST_CAPTION = 40
_FEW = 6
"""With no more lines than these above the article there is no menu among them."""

_KICKERS = frozenset(word.casefold() for word in KICKERS)
_VERDICTS = frozenset(word.casefold() for word in VERDICTS)
_NAME = r"[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*"
_BY = regex.compile(r"(?:By|Автор[иы]?|Аўтар|Autori?|Piše|Пише|نویسنده):? ")
_NAMES = regex.compile(rf"{_NAME}(?: {_NAME}){{1,3}}(?:(?:,| and| и| і| i) {_NAME}(?: {_NAME}){{1,3}})*")
_CREDITED = regex.compile(
    r"(?:FILE|File photo|Архив|Архів|Архіў|Иллюстра|Ілюстра|Ілюстра|Ilustra).*"
    r"|.*[(\[][^()\[\]]*(?:file|photo|Photo|AP|AFP|Reuters|Getty|EPA|TASS|VOA|RFE|архив|архів|фото|ilustra|arhiv)[^()\[\]]*[)\]]\.?"
)
_PICTURED = regex.compile(
    r"\((?:left|right|center|centre|top|bottom|second from|слева|справа|в центре|ліворуч|праворуч)\b"
    r"|\b(?:pictured|is seen|are seen|seen here)\b"
    r"|\b(?:in|on|at) [^.]{2,60}, \d{4}\.?$"
)
"""Who stands where, or a day with its year at the end: news gives the day alone."""
_SHOWN = regex.compile(
    r"\b(?:poses?|gestures?|shakes? hands|attends?|addresses|speaks?|looks? (?:on|at)|takes? part|counts?|carr(?:y|ies)"
    r"|walks? (?:past|along|near|in|through)|stands?|holds?|inspects?|greets?|delivers?|arrives?|waits?|works?|sits?)\b"
)
_TOLD = regex.compile(r"\b(?:said|says|told|was|were|had|has|have|will|would|according)\b")


class Head(NamedTuple):
    """The parts of a dump's head."""

    title: Line
    menu: tuple[Line, ...] = ()
    repeats: tuple[Line, ...] = ()
    """The headline again."""
    dates: tuple[Line, ...] = ()
    bylines: tuple[Line, ...] = ()
    caption: Line | None = None
    claim: tuple[Line, ...] = ()
    """The card of a fact check: who said what, and the verdict."""


def read_head(page: Page) -> Head | None:
    """The head, if this is a dump that begins with the hidden heading and has a headline."""
    anchors = claimed(page, "accessibility") if page.tree is None else ()
    if not anchors or anchors[0] > _TOP:
        return None
    title = _title(page, anchors[0] + 1)
    if title is None:
        return None
    below = page.lines[title.number + 1 : title.number + _BELOW]
    details = list(takewhile(lambda line: line.number in page.claims or _is_detail(line, title), below))
    rest = free_lines(page, title.number + 1 + len(details), title.number + _BELOW)
    content = [line for line in rest if line.body != title.body]
    return Head(
        title,
        tuple(free_lines(page, anchors[0], title.number)),
        tuple(line for line in below if line.body == title.body),
        tuple(line for line in details if is_date(line.text)),
        tuple(line for line in details if _is_byline(line)),
        None if any(_is_others(page, line) for line in details) else _caption(content),
        _claim(content),
    )


def _is_detail(line: Line, title: Line) -> bool:
    return is_date(line.text) or _is_byline(line) or line.body == title.body


def _is_others(page: Page, line: Line) -> bool:
    """Whether the generic plugin takes it, and it is long enough to be the lead caption."""
    by = page.claims.get(line.number, "")
    return not by.startswith("rferl/") and len(line.text) >= _SHORTEST_CAPTION and not is_date(line.text)


def authors(bylines: Sequence[Line]) -> tuple[str, ...]:
    """The names in bylines."""
    names = (_BY.sub("", line.body) for line in bylines)
    return tuple(name for text in names for name in regex.split(r", (?:and )?| (?:and|и|і|i) ", text) if name)


def _title(page: Page, start: int) -> Line | None:
    """The headline: right above the date, or right under the news bar, or the first line of a short head."""
    window = list(takewhile(lambda line: not is_prose(line, 80), page.lines[start : start + _LONGEST_HEAD]))
    bars = [number for number in claimed(page, "breaking-news") if start <= number < start + len(window)]
    if bars:
        window = [line for line in window if line.number > bars[-1]]
    free = [line for line in window if line.number not in page.claims and "\n" not in line.text]
    candidates = [line for line in free if not is_item(line) and is_label(line, _LONGEST_TITLE)]
    date = next((line.number for line in window if is_date(line.text)), 0)
    if above := [line for line in candidates if line.number < date]:
        return max(above[-3:], key=lambda line: len(line.text))
    if bars or len(free) <= _FEW:
        return _below_kickers(candidates)
    return _repeated(candidates)


def _below_kickers(candidates: Sequence[Line]) -> Line | None:
    labels = takewhile(lambda at: _is_kicker(*(line.text for line in candidates[at : at + 3])), range(len(candidates)))
    return next(iter(candidates[len(list(labels)) :]), None)


def _is_kicker(label: str, below: str = "", further: str = "") -> bool:
    """Whether a section label: known, or so short that the longer line under it must be the headline."""
    if label.casefold() in _KICKERS:
        return True
    short = len(label) <= 30 and label.count(" ") <= 2
    return short and below.count(" ") >= max(2, label.count(" ") + 1) and below != further and not ends_sentence(below)


def _repeated(candidates: Sequence[Line]) -> Line | None:
    """The first longer line that stands there twice: the headline, in the page and in its sticky bar."""
    texts = [line.text for line in candidates]
    return next((line for line in candidates if len(line.text) >= 20 and texts.count(line.text) > 1), None)


def _is_byline(line: Line) -> bool:
    if len(line.body) > 90 or ends_sentence(line.body):
        return False
    by = _BY.match(line.body)
    return (is_item(line) or by is not None) and bool(_NAMES.fullmatch(line.body[by.end() if by else 0 :]))


def _caption(content: Sequence[Line]) -> Line | None:
    """The lead picture's caption when it stands there once: credited, or no sentence although prose follows."""
    if len(content) < 2 or is_item(content[0]) or len(content[0].text) > 400:
        return None
    first, second = content[0], content[1]
    bare = first.text[-1].isalnum() and first.text.count(" ") >= 3
    if _CREDITED.fullmatch(first.text) or (is_prose(second, 60) and (bare or _is_pictured(first.text, second.text))):
        return first
    return None


def _is_pictured(text: str, below: str) -> bool:
    """Whether one sentence says what is to be seen: in the present tense, above a report that is not."""
    if len(text) > 250 or ". " in text:
        return False
    shown = len(text) <= 160 and len(text) < len(below) and bool(_SHOWN.search(text))
    return bool(_PICTURED.search(text)) or (shown and not _TOLD.search(text) and bool(_TOLD.search(below)))


def _claim(content: Sequence[Line]) -> tuple[Line, ...]:
    """Everything down to the verdict, and the verdict's own line of explanation."""
    at = next((i for i, line in enumerate(content) if line.body.casefold() in _VERDICTS), 0)
    if not at:
        return ()
    explained = at + 1 < len(content) and is_label(content[at + 1], 150)
    return tuple(content[: at + 1 + explained])
