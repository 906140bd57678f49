"""Stage credits: bylines, dates, reading times, author boxes, copyright and notes on sources."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Rule
from cleaner_blog.words import AGENCIES, AT, CLOCK, DAY, MINUTES, NAME, WHEN, any_of, either, one_of, phrases

_READ = (
    r"(?:[Rr]ead(?:ing)?(?: time)?|READ|to read|[Ll]esezeit|Lesedauer|zu lesen|(?:de )?lecture|de lectura"
    r"|di lettura|(?:de )?leitura"
    r"|czytania|(?:на )?чтени[ея]|читання|leestijd|lezen|läsning|okuma(?: süresi)?|Zeit zum Lesen|[Ll]isten|[Ww]atch)"
)
_LENGTH = either(
    rf"(?:About |ca\. |~|< ?|Less than )?\d{{1,3}}(?:[-–]\d{{1,2}})? ?-?{MINUTES}(?: ?[.|•·-])?(?: {_READ})",
    rf"(?:(?:Estimated |Est\. )?[Rr]ead(?:ing)? [Tt]ime|READING TIME|Time to [Rr]ead|(?:Geschätzte )?Lesezeit"
    rf"|LESEZEIT|Lesedauer"
    rf"|(?:Temps|Durée) de lecture|Tiempo de lectura|Tempo d[ei] (?:lettura|leitura)|Lettura|Leitura|Lectura"
    rf"|Czas czytania"
    rf"|Время (?:на )?чтени[ея]|На чтение|Час читання|Leestijd|Läs(?:ning|tid)|L[eæ]setid|Okuma [Ss]üresi|Lukuaika)"
    rf"(?: ?[:.~|–-])? ?(?:ca\.? |circa |etwa |about |environ |~|< ?)?\d{{1,3}}(?:[:.]\d{{2}})? ?{MINUTES}?\.?",
)

_AGO = either(
    r"(?:(?:Published|Posted|Updated|Last updated|Added|about|over) )?(?:\d{1,3}|an?|one) ?"
    r"(?:s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|yrs?|years?) ago",
    r"[Vv]or (?:\d{1,3}|eine[rm]?) (?:Sek(?:unden?)?\.?|Min(?:uten?)?\.?|Std\.?|Stunden?|Tag(?:en)?|Wochen?"
    r"|Monat(?:en)?|Jahr(?:en)?)",
    r"[Ii]l y a (?:\d{1,3}|une?) (?:secondes?|min(?:utes?)?|h(?:eures?)?|jours?|semaines?|mois|ans?)",
    r"[Hh]a(?:ce|á) (?:\d{1,3}|uma?|una?) (?:segundos?|minutos?|min|horas?|días?|dias?|semanas?|mes(?:es)?"
    r"|mês|años?|anos?)",
    r"\d{1,3} (?:minuti|or[ea]|giorn[io]|settiman[ae]|mes[ei]|ann[io]) fa",
    r"(?:\d{1,3} )?(?:секунд[уы]?|мин(?:ут[уы]?|\.)?|час(?:а|ов)?|день|дн[яей]{1,2}|недел[юиь]|месяц(?:а|ев)?"
    r"|год[а]?|лет|хвилин[уи]?|годин[уи]?|дн[іів]{1,2}|тижн[іьв]{1,2}) (?:назад|тому)",
    r"\d{1,3} (?:minut[ęy]?|min|godzin[ęy]?|godz\.|dni|dzień|tydzień|tygodnie|miesiąc[ea]?|lat|rok) temu",
    r"\d{1,3} (?:minu(?:ten|ut)|uur|dag(?:en)?|we(?:ken|ek)|maand(?:en)?|jaar) geleden|\d{1,3} (?:dakika|dk"
    r"|saat|gün|hafta|ay|yıl) önce",
    r"(?:för )?\d{1,3} (?:min(?:ut(?:er)?)?|tim(?:mar|er)?|dag(?:ar|er|e)?|veck(?:or|a)|måneder|uger) (?:sedan|siden)",
    r"\d{1,3} ?(?:秒|分|時間|日|週間|か月|ヶ月|年)前|\d{1,3} ?(?:分[钟鐘]|小[时時]|天|[周週]|[个個]月|年)前",
    r"\d{1,3} ?(?:초|분|시간|일|주|개월|년) ?전",
    r"\d{1,2} (?:giờ|phút|ngày) trước|\d{1,2} (?:jam|menit|hari) (?:yang )?lalu",
)

_STAMP = either(
    r"P(?:ublished|UBLISHED)(?: on| at)?|Publish(?:ed)? [Dd]ate|Publication date|(?:First"
    r"|Originally) [Pp]ublished|P(?:osted|OSTED)(?: on| at)?",
    r"U(?:pdated|PDATED)(?: on| at)?|L(?:ast|AST) (?:[Uu]pdated?|UPDATED|[Mm]odified|[Rr]eviewed"
    r"|[Ee]dited)(?: on| at)?|Modified|Created|Reviewed",
    r"V(?:eröffentlicht|ERÖFFENTLICHT)(?: am)?|Erstellt(?: am)?|A(?:ktualisiert|KTUALISIERT)(?: am)?|S(?:tand"
    r"|TAND)|(?:Erschienen|Publiziert)(?: am)?",
    r"Letzte(?:s|) (?:Aktualisierung|Update)|Zuletzt (?:aktualisiert|bearbeitet|geändert)(?: am)?"
    r"|Geändert(?: am)?|Update|UPDATE|(?:Geschrieben|Gepostet) am",
    r"P(?:ublié|UBLIÉ)e?(?: le| LE)?|Mise? à jour(?: le)?|Modifiée?(?: le)?|Créé le|Dernière (?:mise à jour"
    r"|modification)(?: le)?|Posté le",
    r"P(?:ublicad|UBLICAD)[oaOA](?: el| en| em)?|A(?:ctualizad|CTUALIZAD)[oaOA](?: el| a las| en)?"
    r"|Atualizado(?: em| a)?|Fecha|Últim[ao] (?:actualización|atualização)|Criado em",
    r"P(?:ubblicat|UBBLICAT)[oO](?: il)?|Aggiornato(?: il| al)?|Ultim[ao] (?:aggiornamento|modifica)",
    r"О(?:публикован|ПУБЛИКОВАН)[оаОА]?|Обновл[её]н[оа]?|Дата публикации|Последнее обновление|Изменено"
    r"|Добавлено|Создано|Опубліковано|Оновлено|Дата публікації",
    r"Opublikowan[oe]|Zaktualizowano|(?:Ostatnia )?[Aa]ktualizacja|Data publikacji|Utworzono|Dodano"
    r"|Gepubliceerd(?: op)?|Geplaatst(?: op)?|(?:Laatst )?[Bb]ijgewerkt(?: op)?",
    r"P(?:ublicerad|UBLICERAD)|U(?:ppdaterad|PPDATERAD)|Senast uppdaterad|P(?:ublisert|UBLISERT)|O(?:ppdatert"
    r"|PPDATERT)|Sist oppdatert|Publiceret|Opdateret|Udgivet|Julkaistu|Päivitetty",
    r"Publikováno|Aktualizováno|Vydáno|Megjelent|Frissítve|Publicat|Actualizat|Yayın(?:lanma"
    r"|landı)?(?: [Tt]arihi)?|Güncellen?me(?: [Tt]arihi)?|Giriş(?: [Tt]arihi)?|Son [Gg]üncelleme",
    r"公開日?|更新日?|投稿日|掲載日|最終更新日?|発行|发布(?:时间|于)|更新[时時][间間]|發布(?:時間|日期)|(?:기사)?입력"
    r"|등록|(?:최종)?수정|승인",
)

_ROLE = either(
    r"Autor(?:in|en|innen|\*in|:in|/in)?|A(?:uthor|UTHOR)s?|Auteure?|Autor[ea]|Verfasser(?:in)?|А(?:втор"
    r"|ВТОР)(?:ы|ка|и)?|Текст|T(?:ext|EXT)|Words|WORDS|Writer",
    r"Story|STORY|Reporter|Redakteur(?:in)?|Texte|Texto|Testo|T(?:ekst|EKST)|Reda[ck]ción|Редактор|Журналист"
    r"|Корреспондент|Yaz(?:ar|an)|Editör|Muhabir|Skribent",
    r"Kirjoittaja|Teksti|Szerző|Autoři|Reportage|Reviewer|Contributor|Columnist|Fotos? und Text|Text (?:und"
    r"|&) Fotos?|Gastbeitrag|Translator|取材・文|取材|執筆|筆者|作者|[記记]者|기자|글",
)

_BY = either(
    r"B[yY]:?|V(?:on|ON):?|P(?:ar|AR)|P(?:or|OR):?|Door|Автор(?: публикации| статьи| материала)?:?"
    r"|Text(?:e)? von|Texto(?: de|:)|Words by|(?:Written|Posted|Reviewed|Edited) [Bb]y|WRITTEN BY",
    r"(?:Reported|Submitted|Story|Created|Contributed|Compiled|Photographs|Recipe|Interview|(?:Guest )?[Pp]ost"
    r"|(?:An )?[Aa]rticle) by|(?:Fact[- ][Cc]hecked|Medically [Rr]eviewed|Expert reviewed) [Bb]y",
    r"(?:Geschrieben|Verfasst|Veröffentlicht|Erstellt|Gepostet|Eingestellt) von|(?:Ein )?(?:Gast)?[Bb]eitrag von"
    r"|(?:Eine? )?(?:Kolumne|Kommentar|Analyse|Interview|Reportage|Essay|Glosse|Rezension|Kritik) von",
    r"(?:Rédigé|Écrit|Publié|Posté) par|(?:Escrito|Publicado|Redactado) por:?|(?:Scritto|Pubblicato) da"
    r"|A cura di|(?:Geschreven|Geplaatst) door|(?:Skrivet|Skrevet|Publicerad) av",
    r"(?:Opublikowane|Napisane) przez|Yazan:",
)

_SAYS = one_of(
    "I Ich We Wir You Sie Du Ihr He She It They Er Es Man The This That There A An In On At But And Das Der Die Dem Den"
    " Ein Eine Im Am Aber Und Doch So What Why How When Where Who Do Did Have Is Was Wie Warum Wann Wer Haben Hat Ist"
    " War Wenn Nach Vor Bei After Before If Mein Meine Your Our Unser No Nein Yes Ja Not Nicht My Я Мы Вы Ты Он Она Они"
    " Это Как Почему Что Кто Но Да Нет Не Когда В На Je Nous Vous Il Elle Le La Les Un Une El Los Yo"
)
"""What a sentence begins with, and no name: then who is named before the colon is a speaker."""

_AUTHOR = any_of(
    rf"{_ROLE} ?[:：|] ?(?!{_SAYS}\b)\p{{Lu}}(?!.*\p{{Ll}}{{3}}[.,] (?:\p{{Ll}}|{_SAYS}\b))[^!?]{{2,100}}",
    rf"(?:Author|Autor|Автор) ?: ?(?!{_SAYS}\b)\S[^.!?]{{1,80}}",
    rf"(?:Redaktion|Faktencheck|Mitarbeit|Recherche|Lektorat|Fact[- ]check(?:ing)?): {NAME}(?:, {NAME}){{0,6}}",
)

_COPYRIGHT = any_of(
    r"C(?:opyright|OPYRIGHT)(?: ?[©:|-] ?| (?:\([cC]\)|\d{4}|by |[Nn]otice|[Ii]nformation)).{0,300}"
    r"|copyright (?:©|\d{4}).{0,200}",
    r"(?:\([cC]\)|Ⓒ|ⓒ|&copy;|℗) ?\S.{0,300}|©.{1,300}",
    r"A(?:ll|LL) (?:content |text |images |photos |contents |material )?(?:[Rr]ights [Rr]eserved"
    r"|RIGHTS RESERVED|copyright).{0,200}",
    r"A(?:lle|LLE) (?:Rechte|Inhalte|Texte|Bilder|Fotos)[^.]{0,60}(?:vorbehalten|urheberrechtlich|Copyright|©).{0,200}",
    r"T(?:ous|odos|utti) (?:les |los |os |i )?(?:droits|derechos|direitos|diritti) (?:réservés|reservados"
    r"|riservati|de reproduction).{0,200}",
    r"Вс[еі] права (?:защищены|захищені|на материалы|принадлежат).{0,200}|Wsz(?:elkie"
    r"|ystkie) prawa zastrzeżone.{0,120}",
    r"Alle rechten voorbehouden.{0,120}|(?:Tüm|Her) hak(?:kı|ları) saklıdır.{0,120}|Alla rättigheter.{0,120}"
    r"|Alle rettigheter.{0,120}",
    r"Všechna práva vyhrazena.{0,120}|Minden jog fenntartva.{0,120}|Toate drepturile rezervate.{0,120}",
    r"Všetky práva vyhradené.{0,120}|Sva prava (?:pridržana|zadržana).{0,120}|Vse pravice pridržane.{0,120}"
    r"|Всички права запазени.{0,120}|Сва права задржана.{0,120}|Allur réttur áskilinn.{0,120}",
    r"Kõik õigused kaitstud.{0,120}|Visas tiesības aizsargātas.{0,120}|Visos teisės saugomos.{0,120}"
    r"|Kaikki oikeudet pidätetään.{0,120}|Tots els drets reservats.{0,120}|Με (?:την )?επιφύλαξη .{2,120}",
    r"جميع الحقوق محفوظة.{0,120}|(?:تمامی?|کلیه|همه) حقوق .{0,60}محفوظ.{0,120}|כל הזכויות שמורות.{0,120}"
    r"|সর্বস্বত্ব.{0,120}|सर्वाधिकार सुरक्षित.{0,120}|สงวนลิขสิทธิ์.{0,120}|Hak [Cc]ipta .{2,120}",
    r"無断(?:転載|複製).{0,60}|版[权權]所有.{0,80}|저작권자.{0,100}|무단 ?(?:전재|복제).{0,80}",
)

_SOURCE = any_of(
    rf"[(\[]{AGENCIES}(?:[/, +-][\p{{L}}. /,-]{{1,40}})?[)\]]\.?|{AGENCIES}(?:[/, -]{{1,2}}(?:{AGENCIES}"
    rf"|rtr|lnw|lby|lhe|lsw)){{0,5}}",
    r"[(（](?:END|End|끝|完|完了|终|終|了)[)）]",
    r"© ?dpa-infocom.{0,60}|dpa-infocom,.{0,60}|The Associated Press contributed.{0,80}",
    r"(?:Reporting|Additional reporting|Editing|Compiled|With (?:reporting|files|additional reporting"
    r"|inputs?)) (?:by|from) (?:\p{Lu}|the \p{Lu}|wires?|staff|agenc|our )"
    r"(?!.*, (?:\p{Ll}+ )?(?:says?|said|has|have|is|was)\b).{1,200}",
    r"(?:To contact the (?:reporter|editor|author)s? (?:on|of|responsible for) this story"
    r"|Read the original (?:article|story|post) (?:on|at|in|from))\b.{2,200}",
    rf"(?:[—–-]{{1,2}} ?)?With assistance (?:from|by) {NAME}(?:(?:,|,? and) {NAME}){{0,5}}\.?",
    r"(?:Quellen?|Fuentes?|Fonte|Źródło|Bron|Källa|Kilde|Lähde|Kaynak|Zdroj|Forrás|Sursa|Источник|Джерело):"
    r" ?(?:\p{Lu}[^.!?:]{1,40}|(?:\p{Lu}\.){2,6}|(?:https?://)?[\w.-]{2,40}\.\p{Ll}{2,4}(?:/\S{0,100})?)",
    r"(?:Mit Material (?:der|von)|Con información de|Avec (?:AFP|agences)|Con informazioni) ?.{2,100}",
    r"This (?:story|article|post|report|piece|interview) (?:was|is|has been|originally|first|may)[^!?]{0,40}"
    r"(?:published|appeared|produced|updated|edited|translated|republished|corrected|generated)[^!?]{3,250}",
    r"D(?:er|ies)(?:er|es)? (?:Artikel|Text|Beitrag) (?:ist|erschien|wurde|stammt)[^!?]{0,80}(?:erschienen"
    r"|veröffentlicht|übersetzt|aktualisiert|zuerst|publiziert|Ausgabe)[^!?]{0,150}",
)

_ADDRESS = any_of(
    r"(?:Tel|Telefon|Phone|Fax|Telefax|Тел|Телефон|Tél|Teléfono)\. ?:? ?(?:\+|\(?\d).{3,60}|(?:Phone|Telefon"
    r"|Fax|Телефон): ?(?:\+|\(?\d).{3,60}",
    r"(?:E-?[Mm]ail|Mail)\.? ?:? ?[\w.-]+ ?(?:@|\[at\]|\(at\)).{3,60}|\[email.?protected\]",
)

_TIME_AND_MORE = rf"{AT}(?: ?[|,•·(–—-] ?.{{0,80}}| .{{0,30}})?"
_TELLS = r"\b(?:was|were|is|are|has|had|have|wurde|wurden|war|ist|hat|fue|fueron|era|est|était|a été)\b"
"""Verbs of a sentence that begins with a date; a stamp has none."""
_BESIDE = r"(?:read|READ|[Rr]eading|min\b|by |By |BY |von |Von |in \p{Lu}|In \p{Lu}|[(|•·]|\d|\p{Lu}\p{Ll}+$)"
"""What stands beside a reading time or an age; a sentence goes on otherwise."""
_TITLE = rf"(?:{_SAYS} \p{{Ll}}|\p{{Lu}}\S* (?:\S+ )?\p{{Ll}}+ \p{{Ll}}+ \p{{Ll}})"
"""How a sentence or a headline begins: what happened on a day of a timeline."""
_META = (
    rf" ?(?:[|•·/] ?(?!{_SAYS} \p{{Ll}})|[–—-] ?(?!{_TITLE})|(?:by|By|von|Von|in|In) ?)\S[^.!?]{{1,120}}"
    rf"| ?(?:[|•·,–—-] ?)?(?:{_LENGTH}|Updated|Aktualisiert|Actualizado|Aggiornato|Mis à jour|Güncelleme"
    r"|\d+ [CK]omm|No Comm|Leave a c).{0,60}"
    r"|(?: ?\d\d?:\d\d(?::\d\d)?)?[ 　|｜]*(?:来源|來源|作者|记者|責任編輯|责任编辑|编辑|阅读|浏览)[^。]{1,80}"
)
"""What may follow a date in the line below a headline."""

_DATE_LINE = any_of(
    rf"{DAY}(?:{_TIME_AND_MORE}|{_META})",
    rf"{CLOCK}(?:,| [|/•·–—-])? {DAY}(?:{_META})?",
    rf"{DAY} page ?\d{{1,3}}",
    rf"(?:The )?(?:Associated Press|Reuters|Agence France-Presse|AFP) ?[|•·,–—-]? ?{WHEN}.{{0,20}}",
)


def rules() -> Iterator[Rule]:
    """Give the rules for who wrote it, when, and whose it is."""
    yield from _authors()
    yield from _dates()
    yield from _rights()


def _authors() -> Iterator[Rule]:
    """Rules for who wrote it."""
    yield Rule(
        "byline-text",
        "credits",
        line=rf"[Bb]y ?[|•·] ?{WHEN}.{{0,40}}|von {NAME}(?: ?, {NAME}){{1,5}}"
        rf"|von {NAME}, [\p{{Lu}} .-]{{2,40}}"
        rf"|{_BY} (?:Dr\. |Prof\. |Mag\. )*{NAME}(?:,? (?:and|und|et|y|e|и|і|i|&|with|mit) {NAME}|, {NAME}){{0,4}}"
        rf"(?: ?(?:[|,•·–—(-]|on|am|le|el|in|at|vom)(?!.*\p{{Ll}}{{3}}\.$) ?.{{0,80}}| ?(?:{WHEN}|{_LENGTH}|Published"
        rf"|Updated|Posted|Last).{{0,60}})?",
        sample="By Jane Doe and John Roe | June 6, 2021",
        spares="By noon the river had risen.",
        why="byline",
    )
    yield Rule(
        "author-line",
        "credits",
        line=_AUTHOR,
        sample="Author: Jane Doe",
        spares="Reporter: You said that the bridge would hold.",
        why="author box",
    )
    yield Rule(
        "author-box",
        "credits",
        line=r"Function ?: ?\p{Lu}\p{Ll}[^.!?]{1,80}|Graduated From \p{Lu}.{2,300}",
        sample="Function: Head of the desk",
        spares="Function: f(x) = 2x",
        why="author box",
    )
    yield Rule(
        "author-phrases",
        "credits",
        phrases=phrases("author") | phrases("about"),
        sample="About the Author",
        spares="About the river",
        why="byline or author box",
    )


def _dates() -> Iterator[Rule]:
    """Rules for when it was written, and how long it takes to read."""
    yield Rule(
        "posted",
        "credits",
        line=any_of(
            rf"{_STAMP} ?[:.：|]*(?: ?(?:am|on|le|el|the|il|den))? ?(?:{WHEN}|{CLOCK}|today|yesterday|heute"
            rf"|gestern)(?:[ ,|•·(–—-](?! (?:the|an?|der|die|das|el|la|los|le|les|il|lo)\b|.*(?:{_TELLS})).{{0,80}})?",
            rf"(?:asked|answered|edited|modified|created) {WHEN}",
            rf"(?:On|ON|Live|As of|Am|Vom|vom|Le|Il|El|Den) {WHEN}",
        ),
        sample="Published: June 6, 2021 10:30 am",
        spares="On June 6, 2021 the bridge fell.",
        why="date of publication",
    )
    yield Rule(
        "date-line",
        "credits",
        line=_DATE_LINE,
        sample="June 6, 2021 at 10:30 am",
        spares="June 6, 2021 – The bridge is opened to traffic",
        why="date, author or reading time",
    )
    yield Rule(
        "reading-time",
        "credits",
        line=rf"(?:{_LENGTH}|{_AGO})(?:\.| ?[|•·–—~-] ?.{{0,60}}|,? ?{_BESIDE}.{{0,40}}"
        r"|(?<=\p{Ll})\p{Lu}.{0,60}|(?<=前)[ 　].{1,60})?",
        sample="3 min read",
        spares="10 years ago the bridge fell.",
        why="reading time or age",
    )


def _rights() -> Iterator[Rule]:
    """Rules for whose it is."""
    yield Rule(
        "copyright-line",
        "credits",
        line=_COPYRIGHT,
        sample="© 2024 Example Times. All rights reserved.",
        spares="The copyright of the book lapsed.",
        why="copyright",
    )
    yield Rule(
        "sign-off",
        "credits",
        line=_SOURCE,
        sample="(dpa/AFP)",
        spares="AP said so.",
        why="agency or source",
    )
    yield Rule(
        "address",
        "credits",
        line=_ADDRESS,
        sample="Tel.: +49 30 1234567",
        spares="Telephone poles lined the road.",
        why="address",
    )
