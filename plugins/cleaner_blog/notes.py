"""Stages comments and credits, third part: what the publisher notes among the paragraphs about the page itself."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Rule
from cleaner_blog.words import any_of

_EMBED = any_of(
    r"(?:An dieser Stelle|Hier) (?:finden Sie|findest du|befindet sich|wird|würde|können Sie|sehen Sie)"
    r"[^!?]{0,90}\b[Ee]xterne[rsn]? (?:\p{L}+ )?Inhalte?\b.{0,280}",
    r"(?:Externe[rn]?|Empfohlene[rn]?|Redaktionell empfohlene[rn]?|Eingebettete[rn]?)"
    r" (?:redaktionelle[rn]? |externe[rn]? )?Inhalte?"
    r"(?: von .{2,40}|:? .{0,30}(?:anzeigen|laden|erlauben|zustimmen)\.?)?",
    r"Ich bin (?:damit )?einverstanden,? dass (?:mir )?[^!?]{0,60}(?:Inhalte?|Daten)\b.{0,400}",
    r"(?:Damit|Dadurch|Dabei) (?:können|werden) (?:gegebenenfalls |ggf\. )?personenbezogene Daten [^!?]{5,200}"
    r"|Personenbezogene Daten (?:können|werden) [^?]{5,300}",
    r"Um (?:diese[nsr]?|den|das|die|eingebettete) [^.!?]{3,60}(?:anzuzeigen|anzusehen|zu sehen|darzustellen"
    r"|abzuspielen)[^!?]{0,60}(?:Einwilligung|Zustimmung|Cookies|zustimmen|akzeptieren|Klick)[^!?]{0,160}",
    r"Wir respektieren (?:deine|Ihre|eure) Privatsphäre\b.{5,300}",
    r"To (?:view|see|display|load|show) (?:this|the) (?:content|post|video|embed|map|chart|graphic|tweet)\b"
    r"[^!?]{0,80}(?:consent|cookies|click|accept|allow|enable|third[- ]part)[^!?]{0,160}",
    r"(?:Ce contenu|Pour (?:afficher|voir|consulter) (?:ce|cette) \p{L}+)\b[^!?]{0,80}(?:cookies|bloqué|réseaux sociaux"
    r"|services? tiers|traceurs)[^!?]{0,160}",
    r"(?:Este contenido|Para (?:ver|visualizar) (?:este|esta) \p{L}+)\b[^!?]{0,80}(?:cookies|bloqueado|terceros)"
    r"[^!?]{0,160}",
)

_ASKS = any_of(
    r"If you (?:enjoyed|liked|like|enjoy|found|love|loved) (?:reading )?(?:this|our|my) (?:post|article|story|piece"
    r"|blog|work|content|interview)\b[^!?]{0,60}(?:support|subscrib|shar|consider|donat|sign|follow"
    r"|coffee)[^?]{0,120}\??.{0,60}",
    r"(?:Wenn|Falls) (?:Ihnen|dir|euch) (?:unser|dieser|der|mein) (?:Artikel|Beitrag|Text|Blog)\b[^!?]{0,30}(?:gefallen"
    r"|gefällt|geholfen)[^?]{0,160}",
    r"(?:Like|Love|Enjoy|Liked|Loved|Enjoyed|Enjoying) (?:this (?:article|story|post|piece|recipe|video)|what you|our"
    r"|my)\b[^?]{0,60}\?.{0,120}",
    r"Hat (?:Ihnen|dir|euch) (?:unser|dieser|der|mein) (?:Artikel|Beitrag|Text) (?:gefallen|geholfen)\?.{0,240}",
    r"Sie lesen gerne? [^!?]{2,50}\?"
    r"|Unterstütze(?:n Sie|t)? [^.!?]{2,50} (?:mit|ab|für|bereits)[^.!?]{0,20} ?\d[^?]{0,60}",
    r"(?:Vous avez aimé|Cet article vous a plu|Si cet article vous a plu).{0,160}",
    r"(?:Te ha gustado|¿Te ha gustado|Si te ha gustado) (?:este|el|la) (?:artículo|post|entrada|noticia)\b.{0,160}",
    r"For (?:the |more )?(?:latest|breaking|top) (?:\p{L}+ )?(?:news|stories|updates|headlines)\b[^!?]{3,100}"
    r"(?:download|follow|subscribe|sign up|join)[^!?]{3,160}",
    r"(?:Subscribe|Sign up) (?:now |today |here )?(?:to|for) (?:our|the|my) [^!?]{0,60}"
    r"(?:edition|newsletter|magazine|channel|podcast|updates|paper)\b[^!?]{0,120}",
    r"(?:Submit|Send) (?:us )?your (?:letters?|tips?|stor(?:y|ies)|questions?) (?:to|via|here|by)\b"
    r"(?=.*(?:@|\bus\b|editor|e-?mail|newsroom|form\b))[^!?]{3,160}",
    r"Sie müssen (?:sich (?:einloggen|anmelden|registrieren)|(?:eingeloggt|angemeldet) sein),? um [^.!?]{0,60}"
    r"(?:kommentier|schreib|verfass|antwort|abstimm|bewert|lesen|sehen|nutzen|teilnehm|abgeben|abzugeben|herunterlad"
    r"|speicher|merken|folgen)[^.!?]{0,30}\.?",
    r"(?:You (?:must|need to|have to) (?:be logged in|log in|login|sign in|register)) (?:in order )?to"
    r" (?:(?:post|leave|add|write|submit|see|view|read|use|download|access) (?:an?|the|this|your|these|all|more|new"
    r"|full|comments?|repl\p{L}+)\b|comment|reply|continue|participate|join|rate|like|bookmark|follow)[^.!?]{0,80}\.?",
)

_BY_MACHINE = any_of(
    r"(?:Diese Zusammenfassung|Die Zusammenfassung|Diese Übersicht) wurde [^.!?]{0,60}(?:künstlich|KI\b|automatisch"
    r"|maschinell)[^?]{0,240}",
    r"(?:This summary|The summary|This (?:article|text) summary|Summary) (?:was|is|has been) (?:\p{L}+ )?"
    r"(?:AI[- ]generated|(?:generated|created|written|produced) (?:by|with|using) (?:AI\b|artificial|machine))"
    r"[^?]{0,200}",
    r"(?:AI|KI|IA)[- ](?:generated|generierte|générée?|generado) (?:summary|Zusammenfassung|par|por)\b.{0,100}",
    r"AI 요약은 .{5,160}|(?:この要約は|AIによる要約).{0,100}",
    r"(?:Der|Dieser) Artikel (?:für Sie |für dich )?(?:kurz )?zusammengefasst",
)

_PROGRAMME = any_of(
    r"(?:Sendung|Quelle|Dieses Thema im Programm|Dieser Beitrag lief|Über dieses Thema berichtete[nt]?)\b:? ?"
    r"[^!?]{2,100}\b(?:\d{1,2}\. ?(?:\d{1,2}\.|\p{L}+) ?\d{2,4})[^!?]{1,8}\d{1,2}[:.]\d{2} Uhr\.?",
    r"Diese[sr]? (?:Thema|Beitrag|Sendung) im Programm:?",
)

_UPDATES = any_of(
    r"This is a (?:breaking|developing)(?: news?)? story\b(?! (?:of|from|for|in|by|that)\b).{0,100}",
    r"(?:More (?:details )?(?:to follow|to come|follows)|Details to follow|Updates? to follow|(?:Weitere|Mehr)"
    r" (?:Informationen|Details) (?:folgen|in Kürze))\.{0,3}",
    r"(?:Dieser Artikel wird (?:laufend|fortlaufend|ständig) aktualisiert|Plus d['’]informations à (?:suivre|venir)"
    r"|Noticia en (?:desarrollo|ampliación|actualización)|Notizia in aggiornamento|Notícia em (?:atualização"
    r"|desenvolvimento)|Meer info(?:rmatie)? volgt|Artykuł jest aktualizowany|Więcej informacji wkrótce"
    r"|Zprávu (?:aktualizujeme|doplňujeme)|Správu aktualizujeme|Vijest se (?:dopunjuje|nadopunjava)"
    r"|Știre în curs de actualizare|A cikk frissül|Cikkünk frissül|Новость (?:дополняется|обновляется)"
    r"|Новина (?:доповнюється|оновлюється)|Новината се допълва|Haber güncelleniyor|Ayrıntılar geliyor"
    r"|(?:Artikeln|Texten|Nyheten) uppdateras|(?:Saken|Artikkelen) oppdateres|Artiklen opdateres"
    r"|(?:Juttu|Uutinen|Artikkeli) päivittyy|Fréttin (?:hefur verið|verður) uppfærð)[^.!?]{0,40}[.…]{0,3}",
    r"(?:Sofern|Soweit|Wenn) nicht anders (?:ausgewiesen|angegeben|gekennzeichnet|vermerkt)[^!?]{5,200}",
    r"\(?Alle Angaben (?:sind )?ohne Gewähr\)?\.?|(?:Weitere|Nähere) (?:Informationen|Hinweise|Details):",
    r"CLICK HERE TO (?:GET|DOWNLOAD|READ|SIGN UP|SUBSCRIBE|JOIN|WATCH) [^\p{Ll}]{3,120}",
    r"(?:Mehr|Alles|Aktuelle \p{L}+|Alle \p{L}+|Weitere \p{L}+) [^.!?]{3,140}"
    r" (?:finden|lesen|findest|liest|findet|lest|gibt es)(?: Sie| [Dd]u| [Ii]hr)?(?: jederzeit| auch| immer)?"
    r" (?:hier|(?:in|auf) unsere[mr]\b[^.!?]{3,40})[.:]",
)

_VIEWS = any_of(
    r"(?:The |All )?(?:views|opinions|Views|Opinions)[^?!]{0,80}\b(?:author|own|writer|contributor|columnist)"
    r"[^?!]{0,60}(?:do(?:es)? not|not necessarily|and not|alone)[^?!]{0,200}",
    r"(?:Gastkommentare|Gastbeiträge|Leserkommentare|Kommentare|Die (?:in|hier)[^?!]{3,60}"
    r"Meinung(?:en)?|Namentlich gekennzeichnete)(?=.*(?:Redaktion|Auto[Rr]|autor|Verfass|Herausgeb|Verlag|wieder"
    r"|Auffassung))[^?!]{0,120}(?:nicht|ausschließlich)[^?!]{3,400}",
    r"Les (?:opinions|propos|points de vue)(?=.*(?:exprim|engage|auteur|rédaction|journal|éditeur))[^?!]{0,80}"
    r"(?:n['’]engagent|ne reflètent|n['’]expriment)[^?!]{3,200}",
    r"Las opiniones (?=.*(?:expresad|vertid|autor|medio|redacción|editorial|publica"
    r"|responsabilidad))[^?!]{0,120}(?:no (?:reflejan|representan|coinciden|necesariamente)|exclusiv|responsabilidad)"
    r"[^?!]{3,200}",
    r"(?:Le opinioni|As opiniões|Os? (?:artigos?|textos?)) (?=.*(?:espress|express|autor|redazion|redação|jornal|portal"
    r"|publica|giornal|testata|assinad))[^?!]{0,120}(?:non (?:riflett|rappresent|necessar)"
    r"|não (?:reflet|representa|necessaria)|responsabilidade)[^?!]{3,200}",
    r"(?:Мнени[ея]|Точка зрения|Думка|Позиція|Мнението)\b(?=.*(?:[Рр]едак|[Аа]втор|издани"
    r"|видан))[^?!]{0,80}(?:може[тм]? не|могут не|можуть не|не обязательно) [^?!]{3,160}",
    r"(?:Opinie|Poglądy|Názory)\b(?=.*(?:[Rr]edak|[Aa]uto|wydawc|vydavat))[^?!]{0,80}(?:nie muszą|niekoniecznie"
    r"|nemusí|nie vždy)[^?!]{3,160}|De (?:meningen?|standpunten)\b[^?!]{0,80}niet (?:noodzakelijk|per se)[^?!]{3,160}",
    r"(?:الآراء|المقال|المقالات)\b[^?!]{0,80}لا (?:تعبر|يعبر|تعكس|يعكس|تمثل)[^?!]{3,160}"
    r"|(?:Yazı|Makale|Yazar)[^?!]{0,80}(?:yansıtmayabilir|yansıtmaz)[^?!]{0,120}",
)

_COMMISSION = any_of(
    r"[Ww]e (?:may|might|can|sometimes|will)? ?(?:earn|receive|get) (?:an? )?(?:small )?(?:affiliate )?(?:commissions?"
    r"|compensation)\b(?=.*(?:[Ll]ink|[Cc]lick|purchas|\bbuy|bought|product|retailer|partner|provider"
    r"|advertiser|\bsite)).{5,250}",
    r"(?:This|The) (?:post|article|page|site|blog|website)(?: may| might)? (?:contains?|includes?|uses?)(?: some)?"
    r" (?:affiliate|sponsored|paid) [^!?]{3,250}|As an? Amazon [Aa]ssociate[^!?]{5,200}|\*?(?:Affiliate"
    r"|Partner)-?[Ll]inks?[^!?]{0,120}",
    r"[(*]?(?:Note|NOTE|D(?:isclosure|ISCLOSURE)|D(?:isclaimer|ISCLAIMER)|Editorial [Nn]ote|Some|Products|Purchases"
    r"|As|If|When|We|I (?:use affiliate|may|earn|get|receive)|This|The|Just a heads[- ]up"
    r"|Full disclosure|Please note|By|Items)\b"
    r"(?=[^?!]*(?:[Aa]ffiliate (?:[Ll]inks?|program|[Mm]arketer|partner|ones)|(?:earn|receive|get|make)s?\b"
    r"[^?!.]{0,40}commissions?\b|be compensated|qualifying purchases))(?=.*(?:[Ll]inks?\b|purchase|click)).{20,390}",
    r"[(*]?(?:Hinweis|Transparenz|Wenn|Bei|Für|Die|Mit|Einige|Produkte|Diese[rs]?|Über|Durch|Unsere|Wir|Alle|Als)\b"
    r"(?=[^?!]*(?:Provision|[Aa]ffiliate|Partner-?[Ll]inks?))(?=.*(?:[Ll]inks?\b|[Kk]auf|[Kk]äufe|klick))"
    r"(?=.*\b(?:[Ww]ir|uns|ich|mir|Partner-?[Ll]inks?|Affiliate-?\p{L}*|Links|Verlag|Redaktion)\b).{20,390}",
    r"[(*]?(?:Certains|Les liens|En (?:cliquant|achetant)|Nous|Cet article|Este (?:artículo|post)|Los enlaces|Algunos"
    r"|Al comprar|Si (?:compras|haces|acquisti)|Este artigo|Os links|Ao comprar|Alguns|I link|Questo articolo|Alcuni"
    r"|Acquistando|Dit artikel|De links|Als je|Wij|Ten artykuł|Artykuł|Linki|Статья|Ссылки|Artikeln|Artikkelen|Den här)"
    r"\b(?=.*(?:affili|afili|partner|rabatkoder|annonslänk))(?=.*(?:commission|comisi|comiss|commissi|prowizj|комисси"
    r"|provis)).{20,390}",
    r"(?:※|＊)?(?:本(?:ページ|記事|サイト)|当(?:ページ|サイト|ブログ)|この(?:ページ|記事|サイト))(?:に"
    r"|で)?は[^。]{0,40}(?:プロモーション|アフィリエイト|広告)[^。]{0,40}(?:含|利用|参加|掲載).{0,80}",
)

_FEED = any_of(
    r"\(?(?:Disclaimer: |Note: )?(?:Except for the headline, t|With the exception of the headline, t|T)his"
    r" (?:story|post|article|report|copy) has not been (?:\p{L}+ )?(?:edited|created|altered|changed|modified"
    r"|reviewed|verified|checked|fact-checked|produced|written)\b[^?!]{3,230}",
    r"\(?This (?:is an unedited|report (?:was|is|has been) (?:auto|published))[^?!]{3,240}",
    r"Dieser (?:Text|Artikel|Beitrag) (?:entspricht|wurde)\b(?=.*(?:Redak|redak|KI\b|journalis|automatisch|maschinell"
    r"|Ärzt|Arzt|ärzt|mediz|Mediz|Fach|Expert|Standard|Vorgaben))[^!?]{3,160}(?:geprüft|überprüft)[^!?]{0,80}",
    r"(?:Hinweis: )?Dies(?:e|er) (?:Meldung|Nachricht|Text|Inhalt|Artikel|Beitrag) (?:ist Teil|wurde|stammt|basiert)\b"
    r"(?=.*(?:Feed|Teil|übernommen|übermittelt|erstellt|bereit|veröffentlicht|bearbeitet|Basis|basiert|stammt"
    r"|Material|generiert))"
    r"[^?!]{0,80}(?:automatisch|automatisiert|Feeds?\b|Nachrichtenagentur|dpa\b|AFP\b)[^?!]{0,160}",
)


def rules() -> Iterator[Rule]:
    """Give the rules for notes about the page."""
    yield from _requests()
    yield from _remarks()


def _requests() -> Iterator[Rule]:
    """What the reader is asked for."""
    yield Rule(
        "embed-consent",
        "comments",
        line=_EMBED,
        sample="Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.",
        spares="Hier finden Sie Brot, das niemand bestellt hat.",
        why="asks before it loads what others host",
    )
    yield Rule(
        "support-ask",
        "comments",
        line=_ASKS,
        sample="If you enjoyed this post, please consider supporting our work.",
        spares="You need to register to vote in this election.",
        why="asks the reader for something",
    )


def _remarks() -> Iterator[Rule]:
    """What is said about how the article came to be."""
    yield Rule(
        "summary-note",
        "credits",
        line=_BY_MACHINE,
        sample="This summary was generated by AI and checked by an editor.",
        spares="This summary was written by hand, on the back of a menu.",
        why="says that a machine wrote the summary",
    )
    yield Rule(
        "programme",
        "credits",
        line=_PROGRAMME,
        sample="Sendung: Morgenmagazin, 24.04.2024, 08:10 Uhr",
        spares="Sendung: Sie war es, die um 8 Uhr kam.",
        why="when it was on air",
    )
    yield Rule(
        "story-note",
        "navigation",
        line=_UPDATES,
        sample="This is a breaking news story and will be updated.",
        spares="This is a breaking story of two bakers.",
        why="says that there will be more, or where",
    )
    yield from _declared()


def _declared() -> Iterator[Rule]:
    """Who pays, whose opinion it is, and who wrote it."""
    yield Rule(
        "commission-note",
        "navigation",
        line=_COMMISSION,
        sample="Disclosure: If you buy through our links, we may earn a small commission.",
        spares="Für den Kauf der Brücke fiel eine Provision an.",
        why="says that links are paid for",
    )
    yield Rule(
        "views-note",
        "credits",
        line=_VIEWS,
        sample="The views expressed in this article are the author's own and do not reflect those of the paper.",
        spares="Kommentare wollte der Minister nicht abgeben.",
        why="says whose opinion it is",
    )
    yield Rule(
        "feed-note",
        "credits",
        line=_FEED,
        sample="This story has not been edited by our staff and is published from a syndicated feed.",
        spares="This story has not been told before, the baker said.",
        why="says that an agency wrote it, or who checked it",
    )
