"""Stage navigation, second part: share bars, follow links and newsletters."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Rule
from cleaner_blog.words import any_of, one_of, phrases

_NETWORK = one_of(
    r"[Ff]ace[Bb]ook(?:_Messenger)? [Tt]witter X(?:_\((?:formerly_)?Twitter\))? [Ii]nstagram [Ll]inked[Ii]n"
    r" [Yy]ou[Tt]ube"
    " [Pp]interest [Ww]hats[Aa]pp [Tt]elegram [Rr]eddit [Tt]umblr [Ff]lipboard Pocket [Xx](?:ing"
    "|ING) Mastodon [Bb]lue[Ss]ky"
    " [Tt]hreads [Tt]ik[Tt]ok Snapchat Messenger Viber Skype L(?:ine|INE) V[Kk] В[Кк]онтакте Одноклассники Телеграм"
    r" [Ee]-?[Mm]ail Mail SMS RSS Print Drucken Imprimer Copy_[Ll]ink Link_kopieren Google\+ Google_News"
    r" Vimeo SoundCloud"
    " Spotify StumbleUpon Digg Hacker_News Threema Signal Weibo WeChat Medium GitHub"
    " Discord Twitch はてブ 카카오톡 페이스북 트위터"
)

_BAR = any_of(
    r"Email This ?BlogThis!.{0,120}",
    rf"{_NETWORK}(?:[ ,/|·•&+]*{_NETWORK}){{1,14}}(?: ?(?:Share|More|Comments?|Copied|Kommentare))?",
    r"(?:Share|SHARE|Tweet|Pin|Post|Email|Like|Send|Save)(?: (?:this|it|article|post|page|story|link"
    r"|interview|recipe|video|episode|your|our|an?))*"
    rf" (?:on|to|via|with|by|in) (?:an? |your )?(?:{_NETWORK}|friends?|[Ff]riend|network)(?: .{{0,40}})?",
    rf"(?:Share (?:on|via|to) {_NETWORK} ?){{2,8}}(?:(?:E-?mail|Print|Copy link|Save|Tweet|More) ?){{0,5}}",
    r"(?:Share|Tweet|E-?mail|Print|Save|Pin|Like|Copy|Link)"
    r"(?:[ ,/|·•]*(?:Share|Tweet|E-?mail|Print|Save|Pin|Like|Comment|Cop(?:y|ied)|More|Link|Facebook|Twitter|0)){1,12}",
    r"(?:Click|click) (?:here )?to (?:share|email|print|copy|tweet|follow|listen|subscribe|download)\b[^.]{0,120}\.?",
    r"Klicke?n?(?: Sie)?,? (?:um|zum) [^.]{3,100}",
    rf"(?:Auf|Via|Über|Per|Bei|In) {_NETWORK} (?:teilen|posten|versenden|empfehlen|senden|folgen"
    rf"|weiterleiten)(?: .{{0,40}})?",
    r"(?:Partagez?r?|Envoyer|Tweeter) (?:cet article |l['’]article )?(?:sur|par|via|avec) .{2,40}",
    r"Clique[rz] pour (?:partager|envoyer|imprimer)[^.]{0,100}|Ha(?:z|ga) clic (?:para|en) (?:compartir"
    r"|imprimir|enviar)[^.]{0,100}",
    r"(?:Clique|Fai clic) (?:para|per) (?:compartilhar|partilhar|condividere|imprimir|stampare|enviar"
    r"|inviare)[^.]{0,100}",
    r"(?:Compart(?:ir|e|ilhar|ilhe)|Partilhar|Condividi|Udostępnij|Delen|Deel|Dela|Del|Jaa|Sdílet|Поделиться"
    r"|Поділитися)"
    r" (?:en|no|na|su|via|op|på|por|em|в|через|у) .{2,40}|(?:Нажмите|Натисніть),? (?:чтобы|для|щоб) [^.]{3,100}",
    r"\d{1,3}(?:[.,]\d{1,3})*[KkMm]? (?:[Ss]hares?|SHARES|[Ll]ikes?|[Tt]weets?|[Ff]ollowers|[Vv]iews"
    r"|[Vv]otes?|[Rr]eactions?"
    r"|[Pp]artages|mal geteilt|Aufrufe|просмотр(?:а|ов)?|переглядів|[Vv]istas|[Vv]isualizações|[Ll]ecturas|vues)",
    r"(?:[Ss]hares?|SHARES|[Ll]ikes?|VIEWS|[Vv]otes)(?::? ?\d[\d.,]*+[KkMm]?)+",
    r"(?:Artikel|Beitrag|Seite|Teilen)(?: .{1,20})? (?:per|via|auf|über|als) .{2,30}(?: (?:teilen|versenden"
    r"|empfehlen|senden))?",
)

_FOLLOW = any_of(
    rf"(?:You can )?(?:[Ff]ollow|Find|Join|Like|Connect with|See) (?:us|me|.{{2,40}}) (?:on|at|via) (?:our )?"
    rf"(?:{_NETWORK}|social media).{{0,80}}",
    r"(?:Add|Make)(?: .{2,40})? (?:as a|your) [Pp]referred [Ss]ource.{0,40}|Add .{2,40} to your Google News feed\.?",
    r"¡?(?:Mira|Visita|Conoce|Suscríbete a)\b[^.?]{0,40} nuestro canal\b[^.?]{0,40}"
    r"|(?:Check out|Visit) our (?:\p{L}+ )?channel\b[^?]{0,40}"
    r"|(?:Besuch|Abonnier)(?:e|en Sie|t) unseren (?:\p{L}+-)?Kanal\b[^?]{0,60}",
    rf"(?:Folgen?|Folgt|Besuchen?|Finden?)(?: Sie)? (?:mir|uns|.{{2,40}}) (?:auch )?(?:auf|bei|via"
    rf"|in) (?:{_NETWORK}|Google).{{0,60}}",
    r"(?:Suivez|Retrouvez|Rejoignez)-(?:nous|moi) (?:aussi )?sur .{2,60}",
    r"(?:Síguenos|Sígueme|Seguici|Seguimi|Siga-nos|Únete|Encuéntranos|Acompanhe) (?:en|a|su|no|na|o) .{2,60}",
    r"(?:Volg ons op|Följ oss på|Følg oss? på|Seuraa meitä|Sledujte nás|Kövess minket|Śledź nas|Obserwuj nas) .{2,60}",
)

_LETTER = r"(?:[Nn]ewsletters?|NEWSLETTER|mailing list|inbox|email updates|email alerts|e-?mail)\b"
_BRIEF = (
    r"(?:[Nn]ewsletter|NEWSLETTER|E-Mail-Adresse|ins Postfach|in Ihr Postfach"
    r"|(?:\b(?:Sie|[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?n?|Ihre?n?|Ihnen|[Ee]uch|[Ee]uren?)\b|kostenlos|abonnieren).*"
    r"(?:per E-Mail|per Mail|Posteingang)"
    r"|(?:per E-Mail|per Mail|Posteingang).*(?:abonnieren|erhalten|bestellen|holen|bekommen)\b)"
)
"""Who writes `per E-Mail` in an article speaks to nobody."""
_FOREIGN_LETTER = (
    "(?:[Nn]ewsletter|[Nn]ieuwsbrie|[Nn]yhets?brev|[Nn]yhedsbrev|[Uu]utiskir|[Hh]írlev|[Bb]ülten|[Bb]oletín"
    "|[Ii]nfolettre|e-mail|email|correo|Google|Facebook|YouTube|Telegram)"
)

_NEWSLETTER = any_of(
    rf"(?:[Ss]ign|SIGN) (?:me )?(?:[Uu]p|UP)\b(?=.*(?:{_LETTER}|updates|briefing|for free)).{{3,150}}",
    rf"(?:Subscribe|SUBSCRIBE)\b(?=.*(?:{_LETTER}|channel|updates|feed|podcast|blog|posts|magazine)).{{3,150}}",
    r"(?:Join|Get|Receive|Enter|Register for)\b(?=.*(?:newsletter|inbox|your e?-?mail|mailing list|by email"
    r"|other subscribers)).{3,200}",
    r"I(?: would|['’]d) like to (?:be e-?mailed|receive|get)\b(?=.*(?:[Ee]-?mail|[Nn]ewsletter|[Uu]pdates?"
    r"|[Oo]ffers|news|[Mm]arketing|inbox|alerts|promotion|communication|information)).{5,200}",
    r"(?:Don['’]t miss|Never miss|Want (?:more|to)|Like what you|Enjoy(?:ed|ing)? (?:this|what)|Interested in|Delivered"
    r"|Stay|Be the first|Straight to|Thank(?:s| you) for (?:signing|subscribing)|You can unsubscribe"
    r"|We (?:will|['’]ll) never"
    r"|We won['’]t|No spam)\b(?=.*(?:[Nn]ewsletter|inbox|[Uu]nsubscribe|mailing list|your email|spam|to know)).{3,180}",
    r"(?:Melden?|Abonnieren?|Jetzt|Hol|Holen|Bestellen|Erhalten?|Kostenlos|Bleiben?|Verpassen?|Tragen?|Trag"
    r"|Unser(?:en)?"
    rf"|Ja,|Ich|Zum|Täglich|Gib|Geben|Um|Immer|Keine|Das Wichtigste)\b(?=.*{_BRIEF}).{{3,220}}",
    r"(?:Abonnez|Inscrivez|Recevez|S['’]inscrire|Votre adresse|En vous inscrivant|Pour recevoir|Suscríbe?te"
    r"|Suscríbase|Recibe"
    r"|Regístrate|Apúntate|Reciba|Inscreva-se|Receba|Assine|Cadastre-se|Iscriviti|Ricevi|Registrati|Zapisz się|Dołącz"
    r"|Subskrybuj|Abonneer|Schrijf|Ontvang|Meld|Prenumerera|Anmäl|Tilmeld|Takip|Abone|Tilaa|Iratkozz"
    r"|Feliratkoz|Odebírejte)"
    rf"\b(?=.*{_FOREIGN_LETTER}).{{3,180}}",
    r"(?:Подпишитесь|Подписывайтесь|Подпишись|Читайте нас|Підписуйтесь|Підпишіться) .{3,160}",
    r"(?:Подписаться|Присоединяйтесь|Долучайтесь|Приєднуйтесь|Стежте за|Следите за)(?=.*(?:[Нн]ас\b|[Нн]аш|[Мм]ы "
    r"|новост|новин|[Кк]анал|соцсет|соцмереж|рассылк|розсилк|\p{Lu}\p{Ll}+гра[мф]|Вайбер|Дзен|подкаст|[A-Z])) .{3,160}",
)


def rules() -> Iterator[Rule]:
    """Give the rules for share bars, follow links and newsletters."""
    yield from _sharing()
    yield from _newsletters()


def _sharing() -> Iterator[Rule]:
    """Rules for share bars and follow links."""
    yield Rule(
        "share-phrases",
        "navigation",
        phrases=phrases("share"),
        sample="Share this article",
        spares="The share price",
        why="share bar",
    )
    yield Rule(
        "share-bar",
        "navigation",
        line=_BAR,
        sample="FacebookTwitterLinkedIn",
        spares="Facebook and Twitter said no.",
        why="share bar",
    )
    yield Rule(
        "follow-phrases",
        "navigation",
        phrases=phrases("follow"),
        sample="Follow us on:",
        spares="They follow us.",
        why="asks to follow",
    )
    yield Rule(
        "follow-line",
        "navigation",
        line=_FOLLOW,
        sample="Follow us on Facebook and Twitter",
        spares="Follow the river on foot.",
        why="asks to follow",
    )


def _newsletters() -> Iterator[Rule]:
    """Rules for newsletters."""
    yield Rule(
        "newsletter-phrases",
        "navigation",
        phrases=phrases("newsletter"),
        sample="Sign up for our newsletter",
        spares="The letter",
        why="newsletter form",
    )
    yield Rule(
        "newsletter-line",
        "navigation",
        line=_NEWSLETTER,
        sample="Sign up for our free newsletter and never miss a post.",
        spares="Melden können sich Zeugen per E-Mail bei der Polizei.",
        why="newsletter form",
    )
