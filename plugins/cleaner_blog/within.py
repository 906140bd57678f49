"""Stages captions and credits, for lines that begin with anything, mostly a name: words within tell what they are.

A rule is tried on the lines that begin as its pattern does. Here the whole text is searched for a few words first,
all of them at once (`signs`), and only the lines that hold one are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import regex

from cleaner import Line, Mark
from cleaner_blog.signs import Groups
from cleaner_blog.words import NAME, WHEN

_LONGEST = 600
_NEWS = r"\b(?:said|told|arrested|detained|imprisoned|jailed|killed|murdered|accused|charged|sentenced)\b"
"""Who is written about, not who writes."""


class Kind(NamedTuple):
    """What lines may be."""

    signs: tuple[str, ...]
    """A line of this kind holds one of them."""
    pattern: str
    """Compiled when the first line comes that holds a sign: most processes meet few of them."""
    why: str


_EMBEDDED = Kind(
    ("pic.twitter.com/", " (@"),
    r".*pic\.twitter\.com/\w+.*|[—–-] ?.{2,60} \(@\w{2,30}\)(?: [^.!?]{3,20}\d{4})?",
    "embedded post",
)
_PLACES = tuple("l. r. li. re. links rechts M. Mitte left right centre center izquierda derecha izq. der.".split())
_KEPT = ("Archivbild", "Archivfoto", "Symbolbild", "Symbolfoto", "file photo", "File photo", "Foto de archivo")
_CAPTIONS = (
    Kind(
        (" left, ", " right, ", " center, ", " centre, "),
        (
            r".{0,300}\p{Lu}[\p{L}'’-]+, (?:(?:second|third|far|top|bottom|front|back) )?"
            r"(?:(?:from )?(?:left|right)|cent(?:er|re)), .{5,300}"
        ),
        "caption: who is where",
    ),
    Kind(
        tuple(f" ({place})" for place in _PLACES),
        rf".{{0,240}}\p{{Lu}}[\p{{L}}'’-]+ \((?:{'|'.join(map(regex.escape, _PLACES))})\).{{0,160}}",
        "caption: who is where",
    ),
    Kind(
        tuple(f"({kept})" for kept in _KEPT),
        rf".{{3,300}}\((?:{'|'.join(_KEPT)})\).{{0,160}}",
        "caption of a picture from an archive",
    ),
    Kind(
        ("Vergrößern des Bildes", "Bild vergrößern", "Enlarge this image", "Enlarge image"),
        r".{0,300}(?:Vergrößern des Bildes|Bild vergrößern|Enlarge (?:this )?image).{0,60}",
        "caption with its button",
    ),
    Kind(
        tuple(f".{ending}" for ending in ("jpg", "jpeg", "png", "gif", "webp", "JPG", "PNG")),
        (
            r"(?!.*(?:://|\b(?:is|are|called|named|uses?|rename|open|save|heißt|namens|nennt|speicherte?)\b))"
            r"[^!?]{1,100}\.(?:jpe?g|png|gif|webp|JPE?G|PNG)"
        ),
        "name of a picture's file",
    ),
    Kind(
        ("撮影）", "提供）", "＝", "（Ｃ）", "（C）", "[사진", "(사진"),
        (
            r"[^。]{4,200}（[^（）]{1,20}(?:撮影|提供)）|[^。]{4,200}＝[^＝。]{1,12}(?:撮影|提供|共同|ロイター|時事)"
            r"|[^。]{4,200}（[ＣC]）[^。]{2,20}|.{3,300}[\[(]사진(?: ?출처| ?제공)? ?[=:] ?[^\])]{1,40}[\])]"
        ),
        "caption with a credit",
    ),
)
_CONTRIBUTED = Kind(
    (" contributed ",),
    r"\p{Lu}.{3,300} contributed (?:to this (?:report|story)|reporting(?: \p{Ll}+ .{3,60})?)\.",
    "who contributed",
)
_DATED = Kind(
    (" | ", "\u00a0| ", " • ", " · ", " minutes ago", " hours ago", " hour ago", " days ago"),
    (
        rf"{NAME}(?:,? (?:and|und|et|y|e|&) {NAME})? {{1,2}}[|•·] {WHEN}(?: ?[-–|•·] .{{0,60}})?"
        rf"|{NAME} ?[|•·]? ?\d{{1,2}} (?:minute|hour|day)s? ago"
    ),
    "who wrote it, and when",
)
_STAFF = Kind(
    ("记者", "記者", "기자", "특파원", "칼럼니스트"),
    (
        r"[（(【\[]?\p{Han}{0,8}记者[ 　]\p{Han}{2,4}(?:[ 　、]\p{Han}{2,4}){0,5}[）)】\]]?"
        r"|[（(【\[]?\p{Han}{0,8}記者\p{Han}{2,4}[／/╱]\p{Han}{2,8}[）)】\]]?"
        r"|\p{Hangul}{2,4} ?\p{Hangul}{0,6} ?(?:기자|특파원|칼럼니스트)(?: ?[\w.+-]+@[\w.-]+)?"
    ),
    "byline",
)
_RIGHTS = Kind(
    ("转载", "轉載", "转发请注明", "侵权", "侵權", "文责自负", "投资建议", "据此操作", "入市需谨慎"),
    (
        r"[^。]{0,80}(?:如有侵[权權]|侵权(?:必究|请联系|删)|文责自负).{0,200}"
        r"|[^。]{0,80}(?:(?:转载|轉載|转发)(?:请|請|时请|须)?注明|(?:谢绝|禁止|严禁|不得)转载).{0,200}"
        r"|[^。]{0,160}(?:不构成[^。]{0,12}投资建议|据此操作，?风险|入市需谨慎).{0,120}"
    ),
    "whose it is, and who answers for it",
)
_SCAN = Kind(
    ("二维码", "二維碼", "扫一扫", "掃一掃", "扫码", "掃碼"),
    (
        r"[^。]{0,12}(?:扫描|掃描|长按|長按|识别|識別)[^。！？]{0,14}二[维維][码碼][^。！？]{0,24}"
        r"|[^。]{0,12}(?:扫一扫|掃一掃|扫码|掃碼)[^。！？]{2,24}"
    ),
    "asks to scan a code",
)
_AUTOMATIC = Kind(
    ("nicht bearbeitet", "automatisch ", "AI-genererad", "KI-generiert", "AI-generated", "KI generiert"),
    (
        r"(?:[^.!?]{3,80}nicht (?:redaktionell )?bearbeitet\. ?(?:Sie|Er|Es)"
        r"|(?:Diese[rs]?|Die|Der) (?:Meldung|Nachricht|Artikel|Text|Beitrag|Zusammenfassung)) [^.!?]{2,60}"
        r"automatisch (?:von|aus|durch) [^!?]{3,200}"
        r"|[^.!?]{3,60}(?:AI-genererad|KI-generiert|KI generiert|AI-generated)(?: [^.!?]{2,60})?\."
        r" (?:Felaktigheter|Fehler|Errors|It may|Sie kann|Er kann)\b[^.!?]{2,60}\.?"
    ),
    "made without hands",
)
_SIGNED = Kind(
    ("; Foto", "| Foto", "– Foto", "; Bild", "| Bild", "; Photo", "| Photo"),
    r"\p{Ll}{2,4}(?:[,/] ?\p{Ll}{2,4}){0,3} ?[;|–-] ?(?:Fotos?|Bild(?:er)?|Photos?)(?: \[M\])?: .{2,160}",
    "initials beside a photo credit",
)
_WRITER = r"(?:reporter|editor|journalist|(?<!song)writer|correspondent|columnist)"
_AUTOR = r"(?:[Rr]edakteur|[Jj]ournalist|[Kk]orrespondent|[Rr]eporter|[Kk]olumnist)(?:in)?"
_WORKS = (
    r"(?= (?:de|del|da|do|di|della|dell|en|em|na|no|para|per|presso|por|pela|freelance|independiente|especializad\p{L}+"
    r"|licenciad\p{L}+|formad\p{L}+|graduad\p{L}+|professionista|pubblicista|[ye] (?:escri|aut|colab|trab|edi|prof"
    r"|redac|dire|present|scri|collab|lavor|scritt|especial|licenc|mestr|doutor|fot))|[.,])"
)
"""What is said of who works as a journalist; news about journalists goes on otherwise."""
_SKETCH = Kind(
    (
        *("rnalist", "orrespon", "eporter", "edakt", "olumnist", "editor", "writer", "periodista", "édact", "epórter"),
        " schreibt ",
    ),
    (
        rf"{NAME}(?!.*{_NEWS})(?:, [^.]{{2,60}},)? (?:"
        rf"is (?:an? |the |our |\p{{L}}+['’]s )?(?:[\p{{L}}'’&-]+,? ){{0,6}}[\p{{L}}-]*{_WRITER}\b"
        rf"(?= (?:who|and|for|at|with|in|based|covering|on|of|from)\b|[.,])"
        rf"|schreibt (?:seit \d{{4}} )?(?:\p{{Ll}}+ )?(?:für|bei) \p{{L}}[\p{{L}}.-]+"
        rf"|ist (?:[\p{{L}}-]+ ){{0,4}}[\p{{L}}-]*{_AUTOR} (?:und|bei|beim|für|im|in|der|des|von|mit|aus)\b"
        r"|est (?:une? )?(?:[\p{L}-]+ )?(?:journaliste|rédact(?:eur|rice)|correspondante?)"
        r"(?= (?:à|au|aux|chez|pour|de|du|des|en|et|spécialis\p{L}+|indépendante?|pigiste|freelance)\b|[.,])"
        rf"|es (?:una? )?(?:periodista|corresponsal|columnista)\b{_WORKS}|è (?:una? )?giornalista\b{_WORKS}"
        rf"|é (?:uma? )?(?:jornalista|repórter|correspondente)\b{_WORKS}"
        r"|(?:är|er) (?:en )?[\p{L}-]*(?:reporter|journalist|redaktör|redaktør|skribent|korrespondent)\b).{10,500}"
    ),
    "who wrote it",
)


CAPTIONS = (_EMBEDDED, *_CAPTIONS)
"""Posts of other sites, and captions that end in a form of agencies or say who is where."""
CREDITS = (_SKETCH, _CONTRIBUTED, _DATED, _STAFF, _RIGHTS, _SCAN, _AUTOMATIC, _SIGNED)
"""Sentences about the author, who else took part, who wrote it and when, notes of Chinese and Korean pages,
that nobody edited it, and initials."""


def signs(kinds: Iterable[Kind]) -> Groups:
    """The signs of each kind."""
    return tuple(kind.signs for kind in kinds)


def marks(kinds: Sequence[Kind], held: Mapping[int, Iterable[Line]]) -> Iterator[Mark]:
    """Mark the lines of these kinds. `held`: the lines that hold one of its signs, by the place of the kind."""
    for place in sorted(held):
        kind = kinds[place]
        pattern = _compiled(kind.pattern)
        for line in held[place]:
            if len(line.text) <= _LONGEST and pattern.fullmatch(line.body):
                yield Mark(line, kind.why)


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)
