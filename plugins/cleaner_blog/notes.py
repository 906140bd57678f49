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
    r"(?:Damit|Dadurch|Dabei) (?:können|werden) (?:gegebenenfalls |ggf\. )?personenbezogene Daten [^!?]{5,200}",
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
    r"|blog|work|content|interview)\b[^!?]{0,60}(?:support|subscrib|shar|consider|donat|sign|follow|coffee)[^?]{0,120}\??.{0,60}",
    r"(?:Wenn|Falls) (?:Ihnen|dir|euch) (?:unser|dieser|der|mein) (?:Artikel|Beitrag|Text|Blog)\b[^!?]{0,30}(?:gefallen"
    r"|gefällt|geholfen)[^?]{0,160}",
    r"Hat (?:Ihnen|dir|euch) (?:unser|dieser|der|mein) (?:Artikel|Beitrag|Text) (?:gefallen|geholfen)\?.{0,240}",
    r"(?:Vous avez aimé|Cet article vous a plu|Si cet article vous a plu).{0,160}",
    r"(?:Te ha gustado|¿Te ha gustado|Si te ha gustado) (?:este|el|la) (?:artículo|post|entrada|noticia)\b.{0,160}",
    r"For (?:the |more )?(?:latest|breaking|top) (?:\p{L}+ )?(?:news|stories|updates|headlines)\b[^!?]{3,100}"
    r"(?:download|follow|subscribe|sign up|join)[^!?]{3,160}",
    r"(?:Subscribe|Sign up) (?:now |today |here )?(?:to|for) (?:our|the|my) [^!?]{0,60}"
    r"(?:edition|newsletter|magazine|channel|podcast|updates|paper)\b[^!?]{0,120}",
    r"(?:Submit|Send) (?:us )?your (?:letters?|tips?|stor(?:y|ies)|questions?) (?:to|via|here|by)\b[^!?]{3,160}",
    r"Sie müssen (?:sich (?:einloggen|anmelden|registrieren)|(?:eingeloggt|angemeldet) sein),? um [^.!?]{5,90}\.?",
    r"(?:You (?:must|need to|have to) (?:be logged in|log in|login|sign in|register)) (?:in order )?to [^.!?]{4,90}\.?",
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
)

_UPDATES = any_of(
    r"This is a (?:breaking|developing)(?: news)? story\b(?! (?:of|from|for|in|by|that)\b).{0,100}",
    r"(?:More (?:details )?(?:to follow|to come)|Details to follow|Updates? to follow|(?:Weitere|Mehr) (?:Informationen"
    r"|Details) (?:folgen|in Kürze))\.{0,3}",
    r"(?:Sofern|Soweit|Wenn) nicht anders (?:ausgewiesen|angegeben|gekennzeichnet|vermerkt)[^!?]{5,200}",
    r"\(?Alle Angaben (?:sind )?ohne Gewähr\)?\.?|(?:Weitere|Nähere) (?:Informationen|Hinweise|Details):",
    r"CLICK HERE TO (?:GET|DOWNLOAD|READ|SIGN UP|SUBSCRIBE|JOIN|WATCH) [^\p{Ll}]{3,120}",
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
        spares="If you enjoyed this story of two bakers, you are not alone.",
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
