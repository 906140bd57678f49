"""Stage comments: comment forms, the threads above them, and the spelling-error plugin."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Rule
from cleaner_blog.words import any_of, either, phrases

_COMMENTS = either(
    r"[Cc]omments?|COMMENTS?|[Rr]epl(?:y|ies)|[Rr]esponses?|RESPONSES?|[Tt]houghts? on|THOUGHTS? ON"
    r"|Kommentare?n?|KOMMENTARE?",
    r"Antwort(?:en)?|Reaktion(?:en)?|Gedanken? zum?|Leserkommentare?|[Cc]ommentaires?|[Rr]éponses?"
    r"|[Rr]éactions?|réflexions? (?:sur|au)",
    r"[Cc]omentarios?|[Rr]espuestas?|pensamientos? (?:en|sobre)|[Cc]omment[oi]|risposte|pensieri? su"
    r"|[Cc]omentários?|respostas?",
    r"[Кк]омментари(?:й|я|ев)|ответ(?:а|ов)?|отзыв(?:а|ов)?|мысл(?:ь|и|ей) (?:о|на)|[Кк]оментар(?:і|ів)?"
    r"|відповід(?:ь|і|ей)",
    r"[Kk]omentarz[ey]?|odpowiedzi|[Rr]eacties?|gedachten over|[Yy]orum(?:lar)?|[Kk]ommentar(?:er)?|svar"
    r"|[Kk]ommenttia?|[Kk]ommentit",
    r"[Kk]omentář[eů]?|hozzászólás|comentari[iu]|σχόλια|コメント|댓글|评论|留言",
)

_COUNT = any_of(
    rf"\(?\d{{1,6}} {_COMMENTS}(?: ?[|•·–—-].{{0,80}}|:|\)|…| ?[»→]| (?:on|to|zu|zum|auf|sur|à|en|a|su|para|к"
    rf"|на|do|op) ?[„“\"«‘']?\p{{Lu}}[^.!?]{{2,200}}| ?[„“\"«‘'].{{1,250}})?",
    r"\d{1,6} ?(?:件のコメント|条评论|[條則]留言|개의 댓글)",
    rf"{_COMMENTS} ?[:：]? ?[(\[|]\d{{1,6}}[)\]]?|(?:Comments?|COMMENTS|Kommentare|Commentaires|Comentarios"
    rf"|Commenti|Комментарии|コメント|댓글|评论):? \d{{1,6}}",
    r"(?:One|No|Zero|Two|Three|Eine?|Keine?|Zwei|Drei|Una?|Uno|Один|Нет) (?:[Cc]omments?|COMMENTS?"
    r"|[Rr]epl(?:y|ies)|[Rr]esponses?|[Tt]houghts? on|Kommentare?"
    r"|Antwort|Gedanke zu|commentaire|comentario|commento|comentário|комментари(?:й|ев))(?:(?: (?:on|to|zu"
    r"|sur|en|su))? ?[„“\"«].{1,250}| (?:on|to|yet|zu) ?[^.!?]{0,200}|:)?",
)

_REPLY_BUTTON = r" ?+(?:↓|→|»|·|\||[(\[]\d+[)\]]|Quote|Report|Share|Like|Link|Delete|Edit|Zitieren|Melden|\d{1,4})"
_REPLY_TO = r" (?:to|auf|a|à|an|på) [^.!?]{2,50}"
_REPLY = any_of(
    r"(?:Reply|REPLY|Responder|Répondre|Ответить|Відповісти|Antworten?|Rispondi|Odpowiedz|Beantwoorden|Svara?"
    r"|Yanıtla|Vastaa|Balas)"
    rf"(?:(?:{_REPLY_BUTTON}){{1,4}}+"  # two names at most: a third could begin at each word of either
    rf"|(?:{_REPLY_BUTTON}){{0,3}}+{_REPLY_TO}(?:{_REPLY_BUTTON}){{0,2}}+(?:{_REPLY_TO}(?:{_REPLY_BUTTON})?+)?)",
    r"(?:Log in|Login|Sign in|Zum Antworten|Melde dich an|Войдите|Connectez-vous|Accede|Inicia sesión"
    r"|Logga in|Zaloguj się|Please log in|Kirjaudu)[ ,]+"
    r"(?:or (?:register|sign up) )?(?:to|anmelden|um|чтобы|pour|para|för att|aby) ?"
    r"(?:reply|comment|post|leave|vote|antworten|zu antworten|ответить|répondre|responder|svara|odpowiedzieć"
    r"|kommentieren|participate|join)[^!?]{0,60}",
    r"(?:Pingback|Trackback|Пингбэк|Rétrolien|Обратная ссылка|Zpětný odkaz): ?\S.{2,250}|(?:Posted|Gepostet"
    r"|Verfasst) (?:by|von) (?:Anonymous|Anonym|guest|Gast).{0,60}",
    r"(?:View|Show|Hide|Load|See) (?:\d+ )?(?:more )?(?:repl(?:y|ies)|comments?|previous)(?: \(\d+\))?"
    r"|\d+ (?:more )?(?:replies|Antworten)(?: (?:anzeigen|ausblenden))?",
)

_ASK = any_of(
    r"(?:Leave|Post|Add|Write|Submit) (?:an? |your |us a |your own )?(?:[Cc]omment|[Rr]eply|[Rr]esponse"
    r"|review)(?: (?:on|to|for|below|here|about|in|[Cc]ancel)[^.!?]{0,150}|[!.]| ?[»→›])",
    r"(?:Please|You must|You need to|You have to|Want to|In order to|Only)[^!?]{0,60}(?:log(?:ged)? in"
    r"|sign(?:ed)? in|login|register(?:ed)?|members?|subscribers?|JavaScript)"
    r"[^!?]{0,80}(?:comments?|reply|discussion|conversation)[^!?]{0,80}",
    r"(?:Your|The) (?:e-?mail) (?:address )?(?:will not|will never|is never|won['’]t) be [^!?]{2,120}",
    r"Bitte (?:achten|beachten) Sie[^.!?]{0,40}\b[Kk]ommentare?\b.{5,400}",
    r"Bitte (?:füllen|füll) (?:Sie )?[^.!?]{3,60}, um einen (?:Kommentar|Beitrag) zu (?:verfassen|schreiben|senden)\.?",
    r"(?:Would you like|Do you want) to comment(?: on this \p{Ll}+)?\?[^?]{0,100}",
    r"(?:Have|Got) (?:something|anything|more) to (?:say|add|share)\b[^.!?]{0,60}\?[^?]{0,100}",
    r"(?:Required|Mandatory|Fields marked|Pflichtfelder|Erforderliche Felder|Die mit"
    r"|Felder mit)[^!?]{2,60}(?:\*|marked|markiert|gekennzeichnet)[^!?]{0,30}",
    r"(?:Save|Speichern?|Meinen? |Name,|Mein Name)[^!?]{2,60}[Bb]rowser[^!?]{2,80}(?:comment|ommentar"
    r"|ommentier)[^!?]{0,30}",
    r"(?:Notify|Benachrichtig|Informiere|Prévenez|Avisarme|Recibir|Уведом|Avvertimi|Notifique-me"
    r"|Powiadom)[^!?]{2,120}(?:omment|commentaire|comentario|комментари|comentário|e-?mail|E-Mail|почт)[^!?]{0,60}",
    r"(?:This|Diese|Ce|Est[ea]|Questo|Этот|Ta|Deze|Denne|Den här|Bu) (?:site|Website|Seite|sitio|sito|сайт"
    r"|strona|webbplatsen?|nettstedet|hjemmeside|web|blog) [^!?]{0,40}Akismet.{0,200}",
    r"(?:You may|You can|Du kannst|Sie können) use (?:these|basic|some) HTML.{0,250}",
    r"Comments (?:are (?:closed|disabled|moderated|now closed|off)|have been closed|(?:for|on"
    r"|to) this (?:post|article|story|entry))(?: (?:on|for|to|at this|by our|before|because|after|in|here"
    r"|and)\b[^!?]{0,150}| (?:are|is|have)\b[^!?]{0,80}|[.:] ?[^!?]{0,150})?",
    r"Kommentare? (?:(?:sind|für|werden|zu diesem (?:Artikel|Beitrag|Post|Thema|Text|Video))\b(?=.*(?:geschlossen"
    r"|deaktiviert|Beitrag|Artikel|moderiert|frei|veröffentlicht|geprüft|gesperrt|möglich|abgeschaltet|ausgeschaltet"
    r"|Post))[^!?]{0,120}|(?:schreiben|abgeben)(?: [^!?]{0,120})?)|(?:Комментарии|Commentaires"
    r"|Comentarios|Commenti) (?:закрыты|fermés|cerrados|chiusi)[^!?]{0,80}",
    r"(?:Be|Seien Sie|Sei|Sé|Soyez|Seja|Будьте) (?:the first|der [Ee]rste|die [Ee]rste|el primero|le premier"
    r"|o primeiro|первым)[^!?]{0,80}(?:comment|kommentier|Kommentar|comentar|коммент|review|reply)"
    r"(?!, (?:my|the|a|his|her|sagte?)\b)[^?]{0,60}",
    r"(?:Subscribe to|Abonniere|Suscribirse a|Iscriviti a|S['’]abonner à|Assinar"
    r"|Подписаться на):? ?(?:Post Comments|Kommentare|this thread|comments|Comments|Enviar comentarios"
    r"|Commenti|Publier|Postar|Комментарии)[^!?]{0,60}",
    r"(?:Write|Read|See|Show|View|Open|Join)(?: the| all| our)? (?:\d+ )?(?:[Cc]omments?|conversation"
    r"|discussion)(?: ?\(\d+\))?(?: [^.!?]{0,40})?",
    r"Bitte [^!?]{0,120}(?:Netiquette|Kommentarregeln|Kommentarrichtlinien)[^!?]{0,120}"
    r"|Bitte (?:achten|beachten|bleiben) Sie[^?]{0,60}(?:Kommentar|Diskussion)[^?]{0,300}",
    r"Wir freuen uns (?:auf|über) (?:[Dd]eine|[Ii]hre|[Ee]ure|eine Mail)\b[^?]{3,300}",
    r"(?:Powered by|Comments powered by|Commenting powered by) (?:Disqus|Facebook|Coral|Spot\.IM|OpenWeb"
    r"|Hyvor|wpDiscuz|Vanilla|Jetpack).{0,40}",
)

_KEYS = (
    r"(?:(?:If|See|Select|Si|Se) (?=.*(?:error|mistake|typo|text|spell|inaccurac|erreur|faute|errore|fragment))"
    r"|(?:Found|Spotted|Noticed|Если|Нашли|Ошибка|Увидели|Заметили|Нашёл|Обнаружили|Выделите"
    r"|Якщо|Знайшли|Помітили|Виділіть|Помилка|(?:Sollten|Wenn|Haben)\b(?=.*(?:Fehler|Text))|Fehler"
    r"|Jeśli|Zauważyłeś|Калі)\b).{0,200}(?:[Cc](?:trl|TRL) ?\+? ?(?:[Ee]nter|ENTER|Intro|Entrée)"
    r"|Strg ?\+ ?(?:Eingabe|Enter)).{0,60}"
)


def rules() -> Iterator[Rule]:
    """Give the rules for forms, threads and the spelling-error plugin."""
    yield from _headings()
    yield from _threads()
    yield from _requests()


def _headings() -> Iterator[Rule]:
    """Rules for what stands over a thread."""
    yield Rule(
        "comment-count",
        "comments",
        line=_COUNT,
        sample="12 comments on “The bridge that was never built”",
        spares="12 comments were made during the hearing.",
        why="comment thread",
    )
    yield Rule(
        "discussion",
        "comments",
        line=r"Discussion about this (?:post|episode|podcast|video|note)",
        sample="Discussion about this post",
        spares="Discussion about this post has not ended",
        why="comment thread of Substack",
    )


def _threads() -> Iterator[Rule]:
    """Rules for threads and forms."""
    yield Rule(
        "comment-form",
        "comments",
        phrases=phrases("comment"),
        sample="Leave a Comment",
        spares="Comment is free",
        why="comment form or thread",
    )
    yield Rule(
        "reply-phrases",
        "comments",
        phrases=phrases("reply"),
        sample="Reply",
        spares="A reply",
        why="comment thread",
    )
    yield Rule(
        "comment-reply",
        "comments",
        line=_REPLY,
        sample="Reply to Jane Doe",
        spares="Reply came at once.",
        why="comment thread",
    )


def _requests() -> Iterator[Rule]:
    """Rules for requests to comment, and to report errors."""
    yield Rule(
        "comment-ask",
        "comments",
        line=_ASK,
        sample="Please log in to leave a comment.",
        spares="Kommentare zu diesem Urteil gibt es viele.",
        why="comment form",
    )
    yield Rule(
        "spelling-error",
        "comments",
        phrases=phrases("spelling"),
        sample="If you have found a spelling error, please, notify us by selecting that text and pressing Ctrl+Enter.",
        spares="The spelling error was never found.",
        why="spelling-error plugin",
    )
    yield Rule(
        "spelling-keys",
        "comments",
        line=_KEYS,
        sample="Found a mistake? Select it and press Ctrl+Enter.",
        spares="Select the cells and press Ctrl + Enter.",
        why="spelling-error plugin",
    )
