"""Stage captions: alternative texts that describe a picture to who cannot see it, `A woman looking at a ferry`.

A sentence of an article has a finite verb; such a description has a participle alone (English), or a verb of posture in
the present (German). Of the 924 gold bodies of the open corpora none has such a line, of their dumps with alternative
texts some fifty.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Rule
from cleaner_blog.words import any_of, one_of

_WHO = one_of(
    "man woman men women people person couple child children boy girl hand hands crowd group_of_\\w+ group soldiers?"
    " police_officers?"
)
_FINITE = one_of(
    "was were is are has have had said says did does will would could can may might must told fell came went took got"
    " made left found lost won hit ran sat stood began broke drove flew gave held knew led met paid sent shot sold"
    " spoke spent struck thought threw wore wrote kept brought bought caught heard saw understood became felt grew drew"
    " who which \\w+(?<!acros)s_(?:an?|that|his|her|their|its) (?:wants|hopes|plans|needs|tries|seems)_to"
)
_SOMEBODY = rf"(?:\p{{Ll}}+ ){{0,2}}{_WHO}\b"
_ENGLISH = (
    rf"(?:An?|Two|Three|Several) (?={_SOMEBODY})(?!.*\b(?:{_FINITE}|\p{{Ll}}+ed)\b){_SOMEBODY}(?: \p{{Ll}}+){{0,3}}"
    r" \p{Ll}+ing\b[^.!?]{5,180}\.?"
)
"""Somebody is looked for first: few lines have one, and to look for a verb costs more."""

_WER = one_of(
    "Mann Frau Menschen Männer Frauen Kind Kinder Personen Person Hand Hände Polizist Polizisten Junge"
    " Mädchen Paar Gruppe"
)
_POSTURE = one_of(
    "steht stehen sitzt sitzen liegt liegen hält halten schaut schauen blickt blicken läuft laufen trägt tragen zeigt"
    " zeigen tippt tippen lächelt umarmt betrachtet bedient unterhalten_sich begleitet mit vor auf neben hinter"
)
_NEWS = one_of(
    "Gericht Verdacht Haft Untersuchungshaft Gefängnis Krankenhaus Anklagebank Schock"
    " ist sind war waren hat haben hatte wurde wurden wird werden soll sollen will muss kann"
)
"""What somebody can stand or sit in without any picture, and verbs that tell and do not show."""
_AND = r"und \p{Ll}+t(?: \p{Ll}+)?\.?$"
"""Who sits there and also does something is in a story."""
_JEMAND = rf"(?:\p{{Ll}}+ ){{0,2}}{_WER}\b"
_GERMAN = (
    rf"(?:Eine?|Zwei|Drei|Mehrere) (?={_JEMAND})(?!.*\b(?:{_NEWS}\b"
    rf"|{_AND})){_JEMAND}(?: mit [^.!?,]{{3,40}})? {_POSTURE}\b"
    r"[^.!?]{5,140}\.?"
)


def rules() -> Iterator[Rule]:
    """Give the rule for alternative texts."""
    yield Rule(
        "alternative-text",
        "captions",
        line=any_of(_ENGLISH, _GERMAN),
        sample="A woman looking at a ferry in the harbour",
        spares="A woman looking at the ferry fell into the harbour.",
        why="describes a picture",
    )
