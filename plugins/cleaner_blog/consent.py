"""Stage comments, second part: consent dialogs, which ask the reader for something too."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Rule
from cleaner_blog.words import any_of, phrases

_USED = (
    r"(?=.*(?:\b[Uu]s(?:e[ds]?|ing|age)\b|\b[Ss]ets?\b|\b[Ss]tor(?:e[ds]?|ing|age)\b|[Cc]onsent|[Aa]ccept|agree"
    r"|[Bb]rowser|website|web site|user|visitor|experience|preference|[Pp]olicy|[Ss]ettings|[Nn]otice|[Bb]anner|analy"
    r"|personali[sz]|device|track|advert|collect|functionalit|disable|enabled?\b|remember|session|information|privacy"
    r"|strictly necessary|control|opt out|\p{Lu}\p{Ll}+ Cookies\b))"
    r"(?!.*\b(?:bak(?:e|es|ed|ing)|dough|oven|butter|flour|sugar|eat|spoon|said|says)\b)"
)
"""What is said of cookies that a site sets, and never of those that are baked, or in reports about them."""

_COOKIES = any_of(
    r"(?:(?:This (?:web)?site|This (?:page|blog)|Our (?:web)?sites?|The (?:web)?site|By (?:using|continuing"
    r"|clicking|browsing|visiting|closing)|To (?:find out more|provide|learn more|give you)"
    r"|Privacy & Cookies|If you (?:continue|disable|do not)|You can (?:change|manage|withdraw|choose"
    r"|find out|adjust|set|accept)|Please (?:enable|accept|note)|Necessary|Functional|Performance"
    r"|Analytic(?:al|s)|Advertisement|Targeting|Statistics|Marketing|Preferences?|Other|Any cookies"
    r"|Out of these|These|The cookie|Cookies?|Strictly|Some|When you visit|Because|Not consenting"
    r"|With your|The technical|Third[- ]party|Essential|Accept|Manage|Used|Stores|Set by)\b|We )"
    r"(?:(?=.*ookie)|(?=.*COOKIES)|(?=.*device)|(?=.*technical))"  # these cost little, the next much
    rf"{_USED}"
    r"(?=.*(?:\b[Cc]ookies\b|COOKIES|\b[Cc]ookie (?:is|[Pp]olicy|[Ss]ettings|[Cc]onsent|[Nn]otice|banner"
    r"|preferences|usage)|device information|technical storage)).{10,390}",
    r"(?:Wir|Diese (?:Website|Webseite|Seite)|Dieser (?:Blog|Inhalt)|Unsere (?:Website|Webseite|Seite)"
    r"|Die (?:Website|Webseite|technische|Cookie)|Um (?:dir|Ihnen|unsere?|die)|Mit (?:Hilfe|der Nutzung|Ihrer)"
    r"|Durch (?:die|das|Klick)|Wenn (?:du|Sie)|Datenschutz & Cookies|Weitere Informationen|Indem|Notwendige"
    r"|Einige|Essenzielle|Statistik|Marketing|Cookies?|Technisch|Hier|Sie können|Du kannst|Diese Cookies"
    r"|Ich|Auf (?:dieser|unserer)|An dieser|Nähere|Externe|Inhalte)\b(?!.*\b(?:backen?|gebacken|Teig|Blech|Ofen"
    r"|Butter|Löffel|knusprig|Abkühlen|Minuten|sagte?|laut)\b)(?=.*(?:\b[Cc]ookies?\b|Cookie-"
    r"|technische (?:Speicherung|Zugriff)|Datenschutzerklärung)).{10,390}",
    r"(?:Nous|Ce site|Notre site|En (?:poursuivant|continuant|cliquant|naviguant)|Pour (?:offrir|vous"
    r"|améliorer|en savoir)|Avec votre|Les cookies|Afin|Le stockage|Utilizamos|Usamos|Este (?:sitio|site)"
    r"|Esta (?:web|página)|Nuestr[oa]|Si (?:contin|sigue)|Al (?:continuar|navegar|utilizar|hacer)"
    r"|Para (?:ofrecer|mejorar|más|saber)|Las cookies|Nós|Nosso|Ao (?:continuar|navegar|clicar|utilizar)"
    r"|O armazenamento"
    r"|Questo sito|Utilizziamo|Usiamo|Per (?:fornire|offrire|maggiori)|Il sito|Continuando|Cliccando|I cookie"
    r"|L['’]archiviazione)\b(?=.*(?:[Cc]ookies?\b|stockage|almacenamiento|archiviazione)).{10,390}",
    r"(?:Мы |Наш|На (?:нашем|этом|сайте)|Этот|Данный|Сайт|Продолжая|Используя|Оставаясь|Нажимая|Файлы|Ми "
    r"|Цей сайт|Продовжуючи|Używamy|Ta strona|Nasza strona|Strona|Serwis|Korzystając|W celu|Aby|Pliki"
    r"|Wi?j? ?[Ww]?e gebruiken|Deze (?:site|website)|Om de|Bu (?:site|web|internet)|Sitemiz|Çerez|Vi använder"
    r"|Denna|Den här|För att|Vi bruker|Vi anvender|Dette nettstedet|Hjemmesiden|For [åa]t?|Käytämme|Tämä sivusto"
    r"|Tento web|Používáme|Weboldalunk|Ez a weboldal|Acest site|Folosim"
    r"|Χρησιμοποιούμε|当サイト|このサイト|本[网網]站|我[们們]使用)"
    r"(?=.*(?:[Cc]ookies?|куки|файлы cookie|plik(?:ów|i) cookie|[Çç]erez|informasjonskapsler|evästei|kakor"
    r"|süti|クッキー)).{5,390}",
)

_TERMS = any_of(
    r"(?:By (?:signing up|clicking|subscribing|submitting|creating|registering|providing|checking|entering"
    r"|continuing|logging|using|joining)|I (?:agree|consent|have read|accept|understand))\b"
    r"[^!?]{0,160}(?:[Tt]erms (?:of (?:[Uu]se|[Ss]ervice|[Ss]ale|our|this)|and|&)|TERMS|[Pp]rivacy (?:[Pp]olicy"
    r"|[Nn]otice|[Ss]tatement)|[Cc]onsent to|personal data)[^!?]{0,200}",
    r"(?:This site|This form) is protected by (?:re|h)?CAPTCHA.{0,160}",
    r"(?:See|Read|View|Review|Please (?:see|read|review)) (?:our|the) (?:full )?(?:[Pp]rivacy|[Tt]erms"
    r"|[Cc]ookie) ?(?:[Pp]olicy|[Nn]otice|of|and|&)[^!?]{0,120}",
    r"Mit (?:der|Ihrer|deiner|meiner) Anmeldung (?:erkläre|stimme|bestätige|akzeptiere|willige)"
    r"(?:n Sie|st [Dd]u| ich)\b[^?]{5,300}",
    r"(?:Ich|(?:Mit|Durch|Hiermit)\b(?=.*\b(?:ich|[Dd]u|Sie|[Ii]hr)\b))[^!?]{0,120}(?:Datenschutz(?:erklärung"
    r"|bestimmungen|hinweise)|Nutzungsbedingungen|AGB|Werbevereinbarung)[^!?]{0,200}",
    r"(?:J['’]accepte|En cliquant|En vous|Acepto|He leído|Al (?:hacer|suscribirte|registrarte|enviar)|Accetto"
    r"|Ho letto|Ao (?:clicar|assinar|informar)|Нажимая|Я (?:согласен|согласна|принимаю|даю)|Отправляя"
    r"|Wyrażam zgodę|Zapoznałem|Ik ga|Jag (?:godkänner|samtycker)|Jeg (?:godtar"
    r"|accepterer))[^!?]{0,160}(?:confidentialité|conditions|privacidad|condiciones|términos|privacy"
    r"|privacidade|termos|конфиденциальности"
    r"|персональных|соглашени|prywatności|danych|voorwaarden|villkor|vilkår|betingelser|integritet"
    r"|personvern)[^!?]{0,160}",
)


def rules() -> Iterator[Rule]:
    """Give the rules for consent dialogs."""
    yield Rule(
        "consent-phrases",
        "comments",
        phrases=phrases("consent"),
        sample="Accept all cookies",
        spares="Accept the truth",
        why="consent dialog",
    )
    yield Rule(
        "consent-line",
        "comments",
        line=_COOKIES,
        sample="We use cookies to give you the best experience on our website.",
        spares="We let the cookies cool on the rack for ten minutes.",
        why="consent dialog",
    )
    yield Rule(
        "consent-terms",
        "comments",
        line=_TERMS,
        sample="By signing up you agree to our Terms of Use and Privacy Policy.",
        spares="I agree with the terms of the treaty, the minister said.",
        why="terms to agree to",
    )
