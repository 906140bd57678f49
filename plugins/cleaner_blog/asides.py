"""Stage navigation: what a page itself sets apart from its article, in whatever language.

A label in capitals that leads several lines (`ALSO READ | ...`), boxes whose last line says which box ends there, and
what begins like prose and ends in an invitation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import regex

from cleaner import Line, Mark, Page

_BAR = " | "
SIGNS = (
    (_BAR,),
    ("End of ", "Ende de", "Fin de"),
    ("ier geht", "ier gratis", "ier kostenlos", "etzt gratis", "etzt kostenlos", " here.", " here!"),
)
"""What lines hold that may be under a label, the end of a box, an invitation."""
_LABEL_WORDS, _TITLE_WORDS = 2, 4
"""Words that a label and what it leads to have at least: `NEW YORK | 10 pm` is a line of a table."""
_END = regex.compile(r"(?:End of|Ende de[rs]|Fin (?:de la|del?)) (?P<box>\p{L}[^.!?:]{5,80})")
_SKIP = regex.compile(r"(?:Skip|Überspringe|Passer) ")
_INVITING = regex.compile(
    r".{10,300}\b(?:Hier geht(?: es|['’]s) zur (?:Anmeldung|App)|(?:Hier|Jetzt) (?:gratis|kostenlos)"
    r" (?:herunterladen|anmelden|abonnieren|testen|lesen)|(?:Sign up|Subscribe) (?:now |for free )?here"
    r"|Download (?:the app |it )?(?:for free )?here)[.!]"
)
_LONGEST_BOX, _LONGEST_NAME = 30, 100
"""Lines of a box, and characters of what it is called."""
_STEM = 5
"""Letters of a word that its cases have in common."""


def asides(page: Page, held: Mapping[int, Iterable[Line]]) -> Iterator[Mark]:
    """Mark lines under a label that leads others as well, boxes that say where they end, and invitations.

    `held`: the lines that hold a sign, by the place of its group.
    """
    if not held:  # as on most pages
        return
    labelled, ends, inviting = [held.get(place, ()) for place in range(len(SIGNS))]
    yield from _labelled(labelled)
    yield from _boxes(page, ends)
    yield from (Mark(line, "invites to sign up") for line in inviting if _INVITING.fullmatch(line.body))


def _labelled(lines: Iterable[Line]) -> Iterator[Mark]:
    found = defaultdict[str, list[Line]](list)
    for line in lines:
        label, bar, title = line.body.partition(_BAR)
        if bar and label.isupper() and len(label.split()) >= _LABEL_WORDS and len(title.split()) >= _TITLE_WORDS:
            found[label].append(line)
    for label, led in found.items():
        if len(led) > 1:
            yield from (Mark(line, f"led by {label!r}, as others are") for line in led)


def _boxes(page: Page, ends: Iterable[Line]) -> Iterator[Mark]:
    """Mark each box with the line above it that names it and the one below that ends it."""
    lines = page.lines
    for line in ends:
        if (end := _END.fullmatch(line.body)) is None:
            continue
        called, place = _stems(end["box"]), line.number
        above = range(place - 1, max(-1, place - 1 - _LONGEST_BOX), -1)  # rules may have taken what names it
        if (begin := next((at for at in above if _stems(lines[at].body) == called), None)) is not None:
            yield from (Mark(inside, f"in a box that ends below: {line.body}") for inside in lines[begin : place + 1])


def _stems(text: str) -> list[str]:
    """How the words of what a box is called begin; nothing of lines that are too long to call one."""
    if len(text) > _LONGEST_NAME:
        return []
    return [word[:_STEM] for word in _SKIP.sub("", text, count=1).casefold().split()]
