"""Stage credits: bylines, dates, reading times, author boxes, copyright and legal notices."""

from __future__ import annotations

from cleaner import Rule
from cleaner_blog.words import CLOCK, DATE, MONTH, NAME, listed

_WEEKDAY = (
    r"(?:(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?|MON|TUE|WED|THU|FRI|SAT|SUN|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[Ll]unes|[Mm]artes|[Mm]iércoles|[Jj]ueves|[Vv]iernes|[Ss]ábado|[Dd]omingo|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar)"
)
_DAY = rf"(?:{_WEEKDAY}[.,]? ?(?:,|den|the|le)? ?)?{DATE}"
_WHEN = rf"{_DAY}(?:[.,]? ?(?:at|um|à|a las|a les|alle|às|в|о|o|om|kl\.?|saat|klo|@|/|\||•|·|—|–|-|, um|ab)? ?{CLOCK})?(?: ?\(?(?:GMT|UTC|CET|CEST|EST|EDT|ET|PST|PDT|PT|CT|BST|IST|MSK|МСК|MEZ|MESZ|WIB|JST|SAST)(?:[+-]\d{{1,2}}(?::?\d{{2}})?)?\)?)?"
_MINUTES = (
    r"(?:min(?:ute)?s?\.?|mins|Min(?:ute|uten)?\.?|Minutes?|MIN|minutos?|minuti|minuut|minuten|minuter|minutter|minuty|minut|мин(?:ут[аы]?|\.)?|хв(?:илин[аи]?|\.)?|dakika|dk|分|분)"
)
_LENGTH = (
    rf"(?:About |ca\. |~|< ?|Less than )?\d{{1,3}}(?:[-–]\d{{1,2}})? ?-?{_MINUTES}(?: ?[.|•·-])?(?: (?:[Rr]ead(?:ing)?(?: time)?|READ|to read|[Ll]esezeit|Lesedauer|zu lesen|[Ll]ektüre|de lecture|lecture|de lectura|di lettura|de leitura|leitura|czytania|чтения|читання|на чтение|leestijd|lezen|läsning|okuma süresi|okuma|Zeit zum Lesen|[Ll]isten|[Ww]atch))"
    rf"|(?:Reading [Tt]ime|READING TIME|Read [Tt]ime|Time to [Rr]ead|Estimated [Rr]eading [Tt]ime|Est\. reading time|Lesezeit|LESEZEIT|Lesedauer|Geschätzte Lesezeit|Temps de lecture|Durée de lecture|Tiempo de lectura|Lectura|Tempo di lettura|Tempo de leitura|Lettura|Leitura|Czas czytania|Время чтения|Время на чтение|На чтение|Час читання|Leestijd|Läsning|Lästid|Lesetid|Læsetid|Okuma [Ss]üresi|Lukuaika)(?: ?[:.~|–-])? ?(?:ca\.? |circa |etwa |about |environ |~|< ?)?\d{{1,3}}(?:[:.]\d{{2}})? ?{_MINUTES}?\.?"
)
_AGO = (
    r"(?:(?:Published|Posted|Updated|Last updated|Last active|Added|Modified|about|over|almost) )?(?:\d{1,3}|an?|one) ?(?:s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|yrs?|years?) ago"
    r"|[Vv]or (?:\d{1,3}|einer?|einem) (?:Sek(?:unden?)?\.?|Min(?:uten?)?\.?|Std\.?|Stunden?|Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)|[Ii]l y a (?:\d{1,3}|une?) (?:secondes?|min(?:utes?)?|h(?:eures?)?|jours?|semaines?|mois|ans?)|[Hh]ace (?:\d{1,3}|una?) (?:segundos?|minutos?|min|horas?|días?|semanas?|mes(?:es)?|años?)|[Hh]á (?:\d{1,3}|uma?) (?:minutos?|horas?|dias?|semanas?|mês|meses|anos?)"
    r"|\d{1,3} (?:minuti|ore|ora|giorni|giorno|settimane|settimana|mesi|mese|anni|anno) fa|(?:\d{1,3} )?(?:секунд[уы]?|мин(?:ут[уы]?|\.)?|час(?:а|ов)?|день|дня|дней|недел[юиь]|месяц(?:а|ев)?|год[а]?|лет|хвилин[уи]?|годин[уи]?|дні|днів|тижн[іь]|тижнів) (?:назад|тому)|\d{1,3} (?:minut[ęy]?|min|godzin[ęy]?|godz\.|dni|dzień|tydzień|tygodnie|miesiąc|miesiące|miesięcy|lat|rok) temu|\d{1,3} (?:minuten|minuut|uur|dagen|dag|weken|week|maanden|maand|jaar) geleden|\d{1,3} (?:saniye|dakika|dk|saat|gün|hafta|ay|yıl) önce|(?:för )?\d{1,3} (?:min(?:uter)?|tim(?:mar)?|dag(?:ar)?|veckor|vecka|månader) sedan|\d{1,3} (?:minutter|min|timer?|dager?|dage|uker|uger|måneder) siden|\d{1,3} ?(?:秒|分|時間|日|週間|か月|ヶ月|年)前|\d{1,3} ?(?:分钟|分鐘|小时|小時|天|周|週|个月|個月|年)前|\d{1,3} ?(?:초|분|시간|일|주|개월|년) ?전|\d{1,2} (?:giờ|phút|ngày) trước|\d{1,2} (?:jam|menit|hari) (?:yang )?lalu"
)
_STAMP = (
    r"(?:Published|PUBLISHED|Publish(?:ed)? (?:on|at|date)|Publish [Dd]ate|Publication date|First published|Originally published|Posted|POSTED|Posted on|Posted at|Post date|Date|DATE|Date posted|Updated|UPDATED|Updated on|Updated at|Last [Uu]pdated?(?: on| at)?|LAST UPDATED|Last [Mm]odified(?: on)?|Last [Rr]eviewed(?: on)?|Modified|Created|Reviewed|Edited|Added|Issued|Released|Uploaded(?: on)?|Recorded|Filed|Publ\.|Submitted(?: on)?|Originally [Pp]ublished"
    r"|Veröffentlicht(?: am)?|VERÖFFENTLICHT(?: AM)?|Erstellt(?: am)?|Aktualisiert(?: am)?|AKTUALISIERT|Stand|STAND|Erschienen(?: am)?|Publiziert(?: am)?|Datum|Letzte Aktualisierung|Letztes Update|Zuletzt aktualisiert(?: am)?|Zuletzt bearbeitet(?: am)?|Zuletzt geändert(?: am)?|Geändert(?: am)?|Update|UPDATE|Geschrieben am|Gepostet am|Online seit|Hochgeladen am"
    r"|Publié(?:e)?(?: le)?|PUBLIÉ LE|Mis(?:e)? à jour(?: le)?|Modifié(?:e)?(?: le)?|Créé le|Dernière (?:mise à jour|modification)(?: le)?|Paru le|Posté le|Publicado(?: el| en| em)?|PUBLICADO|Actualizado(?: el| a las| en)?|ACTUALIZADO|Actualizada|Atualizado(?: em| a)?|Fecha|Data|Última actualización|Última atualização|Creado|Criado em|Modificado|Pubblicato(?: il)?|PUBBLICATO|Aggiornato(?: il)?|Ultimo aggiornamento|Ultima modifica"
    r"|Опубликован[оа]?|ОПУБЛИКОВАНО|Обновлен[оа]?|Обновлён|Дата публикации|Дата|Последнее обновление|Изменено|Добавлено|Создано|Опубліковано|Оновлено|Дата публікації|Opublikowano|Opublikowane|Zaktualizowano|Aktualizacja|Ostatnia aktualizacja|Data publikacji|Utworzono|Dodano|Gepubliceerd(?: op)?|Geplaatst(?: op)?|Bijgewerkt(?: op)?|Laatst (?:bijgewerkt|gewijzigd)|Laatste update|Publicerad|PUBLICERAD|Uppdaterad|UPPDATERAD|Senast uppdaterad|Publisert|PUBLISERT|Oppdatert|OPPDATERT|Sist oppdatert|Publiceret|Opdateret|Offentliggjort|Udgivet|Julkaistu|Päivitetty|Publikováno|Aktualizováno|Vydáno|Megjelent|Frissítve|Publicat|Actualizat|Yayınlanma(?: [Tt]arihi)?|Yayın(?: [Tt]arihi)?|Yayınlandı|Güncelleme(?: [Tt]arihi)?|Güncellenme(?: [Tt]arihi)?|Giriş(?: [Tt]arihi)?|Son [Gg]üncelleme|Oluşturulma(?: [Tt]arihi)?|公開日|更新日|投稿日|掲載日|最終更新(?:日)?|公開|更新|発行|发布时间|发布于|更新时间|發布時間|更新時間|發布日期|입력|등록|수정|승인|기사입력|최종수정|게시일)"
)
_ROLE = (
    r"(?:Autor(?:in|en|innen)?|Autor\*in|Autor:in|Author|AUTHOR|Authors|Auteur(?:e)?|Autore|Autora|Autor/in|Verfasser(?:in)?|Автор(?:ы|ка)?|АВТОР|Автори|Текст|Text|TEXT|Words|WORDS|Writer|Story|STORY|Reporter|Editor|Redaktion|Redakteur(?:in)?|Texte|Texto|Testo|Tekst|TEKST|Redacción|Редактор|Редакция|Журналист|Корреспондент|Yazar|Yazan|Editör|Muhabir|Skribent|Kirjoittaja|Teksti|Szerző|Autoři|Reportage|Journalist|Reviewer|Contributor|Columnist|Interview|Fotos? und Text|Text und Fotos?|Text & Fotos?|Gastbeitrag|Recherche|Übersetzung|Translator|Transcript by|文|取材|取材・文|執筆|筆者|作者|記者|记者|編輯|编辑|기자|글)"
)
_BYLINE = (
    rf"(?:By|BY|by|By:|Von|VON|von|Von:|Par|PAR|Por|POR|Por:|De la redacción de|Di|Door|DOOR|Av|AV|Af|Autor:|Przez|Автор:?|Text:?|Text von|Texte von|Texto:|Texto de|Words by|Written [Bb]y|WRITTEN BY|Posted [Bb]y|POSTED BY|Published [Bb]y|Reported by|Story by|Created by|Added by|Submitted by|Contributed by|Compiled by|Uploaded by|Reviewed [Bb]y|Edited [Bb]y|Fact[- ][Cc]hecked [Bb]y|Medically [Rr]eviewed [Bb]y|Expert reviewed by|Recipe by|Review by|Interview by|Guest post by|A guest post by|Transcribed by|Photographs by|Article by|An article by|Geschrieben von|Verfasst von|Veröffentlicht von|Erstellt von|Gepostet von|Eingestellt von|Ein (?:Gast)?[Bb]eitrag von|Ein Kommentar von|Eine Analyse von|Ein Interview von|Interview von|Aus .{{3,20}} berichtet|Rédigé par|Écrit par|Publié par|Posté par|Escrito por|Publicado por|Redactado por|Escrito por:|Scritto da|Pubblicato da|A cura di|a cura di|Geschreven door|Geplaatst door|Skrivet av|Skrevet av|Publicerad av|Opublikowane przez|Napisane przez|Napisał\(?a?\)?:?|Yazan:?|Опубликовано|Автор публикации:?|Автор статьи:?|Автор материала:?) (?:Dr\. |Prof\. |Mag\. )*"
    rf"{NAME}(?:(?:,? (?:and|und|et|y|e|i|и|&|with|mit) |, ){NAME}){{0,4}}"
)

RULES: tuple[Rule, ...] = (
    Rule("date-prefix", "credits", line=r"date \d{4}-\d{2}-\d{2}", sample="date 2021-06-07", spares="date 2021", why="date written by the crawler"),
    Rule(
        "byline-text",
        "credits",
        line=rf"{_BYLINE}(?: ?(?:[|,•·–—-]|on|am|le|el|in|at|vom|\() ?.{{0,80}}| ?(?:{_WHEN}|{_LENGTH}).{{0,60}}|(?:Published|Updated|Posted|Last|{MONTH}).{{0,60}})?",
        sample="By Jane Doe and John Roe | June 6, 2021",
        spares="By noon the river had risen.",
    ),
    Rule(
        "author-line",
        "credits",
        line=rf"{_ROLE}(?:\(in\))? ?[:：|] ?\p{{Lu}}[^!?]{{2,100}}|(?:Author|Function|Autor|Автор|Rolle|Position|Occupation) ?: ?\S[^.!?]{{1,80}}|Graduated From \p{{Lu}}.{{2,300}}",
        sample="Author: Jane Doe",
        spares="The author: a short life.",
        why="author box",
    ),
    Rule(
        "posted",
        "credits",
        line=rf"(?:On|ON|Live|As of|Am|Vom|vom|Le|Il|El|Den) {_WHEN}|{_STAMP} ?[:.：|]? ?(?:am |on |le |el |the )?{_WHEN}(?:[ ,|•·(–—-].{{0,80}})?|{_STAMP}[ :：]+(?:{CLOCK}|today|yesterday|heute|gestern|\d{{1,3}} .{{2,15}} ago).{{0,60}}|(?:Published|Updated|Posted|Last [Uu]pdated|Veröffentlicht|Aktualisiert|Publié le|Mis à jour le|Publicado|Actualizado|Pubblicato|Опубликовано|Обновлено|Stand)[: ].{{0,40}}{DATE}.{{0,60}}",
        sample="Published: June 6, 2021 10:30 am",
        spares="On June 6, 2021 the bridge fell.",
        why="date of publication",
    ),
    Rule(
        "day-and-time",
        "credits",
        line=rf"{_DAY}(?:[.,]? ?(?:at|um|à|a las|alle|às|в|о|o|om|kl\.?|saat|klo|@|/|\||•|·|—|–|-|, um)? ?{CLOCK})(?: ?[|,•·(–—-] ?.{{0,80}}| .{{0,30}})?",
        sample="June 6, 2021 at 10:30 am",
        spares="June 6, 2021",
        why="date and time",
    ),
    Rule(
        "meta-line",
        "credits",
        line=rf"{_DAY} ?(?:[|•·/–—-]|by|By|von|Von|in|In) ?\S[^.!?]{{1,120}}|{NAME} ?(?:[|•·–—-]|on|am) ?{_WHEN}(?:.{{0,60}})?|(?:{_LENGTH})(?: ?[|•·,–—-]? ?.{{0,60}})?|{_AGO}(?: ?[|•·,–—-] ?.{{0,60}})?|{_WHEN} ?(?:[|•·,–—-] ?)?(?:{_LENGTH}|Updated.{{0,60}}|Aktualisiert.{{0,60}}|\d+ [Cc]omments?|\d+ Kommentare?|No Comments|Leave a comment|Uncategorized)",
        sample="June 6, 2021 | Bridges, Rivers | 3 Comments",
        spares="June 6, 2021: the day the bridge fell.",
        why="date, author or reading time",
    ),
    Rule(
        "author-phrases",
        "credits",
        phrases=listed("""
        about the author | about the author: | about the authors | about author | about our author | the author | author | authors | author: | author bio | author info | author profile | author archive | author archives | about the writer | about the contributor | about the editor | meet the author | more about the author | written by | written by: | reviewed by | medically reviewed by | fact checked by | fact-checked by | edited by | posted by | published by | published by: | post author | post author: | post published | post category | post comments | by | by: | by admin | posted by admin | admin | administrator | staff writer | staff reporter | contributing writer | contributor | contributors | senior writer | senior editor | editor-in-chief | managing editor | associate editor | editorial team | editorial staff | news desk | staff report | staff reports | guest author | guest contributor | guest post | special to | published | published on | published: | posted | posted on | posted: | updated | updated: | updated on | last updated | last updated: | last updated on | last modified | date | date: | publish date | posted in news | function: chief-editor | author of the article | article author | why you can trust us | why trust us? | our editorial process | editorial standards | learn about our editorial policies | learn about our editorial process | our standards: the thomson reuters trust principles | our standards: the thomson reuters trust principles., opens new tab | reporting by | editing by | read full bio | full bio | see full bio | read bio | view bio | see more articles | view profile | view full profile | author email | email the author | follow the author | contact the author | website of the author | min read | minute read | minutes read | mins read | read time | reading time | last edited | in
        | autor | autoren | autor: | autorin | autorin: | über den autor | über die autorin | über die autoren | über den autor: | zur person | zum autor | zur autorin | zur autorenseite | autorenprofil | autoreninfo | verfasser | verfasst von | verfasst von: | geschrieben von | geschrieben von: | veröffentlicht am | veröffentlicht von | veröffentlicht | veröffentlicht in | von | von: | redaktion | die redaktion | stand: | datum | datum: | lesezeit | lesezeit: | letzte aktualisierung | zuletzt aktualisiert | aktualisiert | aktualisiert am | aktualisiert: | gastautor | gastbeitrag | chefredakteur | chefredaktion | redakteur | redakteurin | freier autor | freie autorin | reporterin | reporter | korrespondent | korrespondentin
        | auteur | auteur : | l'auteur | à propos de l'auteur | à propos de l’auteur | par | par : | publié le | publié par | mis à jour le | la rédaction | rédaction | écrit par | temps de lecture | rédigé par | autora | sobre el autor | sobre la autora | acerca del autor | por | por: | redacción | la redacción | publicado por | publicado el | publicado | actualizado | escrito por | autore | autore: | l'autore | informazioni sull'autore | di | scritto da | a cura di | redazione | la redazione | pubblicato il | pubblicato da | aggiornato | sobre o autor | autor(a) | da redação | redação | publicado em | atualizado em | escrito por: | автор | автор: | авторы | об авторе | редакция | опубликовано | опубликовано: | обновлено | дата публикации | дата публикации: | корреспондент | автор статьи | про автора | автор публікації | опубліковано | o autorze | redakcja | opublikowano | dodano | napisane przez | over de auteur | door | redactie | de redactie | gepubliceerd op | geplaatst door | yazar | yazar: | yazar hakkında | editör | haber merkezi | giriş tarihi | son güncelleme | skribent | publicerad | uppdaterad | av | publisert | oppdatert | journalist | publiceret | opdateret | af | julkaistu | päivitetty | toimittaja | publikováno | autor článku | megjelent | szerző | この記事を書いた人 | 執筆者 | 著者 | この記事の著者 | ライター | プロフィール | 著者プロフィール | 公開日 | 更新日 | 作者 | 记者 | 編輯 | 기자 | 기자 페이지 | 입력 | 수정 | الكاتب
        """),
        sample="About the Author",
        spares="About the river",
        why="byline or author box",
    ),
    Rule(
        "author-more",
        "credits",
        line=rf"(?:More|All) (?:posts |articles |stories |content )?(?:by|from) {NAME}|(?:About|Über|About the author:?|Meet|Email|Contact|Follow) (?:the author,? )?{NAME}|(?:Read|See|View) (?:more (?:articles |posts |stories |work )?(?:by|from)|all (?:articles |posts |stories )?by) {NAME}.{{0,20}}|{NAME} (?:is|has been) an? [^.!?]{{3,80}}(?:writer|reporter|editor|journalist|contributor|columnist|correspondent|blogger|author|producer|freelancer|copywriter|content (?:manager|strategist|marketer))\b.{{0,280}}|{NAME} (?:ist|schreibt|arbeitet|lebt) [^!?]{{3,120}}(?:Redakteur|Journalist|Autor|Reporter|Korrespondent|Volontär|Blogger|Chefredakteur)(?:in|en)?\b.{{0,240}}|{NAME} (?:writes|covers|reports) (?:about|on|for|the) .{{3,280}}|(?:Have a tip|Got a tip|Reach|You can (?:reach|follow|contact|email)|Contact|Email) [^!?]{{0,100}}(?:@|\[email|email|Twitter|X at|LinkedIn)[^!?]{{0,120}}",
        sample="Jane Doe is a staff writer who covers bridges for the Example Times.",
        spares="Jane Doe is a bridge builder.",
        why="author box",
    ),
    Rule(
        "job-title",
        "credits",
        line=r"(?:Senior |Junior |Chief |Managing |Deputy |Associate |Assistant |Contributing |Staff |Freelance |Guest |Executive |Digital |News |Political |Sports? |Business |Features |Political |Science |Health |Technology |Tech |Commerce |Lead |Lifestyle |Entertainment |Travel |Night |National |Foreign |Local |Breaking News |Investigative |Multimedia |Content |Crime |Education |Environment |Economics |White House |Data |Culture )+(?:[Ee]ditor|[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Cc]ontributor|[Cc]olumnist|[Jj]ournalist|[Pp]roducer|[Bb]logger)(?:-in-[Cc]hief)?(?:[,|–-] .{2,60})?|(?:Chef|Politik|Wirtschafts|Sport|Kultur|Nachrichten|Online|Lokal|Gast|Ressort)-?(?:redakteur|reporter|autor|korrespondent|leiter|journalist)(?:in)?(?:[,|–-] .{2,60})?|(?:Redakteur|Reporter|Korrespondent|Volontär|Journalist)(?:in)?(?: (?:für|bei|im|in|der|des|Politik|Wirtschaft|Sport|Kultur).{2,50})",
        sample="Senior Political Correspondent",
        spares="The editor resigned.",
        why="byline-text",
    ),
    Rule(
        "copyright-line",
        "credits",
        line=r"(?:Copyright|COPYRIGHT|copyright|©|\(c\)|\(C\)|Ⓒ|&copy;|℗|™|®)(?: ?[©:|-] ?| ).{0,300}|©.{1,300}|(?:All|ALL) (?:content |text |images |photos |contents |site contents |material )?(?:[Rr]ights [Rr]eserved|RIGHTS RESERVED|copyright).{0,200}|(?:Alle|ALLE) (?:Rechte|Inhalte|Texte|Bilder|Fotos)[^.]{0,60}(?:vorbehalten|urheberrechtlich|Copyright|©).{0,200}|(?:Tous|Todos|Tutti) (?:les |los |os |i )?(?:droits|derechos|direitos|diritti) (?:réservés|reservados|riservati|de reproduction).{0,200}|(?:Все|Всі) права (?:защищены|захищені|на материалы|принадлежат).{0,200}|Wszelkie prawa zastrzeżone.{0,120}|Wszystkie prawa zastrzeżone.{0,120}|Alle rechten voorbehouden.{0,120}|(?:Tüm|Her) [Hh]akkı? ?(?:ları )?(?:saklıdır|Saklıdır).{0,120}|Tüm hakları saklıdır.{0,120}|Alla rättigheter.{0,120}|Alle rettigheter.{0,120}|Všechna práva vyhrazena.{0,120}|Minden jog fenntartva.{0,120}|Toate drepturile rezervate.{0,120}|無断(?:転載|複製).{0,60}|版权所有.{0,80}|版權所有.{0,80}|著作権.{0,60}|저작권자.{0,100}|무단 ?(?:전재|복제).{0,80}|ⓒ.{0,100}",
        sample="© 2024 Example Times. All rights reserved.",
        spares="The copyright of the book lapsed.",
        why="copyright-line",
    ),
    Rule(
        "rights-within",
        "credits",
        line=r"[^!?]{3,200}(?:[Aa]ll [Rr]ights [Rr]eserved|ALL RIGHTS RESERVED|[Aa]lle Rechte vorbehalten|© ?\d{4}|[Cc]opyright (?:©|\(c\)|\d{4})|[Tt]ous droits réservés|[Tt]odos los derechos reservados|[Tt]odos os direitos reservados|[Tt]utti i diritti riservati|[Вв]се права защищены|may not be (?:published|reproduced|reprinted|copied)|All Rights Reserved)[^!?]{0,200}",
        sample="Example Times is published by Example Ltd. All rights reserved.",
        spares="He said that all rights are reserved to the people.",
        why="copyright-line",
    ),
    Rule(
        "sign-off",
        "credits",
        line=r"[(\[](?:dpa|AFP|AP|Reuters|REUTERS|APA|EFE|ANSA|TASS|ТАСС|Интерфакс|UPI|PTI|ANI|IANS|Xinhua|SDA|sda|epd|KNA|Bloomberg|CNN|PAP|ČTK|Belga|ANP|PA|Lusa|Agencia|EP|Europa Press|dts|afp|ap|reuters)(?:[/, +-][\p{L}. /,-]{1,40})?[)\]]\.?|(?:dpa|AFP|afp|dts|sda|APA|ap|rtr)(?:[/, -]{1,2}(?:dpa|AFP|afp|AP|ap|rtr|APA|SID|sid|epd|KNA|[\p{Ll}]{2,4}|lnw|lby|lhe|lsw|dpa-infocom)){0,5}|© ?dpa-infocom.{0,60}|dpa-infocom,.{0,60}|(?:Reporting|Additional reporting|Writing|Editing|Compiled|With (?:reporting|files|additional reporting)|With inputs|With input|Mit Material|Quellen?:|Quelle:|Based on|With information|Con información|Avec|Con informazioni) (?:by|from|von|der|de|d'|AFP|agences|dell).{2,200}|The Associated Press contributed.{0,80}|This (?:story|article|post|report|piece|interview) (?:was|is|has been|originally|first|may|originally appeared|appeared|ran)[^!?]{0,40}(?:published|appeared|produced|updated|edited|translated|republished|adapted|created|corrected|generated|condensed|auto-generated|written|part of)[^!?]{3,250}|(?:Dieser|Der|Dieses) (?:Artikel|Text|Beitrag|Interview) (?:ist|erschien|wurde|stammt|erscheint)[^!?]{0,80}(?:erschienen|veröffentlicht|übersetzt|aktualisiert|zuerst|publiziert|Ausgabe)[^!?]{0,150}",
        sample="(dpa/AFP)",
        spares="AP said so.",
        why="agency or source",
    ),
    Rule(
        "correspondence",
        "credits",
        line=r"(?:Tel|Telefon|Phone|Fax|Telephone|Telefax|Тел|Телефон|Tél|Teléfono|E-?[Mm]ail|Mail|Email us|Email)\.? ?:? ?(?:\+|\(|\d|[\w.-]+ ?(?:@|\[at\]|\(at\))).{3,80}|[\w.+-]{1,40}(?:@|\[at\]|\(at\)| \[?at\]? )[\w-]{2,40}(?:\.|\[dot\])[\w.]{2,20}|\[email(?: |\u00a0)?protected\]|(?:https?://|www\.)\S{4,200}",
        sample="Tel.: +49 30 1234567",
        spares="Telephone poles lined the road.",
        why="address",
    ),
)
