"""Sign-offs: who else reported. They leave the text and stay as `metadata.agencies`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleaner import Rule

_LOWER = (
    "a|am|and|at|by|de|der|die|dpa|dpa-AFX|e|epd|for|from|i|in|la|le|local|media|news|of|on|other|state|the|und|with"
    "|agency|agencies|correspondents?|outlets?|reporters?|reports?|sources|stringers?"
    "|а|в|и|і|й|на|также|агентства?|агенств|агенції|агенцій|агенцтваў?|газеты|издания|изданий|информагентств|інформагенцій"
    "|каналов|корреспондентов?|радио|сайта|сайту|та|телеканала|ды|видань|выданьняў|медіа|медыя|сервиса|службы|служби"
    "|агенција|агенцијe|agencija|agencije|servisa|službi|slobodnoj|slobodna"
)
_TOKEN = (
    rf"(?:[«\"“(]?[\p{{Lu}}\d](?:[^\s,!?;:.]|\.(?=\S))*+|(?:{_LOWER})\b(?![-/])|[\p{{Ll}}\d-]++\.\p{{Ll}}{{2,4}}\b)"
)
_NAMES = rf"{_TOKEN}(?:,? {_TOKEN})*+[.)»\"”]{{0,2}}"
"""Capitalised words and the few small ones that join them. Prose has a verb and does not fit."""

_AGENCIES_RU = r"(?:информационных агентств |информагентств |агентств[а]? |СМИ |изданий |издания )?"


def _rule(name: str, line: str, sample: str, spares: str) -> Rule:
    return Rule(name, "credits", line=line, sample=sample, spares=spares, why="sign-off: kept as agencies")


RULES = (
    _rule(
        "sign-off-with",
        rf"\(?[Ww]ith (?:additional |further )?(?:reporting|contributions|material) (?:by|from) {_NAMES}",
        "With reporting by Wire One, Wire Two, and dpa",
        "With reporting by a colleague still banned, the newsroom turned to its archive.",
    ),
    _rule(
        "sign-off-based",
        r"\(?[Bb]ased on (?:additional |original )?(?:reporting|reports?|a report|an? (?:original )?"
        rf"(?:story|article|report)(?: in \p{{Lu}}\p{{L}}+)?|material) (?:by|from) {_NAMES}",
        "Based on reporting by Reuters, AP, and RFE/RL's Tajik Service",
        "Based on reporting by Reuters, the committee opened an inquiry.",
    ),
    _rule(
        "sign-off-written",
        r"(?:[Ww]ritten|[Rr]eported|[Tt]ranslated|[Aa]dapted)(?: (?:and \p{Ll}+|in \p{Lu}[\p{L} ,]{1,30}))? by"
        rf" [^.!?]{{2,80}}?,? (?:based on|with) (?:\p{{Ll}}+ )?(?:\p{{Ll}}+ )?(?:by|from) {_NAMES}",
        "Written by Jana Example based on reporting by RFE/RL's Kazakh Service",
        "Written by Jana Example in a single night, the book is based on letters by her aunt, who kept them.",
    ),
    _rule(
        "sign-off-compiled",
        rf"\(?(?:[Tt]his (?:report|story|article) (?:was|is) )?[Cc]ompiled from {_NAMES}",
        "This report was compiled from Reuters reports.",
        "Compiled from three years of letters, the book is out now.",
    ),
    _rule(
        "sign-off-some",
        r"[*(]?(?:[Ss]ome|[Pp]arts?|[Ii]nformation|[Mm]aterial) (?:of the )?"
        r"(?:information |material |content )?(?:for |in |of |used in )?"
        r"this (?:report|story|article) "
        rf"(?:(?:was|were|is|came|comes) )?(?:also )?(?:provided by|taken from|contributed by|from) {_NAMES}",
        "Some information for this report was provided by AFP.",
        "Some of the material was taken from Aksu.",
    ),
    _rule(
        "sign-off-material",
        rf"[Mm]aterial from {_NAMES} (?:was|were) used in this (?:report|story|article)\.?",
        "Material from Reuters and AP was used in this report.",
        "Material from Uralsk was used in this bridge.",
    ),
    _rule(
        "sign-off-contributed",
        r"\p{Lu}[^\s,]*+(?:,? (?:\p{Lu}[^\s,]*+|and|in|of|the|bureau|chief|correspondents?|reporters?|stringers?))*+"
        r" (?:also )?(?:contributed (?:reporting )?to|provided (?:some )?(?:information|material) (?:for|to|in))"
        r" this (?:report|story|article)\.?\)?",
        "RFE/RL's Kyrgyz Service and AFP contributed to this report.",
        "A dry spring contributed to this shortage.",
    ),
    _rule(
        "sign-off-russian",
        rf"(?:По (?:материалам|сообщениям)|[Сс] использованием (?:материалов|сообщений|информации)"
        r"|[Пп]ри подготовке \p{Ll}+ (?:был[аио] )?использован[аыо] (?:информация|материалы|сообщения|данные))"
        rf" {_AGENCIES_RU}(?:СМИ|{_NAMES})\.?",
        "По материалам агентств Reuters и AFP",
        "По материалам дела, водитель не пытался скрыться.",
    ),
    _rule(
        "sign-off-ukrainian",
        r"(?:За (?:матеріалами|повідомленнями)|[Зз] використанням (?:матеріалів|повідомлень|інформації))"
        rf" (?:інформаційних )?(?:ЗМІ|{_NAMES})\.?",
        "За матеріалами Reuters, AFP та dpa",
        "За матеріалами слідства, будинок зачинили ще навесні.",
    ),
    _rule(
        "sign-off-belarusian",
        r"(?:Паводле (?:паведамленьняў|матэрыялаў|інфармацыі)|[Пп]ры падрыхтоўцы выкарыстаныя \p{Ll}+)"
        rf" (?:СМІ|{_NAMES})\.?",
        "Паводле паведамленьняў Reuters і AFP",
        "Паводле інфармацыі суседзяў, дом стаіць пусты.",
    ),
    _rule(
        "sign-off-serbian",
        rf"(?:[Uu]z izvj?ešta(?:je|j|vanje) |[Nn]a osnovu izvj?eštaja |[Пп]о извештајима |[Уу]з извештаје ){_NAMES}",
        "Uz izvještaje agencija Reuters i AFP",
        "Uz izvještaje koje je dobio sud, stigla su i pisma.",
    ),
    _rule(
        "sign-off-persian",
        r"با استفاده از گزارش[\p{L}\u200c]*+ [^.!؟،؛]{3,80}",
        "با استفاده از گزارش‌های رویترز و خبرگزاری فرانسه",
        "با استفاده از گزارش‌های تازه، این گروه نشان داد که رودخانه زنده است.",
    ),
)

_RULE_NAMES = frozenset(f"rferl/{rule.name}" for rule in RULES)
_BEFORE = regex.compile(
    r".*\b(?:by|from|provided|compiled|reporting|"
    r"(?:материал|сообщени|информаци|матеріал|повідомлен|інформаці|паведамлен|матэрыял|інфармацы|данны)\p{L}*|"
    r"izv[j]?ešta\p{L}*|извешта\p{L}*|گزارش[\p{L}\u200c]*) +"
)
_AFTER = regex.compile(
    r"[.\s()]+$|,? (?:news )?reports?$| (?:was|were) used in .*"
    r"| (?:also )?(?:contributed|provided) (?:reporting |some |of the |information |material )*(?:to|for|in) this .*",
    regex.DOTALL,
)
_GENERIC = regex.compile(
    r"^(?:the|информационных агентств|информагентств|агентства?|агенцтваў|інформаційних агенцій|агенцій|інформагенцій"
    r"|agencija|agencije|изданий|издания|خبرگزاری‌های) +"
)
_PLACE = regex.compile(r" in \p{Lu}.*")
_NOBODY = frozenset(("D.C", "СМИ", "ЗМІ", "СМІ", "local media", "media", "news agencies", "agencies", "other sources"))
_JOINED = regex.compile(r",? (?:and|и|та|й|і|ды|i|و|а также) |[,;] (?:and )?")


def is_signoff(rule: str) -> bool:
    """Whether `rule`, by its full name, is one of these."""
    return rule in _RULE_NAMES


def agencies(text: str) -> Iterator[str]:
    """The names in a sign-off, as it spells them."""
    text = _AFTER.sub("", _AFTER.sub("", text))
    start = _BEFORE.match(text)
    names = _GENERIC.sub("", text[start.end() :] if start else text)
    for name in _JOINED.split(names):
        own = max(name.find("RFE/RL"), 0)
        cleaned = _PLACE.sub("", _GENERIC.sub("", name[own:].strip(" ()")))
        if cleaned and cleaned not in _NOBODY:
            yield cleaned
