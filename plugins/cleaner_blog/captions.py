"""Stage captions: labels of pictures, photo credits, and what media players leave behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from cleaner import Line, Mark, Rule
from cleaner_blog.words import AGENCIES, any_of, either, one_of, phrases

_AGENCY = one_of(
    r"Getty(?:_Images)? AP(?:_Photo)? AFP R(?:euters|EUTERS) EPA(?:-EFE)? dpa DPA APA K(?:eystone"
    r"|EYSTONE) I(?:MAGO|mago)(?:_[Ii]mages)?"
    r" imago(?:_images)? [Pp]icture[_-][Aa]lliance [Ss]hutterstock iStock(?:photo)? Unsplash Pexels"
    r" [Pp]ixabay Adobe_?Stock Alamy"
    r" ddp PA_(?:Wire|Media|Images) Xinhua Anadolu(?:_Agency)? EFE TASS ТАСС РИА_Новости Sputnik Zuma(?:_Press)? SIPA"
    r" USA_TODAY_Sports Depositphotos Wikimedia(?:_Commons)? Freepik Ritzau(?:_Scanpix)? NTB Lehtikuva ČTK"
    r" Belga ANP L(?:USA|usa) ANSA LaPresse Yonhap 연합뉴스 共同通信 時事 中央社 UNIAN УНИАН УНІАН Hans_Lucas"
    r" epd KNA NurPhoto Icon_Sportswire NASA"
)

_PICTURE = either(
    r"P(?:hotos?|HOTOS?)|Photographs?|I(?:mages?|MAGES?)|Pictures?|Illustrations?|Screenshots?|Screengrab"
    r"|File photo|FILE PHOTO",
    r"(?:Cover|Featured?|Main|Header|Lead|Top|Hero|Stock|Opening) (?:[Pp]hoto|[Ii]mage)s?|Fotos?|FOTOS?"
    r"|Bild(?:er)?|BILD",
    r"Symbol(?:bild|foto)|Archiv(?:bild|foto)|(?:Beitrags|Titel|Aufmacher)(?:bild|foto)|Grafik|Infografik|Bildquellen?",
    r"Bildnachweise?|Bildrechte|Bild-?[Cc]redits?|(?:Foto|Photo)[Cc]redits?|Foto(?:quelle|nachweis)|Bildunterschrift",
    r"Crédits?(?: photos?)?|Photo d['’]archives|Légende|Im[aá]gen(?:es)?|Fotografías?|Crédito|Immagin[ei]|Imagens?",
    r"Zdjęcie|[Ff]ot\.|Beeld|Fotoğraf|Bildkälla|Kuvat?|KUVA|Ilustrační foto|Fotó|Φωτογραφία|Снимка|Ф(?:ото"
    r"|ОТО)|Фотография",
    r"Иллюстрация|Скриншот|Фотографія|Ілюстрація|Ảnh|撮影|写真|画像|사진|图片|圖片|צילום",
)

_CREDIT = any_of(
    rf"[\[(]?{_PICTURE}(?: ?(?:[Cc]redits?|[Cc]ourtesy|[Ss]ource|[Cc]aption|by|BY|via|from|par|von|de|di|av"
    rf"|door)(?: of| by)?)*"
    r" ?[:/©：|] ?\S.{0,280}",
    r"(?:Photo|Image|Photograph|Picture|Illustration|PHOTO|Photography|Video|Graphic|(?:Cover|Featured"
    r"|Header) (?:photo|image))s? (?:[Bb]y|BY|[Cc]ourtesy(?: of)?|via|©) (?:[\p{Lu}@©]|the |my )[^!?]{1,120}",
    r"(?:Courtesy|COURTESY|Credit|CREDIT|Credits) ?(?::|of) ?(?!(?:The|An?) \p{Ll}+ \p{Ll}.*\.$)[^?!]{2,100}",
    rf"(?:Quellen?|Source|Fuente|Источник|Fonte): {_AGENCY}[^?!]{{0,80}}",
    r"(?:Symbol|Archiv|Titel|Beitrags)?(?:[Bb]ild|[Ff]oto)(?: von| ©| \() ?\p{Lu}[^?!]{1,100}",
)

_PLAYER = any_of(
    r"(?:Video|Audio|Listen|Watch|VIDEO|WATCH|LISTEN|AUDIO|В(?:идео|ИДЕО)|V[ií]d[eé]o"
    r"|Podcast) ?[|:(–—-]? ?\d{1,2}:\d{2}(?: [Mm]in\.?)?\)?(?: ?\|.{0,60})?",
    r"0{1,2}:\d{2}(?::\d{2})?(?: ?[|–-] ?\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?: ?/? ?\d{1,2}:\d{2}(?::\d{2})?){1,3}",
    r"(?:Your|This|Dein|Ihr|Sorry, your) (?:[Ww]eb )?[Bb]rowser"
    r" (?:is (?:no longer|not|out)|does not|doesn['’]t|can(?:no|['’])t|unterstützt|kann)[^!?]{5,160}",
    r"(?:A|Ein|Una|Une) (?:post|Beitrag|publicación|publication) (?:shared by|geteilt von|compartida por"
    r"|partagée par) .{2,100}",
    r"(?:Play|Pause|Listen|Duration|Dauer|Durée|Duración|Длительность|Length|Runtime)(?: Episode"
    r"| Video)? ?[:(]? ?\d{1,2}[:.]\d{2}.{0,20}",
    r"\d{1,3} (?:of|von|из|av|van) \d{1,3}|(?:Image|Photo|Slide|Bild|Foto|Фото|Gallery"
    r"|Picture) \d{1,3}(?: ?(?:/|of|von|de|из) ?\d{1,3})?",
)

SIGNS = (
    *("oto:", "age:", "ild:", "ото:", "hte:", "redit:", "redits:"),
    *("©", "Photo by ", "Picture by ", "(Courtesy", "AP Photo", "Getty", "/AFP", "/dpa"),
    *("REUTERS/", "Reuters/", "AFP/", "EFE/", "EPA/", ". Supplied", ". Handout"),
    *("/Reuters", "/REUTERS", "/AP", "/EPA", "via Reuters", "via REUTERS", "via AP", "via AFP", "via EPA"),
    *(f" | {minutes}:" for minutes in range(10)),
)
"""What a credit holds that a line may end in; only lines with one of them are looked at, and those below a picture."""

_ENDING = regex.compile(
    either(
        r"(?:Foto|Photo|Image|Bild|Bildrechte|Фото): ?\S[^:]{1,88}(?:\| \p{L}+: [^:]{2,30})?",
        r"(?:Foto|Photo|Фото): ?\S[^:]{1,60}(?:[.;,] \p{L}[\p{L} -]{2,20}: [^:]{2,60}){1,5}",
        r"[(\[](?:Symbol|Archiv)(?:foto|bild): ?[^:()]{2,90}[)\]]",
        r"(?:Photo|Picture) by [\p{Lu}@][^:]{1,80}",
        r"(?<=[.!?\"”)] {1,3})Credits?: ?\p{Lu}[^:.!?]{1,60}",
        r"\. (?:Supplied|Handout)(?: (?:photo|picture|image))?\.?",
        r"© ?\S[^:]{1,80}",
        r"[(\[ ]AP Photo/[^/]{2,50}",
        r"[(\[](?:Photo |Image )?[Cc]ourtesy (?:of )?[^()]{2,60}[)\]]",
        rf"(?:/ ?|via |[(\[|] ?|[.!?] ?|[–—-] ){_AGENCY}(?:/[^/]{{2,40}})?[)\]]?\.?",
        rf" {_AGENCY}/ ?\p{{Lu}}[\p{{L}}.'’-]+(?:[ /]\p{{Lu}}[\p{{L}}.'’-]*){{0,4}}",
    )
    + r"$|(?<=[.!?\"“”] )\d{1,2}\.\d{1,2}\.\d{4} \| \d{1,2}:\d{2} min$"
)
_SIGNED = regex.compile(rf"[.!?\"”“»] \({AGENCIES}(?:/(?:{AGENCIES}|rtr)){{1,3}}\)\.?$")
"""A sentence with the agencies that the story is from: the last of many stories ends so."""
_LONGEST = 400
_BEFORE = frozenset("/([|.!?–—-")
"""One of these stands before an agency, or behind it, or `via ` does."""


_SHOWN = any_of(
    r"Pictured,? (?:left|right|from left|at the back|in front|above|with)\b.{5,390}",
    r"(?:From left|FROM LEFT|Left to right|L-R|L to R|V\.l\.n\.r\.|Von links(?: nach rechts)?|De izquierda a derecha"
    r"|De gauche à droite|Da sinistra(?: a destra)?|Da esquerda(?: para a direita)?|Слева направо|Зліва направо"
    r"|Od lewej|Van links naar rechts|Från vänster|Fra venstre|Vasemmalta|Soldan sağa|Zleva|Zľava|S lijeva na desno"
    r"|Balról jobbra)[:,] .{5,390}",
    r"(?:(?:This|The) (?:image|photo|picture)|Image|Photo) may contain\b.{3,300}|May be an image of .{3,300}"
    r"|(?:An? )?[Aa]erial (?:view|photo|image) (?:of|shows|showing) .{3,300}",
    r"(?:An? )?(?:[Mm]ap|(?:[Bb]ar |[Ll]ine |[Pp]ie )?[Cc]hart|[Gg]raph|[Dd]iagram|[Gg]raphic|[Ii]nfographic)"
    r" (?:showing|entitled|titled)\b.{3,350}",
)


def rules() -> Iterator[Rule]:
    """Give the rules for pictures and players."""
    yield from _players()
    yield from _credits()
    yield from _shown()


def _players() -> Iterator[Rule]:
    """Rules for labels of pictures and players."""
    yield Rule(
        "caption-phrases",
        "captions",
        phrases=phrases("caption"),
        sample="Image caption",
        spares="The image",
        why="label of a picture",
    )
    yield Rule(
        "player-phrases",
        "captions",
        phrases=phrases("player"),
        sample="Video Player is loading.",
        spares="The player",
        why="media player",
    )
    yield Rule(
        "player-line",
        "captions",
        line=_PLAYER,
        sample="0:00 / 3:21",
        spares="10:15 - 12:30",
        why="media player",
    )


def _credits() -> Iterator[Rule]:
    """Rules for photo credits."""
    yield Rule(
        "picture-credit",
        "captions",
        line=_CREDIT,
        sample="Photo: Jane Doe / Example Agency",
        spares="Photo by photo the album grew.",
        why="photo credit",
    )
    yield Rule(
        "agency-credit",
        "captions",
        line=rf"[\[(]?(?:© ?|\(c\) ?|[Vv]ia )?{_AGENCY}(?:(?: ?[/|] ?| [–-] | via )[^!?]{{2,50}}){{0,3}}[\])]?",
        sample="Getty Images/Jane Doe",
        spares="Reuters reported the fire first.",
        why="photo credit",
    )
    yield Rule(
        "agency-around",
        "captions",
        line=rf"(?P<agency>{_AGENCY}|PA|BBC(?: News)?) ?\S.{{4,280}}(?<!\s)(?P=agency)",
        sample="EPA The bridge at duskEPA",
        spares="NASA names a new head of NASA",
        why="alternative text between its credits",
    )


def _shown() -> Iterator[Rule]:
    """Rules for captions that say that they are."""
    yield Rule(
        "picture-shown",
        "captions",
        line=_SHOWN,
        sample="From left: Jane Doe, John Roe and their goat.",
        spares="From left and right, they came.",
        why="says what a picture shows",
    )
    yield Rule(
        "file-picture",
        "captions",
        line=r"(?:FILE|ARCHIV|ARCHIVO|ARCHIVIO|ARQUIVO) ?(?:PHOTO|IMAGE|[Pp]hoto)? ?[-–—:] ?\p{Lu}.{10,380}",
        sample="FILE - The bridge over the river in 2019.",
        spares="File under useless, he said.",
        why="caption of an archive picture",
    )


def credited(below: Iterable[Line], held: Iterable[Line]) -> Iterator[Mark]:
    """Mark captions that end in a photo credit: of lines below pictures, and of those that hold one of the signs."""
    for line in sorted({*[line for line in below if _may_name_agency(line.text)], *held}):
        if ends_in_credit(line.body):
            yield Mark(line, "caption with a credit")


def _may_name_agency(text: str) -> bool:
    """Whether a line that holds none of the signs may be a caption with a credit: most labels of pictures may not."""
    return text[-1].isalpha() and ("via " in text or not _BEFORE.isdisjoint(text))


def ends_in_credit(text: str) -> bool:
    """Whether the line is a caption with its credit, such as `The bridge at night. Photo: Jane Doe`."""
    if len(text) > _LONGEST or text[0].islower() or _ENDING.search(text) is None:
        return False
    return _SIGNED.search(text) is None
