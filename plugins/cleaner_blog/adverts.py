"""Stage navigation, fourth part: advertisements, paywalls and apps."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Rule
from cleaner_blog.words import any_of, phrases

_ADVERT = any_of(
    r"(?:Advertisement|ADVERTISEMENT|Advertising|AD|Ad|Sponsored|A(?:nzeige|NZEIGE)|Werbung|Publicité"
    r"|Publicidad|PUBLICIDAD"
    r"|Реклама|РЕКЛАМА|Reklama|REKLAMA|Advertentie|Pubblicità|Publicidade|広告)(?: ?[-–—:|·.\d]+ ?)"
    r"(?: ?(?:Continue|Scroll|Article|Story|Weiter|Nach|Mehr|Bitte|La suite|Continúa|Continua)[^.!?]{0,60}"
    r"| ?[A-Z\d -]{0,20})[.!]?",
    r"(?:werbung|anzeige|advert|banner)[_-]?\d{1,3}",
    r"(?:Article|Story|The story|Content) (?:continues|resumes) (?:below|after)[^.!?]{0,40}",
    r"(?:Scroll|Swipe)(?: down)? (?:to|for) (?:continue|more|read)[^.!?]{0,40}",
    r"(?:Nach|Hinter|Unter) (?:der|dieser|dem) (?:Anzeige|Werbung)[^.!?]{0,40}"
    r"|Weiter(?:lesen)? nach der (?:Anzeige|Werbung)\.?",
    r"La suite après (?:la|cette) publicité|Continú?ua? (?:después|tras|leyendo|após|depois)[^.!?]{0,40}",
    r"(?:This|The) (?:post|article|page|site) (?:may )?contains? (?:references|links) to (?:products|offers|services)"
    r"[^!?]{3,300}|(?:ANZEIGE|WERBUNG) ?[-–—:|] ?\S.{2,160}",
    r"We (?:recommend|select|choose|review) [^.!?]{0,60}products?\b[^!?]{0,100}(?:independent|commission|advertisers)"
    r"[^!?]{0,250}",
    r"\*?(?:Werbung\. ?)?(?:Enthält|Beitrag enthält|Dieser (?:Beitrag|Artikel) enthält)"
    r" (?:unbezahlte |bezahlte )?(?:Werbung|Affiliate)[^!?]{0,200}",
)

_PAYWALL = any_of(
    r"(?:Subscribe|Log in|Login|Sign in|Sign up|Register|Join|Upgrade) (?:now |today |here |free |for free "
    r"|or )*(?:to|and|for)"
    r" (?:continue|keep reading|read|unlock|get (?:full |unlimited )?access|access|view|full access|unlimited"
    r"|enjoy)[^!?]{0,120}",
    r"(?:This|The) (?:article|content|post|story|page|video) is (?:only |exclusively |reserved |available "
    r"|free )*(?:for|to) [^!?]{0,30}(?:subscribers|members|registered|read)[^!?]{0,80}",
    r"This is a preview of (?:subscription|subscriber|premium|paid)[ -](?:\p{L}+ )?(?:content|articles?)\b[^!?]{0,80}",
    r"You(?: have|['’]ve) (?:reached|used|read|hit)[^!?]{2,50}(?:articles?|limit)[^!?]{0,60}",
    r"Already (?:an? )?(?:subscriber|member|registered|subscribed)\b(?: ?\?.{0,60}"
    r"|[.,:]? (?:[Ll]og|[Ss]ign|[Cc]lick|[Aa]ctivate|[Aa]ccess|[Hh]ere)\b.{0,50})?",
    r"(?:Get|Enjoy|Try) (?:unlimited|full|digital|premium)(?: digital)? access[^!?]{0,100}",
    r"(?:Download|Get) (?:our|the) (?:free |new |mobile |news |official )*[Aa]pp(?:[ :,.]|$).{0,80}",
    r"(?:Bereits|Schon|Noch kein) (?:Abonnent|Abo|Kunde|Mitglied|registriert|Konto"
    r"|Zugang)(?:[*:_]?in)?(?: ?\?[^!]{0,60}"
    r"|[.,:–-]? (?:[Jj]etzt|[Hh]ier|[Dd]ann|[Zz]um|[Zz]ur|Login|Anmelde|Einlogge|Logge|Melde|bei)[^!]{0,50})?",
    r"(?:Jetzt|Einfach|Kostenlos|Gratis) (?!können|kann|sollen|wollen|müssen|lassen)(?:[^.!?]{0,30} )?"
    r"(?:abonnieren|testen|weiterlesen|registrieren|herunterladen|freischalten|sichern|bestellen|anmelden"
    r"|downloaden)(?:[^\p{L} ,?][^?]{0,60}| (?:und|oder|für|ab|mit|bei|im|in|auf|ohne|zum|[^\p{L}?])[^?]{0,58})?",
    r"Diesen? (?:Artikel|Inhalt|Beitrag)[^?]{0,60}(?:Abo\b|Abonnenten|registrier|freischalt)[^?]{0,80}"
    r"|(?:Monatlich|Jederzeit) kündbar.{0,30}",
    r"(?:Weiterlesen|Alle Artikel|Unbegrenzt|Voller Zugriff|Zugriff auf|Zugang zu)[^?]{0,80}(?:Abo\b"
    r"|Artikeln?|Inhalten?)\b.{0,40}",
    r"(?:Cet article|Ce contenu|Contenu|Article) (?:est )?réservée? (?:à nos|aux) abonnés.{0,60}|(?:Déjà"
    r"|Pas encore) abonné.{0,60}",
    r"Est[ea] (?:artículo|contenido|noticia|nota) es (?:exclusiv|sólo|solo|para).{2,80}|¿(?:Ya|Aún no"
    r"|No)? ?[Ee]res .{3,40}\?.{0,60}",
    r"Quest[o'’] ?(?:articolo|contenuto) è riservato.{2,80}|Es[st]e conteúdo é exclusivo.{2,80}",
    r"(?:Полный текст|Материал|Статья) .{0,40}(?:по подписке|подписчик).{0,60}",
    r"(?:Ten artykuł|Dostęp|Treść) .{0,40}(?:prenumerator|subskrybent).{2,60}",
    r"(?:If you(?: are|['’]re) (?:already )?(?:an? )?(?:[\w-]+ ){0,4}(?:subscriber|member)|Als (?:abonnee|lid)"
    r"|Si (?:ya )?(?:eres|es) suscriptor|Si vous êtes (?:déjà )?abonné|Als Abonnent(?:in)?"
    r"|Wenn Sie (?:bereits |schon )?Abonnent"
    r"|Se sei (?:già )?(?:un )?abbonato|Se (?:já )?é assinante|Som (?:prenumerant|abonnent))\b[^?]{3,250}",
    r"(?:有料会員|無料会員|プレミアム会員|会員登録|無料登録|ログイン|ニュースレター(?:を|の)登録)[^「」]{2,200}",
    r"(?:로그인|회원가입|구독|유료회원|정기구독)(?: ?후| ?하시면|이 필요|하신)[^“”]{2,120}"
    r"|(?:登录|登入|註冊|注册|訂閱|订阅|加入會員|成為會員)(?:后|後|即可|以)[^「」“”]{2,80}",
)


def rules() -> Iterator[Rule]:
    """Give the rules for advertisements, paywalls and apps."""
    yield Rule(
        "advert-phrases",
        "navigation",
        phrases=phrases("advert"),
        sample="— Advertisement —",
        spares="The advertisement of the year",
        why="advertisement",
    )
    yield Rule(
        "advert-line",
        "navigation",
        line=_ADVERT,
        sample="Advertisement - Continue reading below",
        spares="Advertising pays the bills of the paper.",
        why="advertisement",
    )
    yield Rule(
        "paywall-phrases",
        "navigation",
        phrases=phrases("paywall"),
        sample="Already a subscriber? Log in",
        spares="Members of the house",
        why="paywall or shop",
    )
    yield Rule(
        "paywall-line",
        "navigation",
        line=_PAYWALL,
        sample="Subscribe to continue reading",
        spares="Jetzt testen Forscher das Verfahren an Mäusen.",
        why="paywall",
    )
