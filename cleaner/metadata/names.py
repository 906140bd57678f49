"""Who wrote it: people out of bylines and author fields, and the agencies among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import regex

from cleaner.metadata.words import tidy

_AGENCIES = frozenset(
    """
    aap adnkronos afp agence_france-presse agenturen agencies akp ani ansa anadolu_agency anadolu_ajansı ap apa
    associated_press the_associated_press belta bloomberg_news bta canadian_press the_canadian_press ctk čtk
    dapd ddp deutsche_presse-agentur dpa dpa-afx dpa-infocom dts dts_nachrichtenagentur efe europa_press epd
    hina ians interfax irna itar-tass jiji_press keystone-sda kna kyodo kyodo_news lusa mti ntb pa pa_media
    press_association pap press_trust_of_india pti reuters rtr ria_novosti риа_новости интерфакс
    рейтер рейтерс sapa sda sid tanjug tass тасс ukrinform укринформ укрінформ унн уніан
    upi xinhua yonhap agerpres mediafax belga ritzau stt tt_nyhetsbyrån sputnik 共同 共同通信 時事 時事通信
    新华社 新華社 中央社 연합뉴스 agencias redacción_y_agencias agencia_efe agenzia_ansa
    afp_deutschland reuters_staff staff_and_agencies
    """.split()
)
_SHORT = 4
_SMALL_TOO = frozenset("dpa afp epd kna sid dts sda efe тасс ansa".split())
"""Other short names of agencies are written in capitals; in small letters they are somebody's initials."""
_WORDED = frozenset(name.replace("_", " ") for name in _AGENCIES)

_BY = regex.compile(
    r"(?:(?:(?i:written|posted|published|reported|reporting|story|text|words|article|authored|review|reviewed"
    r"|submitted|compiled|created) )?"
    r"(?:[Bb]y|BY)|[Vv]on|VON|(?i:(?:ein )?(?:kommentar|gastbeitrag|bericht|interview|artikel|essay|analyse)"
    r" von)|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|[Tt]ekst|[Tt]ext(?:e|o|y)?|От|Пише|Piše"
    r"|(?i:author|authors|autor(?:in|en|e|es)?|auteure?|autore|forfatter|verfasser|skribent|written|автор[ыи]?"
    r"|аўтар|yazar|yazan"
    r"|редакция|szerző|kirjoittaja|auteurs|foto und text|bericht))"
    r"(?:\s?[:/|]\s?|\s+(?=\p{Lu}|\p{Lo}|d[aei] |v[ao]n |\p{Ll}+/)|$)"
)
_PLAIN = re.compile(r"([A-Z][a-zà-öø-ÿ'’.-]+)(?: [A-Z][\w'’.-]*)? ([A-ZÀ-Þ][a-zà-öø-ÿ'’-]+)")
_NOT_FIRST = frozenset(
    "By Von Par Por Di Door Av Af Text Texte Texto Tekst Written Posted Author Autor Staff Senior News The".split()
)
_NOT_LAST = frozenset(
    "writer editor reporter staff correspondent desk team journalist columnist press tass author contributor"
    " redakteur".split()
)
"""For the plainest and most frequent of names, which needs none of what follows."""
_MAIL = regex.compile(r"[\s(<\[]*[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>\]]*")
_HANDLE = regex.compile(r"[\s(]*@\w{2,30}\)?")
_BRACKETS = regex.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]")
_BETWEEN = regex.compile(
    r"\s*[;|•·\u2022]\s*|\s+[/&+]\s+|,?\s+(?:and|und|et|og|och|oraz|ja|και|и|та|й|і|і|ve|with|mit|avec"
    r"|con)\s+(?=\p{Lu}|\p{Lo}|d[ae] |v[ao]n |[\p{Ll}/]{2,6}$)"
    r"|,\s*(?:and\s+)?|、|(?<=\p{L}{2})/(?=\p{Lu}\p{Ll}+ \p{Lu})"
)
_SMALL = regex.compile(r"\s+(?:y|e|i|a|en)\s+(?=\p{Lu}[\p{L}\p{M}.'’-]*\s\p{Lu})")
"""Words of one or two letters join two people only if both have two names."""
_FULL = regex.compile(r"\p{Lu}[\p{L}\p{M}.'’-]*(?:\s[\p{L}\p{M}.'’-]+){0,3}\s\p{Lu}[\p{L}\p{M}.'’-]+")
_INITIALS = regex.compile(r"[\p{Ll}\p{Lu}]{1,4}(?:/[\p{Ll}\p{Lu}]{1,4})+")
_ROLE = regex.compile(
    r"(?i)(?:(?:the|senior|junior|chief|deputy|managing|contributing|associate|assistant|staff|freelance|special"
    r"|political|foreign|news"
    r"|sports?|health|science|business|tech(?:nology)?|data|video|digital|web|guest|lead|executive|national"
    r"|investigative|opinion|fashion|money|travel|food|culture|white house) )*"
    r"(?:reporters?|editors?(?:[- ]in[- ]chief)?|writers?|correspondents?|journalist(?:in|en|a|e|es)?"
    r"|columnists?|contributors?|author|producers?|bureau chief|photographer|blogger"
    r"|redakteur(?:in)?|redaktor(?:in)?|redaktion|chefredakt(?:eur|or)(?:in)?|korrespondent(?:in|en)?"
    r"|reporter(?:in)?|autor(?:in|a)?|gastautor(?:in)?|volontär(?:in)?|freie[r]? (?:journalist|autor"
    r"|mitarbeiter)(?:in)?"
    r"|journalistin|rédact(?:eur|rice)|correspondante?|envoyée? spéciale?|redactora?|periodista|corresponsal"
    r"|giornalista|redattore|inviat[oa]"
    r"|корреспондент|журналист|редактор|обозреватель|ph\.?d\.?|m\.?d\.?|mba|jr\.?|sr\.?|cpa|cfp®?|rd|rn)(?:(?:"
    r" (?:for|at|of|in|bei|für|der|des|de)\b|,).*)?"
)
_JUNK = regex.compile(
    r"(?i)(?:admin(?:istrator)?|user|guest|editor|author|unknown|null|none|undefined|nan|n/a|true|false"
    r"|(?:your |author )?name|news|nachrichten|noticias|redaktion \d+|webmaster|root|\W*|\d[\d\W]*)"
)
_TAIL = regex.compile(
    r"\s+(?:(?i:published|updated|posted|last updated|on)\b\s.*|[-–—]\s.*|(?:in|aus) \p{Lu}.*|\|.*)$"
    r"|,?\s+(?:für|for)\s(?:die |das |den |the )?\p{Lu}.*$"
)
_LONGEST = 60


class People(NamedTuple):
    """Who is named as an author."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


def people(values: Iterable[str]) -> People:
    """The people and the agencies in these author fields or bylines, each once, as they are written there."""
    authors: dict[str, str] = {}
    agencies: dict[str, str] = {}
    for value in values:
        for name in _names(tidy(value)):
            named = name.split("/")  # `dpa/AFP` is two agencies, `kb/mo` one sign-off
            if all(map(_is_agency, named)):
                agencies.update((agency.casefold(), agency) for agency in named if agency.casefold() not in agencies)
            else:
                authors.setdefault(name.casefold(), name)
    return People(tuple(authors.values()), tuple(agencies.values()))


def _is_agency(name: str) -> bool:
    lowered = name.casefold().rstrip(".")
    return lowered in _WORDED and (len(name) > _SHORT or name.isupper() or lowered in _SMALL_TOO)


def _names(text: str) -> Iterable[str]:
    if (plain := _PLAIN.fullmatch(text)) and plain[1] not in _NOT_FIRST and plain[2].lower() not in _NOT_LAST:
        return (text,)
    if not text or "://" in text or text.startswith(("www.", "#")) or len(text) > 400:
        return ()
    if text.isalpha() and not _JUNK.fullmatch(text):
        return (text,)
    if "@" in text:
        text = _HANDLE.sub("", _MAIL.sub("", text)).strip(" ()[]")  # `ada@example.org (Ada Gull)`, as feeds have it
    text = text[by.end() :] if (by := _BY.match(text)) else text
    if "(" in text or "[" in text:
        text = _BRACKETS.sub("", text)
    parts = [part for piece in _BETWEEN.split(text) for part in _by_small_words(piece)]
    return [name for part in parts if (name := _name(part))]


def _by_small_words(text: str) -> list[str]:
    parts = _SMALL.split(text)
    return parts if len(parts) > 1 and all(_FULL.fullmatch(part) for part in parts) else [text]


def _name(part: str) -> str:
    """One name without what stands around it; empty for a role, or for what is no name."""
    name = _TAIL.sub("", part).strip(" \t.,:;-–—|*'\"“”„")
    if part.endswith(".") and regex.search(r"\b\p{Lu}\.$|\b(?:Jr|Sr|Dr)\.$", part.strip()):
        name += "."
    by = _BY.match(name)
    name = name[by.end() :] if by and by.end() < len(name) else name
    if len(name) > _LONGEST or _ROLE.fullmatch(name) or _JUNK.fullmatch(name):
        return ""
    return name


def is_person(name: str) -> bool:
    """Whether it is written as the name of somebody: two to five words, the first and the last with capitals."""
    return _FULL.fullmatch(name) is not None


def is_initials(name: str) -> bool:
    """Whether it is a sign-off such as `kb/mo`."""
    return _INITIALS.fullmatch(name) is not None
