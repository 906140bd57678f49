"""The charset of bytes in Latin script that nobody declared: the one in which they spell as some language does.

Detectors by single signs take French for Lithuanian here: all these charsets have a letter at nearly every byte. What
tells them apart is that a language writes few letters beyond ASCII, and some of them far more often than others.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from math import log
from typing import NamedTuple

_WESTERN = (
    "éàèêçùâîôûëïœüæÿ",  # French
    "üäößéàè",  # German
    "óíáéñúü",  # Spanish
    "ãçáéíóêõâúàôü",  # Portuguese
    "àèùòìéóîí",  # Italian
    "äåöéàü",  # Swedish
    "äöåéšž",  # Finnish
    "åøæéöäüòô",  # Danish, Norwegian
    "éëïèóöüêç",  # Dutch
    "àéèóíçòúïü",  # Catalan
    "íðáéóöþúæý",  # Icelandic
    "äõüöšž",  # Estonian
    "ëç",  # Albanian
)
_CENTRAL = (
    "łęąóżśćńź",  # Polish
    "íáéěčžšřýůúťďňó",  # Czech
    "áíéčýžšťľúňôďäóĺŕ",  # Slovak
    "éáóöíőüúű",  # Hungarian
    "ăîâşţéö",  # Romanian
    "čšžćđ",  # Croatian, Slovene
)
_TURKISH = ("ıüşçğöiâîû",)  # the dotted capital is a plain i when small
_BALTIC = ("ėšųžūąįčę", "āīēšņūļžķģč", "äõüöšž")
_LANGUAGES = {
    "cp1252": _WESTERN,
    "cp1254": _TURKISH,
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1257": _BALTIC,
}
"""Letters beyond ASCII, the frequent ones first; charsets that more pages have stand first too, and win a draw."""
_IN_NAMES = "éüáöóíñäèçãåøâêëïôúàîùûæœßšžõòìÿýð"
"""What English writes, seldom, and in names and loan words of all these languages."""
_SIGNS = frozenset("“”„‘’‚–—…•«»‹›€£§©®™°·¡¿ªº²³½¼¾×†´\xa0\xad")

_OFTEN, _SELDOM = 0.04, 0.002
"""How many letters of a text are beyond ASCII."""
_SIGN, _FOREIGN, _STRANGE = log(1e-3), log(1e-5), log(1e-7)
_COMMON = 3.0
"""How much more readily cp1252 is believed: far more pages are in it than in all the others."""
_STRANGE_ONE_IN = 20
_BEYOND_ONE_IN = 3
"""More letters beyond ASCII than that are a script of their own."""
_LETTERS = bytes(byte for byte in range(256) if byte > 127 or chr(byte).isalpha())
_HIGH = range(128, 256)


class _Spelling(NamedTuple):
    charset: str
    costs: dict[int, float]
    """How likely each byte is beyond ASCII, as a logarithm."""
    plain: float
    """The same of a letter that is ASCII."""
    head_start: float


@cache
def _spellings() -> tuple[_Spelling, ...]:
    foreign = _spelling("cp1252", _IN_NAMES, _SELDOM)
    return foreign, *(_spelling(name, one, _OFTEN) for name, letters in _LANGUAGES.items() for one in letters)


def _spelling(charset: str, alphabet: str, rate: float) -> _Spelling:
    """Letters are taken to be the less frequent the later they stand, as words are in Zipf's law."""
    whole = sum(1 / rank for rank in range(1, len(alphabet) + 1))
    known = {letter: log(rate / rank / whole) for rank, letter in enumerate(alphabet, 1)}
    known = dict.fromkeys(_IN_NAMES, _FOREIGN) | dict.fromkeys(_SIGNS, _SIGN) | known
    shown = {byte: bytes((byte,)).decode(charset, "replace").lower()[0] for byte in _HIGH}
    costs = {byte: known.get(letter, _STRANGE) for byte, letter in shown.items()}
    return _Spelling(charset, costs, log(1 - rate), _COMMON if charset == "cp1252" else 0.0)


def latin_charset(sample: bytes) -> str:
    """The charset in which `sample`, a text without markup, is most likely spelled; "" if it is in none of these."""
    letters = len(sample) - len(sample.translate(None, _LETTERS))
    high = Counter(sample.translate(None, bytes(range(128))))
    beyond = high.total()

    def likelihood(one: _Spelling) -> float:
        spelled = sum(one.costs[byte] * count for byte, count in high.items())
        return one.head_start + one.plain * (letters - beyond) + spelled

    best = max(_spellings(), key=likelihood)
    strange = sum(count for byte, count in high.items() if best.costs[byte] <= _FOREIGN)
    is_latin = beyond > 0 and strange * _STRANGE_ONE_IN <= beyond and beyond * _BEYOND_ONE_IN <= letters
    return best.charset if is_latin else ""
