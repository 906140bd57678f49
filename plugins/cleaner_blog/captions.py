"""Stage captions: picture captions, photo credits, and what media players leave behind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cleaner import Kind, Line, Mark, Page, Rule
from cleaner_blog.words import found, listed

_AGENCY = (
    r"(?:Getty(?: Images)?|AP(?: Photo)?|AFP|Reuters|REUTERS|EPA(?:-EFE)?|dpa|DPA|APA|Keystone|KEYSTONE|IMAGO|[Ii]mago(?: [Ii]mages)?|picture[ -]alliance|Picture[ -]Alliance|Shutterstock|shutterstock|iStock(?:photo)?|Unsplash|Pexels|Pixabay|pixabay|Adobe ?Stock|Alamy|ddp|PA(?: Wire| Media| Images)?|Bloomberg|Xinhua|Anadolu(?: Agency)?|EFE|TASS|ТАСС|РИА Новости|Sputnik|Zuma(?: Press)?|USA TODAY Sports|Depositphotos|Wikimedia(?: Commons)?|Wikipedia|Flickr|Canva|Freepik|SIPA|Ritzau(?: Scanpix)?|NTB|TT|Lehtikuva|ČTK|PAP|Belga|ANP|LUSA|Lusa|ANSA|LaPresse|Yonhap|연합뉴스|共同通信|時事|中央社|UNIAN|УНИАН|УНІАН|Hans Lucas|ROPI|epd|KNA|NurPhoto|Icon Sportswire|CBC|BBC|NASA|ESA|WENN|Rex|action press)"
)
_PICTURE = (
    r"(?:Photos?|PHOTOS?|Photographs?|Images?|IMAGES?|Pictures?|Pics?|Illustrations?|ILLUSTRATION|Graphics?|GRAPHIC|Artwork|Screenshots?|Screengrab|Screen grab|Video|Cover photo|Cover image|Featured [Ii]mage|Feature image|Main image|Header image|Lead image|Top image|Hero image|Thumbnail|File photo|FILE PHOTO|Stock photo|Rendering"
    r"|Fotos?|FOTOS?|Bild(?:er)?|BILD|Symbolbild|Symbolfoto|Archivbild|Archivfoto|Beitragsbild|Titelbild|Aufmacherbild|Titelfoto|Grafik|Karte|Infografik|Bildquellen?|Bildnachweis(?:e)?|Bildrechte|Bildcredits?|Fotocredits?|Photocredits?|Fotoquelle|Fotonachweis|Foto- und Bildnachweis|Bildunterschrift|Bild-Copyright|Illustrationen"
    r"|Crédits?(?: photos?| image)?|Photo d['’]archives|Légende|Imagen|Imágenes|Fotografía|Crédito|Créditos|Immagin[ei]|Fotografia|Imagem|Imagens|Divulgação|Reprodução|Zdjęcie|Fot\.|fot\.|Grafika|Ilustracja|Beeld|Afbeelding|Fotoğraf|Görsel|Bildkälla|Illustrasjon|Kuva|KUVA|Kuvat|Ilustrační foto|Zdroj|Fotó|Sursa foto|Φωτογραφία|Φωτό|Снимка|Фото|ФОТО|Фотография|Иллюстрация|Скриншот|Изображение|Фотографія|Ілюстрація|Ảnh|撮影|写真|画像|사진|图片|圖|圖片|צילום)"
)

_LABELS = listed("""
image | images | photo | photos | picture | caption | image caption | image credit | image credits | image source | image: | photo: | photo credit | photo credits | photo caption | featured image | featured photo | image description | image 1 | image of | alternative text | alt text | thumbnail | placeholder | placeholder image | avatar | user avatar | user's avatar | users avatar | profile picture | profile image | author image | author photo | author avatar | headshot | gravatar | avatar of | banner | hero image | cover image | cover photo | blog image | article image | post image | default image | no image | image not found | image may contain | enlarge | enlarge image | click to enlarge | view larger image | view full size | tap to enlarge | full size | fullscreen | full screen | view fullscreen | zoom | zoom in | zoom out | open image in new tab | open lightbox | close lightbox | press enter or click to view image in full size | press enter or click to view image in fullscreen | gallery | image gallery | slideshow | slide show | view slideshow | start slideshow | view photos | view all photos | image slideshow | hide caption | toggle caption | show caption | view caption | credit | credits: | via getty images | getty images | via ap | ap photo | reuters | afp | dpa | shutterstock | istock | istockphoto | unsplash | pexels | pixabay | imago | imago images | picture alliance | picture-alliance | adobe stock | alamy | alamy stock photo | associated press | the associated press | courtesy photo | file photo | stock photo | contributed photo | submitted photo | handout
| bild | bilder | foto | fotos | symbolbild | symbolfoto | archivbild | archivfoto | bildquelle | bildnachweis | bildunterschrift | bildergalerie | bild vergrößern | bild vergrössern | vergrößern | bild in lightbox öffnen | bild öffnen | lightbox öffnen | galerie | galerie öffnen | fotostrecke | fotostrecke starten | bilderstrecke | alle bilder anzeigen | alle bilder | vollbild | beitragsbild | autorenbild | autorenfoto | profilbild | agrandir | agrandir l'image | diaporama | légende | crédit photo | crédit | photo d'illustration | image d'illustration | plein écran | imagen | imágenes | foto de archivo | ampliar | ampliar foto | ampliar imagen | galería | galería de fotos | galería de imágenes | pantalla completa | immagine | galleria | galleria fotografica | ingrandisci | foto d'archivio | imagem | imagens | ampliar imagem | galeria | galeria de fotos | reprodução | divulgação | фото | фотографии | фотография | иллюстрация | изображение | фотогалерея | галерея | увеличить | фото автора | фото из архива | фото из открытых источников | иллюстративное фото | архивное фото | фото: | фото ілюстративне | ілюстративне фото | zdjęcie | zdjęcia | zdjęcie ilustracyjne | galeria zdjęć | powiększ | beeld | afbeelding | fotoalbum | vergroot | fotoğraf | görsel | galeri | arşiv | bildspel | visa bild | förstora | bilde | vis bilde | billede | kuva | kuvat | ilustrační foto | fotogalerie | zdroj | fotó | galéria | foto: archiv | 写真 | 画像 | 写真を見る | 画像を見る | 拡大 | 拡大する | 写真拡大 | 图片 | 圖片 | 사진 | صورة | תמונה
""")

_PLAYER = listed("""
play | play video | play audio | play now | play/pause | play pause | pause | mute | unmute | replay | rewind | volume 90% | playback speed | playback rate | captions off | captions settings | subtitles off | descriptions off | picture-in-picture | picture in picture | quality levels | seek back 10 seconds | seek forward 10 seconds | current time | duration time | remaining time | stream type | stream type live | seek to live, currently behind livelive | audio track | audio player | video player | video player is loading | video player is loading. | this is a modal window | this is a modal window. | beginning of dialog window. escape will cancel and close the window | end of dialog window | close modal dialog | this modal can be closed by pressing the escape key or activating the close button | semi-transparent | text edge style | font family | reset restore all settings to the default values done | dropshadow | drop shadow | proportional sans-serif | monospace sans-serif | proportional serif | monospace serif | white black red green blue yellow magenta cyan | no compatible source was found for this media | the media could not be loaded, either because the server or network failed or because the format is not supported | the video is not available or it's not supported by this browser. please try a different browser | no media source currently available | your browser does not support the audio element | your browser does not support the video tag | your browser does not support html5 video | sorry, this video is not available | this video is not available | video unavailable | this video can not be played | to play this video you need to enable javascript in your browser | we apologize, but this video has failed to load | try refreshing your browser, or | tap here to see other videos from our team | pop-out player | direct link | embed | embed share | download audio | download video | download this episode | listen on apple podcasts | listen on spotify | apple podcasts | video transcript | show transcript | hide transcript | view transcript | view this post on instagram | view on instagram | view on twitter | view on youtube | watch on youtube | this content is hosted by a third party | sign up to watch | now playing | next video | autoplay | watch more | watch next | video | videos | 0 seconds of 0 seconds | ad 1 of 1 | unmute video | watch live | audio | audio: | listen | listen now | loading video | loading audio | loading player | current slide
| video abspielen | abspielen | audio abspielen | video starten | wiedergabe | stummschalten | ton an | ton aus | untertitel | video laden | video laden... | video konnte nicht geladen werden | ihr browser unterstützt kein html5 video | dein browser kann dieses video nicht abspielen | dein browser unterstützt keine html5-videos | das video konnte nicht abgespielt werden | sieh dir diesen beitrag auf instagram an | ein beitrag geteilt von | externe inhalte anzeigen | externen inhalt anzeigen | externe inhalte laden | inhalt laden | inhalt anzeigen | video ansehen | video anzeigen | mehr videos | beitrag anhören | audio-player | video-player | podcast abonnieren | jetzt anhören | audio herunterladen | lire la vidéo | regarder la vidéo | écouter le podcast | voir la vidéo | lecture | votre navigateur ne supporte pas la vidéo | reproducir | reproducir video | ver video | ver vídeo | escuchar audio | escucha el audio | ver esta publicación en instagram | visualizza questo post su instagram | guarda il video | riproduci | ascolta il podcast | ver essa foto no instagram | assista ao vídeo | ouvir podcast | смотреть видео | воспроизвести | воспроизвести видео | слушать | посмотреть эту публикацию в instagram | видео | видео недоступно | переглянути цей допис в instagram | дивитися відео | odtwórz | odtwórz wideo | oglądaj | oglądaj wideo | wyświetl ten post na instagramie | posłuchaj podcastu | bekijk dit bericht op instagram | bekijk de video | speel af | video oynat | videoyu izle | izle | bu gönderiyi instagram'da gör | spela upp | spela video | visa det här inlägget på instagram | spill av | se video | se videoen | vis dette opslag på instagram | afspil | toista | katso video | přehrát video | přehrát | 動画を見る | 再生 | この投稿をinstagramで見る | 播放 | 播放视频 | 재생 | 영상보기
""")

_CREDIT_END = (
    rf"\p{{Lu}}.{{5,360}}(?:[\[(](?:{_PICTURE}|{_AGENCY}|[Cc]redit|[Cc]ourtesy|©|Quelle|Bild|source)(?:[ :/,|—–-].{{0,80}})?[\])][.]?"
    rf"|[\[(][^()\[\]]{{2,60}}(?: for |/| via |, |: ?| \| |-)(?:{_AGENCY}|The Associated Press|File|Contributed|Submitted|Provided)[^()\[\]]{{0,40}}[\])][.]?"
    rf"|(?: ?[|•·/–—-] ?|(?<=[\p{{Ll}}.!?\"”'’)\]]) ?)(?:Image|Photo|Picture|Bild|Foto|Фото|Photograph|Illustration|Credit|Image credit|Photo credit|Bildquelle|Quelle|Image Credit|Photo Credit|Photo by|Crédit photo|Crédit|© Foto|Fot\.|Kuva)(?: ?[:/©]|(?<=by)) ?\S.{{1,80}}|(?: ?[|•·–—-]? ?)©.{{2,80}}|[ .]{_AGENCY}/.{{2,50}}|/{_AGENCY}(?:/.{{2,40}})?\.?| via (?:{_AGENCY})|[.!?] ?(?:{_AGENCY})(?: (?:Photo|Images|via .{{2,30}}))?)"
)

RULES: tuple[Rule, ...] = (
    Rule("caption-phrases", "captions", phrases=_LABELS, sample="Image caption", spares="The image", why="label of a picture"),
    Rule("player-phrases", "captions", phrases=_PLAYER, sample="Video Player is loading.", spares="The player", why="media player"),
    Rule(
        "player-line",
        "captions",
        line=r"(?:Video|Audio|Listen|Watch|VIDEO|WATCH|LISTEN|AUDIO|ВИДЕО|Видео|Vidéo|Vídeo|Podcast)(?: \d{1,2}:\d{2}| ?\(\d{1,2}:\d{2}(?: min)?\)| ?[|:–—-] ?\d.{0,20}|: \S.{2,150})|\d{1,2}:\d{2}(?::\d{2})?(?: ?[/|–-]? ?\d{1,2}:\d{2}(?::\d{2})?){0,3}"
        r"|(?:Your|This|The|Dein|Ihr|Sorry, your) (?:browser|Browser) (?:does not|doesn['’]t|can(?:no|['’])t|unterstützt|kann|is not|is out|isn['’]t)[^!?]{5,160}|(?:A|Ein|Una|Une) (?:post|Beitrag|publicación|publication) (?:shared by|geteilt von|compartida por|partagée par) .{2,100}|(?:Play|Pause|Listen|Duration|Dauer|Durée|Duración|Длительность|Length|Runtime)(?: Episode| Video)? ?[:(]? ?\d{1,2}[:.]\d{2}.{0,20}|\d{1,3} (?:of|/|von|de|из|av|van) \d{1,3}(?: .{0,30})?|(?:Image|Photo|Slide|Bild|Foto|Фото|Item|Gallery|Picture) \d{1,3} ?(?:/|of|von|de|из) ?\d{1,3}.{0,20}|(?:Image|Photo|Slide|Bild|Foto|Item|Picture|Figure) \d{1,3}",
        sample="0:00 / 3:21",
        spares="Video killed the radio star.",
        why="media player",
    ),
    Rule(
        "picture-credit",
        "captions",
        line=rf"[\[(]?{_PICTURE}(?: ?(?:[Cc]redits?|[Cc]ourtesy|[Ss]ource|[Cc]aption|[Bb]y|BY|CREDIT|[Cc]opyright|via|from|par|von|de|di|av|door)(?: of| by| to)?)* ?[:/©：|] ?\S.{{0,280}}"
        r"|(?:Photo|Image|Photograph|Photos|Images|Pictures?|Illustrations?|PHOTO|Video|Photography|Cover photo|Cover image|Featured [Ii]mage|Header image|Graphic)s? (?:[Bb]y|BY|[Cc]ourtesy(?: of)?|COURTESY(?: OF)?|[Cc]redits?:?|via|©) (?:[\p{Lu}@©]|the |my )[^!?]{1,120}"
        r"|(?:Image|Photo|Picture|IMAGE|PHOTO|Video)[ -]?(?:[Cc]redits?|CREDITS?|[Ss]ources?|[Cc]aption) ?.{2,150}|(?:Courtesy|COURTESY|Credit|CREDIT|Credits|Source|Quelle|Quellen|Источник|Źródło|Fuente|Fonte|Bron|Källa|Kaynak|Lähde|Джерело) ?(?::|of) ?[^?!]{2,100}"
        r"|(?:Bild|Foto|Symbolbild|Symbolfoto|Archivfoto|Archivbild|Titelbild|Beitragsbild|Grafik|Illustration)(?: von| ©|\(?©| \() ?\p{Lu}[^?!]{1,100}|(?:Photo|Image|Foto|Bild) ?\([^)]{2,60}\)[:.]? ?.{0,200}",
        sample="Photo: Jane Doe / Example Agency",
        spares="Photo by photo the album grew.",
        why="photo credit",
    ),
    Rule(
        "agency-credit",
        "captions",
        line=rf"[\[(]?(?:©|\(c\)|Foto:?|via|Via)? ?{_AGENCY}(?:(?: ?[/,|–-] ?| via | Images?/| for | \| )[^.!?]{{2,50}}){{0,3}}[\])]?|[\[(]?(?:\p{{Lu}}[\p{{L}}.'’-]+ ){{1,4}}?(?:[/|–-] ?| via | for |for )(?:{_AGENCY})(?: ?[/,|] ?.{{2,30}}| via .{{2,30}})?[\])]?|\p{{Lu}}[\p{{L}}.'’-]+(?: \p{{Lu}}[\p{{L}}.'’-]+){{0,3}} ?(?://?|\||–|—|-| via ) ?(?:{_AGENCY})(?: ?[/,|(] ?.{{2,30}})?",
        sample="Jane Doe/Getty Images",
        spares="Reuters reported the fire first.",
        why="photo credit",
    ),
    Rule("file-picture", "captions", line=r"(?:FILE|FILED|File|ARCHIV|ARCHIVO|ARCHIVIO|ARQUIVO) ?(?:PHOTO|IMAGE|[Pp]hoto)? ?(?:[-–—:]|\.) ?\p{Lu}.{10,380}", sample="FILE - The bridge over the river in 2019.", spares="File under useless, he said.", why="caption of an archive picture"),
    Rule("credit-at-end", "captions", line=_CREDIT_END, sample="The bridge at night. (Photo: Jane Doe)", spares="The bridge at night (a photo of it hangs in the hall) is quiet.", why="caption with a credit"),
)

_CREDIT_AFTER = r"[ .|(\[–—-]*(?:©|\p{L}{3,20}(?: \p{L}{2,12}){0,2}:|\p{Lu}[^.!?]{0,80}/).{0,120}"
_SHORTEST_CAPTION = 16


def doubled(page: Page) -> Iterator[Mark]:
    """Mark captions that stand twice: as alternative text and as caption, alone in a block of two lines.

    Cleaned text has a blank line between its paragraphs, so nothing is left there for a second run.
    """
    for first, second in blocks_of_two(page.lines):
        if second.text == first.text or _is_credited(first.text, second.text):
            yield Mark(first, "caption, as alternative text")
            yield Mark(second, "caption, after its alternative text")


def blocks_of_two(lines: tuple[Line, ...]) -> Iterator[tuple[Line, Line]]:
    """Each block of exactly two long lines that are no list items."""
    followers = (*lines[2:], None)
    for (first, second), after in zip(pairwise(lines), followers, strict=False):
        alone = first.gap and not second.gap and (after is None or after.gap)
        if alone and len(first.text) >= _SHORTEST_CAPTION and Kind.ITEM not in (first.kind, second.kind):
            yield first, second


def _is_credited(alternative: str, caption: str) -> bool:
    return caption.startswith(alternative) and found(_CREDIT_AFTER, caption[len(alternative) :])
